"""The JSON Schema of the data files: for editors, which read YAML 1.2 by its core schema."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plangen.load.json_schema import SCHEMAS, json_schema
from plangen.load.workspace import packaged_root
from plangen.load.yaml_text import read_yaml
from tests.load.schema_validation import ANNOTATIONS, Validator

DATA = packaged_root() / "data"
SKELETONS = packaged_root() / "templates/new"
FILES = [*sorted(DATA.rglob("*.yaml")), *sorted(SKELETONS.glob("*.yaml"))]
BOOLEANS = {"true": True, "false": False}
CHINESE = re.compile("[\u4e00-\u9fff]")


def kind_of(path: Path) -> str:
    """The schema that a data file is to conform to."""
    return path.stem if path.stem in ("indicators", "organs") else "document"


def as_an_editor_reads(value: Any) -> Any:
    """Text as YAML 1.2 types it: integers, true and false; dates stay text."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch("[-+]?[0-9]+", value):
        return int(value)
    return BOOLEANS.get(value, value) if isinstance(value, str) else value


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema and of its definitions, by the path to it."""
    for owner, definition in {"": schema, **schema.get("$defs", {})}.items():
        for name, inner in definition.get("properties", {}).items():
            yield f"{owner}.{name}", inner


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself included."""
    if isinstance(schema, list):
        for item in schema:
            yield from nodes(item)
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from nodes(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_json_and_names_its_draft(name: str) -> None:
    schema = json_schema(name)

    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_in_a_schema_leads_somewhere(name: str) -> None:
    schema = json_schema(name)

    references = {node["$ref"] for node in nodes(schema) if isinstance(node.get("$ref"), str)}

    assert {ref.removeprefix("#/$defs/") for ref in references} == set(schema["$defs"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_is_described_in_chinese(name: str) -> None:
    described = {
        path: inner.get("description", "") for path, inner in properties(json_schema(name))
    }

    if name != "indicators":
        assert described
    assert [path for path, text in described.items() if not CHINESE.search(text)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_of_named_keys_refuses_others(name: str) -> None:
    schema = json_schema(name)

    objects = [node for node in nodes(schema) if isinstance(node.get("properties"), dict)]

    assert objects
    assert [
        node.get("title") for node in objects if node.get("additionalProperties") is not False
    ] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_pattern_compiles(name: str) -> None:
    every = list(nodes(json_schema(name)))
    patterns = [node["pattern"] for node in every if isinstance(node.get("pattern"), str)]
    patterns += [pattern for node in every for pattern in node.get("patternProperties", ())]

    assert patterns or name == "organs"
    for pattern in patterns:
        re.compile(pattern)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(packaged_root())))
def test_a_data_file_that_comes_along_conforms(path: Path) -> None:
    value = as_an_editor_reads(read_yaml(path.read_text(encoding="utf-8"), path.name).value)

    assert Validator(json_schema(kind_of(path))).faults(value) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "plans"}, "$.kind enum"),
        ({"title": ""}, "$.title minLength"),
        ({"extra": 1}, "$.extra additionalProperties"),
        ({"targets": [{"at_least": "80%"}]}, "$.targets[0] required"),
        ({"words": {"Bad Key": "x"}}, "$.words.Bad Key additionalProperties"),
        (
            {"groups": [{"id": "leading", "name": "某小组", "members": []}]},
            "$.groups[0].members minItems",
        ),
    ],
)
def test_what_plangen_refuses_an_editor_marks(change: dict[str, Any], fault: str) -> None:
    plan = {"kind": "plan", "level": "street", "title": "某方案", **change}

    assert Validator(json_schema("document")).faults(plan) == [fault]


def test_the_examples_of_a_value_are_values() -> None:
    from plangen.quantity.grammar import parse_deadline, parse_quantity

    schema = json_schema("document")

    examples = {
        (path, example)
        for path, inner in properties(schema)
        for node in nodes(inner)
        for example in node.get("examples", ())
    }

    assert {path.split(".")[1] for path, _ in examples} >= {"at_least", "by", "date"}
    for path, example in sorted(examples):
        is_value = path.split(".")[1] in ("at_least", "at_most", "equals")
        (parse_quantity if is_value else parse_deadline)(example)


def test_annotations_say_nothing_about_what_is_valid() -> None:
    assert "type" not in ANNOTATIONS
    assert "required" not in ANNOTATIONS
