"""A workbook's bytes → its sheets, read by a program of its own that has little memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from plangen.errors import InputError, Message, Place, Problem

LARGEST = 10_000_000  # bytes of a file; a large plan's workbook has about 100,000
SECONDS = 30  # of waiting for the program
_PASSWORD = b"PasswordError"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What a cell holds, and whether as a number: how it is shown (80%, 0.8) is not known then."""

    text: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows from the first row and the first column on."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]


def open_workbook(content: bytes, file: str) -> tuple[Sheet, ...]:
    """The sheets of an xlsx, xls or ods. Raises InputError for anything else and for too much."""
    if len(content) > LARGEST:
        raise _error(file, Message("文件超过 {limit} 字节", limit=LARGEST))
    found = _read_apart(content, file)
    if "sheets" not in found:
        message = Message("工作表太大：最多2万行、200列，全部不超过40万格")
        raise _error(file, message, str(found.get("what", "")))
    return tuple(
        Sheet(sheet["name"], tuple(tuple(map(_cell, row)) for row in sheet["rows"]))
        for sheet in found["sheets"]
    )


def _cell(value: str | list[str]) -> SheetCell:
    return SheetCell(value) if isinstance(value, str) else SheetCell(value[0], number=True)


def _read_apart(content: bytes, file: str) -> dict[str, Any]:
    """What the program says of a workbook."""
    command = [sys.executable, "-m", "plangen.load.workbooks.apart"]
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
        return Message("表格有密码；请去掉密码再用")
    if code < 0 or b"MemoryError" in said:
        return Message("表格展开后太大，没有读完")
    return Message("读不了这个文件：应为 xlsx、xls 或 ods 表格")


def _error(file: str, message: Message, key: str = "") -> InputError:
    return InputError(Problem(message, Place(file, 0, key)))
