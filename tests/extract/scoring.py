"""How well targets are found: what was found against what a careful reader says, row by row.

A row is found where a target of the same value, unit and comparator quotes the same words (the
two quotes overlap). Every found target answers one row at most; one that answers none is invented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.record import Extracted, Kind, in_unit
from plangen.model.dictionary import Dictionary

FIXTURES = Path(__file__).parents[1] / "fixtures" / "extraction"
SIGNS = {"at_least": ">=", "at_most": "<=", "equal": "=", "more_than": ">", "less_than": "<"}
Row = dict[str, Any]


@dataclass(slots=True)
class Score:
    """Rows found and missed, targets invented, and of the found rows with a date how many agree."""

    found: list[tuple[Row, Extracted]] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    invented: list[Extracted] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return _share(len(self.found), len(self.found) + len(self.invented))

    @property
    def recall(self) -> float:
        return _share(len(self.found), len(self.found) + len(self.missed))

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def deadlines(self) -> tuple[int, int]:
        """Of the found rows that have a date: how many agree, and how many there are."""
        dated = [(row, target) for row, target in self.found if row["by"]]
        return sum(_same_day(*pair) for pair in dated), len(dated)

    @property
    def undated(self) -> tuple[int, int]:
        """Of the found rows without a date: how many were given none, and how many there are."""
        rest = [(row, target) for row, target in self.found if not row["by"]]
        return sum(_same_day(*pair) for pair in rest), len(rest)

    @property
    def indicators(self) -> tuple[int, int]:
        """Of the found rows that name an indicator: how many agree, and how many there are."""
        named = [(row, target) for row, target in self.found if row.get("indicator")]
        return sum(target.indicator == row["indicator"] for row, target in named), len(named)

    @property
    def names(self) -> tuple[int, int]:
        """Of the found rows: in how many one of the two names holds the other."""
        return sum(_same_name(*pair) for pair in self.found), len(self.found)

    def add(self, other: Score) -> None:
        """Take the rows of another score too."""
        self.found += other.found
        self.missed += other.missed
        self.invented += other.invented


def seed_rows(shared: Path) -> dict[str, list[Row]]:
    """The rows of the acceptance list by document."""
    rows: dict[str, list[Row]] = {}
    for row in _read(shared / "acceptance" / "targets.jsonl"):
        rows.setdefault(row["document"], []).append(row)
    return rows


def refused_rows(shared: Path) -> list[Row]:
    """The passages of the seeds that are no targets."""
    return _read(shared / "acceptance" / "not_targets.jsonl")


def sentences(name: str) -> list[Row]:
    """The labelled sentences of one fixture file."""
    return _read(FIXTURES / f"{name}.jsonl")


def score_sentence(row: Row, dictionary: Dictionary, *, kinds: bool = False) -> Score:
    """The score of one labelled sentence: its targets, or with ``kinds`` all its figures."""
    text = row["text"]
    as_of = date.fromisoformat(row["as_of"]) if "as_of" in row else None
    expected = [label | _place(text, row["targets"], at) for at, label in enumerate(row["targets"])]
    if not kinds:
        expected = [label for label in expected if label["kind"] == "target"]
    found = targets(text, dictionary, as_of=as_of)
    return score(expected, found if kinds else wanted(found))


def score(rows: Iterable[Row], found: Iterable[Extracted]) -> Score:
    """Rows against what was found; the nearest in the text answers first."""
    result = Score()
    left = list(found)
    for row in rows:
        answers = [target for target in left if answers_row(row, target)]
        if not answers:
            result.missed.append(row)
            continue
        best = min(answers, key=lambda target: _distance(row, target))
        left.remove(best)
        result.found.append((row, best))
    result.invented = left
    return result


def answers_row(row: Row, target: Extracted) -> bool:
    """Whether a target says what a row says: words, value, unit, comparator, change."""
    return (
        target.start < row["end"]
        and row["start"] < target.end
        and target.kind == row["kind"]
        and row["comparator"] in (None, SIGNS[target.comparator])
        and target.unit == row["unit"]
        and _same_value(target.value, value_of(row))
        and target.change == row.get("change")
        and _same_high(row, target)
    )


def wanted(found: Iterable[Extracted]) -> list[Extracted]:
    """The targets among the figures found."""
    return [one for one in found if one.kind is Kind.TARGET]


def value_of(row: Row) -> Fraction:
    """The value of a row, exactly: a ratio as its two terms say it."""
    if "ratio" in row:
        first, second = row["ratio"].split(":")
        return Fraction(int(first), int(second))
    return Fraction(str(row["value"]))


def touched(row: Row, found: Sequence[Extracted]) -> list[Extracted]:
    """The targets that quote the words of a passage that is none."""
    return [
        target
        for target in found
        if target.kind is Kind.TARGET and target.start < row["end"] and row["start"] < target.end
    ]


def _place(text: str, labels: list[Row], at: int) -> Row:
    """Where the quote of a label stands; labels that share one stand at its places in turn."""
    quote = labels[at]["quote"]
    places = [found.start() for found in re.finditer(re.escape(quote), text)]
    sharing = [place for place, label in enumerate(labels) if label["quote"] == quote]
    start = places[sharing.index(at)] if len(places) == len(sharing) else places[0]
    return {"start": start, "end": start + len(quote)}


def _same_value(value: Fraction, expected: Fraction) -> bool:
    return value == expected


def _same_high(row: Row, target: Extracted) -> bool:
    high = row.get("high", row.get("value_max"))
    if high is None:
        return target.high is None
    return target.high is not None and in_unit(target.high) == Fraction(str(high))


def _same_day(row: Row, target: Extracted) -> bool:
    return bool((target.by.isoformat() if target.by else None) == row["by"])


def _same_name(row: Row, target: Extracted) -> bool:
    name: str = row["name"]
    return name in target.name or (bool(target.name) and target.name in name)


def _distance(row: Row, target: Extracted) -> tuple[bool, bool, int]:
    name = not _same_name(row, target)
    if row.get("indicator"):
        name = row["indicator"] != target.indicator
    return name, not _same_day(row, target), abs(target.end - row["end"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
