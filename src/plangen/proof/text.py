"""主体 (7.3.1 to 7.3.4): 标题, 主送机关, 正文 and its levels, 附件说明."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plangen.fonts.roles import FontRole
from plangen.pages.nodes import NodeKind
from plangen.proof.full import whole_paragraphs
from plangen.proof.glyphs import Piece
from plangen.proof.head import red_rule
from plangen.proof.named import LABEL_OF_NOTES, Division
from plangen.proof.reading import HEADINGS
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths, missing
from plangen.proof.standard import (
    CELL,
    EDGE,
    INDENT_TOLERANCE,
    LINE_TOLERANCE,
    PORTRAIT,
    SIZE_2,
    SIZE_3,
)
from plangen.proof.subject import Subject, lead

TITLE = Clause("7.3.1", "标题", Strength.RULE, "红色分隔线下空二行，居中排布")
TITLE_FACE = Clause("7.3.1", "标题字体字号", Strength.USUALLY, "一般用2号小标宋体字")
SHAPE = Clause("7.3.1", "标题排列形状", Strength.SHOULD, "回行时排列使用梯形或菱形")
ISSUED = Clause("7.3.1", "印发文件标题", Strength.PRACTICE, "2号小标宋体字，居中排布")
RECIPIENTS = Clause(
    "7.3.2", "主送机关", Strength.RULE, "标题下空一行，居左顶格，回行顶格，末尾全角冒号"
)
SHOWN = Clause("7.3.3", "首页显示正文", Strength.RULE, "公文首页必须显示正文")
INDENT = Clause("7.3.3", "正文缩进", Strength.RULE, "每个自然段左空二字，回行顶格")
NOTES = Clause(
    "7.3.4", "附件说明", Strength.RULE, "正文下空一行左空二字，名称后不加标点，回行与名称首字对齐"
)
LEVELS = {
    NodeKind.HEADING1: (FontRole.HEITI, "第一层“一、”用黑体字"),
    NodeKind.HEADING2: (FontRole.KAITI, "第二层“（一）”用楷体字"),
    NodeKind.HEADING3: (FontRole.FANGSONG, "第三层“1.”用仿宋体字"),
    NodeKind.HEADING4: (FontRole.FANGSONG, "第四层“（1）”用仿宋体字"),
}
ALIKE = CELL / 2  # a smaller step between lines of a title is not seen
STOPS = "。，；：、；;,."


def text_rows(subject: Subject) -> Iterator[Row]:
    """7.3.1 to 7.3.4."""
    yield from _title(subject)
    if subject.named.enclosure and not subject.named.enclosure.wanted_label:
        yield from _issued_title(subject, subject.named.enclosure)
    if subject.document.recipients:
        yield _recipients(subject)
    if subject.document.blocks:
        yield _shown(subject)
    yield from _indents(subject)
    yield from _levels(subject)
    for division in subject.named.divisions:
        if division.notes:
            yield _notes(subject, division)


def _title(subject: Subject) -> Iterator[Row]:
    notice = subject.named.notice
    if not notice.wanted_title:
        return
    piece = notice.title
    if piece is None:
        yield subject.row(TITLE, [missing()])
        return
    values = [centred(piece, PORTRAIT.centre)]
    rule = red_rule(subject) if subject.document.form in ("文件", "纪要") else None
    if rule and piece.page == 1:
        step = subject.step(1)
        gap = piece.top - lead(step, piece) - (rule.y + rule.height)
        values.insert(0, lengths("分隔线下空", [gap], 2 * step, LINE_TOLERANCE * step))
    yield subject.row(TITLE, values, piece.pages)
    yield _title_face(subject, TITLE_FACE, piece)
    if len(piece.lines) > 1:
        yield _shape(subject, piece)


def _title_face(subject: Subject, clause: Clause, piece: Piece) -> Row:
    values = title_face(subject, piece)
    return subject.row(clause, values, piece.pages, (FontRole.XIAOBIAOSONG,))


def title_face(subject: Subject, piece: Piece) -> list[Value]:
    """2号小标宋."""
    return [subject.face(piece.runs, FontRole.XIAOBIAOSONG), subject.size(piece.runs, SIZE_2)]


def centred(piece: Piece, centre: float) -> Value:
    """Every line in the middle; a mark at an end may take half a character."""
    return lengths("中线", [line.centre for line in piece.lines], centre, EDGE)


def _shape(subject: Subject, piece: Piece) -> Row:
    widths = [line.right - line.left for line in piece.lines]
    changes = [after - before for before, after in pairwise(widths)]
    rising = [change > 0 for change in changes]
    shaped = rising == sorted(rising, reverse=True) or not any(rising)
    holds = shaped and all(abs(change) >= ALIKE for change in changes)
    found = "、".join(f"{width:.0f}" for width in widths) + " mm"
    return subject.row(SHAPE, [fact("梯形或菱形", f"各行长 {found}", holds)], piece.pages)


def _issued_title(subject: Subject, division: Division) -> Iterator[Row]:
    piece = division.title
    if piece is None:
        yield subject.row(ISSUED, [missing()])
        return
    values = [centred(piece, PORTRAIT.centre), *title_face(subject, piece)]
    yield subject.row(ISSUED, values, piece.pages, (FontRole.XIAOBIAOSONG,))


def _recipients(subject: Subject) -> Row:
    piece, title = subject.named.get("主送"), subject.named.notice.title
    if piece is None:
        return subject.row(RECIPIENTS, [missing()])
    values = blank_lines(subject, "标题下空行", title, piece, 1)
    values.append(
        lengths("左缘", [line.left for line in piece.lines], PORTRAIT.left, INDENT_TOLERANCE)
    )
    values.append(fact("末尾全角冒号", piece.text[-1], piece.text.endswith("：")))
    return subject.row(RECIPIENTS, values, piece.pages)


def blank_lines(
    subject: Subject, label: str, upper: Piece | None, lower: Piece, asked: float
) -> list[Value]:
    """Blank lines between two texts; nothing where they stand on different pages."""
    blanks = subject.blanks(upper, lower) if upper else None
    if blanks is None:
        return []
    return [lengths(label, [blanks], asked, LINE_TOLERANCE, "行")]


def _shown(subject: Subject) -> Row:
    first = subject.named.notice.body
    shown = sum(line.page == 1 for element in first for line in element.piece.lines)
    tables = any(run_page == 1 for run_page in _table_pages(subject))
    found = f"正文 {shown} 行" if shown else ("表格" if tables else "没有正文")
    return subject.row(SHOWN, [fact("第1面有正文", found, bool(shown) or tables)], (1,))


def _table_pages(subject: Subject) -> Iterator[int]:
    for element in subject.reading.divisions.get(subject.reading.root, []):
        if element.kind in (NodeKind.CELL, NodeKind.HEAD_CELL):
            yield from (page for page, _ in element.placed)


def _indents(subject: Subject) -> Iterator[Row]:
    firsts: list[float] = []
    others: list[float] = []
    pages: set[int] = set()
    for division in subject.named.divisions:
        for piece in whole_paragraphs(division.body):
            if piece.text in division.unindented:
                continue
            left = subject.reading.area(piece.page).left
            firsts.append(piece.lines[0].left - left)
            others += [line.left - subject.reading.area(line.page).left for line in piece.lines[1:]]
            pages.update(piece.pages)
    if not firsts:
        return
    values = [lengths(f"段首（{len(firsts)} 段）左空", firsts, 2 * CELL, INDENT_TOLERANCE)]
    if others:
        values.append(lengths(f"回行（{len(others)} 行）左空", others, 0.0, INDENT_TOLERANCE))
    yield subject.row(INDENT, values, pages)


def _levels(subject: Subject) -> Iterator[Row]:
    for number, kind in enumerate(HEADINGS, 1):
        role, words = LEVELS[kind]
        pieces = [
            element.piece
            for division in subject.named.divisions
            for element in division.body
            if element.kind is kind
        ]
        if not pieces:
            continue
        runs = [run for piece in pieces for run in piece.runs]
        clause = Clause("7.3.3", f"第{'一二三四'[number - 1]}层次标题", Strength.USUALLY, words)
        pages = [page for piece in pieces for page in piece.pages]
        values = [subject.face(runs, role), subject.size(runs, SIZE_3)]
        yield subject.row(clause, values, pages, (role,), f"{len(pieces)} 处")


def _notes(subject: Subject, division: Division) -> Row:
    pieces = [piece for _, piece in division.notes if piece]
    if len(pieces) < len(division.notes):
        return subject.row(NOTES, [missing()])
    first = pieces[0]
    above = division.body[-1].piece if division.body else None
    values = blank_lines(subject, "正文下空行", above, first, 1)
    values.append(lengths("左空", [first.left - PORTRAIT.left], 2 * CELL, INDENT_TOLERANCE))
    label = first.find(LABEL_OF_NOTES)
    later = [piece.left for piece in pieces[1:]]
    if later and label:
        values.append(lengths("序号左缘", later, label.right, INDENT_TOLERANCE))
    values += _hanging(division)
    ends = [piece.text[-1] for piece in pieces if piece.text[-1] in STOPS]
    values.append(fact("名称后不加标点", "、".join(ends) or "没有标点", not ends))
    return subject.row(NOTES, values, [page for piece in pieces for page in piece.pages])


def _hanging(division: Division) -> Iterator[Value]:
    """Later lines of a name begin under its first character."""
    off = []
    for note, piece in division.notes:
        name = piece.find(note.title) if piece else None
        if piece and name:
            off += [line.left - name.left for line in piece.lines[1:]]
    if off:
        yield lengths("回行与名称首字相差", off, 0.0, INDENT_TOLERANCE)
