"""Audit reports in other programs: the page in Chromium, the workbook in LibreOffice."""

from dataclasses import replace

import pdfplumber
import pytest

from plangen.report.audit_grids import ROW_COLUMNS, ROW_KEYS, audit_workbook
from plangen.report.audit_page import audit_page
from plangen.writers.html.web_page import write_page
from plangen.writers.xlsx import write_xlsx
from tests.report.audits import FULL, audit
from tests.report.composing import advise

from . import browser, office
from .browser import DESK, PHONE, Seen, look

SEVERAL = (FULL, replace(audit(), document="yunxi/plan-2021"))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Seen]:
    """The page of one audit and of several, on a phone and on a desk."""
    if missing := browser.missing():
        pytest.skip(f"missing: {'、'.join(missing)} (scripts/install-interop.sh)")
    folder = tmp_path_factory.mktemp("audit")
    pages = {"one": audit_page([FULL], advise), "several": audit_page(SEVERAL, advise)}
    paths = [folder / f"{name}.html" for name in pages]
    for path, page in zip(paths, pages.values(), strict=True):
        path.write_bytes(write_page(page))
    return {
        (name, width): found
        for width in (PHONE, DESK)
        for name, found in zip(pages, look(paths, width), strict=True)
    }


@pytest.mark.parametrize("name", ["one", "several"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_and_nothing_runs_out(
    seen: dict[tuple[str, int], Seen], name: str, width: int
) -> None:
    found = seen[name, width]

    assert found.violations == []
    assert found.width == width
    assert found.focused == ("跳到正文", True)


@pytest.fixture(scope="module")
def printed(word_processor: None, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of the workbook as LibreOffice prints them, their words without blanks."""
    folder = tmp_path_factory.mktemp("workbook")
    path = folder / "audit.xlsx"
    path.write_bytes(write_xlsx(audit_workbook([FULL], advise)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf:calc_pdf_Export"]
    _, said = office.run_for_output([*command, "--outdir", str(folder), str(path)])
    if "could not be loaded" in said:
        pytest.skip("missing: LibreOffice Calc (libreoffice-calc-nogui)")
    pdf = folder / "audit.pdf"
    assert pdf.is_file(), said  # LibreOffice ends with 0 where it wrote nothing
    with pdfplumber.open(pdf) as document:
        assert {page.width > page.height for page in document.pages} == {True}
        return ["".join(page.extract_text().split()) for page in document.pages]


def test_the_workbook_prints_every_sheet(printed: list[str]) -> None:
    for sheet in ("核对结果", "汇总", "交叉检查", "覆盖", "豁免"):
        assert any(sheet in page for page in printed)


def test_every_page_of_rows_repeats_the_headings_and_keys(printed: list[str]) -> None:
    pages = [page for page in printed if "核对结果" in page[:40]]
    keys = [column.title for column in ROW_COLUMNS[:ROW_KEYS]]

    assert len(pages) == 2  # side by side
    assert all(key in page for page in pages for key in keys)


def test_days_are_printed_as_days(printed: list[str]) -> None:
    assert any("2020-12-31" in page for page in printed)
