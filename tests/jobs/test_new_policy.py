"""A policy that plangen knows nothing of: two texts become data, a dictionary, and an audit."""

from pathlib import Path

import pytest

from plangen.load.workspace import Workspace
from plangen.load.yaml_text import read_yaml
from tests.cli.running import inside
from tests.load.workspaces import workspace

Capture = pytest.CaptureFixture[str]
UPPER = """关于推进冷链物流发展的实施意见

各县区人民政府：

一、工作目标
到2027年底，果蔬冷链流通率达到35%以上，冷库库容不低于每日200吨。每个乡镇至少建成2个产地冷藏站。

二、重点任务
冷链投诉应在3个工作日内办结，办结率达到95%以上。市商务局组织冷链企业每年开展安全演练不少于2次。

某市人民政府
2026年3月15日
"""
LOCAL = """清河县冷链物流发展工作方案

为贯彻落实《关于推进冷链物流发展的实施意见》，制定本方案。

一、工作目标
到2027年底，果蔬冷链流通率达到30%以上。每个乡镇建成3个产地冷藏站。

二、重点任务
冷链投诉应在5个工作日内办结。

三、组织领导
成立清河县冷链物流工作领导小组，组成人员如下：
组长：张明（副县长）
成员：王强（县商务局副局长）
赵敏（县农业农村局副局长）

清河县人民政府办公室
2026年9月1日
"""

YEARLY = """某市河湖长制工作领导小组办公室

关于印发2026年全市河湖长制重点工作任务的通知

各县（市、区）河长办：

现将《2026年全市河湖长制重点工作任务》印发给你们，请抓好落实。

某市河湖长制工作领导小组办公室
2026年2月20日

2026年全市河湖长制重点工作任务

一、压实责任

1. 乡级河湖长巡河每月不少于2次。（责任单位：市河长办）

2. 问题整改率达到98%以上，整改时限不超过30日。（责任单位：市水利局、市生态环境局）

二、推进监管

3. 建设视频监控点位不少于260处，重点河段覆盖率不低于85%。
"""


@pytest.fixture(autouse=True)
def in_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with nothing but the two texts, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return workspace(tmp_path, {"upper.txt": UPPER, "local.txt": LOCAL})


def extracted(capsys: Capture, name: str, output: str, *options: str) -> str:
    """What the command says; it writes the data file of a text."""
    ran = inside(capsys, "extract", name, "-o", f"data/{output}.yaml", *options)
    assert ran.code == 0
    return ran.err


def dictionary() -> dict[str, dict[str, str]]:
    """The indicators of the workspace."""
    value = read_yaml(Path("data/indicators.yaml").read_text(encoding="utf-8"), "").value
    assert isinstance(value, dict)
    return value


def test_two_texts_of_an_unknown_policy_are_audited(capsys: Capture) -> None:
    extracted(capsys, "upper.txt", "shi/yijian", "--add-indicators")
    extracted(capsys, "local.txt", "xian/plan", "--add-indicators")

    ran = inside(capsys, "audit", "xian/plan")

    rows = [line.split("\t") for line in ran.out.splitlines() if line.count("\t") == 5]
    assert [row[:2] for row in rows[1:]] == [
        ["低于要求", "果蔬冷链流通率"],
        ["尚未提出", "冷库库容"],
        ["高于要求", "产地冷藏站"],
        ["低于要求", "冷链投诉"],
        ["尚未提出", "冷链企业安全演练"],
    ]
    assert ran.code == 1


def test_an_indicator_has_the_name_unit_and_direction_of_its_target(capsys: Capture) -> None:
    extracted(capsys, "upper.txt", "shi/yijian", "--add-indicators")

    told = {one.pop("name"): one for one in map(dict, dictionary().values())}

    assert told["果蔬冷链流通率"] == {"unit": "percent", "better": "higher", "kind": "stock"}
    assert told["产地冷藏站"]["noun"] == "个"
    assert told["冷链投诉"]["better"] == "lower"
    assert told["冷链企业安全演练"] == {"unit": "frequency", "better": "higher", "kind": "flow"}


def test_a_name_that_every_text_has_gets_no_indicator_and_is_told(capsys: Capture) -> None:
    told = extracted(capsys, "upper.txt", "shi/yijian", "--add-indicators")

    assert "“办结率”不在指标字典里，没有录入" in told
    assert "办结率" not in [one["name"] for one in dictionary().values()]


def test_the_dictionary_keeps_what_stands_there(capsys: Capture) -> None:
    own = "# 自己写的\nllglltl:\n  name: 冷链流通总量  # 单位是吨\n  unit: measure\n"
    Path("data").mkdir()
    Path("data/indicators.yaml").write_text(own, encoding="utf-8")

    extracted(capsys, "upper.txt", "shi/yijian", "--add-indicators")

    text = Path("data/indicators.yaml").read_text(encoding="utf-8")
    assert text.startswith(own)
    assert len(dictionary()) > 1


def test_what_is_in_the_dictionary_already_is_not_added_again(capsys: Capture) -> None:
    extracted(capsys, "upper.txt", "shi/yijian", "--add-indicators")
    text = Path("data/indicators.yaml").read_text(encoding="utf-8")

    extracted(capsys, "upper.txt", "shi/again", "--add-indicators")

    assert Path("data/indicators.yaml").read_text(encoding="utf-8") == text


def test_a_dictionary_that_is_wrong_is_left_alone_and_no_data_are_written(
    capsys: Capture,
) -> None:
    Path("data").mkdir()
    Path("data/indicators.yaml").write_text("x: {name: 甲, unit: 斤}\n", encoding="utf-8")

    ran = inside(capsys, "extract", "upper.txt", "-o", "data/shi/yijian.yaml", "--add-indicators")

    assert ran.code == 3
    assert "data/indicators.yaml" in ran.err
    assert not Path("data/shi/yijian.yaml").exists()


def test_a_dictionary_on_one_line_cannot_be_added_to(capsys: Capture) -> None:
    own = "{x: {name: 冷链总量指标, unit: percent}}\n"
    Path("data").mkdir()
    Path("data/indicators.yaml").write_text(own, encoding="utf-8")

    ran = inside(capsys, "extract", "upper.txt", "-o", "data/shi/yijian.yaml", "--add-indicators")

    assert ran.code == 3
    assert Path("data/indicators.yaml").read_text(encoding="utf-8") == own
    assert not Path("data/shi/yijian.yaml").exists()


def test_a_dictionary_that_cannot_be_written_leaves_everything_as_it_was(capsys: Capture) -> None:
    Path("data/indicators.yaml").mkdir(parents=True)
    said = ("extract", "upper.txt", "-o", "data/shi/yijian.yaml", "--explain", "e.html")

    ran = inside(capsys, *said, "--add-indicators")

    assert ran.code == 2
    assert "写不了" in ran.err
    assert not Path("data/shi/yijian.yaml").exists()
    assert not Path("e.html").exists()


def test_where_the_data_file_was_changed_the_dictionary_is_left_alone(capsys: Capture) -> None:
    extracted(capsys, "upper.txt", "shi/yijian")
    with Path("data/shi/yijian.yaml").open("a", encoding="utf-8") as file:
        file.write("# 改过\n")

    ran = inside(capsys, "extract", "upper.txt", "-o", "data/shi/yijian.yaml", "--add-indicators")

    assert ran.code == 2
    assert not Path("data/indicators.yaml").exists()


def test_without_the_option_the_command_says_how_many_targets_it_leaves_out(
    capsys: Capture,
) -> None:
    told = extracted(capsys, "upper.txt", "shi/yijian")

    assert "有6个目标的指标不在字典里；加上 --add-indicators" in told
    assert not Path("data/indicators.yaml").exists()


def test_an_audit_against_a_document_without_targets_says_so(capsys: Capture) -> None:
    extracted(capsys, "upper.txt", "shi/yijian")
    extracted(capsys, "local.txt", "xian/plan")

    ran = inside(capsys, "audit", "xian/plan", "--against", "shi/yijian")

    assert "没有可以核对的要求" in ran.out


def test_members_on_lines_of_their_own_belong_to_the_group(capsys: Capture) -> None:
    extracted(capsys, "local.txt", "xian/plan")

    data = read_yaml(Path("data/xian/plan.yaml").read_text(encoding="utf-8"), "").value

    assert isinstance(data, dict)
    assert [member["name"] for member in data["groups"][0]["members"]] == ["张明", "王强", "赵敏"]
    assert data["signed_by"] == ["清河县人民政府办公室"]


def test_a_yearly_notice_is_printed_word_for_word(capsys: Capture, tmp_path: Path) -> None:
    workspace(tmp_path, {"yearly.txt": YEARLY})
    extracted(capsys, "yearly.txt", "shi/tasks-2026", "--add-indicators")

    inside(capsys, "render", "shi/tasks-2026", "--to", "txt")

    printed = Path("output/shi/tasks-2026.txt").read_text(encoding="utf-8")
    assert "".join(printed.split()) == "".join(YEARLY.split())
