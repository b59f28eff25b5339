"""A document's data file → its facts, with the dictionaries of its place, checked together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from plangen.errors import InputError, InvalidError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.pictures import read_picture
from plangen.load.problems import problems
from plangen.load.successors import Successors
from plangen.load.text_files import read_text_file
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import Yaml, read_yaml
from plangen.model.consistency import disagreements
from plangen.model.dictionary import Dictionary
from plangen.model.disagreement import KeyPath
from plangen.model.fact import Identifier
from plangen.model.indicators import Indicator
from plangen.model.organs import OrganRegister
from plangen.model.plans import DocumentFacts

M = TypeVar("M", bound=BaseModel)

INDICATORS = "data/indicators.yaml"  # as a person sees it


class IndicatorFile(RootModel[dict[Identifier, Indicator]]):
    """indicators.yaml: indicators by id."""


def _validated(source: Yaml, model: type[M]) -> M:
    """A file's data as its model; raises InputError with every fault of them."""
    try:
        return model.model_validate({} if source.value is None else source.value)
    except ValidationError as error:
        raise InputError.of(problems(error, model, source)) from None


def read_indicators(text: str, file: str) -> dict[Identifier, Indicator]:
    """The indicators of a file's text. Raises InputError with every fault of it."""
    return _validated(read_yaml(text, file), IndicatorFile).root


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document's facts, the dictionaries they speak, and what was noticed about them."""

    id: str
    file: str
    facts: DocumentFacts
    dictionary: Dictionary
    findings: tuple[Finding, ...]
    source: Yaml = field(repr=False)

    def place(self, key: KeyPath) -> Place:
        """The file and line of a key of the facts."""
        return self.source.place(key)


class Library:
    """The data of a workspace, each file read and checked once.

    All methods raise InputError with every fault of a file at once, and UsageError for a document
    that does not exist.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.successors = Successors(workspace)
        self._models: dict[Path, tuple[Any, Yaml]] = {}
        self._loaded: dict[str, Loaded] = {}
        self._dictionaries: dict[str, Dictionary] = {}

    def load(self, document_id: str) -> Loaded:
        """A document with its dictionaries; faults that contradict each other stop it."""
        if document_id not in self._loaded:
            self._loaded[document_id] = self._load(document_id)
        return self._loaded[document_id]

    def _load(self, document_id: str) -> Loaded:
        path = self.workspace.document_file(document_id)
        facts, source = self._read(path, DocumentFacts)
        dictionary = self.dictionary(document_id)
        findings = tuple(self._findings(facts, dictionary, source))
        stopping = [f for f in findings if f.severity is Severity.ERROR]
        if stopping:
            raise InputError.of(Problem(f.message, f.place) for f in stopping)
        return Loaded(document_id, source.file, facts, dictionary, findings, source)

    def dictionary(self, document_id: str) -> Dictionary:
        """The indicators of all levels and the organs of the document's place."""
        place = document_id.rpartition("/")[0]
        if place not in self._dictionaries:
            self._dictionaries[place] = self._dictionary(place)
        return self._dictionaries[place]

    def _dictionary(self, place: str) -> Dictionary:
        indicators: dict[str, Indicator] = {}
        functions: dict[str, None] = {}
        for folder in reversed(self.workspace.folders("data")):
            if (path := folder / "indicators.yaml").is_file():
                indicators |= self._read(path, IndicatorFile)[0].root
            if (path := folder / "organs.yaml").is_file():
                functions |= dict.fromkeys(self._read(path, OrganRegister)[0].functions)
        local = self.workspace.file(f"{place or '.'}/organs")
        register = OrganRegister()
        if local:
            register, source = self._read(local, OrganRegister)
            self._check_functions(register, tuple(functions), source)
            functions |= dict.fromkeys(register.functions)
        return Dictionary(indicators, register.organs, tuple(functions))

    def _read(self, path: Path, model: type[M]) -> tuple[M, Yaml]:
        if path not in self._models:
            source = read_yaml(
                read_text_file(path, self.workspace.shown(path)), self.workspace.shown(path)
            )
            self._models[path] = (_validated(source, model), source)
        return self._models[path]

    def _findings(
        self, facts: DocumentFacts, dictionary: Dictionary, source: Yaml
    ) -> Iterator[Finding]:
        for found in disagreements(facts, dictionary):
            yield Finding(found.code, found.severity, found.message, source.place(found.path))
        yield from self._picture_findings(facts, source)
        for key in ("implements", "supersedes"):
            for position, name in enumerate(getattr(facts, key)):
                if self.workspace.file(name) is None:
                    yield Finding(
                        "data",
                        Severity.ERROR,
                        Message("没有文件“{name}”", name=name),
                        source.place((key, position)),
                    )

    def _picture_findings(self, facts: DocumentFacts, source: Yaml) -> Iterator[Finding]:
        """Pictures that the document cannot show."""
        for keys, path in _pictures(facts):
            try:
                read_picture(self.workspace.root, path)
            except InvalidError as invalid:
                yield Finding("data", Severity.ERROR, invalid.message, source.place(keys))

    def _check_functions(
        self, register: OrganRegister, functions: tuple[str, ...], source: Yaml
    ) -> None:
        known = {*functions, *register.functions}
        unknown = [
            Problem(
                Message(
                    "没有名为“{name}”的职能，应为 data/organs.yaml 的 functions 之一", name=name
                ),
                source.place(("organs", position, "functions", number)),
            )
            for position, organ in enumerate(register.organs)
            for number, name in enumerate(organ.functions)
            if known and name not in known
        ]
        if unknown:
            raise InputError.of(unknown)


def _pictures(facts: DocumentFacts) -> Iterator[tuple[KeyPath, str]]:
    """The paths of a document's pictures, with the keys that name them."""
    if facts.issue is None:
        return
    for name, path in facts.issue.seals.items():
        yield ("issue", "seals", name), path
    for position, stamp in enumerate(facts.issue.stamps):
        if stamp.picture:
            yield ("issue", "stamps", position, "picture"), stamp.picture
