"""The manual of the cross-checks, made from the text and the examples of the checks themselves."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.registry import CHECKS

_INTRODUCTION = """\
# Cross-checks

What `plangen audit` looks for inside a document, one section a check. This page is made from the
checks themselves by `scripts/checks_manual.py`; its examples are run by the tests.

The weight of a finding is `error` where something is certainly wrong, `warn` where it most probably
is, and `info` where a person should know it. A check that finds the same thing again and again
tells the first cases and how many more there are. What `plangen check` says of a data file is not
said again.

In the examples the keys `kind`, `level` and `title` of the data are left out, and the indicators
are those of `data/indicators.yaml`.
"""
_PARTS = (
    ("data", "yaml", "The document's data:"),
    ("organs", "yaml", "The place's organs:"),
    ("others", "yaml", "Other documents, by id:"),
    ("text", "xml", "The text:"),
)


def manual() -> str:
    """The page in Markdown: what each check is about, an example that passes, one that fails."""
    return "\n".join((_INTRODUCTION, *_index(), "", *map(_section, CHECKS)))


def _index() -> Iterator[str]:
    yield "| code | weight | what it finds |"
    yield "| --- | --- | --- |"
    for check in CHECKS:
        yield f"| [{check.code}](#{_anchor(check)}) | {check.severity} | {check.title} |"


def _heading(check: Check) -> str:
    return f"{check.code} {check.title}"


def _anchor(check: Check) -> str:
    kept = (c for c in _heading(check).lower() if c.isalnum() or c in "- ")
    return "".join(kept).replace(" ", "-")


def _section(check: Check) -> str:
    clause = f" Clause: {check.clause}." if check.clause else ""
    lines = [f"## {_heading(check)}", "", f"Weight: {check.severity}.{clause}", ""]
    lines += [check.manual.strip(), "", "Passes:", "", *_example(check.passes)]
    for example in check.fails:
        lines += ["Fails:", "", *_example(example), "and the check says:", "", "```text"]
        lines += [*example.says, "```", ""]
    return "\n".join(lines)


def _example(example: Example) -> Iterator[str]:
    for name, language, words in _PARTS:
        text = getattr(example, name).strip()
        if not text:
            continue
        if name == "text" and not example.composed:
            words = "The text, read from a file:"
        yield from (words, "", f"```{language}", text, "```", "")
