"""Whether a document's facts agree with each other and with the dictionaries of their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from plangen.errors import Message, wording
from plangen.findings import Severity
from plangen.model.body import Section
from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import Disagreement, KeyPath, unknown
from plangen.model.fact import Fact
from plangen.model.indicators import Indicator
from plangen.model.issuing import issuing
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Bounded, Target
from plangen.quantity.undecided import UNDECIDED
from plangen.quantity.values import Quantity, Unit

UNDECIDED_CODE = "undecided"  # of the remarks about what a document cannot be issued without
STILL_OPEN = Message("还没有定（待定）")
WHOLE = {Unit.PERCENT: 100, Unit.PERMILLE: 1000}


def disagreements(facts: DocumentFacts, dictionary: Dictionary) -> Iterator[Disagreement]:
    """Everything in a document's facts that cannot be so, or is unlikely to be meant."""
    for check in _CHECKS:
        yield from check(facts, dictionary)


def _targets(facts: DocumentFacts, dictionary: Dictionary) -> Iterator[Disagreement]:
    for position, target in enumerate(facts.targets):
        path: KeyPath = ("targets", position)
        indicator = dictionary.indicators.get(target.indicator)
        if indicator is None:
            yield Disagreement(
                (*path, "indicator"),
                unknown(wording("指标"), target.indicator, dictionary.indicators),
            )
            continue
        for where, step in _steps(path, target):
            yield from _value(where, step, indicator)


def _steps(path: KeyPath, target: Target) -> Iterator[tuple[KeyPath, Bounded]]:
    if not target.points:
        yield path, target
    for position, point in enumerate(target.points):
        yield (*path, "points", position), point


def _value(path: KeyPath, step: Bounded, indicator: Indicator) -> Iterator[Disagreement]:
    if step.undecided:
        return
    where = (*path, _field(step))
    quantity = step.bound.quantity
    if quantity.unit is not indicator.unit:
        yield Disagreement(
            where,
            Message(
                "“{name}”的单位是{unit}，这里写的是{found}",
                name=indicator.name,
                unit=UNIT_NAMES[indicator.unit],
                found=UNIT_NAMES[quantity.unit],
            ),
        )
    elif _exceeds_whole(quantity) and not indicator.may_exceed_whole:
        yield Disagreement(
            where,
            Message(
                "“{name}”是比例，不能超过{whole}",
                name=indicator.name,
                whole=f"{WHOLE[quantity.unit]}{'%' if quantity.unit is Unit.PERCENT else '‰'}",
            ),
        )
    else:
        yield from _noun(where, quantity, indicator)


UNIT_NAMES = {
    Unit.PERCENT: Message("百分比（80%）"),
    Unit.PERMILLE: Message("千分比（4.5‰）"),
    Unit.RATIO: Message("比（1:4000）"),
    Unit.FREQUENCY: Message("频次（每年2次）"),
    Unit.HOURS: Message("服务时间（7×24小时）"),
    Unit.COUNT: Message("个数（1所）"),
    Unit.MEASURE: Message("计量（30微克/立方米）"),
    Unit.NUMBER: Message("数（0.6）"),
    Unit.BOOLEAN: Message("是否（是）"),
}


def _noun(where: KeyPath, quantity: Quantity, indicator: Indicator) -> Iterator[Disagreement]:
    """Another unit of measure cannot be compared; another measure word is only odd."""
    if not (indicator.noun and quantity.noun) or quantity.noun == indicator.noun:
        return
    yield Disagreement(
        where,
        Message(
            "“{name}”以“{noun}”计，这里写的是“{found}”",
            name=indicator.name,
            noun=indicator.noun,
            found=quantity.noun,
        ),
        Severity.ERROR if quantity.unit is Unit.MEASURE else Severity.WARN,
    )


def _field(step: Bounded) -> str:
    return next(name for name in ("at_least", "at_most", "equals") if getattr(step, name))


def _exceeds_whole(quantity: Quantity) -> bool:
    return quantity.unit in WHOLE and quantity.amount > WHOLE[quantity.unit]


def _repeated_targets(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    seen: dict[tuple[str, str | None, str | None], int] = {}
    for position, target in enumerate(facts.targets):
        key = (target.indicator, target.scope, target.clause)
        if key in seen:
            yield Disagreement(
                ("targets", position, "indicator"),
                Message(
                    "指标 {name} 重复，targets[{first}] 已有；"
                    "不同对象请写 scope，分年度请写 points",
                    name=target.indicator,
                    first=seen[key] + 1,
                ),
            )
        seen.setdefault(key, position)


def _people(facts: DocumentFacts, dictionary: Dictionary) -> Iterator[Disagreement]:
    for position, group in enumerate(facts.groups):
        seen: dict[str, int] = {}
        for number, member in enumerate(group.members):
            path: KeyPath = ("groups", position, "members", number)
            if member.name in seen:
                yield Disagreement(
                    (*path, "name"),
                    Message(
                        "“{name}”在“{group}”里出现两次，第{first}位成员已是此人；"
                        "一人几职请写在同一条的 offices 里",
                        name=member.name,
                        group=group.name,
                        first=seen[member.name] + 1,
                    ),
                )
            seen.setdefault(member.name, number)
            if member.organ:
                yield from _organ((*path, "organ"), member.organ, dictionary)
        if group.office:
            yield from _organ(("groups", position, "office", "seat"), group.office.seat, dictionary)


def _identifiers(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    lists = {
        "groups": [group.id for group in facts.groups],
        "tasks": [task.id for task in facts.tasks],
    }
    for name, ids in lists.items():
        for position, identifier in enumerate(ids):
            if identifier in ids[:position]:
                yield Disagreement((name, position, "id"), Message("id {id} 重复", id=identifier))


def _duty_organs(facts: DocumentFacts, dictionary: Dictionary) -> Iterator[Disagreement]:
    for position, duty in enumerate(facts.duties):
        for number, organ in enumerate(duty.organs):
            yield from _organ(("duties", position, "organs", number), organ, dictionary)


def _organ(path: KeyPath, name: str, dictionary: Dictionary) -> Iterator[Disagreement]:
    if dictionary.organs and dictionary.organ(name) is None:
        names = [organ.name for organ in dictionary.organs]
        yield Disagreement(path, unknown(wording("机关或部门"), name, names))


def _dates(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    if facts.starts and facts.ends and facts.ends < facts.starts:
        yield Disagreement(("ends",), Message("实施期结束早于开始"))


def _issue(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    yield from issuing(facts)


def _deadlines(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    if facts.date is None:
        return
    for position, target in enumerate(facts.targets):
        for path, step in _steps(("targets", position), target):
            yield from _deadline((*path, "by"), step, facts.date)


def _deadline(path: KeyPath, step: Bounded, issued: date) -> Iterator[Disagreement]:
    if step.deadline and step.deadline.last_day < issued:
        yield Disagreement(path, Message("期限早于成文日期"), Severity.WARN)


def _references(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    """Rosters, tables and tasks that the text is to print and the data do not have."""
    known = {
        "group": (wording("小组"), [group.id for group in facts.groups]),
        "table": (wording("附表"), [table.id for table in facts.tables]),
        "task": (wording("任务"), [task.id for task in facts.tasks]),
    }
    for path, section in _sections(facts):
        for key, (what, ids) in known.items():
            name = getattr(section, key)
            if name and name not in ids:
                yield Disagreement((*path, key), unknown(what, name, ids))


def _sections(facts: DocumentFacts) -> Iterator[tuple[KeyPath, Section]]:
    yield from _nested(("sections",), facts.sections)
    for position, annex in enumerate(facts.annexes):
        yield from _nested(("annexes", position, "sections"), annex.sections)


def _nested(path: KeyPath, sections: tuple[Section, ...]) -> Iterator[tuple[KeyPath, Section]]:
    for position, section in enumerate(sections):
        yield (*path, position), section
        yield from _nested((*path, position, "sections"), section.sections)


def _task_indicators(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    known = [target.indicator for target in facts.targets]
    for position, task in enumerate(facts.tasks):
        for number, name in enumerate(task.indicators):
            if name not in known:
                path = ("tasks", position, "indicators", number)
                yield Disagreement(path, unknown(wording("目标"), name, known))


def _open_places(facts: DocumentFacts, _: Dictionary) -> Iterator[Disagreement]:
    """Places of a new data file that still wait to be filled in, told once.

    And every figure, number and date that is still to be decided.
    """
    unfilled, undecided = [], []
    for path, value in _values(facts, ()):
        if value is UNDECIDED:
            undecided.append(path)
        elif isinstance(value, str) and "【" in value:
            unfilled.append(path)
    if unfilled:
        message = Message("还有 {count} 处【】没有填写，这是第一处", count=len(unfilled))
        yield Disagreement(unfilled[0], message, Severity.WARN)
    for path in undecided:
        yield Disagreement(path, STILL_OPEN, Severity.WARN, UNDECIDED_CODE)


def _values(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    """Every value that stands in facts, and where."""
    if isinstance(value, Fact):
        value = vars(value)
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _values(part, (*path, key))
    elif isinstance(value, tuple | list):
        for position, part in enumerate(value):
            yield from _values(part, (*path, position))
    elif value is not None:
        yield path, value


_CHECKS: tuple[Callable[[DocumentFacts, Dictionary], Iterator[Disagreement]], ...] = (
    _targets,
    _repeated_targets,
    _people,
    _identifiers,
    _duty_organs,
    _dates,
    _issue,
    _deadlines,
    _task_indicators,
    _references,
    _open_places,
)
