"""Populations as parts of a whole, by what the dictionary says of them, and which is the wider."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.errors import InvalidError
from plangen.model.populations import Extent, Populations

PARTS = {
    "学校": ("中小学", "高等院校"),
    "中小学校": ("中小学",),
    "中小学": ("小学", "中学"),
    "企业": ("规模以上企业", "小微企业"),
    "企事业单位": ("企业", "事业单位"),
    "规模以上企业单位": ("规模以上企业",),
    "区县": ("区", "县"),
}
POPULATIONS = Populations(PARTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小学", {"小学"}),
        ("中小学校", {"小学", "中学"}),
        ("辖区内的所有中小学", {"小学", "中学"}),
        ("各类学校", {"小学", "中学", "高等院校"}),
        ("党政机关、企事业单位", {"党政机关", "规模以上企业", "小微企业", "事业单位"}),
        ("村（社区）", {"村", "社区"}),
        ("公安、司法行政以及残联等部门", {"公安", "司法行政", "残联"}),
        ("各", {"各"}),
        ("部门", {"部门"}),
        ("", set()),
        ("每个区县", {"区", "县"}),
        (
            "党政机关、事业单位和规模以上企业单位",
            {"党政机关", "事业单位", "规模以上企业"},
        ),
    ],
)
def test_a_population_is_its_smallest_parts(text: str, expected: set[str]) -> None:
    assert POPULATIONS.atoms(text) == expected


@pytest.mark.parametrize(
    ("required", "promised", "left_out"),
    [
        ("中小学", "小学", ("中学",)),
        ("小学", "中小学", ()),
        ("学校", "高等院校", ("中小学",)),
        ("学校", "小学", ("中学", "高等院校")),
        ("企业", "企事业单位", ()),
        ("新建小区", "小区", ()),
        ("小区", "新建小区", ("小区",)),
        ("新办企业", "企业", ()),
        ("企业", "新办企业", ("企业",)),
        ("中小学", "小学、中学", ()),
    ],
)
def test_the_parts_left_out_are_named_by_the_widest_names(
    required: str, promised: str, left_out: tuple[str, ...]
) -> None:
    atoms = [POPULATIONS.atoms(text) for text in (required, promised)]

    assert POPULATIONS.words(POPULATIONS.left_out(*atoms)) == left_out


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("中小学", "小学", True),
        ("小学", "中学", False),
        ("小区", "新建小区", True),
        ("规模以上企业", "新办企业", True),
        ("学校", "企业", False),
    ],
)
def test_whether_two_have_anything_in_common(one: str, other: str, expected: bool) -> None:
    first, second = POPULATIONS.atoms(one), POPULATIONS.atoms(other)

    assert POPULATIONS.touching(first, second) is expected
    assert POPULATIONS.touching(second, first) is expected


def test_what_the_dictionary_knows() -> None:
    assert POPULATIONS.related(POPULATIONS.atoms("学校、企业"))
    assert not POPULATIONS.related(POPULATIONS.atoms("学校、戏校"))


def test_a_population_cannot_be_a_part_of_itself() -> None:
    with pytest.raises(InvalidError, match="对象的组成部分绕成了圈：甲 → 乙 → 甲"):
        Populations({"甲": ("乙",), "乙": ("甲",)})


@pytest.mark.parametrize(
    ("old", "new", "extent"),
    [
        ("中小学", "小学", Extent.NARROWER),
        ("中小学", "中学、小学", Extent.SAME),
        ("", "小学", Extent.NARROWER),
        ("", "", Extent.SAME),
        ("党政机关", "企业", Extent.OTHER),
        ("企业", "新办企业", Extent.NARROWER),
        ("学校", "高等院校和中小学", Extent.SAME),
        ("村", "行政村", Extent.OTHER),
    ],
)
def test_which_of_two_populations_is_the_wider(old: str, new: str, extent: Extent) -> None:
    assert POPULATIONS.extent(old, new) is extent


TEXTS = st.sampled_from(
    [
        *("", "中小学", "小学", "村（社区）", "企事业单位", "规模以上企业", "新办企业"),
        *("各区县", "公安等部门", "市直部门", "学校"),
    ]
)


@given(TEXTS, TEXTS)
def test_the_other_way_round_wider_is_narrower(old: str, new: str) -> None:
    mirrored = {Extent.WIDER: Extent.NARROWER, Extent.NARROWER: Extent.WIDER}

    found = POPULATIONS.extent(old, new)

    assert POPULATIONS.extent(new, old) is mirrored.get(found, found)
