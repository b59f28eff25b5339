"""特定格式 (10): 信函, 命令, 纪要."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import Rule
from plangen.proof.glyphs import Piece
from plangen.proof.head import below_mark, mark_rows
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths, missing
from plangen.proof.standard import (
    BELOW_DOUBLE,
    CELL,
    DOUBLE_FOOT,
    DOUBLE_LENGTH,
    EDGE,
    INDENT_TOLERANCE,
    PORTRAIT,
    RULE_GAP,
    RULE_GAP_TOLERANCE,
    SHORT_SIDE,
    SIZE_3,
)
from plangen.proof.subject import Subject
from plangen.proof.text import blank_lines

LETTER_MARK = Clause("10.1", "信函标志", Strength.RULE, "居中排布，上边缘至上页边为 30 mm")
DOUBLE_RULES = Clause(
    "10.1",
    "红色双线",
    Strength.RULE,
    "标志下 4 mm 上粗下细，距下页边 20 mm 上细下粗，长均为 170 mm，居中",
)
LETTER_NUMBER = Clause(
    "10.1", "信函发文字号", Strength.RULE, "顶格居版心右边缘，距第一条双线为3号汉字高度的7/8"
)
LETTER_CORNER = Clause(
    "10.1", "信函份号、密级、紧急程度", Strength.RULE, "顶格居版心左边缘编排在第一条红色双线下"
)
LETTER_TITLE = Clause("10.1", "信函标题", Strength.RULE, "与其上最后一个要素相距二行")
ORDER_MARK = Clause("10.2", "命令标志", Strength.RULE, "居中排布，上边缘至版心上边缘为 20 mm")
ORDER_NUMBER = Clause("10.2", "令号", Strength.RULE, "发文机关标志下空二行居中")
ORDER_TEXT = Clause("10.2", "命令正文", Strength.RULE, "令号下空二行编排正文")
ATTENDANCE = Clause(
    "10.3",
    "出席、请假、列席人员",
    Strength.USUALLY,
    "左空二字，标识用3号黑体字，回行与冒号后首字对齐",
)


def form_rows(subject: Subject) -> Iterator[Row]:
    """10.1, 10.2, 10.3."""
    match subject.document.form:
        case "信函":
            yield from _letter(subject)
        case "命令":
            yield from _order(subject)
        case "纪要":
            yield from _minutes(subject)


# 信函


def _letter(subject: Subject) -> Iterator[Row]:
    yield from mark_rows(subject, LETTER_MARK)
    doubles = _doubles(subject)
    if subject.document.head.mark:
        yield _double_rules(subject, doubles)
    yield from _letter_elements(subject, doubles)
    yield from _letter_title(subject)


def _doubles(subject: Subject) -> list[Rule]:
    rules = [rule for rule in subject.reading.rules(1) if rule.colour != "000000"]
    return sorted((rule for rule in rules if rule.width > 100), key=lambda rule: rule.y)


def _double_rules(subject: Subject, rules: list[Rule]) -> Row:
    """居中 may be meant of the page or of the type area: both are a millimetre apart."""
    if len(rules) != 4:
        return subject.row(DOUBLE_RULES, [fact("两条双线", f"{len(rules)} 条线", False)], (1,))
    first, second, third, fourth = rules
    centre = (SHORT_SIDE / 2 + PORTRAIT.centre) / 2
    foot = (third.y + fourth.y + fourth.height) / 2
    values = [
        lengths("长", [rule.width for rule in rules], DOUBLE_LENGTH, EDGE),
        lengths("中线", [rule.x + rule.width / 2 for rule in rules], centre, 1.5),
        lengths("第二条双线", [foot], DOUBLE_FOOT, EDGE),
        _weights("第一条上粗下细", first.height > second.height),
        _weights("第二条上细下粗", third.height < fourth.height),
    ]
    mark = subject.named.get("标志")
    if mark and mark.ink:
        gap = first.y - mark.ink.bottom
        values.insert(0, lengths("距标志", [gap], RULE_GAP, RULE_GAP_TOLERANCE))
    return subject.row(DOUBLE_RULES, values, (1,), (FontRole.XIAOBIAOSONG,))


def _weights(asked: str, holds: bool) -> Value:
    return fact(asked, "是" if holds else "不是", holds)


def _letter_elements(subject: Subject, doubles: list[Rule]) -> Iterator[Row]:
    named, head = subject.named, subject.document.head
    bottom = doubles[1].y + doubles[1].height if len(doubles) == 4 else None
    number = named.get("文号")
    if head.number and number is None:
        yield subject.row(LETTER_NUMBER, [missing()])
    elif number:
        values = [lengths("右缘", [number.right], PORTRAIT.right, EDGE)]
        if bottom is not None:
            values.append(lengths("距双线", [number.top - bottom], BELOW_DOUBLE, EDGE))
        yield subject.row(LETTER_NUMBER, values, number.pages, (FontRole.FANGSONG,))
    corner = [piece for name in ("份号", "密级", "紧急程度") if (piece := named.get(name))]
    if corner:
        lefts = [piece.left for piece in corner]
        values = [lengths("左缘", lefts, PORTRAIT.left, EDGE)]
        if bottom is not None:
            first = min(piece.top for piece in corner) - bottom
            values.append(lengths("首个要素距双线", [first], BELOW_DOUBLE, EDGE))
        yield subject.row(LETTER_CORNER, values, (1,))


def _letter_title(subject: Subject) -> Iterator[Row]:
    named, title = subject.named, subject.named.notice.title
    above = [p for n in ("文号", "份号", "密级", "紧急程度") if (p := named.get(n))]
    if title and above:
        lowest = max(above, key=lambda piece: piece.baseline)
        values = blank_lines(subject, "空行", lowest, title, 2)
        yield subject.row(LETTER_TITLE, values, title.pages)


# 命令


def _order(subject: Subject) -> Iterator[Row]:
    yield from mark_rows(subject, ORDER_MARK)
    number = subject.named.get("文号")
    if subject.document.head.number is None:
        return
    if number is None:
        yield subject.row(ORDER_NUMBER, [missing()])
        return
    values = [
        *below_mark(subject, number),
        lengths("中线", [number.centre], PORTRAIT.centre, EDGE),
    ]
    roles = (FontRole.XIAOBIAOSONG, FontRole.FANGSONG)
    yield subject.row(ORDER_NUMBER, values, number.pages, roles)
    notice = subject.named.notice
    first = notice.title or subject.named.get("主送")
    if first is None and notice.body:
        first = notice.body[0].piece
    if first:
        values = blank_lines(subject, "令号下空行", number, first, 2)
        yield subject.row(ORDER_TEXT, values, first.pages)


# 纪要


def _minutes(subject: Subject) -> Iterator[Row]:
    if not subject.document.attendance:
        return
    found = [(f"{kind}：", piece) for kind, piece in subject.named.attendance if piece]
    if len(found) < len(subject.named.attendance):
        yield subject.row(ATTENDANCE, [missing()])
        return
    pieces = [piece for _, piece in found]
    labels = [label for text, piece in found if (label := _label(piece, text))]
    runs = [run for label in labels for run in label.runs]
    lefts = [piece.left - PORTRAIT.left for piece in pieces]
    above = subject.named.notice.body[-1].piece if subject.named.notice.body else None
    values = blank_lines(subject, "上空行", above, pieces[0], 1)
    values += [
        lengths("左空", lefts, 2 * CELL, INDENT_TOLERANCE),
        subject.face(runs, FontRole.HEITI),
        subject.size(runs, SIZE_3),
    ]
    later = [line.left for piece in pieces for line in piece.lines[1:]]
    if later:
        hanging = PORTRAIT.left + 5 * CELL
        values.append(lengths("回行左缘", later, hanging, INDENT_TOLERANCE))
    pages = [page for piece in pieces for page in piece.pages]
    yield subject.row(ATTENDANCE, values, pages, (FontRole.HEITI,))


def _label(piece: Piece, text: str) -> Piece | None:
    """The label at the head of a paragraph; a name further on may say the same."""
    first = Piece(piece.parts[:1])
    return first.find(text) or piece.find(text)
