"""What was found in a document as JSON: numbers in their units, offsets into the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plangen.document.origins import OutlineNode, Part, Span
from plangen.extract.duties import FoundDuty
from plangen.extract.duties_tasks import FoundTask
from plangen.extract.facts_record import Findings
from plangen.extract.groups import FoundGroup
from plangen.extract.targets.record import Extracted
from plangen.quantity.bounds import Comparator

_SIGNS = {
    Comparator.AT_LEAST: ">=",
    Comparator.AT_MOST: "<=",
    Comparator.EQUAL: "=",
    Comparator.MORE_THAN: ">",
    Comparator.LESS_THAN: "<",
}


def findings_json(found: Findings, document: str) -> dict[str, Any]:
    """One object: targets, groups, duties, tasks and the outline of a document."""
    return {
        "document": document,
        "targets": [_target(figure) for figure in found.figures],
        "groups": [_group(group) for group in found.groups],
        "duties": [_duty(duty) for duty in found.duties],
        "tasks": [_task(task) for task in found.tasks],
        "outline": [_part(part) for part in found.document.parts],
    }


def _target(figure: Extracted) -> dict[str, Any]:
    return {
        "indicator": figure.indicator,
        "name": figure.name,
        "comparator": _SIGNS[figure.comparator],
        "value": figure.number,
        "unit": figure.unit,
        "by": figure.by.isoformat() if figure.by else None,
        "scope": figure.scope or None,
        "kind": figure.kind.value,
        "quote": figure.quote,
        "start": figure.start,
        "end": figure.end,
        "page": figure.page,
    }


def _group(group: FoundGroup) -> dict[str, Any]:
    office = group.office
    return {
        "id": group.id,
        "name": group.name,
        "members": [
            {
                "role": member.role,
                "name": member.name,
                "offices": list(member.offices),
                "organ": member.organ or None,
                **_at(member.span),
            }
            for member in group.members
        ],
        "office": office
        and {
            "seat": office.seat,
            "director": office.director,
            "deputies": list(office.deputies),
            **_at(office.span),
        },
        **_at(group.span),
    }


def _duty(duty: FoundDuty) -> dict[str, Any]:
    return {"organs": list(duty.organs), "text": duty.text, **_at(duty.span)}


def _task(task: FoundTask) -> dict[str, Any]:
    return {
        "title": task.title,
        "part": task.part or None,
        "text": task.text,
        "lead": list(task.lead),
        "support": list(task.support),
        "by": task.by or None,
        **_at(task.span),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "part": part.kind.value,
        "label": part.label,
        "title": part.title,
        **_at(part.span),
        "nodes": _nodes(part.nodes),
    }


def _nodes(nodes: Iterable[OutlineNode]) -> list[dict[str, Any]]:
    return [
        {
            "level": node.level,
            "label": node.label,
            "title": node.title,
            **_at(node.span),
            "nodes": _nodes(node.nodes),
        }
        for node in nodes
    ]


def _at(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
