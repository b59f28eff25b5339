"""附件 (7.3.7): another page, its label in the first line, its title in the third."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.proof.glyphs import Piece
from plangen.proof.named import Division
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths, missing
from plangen.proof.standard import EDGE, LINE_TOLERANCE, SIZE_3
from plangen.proof.subject import Subject
from plangen.proof.text import title_face

LABEL = Clause("7.3.7", "附件标识", Strength.RULE, "另面编排，3号黑体字顶格编排在版心左上角第一行")
TITLE = Clause("7.3.7", "附件标题", Strength.RULE, "居中编排在版心第三行")
TITLE_FACE = Clause("7.3.7", "附件标题字体字号", Strength.PRACTICE, "2号小标宋体字")


def annex_rows(subject: Subject) -> Iterator[Row]:
    """7.3.7: one row for all labels, one for all titles."""
    labelled = [division for division in subject.named.divisions if division.wanted_label]
    if not labelled:
        return
    yield _labels(subject, labelled)
    yield from _titles(subject, labelled)


def _labels(subject: Subject, divisions: list[Division]) -> Row:
    pieces = [division.label for division in divisions if division.label]
    if len(pieces) < len(divisions):
        return subject.row(LABEL, [missing(f"{len(divisions)} 个附件标识")])
    runs = [run for piece in pieces for run in piece.runs]
    off = [piece.left - subject.reading.area(piece.page).left for piece in pieces]
    values = [
        _another_page(subject, pieces),
        lengths("左空", off, 0.0, EDGE),
        lengths("版心第几行", [subject.line_number(p) for p in pieces], 1, LINE_TOLERANCE, ""),
        subject.face(runs, FontRole.HEITI),
        subject.size(runs, SIZE_3),
    ]
    pages = [piece.page for piece in pieces]
    return subject.row(LABEL, values, pages, (FontRole.HEITI,), f"{len(pieces)} 个")


def _another_page(subject: Subject, pieces: list[Piece]) -> Value:
    """Nothing stands above a label on its page."""
    first = subject.reading.first_baselines
    late = [piece for piece in pieces if piece.baseline > first[piece.page] + 0.5]
    found = f"{len(late)} 个未另面" if late else "另面"
    return fact("另面编排", found, not late)


def _titles(subject: Subject, divisions: list[Division]) -> Iterator[Row]:
    wanted = [division for division in divisions if division.wanted_title]
    pieces = [division.title for division in wanted if division.title]
    if len(pieces) < len(wanted):
        yield subject.row(TITLE, [missing(f"{len(wanted)} 个附件标题")])
        return
    if not pieces:
        return
    off = [
        line.centre - subject.reading.area(line.page).centre
        for piece in pieces
        for line in piece.lines
    ]
    lines = [subject.line_number(piece) for piece in pieces]
    values = [
        lengths("版心第几行", lines, 3, LINE_TOLERANCE, ""),
        lengths("偏离中线", off, 0.0, EDGE),
    ]
    pages = [piece.page for piece in pieces]
    yield subject.row(TITLE, values, pages, (), f"{len(pieces)} 个")
    whole = Piece(tuple(part for piece in pieces for part in piece.parts))
    faces = title_face(subject, whole)
    yield subject.row(TITLE_FACE, faces, pages, (FontRole.XIAOBIAOSONG,))
