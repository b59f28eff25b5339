"""Text files that come from outside: of a size that can be held, in UTF-8."""

from __future__ import annotations

from pathlib import Path

from plangen.errors import InputError, Message, Place, Problem
from plangen.load.yaml_text import LARGEST_FILE


def read_text_file(path: Path, shown: str) -> str:
    """The text of a file; ``shown`` is its path as a person knows it. Raises InputError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(
                Problem(Message("文件超过 {limit} 字节", limit=LARGEST_FILE), Place(shown))
            )
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = Message("文件不是 UTF-8 编码；请用 UTF-8 另存")
    except OSError as error:
        message = Message(
            "读不了文件：{reason}", reason=Message(error.strerror) if error.strerror else str(error)
        )
    raise InputError(Problem(message, Place(shown))) from None
