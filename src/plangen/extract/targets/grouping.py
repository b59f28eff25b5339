"""Values of a sentence that are members of one list (分别达到50%、80%)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.lists import adjacent
from plangen.extract.targets.sentences import clauses
from plangen.quantity.bounds import Bound
from plangen.quantity.nouns import EVENTS
from plangen.quantity.values import Unit

SAYING_ALL = (Form.WHOLE, Form.ZERO)
_UNLISTED = frozenset(SAYING_ALL)
_NEARLY = {Form.VALUE, Form.ESTIMATE}  # 37.5%和61%左右


@dataclass(slots=True)
class Group:
    """Values that are members of one list, or one value alone; the clause that holds them."""

    figures: list[Figure]
    clause: tuple[int, int]

    @property
    def first(self) -> Figure:
        """The first value."""
        return self.figures[0]

    @property
    def last(self) -> Figure:
        """The last value."""
        return self.figures[-1]


def grouped(text: str, figures: Sequence[Figure]) -> list[Group]:
    """The values of a sentence as lists: 50%、80% is one, and every value by itself is too."""
    spans = clauses(text)
    groups: list[Group] = []
    place = 0
    for figure in figures:
        while place + 1 < len(spans) and spans[place][1] <= figure.start:
            place += 1
        if groups and _belongs(text, groups[-1], figure):
            groups[-1].figures.append(figure)
            groups[-1].clause = (groups[-1].clause[0], max(groups[-1].clause[1], spans[place][1]))
        else:
            groups.append(Group([figure], spans[place]))
    return groups


def _belongs(text: str, group: Group, figure: Figure) -> bool:
    last = group.last
    forms = {last.form, figure.form}
    times = last.unit is Unit.FREQUENCY and figure.bound.quantity.noun in EVENTS
    if (
        (last.unit != figure.unit and not times)
        or (len(forms) > 1 and forms != _NEARLY)
        or forms & _UNLISTED
    ):
        return False
    between = text[last.end : figure.start]
    if between in ("，", ",") and figure.before:
        return False
    return bool(between) and adjacent(between)


def inheriting(figures: list[Figure]) -> list[Figure]:
    """Values of one list with the comparator that stands only at its head or at its end."""
    ends = (figures[0], figures[-1])
    saying = next((figure for figure in ends if figure.explicit), figures[0])
    words = saying.bound
    if len(figures) == 1 or saying.form is not Form.VALUE or not (words.before or words.after):
        return figures
    return [
        figure
        if figure.explicit
        else replace(
            figure,
            bound=Bound(words.comparator, figure.bound.quantity, words.before, words.after),
        )
        for figure in figures
    ]
