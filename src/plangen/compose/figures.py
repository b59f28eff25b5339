"""What templates ask of the facts: figures with their targets, organs by function, groups."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from plangen.errors import InputError, Message, Problem, wording
from plangen.model.dictionary import Dictionary
from plangen.model.groups import Group, Task
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Bounded, Target
from plangen.quantity.grammar import (
    parse_deadline,
    write_bound,
    write_deadline,
    write_quantity,
)
from plangen.quantity.numerals import chinese_integer
from plangen.quantity.undecided import UNDECIDED, shown

_FIGURE = Markup('<figure target="{}">{}</figure>')
_PART = Markup('<figure target="{}" part="{}">{}</figure>')


class Figures:
    """The figures of one document, by indicator. Asking for one that is not there stops the run."""

    def __init__(self, facts: DocumentFacts) -> None:
        self._targets: dict[str, list[Target]] = {}
        for target in facts.targets:
            self._targets.setdefault(target.indicator, []).append(target)

    def has(self, indicator: str) -> bool:
        """Whether the document has a target for an indicator."""
        return indicator in self._targets

    def figure(self, indicator: str, by: str | date = "", scope: str = "") -> Markup:
        """The target's value with its comparator: 80%以上, 每年至少2次."""
        return _FIGURE.format(indicator, _bound(self._step(indicator, by, scope)))

    def value(self, indicator: str, by: str | date = "", scope: str = "") -> Markup:
        """The target's bare value: 80%."""
        step = self._step(indicator, by, scope)
        written = shown(UNDECIDED) if step.undecided else write_quantity(step.bound.quantity)
        return _PART.format(indicator, "value", written)

    def amount(
        self, indicator: str, by: str | date = "", scope: str = "", chinese: bool = False
    ) -> Markup:
        """The target's bare number, for words around it: 每年至少开展{{ amount("…") }}次."""
        step = self._step(indicator, by, scope)
        if step.undecided:
            return _PART.format(indicator, "amount", shown(UNDECIDED))
        number = step.bound.quantity.amount
        if number.denominator != 1:
            raise _error(Message("指标“{name}”的数值不是整数", name=indicator))
        whole = int(number)
        return _PART.format(indicator, "amount", chinese_integer(whole) if chinese else whole)

    def deadline(self, indicator: str, by: str | date = "", scope: str = "") -> Markup:
        """The target's last day: 2021年底前."""
        step = self._step(indicator, by, scope)
        if step.by is None:
            raise _error(Message("指标“{name}”的目标没有写期限（by）", name=indicator))
        written = shown(UNDECIDED) if step.by is UNDECIDED else write_deadline(step.by)
        return _PART.format(indicator, "by", written)

    def shared(self, *indicators: str) -> Markup:
        """What indicators come to together: 均达到80%以上, or 分别达到80%以上、75%以上."""
        steps = [self._step(name, "", "") for name in indicators]
        written = [_bound(step) for step in steps]
        if len(set(written)) == 1 and not any(step.undecided for step in steps):
            return Markup("均达到") + _FIGURE.format(" ".join(indicators), written[0])
        pairs = zip(indicators, written, strict=True)
        return Markup("分别达到") + Markup("、").join(_FIGURE.format(*pair) for pair in pairs)

    def _step(self, indicator: str, by: str | date, scope: str) -> Bounded:
        found = [
            target
            for target in self._targets.get(indicator, ())
            if not scope or target.scope == scope
        ]
        if not found:
            if indicator in self._targets:
                raise _error(
                    Message("指标“{name}”没有对象为“{scope}”的目标", name=indicator, scope=scope)
                )
            raise _missing(wording("目标"), indicator, self._targets)
        if len(found) > 1:
            scopes = tuple(target.scope or Message("（未写）") for target in found)
            raise _error(
                Message(
                    "指标“{name}”有几个目标，请用 scope=… 指明对象：{scopes}",
                    name=indicator,
                    scopes=scopes,
                )
            )
        day = parse_deadline(by).last_day if isinstance(by, str) and by else by or None
        try:
            return found[0].step(day if isinstance(day, date) else None)
        except LookupError:
            raise _error(
                Message("指标“{name}”没有 {day} 的目标", name=indicator, day=str(by))
            ) from None


def _bound(step: Bounded) -> str:
    return shown(UNDECIDED) if step.undecided else write_bound(step.bound)


class Organs:
    """The organs of the document's place, by the function they perform."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def performs(self, function: str) -> bool:
        """Whether some organ of the place performs a function."""
        return bool(self._dictionary.performing(function))

    def organ(self, function: str) -> str:
        """The first organ of the register that performs a function."""
        performing = self._dictionary.performing(function)
        if not performing:
            known = [name for organ in self._dictionary.organs for name in organ.functions]
            raise _missing(wording("承担此职能的机关或部门"), function, dict.fromkeys(known))
        return performing[0].name

    def organs(self, *functions: str) -> str:
        """The organs that perform the functions, in the order asked for, joined by 、."""
        return "、".join(dict.fromkeys(self.organ(function) for function in functions))


def variables(facts: DocumentFacts, dictionary: Dictionary) -> dict[str, Any]:
    """Everything a template may use."""
    figures, organs = Figures(facts), Organs(dictionary)
    groups: dict[str, Group] = {group.id: group for group in facts.groups}
    tasks: dict[str, Task] = {task.id: task for task in facts.tasks}
    return {
        "doc": facts,
        "place": facts.place,
        "issue": facts.issue,
        "words": facts.words,
        "has": figures.has,
        "figure": figures.figure,
        "value": figures.value,
        "amount": figures.amount,
        "deadline": figures.deadline,
        "shared": figures.shared,
        "organ": organs.organ,
        "organs": organs.organs,
        "performs": organs.performs,
        "group": _named(wording("小组"), groups),
        "task": _named(wording("任务"), tasks),
    }


def _named(what: str, items: Mapping[str, Any]) -> Callable[[str], Any]:
    def find(name: str) -> Any:
        if name not in items:
            raise _missing(what, name, items)
        return items[name]

    return find


def _missing(what: str, name: str, known: Mapping[str, Any]) -> InputError:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return _error(
            Message(
                "数据里没有“{name}”的{what}，是不是“{near}”？",
                name=name,
                what=Message(what),
                near=near[0],
            )
        )
    return _error(Message("数据里没有“{name}”的{what}", name=name, what=Message(what)))


def _error(message: Message) -> InputError:
    return InputError(Problem(message))
