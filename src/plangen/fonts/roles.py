"""The classes of type (字体) that GB/T 9704-2012 names, and what a document calls them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FontRole(StrEnum):
    """The classes of type that the standard names (字体)."""

    XIAOBIAOSONG = "小标宋"
    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    SONGTI = "宋体"


# What a document names: the faces that Windows and WPS install. 仿宋_GB2312 and 楷体_GB2312 look
# the same but lack every character outside GB 2312, which shows in people's names.
FONT_NAMES: Mapping[FontRole, str] = MappingProxyType(
    {
        FontRole.XIAOBIAOSONG: "方正小标宋简体",
        FontRole.FANGSONG: "仿宋",
        FontRole.KAITI: "楷体",
        FontRole.HEITI: "黑体",
        FontRole.SONGTI: "宋体",
    }
)
