"""Populations taken apart into nouns, and which of two holds the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.changes.populations import Extent, extent, nouns

TEXTS = [
    "中小学",
    "小学",
    "村（社区）",
    "企事业单位",
    "规模以上企业",
    "各区县",
    "公安等部门",
    "市直部门",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("村（社区）", {"村", "社区"}),
        ("中小学", {"中学", "小学"}),
        ("党政机关、企事业单位", {"党政机关", "企业", "事业单位"}),
        ("党政机关、事业单位和规模以上企业单位", {"党政机关", "事业单位", "规模以上企业"}),
        ("公安、司法行政以及残联等部门", {"公安", "司法行政", "残联"}),
        ("每个区县", {"区", "县"}),
        ("部门", {"部门"}),
        ("", set()),
    ],
)
def test_a_population_is_a_list_of_nouns(text: str, expected: set[str]) -> None:
    assert nouns(text) == expected


def test_the_whole_holds_its_parts() -> None:
    assert extent(None, "小学", "中小学") is Extent.NARROWER
    assert extent("小学", None, "中小学") is Extent.WIDER
    assert extent(None, "中学、小学", "中小学") is Extent.SAME


@given(
    st.sampled_from([None, *TEXTS]),
    st.sampled_from([None, *TEXTS]),
    st.sampled_from([None, *TEXTS]),
)
def test_the_other_way_round_wider_is_narrower(
    old: str | None, new: str | None, whole: str | None
) -> None:
    mirrored = {Extent.WIDER: Extent.NARROWER, Extent.NARROWER: Extent.WIDER}

    found = extent(old, new, whole)

    assert extent(new, old, whole) is mirrored.get(found, found)
