"""Audits as files: SARIF, a workbook, a page for a browser and its print, the opinion to send."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from plangen.errors import Message, PlangenError, Problem, UsageError
from plangen.load.workspace import Workspace
from plangen.model.verdicts import Audit
from plangen.report.audit_opinion import OPEN, OpinionIssue
from plangen.report.audit_words import Advise

if TYPE_CHECKING:
    from plangen.compose.composer import Composer
    from plangen.document.elements import Document
    from plangen.jobs.work import Work

Translate = Callable[[str], str]
OPINION = "notice/audit-opinion"
PHRASES, ADVICE = "parts/audit", "advice"  # the template and its macro that write 修改建议


@dataclass(frozen=True)
class Wanted:
    """What the files are made with: a workspace, the language, who issues an opinion.

    The workspace gives its fonts and its templates, for the opinion and for 修改建议 in all files.
    ``language`` is that of ``translate``, by its BCP 47 tag.
    """

    workspace: Workspace
    translate: Translate = str
    issue: OpinionIssue = OPEN
    language: str = "zh-CN"

    @cached_property
    def composer(self) -> Composer:
        """Composes with the workspace's templates, and those that came along."""
        from plangen.compose.composer import Composer

        return Composer(self.workspace.folders("templates"))

    @cached_property
    def advise(self) -> Advise:
        """Writes 修改建议 for a row. Raises InputError for a template with faults."""
        from plangen.report.audit_facts import row_facts

        write = self.composer.phrase(PHRASES, ADVICE)
        return lambda row: write(row_facts(row))


def sarif(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """The results for other programs, SARIF 2.1.0."""
    from plangen.jobs.audit_helps import HELPS
    from plangen.report.audit_sarif import audit_sarif

    return audit_sarif(audits, wanted.advise, wanted.translate, HELPS, wanted.language).encode()


def xlsx(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """The tables as a workbook."""
    from plangen.report.audit_grids import audit_workbook
    from plangen.writers.xlsx import write_xlsx

    return write_xlsx(audit_workbook(audits, wanted.advise))


def html(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """The page with its charts."""
    from plangen.report.audit_page import audit_page
    from plangen.writers.html.web_page import write_page

    return write_page(audit_page(audits, wanted.advise))


def pdf(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """The page, printed. Raises UsageError where WeasyPrint lacks a system library."""
    from plangen.writers.weasyprint import print_html

    return print_html(html(audits, wanted))


def opinion_docx(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """衔接审核意见 as a Word file. Raises UsageError for several documents."""
    from plangen.jobs.work import docx_files

    ((_, content),) = docx_files(_opinion(audits, wanted))
    return content


def opinion_pdf(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """衔接审核意见 as PDF. Raises UsageError for several documents and for missing fonts."""
    return _opinion(audits, wanted).pdf


REPORTS: Mapping[str, Callable[[Sequence[Audit], Wanted], bytes]] = MappingProxyType(
    {"sarif": sarif, "xlsx": xlsx, "html": html, "pdf": pdf}
)
OPINIONS = MappingProxyType({"docx": opinion_docx, "pdf": opinion_pdf})


def opinion(audit: Audit, wanted: Wanted) -> Document:
    """衔接审核意见 as a document. Raises InputError for a template with faults."""
    from plangen.report.audit_opinion import opinion_variables
    from plangen.report.audit_spoken import texts

    named = {text for found in audit.findings for text in texts(found.message)}
    titles = dict(_titles(wanted.workspace, named))
    return wanted.composer.fill(OPINION, opinion_variables(audit, wanted.issue, titles))


def _titles(workspace: Workspace, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The titles of those texts that are ids of documents; a faulty one keeps its id."""
    from plangen.load.documents import Library

    library = Library(workspace)
    for text in texts:
        with suppress(PlangenError):
            name = workspace.document_id(text)
            if workspace.file(name):
                yield text, library.load(name).facts.title


def is_draft(opinion: Document) -> bool:
    """Whether something is left to be filled in: a number, a date, a name, or the day to answer.

    The document tells, and not what was asked for: a template may have filled it in.
    """
    from plangen.document.dump import dump
    from plangen.document.undecided import undecided_places
    from plangen.report.audit_opinion import TO_FILL_IN

    text = dump(opinion)
    return any(undecided_places(text)) or any(place in text for place in TO_FILL_IN)


def _opinion(audits: Sequence[Audit], wanted: Wanted) -> Work:
    from plangen.fonts.fonts import Fonts
    from plangen.jobs.work import Setting, Work

    if len(audits) != 1:
        raise UsageError(Problem(Message("审核意见一次只写一份文件；请只写一个 DOC")))
    document = opinion(audits[0], wanted)
    fonts = Fonts.found(wanted.workspace.folders("fonts"))
    draft = is_draft(document)
    return Work(document, Setting(draft=draft), fonts, wanted.workspace.root)
