"""What prose says that is no single bound: ranges, percentage points, estimates, halves."""

import pytest

from plangen.quantity.grammar import find_bounds, parse_bound, parse_quantity
from plangen.quantity.ranges import estimates_in, halves_in, points_in, ranges_in


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("保持在60%～80%之间", "60%～80%", "60%", "80%"),
        ("打造一至两项", "一至两项", "一项", "两项"),
        ("配备8—12人", "8—12人", "8人", "12人"),
        ("20 - 30 公里", "20 - 30 公里", "20公里", "30公里"),
    ],
)
def test_a_range_has_both_its_ends(text: str, words: str, low: str, high: str) -> None:
    (found,) = ranges_in(text)

    assert text[found.start : found.end] == words
    assert (found.low, found.high) == (parse_quantity(low), parse_quantity(high))


@pytest.mark.parametrize(
    "text", ["3月至5月", "2020-2025年", "三至六年级", "0571-88881234", "80%至60%", "第3至5项"]
)
def test_what_only_looks_like_a_range_is_none(text: str) -> None:
    assert list(ranges_in(text)) == []


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("提高5个百分点", "5个百分点", "5%"),
        ("下降3个百分点以上", "3个百分点以上", "3%以上"),
        ("提高不低于0.5个百分点", "不低于0.5个百分点", "不低于0.5%"),
        ("提升两个百分点", "两个百分点", "百分之二"),
    ],
)
def test_percentage_points_are_a_distance_in_percent(text: str, words: str, bound: str) -> None:
    (found,) = points_in(text)

    assert text[found.start : found.end] == words
    assert found.bound == parse_bound(bound)


def test_an_estimate_gives_the_value_it_is_near_to() -> None:
    (found,) = estimates_in("达到75%左右")

    assert found.quantity == parse_quantity("75%")


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("半数以上的学校", "半数以上", "50%以上"),
        ("一半以上的商铺", "一半以上", "50%以上"),
        ("超过半数", "超过半数", "超过50%"),
        ("过半的企业", "过半", "超过50%"),
    ],
)
def test_halves_are_shares(text: str, words: str, bound: str) -> None:
    ((start, end, found),) = halves_in(text)

    assert text[start:end] == words
    assert found == parse_bound(bound)


def test_half_alone_is_no_share() -> None:
    assert list(halves_in("半数学校，半年一次，一半人员")) == []


def test_a_value_knows_where_its_number_begins() -> None:
    (found,) = find_bounds("每年至少开展2次")

    assert "每年至少开展2次"[found.at :] == "2次"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("压缩至3个工作日", "压缩至3个工作日"),
        ("缩短到25分钟", "缩短到25分钟"),
        ("突破90%", "突破90%"),
        ("百分之百", "100%"),
        ("500具", "500具"),
    ],
)
def test_further_words_of_targets_are_read(text: str, written: str) -> None:
    assert parse_bound(text) == parse_bound(written)


def test_a_hundred_percent_in_words_is_the_whole() -> None:
    assert parse_quantity("百分之百") == parse_quantity("100%")


def test_a_number_behind_a_point_of_something_is_no_decimal() -> None:
    (found,) = find_bounds("投放点1460个")

    assert found.bound == parse_bound("1460个")


def test_a_number_behind_a_decimal_point_in_words_stays_part_of_it() -> None:
    assert list(find_bounds("三点14个")) == []
