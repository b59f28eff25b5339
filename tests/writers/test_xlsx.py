"""Workbooks: values of their kinds, headings that stay, paper, and the limits of the format."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from plangen.document.grids import Entry, Grid, GridColumn, Tone, Workbook
from plangen.errors import InvalidError
from plangen.writers import xlsx, xlsx_page
from plangen.writers.xlsx import write_xlsx
from tests.writers.xlsx_file import XlsxFile

DAY = date(2021, 12, 31)
COLUMNS = (GridColumn("指标", 10), GridColumn("期限", 8), GridColumn("项数", 4))
ROWS = (
    (Entry("建成率", Tone.BAD), Entry(DAY), Entry(3)),
    (Entry("=1+1"), Entry(None), Entry(0)),
    (Entry("http://a.example"), Entry("待定"), Entry(2)),
)
BOOK = Workbook("核对表", date(2020, 9, 6), (Grid("结果", COLUMNS, ROWS),))
AGAIN = """
import sys
from tests.writers.test_xlsx import BOOK
from plangen.writers.xlsx import write_xlsx
sys.stdout.buffer.write(write_xlsx(BOOK))
"""


def opened(book: Workbook = BOOK) -> XlsxFile:
    return XlsxFile(write_xlsx(book))


def test_texts_days_and_numbers_keep_their_kinds() -> None:
    (sheet,) = opened().sheets

    assert sheet.rows == [
        ["指标", "期限", "项数"],
        ["建成率", DAY, 3],
        ["=1+1", None, 0],
        ["http://a.example", "待定", 2],
    ]


def test_the_text_of_a_document_is_no_formula_and_no_link() -> None:
    names = opened().names

    assert not any("rels" in name for name in names if "worksheets" in name)
    assert b"<f>" not in opened().part("xl/worksheets/sheet1.xml")


def test_the_headings_stay_and_filter_all_rows() -> None:
    (sheet,) = opened().sheets

    assert sheet.one("pane").get("ySplit") == "1"
    assert sheet.one("pane").get("state") == "frozen"
    assert sheet.one("autoFilter").get("ref") == "A1:C4"


def test_the_paper_is_a4_across_and_repeats_the_headings() -> None:
    file = opened()
    (sheet,) = file.sheets

    assert sheet.one("pageSetup").get("orientation") == "landscape"
    assert sheet.one("pageSetup").get("paperSize") == "9"
    assert sheet.one("pageSetup").get("fitToHeight") == "0"
    assert file.defined("_xlnm.Print_Titles") == ["结果!$1:$1"]


def test_a_wide_table_takes_several_pages_with_its_keys_on_each() -> None:
    columns = tuple(GridColumn(f"栏{number}", 50) for number in range(5))
    file = opened(replace(BOOK, grids=(Grid("结果", columns, keys=1),)))
    (sheet,) = file.sheets

    assert sheet.one("pageSetup").get("fitToWidth") == "5"
    assert file.defined("_xlnm.Print_Titles") == ["结果!$A:$A,结果!$1:$1"]
    assert sheet.one("pane").get("xSplit") == "1"


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    grid = Grid("结果", COLUMNS[:1], ((Entry("国" * 25),), (Entry("a\nb"),), (Entry("国" * 999),)))
    (sheet,) = opened(replace(BOOK, grids=(grid,))).sheets

    heights = [float(str(row.get("ht"))) for row in sheet.all("row")[1:]]

    wanted = [3 * xlsx_page.LINE + 3, 2 * xlsx_page.LINE + 3, xlsx_page.TALLEST]
    assert heights == pytest.approx(wanted, abs=0.75)  # a pixel


def test_columns_are_as_wide_as_they_are_said_to_be() -> None:
    (sheet,) = opened().sheets

    widths = [float(str(column.get("width"))) for column in sheet.all("col")]

    assert [round(width / xlsx_page.FULL_WIDTH) for width in widths] == [10, 8, 4]


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone is not Tone.PLAIN])
def test_a_tone_is_a_colour_of_its_own(tone: Tone) -> None:
    grid = Grid("结果", COLUMNS[:1], ((Entry("甲", tone),),))

    styles = opened(replace(BOOK, grids=(grid,))).part("xl/styles.xml").decode()

    assert f'rgb="FF{xlsx.FILLS[tone][1:]}"' in styles
    assert len(set(xlsx.FILLS.values())) == len(Tone) - 1


def test_an_empty_grid_says_why() -> None:
    grid = Grid("豁免", COLUMNS, empty="没有登记豁免。")

    (sheet,) = opened(replace(BOOK, grids=(grid,))).sheets

    assert sheet.rows[1] == ["没有登记豁免。"]


def test_more_rows_than_a_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)

    first, second = opened().sheets

    assert (first.name, second.name) == ("结果", "结果（2）")
    assert first.rows[1:] + second.rows[1:] == [
        ["建成率", DAY, 3],
        ["=1+1", None, 0],
        ["http://a.example", "待定", 2],
    ]


@pytest.mark.parametrize("character", ["国", "𠮷"])
def test_a_text_that_no_cell_holds_says_that_it_was_cut(character: str) -> None:
    grid = Grid("结果", COLUMNS[:1], ((Entry(character * 40_000),),))

    (sheet,) = opened(replace(BOOK, grids=(grid,))).sheets
    text = sheet.rows[1][0]

    assert isinstance(text, str)
    assert len(text.encode("utf-16-le")) // 2 <= xlsx.LONGEST
    assert text.startswith(character * 16_000)
    assert text.endswith("……（单元格放不下，全文40000字）")


def test_a_text_that_just_fits_is_whole() -> None:
    text = "国" * xlsx.LONGEST
    grid = Grid("结果", COLUMNS[:1], ((Entry(text),),))

    (sheet,) = opened(replace(BOOK, grids=(grid,))).sheets

    assert sheet.rows[1] == [text]


def test_characters_that_no_file_holds_are_shown_as_lost() -> None:
    grid = Grid("结果", COLUMNS[:1], ((Entry("甲\x00乙\ud800丙\n丁"),),))

    (sheet,) = opened(replace(BOOK, grids=(grid,))).sheets

    assert sheet.rows[1] == ["甲\ufffd乙\ufffd丙\n丁"]


def test_the_file_names_the_day_of_its_workbook_and_no_other() -> None:
    root = etree.fromstring(opened().part("docProps/core.xml"))
    days = [element.text for element in root if str(element.tag).endswith(("created", "modified"))]

    assert days == ["2020-09-06T00:00:00Z"] * 2


def test_the_same_workbook_gives_the_same_bytes_in_another_process() -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-c", AGAIN]

    again = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)

    assert again.stdout == write_xlsx(BOOK)


def test_the_file_is_a_sound_archive() -> None:
    with ZipFile(BytesIO(write_xlsx(BOOK))) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_row_has_a_cell_for_every_column() -> None:
    with pytest.raises(InvalidError, match="不满 3 列"):
        Grid("结果", COLUMNS, ((Entry("甲"),),))


def test_a_western_word_that_finds_no_room_begins_a_line() -> None:
    assert xlsx_page.text_lines("达到{{figure(rate)}}以上", 10) == 2
    assert xlsx_page.text_lines("国" * 4 + "a" * 16, 10) == 2
    assert xlsx_page.text_lines("a" * 41, 10) == 3


def test_what_falls_short_is_bold_so_that_it_shows_without_colours() -> None:
    grid = Grid("结果", COLUMNS[:2], ((Entry("甲", Tone.BAD), Entry("乙", Tone.GOOD)),))

    styles = etree.fromstring(opened(replace(BOOK, grids=(grid,))).part("xl/styles.xml"))
    bold = [font.find("{*}b") is not None for font in styles.findall(".//{*}fonts/{*}font")]
    fills = [fill.find(".//{*}fgColor") for fill in styles.findall(".//{*}fills/{*}fill")]
    colours = {
        str(fill.get("rgb"))
        for look in styles.findall("./{*}cellXfs/{*}xf")
        if bold[int(str(look.get("fontId")))]
        and (fill := fills[int(str(look.get("fillId")))]) is not None
    }

    assert colours == {f"FF{xlsx.FILLS[Tone.BAD][1:]}", f"FF{xlsx_page.HEADING[1:]}"}


def test_no_letter_is_drawn_with_the_font_of_a_theme() -> None:
    """A theme would name another font, whatever the cell says."""
    assert b"<scheme" not in opened().part("xl/styles.xml")
