"""Organs (机关、部门) of two documents: issuers, those with work to do, and wanted functions."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.errors import Message
from plangen.model.change import Area, ItemChange, Kind

LEADS = Message("主办机关")


def organ_changes(old: Edition, new: Edition) -> Iterator[ItemChange]:
    """Issuers, participating organs and functions that are new or gone; another main issuer."""
    issuers = _issuers(old), _issuers(new)
    yield from _come_and_gone(Area.ISSUER, *issuers)
    yield from _main_issuer(*issuers)
    yield from _come_and_gone(Area.ORGAN, _participants(old), _participants(new))
    functions = old.facts.group_functions, new.facts.group_functions
    yield from _come_and_gone(Area.FUNCTION, *functions)


def _issuers(edition: Edition) -> tuple[str, ...]:
    issue = edition.facts.issue
    return edition.organs(issue.issuers) if issue else ()


def _main_issuer(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[ItemChange]:
    if old and new and old[0] != new[0] and new[0] in old:
        yield ItemChange(Area.ISSUER, new[0], (Kind.MOVED,), remarks=(LEADS,))


def _participants(edition: Edition) -> tuple[str, ...]:
    """The organs that lead or support a task, or answer for a duty."""
    facts = edition.facts
    names = [name for task in facts.tasks for name in (*task.lead, *task.support)]
    names += [name for duty in facts.duties for name in duty.organs]
    return edition.organs(tuple(names))


def _come_and_gone(area: Area, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[ItemChange]:
    for name in new:
        if name not in old:
            yield ItemChange(area, name, (Kind.ADDED,))
    for name in old:
        if name not in new:
            yield ItemChange(area, name, (Kind.DROPPED,))
