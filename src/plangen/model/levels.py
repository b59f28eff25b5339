"""Levels of government (层级), from the highest to the lowest."""

from __future__ import annotations

from typing import Literal

Level = Literal["national", "province", "city", "district", "street"]
