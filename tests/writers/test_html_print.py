"""The page as WeasyPrint prints it: the standard's measures, full lines, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from io import BytesIO
from pathlib import Path

import page as validator
import pdfplumber
import pikepdf
import pytest

from plangen.document.blocks import Paragraph
from plangen.document.elements import Annex, Document
from plangen.document.inline import AnnexReference, Text
from plangen.errors import InputError, UsageError
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import PROFILES
from plangen.typeset.titles import broken_titles
from plangen.writers import weasyprint
from plangen.writers.html.print_style import overleaf_style
from plangen.writers.html.writer import write_html
from plangen.writers.pdf.variants import Variant
from plangen.writers.weasyprint import print_html
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import NOTICE
from tests.fonts.stand_ins import stand_in
from tests.interop.ruler import measure
from tests.interop.standard import LINE, LINES, MARK_TOP, PAGE_NUMBER_CENTRE, POINT, PORTRAIT
from tests.measured.printing import FIXTURES, Printed
from tests.measured.reading import justified

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
pytestmark = pytest.mark.skipif(
    any(find_library(name) is None for name in LIBRARIES),
    reason="missing: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)
PROFILE = PROFILES["gb33476"]
VARIANTS: dict[Variant, str] = {"pdf/a-2b": "2b", "pdf/a-2u": "2u", "pdf/ua-1": "ua1"}
SHORT = 1.0  # mm: a line that ends so far from the edge is seen to be short
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAC"
    "hwGA60e6kgAAAABJRU5ErkJggg=="
)
TWO_PRINTS = """
import sys
from plangen.sheet.geometry import PROFILES
from plangen.writers.html.writer import write_html
from plangen.writers.weasyprint import print_html
from tests.document.samples import NOTICE
sys.stdout.buffer.write(print_html(write_html(NOTICE, PROFILES["gb33476"]), "pdf/a-2b"))
"""
WITHOUT_LIBRARY = """
import sys
import cffi
from plangen.errors import InputError, UsageError
from plangen.writers.weasyprint import print_html
opened = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if sys.argv[1] in name:
        raise OSError("cannot load library")
    return opened(self, name, flags)
cffi.FFI.dlopen = dlopen
try:
    print_html(b"<p>")
except UsageError as error:
    print(error)
"""


def printed_bytes(document: Document, variant: Variant = "pdf") -> bytes:
    overleaf = overleaf_style(document, PROFILE)
    return print_html(write_html(document, PROFILE), variant, overleaf)


def run(program: str, *arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(
        command, env={**os.environ, **environment}, check=True, capture_output=True
    ).stdout


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    """A plan of 18 pages on paper."""
    stand_in("FandolFang-Regular.otf")
    document, _ = Renderer(Workspace.at(FIXTURES)).document("yunxi/plan-2021")
    document = broken_titles(document)
    path = tmp_path_factory.mktemp("print") / "plan.pdf"
    path.write_bytes(printed_bytes(document))
    with measure(path) as ruler:
        yield Printed(document, path, ruler)


def test_every_full_line_reaches_the_edge_and_none_goes_beyond(plan: Printed) -> None:
    lines = justified(plan)

    ends = [line.row.glyphs[-1].x1 for line in lines]

    assert len(ends) > 150
    assert [line.row.text for line, x in zip(lines, ends, strict=True) if x < 184 - SHORT] == []
    assert max(ends) < 184 + 0.3


def test_full_pages_have_22_lines_in_the_type_area(plan: Printed) -> None:
    pages = plan.ruler.full_pages

    steps = [step for page in pages for step in plan.ruler.line_steps(page)]
    boxes = [plan.ruler.text_ink(page) for page in pages[:2]]

    assert len(pages) >= 7
    assert {plan.ruler.lines_per_page()[page] for page in pages} == {LINES}
    assert steps == pytest.approx([LINE] * len(steps), abs=0.02)
    for box in boxes:
        assert box is not None
        assert (box.top, box.bottom) == pytest.approx((PORTRAIT.top, PORTRAIT.bottom), abs=1)


def test_no_character_is_lost_and_none_is_added(plan: Printed) -> None:
    assert plan.drawn == plan.characters


def test_the_mark_the_page_numbers_and_the_imprint_are_in_their_places(plan: Printed) -> None:
    ruler = plan.ruler

    mark, rules = ruler.mark_ink(), ruler.imprint_rules()

    assert mark is not None
    assert mark.top == pytest.approx(MARK_TOP, abs=1)
    assert ruler.page_count % 2 == 0
    assert rules[-1].y == pytest.approx(PORTRAIT.bottom, abs=0.2)
    for page in plan.pages:
        number = ruler.page_number(page)
        assert number is not None
        assert number.text == f"—{page}—"
        assert number.centre == pytest.approx(PAGE_NUMBER_CENTRE, abs=0.3)
        assert number.side == ("right" if page % 2 else "left")


def test_a_link_covers_its_words_where_a_line_was_filled() -> None:
    stand_in("FandolFang-Regular.otf")
    text = Text("各单位要按照有关要求认真组织实施，并把结果报办公室，详见")
    blocks = (Paragraph((text, AnnexReference("a"), Text("。" + "甲" * 30))),)
    document = Document("通知", blocks=blocks, annexes=(Annex("表", id="a"),))

    with pdfplumber.open(BytesIO(printed_bytes(document))) as pdf:
        first = pdf.pages[0]
        (link, *_) = first.annots
        (word, *_) = first.search("附件")

    assert (link["x0"], link["x1"]) == pytest.approx((word["x0"], word["x1"]), abs=0.5)


def test_a_turned_page_has_its_number_at_the_foot_of_the_sheet() -> None:
    stand_in("FandolFang-Regular.otf")
    rows = Annex("表", (Paragraph.of("甲"),), orientation="landscape")

    with pdfplumber.open(BytesIO(printed_bytes(Document("通知", annexes=(rows, rows))))) as pdf:
        turned = pdf.pages[1:3]
        sizes = [(page.width * POINT, page.height * POINT) for page in turned]
        dashes = [[glyph for glyph in page.chars if glyph["text"] == "—"] for page in turned]

    assert sizes == [pytest.approx((297, 210), abs=0.1)] * 2
    for found in dashes:
        assert [(glyph["x0"] + glyph["x1"]) / 2 * POINT for glyph in found] == pytest.approx(
            [297 - PAGE_NUMBER_CENTRE] * 2, abs=1.5
        )
    even, odd = dashes
    one_character = 14 * POINT
    assert min(glyph["top"] for glyph in even) * POINT == pytest.approx(28 + one_character, abs=0.3)
    assert max(glyph["bottom"] for glyph in odd) * POINT == pytest.approx(
        184 - one_character, abs=0.3
    )


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("document", [NOTICE, LETTER, MINUTES, ORDER], ids=lambda d: d.form)
def test_an_independent_validator_finds_nothing(document: Document, variant: Variant) -> None:
    stand_in("FandolFang-Regular.otf")

    report = validator.validate_pdf_bytes(
        printed_bytes(document, variant), profile=VARIANTS[variant]
    )

    assert [f"{failure.rule_id} {failure.message}" for failure in report.failures] == []


def test_two_processes_print_the_same_bytes_which_know_no_clock() -> None:
    stand_in("FandolFang-Regular.otf")
    prints = [
        run(TWO_PRINTS, PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]

    with pikepdf.open(BytesIO(prints[0])) as pdf:
        dates = {key: str(value) for key, value in pdf.docinfo.items() if "Date" in key}

    assert prints[0] == prints[1]
    assert dates == {"/CreationDate": "D:20210308"}


@pytest.mark.parametrize("library", ["pango-1.0", "pangoft2", "harfbuzz-subset"])
def test_a_missing_library_is_told_in_one_line_that_names_the_packages(library: str) -> None:
    said = run(WITHOUT_LIBRARY, library, PYTHONUTF8="1").decode()

    assert said == (
        "WeasyPrint 缺少系统软件包，Debian、Ubuntu 上请运行："
        "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )


def test_nothing_outside_the_page_is_read(tmp_path: Path) -> None:
    picture = tmp_path / "a.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>甲</text></svg>')
    images = "".join(f'<img alt="" src="{source}">' for source in (picture.as_uri(), PIXEL))

    pdf = print_html(f"<!DOCTYPE html><title>题</title>{images}".encode())

    with pikepdf.open(BytesIO(pdf)) as file:
        assert len(file.pages[0].get_images()) == 1
    with pdfplumber.open(BytesIO(pdf)) as file:
        assert file.pages[0].chars == []


def test_characters_that_no_font_has_are_told_once_each_and_none_is_lost_in_silence() -> None:
    stand_in("FandolFang-Regular.otf")
    page = "<!DOCTYPE html><title>题</title><p>甲\U000f0002乙\U000f0002\U000f0001丙".encode()

    with pytest.raises(InputError) as caught:
        print_html(page)

    assert str(caught.value) == (
        "这台机器的字体里没有这些字：\U000f0002\U000f0001；"
        "请安装有这些字的字体，或改用默认的排版引擎（--engine grid）"
    )


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "LARGEST", 10)

    with pytest.raises(UsageError, match=re.escape("HTML 有 11 字节，超过上限 10")):
        print_html(b"<p>12345678")
