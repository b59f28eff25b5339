"""The content of one page: marks in the order of drawing, each in the sequence of its element."""

from __future__ import annotations

from collections.abc import Mapping

from plangen.fonts.face import Face
from plangen.pages.marks import Bitmap, Circle, GlyphRun, Mark, Page, Picture, Rule
from plangen.pages.nodes import Node
from plangen.writers.pdf.fonts import SetFace
from plangen.writers.pdf.notation import POINTS_PER_MM, colour, number, points
from plangen.writers.pdf.spacing import Spacer
from plangen.writers.pdf.structure import Structure
from plangen.writers.pdf.text import TextState

LAYOUT = "/Artifact<</Type/Layout>>BDC"  # rules and borders: not read aloud (14.8.2.2)
PAGINATION = "/Artifact<</Type/Pagination>>BDC"  # page numbers
OUTLINE = 0.25  # mm: the line of a dashed circle
DASHES = (2.0, 1.0)  # mm: a dash and the gap after it
QUARTER = 0.5522847498  # of the radius: where the handles of a quarter of a circle stand


class Setting:
    """What the pages of a file share: faces, names of pictures, and the tree of elements."""

    def __init__(
        self,
        faces: Mapping[Face, SetFace],
        pictures: Mapping[Bitmap, str],
        structure: Structure,
    ) -> None:
        self.faces = faces
        self.pictures = pictures
        self.structure = structure
        self.spacer = Spacer()


class Content:
    """The content stream of a page in the making."""

    def __init__(self, setting: Setting, page: Page, place: int) -> None:
        self._setting = setting
        self._height = page.height
        self._place = place
        self._lines: list[str] = []
        self._text = TextState(page.height, setting.spacer)
        self._in_text = False
        self._open: Node | str | None = None
        for mark in page.marks:
            self._draw(mark)
        self._close_text()
        self._leave()

    def to_bytes(self) -> bytes:
        """The stream; strings of glyphs are bytes in Latin-1."""
        return "\n".join(self._lines).encode("latin-1")

    def _draw(self, mark: Mark) -> None:
        match mark:
            case GlyphRun():
                self._run(mark)
            case Rule():
                self._enter_drawing(LAYOUT)
                self._rule(mark)
            case Circle():
                self._enter_drawing(LAYOUT)
                self._lines.append(_circle(mark, self._height))
            case Picture():
                self._enter_drawing(mark.node or LAYOUT)
                self._picture(mark)

    def _enter_drawing(self, owner: Node | str) -> None:
        self._close_text()
        self._enter(owner)

    def _run(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        if not self._in_text:
            self._leave()
            self._lines.append(self._text.begin())
            self._in_text = True
        self._enter(run.node or PAGINATION)
        self._lines.append(self._text.show(run, self._setting.faces[run.face]))

    def _close_text(self) -> None:
        """End the text object; a sequence that began inside it ends inside it (14.6.1)."""
        if self._in_text:
            self._leave()
            self._lines.append("ET")
            self._in_text = False

    def _enter(self, owner: Node | str) -> None:
        """Be in a sequence of marked content: of an element, or of decoration."""
        if owner is self._open:
            return
        self._leave()
        begin = (
            owner if isinstance(owner, str) else self._setting.structure.show(owner, self._place)
        )
        self._lines.append(begin)
        self._open = owner

    def _leave(self) -> None:
        if self._open is not None:
            self._lines.append("EMC")
            self._open = None

    def _rule(self, rule: Rule) -> None:
        box = _box(rule.x, rule.y, rule.width, rule.height, self._height)
        self._lines.append(f"{self._text.fill(rule.colour)}{' '.join(box)} re f")

    def _picture(self, picture: Picture) -> None:
        x, y, width, height = _box(
            picture.x, picture.y, picture.width, picture.height, self._height
        )
        image = self._setting.pictures[picture.bitmap]
        self._lines.append(f"q {width} 0 0 {height} {x} {y} cm /{image} Do Q")
        self._setting.structure.frame(picture, self._place)


def _box(
    x: float, y: float, width: float, height: float, page_height: float
) -> tuple[str, str, str, str]:
    """A box as the file wants it: its bottom left, its width and its height, in points."""
    return points(x), points(page_height - y - height), points(width), points(height)


def _circle(circle: Circle, page_height: float) -> str:
    """The outline of a circle: four curves, drawn with dashes."""
    radius = circle.diameter / 2 * POINTS_PER_MM
    handle = QUARTER * radius
    x, y = circle.x * POINTS_PER_MM, (page_height - circle.y) * POINTS_PER_MM
    curves = [
        (x + radius, y + handle, x + handle, y + radius, x, y + radius),
        (x - handle, y + radius, x - radius, y + handle, x - radius, y),
        (x - radius, y - handle, x - handle, y - radius, x, y - radius),
        (x + handle, y - radius, x + radius, y - handle, x + radius, y),
    ]
    path = "".join(f"{' '.join(map(number, curve))} c\n" for curve in curves)
    dashes = " ".join(map(points, DASHES))
    pen = f"{colour(circle.colour)} RG {points(OUTLINE)} w [{dashes}] 0 d"
    return f"q {pen} {number(x + radius)} {number(y)} m\n{path}s Q"
