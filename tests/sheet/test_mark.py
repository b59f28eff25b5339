"""发文机关标志: as large as fits, joint names equally wide, 文件 beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.elements import Mark
from plangen.sheet.geometry import MM_PER_POINT, TYPE_BOTTOM, TYPE_WIDTH
from plangen.sheet.mark import GAP, MarkLayout, mark_layout
from plangen.sheet.styles import LARGEST_MARK, SMALLEST_MARK

LINE = 10.45  # mm: a line of the grid, rounded up
LINES_AFTER_MARK = 9  # 2 blank, 发文字号, 2 blank, title, blank, 主送, and one line of text


def width(layout: MarkLayout) -> float:
    """What the mark takes of the type area's width, in mm."""
    gap = GAP * layout.size * MM_PER_POINT if layout.suffix else 0
    return layout.names_width + gap + layout.suffix_width


def set_width(layout: MarkLayout, position: int) -> float:
    """The width of a name as set: its characters and what is put between them, in mm."""
    name = layout.names[position]
    points = len(name) * layout.size * layout.scale + layout.tracking[position] * (len(name) - 1)
    return points * MM_PER_POINT


def test_a_single_organ_and_its_suffix_are_one_line() -> None:
    layout = mark_layout(Mark(("云溪区民政局",)))

    assert layout.names == ("云溪区民政局文件",)
    assert layout.suffix == ""
    assert layout.tracking == (0.0,)
    assert layout.scale == 1.0


def test_a_mark_may_have_no_suffix() -> None:
    layout = mark_layout(Mark(("云溪区民政局",), ""))

    assert layout.names == ("云溪区民政局",)


def test_a_short_name_is_no_larger_than_the_largest_size() -> None:
    layout = mark_layout(Mark(("民政局",)))

    assert layout.size == LARGEST_MARK
    assert layout.top == 72


@pytest.mark.parametrize("length", range(2, 18))
def test_a_single_name_fits_the_width_at_its_natural_shape(length: int) -> None:
    layout = mark_layout(Mark(("云" * length,)))

    assert width(layout) <= TYPE_WIDTH
    assert layout.scale == 1.0


def test_the_size_is_the_largest_that_fits() -> None:
    layout = mark_layout(Mark(("云" * 12,)))

    assert (layout.size + 1) * 14 * MM_PER_POINT > TYPE_WIDTH * 0.98


def test_joint_names_are_spread_to_the_longest() -> None:
    layout = mark_layout(Mark(("中共云溪街道工作委员会", "云溪街道办事处", "民政所")))

    widths = [set_width(layout, position) for position in range(3)]

    assert widths == pytest.approx([layout.names_width] * 3)
    assert layout.tracking[0] == 0
    assert layout.suffix == "文件"
    assert layout.suffix_width == pytest.approx(2 * layout.size * MM_PER_POINT)


def test_joint_names_stand_in_the_organs_order() -> None:
    organs = ("丙局", "甲委员会", "乙办公室")

    assert mark_layout(Mark(organs)).names == organs


def test_ten_organs_leave_room_for_text_on_the_first_page() -> None:
    layout = mark_layout(Mark(tuple(f"云溪区第{n}委员会办公室" for n in "一二三四五六七八九十")))

    bottom = layout.top + layout.height

    assert len(layout.names) == 10
    assert layout.size == SMALLEST_MARK
    assert TYPE_BOTTOM - bottom >= LINES_AFTER_MARK * LINE


@pytest.mark.parametrize("organs", [("云" * 40,), ("云" * 40, "溪" * 12)])
def test_a_name_of_40_characters_is_narrowed(organs: tuple[str, ...]) -> None:
    layout = mark_layout(Mark(organs))

    assert layout.size == SMALLEST_MARK
    assert 0.3 < layout.scale < 1
    assert width(layout) <= TYPE_WIDTH


@given(st.lists(st.integers(2, 40), min_size=1, max_size=10), st.sampled_from(["", "文件"]))
def test_every_mark_fits_the_type_area(lengths: list[int], suffix: str) -> None:
    layout = mark_layout(Mark(tuple("云" * length for length in lengths), suffix))

    assert width(layout) <= TYPE_WIDTH
    assert all(
        set_width(layout, position) == pytest.approx(layout.names_width)
        for position in range(len(layout.names))
    )
    assert layout.top + layout.height < TYPE_BOTTOM
    assert SMALLEST_MARK <= layout.size <= LARGEST_MARK
    assert layout.size * 2 == int(layout.size * 2)


def test_the_ink_begins_at_the_top() -> None:
    layout = mark_layout(Mark(("民政局",)), top=57.0)

    assert layout.first_baseline - 0.845 * layout.size * MM_PER_POINT == pytest.approx(57.0)
    assert layout.height == pytest.approx((0.845 + 0.08) * layout.size * MM_PER_POINT)
