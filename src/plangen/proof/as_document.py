"""The proof as a document of the project's own tree: it leaves by the same writers."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.blocks import Block, Cell, Column, Paragraph, Section, Table
from plangen.document.elements import Annex, Document
from plangen.proof.proof import Proof
from plangen.proof.rows import Row, Verdict
from plangen.proof.wording import absent_line, basis, font_rows, lent_lines, profile_lines, subject

TITLE = "公文版式核验记录"
TABLE_TITLE = "版式核验表"
HEAD = ("条款", "要素", "标准要求", "要求值", "实测值", "面", "结论")
WEIGHTS = (9, 14, 27, 22, 22, 9, 15)


def proof_document(proof: Proof) -> Document:
    """The head and the fonts on upright pages, the clauses in a table on turned ones."""
    return Document(
        title=TITLE,
        blocks=tuple(_blocks(proof)),
        annexes=(Annex(TABLE_TITLE, (_clauses(proof),), orientation="landscape"),),
    )


def _blocks(proof: Proof) -> Iterator[Block]:
    yield Paragraph.of(subject(proof))
    yield Paragraph.of(basis())
    yield Section("版式方案", tuple(map(Paragraph.of, profile_lines(proof))))
    lent = tuple(map(Paragraph.of, lent_lines(proof)))
    yield Section("所用字体", (_fonts(proof), *lent))
    yield Section("核验结论", tuple(_conclusion(proof)))


def _fonts(proof: Proof) -> Table:
    head, *rows = font_rows(proof)
    return Table(
        columns=(Column(3), Column(5), Column(6), Column(2, "center")),
        head=(tuple(map(Cell.of, head)),),
        rows=tuple(tuple(map(Cell.of, row)) for row in rows),
    )


def _conclusion(proof: Proof) -> Iterator[Paragraph]:
    yield Paragraph.of(proof.summary)
    for label, verdict in (("与标准不一致", Verdict.FAILS), ("有差异", Verdict.DIFFERS)):
        found = [row for row in proof.rows if row.verdict is verdict]
        if found:
            yield Paragraph.of(f"{label}的有：{'；'.join(map(_named, found))}。")
    if proof.absent:
        yield Paragraph.of(absent_line(proof))


def _named(row: Row) -> str:
    return f"{row.clause.number} {row.clause.element}" + (f"（{row.remark}）" if row.remark else "")


def _clauses(proof: Proof) -> Table:
    return Table(
        columns=tuple(Column(weight) for weight in WEIGHTS),
        head=(tuple(map(Cell.of, HEAD)),),
        rows=tuple(tuple(_cells(row)) for row in proof.rows),
    )


def _cells(row: Row) -> Iterator[Cell]:
    yield Cell.of(row.clause.number)
    yield Cell.of(row.clause.element)
    yield Cell.of(f"{row.clause.words}（{row.clause.strength}）")
    yield Cell(tuple(Paragraph.of(value.asked) for value in row.values))
    yield Cell(tuple(Paragraph.of(value.found) for value in row.values))
    yield Cell.of(row.page_list)
    texts = [str(row.verdict), row.remark]
    yield Cell(tuple(Paragraph.of(text) for text in texts if text))
