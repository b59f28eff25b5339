"""Tables of a PDF: rules that cross each other, the cells between them and what stands in these."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plangen.readers.limits import MOST_CELLS
from plangen.readers.pdf.marks import Glyph, Rule
from plangen.readers.pdf.segments import Band, Ending

_NEAR = 3.0  # points: rules that lie so near are one, and meet across such a gap
_OPEN = 6.0  # points by which rules reach beyond the last one that crosses them
_MOST_RULES = 2_000  # of a page


@dataclass(slots=True)
class RuledCell:
    """A cell: its first row and column, how many it spans, and the characters in it."""

    row: int
    column: int
    rows: int
    columns: int
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: the upright and the horizontal lines of its grid, from left and from top.

    A row that goes on over the page may lack its rule; so may the sides of the table.
    """

    xs: list[float]
    ys: list[float]
    cells: list[RuledCell]
    places: dict[tuple[int, int], RuledCell]
    is_open_above: bool = False  # no rule over its first row, under its last
    is_open_below: bool = False
    white: list[Band] = field(default_factory=list)  # between columns that no rules part
    ending: Ending | None = None  # of a table without upright rules that may go on overleaf

    @property
    def top(self) -> float:
        """The height of its uppermost rule."""
        return self.ys[0]

    def covers(self, rule: Rule) -> bool:
        """Whether a horizontal rule is one of its own."""
        within = self.ys[-1] - _NEAR <= rule.at <= self.ys[0] + _NEAR
        return within and rule.start < self.xs[-1] and rule.end > self.xs[0]

    def cell_at(self, glyph: Glyph) -> RuledCell | None:
        """The cell that a character's middle stands in."""
        x = (glyph.left + glyph.right) / 2
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-y for y in self.ys], -glyph.middle) - 1
        return self.places.get((row, column))


def tables_of(across: Sequence[Rule], upright: Sequence[Rule]) -> list[Ruled]:
    """The tables that the rules of a page make, from the top; a frame of one cell is none."""
    if len(across) + len(upright) > _MOST_RULES:
        return []
    flat, tall = merged_rules(across), merged_rules(upright)
    tables = [_ruled(*group) for group in _groups(flat, tall)]
    found = [table for table in tables if table and len(table.cells) > 1]
    return sorted(found, key=lambda table: -table.top)


def merged_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with those that continue or double them made one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at / _NEAR), one.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= _NEAR and rule.start <= last.end + _NEAR:
            merged[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _groups(flat: list[Rule], tall: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together by crossing or touching each other."""
    group_of = list(range(len(flat) + len(tall)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    for i, rule in enumerate(flat):
        for j, other in enumerate(tall, len(flat)):
            if _meet(rule, other):
                group_of[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*flat, *tall]):
        groups.setdefault(root(index), ([], []))[index >= len(flat)].append(rule)
    found = [
        group for group in groups.values() if min(map(len, group)) and sum(map(len, group)) > 2
    ]
    return found


def _meet(flat: Rule, tall: Rule) -> bool:
    return _covers(flat, tall.at) and _covers(tall, flat.at)


def _covers(rule: Rule, at: float) -> bool:
    return rule.start - _NEAR <= at <= rule.end + _NEAR


def _ruled(flat: list[Rule], tall: list[Rule]) -> Ruled | None:
    xs, ys = _distinct(rule.at for rule in tall), _distinct(rule.at for rule in flat)
    xs, _, _ = _reaching(xs, flat)
    ys, is_open_below, is_open_above = _reaching(ys, tall)
    ys.reverse()
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
        return None
    places: dict[tuple[int, int], RuledCell] = {}
    cells: list[RuledCell] = []
    lines = _Lines(len(xs), len(ys), _near(xs, tall), _near(ys, flat), _middles(xs), _middles(ys))
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in places:
                cells.append(_cell(row, column, lines, places))
    return Ruled(xs, ys, cells, places, is_open_above, is_open_below)


def _reaching(places: list[float], crossing: Sequence[Rule]) -> tuple[list[float], bool, bool]:
    """The places of rules, and those where two rules across them end farther out on either side."""
    first = sorted(rule.start for rule in crossing)[:2]
    last = sorted((rule.end for rule in crossing), reverse=True)[:2]
    before = len(first) > 1 and first[1] < places[0] - _OPEN and first[1] - first[0] <= _NEAR
    after = len(last) > 1 and last[1] > places[-1] + _OPEN and last[0] - last[1] <= _NEAR
    return [*first[:before], *places, *last[:after]], before, after


def _near(places: Sequence[float], rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules that lie at each place."""
    return [[rule for rule in rules if abs(rule.at - place) <= _NEAR] for place in places]


def _middles(places: Sequence[float]) -> list[float]:
    return [(a + b) / 2 for a, b in pairwise(places)]


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Lines:
    """How many lines a grid has each way, the rules on each, and the middles between them."""

    width: int
    height: int
    tall: list[list[Rule]]
    flat: list[list[Rule]]
    across: list[float]
    down: list[float]

    def is_open_right(self, row: int, column: int) -> bool:
        """Whether no rule parts a place from the one at its right."""
        return column + 2 < self.width and not _drawn(self.tall[column + 1], self.down[row])

    def is_open_below(self, row: int, column: int) -> bool:
        """Whether no rule parts a place from the one below it."""
        return row + 2 < self.height and not _drawn(self.flat[row + 1], self.across[column])


def _drawn(rules: Iterable[Rule], at: float) -> bool:
    return any(_covers(rule, at) for rule in rules)


def _cell(
    row: int, column: int, lines: _Lines, places: dict[tuple[int, int], RuledCell]
) -> RuledCell:
    """The cell that begins at a place, as far as no rule parts it; its places are noted."""
    columns = rows = 1
    while lines.is_open_right(row, column + columns - 1):
        columns += 1
    while all(lines.is_open_below(row + rows - 1, column + c) for c in range(columns)):
        rows += 1
    cell = RuledCell(row, column, rows, columns)
    for r in range(row, row + rows):
        for c in range(column, column + columns):
            places.setdefault((r, c), cell)
    return cell
