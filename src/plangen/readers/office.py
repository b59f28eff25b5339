"""Old Word, WPS, RTF and OpenDocument files: LibreOffice makes a docx of them, which is read.

LibreOffice runs without a window, with a profile of its own in a temporary folder and for a
bounded time; it fetches nothing and runs no macros of the file.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from os import killpg
from pathlib import Path

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.findings import Severity
from plangen.readers.docx.reader import read_docx
from plangen.readers.refusing import refused, remark

LONGEST_CONVERSION = 60.0  # seconds

_PROGRAMS = ("soffice", "libreoffice")
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def read_office(data: bytes, name: str) -> ReadDocument:
    """The words of an old file. Raises InputError where LibreOffice is missing or fails."""
    if data.startswith(_OLE):
        _refuse_foreign(data, name)
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        message = Message(
            "旧版 Word、WPS 文档要靠 LibreOffice 转换，这台机器上没有装；"
            "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
        )
        raise refused(name, message)
    with tempfile.TemporaryDirectory(prefix="plangen-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, data, name, Path(folder))
    document = read_docx(converted, name)
    note = remark(name, "read.converted", Severity.INFO, Message("由 LibreOffice 转换后读出"))
    return replace(document, kind="office", findings=(note, *document.findings))


def _refuse_foreign(data: bytes, name: str) -> None:
    if _ENCRYPTED in data:
        raise refused(name, Message("文件加了密码；请先解除密码"))
    if _WORD not in data:
        raise refused(name, Message("这是旧版 Office 的其他文件（表格、演示文稿等），不是文档"))


def _converted(program: str, data: bytes, name: str, folder: Path) -> bytes:
    source = folder / f"source{_ending(data)}"
    source.write_bytes(data)
    command = [
        *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    _run(command, name)
    target = folder / "out" / "source.docx"
    if not target.is_file():
        message = Message("LibreOffice 转换不了这个文件（可能已损坏）；请在 Word 中另存为 docx")
        raise refused(name, message)
    return target.read_bytes()


def _ending(data: bytes) -> str:
    if data.startswith(_RTF):
        return ".rtf"
    return ".doc" if data.startswith(_OLE) else ".odt"


def _run(command: list[str], name: str) -> None:
    """Run to the end or to the time limit; then it and all that it started is ended."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(LONGEST_CONVERSION)
    except subprocess.TimeoutExpired:
        limit = int(LONGEST_CONVERSION)
        message = Message("LibreOffice 转换超过 {limit} 秒，已停止", limit=limit)
        raise refused(name, message) from None
    finally:
        if process.poll() is None:
            killpg(process.pid, signal.SIGKILL)
            process.wait()
