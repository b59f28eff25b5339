"""No document stops the proof."""

from dataclasses import replace

from hypothesis import given, settings

from plangen.document.blocks import Paragraph
from plangen.document.elements import Document
from plangen.errors import InputError, InvalidError
from plangen.fonts.fonts import Fonts, Glyph
from plangen.fonts.roles import FontRole
from plangen.pages.marks import Page
from plangen.proof.as_document import proof_document
from plangen.proof.as_text import proof_text
from plangen.proof.proof import prove
from plangen.typeset.titles import broken_titles
from tests.document.samples import ANNEXED
from tests.document.samples import NOTICE as WHOLE
from tests.document.trees import documents
from tests.proof.papers import SENTENCE
from tests.proof.setting import GRID, failed, laid


class AnyCharacter(Fonts):
    """Fonts that draw what they lack as another character, so that any text can be set."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts._shelf)

    def glyph(self, role: FontRole, character: str) -> Glyph:
        face = self.choice(role).face
        return face, face.glyph(character) or face.glyph("一")


@given(documents())
@settings(deadline=None, max_examples=60)
def test_any_document_can_be_proved(true: Fonts, document: Document) -> None:
    found = AnyCharacter(true)
    try:
        placed = laid(document, found)
    except (InputError, InvalidError):
        return  # deeper than four levels

    proof = placed.proof

    assert proof.rows
    assert proof_text(proof)
    assert proof_document(proof).annexes


@given(documents(), documents())
@settings(deadline=None, max_examples=30)
def test_pages_of_another_document_can_be_proved(
    true: Fonts, document: Document, other: Document
) -> None:
    found = AnyCharacter(true)
    try:
        placed = laid(document, found)
    except (InputError, InvalidError):
        return

    try:
        proof = prove(broken_titles(other), placed.pages, GRID, found)
    except InvalidError:
        return

    assert proof.rows


def test_empty_pages_can_be_proved(true: Fonts) -> None:
    placed = laid(WHOLE, true)
    blank = tuple(Page(page.width, page.height) for page in placed.pages.pages)

    proof = replace(placed, pages=replace(placed.pages, pages=blank)).proof

    assert ("7.2.4", "发文机关标志") in failed(proof)
    assert ("7.3.1", "标题") in failed(proof)


def test_every_element_of_the_samples_is_found(true: Fonts) -> None:
    for document in (WHOLE, ANNEXED):
        proof = laid(document, true).proof

        assert not [v for r in proof.rows for v in r.values if v.found == "页面上没有找到"]


def test_a_document_of_two_hundred_pages_is_proved(true: Fonts) -> None:
    lines = Paragraph.of(SENTENCE * 22)
    proof = laid(Document("关于做好工作的通知", blocks=(lines,) * 200), true).proof

    full = next(r for r in proof.rows if r.clause.element == "每面行数")
    assert len(full.pages) > 190
    assert failed(proof) == []
