"""WeasyPrint: HTML to PDF, the fonts of the system found once a process."""

from __future__ import annotations

from functools import cache

from weasyprint import HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def pdf(source: str) -> bytes:
    """The PDF of a page of HTML."""
    made: bytes = HTML(string=source).write_pdf(font_config=_fonts(), pdf_tags=True)
    return made
