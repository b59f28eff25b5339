"""The proof as plain text, its columns aligned for characters of two widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.proof.proof import Proof
from plangen.proof.rows import Row
from plangen.proof.wording import absent_line, basis, font_rows, lent_lines, profile_lines, subject
from plangen.sheet.widths import nominal_width

INDENT = "    "


def proof_text(proof: Proof) -> str:
    """The head, the fonts, the summary, and every row with its values."""
    lines = ["公文版式核验记录", "", subject(proof), basis(), "", *profile_lines(proof), ""]
    lines += [*_aligned(font_rows(proof)), *lent_lines(proof), "", f"结论：{proof.summary}"]
    if proof.absent:
        lines.append(absent_line(proof))
    lines.append("")
    heads = [(row.clause.number, row.clause.element, row.page_list) for row in proof.rows]
    for row, head in zip(proof.rows, _aligned([("条款", "要素", "页"), *heads])[1:], strict=True):
        lines += [f"{head}  {row.verdict}", *_details(row), ""]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _details(row: Row) -> Iterator[str]:
    yield f"{INDENT}要求：{row.clause.words}（{row.clause.strength}）"
    table = [
        (value.asked, "实测", value.found, "" if value.holds else "← 不一致")
        for value in row.values
    ]
    yield from (INDENT + line for line in _aligned(table))
    if row.remark:
        yield f"{INDENT}说明：{row.remark}"


def _aligned(table: Sequence[Sequence[str]]) -> list[str]:
    """Rows whose columns begin below each other, two spaces apart."""
    widths = [max(map(_columns, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in table
    ]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return int(sum(2 * nominal_width(character) for character in text))
