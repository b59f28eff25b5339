"""A document, set: its pages, what they say of it, and the characters that no font has."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plangen.document.blocks import Paragraph
from plangen.document.elements import (
    Annex,
    Document,
    DocumentNumber,
    Enclosure,
    Head,
    Imprint,
    Mark,
    Properties,
    Signature,
)
from plangen.errors import InputError
from plangen.pages.marks import About, GlyphRun, Pages
from plangen.sheet.geometry import PROFILES
from plangen.typeset.document import about, typeset
from tests.fonts import made

GRID = PROFILES["gb33476"]
DOCUMENT = Document(
    "关于工作\n的通知",
    head=Head(Mark(("云溪街道",)), DocumentNumber("云街发", 2021, 7)),
    blocks=(Paragraph.of("达到80%以上。" * 9),),
    signature=Signature(("云溪街道办事处",), date(2021, 3, 8)),
    enclosure=Enclosure("方案", (Paragraph.of("正文。"),)),
    annexes=(Annex("名单", (Paragraph.of("无。"),), orientation="landscape"),),
    imprint=Imprint("党政办公室", date(2021, 3, 9)),
    properties=Properties("社会心理服务", ("试点", "方案")),
)
WORDS = "关于工作的通知云溪街道发号达到以上办事处年月日方案正文名单无党政公室印附件"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def printed(document: Document, folder: Path, words: str = WORDS) -> Pages:
    return typeset(document, GRID, made.fonts(folder, words))


def texts(pages: Pages) -> list[str]:
    """What is drawn on each page, as it is drawn."""
    return [
        "".join(mark.text for mark in page.marks if isinstance(mark, GlyphRun))
        for page in pages.pages
    ]


def test_every_part_has_its_page_and_its_number(folder: Path) -> None:
    pages = printed(DOCUMENT, folder)

    notice, plan, annex, back = texts(pages)
    assert notice.startswith("云溪街道文件云街发〔2021〕7号关于工作的通知达到80%")
    assert notice.endswith("云溪街道办事处2021年3月8日— 1 —")
    assert plan == "方案正文。— 2 —"
    assert annex == "附件名单无。— 3 —"
    assert back == "党政办公室2021年3月9日印发— 4 —"


def test_a_landscape_annex_turns_its_page(folder: Path) -> None:
    sizes = [(page.width, page.height) for page in printed(DOCUMENT, folder).pages]

    assert sizes == [(210, 297), (210, 297), (297, 210), (210, 297)]


def test_a_letter_has_no_number_on_its_first_page(folder: Path) -> None:
    letter = Document(
        "函", form="信函", head=Head(Mark(("云溪街道",), "")), blocks=(Paragraph.of("正文。"),)
    )

    (first,) = texts(printed(letter, folder, WORDS + "函"))

    assert "—" not in first


def test_a_file_says_what_it_is_about() -> None:
    assert about(DOCUMENT) == About(
        "关于工作的通知", "云溪街道办事处", "社会心理服务", ("试点", "方案"), date(2021, 3, 8)
    )


def test_without_a_signature_the_mark_tells_the_author() -> None:
    assert about(replace(DOCUMENT, signature=None)).author == "云溪街道"


def test_a_character_that_no_font_has_is_refused(folder: Path) -> None:
    document = Document("通知", blocks=(Paragraph.of("张喆、李堃、喆"),))

    with pytest.raises(InputError) as refused:
        printed(document, folder, "通知张李")

    assert str(refused.value) == (
        "没有字体含有字符 喆（U+5586）、堃（U+5803）；请安装含有它的字体，"
        "或放进工作区的 fonts 文件夹（plangen fonts 列出已有的字体）"
    )


def test_of_many_missing_characters_the_first_ten_are_named(folder: Path) -> None:
    document = Document("通知", blocks=(Paragraph.of("一二三四五六七八九十甲"),))

    with pytest.raises(InputError) as refused:
        printed(document, folder, "通知")

    assert "十（U+5341）……；" in str(refused.value)
    assert "甲" not in str(refused.value)


def test_the_same_document_is_set_the_same_again(folder: Path) -> None:
    fonts = made.fonts(folder, WORDS)

    first, second = (typeset(DOCUMENT, GRID, fonts) for _ in range(2))

    def drawn(pages: Pages) -> list[tuple[str, float, float, tuple[float, ...]]]:
        runs = (m for page in pages.pages for m in page.marks if isinstance(m, GlyphRun))
        return [(run.text, run.x, run.y, run.offsets) for run in runs]

    assert drawn(first) == drawn(second)
