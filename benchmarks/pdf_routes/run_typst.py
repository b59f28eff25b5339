"""typst: its own language to PDF, the fonts of a folder found once a process."""

from __future__ import annotations

import os
from functools import cache

import typst


@cache
def _fonts() -> typst.Fonts:
    folders = os.environ["PLANGEN_BENCH_FONTS"].split(os.pathsep)
    return typst.Fonts(False, False, folders)


def pdf(source: str) -> bytes:
    """The PDF of a source."""
    return typst.compile(source.encode(), font_paths=_fonts())
