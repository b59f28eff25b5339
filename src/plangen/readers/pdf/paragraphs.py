"""Lines of a page → paragraphs, told by indents, full lines, sizes and the white between lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from plangen.document.labels import is_annex_label, label_of
from plangen.readers.pdf.lines import SetLine

_INDENT = 1.2  # sizes; a first line is indented by two
_SHORT = 2.0  # sizes before the right edge: a line that ends there does not go on
_ASIDE = 3.0  # sizes to the left of a line: what stood at the right, a date, does not go on
_WHITE = 1.6  # times the usual distance of lines: more white parts paragraphs
_FAR = 0.6  # of the page's width
_OTHER_SIZE = 0.08  # of the size
_CENTRED = 1.0  # sizes by which the middles of centred lines may differ
_CLOSED = re.compile("[。；！？：;!?:][”’」』）)》]{0,2}$")
_ANNEX = re.compile(r"附\s*件\s*(?:[0-9０-９一二三四五六七八九十]|[:：]|$)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its offset in the whole text and its page (from 1)."""

    offset: int
    page: int
    line: SetLine

    @property
    def key(self) -> tuple[int, int]:
        """Its page and column: they have their own measure."""
        return self.page, self.line.column


@dataclass(frozen=True, slots=True)
class Measure:
    """The left and right edge of the text, in points, and the usual distance of two lines."""

    left: float
    right: float
    pitch: float
    size: float  # of most of the text
    width: float  # of the page

    @property
    def middle(self) -> float:
        """The middle of the measure."""
        return (self.left + self.right) / 2

    def widened(self, usual: Measure) -> Measure:
        """This measure, or the usual one where a page of short or indented lines shows less."""
        left = usual.left if self.left > usual.left + _INDENT * self.size else self.left
        right = usual.right if self.right < usual.right - _SHORT * self.size else self.right
        return Measure(left, right, self.pitch, self.size, self.width)


Measures = dict[tuple[int, int], Measure]


def measure_of(lines: Sequence[SetLine], width: float) -> Measure:
    """The measure that most of the lines keep, on a page of this width.

    Where none of them reaches far, margins of equal width are taken.
    """
    lefts = Counter(round(line.left) for line in lines)
    left = min(at for at, count in lefts.items() if count * 5 >= max(lefts.values()))
    rights = sorted(line.right for line in lines)
    right = rights[len(rights) * 9 // 10]
    if right < width * _FAR and not lines[0].column:
        right = max(width - left, right)
    apart = [a.middle - b.middle for a, b in pairwise(lines)]
    below = [distance for distance in apart if distance > 1]
    pitch = median(below) if below else 0.0
    return Measure(left, right, pitch, median(line.size for line in lines), width)


def paragraphs(lines: Sequence[Placed], measures: Measures) -> Iterator[list[Placed]]:
    """The lines of each paragraph; ``measures`` are those of their pages and columns."""
    group: list[Placed] = []
    for placed in lines:
        if group and _parts(group, placed, measures):
            yield group
            group = []
        group.append(placed)
    if group:
        yield group


def cell_paragraphs(lines: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lines of each paragraph of a cell: one ends with a sentence that stops short."""
    right = max((placed.line.right for placed in lines), default=0.0)
    group: list[Placed] = []
    for placed in lines:
        if group and _CLOSED.search(group[-1].line.text):
            is_short = group[-1].line.right < right - _SHORT * group[-1].line.size
            if is_short or label_of(placed.line.text):
                yield group
                group = []
        group.append(placed)
    if group:
        yield group


def is_closed(text: str) -> bool:
    """Whether a line ends a sentence."""
    return bool(_CLOSED.search(text))


def _parts(group: Sequence[Placed], placed: Placed, measures: Measures) -> bool:
    before, line = group[-1].line, placed.line
    measure = measures[group[-1].key]
    if _differ(before, line) or _is_far(group[-1], placed, measure):
        return True
    closed = bool(_CLOSED.search(before.text))
    if is_annex_label(line.text):
        return True
    if closed and (label_of(line.text) or _ANNEX.match(line.text)):
        return True
    is_large = line.size > measure.size * (1 + _OTHER_SIZE)
    if is_large and _is_centred(before, measure) and _is_centred(line, measures[placed.key]):
        return closed
    if before.left > line.left + _ASIDE * before.size:
        return True
    if before.right < measure.right - _SHORT * before.size:
        return True
    last = [one.line for one in group[-2:]]
    return _is_first(last, line, measures[placed.key], closed)


def _differ(before: SetLine, line: SetLine) -> bool:
    return abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size)


def _is_far(before: Placed, placed: Placed, measure: Measure) -> bool:
    if before.key != placed.key or not measure.pitch:
        return False
    distance = before.line.middle - placed.line.middle
    usual = max(measure.pitch, before.line.size * 1.2)
    return distance > _WHITE * usual or distance < 0


def _is_centred(line: SetLine, measure: Measure) -> bool:
    """Whether a line stands in the middle with white on both sides."""
    size = line.size
    if min(line.left - measure.left, measure.right - line.right) <= size:
        return False
    middle = (line.left + line.right) / 2
    return any(abs(middle - m) <= _CENTRED * size for m in (measure.middle, measure.width / 2))


def _is_first(group: Sequence[SetLine], line: SetLine, measure: Measure, closed: bool) -> bool:
    """Whether a line after a full one begins a paragraph: indented, and not to hang below."""
    before = group[-1]
    if line.left < measure.left + _INDENT * line.size:
        return False
    opens = bool(label_of(line.text) or _ANNEX.match(line.text))
    if line.left > before.left + _INDENT * line.size:  # maybe below a label that hangs out
        hangs = len(group) == 1 and bool(label_of(before.text) or _ANNEX.match(before.text))
        return closed or opens or not hangs
    if before.left < measure.left + _INDENT * before.size:
        return True
    return closed or opens
