"""Pictures as image objects: each bitmap once, with its transparency as a mask of its own."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.pages.marks import Bitmap, Page, Picture
from plangen.writers.pdf.objects import Entry, Objects


def bitmaps(pages: Iterable[Page]) -> dict[Bitmap, str]:
    """The bitmaps on the pages and their names, in the order of their first use."""
    used = {mark.bitmap: None for page in pages for mark in page.marks if isinstance(mark, Picture)}
    return {bitmap: f"I{place}" for place, bitmap in enumerate(used)}


def add_image(objects: Objects, bitmap: Bitmap) -> Entry:
    """The image object of a bitmap."""
    size = f"/Type/XObject/Subtype/Image/Width {bitmap.width}/Height {bitmap.height}"
    size += "/BitsPerComponent 8"
    mask = ""
    if bitmap.alpha is not None:
        alpha = objects.add_stream(bitmap.alpha, f"{size}/ColorSpace/DeviceGray")
        mask = f"/SMask {alpha.ref}"
    return objects.add_stream(bitmap.rgb, f"{size}/ColorSpace/DeviceRGB{mask}")
