"""The line-break rules against rows that break them and rows that keep them."""

from pathlib import Path

import pytest

from .drawing import Bar, Sheet, Text, draw, rows
from .line_breaks import Fault, Kind, split_words
from .ruler import measure
from .standard import POINT


def faults_of(tmp_path: Path, *texts: str) -> list[Fault]:
    pdf = draw(tmp_path / "rows.pdf", [Sheet(rows(texts))])
    with measure(pdf) as ruler:
        return ruler.line_break_faults()


@pytest.mark.parametrize("mark", ["。", "，", "）", "》", "％", "、"])
def test_a_mark_at_the_start_of_a_line_is_found(tmp_path: Path, mark: str) -> None:
    lower = mark + "国" * 5

    found = faults_of(tmp_path, "国" * 28, lower)

    assert found == [Fault("start", 1, lower, "")]


@pytest.mark.parametrize("mark", ["（", "《", "“", "〔"])
def test_an_opening_mark_at_the_end_of_a_line_is_found(tmp_path: Path, mark: str) -> None:
    upper = "国" * 27 + mark

    found = faults_of(tmp_path, upper, "国")

    assert found == [Fault("end", 1, upper, "")]


@pytest.mark.parametrize(
    ("kind", "upper", "lower"),
    [
        ("ellipsis", "国" * 27 + "…", "…国"),
        ("number", "国" * 26 + "20", "21年"),
        ("number", "国" * 26 + "国1,", "234元"),
        ("number", "国" * 26 + "国4", ".5国"),
    ],
)
def test_a_unit_that_a_line_end_parts_is_found(
    tmp_path: Path, kind: Kind, upper: str, lower: str
) -> None:
    found = faults_of(tmp_path, upper, lower)

    assert found == [Fault(kind, 1, upper, lower)]


def test_a_dash_that_a_line_end_parts_is_found(tmp_path: Path) -> None:
    upper, lower = "国" * 27 + "—", "—国家"

    found = faults_of(tmp_path, upper, lower)

    assert [fault.kind for fault in found] == ["start", "dash"]


def test_a_percent_sign_on_the_next_line_is_found(tmp_path: Path) -> None:
    found = faults_of(tmp_path, "国" * 27 + "80", "%以上")

    assert [fault.kind for fault in found] == ["start", "number"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("国" * 26 + "——", "国家"),
        ("国" * 28, "——国家"),
        ("国" * 26 + "……", "……国"),
        ("国" * 28, "“国家”"),
        ("国" * 26 + "2021", "年底"),
        ("国" * 27 + "。", "国家（国）"),
        ("一共2021", "2021年"),
    ],
)
def test_rows_that_keep_the_rules_have_no_fault(tmp_path: Path, upper: str, lower: str) -> None:
    found = faults_of(tmp_path, upper, lower)

    assert found == []


def test_a_unit_parted_by_a_page_end_is_found(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [Sheet(rows(["国" * 27 + "20"])), Sheet(rows(["21年底"]))])

    with measure(pdf) as ruler:
        found = ruler.line_break_faults()

    assert found == [Fault("number", 1, "国" * 27 + "20", "21年底")]


def table(cell: str, below: str) -> Sheet:
    """Two rows of a table column that ends 0.5 mm to the right of 20 mm of text."""
    edge = 40 + 4 * 14 * POINT + 0.5
    bars = [Bar(90, 130, edge, edge + 0.2), Bar(90, 130, 39, 39.2)]
    return Sheet([*bars, Text(40, 100, cell, size=14), Text(40, 107, below, size=14)])


def test_a_number_parted_inside_a_table_cell_is_found(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [table("国家国20", "21年")])

    with measure(pdf) as ruler:
        found = ruler.line_break_faults()

    assert [fault.kind for fault in found] == ["number"]


def test_short_cells_below_one_another_are_no_parted_number(tmp_path: Path) -> None:
    pdf = draw(tmp_path / "a.pdf", [table("20", "21")])

    with measure(pdf) as ruler:
        found = ruler.line_break_faults()

    assert found == []


def test_only_words_across_a_line_end_are_split() -> None:
    lines = ["关于印发社会心理", "服务体系建设方案的通知"]

    found = split_words(lines, ["社会", "社会心理服务", "心理服务", "建设方案", ""])

    assert found == ["社会心理服务", "心理服务"]
