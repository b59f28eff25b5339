"""What a text is made of: paragraphs, numbered sections, tables and rosters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plangen.document.inline import Inline, Text, merged, require_characters, stripped
from plangen.errors import InvalidError

Orientation = Literal["portrait", "landscape"]
ColumnAlign = Literal["left", "center", "right", "justify"]
DEEPEST_LEVEL = 4  # GB/T 9704-2012 7.3.3 names four: 一、 （一） 1. （1）


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text (正文自然段): indented two characters, or flush for continuations."""

    content: tuple[Inline, ...]
    indented: bool = True

    def __post_init__(self) -> None:
        content = stripped(merged(self.content))
        if not content:
            raise InvalidError("段落是空的")
        object.__setattr__(self, "content", content)

    @classmethod
    def of(cls, text: str) -> Paragraph:
        """A paragraph of plain text."""
        return cls((Text(text),))


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the text (结构层次): 一、 （一） 1. （1）, by its depth.

    The label is computed, never typed. Without a title the label opens the first paragraph. With
    ``run_in`` the title opens the first paragraph and is closed by a full stop. ``level`` skips
    levels (a document with 一、 and 1. only). ``numbered=False`` sets the title without a label.
    ``continued=True`` lets the count at this level go on from the part before instead of starting
    at one again, as yearly task lists do: 一、（一）（二） 二、（三）.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    run_in: bool = False
    numbered: bool = True
    level: int | None = None
    continued: bool = False

    def __post_init__(self) -> None:
        require_characters(self.title)
        if not self.title and not (self.blocks and isinstance(self.blocks[0], Paragraph)):
            raise InvalidError("没有标题的层次应以段落开头")
        if self.run_in and not (
            self.title and self.blocks and isinstance(self.blocks[0], Paragraph)
        ):
            raise InvalidError("段首标题需要有标题，并以段落开头")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell (单元格); it may span columns and rows."""

    paragraphs: tuple[Paragraph, ...] = ()
    columns: int = 1
    rows: int = 1

    @classmethod
    def of(cls, text: str) -> Cell:
        """A cell that holds one paragraph of plain text, or nothing."""
        return cls((Paragraph.of(text),) if text else ())


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width (any positive number) and how its cells align.

    Where no column states a share, the widths fit what the columns hold.
    """

    weight: int | None = None
    align: ColumnAlign = "left"

    def __post_init__(self) -> None:
        if self.weight is not None and self.weight < 1:
            raise InvalidError("表格列宽的份额至少为 1")


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row of a table: its first column, how many, and the cell that fills it.

    ``cell`` is None where a cell of a row above reaches down.
    """

    column: int
    columns: int
    cell: Cell | None


def placed(rows: tuple[Row, ...], width: int) -> list[list[Slot]]:
    """Where the cells of rows come to stand in a table of ``width`` columns.

    Raises InvalidError where cells leave the table, overlap, or do not fill a row.
    """
    reaching: dict[int, tuple[int, int]] = {}  # first column → rows still covered, columns
    grid = []
    for row in rows:
        cells, slots, column = iter(row), list[Slot](), 0
        while column < width:
            left, columns = reaching.pop(column, (0, 0))
            cell = None if left else next(cells, None)
            if cell is None and not left:
                raise InvalidError("表格的一行不满 {width} 列", width=width)
            if cell is not None:
                left, columns = cell.rows, cell.columns
                _check_room(cell, column, width, reaching)
            if left > 1:
                reaching[column] = (left - 1, columns)
            slots.append(Slot(column, columns, cell))
            column += columns
        if next(cells, None) is not None:
            raise InvalidError("表格的一行超过 {width} 列", width=width)
        grid.append(slots)
    if reaching:
        raise InvalidError("表格的单元格向下合并，超出最后一行")
    return grid


def _check_room(cell: Cell, column: int, width: int, reaching: dict[int, tuple[int, int]]) -> None:
    end = column + cell.columns
    if cell.columns < 1 or cell.rows < 1 or end > width:
        raise InvalidError("表格的一行超过 {width} 列", width=width)
    if any(column < start < end for start in reaching):
        raise InvalidError("表格的单元格与上一行向下合并的单元格重叠")


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表格) with header rows that repeat on every page and rows that do not split."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        require_characters(self.caption)
        if not self.columns:
            raise InvalidError("表格至少要有一列")
        for part in (self.head, self.rows):
            placed(part, len(self.columns))


@dataclass(frozen=True, slots=True)
class Member:
    """A person on a roster: name (姓名) and offices (职务) as they are printed."""

    name: str
    office: str = ""

    def __post_init__(self) -> None:
        require_characters(self.name, self.office)


@dataclass(frozen=True, slots=True)
class Role:
    """Members under one label (组长, 副组长, 成员)."""

    name: str
    members: tuple[Member, ...]

    def __post_init__(self) -> None:
        require_characters(self.name)


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of members (成员名单): role labels, names and offices in three columns."""

    roles: tuple[Role, ...]


Block = Paragraph | Section | Table | Roster
