"""The grammar of values and deadlines: what reads them writes them, ``parse(write(x)) == x``.

A value without a noun (1), a share in another unit (三分之二 as a ratio, 1/4000) and a length of 24
hours are read only where the unit is asked for; ``parse(write(x), x.unit) == x`` holds always.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.quantity import dates, whole, writing
from plangen.quantity.bounds import Bound
from plangen.quantity.dates import FoundDeadline
from plangen.quantity.deadlines import Deadline
from plangen.quantity.values import Quantity, Unit

if TYPE_CHECKING:
    from plangen.quantity.prose import Found


def parse_quantity(text: str, unit: Unit | None = None) -> Quantity:
    """The value that a whole string says: 80%, 百分之八十, 每年2次, 7×24小时, 12名.

    Raises QuantityError for anything else, for words that compare (80%以上), and for a value of
    another unit than asked for.
    """
    return whole.read_quantity(text, unit)


def parse_bound(text: str, unit: Unit | None = None) -> Bound:
    """The value and comparator that a whole string says: 80%以上, 不超过30日, 每年至少开展2次.

    Raises QuantityError for anything else, and for a value of another unit than asked for.
    """
    return whole.read_bound(text, unit)


def parse_deadline(text: str) -> Deadline:
    """The deadline that a whole string says: 2021年底前, 截至2021年12月31日, 2021-12-31.

    Raises QuantityError for anything else, and for dates that do not exist.
    """
    return dates.read_deadline(text)


def write_quantity(quantity: Quantity) -> str:
    """A value in the canonical Chinese of its form: 80%, 每半年1次."""
    return writing.write_quantity(quantity)


def write_bound(bound: Bound) -> str:
    """A bound in its own words: 80%以上, 达到80%, 每年至少2次."""
    return writing.write_bound(bound)


def write_deadline(deadline: Deadline) -> str:
    """A deadline in its own words: 2021年底前, 到2021年底."""
    return writing.write_deadline(deadline)


def find_bounds(text: str) -> Iterator[Found]:
    """Every value in prose with its comparator and place, in reading order, never overlapping.

    A line break ends a value: whoever reads a broken file joins its lines first.
    """
    from plangen.quantity import prose  # its patterns take time to build, and few jobs read prose

    return prose.bounds_in(text)


def find_deadlines(text: str) -> Iterator[FoundDeadline]:
    """Every deadline in prose with its place: 2021年底前, 到2021年; not dates alone."""
    return dates.deadlines_in(text)
