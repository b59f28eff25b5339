"""What holds of every text: evidence for every value, and the same figures every time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.figures import figures_in
from plangen.extract.targets.record import Extracted
from plangen.quantity.grammar import parse_quantity
from plangen.quantity.values import Unit
from tests.extract.scoring import sentences
from tests.extract.told import EMPTY

CHARACTERS = (
    "0123456789一二三十百千万亿点成半%‰:：×/.-—～、，。；\n （）“”《》"
    "每各全均都或和与及以的个次项人元年月日率对为在第由从已"
)
PHRASES = """
80% 1:4000 百分之 分之 以上 以下 以内 左右 个百分点 不低于 不少于 至少 达到 提高到 下降
增长 比上年 较2020年 到2025年底 2024年 所有 全部 全覆盖 不发生 为零 半数 超过 每年 每半年
每3个月 7×24小时 覆盖率 建成率 分别 建设 开展 力争 鼓励 目前 累计 小时 十四五末 一、 （一）
1. 目标 任务 应当 企业 今年 年底前 杜绝 清零 零伤亡 系数 0.6 12/10万 （%） ≥ 9月底前 近三年 条件：
占 同比 其中 的 第三条
"""
WORDS = [*CHARACTERS, *PHRASES.split()]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=300)
def test_every_quote_is_in_the_text_and_holds_its_value(text: str) -> None:
    for found in targets(text, EMPTY, as_of=date(2024, 5, 1)):
        assert text[found.start : found.end] == found.quote
        assert "".join(found.written.split()) in "".join(found.quote.split())


@given(TEXTS)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert targets(text, EMPTY) == targets(text, EMPTY)


@pytest.mark.parametrize("name", ["tuning"])
def test_what_is_written_reads_again_as_the_value(name: str) -> None:
    found = [one for row in sentences(name) for one in targets(row["text"], EMPTY)]

    assert [one.quote for one in found if not reads_again(one)] == []
    assert len(found) > 80


def bare_number(written: str) -> str:
    """The number itself, without the words around it."""
    return "".join(character for character in written if character in "0123456789.")


def reads_again(found: Extracted) -> bool:
    """Whether the grammar finds the value in the words given for it."""
    if "提前" in found.quote:  # a length of time only behind that word
        return bare_number(found.written) in bare_number(found.quote)
    if not found.quantity.amount and set(found.written) & set("零无"):
        return True  # 零损失 and 无脱管 say it in a character
    if found.quantity.unit is Unit.NUMBER:  # only its name says that it is a value
        return parse_quantity(bare_number(found.written), Unit.NUMBER) == found.quantity
    for figure in figures_in(
        found.quote if "半" in found.written or "、" in found.written else found.written
    ):
        quantity = figure.bound.quantity
        often = found.quantity.unit is Unit.FREQUENCY  # its period may stand farther off
        if quantity == found.quantity or (often and quantity.amount == found.quantity.amount):
            return figure.high == found.high
    return is_of_a_table(found) and bare_number(found.written) in bare_number(found.quote)


def is_of_a_table(found: Extracted) -> bool:
    """Whether the unit may stand in another cell, or in the name's brackets."""
    return "  " in found.quote
