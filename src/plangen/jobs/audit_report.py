"""Audits as files: SARIF, a workbook, a page for a browser and its print, the opinion to send."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from plangen.errors import Message, Problem, UsageError
from plangen.load.workspace import Workspace
from plangen.model.verdicts import Audit
from plangen.report.audit_opinion import OPEN, OpinionIssue

if TYPE_CHECKING:
    from plangen.jobs.work import Work

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the files are made with: the workspace's fonts, the language, who issues an opinion.

    ``language`` is that of ``translate``, by its BCP 47 tag.
    """

    workspace: Workspace
    translate: Translate = str
    issue: OpinionIssue = OPEN
    language: str = "zh-CN"


def sarif(audits: Sequence[Audit], wanted: Wanted) -> bytes:
    """The results for other programs, SARIF 2.1.0."""
    from plangen.jobs.audit_helps import HELPS
    from plangen.report.audit_sarif import audit_sarif

    return audit_sarif(audits, wanted.translate, HELPS, wanted.language).encode()


def xlsx(audits: Sequence[Audit], _wanted: Wanted) -> bytes:
    """The tables as a workbook."""
    from plangen.report.audit_grids import audit_workbook
    from plangen.writers.xlsx import write_xlsx

    return write_xlsx(audit_workbook(audits))


def html(audits: Sequence[Audit], _wanted: Wanted) -> bytes:
    """The page with its charts."""
    from plangen.report.audit_page import audit_page
    from plangen.writers.html.web_page import write_page

    return write_page(audit_page(audits))


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


def _opinion(audits: Sequence[Audit], wanted: Wanted) -> Work:
    from plangen.document.dump import dump
    from plangen.document.undecided import undecided_places
    from plangen.fonts.fonts import Fonts
    from plangen.jobs.work import Setting, Work
    from plangen.report.audit_opinion import audit_opinion

    if len(audits) != 1:
        raise UsageError(Problem(Message("审核意见一次只写一份文件；请只写一个 DOC")))
    document = audit_opinion(audits[0], wanted.issue)
    fonts = Fonts.found(wanted.workspace.folders("fonts"))
    draft = bool(tuple(undecided_places(dump(document)))) or not wanted.issue.issuers
    return Work(document, Setting(draft=draft), fonts, wanted.workspace.root)
