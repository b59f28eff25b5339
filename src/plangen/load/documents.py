"""A document's data file → its facts, with the dictionaries of its place, checked together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from plangen.errors import InputError, Message, Place, Problem
from plangen.findings import Finding, Severity
from plangen.load.problems import problems
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import LARGEST_FILE, Yaml, read_yaml
from plangen.model.consistency import disagreements
from plangen.model.dictionary import Dictionary
from plangen.model.fact import Identifier
from plangen.model.indicators import Indicator
from plangen.model.organs import OrganRegister
from plangen.model.plans import DocumentFacts

M = TypeVar("M", bound=BaseModel)


class IndicatorFile(RootModel[dict[Identifier, Indicator]]):
    """indicators.yaml: indicators by id."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document's facts, the dictionaries they speak, and what was noticed about them."""

    id: str
    file: str
    facts: DocumentFacts
    dictionary: Dictionary
    findings: tuple[Finding, ...]


class Library:
    """The data of a workspace, each file read once.

    All methods raise InputError with every fault of a file at once, and UsageError for a document
    that does not exist.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._models: dict[Path, tuple[Any, Yaml]] = {}

    def load(self, document_id: str) -> Loaded:
        """A document with its dictionaries; faults that contradict each other stop it."""
        path = self.workspace.document_file(document_id)
        facts, source = self._read(path, DocumentFacts)
        dictionary = self.dictionary(document_id)
        findings = tuple(self._findings(facts, dictionary, source))
        stopping = [f for f in findings if f.severity is Severity.ERROR]
        if stopping:
            raise InputError.of(Problem(f.message, f.place) for f in stopping)
        return Loaded(document_id, source.file, facts, dictionary, findings)

    def dictionary(self, document_id: str) -> Dictionary:
        """The indicators of all levels and the organs of the document's place."""
        indicators: dict[str, Indicator] = {}
        functions: dict[str, None] = {}
        for folder in reversed(self.workspace.folders("data")):
            if (path := folder / "indicators.yaml").is_file():
                indicators |= self._read(path, IndicatorFile)[0].root
            if (path := folder / "organs.yaml").is_file():
                functions |= dict.fromkeys(self._read(path, OrganRegister)[0].functions)
        local = self.workspace.file(f"{document_id.rpartition('/')[0] or '.'}/organs")
        register = OrganRegister()
        if local:
            register, source = self._read(local, OrganRegister)
            self._check_functions(register, tuple(functions), source)
            functions |= dict.fromkeys(register.functions)
        return Dictionary(indicators, register.organs, tuple(functions))

    def _read(self, path: Path, model: type[M]) -> tuple[M, Yaml]:
        if path not in self._models:
            source = read_yaml(
                _file_text(path, self.workspace.shown(path)), self.workspace.shown(path)
            )
            try:
                value = model.model_validate({} if source.value is None else source.value)
            except ValidationError as error:
                raise InputError.of(problems(error, model, source)) from None
            self._models[path] = (value, source)
        return self._models[path]

    def _findings(
        self, facts: DocumentFacts, dictionary: Dictionary, source: Yaml
    ) -> Iterator[Finding]:
        for found in disagreements(facts, dictionary):
            yield Finding("data", found.severity, found.message, source.place(found.path))
        for field in ("implements", "supersedes"):
            for position, name in enumerate(getattr(facts, field)):
                if self.workspace.file(name) is None:
                    yield Finding(
                        "data",
                        Severity.ERROR,
                        Message("没有文件“{name}”", name=name),
                        source.place((field, position)),
                    )

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


def _file_text(path: Path, shown: str) -> str:
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
