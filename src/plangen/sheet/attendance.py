"""出席、请假、列席 of minutes (10.3): one paragraph a kind, aligned behind its colon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from plangen.document.elements import Attendance, AttendanceKind
from plangen.document.wording import attendance_list
from plangen.sheet.runs import Line, Run


def attendance_lines(attendance: Iterable[Attendance]) -> Iterator[Line]:
    """The paragraphs in the order of the clause."""
    order = get_args(AttendanceKind)
    for part in sorted(attendance, key=lambda part: order.index(part.kind)):
        label = Run(f"{part.kind}：", "attendance_label")
        yield Line("attendance", (label, Run(attendance_list(part.attendees))))
