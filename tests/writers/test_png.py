"""Pages as images: where the ink is, how large they may be."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plangen.errors import InputError, UsageError
from plangen.pages.marks import Page, Pages, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.writer import write_pdf
from plangen.writers.png import write_png
from tests.fonts.made import Outlines
from tests.writers.pdf_pages import ABOUT, face, one_paragraph, paged


def ink(content: bytes) -> tuple[int, int, int, int]:
    """The box around all that is not white: left, top, right, bottom in pixels."""
    with Image.open(BytesIO(content)) as image:
        box = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box
    return box


def test_every_page_is_an_image_of_its_size() -> None:
    pages = (Page(marks=[]), Page(297.0, 210.0, []))
    pdf = write_pdf(Pages(pages, Node(NodeKind.DOCUMENT), ABOUT))

    images = [Image.open(BytesIO(content)) for content in write_png(pdf, 254)]

    sizes = [image.size for image in images]
    assert sizes == [pytest.approx(size, abs=1) for size in [(2100, 2970), (2970, 2100)]]
    assert [image.mode for image in images] == ["RGB", "RGB"]


def test_a_rule_has_its_place_and_colour() -> None:
    pdf = write_pdf(paged([Rule(28, 100, 156, 2, "FF0000")]))

    (content,) = write_png(pdf, 254)

    with Image.open(BytesIO(content)) as image:
        assert image.getpixel((1000, 1010)) == (255, 0, 0)
        assert image.getpixel((1000, 990)) == (255, 255, 255)
    assert ink(content) == pytest.approx((280, 1000, 1840, 1020), abs=1)


@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_a_glyph_is_drawn_at_its_place(tmp_path: Path, outlines: Outlines) -> None:
    made = face(tmp_path, "心", outlines)
    pdf = write_pdf(one_paragraph(made, "心", x=28, y=100))

    (content,) = write_png(pdf, 254)

    em = 16 / 72 * 254  # the ink is a square from 0.05 to 0.95 em, and -0.07 to 0.83 em
    expected = (280 + 0.05 * em, 1000 - 0.83 * em, 280 + 0.95 * em, 1000 + 0.07 * em)
    assert ink(content) == pytest.approx(expected, abs=1.5)


def test_the_same_pages_give_the_same_images(tmp_path: Path) -> None:
    pdf = write_pdf(one_paragraph(face(tmp_path, "心理"), "心理"))

    assert write_png(pdf, 100) == write_png(pdf, 100)


@pytest.mark.parametrize("dpi", [29, 601, 0, -1])
def test_a_resolution_outside_the_bounds_is_refused(dpi: int) -> None:
    pdf = write_pdf(paged([Rule(28, 100, 156, 2)]))

    with pytest.raises(UsageError) as refusal:
        write_png(pdf, dpi)

    assert str(refusal.value) == f"分辨率 {dpi} 不在 30 到 600 之间"


def test_more_pixels_than_can_be_kept_are_refused() -> None:
    pdf = write_pdf(paged(*[[Rule(28, 100, 156, 2)]] * 29))

    with pytest.raises(UsageError) as refusal:
        write_png(pdf, 600)

    assert str(refusal.value) == (
        "29 页按 600 的分辨率共 1009384904 像素，超过上限 1000000000 像素；请降低分辨率"
    )


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        write_png(b"%PDF-1.7 and no more", 100)

    assert str(refusal.value) == "这不是能打开的 PDF 文件"
