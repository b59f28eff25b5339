"""The command ``diff``: what changed from one document to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli import options
from plangen.cli.language import translate as _
from plangen.cli.remarks import put, remark

if TYPE_CHECKING:
    from plangen.jobs.diff import Diffed
    from plangen.load.workspace import Workspace

FORMATS = ("text", "json", "docx")
FAIL_ON = ("loosened", "any", "none")
NAMES = {"docx": "diff", "redline": "redline"}  # what tells the two files apart
FAILED = 1


@click.command(
    help=_(
        "比较两份文件的数据：目标收紧还是放宽、提前还是推迟，任务、机关、依据和名单的变化。"
        "OLD、NEW 是编号或 data 下的文件路径。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen diff national/tasks-2020 national/tasks-2021"),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.form(FORMATS, _("输出格式：text（默认）、json 或 docx（对照表）"))
@options.output(_("输出文件；docx 不写则为 output/NEW.diff.docx 或 output/NEW.redline.docx"))
@click.option("--redline", is_flag=True, help=_("输出带修订标记的新文件（docx）：相对旧文件的增删"))
@options.fail_on(
    FAIL_ON,
    FAIL_ON[-1],
    _("何时以退出码 1 结束：loosened（有目标放松）、any（有任何变化）、none（默认，从不）"),
)
@options.force(_("不像同一类的文件也比较；覆盖被改动过的输出文件"))
@options.workspace()
def diff(  # noqa: PLR0913  # one argument an option of the command line
    old: str,
    new: str,
    form: str | None,
    output: Path | None,
    redline: bool,
    fail_on: str,
    force: bool,
    workspace: Path,
) -> int:
    """Compare two documents."""
    from plangen.jobs.diff import FailOn
    from plangen.jobs.diff import diff as run_diff
    from plangen.load.workspace import Workspace

    form = options.formed(form, output, FORMATS)
    if redline and form not in (None, "docx"):
        raise click.UsageError(_("--redline 只输出 docx"))
    place = Workspace.at(workspace)
    diffed = run_diff(place, old, new, force)
    remark(diffed.findings)
    kind = "redline" if redline else form or FORMATS[0]
    content = _content(place, diffed, kind)
    if kind in NAMES:
        output = output or Path("output") / f"{diffed.new.id}.{NAMES[kind]}.docx"
    put(content, output, force)
    return FAILED if diffed.fails(FailOn(fail_on)) else 0


def _content(workspace: Workspace, diffed: Diffed, form: str) -> bytes:
    from plangen.jobs.diff import as_docx, as_json, as_redline, as_text

    if form == "redline":
        return as_redline(workspace, diffed)
    if form == "docx":
        return as_docx(workspace, diffed)
    if form == "json":
        import json

        return f"{json.dumps(as_json(diffed, _), ensure_ascii=False, indent=2)}\n".encode()
    return as_text(diffed, _).encode()
