"""信函格式 (10.1): the two red double rules on the first page."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.sheet.geometry import (
    BELOW_DOUBLE_RULE,
    DOUBLE_RULE_FOOT,
    DOUBLE_RULE_GAP,
    DOUBLE_RULE_THICK,
    DOUBLE_RULE_THIN,
    DOUBLE_RULE_WHITE,
)
from plangen.sheet.mark import MarkLayout


@dataclass(frozen=True, slots=True)
class DoubleRule:
    """红色双线: a rule above another. ``top`` of the upper one from the page's top, thicknesses."""

    top: float
    upper: float
    lower: float

    @property
    def strokes(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Upper edge and thickness of both rules, in mm."""
        return (self.top, self.upper), (self.top + self.upper + DOUBLE_RULE_WHITE, self.lower)

    @property
    def bottom(self) -> float:
        """The lower edge of the lower rule, in mm from the page's top."""
        return self.top + self.upper + DOUBLE_RULE_WHITE + self.lower


@dataclass(frozen=True, slots=True)
class SetDoubleRules:
    """The double rules of a letter's first page; they take no room in the flow of lines.

    The flow goes on so that the glyphs of the first line begin at ``elements_top``, in mm from the
    page's top: its line begins higher by the leading above them.
    """

    first: DoubleRule
    second: DoubleRule

    @property
    def elements_top(self) -> float:
        """Where the glyphs of the first element below the first double rule begin."""
        return self.first.bottom + BELOW_DOUBLE_RULE


def letter_rules(mark: MarkLayout) -> SetDoubleRules:
    """Thick over thin below the mark; thin over thick at the page's foot, centred on its place."""
    first = DoubleRule(mark.bottom + DOUBLE_RULE_GAP, DOUBLE_RULE_THICK, DOUBLE_RULE_THIN)
    half = (DOUBLE_RULE_THIN + DOUBLE_RULE_WHITE + DOUBLE_RULE_THICK) / 2
    second = DoubleRule(DOUBLE_RULE_FOOT - half, DOUBLE_RULE_THIN, DOUBLE_RULE_THICK)
    return SetDoubleRules(first, second)
