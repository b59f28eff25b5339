"""Small PDFs of known geometry, written by hand, to test the ruler against.

Every glyph is a plain box of known ink in a Type 3 font: a full-width character is inked from
0.06 to 0.94 em across and from 0.08 em below the baseline to 0.80 em above it; an ASCII one is
half as wide; the dash — is inked over its whole width from 0.30 to 0.40 em.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

POINT = 25.4 / 72

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
RED: Colour = (1, 0, 0)
PORTRAIT = (210.0, 297.0)
LANDSCAPE = (297.0, 210.0)


@dataclass(frozen=True)
class Text:
    """A line of text: the start of its baseline in mm, its size in points."""

    x: float
    baseline: float
    text: str
    size: float = 16
    colour: Colour = BLACK
    pitch: float | None = None
    """mm from one full-width character to the next; without it, the size."""
    turned: bool = False
    """A quarter turn clockwise, so that it reads downwards."""

    def operators(self, codes: dict[str, int], height: float) -> str:
        size = self.size
        spacing = 0.0 if self.pitch is None else self.pitch / POINT - size
        a, b, c, d = (0, -1, 1, 0) if self.turned else (1, 0, 0, 1)
        x, y = self.x / POINT, (height - self.baseline) / POINT
        coded = "".join(f"{codes[character]:02X}" for character in self.text)
        return (
            f"BT {_fill(self.colour)} /F1 {size} Tf {spacing:.5f} Tc "
            f"{a} {b} {c} {d} {x:.4f} {y:.4f} Tm <{coded}> Tj ET"
        )


@dataclass(frozen=True)
class Bar:
    """A filled box: a rule, a border or a blot."""

    top: float
    bottom: float
    left: float
    right: float
    colour: Colour = BLACK

    def operators(self, height: float) -> str:
        x, y = self.left / POINT, (height - self.bottom) / POINT
        w, h = (self.right - self.left) / POINT, (self.bottom - self.top) / POINT
        return f"{_fill(self.colour)} {x:.4f} {y:.4f} {w:.4f} {h:.4f} re f"


@dataclass(frozen=True)
class Circle:
    """A dashed circle: the place of a seal."""

    x: float
    y: float
    diameter: float
    colour: Colour = RED
    dash: tuple[float, float] = (2.0, 1.5)
    """The lengths of a dash and of a gap, in points."""

    def operators(self, height: float) -> str:
        x, y, r = self.x / POINT, (height - self.y) / POINT, self.diameter / 2 / POINT
        k = 0.5523 * r  # a quarter of a circle as one Bézier curve
        red, green, blue = self.colour
        curves = [
            (x + r, y + k, x + k, y + r, x, y + r),
            (x - k, y + r, x - r, y + k, x - r, y),
            (x - r, y - k, x - k, y - r, x, y - r),
            (x + k, y - r, x + r, y - k, x + r, y),
        ]
        path = " ".join(" ".join(f"{n:.4f}" for n in curve) + " c" for curve in curves)
        return (
            f"{red} {green} {blue} RG 0.5 w [{self.dash[0]} {self.dash[1]}] 0 d "
            f"{x + r:.4f} {y:.4f} m {path} S"
        )


@dataclass(frozen=True)
class Picture:
    """A picture of one grey pixel, stretched over a box."""

    top: float
    bottom: float
    left: float
    right: float

    def operators(self, height: float) -> str:
        x, y = self.left / POINT, (height - self.bottom) / POINT
        w, h = (self.right - self.left) / POINT, (self.bottom - self.top) / POINT
        pixel = "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI"
        return f"q {w:.4f} 0 0 {h:.4f} {x:.4f} {y:.4f} cm {pixel} Q"


@dataclass(frozen=True)
class Sheet:
    """A page: what is drawn on it, and its width and height in mm."""

    content: Sequence[Text | Bar | Circle | Picture]
    size: tuple[float, float] = PORTRAIT


def rows(texts: Sequence[str], *, first: float = 42.0, step: float = 10.447) -> list[Text]:
    """Lines of 16 pt on the 28-character grid, one below another from the *first* baseline."""
    return [
        Text(28, first + number * step, text, pitch=156 / 28) for number, text in enumerate(texts)
    ]


def draw(path: Path, sheets: Sequence[Sheet]) -> Path:
    """Write the PDF; it holds at most 200 different characters."""
    texts = [item.text for sheet in sheets for item in sheet.content if isinstance(item, Text)]
    codes = {
        character: FIRST_CODE + number
        for number, character in enumerate(sorted(set("".join(texts)) | {"国"}))
    }
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        _page_list(len(sheets)),
        _font(codes),
        _stream(_to_unicode(codes)),
        _stream("1000 0 60 -80 940 800 d1 60 -80 880 880 re f"),
        _stream("500 0 30 0 470 700 d1 30 0 440 700 re f"),
        _stream("1000 0 0 300 1000 400 d1 0 300 1000 100 re f"),
    ]
    for sheet in sheets:
        objects += _page(sheet, codes, number=len(objects) + 1)
    path.write_bytes(_file(objects))
    return path


FIRST_CODE = 33
FIRST_PAGE = 8
"""Objects 1 to 7: catalogue, page list, font, its map to Unicode, three glyph shapes."""


def _fill(colour: Colour) -> str:
    return f"{colour[0]} {colour[1]} {colour[2]} rg"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _shape(character: str) -> int:
    if character == "—":
        return 7
    return 6 if character.isascii() else 5


def _font(codes: dict[str, int]) -> str:
    widths = " ".join("500" if character.isascii() else "1000" for character in codes)
    names = " ".join(f"/g{code}" for code in codes.values())
    shapes = " ".join(f"/g{code} {_shape(character)} 0 R" for character, code in codes.items())
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] "
        "/FontMatrix [0.001 0 0 0.001 0 0] /Resources << >> /ToUnicode 4 0 R "
        f"/FirstChar {FIRST_CODE} /LastChar {FIRST_CODE + len(codes) - 1} /Widths [{widths}] "
        f"/Encoding << /Type /Encoding /Differences [{FIRST_CODE} {names}] >> "
        f"/CharProcs << {shapes} >> >>"
    )


def _to_unicode(codes: dict[str, int]) -> str:
    pairs = "\n".join(
        f"<{code:02X}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )


def _page_list(count: int) -> str:
    kids = " ".join(f"{FIRST_PAGE + 2 * number} 0 R" for number in range(count))
    return f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"


def _page(sheet: Sheet, codes: dict[str, int], number: int) -> list[str]:
    width, height = sheet.size
    operators = [
        item.operators(codes, height) if isinstance(item, Text) else item.operators(height)
        for item in sheet.content
    ]
    return [
        f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R "
        f"/MediaBox [0 0 {width / POINT:.4f} {height / POINT:.4f}] "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        _stream("\n".join(operators)),
    ]


def _file(objects: Sequence[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    entries = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + (table + trailer).encode("ascii")
