"""Old files by way of LibreOffice, and what is said where it cannot help."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.readers import office
from plangen.readers.reader import read_bytes, read_file
from tests.document.samples import NOTICE
from tests.readers.files import messages, texts
from tests.readers.outputs import docx_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi hello\par}"


def program(folder: Path, script: str) -> None:
    """A program in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_libreoffice_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(InputError) as raised:
        read_bytes(RTF, "a.doc")

    assert str(raised.value.problems[0].message) == (
        "旧版 Word、WPS 文档要靠 LibreOffice 转换，这台机器上没有装；"
        "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
    )


def test_a_conversion_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "/bin/sleep 60 & /bin/sleep 60")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "LONGEST_CONVERSION", 1.0)
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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_an_old_file_says_what_the_new_one_says(ending: str, tmp_path: Path) -> None:
    source = tmp_path / "notice.docx"
    source.write_bytes(docx_of(NOTICE))
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    command += ["--convert-to", ending, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    old = read_file(tmp_path / f"notice.{ending}")

    assert messages(old)[0] == "由 LibreOffice 转换后读出"
    assert "".join(texts(old)) == "".join(texts(read_file(source)))
