"""What follows the text: the list of annexes, attendance, 署名 with its date, 附注, and 版记."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from plangen.document.elements import Attendance, AttendanceKind, Imprint
from plangen.document.outline import ListedAnnex
from plangen.document.wording import attendance_list, note_line
from plangen.sheet.imprint import imprint_rows
from plangen.writers.html.markup import Element, add, add_day, add_fact, add_text


def add_annex_list(parent: Element, notes: Iterable[tuple[ListedAnnex, str]]) -> None:
    """附件说明 (7.3.4): every name leads to its annex. ``notes`` come with the ids of these."""
    listed = add(parent, "dl", "annex-list")
    add(listed, "dt", text="附件：")
    for note, anchor in notes:
        item = add(listed, "dd", "numbered" if note.number else "")
        if note.number:
            add(item, "span", "number", note.number)
            add_text(item, " ")
        add(item, "a", text=note.title, href=f"#{anchor}")


def add_attendance(parent: Element, attendance: Iterable[Attendance]) -> None:
    """出席, 请假 and 列席 of minutes (10.3), in the order of the clause."""
    order = get_args(AttendanceKind)
    listed = add(parent, "dl", "attendance")
    for part in sorted(attendance, key=lambda part: order.index(part.kind)):
        add_fact(listed, "", f"{part.kind}：", attendance_list(part.attendees), seen=True)


def add_note(parent: Element, note: str) -> None:
    """附注 (7.3.6)."""
    add(parent, "p", "note", note_line(note))


def add_imprint(parent: Element, imprint: Imprint, ruled: bool) -> None:
    """版记 (7.4): 主送 and 抄送, then who printed it and when."""
    rows = imprint_rows(imprint)
    if not rows:
        return
    footer = add(add(parent, "footer", "foot"), "div", "imprint" if ruled else "imprint unruled")
    ruled_off = add(footer, "div", "rows")
    for row in rows:
        group = add(ruled_off, "div", "row")
        for paragraph in row.paragraphs:
            if paragraph.label:
                line = add(group, "p", "listed")
                add(line, "span", "label", paragraph.label)
                add_text(line, paragraph.text)
            else:
                _add_printed(group, imprint)


def _add_printed(parent: Element, imprint: Imprint) -> None:
    """印发机关 at the left, 印发日期 at the right."""
    line = add(parent, "p", "printed")
    add(line, "span", text=imprint.printed_by)
    if imprint.printed_on:
        add_text(line, " ")
        right = add(line, "span")
        add_day(right, imprint.printed_on)
        add_text(right, "印发")
