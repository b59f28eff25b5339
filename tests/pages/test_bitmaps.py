"""Pictures: PNG files of every kind that PNG knows, and what is no PNG."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from plangen.errors import InputError
from plangen.pages.bitmaps import LARGEST_FILE, png_bytes, read_picture
from plangen.pages.marks import Bitmap

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def encoded(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    output = BytesIO()
    image.save(output, form, **options)
    return output.getvalue()


def picture(mode: str, *pixels: Any) -> Image.Image:
    """A picture one pixel high."""
    image = Image.new(mode, (len(pixels), 1))
    for place, pixel in enumerate(pixels):
        image.putpixel((place, 0), pixel)
    return image


def palette(*colours: tuple[int, int, int]) -> Image.Image:
    image = picture("P", *range(len(colours)))
    image.putpalette([part for colour in colours for part in colour])
    return image


def header(width: int, height: int, depth: int = 8, kind: int = 2) -> bytes:
    """A PNG file that begins with this size and ends there."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    length, check = struct.pack(">I", len(chunk) - 4), struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + length + chunk + check


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        read_picture(content, "seal.png")
    return str(raised.value)


@pytest.mark.parametrize(
    ("image", "options", "rgb", "alpha"),
    [
        (picture("RGB", RED, BLUE), {}, [RED, BLUE], None),
        (picture("RGBA", (*RED, 255), (*BLUE, 7)), {}, [RED, BLUE], [255, 7]),
        (picture("L", 10, 200), {}, [(10, 10, 10), (200, 200, 200)], None),
        (picture("LA", (10, 255), (200, 7)), {}, [(10, 10, 10), (200, 200, 200)], [255, 7]),
        (picture("1", 0, 1), {}, [(0, 0, 0), WHITE], None),
        (palette(RED, BLUE), {}, [RED, BLUE], None),
        (palette(RED, BLUE), {"transparency": 1}, [RED, BLUE], [255, 0]),
        (palette(RED, BLUE), {"transparency": bytes([9, 200])}, [RED, BLUE], [9, 200]),
        (picture("RGB", RED, BLUE), {"transparency": RED}, [RED, BLUE], [0, 255]),
        (picture("L", 10, 200), {"transparency": 10}, [(10,) * 3, (200,) * 3], [0, 255]),
    ],
    ids=[
        "rgb",
        "rgba",
        "grey",
        "grey-alpha",
        "bits",
        "palette",
        "hole",
        "palette-alpha",
        "key",
        "grey-key",
    ],
)
def test_a_png_of_every_kind_keeps_its_colours_and_its_transparency(
    image: Image.Image,
    options: dict[str, Any],
    rgb: list[tuple[int, ...]],
    alpha: list[int] | None,
) -> None:
    bitmap = read_picture(encoded(image, **options), "seal.png")

    assert (bitmap.width, bitmap.height) == image.size
    assert bitmap.rgb == bytes(part for colour in rgb for part in colour)
    assert bitmap.alpha == (None if alpha is None else bytes(alpha))


def test_transparency_that_hides_nothing_is_none() -> None:
    image = picture("RGBA", (*RED, 255), (*BLUE, 255))

    bitmap = read_picture(encoded(image), "seal.png")

    assert (bitmap.rgb, bitmap.alpha) == (bytes(RED + BLUE), None)


def test_a_picture_of_many_rows_is_kept_row_by_row() -> None:
    image = Image.new("RGB", (2, 2))
    for place, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        image.putpixel((place % 2, place // 2), colour)

    bitmap = read_picture(encoded(image), "seal.png")

    assert bitmap.rgb == bytes(RED + GREEN + BLUE + WHITE)


@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "JPEG"), ("GIF", "GIF"), ("BMP", "BMP"), ("TIFF", "TIFF")]
)
def test_a_picture_of_another_format_is_refused(form: str, name: str) -> None:
    content = encoded(picture("RGB", RED), form)

    assert refusal(content) == f"seal.png：这是 {name} 文件，图片只接受 PNG；请另存为 PNG"


def test_a_jpeg_for_print_is_refused() -> None:
    content = encoded(picture("CMYK", (0, 255, 255, 0)), "JPEG")

    assert refusal(content) == "seal.png：这是 JPEG 文件，图片只接受 PNG；请另存为 PNG"


def test_what_is_no_picture_is_refused() -> None:
    assert refusal("印章".encode()) == (
        "seal.png：这不是图片文件，图片只接受 PNG；请换一个 PNG 文件"
    )


def test_an_empty_file_is_refused() -> None:
    assert refusal(b"") == "seal.png：图片文件是空的；请换一个 PNG 文件"


@pytest.mark.parametrize("kept", [10, 20, 33, 45, 60])
def test_a_truncated_file_is_refused(kept: int) -> None:
    content = encoded(Image.effect_noise((50, 50), 99))

    assert refusal(content[:kept]) == "seal.png：图片文件已损坏，读不出来；请重新导出为 PNG"


def test_a_truncated_file_is_refused_where_another_library_would_take_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    content = encoded(Image.effect_noise((50, 50), 99))

    assert refusal(content[:45]) == "seal.png：图片文件已损坏，读不出来；请重新导出为 PNG"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_a_picture_with_16_bits_a_channel_is_refused() -> None:
    content = encoded(Image.new("I;16", (2, 2)))

    assert refusal(content) == ("seal.png：图片是每通道 16 位的 PNG；请另存为每通道 8 位的 PNG")


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    assert refusal(header(60_000, 60_000)) == (
        "seal.png：图片有 60000×60000 像素，超过上限 16000000 像素；请缩小图片"
    )


def test_a_picture_without_pixels_is_refused() -> None:
    assert refusal(header(0, 10)) == "seal.png：图片文件已损坏，读不出来；请重新导出为 PNG"


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(bytes(LARGEST_FILE + 1)) == (
        "seal.png：图片文件有 10000001 字节，超过上限 10000000 字节；请缩小图片"
    )


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8))
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(encoded(palette(RED, BLUE, GREEN), transparency=1))
    for place, byte in changes:
        content[place % len(content)] = byte

    try:
        bitmap = read_picture(bytes(content), "seal.png")
    except InputError as error:
        assert str(error).startswith("seal.png：")
    else:
        assert len(bitmap.rgb) == bitmap.width * bitmap.height * 3


@pytest.mark.parametrize("alpha", [None, bytes([255, 7])])
def test_what_is_written_is_read_again(alpha: bytes | None) -> None:
    bitmap = Bitmap(2, 1, bytes(RED + BLUE), alpha)

    again = read_picture(png_bytes(bitmap, 300), "page.png")

    assert (again.width, again.height, again.rgb, again.alpha) == (2, 1, bitmap.rgb, alpha)


def test_a_written_picture_says_how_large_it_is() -> None:
    content = png_bytes(Bitmap(1, 1, bytes(RED)), 300)

    with Image.open(BytesIO(content)) as image:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
