"""The watermark of a draft (草稿): what it says, how large and how grey, on every page."""

from __future__ import annotations

from plangen.fonts.roles import FontRole

WATERMARK = "草稿"
WATERMARK_ROLE = FontRole.HEITI
WATERMARK_SIZE = 200  # points: two characters take 141 mm of the type area's 156 mm
WATERMARK_GREY = "DDDDDD"  # light enough for 3号 to be read on it
