"""Subjects made from the examples of the checks, and from the documents of a workspace."""

from pathlib import Path
from typing import Any

from plangen.audit.checks.check import Example
from plangen.audit.checks.subject import Subject
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
        parse(example.text) if example.text else None,
        example.composed,
        {name: facts_of(value) for name, value in others.items()},
    )


def subject_in(workspace: Workspace, name: str) -> Subject:
    """A document of a workspace, composed, with all other documents around it."""
    library = Library(workspace)
    loaded = library.load(name)
    others = {other: library.load(other).facts for other in workspace.document_ids()}
    source = source_of(workspace, name)
    tree = composed(workspace, loaded.facts, loaded.dictionary)
    return Subject(name, loaded.facts, loaded.dictionary, source.place, tree, True, others)


def source_of(workspace: Workspace, name: str) -> Yaml:
    path = workspace.document_file(name)
    return read_yaml(path.read_text(encoding="utf-8"), workspace.shown(path))


def composed(workspace: Workspace, facts: DocumentFacts, dictionary: Dictionary) -> Document:
    return Composer(workspace.folders("templates")).compose(facts, dictionary)
