"""PDF/A and PDF/UA: what an independent validator says, and what is refused."""

from io import BytesIO
from pathlib import Path

import page as validator
import pytest
from PIL import Image, ImageCms

from plangen.errors import InputError
from plangen.fonts.face import Face
from plangen.pages.marks import About, Bitmap, Circle, Mark, Pages, Picture, Rule
from plangen.pages.nodes import Node, NodeKind
from plangen.writers.pdf.srgb import srgb_profile
from plangen.writers.pdf.variants import Variant
from plangen.writers.pdf.writer import write_pdf
from tests.fonts.made import Outlines
from tests.writers.pdf_file import PdfFile
from tests.writers.pdf_pages import ABOUT, face, face_with_radical, one_paragraph, paged, run

PROFILES: dict[Variant, str] = {"pdf/a-2b": "2b", "pdf/a-2u": "2u", "pdf/ua-1": "ua1"}
SEAL = Bitmap(1, 2, b"\xff\0\0\xff\0\0", b"\x80\0")

EVERY_VARIANT = pytest.mark.parametrize("variant", PROFILES)


def faults(content: bytes, variant: Variant) -> list[str]:
    """What the validator objects to."""
    report = validator.validate_pdf_bytes(content, profile=PROFILES[variant])
    return [f"{failure.rule_id} {failure.message}" for failure in report.failures]


def everything(made: Face, other: Face) -> Pages:
    """Two pages with every kind of mark and of element."""
    root = Node(NodeKind.DOCUMENT)
    title = root.add(NodeKind.TITLE, "社会心理")
    part = root.add(NodeKind.PART)
    heading = part.add(NodeKind.HEADING1, "心理")
    deep = part.add(NodeKind.HEADING3, "理")
    paragraph = part.add(NodeKind.PARAGRAPH)
    figure = paragraph.add(NodeKind.FIGURE, "village_coverage")
    seal = root.add(NodeKind.PICTURE, "印章：云溪街道办事处")
    table = part.add(NodeKind.ANNEX).add(NodeKind.TABLE)
    head = table.add(NodeKind.TABLE_HEAD).add(NodeKind.ROW)
    heads = [head.add(NodeKind.HEAD_CELL), head.add(NodeKind.HEAD_CELL)]
    rows = [table.add(NodeKind.TABLE_BODY).add(NodeKind.ROW) for _ in range(2)]
    cells = [rows[0].add(NodeKind.CELL, rows=1), rows[0].add(NodeKind.CELL)]
    rows[1].add(NodeKind.CELL, columns=2)
    first: list[Mark] = [
        *(run(made, "社会心理", 60, 60, size=22.0, node=title), Rule(28, 80, 156, 0.35, "FF0000")),
        *(run(made, "心理", y=90, node=heading), run(made, "理", y=100, node=deep)),
        run(made, "社会", y=110, node=paragraph),
        run(other, "⼼心", 50, 110, node=figure),
        run(made, "理", 70, 110, scale=0.8, node=paragraph),
        *(Circle(120, 200, 42), Picture(SEAL, 100, 180, 42, 42, seal)),
        run(made, "—1—", y=270, size=14.0),
    ]
    second: list[Mark] = [
        run(made, "会", y=50, node=paragraph),
        *(run(made, "社", 28 + 30 * at, 60, node=node) for at, node in enumerate(heads)),
        *(run(made, "心", 28 + 30 * at, 70, node=node) for at, node in enumerate(cells)),
        run(made, "社会", 20, 100, turned=True, colour="333333", node=cells[1]),
    ]
    return paged(first, second, root=root)


@EVERY_VARIANT
@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_a_file_with_every_kind_of_mark_conforms(
    tmp_path: Path, variant: Variant, outlines: Outlines
) -> None:
    # Of a CFF font whose glyphs have names the validator knows nothing (9.7.4.2 allows it).
    made = face(tmp_path, "社会心理—1", outlines, cid_keyed=outlines == "cff")

    content = write_pdf(everything(made, face_with_radical(tmp_path)), variant)

    assert faults(content, variant) == []


def test_the_ordinary_file_would_be_an_accessible_one_if_it_said_so(tmp_path: Path) -> None:
    made = face(tmp_path, "社会心理—1")

    content = write_pdf(everything(made, face_with_radical(tmp_path)))

    assert [fault.split()[0] for fault in faults(content, "pdf/ua-1")] == [
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
    ]


@pytest.mark.parametrize(
    ("variant", "claim"),
    [
        ("pdf", []),
        ("pdf/a-2b", ["<pdfaid:part>2<", "<pdfaid:conformance>B<"]),
        ("pdf/a-2u", ["<pdfaid:part>2<", "<pdfaid:conformance>U<"]),
        ("pdf/ua-1", ["<pdfuaid:part>1<"]),
    ],
)
def test_a_file_claims_what_it_was_asked_for_and_no_more(
    tmp_path: Path, variant: Variant, claim: list[str]
) -> None:
    made = face(tmp_path, "心")

    file = PdfFile(write_pdf(one_paragraph(made, "心"), variant))

    claims = ["<pdfaid:part>", "<pdfaid:conformance>", "<pdfuaid:part>"]
    text = file.root.Metadata.read_bytes().decode()
    assert all(part in text for part in claim)
    assert sum(part in text for part in claims) == len(claim)


@EVERY_VARIANT
def test_a_missing_character_is_refused(tmp_path: Path, variant: Variant) -> None:
    made = face(tmp_path, "心理", name="Small")

    with pytest.raises(InputError) as refusal:
        write_pdf(one_paragraph(made, "心喆堃喆"), variant)

    assert str(refusal.value) == (
        f"{made.path}：字体“Small”里没有这些字：喆堃；PDF/A 和 PDF/UA 不允许缺字，"
        "请换用有这些字的字体，或改用普通的 PDF"
    )


def test_an_accessible_file_needs_a_title_and_words_for_its_pictures(tmp_path: Path) -> None:
    root = Node(NodeKind.DOCUMENT)
    seal = Picture(SEAL, 100, 180, 42, 42, root.add(NodeKind.PICTURE))

    with pytest.raises(InputError) as refusal:
        write_pdf(paged([seal], root=root, about=About("")), "pdf/ua-1")

    assert str(refusal.value) == (
        "文件没有标题；PDF/UA 要求有标题\n有一幅图片没有说明文字；PDF/UA 要求每幅图片都有"
    )


def test_a_picture_without_words_is_no_fault_of_an_archive(tmp_path: Path) -> None:
    root = Node(NodeKind.DOCUMENT)
    seal = Picture(SEAL, 100, 180, 42, 42, root.add(NodeKind.PICTURE))

    content = write_pdf(paged([seal], root=root, about=ABOUT), "pdf/a-2b")

    assert faults(content, "pdf/a-2b") == []


def test_the_profile_of_the_archive_is_srgb() -> None:
    srgb = ImageCms.createProfile("sRGB")
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    colours = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (12, 99, 201), (128, 128, 128)]

    transform = ImageCms.buildTransform(ours, srgb, "RGB", "RGB")

    shown = [
        ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), transform) for colour in colours
    ]
    found = [image.getpixel((0, 0)) for image in shown if image]
    assert found == [pytest.approx(colour, abs=1) for colour in colours]
