"""The body of a Word file → passages: paragraphs, tables and text boxes in reading order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plangen.document.origins import PassageKind
from plangen.readers.archives import Element
from plangen.readers.building import Build, Where, labelled
from plangen.readers.docx.numbering import Numbering
from plangen.readers.docx.runs import Noticed, Runs
from plangen.readers.docx.styles import PLAIN, Style, Styles, described, properties_of
from plangen.readers.docx.tables import Grid, grid_of
from plangen.readers.docx.wml import MC, VAL, W, child

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_MERGED_FILES = frozenset((f"{W}altChunk", f"{W}subDoc"))
_BLOCKS = frozenset((f"{W}p", f"{W}tbl", *_MERGED_FILES))


class Body:
    """Puts down what stands in a body, a cell, a note or a text box."""

    def __init__(self, build: Build, styles: Styles, numbering: Numbering) -> None:
        self.noticed = Noticed()
        self.chunks = 0  # other files that Word would merge in
        self._build = build
        self._styles = styles
        self._numbering = numbering
        self._runs = Runs(styles, self.noticed)
        self._carried = ""  # of paragraphs whose mark is deleted: they go on in the next one

    def put(self, element: Element, where: Where, end: str = "\n") -> None:
        """Everything inside an element; the last paragraph is closed by ``end``."""
        blocks = [*self._blocks(element), None]
        for block, after in pairwise(blocks):
            assert block is not None
            if block.tag == f"{W}p":
                goes_on = after is not None and after.tag == f"{W}p"
                self._paragraph(block, where, "\n" if after is not None else end, goes_on)
            elif block.tag == f"{W}tbl":
                self._table(block)
            else:
                self.chunks += 1

    def _blocks(self, element: Element) -> list[Element]:
        """Paragraphs, tables and merged files, whatever wraps them."""
        found: list[Element] = []
        for part in element:
            if part.tag in _BLOCKS:
                found.append(part)
            elif part.tag == f"{MC}AlternateContent":
                forms = [*part.findall(f"{MC}Choice"), *part.findall(f"{MC}Fallback")]
                for form in forms[:1]:
                    found += self._blocks(form)
                for form in forms[1:]:
                    self.noticed.pass_over(form)
            elif part.tag in _WRAPPERS:
                found += self._blocks(part)
        return found

    def _paragraph(self, paragraph: Element, where: Where, end: str, goes_on: bool) -> None:
        """A paragraph; one whose mark is deleted goes on in the next, if one follows."""
        properties = properties_of(paragraph.find(f"{W}pPr"))
        named = properties.get(f"{W}pStyle")
        style = self._styles.style(named.get(VAL) or "") if named is not None else PLAIN
        style = described(style, properties)
        words, boxes = self._runs.words(paragraph)
        if style.hidden and words.strip():
            self.noticed.hidden.append(words)
            words = ""
        words = self._carried + words
        is_merged = goes_on and _is_mark_gone(properties.get(f"{W}rPr"))
        self._carried = words if is_merged else ""
        if not is_merged:
            self._put(words, style, where, end)
        for box in boxes:
            self.put(box, Where(kind=PassageKind.TEXT_BOX))

    def _put(self, words: str, style: Style, where: Where, end: str) -> None:
        label = self._label(style) if style.list else ""
        if not words.strip():
            self._build.write(words + end)
            return
        if where.kind is PassageKind.PARAGRAPH and style.kind is not PassageKind.PARAGRAPH:
            where = replace(where, kind=style.kind, level=style.level)
        if label:
            words, where = labelled(label, words), replace(where, label=label)
        self._build.paragraph(words, where, end)

    def _label(self, style: Style) -> str:
        depth = style.depth
        if depth is None:
            depth = self._numbering.level_of(style.list, style.lister) or 0
        return self._numbering.label(style.list, depth)

    def _table(self, table: Element) -> None:
        grid = grid_of(table, self.noticed.pass_over)
        number = self._build.open_table()
        for row in grid.rows:
            for index, cell in enumerate(row):
                where = Where(
                    kind=PassageKind.CELL,
                    table=number,
                    row=cell.row,
                    column=cell.column,
                    rows=cell.rows,
                    columns=cell.columns,
                )
                self.put(cell.element, where, "\n" if index == len(row) - 1 else "\t")
        self._close(number, grid)

    def _close(self, number: int, grid: Grid) -> None:
        self._build.close_table(number, len(grid.rows), grid.columns)


def _is_mark_gone(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, or moved elsewhere with it."""
    return any(child(properties, kind) is not None for kind in ("del", "moveFrom"))
