"""The commands ``extract``, ``export`` and ``import``: data out of documents and workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli import options
from plangen.cli.language import translate as _
from plangen.cli.remarks import made, put, remark, tell

if TYPE_CHECKING:
    from plangen.jobs.extract import FileFacts

FORMATS = ("yaml", "json")

_file = click.argument(
    "file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)


@click.command(
    help=_(
        "从已有的公文（docx、PDF、txt 等）读出数据：目标、名单、职责、任务和发文要素，"
        "每个值附原文，拿不准的用 ▲ 标出，最后列出要人核对的地方。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen extract 方案.docx -o data/anhe/plan-2021.yaml --explain 方案.html"),
)
@_file
@options.output()
@options.form(FORMATS, _("输出格式：yaml（默认，数据文件）或 json（每个值带原文的位置）"))
@click.option(
    "--explain",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("另写一个网页：原文全文，读出的内容都标上颜色"),
)
@click.option(
    "--add-indicators",
    "adding",
    is_flag=True,
    help=_("指标字典里没有的指标，加进自己的 data/indicators.yaml，目标一并录入"),
)
@options.force()
@options.workspace()
def extract(  # noqa: PLR0913  # one argument an option of the command line
    file: Path,
    output: Path | None,
    form: str | None,
    explain: Path | None,
    adding: bool,
    force: bool,
    workspace: Path,
) -> None:
    """Data out of a document."""
    from plangen.jobs.extract import as_page, content, data_of_file, dictionary_text
    from plangen.jobs.outputs import save_together
    from plangen.load.documents import INDICATORS
    from plangen.load.workspace import Workspace

    place = Workspace.at(workspace)
    found = data_of_file(file, place, output, adding=adding)
    text = content(found, options.formed(form, output, FORMATS) or FORMATS[0], _)
    files = {explain: as_page(found, _).encode()} if explain else {}
    files |= {output: text} if output else {}
    more = {}
    if found.added and found.added.entries:
        more[place.root / INDICATORS] = dictionary_text(found, place, _).encode()
    save_together(files, force, more)
    for path in (*files, *more):
        made(path, err=output is None)
    if output is None:
        put(text, None, force)
    remark(found.findings)
    _tell_of_indicators(found)


def _tell_of_indicators(found: FileFacts) -> None:
    """How many indicators were added, or could be."""
    from plangen.errors import Message

    if found.added and found.added.entries:
        tell(
            Message(
                "加进字典的指标有{count}个，名称、方向和累计方式请核对",
                count=len(found.added.entries),
            )
        )
    elif found.unknown and not found.added:
        tell(
            Message(
                "有{count}个目标的指标不在字典里；加上 --add-indicators，由程序写进字典",
                count=found.unknown,
            )
        )


@click.command(
    "export",
    help=_(
        "把一份数据写成表格（xlsx），便于填写和传阅：目标、小组、名单、职责、任务各一张表，"
        "带说明、示例和下拉选项。不写 DOC 则输出空表。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen export shancheng/plan-2020 -o 方案.xlsx"),
)
@click.argument("document", metavar="[DOC]", required=False)
@options.output(_("输出文件，以 .xlsx 结尾"), required=True)
@options.force()
@options.workspace()
def export_(document: str | None, output: Path, force: bool, workspace: Path) -> None:
    """Data out to a workbook."""
    from plangen.jobs.workbooks import empty_workbook, export_workbook, save_workbook
    from plangen.load.workspace import Workspace

    place = Workspace.at(workspace)
    content = export_workbook(place, document) if document else empty_workbook(place)
    made(save_workbook(content, output, force))


@click.command(
    "import",
    help=_(
        "把填好的表格（xlsx、xls、ods）变成数据文件；有错的，指出工作表和单元格。"
        "表里没有的内容，可以用 --from 从已有的数据取。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen import 名单.xlsx --from shancheng/plan-2020 -o data/anhe/plan-2021.yaml"),
)
@_file
@click.option("--from", "base", metavar="DOC", help=_("表里没有的取自这份数据，它的注释和次序保留"))
@options.output(_("输出的数据文件；不写则显示出来"))
@options.force()
@options.workspace()
def import_(
    file: Path, base: str | None, output: Path | None, force: bool, workspace: Path
) -> None:
    """Data in from a workbook."""
    from plangen.jobs.workbooks import import_workbook
    from plangen.load.workspace import Workspace

    imported = import_workbook(Workspace.at(workspace), file, base or "")
    put(imported.text.encode(), output, force)
    remark(imported.findings)
