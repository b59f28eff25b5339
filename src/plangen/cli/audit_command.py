"""The commands ``audit`` and ``impact``: local targets against what the levels above require."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangen.cli import options
from plangen.cli.issuing import NOTHING_SAID, Issuing, issuing
from plangen.cli.language import spoken
from plangen.cli.language import translate as _
from plangen.cli.remarks import put, remark

if TYPE_CHECKING:
    from plangen.cli.audit_tables import Table
    from plangen.jobs.audit import Scope
    from plangen.load.workspace import Workspace
    from plangen.model.verdicts import Audit

FORMATS = ("text", "json")
REPORTS = (*FORMATS, "sarif", "xlsx", "html", "pdf", "docx")
SHOWN = (*FORMATS, "sarif")  # where no file is asked for
LEVELS = ("error", "warn", "info", "none")
FAILED = 1


_opinion = click.option(
    "--opinion",
    is_flag=True,
    help=_("写衔接审核意见：公文，docx（默认）或 pdf；机关、文号和日期待填，或用下面几个选项"),
)


@click.command(
    help=_(
        "核对文件的目标是否达到上级文件的要求：高于、达到、滞后、低于、范围偏窄、尚未提出等，"
        "逐条写明出处。DOC 是编号或 data 下的文件路径；用 --all 时也可以是文件夹。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen audit shancheng/plan-2020 --as-of 2021-06-30"),
)
@click.argument("documents", metavar="[DOC]...", nargs=-1)
@click.option(
    "--against",
    multiple=True,
    metavar="DOC",
    help=_("只与这份上级文件核对，可以写几次；默认为所落实的各级文件"),
)
@options.as_of()
@click.option(
    "--all", "every", is_flag=True, help=_("核对工作区（或所写文件夹）的全部文件，并汇总")
)
@options.form(
    REPORTS,
    _(
        "输出格式：text（默认）、json、sarif、xlsx（对照表）、html（带图表的网页）、"
        "pdf（网页的打印稿）；docx 是审核意见"
    ),
)
@_opinion
@issuing
@options.output(_("输出文件；不写则显示出来，xlsx、html、pdf、docx 则写进 output 文件夹"))
@options.fail_on(
    LEVELS,
    LEVELS[0],
    _("有这一级以上的问题就以退出码 1 结束；没有达到要求是 error（默认），none 从不"),
)
@options.force()
@options.workspace()
def audit(  # noqa: PLR0913  # one argument an option of the command line
    documents: tuple[str, ...],
    against: tuple[str, ...],
    as_of: date | None,
    every: bool,
    form: str | None,
    opinion: bool,
    issuing: Issuing,
    output: Path | None,
    fail_on: str,
    force: bool,
    workspace: Path,
) -> int:
    """Audit documents."""
    from plangen.findings import Severity
    from plangen.jobs.audit import Scope
    from plangen.load.workspace import Workspace

    if not (documents or every):
        raise click.UsageError(_("请写要核对的文件 DOC，或加 --all 核对全部"))
    place = Workspace.at(workspace)
    form, opinion = _formed(options.formed(form, output, REPORTS), opinion)
    if issuing != NOTHING_SAID and not opinion:
        raise click.UsageError(_("发文机关、主送机关、文号和日期只用于 --opinion"))
    wanted = _Wanted(form, output, force, opinion, issuing)
    level = Severity.ERROR if fail_on == "none" else Severity(fail_on)
    scope = Scope(documents, against, as_of, level)
    fails = (_audit_all if every else _audit_each)(place, scope, wanted)
    return FAILED if fails and fail_on != "none" else 0


@click.command(
    help=_(
        "上级的新文件 NEW 施行后，下面哪些文件 PLAN 的结论会变：与它所取代的文件前后对照。"
        "NEW、PLAN 是编号或 data 下的文件路径。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen impact national/tasks-2021 shancheng/plan-2020"),
)
@click.argument("new", metavar="NEW")
@click.argument("plans", metavar="PLAN...", nargs=-1, required=True)
@options.as_of()
@options.form(FORMATS)
@options.output()
@options.force()
@options.workspace()
def impact(  # noqa: PLR0913  # one argument an option of the command line
    new: str,
    plans: tuple[str, ...],
    as_of: date | None,
    form: str | None,
    output: Path | None,
    force: bool,
    workspace: Path,
) -> int:
    """What a new upper document does to plans."""
    from plangen.cli.audit_tables import impact_tables
    from plangen.jobs.impact import as_json
    from plangen.jobs.impact import impact as run_impact
    from plangen.load.workspace import Workspace

    impacted = run_impact(Workspace.at(workspace), new, plans, as_of)
    wanted = _Wanted(options.formed(form, output, FORMATS) or FORMATS[0], output, force)
    wanted.give(lambda: as_json(impacted, _), lambda: impact_tables(impacted))
    return FAILED if impacted.fails else 0


def _formed(form: str | None, opinion: bool) -> tuple[str, bool]:
    """The format, and whether it is the opinion. Raises UsageError where the two do not agree."""
    if not opinion:
        return form or REPORTS[0], form == "docx"
    if form not in (None, "docx", "pdf"):
        raise click.UsageError(_("--opinion 只输出 docx 或 pdf"))
    return form or "docx", True


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The format asked for and where it is to go."""

    form: str
    output: Path | None
    force: bool
    opinion: bool = False
    issuing: Issuing = NOTHING_SAID

    @property
    def file(self) -> bool:
        """Whether the format is neither text nor JSON."""
        return self.form not in FORMATS

    def give(self, objects: Callable[[], Any], tables: Callable[[], Iterable[Table]]) -> None:
        """Show or write what was found, as text or JSON."""
        from plangen.cli.audit_tables import draw, plain

        if self.form == "json":
            import json

            self._put(f"{json.dumps(objects(), ensure_ascii=False, indent=2)}\n".encode())
        elif self.output is None and sys.stdout.isatty():
            draw(tables())
        else:
            self._put(plain(tables()).encode())

    def report(self, workspace: Workspace, audits: Sequence[Audit]) -> None:
        """Write audits as a file of the format asked for."""
        from plangen.jobs.audit_report import OPINIONS, REPORTS, Wanted

        wanted = Wanted(workspace, _, self.issuing.issue(), spoken())
        self._put((OPINIONS if self.opinion else REPORTS)[self.form](audits, wanted), _name(audits))

    def _put(self, content: bytes, name: str = "") -> None:
        kind = "opinion" if self.opinion else "audit"
        file = None if self.form in SHOWN else Path("output") / f"{name}.{kind}.{self.form}"
        put(content, self.output or file, self.force)


def _name(audits: Sequence[Audit]) -> str:
    """What the file is called after: the document, or that there are several."""
    return audits[0].document if len(audits) == 1 else "all"


def _audit_each(place: Workspace, scope: Scope, wanted: _Wanted) -> bool:
    """Audit the documents named; whether one fails."""
    from plangen.cli.audit_tables import audit_tables
    from plangen.jobs.audit import audit
    from plangen.jobs.audit_json import as_json

    audited = audit(place, scope.documents, scope.against, scope.as_of)
    remark(audited.findings)
    if wanted.file:
        wanted.report(place, audited.audits)
    else:
        wanted.give(lambda: as_json(audited, _), lambda: audit_tables(audited.audits))
    return audited.fails(scope.fail_on)


def _audit_all(place: Workspace, scope: Scope, wanted: _Wanted) -> bool:
    """Audit all documents of the workspace, or of folders; whether one fails.

    Raises InputError, after the others are shown, where some could not be read.
    """
    from plangen.cli.audit_tables import rollup_tables
    from plangen.errors import InputError
    from plangen.jobs.audit import audit_all
    from plangen.jobs.audit_json import all_as_json

    audited = audit_all(place, scope, keep=wanted.form != "text")
    if wanted.file:
        wanted.report(place, audited.audits)
    else:
        wanted.give(lambda: all_as_json(audited, _), lambda: rollup_tables(audited))
    if audited.problems:
        raise InputError.of(audited.problems)
    return audited.fails()
