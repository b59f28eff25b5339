"""The file itself: its parts, what they say of themselves, and the same bytes every time."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as open_docx
from hypothesis import given, settings
from lxml import etree

from plangen.document.elements import Document
from plangen.document.wording import document_name
from plangen.sheet.fitting import Fitting, ImprintPage
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.docx_file import docx, sample

PORTRAIT_PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/settings.xml",
    "word/styles.xml",
]
UNNUMBERED_PARTS = ["word/footer3.xml", "word/footer4.xml"]
LANDSCAPE_PARTS = [f"word/header{number}.xml" for number in range(1, 5)]


def test_a_file_has_the_parts_it_needs_and_no_theme_or_thumbnail() -> None:
    assert list(sample(ANNEXED).parts) == PORTRAIT_PARTS


def test_a_landscape_page_adds_headers_and_empty_footers() -> None:
    parts = list(sample(NOTICE).parts)

    assert parts[0] == "[Content_Types].xml"
    assert parts == sorted(parts)
    assert set(parts) == {*PORTRAIT_PARTS, *UNNUMBERED_PARTS, *LANDSCAPE_PARTS}


def test_a_blank_page_adds_empty_footers() -> None:
    document = Document("通知", imprint=NOTICE.imprint)

    file = docx(document, fitting=Fitting(ImprintPage.AFTER_BLANK))

    assert set(file.parts) == {*PORTRAIT_PARTS, *UNNUMBERED_PARTS}


@pytest.mark.parametrize("document", [NOTICE, ANNEXED], ids=["notice", "annexed"])
def test_every_part_has_its_type_and_every_relation_its_part(document: Document) -> None:
    file = sample(document)
    types = etree.fromstring(file.parts["[Content_Types].xml"])
    overridden = {str(o.get("PartName")).lstrip("/") for o in types if o.get("PartName")}
    relations = {
        f"{folder}{relation.get('Target')}".lstrip("/")
        for folder, part in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels"))
        for relation in etree.fromstring(file.parts[part])
    }

    parts = {name for name in file.parts if name.endswith(".xml")} - {"[Content_Types].xml"}
    assert overridden == relations == parts


def test_no_part_speaks_of_a_theme_font() -> None:
    attributes = {
        str(name)
        for _, element in sample(NOTICE).every_element()
        for name in element.attrib
        if "heme" in str(name)
    }

    assert attributes == set()


def test_the_file_says_what_the_document_is() -> None:
    properties = open_docx(BytesIO(sample(NOTICE).data)).core_properties

    day = datetime(2021, 3, 8, tzinfo=UTC)
    assert properties.title == "云溪街道办事处关于印发《云溪街道生活垃圾分类实施方案》的通知"
    assert properties.author == "云溪街道工作委员会、云溪街道办事处"
    assert properties.subject == "生活垃圾分类"
    assert properties.keywords == "垃圾 分类"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified == day
    assert properties.last_modified_by == "plangen"


def test_an_unsigned_document_names_the_program_and_no_day() -> None:
    core = docx(Document("方案")).parts["docProps/core.xml"].decode()

    assert "<dc:creator>plangen</dc:creator>" in core
    assert "dcterms:created" not in core


def test_python_docx_finds_the_text() -> None:
    opened = open_docx(BytesIO(sample(NOTICE).data))

    texts = [paragraph.text for paragraph in opened.paragraphs]

    heading = opened.paragraphs[texts.index("一、目标")].style
    assert heading is not None and heading.name == "Heading 1"
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["序号", "任务", "时限"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx(NOTICE).data == docx(NOTICE).data


def test_the_same_document_gives_the_same_bytes_in_another_process_and_time_zone() -> None:
    program = (
        "import sys; from hashlib import sha256;"
        "from tests.document.samples import NOTICE; from tests.writers.docx_file import docx;"
        "sys.stdout.write(sha256(docx(NOTICE).data).hexdigest())"
    )

    elsewhere = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    ]

    assert elsewhere == [sha256(docx(NOTICE).data).hexdigest()] * 2


def test_entries_bear_no_date_and_no_system_of_their_own() -> None:
    with ZipFile(BytesIO(sample(NOTICE).data)) as archive:
        entries = archive.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}
    assert not any(entry.extra or entry.comment for entry in entries)


@settings(max_examples=15)
@given(documents())
def test_every_document_can_be_opened(document: Document) -> None:
    opened = open_docx(BytesIO(docx(document).data))

    assert opened.core_properties.title == document_name(document)[:255]
