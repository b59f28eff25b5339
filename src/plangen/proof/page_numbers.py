"""页码 (7.5): where numbers stand, and which pages have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import GlyphRun
from plangen.proof.glyphs import Piece, upright
from plangen.proof.rows import Clause, Row, Strength, Value, between, fact, lengths
from plangen.proof.standard import (
    EDGE,
    NUMBER_CENTRE,
    ONE_CELL,
    PORTRAIT,
    SIZE_4,
)
from plangen.proof.subject import Subject

PLACE = Clause("7.5", "页码位置", Strength.USUALLY, "版心下边缘之下，一字线上距版心下边缘 7 mm")
SIDES = Clause("7.5", "页码左右", Strength.USUALLY, "单页码居右空一字，双页码居左空一字")
FACE = Clause("7.5", "页码字体字号", Strength.USUALLY, "4号半角宋体阿拉伯数字，左右各放一条一字线")
COUNT = Clause(
    "7.5", "页码编排", Strength.RULE, "连续编排；版记前有空白页的，空白页和版记页均不编页码"
)
_NUMBER = re.compile(r"—(\d+)—")


def number_rows(subject: Subject) -> Iterator[Row]:
    """7.5, with the pages that have no number by 7.5 and 10.1."""
    numbers = {page: piece for page, piece in _numbers(subject)}
    yield _count(subject, numbers)
    if not numbers:
        return
    dashes = [box.middle for p in numbers.values() if (dash := p.find("—")) and (box := dash.ink)]
    values = [lengths("一字线中心", dashes, NUMBER_CENTRE, EDGE)] if dashes else []
    role = (FontRole.SONGTI,)
    yield subject.row(PLACE, values, numbers, role, "量到墨迹")
    yield subject.row(SIDES, _sides(numbers), numbers, role)
    runs = [run for piece in numbers.values() for run in piece.runs]
    faces = [subject.face(runs, FontRole.SONGTI), subject.size(runs, SIZE_4)]
    yield subject.row(FACE, faces, numbers, role)


def _numbers(subject: Subject) -> Iterator[tuple[int, Piece]]:
    """The numbers as they stand on the portrait sheet, however a page is turned (clause 8)."""
    found: dict[int, list[GlyphRun]] = {}
    for item in subject.reading.loose:
        run = upright(item.run, subject.reading.sheets[item.page - 1])
        if run.y > PORTRAIT.bottom + 2:
            found.setdefault(item.page, []).append(run)
    for page, runs in sorted(found.items()):
        piece = Piece.of(page, runs)
        if piece.text:
            yield page, piece


def _sides(numbers: dict[int, Piece]) -> list[Value]:
    odd = [PORTRAIT.right - piece.right for page, piece in numbers.items() if page % 2]
    even = [piece.left - PORTRAIT.left for page, piece in numbers.items() if page % 2 == 0]
    values = []
    if odd:
        values.append(between("单页码右空", odd, *ONE_CELL))
    if even:
        values.append(between("双页码左空", even, *ONE_CELL))
    return values


def _count(subject: Subject, numbers: dict[int, Piece]) -> Row:
    count, unnumbered = subject.reading.count, _unnumbered(subject)
    wrong = []
    for page in range(1, count + 1):
        said = _NUMBER.fullmatch(numbers[page].text) if page in numbers else None
        wanted = None if page in unnumbered else str(page)
        if (said[1] if said else None) != wanted or (page in numbers and said is None):
            wrong.append(page)
    asked = f"1–{count} 连续"
    if unnumbered:
        asked += f"，第 {'、'.join(map(str, sorted(unnumbered)))} 面不编"
    found = f"{len(wrong)} 面不是这样" if wrong else "是"
    remark = "信函首页不显示页码（10.1）" if subject.document.form == "信函" else ""
    pages = wrong or range(1, count + 1)
    return subject.row(COUNT, [fact(asked, found, not wrong)], pages, (), remark)


def _unnumbered(subject: Subject) -> set[int]:
    last = subject.reading.count
    found = {1} if subject.document.form == "信函" else set()
    if subject.document.imprint and last > 2 and subject.reading.blank(last - 1):
        found |= {last - 1, last}
    return found
