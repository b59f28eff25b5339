"""Check: the data alone — keys, values, references and dates of every file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plangen.errors import InputError, Problem, UsageError
from plangen.findings import Finding
from plangen.load.documents import Library
from plangen.load.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a workspace's data, names that stand for nothing, and what was noticed."""

    documents: tuple[str, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def check(workspace: Workspace, names: Iterable[str] = ()) -> Checked:
    """Read documents by id or path, all where none is named; every fault of every file at once."""
    library = Library(workspace)
    problems: dict[Problem, None] = {}
    unknown: dict[Problem, None] = {}
    findings: dict[Finding, None] = {}
    documents = []
    asked = tuple(names)
    for name in asked or tuple(workspace.document_ids()):
        try:
            document_id = workspace.document_id(name)
            documents.append(document_id)
            findings |= dict.fromkeys(library.load(document_id).findings)
        except UsageError as error:  # a file whose name is no id was not asked for by anybody
            wrong = unknown if asked else problems
            wrong |= dict.fromkeys(error.problems)
        except InputError as error:
            problems |= dict.fromkeys(error.problems)
    for place in () if asked else workspace.places():
        try:
            library.dictionary(f"{place}/-")
        except InputError as error:
            problems |= dict.fromkeys(error.problems)
    return Checked(tuple(documents), tuple(problems), tuple(unknown), tuple(findings))
