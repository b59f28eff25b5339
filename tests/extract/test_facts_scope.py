"""Whom a target is for: what the sentence says of its population, in whichever clause."""

from typing import Any

import pytest

from plangen.extract.facts import extraction, find
from plangen.extract.outline import outlined
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit
from plangen.readers.reader import read_bytes

DICTIONARY = Dictionary(
    {
        "rooms": Indicator(
            name="学校心理咨询室建成率",
            aliases=("心理辅导室建成率",),
            unit=Unit.PERCENT,
            of="中小学",
            parts={
                "学校": ("中小学", "高等院校"),
                "中小学校": ("中小学",),
                "中小学": ("中学", "小学"),
                "中学": ("初中", "高中"),
            },
        ),
        "villages": Indicator(
            name="社会工作室建成率",
            unit=Unit.PERCENT,
            of="村（社区）",
            parts={"村（社区）": ("村", "社区")},
        ),
        "lectures": Indicator(name="知识讲座次数", unit=Unit.FREQUENCY),
        "picked": Indicator(name="在职人员数", unit=Unit.COUNT, noun="名"),
    }
)


def target(sentence: str) -> dict[str, Any]:
    """The only target of a plan that says one sentence."""
    read = outlined(read_bytes(f"某街道工作方案\n\n{sentence}\n".encode(), "某.txt"))
    (found,) = extraction(find(read, DICTIONARY), DICTIONARY).data["targets"]
    return found  # type: ignore[no-any-return]


def scope(sentence: str) -> str | None:
    """The population of the only target of a sentence."""
    return target(sentence).get("scope")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("小学设立心理辅导室，配备教师，学校心理咨询室建成率80%。", "小学"),
        ("各小学要设立心理辅导室，学校心理咨询室建成率达到80%以上。", "小学"),
        ("小学、初中普遍设立心理辅导室，学校心理咨询室建成率达到80%以上。", "小学、初中"),
        ("社区普遍建立社会工作室，社会工作室建成率达到80%以上。", "社区"),
    ],
)
def test_a_part_of_the_population_in_another_clause_is_the_scope(
    sentence: str, expected: str
) -> None:
    assert scope(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "中小学设立心理辅导室，学校心理咨询室建成率80%。",
        "小学、中学设立心理辅导室，学校心理咨询室建成率80%。",
        "小学要开好班会。各校设立心理辅导室，学校心理咨询室建成率80%。",
        "用好城乡社区综合服务设施，社会工作室建成率达到80%以上。",
        "在社区建好公园，以村（社区）为单位，社会工作室建成率达到80%以上。",
        "全街道社会工作室建成率达到80%以上。",
    ],
)
def test_the_whole_population_and_what_only_mentions_a_part_are_no_scope(sentence: str) -> None:
    assert scope(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公安、民政、残联等部门要根据特点举办知识讲座，每年至少1次。", "公安、民政、残联等部门"),
        ("各区组织知识讲座，每年至少1次。", "各区"),
        ("知识讲座以区县为单位组织，每月至少1次。", "区县"),
        ("从市直部门和相关区遴选在职人员50名。", "市直部门和相关区"),
    ],
)
def test_who_is_to_do_it_is_the_scope_of_what_has_no_population(
    sentence: str, expected: str
) -> None:
    assert scope(sentence) == expected
