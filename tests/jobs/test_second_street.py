"""Another street by other data alone: nothing of 山城 is left in its document."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace, packaged_root
from plangen.load.yaml_text import read_yaml

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
OWN = FIXTURES / "data/yunxi"
OTHER = packaged_root() / "data/shancheng"
# Not printed as they stand: the program's own words, not the street's.
SCHEMA_KEYS = {"kind", "level", "template", "implements", "indicator", "id", "clause", "note"}
GENERAL = {"各部门", "的通知"}  # what every street says
PHRASE = 12  # characters from which on a clause of a duty is the street's own
TITLE = re.compile("《[^》]*》")  # national documents are called what they are called


def values(value: Any, key: str = "") -> Iterator[str]:
    """Every text below ``value`` that stands for something of the place."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from values(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner, key)
    elif key == "text":
        yield from (clause for clause in re.split("[，。；]", value) if len(clause) >= PHRASE)
    elif value and key not in SCHEMA_KEYS and value not in ("true", "false"):
        yield str(value)


def words(folder: Path) -> set[str]:
    """The names, offices, numbers and phrases of a street's data, texts in their clauses."""
    found = set()
    for path in folder.glob("*.yaml"):
        for text in values(read_yaml(path.read_text(encoding="utf-8"), path.name).value):
            found |= set(re.split(r"[，。；\n《》〈〉\s]|{{.*?}}", text))
    return {word for word in found if len(word) > 1} - GENERAL


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The second street's document as plain text."""
    folder = tmp_path_factory.mktemp("yunxi")
    Renderer(Workspace.at(FIXTURES)).render("yunxi/plan-2021", ["txt"], Outputs(folder))
    return (folder / "yunxi/plan-2021.txt").read_text(encoding="utf-8")


def test_the_second_street_has_a_document_of_its_own(text: str) -> None:
    for word in (
        "云溪街道",
        "云街办发〔2021〕16号",
        "2021年3月18日",
        "欧阳景行",
        "顾𠮷安",
        "（此件公开发布）",
    ):
        assert word in text


def test_the_words_of_the_first_street_are_known() -> None:
    known = words(OTHER)

    assert {
        "山城街道",
        "山城发",
        "郭振华",
        "卫计岗",
        "79",
        "2020-09-06",
        "村（居）",
        "党政办副主任",
    } <= known


def test_nothing_of_the_first_street_is_left_in_the_second(text: str) -> None:
    functions = read_yaml(
        (packaged_root() / "data/organs.yaml").read_text(encoding="utf-8"), "organs.yaml"
    ).value["functions"]
    own = "\n".join([*words(OWN), *functions])
    foreign = {word for word in words(OTHER) if word not in own and not word.isdigit()}
    printed = TITLE.sub("", text)

    assert len(foreign) > 60
    assert sorted(word for word in foreign if word in printed) == []


def test_no_number_of_the_first_street_is_left_in_the_second(text: str) -> None:
    own = "\n".join(words(OWN))
    numbers = {number for word in words(OTHER) for number in re.findall(r"\d+(?:%|所|个)?", word)}
    foreign = {number for number in numbers if not re.search(rf"(?<!\d){number}(?!\d)", own)}
    printed = set(re.findall(r"\d+(?:%|所|个)?", text))

    assert {"79", "80%", "60%", "50%"} <= foreign
    assert foreign & printed == set()


def test_the_short_name_of_the_first_street_is_nowhere(text: str) -> None:
    assert "山城" not in text
