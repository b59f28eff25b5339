"""What the checks say of the documents that come with plangen and of the fixtures: no more."""

from pathlib import Path

import pytest

from plangen.audit.checks.run import cross_check
from plangen.load.workspace import Workspace
from tests.audit.checks.subjects import ROOT, subject_in

FIXTURES = ROOT / "tests/fixtures/workspace"
DUTIES, MEMBERS = "data/shancheng/plan-2020.yaml", "groups[1].members"

SHANCHENG = [
    ("X-ORG-01", "warn", "“综治中心”有职责，又是办公室所在，小组里却没有它的成员"),
    ("X-ORG-01", "warn", "“政协委员联络室”有职责，小组里却没有它的成员"),
    ("X-ORG-02", "warn", "“党政办”有成员（刘西圣），没有职责"),
    ("X-ORG-02", "warn", "“社区卫生服务中心”有成员（于学坤等8人），没有职责"),
    ("X-ORG-02", "warn", "“科协”有成员（徐春晖），没有职责"),
    (
        "X-ORG-02",
        "info",
        "“文旅岗”有成员（张明元），没有职责；“宣传和文化科技办公室”有职责，没有成员，"
        "两者都承担文化旅游，可能是同一个部门的两种称呼",
    ),
    ("X-ORG-02", "warn", "“人社岗”有成员（夏发明），没有职责"),
    ("X-ORG-02", "warn", "“医保岗”有成员（程广厚），没有职责"),
    (
        "X-ORG-02",
        "info",
        "“宣传岗”有成员（韩凯阳），没有职责；“宣传和文化科技办公室”有职责，没有成员，"
        "两者都承担宣传，可能是同一个部门的两种称呼",
    ),
    (
        "X-ORG-03",
        "warn",
        "《全国社会心理服务体系建设试点工作方案》要求领导小组有“教育”；学区承担这项职能，"
        "也有职责，领导小组里却没有它的成员",
    ),
    (
        "X-GRP-02",
        "info",
        "“于学坤”在“山城街道社会心理服务体系建设试点工作领导小组”是成员，"
        "在“山城街道社会心理服务体系建设技术指导小组”是组长，两处职务一致",
    ),
]
WUHAN = [
    (
        "X-ORG-05",
        "warn",
        "“市人社局”和“市人力资源社会保障局”是同一个部门，全文应当用同一个称呼",
    ),
    ("X-ORG-06", "info", "任务“组织实施特色心理服务项目”没有牵头单位，其他任务都有"),
]
YUNXI = [
    ("X-ORG-01", "warn", "“经济发展办公室”有职责，小组里却没有它的成员"),
    ("X-ORG-01", "warn", "“市场监督管理所”有职责，小组里却没有它的成员"),
    ("X-ORG-01", "warn", "“街道总工会”有职责，小组里却没有它的成员"),
    ("X-ORG-01", "warn", "“团工委”有职责，小组里却没有它的成员"),
    ("X-ORG-01", "warn", "“街道妇联”有职责，小组里却没有它的成员"),
    (
        "X-FIG-01",
        "info",
        "文中的“每季度联合开展一次”不属于任何一个目标（“每季度联合开展一次主题服务”）",
    ),
]
EXPECTED = {"shancheng/plan-2020": SHANCHENG, "wuhan/tasks-2021": WUHAN, "yunxi/plan-2021": YUNXI}


def told(root: Path, name: str) -> list[tuple[str, str, str]]:
    found = cross_check(subject_in(Workspace.at(root), name))
    return [(finding.code, finding.severity.value, str(finding.message)) for finding in found]


@pytest.mark.parametrize("name", sorted(Workspace.at(FIXTURES).document_ids()))
def test_a_document_is_told_this_and_no_more(name: str) -> None:
    assert told(FIXTURES, name) == EXPECTED.get(name, [])


def test_findings_say_where_in_the_data() -> None:
    found = cross_check(subject_in(Workspace.at(ROOT), "shancheng/plan-2020"))

    places = {str(finding.message): finding.place for finding in found}
    place = places["“科协”有成员（徐春晖），没有职责"]
    lines = (ROOT / place.file).read_text(encoding="utf-8").splitlines()
    assert place.key == "groups[1].members[11].organ"
    assert "徐春晖" in lines[place.line - 1]


def test_findings_in_the_text_say_the_clause() -> None:
    found = cross_check(subject_in(Workspace.at(FIXTURES), "yunxi/plan-2021"))

    assert found[-1].place.file == "data/yunxi/plan-2021.yaml"
    assert found[-1].place.key == "附件3"
