"""The commands: each a few lines over a job."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli import options
from plangen.cli.audit_command import audit as _audit
from plangen.cli.audit_command import impact as _impact
from plangen.cli.diff_command import diff as _diff
from plangen.cli.extract_command import export_ as _export
from plangen.cli.extract_command import extract as _extract
from plangen.cli.extract_command import import_ as _import
from plangen.cli.fonts_command import fonts as _fonts
from plangen.cli.language import LANGUAGES
from plangen.cli.language import translate as _
from plangen.cli.remarks import made, remark
from plangen.cli.roll_command import roll as _roll

if TYPE_CHECKING:
    from plangen.jobs.work import Engine
    from plangen.writers.pdf.variants import Variant

FORMATS = ("docx", "pdf", "png", "html", "txt", "xml")
ENGINES = ("grid", "weasyprint")
VARIANTS = ("pdf", "pdf/a-2b", "pdf/a-2u", "pdf/ua-1")
PROFILES = ("gb33476", "nominal")
SCHEMAS = ("document", "indicators", "organs")

_COMMANDS = _("命令 [参数]...")  # what stands for them in the usage line


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"plangen {version('plangen')}")
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("由数据生成党政机关公文：实施方案、通知，按 GB/T 9704-2012 排版。"),
    options_metavar=options.METAVAR,
    subcommand_metavar=_COMMANDS,
    epilog=_("例：plangen render shancheng/plan-2020 --to docx --to txt -o output"),
)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default=LANGUAGES[0], help=_("提示的语言：zh 或 en")
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help=_("显示版本"),
)
def plangen(lang: str) -> None:
    """The group; the language has been chosen before."""


@plangen.command(
    help=_(
        "生成公文。DOC 是编号（shancheng/plan-2020）、data 下的文件路径，"
        "或 --to xml 输出的文件，可以写几个。"
    ),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen render shancheng/plan-2020 --to docx --to txt -o output"),
)
@click.argument("documents", metavar="DOC...", nargs=-1, required=True)
@click.option(
    "--to",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=FORMATS[:2],
    help=_("输出格式，可以写几次；默认 docx 和 pdf"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    default=Path("output"),
    help=_("输出文件夹；默认 output"),
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    help=_("版式：gb33476（默认，按 GB/T 33476.2 修正页边距）或 nominal（37/35 毫米页边距）"),
)
@click.option(
    "--pdf-variant",
    "variant",
    type=click.Choice(VARIANTS),
    default=VARIANTS[0],
    help=_("PDF 的种类：pdf（默认）、存档用的 pdf/a-2b 和 pdf/a-2u、便于读屏软件的 pdf/ua-1"),
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    help=_("排 PDF 的引擎：grid（默认，按标准逐字排）或 weasyprint（由网页打印，用于网站公开）"),
)
@click.option(
    "--dpi",
    type=int,
    metavar="N",
    default=150,
    help=_("页面图片（--to png）每英寸的像素数，30 到 600；默认 150"),
)
@click.option(
    "--proof", is_flag=True, help=_("在 PDF 旁另出版式核验表：标准的要求和页面的实测，逐条对照")
)
@click.option("--draft", is_flag=True, help=_("草稿：允许有待定的内容，每页印“草稿”字样"))
@click.option("--strict", is_flag=True, help=_("有目标没有达到上级要求就不生成"))
@click.option("--seals", is_flag=True, help=_("用虚线圆圈标出印章位置（草稿用）"))
@options.force()
@options.workspace()
def render(  # noqa: PLR0913  # one argument an option of the command line
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    profile: str,
    variant: Variant,
    engine: Engine,
    dpi: int,
    proof: bool,
    draft: bool,
    strict: bool,
    seals: bool,
    force: bool,
    workspace: Path,
) -> None:
    """Render documents."""
    from plangen.jobs.outputs import Outputs
    from plangen.jobs.render import Renderer
    from plangen.jobs.work import Setting
    from plangen.load.workspace import Workspace
    from plangen.sheet.geometry import PROFILES as profiles

    setting = Setting(profiles[profile], seals, variant, dpi, proof, draft, engine, strict)
    place = Workspace.at(workspace)
    renderer = Renderer(place, setting)
    names = [name if _is_tree(name) else place.document_id(name) for name in documents]
    for name in _progress(names):
        rendered = renderer.render(name, formats, Outputs(output, force))
        remark(rendered.findings)
        for file in rendered.files:
            made(file)


@plangen.command(
    help=_("检查数据文件：键、数值、引用和日期。不写 DOC 则检查全部。"),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen check shancheng/plan-2020"),
)
@click.argument("documents", metavar="[DOC]...", nargs=-1)
@options.workspace()
def check(documents: tuple[str, ...], workspace: Path) -> int:
    """Check data files."""
    from plangen.errors import InputError, UsageError
    from plangen.jobs.check import check as run_check
    from plangen.load.workspace import Workspace

    checked = run_check(Workspace.at(workspace), documents)
    remark(checked.findings)
    if checked.problems:
        raise InputError.of((*checked.unknown, *checked.problems))
    if checked.unknown:
        raise UsageError.of(checked.unknown)
    click.echo(_("已检查 {count} 份数据，没有错误").format(count=len(checked.documents)))
    return 0


@plangen.group(
    help=_("新建待填写的数据文件。"),
    options_metavar=options.METAVAR,
    subcommand_metavar=_COMMANDS,
    epilog=_("例：plangen new plan qingshui/plan-2027"),
)
def new() -> None:
    """New data files."""


@new.command(
    "plan",
    help=_("新建实施方案的数据文件 data/ID.yaml，每个键旁有说明。"),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen new plan qingshui/plan-2027"),
)
@click.argument("document_id", metavar="ID")
@options.workspace()
def new_plan(document_id: str, workspace: Path) -> None:
    """A plan to fill in."""
    from plangen.jobs.new import new_plan as run_new
    from plangen.load.workspace import Workspace

    _show_new(run_new(Workspace.at(workspace), document_id), document_id)


@new.command(
    "notice",
    help=_("新建年度重点任务通知的数据文件 data/ID.yaml，每个键旁有说明。"),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen new notice anhe/tasks-2027"),
)
@click.argument("document_id", metavar="ID")
@options.workspace()
def new_notice(document_id: str, workspace: Path) -> None:
    """A notice to fill in."""
    from plangen.jobs.new import new_notice as run_new
    from plangen.load.workspace import Workspace

    _show_new(run_new(Workspace.at(workspace), document_id), document_id)


@plangen.command(
    help=_("输出数据文件的 JSON Schema，供编辑器补全和查错。"),
    options_metavar=options.METAVAR,
    epilog=_("例：plangen schema document > document.schema.json"),
)
@click.argument("name", type=click.Choice(SCHEMAS), default=SCHEMAS[0])
def schema(name: str) -> None:
    """JSON Schema of the data files."""
    import json

    from plangen.load.json_schema import json_schema

    click.echo(json.dumps(json_schema(name), ensure_ascii=False, indent=2))


for _command in (_audit, _diff, _export, _extract, _fonts, _impact, _import, _roll):
    plangen.add_command(_command)


def _show_new(paths: Iterable[Path], document_id: str) -> None:
    for path in paths:
        click.echo(_("已新建 {path}").format(path=path))
    click.echo(_("填写后运行：plangen check {id}").format(id=document_id))


def _is_tree(name: str) -> bool:
    """Whether a name is that of a file with a document in its XML text form."""
    return name.endswith(".xml") and Path(name).is_file()


def _progress(names: list[str]) -> Iterable[str]:
    """The names, with a progress bar where several are rendered on a terminal."""
    if len(names) < 2 or not sys.stdout.isatty():
        return names
    return _tracked(names)


def _tracked(names: list[str]) -> Iterator[str]:
    from rich.progress import track

    yield from track(names, description=_("正在生成"))
