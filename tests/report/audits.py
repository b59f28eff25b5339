"""Audits made by hand: what a comparison would have found, for the reports to show."""

from __future__ import annotations

from datetime import date
from typing import Any

from plangen.errors import Message, Place
from plangen.findings import Finding, Severity
from plangen.model.levels import Level
from plangen.model.verdicts import Audit, Coverage, Promise, Requirement, Row, Verdict
from plangen.model.waivers import Waiver
from plangen.quantity.bounds import Bound
from plangen.quantity.deadlines import Deadline
from plangen.quantity.grammar import parse_bound
from plangen.quantity.undecided import UNDECIDED, Undecided

PLAN = ("shancheng/plan-2020", "山城街道社会心理服务体系建设试点实施方案", "street")
SCHEME = ("national/scheme-2018", "全国社会心理服务体系建设试点工作方案", "national")
TASKS = ("wuhan/tasks-2020", "武汉市社会心理服务体系建设试点2020年重点工作任务", "city")
LEVELS: dict[str, Level] = {"street": "street", "national": "national", "city": "city"}
ROOMS = ("village_rooms", "村（社区）心理咨询室或社会工作室建成率")
SCHOOLS = ("school_rooms", "建立心理辅导室的中小学校比例")
LOCAL_DAY = date(2020, 9, 6)


def _said(
    document: tuple[str, str, str], indicator: tuple[str, str], text: str, **more: Any
) -> dict[str, Any]:
    by = more.pop("by", date(2021, 12, 31))
    return {
        **dict(zip(("document", "title"), document[:2], strict=True)),
        "level": LEVELS[document[2]],
        **dict(zip(("indicator", "name"), indicator, strict=True)),
        "bound": _bound(text),
        "by": Deadline.from_date(by) if isinstance(by, date) else by,
        **{"clause": "", "stated": True, "scope": "", "modality": "应当", "quote": ""},
        **more,
    }


def _bound(text: str) -> Bound | Undecided:
    return UNDECIDED if text == "待定" else parse_bound(text)


def required(
    text: str,
    indicator: tuple[str, str] = ROOMS,
    document: tuple[str, str, str] = SCHEME,
    **more: Any,
) -> Requirement:
    """What a document above asks for."""
    return Requirement(**_said(document, indicator, text, **more))


def promised(text: str, indicator: tuple[str, str] = ROOMS, **more: Any) -> Promise:
    """What the plan promises."""
    return Promise(**_said(PLAN, indicator, text, **more))


def row(
    verdict: Verdict, requirement: Requirement, promise: Promise | None = None, **more: Any
) -> Row:
    """A requirement with its verdict; the reason names both."""
    reason = more.pop("reason", Message("结论是{verdict}", verdict=verdict.value))
    return Row(requirement, promise, verdict, reason, **more)


def audit(*rows: Row, **more: Any) -> Audit:
    """An audit of the plan; every promise beside a row is covered by its requirement."""
    covered: dict[Promise, list[tuple[str, str]]] = {}
    for found in rows:
        if found.promise:
            asked = found.requirement.document, found.requirement.clause
            covered.setdefault(found.promise, []).append(asked)
    given: dict[str, Any] = {
        **{"document": PLAN[0], "title": PLAN[1], "place": "山城街道", "level": "street"},
        "as_of": LOCAL_DAY,
        "against": tuple(dict.fromkeys(found.requirement.document for found in rows)),
        "coverage": tuple(Coverage(promise, tuple(asked)) for promise, asked in covered.items()),
        **more,
    }
    return Audit(rows=rows, **given)


WAIVER = Waiver.model_validate(
    {
        "indicator": "hotline",
        "document": SCHEME[0],
        "clause": "三（五）",
        "reason": "热线由市级统一设置",
        "approver": "武汉市卫生健康委",
        "first": "2020-01-01",
        "last": "2020-12-31",
    }
)
ROOMS_80 = promised(
    "80%以上",
    clause="二",
    quote="到2021年底，以村（社区）为单位，心理咨询室或社会工作室建成率达到80%以上",
)
SCHOOLS_80 = promised("80%以上", SCHOOLS, clause="二", scope="小学")
MEETINGS = ("meetings", "领导小组会议次数")
HOTLINE = ("hotline", "心理援助热线服务时间")
HOSPITALS = ("hospitals", "精神专科医院设立心理门诊比例")
UNIVERSITIES = ("universities", "高等院校专职心理教师配备比例")
PREVALENCE = ("prevalence", "严重精神障碍患者报告患病率")
OWN = promised("1所", ("feature_schools", "心理健康教育特色学校数"), clause="二（六）")
FINDINGS = (
    Finding(
        "audit/member-missing",
        Severity.WARN,
        Message("{organ}有职责，领导小组里没有成员", organ="学区（教育）"),
        Place("data/shancheng/plan-2020.yaml", 212, "duties[4]"),
        "三（一）",
    ),
    Finding("audit/older", Severity.INFO, Message("方案早于所对照的文件")),
    Finding("own-target", Severity.INFO, Message("“特色学校数”是自定目标")),
)
ROWS = (
    row(
        Verdict.MEETS,
        required("80%以上", clause="二（1）", quote="建成率达80%以上"),
        ROOMS_80,
        reason=Message("数值和期限都符合要求"),
    ),
    row(
        Verdict.LATE,
        required("50%以上", document=TASKS, clause="一（二）", by=date(2020, 12, 31)),
        ROOMS_80,
        reason=Message("2020年12月31日前没有提出阶段目标"),
    ),
    row(
        Verdict.LATE,
        required("80%以上", SCHOOLS, TASKS, clause="一（三）", by=date(2020, 12, 31)),
        SCHOOLS_80,
        also=(Verdict.NARROWER,),
        left_out=("初中", "高中"),
        reason=Message("期限晚一年；对象没有包括初中、高中"),
        notes=(Message("“小学”只是“中小学”的一部分"),),
    ),
    row(
        Verdict.BELOW,
        required("100%", SCHOOLS, document=TASKS, clause="一（三）"),
        SCHOOLS_80,
        reason=Message("80%以上低于100%"),
    ),
    row(
        Verdict.EXCEEDS,
        required("60%以上", ("rehab", "居家患者社区康复参与率"), clause="二（4）"),
        promised("70%以上", ("rehab", "居家患者社区康复参与率"), clause="二"),
        reason=Message("严于要求"),
    ),
    row(
        Verdict.WEAKER,
        required("50%以上", ("awareness", "心理健康核心知识知晓率"), clause="二（5）"),
        promised("50%以上", ("awareness", "心理健康核心知识知晓率"), modality="力争"),
        reason=Message("只写“力争”，要求是“应当”"),
    ),
    row(
        Verdict.MISSING,
        required("每半年1次", MEETINGS, clause="四（一）", stated=False),
        reason=Message("没有提出这项目标"),
    ),
    row(
        Verdict.MISSING,
        required("7×24小时", HOTLINE, clause="三（五）"),
        waiver=WAIVER,
        reason=Message("没有提出这项目标"),
    ),
    row(
        Verdict.INCOMPARABLE,
        required("4.5‰", PREVALENCE, clause="二（3）"),
        promised("100人", PREVALENCE, clause="二"),
        reason=Message("计量单位不同"),
    ),
    row(
        Verdict.NOT_APPLICABLE,
        required("100%", HOSPITALS, clause="二（2）"),
        reason=Message("本地登记没有精神专科医院"),
    ),
    row(
        Verdict.UNKNOWN,
        required("1:4000", UNIVERSITIES, clause="二（2）"),
        reason=Message("没有登记本地有没有高等院校"),
    ),
)
FULL = audit(
    *ROWS,
    findings=FINDINGS,
    waivers=(WAIVER,),
    coverage=(*audit(*ROWS).coverage, Coverage(OWN)),
)
