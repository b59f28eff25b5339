"""Opinions and 修改建议 as the packaged templates, or those of a workspace, write them."""

from __future__ import annotations

from pathlib import Path

from plangen.document.elements import Document
from plangen.jobs.audit_report import Wanted, opinion
from plangen.load.workspace import Workspace, packaged_root
from plangen.model.verdicts import Audit
from plangen.report.audit_opinion import OPEN, OpinionIssue

PACKAGED = packaged_root()
advise = Wanted(Workspace(PACKAGED, PACKAGED)).advise


def audit_opinion(audit: Audit, issue: OpinionIssue = OPEN, root: Path = PACKAGED) -> Document:
    """The opinion with the templates of a workspace, those that came along without one."""
    return opinion(audit, Wanted(Workspace(root, PACKAGED), issue=issue))
