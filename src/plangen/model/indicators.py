"""Indicators (指标): one dictionary for all levels, with the direction in which each is better."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from plangen.model.fact import Fact, Line, Name, YesNo
from plangen.model.levels import Level
from plangen.quantity.values import Unit


class Indicator(Fact):
    """What a target measures: its name in documents, unit, direction and population."""

    name: Name = Field(description="指标名称，照文件的写法")
    unit: Unit = Field(description="计量单位的种类")
    better: Literal["higher", "lower"] = Field(
        "higher", description="越高越好（higher）还是越低越好（lower）"
    )
    kind: Literal["stock", "flow"] = Field(
        "stock", description="stock：达到后保持；flow：每个周期单独计"
    )
    of: Name | None = Field(None, description="比例所指的总体，如：村（社区）")
    parts: dict[Name, tuple[Name, ...]] = Field(
        {}, description="对象由哪几部分组成，如：中小学: [小学, 中学]；各指标写的合在一起用"
    )
    applies_if: tuple[Name, ...] = Field(
        (), description="本地情况（facts）的名称，有其一才适用；没有记录就判断不了"
    )
    levels: tuple[Level, ...] = Field((), description="只约束这些层级；不写则各级都约束")
    noun: Name | None = Field(None, description="计数的量词或计量单位，如：所、微克/立方米")
    aliases: tuple[Name, ...] = Field((), description="文件里的其他叫法")
    may_exceed_whole: YesNo = Field(False, description="百分比可以超过100%（如增长率）")
    note: Line | None = Field(None, description="说明")
