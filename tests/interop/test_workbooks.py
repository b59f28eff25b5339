"""Workbooks in other programs: Office's schemas, and what LibreOffice Calc saves of them."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from plangen.jobs.workbooks import empty_workbook, export_workbook, import_workbook
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.report.audit_grids import audit_workbook
from plangen.writers.xlsx import write_xlsx
from tests.load.edited_books import doubtful, edited
from tests.load.test_workbook_formats import check_doubtful, check_edited
from tests.report.audits import FULL, audit
from tests.report.composing import advise

from . import office, validator

PLACE = Workspace.at(Path(__file__).parents[2])
NAMES = ("shancheng/plan-2020", "wuhan/tasks-2021", "national/scheme-2018", "national/tasks-2020")
FORMATS = {
    "ods": "ods:calc8",
    "xls": "xls:MS Excel 97",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
}


@pytest.fixture(scope="module")
def saved(word_processor: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbooks of all documents in every format."""
    folder = tmp_path_factory.mktemp("calc")
    sources = []
    for name in NAMES:
        sources.append(folder / f"{name.replace('/', '-')}.xlsx")
        sources[-1].write_bytes(export_workbook(PLACE, name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffix, form in FORMATS.items():
        command = ["soffice", profile, "--headless", "--convert-to", form]
        _, said = office.run_for_output(
            [*command, "--outdir", str(folder / suffix), *map(str, sources)]
        )
        if "could not be loaded" in said:
            pytest.skip("missing: LibreOffice Calc (scripts/install-interop.sh)")
    return folder


def test_offices_own_schemas_find_nothing(open_xml_validator: None, tmp_path: Path) -> None:
    workbooks = {
        "plan": export_workbook(PLACE, NAMES[0]),
        "empty": empty_workbook(PLACE),
        "audit": write_xlsx(audit_workbook([FULL], advise)),
        "nothing": write_xlsx(audit_workbook([audit()], advise)),
    }

    for name, content in workbooks.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(content)

        assert validator.findings(path) == []


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_what_calc_saves_is_read_as_it_was(saved: Path, name: str, suffix: str) -> None:
    imported = import_workbook(PLACE, saved / suffix / f"{name.replace('/', '-')}.{suffix}")

    assert imported.facts == Library(PLACE).load(name).facts
    assert imported.findings == ()


def test_lists_to_choose_from_and_paper_survive_in_xlsx(saved: Path) -> None:
    with ZipFile(saved / "xlsx/shancheng-plan-2020.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        book = archive.read("xl/workbook.xml").decode()

    assert len(re.findall('<dataValidation [^>]*type="list"', sheet)) == 4
    assert re.findall("<formula1>([^<$]*)", sheet) == ["选项!"] * 4
    assert 'orientation="landscape"' in sheet
    assert "目标!$A:$B,目标!$1:$1" in book


def test_lists_to_choose_from_survive_in_ods(saved: Path) -> None:
    with ZipFile(saved / "ods/shancheng-plan-2020.ods") as archive:
        content = archive.read("content.xml").decode()

    lists = re.findall(r'table:condition="of:cell-content-is-in-list\(\[([^\]]*)\]', content)
    assert len(lists) == 5  # four of 目标, one of 小组
    assert all("选项" in source for source in lists)


@pytest.fixture(scope="module")
def changed(saved: Path) -> Path:
    """A folder with workbooks that people edited, as Calc saves them in every format."""
    folder = saved / "changed"
    folder.mkdir()
    (folder / "edited.xlsx").write_bytes(edited())
    (folder / "doubtful.xlsx").write_bytes(doubtful())
    for suffix, form in FORMATS.items():
        profile = f"-env:UserInstallation={(saved / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir"]
        paths = map(str, sorted(folder.glob("*.xlsx")))
        office.run_for_output([*command, str(folder / suffix), *paths])
    return folder


@pytest.mark.parametrize("suffix", FORMATS)
def test_cells_mean_the_same_in_every_format(changed: Path, suffix: str) -> None:
    check_edited(changed / suffix / f"edited.{suffix}")


@pytest.mark.parametrize("suffix", FORMATS)
def test_cells_are_refused_in_every_format(changed: Path, suffix: str) -> None:
    check_doubtful(changed / suffix / f"doubtful.{suffix}")
