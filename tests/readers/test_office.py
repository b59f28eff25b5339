"""Old files by way of LibreOffice, and what is said where it cannot help."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.readers import converting, office
from plangen.readers.reader import read_bytes, read_file
from tests.document.samples import NOTICE
from tests.readers.files import codes, messages, texts
from tests.readers.old_files import old_word
from tests.readers.outputs import docx_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC = OLE + "WordDocument".encode("utf-16-le")
ODD = "社会心理服务体系建设试点，王𠮷、喆堃，2021年底前达到80%以上。"
RTF = rb"{\rtf1\ansi hello\par}"


def program(folder: Path, script: str) -> None:
    """A program in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ("soffice-that-is-not-there",))


@pytest.fixture
def package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_libreoffice: None
) -> Callable[[str], None]:
    """Puts a program in place of doc2docx, whose arguments are source, -o, target, --report, …"""

    def put(script: str) -> None:
        (tmp_path / "doc2docx").mkdir()
        (tmp_path / "doc2docx/__init__.py").touch()
        head = "import sys, time, pathlib, json\n_, _, _, target, _, report = sys.argv\n"
        (tmp_path / "doc2docx/__main__.py").write_text(head + script)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "doc2docx", raising=False)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    return put


@pytest.mark.usefixtures("without_libreoffice")
def test_without_libreoffice_the_ways_out_are_named() -> None:
    with pytest.raises(InputError) as raised:
        read_bytes(RTF, "a.doc")

    assert str(raised.value.problems[0].message) == (
        "这种文档要靠 LibreOffice 转换，这台机器上没有装；"
        "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
    )


def test_without_libreoffice_the_package_converts_and_says_so(
    package: Callable[[str], None], tmp_path: Path
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(docx_of(NOTICE))
    noted = [{"severity": "info", "code": "A"}, {"severity": "warning", "code": "PICTURE_DEFERRED"}]
    package(
        f"pathlib.Path(target).write_bytes(pathlib.Path({str(made)!r}).read_bytes())\n"
        f"pathlib.Path(report).write_text(json.dumps({{'diagnostics': {noted}}}))"
    )

    found = read_bytes(DOC, "a.doc")

    assert texts(found) == texts(read_file(made))
    assert messages(found)[:2] == [
        "这台机器上没有 LibreOffice，由 doc2docx 转换后读出；请核对编号、表格和文本框",
        "doc2docx 有 1 处没有转换完全（PICTURE_DEFERRED）",
    ]


def test_where_the_package_gives_up_the_bare_text_is_read(package: Callable[[str], None]) -> None:
    package("sys.exit(2)")

    found = read_bytes(old_word("正文。\r"), "a.doc")

    assert texts(found) == ["正文。"]
    assert codes(found) == ["read.text-only"]


def test_a_package_that_does_not_end_is_ended(
    package: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    package("time.sleep(60)")
    monkeypatch.setattr(converting, "LONGEST_CONVERSION", 1.0)

    with pytest.raises(InputError, match="doc2docx 转换超过 1 秒，已停止"):
        read_bytes(DOC, "a.doc")


def test_an_encrypted_document_of_old_word_is_told_before_anything_is_started() -> None:
    locked = OLE.ljust(512, b"\0") + b"\xec\xa5".ljust(11, b"\0") + b"\x01"

    with pytest.raises(InputError, match="文件加了密码；请先解除密码"):
        read_bytes(locked, "a.doc")


def test_a_conversion_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "/bin/sleep 60 & /bin/sleep 60")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(converting, "LONGEST_CONVERSION", 1.0)
    start = time.monotonic()

    with pytest.raises(InputError, match="LibreOffice 转换超过 1 秒，已停止"):
        read_bytes(RTF, "a.doc")

    assert time.monotonic() - start < 10


def test_a_file_that_libreoffice_cannot_convert_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(InputError, match="LibreOffice 转换不了这个文件"):
        read_bytes(RTF, "a.doc")


@pytest.mark.parametrize(
    ("stream", "sentence"),
    [
        ("EncryptedPackage", "文件加了密码；请先解除密码"),
        ("Workbook", "这是旧版 Office 的其他文件（表格、演示文稿等），不是文档"),
    ],
)
def test_old_files_that_are_no_documents_are_refused(stream: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read_bytes(OLE + stream.encode("utf-16-le"), "a.doc")


def saved_as(kind: str, source: Path) -> Path:
    """A file as LibreOffice saves it in another kind."""
    command = ["soffice", "--headless", f"-env:UserInstallation={(source.parent / 'p').as_uri()}"]
    command += ["--infilter=Text (encoded):UTF8"] if source.suffix == ".txt" else []
    command += ["--convert-to", kind, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{kind.partition(':')[0]}")


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_an_old_file_says_what_the_new_one_says(ending: str, tmp_path: Path) -> None:
    source = tmp_path / "notice.docx"
    source.write_bytes(docx_of(NOTICE))
    old = read_file(saved_as(ending, source))

    assert messages(old)[0] == "由 LibreOffice 转换后读出"
    assert "".join(texts(old)) == "".join(texts(read_file(source)))


@needs_libreoffice
def test_a_document_of_word_2003_in_one_xml_file_is_read(tmp_path: Path) -> None:
    source = tmp_path / "notice.txt"
    source.write_text(ODD, encoding="utf-8")

    found = read_file(saved_as("xml:MS Word 2003 XML", source))

    assert (texts(found), messages(found)) == ([ODD], ["由 LibreOffice 转换后读出"])


@needs_libreoffice
@pytest.mark.parametrize("has_package", [True, False])
def test_an_old_file_is_read_whole_without_libreoffice(
    has_package: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if has_package and find_spec("doc2docx") is None:
        pytest.skip("plangen[doc] is not installed")
    source = tmp_path / "notice.txt"
    source.write_text(ODD, encoding="utf-8")
    saved = saved_as("doc", source)
    monkeypatch.setattr(office, "_PROGRAMS", ())
    if not has_package:
        monkeypatch.setattr(office, "find_spec", lambda _: None)

    found = read_file(saved)

    assert "".join(texts(found)) == ODD
    assert codes(found) == ["read.converted" if has_package else "read.text-only"]
