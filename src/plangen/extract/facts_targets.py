"""Targets as a data file holds them, out of the figures that a text states one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from plangen.document.origins import Span
from plangen.errors import InvalidError, Message
from plangen.extract.groups_words import joined
from plangen.extract.targets.record import Extracted, Kind
from plangen.model.dictionary import Dictionary
from plangen.quantity.bounds import Comparator
from plangen.quantity.grammar import parse_quantity, write_quantity

_KEYS = {
    Comparator.AT_LEAST: "at_least",
    Comparator.MORE_THAN: "at_least",
    Comparator.AT_MOST: "at_most",
    Comparator.LESS_THAN: "at_most",
    Comparator.EQUAL: "equals",
}
_BETWEEN = re.compile("[、，；和及与或]")
_STRICT = {Comparator.MORE_THAN: "超过", Comparator.LESS_THAN: "低于"}
LONGEST_QUOTE = 2000  # characters that a quote of the data may have


@dataclass(slots=True)
class FoundTarget:
    """A target's data, the figures that say it, and what a person should look at."""

    data: dict[str, Any]
    figures: list[Extracted]
    doubts: list[Message] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """Where its quotes stand."""
        return [Span(figure.start, figure.end) for figure in self.figures]


@dataclass(frozen=True, slots=True)
class Left:
    """A figure that is no part of the data, and why."""

    figure: Extracted
    reason: Message


def data_targets(
    figures: Iterable[Extracted],
    dictionary: Dictionary,
    clause: Callable[[int], str],
    scope: Callable[[Extracted], str],
) -> tuple[tuple[FoundTarget, ...], tuple[Left, ...]]:
    """The targets of the data, and the figures that could not become one.

    What one document says several times is one target; different values by different dates are
    its steps. ``clause`` gives the clause in which an offset stands, ``scope`` the population that
    a figure is said of, where that is not its indicator's anyway.
    """
    found: dict[str, list[FoundTarget]] = {}  # by indicator
    order: list[FoundTarget] = []
    left: list[Left] = []
    for figure in figures:
        if figure.kind is not Kind.TARGET:
            continue
        reason = _unfit(figure, dictionary)
        if reason:
            left.append(Left(figure, reason))
        else:
            target = _target(figure, clause(figure.start), scope(figure))
            if _is_new(found.setdefault(target.data["indicator"], []), target):
                order.append(target)
    return tuple(order), tuple(left)


def _unfit(figure: Extracted, dictionary: Dictionary) -> Message | None:
    """Why a figure cannot stand in the data; None where it can."""
    name = figure.name or figure.quote
    if figure.indicator is None:
        return Message(
            "“{name}”不在指标字典里，没有录入；要录入请先在 indicators.yaml 加指标", name=name
        )
    if figure.change is not None:
        return Message("“{name}”写的是升降的幅度，不是数值，没有录入", name=name)
    indicator = dictionary.indicators.get(figure.indicator)
    if indicator is not None and indicator.unit is not figure.quantity.unit:
        return Message("“{name}”的单位和指标字典不同，没有录入", name=name)
    try:
        parse_quantity(write_quantity(figure.quantity))
    except InvalidError:
        return Message("“{name}”的数值没有写单位，没有录入", name=name)
    return None


def _target(figure: Extracted, clause: str, scope: str) -> FoundTarget:
    data: dict[str, Any] = {
        "indicator": figure.indicator,
        _KEYS[figure.comparator]: write_quantity(figure.quantity),
    }
    if figure.by:
        data["by"] = figure.by.isoformat()
    if clause:
        data["clause"] = clause
    if figure.modality != "应当":
        data["modality"] = figure.modality
    if scope:
        data["scope"] = scope
    data["quote"] = joined(figure.quote)[:LONGEST_QUOTE]
    return FoundTarget(data, [figure], list(_doubts(figure)))


def _doubts(figure: Extracted) -> Iterator[Message]:
    if figure.doubtful:
        yield figure.doubtful
    if word := _STRICT.get(figure.comparator):
        yield Message("原文是“{word}”，不含本数；数据里只能写含本数的界限", word=word)
    if figure.high is not None:
        yield Message("原文是一个范围，目标取下限；上限是{high}", high=write_quantity(figure.high))


def _is_new(found: list[FoundTarget], new: FoundTarget) -> bool:
    """Put a target among those of its indicator; whether it is one of its own.

    It may say again what another says, be a further step of it, or contradict it.
    """
    for old in found:
        if _says_again(old, new):
            return False
        if old.data.get("scope") == new.data.get("scope") and _becomes_step(old, new):
            return False
    first = next((old for old in found if _key(old) == _key(new)), None)
    if first is None:
        found.append(new)
        return True
    message = Message("另一处写的是“{quote}”，两处不同", quote=new.data["quote"])
    first.doubts.append(message)
    first.figures += new.figures
    return False


def _key(target: FoundTarget) -> tuple[Any, ...]:
    """What tells the targets of one document apart."""
    return tuple(target.data.get(key) for key in ("indicator", "scope", "clause"))


def _says_again(old: FoundTarget, new: FoundTarget) -> bool:
    """Whether the same value stands there already; a date that it lacked is added."""
    if "points" in old.data or _bound(old.data) != _bound(new.data):
        return False
    dates = {old.data.get("by"), new.data.get("by")} - {None}
    if len(dates) > 1 or not _covers(old.data.get("scope"), new.data.get("scope")):
        return False
    old.figures += new.figures
    if dates and "by" not in old.data:
        old.data |= {"by": dates.pop()}
    old.doubts += [doubt for doubt in new.doubts if doubt not in old.doubts]
    return True


def _covers(old: str | None, new: str | None) -> bool:
    """Whether one of two scopes names no more than the other: 社区 and 村、社区."""
    if not old or not new:
        return True
    pieces = set(_BETWEEN.split(old)), set(_BETWEEN.split(new))
    return pieces[0] <= pieces[1] or pieces[1] <= pieces[0]


def _becomes_step(old: FoundTarget, new: FoundTarget) -> bool:
    """Whether another value by another date is a further step of a target."""
    steps = old.data.get("points") or [_step(old.data)]
    step = _step(new.data)
    if "by" not in step or any(one.get("by") in (None, step["by"]) for one in steps):
        return False
    gone = ("points", *_step(old.data))
    kept = {key: value for key, value in old.data.items() if key not in gone}
    points = sorted([*steps, step], key=lambda one: str(one["by"]))
    quote = f"{old.data['quote']}；{new.data['quote']}"[:LONGEST_QUOTE]
    old.data = {"indicator": kept.pop("indicator"), "points": points, **kept, "quote": quote}
    old.figures += new.figures
    old.doubts += new.doubts
    return True


def _step(data: dict[str, Any]) -> dict[str, Any]:
    keys = (*dict.fromkeys(_KEYS.values()), "by")
    return {key: data[key] for key in keys if key in data}


def _bound(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in _step(data).items() if key != "by"}
