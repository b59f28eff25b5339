"""Impact: a new upper document → which plans below change their verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from plangen.audit.impact import ImpactStudy
from plangen.errors import InputError, InvalidError, Message, Place, Problem, UsageError
from plangen.jobs.papers import Papers
from plangen.load.documents import INDICATORS, Library
from plangen.load.workspace import Workspace
from plangen.model.impacts import Impact, ImpactKind


@dataclass(frozen=True, slots=True)
class Impacted:
    """What a new document does to plans, in the order asked for."""

    new: str
    title: str
    impacts: tuple[Impact, ...]

    @property
    def fails(self) -> bool:
        """Whether any plan has to be changed."""
        return any(impact.fails for impact in self.impacts)


def impact(
    workspace: Workspace, new: str, plans: Iterable[str], as_of: date | None = None
) -> Impacted:
    """Compare plans before and after a new document, all by their ids or paths.

    Raises UsageError for one that is not there and for the new document among the plans,
    InputError where the data have faults by which no verdict can be given.
    """
    name = workspace.document_id(new)
    asked = [workspace.document_id(plan) for plan in plans]
    if name in asked:
        raise UsageError(Problem(Message("{name} 不能和自己核对", name=name)))
    papers = Papers(Library(workspace))
    papers.gather((name, *asked))
    study = _study(papers, name)
    impacts = tuple(study.impact(papers.found[plan], as_of) for plan in asked)
    return Impacted(name, papers.found[name].facts.title, impacts)


def _study(papers: Papers, name: str) -> ImpactStudy:
    try:
        return ImpactStudy(papers.found, papers.indicators(), name)
    except InvalidError as invalid:
        raise InputError(Problem(invalid.message, Place(INDICATORS))) from None


def as_json(impacted: Impacted, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """``new`` (id) and ``plans``: each with ``document``, ``as_of``, ``replaced``, ``effects``.

    An effect has ``indicator``, ``kind`` (a value of ``ImpactKind``), ``before`` and ``after``,
    which are rows as in the JSON of an audit, or null.
    """
    from plangen.audit.as_json import row_json

    return {
        "new": impacted.new,
        "plans": [
            {
                "document": found.plan,
                "as_of": found.as_of.isoformat(),
                "replaced": list(found.replaced),
                "effects": [
                    {
                        "indicator": effect.row.requirement.indicator,
                        "kind": effect.kind.value,
                        "before": effect.before and row_json(effect.before, translate),
                        "after": effect.after and row_json(effect.after, translate),
                    }
                    for effect in found.effects
                ],
                "summary": {kind.value: _count(found, kind) for kind in ImpactKind},
            }
            for found in impacted.impacts
        ],
    }


def _count(found: Impact, kind: ImpactKind) -> int:
    return sum(effect.kind is kind for effect in found.effects)
