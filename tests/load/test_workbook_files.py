"""Workbooks as files: xlsx that is written, xls and ods that others made."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from plangen.errors import InputError, UsageError
from plangen.jobs.workbooks import (
    empty_workbook,
    export_workbook,
    import_workbook,
    save_imported,
    save_workbook,
)
from plangen.load.documents import Library
from plangen.load.workbooks.columns import SHEETS
from plangen.load.workbooks.opening import Sheet, open_workbook
from plangen.load.workspace import Workspace
from plangen.model.plans import DocumentFacts
from plangen.writers.xlsx_data import FormColumn, FormSheet, write_forms
from tests.load.workspaces import workspace

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLACE = Workspace.at(FIXTURES / "workspace")
PLAN = "yunxi/plan-2021"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def facts(name: str = PLAN) -> DocumentFacts:
    """The facts of a document of the fixtures."""
    return Library(PLACE).load(name).facts


def _table(sheet: Sheet, repeated: str) -> str:
    rows = "".join(
        f"<table:table-row{repeated}>{''.join(_cell(cell.text) for cell in row)}</table:table-row>"
        for row in sheet.rows
    )
    return f'<table:table table:name="{escape(sheet.name)}">{rows}</table:table>'


def _cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def ods(sheets: tuple[Sheet, ...], repeated: str = "") -> bytes:
    """An ods of the cells of sheets, as small as one can be."""
    tables = "".join(_table(sheet, repeated) for sheet in sheets)
    spaces = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return file.getvalue()


def test_an_xlsx_that_is_written_holds_all_the_facts(tmp_path: Path) -> None:
    for name in PLACE.document_ids():
        path = save_workbook(export_workbook(PLACE, name), tmp_path / f"{Path(name).name}.xlsx")

        assert import_workbook(PLACE, path).facts == facts(name)


def test_an_xls_is_read() -> None:
    imported = import_workbook(PLACE, FIXTURES / "workbooks/plan.xls")

    assert imported.facts == facts()
    assert imported.findings == ()


def test_an_ods_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.ods"
    path.write_bytes(ods(open_workbook(export_workbook(PLACE, PLAN), "plan.xlsx")))

    assert import_workbook(PLACE, path).facts == facts()


def test_an_ods_whose_rows_are_repeated_without_end_is_refused() -> None:
    content = ods(
        open_workbook(export_workbook(PLACE, PLAN), "plan.xlsx"),
        ' table:number-rows-repeated="1048576"',
    )

    with pytest.raises(InputError, match="太大"):
        open_workbook(content, "plan.ods")


def test_the_same_facts_give_the_same_bytes() -> None:
    assert export_workbook(PLACE, PLAN) == export_workbook(PLACE, PLAN)


def test_an_empty_workbook_explains_itself_and_holds_no_data(tmp_path: Path) -> None:
    path = save_workbook(empty_workbook(PLACE), tmp_path / "空表.xlsx")
    sheets = open_workbook(path.read_bytes(), path.name)

    assert [sheet.name for sheet in sheets] == [*(layout.title for layout in SHEETS), "选项"]
    for sheet, layout in zip(sheets, SHEETS, strict=False):
        marks = [row[0].text for row in sheet.rows]
        assert marks == ["行", "说明", "例"]
        assert [cell.text for cell in sheet.rows[0][1:]] == [c.title for c in layout.columns]
        assert all(cell.text for cell in sheet.rows[1])
    with pytest.raises(InputError, match="缺少 kind"):
        import_workbook(PLACE, path)


def test_the_examples_of_the_empty_workbook_are_data_once_their_mark_is_taken_away() -> None:
    """An example that could not be filled in like that would teach people what is wrong."""
    from plangen.jobs.workbooks import validated
    from plangen.load.workbooks.opening import SheetCell
    from plangen.load.workbooks.reading import workbook_data

    more = tuple(
        tuple(map(SheetCell, ("", *pair))) for pair in (("kind", "plan"), ("level", "street"))
    )
    sheets = []
    for sheet in open_workbook(empty_workbook(PLACE), "空表.xlsx"):
        top, _, *rest = sheet.rows
        examples = [(SheetCell(""), *row[1:]) for row in rest]
        added = more if sheet.name == "文件" else ()
        sheets.append(Sheet(sheet.name, (top, *examples, *added)))

    found = validated(workbook_data(tuple(sheets), "空表.xlsx", {})[0])

    assert (len(found.targets), len(found.groups), len(found.duties), len(found.tasks)) == (1,) * 4
    assert found.groups[0].members[0].offices == ("党工委副书记", "政法委员")


def test_cells_that_take_one_of_a_few_words_offer_them_to_choose_from() -> None:
    archive = zipfile.ZipFile(BytesIO(export_workbook(PLACE, PLAN)))
    sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    lists = archive.read("xl/sharedStrings.xml").decode()

    assert sheet.count('<dataValidation type="list"') == 4  # 指标, 比较, 强度, 层级
    assert "village_counseling_room_coverage" in lists
    assert "不低于" in lists


def test_what_a_workbook_leaves_out_comes_from_the_document_named(tmp_path: Path) -> None:
    columns = (FormColumn("部门"), FormColumn("职责"))
    sheet = FormSheet("部门职责", columns, (("平安建设办公室", "负责统筹。"),))
    path = tmp_path / "职责.xlsx"
    path.write_bytes(write_forms("职责", date(2021, 1, 1), (sheet,)))

    imported = import_workbook(PLACE, path, PLAN)

    assert [duty.text for duty in imported.facts.duties] == ["负责统筹。"]
    assert imported.facts.targets == facts().targets


def test_the_data_file_of_a_workbook_passes_the_check(tmp_path: Path) -> None:
    organs = (PLACE.root / "data/yunxi/organs.yaml").read_bytes()
    place = workspace(tmp_path, {"data/yunxi/organs.yaml": organs})
    folder = tmp_path / "data/yunxi"

    save_imported(import_workbook(PLACE, FIXTURES / "workbooks/plan.xls"), folder / "plan.yaml")

    assert Library(place).load("yunxi/plan").facts == facts()


def test_a_file_that_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = save_workbook(export_workbook(PLACE, PLAN), tmp_path / "a.xlsx")
    path.write_bytes(b"mine")

    with pytest.raises(UsageError, match="已被改动过"):
        save_workbook(export_workbook(PLACE, PLAN), path)

    save_workbook(export_workbook(PLACE, PLAN), path, force=True)
    assert path.read_bytes().startswith(b"PK")


def test_another_ending_than_xlsx_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="结尾"):
        save_workbook(b"", tmp_path / "a.xls")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="读不了文件"):
        import_workbook(PLACE, tmp_path / "none.xlsx")
