"""A document's data file: a plan or a notice with its targets, groups, duties and tasks."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from plangen.errors import InvalidError
from plangen.model.attendance import Attendance
from plangen.model.body import AnnexBody, Section
from plangen.model.fact import (
    Day,
    DocumentId,
    Fact,
    Folded,
    Identifier,
    Line,
    Name,
    OpenDay,
    Whole,
    YesNo,
    refusal,
)
from plangen.model.groups import Duty, Group, Task
from plangen.model.issue import Issue
from plangen.model.levels import Level
from plangen.model.targets import Target
from plangen.model.waivers import Waiver
from plangen.quantity.undecided import decided


class Place(Fact):
    """The place a document speaks for and the words it is called by."""

    name: Name = Field(description="地名，如：山城街道")
    short: Name | None = Field(None, description="简称，如：山城")
    authority: Name | None = Field(None, description="领导机关的合称，如：街道党工委、办事处")
    residents: Name | None = Field(None, description="基层单位的叫法，如：村（居）")


class LocalFact(Fact):
    """Something recorded about the place (本地情况) and where that is known from."""

    value: Whole = Field(ge=0, description="数量；没有写 0")
    source: Line = Field(description="依据")


class Source(Fact):
    """A document that the text rests on (依据文件): its title first, then its number."""

    title: Line = Field(description="文件名，不带书名号")
    number: Line | None = Field(None, description="发文字号")
    issued: Day | None = Field(None, description="成文日期")
    issuers: tuple[Name, ...] = Field((), description="印发机关，牵头的在前")


class FactTable(Fact):
    """A table that goes with a document (附表、名单): its heads and rows as printed."""

    id: Identifier = Field(description="在模板里引用的名字")
    title: Line = Field(description="附表的标题")
    columns: tuple[Name, ...] = Field(min_length=1, description="栏目")
    rows: tuple[tuple[Line | None, ...], ...] = Field(
        min_length=1, description="各行，每行的格数与栏目相同；空格不写"
    )

    @model_validator(mode="after")
    def _filled(self) -> Self:
        """Every row has as many cells as the table has columns."""
        width = len(self.columns)
        for row in self.rows:
            if len(row) < width:
                raise refusal(InvalidError("表格的一行不满 {width} 列", width=width))
            if len(row) > width:
                raise refusal(InvalidError("表格的一行超过 {width} 列", width=width))
        return self


class DocumentFacts(Fact):
    """One data file under ``data/``: all that is true of one document."""

    kind: Literal["plan", "notice", "letter", "order", "minutes"] = Field(
        description="plan：实施方案；notice：通知；letter：函；order：命令；minutes：纪要"
    )
    level: Level = Field(description="发文机关的层级")
    title: Line = Field(description="方案、任务文件或这份公文的标题")
    template: DocumentId | None = Field(
        None, description="模板，如：plan/street；只供核对的文件可不写"
    )
    place: Place | None = Field(None, description="地方")
    issued: OpenDay | None = Field(None, description="成文日期；有 issue 时以 issue.date 为准")
    signed_by: tuple[Name, ...] = Field(
        (), description="署名机关；有 issue 时写在 issue.issuers 里"
    )
    issue: Issue | None = Field(None, description="发文要素")
    starts: Day | None = Field(None, description="实施期开始")
    ends: Day | None = Field(None, description="实施期结束")
    implements: tuple[DocumentId, ...] = Field((), description="所落实的上级文件")
    supersedes: tuple[DocumentId, ...] = Field((), description="所取代的文件")
    basis: tuple[Source, ...] = Field((), description="依据的其他文件")
    facts: dict[Name, LocalFact] = Field({}, description="本地情况，决定要求是否适用")
    waivers: tuple[Waiver, ...] = Field((), description="上级同意不执行的要求（豁免）")
    text: tuple[Folded, ...] = Field(
        (), description='正文，每段一条；其中可以引用指标：{{ figure("…") }}'
    )
    sections: tuple[Section, ...] = Field(
        (), description="正文的各部分，按先后；从已有的文件录入时有，由 plan/written 等模板照印"
    )
    annexes: tuple[AnnexBody, ...] = Field((), description="附件，按先后；同上")
    attendance: Attendance | None = Field(None, description="会议的出席、请假、列席人员（纪要）")
    words: dict[Identifier, Line] = Field({}, description="模板用到的本地说法")
    targets: tuple[Target, ...] = Field((), description="目标")
    groups: tuple[Group, ...] = Field((), description="领导小组、技术指导小组等")
    duties: tuple[Duty, ...] = Field((), description="部门职责")
    tasks: tuple[Task, ...] = Field((), description="任务")
    breakdown: YesNo = Field(False, description="附任务分解表")
    tables: tuple[FactTable, ...] = Field((), description="附表、名单，各为一个附件")
    group_functions: tuple[Name, ...] = Field(
        (), description="要求参加下级领导小组的职能，data/organs.yaml 的 functions 之一"
    )
    note: Line | None = Field(None, description="说明")

    @property
    def date(self) -> date | None:
        """成文日期, where it is decided."""
        day = self.issue.date if self.issue else self.issued
        return decided(day)
