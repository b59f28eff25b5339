"""The text's face, its lines and characters (5.2.2, 5.2.3), and marks at lines' ends (15834)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plangen.fonts.roles import FontRole
from plangen.pages.marks import GlyphRun
from plangen.pages.nodes import NodeKind
from plangen.proof.full import full_lines, full_pages
from plangen.proof.named import Division
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths
from plangen.proof.standard import (
    CELL,
    CHARACTERS,
    LINES,
    NO_END,
    NO_START,
    PORTRAIT,
    SIZE_3,
    STEP_TOLERANCE,
    WHOLE,
)
from plangen.proof.subject import Subject, steps

FACE = Clause("5.2.2", "正文字体字号", Strength.USUALLY, "一般用3号仿宋体字")
LINE_COUNT = Clause("5.2.3", "每面行数", Strength.USUALLY, "一般每面排22行，撑满版心")
CHARACTER_COUNT = Clause("5.2.3", "每行字数", Strength.USUALLY, "一般每行排28个字，撑满版心")
LINE_STEP = Clause("5.2.3", "行距", Strength.USUALLY, "各行行距一致，22行撑满版心")
MARKS = Clause("15834 5.1", "行首行尾标点", Strength.RULE, "点号、后标号不居行首，前标号不居行尾")
GAVE_WAY = "为使正文与署名同面，按 7.3.5.5 调整了行距"
_LABEL = re.compile(r"(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）)$")
_BETWEEN_WESTERN = re.compile(r"[!-~][/.·-]?$")


def grid_rows(subject: Subject) -> Iterator[Row]:
    """5.2.2, 5.2.3, GB/T 15834 5.1."""
    yield from _face(subject)
    yield _line_count(subject)
    yield _character_count(subject)
    yield from _line_step(subject)
    yield _marks(subject)


def _face(subject: Subject) -> Iterator[Row]:
    runs = list(_text_runs(subject))
    if not runs:
        return
    values = [
        subject.face((run for _, run in runs), FontRole.FANGSONG),
        subject.size((run for _, run in runs), SIZE_3),
    ]
    yield subject.row(FACE, values, (page for page, _ in runs), (FontRole.FANGSONG,))


def _text_runs(subject: Subject) -> Iterator[tuple[int, GlyphRun]]:
    """What has no face of its own: paragraphs, 主送, 附件说明, 署名 and 成文日期."""
    named = subject.named
    pieces = [named.get("主送"), named.get("成文日期"), named.get("附注"), *named.organs]
    pieces += [piece for division in named.divisions for _, piece in division.notes]
    for piece in filter(None, pieces):
        yield from ((part.page, part.run) for part in piece.parts)
    for division in named.divisions:
        for element in division.body:
            if element.kind is NodeKind.PARAGRAPH and not _is_caption(division, element.text):
                yield from (
                    (page, run) for page, run in element.placed if not _LABEL.match(run.text)
                )


def _is_caption(division: Division, text: str) -> bool:
    return text in division.captions


def _line_count(subject: Subject) -> Row:
    """22 lines; pages whose step gave way (7.3.5.5) hold another number."""
    full = full_pages(subject)
    if not full:
        return subject.row(LINE_COUNT, [], remark="本文没有排满的页")
    counts = sorted({len(page.lines) for page in full})
    values = [lengths(f"整面 {len(full)} 面，各", counts, LINES, 0, "行")]
    off = [page.number for page in full if len(page.lines) != LINES]
    excused = bool(off) and all(_gave_way(subject, number) for number in off)
    pages = [page.number for page in full]
    return subject.row(LINE_COUNT, values, pages, (), GAVE_WAY if excused else "", excused)


def _gave_way(subject: Subject, page: int) -> bool:
    """Whether the lines of the notice on a page keep another step than the profile's."""
    notice = subject.named.notice.body
    if not (subject.document.signature and any(page in e.piece.pages for e in notice)):
        return False
    return abs(subject.step(page) - subject.profile.line) > STEP_TOLERANCE


def _character_count(subject: Subject) -> Row:
    counts: Counter[int] = Counter()
    unexplained = Counter[int]()
    pages, ragged = set(), 0
    for line in full_lines(subject):
        pages.add(line.piece.page)
        ragged += abs(line.right - PORTRAIT.right) > CELL / 2
        count = line.characters
        if count is None:
            continue
        counts[count] += 1
        if count != CHARACTERS and not line.explained(count):
            unexplained[count] += 1
    values: list[Value] = []
    if counts or pages:
        found = "，".join(f"{n} 字 {counts[n]} 行" for n in sorted(counts)) or "均含西文或数字"
        values.append(fact("满行 28 字", found, not unexplained))
        edges = f"{ragged} 行未到版心右缘" if ragged else "均到版心右缘"
        values.append(fact("满行撑满版心", edges, not ragged))
    other = any(count != CHARACTERS for count in counts)
    remark = "不足或超出 28 字的行，系避头尾挤进或推出" if other and not unexplained else ""
    return subject.row(CHARACTER_COUNT, values, pages, (), remark)


def _line_step(subject: Subject) -> Iterator[Row]:
    """The step of the profile; a notice whose lines had to give way (7.3.5.5) has its own."""
    found = list(_steps(subject.named.divisions))
    if not found:
        return
    asked = subject.profile.line
    off = [(page, step) for page, step in found if abs(step - asked) > STEP_TOLERANCE]
    excused = bool(off) and all(
        _gave_way(subject, page) and abs(step - subject.step(page)) <= STEP_TOLERANCE
        for page, step in off
    )
    value = lengths("行距", [step for _, step in found], asked, STEP_TOLERANCE)
    remark = ""
    if excused:
        remark = GAVE_WAY
    elif off:
        remark = f"{len(off)} 处行距不一"
    pages = {page for page, _ in (off or found)}
    yield subject.row(LINE_STEP, [value], pages, (), remark, excused)


def _steps(divisions: Iterable[Division]) -> Iterator[tuple[int, float]]:
    for division in divisions:
        yield from steps(division.body)


def _marks(subject: Subject) -> Row:
    wrong, pages = 0, set()
    for element in subject.reading.all_elements():
        for upper, lower in pairwise(element.piece.lines):
            if _parted_wrongly(upper.text, lower.text):
                wrong += 1
                pages.add(lower.page)
    found = f"{wrong} 处" if wrong else "没有"
    values = [fact("没有居于行首行尾的禁则标点", found, not wrong)]
    return subject.row(MARKS, values, pages or range(1, subject.reading.count + 1))


def _parted_wrongly(before: str, after: str) -> bool:
    if not before or not after:
        return False
    if before[-1] + after[0] in WHOLE:
        return True
    if _BETWEEN_WESTERN.search(before) and after[0].isascii():
        return False  # a long address breaks behind its own marks
    begins = after[0] in NO_START and not after.startswith(WHOLE)
    return begins or before[-1] in NO_END
