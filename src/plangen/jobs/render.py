"""Render: data → model → document → files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plangen.compose.composer import Composer
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.findings import Finding
from plangen.jobs.outputs import Outputs
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES, Profile
from plangen.typeset.pages import fit
from plangen.typeset.titles import broken_titles


@dataclass(frozen=True, slots=True)
class Setting:
    """How files are to be laid out."""

    profile: Profile = PROFILES[DEFAULT_PROFILE]
    outline_seals: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one document: its files and what was noticed on the way."""

    id: str
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def _docx(document: Document, setting: Setting) -> bytes:
    from plangen.writers.docx.writer import write_docx

    shaped = broken_titles(document)
    fitting = fit(shaped, setting.profile)
    return write_docx(shaped, setting.profile, fitting, setting.outline_seals)


def _text(document: Document, _: Setting) -> bytes:
    from plangen.writers.text import write_text

    return write_text(document).encode()


def _xml(document: Document, _: Setting) -> bytes:
    return dump(document).encode()


WRITERS: dict[str, Callable[[Document, Setting], bytes]] = {
    "docx": _docx,
    "txt": _text,
    "xml": _xml,
}


class Renderer:
    """Renders the documents of a workspace."""

    def __init__(self, workspace: Workspace, setting: Setting | None = None) -> None:
        self._library = Library(workspace)
        self._composer = Composer(workspace.folders("templates"))
        self._setting = setting or Setting()

    def document(self, document_id: str) -> tuple[Document, tuple[Finding, ...]]:
        """The tree of a document and what was noticed about its data."""
        loaded = self._library.load(document_id)
        document = self._composer.compose(loaded.facts, loaded.dictionary, loaded.file)
        return document, loaded.findings

    def render(self, document_id: str, formats: Iterable[str], outputs: Outputs) -> Rendered:
        """Write a document in each format to ``<folder>/<id>.<format>``.

        Raises InputError and UsageError; then none of its files has been written.
        """
        document, findings = self.document(document_id)
        files = tuple(
            outputs.add(f"{document_id}.{kind}", WRITERS[kind](document, self._setting))
            for kind in dict.fromkeys(formats)
        )
        outputs.write()
        return Rendered(document_id, files, findings)
