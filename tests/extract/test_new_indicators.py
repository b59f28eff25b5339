"""Indicators for what the dictionary lacks: ids, names alike, what gets none."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.extract.facts_scope import without_doer
from plangen.extract.new_indicators import NewIndicators, new_indicators
from plangen.extract.targets.assembling import targets
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit


def added(text: str, known: dict[str, Indicator] | None = None) -> NewIndicators:
    """What a text adds to a dictionary."""
    dictionary = Dictionary(known or {})
    return new_indicators(targets(text, dictionary), dictionary.indicators)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("居民小区知晓率达到90%以上。", "jmxqzxl"),
        ("PM2.5优良天数比例达到80%以上。", "pm25yltsbl"),
        ("2号线客流分担率达到80%以上。", "percent_2hxklfdl"),
    ],
)
def test_the_id_is_the_initials_of_the_name(text: str, key: str) -> None:
    assert list(added(text).entries) == [key]


def test_two_names_with_the_same_initials_get_two_ids() -> None:
    new = added("居民小区覆盖率达到90%。集贸新区覆盖率达到80%。")

    assert list(new.entries) == ["jmxqfgl", "jmxqfgl_2"]


def test_one_name_gets_one_indicator() -> None:
    new = added("2026年底居民知晓率达到80%。2027年底居民知晓率达到90%。")

    assert list(new.entries) == ["jmzxl"]
    assert [figure.indicator for figure in new.figures] == ["jmzxl", "jmzxl"]


def test_names_much_alike_are_told_of() -> None:
    known = {"fgl": Indicator(name="城区居民小区分类覆盖率", unit=Unit.PERCENT)}

    new = added("全部居民小区分类覆盖率达到90%以上。", known)

    assert all(near == ("fgl",) for near in new.near.values())


def test_a_share_beyond_the_whole_may_be_one() -> None:
    (entry,) = added("医疗保障基金备付率达到150%以上。").entries.values()

    assert entry["may_exceed_whole"] == "true"


def test_a_change_and_a_result_get_no_indicator() -> None:
    assert not added("居民投诉总量比上年下降18%。2020年居民知晓率已达到80%。").entries


@given(st.text("居民小区垃圾分类覆盖率达标建设项目数镕龘ＡB3（）·", min_size=4, max_size=60))
def test_every_name_gets_an_id_that_a_data_file_takes(name: str) -> None:
    new = added(f"{name}率达到90%以上。")

    assert all(re.fullmatch("[a-z][a-z0-9_]{0,79}", key) for key in new.entries)
    assert len(new.indicators) == len(new.entries)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("区教育局组织中小学", "中小学"),
        ("各级教育部门", ""),
        ("各部门", "各部门"),
        ("公安、民政等部门", "公安、民政等部门"),
        ("党政机关办公室覆盖率", "党政机关办公室覆盖率"),
        ("领导小组会议", "领导小组会议"),
        ("市财政局负责人", "市财政局负责人"),
    ],
)
def test_who_acts_is_no_population(words: str, left: str) -> None:
    assert without_doer(words) == left


def test_the_initials_follow_the_order_of_the_character_set() -> None:
    # The first level of GB/T 2312 is in the order of pinyin: initials never go back in it.
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF))
    names = [code.decode("gb2312") for code in rows]
    text = "".join(f"{name * 4}率达到90%。" for name in names[::97])

    firsts = [key[0] for key in added(text).entries]

    assert len(firsts) > 20
    assert all(one <= following for one, following in pairwise(firsts))
