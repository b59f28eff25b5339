"""Waivers (豁免): an upper authority's consent that a requirement need not be met for a time."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from plangen.errors import InvalidError
from plangen.model.fact import Day, DocumentId, Fact, Identifier, Line, Name, refusal


class Waiver(Fact):
    """A requirement that need not be met from ``first`` to ``last``, both days included."""

    indicator: Identifier = Field(description="豁免的指标，indicators.yaml 里的键")
    document: DocumentId = Field(description="提出要求的上级文件的编号")
    clause: Name | None = Field(None, description="要求所在条款；不写则这份文件对该指标的各条要求")
    scope: Name | None = Field(None, description="要求的对象；不写则各种对象")
    reason: Line = Field(description="理由")
    approver: Name = Field(description="批准的机关或负责人")
    first: Day = Field(description="豁免的第一天（含）")
    last: Day = Field(description="豁免的最后一天（含）")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise refusal(
                InvalidError(
                    "豁免的最后一天（{last}）早于第一天（{first}）",
                    first=self.first.isoformat(),
                    last=self.last.isoformat(),
                )
            )
        return self

    def in_force(self, day: date) -> bool:
        """Whether the waiver holds on a day."""
        return self.first <= day <= self.last
