"""Own targets that do not reach what the documents above require, for commands beside ``audit``."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.errors import InputError, Message, Problem, UnmetError
from plangen.findings import Finding, Severity
from plangen.jobs.papers import Papers
from plangen.load.documents import Library
from plangen.model.verdicts import Row

SHORT, UNKNOWN = "short-of-requirement", "no-verdict"


def shortfalls(library: Library, name: str) -> tuple[Finding, ...]:
    """A finding for each target that is late, below, narrower or weaker; waived ones are left out.

    What is required and not promised at all, ``audit`` tells. Where no verdict can be given, that
    is the one finding.
    """
    papers = Papers(library)
    try:
        papers.gather([name])
        if not papers.found[name].facts.implements:
            return ()
        audit = papers.auditor().audit(papers.found[name])
    except InputError as error:
        message = Message("没有核对上级要求：{why}", why=error.problems[0].sentence())
        return (Finding(UNKNOWN, Severity.WARN, message),)
    return tuple(_findings(audit.rows))


def _findings(rows: tuple[Row, ...]) -> Iterator[Finding]:
    for row in rows:
        if row.promise is not None and row.severity is Severity.ERROR:
            message = Message(
                "“{name}”没有达到《{title}》的要求：{reason}",
                name=row.requirement.name,
                title=row.requirement.title,
                reason=row.reason,
            )
            yield Finding(SHORT, Severity.WARN, message, row.promise.place)


def refuse(name: str, findings: tuple[Finding, ...]) -> None:
    """Raises UnmetError where there is a shortfall, or where nothing can be said."""
    if findings:
        message = Message(
            "{name} 有 {count} 处没有达到上级要求或无法核对，没有生成（--strict）",
            name=name,
            count=len(findings),
        )
        raise UnmetError(
            Problem(message), *(Problem(found.message, found.place) for found in findings)
        )
