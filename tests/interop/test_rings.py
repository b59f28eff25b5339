"""Circles are found, measured, and told from other ink."""

from pathlib import Path

import pytest

from .drawing import RED, Bar, Circle, Sheet, Text, draw
from .rings import Ring
from .ruler import measure


def rings_of(tmp_path: Path, *content: Text | Bar | Circle, diameter: float = 42) -> list[Ring]:
    pdf = draw(tmp_path / "a.pdf", [Sheet(content)])
    with measure(pdf) as ruler:
        return ruler.ink(1).rings("red", diameter)


def test_circles_are_found_in_reading_order_where_they_were_drawn(tmp_path: Path) -> None:
    drawn = [Circle(60, 100, 42), Circle(105, 100, 42), Circle(105, 160, 42)]

    found = rings_of(tmp_path, *reversed(drawn))

    assert [(ring.x, ring.y) for ring in found] == [
        pytest.approx((circle.x, circle.y), abs=0.05) for circle in drawn
    ]
    assert [ring.diameter for ring in found] == pytest.approx([42, 42, 42], abs=0.1)


def test_the_diameter_is_measured_not_assumed(tmp_path: Path) -> None:
    (found,) = rings_of(tmp_path, Circle(100, 100, 41.2))

    assert found.diameter == pytest.approx(41.2, abs=0.1)


@pytest.mark.parametrize(("apart", "gap"), [(45.0, 3.0), (42.0, 0.0), (40.0, -2.0)])
def test_the_gap_between_two_circles_is_measured(tmp_path: Path, apart: float, gap: float) -> None:
    one, other = rings_of(tmp_path, Circle(60, 100, 42), Circle(60 + apart, 100, 42))

    assert one.gap(other) == pytest.approx(gap, abs=0.1)


def test_other_red_ink_is_no_circle(tmp_path: Path) -> None:
    mark = Text(40, 90, "国家文件", size=50, colour=RED)

    found = rings_of(tmp_path, mark, Bar(120, 120.35, 28, 184, RED))

    assert found == []


def test_a_circle_of_another_size_is_not_found(tmp_path: Path) -> None:
    found = rings_of(tmp_path, Circle(100, 100, 50))

    assert found == []


def test_a_page_without_red_has_no_circles(tmp_path: Path) -> None:
    found = rings_of(tmp_path, Text(40, 90, "国家"))

    assert found == []
