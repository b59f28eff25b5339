"""The commands ``audit`` and ``impact``: what they print and how they end."""

import json
from pathlib import Path

import pytest

from plangen.jobs.audit import audit
from plangen.jobs.audit_json import as_json
from plangen.load.workspace import Workspace
from plangen.readers.reader import read_file
from tests.cli.running import inside

PLAN = "shancheng/plan-2020"
MET = """
kind: plan
level: city
title: 某市方案
issued: 2021-06-01
ends: 2021-12-31
implements: [upper/scheme]
targets:
- {indicator: rate, at_least: 80%, by: 2021-12-31}
"""
SCHEME = MET.replace("implements: [upper/scheme]\n", "").replace("2021-06-01", "2021-01-01")
INDICATORS = "rate: {name: 覆盖率, unit: percent}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a scheme and a plan that meets it."""
    files = {"indicators": INDICATORS, "upper/scheme": SCHEME, "city/plan": MET}
    for name, text in files.items():
        path = tmp_path / "data" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_plan_that_falls_short_ends_with_code_1(
    capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    ran = inside(capsys, "audit", PLAN, "-w", str(pytestconfig.rootpath))

    lines = ran.out.splitlines()
    assert ran.code == 1
    assert lines[1] == (
        "按2020年9月6日有效的要求核对，依据：national/scheme-2018、national/tasks-2020"
    )
    assert lines[2].split("\t") == ["结论", "指标", "要求", "本地", "出处", "说明"]
    assert len([line for line in lines if line.startswith("时间滞后")]) == 2


def test_a_plan_that_meets_everything_ends_with_code_0(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = inside(capsys, "audit", "city/plan", "-w", str(folder))

    assert (ran.code, ran.err) == (0, "")
    assert "小结：符合要求 1" in ran.out


def test_a_waived_requirement_ends_with_code_0(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    path = folder / "data/city/plan.yaml"
    waived = (
        "waivers:\n- {indicator: rate, document: upper/scheme, reason: 正在合并, "
        "approver: 省民政厅, first: 2021-01-01, last: 2021-12-31}\n"
    )
    path.write_text(MET.replace("80%", "70%") + waived, encoding="utf-8")

    ran = inside(capsys, "audit", "city/plan", "-w", str(folder))

    assert ran.code == 0
    assert "低于要求 1，已豁免 1" in ran.out
    assert "省民政厅" in ran.out


@pytest.mark.parametrize(("level", "code"), [("none", 0), ("error", 1), ("warn", 1), ("info", 1)])
def test_what_makes_it_fail_may_be_chosen(
    level: str, code: int, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    root = str(pytestconfig.rootpath)

    assert inside(capsys, "audit", PLAN, "--fail-on", level, "-w", root).code == code


def test_the_json_is_that_of_the_library(
    capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    root = pytestconfig.rootpath

    ran = inside(capsys, "audit", PLAN, "--format", "json", "-w", str(root))

    assert json.loads(ran.out) == as_json(audit(Workspace.at(root), [PLAN]))


def test_the_day_and_the_documents_may_be_chosen(
    capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    root = str(pytestconfig.rootpath)
    day = ("--as-of", "2021年6月30日", "--against", "national/tasks-2021", "--format", "json")

    ran = inside(capsys, "audit", PLAN, *day, "-w", root)

    found = json.loads(ran.out)
    assert (found["as_of"], found["against"]) == ("2021-06-30", ["national/tasks-2021"])


def test_the_report_goes_to_a_file(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    target = folder / "report/audit.txt"

    ran = inside(capsys, "audit", "city/plan", "-o", str(target), "-w", str(folder))

    assert ran.out == f"已生成 {target}\n"
    assert target.read_text(encoding="utf-8").startswith("某市方案（city/plan）\n")


def test_all_documents_are_counted_together(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = inside(capsys, "audit", "--all", "-w", str(folder))

    assert ran.code == 0
    assert ran.out == (
        "共 1 份文件：符合要求 1\n\n"
        "层级\t文件数\t达到/适用\t结论\n市级\t1\t1/1\t符合要求 1\n\n"
        "地方\t文件数\t达到/适用\t结论\ncity/plan\t1\t1/1\t符合要求 1\n\n"
        "指标\t文件数\t达到/适用\t结论\n覆盖率\t1\t1/1\t符合要求 1\n"
    )


def test_a_faulty_document_among_all_ends_with_code_3_after_the_others(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "data/city/bad.yaml").write_text(MET.replace("80%", "八成多"), encoding="utf-8")

    ran = inside(capsys, "audit", "--all", "-w", str(folder))

    assert ran.code == 3
    assert ran.out.startswith("共 1 份文件：符合要求 1\n")
    assert "data/city/bad.yaml 第9行" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["audit"], 2, "请写要核对的文件 DOC，或加 --all 核对全部"),
        (["audit", "city/none"], 2, "没有文件“city/none”"),
        (["audit", "city/plan", "--as-of", "后天"], 2, "读不懂期限“后天”"),
        (["audit", "city/plan", "--against", "upper/none"], 2, "没有文件“upper/none”"),
        (["audit", "city/circle"], 3, "data/city/circle.yaml 第7行 implements[1]：文件互相落实"),
        (["impact", "upper/scheme", "upper/scheme"], 2, "upper/scheme 不能和自己核对"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    arguments: list[str],
    code: int,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
) -> None:
    circle = MET.replace("upper/scheme", "city/circle")
    (folder / "data/city/circle.yaml").write_text(circle, encoding="utf-8")

    ran = inside(capsys, *arguments, "-w", str(folder))

    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err


def test_the_impact_of_a_new_notice(
    capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    root = str(pytestconfig.rootpath)

    ran = inside(capsys, "impact", "national/tasks-2021", PLAN, "-w", root)

    lines = [line.split("\t") for line in ran.out.splitlines()]
    worse = [line[1] for line in lines if line[0] == "变差"]
    better = [line[1] for line in lines if line[0] == "变好"]
    assert ran.code == 1
    assert worse == ["建立心理辅导室的中小学校比例"]
    assert better == ["村（社区）心理咨询室或社会工作室建成率"]


def test_an_organ_without_a_name_is_a_slip_of_the_hand(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    ran = inside(capsys, "audit", "city/plan", "-w", str(folder), "--opinion", "--issuer", " ")

    assert ran.code == 2
    assert "机关的名称应有1到200个字符" in ran.err


OPINION = '{% extends "plangen:notice/audit-opinion.xml.j2" %}{% block opening %}\n'


def test_the_opinion_has_the_words_of_the_workspace(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    template = folder / "templates/notice/audit-opinion.xml.j2"
    template.parent.mkdir(parents=True)
    template.write_text(f"{OPINION}<p>照录{{{{ audited.title }}}}。</p>{{% endblock %}}", "utf-8")
    file = folder / "opinion.docx"

    ran = inside(capsys, "audit", "city/plan", "-w", str(folder), "--opinion", "-o", str(file))

    assert (ran.code, ran.err) == (0, "")
    assert "照录某市方案。" in read_file(file).text


def test_the_opinion_names_documents_by_their_titles(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    later = SCHEME.replace("某市方案", "某省新方案").replace("2021-01-01", "2021-03-01")
    path = folder / "data/upper/later.yaml"
    path.write_text(f"{later}supersedes: [upper/scheme]\n", encoding="utf-8")
    file = folder / "opinion.docx"

    inside(capsys, "audit", "city/plan", "-w", str(folder), "--opinion", "-o", str(file))

    assert "《某市方案》已被《某省新方案》取代" in read_file(file).text


def test_a_fault_in_the_words_of_the_workspace_is_told_with_its_line(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    template = folder / "templates/parts/audit.xml.j2"
    template.parent.mkdir(parents=True)
    template.write_text("{% macro advice(row) %}\n{{ row.nane }}{% endmacro %}", "utf-8")
    file = str(folder / "a.xlsx")

    ran = inside(capsys, "audit", "city/plan", "-w", str(folder), "--format", "xlsx", "-o", file)

    assert ran.code == 3
    assert "templates/parts/audit.xml.j2 第2行：模板出错：没有“nane”这一项" in ran.err
    assert not Path(file).exists()
