"""The ring: what a document shows of its data is read back from it, whatever its format."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.groups import Group, Task
from plangen.model.indicators import Indicator
from plangen.model.issue import Issue, MarkFacts
from plangen.model.plans import DocumentFacts, FactTable, Source
from plangen.model.populations import Populations
from plangen.model.targets import Target
from tests.jobs.ringing import CASES, DOCUMENTS, data_of, found_of, read_back

# What stands in the data and not in the document, or not in these words. All else is compared.
NOT_SHOWN: Mapping[str, str] = {
    "template": "the template is no part of a document; what is read is printed by a general one",
    "sections": "the text of these documents is their template's; see the ring of what is read",
    "annexes": "the same",
    "words": "the words for the place are woven into the sentences of a template",
    "facts": "what exists at the place is never printed",
    "waivers": "consents of the authority above are never printed",
    "implements": "documents are named by their titles, and not every one that is implemented is",
    "supersedes": "ids are never printed",
    "group_functions": "functions are printed as departments",
    "note": "a note to colleagues",
    "issue.sealed": "an impression is a picture, a place for one is empty",
    "issue.seal": "the diameter of a seal is no text",
    "issue.seals": "pictures",
    "issue.stamps": "the name of who signs stands in the picture of the stamp",
    "issue.enclosure": "issued is what is usual and not printed",
    "issue.mark.suffix": "文件 is what is usual",
    "basis.issued": "a template may tell the month, never the day",
    "basis.issuers": "a template names three of ten at most",
    "targets.note": "a note to colleagues",
    "targets.quote": "the data quote the seed, the document is worded by its template",
    "targets.levels": "never printed",
    "groups.id": "never printed",
    "tasks.id": "never printed",
    "tables.id": "never printed",
}
# Targets of a scope that the sentences of a template do not say, or that they say with more words.
SCOPES: Mapping[tuple[str, str], str] = {
    ("national/tasks-2020", "province_joint_assessment_frequency"): "its ten departments are named",
    ("wuhan/tasks-2021", "county_joint_assessment_frequency"): "全市 of a city says nothing",
    ("wuhan/tasks-2021", "selected_trainee_training_years"): "the clause before says out of whom",
    ("wuhan/tasks-2021", "union_psych_service_site_coverage"): "the sentence is about 各区工会",
}
# Documents whose form prints no organs beside its tasks.
WITHOUT_ORGANS = ("national/tasks-2019", "national/tasks-2020", "national/tasks-2021")


def shown(value: Any, path: str = "") -> Any:
    """Data without what is not shown."""
    if isinstance(value, dict):
        return {
            key: shown(part, key_path)
            for key, part in value.items()
            if (key_path := f"{path}.{key}".removeprefix(".")) not in NOT_SHOWN
        }
    if isinstance(value, list):
        return [shown(part, path) for part in value]
    return value


def calls_alike(text: str) -> str:
    """A text with the targets that it draws figures from: several calls print the same words."""
    return re.sub(r'\{\{(?:figure|value)\("(\w+)".*?\)\}\}', r"{{\1}}", "".join(text.split()))


def texts_of(items: list[dict[str, Any]]) -> list[str]:
    return [calls_alike(item.get("text", "")) for item in items]


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_head_is_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    keys = ["kind", "level", "title", "attendance", "breakdown", "issue"]
    wrote, read = ({key: shown(one).get(key) for key in keys} for one in (data, found))
    title = (read["issue"] or {}).pop("title", "")
    assert "".join((wrote["issue"] or {}).pop("title", title).split()) == "".join(title.split())
    assert read == wrote


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_place_is_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name).get("place", {}), found_of(root, name, kind).get("place", {})

    assert {key: found.get(key) for key in data} == data


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_documents_it_rests_on_are_read_back(root: Path, name: str, kind: str) -> None:
    """A template names documents of its own besides."""
    data, found = (
        [
            {key: "".join(text.split()) for key, text in source.items()}
            for source in shown(one).get("basis", [])
        ]
        for one in (data_of(root, name), found_of(root, name, kind))
    )

    assert [source for source in data if source not in found] == []


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_period_is_read_back_where_it_is_found(root: Path, name: str, kind: str) -> None:
    """By the part on goals, or the year in a title: nothing else tells a period."""
    data, found = data_of(root, name), found_of(root, name, kind)

    for key in ("starts", "ends"):
        assert key not in found or found[key] == data[key]
    assert ("ends" in found) == ("ends" in data)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_paragraphs_are_read_back(root: Path, name: str, kind: str) -> None:
    """Those of the data stand, in their order, among those of the template."""
    data, found = data_of(root, name).get("text", []), found_of(root, name, kind)
    sections = [text for part in found.get("sections", []) for text in part.get("text", [])]

    read = [*found.get("text", []), *sections]
    assert [text for text in read if text in data] == data
    if name.split("/")[1].startswith(("letter", "minutes", "notice", "order")):
        assert found["text"] == data


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_groups_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    assert shown(found).get("groups", []) == shown(data).get("groups", [])


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_duties_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = (
        one.get("duties", []) for one in (data_of(root, name), found_of(root, name, kind))
    )

    assert [duty["organs"] for duty in found] == [duty["organs"] for duty in data]
    assert texts_of(found) == texts_of(data)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_tasks_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = (
        one.get("tasks", []) for one in (data_of(root, name), found_of(root, name, kind))
    )
    hidden = {"lead", "support"} if name in WITHOUT_ORGANS else set()

    def printed_keys(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = shown({"tasks": tasks})["tasks"]
        return [{key: task[key] for key in task if key not in {"text", *hidden}} for task in wanted]

    assert printed_keys(found) == printed_keys(data)
    assert texts_of(found) == texts_of(data)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_tables_are_read_back(root: Path, name: str, kind: str) -> None:
    """A plain text parts the cells of a table with tabs, which may be anything."""
    data, found = (
        shown(one).get("tables", []) for one in (data_of(root, name), found_of(root, name, kind))
    )

    assert found == ([] if kind == "txt" else data)


def targets_of(facts: DocumentFacts, indicators: Mapping[str, Indicator]) -> dict[str, Any]:
    """The targets of facts by indicator, as far as a document shows them."""
    populations = Populations.of(indicators.values())

    def atoms(target: Target) -> frozenset[str]:
        scope = target.scope or indicators[target.indicator].of
        return populations.atoms(scope) if scope else frozenset()

    return {
        target.indicator: (target.modality, target.steps[0].deadline, values(target), atoms(target))
        for target in facts.targets
    }


def values(target: Target) -> list[Any]:
    """The value of every step with its comparator and last day."""
    return [
        (step.bound, step.deadline and step.deadline.last_day, step.undecided)
        for step in target.steps
    ]


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_targets_are_read_back(root: Path, name: str, kind: str) -> None:
    """Value, modality and population of every target, and none besides."""
    loaded = Library(Workspace.at(root)).load(name)
    found = read_back(root, name, kind).facts
    indicators = loaded.dictionary.indicators

    wrote, read = targets_of(loaded.facts, indicators), targets_of(found, indicators)
    assert read.keys() == wrote.keys()
    for indicator, (modality, _, steps, atoms) in wrote.items():
        mode, _, said, whom = read[indicator]
        assert mode == modality
        assert [bound.quantity for bound, _, _ in said] == [one.quantity for one, _, _ in steps]
        assert whom == atoms or (name, indicator) in SCOPES


def test_the_table_of_scopes_names_only_what_differs() -> None:
    different = set()
    for root, name in DOCUMENTS:
        loaded = Library(Workspace.at(root)).load(name)
        indicators = loaded.dictionary.indicators
        wrote = targets_of(loaded.facts, indicators)
        read = targets_of(read_back(root, name, "txt").facts, indicators)
        different |= {(name, key) for key in wrote if wrote[key][-1] != read[key][-1]}

    assert different == SCOPES.keys()


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_dates_of_targets_are_read_back(root: Path, name: str, kind: str) -> None:
    """A target of the data without a date may stand in a paragraph that has one."""
    facts = Library(Workspace.at(root)).load(name).facts
    found = {target.indicator: target for target in read_back(root, name, kind).facts.targets}

    for target in facts.targets:
        for step, read in zip(target.steps, found[target.indicator].steps, strict=True):
            if step.deadline:
                assert read.deadline
                assert read.deadline.last_day == step.deadline.last_day


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_clauses_of_targets_are_read_back(root: Path, name: str, kind: str) -> None:
    """二（1） is how people cite what is printed as 二 and 1."""
    found = {target.indicator: target for target in read_back(root, name, kind).facts.targets}

    def cited(clause: str | None) -> str:
        return re.sub("[（）]", "", clause or "")

    for target in Library(Workspace.at(root)).load(name).facts.targets:
        assert not target.clause or cited(found[target.indicator].clause) == cited(target.clause)


def test_the_table_names_only_keys_that_the_data_have() -> None:
    """A key that nothing has any more would hide what comes to be shown."""
    models: dict[str, type[BaseModel]] = {
        "": DocumentFacts,
        "issue": Issue,
        "issue.mark": MarkFacts,
        "basis": Source,
        "targets": Target,
        "groups": Group,
        "tasks": Task,
        "tables": FactTable,
    }
    for key in NOT_SHOWN:
        holder, _, last = key.rpartition(".")
        assert last in models[holder].model_fields
