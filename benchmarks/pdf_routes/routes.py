"""The routes that can be taken here, what each is given, and that all of them set the same text."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from ctypes.util import find_library
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast
from unicodedata import normalize

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from pdf_routes.blocks import blocks_of
from pdf_routes.hypertext import html
from pdf_routes.sheets import FILES, sheets
from pdf_routes.typ import typst_source
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.fonts.face import Face
from plangen.fonts.files import FontFiles
from plangen.fonts.fonts import Fonts
from plangen.fonts.places import Surroundings
from plangen.fonts.roles import FontRole
from plangen.fonts.typefaces import key
from plangen.typeset.titles import broken_titles

OURS, WEASYPRINT, TYPST, REPORTLAB = "plangen", "WeasyPrint", "typst", "ReportLab"
FONT_FOLDERS = "PLANGEN_BENCH_FONTS"
PAGE_NUMBER = re.compile(r"^—\d+—|—\d+—$")


@dataclass(frozen=True, slots=True)
class Route:
    """A program, and how a document is put into what it reads."""

    name: str
    source_of: Callable[[Document], str]

    @property
    def module(self) -> str:
        """The last part of the name of the module that runs it."""
        return self.name.lower()

    def pdf(self) -> Callable[[str], bytes]:
        """What turns its source into a PDF, in this process."""
        run = import_module(f"pdf_routes.run_{self.module}")
        return cast(Callable[[str], bytes], run.pdf)


def routes_here() -> Iterator[Route]:
    """The routes whose programs are installed; one line for every other."""
    faces = {role: Fonts.found(()).choice(role).face for role in FontRole}
    yield Route(OURS, dump)
    makers: dict[str, Callable[[], Callable[[Document], str]]] = {
        WEASYPRINT: lambda: _weasyprint(faces),
        TYPST: lambda: _typst(faces),
        REPORTLAB: _reportlab,
    }
    for name, maker in makers.items():
        try:
            if not find_spec(name.lower()):
                raise FileNotFoundError(f"pip install {name.lower()}")
            yield Route(name, maker())
        except FileNotFoundError as missing:
            print(f"{name} is left out; it needs: {missing}")


def _weasyprint(faces: Mapping[FontRole, Face]) -> Callable[[Document], str]:
    if not find_library("harfbuzz-subset"):  # without it fontTools takes 9 s for the fonts
        raise FileNotFoundError("apt-get install libpango-1.0-0 libharfbuzz-subset0")
    return lambda document: html(blocks_of(broken_titles(document)), faces)


def _typst(faces: Mapping[FontRole, Face]) -> Callable[[Document], str]:
    import typst

    folders = sorted({str(face.path.parent) for face in faces.values()})
    os.environ[FONT_FOLDERS] = os.pathsep.join(folders)
    known = {
        (Path(font.path), font.index): font.family
        for font in typst.Fonts(False, False, folders).fonts()
        if font.path
    }
    families = {role: known[face.path, face.index] for role, face in faces.items()}
    return lambda document: typst_source(blocks_of(broken_titles(document)), families)


def _reportlab() -> Callable[[Document], str]:
    fonts = FontFiles(Surroundings.here().font_folders())
    files = {role: fonts.named(key(Path(file).stem)) for role, file in FILES.items()}
    if not all(files.values()):
        raise FileNotFoundError("the fonts LXGW WenKai (make fonts)")
    paths = {role: found[0] for role, found in files.items()}
    return lambda document: sheets(blocks_of(broken_titles(document)), paths)


def page_count(pdf: bytes) -> int:
    """How many pages a file has."""
    return len(pypdfium2.PdfDocument(pdf))


def characters(pdf: bytes) -> Counter[str]:
    """The characters of a file and how often each stands in it: no white, no page numbers.

    Their order is another where a program draws a line's cells before its end.
    """
    found: Counter[str] = Counter()
    for page in pypdfium2.PdfDocument(pdf):
        text = normalize("NFKC", page.get_textpage().get_text_bounded())
        found.update(PAGE_NUMBER.sub("", "".join(text.split())))
    return found


def require_same_text(made: Mapping[str, bytes]) -> None:
    """Stop unless all files carry the same characters."""
    ours = characters(made[OURS])
    for name, pdf in made.items():
        theirs = characters(pdf)
        if theirs != ours:
            raise SystemExit(f"{name}: other text: +{theirs - ours} -{ours - theirs}")
