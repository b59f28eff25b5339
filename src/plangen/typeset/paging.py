"""Paging: what flows, cut into pages, each thing at its height."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plangen.document.blocks import Orientation
from plangen.sheet.arrangement import Blank, NewPage, SetImprint, SetMark, SetSignature
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage
from plangen.sheet.geometry import (
    MM_PER_POINT,
    RULE_THICKNESS,
    TWIPS_PER_MM,
    TYPE_BOTTOM,
    TYPE_LEFT,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.imprint import imprint_bottom, imprint_rows
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.signature import Step, signature_blocks
from plangen.sheet.styles import STYLES
from plangen.typeset.flow import Flowed, Placeable
from plangen.typeset.paragraphs import SetParagraph
from plangen.typeset.tables import CELL_LINE, SetRow, SetTableRows, row_height

NEARLY = 1e-6
TEXT = frozenset(("body", "flush", "roster", "heading1", "heading2", "heading3", "heading4"))


@dataclass(frozen=True, slots=True)
class TextLine:
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
    """A block of a signature: the whole, or the rows that stand on one page."""

    item: SetSignature
    number: int
    count: int
    step: Step


What = TextLine | TableRow | SignaturePart | SetMark | SetDoubleRules | SetImprint | NewPage


@dataclass(frozen=True, slots=True)
class Placed:
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


def paged(flowed: Sequence[Flowed], profile: Profile, fitting: Fitting = AS_IT_FALLS) -> Pages:
    """Cut a document into pages."""
    notice_line = (fitting.notice_pitch or profile.pitch) / TWIPS_PER_MM
    pages = Pages(profile, profile.line, notice_line, fitting)
    if not any(isinstance(item, SetMark) for item in flowed):
        pages.line = notice_line
    for position, item in enumerate(flowed):
        match item:
            case SetParagraph():
                _take_paragraph(pages, item, flowed[position + 1 : position + 2])
            case Blank():
                for _ in range(item.lines):
                    pages.take(pages.line)
            case SetTableRows():
                _take_table(pages, item)
            case NewPage():
                _take_new_page(pages, item)
            case _:
                _take_set(pages, item)
    return pages


def _take_set(pages: Pages, item: Placeable) -> None:
    match item:
        case SetMark():
            pages.put(item)
            pages.go_on(item.layout.bottom)
        case SetDoubleRules():
            pages.put(item)
            pages.go_on(item.elements_top)
        case SetSignature():
            _take_signature(pages, item)
        case SetImprint():
            _take_imprint(pages, item)


def _take_paragraph(pages: Pages, paragraph: SetParagraph, following: Sequence[Flowed]) -> None:
    line = paragraph.line
    count = len(paragraph.lines)
    kept = paragraph.style.keep_with_next and following and len(line.runs) == 1
    if kept and not pages.fits((count + 1) * pages.line):
        pages.turn()
    for number in range(count):
        if number == count - 1 and _goes_along(pages, following):
            pages.turn()
        pages.take(pages.line, TextLine(paragraph, number, pages.line))
    if line.rule_below:
        space = pages.profile.rule_space(paragraph.style.size) * MM_PER_POINT
        pages.used += space + RULE_THICKNESS
    if line.ends_head:
        pages.line = pages.notice_line


def _goes_along(pages: Pages, following: Sequence[Flowed]) -> bool:
    """Whether the last line of the text leaves its page, so that 署名 and date have company."""
    if not (pages.fitting.text_along and following and isinstance(following[0], SetSignature)):
        return False
    before = pages.placed[-1]  # page 1 must not lose all its text (7.3.3)
    if before.page != pages.page or not is_text(before.what):
        return False
    return not pages.fits(pages.line + _signature_heights(pages, following[0])[1][0])


def _signature_heights(pages: Pages, item: SetSignature) -> tuple[Step, list[float]]:
    """How the lines of a signature follow each other, and the heights of its blocks."""
    leading = pages.profile.body_bottom - TYPE_BOTTOM
    fitting = pages.fitting
    step = Step(pages.line, leading, fitting.seal_clearance, fitting.rows_part)
    return step, signature_blocks(item.signature, step, item.note)


def is_text(what: What) -> bool:
    """Whether something placed is 正文, and not a title, a name or a frame around it."""
    if isinstance(what, TextLine):
        return what.paragraph.line.style in TEXT
    return isinstance(what, TableRow)


def _take_new_page(pages: Pages, item: NewPage) -> None:
    pages.orientation = item.orientation
    pages.turn()
    pages.line = pages.profile.line
    pages.put(item)


def _take_signature(pages: Pages, item: SetSignature) -> None:
    """Names, date and note on one page; seals that fill more than a page go row by row."""
    step, heights = _signature_heights(pages, item)
    for number, height in enumerate(heights):
        pages.take(height, SignaturePart(item, number, len(heights), step))
        if number == 0:
            pages.signature_alone = not pages.has_text


def _take_table(pages: Pages, table: SetTableRows) -> None:
    pages.begin_at_ink()
    if not pages.holds(table.head_height + sum(row.height for row in table.rows[:1])):
        pages.turn()
        pages.begin_at_ink()
    _put_head(pages, table, repeated=False)
    for row in table.rows:
        if not pages.holds(row.height) and pages.used > pages.ink_top + table.head_height + NEARLY:
            _turn_in_table(pages, table)
        first = 0
        for end in _ends(pages, table, row):
            if first:
                _turn_in_table(pages, table)
            part = TableRow(table, row, first, end)
            pages.put(part)
            pages.used += part.height
            first = end


def _turn_in_table(pages: Pages, table: SetTableRows) -> None:
    """The next page begins with the table's head once more."""
    pages.turn()
    pages.begin_at_ink()
    _put_head(pages, table, repeated=True)


def _put_head(pages: Pages, table: SetTableRows, repeated: bool) -> None:
    for row in table.head:
        pages.put(TableRow(table, row, 0, row.lines, repeated))
        pages.used += row.height


def _ends(pages: Pages, table: SetTableRows, row: SetRow) -> Iterable[int]:
    """Where a row is cut: at its end, or, where it is longer than a page, page by page."""
    room = int((pages.ink_bottom - pages.used - row_height(0)) / CELL_LINE + NEARLY)
    if row.lines <= max(room, 1):
        return (row.lines,)
    whole = pages.ink_bottom - pages.ink_top - table.head_height
    fresh = int((whole - row_height(0)) / CELL_LINE + NEARLY)
    return (*range(max(room, 1), row.lines, max(fresh, 1)), row.lines)


def _take_imprint(pages: Pages, item: SetImprint) -> None:
    """The last page, an even one, with room for the 版记 (7.4.1, 7.5)."""
    rows = imprint_rows(item.imprint)
    if not rows:
        return
    pages.imprint_page = _imprint_page(pages, item, sum(row.height for row in rows))
    pages.orientation = "portrait"
    if pages.imprint_page is not ImprintPage.SAME:
        pages.turn()
    if pages.imprint_page is ImprintPage.AFTER_BLANK:
        pages.turn()
    pages.placed.append(Placed(pages.page, pages.profile.top, item))


def _imprint_page(pages: Pages, item: SetImprint, needed: float) -> ImprintPage:
    """A letter's 版记 (10.1) takes any page with room for it; others an even one."""
    left = imprint_bottom(item.ruled) - pages.profile.top - pages.used
    fits = pages.orientation == "portrait" and needed + pages.profile.line / 2 <= left
    if not item.ruled:
        return ImprintPage.SAME if fits else ImprintPage.NEXT
    if pages.page % 2:
        return ImprintPage.NEXT
    return ImprintPage.SAME if fits else ImprintPage.AFTER_BLANK
