"""Sheets to fill in: what is offered, what stays in sight, rows that grow."""

from __future__ import annotations

from datetime import date

from plangen.writers.xlsx_data import FormColumn, FormSheet, unwritable, write_forms
from tests.writers.xlsx_file import Sheet, XlsxFile

WIDE = tuple(FormColumn(f"栏{number}", "说明", "例", width=30) for number in range(4))


def written(*sheets: FormSheet) -> XlsxFile:
    return XlsxFile(write_forms("表", date(2021, 1, 1), sheets))


def first(sheet: FormSheet) -> Sheet:
    return written(sheet).sheets[0]


def test_what_explains_stays_in_sight_above_the_data() -> None:
    sheet = first(FormSheet("甲", WIDE[:1], (("一",),), "行", "说明", "例"))

    assert sheet.rows == [["行", "栏0"], ["说明", "说明"], ["例", "例"], ["一"]]
    assert sheet.one("pane").get("ySplit") == "3"
    assert sheet.one("pane").get("xSplit") is None


def test_the_first_column_stays_in_sight_where_the_sheet_is_wider_than_a_page() -> None:
    file = written(FormSheet("甲", WIDE, (("一", "二", "三", "四"),), "行", "说明", "例"))

    assert file.sheets[0].one("pane").get("xSplit") == "2"
    assert file.defined("_xlnm.Print_Titles") == ["甲!$A:$B,甲!$1:$1"]


def test_a_row_has_room_for_its_text_and_grows_with_more() -> None:
    """A height that was chosen (customHeight) would stay when somebody writes more into the row."""
    sheet = first(FormSheet("甲", WIDE[:1], (("国" * 70,), ("国",))))
    heights = [float(str(row.get("ht"))) for row in sheet.all("row")]

    assert heights[1] > 2.5 * heights[2]
    assert [row.get("customHeight") for row in sheet.all("row")] == [None] * 3


def test_every_list_to_choose_from_has_a_column_of_its_own() -> None:
    columns = tuple(FormColumn(f"栏{n}", choices=(f"甲{n}", f"乙{n}")) for n in range(30))

    sheet = first(FormSheet("甲", columns))

    sources = [str(found.text) for found in sheet.all("formula1")]
    assert sources[:2] == ["'选项'!$A$2:$A$3", "'选项'!$B$2:$B$3"]
    assert sources[-1] == "'选项'!$AD$2:$AD$3"


def test_a_text_that_no_cell_holds_is_told() -> None:
    assert unwritable((FormSheet("甲", WIDE[:1], (("国" * 32_768,),)),)) == "国" * 40
    assert unwritable((FormSheet("甲", WIDE[:1], (("国" * 32_767,),)),)) == ""
