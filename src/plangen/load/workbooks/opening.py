"""A workbook's bytes → its sheets, read by a program of its own that has little memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from plangen.errors import InputError, Message, Place, Problem
from plangen.load.workbooks.columns import CHOICES, SHEETS

LARGEST = 10_000_000  # bytes of a file; a large plan's workbook has about 100,000
SECONDS = 30  # of waiting for the program
_PASSWORD = b"PasswordError"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = Message("表格有密码；请去掉密码再用")
_NO_WORKBOOK = Message("读不了这个文件：应为 xlsx、xls 或 ods 表格")


class CellKind(StrEnum):
    """What a spreadsheet takes the content of a cell for."""

    TEXT = "text"
    NUMBER = "number"
    INEXACT = "inexact"  # a number with more digits than are kept
    TRUTH = "truth"
    DAY = "day"
    TIME = "time"
    FAULT = "fault"  # an error value; without a text, a formula that was never reckoned


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What a cell holds, and what it shows where that says more (80% for 0.8)."""

    text: str = ""
    kind: CellKind = CellKind.TEXT
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows from the first row and the first column on.

    ``hidden`` are the numbers, from 0, of rows that hold something and are not shown.
    """

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    hidden: tuple[int, ...] = ()


def open_workbook(content: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of an xlsx, xls or ods; large ones that have no name of the data's without cells.

    Raises InputError for anything else and for too much.
    """
    if len(content) > LARGEST:
        raise _error(file, Message("文件超过 {limit} 字节", limit=LARGEST))
    if message := _otherwise(content):
        raise _error(file, message)
    found = _read_apart(content, file)
    if found.get("wrong") == "password":
        raise _error(file, _LOCKED)
    if "sheets" not in found:
        message = Message("工作表太大：最多2万行、200列，全部不超过40万格、2000万字")
        raise _error(file, message, str(found.get("what", "")))
    return tuple(
        Sheet(
            sheet["name"],
            tuple(tuple(map(_cell, row)) for row in sheet["rows"]),
            tuple(sheet.get("hidden", ())),
        )
        for sheet in found["sheets"]
    )


def _cell(value: str | list[str]) -> SheetCell:
    if isinstance(value, str):
        return SheetCell(value)
    kind, text, shown = value
    return SheetCell(text, CellKind(kind), shown)


def _otherwise(content: bytes) -> Message | None:
    """What a file is that only has the name of a workbook; None where it may be one."""
    if content.startswith(_COMPOUND):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        return _LOCKED if encrypted else None
    if content.startswith(b"PK"):
        return None if _is_workbook(content) else _NO_WORKBOOK
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        return Message("这是网页（HTML 或 XML），不是表格；请用表格软件打开，另存为 xlsx")
    if content and b"\x00" not in content and any(mark in content for mark in (b",", b"\t")):
        return Message("这是纯文本（如 CSV），不是表格；请用表格软件打开，另存为 xlsx")
    return _NO_WORKBOOK


def _is_workbook(content: bytes) -> bool:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype") if "mimetype" in names else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    binary = any(name.endswith("workbook.bin") for name in names)
    sheets = any("worksheets/" in name for name in names)
    return b"opendocument.spreadsheet" in kind or (sheets and not binary)


def _read_apart(content: bytes, file: str) -> dict[str, Any]:
    """What the program says of a workbook."""
    titles = (CHOICES, *(layout.title for layout in SHEETS))
    command = [sys.executable, "-m", "plangen.load.workbooks.apart", *titles]
    try:
        run = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _error(file, Message("{seconds} 秒还没有读完，没有再读", seconds=SECONDS)) from None
    if run.returncode == 0:
        found = json.loads(run.stdout)
        assert isinstance(found, dict)
        return found
    raise _error(file, _reason(run.returncode, run.stderr))


def _reason(code: int, said: bytes) -> Message:
    if b"ModuleNotFoundError" in said:
        return Message("读表格要安装 python-calamine")
    if _PASSWORD in said:
        return _LOCKED
    if code < 0 or b"MemoryError" in said:
        return Message("表格展开后太大，没有读完")
    return _NO_WORKBOOK


def _error(file: str, message: Message, key: str = "") -> InputError:
    return InputError(Problem(message, Place(file, 0, key)))
