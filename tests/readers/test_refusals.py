"""Files that cannot be read: one clear line each, in bounded time and memory."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.errors import InputError
from plangen.readers import limits
from plangen.readers.pdf import pdfium
from plangen.readers.reader import read_bytes, read_file
from tests.document.samples import NOTICE
from tests.readers.files import CONTENT_TYPES, codes, messages, package, paragraph, part, zipped
from tests.readers.ofd_files import book, path, text_object
from tests.readers.outputs import docx_of, pdf_of

TYPED = {"[Content_Types].xml": CONTENT_TYPES}
DTD = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def refusal(data: bytes, name: str) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(InputError) as raised:
        read_bytes(data, name)
    assert len(raised.value.problems) == 1
    return str(raised.value.problems[0].message)


def encrypted_pdf(password: str) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file, encryption=pikepdf.Encryption(user=password, owner="b"))
    return file.getvalue()


def blank_pdf() -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.docx", "文件是空的"),
        (b" \r\n\0", "a.txt", "文件是空的"),
        (b"PK\x03\x04rest", "a.docx", "文件已损坏：zip 的目录读不出来；请向发文者重新索取"),
        (zipped({"a.txt": "x"}), "a.docx", "这是压缩包，里面没有 Word 或 OFD 文档；请先解压"),
        (zipped({"xl/workbook.xml": "x"}), "a.docx", "这是工作簿（xlsx），不是文档"),
        (zipped({"ppt/presentation.xml": "x"}), "a.docx", "这是演示文稿（pptx），不是文档"),
        (
            zipped({**TYPED, "word/styles.xml": "<a/>"}),
            "a.docx",
            "文件已损坏：缺少正文（word/document.xml）；请向发文者重新索取",
        ),
        (
            zipped({**TYPED, "word/document.xml": "<a>"}),
            "a.docx",
            "文件已损坏：word/document.xml 不是合格的 XML；请向发文者重新索取",
        ),
        (
            zipped({**TYPED, "word/document.xml": part("document", "")}),
            "a.docx",
            "文件已损坏：没有正文（w:body）；请向发文者重新索取",
        ),
        (package("<w:p/>"), "a.docx", "文件里没有文字"),
        (b"%PDF-1.7\nrubbish", "a.pdf", "PDF 已损坏，打不开；请向发文者重新索取"),
        (encrypted_pdf("a"), "a.pdf", "PDF 加了密码；请先解除密码"),
        (blank_pdf(), "a.pdf", "PDF 里没有文字层（是扫描的图片）；请先用 OCR 识别，再读"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.pdf", "这是图片，没有文字；请先用 OCR 识别"),
        (b"Rar!\x1a\x07\0", "a.docx", "这是压缩包；请先解压"),
        (b"MZ\x90\0\x03", "a.doc", "这是程序，不是文档"),
        (bytes(range(1, 9)) * 40, "a.txt", "不是文字文件：里面多是控制字符"),
        (b"\xff\xfe\xfd" * 99, "a.txt", "认不出文字的编码；请用 UTF-8 另存"),
        (b"<html><body><p></p></body></html>", "a.html", "文件里没有文字"),
        (
            zipped({"OFD.xml": "<a>"}),
            "a.ofd",
            "文件已损坏：OFD.xml 不是合格的 XML；请向发文者重新索取",
        ),
    ],
)
def test_each_file_is_refused_with_one_line(data: bytes, name: str, sentence: str) -> None:
    assert refusal(data, name) == sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused_and_no_entity_is_opened(encoding: str) -> None:
    body = part("document", f"<w:body>{paragraph('&x;')}</w:body>")
    text = f'<?xml version="1.0" encoding="{encoding}"?>{DTD}{body}'

    sentence = refusal(zipped({**TYPED, "word/document.xml": text.encode(encoding)}), "a.docx")

    assert sentence == "word/document.xml 带有 DTD（可能夹带外部实体），没有读"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({**TYPED, "word/document.xml": b" " * (limits.LARGEST_ENTRY + 1)})

    sentence = refusal(bomb, "a.docx")

    assert "解压后大得不像文档" in sentence


def test_an_entry_that_shrinks_too_well_is_refused() -> None:
    bomb = zipped({**TYPED, "word/document.xml": b" " * (limits.SMALLEST_SUSPECT + 1)})

    assert "压缩率异常" in refusal(bomb, "a.docx")


def test_a_zip_of_too_many_entries_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(limits.MOST_ENTRIES + 1):
            archive.writestr(str(number), b"")

    assert refusal(file.getvalue(), "a.docx") == "压缩包里超过 10000 个条目，不像文档"


def test_a_text_of_100_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(InputError, match="文件超过 64000000 字节"):
        read_file(path)


def test_a_text_of_too_many_characters_or_lines_is_refused() -> None:
    assert refusal("字".encode() * 2_000_001, "a.txt") == "文件的文字超过 2000000 个字符"
    assert refusal(b"a\n" * 100_001, "a.txt") == "文字超过 100000 行，没有读"


def test_pages_nested_too_deep_are_refused() -> None:
    assert refusal(b"<html>" + b"<div>" * 200 + b"x", "a.html") == "网页的元素嵌套超过 150 层"


def test_a_document_nested_too_deep_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 200 + paragraph("深") + "</w:tc></w:tr></w:tbl>" * 200

    assert refusal(package(deep), "a.docx") == "文件的内容嵌套太深，没有读"


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    part_of_8_mb = part("hdr", "\n" * 8_000_000)
    parts = {f"header{number}": part_of_8_mb for number in range(7)}
    data = zipped(
        {
            **TYPED,
            "word/document.xml": part("document", f"<w:body>{paragraph('正文。')}</w:body>"),
            **{f"word/{name}.xml": f"{content}<!--{name}-->" for name, content in parts.items()},
        },
        zipfile.ZIP_STORED,
    )

    assert refusal(data, "a.docx") == "压缩包解压后超过 48000000 字节，没有读"


def test_a_paragraph_of_too_many_lines_is_refused() -> None:
    lines = "甲<br>" * 100_002

    assert refusal(f"<p>{lines}".encode(), "a.html") == "文字超过 100000 行，没有读"


def test_a_page_of_too_many_bytes_is_refused() -> None:
    page = b"<html>" + b" " * limits.LARGEST_PAGE

    assert refusal(page, "a.html") == "网页超过 8000000 字节，没有读"


@pytest.mark.parametrize(
    "cells", ["<td colspan=200>甲" * 1_001, "<td>甲<tr>" * 1_001 + "<td colspan=200>甲"]
)
def test_a_table_of_too_many_cells_is_refused(cells: str) -> None:
    page = f"<table><tr>{cells}</table>".encode()

    assert refusal(page, "a.html") == "表格超过 200000 格，没有读"


def test_a_page_of_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MOST_GLYPHS", 10)

    assert refusal(pdf_of(NOTICE), "a.pdf") == "有一页超过 10 个字符，没有读"


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "LONGEST_READING", -1.0)

    assert refusal(pdf_of(NOTICE), "a.pdf") == "PDF 读了 -1 秒还没有读完，已停止"


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        read_file(tmp_path / "none.docx")
    with pytest.raises(InputError, match="不是文件"):
        read_file(tmp_path)


def test_a_file_that_lies_about_its_ending_is_read_by_its_content() -> None:
    read = read_bytes(package(paragraph("正文。")), "通知.pdf")

    assert read.kind == "docx"
    assert messages(read) == ["文件名以“.pdf”结尾，内容却是 Word 文档（docx）；按内容读"]


def test_an_owner_password_alone_does_not_keep_from_reading() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(NOTICE))) as pdf:
        file = io.BytesIO()
        pdf.save(file, encryption=pikepdf.Encryption(user="", owner="b"))

    assert read_bytes(file.getvalue(), "a.pdf").passages


FILES = [
    ("a.docx", docx_of(NOTICE)),
    ("a.pdf", pdf_of(NOTICE)),
    ("a.html", "<html><p>甲<table><tr><td>乙</table>".encode()),
    ("a.ofd", book(text_object("正文。", 28, 60), path(28, 60, "M 0 0 L 9 0 L 9 9 C"))),
    (
        "a.mht",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        "Content-Type: text/html; charset=utf-8\n\n<p>甲</p>\n--b--\n".encode(),
    ),
]


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=150)
def test_damaged_files_are_read_or_refused_and_nothing_else(
    file: tuple[str, bytes], data: st.DataObject
) -> None:
    name, content = file
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start, len(content)))
    damaged = content[:start] + data.draw(st.binary(max_size=40)) + content[end:]

    try:
        read = read_bytes(damaged, name)
    except InputError as error:
        assert len(error.problems) == 1
    else:
        assert read.passages


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read = read_bytes(data, "a.txt")
    except InputError as error:
        assert len(error.problems) == 1
    else:
        assert read.passages
        assert codes(read) is not None
