"""Audit: documents' data → every requirement above that is in force, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from plangen.audit.papers import Paper
from plangen.errors import (
    InputError,
    Message,
    PlangenError,
    Problem,
    UsageError,
)
from plangen.findings import Finding, Severity
from plangen.jobs.papers import Papers
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.rollups import RollUp
from plangen.model.verdicts import Audit

if TYPE_CHECKING:
    from plangen.jobs.cross_checks import CrossChecks
    from plangen.jobs.extract import FileFacts

DATA = frozenset((".yaml", ".yml"))


@dataclass(frozen=True, slots=True)
class Audited:
    """The audits of documents in the order asked for, and what was noticed about their data."""

    audits: tuple[Audit, ...]
    findings: tuple[Finding, ...]

    def fails(self, level: Severity) -> bool:
        """Whether anything weighs as much as ``level`` or more."""
        return any(audit.fails(level) for audit in self.audits)


def audit(
    workspace: Workspace,
    names: Iterable[str],
    against: Iterable[str] = (),
    as_of: date | None = None,
) -> Audited:
    """Audit documents by their ids or paths, and files that others wrote (docx, PDF, txt …).

    Raises UsageError for one that is not there, InputError where the data of one, or of a document
    above it, have faults by which no verdict can be given.
    """
    from plangen.jobs.cross_checks import CrossChecks

    papers = Papers(Library(workspace))
    uppers = tuple(workspace.document_id(name) for name in against)
    files: dict[str, FileFacts] = {}
    asked = [_asked(workspace, name, files, as_of) for name in names]
    papers.gather(name for name in (*asked, *uppers) if name not in files)
    for name, file in files.items():
        papers.add(Paper(name, file.facts, file.place))
    auditor = papers.auditor()
    checks = CrossChecks(papers.library, papers.found, files=files)
    audits = tuple(
        _checked(auditor.audit(papers.found[name], as_of, uppers), checks) for name in asked
    )
    read = (finding for file in files.values() for finding in file.findings)
    noticed = (*read, *(finding for name in asked for finding in papers.findings[name]))
    return Audited(audits, tuple(dict.fromkeys(noticed)))


def _asked(workspace: Workspace, name: str, files: dict[str, FileFacts], as_of: date | None) -> str:
    """The id of a document; a file that is no data is read and gets its own name for one."""
    path = Path(name)
    if not path.is_file() or path.suffix in DATA:
        return workspace.document_id(name)
    from plangen.jobs.extract import facts_of_file

    file = facts_of_file(path, workspace, as_of)
    files[file.id] = file
    return file.id


def _checked(audit: Audit, checks: CrossChecks) -> Audit:
    return replace(audit, findings=(*audit.findings, *checks.findings(audit.document)))


@dataclass(slots=True)
class AllAudited:
    """A roll-up, with what could not be read or judged; ``audits`` where they were kept."""

    rollup: RollUp
    problems: tuple[Problem, ...]
    audits: tuple[Audit, ...] = ()

    def fails(self) -> bool:
        """Whether any document fails."""
        return any(entry.fails for entry in self.rollup.documents)


@dataclass(frozen=True, slots=True)
class Scope:
    """What to audit, against what, and on which day.

    ``documents`` are documents and folders of data below which they lie; all where none is named.
    """

    documents: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    as_of: date | None = None
    fail_on: Severity = Severity.ERROR


def audit_all(workspace: Workspace, scope: Scope, keep: bool = False) -> AllAudited:
    """Audit every document that implements another; a faulty one does not stop the others.

    Raises UsageError where there is nothing to audit.
    """
    from plangen.audit.rollup import roll_up

    names = tuple(_below(workspace, scope.documents))
    uppers = tuple(workspace.document_id(name) for name in scope.against)
    papers = Papers(Library(workspace))
    papers.gather(uppers)
    errors = list(papers.gather_each(names))
    audits = _each(papers, names, uppers, scope.as_of, errors)
    kept = tuple(audits) if keep else ()
    rollup = roll_up(kept if keep else audits, scope.fail_on)
    problems = dict.fromkeys(problem for error in errors for problem in error.problems)
    if not rollup.documents and not problems:
        raise UsageError(Problem(Message("没有可核对的文件：没有一份写明落实哪些上级文件")))
    return AllAudited(rollup, tuple(problems), kept)


def _each(
    papers: Papers,
    names: Iterable[str],
    uppers: tuple[str, ...],
    as_of: date | None,
    errors: list[PlangenError],
) -> Iterator[Audit]:
    from plangen.jobs.cross_checks import CrossChecks

    auditor = papers.auditor()
    checks = CrossChecks(papers.library, papers.found, text=False)
    for name in names:
        paper = papers.found.get(name)
        if paper is None or not (paper.facts.implements or uppers) or name in uppers:
            continue
        try:
            yield _checked(auditor.audit(paper, as_of, uppers), checks)
        except InputError as error:
            errors.append(error)


def _below(workspace: Workspace, folders: Iterable[str]) -> Iterator[str]:
    """The documents of the workspace's own data, or of all where it has none."""
    found = dict(workspace.documents())
    own = [name for name, path in found.items() if path.is_relative_to(workspace.root)]
    names = own or list(found)
    asked = [_folder(workspace, folder) for folder in folders]
    for name in names:
        if not asked or any(PurePosixPath(name).is_relative_to(folder) for folder in asked):
            yield name


def _folder(workspace: Workspace, name: str) -> PurePosixPath:
    """A folder of data, or a document, by its id or its path."""
    if name.endswith(".yaml"):
        return PurePosixPath(workspace.document_id(name))
    for data in workspace.folders("data"):
        for path in (workspace.root / name, data / name):
            if path.is_dir() and path.resolve().is_relative_to(data.resolve()):
                return PurePosixPath(path.resolve().relative_to(data.resolve()).as_posix())
    if workspace.file(name) is not None:
        return PurePosixPath(name)
    raise UsageError(Problem(Message("{name} 不是工作区 data 里的文件夹或文件", name=name)))
