"""What a command tells beside its result, a line each: remarks (提醒), and the files it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli.language import translate as _

if TYPE_CHECKING:
    from plangen.errors import Message
    from plangen.findings import Finding


def remark(findings: Iterable[Finding]) -> None:
    """Tell what was noticed on the way, on the error stream."""
    from plangen.errors import Problem

    for finding in findings:
        tell(Problem(finding.message, finding.place).sentence())


def tell(message: Message) -> None:
    """Tell one thing that was noticed."""
    click.echo(_("提醒：{sentence}").format(sentence=message.translated(_)), err=True)


def made(path: Path, err: bool = False) -> None:
    """Tell that a file was written; on the error stream where the result goes to the other."""
    click.echo(_("已生成 {path}").format(path=path), err=err)


def put(content: bytes, output: Path | None, force: bool) -> None:
    """Write a result into a file, or show it where none is named.

    Raises UsageError where somebody's work would be lost.
    """
    if output is None:
        click.echo(content.decode(), nl=False)
        return
    from plangen.jobs.outputs import save

    made(save(output, content, force))
