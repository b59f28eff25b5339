"""Pages in the making: where the text has come to, and what has been placed so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plangen.document.blocks import Orientation
from plangen.sheet.arrangement import NewPage, SetImprint, SetMark, SetSignature
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage
from plangen.sheet.geometry import (
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.signature import Step
from plangen.sheet.styles import STYLES
from plangen.typeset.paragraphs import SetParagraph
from plangen.typeset.tables import SetRow, SetTableRows, row_height

NEARLY = 1e-6
TEXT = frozenset(("body", "flush", "roster", "heading1", "heading2", "heading3", "heading4"))


class TextLine(NamedTuple):
    """Line ``number`` of a paragraph, in a line box ``height`` mm high."""

    paragraph: SetParagraph
    number: int
    height: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, or, where it is longer than a page, its lines ``first`` to ``end``.

    ``repeated`` rows of the head stand on a later page once more.
    """

    table: SetTableRows
    row: SetRow
    first: int
    end: int
    repeated: bool = False

    @property
    def height(self) -> float:
        """From rule to rule, in mm."""
        return row_height(self.end - self.first)


@dataclass(frozen=True, slots=True)
class SignaturePart:
    """A block of a signature: the whole, or row ``number`` of ``count``.

    ``at_top``: the row begins a page on which no text stands.
    """

    item: SetSignature
    number: int
    count: int
    step: Step
    at_top: bool = False


What = TextLine | TableRow | SignaturePart | SetMark | SetDoubleRules | SetImprint | NewPage


class Placed(NamedTuple):
    """Something on a page (counted from 1), its upper edge in mm from the page's top."""

    page: int
    top: float
    what: What


@dataclass(slots=True)
class Pages:
    """Where the text has come to: the page, and the height used of it in mm."""

    profile: Profile
    line: float  # mm: the line step, other than the profile's where a notice had to be fitted
    notice_line: float
    fitting: Fitting = AS_IT_FALLS
    page: int = 1
    used: float = 0.0
    orientation: Orientation = "portrait"
    has_text: bool = False  # the page that the text has come to shows some of it
    signature_alone: bool = False  # 署名 and date stand on a page without any text
    top_rows: list[int] = field(default_factory=list)  # rows of seals that begin a page
    imprint_page: ImprintPage = ImprintPage.SAME
    landscape: set[int] = field(default_factory=set)
    placed: list[Placed] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Where the lines of a page begin, in mm from its top."""
        if self.orientation == "landscape":
            return TYPE_LEFT - self.profile.raised
        return self.profile.top

    @property
    def height(self) -> float:
        """What a page holds, in mm."""
        if self.orientation == "landscape":
            return TYPE_WIDTH + self.profile.raised
        return self.profile.body_bottom - self.profile.top

    @property
    def ink_top(self) -> float:
        """Where the type area begins below the first line's upper edge, in mm: rules go there."""
        return self.profile.raised

    @property
    def ink_bottom(self) -> float:
        """Where the type area ends, as ``used`` counts."""
        return self.height if self.orientation == "landscape" else TYPE_BOTTOM - self.top

    def begin_at_ink(self) -> None:
        """Let what has rules of its own begin at the edge of the type area."""
        self.used = max(self.used, self.ink_top)

    def holds(self, amount: float) -> bool:
        """Whether so much fits above the lower edge of the type area."""
        return self.used + amount <= self.ink_bottom + NEARLY

    def turn(self) -> None:
        """Go on to the next page."""
        self.page += 1
        self.used = 0.0
        self.has_text = False
        if self.orientation == "landscape":
            self.landscape.add(self.page)

    def fits(self, amount: float) -> bool:
        """Whether so much still fits on the page; anything does on an empty one."""
        return not self.used or self.used + amount <= self.height + NEARLY

    def take(self, amount: float, what: What | None = None) -> None:
        """Use so much of the page, or of the next one where it does not fit."""
        if not self.fits(amount):
            self.turn()
        if what is not None:
            self.put(what)
        self.used += amount

    def go_on(self, edge: float) -> None:
        """Let the glyphs of the next line begin after ``edge`` mm from the page's top."""
        self.used = edge - self.profile.leading(STYLES["number"].size) - self.top

    def put(self, what: What) -> None:
        """Place something where the text has come to."""
        self.placed.append(Placed(self.page, self.top + self.used, what))
        if isinstance(what, TextLine | TableRow):
            self.has_text = True


def is_text(what: What) -> bool:
    """Whether something placed is 正文, and not a title, a name or a frame around it."""
    if isinstance(what, TextLine):
        return what.paragraph.line.style in TEXT
    return isinstance(what, TableRow)
