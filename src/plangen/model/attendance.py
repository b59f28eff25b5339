"""Who came to a meeting: 出席, 请假 and 列席 of minutes."""

from __future__ import annotations

from pydantic import Field, model_validator

from plangen.errors import InvalidError
from plangen.model.fact import Fact, Name, refusal


class Attendees(Fact):
    """Those of one organ; either the organ or the names may be left out."""

    organ: Name | None = Field(None, description="单位")
    names: tuple[Name, ...] = Field((), description="姓名")

    @model_validator(mode="after")
    def _somebody(self) -> Attendees:
        if not (self.organ or self.names):
            raise refusal(InvalidError("出席人员至少要有单位或姓名"))
        return self


class Attendance(Fact):
    """出席, 请假 and 列席 of a meeting, organ by organ."""

    present: tuple[Attendees, ...] = Field((), description="出席")
    excused: tuple[Attendees, ...] = Field((), description="请假")
    observing: tuple[Attendees, ...] = Field((), description="列席")
