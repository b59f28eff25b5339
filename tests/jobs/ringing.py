"""Documents that go round: composed, written, read, extracted; what the tests of the ring share."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plangen.fonts.fonts import Fonts
from plangen.jobs.extract import FileFacts, facts_of_document
from plangen.jobs.render import WRITERS, Renderer
from plangen.jobs.work import Setting, Work
from plangen.load.documents import Library
from plangen.load.workbooks.plain import plain
from plangen.load.workspace import Workspace, packaged_root
from plangen.readers.reader import read_bytes

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
FONTS = Fonts.found([])
FORMATS = ("docx", "pdf", "html", "txt")


def documents() -> list[tuple[Path, str]]:
    """Every document of the repository that has a template."""
    found = []
    for root, own in ((packaged_root(), "data"), (FIXTURES, "data")):
        workspace = Workspace.at(root)
        for name in workspace.document_ids():
            inside = (root / own / f"{name}.yaml").is_file()
            if inside and Library(workspace).load(name).facts.template:
                found.append((root, name))
    return found


DOCUMENTS = documents()
CASES = [
    pytest.param(root, name, kind, id=f"{name}-{kind}")
    for root, name in DOCUMENTS
    for kind in FORMATS
]


@cache
def data_of(root: Path, name: str) -> dict[str, Any]:
    """The data of a document as its file has them."""
    found = plain(Library(Workspace.at(root)).load(name).facts)
    assert isinstance(found, dict)
    return found


@cache
def read_back(root: Path, name: str, kind: str) -> FileFacts:
    """The facts of a document's file, as they are read from it."""
    workspace = Workspace.at(root)
    document, _ = Renderer(workspace, fonts=FONTS).document(name)
    work = Work(document, Setting(), FONTS, root)
    ((_, content),) = WRITERS[kind](work)
    return facts_of_document(read_bytes(content, f"{Path(name).name}.{kind}"), workspace)


def found_of(root: Path, name: str, kind: str) -> dict[str, Any]:
    """The data that are read back."""
    return read_back(root, name, kind).made.data
