"""Where names, dates and seals stand (7.3.5)."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.elements import Signature
from plangen.document.wording import chinese_date
from plangen.sheet.geometry import CELL, PROFILES, TYPE_LEFT, TYPE_RIGHT, TYPE_WIDTH, Profile
from plangen.sheet.signature import (
    SEAL_GAP,
    SealPlace,
    SignatureRow,
    plain_signature,
    rows_apart,
    sealed_rows,
    text_width,
)

SHORT, LONG = date(2021, 3, 8), date(2021, 12, 31)  # 6 and 7 cells wide
NAMES: tuple[str, ...] = (
    "云溪街道党工委",
    "云溪街道办事处",
    "云溪派出所",
    "云溪司法所",
    "云溪财政所",
)
NAMES += ("云溪卫生院", "云溪中心校", "云溪税务所", "云溪供电所", "云溪市监所")


def organs_of(rows: tuple[SignatureRow, ...]) -> list[str]:
    return [seal.organ for row in rows for seal in row.seals]


def left(seal: SealPlace) -> float:
    return seal.centre - max(seal.diameter, text_width(seal.organ)) / 2


def right(seal: SealPlace) -> float:
    return seal.centre + max(seal.diameter, text_width(seal.organ)) / 2


def assert_apart_and_inside(rows: tuple[SignatureRow, ...]) -> None:
    """Seals and names of a row neither touch nor leave the type area."""
    for row in rows:
        assert left(row.seals[0]) >= TYPE_LEFT - 1e-6
        assert right(row.seals[-1]) <= TYPE_RIGHT + 1e-6
        for before, after in pairwise(row.seals):
            assert after.centre - before.centre >= before.diameter + SEAL_GAP - 1e-6
            assert right(before) < left(after)


def test_text_is_measured_in_cells() -> None:
    assert text_width("云溪街道") == pytest.approx(4 * CELL)
    assert text_width("2021年3月8日") == pytest.approx(6 * CELL)


@pytest.mark.parametrize(
    ("count", "in_rows"),
    [
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (4, [3, 1]),
        (9, [3, 3, 3]),
        (10, [3, 3, 3, 1]),
    ],
)
@pytest.mark.parametrize("day", [SHORT, LONG])
def test_seals_stand_in_rows_of_three(count: int, in_rows: list[int], day: date) -> None:
    rows = sealed_rows(Signature(NAMES[:count], day))

    assert [len(row.seals) for row in rows] == in_rows
    assert organs_of(rows) == list(NAMES[:count])
    assert_apart_and_inside(rows)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9, 10])
@pytest.mark.parametrize("day", [SHORT, LONG])
def test_the_last_organ_stands_over_the_date_4_cells_from_the_right(count: int, day: date) -> None:
    last = sealed_rows(Signature(NAMES[:count], day))[-1].seals[-1]

    date_right = last.centre + text_width(chinese_date(day)) / 2

    assert date_right == pytest.approx(TYPE_RIGHT - 4 * CELL)


def test_all_rows_end_at_the_same_place() -> None:
    rows = sealed_rows(Signature(NAMES, SHORT))

    assert len({round(row.seals[-1].centre, 6) for row in rows}) == 1


def test_larger_seals_stand_two_in_a_row() -> None:
    rows = sealed_rows(Signature(NAMES[:4], SHORT, seal=60))

    assert [len(row.seals) for row in rows] == [2, 2]
    assert_apart_and_inside(rows)


def test_long_names_stand_alone_in_their_rows() -> None:
    names = ("云溪市居家和社区养老服务改革试点工作领导小组", "云溪市民政局")

    rows = sealed_rows(Signature(names, SHORT))

    assert [len(row.seals) for row in rows] == [1, 1]
    assert_apart_and_inside(rows)


def test_a_long_name_moves_left_of_the_dates_place() -> None:
    (row,) = sealed_rows(Signature(("云溪市居家和社区养老服务改革试点工作领导小组",), SHORT))

    assert right(row.seals[0]) == pytest.approx(TYPE_RIGHT)


@given(
    st.lists(st.integers(2, 24), min_size=1, max_size=12),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from([42, 45, 50, 60]),
)
def test_no_seal_touches_another_or_leaves_the_type_area(
    lengths: list[int], day: date, seal: int
) -> None:
    names = tuple("云" * length for length in lengths)

    rows = sealed_rows(Signature(names, day, seal=seal))

    assert organs_of(rows) == list(names)
    assert_apart_and_inside(rows)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("seal", [20, 42, 45, 50, 60])
def test_rows_stand_so_far_apart_that_seals_do_not_touch(profile: Profile, seal: int) -> None:
    lines = rows_apart(Signature(NAMES, SHORT, seal=seal), profile.line)

    assert lines * profile.line >= seal + SEAL_GAP
    assert (lines - 1) * profile.line < seal + SEAL_GAP


def test_a_sealed_date_without_organs_has_no_rows() -> None:
    assert sealed_rows(Signature((), SHORT)) == ()


def test_an_unsealed_name_ends_2_cells_from_the_right_and_the_date_begins_2_cells_later() -> None:
    placed = plain_signature(Signature(("云溪街道社区服务中心",), SHORT, sealed=False))

    ((name, name_left),) = placed.names

    assert name == "云溪街道社区服务中心"
    assert name_left + text_width(name) == pytest.approx(TYPE_WIDTH - 2 * CELL)
    assert placed.date_left == pytest.approx(name_left + 2 * CELL)


def test_a_date_longer_than_the_name_ends_2_cells_from_the_right() -> None:
    placed = plain_signature(Signature(("财政所",), LONG, sealed=False))

    ((_, name_left),) = placed.names

    assert placed.date_left + text_width(chinese_date(LONG)) == pytest.approx(TYPE_WIDTH - 2 * CELL)
    assert name_left == pytest.approx(placed.date_left - 2 * CELL)


def test_unsealed_names_stand_below_each_other_and_begin_at_the_same_place() -> None:
    names = ("云溪街道社区服务中心", "云溪卫生院")

    placed = plain_signature(Signature(names, SHORT, sealed=False))

    assert [name for name, _ in placed.names] == list(names)
    assert len({name_left for _, name_left in placed.names}) == 1


@given(st.lists(st.integers(1, 24), max_size=4), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_plain_names_and_date_keep_2_cells_from_the_right(lengths: list[int], day: date) -> None:
    names = tuple("云" * length for length in lengths)

    placed = plain_signature(Signature(names, day, sealed=False))

    right_edge = TYPE_WIDTH - 2 * CELL + 1e-6
    assert placed.date_left + text_width(chinese_date(day)) <= right_edge
    for name, name_left in placed.names:
        assert name_left >= 0
        assert name_left + text_width(name) <= right_edge
        assert placed.date_left >= name_left + 2 * CELL - 1e-6
