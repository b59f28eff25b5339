"""Audits as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plangen.audit.as_json import audit_json, rollup_json
from plangen.jobs.audit import AllAudited, Audited


def as_json(audited: Audited, translate: Callable[[str], str] = str) -> Any:
    """One object for one document, a list for several; see ``plangen.audit.as_json``."""
    objects = [audit_json(found, translate) for found in audited.audits]
    return objects[0] if len(objects) == 1 else objects


def all_as_json(audited: AllAudited, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """``audits`` and ``rollup``."""
    return {
        "audits": [audit_json(found, translate) for found in audited.audits],
        "rollup": rollup_json(audited.rollup),
    }
