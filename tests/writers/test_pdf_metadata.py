"""What a PDF says of its document, and that the same pages make the same bytes."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

from plangen.pages.marks import About
from plangen.writers.pdf.writer import write_pdf
from tests.writers.pdf_file import PdfFile
from tests.writers.pdf_pages import face, one_paragraph, paged, run

SAMPLE = """
import sys
from pathlib import Path
from plangen.fonts.face import Face
from plangen.writers.pdf.writer import write_pdf
from tests.writers.pdf_pages import one_paragraph
pages = one_paragraph(Face(Path(sys.argv[1])), "社会心理服务体系建设试点")
sys.stdout.buffer.write(write_pdf(pages, "pdf/a-2b"))
"""


def packet(file: PdfFile) -> etree._Element:
    return etree.parse(BytesIO(file.root.Metadata.read_bytes())).getroot()


def said(file: PdfFile, name: str) -> list[str]:
    """The texts of an XMP property."""
    prefix, local = name.split(":")
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
    }
    found = packet(file).iter(f"{{{spaces[prefix]}}}{local}")
    return ["".join(part.split()) for each in found for part in each.itertext() if part.strip()]


def test_the_file_says_what_the_document_is(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")

    file = PdfFile(write_pdf(one_paragraph(made, "正文")))

    info: Any = file.pdf.docinfo
    assert {key: str(value) for key, value in info.items()} == {
        "/Title": "关于试点工作的通知",
        "/Author": "云溪街道办事处",
        "/Subject": "试点",
        "/Keywords": "公文; 方案",
        "/CreationDate": "D:20210308",
        "/Producer": "plangen",
    }


def test_the_same_stands_in_the_metadata_stream(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")

    file = PdfFile(write_pdf(one_paragraph(made, "正文")))

    names = ("dc:title", "dc:creator", "dc:description", "dc:subject", "dc:language")
    assert [said(file, name) for name in names] == [
        ["关于试点工作的通知"],
        ["云溪街道办事处"],
        ["试点"],
        ["公文", "方案"],
        ["zh-CN"],
    ]
    assert said(file, "xmp:CreateDate") == ["2021-03-08"]
    assert said(file, "pdf:Producer") == ["plangen"]


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")

    file = PdfFile(write_pdf(paged([run(made, "正文")], about=About("通知"))))

    info: Any = file.pdf.docinfo
    assert set(info.keys()) == {"/Title", "/Producer"}
    assert said(file, "xmp:CreateDate") == said(file, "dc:creator") == []


def test_a_title_is_kept_whatever_signs_it_has(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")
    titles = ["R&D <plan> (draft) \\ 1", "关于“A&B”<试点>的通知", "𠮷村\n方案"]

    files = [PdfFile(write_pdf(paged([run(made, "正文")], about=About(title)))) for title in titles]

    infos: list[Any] = [file.pdf.docinfo for file in files]
    assert [str(info.Title) for info in infos] == titles
    assert [said(file, "dc:title") for file in files] == [
        ["".join(title.split())] for title in titles
    ]


def test_signs_that_xml_cannot_hold_become_spaces(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")

    file = PdfFile(write_pdf(paged([run(made, "正文")], about=About("通\x01知"))))

    assert packet(file).xpath("string(//*[local-name()='title'])").strip() == "通 知"


def test_the_title_is_what_the_window_shows(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")

    file = PdfFile(write_pdf(one_paragraph(made, "正文")))

    assert "/DisplayDocTitle true" in file.root.ViewerPreferences.unparse().decode()


def test_the_same_pages_make_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    made = face(tmp_path, "社会心理服务体系建设试点", "cff")

    files = [
        subprocess.run(
            [sys.executable, "-c", SAMPLE, made.path],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert files[0].startswith(b"%PDF-1.7\n")
    assert files[0] == files[1]


def test_the_identifier_comes_from_what_is_in_the_file(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")
    other = About("关于试点工作的通知", date=date(2021, 3, 9))
    variations = [
        one_paragraph(made, "正文"),
        one_paragraph(made, "正文"),
        one_paragraph(made, "正"),
    ]
    variations.append(paged([run(made, "正文")], about=other))

    trailers: list[Any] = [PdfFile(write_pdf(pages)).pdf.trailer for pages in variations]

    identifiers = [bytes(trailer.ID[0]) for trailer in trailers]
    assert identifiers[0] == identifiers[1]
    assert len(set(identifiers)) == 3
    assert all(len(identifier) >= 16 for identifier in identifiers)


def test_a_file_of_many_objects_has_no_fault(tmp_path: Path) -> None:
    made = face(tmp_path, "正文")
    pages = paged(*([run(made, "正文")] for _ in range(150)))

    content = write_pdf(pages)

    with pikepdf.open(BytesIO(content)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 150
