#!/usr/bin/env python3
"""Draw the pages of docs/gallery: one document of every kind that the typesetter has to master.

Usage: .venv/bin/python scripts/gallery.py [FOLDER]      default: docs/gallery

The documents are those of tests/fixtures/workspace, and longer ones that are made here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.jobs.render import Renderer
from plangen.jobs.work import Setting, Work, png_files
from plangen.load.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
WORKSPACE = ROOT / "tests/fixtures/workspace"
DPI = 50
GAP = 6  # pixels between pages
SEAL = "seals/yunxi.png"
SENTENCE = "各单位要对照任务清单逐项落实，遇有困难及时报告，年底前将完成情况报送办公室。"
ISSUERS = ("云溪市民政局", "云溪市教育局", "云溪市财政局", "云溪市卫生健康委员会")


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of the gallery and the pages of it that are shown, counted from 1; -1 is the
    last one.
    """

    name: str
    document: Document
    pages: tuple[int, ...]


def pieces() -> Iterator[Piece]:
    """The documents in the order of the gallery."""
    renderer = Renderer(Workspace.at(WORKSPACE))
    for name, stored, pages in (
        ("plan", "shancheng/plan-2020", (1, 2, 13, -1)),
        ("letter", "yunxi/letter-2021", (1,)),
        ("order", "anhe/order-2021", (1,)),
        ("minutes", "anhe/minutes-2021", (1, 2)),
    ):
        yield Piece(name, renderer.document(stored)[0], pages)
    for name, text, pages in (
        ("one-paragraph", notice(f"<p>{SENTENCE}</p>"), (1, -1)),
        ("joint-seals", joint(), (1, -1)),
        ("long-title", notice(f"<p>{SENTENCE}</p>", LONG_TITLE), (1,)),
        ("roster-300", roster(300), (1, 2, -1)),
        ("table-500", table(500, "portrait"), (2, 3, -1)),
        ("table-landscape", table(60, "landscape"), (2, 3)),
        ("plan-200-pages", long_plan(200), (1, 100, -1)),
    ):
        yield Piece(name, parse(text), pages)


LONG_TITLE = (
    "云溪市民政局云溪市教育局关于进一步加强困难家庭儿童关爱服务工作"
    "健全部门协作和信息共享机制落实包保责任的有关工作事项的通知"
)


def notice(
    body: str, title: str = "云溪市民政局关于报送年度任务完成情况的通知", more: str = ""
) -> str:
    """A notice in the text form; ``more`` follows its signature."""
    return (
        "<document><head><mark><organ>云溪市民政局</organ></mark>"
        '<number code="云民发" year="2026" seq="31"/></head>'
        f"<title>{title}</title><to><group><organ>各区县民政局</organ></group></to>{body}"
        f"<signature><organ seal='{SEAL}'>云溪市民政局</organ><date>2026-03-18</date></signature>"
        f"{more}<imprint><printed by='云溪市民政局办公室' on='2026-03-19'/></imprint></document>"
    )


def joint() -> str:
    """A notice of four organs, each with its seal."""
    marked = "".join(f"<organ>{name}</organ>" for name in ISSUERS)
    sealed = "".join(f"<organ seal='{SEAL}'>{name}</organ>" for name in ISSUERS)
    return (
        f'<document><head><mark>{marked}</mark><number code="云民发" year="2026" seq="32"/></head>'
        "<title>关于做好困难家庭儿童入学资助工作的通知</title>"
        f"<to><group><organ>各区县人民政府</organ></group></to><p>{SENTENCE * 4}</p>"
        f"<signature>{sealed}<date>2026-03-20</date></signature>"
        "<imprint><cc><group><organ>市政府办公室</organ></group></cc>"
        "<printed by='云溪市民政局办公室' on='2026-03-21'/></imprint></document>"
    )


def roster(count: int) -> str:
    """A notice whose annex lists so many people."""
    families, given = "赵钱孙李周吴郑王冯陈", "文明建国志强春梅海涛"
    members = "".join(
        f"<member name='{families[n % 10]}{given[n // 10 % 10]}{given[n // 3 % 10 :][: n % 4 > 0]}'"
        f" office='云溪市第{n % 37 + 1}社区服务中心{'主任' if n % 5 else '副主任、党支部书记'}'/>"
        for n in range(count)
    )
    listed = f"<roster><role name='联络员'>{members}</role></roster>"
    annex = f"<annex><title>联络员名单</title>{listed}</annex>"
    return notice(f"<p>{SENTENCE}</p>", more=annex)


def table(count: int, orientation: str) -> str:
    """A notice whose annex is a table of so many rows."""
    cells = ("序号", "任务", "具体措施", "牵头单位", "责任单位", "完成时限")
    head = "".join(f"<cell><p>{cell}</p></cell>" for cell in cells)
    rows = "".join(
        "<row>"
        + "".join(
            f"<cell><p>{cell}</p></cell>"
            for cell in (
                str(n),
                f"完善第{n % 37 + 1}社区服务站点",
                SENTENCE[: 18 + n % 17] + "。",
                "市民政局",
                "市财政局、各区县民政局" if n % 3 else "市教育局",
                f"2026年{n % 12 + 1}月底前",
            )
        )
        + "</row>"
        for n in range(1, count + 1)
    )
    annex = (
        f"<annex orientation='{orientation}'><title>任务分解表</title>"
        f"<table><column align='center'/>{'<column/>' * 5}"
        f"<thead><row>{head}</row></thead><tbody>{rows}</tbody></table></annex>"
    )
    return notice(f"<p>{SENTENCE}</p>", more=annex)


def long_plan(pages: int) -> str:
    """A plan of about so many pages."""
    section = f"<section title='分解任务'><p>{SENTENCE * 3}</p></section>"
    part = f"<section title='主要任务'>{section * 10}</section>"
    count = round(pages * 22 / 63.8)  # lines a page, lines a part
    return notice(f"<p>{SENTENCE}</p>{part * count}", "云溪市民政局关于印发任务清单的通知")


def sheet(images: list[Image.Image]) -> Image.Image:
    """Pages side by side."""
    height = max(image.height for image in images)
    width = sum(image.width for image in images) + GAP * (len(images) + 1)
    whole = Image.new("RGB", (width, height + 2 * GAP), (208, 208, 208))
    x = GAP
    for image in images:
        whole.paste(image, (x, GAP))
        x += image.width + GAP
    return whole


def main(folder: Path) -> None:
    """Draw every piece into ``<folder>/<name>.png``."""
    fonts = Fonts.found(())
    for piece in pieces():
        work = Work(piece.document, Setting(dpi=DPI), fonts, WORKSPACE)
        files = [content for _, content in png_files(work)]
        shown = [Image.open(BytesIO(files[n - 1 if n > 0 else n])) for n in piece.pages]
        path = folder / f"{piece.name}.png"
        sheet(shown).quantize(64).save(path, optimize=True)
        print(f"{path}: {len(files)} pages")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/gallery")
