"""The text of a document (正文) as its data keep it: sections with their paragraphs, annexes.

Most documents leave their prose to a template. One that was read from a file keeps its own.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from plangen.errors import InvalidError
from plangen.model.fact import Fact, Folded, Identifier, Line, Whole, YesNo, refusal


class Section(Fact):
    """A heading or a numbered item with what stands under it, or paragraphs alone.

    What it holds is printed in this order: text, roster, duties, table, sections.
    """

    heading: Line | None = Field(None, description="标题，不写序号；没有标题的段落不写")
    run_in: YesNo = Field(False, description="标题排在段首，正文接排")
    numbered: YesNo | None = Field(
        None, description="编序号；不写则有标题的编，没有的不编。没有标题的条目写 true"
    )
    level: Whole | None = Field(
        None, ge=1, le=4, description="层次，跳级时才写：1 一、 2 （一） 3 1. 4 （1）"
    )
    continued: YesNo = Field(False, description="序号接着上一部分编，不从头开始")
    text: tuple[Folded, ...] = Field(
        (), description='正文，每段一条；其中的数据用 figure(…) 引用：{{ figure("…") }}'
    )
    group: Identifier | None = Field(None, description="在这里印名单：groups 里的 id")
    duties: YesNo = Field(False, description="在这里印部门职责（duties），一条一段")
    colon: YesNo = Field(False, description="部门职责的部门名称后面加冒号")
    table: Identifier | None = Field(None, description="在这里印附表：tables 里的 id")
    breakdown: YesNo = Field(False, description="在这里印任务分解表")
    task: Identifier | None = Field(None, description="在这里印一项任务：tasks 里的 id")
    sections: tuple[Section, ...] = Field((), description="下一层")

    @property
    def opens(self) -> bool:
        """Whether it is a heading or an item, and not paragraphs alone."""
        return bool(self.heading) or bool(self.numbered and self.text)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.run_in and not (self.heading and self.text):
            raise refusal(InvalidError("段首标题（run_in）要有 heading 和 text"))
        holds = (self.heading, self.text, self.group, self.duties, self.table, self.breakdown)
        if not any((*holds, self.task, self.sections)):
            raise refusal(InvalidError("这一部分什么都没有写"))
        if self.task and any((*holds, self.sections)):
            raise refusal(InvalidError("写了 task，标题和正文就取自任务，不能再写别的"))
        return self


class AnnexBody(Fact):
    """An annex (附件) with its text."""

    title: Line = Field(description="附件的标题")
    landscape: YesNo = Field(False, description="横排，用于栏目多的表")
    sections: tuple[Section, ...] = Field((), description="附件的内容")
