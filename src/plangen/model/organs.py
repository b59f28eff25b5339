"""Organs (机关、部门) of a place and the functions (职能) each performs."""

from __future__ import annotations

from pydantic import Field

from plangen.model.fact import Fact, Line, Name


class Organ(Fact):
    """An organ of one place; its name is how documents call it."""

    name: Name = Field(description="文件中的称呼")
    functions: tuple[Name, ...] = Field((), description="承担的职能，如：卫生健康")
    aliases: tuple[Name, ...] = Field((), description="其他称呼")
    full_name: Name | None = Field(None, description="全称")
    note: Line | None = Field(None, description="说明")


class OrganRegister(Fact):
    """The organs of one place (organs.yaml); ``functions`` lists those known at all levels."""

    functions: tuple[Name, ...] = Field((), description="各级通用的职能名称")
    organs: tuple[Organ, ...] = Field((), description="本地的机关和部门")
