"""Fixed wordings of the elements: how dates, organ lists and lines of the 版记 are printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plangen.document.elements import Attendees, Document, Imprint, OrganGroup
from plangen.quantity.undecided import UNDECIDED, Undecided, shown


def chinese_date(day: date | Undecided) -> str:
    """成文日期 (7.3.5.4): Arabic digits, the full year, no leading zeros."""
    if day is UNDECIDED:
        return shown(day)
    return f"{day.year}年{day.month}月{day.day}日"


def organ_list(groups: Iterable[OrganGroup]) -> str:
    """Organs as recipients: 、 inside a group of one kind, ， between groups."""
    return "，".join("、".join(group) for group in groups)


def recipients_line(document: Document) -> str:
    """主送机关 (7.3.2): the organs and a full-width colon; empty where there are none."""
    return f"{organ_list(document.recipients)}：" if document.recipients else ""


def copies_line(groups: Iterable[OrganGroup]) -> str:
    """The organs of 抄送 or 主送 in the 版记 (7.4.2), closed by a full stop."""
    return f"{organ_list(groups)}。"


def printed_line(imprint: Imprint) -> str:
    """印发日期 (7.4.3): the date and 印发; empty where no date is known."""
    return f"{chinese_date(imprint.printed_on)}印发" if imprint.printed_on else ""


def note_line(note: str) -> str:
    """附注 (7.3.6) in full-width round brackets."""
    return f"（{note}）"


def annex_label(number: int, count: int) -> str:
    """附件, or 附件2 where there are several (7.3.7)."""
    return f"附件{number}" if count > 1 else "附件"


def copy_number(number: str) -> str:
    """份号 (7.2.1): six Arabic digits."""
    return number.zfill(6)


def attendance_list(attendees: Iterable[Attendees]) -> str:
    """Those who attended (10.3), organ by organ: 、 between names, ， between organs."""
    return "，".join(f"{group.organ}{'、'.join(group.names)}" for group in attendees)


def document_name(document: Document) -> str:
    """What a file calls a document: its title, or the mark and number of an order without one."""
    if document.title:
        return document.title.replace("\n", "")
    mark, number = document.head.mark, document.head.number
    name = f"{'、'.join(mark.organs)}{mark.suffix}" if mark else ""
    return f"{name}（{number}）" if number else name
