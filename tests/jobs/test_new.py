"""A new plan: complete, explained, and rendered at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plangen.errors import UsageError
from plangen.jobs.check import check
from plangen.jobs.new import new_notice, new_plan
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import WRITERS, Renderer
from plangen.load.workspace import Workspace, packaged_root
from plangen.load.yaml_text import read_yaml
from plangen.model.groups import Duty, Group, GroupMember, GroupOffice, Task
from plangen.model.issue import Issue, MarkFacts, Number, Printing, SecrecyFacts
from plangen.model.organs import Organ, OrganRegister
from plangen.model.plans import DocumentFacts, FactTable, LocalFact, Place, Source
from plangen.model.targets import Point, Target
from plangen.model.waivers import Waiver
from tests.load.workspaces import workspace

ID = "qingshui/plan-2027"
NOTICE = "qingshui/tasks-2027"
SKELETONS = packaged_root() / "templates/new"
FACTS: dict[str, list[type[BaseModel]]] = {
    "plan": [
        DocumentFacts, Duty, Group, GroupMember, GroupOffice, Issue, LocalFact, MarkFacts, Number,
        Place, Point, Printing, SecrecyFacts, Source, Target, Task,
        Waiver,
    ],
    "notice": [
        DocumentFacts, FactTable, Issue, MarkFacts, Number, Point, Printing, SecrecyFacts, Source,
        Target, Task,
    ],
    "organs": [Organ, OrganRegister],
}  # fmt: skip
KEY = re.compile(r"^(?P<indent> *)(?P<off># *)?(?:- )?\{?(?P<key>[\w]+):(?P<rest>.*)$")


def skeleton(name: str) -> str:
    return (SKELETONS / f"{name}.yaml").read_text(encoding="utf-8")


def keys(text: str) -> list[tuple[str, str]]:
    """Every key of a skeleton, those that are commented out too, with the comment beside it."""
    found = []
    for line in text.splitlines():
        match = KEY.match(line)
        if match and (match["key"].isascii() or not match["off"]):
            found.append((match["key"], match["rest"].partition("  # ")[2]))
    return found


def switched_on(text: str) -> str:
    """A skeleton with every key that is commented out switched on."""
    lines = []
    for line in text.splitlines():
        match = KEY.match(line)
        lines.append(re.sub(r"# ?", "", line, count=1) if match and match["off"] else line)
    return "\n".join(lines) + "\n"


def test_a_new_plan_and_the_organs_of_its_place_are_written(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)

    written = new_plan(place, ID)

    assert written == (tmp_path / f"data/{ID}.yaml", tmp_path / "data/qingshui/organs.yaml")
    assert [path.read_text(encoding="utf-8") for path in written] == [
        skeleton("plan"),
        skeleton("organs"),
    ]


def test_a_new_plan_has_nothing_but_places_to_fill_in(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    new_plan(place, ID)

    checked = check(place, [ID])

    assert checked.problems == ()
    (unfilled,) = checked.findings
    assert re.fullmatch(r"还有 \d+ 处【】没有填写，这是第一处", str(unfilled.message))
    assert unfilled.place.key == "title"


def test_a_new_plan_is_rendered_at_once(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    new_plan(place, ID)

    rendered = Renderer(place).render(ID, WRITERS, Outputs(tmp_path / "output"))

    assert {path.suffix.removeprefix(".") for path in rendered.files} == set(WRITERS)
    assert all(path.stat().st_size for path in rendered.files)


def test_what_is_to_be_filled_in_can_be_recognised_in_the_document(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    new_plan(place, ID)
    Renderer(place).render(ID, ["txt"], Outputs(tmp_path))
    text = (tmp_path / f"{ID}.txt").read_text(encoding="utf-8")

    for part in (
        "【某街道】",
        "【某街办发】",
        "【党工委、街道办】",
        "【卫生健康部门】",
        "【组长姓名】",
    ):
        assert part in text
    assert text.count("【") == text.count("】")
    assert not re.search("【[^】]*【", text.replace("《【", "《"))


def test_a_new_notice_is_written_alone(tmp_path: Path) -> None:
    written = new_notice(Workspace.at(tmp_path), NOTICE)

    assert written == (tmp_path / f"data/{NOTICE}.yaml",)
    assert written[0].read_text(encoding="utf-8") == skeleton("notice")
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == [written[0]]


def test_a_new_notice_has_nothing_but_places_to_fill_in(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    new_notice(place, NOTICE)

    checked = check(place, [NOTICE])

    assert checked.problems == ()
    (unfilled,) = checked.findings
    assert re.fullmatch(r"还有 \d+ 处【】没有填写，这是第一处", str(unfilled.message))


def test_a_new_notice_is_rendered_at_once(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    new_notice(place, NOTICE)

    Renderer(place).render(NOTICE, ["txt"], Outputs(tmp_path))
    text = (tmp_path / f"{NOTICE}.txt").read_text(encoding="utf-8")

    for part in (
        "【某委发】〔2099〕1号",
        "【市某局】",
        "80%以上",
        "2099年底前",
        "1项",
        "任务分解表",
    ):
        assert part in text


def test_a_notice_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    place = workspace(tmp_path, {f"data/{NOTICE}.yaml": "mine"})

    with pytest.raises(UsageError, match="已经有了，没有覆盖"):
        new_notice(place, NOTICE)

    assert (tmp_path / f"data/{NOTICE}.yaml").read_text(encoding="utf-8") == "mine"


def test_a_new_plan_of_a_place_that_has_organs_leaves_them_alone(tmp_path: Path) -> None:
    organs = "organs:\n- name: 甲岗\n"
    place = workspace(tmp_path, {"data/qingshui/organs.yaml": organs})

    written = new_plan(place, ID)

    assert written == (tmp_path / f"data/{ID}.yaml",)
    assert (tmp_path / "data/qingshui/organs.yaml").read_text(encoding="utf-8") == organs


def test_a_new_plan_of_a_packaged_place_does_not_hide_its_organs(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)

    new_plan(place, "shancheng/plan-2021")

    assert not (tmp_path / "data/shancheng/organs.yaml").exists()
    assert check(place, ["shancheng/plan-2020"]).problems == ()


def test_a_plan_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    place = workspace(tmp_path, {f"data/{ID}.yaml": "mine"})

    with pytest.raises(UsageError) as caught:
        new_plan(place, ID)

    assert str(caught.value) == f"{tmp_path / f'data/{ID}.yaml'} 已经有了，没有覆盖"
    assert [path.name for path in (tmp_path / "data").rglob("*.yaml")] == ["plan-2027.yaml"]
    assert (tmp_path / f"data/{ID}.yaml").read_text(encoding="utf-8") == "mine"


def test_an_id_without_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        new_plan(Workspace.at(tmp_path), "plan-2027")

    assert str(caught.value) == "编号应含地方，如 shancheng/plan-2027"


@pytest.mark.parametrize("name", ["../x/plan", "/x/plan", "x y/plan", "", "x/plan.docx"])
def test_what_can_be_no_id_is_refused(name: str, tmp_path: Path) -> None:
    place = Workspace.at(tmp_path / "w")

    with pytest.raises(UsageError):
        new_plan(place, name)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x/organs", "x/indicators"])
def test_the_name_of_a_dictionary_is_no_name_for_a_plan(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        new_plan(Workspace.at(tmp_path), name)


def test_a_workspace_may_have_a_skeleton_of_its_own(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"templates/new/plan.yaml": "kind: plan\n"})

    new_plan(place, ID)

    assert (tmp_path / f"data/{ID}.yaml").read_text(encoding="utf-8") == "kind: plan\n"


ELSEWHERE = {"serial", "stamps", "attendance", "seals", "sections", "annexes", "signed_by"}
"""Keys of orders, minutes and pictures, and of texts that were read: no plan is begun with them."""


@pytest.mark.parametrize("name", FACTS)
def test_a_skeleton_shows_every_key_there_is(name: str) -> None:
    shown = {key for key, _ in keys(skeleton(name))} | ELSEWHERE

    assert {
        f"{fact.__name__}.{field}"
        for fact in FACTS[name]
        for field in fact.model_fields
        if field not in shown
    } == set()


@pytest.mark.parametrize("name", FACTS)
def test_every_key_of_a_skeleton_is_explained_beside_it(name: str) -> None:
    found = keys(skeleton(name))

    assert len(found) > 5
    assert [key for key, comment in found if not re.search("[\u4e00-\u9fff]", comment)] == []


@pytest.mark.parametrize("name", FACTS)
def test_the_first_explanation_of_a_key_says_whether_it_may_be_left_out(name: str) -> None:
    words = re.compile("必须写|可不写|要用|要写|不写即|才写|恰好写一个|不要改")
    first: dict[str, str] = {}
    for key, comment in keys(skeleton(name)):
        first.setdefault(key, comment)

    assert {key: comment for key, comment in first.items() if not words.search(comment)} == {}


@pytest.mark.parametrize(("name", "document_id"), [("plan", ID), ("notice", NOTICE)])
def test_what_is_commented_out_is_right_too(name: str, document_id: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"data/{document_id}.yaml": switched_on(skeleton(name))}
    if name == "plan":
        files["data/qingshui/organs.yaml"] = skeleton("organs")
    place = workspace(tmp_path, files)

    checked = check(place, [document_id])

    assert [str(problem.sentence()) for problem in checked.problems] == []
    assert all("【】没有填写" in str(finding.message) for finding in checked.findings)


def test_the_organs_of_the_skeleton_do_all_that_the_street_template_asks_for() -> None:
    source = (packaged_root() / "templates/plan/street.xml.j2").read_text(encoding="utf-8")
    calls = re.findall(r"\borgans?\(([^)]*)\)", source)
    asked = {function for call in calls for function in re.findall(r'"([^"]+)"', call)}
    register: list[dict[str, Any]] = read_yaml(skeleton("organs"), "organs.yaml").value["organs"]

    performed = [function for organ in register for function in organ["functions"]]

    assert len(asked) > 5
    assert sorted(performed) == sorted(asked)
