"""Old Word, WPS, RTF and OpenDocument files: another program makes a docx of them, which is read.

LibreOffice opens all of them. Where it is missing, doc2docx (an optional package, ``plangen[doc]``)
opens those of Word 97 to 2003, which are also what WPS writes. Both run as processes of their own
and fetch nothing; macros of the file are not run. Without either, or where doc2docx gives up, the
bare text of such a file is read.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from plangen.document.origins import ReadDocument
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.compound import MARK
from plangen.readers.converting import run
from plangen.readers.docx.reader import read_docx
from plangen.readers.old_word import read_old_word
from plangen.readers.refusing import refused, remark

_PROGRAMS = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PACKAGE = "doc2docx"
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
# The document's own stream begins at the first sector of almost every file (MS-DOC 2.5.1): a mark,
# and in the flags at 10 whether the rest is encrypted.
_STREAM = 512
_STREAM_MARK = b"\xec\xa5"
_FLAGS = _STREAM + 11
_IS_ENCRYPTED = 0x01
_SHOWN = 3  # of what could not be converted


def read_office(data: bytes, name: str) -> ReadDocument:
    """The words of an old file. Raises InputError where no program converts it."""
    is_binary = data.startswith(MARK)
    if is_binary:
        _refuse_foreign(data, name)
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None and not is_binary:
        message = Message(
            "这种文档要靠 LibreOffice 转换，这台机器上没有装；"
            "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
        )
        raise refused(name, message)
    with tempfile.TemporaryDirectory(prefix="plangen-", ignore_cleanup_errors=True) as made:
        source = Path(made) / f"source{_ending(data)}"
        source.write_bytes(data)
        if program is not None:
            converted, findings = _by_libreoffice(program, source, name)
        else:
            converted, findings = _by_package(source, name)
    if not converted:
        return read_old_word(data, name)
    document = read_docx(converted, name)
    return replace(document, kind="office", findings=(*findings, *document.findings))


def _refuse_foreign(data: bytes, name: str) -> None:
    is_locked = data.startswith(_STREAM_MARK, _STREAM) and data[_FLAGS] & _IS_ENCRYPTED
    if is_locked or _ENCRYPTED in data:
        raise refused(name, Message("文件加了密码；请先解除密码"))
    if _WORD not in data:
        raise refused(name, Message("这是旧版 Office 的其他文件（表格、演示文稿等），不是文档"))


def _by_libreoffice(program: str, source: Path, name: str) -> tuple[bytes, list[Finding]]:
    folder = source.parent
    command = [
        *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    run(command, folder, "LibreOffice", name)
    target = folder / "out" / "source.docx"
    if not target.is_file():
        message = Message("LibreOffice 转换不了这个文件（可能已损坏）；请在 Word 中另存为 docx")
        raise refused(name, message)
    note = remark(name, "read.converted", Severity.INFO, Message("由 LibreOffice 转换后读出"))
    return target.read_bytes(), [note]


def _by_package(source: Path, name: str) -> tuple[bytes, list[Finding]]:
    """What doc2docx makes of a file; nothing where it is not installed or gives up."""
    if find_spec(_PACKAGE) is None:
        return b"", []
    folder = source.parent
    target, report = folder / "target.docx", folder / "report.json"
    command = [
        *(sys.executable, "-P", "-m", _PACKAGE, str(source)),
        *("-o", str(target), "--report", str(report)),
    ]
    run(command, folder, _PACKAGE, name)
    if not target.is_file():
        return b"", []
    message = Message(
        "这台机器上没有 LibreOffice，由 doc2docx 转换后读出；请核对编号、表格和文本框"
    )
    note = remark(name, "read.converted", Severity.WARN, message)
    return target.read_bytes(), [note, *_left_out(report, name)]


def _left_out(report: Path, name: str) -> list[Finding]:
    """What the package says that it could not convert."""
    try:
        noted = json.loads(report.read_text(encoding="utf-8"))["diagnostics"]
        losses = [one["code"] for one in noted if one["severity"] != "info"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    if not losses:
        return []
    message = Message(
        "doc2docx 有 {count} 处没有转换完全（{shown}）",
        count=len(losses),
        shown=", ".join(list(dict.fromkeys(losses))[:_SHOWN]),
    )
    return [remark(name, "read.not-converted", Severity.WARN, message)]


def _ending(data: bytes) -> str:
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(MARK):
        return ".doc"
    return ".odt" if data.startswith(b"PK") else ".xml"
