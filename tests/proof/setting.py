"""Documents set with fonts made on the spot, and their proofs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.fonts.fonts import Fonts
from plangen.pages.marks import GlyphRun, Mark, Pages
from plangen.proof.proof import Proof, prove
from plangen.proof.rows import Row, Value, Verdict
from plangen.sheet.geometry import PROFILES, Profile
from plangen.typeset.document import typeset
from plangen.typeset.drawing import Extras
from plangen.typeset.titles import broken_titles
from tests.fonts.made import ASCII, PUNCTUATION, font, fonts

GRID, NOMINAL = PROFILES["gb33476"], PROFILES["nominal"]
ADDED = "一二三四五六七八九十★第令命纪要签发人抄送主附件印年月日期号出席请假列特急加绝机秘密"
STAND_INS = {
    "NotoSerifCJK-Bold.ttf": "Noto Serif SC Bold",
    "FandolFang-Regular.ttf": "FandolFang R",
    "FandolKai-Regular.ttf": "FandolKai",
    "FandolHei-Regular.ttf": "FandolHei",
    "FandolSong-Regular.ttf": "FandolSong",
}


@dataclass(frozen=True)
class Laid:
    """A document on its pages."""

    document: Document
    pages: Pages
    profile: Profile
    fonts: Fonts

    @property
    def proof(self) -> Proof:
        return prove(self.document, self.pages, self.profile, self.fonts)

    def changed(self, change: Callable[[int, Mark], Mark | None]) -> Laid:
        """The same with marks changed; ``change`` is given the page and every mark on it."""
        pages = tuple(
            replace(page, marks=[new for m in page.marks if (new := change(number, m))])
            for number, page in enumerate(self.pages.pages, 1)
        )
        return replace(self, pages=replace(self.pages, pages=pages))


def true_fonts(folder: Path, *documents: Document) -> Fonts:
    """Fonts that call themselves as the true ones do, with the characters of some documents."""
    return fonts(folder, "".join(map(dump, documents)) + ADDED)


def stand_ins(folder: Path, *documents: Document) -> Fonts:
    """Fonts that call themselves as the free ones do."""
    characters = ASCII + PUNCTUATION + ADDED + "".join(map(dump, documents))
    for file, name in STAND_INS.items():
        font(folder / file, name, characters)
    return Fonts.found([folder], system=False)


def laid(
    document: Document, found: Fonts, profile: Profile = GRID, outline_seals: bool = False
) -> Laid:
    """Set a document; ``outline_seals`` draws the outlines of its seals."""
    shaped = broken_titles(document)
    pages = typeset(shaped, profile, found, Extras(outline_seals=outline_seals))
    return Laid(shaped, pages, profile, found)


def row(proof: Proof, number: str, element: str) -> Row:
    """The row of a clause about an element."""
    (found,) = [r for r in proof.rows if (r.clause.number, r.clause.element) == (number, element)]
    return found


def value(proof: Proof, number: str, element: str, label: str) -> Value:
    """The value of a row whose demand begins so."""
    (found,) = [v for v in row(proof, number, element).values if v.asked.startswith(label)]
    return found


def failed(proof: Proof) -> list[tuple[str, str]]:
    """The clauses and elements that do not conform."""
    return named(proof, Verdict.FAILS)


def named(proof: Proof, *verdicts: Verdict) -> list[tuple[str, str]]:
    return [(r.clause.number, r.clause.element) for r in proof.rows if r.verdict in verdicts]


def runs_of(pages: Pages, text: str) -> Iterable[GlyphRun]:
    """The runs that say a text."""
    for page in pages.pages:
        for mark in page.marks:
            if isinstance(mark, GlyphRun) and mark.text == text:
                yield mark
