"""版记 (7.4): its rules, 抄送机关, 印发机关 and 印发日期."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import Rule
from plangen.proof.glyphs import Piece
from plangen.proof.rows import Clause, Row, Strength, Value, between, fact, lengths, missing
from plangen.proof.standard import (
    EDGE,
    INDENT_TOLERANCE,
    ONE_CELL,
    PORTRAIT,
    SIZE_4,
    THICK,
    THICKNESS_TOLERANCE,
    THIN,
    WIDTH,
)
from plangen.proof.subject import Subject

RULES = Clause(
    "7.4.1", "版记中的分隔线", Strength.RULE, "与版心等宽，末条与公文最后一面的版心下边缘重合"
)
THICKNESS = Clause("7.4.1", "分隔线粗细", Strength.RECOMMENDED, "首条和末条 0.35 mm，中间 0.25 mm")
EVEN = Clause("33476.2 7.3.1", "版记所在面", Strength.USUALLY, "版记在公文最后一面，为偶数面")
COPIES = Clause(
    "7.4.2", "抄送机关", Strength.RULE, "4号仿宋体字，左右各空一字，回行与冒号后首字对齐，末尾句号"
)
PRINTED = Clause(
    "7.4.3", "印发机关和印发日期", Strength.RULE, "4号仿宋体字，印发机关左空一字，印发日期右空一字"
)
LETTER = Clause(
    "10.1", "信函的版记", Strength.RULE, "不加印发机关和印发日期、分隔线，位于最后一面版心内最下方"
)
ABOVE = 8.9  # mm: no line of the 版记 is that high, and a table above it ends before


def imprint_rows(subject: Subject) -> Iterator[Row]:
    """7.4; 10.1 for a letter."""
    pieces = _pieces(subject)
    if subject.document.imprint is None or not (pieces or subject.named.copies):
        return
    if subject.document.form == "信函":
        yield _letter(subject, pieces)
    elif pieces:
        yield from _rules(subject, pieces)
    else:
        yield subject.row(RULES, [missing()])
    yield from (_copies(subject, label, piece) for label, piece in subject.named.copies)
    yield from _printed(subject)


def _pieces(subject: Subject) -> list[Piece]:
    named = subject.named
    pieces = [piece for _, piece in named.copies]
    pieces += [named.get("印发机关"), named.get("印发日期")]
    return [piece for piece in pieces if piece]


def imprint_strokes(subject: Subject) -> list[Rule]:
    """The long rules about the 版记, from the first to the last."""
    pieces = _pieces(subject)
    if not pieces:
        return []
    page = pieces[0].page
    highest = min(piece.top for piece in pieces) - ABOVE
    strokes = (rule for rule in subject.reading.rules(page) if rule.height < 1 < rule.width)
    long = (rule for rule in strokes if rule.width > WIDTH / 2 and rule.y > highest)
    return sorted(long, key=lambda rule: rule.y)


def _rules(subject: Subject, pieces: list[Piece]) -> Iterator[Row]:
    page = pieces[0].page
    strokes = imprint_strokes(subject)
    yield _places(subject, strokes, page)
    if len(strokes) > 1:
        thick = [strokes[0].height, strokes[-1].height]
        values = [lengths("首末条", thick, THICK, THICKNESS_TOLERANCE)]
        if thin := [rule.height for rule in strokes[1:-1]]:
            values.append(lengths("中间", thin, THIN, THICKNESS_TOLERANCE))
        yield subject.row(THICKNESS, values, (page,))
    last = subject.reading.count
    found = f"第 {page} 面，共 {last} 面"
    holds = page == last and page % 2 == 0
    yield subject.row(EVEN, [fact("最后一面，偶数", found, holds)], (page,))


def _places(subject: Subject, strokes: list[Rule], page: int) -> Row:
    """First, last and one between two rows of elements; none between 主送 and 抄送."""
    named = subject.named
    printed = bool(named.get("印发机关") or named.get("印发日期"))
    count = 1 + bool(named.copies) + printed
    values: list[Value] = [fact(f"{count} 条", f"{len(strokes)} 条", len(strokes) == count)]
    if strokes:
        values += [
            lengths("长", [rule.width for rule in strokes], WIDTH, EDGE),
            lengths("左缘", [rule.x for rule in strokes], PORTRAIT.left, EDGE),
            lengths("末条", [strokes[-1].y + strokes[-1].height / 2], PORTRAIT.bottom, EDGE),
        ]
    return subject.row(RULES, values, (page,))


def _letter(subject: Subject, pieces: list[Piece]) -> Row:
    if not pieces:
        return subject.row(LETTER, [missing()])
    strokes = [
        rule
        for rule in imprint_strokes(subject)
        if rule.colour == "000000" and rule.y < PORTRAIT.bottom + EDGE
    ]
    lowest = max(piece.bottom for piece in pieces)
    page = pieces[-1].pages[-1]
    values = [
        fact("没有分隔线", f"{len(strokes)} 条", not strokes),
        lengths("末行字身下缘", [lowest], PORTRAIT.bottom, 1.5),
        fact("最后一面", f"第 {page} 面", page == subject.reading.count),
    ]
    return subject.row(LETTER, values, pieces[0].pages)


def _copies(subject: Subject, label: str, piece: Piece | None) -> Row:
    """抄送, or 主送 that was moved into the 版记, which is set alike."""
    clause = Clause(COPIES.number, f"{label[:2]}机关", COPIES.strength, COPIES.words)
    if piece is None:
        return subject.row(clause, [missing()])
    organs = piece.find(piece.text.removeprefix(label))
    values = [
        between("左空", [piece.left - PORTRAIT.left], *ONE_CELL),
        fact("末尾句号", piece.text[-1], piece.text.endswith("。")),
    ]
    if later := [line.left for line in piece.lines[1:]]:
        first = organs.left if organs else piece.left
        values.append(lengths("回行左缘", later, first, INDENT_TOLERANCE))
        most = max(line.right for line in piece.lines) - SIZE_4 / 5
        values.append(fact("右空一字", f"最右 {most:.2f} mm", most < PORTRAIT.right - 3))
    values += _face(subject, piece)
    return subject.row(clause, values, piece.pages, (FontRole.FANGSONG,))


def _printed(subject: Subject) -> Iterator[Row]:
    imprint, named = subject.document.imprint, subject.named
    if imprint is None or not (imprint.printed_by or imprint.printed_on):
        return
    organ, day = named.get("印发机关"), named.get("印发日期")
    if (imprint.printed_by and not organ) or (imprint.printed_on and not day):
        yield subject.row(PRINTED, [missing()])
        return
    values = []
    pieces = [piece for piece in (organ, day) if piece]
    if organ:
        values.append(between("左空", [organ.left - PORTRAIT.left], *ONE_CELL))
    if day:
        values.append(between("右空", [PORTRAIT.right - day.right], *ONE_CELL))
        values.append(fact("日期后加“印发”", day.text[-2:], day.text.endswith("印发")))
    values += _face(subject, *pieces)
    pages = [page for piece in pieces for page in piece.pages]
    yield subject.row(PRINTED, values, pages, (FontRole.FANGSONG,))


def _face(subject: Subject, *pieces: Piece) -> list[Value]:
    runs = [run for piece in pieces for run in piece.runs]
    return [subject.face(runs, FontRole.FANGSONG), subject.size(runs, SIZE_4)]
