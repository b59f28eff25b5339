"""The ring over plans that nobody wrote: extract(read(write(compose(data)))) == data."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.compose.composer import Composer
from plangen.document.elements import Document
from plangen.extract.facts import extraction, find
from plangen.extract.outline import outlined
from plangen.jobs.render import WRITERS
from plangen.jobs.work import Setting, Work
from plangen.load.documents import Library
from plangen.load.workbooks.plain import plain
from plangen.load.workspace import Workspace, packaged_root
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.model.plans import DocumentFacts
from plangen.readers.reader import read_bytes
from plangen.writers.text import write_text
from tests.jobs.generated import documents
from tests.jobs.ringing import FONTS

PLACE = Workspace.at(packaged_root())
INDICATORS = Library(PLACE).dictionary("-/-").indicators
COMPOSER = Composer(PLACE.folders("templates"))
# What is read besides: the place, what the text rests on, its period; what is never printed.
NOT_COMPARED = ("place", "basis", "ends", "facts")
EXAMPLES = {"txt": 60, "docx": 20, "html": 20, "pdf": 8}


def normal(data: dict[str, Any]) -> dict[str, Any]:
    """Data with every value in its one form, without what no data of a generated plan have."""
    made = plain(DocumentFacts.model_validate(data))
    assert isinstance(made, dict)
    for target in made.get("targets", []):
        target.pop("quote", None)
    for group in made.get("groups", []):
        for one in group["members"]:
            one.pop("organ", None)
    return {key: value for key, value in made.items() if key not in NOT_COMPARED}


def calls_alike(value: Any) -> Any:
    """Data in which one call stands for all that may print the same words (24小时)."""
    if isinstance(value, dict):
        return {key: calls_alike(part) for key, part in value.items()}
    if isinstance(value, list):
        return [calls_alike(part) for part in value]
    return value.replace("{{ value(", "{{ figure(") if isinstance(value, str) else value


def composed(data: dict[str, Any], organs: list[str]) -> Document:
    """The document that data make."""
    facts = DocumentFacts.model_validate(data)
    return COMPOSER.compose(facts, dictionary_of(organs), "data/某.yaml")


def dictionary_of(organs: list[str]) -> Dictionary:
    """The indicators of the package, and the organs of a place."""
    return Dictionary(INDICATORS, tuple(Organ(name=name) for name in organs))


def read_back(data: dict[str, Any], organs: list[str], kind: str) -> dict[str, Any]:
    """The data that are read from the file of a document with these data."""
    work = Work(composed(data, organs), Setting(), FONTS, packaged_root())
    ((_, content),) = WRITERS[kind](work)
    read = outlined(read_bytes(content, f"某.{kind}"))
    dictionary = dictionary_of(organs)
    return extraction(find(read, dictionary), dictionary).data


def in_order(data: dict[str, Any]) -> dict[str, Any]:
    """Data with the targets by indicator: those of one sentence may change places."""
    return {**data, "targets": sorted(data["targets"], key=lambda one: str(one["indicator"]))}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_plan_is_read_back_as_it_was(kind: str) -> None:
    @settings(
        max_examples=EXAMPLES[kind],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        deadline=None,
    )
    @given(st.data())
    def goes_round(data: st.DataObject) -> None:
        wrote, organs = data.draw(documents())

        found = read_back(wrote, organs, kind)

        assert calls_alike(in_order(normal(found))) == calls_alike(in_order(normal(wrote)))
        assert write_text(composed(found, organs)) == write_text(composed(wrote, organs))

    goes_round()
