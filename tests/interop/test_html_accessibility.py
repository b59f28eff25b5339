"""Pages in Chromium, on a phone and on a desk: axe-core finds nothing, and nothing runs out."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plangen.document.blocks import Cell, Column, Table
from plangen.document.elements import Document
from plangen.document.pictures import referenced_pictures
from plangen.jobs.render import Renderer
from plangen.load.pictures import read_pictures
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import PROFILES
from plangen.typeset.titles import broken_titles
from plangen.writers.html.writer import write_html
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.measured.printing import FIXTURES

from . import browser
from .browser import DESK, PHONE, Seen, look

NAMES = tuple("甲乙丙丁戊己庚辛壬")
WIDE = Document(
    "任务分解表",
    blocks=(
        Table(
            (Column(),) * len(NAMES),
            (tuple(Cell.of(name) for name in NAMES),),
            (tuple(Cell.of("推进工作，完善制度") for _ in NAMES),),
            caption="九列",
        ),
    ),
)
FAULTY = """<!DOCTYPE html><html><head><title></title></head><body><h3>甲</h3>
<img src="data:," width="9" height="9"><p style="color:#ccc;background:#fff">看不清的文字</p>
</body></html>"""
DOCUMENTS = {"notice": NOTICE, "annexed": ANNEXED, "letter": LETTER, "minutes": MINUTES}
DOCUMENTS |= {"order": ORDER, "wide table": WIDE}
SAMPLES = ("yunxi/plan-2021", "yunxi/letter-2021", "anhe/minutes-2021", "anhe/order-2021")
NAMED = [*DOCUMENTS, "shancheng/plan-2020", *SAMPLES]


def _rendered(workspace: Path, name: str) -> bytes:
    document, _ = Renderer(Workspace.at(workspace)).document(name)
    pictures = read_pictures(workspace, referenced_pictures(document))
    return write_html(broken_titles(document), PROFILES["gb33476"], pictures)


@pytest.fixture(scope="session")
def pages(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Mapping[tuple[str, int], Seen]:
    """Every sample at both widths."""
    if missing := browser.missing():
        pytest.skip(f"missing: {'、'.join(missing)} (scripts/install-interop.sh)")
    contents = {
        name: write_html(document, PROFILES["gb33476"]) for name, document in DOCUMENTS.items()
    }
    contents["shancheng/plan-2020"] = _rendered(pytestconfig.rootpath, "shancheng/plan-2020")
    contents |= {name: _rendered(FIXTURES, name) for name in SAMPLES}
    contents["faulty"] = FAULTY.encode()
    paths = []
    for place, content in enumerate(contents.values()):
        paths.append(tmp_path_factory.mktemp("html") / f"{place}.html")
        paths[-1].write_bytes(content)
    return {
        (name, width): seen
        for width in (PHONE, DESK)
        for name, seen in zip(contents, look(paths, width), strict=True)
    }


EVERY_PAGE = pytest.mark.parametrize("name", NAMED)
BOTH_WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


@EVERY_PAGE
@BOTH_WIDTHS
def test_axe_finds_nothing(pages: Mapping[tuple[str, int], Seen], name: str, width: int) -> None:
    assert pages[name, width].violations == []


def test_axe_is_not_silent_on_faults(pages: Mapping[tuple[str, int], Seen]) -> None:
    rules = {rule for rule, _ in pages["faulty", DESK].violations}

    assert {"html-has-lang", "document-title", "image-alt", "color-contrast"} <= rules


@EVERY_PAGE
@BOTH_WIDTHS
def test_no_page_is_wider_than_its_window(
    pages: Mapping[tuple[str, int], Seen], name: str, width: int
) -> None:
    assert pages[name, width].width == width


def test_a_wide_table_scrolls_in_its_frame_on_a_phone(
    pages: Mapping[tuple[str, int], Seen],
) -> None:
    ((content, window),) = pages["wide table", PHONE].frames

    assert window < PHONE
    assert content > window * 2


def test_a_narrow_table_does_not_scroll(pages: Mapping[tuple[str, int], Seen]) -> None:
    ((content, window),) = pages["notice", PHONE].frames

    assert content == window


@BOTH_WIDTHS
def test_the_first_press_of_tab_shows_the_skip_link(
    pages: Mapping[tuple[str, int], Seen], width: int
) -> None:
    assert pages["notice", width].focused == ("跳到正文", True)
