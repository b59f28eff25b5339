"""署名, 成文日期 and the places of the seals (7.3.5)."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.document.elements import Signature
from plangen.document.wording import chinese_date
from plangen.sheet.arrangement import SetSignature
from plangen.sheet.geometry import CELL, TYPE_LEFT
from plangen.sheet.runs import Tab
from plangen.sheet.signature import (
    BLANKS_PLAIN,
    BLANKS_SEALED,
    DATE_INDENT,
    PLAIN_INDENT,
    StampedRow,
    Step,
    date_at_right,
    note_drop,
    plain_signature,
    rows_apart,
    seal_room,
    sealed_rows,
    signature_blocks,
    stamped_date_top,
    stamped_rows,
)
from plangen.writers.docx.drawings import Drawings
from plangen.writers.docx.paragraphs import add_blanks, add_tabs, add_white, paragraph
from plangen.writers.docx.styles import character_style_id
from plangen.writers.docx.wml import Element, add, give, run, twips


def add_signature(
    parent: Element,
    item: SetSignature,
    step: Step,
    drawings: Drawings,
    top_rows: Sequence[int] = (),
) -> None:
    """Names, date, note, and for sealed documents one seal place a name, or signature stamps.

    All of it stays on one page, seals included; only rows that fill more than one may part. The
    rows ``top_rows``, counted from 0, begin a page.
    """
    line = step.line
    before = len(parent)
    rows: list[int] = []
    if item.signature.stamps:
        rows = _stamped(parent, item.signature, line, drawings)
    elif item.signature.sealed:
        rows = _sealed(parent, item.signature, step, drawings, top_rows)
    else:
        _plain(parent, item.signature)
    _add_note(parent, item, step)
    elements = list(parent[before:])
    ends = {len(elements)}
    if len(signature_blocks(item.signature, step, item.note)) > 1:
        ends |= {end - before for end in rows[:-1]}
    for position, element in enumerate(elements, 1):
        if position not in ends:
            give(element, "keepNext")


def _add_note(parent: Element, item: SetSignature, step: Step) -> None:
    """附注 below the date, clear of the seals, and the white that keeps these in the type area."""
    room = seal_room(item.signature, step)
    if item.note:
        drop = note_drop(item.signature, step)
        if drop:
            add_white(parent, drop, step.line)
        run(paragraph(parent, "note")[0], item.note)
        room -= drop + step.line
    if room > 0:
        add_blanks(parent, 1, twips(room))


def _sealed(
    parent: Element,
    signature: Signature,
    step: Step,
    drawings: Drawings,
    top_rows: Sequence[int],
) -> list[int]:
    """The rows of names over their seals, and the date; gives where the paragraphs of each end."""
    above = BLANKS_SEALED
    ends = []
    for number, row in enumerate(sealed_rows(signature)):
        begins = len(parent)
        add_blanks(parent, BLANKS_SEALED if number in top_rows else above)
        if number in top_rows:
            give(parent[begins], "pageBreakBefore")
        element = _centred(parent, "signature", [(seal.organ, seal.centre) for seal in row.seals])
        for seal in row.seals:
            drawings.add_seal(element, seal, -step.seal_rise)
        above = rows_apart(signature, step.line) - 1
        ends.append(len(parent))
    if date_at_right(signature):
        _date_at_right(parent, signature, DATE_INDENT)
    else:
        _centred(parent, "date", [(chinese_date(signature.date), row.seals[-1].centre)])
    return ends


def _centred(parent: Element, style: str, texts: list[tuple[str, float]]) -> Element:
    """Texts side by side, each centred at its place in mm from the page's left."""
    element, properties = paragraph(parent, style)
    stops = (Tab((centre - TYPE_LEFT) / CELL, "center") for _, centre in texts)
    add_tabs(properties, tuple(stops))
    for characters, _ in texts:
        run(element, f"\t{characters}")
    return element


def _date_at_right(parent: Element, signature: Signature, indent: int) -> None:
    """The date so many characters from the right, whatever the width of the font's digits."""
    element, properties = paragraph(parent, "date")
    add(properties, "ind", rightChars=indent * 100, right=twips(indent * CELL))
    add(properties, "jc", val="right")
    run(element, chinese_date(signature.date))


def _plain(parent: Element, signature: Signature) -> None:
    placed = plain_signature(signature)
    add_blanks(parent, BLANKS_PLAIN)
    for organ, left in placed.names:
        element, properties = paragraph(parent, "signature")
        add(properties, "ind", left=twips(left))
        run(element, organ)
    if placed.date_at_right:
        _date_at_right(parent, signature, PLAIN_INDENT)
        return
    element, properties = paragraph(parent, "date")
    add(properties, "ind", left=twips(placed.date_left))
    run(element, chinese_date(signature.date))


def _stamped(parent: Element, signature: Signature, line: float, drawings: Drawings) -> list[int]:
    """职务 and stamps row by row, then the date; gives the number of elements at each row's end."""
    rows = stamped_rows(signature, line, drawings.proportions)
    ends = []
    reached = 0.0
    for row in rows:
        top = row.office_top(line)
        add_white(parent, top - reached, line)
        for position, office in enumerate(row.office):
            element = _office(parent, row, office, last=position == len(row.office) - 1)
            if position == 0 and row.stamp.picture:
                drawings.add_stamp(element, row, row.stamp_top - top)
        reached = top + len(row.office) * line
        ends.append(len(parent))
    add_white(parent, stamped_date_top(rows, line) - reached, line)
    _date_at_right(parent, signature, DATE_INDENT)
    return ends


def _office(parent: Element, row: StampedRow, office: str, last: bool) -> Element:
    """A line of 职务 that ends left of the stamp; the last has the name that no picture shows."""
    element, properties = paragraph(parent, "signature")
    ends = [row.office_right]
    named = last and not row.stamp.picture
    if named:
        ends.append(row.left + row.width)
    add_tabs(properties, tuple(Tab((end - TYPE_LEFT) / CELL, "right") for end in ends))
    run(element, f"\t{office}")
    if named:
        run(element, f"\t{row.stamp.name}", character_style_id("stamp_name"))
    return element
