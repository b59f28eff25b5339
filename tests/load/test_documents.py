"""A document's data with the dictionaries of its place, from a workspace's own files."""

from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.findings import Severity
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import LARGEST_FILE
from tests.load.workspaces import PLAN, faults, loaded, workspace

RATE = "rate:\n  name: 某率\n  unit: percent\n"


def test_the_packaged_plan_is_found_in_an_empty_folder(tmp_path: Path) -> None:
    document = Library(Workspace.at(tmp_path)).load("shancheng/plan-2020")

    assert document.facts.place is not None
    assert document.facts.place.name == "山城街道"
    assert document.file == "data/shancheng/plan-2020.yaml"
    assert document.dictionary.organ("卫计岗") is not None
    assert document.findings == ()


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    document = loaded(tmp_path, b"\xef\xbb\xbf" + PLAN.encode())

    assert document.facts.title == "某方案"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_that_is_not_utf_8_is_refused(encoding: str, tmp_path: Path) -> None:
    assert faults(tmp_path, PLAN.encode(encoding)) == [
        "data/x/plan.yaml：文件不是 UTF-8 编码；请用 UTF-8 另存"
    ]


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    content = PLAN + "# " + "x" * LARGEST_FILE

    assert faults(tmp_path, content) == ["data/x/plan.yaml：文件超过 5000000 字节"]


def test_an_empty_file_lacks_what_every_document_needs(tmp_path: Path) -> None:
    assert faults(tmp_path, "") == [
        "data/x/plan.yaml 第1行 kind：缺少 kind"
        "（plan：实施方案；notice：通知；letter：函；order：命令；minutes：纪要）",
        "data/x/plan.yaml 第1行 level：缺少 level（发文机关的层级）",
        "data/x/plan.yaml 第1行 title：缺少 title（方案、任务文件或这份公文的标题）",
    ]


def test_a_contradiction_stops_the_run_at_its_key(tmp_path: Path) -> None:
    plan = PLAN + "targets:\n- indicator: rate\n  by: 2021-12-31\n  at_least: 180%\n"

    assert faults(tmp_path, plan, indicators=RATE) == [
        "data/x/plan.yaml 第7行 targets[1].at_least：“某率”是比例，不能超过100%"
    ]


def test_what_is_only_unlikely_is_noticed_and_the_run_goes_on(tmp_path: Path) -> None:
    plan = (
        PLAN + "issued: 2021-03-01\ntargets:\n- {indicator: rate, at_least: 80%, by: 2020-12-31}\n"
    )

    findings = loaded(tmp_path, plan, indicators=RATE).findings

    assert [(f.severity, str(f.place.message()), str(f.message)) for f in findings] == [
        (Severity.WARN, "data/x/plan.yaml 第6行 targets[1].by", "期限早于成文日期")
    ]


def test_a_document_that_is_implemented_must_be_there(tmp_path: Path) -> None:
    plan = PLAN + "implements:\n- national/scheme-2018\n- national/nosuch\nsupersedes: [x/old]\n"

    assert faults(tmp_path, plan) == [
        "data/x/plan.yaml 第6行 implements[2]：没有文件“national/nosuch”",
        "data/x/plan.yaml 第7行 supersedes[1]：没有文件“x/old”",
    ]


def test_a_function_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    organs = "organs:\n- name: 甲岗\n  functions: [卫生健康, 气象]\n"

    assert faults(tmp_path, PLAN, organs=organs) == [
        "data/x/organs.yaml 第3行 organs[1].functions[2]："
        "没有名为“气象”的职能，应为 data/organs.yaml 的 functions 之一"
    ]


def test_a_place_may_name_functions_of_its_own(tmp_path: Path) -> None:
    organs = "functions: [气象]\norgans:\n- name: 甲岗\n  functions: [气象]\n"

    dictionary = loaded(tmp_path, PLAN, organs=organs).dictionary

    assert [organ.name for organ in dictionary.performing("气象")] == ["甲岗"]
    assert {"气象", "卫生健康"} <= set(dictionary.functions)


def test_an_indicator_of_the_workspace_comes_before_the_packaged_one(tmp_path: Path) -> None:
    indicators = "hotline_hours:\n  name: 本地热线\n  unit: hours\n" + RATE

    dictionary = loaded(tmp_path, PLAN, indicators=indicators).dictionary

    assert dictionary.indicators["hotline_hours"].name == "本地热线"
    assert dictionary.indicators["rate"].name == "某率"
    assert dictionary.indicators["feature_school_count"].noun == "所"


def test_a_fault_in_the_dictionary_is_reported_in_its_file(tmp_path: Path) -> None:
    assert faults(tmp_path, PLAN, indicators="rate:\n  name: 某率\n  unit: 百分比\n") == [
        "data/indicators.yaml 第3行 rate.unit：“百分比”不在可选的值里，应为："
        "percent、permille、ratio、frequency、hours、count、measure、number、boolean"
    ]


def test_organs_of_a_place_without_a_name_are_refused(tmp_path: Path) -> None:
    organs = "organs:\n- name: 甲岗\n- functions: [卫生健康]\n"

    assert faults(tmp_path, PLAN, organs=organs) == [
        "data/x/organs.yaml 第3行 organs[2].name：缺少 name（文件中的称呼）"
    ]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    library = Library(workspace(tmp_path, {"data/x/plan.yaml": PLAN}))
    first = library.load("x/plan")
    (tmp_path / "data/x/plan.yaml").write_text("broken: [", encoding="utf-8")

    assert library.load("x/plan").facts is first.facts


def test_a_broken_file_does_not_hide_behind_an_earlier_failure(tmp_path: Path) -> None:
    library = Library(workspace(tmp_path, {"data/x/plan.yaml": "kind: plan\n"}))

    for _ in range(2):
        with pytest.raises(InputError, match="缺少 level"):
            library.load("x/plan")


def test_a_document_tells_the_line_of_each_of_its_keys(tmp_path: Path) -> None:
    document = loaded(tmp_path, PLAN + "implements:\n- national/scheme-2018\n")

    assert (
        str(document.place(("implements", 0)).message()) == "data/x/plan.yaml 第5行 implements[1]"
    )
