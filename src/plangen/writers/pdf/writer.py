"""Pages as a PDF file: the same pages, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.pages.marks import Page, Pages, Picture
from plangen.writers.pdf.content import Content, Setting
from plangen.writers.pdf.fonts import add_font, set_faces
from plangen.writers.pdf.metadata import information, xmp
from plangen.writers.pdf.notation import points, text_string
from plangen.writers.pdf.objects import Entry, Objects
from plangen.writers.pdf.outline import add_outline
from plangen.writers.pdf.pictures import add_image, bitmaps
from plangen.writers.pdf.srgb import srgb_profile
from plangen.writers.pdf.structure import Structure
from plangen.writers.pdf.variants import Variant, check, claims, for_archive


def write_pdf(pages: Pages, variant: Variant = "pdf") -> bytes:
    """The bytes of a PDF 1.7 whose elements are tagged; ``variant`` names what it must conform to.

    Raises InputError where a font cannot be embedded, or the document has what the variant forbids.
    """
    objects = Objects()
    catalog, tree = objects.announce(), objects.announce()
    entries = [objects.announce() for _ in pages.pages]
    faces, structure = set_faces(pages.pages), Structure(pages.root, pages.pages)
    check(variant, pages, faces.values(), structure)
    setting = Setting(faces, bitmaps(pages.pages), structure)
    _fill_pages(objects, pages.pages, setting, tree, entries)
    packet = xmp(pages.about, claims(variant))
    metadata = objects.add_plain_stream(packet, "/Type/Metadata/Subtype/XML")
    catalog.fill(
        f"<</Type/Catalog/Pages {tree.ref}/Lang{text_string(pages.about.language)}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {structure.add(objects, entries).ref}"
        f"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata.ref}"
        f"{_outline(objects, structure, entries)}"
        f"{_output_intent(objects) if for_archive(variant) else ''}>>"
    )
    return objects.to_bytes(catalog, f"<<{information(pages.about)}>>")


def _fill_pages(
    objects: Objects, pages: tuple[Page, ...], setting: Setting, tree: Entry, entries: list[Entry]
) -> None:
    """The pages, after the fonts and pictures that they share."""
    faces = setting.faces.values()
    named = "".join(f"/{face.name} {add_font(objects, face).ref}" for face in faces)
    fonts = objects.add(f"<<{named}>>")
    images = {
        bitmap: f"/{name} {add_image(objects, bitmap).ref}"
        for bitmap, name in setting.pictures.items()
    }
    for place, (page, entry) in enumerate(zip(pages, entries, strict=True)):
        content = objects.add_stream(Content(setting, page, place).to_bytes())
        shown = [mark.bitmap for mark in page.marks if isinstance(mark, Picture)]
        entry.fill(
            f"<</Type/Page/Parent {tree.ref}"
            f"/MediaBox[0 0 {points(page.width)} {points(page.height)}]"
            f"/Resources<</Font {fonts.ref}{_images(images[bitmap] for bitmap in shown)}>>"
            f"/Contents {content.ref}/StructParents {place}/Tabs/S{_blending(page)}>>"
        )
    kids = " ".join(entry.ref for entry in entries)
    tree.fill(f"<</Type/Pages/Count {len(entries)}/Kids[{kids}]>>")


def _images(named: Iterable[str]) -> str:
    images = "".join(dict.fromkeys(named))
    return f"/XObject<<{images}>>" if images else ""


def _blending(page: Page) -> str:
    """The colour space in which what is transparent is mixed with what is below it (11.4.7)."""
    transparent = any(
        isinstance(mark, Picture) and mark.bitmap.alpha is not None for mark in page.marks
    )
    return "/Group<</S/Transparency/CS/DeviceRGB>>" if transparent else ""


def _outline(objects: Objects, structure: Structure, entries: list[Entry]) -> str:
    outline = add_outline(objects, structure, entries)
    return f"/Outlines {outline.ref}/PageMode/UseOutlines" if outline else ""


def _output_intent(objects: Objects) -> str:
    """The colour space in which all colours of the file are meant."""
    profile = objects.add_stream(srgb_profile(), "/N 3")
    return (
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB)/DestOutputProfile {profile.ref}>>]"
    )
