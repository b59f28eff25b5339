"""How many lines and pages a document comes to on the grid, and where its 版记 belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from math import ceil

from plangen.document.blocks import Cell, Orientation, Slot, placed
from plangen.document.elements import Document
from plangen.document.outline import inline_text
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    SetTable,
    arrange,
)
from plangen.sheet.fitting import AS_IT_FALLS, SEAL_CLEARANCE, Fitting, ImprintPage
from plangen.sheet.geometry import (
    CELL,
    CHARACTERS,
    MM_PER_POINT,
    RULE_THICKNESS,
    TWIPS_PER_MM,
    TYPE_BOTTOM,
    TYPE_HEIGHT,
    TYPE_WIDTH,
    Profile,
)
from plangen.sheet.imprint import imprint_rows
from plangen.sheet.runs import Line
from plangen.sheet.signature import Step, signature_blocks
from plangen.sheet.styles import STYLES
from plangen.typeset.lines import break_lines, width

PITCH_STEP = 4  # twips
TIGHTEST_PITCH = 520  # twips, 26 points: closer lines would show
LOOSEST_PITCH = 780  # twips, 39 points: wider lines hand the last one to the next page
WIDER_SHOWS = 30  # twips: lines drawn apart show so much more than lines drawn together
CLEARANCE_SHOWS = 160  # twips: a seal that begins a line higher shows as much as that
CELL_PADDING = 3.0  # mm: both sides of a cell together
BORDER = 0.5  # points: the rule under a row


def line_count(line: Line, orientation: Orientation = "portrait") -> int:
    """How many lines of the grid a paragraph takes on a page of a direction."""
    style = STYLES[line.style]
    if not line.runs:
        return 1
    scale = STYLES["body"].size / style.size
    across = CHARACTERS if orientation == "portrait" else int(TYPE_HEIGHT / CELL)
    room = across * scale
    left = style.left if line.left is None else line.left
    first = style.first_line if line.first_line is None else line.first_line
    others = room - left - style.right
    lines = 0
    for piece in _set_text(line).split("\n"):
        lines += max(1, len(list(break_lines(piece, others - first, others))))
    return lines


def _set_text(line: Line) -> str:
    """The text with every stop filled up: as wide as it is when set."""
    text = ""
    stops = list(line.tabs)
    start = (line.left or 0) + (line.first_line or 0)
    for run in line.runs:
        for piece in run.text.partition("\t"):
            if piece == "\t" and stops:
                stop = stops.pop(0)
                if stop.kind == "left":
                    text += _filled(stop.position - start - width(text))
            elif piece:
                text += piece + _filled(run.spread - len(run.text) if run.spread else 0)
    return text


def _filled(cells: float) -> str:
    """White space at least so wide, in halves of a cell."""
    halves = max(0, ceil(cells * 2))
    return "　" * (halves // 2) + " " * (halves % 2)


@dataclass(slots=True)
class Pages:
    """Where the text has come to: the page, and the height left of it in mm."""

    profile: Profile
    line: float  # mm: the line step, smaller than the profile's where a notice had to be fitted
    notice_line: float
    fitting: Fitting = AS_IT_FALLS
    page: int = 1
    used: float = 0.0
    orientation: Orientation = "portrait"
    signature_alone: bool = False  # 署名 and date stand on a page without any text

    @property
    def height(self) -> float:
        """What a page holds, in mm."""
        if self.orientation == "landscape":
            return TYPE_WIDTH + self.profile.raised
        return self.profile.body_bottom - self.profile.top

    def turn(self) -> None:
        """Go on to the next page."""
        self.page += 1
        self.used = 0.0

    def take(self, amount: float) -> None:
        """Use so much of the page, or of the next one where it does not fit."""
        if self.used and self.used + amount > self.height + 1e-6:
            self.turn()
        self.used += amount

    def take_lines(self, count: int) -> None:
        """Lines of the grid, each on the page where it fits."""
        for _ in range(count):
            self.take(self.line)


def count_pages(document: Document, profile: Profile, fitting: Fitting = AS_IT_FALLS) -> Pages:
    """Set a document line by line on the grid, without placing glyphs."""
    return _set(arrange(document), profile, fitting)


def _set(items: tuple[Item, ...], profile: Profile, fitting: Fitting) -> Pages:
    notice_line = (fitting.notice_pitch or profile.pitch) / TWIPS_PER_MM
    pages = Pages(profile, profile.line, notice_line, fitting)
    if not any(isinstance(item, SetMark) for item in items):
        pages.line = pages.notice_line
    for position, item in enumerate(items):
        _take(pages, item, items[position + 1 :])
    return pages


def fit(document: Document, profile: Profile) -> Fitting:
    """What a document's pages need: a notice set closer or wider, the right page for the 版记."""
    items = arrange(document)
    fitting = _fit_notice(items, profile)
    pages = _set(items, profile, fitting)
    return replace(fitting, imprint_page=_imprint_page(document, pages))


def _fit_notice(items: tuple[Item, ...], profile: Profile) -> Fitting:
    """What keeps the signature from standing alone; the least that shows."""
    signed = next((n for n, item in enumerate(items, 1) if isinstance(item, SetSignature)), 0)
    notice = items[:signed]
    if not _set(notice, profile, AS_IT_FALLS).signature_alone:
        return AS_IT_FALLS
    parted = Fitting(rows_part=True)
    for tried in (*_adjustments(profile.pitch), parted):
        if not _set(notice, profile, tried).signature_alone:
            return tried
    return AS_IT_FALLS


@cache
def _adjustments(pitch: int) -> tuple[Fitting, ...]:
    """Line steps and clearances of the seals to try, those that show least before the others."""

    def shows(adjustment: tuple[int, float]) -> float:
        other, clearance = adjustment
        wider = WIDER_SHOWS if other > pitch else 0
        return abs(other - pitch) + wider + (SEAL_CLEARANCE - clearance) * CLEARANCE_SHOWS

    pitches = range(TIGHTEST_PITCH, LOOSEST_PITCH, PITCH_STEP)
    tried = sorted(product(pitches, (SEAL_CLEARANCE, 0.5, 0.25)), key=shows)
    return tuple(
        Fitting(notice_pitch=other if other != pitch else None, seal_clearance=clearance)
        for other, clearance in tried
    )


def _imprint_page(document: Document, pages: Pages) -> ImprintPage:
    """The last page, an even one, with room for the 版记 (7.4.1, 7.5)."""
    if document.imprint is None or not imprint_rows(document.imprint):
        return ImprintPage.SAME
    if pages.page % 2:
        return ImprintPage.NEXT
    needed = sum(row.height for row in imprint_rows(document.imprint))
    left = TYPE_BOTTOM - pages.profile.top - pages.used
    fits = pages.orientation == "portrait" and needed + pages.profile.line / 2 <= left
    return ImprintPage.SAME if fits else ImprintPage.AFTER_BLANK


def _take(pages: Pages, item: Item, following: tuple[Item, ...]) -> None:
    match item:
        case Line():
            _take_line(pages, item, following)
        case Blank():
            pages.take_lines(item.lines)
        case SetMark():
            leading = pages.profile.leading(STYLES["number"].size)
            pages.used = item.layout.top + item.layout.height - leading - pages.profile.top
        case SetSignature():
            _take_signature(pages, item)
        case SetTable():
            _take_table(pages, item)
        case NewPage():
            pages.turn()
            pages.orientation = item.orientation
            pages.line = pages.profile.line
        case SetImprint():
            pass


def _take_line(pages: Pages, line: Line, following: tuple[Item, ...]) -> None:
    lines = line_count(line, pages.orientation)
    if STYLES[line.style].keep_with_next and following and _alone(line):
        room = pages.height - pages.used
        if room < (lines + 1) * pages.line:
            pages.turn()
    pages.take_lines(lines)
    if line.rule_below:
        space = pages.profile.rule_space(STYLES[line.style].size) * MM_PER_POINT
        pages.used += space + RULE_THICKNESS
        pages.line = pages.notice_line


def _alone(line: Line) -> bool:
    """Whether a heading stands alone, without text of its own paragraph after it."""
    return len(line.runs) == 1


def _take_signature(pages: Pages, item: SetSignature) -> None:
    """Names, date and note on one page; seals that fill more than a page go row by row."""
    leading = pages.profile.body_bottom - TYPE_BOTTOM
    fitting = pages.fitting
    step = Step(pages.line, leading, fitting.seal_clearance, fitting.rows_part)
    page = pages.page
    first, *others = signature_blocks(item.signature, step, item.note)
    pages.take(first)
    pages.signature_alone = pages.page != page
    for height in others:
        pages.take(height)


def _take_table(pages: Pages, item: SetTable) -> None:
    table = item.table
    total = TYPE_WIDTH if pages.orientation == "portrait" else TYPE_HEIGHT
    weight = sum(column.weight for column in table.columns)
    widths = [total * column.weight / weight for column in table.columns]
    head, body = (
        [_row_height(slots, widths, item.labels) for slots in placed(rows, len(widths))]
        for rows in (table.head, table.rows)
    )
    pages.take(sum(head))
    for height in body:
        page = pages.page
        pages.take(height)
        if pages.page != page:
            pages.used += sum(head)


def _row_height(slots: list[Slot], widths: list[float], labels: Mapping[str, str]) -> float:
    """The height of a row's tallest cell, in mm; one that reaches down counts in its first row."""
    tallest = 1
    style = STYLES["table_cell"]
    for slot in slots:
        if slot.cell:
            room = sum(widths[slot.column : slot.column + slot.columns]) - CELL_PADDING
            lines = _cell_lines(slot.cell, room / (style.size * MM_PER_POINT), labels)
            tallest = max(tallest, ceil(lines / slot.cell.rows))
    return (tallest * (style.line or 0) + BORDER) * MM_PER_POINT


def _cell_lines(cell: Cell, room: float, labels: Mapping[str, str]) -> int:
    return sum(
        max(1, sum(1 for _ in break_lines(inline_text(p.content, labels), room, room)))
        for p in cell.paragraphs
    )
