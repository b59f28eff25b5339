"""梯形 and 菱形 are told from other shapes."""

import pytest

from .glyphs import Glyph, Row
from .standard import POINT, TITLE_SIZE
from .titles import well_shaped


def title(*lengths: float) -> list[Row]:
    """Centred lines of so many characters."""
    em = TITLE_SIZE * POINT
    return [
        Row((Glyph("国", 106 - length * em / 2, 106 + length * em / 2, 50, TITLE_SIZE, "", 0),))
        for length in lengths
    ]


@pytest.mark.parametrize(
    "lengths", [(12,), (8, 12), (12, 8), (8, 12, 16), (16, 12, 8), (8, 16, 12), (9, 14, 16, 12)]
)
def test_ever_longer_ever_shorter_or_longest_inside_is_well_shaped(
    lengths: tuple[float, ...],
) -> None:
    assert well_shaped(title(*lengths))


@pytest.mark.parametrize(
    "lengths", [(12, 12), (8, 16, 16), (16, 8, 12), (16, 8, 16), (8, 16, 10, 14), (12, 12.4)]
)
def test_a_rectangle_and_an_hourglass_are_not(lengths: tuple[float, ...]) -> None:
    assert not well_shaped(title(*lengths))
