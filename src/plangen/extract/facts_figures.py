"""Figures in the texts of a document → calls of figure(…), so that each stands in one place only.

A call takes the place of a figure where it prints the same words. Others stay as they are written,
and are told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from typing import Any

from plangen.document.origins import Span
from plangen.extract.facts_targets import FoundTarget
from plangen.extract.groups_words import joined
from plangen.extract.targets.record import Extracted
from plangen.model.targets import Bounded, Target
from plangen.quantity.grammar import write_bound, write_deadline, write_quantity
from plangen.quantity.numerals import chinese_integer
from plangen.quantity.values import Quantity, Unit

_TOGETHER = "均达到"
_LOOKED_BACK = 120  # characters before a figure that may say by when
# Signs that a document and the data write differently.
_SAME = {ord(sign): same for sign, same in zip("％：*＊xX", "%:××××", strict=True)}
_SAME |= {ord("０") + digit: str(digit) for digit in range(10)}
_SIGNS = re.compile(r"\{[{%#]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure of the text with the step of the target that it states."""

    figure: Extracted
    step: Bounded
    indicator: str
    more: str  # further arguments of a call: by=…, scope=…


@dataclass(slots=True)
class Calls:
    """Puts calls into texts. ``left`` are the figures that no call can print."""

    targets: Sequence[FoundTarget]
    period: tuple[Span, date] | None = None  # where the text says by when all is due, and when
    left: list[Extracted] = field(default_factory=list)
    _stated: list[_Stated] = field(default_factory=list)

    def __post_init__(self) -> None:
        stated = (one for target in self.targets for one in _stated(target, self.targets))
        self._stated = sorted(stated, key=lambda one: (one.figure.start, one.figure.end))

    def text(self, text: str, span: Span) -> str:
        """A text that stands in a span of the document, as a text of the data."""
        cuts = list(self._cuts(text, span))
        pieces, last = [], 0
        for start, end, call in sorted(cuts):
            if start >= last:
                pieces += [untemplated(text[last:start]), call]
                last = end
        return "".join((*pieces, untemplated(text[last:])))

    def holds(self, span: Span) -> bool:
        """Whether a figure of a target stands in a span."""
        return any(True for _ in self._in(span))

    def _in(self, span: Span) -> Iterator[_Stated]:
        """The figures that stand in a span, in reading order."""
        first = bisect_left(self._stated, span.start, key=lambda one: one.figure.start)
        for one in islice(self._stated, first, None):
            if one.figure.start >= span.end:
                return
            if one.figure.end <= span.end:
                yield one

    def _cuts(self, text: str, span: Span) -> Iterator[tuple[int, int, str]]:
        """What a text's figures and dates are replaced by: start, end and call."""
        plain = text.translate(_SAME)
        if self.period and span.start <= self.period[0].start < span.end:
            year_end = f"{self.period[1].year}年底"
            start = plain.find(year_end)
            if start >= 0 and not plain.startswith("前", start + len(year_end)):
                yield start, start + len(year_end), "{{ doc.ends | year_end }}"
        cursor, dated = 0, 0
        for _, group in groupby(self._in(span), key=lambda one: (one.figure.start, one.figure.end)):
            same = list(group)
            place = _place(plain, same[0].figure, cursor)
            if place is None:
                self._leave(same)
                continue
            yield from self._figure(plain, place, same)
            if due := _deadline(plain, dated, place[0], same[0]):
                yield due
                dated = due[1]
            cursor = place[1]

    def _figure(
        self, plain: str, place: tuple[int, int], same: list[_Stated]
    ) -> Iterator[tuple[int, int, str]]:
        start, end = place
        bounds = {_bound(one.step) for one in same}
        if len(same) > 1 and len(bounds) == 1 and not any(one.more for one in same):
            opening = plain.rfind(_TOGETHER, 0, end)
            if opening >= 0 and plain[opening + len(_TOGETHER) : end] in bounds:
                names = ", ".join(f'"{one.indicator}"' for one in same)
                yield opening, end, f"{{{{ shared({names}) }}}}"
                return
        call = _call(plain[start:end], same[0])
        if call is None:
            self._leave(same)
        else:
            yield start, end, call

    def _leave(self, stated: Iterable[_Stated]) -> None:
        self.left += [one.figure for one in stated if one.figure not in self.left]


def untemplated(text: str) -> str:
    """A text in which a template finds nothing to do: its signs are written as what they are."""
    return _SIGNS.sub(lambda sign: f'{{{{ "{sign[0]}" }}}}', text)


def printable(value: Any) -> Any:
    """Data without the control characters of some files, which nothing prints."""
    if isinstance(value, dict):
        return {key: printable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [printable(part) for part in value]
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def _stated(found: FoundTarget, all_targets: Sequence[FoundTarget]) -> Iterator[_Stated]:
    """The figures of a target that its data hold, each with the arguments that call it."""
    target = Target.model_validate(found.data)
    alike = [other for other in all_targets if other.data["indicator"] == target.indicator]
    if len(alike) > 1 and not target.scope:
        return  # no call can tell it from the others
    scope = f', scope="{target.scope}"' if len(alike) > 1 else ""
    for figure in found.figures:
        step = _step(target, figure)
        if step is None:
            continue
        day = step.deadline.last_day.isoformat() if target.points and step.deadline else ""
        by = f', by="{day}"' if day and step is not target.steps[-1] else ""
        yield _Stated(figure, step, target.indicator, f"{by}{scope}")


def _step(target: Target, figure: Extracted) -> Bounded | None:
    """The step whose value a figure is; None where the data hold another value."""
    for step in target.steps:
        same = step.bound.quantity == figure.quantity
        if same and (not target.points or step.deadline is None or _due(step) == figure.by):
            return step
    return None


def _due(step: Bounded) -> date | None:
    return step.deadline.last_day if step.deadline else None


def _place(plain: str, figure: Extracted, cursor: int) -> tuple[int, int] | None:
    """Where the value of a figure stands in a text, after ``cursor``."""
    quote = joined(figure.quote).translate(_SAME)
    written = joined(figure.written).translate(_SAME)
    start = plain.find(quote, max(0, cursor - len(quote)))
    if start < 0 or start + len(quote) <= cursor:
        start = cursor
    place = plain.find(written, max(start, cursor))
    return None if place < 0 or not written else (place, place + len(written))


def _call(written: str, stated: _Stated) -> str | None:
    """The call that prints what is written; None where none does."""
    bound = stated.step.bound
    arguments = f'"{stated.indicator}"{stated.more}'
    value = write_quantity(bound.quantity)
    for printed, name in ((write_bound(bound), "figure"), (value, "value")):
        if written.count(printed) == 1:
            before, after = written.split(printed)
            return f"{before}{{{{ {name}({arguments}) }}}}{after}"
    return _amount(written, bound.quantity, arguments)


def _amount(written: str, quantity: Quantity, arguments: str) -> str | None:
    """A number of times whose words lie around it: 每年至少开展2次, 每半年至少召开一次."""
    if quantity.amount.denominator != 1 or quantity.unit not in (Unit.FREQUENCY, Unit.COUNT):
        return None
    number = int(quantity.amount)
    forms = {str(number): "", chinese_integer(number): ", chinese=true"}
    found = [match for match in _AMOUNT.finditer(written) if match[0] in forms]
    if not found:
        return None
    match = found[-1]
    call = f"{{{{ amount({arguments}{forms[match[0]]}) }}}}"
    return f"{written[: match.start()]}{call}{written[match.end() :]}"


def _deadline(plain: str, cursor: int, end: int, stated: _Stated) -> tuple[int, int, str] | None:
    """By when a figure is due, where the words before it say so as the data would."""
    if stated.step.deadline is None:
        return None
    written = write_deadline(stated.step.deadline)
    start = plain.rfind(written, max(cursor, end - _LOOKED_BACK), end)
    if start < 0 or "。" in plain[start:end]:
        return None
    arguments = f'"{stated.indicator}"{stated.more}'
    return start, start + len(written), f"{{{{ deadline({arguments}) }}}}"


def _bound(step: Bounded) -> str:
    return write_bound(step.bound)
