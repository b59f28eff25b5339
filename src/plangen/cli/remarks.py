"""Remarks (提醒): what was noticed on the way, one line each, beside the output."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from plangen.cli.language import translate as _

if TYPE_CHECKING:
    from plangen.findings import Finding


def remark(findings: Iterable[Finding]) -> None:
    """Tell what was noticed, on the error stream."""
    from plangen.errors import Problem

    for finding in findings:
        sentence = Problem(finding.message, finding.place).sentence().translated(_)
        click.echo(_("提醒：{sentence}").format(sentence=sentence), err=True)
