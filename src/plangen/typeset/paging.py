"""Paging: what flows, cut into pages, each thing at its height."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.sheet.arrangement import Blank, NewPage, SetImprint, SetMark, SetSignature
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage
from plangen.sheet.geometry import (
    MM_PER_POINT,
    RULE_THICKNESS,
    TWIPS_PER_MM,
    TYPE_BOTTOM,
    Profile,
)
from plangen.sheet.imprint import imprint_bottom, imprint_rows
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.signature import Step, saved_at_top, signature_blocks
from plangen.typeset.flow import Flowed, Placeable
from plangen.typeset.pages import Pages, Placed, SignaturePart, TextLine, is_text
from plangen.typeset.paragraphs import SetParagraph
from plangen.typeset.table_pages import take_table
from plangen.typeset.tables import SetTableRows


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
                take_table(pages, item)
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


def _take_new_page(pages: Pages, item: NewPage) -> None:
    pages.orientation = item.orientation
    pages.turn()
    pages.line = pages.profile.line
    pages.put(item)


def _take_signature(pages: Pages, item: SetSignature) -> None:
    """Names, date and note on one page; seals that fill more than a page go row by row."""
    step, heights = _signature_heights(pages, item)
    for number, height in enumerate(heights):
        at_top = number > 0 and not pages.fits(height)
        if at_top:
            pages.turn()
            height -= saved_at_top(item.signature, step)
            pages.top_rows.append(number)
        pages.take(height, SignaturePart(item, number, len(heights), step, at_top))
        if number == 0:
            pages.signature_alone = not pages.has_text


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
