"""署名, 成文日期, 印章 and 附注 (7.3.5, 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from plangen.document.elements import Signature, Stamp
from plangen.fonts.roles import FontRole
from plangen.pages.marks import Circle, Picture
from plangen.proof.glyphs import Box, Piece
from plangen.proof.rows import Clause, Row, Strength, Value, between, fact, lengths, missing
from plangen.proof.standard import CELL, EDGE, INDENT_TOLERANCE, LINE_TOLERANCE, PORTRAIT
from plangen.proof.subject import Subject
from plangen.proof.text import blank_lines

SEALED = Clause(
    "7.3.5.1", "加盖印章的署名和日期", Strength.RULE, "成文日期右空四字，署名在其上居中"
)
SEALS = Clause(
    "7.3.5.1",
    "印章",
    Strength.RULE,
    "端正居中下压署名和日期，互不相交相切，不出版心，顶端距正文一行之内",
)
PLAIN = Clause(
    "7.3.5.2", "不加盖印章的署名和日期", Strength.RULE, "正文下空一行右空二字，日期首字右移二字"
)
STAMPED = Clause("7.3.5.3", "签名章和日期", Strength.RULE, "右空四字，职务在左空二字，日期右空四字")
DATE = Clause("7.3.5.4", "成文日期", Strength.RULE, "阿拉伯数字，年份标全称，月、日不编虚位")
ALONE = Clause("7.3.5.5", "署名页", Strength.PRACTICE, "印章、日期与正文同处一面")
NOTE = Clause("7.3.6", "附注", Strength.RULE, "居左空二字加圆括号，编排在成文日期下一行")
_DATE = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
SEALED_INDENT, PLAIN_INDENT = 4 * CELL, 2 * CELL


def closing_rows(subject: Subject) -> Iterator[Row]:
    """7.3.5, 7.3.6."""
    signature, named = subject.document.signature, subject.named
    if signature and not named.get("编发"):
        yield from _signature(subject, signature)
    if subject.document.note:
        yield _note(subject)


def _signature(subject: Subject, signature: Signature) -> Iterator[Row]:
    date = subject.named.get("成文日期")
    if date is None:
        yield subject.row(DATE, [missing()])
        return
    if signature.stamps:
        yield _stamped(subject, signature.stamps, date)
    elif signature.sealed:
        yield _sealed(subject, date)
        yield from _seals(subject, signature)
    else:
        yield _plain(subject, date)
    well = bool(_DATE.fullmatch(date.text))
    yield subject.row(DATE, [fact("如 2012年7月1日", date.text, well)], date.pages)
    yield from _alone(subject, date)


def _alone(subject: Subject, date: Piece) -> Iterator[Row]:
    if not subject.named.notice.body:
        return
    beside = any(date.page in e.piece.pages for e in subject.named.notice.body)
    found = "同面有正文" if beside else "同面没有正文"
    yield subject.row(ALONE, [fact("同面有正文", found, beside)], date.pages)


def _sealed(subject: Subject, date: Piece) -> Row:
    """Under a name so long that it would leave the type area, the date moves left with it."""
    organs = [organ for organ in subject.named.organs if organ]
    values = [lengths("日期右空", [PORTRAIT.right - date.right], SEALED_INDENT, EDGE)]
    remark, excused = "", False
    if organs:
        last = organs[-1]
        centres = lengths("署名与日期中线相差", [last.centre - date.centre], 0.0, EDGE)
        values.append(centres)
        widest = max(organ.right for organ in organs)
        moved = PORTRAIT.right - date.right > SEALED_INDENT + EDGE
        excused = moved and centres.holds and widest > PORTRAIT.right - SEALED_INDENT + EDGE
        remark = "署名较长，为不出版心随之左移" if excused else ""
    if len(organs) < len(subject.named.organs):
        values.append(missing("署名齐全"))
    pages = [page for piece in (*organs, date) for page in piece.pages]
    return subject.row(SEALED, values, pages, (FontRole.FANGSONG,), remark, excused)


def _seals(subject: Subject, signature: Signature) -> Iterator[Row]:
    pages = sorted({organ.page for organ in subject.named.organs if organ})
    boxes = [(page, _box(mark)) for page in pages for mark in subject.reading.seals(page)]
    if not signature.organs:
        return
    if not boxes:
        yield subject.row(SEALS, [], pages, (), "页面留出用印位置，未印印章；用印后另行查看")
        return
    values = [_inside([box for _, box in boxes]), *_apart(boxes), *_over(subject, boxes)]
    values += _near(subject, boxes)
    yield subject.row(SEALS, values, pages)


def _box(mark: Picture | Circle) -> Box:
    if isinstance(mark, Circle):
        half = mark.diameter / 2
        return Box(mark.x - half, mark.y - half, mark.x + half, mark.y + half)
    return Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)


def _inside(boxes: list[Box]) -> Value:
    beyond = max(
        max(
            PORTRAIT.left - box.left,
            PORTRAIT.top - box.top,
            box.right - PORTRAIT.right,
            box.bottom - PORTRAIT.bottom,
        )
        for box in boxes
    )
    return lengths("超出版心", [max(0.0, beyond)], 0.0, EDGE)


def _apart(boxes: list[tuple[int, Box]]) -> Iterator[Value]:
    """Seals are round: what counts is the distance of their centres."""
    gaps = [
        ((a.centre - b.centre) ** 2 + (a.middle - b.middle) ** 2) ** 0.5
        - (a.right - a.left + b.right - b.left) / 2
        for (page, a), (other, b) in combinations(boxes, 2)
        if page == other
    ]
    if gaps:
        yield fact("互不相交相切", f"最近相距 {min(gaps):.2f} mm", min(gaps) > 0)


def _over(subject: Subject, boxes: list[tuple[int, Box]]) -> Iterator[Value]:
    """Each name lies under a seal, in the middle of it from left to right."""
    off = []
    for organ in filter(None, subject.named.organs):
        over = [
            organ.centre - box.centre
            for page, box in boxes
            if page == organ.page and box.top < organ.bottom and organ.top < box.bottom
        ]
        if over:
            off.append(min(over, key=abs))
    if off:
        yield lengths("署名与印章中线相差", off, 0.0, EDGE)


def _near(subject: Subject, boxes: list[tuple[int, Box]]) -> Iterator[Value]:
    """From the text above to the highest seal of its page: one line at most, above it never."""
    page, top = min(((page, box.top) for page, box in boxes), key=lambda place: place)
    above = _text_above(subject, page)
    if above:
        step = subject.step(page)
        gap = top - above.bottom
        least, most = -EDGE, step * (1 + LINE_TOLERANCE)
        yield between("顶端距正文", [gap], least, most)


def _text_above(subject: Subject, page: int) -> Piece | None:
    notice = subject.named.notice
    pieces = [element.piece for element in notice.body]
    pieces += [piece for _, piece in notice.notes if piece]
    lines = [line for piece in pieces for line in piece.lines if line.page == page]
    return max(lines, key=lambda line: line.baseline, default=None)


def _plain(subject: Subject, date: Piece) -> Row:
    organs = [organ for organ in subject.named.organs if organ]
    if len(organs) < len(subject.named.organs):
        return subject.row(PLAIN, [missing("署名齐全")])
    if not organs:
        values = [lengths("日期右空", [PORTRAIT.right - date.right], PLAIN_INDENT, EDGE)]
        return subject.row(PLAIN, values, date.pages, (FontRole.FANGSONG,))
    values = blank_lines(subject, "正文下空行", _text_above(subject, date.page), organs[0], 1)
    shift = date.left - organs[-1].left
    remark = ""
    if abs(PORTRAIT.right - date.right - PLAIN_INDENT) <= EDGE:  # a date longer than the name
        values.append(lengths("日期右空", [PORTRAIT.right - date.right], PLAIN_INDENT, EDGE))
        moved = fact("署名随日期左移", f"首字相差 {shift:.2f} mm", shift > 0)
        values.append(moved)
        remark = "日期长于署名或将近右缘，日期右空二字，署名增加右空字数"
    else:
        right = max(organ.right for organ in organs)
        values.append(lengths("署名右空", [PORTRAIT.right - right], PLAIN_INDENT, EDGE))
        values.append(lengths("日期首字右移", [shift], 2 * CELL, EDGE))
    pages = [page for piece in (*organs, date) for page in piece.pages]
    return subject.row(PLAIN, values, pages, (FontRole.FANGSONG,), remark)


def _stamped(subject: Subject, stamps: tuple[Stamp, ...], date: Piece) -> Row:
    values = [lengths("日期右空", [PORTRAIT.right - date.right], SEALED_INDENT, EDGE)]
    pages = set(date.pages)
    rights, gaps = [], []
    for stamp, piece in zip(stamps, subject.named.stamps, strict=True):
        office = piece.find(stamp.office) if piece else None
        if piece is None or office is None:
            values.append(missing("职务齐全"))
            continue
        pages.update(piece.pages)
        box = _stamp_box(subject, piece, office, stamp.name)
        if box:
            rights.append(PORTRAIT.right - box.right)
            gaps.append(box.left - office.right)
    if rights:
        values.append(lengths("签名章右空", rights, SEALED_INDENT, EDGE))
        values.append(lengths("职务右侧最近空", [min(gaps)], 2 * CELL, EDGE))
    return subject.row(STAMPED, values, pages, (FontRole.FANGSONG, FontRole.KAITI))


def _stamp_box(subject: Subject, piece: Piece, office: Piece, name: str) -> Box | None:
    """A stamp's picture beside 职务, or the name that stands in its place."""
    middle = (office.top + office.bottom) / 2
    for mark in subject.reading.seals(piece.page):
        box = _box(mark)
        if box.top <= middle <= box.bottom:
            return box
    written = piece.find(name)
    if written is None:
        return None
    return Box(written.left, written.top, written.right, written.bottom)


def _note(subject: Subject) -> Row:
    piece, date = subject.named.get("附注"), subject.named.get("成文日期")
    if piece is None:
        return subject.row(NOTE, [missing()])
    values = blank_lines(subject, "日期下空行", date, piece, 0)
    values.append(lengths("左空", [piece.left - PORTRAIT.left], 2 * CELL, INDENT_TOLERANCE))
    round_brackets = piece.text.startswith("（") and piece.text.endswith("）")
    values.append(fact("全角圆括号", f"{piece.text[0]}{piece.text[-1]}", round_brackets))
    return subject.row(NOTE, values, piece.pages)
