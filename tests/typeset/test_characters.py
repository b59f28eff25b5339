"""Where lines may begin, and where no space is added."""

from itertools import pairwise

import pytest

from plangen.typeset.characters import NO_END, NO_START, places


def free(text: str) -> list[str]:
    """A text cut wherever a line may begin."""
    held = places(text).held
    cuts = [place for place in range(len(text) + 1) if not held[place]]
    return [text[start:end] for start, end in pairwise(cuts)]


def loose(text: str) -> list[str]:
    """A text cut wherever space may be added."""
    tight = places(text).tight
    cuts = [0, *(place for place in range(1, len(text)) if not tight[place]), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def test_the_marks_are_those_of_the_standard() -> None:
    assert set("。，、；：？！”’）》〉〕］】〗」』·～%％‰℃/") <= NO_START
    assert set("“‘（《〈〔［【〖「『/") <= NO_END
    assert not (NO_START & NO_END) - {"/"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一二", ["一", "二"]),
        ("一，二", ["一，", "二"]),
        ("“一”二", ["“一”", "二"]),
        ("（《一》）二", ["（《一》）", "二"]),
        ("一——二", ["一", "——", "二"]),
        ("一……二", ["一……", "二"]),
        ("达80%者", ["达", "80%", "者"]),
        ("在-5℃时", ["在", "-5℃", "时"]),
        ("±5.5‰", ["±5.5‰"]),
        ("1:4000、7×24", ["1:4000、", "7×24"]),
        ("10,000元", ["10,000", "元"]),
        ("市发〔2020〕79号文", ["市", "发", "〔2020〕79号", "文"]),
        ("防5·12震", ["防", "5·12", "震"]),
        ("列夫·托", ["列", "夫·", "托"]),
        ("COVID-19是", ["COVID-19", "是"]),
        ("一 二", ["一 ", "二"]),  # a blank hangs at the end of a line
        ("一 ，二", ["一 ，", "二"]),
        ("葛\U000e0100城", ["葛\U000e0100", "城"]),
        ("Cafe\u0301是", ["Cafe\u0301", "是"]),
        ("三/四", ["三/四"]),
        ("", []),
    ],
)
def test_what_belongs_together_is_held(text: str, parts: list[str]) -> None:
    assert free(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "见https://www.example.gov.cn/a/b_c.html?x=1。",
            [
                "见",
                "https://",
                "www.",
                "example.",
                "gov.",
                "cn/",
                "a/",
                "b_",
                "c.",
                "html?",
                "x=",
                "1。",
            ],
        ),
        ("见www.gov.cn。", ["见", "www.gov.cn。"]),  # short enough to hold together
    ],
)
def test_a_long_address_may_break_behind_its_own_marks(text: str, parts: list[str]) -> None:
    assert free(text) == parts


def test_a_text_begins_and_ends_a_line_whatever_stands_there() -> None:
    assert free("，") == ["，"]
    assert free("（") == ["（"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一2021年", ["一", "2021", "年"]),
        ("一——二三", ["一——二", "三"]),
        ("一～二三", ["一～二", "三"]),
        ("甲-乙丙", ["甲-乙", "丙"]),
        ("〔2020〕79号文", ["〔2020〕79号", "文"]),
        ("一、二", ["一", "、", "二"]),
        ("每年 二次", ["每", "年", " ", "二", "次"]),
    ],
)
def test_no_space_goes_into_numbers_and_beside_connectors(text: str, parts: list[str]) -> None:
    assert loose(text) == parts
