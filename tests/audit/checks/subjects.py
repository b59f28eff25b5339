"""Subjects made from the examples of the checks, and from the documents of a workspace."""

from pathlib import Path
from typing import Any

from plangen.audit.checks.check import Example
from plangen.audit.checks.prose import NO_PROSE, prose_of
from plangen.audit.checks.registry import CHECKS
from plangen.audit.checks.subject import Others, Subject
from plangen.compose.composer import Composer
from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import Yaml, read_yaml
from plangen.model.dictionary import Dictionary
from plangen.model.organs import OrganRegister
from plangen.model.plans import DocumentFacts

FILE = "data/a.yaml"
NEEDED = {"kind": "plan", "level": "street", "title": "试点实施方案"}
ROOT = Path(__file__).resolve().parents[3]
PACKAGED = Library(Workspace.at(ROOT))
DICTIONARY = PACKAGED.dictionary("-")


def facts_of(value: Any) -> DocumentFacts:
    return DocumentFacts.model_validate(NEEDED | (value or {}))


def dictionary_of(organs: str) -> Dictionary:
    register = OrganRegister.model_validate(read_yaml(organs, "organs.yaml").value or {})
    return Dictionary(DICTIONARY.indicators, register.organs, DICTIONARY.functions)


def subject_of(example: Example) -> Subject:
    source = read_yaml(example.data, FILE)
    others = read_yaml(example.others, "others.yaml").value or {}
    return Subject(
        "this/document",
        facts_of(source.value),
        dictionary_of(example.organs),
        source.place,
        prose_of(parse(example.text), example.composed) if example.text else NO_PROSE,
        Others((name, facts_of(value)) for name, value in others.items()),
    )


def subject_in(workspace: Workspace, name: str) -> Subject:
    """A document of a workspace, composed, with all other documents around it."""
    library = Library(workspace)
    loaded = library.load(name)
    ids = workspace.document_ids()
    others = Others((other, library.load(other).facts) for other in ids)
    source = source_of(workspace, name)
    tree = composed(workspace, loaded.facts, loaded.dictionary)
    return Subject(name, loaded.facts, loaded.dictionary, source.place, prose_of(tree), others)


def source_of(workspace: Workspace, name: str) -> Yaml:
    path = workspace.document_file(name)
    return read_yaml(path.read_text(encoding="utf-8"), workspace.shown(path))


def composed(workspace: Workspace, facts: DocumentFacts, dictionary: Dictionary) -> Document:
    return Composer(workspace.folders("templates")).compose(facts, dictionary)


BY_CODE = {check.code: check for check in CHECKS}


def said(code: str, example: Example) -> list[str]:
    """The weights and sentences of one check."""
    found = BY_CODE[code].run(subject_of(example))
    return [f"{finding.severity} {finding.message}" for finding in found]


def group(*members: str, name: str = "领导小组") -> str:
    lines = "".join(f"  - {{{member}}}\n" for member in members)
    name_key = "technical" if "技术" in name else "leading"
    return f"- id: {name_key}\n  name: {name}\n  members:\n{lines}"


def groups(*written: str) -> str:
    return "groups:\n" + "".join(written)


def text(*paragraphs: str) -> str:
    lines = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<document>\n<title>试点实施方案</title>\n{lines}</document>"


HEAD = "role: 组长, name: 郭振华"
DUTY = "duties:\n- {organs: [工会], text: 负责面向职工开展心理健康服务。}\n"
