"""Rules, circles and pictures in a PDF: where they stand and what they look like."""

from pathlib import Path
from typing import Any

import pytest

from plangen.pages.marks import Bitmap, Circle, Mark, Picture, Rule
from plangen.writers.pdf.writer import write_pdf
from tests.writers.pdf_file import MM_PER_POINT, PdfFile
from tests.writers.pdf_pages import face, paged, run

RED = Bitmap(2, 2, bytes.fromhex("FF0000 00FF00 0000FF FFFFFF"), bytes([255, 128, 1, 0]))


def test_a_rule_is_a_filled_box_at_its_place() -> None:
    file = PdfFile(write_pdf(paged([Rule(28, 120.5, 156, 0.35, "FF0000")])))

    (rect,) = file.drawn("rects")
    box = [rect[edge] * MM_PER_POINT for edge in ("x0", "top", "width", "height")]
    assert box == pytest.approx([28, 120.5, 156, 0.35], abs=0.001)
    assert (rect["fill"], rect["stroke"]) == (True, False)
    assert rect["non_stroking_color"] == (1, 0, 0)


def test_a_rule_is_black_again_after_a_red_one() -> None:
    rules = [Rule(28, 100, 156, 1, "FF0000"), Rule(28, 110, 156, 1)]

    colours = [
        rect["non_stroking_color"] for rect in PdfFile(write_pdf(paged(rules))).drawn("rects")
    ]

    assert colours == [(1, 0, 0), (0, 0, 0)]


def test_a_rule_between_two_lines_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    made = face(tmp_path, "心理")
    marks: list[Mark] = [run(made, "心", 28, 50), Rule(28, 55, 156, 0.35), run(made, "理", 28, 60)]

    file = PdfFile(write_pdf(paged(marks)))

    assert [placed.y for placed in file.placed()] == pytest.approx([50, 60], abs=0.01)
    assert file.stream().count(" Tf") == 1


def test_a_circle_is_a_dashed_line_around_its_centre() -> None:
    file = PdfFile(write_pdf(paged([Circle(120, 200, 42)])))

    (curve,) = file.drawn("curves")
    box = [curve[edge] * MM_PER_POINT for edge in ("x0", "top", "width", "height")]
    assert box == pytest.approx([99, 179, 42, 42], abs=0.01)
    assert (curve["fill"], curve["stroke"]) == (False, True)
    assert curve["stroking_color"] == (1, 0, 0)
    assert len(curve["dash"][0]) == 2


def test_a_picture_fills_its_box_and_keeps_its_pixels() -> None:
    file = PdfFile(write_pdf(paged([Picture(RED, 100, 200, 42, 40)])))

    (image,) = file.drawn("images")
    box = [image[edge] * MM_PER_POINT for edge in ("x0", "top", "width", "height")]
    stored: Any = file.pdf.pages[0].obj.Resources.XObject["/I0"]
    assert box == pytest.approx([100, 200, 42, 40], abs=0.01)
    assert stored.read_bytes() == RED.rgb
    assert stored.SMask.read_bytes() == RED.alpha
    assert (stored.ColorSpace, stored.SMask.ColorSpace) == ("/DeviceRGB", "/DeviceGray")


def test_a_bitmap_that_is_shown_twice_is_stored_once() -> None:
    seal = Picture(RED, 100, 200, 42, 42)

    file = PdfFile(write_pdf(paged([seal, Picture(RED, 10, 20, 42, 42)], [seal])))

    images = [page.obj.Resources.XObject["/I0"].objgen for page in file.pdf.pages]
    assert images[0] == images[1]
    assert file.stream().count("/I0 Do") == 2


def test_only_a_page_with_transparency_says_how_to_blend_it() -> None:
    opaque = Picture(Bitmap(1, 1, b"\xff\0\0"), 100, 200, 42, 42)

    file = PdfFile(write_pdf(paged([opaque], [Picture(RED, 100, 200, 42, 42)])))

    groups: list[Any] = [page.obj.get("/Group") for page in file.pdf.pages]
    assert groups[0] is None
    assert (groups[1].S, groups[1].CS) == ("/Transparency", "/DeviceRGB")
    assert "/SMask" not in file.pdf.pages[0].obj.Resources.XObject["/I0"]


def test_a_landscape_page_has_its_own_size_and_places(tmp_path: Path) -> None:
    made = face(tmp_path, "心")

    file = PdfFile(write_pdf(paged([run(made, "心", 250, 30)], width=297.0, height=210.0)))

    (placed,) = file.placed()
    size = [float(edge) * MM_PER_POINT for edge in file.pdf.pages[0].obj.MediaBox]
    assert (placed.x, placed.y) == pytest.approx((250, 30), abs=0.01)
    assert size == pytest.approx([0, 0, 297, 210], abs=0.01)
