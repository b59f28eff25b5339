"""The command ``fonts``: role, font, what it covers, and how to get what is lacking."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plangen.cli import options
from plangen.cli.language import translate as _

if TYPE_CHECKING:
    from plangen.fonts.coverage import Coverage
    from plangen.jobs.fonts import RoleFonts, Survey

FORMATS = ("text", "json")
INCOMPLETE = 1


@click.command(
    help=_("列出各类字体（仿宋、楷体等）所用的字体文件、缺少的汉字和安装办法。"),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen fonts --format json"),
)
@options.form(FORMATS, default=FORMATS[0])
@options.workspace(_("工作区文件夹；其中 fonts 文件夹里的字体先用；默认为当前文件夹"))
def fonts(form: str, workspace: Path) -> int:
    """Show the fonts of each role."""
    from plangen.jobs.fonts import survey
    from plangen.load.workspace import Workspace

    surveyed = survey(Workspace.at(workspace))
    if form == "json":
        import json

        click.echo(json.dumps(_record(surveyed), ensure_ascii=False, indent=2))
    else:
        _show(surveyed)
    return 0 if surveyed.complete else INCOMPLETE


def _show(surveyed: Survey) -> None:
    rows = [_cells(row) for row in surveyed.roles]
    if sys.stdout.isatty():
        _table((*cells, Path(file).name) for *cells, file in rows)  # whole paths are too wide
        for folder in sorted({row.choice.path.parent for row in surveyed.roles if row.choice}):
            click.echo(_("字体文件夹：{folder}").format(folder=folder))
    else:
        for row in (_headings(), *rows):
            click.echo("\t".join(row))
    for refusal in surveyed.refusals:
        reason = refusal.reason.translated(_)
        click.echo(_("不能用：{file}：{reason}").format(file=refusal.path, reason=reason))
    for advice in surveyed.advice:
        click.echo(advice.translated(_))


def _headings() -> tuple[str, ...]:
    return (
        _("字体类别"),
        _("字体"),
        _("正式或替代"),
        _("GB 2312 汉字"),
        _("通用规范汉字"),
        _("补字字体"),
        _("文件"),
    )


def _cells(row: RoleFonts) -> tuple[str, ...]:
    state = row.state.translated(_)
    if row.choice is None:
        return (str(row.role), "-", state, "-", "-", "-", "-")
    lenders = [f"{lender.face.name}×{lender.characters}" for lender in row.lenders]
    if row.lacking:
        lenders.append(_("仍缺{count}字").format(count=row.lacking))
    return (
        str(row.role),
        row.choice.name,
        state,
        _share(row.gb2312),
        _share(row.standard),
        _("、").join(lenders) or "-",
        str(row.choice.path),
    )


def _share(covered: Coverage) -> str:
    return f"{covered.found}/{covered.total}"


def _table(rows: Iterable[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for heading in _headings():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _record(surveyed: Survey) -> dict[str, Any]:
    return {
        "complete": surveyed.complete,
        "roles": [_role_record(row) for row in surveyed.roles],
        "refused": [
            {"file": str(refusal.path), "reason": refusal.reason.translated(_)}
            for refusal in surveyed.refusals
        ],
        "advice": [advice.translated(_) for advice in surveyed.advice],
    }


def _role_record(row: RoleFonts) -> dict[str, Any]:
    if row.choice is None:
        return {"role": str(row.role), "font": None}
    face = row.choice.face
    return {
        "role": str(row.role),
        "font": row.choice.name,
        "postscript": face.postscript,
        "true": row.choice.true,
        "file": str(row.choice.path),
        "index": face.index,
        "gb2312": {"found": row.gb2312.found, "total": row.gb2312.total},
        "standard": {"found": row.standard.found, "total": row.standard.total},
        "fallbacks": [
            {
                "font": lender.face.name,
                "file": str(lender.face.path),
                "characters": lender.characters,
            }
            for lender in row.lenders
        ],
        "lacking": row.lacking,
    }
