"""The head of a document: who signed it and when, to whom it went, whose place it speaks for."""

from typing import Any

import pytest

from plangen.extract.facts_dates import day_in
from plangen.extract.facts_frame import Frame
from plangen.extract.facts_head import head
from plangen.extract.outline import outlined
from plangen.readers.reader import read_bytes


def values(text: str) -> dict[str, Any]:
    """The head of a document by dotted keys."""
    read = outlined(read_bytes(text.encode(), "某.txt"))
    return {".".join(map(str, value.key)): value.value for value in head(Frame.of(read))}


PLAN = """安和镇2021年森林防火工作方案

为做好森林防火工作，制定本方案。
一、工作措施
各村要加强巡护。
"""


def test_a_plan_without_a_notice_has_its_own_signature_and_date() -> None:
    found = values(f"{PLAN}\n安和镇人民政府\n安和镇武装部\n2021年3月5日\n")

    assert found["signed_by"] == ["安和镇人民政府", "安和镇武装部"]
    assert found["issued"] == "2021-03-05"
    assert not any(key.startswith("issue.") for key in found)


def test_a_roster_above_the_signature_is_no_part_of_it() -> None:
    found = values(f"{PLAN}组长：张明（副镇长）\n赵敏（农办主任）\n安和镇人民政府\n2021年3月5日\n")

    assert found["signed_by"] == ["安和镇人民政府"]


def test_the_period_ends_with_the_last_deadline_of_the_goals() -> None:
    rest = "二、任务\n到2030年底总结。\n"
    for last in (
        "到2028年底建成5个站。展望2035年，建成20个站。",
        "5个站建到2028年底。到2035年远景可期。",
    ):
        goals = f"一、工作目标\n到2026年底建成2个站；{last}\n"

        assert values(f"安和镇方案\n\n{goals}{rest}")["ends"] == "2028-12-31"


@pytest.mark.parametrize(
    "line", ["（2021年3月5日）", "(2021年3月5日)", "（2021年3月5日镇政府第3次常务会议通过）"]
)
def test_a_plan_is_dated_by_the_line_below_its_title(line: str) -> None:
    title, text = PLAN.split("\n", 1)

    found = values(f"{title}\n{line}\n{text}")

    assert found["issued"] == "2021-03-05"
    assert found["title"] == title


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021年3月5日", "2021-03-05"),
        ("2021 年 3 月 5 日", "2021-03-05"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("二○二〇年十二月三十一日", "2020-12-31"),
        ("２０２１年１０月１０日", "2021-10-10"),
        ("2021年2月30日", "None"),
        ("2021年", "None"),
    ],
)
def test_days_are_read_however_they_are_printed(written: str, expected: str) -> None:
    day = day_in(written)

    assert (day.isoformat() if day else "None") == expected


NOTICE = """安和镇人民政府关于做好森林防火工作的通知

{to}：
为做好森林防火工作，现通知如下，请认真落实。

安和镇人民政府
{date}
"""


def test_a_notice_without_a_date_is_a_draft() -> None:
    found = values(NOTICE.format(to="各村、各部门", date=""))

    assert found["issue.issuers"] == ["安和镇人民政府"]
    assert found["issue.date"] == "待定"


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("各管区、村（居），各部门", [["各管区", "村（居）"], ["各部门"]]),
        ("各村（社区、居委会），各部门", [["各村（社区、居委会）"], ["各部门"]]),
        (
            "各省、自治区、直辖市及新疆生产建设兵团卫生健康委、教育厅（委、局）",
            [["各省、自治区、直辖市及新疆生产建设兵团卫生健康委", "教育厅（委、局）"]],
        ),
        ("各县、区人民政府，市政府各部门", [["各县、区人民政府"], ["市政府各部门"]]),
        ("各区、各部门", [["各区", "各部门"]]),
        ("各区、市直各单位", [["各区", "市直各单位"]]),
        ("各 管 区；各部门", [["各管区"], ["各部门"]]),
        ("各管区  各部门", [["各管区", "各部门"]]),
    ],
)
def test_recipients_are_parted_outside_brackets_and_areas(
    line: str, groups: list[list[str]]
) -> None:
    found = values(NOTICE.format(to=line, date="2021年3月5日"))

    assert found["issue.recipients"] == groups


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("山城街道某项工作方案", ("山城街道", "山城")),
        ("安和县山城镇某项工作方案", ("山城镇", "山城")),
        ("武汉市某项工作2021年重点任务", ("武汉市", "武汉")),
        ("浙江省杭州市某项工作方案", ("杭州市", "杭州")),
        ("全国某项工作方案", (None, None)),
    ],
)
def test_the_place_is_that_of_the_title(title: str, expected: tuple[str | None, ...]) -> None:
    found = values(f"{title}\n\n为做好工作，制定本方案。\n")

    assert (found.get("place.name"), found.get("place.short")) == expected


MINUTES = """安和区人民政府专题会议纪要

第6期
安和区人民政府办公室 2021年6月30日

研究旧小区改造工作

会议原则同意改造方案。

出席：周正明，区政府办公室何建国、邓小雨，区财政局 吴敏
请假：云溪街道办事处欧阳立新
列席：青石巷社区黄秀英，柳荫里社区
"""


def test_who_was_at_a_meeting_is_read_organ_by_organ() -> None:
    found = values(MINUTES)

    assert found["attendance.present"] == [
        {"names": ["周正明"]},
        {"organ": "区政府办公室", "names": ["何建国", "邓小雨"]},
        {"organ": "区财政局", "names": ["吴敏"]},
    ]
    assert found["attendance.excused"] == [{"organ": "云溪街道办事处", "names": ["欧阳立新"]}]
    assert found["attendance.observing"] == [
        {"organ": "青石巷社区", "names": ["黄秀英"]},
        {"organ": "柳荫里社区"},
    ]
