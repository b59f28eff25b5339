"""A whole document in a later year: what is written anew, key by key, and what is to be looked at.

What a key says decides how it moves: dates and titles move on, numbers and dates of issue are
undecided, figures are those of ``figures``; of everything else the years are only pointed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plangen.errors import InvalidError
from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import KeyPath
from plangen.model.plans import DocumentFacts
from plangen.model.targets import Bounded, Target
from plangen.quantity.undecided import UNDECIDED
from plangen.rolling.figures import Figure, Origin, rolled_figure, value_key
from plangen.rolling.requirements import Upper
from plangen.rolling.years import (
    Move,
    Moved,
    later_deadline,
    look_only,
    move_prose,
    move_title,
    years_in_name,
)

CHECK = "核对"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one key: its new writing (None: as it stands) and a remark beside it."""

    path: KeyPath
    source: str | None
    remark: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a document stands among: its own id, those above it, and who took their place.

    ``successors`` holds, by id, the later document that has superseded one that is implemented.
    """

    id: str
    uppers: Sequence[Upper]
    successors: Mapping[str, str]


def rolled(
    facts: DocumentFacts,
    dictionary: Dictionary,
    sources: Mapping[KeyPath, str],
    around: Around,
    move: Move,
) -> Iterator[Entry]:
    """Every change to a document's data; ``sources`` are its scalars as they are written."""
    for path, source in sources.items():
        rule = _rule(path)
        yield from rule(path, source, move) if rule else ()
    for path, figure in _figures(facts, dictionary, around.uppers, move):
        text = None if figure.text is None else _like(sources[path], figure.text)
        yield Entry(path, text, figure.remark, figure.origin)
    yield from _references(facts, sources, around, move)
    for name in ("text", "tables", "sections", "annexes"):
        if getattr(facts, name):
            yield Entry((name,), None, _carried(move), Origin.CARRIED)


def _figures(
    facts: DocumentFacts, dictionary: Dictionary, uppers: Sequence[Upper], move: Move
) -> Iterator[tuple[KeyPath, Figure]]:
    for position, target in enumerate(facts.targets):
        indicator = dictionary.indicators[target.indicator]
        for path, step in _steps(("targets", position), target):
            figure = rolled_figure(target, step, indicator, uppers, move)
            yield (*path, value_key(step)), figure


def _steps(path: KeyPath, target: Target) -> Iterator[tuple[KeyPath, Bounded]]:
    if not target.points:
        yield path, target
    for position, point in enumerate(target.points):
        yield (*path, "points", position), point


def _references(
    facts: DocumentFacts, sources: Mapping[KeyPath, str], around: Around, move: Move
) -> Iterator[Entry]:
    """The documents above, each in its latest form; the old document, which this one supersedes."""
    for position, name in enumerate(facts.implements):
        path: KeyPath = ("implements", position)
        later = around.successors.get(name)
        if later in facts.implements:
            yield Entry(path, None, f"{CHECK}：{later} 取代了它")
        elif later:
            yield Entry(path, later, f"{CHECK}：取代了 {name}")
        elif move.year in years_in_name(name):
            yield Entry(path, None, f"{CHECK}：这是{move.year}年的文件，有了{move.to}年的请换")
    if not facts.supersedes and ("supersedes",) in sources:
        remark = f"{CHECK}：取代的是{move.year}年的文件"
        yield Entry(("supersedes",), f"[{around.id}]", remark)
    for position, name in enumerate(facts.supersedes):
        path = ("supersedes", position)
        if position == 0:
            yield Entry(path, around.id, f"{CHECK}：取代的是{move.year}年的文件")
        else:
            yield Entry(path, None, f"{CHECK}：{name} 是否还要写")


def _carried(move: Move) -> str:
    return f"{Origin.CARRIED}{move.year}年，请核对"


def _postponed(move: Move) -> str:
    return f"顺延{move.years}年，请核对"


Rule = Callable[[KeyPath, str, Move], Iterator[Entry]]


def _undecided(path: KeyPath, source: str, _: Move) -> Iterator[Entry]:
    remark = f"{Origin.UNDECIDED}：定了以后填写"
    yield Entry(path, _like(source, str(UNDECIDED)), remark, Origin.UNDECIDED)


def _deadline(path: KeyPath, source: str, move: Move) -> Iterator[Entry]:
    written = source.strip("\"'")
    if written == str(UNDECIDED):
        yield from _undecided(path, source, move)
    else:
        yield Entry(path, _like(source, later_deadline(written, move)), _postponed(move))


def _number_year(path: KeyPath, source: str, move: Move) -> Iterator[Entry]:
    year = int(source.strip("\"'")) + move.years
    yield Entry(path, _like(source, str(year)), _postponed(move))


def _quote(path: KeyPath, _: str, move: Move) -> Iterator[Entry]:
    yield Entry(path, None, f"{CHECK}：这是{move.year}年的原文")


def _text(move_text: Callable[[str, Move], Moved]) -> Rule:
    """A rule for texts: their years move by ``move_text``, and the others are pointed out."""

    def rule(path: KeyPath, source: str, move: Move) -> Iterator[Entry]:
        moved = move_text(source, move)
        if moved.moved:
            yield Entry(path, moved.text, _postponed(move))
        if moved.left:
            years = "、".join(f"{year}年" for year in moved.left)
            yield Entry(path, None, f"{CHECK}：这里写着{years}")

    return rule


_TITLE, _PROSE, _LOOK = _text(move_title), _text(move_prose), _text(look_only)


def _due(path: KeyPath, source: str, move: Move) -> Iterator[Entry]:
    """The time of a task, which data write in any words."""
    if source.strip("\"'") == str(UNDECIDED):
        return
    try:
        yield from _deadline(path, source, move)
    except InvalidError:
        yield from _PROSE(path, source, move)


_RULES: tuple[tuple[KeyPath, Rule | None], ...] = (
    (("starts",), _deadline),
    (("ends",), _deadline),
    (("issued",), _undecided),
    (("issue", "date"), _undecided),
    (("issue", "serial"), _undecided),
    (("issue", "number", "sequence"), _undecided),
    (("issue", "number", "year"), _number_year),
    (("issue", "printed", "on"), _undecided),
    (("targets", ANY, "by"), _deadline),
    (("targets", ANY, "points", ANY, "by"), _deadline),
    (("targets", ANY, "quote"), _quote),
    (("title",), _TITLE),
    (("issue", "title"), _TITLE),
    (("tables", ANY, "title"), _TITLE),
    (("tasks", ANY, "title"), _TITLE),
    (("tasks", ANY, "part"), _TITLE),
    (("groups", ANY, "name"), _TITLE),
    (("text", ANY), _PROSE),
    (("words", ANY), _PROSE),
    (("note",), _PROSE),
    (("duties", ANY, "text"), _PROSE),
    (("tasks", ANY, "text"), _PROSE),
    (("tasks", ANY, "by"), _due),
    (("template",), None),
    (("implements", ANY), None),
    (("supersedes", ANY), None),
)


def _rule(path: KeyPath) -> Rule | None:
    """How a key moves; of one that has no rule of its own the years are pointed out."""
    for pattern, rule in _RULES:
        if len(pattern) == len(path) and all(
            wanted in (ANY, key) for wanted, key in zip(pattern, path, strict=True)
        ):
            return rule
    return _LOOK


def _like(source: str, text: str) -> str:
    """A value in the quotes of the one it replaces."""
    quote = source[:1] if source[:1] in ("'", '"') else ""
    return f"{quote}{text}{quote}"
