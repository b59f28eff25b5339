"""The command ``roll``: next year's data from this year's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli import options
from plangen.cli.language import translate as _
from plangen.cli.remarks import made, remark, tell

if TYPE_CHECKING:
    from plangen.jobs.roll import Rolled


@click.command(
    help=_(
        "由今年的数据起草下一年的：日期和标题里的年份顺延，目标按上级文件接续或沿用，"
        "文号和日期待定；每处改动都在行末用 ▲ 标出，等人核对。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen roll national/tasks-2020 --year 2021"),
)
@click.argument("document", metavar="DOC")
@click.option("--year", type=int, required=True, metavar="YEAR", help=_("新文件的年份，如：2021"))
@options.output(_("写到哪个文件；默认与原来的数据同在一处，名称换成新的年份"))
@options.force(_("重新生成由 roll 写出、还没有人改过的文件"))
@options.workspace()
def roll(document: str, year: int, output: Path | None, force: bool, workspace: Path) -> None:
    """Begin a later year's data."""
    from plangen.jobs.roll import roll as run_roll
    from plangen.load.workspace import Workspace

    _show(run_roll(Workspace.at(workspace), document, year, output, force))


def _show(rolled: Rolled) -> None:
    from plangen.errors import Message

    made(rolled.path)
    counts = _("目标：沿用 {carried} 个，依上级文件 {above} 个；待定 {undecided} 处。")
    click.echo(
        counts.format(carried=rolled.carried, above=rolled.from_above, undecided=rolled.undecided)
    )
    remark(rolled.findings)
    if rolled.hides:
        tell(Message("自带的 {id} 从此由这份数据代替", id=rolled.id))
    if rolled.id:
        click.echo(
            _("核对标着 ▲ 的行，填好待定的，再运行：plangen check {id}").format(id=rolled.id)
        )
        click.echo(_("先看草稿：plangen render {id} --draft").format(id=rolled.id))
