"""版头 (7.2): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, 分隔线."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.fonts.roles import FontRole
from plangen.pages.marks import Rule
from plangen.proof.glyphs import Piece
from plangen.proof.rows import Clause, Row, Strength, Value, fact, lengths, missing
from plangen.proof.standard import (
    CELL,
    EDGE,
    LINE_TOLERANCE,
    MARK_TOPS,
    PORTRAIT,
    RULE_GAP,
    RULE_GAP_TOLERANCE,
    SIZE_3,
    WIDTH,
)
from plangen.proof.subject import Subject

COPY = Clause("7.2.1", "份号", Strength.USUALLY, "6位3号阿拉伯数字，顶格编排在版心左上角第一行")
SECRECY = Clause(
    "7.2.2", "密级和保密期限", Strength.USUALLY, "3号黑体字，顶格编排在版心左上角第二行"
)
URGENCY = Clause(
    "7.2.3", "紧急程度", Strength.USUALLY, "3号黑体字，顶格编排在版心左上角，位于份号、密级之下"
)
MARK = Clause("7.2.4", "发文机关标志", Strength.RULE, "居中排布，上边缘至版心上边缘为 35 mm")
MARK_FACE = Clause(
    "7.2.4", "发文机关标志字体颜色", Strength.RECOMMENDED, "推荐使用小标宋体字，红色"
)
JOINT = Clause("7.2.4", "联合行文标志", Strength.RULE, "“文件”二字在发文机关名称右侧，上下居中")
NUMBER = Clause("7.2.5", "发文字号", Strength.RULE, "发文机关标志下空二行，居中排布")
NUMBER_LEFT = Clause(
    "7.2.5", "发文字号", Strength.RULE, "上行文居左空一字，与最后一个签发人姓名处在同一行"
)
SIGNERS = Clause(
    "7.2.6", "签发人", Strength.RULE, "居右空一字，发文机关标志下空二行；姓名用3号楷体字"
)
RULE = Clause("7.2.7", "版头中的分隔线", Strength.RULE, "发文字号之下 4 mm，与版心等宽的红色分隔线")
_NUMBER = re.compile(r"[^\s〔〕]+〔\d{4}〕[1-9]\d*号|第[1-9]\d*[号期]")
TWO_BLANKS = 2


def head_rows(subject: Subject) -> Iterator[Row]:
    """7.2; of a letter and an order what they share with it."""
    form = subject.document.form
    if form != "信函":
        yield from _above(subject)
    if form in ("文件", "纪要"):
        yield from mark_rows(subject, MARK)
        yield from _number(subject)
        yield from _rule(subject)


def _above(subject: Subject) -> Iterator[Row]:
    """份号, 密级 and 紧急程度, one a line from the first line of the type area."""
    head, named = subject.document.head, subject.named
    line = 1
    if head.copy_number:
        yield _corner(subject, COPY, named.get("份号"), line, FontRole.FANGSONG)
    if head.copy_number or head.secrecy:
        line = 2
    if head.secrecy:
        yield _corner(subject, SECRECY, named.get("密级"), line, FontRole.HEITI)
        line = 3
    if head.urgency:
        yield _corner(subject, URGENCY, named.get("紧急程度"), line, FontRole.HEITI)


def _corner(
    subject: Subject, clause: Clause, piece: Piece | None, line: int, role: FontRole
) -> Row:
    if piece is None:
        return subject.row(clause, [missing()])
    values = [
        lengths("左缘", [piece.left], PORTRAIT.left, EDGE),
        lengths("版心第几行", [subject.line_number(piece)], line, LINE_TOLERANCE, ""),
        subject.size(piece.runs, SIZE_3),
        subject.face(piece.runs, role),
    ]
    return subject.row(clause, values, piece.pages, (role,))


def mark_rows(subject: Subject, clause: Clause) -> Iterator[Row]:
    """The mark's place, measured to its ink, and its face and colour."""
    mark = subject.document.head.mark
    if mark is None:
        return
    piece = subject.named.get("标志")
    if piece is None or piece.ink is None:
        yield subject.row(clause, [missing()])
        return
    role = FontRole.XIAOBIAOSONG
    values = [
        lengths("墨迹上缘", [piece.ink.top], MARK_TOPS[subject.document.form], EDGE),
        lengths("中线", [piece.ink.centre], PORTRAIT.centre, 1.5),
    ]
    yield subject.row(clause, values, piece.pages, (role,), "量到墨迹")
    colours = sorted({run.colour for run in piece.runs})
    red = _red(colours)
    yield subject.row(MARK_FACE, [subject.face(piece.runs, role), red], piece.pages, (role,))
    if len(mark.organs) > 1 and mark.suffix:
        yield _joint(subject, piece, mark.suffix)


def _joint(subject: Subject, piece: Piece, suffix: str) -> Row:
    """The squares of 文件 stand in the middle of those of the names, at their right."""
    beside = piece.find(suffix)
    if beside is None:
        return subject.row(JOINT, [missing()])
    names = [part for part in piece.parts if part not in beside.parts]
    stacked = Piece(tuple(names)) if names else beside
    middle = (beside.top + beside.bottom) / 2 - (stacked.top + stacked.bottom) / 2
    right = beside.left >= stacked.right - EDGE
    values = [
        lengths("上下偏离中线", [middle], 0.0, 1.5),
        fact("在名称右侧", "在右侧" if right else "不在右侧", right),
    ]
    return subject.row(JOINT, values, piece.pages)


def _number(subject: Subject) -> Iterator[Row]:
    head, named = subject.document.head, subject.named
    if head.number:
        piece = named.get("文号")
        clause = NUMBER_LEFT if head.signers else NUMBER
        if piece is None:
            yield subject.row(clause, [missing()])
        elif head.signers:
            yield _number_left(subject, clause, piece)
        else:
            yield _number_centred(subject, clause, piece)
    if head.signers:
        yield _signers(subject)


def _number_centred(subject: Subject, clause: Clause, piece: Piece) -> Row:
    values = [lengths("中线", [piece.centre], PORTRAIT.centre, EDGE), _wording(piece)]
    return subject.row(
        clause,
        [*below_mark(subject, piece), *values],
        piece.pages,
        (FontRole.XIAOBIAOSONG, FontRole.FANGSONG),
    )


def _number_left(subject: Subject, clause: Clause, piece: Piece) -> Row:
    last = next((p for p in reversed(subject.named.signers) if p), None)
    values = [lengths("左缘", [piece.left], PORTRAIT.left + CELL, EDGE), _wording(piece)]
    if last:
        values.append(lengths("与末位签发人基线相差", [piece.baseline - last.baseline], 0.0, 0.5))
    return subject.row(clause, values, piece.pages)


def _wording(piece: Piece) -> Value:
    holds = bool(_NUMBER.fullmatch(piece.text))
    return fact("年份用六角括号〔〕，序号不编虚位", piece.text, holds)


def below_mark(subject: Subject, piece: Piece) -> list[Value]:
    """Two blank lines from the mark's ink to the squares of what follows."""
    mark = subject.named.get("标志")
    if mark is None or mark.ink is None or mark.page != piece.page:
        return []
    step = subject.profile.line
    return [
        lengths("标志下空", [piece.top - mark.ink.bottom], TWO_BLANKS * step, LINE_TOLERANCE * step)
    ]


def _signers(subject: Subject) -> Row:
    named = subject.named
    label, names = named.get("签发人标签"), [name for name in named.signers if name]
    if label is None or len(names) < len(named.signers):
        return subject.row(SIGNERS, [missing()])
    first_line = [name for name in names if abs(name.baseline - label.baseline) < 0.5]
    right = max(name.right for name in first_line or names)
    values = [
        *below_mark(subject, label),
        lengths("右缘", [right], PORTRAIT.right - CELL, EDGE),
        subject.face([run for name in names for run in name.runs], FontRole.KAITI),
        subject.size([run for name in names for run in name.runs], SIZE_3),
    ]
    below = [name.left for name in names if name.baseline > label.baseline + 0.5]
    if below and first_line:
        values.append(lengths("回行左缘", [min(below)], min(p.left for p in first_line), EDGE))
    roles = (FontRole.XIAOBIAOSONG, FontRole.FANGSONG, FontRole.KAITI)
    return subject.row(SIGNERS, values, label.pages, roles)


def _rule(subject: Subject) -> Iterator[Row]:
    if not (subject.document.head.mark or subject.document.head.number):
        return
    rule = red_rule(subject)
    if rule is None:
        yield subject.row(RULE, [missing()])
        return
    values = [
        lengths("长", [rule.width], WIDTH, EDGE),
        lengths("左缘", [rule.x], PORTRAIT.left, EDGE),
        _red([rule.colour]),
    ]
    above = _above_rule(subject)
    if above and above.ink:
        gap = rule.y - above.ink.bottom
        values.insert(0, lengths("距发文字号", [gap], RULE_GAP, RULE_GAP_TOLERANCE))
    yield subject.row(RULE, values, (1,), (FontRole.FANGSONG,), "量到墨迹")


def red_rule(subject: Subject) -> Rule | None:
    """The rule below 发文字号: the highest long rule of page 1 that is not black."""
    rules = (rule for rule in subject.reading.rules(1) if rule.width > WIDTH / 2)
    return min((rule for rule in rules if rule.colour != "000000"), key=lambda r: r.y, default=None)


def _above_rule(subject: Subject) -> Piece | None:
    """The line that the rule follows: 发文字号, the last signer, 编发 of minutes."""
    named = subject.named
    pieces = [named.get("编发"), named.get("文号"), *named.signers]
    on_page = [piece for piece in pieces if piece and piece.page == 1]
    if not on_page:
        return None
    lowest = max(piece.baseline for piece in on_page)
    parts = [p for piece in on_page if abs(piece.baseline - lowest) < 0.5 for p in piece.parts]
    return Piece(tuple(parts))


def _is_red(colour: str) -> bool:
    """Y80 M80 of 6.2 is about FF3333; programs write FF0000."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xC0 and green <= 0x50 and blue <= 0x50


def _red(colours: list[str]) -> Value:
    holds = all(map(_is_red, colours))
    return fact("红色", "红色" if holds else "、".join(colours), holds)
