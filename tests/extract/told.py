"""What was found, one line a figure, with everything that is not the usual left in."""

from __future__ import annotations

from datetime import date

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.record import Extracted, Kind
from plangen.model.dictionary import Dictionary

SIGNS = {"at_least": ">=", "at_most": "<=", "equal": "=", "more_than": ">", "less_than": "<"}
EMPTY = Dictionary({})


def told(text: str, dictionary: Dictionary = EMPTY, as_of: date | None = None) -> list[str]:
    """Each figure: name, comparator, value, unit; then what else it says; then its quote."""
    return [line(found) for found in targets(text, dictionary, as_of=as_of)]


def line(found: Extracted) -> str:
    """One figure as one line; a comparator that words name is marked with !."""
    sign = SIGNS[found.comparator] + ("!" if found.explicit else "")
    said = [found.name or "-", sign, f"{found.number:g}", found.unit]
    said += [f"to={found.high.amount}"] if found.high else []
    said += [f"{found.change}={found.base or '-'}"] if found.change else []
    said += [f"by={found.by}"] if found.by else []
    said += [f"of={found.scope}"] if found.scope else []
    said += [found.modality] if found.modality != "应当" else []
    said += [found.kind.value] if found.kind is not Kind.TARGET else []
    said += [f"is={found.indicator}"] if found.indicator else []
    said += ["doubtful"] if found.doubtful else []
    return f"{' '.join(said)} «{found.quote}»"


def values(text: str, as_of: date | None = None) -> list[str]:
    """What is found without its quotes."""
    return [line.partition(" «")[0] for line in told(text, as_of=as_of)]
