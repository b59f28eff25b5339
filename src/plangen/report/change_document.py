"""Changes as a document: a comparison table 项目, 上年, 本年, 变化 for each part."""

from __future__ import annotations

from plangen.document.blocks import Cell, Column, Paragraph, Section, Table
from plangen.document.elements import Annex, Document
from plangen.errors import Message
from plangen.model.change import Comparison
from plangen.report.change_rows import Part, Row, parts
from plangen.report.change_words import basis_words, columns, kind_words

TITLE = "文件变化对照表"
TABLES = "变化对照表"
WEIGHTS = (7, 8, 8, 5)
WIDEST = 90  # characters of a row that an upright page shows well


def change_document(comparison: Comparison) -> Document:
    """The comparison as a document; its tables stand on turned pages where a row is long."""
    found = parts(comparison)
    sections = tuple(_section(part, comparison) for part in found)
    about = (
        Paragraph.of(f"原文件：{comparison.old.title}。"),
        Paragraph.of(f"新文件：{comparison.new.title}。"),
        Paragraph.of(str(basis_words(comparison))),
        *(Paragraph.of(f"{part.title}：{part.counts()}。") for part in found),
        *(() if comparison.kinds else (Paragraph.of("没有变化。"),)),
    )
    if any(_length(row) > WIDEST for part in found for row in part.rows):
        annex = Annex(TABLES, sections, orientation="landscape")
        return Document(TITLE, blocks=about, annexes=(annex,))
    return Document(TITLE, blocks=(*about, *sections))


def _section(part: Part, comparison: Comparison) -> Section:
    old, new = columns(comparison)
    table = Table(
        columns=tuple(Column(weight) for weight in WEIGHTS),
        head=(tuple(Cell.of(str(text)) for text in ("项目", old, new, "变化")),),
        rows=tuple(_row(row) for row in part.rows),
    )
    return Section(str(part.title), (table,))


def _row(row: Row) -> tuple[Cell, ...]:
    reworded = (Message("文字有改动"),) if row.reworded else ()
    sides = (Cell.of(str(text)) for text in (row.item, row.old, row.new))
    return (*sides, _cell(kind_words(row.kinds), *reworded, *row.notes))


def _cell(*messages: Message) -> Cell:
    return Cell(tuple(Paragraph.of(str(message)) for message in messages if str(message)))


def _length(row: Row) -> int:
    return sum(len(str(text)) for text in (row.item, row.old, row.new, *row.notes))
