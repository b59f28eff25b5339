"""From a value of an indicator table to a figure of the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from plangen.extract.targets.changes import change_of
from plangen.extract.targets.directions import comparator_of
from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.figures import figures_in
from plangen.extract.targets.indicators import Indicators
from plangen.extract.targets.record import Extracted, Kind
from plangen.extract.targets.tables import Entry, Table
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_bound
from plangen.quantity.script import plain
from plangen.quantity.values import Unit

_ABOVE = 160  # characters above a table in which its caption stands
_CAPTION = re.compile("表|指标|目标|附件|任务")
_CAPTION_YEAR = re.compile(r"(20[0-9]{2})\s*年(?!\s*[0-9]|[^，。\n]{0,6}(?:月|印发|发布|基数))")
_NUMBER = re.compile(r"\d[\d.,]*(?:[-—~～至]\d[\d.]*)?")
_NO_UNIT = frozenset(("", "-", "—", "/", "无", "指数", "系数", "比值"))
_BRACKETS = re.compile(r"[\[\]【】〔〕]")


@dataclass(frozen=True, slots=True)
class Tabulated:
    """Reads the tables of one document: its text, the dictionary, its day, the page of a place."""

    text: str
    indicators: Indicators
    as_of: date | None
    page: Callable[[int], int | None]

    def figures(self, table: Table, governed: date | None) -> Iterator[Extracted]:
        """The figures of a table in its order.

        Each is due by the year of its column, else of the caption, else by ``governed``.
        """
        due = _caption(table, self.text) or governed
        for entry in table.entries:
            figure = _figure(entry)
            if figure is not None:
                yield self._extracted(entry, figure, due)

    def _extracted(self, entry: Entry, figure: Figure, due: date | None) -> Extracted:
        name = entry.name.text
        before = entry.value.text[: figure.start]
        change, base = change_of(before, figure.bound.before)
        key = None if change else self.indicators.match(figure.unit, name)
        indicator = self.indicators.get(key)
        day = entry.day or (None if entry.reached else due)
        reached = entry.reached or bool(day and self.as_of and day < self.as_of)
        start = min(entry.name.start, entry.value.start)
        end = max(entry.name.end, entry.value.end)
        return Extracted(
            name=name,
            indicator=key,
            comparator=comparator_of(figure, name, before, change, indicator),
            quantity=figure.bound.quantity,
            explicit=figure.explicit,
            quote=self.text[start:end],
            written=entry.value.text,
            start=start,
            end=end,
            high=figure.high,
            points=figure.form is Form.POINTS,
            change=change,
            base=base,
            by=day,
            scope=entry.scope,
            kind=Kind.ACHIEVED if reached else Kind.TARGET,
            page=self.page(start),
        )


def _caption(table: Table, text: str) -> date | None:
    first = table.entries[0].name.start
    for line in reversed(text[max(0, table.start - _ABOVE) : first].split("\n")):
        years = _CAPTION_YEAR.findall(line) if _CAPTION.search(line) else []
        if years:
            return date(int(years[-1]), 12, 31)
    return None


def _figure(entry: Entry) -> Figure | None:
    said = _with_unit(_BRACKETS.sub("", entry.value.text), entry.unit)
    figures = figures_in(plain(said))
    if len(figures) == 1:
        return figures[0]
    if entry.unit in _NO_UNIT and not figures:
        try:
            bound = parse_bound(said, Unit.NUMBER)
        except QuantityError:
            return None
        return Figure(0, len(said), 0, bound)
    return None


def _with_unit(said: str, unit: str) -> str:
    """The value with its unit behind the number: ≥35 and 微克/立方米."""
    unit = unit.replace("％", "%").removeprefix("1") if unit.startswith("1/") else unit
    number = _NUMBER.search(said)
    if unit in _NO_UNIT or number is None or unit in said or re.search("[%‰％]", said):
        return said
    return f"{said[: number.end()]}{unit.replace('％', '%')}{said[number.end() :]}"
