"""Audit: documents' data → every requirement above that is in force, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.errors import (
    InputError,
    InvalidError,
    Message,
    Place,
    PlangenError,
    Problem,
    UsageError,
)
from plangen.findings import Finding, Severity
from plangen.load.documents import INDICATORS, Library
from plangen.load.text_files import read_text_file
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import Yaml, read_yaml
from plangen.model.disagreement import KeyPath
from plangen.model.indicators import Indicator
from plangen.model.rollups import RollUp
from plangen.model.verdicts import Audit

if TYPE_CHECKING:
    from plangen.jobs.cross_checks import CrossChecks
    from plangen.jobs.extract import FileFacts

DATA = frozenset((".yaml", ".yml"))


class Papers:
    """The documents of a workspace that have to do with those asked about, each read once.

    That is what they implement and supersede, what supersedes these, and so on upwards.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.found: dict[str, Paper] = {}
        self.findings: dict[str, tuple[Finding, ...]] = {}

    def gather(self, names: Iterable[str]) -> None:
        """Read documents and all around them. Raises InputError and UsageError."""
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in self.found:
                continue
            facts = self._read(name).facts
            waiting += (*facts.implements, *facts.supersedes, *self._later(name))

    def add(self, paper: Paper) -> None:
        """A document of a file that is no data; what it implements is read as well."""
        self.found[paper.id] = paper
        self.findings[paper.id] = ()
        self.gather(paper.facts.implements)

    def gather_each(self, names: Iterable[str]) -> Iterator[PlangenError]:
        """Read documents; those that cannot be read are told and left out."""
        for name in names:
            try:
                self.gather([name])
            except PlangenError as error:
                self.found.pop(name, None)
                yield error

    def indicators(self) -> dict[str, Indicator]:
        """The dictionary of all levels."""
        return dict(self.library.dictionary("-/-").indicators)

    def auditor(self, hierarchy: Hierarchy | None = None) -> Auditor:
        """An auditor of what was gathered. Raises InputError for a faulty dictionary."""
        with_faults = hierarchy or Hierarchy(self.found)
        try:
            return Auditor(with_faults, self.indicators())
        except InvalidError as invalid:
            raise InputError(Problem(invalid.message, Place(INDICATORS))) from None

    def _read(self, name: str) -> Paper:
        loaded = self.library.load(name)
        place = _Lines(self.library.workspace, name).place
        self.found[name] = Paper(name, loaded.facts, place)
        self.findings[name] = loaded.findings
        return self.found[name]

    def _later(self, name: str) -> Iterator[str]:
        """The documents that supersede one."""
        for later, text in self._superseding.items():
            if name in text and name in self.library.load(later).facts.supersedes:
                yield later

    @cached_property
    def _superseding(self) -> dict[str, str]:
        """The texts of the documents that supersede others: only these need to be read whole."""
        workspace = self.library.workspace
        found = {}
        for name in workspace.document_ids():
            path = workspace.file(name)
            text = read_text_file(path, workspace.shown(path)) if path else ""
            if "supersedes" in text:
                found[name] = text
        return found


class _Lines:
    """The lines of a document's data file; it is read for them when the first one is asked for."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._workspace, self._name = workspace, name

    def place(self, key: KeyPath) -> Place:
        """The file and line of a key."""
        return self._source.place(key)

    @cached_property
    def _source(self) -> Yaml:
        path = self._workspace.document_file(self._name)
        shown = self._workspace.shown(path)
        return read_yaml(read_text_file(path, shown), shown)


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
    own = [name for name in workspace.document_ids() if _is_own(workspace, name)]
    names = own or list(workspace.document_ids())
    asked = [_folder(workspace, folder) for folder in folders]
    for name in names:
        if not asked or any(PurePosixPath(name).is_relative_to(folder) for folder in asked):
            yield name


def _is_own(workspace: Workspace, name: str) -> bool:
    path = workspace.file(name)
    return path is not None and path.is_relative_to(workspace.root)


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
