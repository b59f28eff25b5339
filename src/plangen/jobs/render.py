"""Render: data → model → document → files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from plangen.compose.composer import Composer
from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.document.undecided import undecided_places
from plangen.errors import InputError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.jobs.outputs import Outputs
from plangen.jobs.work import (
    File,
    Setting,
    Work,
    docx_files,
    html_files,
    pdf_files,
    png_files,
    text_files,
    xml_files,
)
from plangen.load.documents import Library
from plangen.load.text_files import read_text_file
from plangen.load.workspace import Workspace
from plangen.model.consistency import STILL_OPEN, UNDECIDED_CODE

XML = ".xml"
WRITERS: dict[str, Callable[[Work], Iterator[File]]] = {
    "docx": docx_files,
    "pdf": pdf_files,
    "png": png_files,
    "html": html_files,
    "txt": text_files,
    "xml": xml_files,
}
DRAWN = frozenset(("pdf", "png"))  # formats that need fonts


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one document: its files and what was noticed on the way."""

    id: str
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


class Renderer:
    """Renders the documents of a workspace."""

    def __init__(
        self, workspace: Workspace, setting: Setting | None = None, fonts: Fonts | None = None
    ) -> None:
        self._workspace = workspace
        self._library = Library(workspace)
        self._composer = Composer(workspace.folders("templates"))
        self._setting = setting or Setting()
        self._fonts = fonts or Fonts.found(workspace.folders("fonts"))
        self._fallbacks_told = 0
        self._stand_ins_told = False

    def document(self, name: str) -> tuple[Document, tuple[Finding, ...]]:
        """The tree of a document and what was noticed about its data.

        ``name`` is an id, or the path of a file that holds the tree in its XML text form.
        """
        if name.endswith(XML):
            return self._parsed(Path(name))
        loaded = self._library.load(name)
        document = self._composer.compose(loaded.facts, loaded.dictionary, loaded.file)
        return document, loaded.findings

    @staticmethod
    def _parsed(path: Path) -> tuple[Document, tuple[Finding, ...]]:
        text = read_text_file(path, str(path))
        try:
            document = parse(text)
        except InputError as error:
            raise InputError.of(
                Problem(problem.message, Place(str(path), problem.place.line, problem.place.key))
                for problem in error.problems
            ) from None
        places = (replace(place, file=str(path)) for place in undecided_places(text))
        found = [Finding(UNDECIDED_CODE, Severity.WARN, STILL_OPEN, place) for place in places]
        return document, tuple(found)

    def render(self, name: str, formats: Iterable[str], outputs: Outputs) -> Rendered:
        """Write a document in each format to ``<folder>/<id>.<format>``.

        Raises InputError and UsageError, for a document with something undecided too, unless it
        is a draft, and UnmetError for shortfalls where the setting is strict; then none of
        its files has been written.
        """
        document, findings = self.document(name)
        if not self._setting.draft:
            _refuse_undecided(name, findings)
        findings = (*findings, *self._shortfalls(name))
        work = Work(document, self._setting, self._fonts, self._workspace.root)
        stem = name if not name.endswith(XML) else Path(name).stem
        files = tuple(
            outputs.add(f"{stem}{ending}", content)
            for kind in dict.fromkeys(formats)
            for ending, content in WRITERS[kind](work)
        )
        outputs.write()
        drawn = not DRAWN.isdisjoint(formats)
        return Rendered(stem, files, (*findings, *(self._about_fonts() if drawn else ())))

    def _shortfalls(self, name: str) -> tuple[Finding, ...]:
        """The targets that do not reach what is required above. Raises UnmetError if strict."""
        if name.endswith(XML) or not self._library.load(name).facts.implements:
            return ()
        from plangen.jobs.shortfalls import refuse, shortfalls

        found = shortfalls(self._library, name)
        if self._setting.strict:
            refuse(name, found)
        return found

    def _about_fonts(self) -> Iterator[Finding]:
        """Stand-ins, and characters that another font had to give: each is told once a run."""
        if not self._stand_ins_told:
            self._stand_ins_told = True
            yield from _stand_ins(self._fonts)
        new = self._fonts.fallbacks[self._fallbacks_told :]
        self._fallbacks_told += len(new)
        for fallback in new:
            message = Message(
                "{role}的字体没有“{character}”（U+{code}），用了 {font}",
                role=fallback.role,
                character=fallback.character,
                code=f"{ord(fallback.character):04X}",
                font=fallback.face.name,
            )
            yield Finding("font-fallback", Severity.INFO, message)


def _refuse_undecided(name: str, findings: Iterable[Finding]) -> None:
    """Nothing is issued with a number, a date or a figure that nobody has decided."""
    undecided = [finding for finding in findings if finding.code == UNDECIDED_CODE]
    if undecided:
        message = Message(
            "{name} 还有 {count} 处没有定（待定），不能定稿；要看草稿，请加 --draft",
            name=name,
            count=len(undecided),
        )
        places = (Problem(finding.message, finding.place) for finding in undecided)
        raise InputError(Problem(message), *places)


def _stand_ins(fonts: Fonts) -> Iterator[Finding]:
    """A remark about the roles that a stand-in sets, where there are any."""
    choices = [fonts.choice(role) for role in FontRole]
    replaced = [choice for choice in choices if not choice.true]
    if not replaced:
        return
    shown = tuple(
        Message("{role}（{font}）", role=choice.role, font=choice.name) for choice in replaced
    )
    message = Message("PDF 用了替代字体：{fonts}；详见 plangen fonts", fonts=shown)
    yield Finding("stand-in", Severity.INFO, message)
