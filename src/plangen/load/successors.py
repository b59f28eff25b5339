"""Which documents may supersede which, told from the bytes of the data files.

Whoever asks what has superseded a document would have to read the whole workspace. Of most files
a look at their bytes is enough: they do not hold the word. Of the others only what stands behind
it is taken apart. What is found is a guess that leaves nothing out; the facts decide.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from plangen.load.workspace import Workspace
from plangen.load.yaml_text import LARGEST_FILE

KEY = b"supersedes"
_NEXT_KEY = re.compile(rb"""^["']?\w+["']?[ \t]*:""", re.MULTILINE)
_ID = re.compile(r"[\w-]+(?:/[\w-]+)*")
_ESCAPE = b"\\"
ANY = ""  # stands for every id: one in double quotes may be written with escapes


class Successors:
    """The documents of a workspace by those they may supersede; read when first asked."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, document_id: str) -> tuple[str, ...]:
        """The documents that may supersede one, each kind in the order of the workspace."""
        return (*self._found.get(document_id, ()), *self._found.get(ANY, ()))

    @cached_property
    def _found(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for later, path in self._workspace.documents():
            for name in _named(path):
                found.setdefault(name, []).append(later)
        return found


def _named(path: Path) -> set[str]:
    """The ids behind the word in a file; none of one that cannot be read."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else b""
    except OSError:  # whoever uses the file tells
        return set()
    named: set[str] = set()
    for section in content.split(KEY)[1:]:
        end = _NEXT_KEY.search(section)
        value = section[: end.start()] if end else section
        named |= {ANY} if _ESCAPE in value else set(_ID.findall(value.decode(errors="replace")))
    return named
