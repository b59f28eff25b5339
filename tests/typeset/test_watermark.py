"""A draft says so on every page, below everything else, and belongs to nothing that is read."""

import pytest

from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.pages.marks import GlyphRun, Page
from plangen.sheet.geometry import PROFILES
from plangen.sheet.watermark import WATERMARK_GREY
from plangen.typeset.document import typeset
from plangen.typeset.drawing import Extras
from tests.document.forms import LETTER, MINUTES, ORDER

FONTS = Fonts.found([])
PROFILE = PROFILES["gb33476"]
TURNED = parse(
    "<document><title>甲</title><p>见<annexref to='a'/>。</p>"
    "<annex id='a' orientation='landscape'><title>乙</title><p>丙。</p></annex></document>"
)


@pytest.mark.parametrize("document", [LETTER, ORDER, MINUTES, TURNED], ids=lambda d: d.title)
def test_every_page_begins_with_the_watermark_and_goes_on_as_without(document: Document) -> None:
    plain = typeset(document, PROFILE, FONTS).pages

    draft = typeset(document, PROFILE, FONTS, Extras(draft=True)).pages

    assert len(draft) == len(plain)
    for page, other in zip(draft, plain, strict=True):
        mark = page.marks[0]
        assert isinstance(mark, GlyphRun)
        assert (mark.text, mark.colour, mark.node) == ("草稿", WATERMARK_GREY, None)
        assert drawn(page)[1:] == drawn(other)


def drawn(page: Page) -> list[tuple[object, ...]]:
    """What is drawn and where, without the nodes, which are made anew each time."""
    return [
        (type(mark), mark.x, mark.y, getattr(mark, "text", ""), getattr(mark, "width", 0))
        for mark in page.marks
    ]


def test_it_stands_in_the_middle_of_the_page_whichever_way_that_is_turned() -> None:
    pages = typeset(TURNED, PROFILE, FONTS, Extras(draft=True)).pages

    assert {page.width > page.height for page in pages} == {True, False}
    for page in pages:
        mark = page.marks[0]
        assert isinstance(mark, GlyphRun)
        size = mark.size * 25.4 / 72
        left, right = mark.x, mark.x + mark.offsets[-1] + size
        assert (left + right) / 2 == pytest.approx(page.width / 2, abs=2)
        assert mark.y - size * 0.38 == pytest.approx(page.height / 2, abs=1)
        assert 0 < left < right < page.width
