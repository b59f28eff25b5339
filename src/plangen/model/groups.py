"""Groups (领导小组、专家组) with their members, and what departments answer for (部门职责)."""

from __future__ import annotations

from pydantic import Field

from plangen.model.fact import Fact, Folded, Identifier, Line, Name, Prose, YesNo


class GroupMember(Fact):
    """A person on a roster: role, name and offices as printed, and the organ behind them."""

    role: Name = Field(description="组长、副组长、成员等")
    name: Name = Field(description="姓名")
    offices: tuple[Name, ...] = Field((), description="职务，按先后")
    organ: Name | None = Field(None, description="所在机关或部门")


class GroupOffice(Fact):
    """The office that serves a group (办公室): where it sits and who runs it."""

    seat: Name = Field(description="办公室所在机关")
    director: Name = Field(description="办公室主任姓名")
    deputies: tuple[Name, ...] = Field((), description="办公室副主任姓名")


class Group(Fact):
    """A group: its full name, its members in order, and its office."""

    id: Identifier = Field(description="在模板里引用的名字")
    name: Name = Field(description="组的全称")
    members: tuple[GroupMember, ...] = Field(min_length=1, description="成员，按先后")
    office: GroupOffice | None = Field(None, description="办公室")
    adjusted: YesNo = Field(False, description="名单是调整，不是新设")


class Duty(Fact):
    """What one organ, or several together, answer for (部门职责)."""

    organs: tuple[Name, ...] = Field(min_length=1, description="机关或部门")
    text: Prose = Field(description="职责；其中的数据用 figure(…) 引用")


class Task(Fact):
    """A task (任务): its title, measures, lead and supporting organs, date and figures."""

    id: Identifier = Field(description="在模板里引用的名字")
    title: Name = Field(description="任务名称")
    part: Name | None = Field(None, description="所在部分的标题")
    text: Folded | None = Field(None, description="具体措施；其中的数据用 figure(…) 引用")
    lead: tuple[Name, ...] = Field((), description="牵头单位")
    support: tuple[Name, ...] = Field((), description="责任单位、配合单位")
    by: Line | None = Field(None, description="完成时限")
    indicators: tuple[Identifier, ...] = Field((), description="涉及的指标")
