"""The sheets of a document's workbook: which columns each has, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import get_args

from plangen.model.fact import Fact
from plangen.model.groups import Duty, Group, GroupMember, GroupOffice, Task
from plangen.model.levels import Level
from plangen.model.targets import Modality, Target

MARK = "行"  # the first column: what a row is that is no data
EXPLAINS, EXAMPLE = "说明", "例"
CHOICES = "选项"  # the sheet that holds what may be chosen
YES, NO = "是", "否"


class Kind(Enum):
    """How a column's cells are read."""

    TEXT = auto()
    LIST = auto()
    YES_NO = auto()
    CODED = auto()  # a word that stands for a key of the data
    QUANTITY = auto()  # with its unit
    DEADLINE = auto()
    SAID_DAY = auto()  # a day as the document says it
    ANY = auto()  # the key of the row decides
    INFO = auto()  # written for people, not read


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the key of the data, its heading, what it is for, and what may stand in it."""

    key: str
    title: str
    description: str
    example: str = ""
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    width: int = 10
    needed: bool = False


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A sheet with a row for each thing of one kind."""

    title: str
    columns: tuple[SheetColumn, ...]

    def column(self, key: str) -> SheetColumn:
        """The column of a key."""
        return next(column for column in self.columns if column.key == key)


COMPARING = {"不低于": "at_least", "不高于": "at_most", "等于": "equals"}


def _said(model: type[Fact], key: str) -> str:
    return model.model_fields[key].description or ""


def _several(text: str) -> str:
    return f"{text}；几个用“、”隔开，名称里有“、”的各写一行（Alt+Enter）"


_MODALITIES, _LEVELS = get_args(Modality), get_args(Level)
HEAD = DataSheet(
    "文件",
    (
        SheetColumn(
            "key", "键", "数据文件里的键，如：issue.number.code", "title", width=24, needed=True
        ),
        SheetColumn(
            "value", "内容", "照数据文件的写法", "某街道工作方案", Kind.ANY, width=60, needed=True
        ),
    ),
)
TARGETS = DataSheet(
    "目标",
    (
        SheetColumn(
            "indicator",
            "指标",
            "indicators.yaml 里的键，也可以写指标的名称",
            "school_count",
            width=20,
            needed=True,
        ),
        SheetColumn("name", "指标名称", "供对照，不读", kind=Kind.INFO, width=18),
        SheetColumn("step", "阶段", "分年度的目标写1、2、3，一个阶段一行；不分的不写", width=8),
        SheetColumn(
            "comparator",
            "比较",
            "不低于、不高于或等于",
            "不低于",
            Kind.CODED,
            tuple(COMPARING),
            7,
            True,
        ),
        SheetColumn(
            "value",
            "数值",
            "如：80%、1:4000、每半年1次、3所；还没有定的写“待定”",
            "80%",
            Kind.QUANTITY,
            needed=True,
        ),
        SheetColumn(
            "by",
            "期限",
            _said(Target, "by") + "，如：2021-12-31",
            "2021-12-31",
            Kind.DEADLINE,
            width=10,
        ),
        SheetColumn("clause", "条款", _said(Target, "clause"), "二（1）"),
        SheetColumn(
            "modality", "强度", _said(Target, "modality"), "应当", choices=_MODALITIES, width=6
        ),
        SheetColumn("scope", "对象", _said(Target, "scope"), "小学", width=10),
        SheetColumn(
            "levels", "层级", _several(_said(Target, "levels")), "", Kind.LIST, _LEVELS, 10
        ),
        SheetColumn("quote", "原文", _said(Target, "quote"), width=24),
        SheetColumn("note", "说明", _said(Target, "note"), width=16),
    ),
)
GROUPS = DataSheet(
    "小组",
    (
        SheetColumn("id", "编号", _said(Group, "id") + "，如：leading", "leading", needed=True),
        SheetColumn(
            "name", "名称", _said(Group, "name"), "某街道工作领导小组", width=34, needed=True
        ),
        SheetColumn("adjusted", "调整", _said(Group, "adjusted"), NO, Kind.YES_NO, (YES, NO), 6),
        SheetColumn("seat", "办公室设在", _said(GroupOffice, "seat"), "综治中心", width=16),
        SheetColumn("director", "办公室主任", _said(GroupOffice, "director"), "张三"),
        SheetColumn(
            "deputies",
            "办公室副主任",
            _several(_said(GroupOffice, "deputies")),
            "李四、王五",
            Kind.LIST,
            width=16,
        ),
    ),
)
MEMBERS = DataSheet(
    "名单",
    (
        SheetColumn("group", "小组", "“小组”表里的编号", "leading", needed=True),
        SheetColumn("role", "职责", _said(GroupMember, "role"), "组长", width=8, needed=True),
        SheetColumn("name", "姓名", _said(GroupMember, "name"), "张三", needed=True),
        SheetColumn(
            "offices",
            "职务",
            _several(_said(GroupMember, "offices")),
            "党工委副书记、政法委员",
            Kind.LIST,
            width=30,
        ),
        SheetColumn("organ", "单位", _said(GroupMember, "organ"), "党工委", width=16),
    ),
)
DUTIES = DataSheet(
    "部门职责",
    (
        SheetColumn(
            "organs",
            "部门",
            _several(_said(Duty, "organs")),
            "派出所、司法所",
            Kind.LIST,
            width=24,
            needed=True,
        ),
        SheetColumn(
            "text", "职责", _said(Duty, "text"), "负责本系统的心理健康服务。", width=66, needed=True
        ),
    ),
)
TASKS = DataSheet(
    "任务",
    (
        SheetColumn(
            "id", "编号", _said(Task, "id") + "，小写字母、数字和下划线", "task_1", needed=True
        ),
        SheetColumn("part", "部分", _said(Task, "part"), "夯实基础", width=16),
        SheetColumn("title", "任务", _said(Task, "title"), "搭建平台", width=24, needed=True),
        SheetColumn("text", "措施", _said(Task, "text"), "建好服务站。", width=46),
        SheetColumn(
            "lead", "牵头单位", _several(_said(Task, "lead")), "市民政局", Kind.LIST, width=20
        ),
        SheetColumn(
            "support",
            "责任单位",
            _several(_said(Task, "support")),
            "市教育局、团市委",
            Kind.LIST,
            width=20,
        ),
        SheetColumn("by", "完成时限", _said(Task, "by"), "2021年底前", Kind.SAID_DAY, width=12),
        SheetColumn(
            "indicators",
            "指标",
            _several(_said(Task, "indicators")),
            "school_count",
            Kind.LIST,
            width=24,
        ),
    ),
)
SHEETS = (HEAD, TARGETS, GROUPS, MEMBERS, DUTIES, TASKS)
