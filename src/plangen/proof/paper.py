"""Paper, type area, colours (5.1, 5.2) and pages that are turned (8)."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import GlyphRun, Rule
from plangen.proof.full import FullPage, full_pages
from plangen.proof.imprint import imprint_strokes
from plangen.proof.reading import CELLS
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths
from plangen.proof.standard import (
    EDGE,
    HEIGHT,
    LANDSCAPE,
    LONG_SIDE,
    POINT,
    PORTRAIT,
    SHORT_SIDE,
    SIZE_3,
    WIDTH,
    TypeArea,
)
from plangen.proof.subject import Subject

PAPER = Clause("5.1", "纸张", Strength.RULE, "采用 GB/T 148 中规定的 A4 型纸")
TYPE_AREA = Clause(
    "5.2.1", "页边与版心", Strength.RULE, "天头 37 mm±1 mm，订口 28 mm±1 mm，版心 156 mm×225 mm"
)
COLOURS = Clause("5.2.4", "颜色", Strength.RULE, "如无特殊说明，各要素均为黑色")
TURNED = Clause("8", "横排表格", Strength.RULE, "A4 横排，页码位置与其他页面一致，表头在订口一边")
TABLES = Clause("5.2.1", "表格", Strength.RULE, "表格不超出版心")
EXCUSE = "边框抵行框边缘，不出版式方案的行框"
BLACK = "000000"


def paper_rows(subject: Subject) -> Iterator[Row]:
    """5.1, 5.2.1, 5.2.4, 8."""
    yield _paper(subject)
    yield _type_area(subject)
    yield _colours(subject)
    yield from _tables(subject)


def _pages(subject: Subject) -> range:
    return range(1, subject.reading.count + 1)


def _paper(subject: Subject) -> Row:
    sheets = subject.reading.sheets
    short = [min(sheet.width, sheet.height) for sheet in sheets]
    long = [max(sheet.width, sheet.height) for sheet in sheets]
    values = [lengths("宽", short, SHORT_SIDE, 0.5), lengths("高", long, LONG_SIDE, 0.5)]
    return subject.row(PAPER, values, _pages(subject))


def _type_area(subject: Subject) -> Row:
    full = full_pages(subject)
    boxes = [box for page in full if (box := page.ink)]
    if not boxes:
        return _first_edges(subject)
    tops, lefts = [box.top for box in boxes], [box.left for box in boxes]
    values = [
        lengths("天头", tops, PORTRAIT.top, EDGE),
        lengths("订口", lefts, PORTRAIT.left, EDGE),
        lengths("版心宽", [box.right - box.left for box in boxes], WIDTH, EDGE),
        lengths("版心高", [box.bottom - box.top for box in boxes], HEIGHT, EDGE),
    ]
    remark, excused = _profile_remark(subject, tops)
    return subject.row(TYPE_AREA, values, _numbers(full), (FontRole.FANGSONG,), remark, excused)


def _numbers(pages: list[FullPage]) -> list[int]:
    return [page.number for page in pages]


def _first_edges(subject: Subject) -> Row:
    """Where no page is full: the left edge of the text alone."""
    pieces = [element.piece for d in subject.named.divisions for element in d.body]
    upright = [
        line
        for piece in pieces
        for line in piece.lines
        if subject.reading.area(line.page) is PORTRAIT
    ]
    values = []
    if upright:
        values.append(lengths("订口", [min(line.left for line in upright)], PORTRAIT.left, 1.0))
        if values[0].measured and values[0].measured > PORTRAIT.left + EDGE:
            values = []  # nothing but indented lines
    return subject.row(
        TYPE_AREA, values, [line.page for line in upright], remark="本文没有排满的页"
    )


def _profile_remark(subject: Subject, tops: list[float]) -> tuple[str, bool]:
    """A profile that counts margins to line boxes begins lower by the white above the glyphs."""
    profile = subject.profile
    expected = profile.top + (profile.line - SIZE_3 * POINT) / 2
    lower = expected - PORTRAIT.top
    excused = lower > EDGE and all(abs(top - expected) <= 2 * EDGE for top in tops)
    if not excused:
        return "量到墨迹", False
    return f"版式方案 {profile.name} 的边距量到行框，首行字身低 {lower:.1f} mm", True


def _colours(subject: Subject) -> Row:
    """What is coloured besides the mark and the red rules of the first page, and seals."""
    mark = subject.named.get("标志")
    allowed = {id(run) for run in mark.runs} if mark else set()
    coloured = 0
    where = set()
    for number, sheet in enumerate(subject.reading.sheets, 1):
        for item in sheet.marks:
            if not isinstance(item, GlyphRun | Rule) or item.colour == BLACK:
                continue
            if id(item) in allowed or (number == 1 and isinstance(item, Rule)):
                continue
            coloured += 1
            where.add(number)
    values = [fact("标志、红线和印章外均为黑色", _colour_words(coloured), not coloured)]
    return subject.row(COLOURS, values, where or _pages(subject))


def _colour_words(coloured: int) -> str:
    return f"{coloured} 处不是黑色" if coloured else "均为黑色"


def _tables(subject: Subject) -> Iterator[Row]:
    """Tables of upright and of turned pages: their rules stay in the type area."""
    pages = {
        page for e in subject.reading.all_elements() if e.kind in CELLS for page, _ in e.placed
    }
    turned = {page for page in _pages(subject) if subject.reading.area(page) is LANDSCAPE}
    if upright := pages - turned:
        values, excused = _beyond(subject, upright, PORTRAIT)
        yield subject.row(TABLES, values, upright, (), EXCUSE if excused else "", excused)
    if turned:
        values, excused = _beyond(subject, turned, LANDSCAPE)
        values.append(_turned_numbers(subject, turned))
        yield subject.row(TURNED, values, turned, (), EXCUSE if excused else "", excused)


def _beyond(subject: Subject, pages: set[int], area: TypeArea) -> tuple[list[Value], bool]:
    """How far tables reach beyond the type area; excused where only line boxes begin higher."""
    foot = {id(rule) for rule in imprint_strokes(subject)}
    rules = [
        rule
        for page in pages
        for rule in subject.reading.rules(page)
        if rule.colour == BLACK and id(rule) not in foot
    ]
    if not rules:
        return [], False
    above = area.top - min(rule.y for rule in rules)
    elsewhere = max(
        area.left - min(rule.x for rule in rules),
        max(rule.x + rule.width for rule in rules) - area.right,
        max(rule.y + rule.height for rule in rules) - area.bottom,
    )
    value = lengths("表格超出版心", [max(0.0, above, elsewhere)], 0.0, EDGE)
    raised = subject.profile.raised + 0.2
    return [value], not value.holds and elsewhere <= raised and above <= raised


def _turned_numbers(subject: Subject, pages: set[int]) -> Value:
    loose = [item.run for item in subject.reading.loose if item.page in pages]
    upright = [run for run in loose if "—" in run.text and not run.turned]
    found = f"{len(upright)} 个页码未转向" if upright else "页码随纸张转向"
    return fact("页码随纸张转向", found, not upright)
