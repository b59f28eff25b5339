"""Diff: two documents' data → what changed, as text, JSON, a table, or tracked changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from plangen.changes.compare import compare_editions
from plangen.changes.edition import Edition
from plangen.changes.kinship import reasons_against
from plangen.errors import InputError, InvalidError, Message, Place, Problem, UsageError
from plangen.findings import Finding
from plangen.load.documents import INDICATORS, Library, Loaded
from plangen.load.workspace import Workspace
from plangen.model.change import Comparison
from plangen.model.consistency import UNDECIDED_CODE

if TYPE_CHECKING:
    from plangen.document.elements import Document
    from plangen.jobs.work import Work


class FailOn(StrEnum):
    """What makes a comparison end with code 1: less asked than before, any change, or nothing."""

    LOOSENED = "loosened"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Diffed:
    """What changed between two documents, and what was noticed about their data."""

    comparison: Comparison
    old: Loaded
    new: Loaded

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Remarks about both documents, each once."""
        return tuple(dict.fromkeys((*self.old.findings, *self.new.findings)))

    def fails(self, on: FailOn) -> bool:
        """Whether there is a change of the sort that was asked about."""
        if on is FailOn.LOOSENED:
            return any(kind.lenient for row in self.comparison.targets for kind in row.kinds)
        return on is FailOn.ANY and bool(self.comparison.kinds)


def diff(workspace: Workspace, old: str, new: str, force: bool = False) -> Diffed:
    """Compare two documents by their ids or paths.

    Raises UsageError for one that is not there and, without ``force``, for two that do not belong
    together; InputError where the data of one, or the dictionary, have faults.
    """
    library = Library(workspace)
    before, after = (library.load(workspace.document_id(name)) for name in (old, new))
    editions = _edition(before), _edition(after)
    if not force and before.id != after.id:
        _refuse(before.id, after.id, tuple(reasons_against(*editions)))
    try:
        return Diffed(compare_editions(*editions), before, after)
    except InvalidError as invalid:
        raise InputError(Problem(invalid.message, Place(INDICATORS))) from None


def _edition(loaded: Loaded) -> Edition:
    return Edition(loaded.id, loaded.facts, loaded.dictionary)


def _refuse(old: str, new: str, reasons: tuple[Message, ...]) -> None:
    problems = [
        Problem(
            Message(
                "{old} 和 {new} 不像是同一类文件：{reason}；仍要比较请加 --force",
                old=old,
                new=new,
                reason=reason,
            )
        )
        for reason in reasons
    ]
    if problems:
        raise UsageError.of(problems)


def as_text(diffed: Diffed, translate: Callable[[str], str] = str) -> str:
    """The comparison in words."""
    from plangen.report.change_text import change_text

    return change_text(diffed.comparison, translate)


def as_json(diffed: Diffed, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """The comparison for other programs; see ``plangen.report.change_json``."""
    from plangen.report.change_json import change_json

    return change_json(diffed.comparison, translate)


def as_docx(workspace: Workspace, diffed: Diffed) -> bytes:
    """The comparison as a table, laid out like any other document."""
    from plangen.jobs.work import docx_files
    from plangen.report.change_document import change_document

    ((_, content),) = docx_files(_work(workspace, change_document(diffed.comparison)))
    return content


def as_redline(workspace: Workspace, diffed: Diffed) -> bytes:
    """The new document with tracked changes against the old one.

    Raises InputError where one of them cannot be composed.
    """
    from plangen.typeset.fit import fit
    from plangen.writers.docx.redline import write_redline

    old, new = (_composed(workspace, loaded) for loaded in (diffed.old, diffed.new))
    profile = new.setting.profile
    fitting = fit(new.shaped, profile, new.measures)
    draft = any(finding.code == UNDECIDED_CODE for finding in diffed.new.findings)
    return write_redline(old.shaped, new.shaped, profile, fitting, new.pictures, draft)


def _composed(workspace: Workspace, loaded: Loaded) -> Work:
    from plangen.compose.composer import Composer

    composer = Composer(workspace.folders("templates"))
    return _work(workspace, composer.compose(loaded.facts, loaded.dictionary, loaded.file))


def _work(workspace: Workspace, document: Document) -> Work:
    from plangen.fonts.fonts import Fonts
    from plangen.jobs.work import Setting, Work

    return Work(document, Setting(), Fonts.found(workspace.folders("fonts")), workspace.root)
