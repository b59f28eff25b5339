"""The ring: what a document shows of its data is read back from it, whatever its format."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plangen.fonts.fonts import Fonts
from plangen.jobs.extract import FileFacts, facts_of_document
from plangen.jobs.render import WRITERS, Renderer
from plangen.jobs.work import Setting, Work
from plangen.load.documents import Library
from plangen.load.workbooks.plain import plain
from plangen.load.workspace import Workspace, packaged_root
from plangen.readers.reader import read_bytes

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
FONTS = Fonts.found([])
FORMATS = ("docx", "pdf", "html", "txt")

# What stands in the data and not in the document, or not in these words. All else is compared.
NOT_SHOWN: Mapping[str, str] = {
    "template": "which template is used",
    "place": "the words for the place are woven into the text",
    "words": "so are the local words",
    "facts": "what exists at the place is never printed",
    "waivers": "consents of the authority above are never printed",
    "implements": "documents are named by their titles, not by their ids",
    "supersedes": "the same",
    "group_functions": "functions are printed as departments",
    "note": "a note to colleagues",
    "text": "paragraphs without facts stay prose",
    "attendance": "organs and names are printed without a mark between them",
    "tables": "tables that are no roster and no task list stay tables",
    "breakdown": "whether a table was asked for",
    "basis": "only titles are printed, and those that a template names itself as well",
    "issue.title": "the template words it where the data do not; blanks in it are layout",
    "issue.sealed": "an impression is a picture, a place for one is empty",
    "issue.seal": "the diameter of a seal is no text",
    "issue.seals": "pictures",
    "issue.stamps": "a name stands in the picture of its stamp",
    "issue.enclosure": "issued is what is usual and not printed",
    "issue.mark.suffix": "文件 is what is usual",
    "issue.recipients": "compared as printed: a name may hold 、 itself",
    "ends": "compared where the document has a part on goals, a year in its title",
    "starts": "the same",
    "targets.note": "a note to colleagues",
    "targets.quote": "the data quote the seed, the document is worded by its template",
    "targets.clause": "the data cite the clauses of the seed",
    "targets.scope": "the words of the sentence, not those of the data",
    "targets.levels": "never printed",
    "targets.by": "a target without a date of its own may stand in a paragraph that has one",
    "groups.id": "never printed",
    "tasks.id": "never printed",
    "tasks.indicators": "follows from the targets",
}
# Targets that are not read from the words that the templates put them into, in any format: what
# is said of them is exactly this, so that an entry goes when its sentence comes to be understood.
JOINT = "开展调研评估，每年至少1次: what is counted stands before a comma"
NOT_READ: Mapping[str, Mapping[str, str]] = {
    "national/tasks-2020": {"county_joint_assessment_frequency": JOINT},
    "shancheng/plan-2020": {
        "enterprise_counseling_room_count": "支持 at the head of the sentence is taken for 鼓励",
    },
    "wuhan/tasks-2021": {
        "county_joint_assessment_frequency": JOINT,
    },
}
# Documents whose form prints no organs beside its tasks.
WITHOUT_ORGANS = ("national/tasks-2019", "national/tasks-2020", "national/tasks-2021")


def documents() -> list[tuple[Path, str]]:
    """Every document of the repository that has a template."""
    found = []
    for root, own in ((packaged_root(), "data"), (FIXTURES, "data")):
        workspace = Workspace.at(root)
        for name in workspace.document_ids():
            inside = (root / own / f"{name}.yaml").is_file()
            if inside and Library(workspace).load(name).facts.template:
                found.append((root, name))
    return found


DOCUMENTS = documents()
CASES = [
    pytest.param(root, name, kind, id=f"{name}-{kind}")
    for root, name in DOCUMENTS
    for kind in FORMATS
]


@cache
def data_of(root: Path, name: str) -> dict[str, Any]:
    """The data of a document as its file has them."""
    found = plain(Library(Workspace.at(root)).load(name).facts)
    assert isinstance(found, dict)
    return found


@cache
def read_back(root: Path, name: str, kind: str) -> FileFacts:
    """The facts of a document's file, as they are read from it."""
    workspace = Workspace.at(root)
    document, _ = Renderer(workspace, fonts=FONTS).document(name)
    work = Work(document, Setting(), FONTS, root)
    ((_, content),) = WRITERS[kind](work)
    return facts_of_document(read_bytes(content, f"{Path(name).name}.{kind}"), workspace)


def found_of(root: Path, name: str, kind: str) -> dict[str, Any]:
    """The data that are read back."""
    return read_back(root, name, kind).made.data


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


def is_filled(pattern: str, text: str) -> bool:
    """Whether a text is another one whose figures have been put in."""
    pieces = re.split(r"\{\{.*?\}\}", "".join(pattern.split()))
    return re.fullmatch(".{1,40}?".join(map(re.escape, pieces)), text) is not None


def printed(groups: list[list[str]]) -> str:
    """主送机关 as they are printed."""
    return "，".join("、".join(group) for group in groups)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_head_is_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    keys = ("kind", "level", "title", "issue")
    assert {key: shown(found).get(key) for key in keys} == {
        key: shown(data).get(key) for key in keys
    }
    assert printed(found.get("issue", {}).get("recipients", [])) == printed(
        data.get("issue", {}).get("recipients", [])
    )
    titles = (data.get("issue", {}).get("title", ""), found.get("issue", {}).get("title", ""))
    assert not titles[0] or "".join(titles[0].split()) == "".join(titles[1].split())


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_period_is_read_back_where_it_is_found(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    for key in ("starts", "ends"):
        assert key not in found or found[key] == data[key]
    assert ("ends" in found) == ("ends" in data)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_groups_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    assert shown(found).get("groups", []) == shown(data).get("groups", [])


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_duties_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = (
        data_of(root, name).get("duties", []),
        found_of(root, name, kind).get("duties", []),
    )

    assert [duty["organs"] for duty in found] == [duty["organs"] for duty in data]
    assert [
        (wrote["organs"], wrote["text"])
        for wrote, read in zip(data, found, strict=True)
        if not is_filled(wrote["text"], read["text"])
    ] == []


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_tasks_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name).get("tasks", []), found_of(root, name, kind).get("tasks", [])
    hidden = {"text", "lead", "support"} if name in WITHOUT_ORGANS else {"text"}

    def printed_keys(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = shown({"tasks": tasks})["tasks"]
        return [{key: task[key] for key in task if key not in hidden} for task in wanted]

    assert printed_keys(found) == printed_keys(data)
    assert [
        wrote["title"]
        for wrote, read in zip(data, found, strict=True)
        if not is_filled(wrote.get("text", ""), read.get("text", ""))
    ] == []


def steps(targets: list[dict[str, Any]]) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Every target of the data: indicator, modality, and its value or its steps."""
    for target in targets:
        bounds = ("at_least", "at_most", "equals")
        points = target.get("points") or [target]
        values = tuple(point[key] for point in points for key in bounds if key in point)
        yield target["indicator"], target.get("modality", "应当"), values


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_targets_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)

    wrote, read = set(steps(data.get("targets", []))), set(steps(found.get("targets", [])))
    assert {indicator for indicator, _, _ in wrote - read} == NOT_READ.get(name, {}).keys()
    assert {indicator for indicator, _, _ in read - wrote} <= NOT_READ.get(name, {}).keys()
    assert len(found.get("targets", [])) == len(read)


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_the_dates_of_targets_are_read_back(root: Path, name: str, kind: str) -> None:
    data, found = data_of(root, name), found_of(root, name, kind)
    read = {target["indicator"]: target.get("by") for target in found.get("targets", [])}

    dated = {
        target["indicator"]: target["by"] for target in data.get("targets", []) if "by" in target
    }
    facts = Library(Workspace.at(root)).load(name).facts
    days = {
        target.indicator: target.deadline.last_day.isoformat()
        for target in facts.targets
        if target.deadline
    }
    assert dated.keys() == days.keys()
    assert {key: read.get(key) for key in days} == days


def test_the_table_names_only_keys_that_the_data_have() -> None:
    """A key that nothing has any more would hide what comes to be shown."""
    from plangen.model.groups import Group, Task
    from plangen.model.issue import Issue
    from plangen.model.plans import DocumentFacts
    from plangen.model.targets import Target

    models: dict[str, type[BaseModel]] = {
        "": DocumentFacts,
        "issue": Issue,
        "targets": Target,
        "groups": Group,
        "tasks": Task,
    }
    deeper = {"issue.mark.suffix"}
    for key in NOT_SHOWN.keys() - deeper:
        holder, _, name = key.rpartition(".")
        assert name in models[holder].model_fields
