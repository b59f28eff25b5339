"""Lines of the 版头 around the mark: 份号, 密级, 紧急程度, 发文字号, 签发人, 令号, 期号."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.elements import Document, Head, Signature
from plangen.document.wording import chinese_date, copy_number
from plangen.sheet.geometry import CHARACTERS
from plangen.sheet.runs import Line, Run, Tab

SIGNERS_A_LINE = 2  # 7.2.6
NUMBER_LEFT = 1.0  # 字 from the left of the type area (7.2.5)
SIGNERS_RIGHT = 27.0  # 字: one from its right (7.2.6)


def lines_above(head: Head) -> tuple[Line | None, ...]:
    """份号, 密级 and 紧急程度 above the mark (7.2.1 to 7.2.3); None is a blank line.

    密级 stays on line 2 where there is no 份号.
    """
    lines = tuple(Line(style, (Run(text),)) for style, text in _elements(head))
    return (None, *lines) if head.secrecy and not head.copy_number else lines


def _elements(head: Head) -> Iterator[tuple[str, str]]:
    """Style and text of 份号, 密级 and 紧急程度, in this order, those that there are."""
    if head.copy_number:
        yield "copy_number", copy_number(head.copy_number)
    if head.secrecy:
        yield "secrecy", str(head.secrecy)
    if head.urgency:
        yield "urgency", head.urgency


def letter_lines(head: Head) -> Iterator[Line]:
    """The elements below the first double rule of a letter, 发文字号 at the right (10.1)."""
    elements = list(_elements(head))
    if head.number:
        at_right = Tab(CHARACTERS, "right")
        first = [_at_left(style, text) for style, text in elements[:1]]
        yield Line("letter_number", (*first, Run(f"\t{head.number}")), tabs=(at_right,))
        del elements[:1]
    for style, text in elements:
        yield Line(style, (Run(text),))


def _at_left(style: str, text: str) -> Run:
    return Run(text) if style == "copy_number" else Run(text, style)  # 份号 is as the line is


def number_lines(document: Document) -> Iterator[Line]:
    """The lines below the mark: 令号 alone (10.2), or 发文字号 and what shares its red rule."""
    head = document.head
    number = (Run(str(head.number)),) if head.number else ()
    if document.form == "命令":
        if number:
            yield Line("order_number", number)
    elif head.signers:
        yield from _signer_lines(head)
    elif issue := issued_in_head(document):
        if number:
            yield Line("number", number)
        yield _issue_line(issue)
    elif head.mark or number:
        yield Line("number", number, rule_below=True)


def issued_in_head(document: Document) -> Signature | None:
    """署名 and date that stand above the red rule: those of minutes, unsealed (10.3, practice)."""
    signature = document.signature
    if document.form != "纪要" or signature is None or document.head.mark is None:
        return None
    return None if signature.sealed or signature.stamps else signature


def _issue_line(signature: Signature) -> Line:
    """编发机关 at the left and the date at the right of one line."""
    organs, day = "、".join(signature.organs), chinese_date(signature.date)
    tabs = (Tab(NUMBER_LEFT), Tab(SIGNERS_RIGHT, "right"))
    return Line("minutes_issue", (Run(f"\t{organs}\t{day}"),), tabs=tabs, rule_below=True)


def _signer_lines(head: Head) -> Iterator[Line]:
    """签发人 in pairs; the number stands on the signers' last line (7.2.5, 7.2.6)."""
    number = str(head.number) if head.number else ""
    rows = [
        head.signers[start : start + SIGNERS_A_LINE]
        for start in range(0, len(head.signers), SIGNERS_A_LINE)
    ]
    for position, row in enumerate(rows):
        last = position == len(rows) - 1
        label = "签发人：" if position == 0 else ""
        runs = [Run("\t" + (number if last else "")), Run("\t" + label)]
        runs.append(Run("　".join(row), "signer"))
        names = Tab(SIGNERS_RIGHT, "right") if position == 0 else Tab(_names_left(rows), "left")
        yield Line(
            "number_with_signers",
            tuple(runs),
            tabs=(Tab(NUMBER_LEFT), names),  # no indents: the red rule below keeps its width
            rule_below=last,
        )


def _names_left(rows: list[tuple[str, ...]]) -> float:
    """Where the first name of the first line begins, in characters: later lines align with it."""
    return SIGNERS_RIGHT - len("　".join(rows[0]))
