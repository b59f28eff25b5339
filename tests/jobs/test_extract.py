"""Extract: what the seeds hold; data files that check and audit accept; the commands."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from plangen.cli.extract_command import export_, extract, import_
from plangen.errors import InputError, UsageError
from plangen.jobs.audit import audit
from plangen.jobs.extract import FileFacts, as_json, as_page, as_yaml, facts_of_file
from plangen.jobs.outputs import save
from plangen.load.documents import Library
from plangen.load.workspace import Workspace, packaged_root
from plangen.load.yaml_text import read_yaml
from plangen.model.plans import DocumentFacts

PLACE = Workspace.at(packaged_root())
PLAN = """某街道某项工作方案

一、工作目标
到2021年底，心理咨询室或社会工作室建成率达到80%以上。

附件：1. 某街道某项工作领导小组成员名单

附件1

某街道某项工作领导小组成员名单

组长：张三 党工委书记
成员：李四 卫计岗主管
"""


@pytest.fixture
def seeds(pytestconfig: pytest.Config) -> Path:
    """The folder of the seeds, which lie beside the repository."""
    folder: Path = pytestconfig.rootpath.parent / "shared/seeds"
    if not folder.is_dir():
        pytest.skip(f"the seed documents are not there: {folder}")
    return folder


def plan(folder: Path, text: str = PLAN) -> Path:
    """A small plan as a text file."""
    path = folder / "方案.txt"
    path.write_text(text, encoding="utf-8")
    return path


def known(name: str) -> DocumentFacts:
    """What a careful reader recorded of a document."""
    return Library(PLACE).load(name).facts


def dumped(facts: Any) -> Any:
    """Facts to be compared."""
    return [entry.model_dump() for entry in facts]


def test_the_roster_of_the_shancheng_plan(seeds: Path) -> None:
    found = facts_of_file(seeds / "2020-shancheng-plan.txt", PLACE).facts
    leading, technical = found.groups
    roles = [member.role for member in leading.members]

    assert dumped(found.groups) == dumped(known("shancheng/plan-2020").groups)
    assert [roles.count(role) for role in ("组长", "副组长", "成员")] == [2, 2, 18]
    assert [[m.role for m in technical.members].count(r) for r in ("组长", "副组长", "成员")] == [
        1,
        3,
        4,
    ]


def test_the_duties_of_the_shancheng_plan(seeds: Path) -> None:
    extracted = facts_of_file(seeds / "2020-shancheng-plan.txt", PLACE)
    recorded = known("shancheng/plan-2020").duties
    organs = Library(PLACE).dictionary("shancheng/-")

    def registered(duties: Any) -> list[list[str]]:
        named = [[organs.organ(name) for name in duty.organs] for duty in duties]
        return [[organ.name for organ in found if organ] for found in named]

    assert registered(extracted.facts.duties) == registered(recorded)
    text = "".join(extracted.document.text.split())
    said = [re.sub(r"{{.*?}}", "80%", duty.text) for duty in extracted.facts.duties]
    assert all("".join(duty.split()) in text for duty in said)
    assert all(duty.text.endswith("。") for duty in extracted.facts.duties)


def test_the_head_of_the_shancheng_plan(seeds: Path) -> None:
    found = facts_of_file(seeds / "2020-shancheng-plan.txt", PLACE).facts
    recorded = known("shancheng/plan-2020")

    assert (found.title, found.ends, found.date) == (recorded.title, recorded.ends, recorded.date)
    assert found.issue
    assert recorded.issue
    for key in ("number", "issuers", "recipients", "date"):
        assert getattr(found.issue, key) == getattr(recorded.issue, key)


def test_the_tasks_of_wuhan(seeds: Path) -> None:
    found = facts_of_file(seeds / "2021-wuhan-tasks.txt", PLACE).facts.tasks
    recorded = known("wuhan/tasks-2021").tasks

    def organs(names: tuple[str, ...]) -> list[str]:
        return [name.replace("<", "〔").replace(">", "〕") for name in names]

    assert len(found) == 17
    for mine, theirs in zip(found, recorded, strict=True):
        assert (mine.title, mine.part) == (theirs.title, theirs.part)
        assert organs(mine.lead) == organs(theirs.lead)
        assert organs(mine.support) == organs(theirs.support)


@pytest.mark.parametrize(
    "seed",
    ["2018-national-scheme", "2020-national-tasks", "2020-shancheng-plan", "2021-wuhan-tasks"],
)
def test_the_data_file_of_a_seed_is_read_and_its_quotes_stand_in_the_text(
    seeds: Path, seed: str
) -> None:
    extracted = facts_of_file(seeds / f"{seed}.txt", PLACE)

    text = as_yaml(extracted)

    assert DocumentFacts.model_validate(read_yaml(text, "x.yaml").value) == extracted.facts
    squeezed = "".join(extracted.document.text.split())
    for target in extracted.facts.targets:
        assert all("".join(part.split()) in squeezed for part in (target.quote or "").split("；"))


def test_the_data_file_passes_the_check_and_the_audit(seeds: Path, tmp_path: Path) -> None:
    extracted = facts_of_file(seeds / "2020-shancheng-plan.txt", PLACE)
    path = tmp_path / "data/shancheng/read.yaml"
    save(
        path,
        as_yaml(extracted)
        .replace("kind: plan", "kind: plan\nimplements: [national/scheme-2018]")
        .encode(),
    )
    place = Workspace.at(tmp_path)

    loaded = Library(place).load("shancheng/read")
    (audited,) = audit(place, ["shancheng/read"]).audits

    assert loaded.facts.groups == known("shancheng/plan-2020").groups
    assert audited.rows


def test_a_document_says_whom_it_implements_by_their_titles(tmp_path: Path) -> None:
    text = PLAN.replace(
        "一、", "根据《全国社会心理服务体系建设试点工作方案》，制定本方案。\n一、", 1
    )

    found = facts_of_file(plan(tmp_path, text), PLACE)

    assert found.facts.implements == ("national/scheme-2018",)
    assert [str(d) for d in found.made.doubts[("implements",)]] == ["按文中提到的标题推定，请核对"]


def test_where_none_is_named_a_person_is_asked(tmp_path: Path) -> None:
    found = facts_of_file(plan(tmp_path), PLACE)

    assert "请填 implements" in str(found.findings[-1].message)


def test_a_place_is_the_file_with_what_it_says(tmp_path: Path) -> None:
    found = facts_of_file(plan(tmp_path), PLACE)

    assert found.quote(("groups", 0, "members", 1, "name")) == "李四 卫计岗主管"
    assert "李四 卫计岗主管" in found.place(("groups", 0, "members", 1, "name")).key
    assert found.place(("words", "unit")).key == "words.unit"


def test_json_offsets_lead_to_the_words(tmp_path: Path) -> None:
    found = facts_of_file(plan(tmp_path), PLACE)
    text, data = found.document.text, as_json(found)

    (member, _) = data["groups"][0]["members"]
    assert text[member["start"] : member["end"]] == "张三 党工委书记"
    assert all(t["quote"] == text[t["start"] : t["end"]] for t in data["targets"])
    assert [part["part"] for part in data["outline"]] == ["issued", "annex"]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (facts_of_file(plan(tmp_path), PLACE) for _ in range(2))

    assert as_yaml(first) == as_yaml(second)
    assert as_page(first) == as_page(second)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken"])
def test_a_file_that_cannot_be_read_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)

    with pytest.raises(InputError):
        facts_of_file(path, PLACE)


def test_a_date_to_count_from_may_be_given(tmp_path: Path) -> None:
    text = "某街道某项工作方案\n\n一、目标\n今年年底前，心理咨询室或社会工作室建成率达到80%以上。\n"

    found = facts_of_file(plan(tmp_path, text), PLACE, date(2023, 5, 1))

    (target,) = found.facts.targets
    assert target.deadline
    assert target.deadline.last_day == date(2023, 12, 31)


def run(command: Any, *arguments: str | Path) -> Any:
    """A command's run; errors of plangen come through, as the program itself shows them."""
    return CliRunner().invoke(
        command, [*map(str, arguments), "-w", str(PLACE.root)], catch_exceptions=False
    )


def test_the_command_writes_a_data_file_a_page_and_what_needs_an_eye(tmp_path: Path) -> None:
    output, page = tmp_path / "a.yaml", tmp_path / "a.html"

    said = run(extract, plan(tmp_path), "-o", output, "--explain", page)

    assert said.exit_code == 0
    assert said.stdout.split() == ["已生成", str(page), "已生成", str(output)]
    assert "提醒：" in said.stderr
    assert "张三" in output.read_text("utf-8")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_command_prints_json_and_nothing_else(tmp_path: Path) -> None:
    said = run(extract, plan(tmp_path), "--format", "json", "--explain", tmp_path / "a.html")

    assert json.loads(said.stdout)["groups"][0]["name"] == "某街道某项工作领导小组"


def test_the_command_overwrites_nobodys_work(tmp_path: Path) -> None:
    output = tmp_path / "a.yaml"
    output.write_text("mine")

    with pytest.raises(UsageError, match="已被改动过"):
        run(extract, plan(tmp_path), "-o", output)
    run(extract, plan(tmp_path), "-o", output, "--force")

    assert "张三" in output.read_text("utf-8")


def test_a_workbook_goes_out_and_comes_in(tmp_path: Path) -> None:
    book, data = tmp_path / "a.xlsx", tmp_path / "a.yaml"

    assert run(export_, "shancheng/plan-2020", "-o", book).exit_code == 0
    assert run(import_, book, "-o", data).exit_code == 0

    read = DocumentFacts.model_validate(read_yaml(data.read_text("utf-8"), "a.yaml").value)
    assert read == known("shancheng/plan-2020")


def test_an_empty_workbook_goes_out(tmp_path: Path) -> None:
    assert run(export_, "-o", tmp_path / "a.xlsx").exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_facts_of_a_file_are_what_an_audit_takes(tmp_path: Path) -> None:
    found: FileFacts = facts_of_file(plan(tmp_path), PLACE)

    from plangen.audit.papers import Paper

    paper = Paper(found.id, found.facts, found.place)
    assert paper.place(("groups", 0)).file == found.document.name
