"""Diff as a job and as a command: what it says, what it writes, and the codes it leaves with."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from plangen.cli.diff_command import FAIL_ON
from plangen.cli.diff_command import diff as command
from plangen.errors import InputError, UsageError
from plangen.jobs.diff import Diffed, FailOn, as_docx, as_json, as_redline, as_text, diff
from plangen.load.workspace import Workspace
from plangen.model.change import Kind
from tests.load.workspaces import workspace
from tests.writers.docx_file import Docx, found, text_of
from tests.writers.revised import resolved, words

YEARS = ("national/tasks-2019", "national/tasks-2020", "national/tasks-2021")
INDICATORS = """
coverage: {name: 建成率, unit: percent, of: 村（社区）}
meetings: {name: 会议次数, unit: frequency, kind: flow}
other: {name: 其他数, unit: count}
"""
NOTICE = """
kind: notice
level: street
title: 某街道@年重点工作任务
template: notice/annual-tasks
starts: "@-01-01"
ends: "@-12-31"
issue:
  mark: {organs: [某街道办事处]}
  issuers: [某街道办事处]
  recipients: [[各村居]]
  date: "@-03-02"
  printed: {by: 某街道党政办公室, on: "@-03-03"}
words:
  work: 试点工作
  executors: 各村居
  addressees: 各村居
  launched: 2019年1月
  standing: 重要抓手
targets:
- {indicator: coverage, at_least: 50%}
- {indicator: meetings, at_least: 每年4次}
tasks:
- {id: rooms, title: 建设心理咨询室, text: '建成率达到{{ figure("coverage") }}。'}
"""
LATER = NOTICE.replace("50%", "80%").replace("每年4次", "每半年1次")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Notices of two years, a letter, and another street's plan."""
    plan = "kind: plan\nlevel: city\ntitle: 某方案\ntargets:\n- {indicator: other, at_least: 1所}\n"
    return workspace(
        tmp_path,
        {
            "data/indicators.yaml": INDICATORS,
            "data/x/tasks-2020.yaml": NOTICE.replace("@", "2020"),
            "data/x/tasks-2021.yaml": LATER.replace("@", "2021"),
            "data/y/plan.yaml": plan,
            "data/y/broken.yaml": "kind: what\n",
        },
    )


def run(place: Workspace, *arguments: str) -> Result:
    """Run the command alone: errors of the project's own are left for the command line to show."""
    given = [*arguments, "-w", str(place.root)]
    return CliRunner().invoke(command, given, standalone_mode=False, catch_exceptions=False)


def refused(place: Workspace, *arguments: str) -> list[str]:
    with pytest.raises(UsageError) as caught:
        run(place, *arguments)
    return [str(problem.sentence()) for problem in caught.value.problems]


TWO = ("x/tasks-2020", "x/tasks-2021")


def test_two_years_are_compared(place: Workspace) -> None:
    diffed = diff(place, *TWO)

    assert {row.indicator: row.kinds for row in diffed.comparison.targets} == {
        "coverage": (Kind.TIGHTENED,),
        "meetings": (Kind.LOOSENED,),
    }
    assert (diffed.comparison.old.id, diffed.comparison.new.id) == TWO


def test_populations_that_are_parts_of_themselves_are_refused(place: Workspace) -> None:
    circle = "of: 村（社区）, parts: {社区: [小区], 小区: [社区]}}"
    dictionary = place.root / "data/indicators.yaml"
    dictionary.write_text(INDICATORS.replace("of: 村（社区）}", circle), encoding="utf-8")

    with pytest.raises(InputError) as caught:
        diff(place, *TWO)

    assert str(caught.value) == ("data/indicators.yaml：对象的组成部分绕成了圈：社区 → 小区 → 社区")


def test_documents_are_named_by_their_paths_too(place: Workspace) -> None:
    diffed = diff(place, "data/x/tasks-2020.yaml", str(place.root / "data/x/tasks-2021.yaml"))

    assert (diffed.old.id, diffed.new.id) == TWO


def test_the_command_says_it_in_words(place: Workspace) -> None:
    ran = run(place, *TWO)

    assert ran.return_value == 0
    assert ran.output == as_text(diff(place, *TWO))
    assert "【放宽】\n  会议次数：每年至少4次，2020年底前 → 每半年至少1次，2021年底前" in ran.output


def test_the_command_says_it_in_json(place: Workspace) -> None:
    ran = run(place, *TWO, "--format", "json")

    record: dict[str, Any] = json.loads(ran.output)
    assert record == as_json(diff(place, *TWO))
    assert record["summary"]["targets"] == {"loosened": 1, "tightened": 1}


def test_text_goes_into_a_file_where_one_is_named(place: Workspace) -> None:
    path = place.root / "out/diff.txt"

    ran = run(place, *TWO, "-o", str(path))

    assert ran.output == f"已生成 {path}\n"
    assert path.read_text(encoding="utf-8") == as_text(diff(place, *TWO))


def test_the_table_is_a_docx(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.root)

    ran = run(place, *TWO, "--format", "docx")

    assert ran.output == "已生成 output/x/tasks-2021.diff.docx\n"
    file = Docx((place.root / "output/x/tasks-2021.diff.docx").read_bytes())
    cells = [text_of(cell) for cell in found(file.body, ".//w:tc")]
    assert cells[:5] == ["项目", "上年", "本年", "变化", "会议次数"]


def test_the_redline_leads_from_one_document_to_the_other(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place.root)

    ran = run(place, *TWO, "--redline")

    assert ran.output == "已生成 output/x/tasks-2021.redline.docx\n"
    file = Docx((place.root / "output/x/tasks-2021.redline.docx").read_bytes())
    accepted, rejected = (
        "\n".join(words(resolved(file.body, way))) for way in ("accept", "reject")
    )
    assert "建成率达到80%以上。" in accepted
    assert "建成率达到50%以上。" in rejected
    assert "2021年3月2日" in accepted
    assert "2020年3月2日" in rejected


def test_a_redline_is_dated_as_the_new_document(place: Workspace) -> None:
    file = Docx(as_redline(place, diff(place, *TWO)))

    changes = found(file.body, ".//w:ins | .//w:del")

    assert {value for change in changes for key, value in change.items() if "date" in str(key)} == {
        "2021-03-02T00:00:00Z"
    }


def test_documents_that_do_not_belong_together_are_refused_with_every_reason(
    place: Workspace,
) -> None:
    head = "x/tasks-2020 和 y/plan 不像是同一类文件："

    assert refused(place, "x/tasks-2020", "y/plan") == [
        f"{head}文种不同（通知，实施方案）；仍要比较请加 --force",
        f"{head}层级不同（乡镇、街道级，市级）；仍要比较请加 --force",
        f"{head}没有共同的指标或任务；仍要比较请加 --force",
    ]


def test_force_compares_them_nevertheless(place: Workspace) -> None:
    ran = run(place, "x/tasks-2020", "y/plan", "--force")

    assert ran.return_value == 0
    assert "其他数：— → 不少于1所" in ran.output


def test_a_document_is_compared_with_itself(place: Workspace) -> None:
    ran = run(place, "y/plan", "y/plan")

    assert "没有变化。" in ran.output


def test_a_file_that_somebody_changed_is_kept(place: Workspace) -> None:
    path = place.root / "diff.txt"
    run(place, *TWO, "-o", str(path))
    path.write_text("mine", encoding="utf-8")

    sentences = refused(place, *TWO, "-o", str(path))
    forced = run(place, *TWO, "-o", str(path), "--force")

    assert sentences == [
        f"{path} 已被改动过，没有覆盖；要覆盖请加 --force，要另存请用 -o 换一个文件夹"
    ]
    assert forced.return_value == 0
    assert path.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("pair", "on", "code"),
    [
        (TWO, "loosened", 1),
        (TWO, "any", 1),
        (TWO, "none", 0),
        (("y/plan", "y/plan"), "any", 0),
        (("y/plan", "y/plan"), "loosened", 0),
    ],
)
def test_the_code_tells_what_was_asked(
    place: Workspace, pair: tuple[str, str], on: str, code: int
) -> None:
    assert run(place, *pair, "--fail-on", on).return_value == code


def test_the_choices_of_the_command_are_those_of_the_job() -> None:
    assert tuple(FailOn) == FAIL_ON


def test_a_document_that_is_not_there_is_a_wrong_use(place: Workspace) -> None:
    (sentence,) = refused(place, "x/tasks-2020", "x/none")

    assert sentence.startswith("没有文件“x/none”；现有：")


def test_data_with_faults_cannot_be_read(place: Workspace) -> None:
    with pytest.raises(InputError):
        run(place, "x/tasks-2020", "y/broken")


def test_data_without_a_template_has_no_redline(place: Workspace) -> None:
    with pytest.raises(InputError, match="没有写 template"):
        run(place, "y/plan", "y/plan", "--redline")


def test_another_format_is_a_wrong_use(place: Workspace) -> None:
    with pytest.raises(click.UsageError):
        run(place, *TWO, "--format", "pdf")


def test_a_redline_in_another_format_is_a_wrong_use(place: Workspace) -> None:
    with pytest.raises(click.UsageError, match=r"^--redline 只输出 docx$"):
        run(place, *TWO, "--redline", "--format", "json")


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Diffed]:
    """The national tasks of each year against the year before."""
    empty = Workspace.at(tmp_path_factory.mktemp("national"))
    return {int(new[-4:]): diff(empty, old, new) for old, new in pairwise(YEARS)}


@pytest.mark.parametrize(
    ("year", "indicator", "kind", "old", "new"),
    [
        (2020, "village_counseling_room_coverage", "tightened", "20%以上", "50%以上"),
        (2021, "village_counseling_room_coverage", "tightened", "50%以上", "80%以上"),
        (2020, "school_counseling_room_coverage", "tightened", "50%以上", "70%以上"),
        (2021, "school_counseling_room_coverage", "tightened", "70%以上", "100%"),
        (2020, "employee_psych_service_coverage", "tightened", "30%以上", "50%以上"),
        (2021, "employee_psych_service_coverage", "tightened", "50%以上", "100%"),
        (2020, "general_hospital_clinic_rate", "added", None, "20%以上"),
        (2021, "general_hospital_clinic_rate", "tightened", "20%以上", "40%以上"),
        (2021, "hotline_operator_training_frequency", "loosened", "每年至少4次", "每年至少2次"),
        (2021, "science_popularization_frequency", "dropped", "每月至少1次", None),
        (2021, "reported_prevalence", "dropped", "4.5‰以上", None),
        (2021, "regular_medication_rate", "dropped", "60%以上", None),
        (2021, "schizophrenia_medication_rate", "dropped", "80%以上", None),
        (2021, "crisis_team_training_frequency", "unchanged", "每年至少2次", "每年至少2次"),
    ],
)
def test_the_national_chain_is_what_the_documents_say(
    chain: dict[int, Diffed], year: int, indicator: str, kind: str, old: str | None, new: str | None
) -> None:
    record = as_json(chain[year])

    (row,) = [row for row in record["targets"] if row["indicator"] == indicator]

    assert kind in row["changes"]
    assert [side and side["value"] for side in (row["old"], row["new"])] == [old, new]


def test_the_only_target_that_the_national_chain_loosens_is_the_training_of_operators(
    chain: dict[int, Diffed],
) -> None:
    loosened = [
        row.indicator
        for diffed in chain.values()
        for row in diffed.comparison.targets
        if Kind.LOOSENED in row.kinds
    ]

    assert loosened == ["hotline_operator_training_frequency"]


def test_no_deadline_of_the_national_chain_counts_as_moved(chain: dict[int, Diffed]) -> None:
    kinds = [row.kinds for diffed in chain.values() for row in diffed.comparison.targets]

    assert [found for found in kinds if {Kind.LATER, Kind.EARLIER} & set(found)] == []


def test_the_employees_of_2021_are_a_smaller_population(chain: dict[int, Diffed]) -> None:
    (row,) = [
        row
        for row in chain[2021].comparison.targets
        if row.indicator == "employee_psych_service_coverage"
    ]

    assert row.kinds == (Kind.NARROWER, Kind.TIGHTENED)


def test_the_table_of_the_national_chain_is_set_on_turned_pages(
    chain: dict[int, Diffed], tmp_path: Path
) -> None:
    file = Docx(as_docx(Workspace.at(tmp_path), chain[2021]))

    assert found(file.body, ".//w:sectPr/w:pgSz[@w:orient='landscape']")
