"""PDF files drawn in the tests: words and rules at places, in points from the lower left corner."""

import io
from collections.abc import Iterable, Sequence

import pikepdf

Word = tuple[float, float, str]
Line = tuple[float, float, float, float]
SIZE = 10.0
RIGHT = 500.0  # where tables end
_A4 = (595, 842)


def drawn(*pages: Sequence[Word | Line]) -> bytes:
    """A PDF with these words (x, y, text) and lines (from x, y to x, y) on its pages."""
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        for marks in pages:
            page = pdf.add_blank_page(page_size=_A4)
            helvetica = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.add_resource(helvetica, pikepdf.Name.Font, pikepdf.Name.H)
            page.contents_add("\n".join(map(_content, marks)).encode())
        pdf.save(file)
    return file.getvalue()


def _content(mark: Word | Line) -> str:
    if len(mark) == 3:
        x, y, text = mark
        return f"BT /H {SIZE} Tf {x} {y} Td ({text}) Tj ET"
    x0, y0, x1, y1 = mark
    return f"{x0} {y0} m {x1} {y1} l S"


def row(y: float, *cells: str, columns: Sequence[float]) -> list[Word]:
    """The words of a row; the lines of a cell one below the other, parted by ``|``."""
    return [
        (x + 4, y - 12 * number, text)
        for x, cell in zip(columns, cells, strict=True)
        for number, text in enumerate(cell.split("|"))
        if text
    ]


def across(*heights: float, left: float = 80.0) -> list[Line]:
    """Horizontal rules from the left to where tables end."""
    return [(left, y, RIGHT, y) for y in heights]


def upright(columns: Iterable[float], top: float, bottom: float) -> list[Line]:
    """Upright rules at the columns."""
    return [(x, bottom, x, top) for x in columns]
