"""Charts: what is drawn, as data, with the words for those who do not see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from plangen.document.grids import Tone, writable
from plangen.errors import InvalidError


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of what the bars count: its name and its colour."""

    name: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label and how many there are of each series."""

    label: str
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", writable(self.label))

    @property
    def total(self) -> int:
        """The length of the bar."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Bars that stack the counts of several series."""

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        for bar in self.bars:
            if len(bar.counts) != len(self.series):
                raise InvalidError("表格的一行不满 {width} 列", width=len(self.series))


@dataclass(frozen=True, slots=True)
class Step:
    """From this day on the value holds; ``text`` is the value as documents write it."""

    day: date
    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """A value over time: steps in order of their days; ``own`` is that of whom it is about."""

    name: str
    steps: tuple[Step, ...]
    own: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", writable(self.name))


@dataclass(frozen=True, slots=True)
class StepLines:
    """Several lines in one frame, on one scale of values and one of days."""

    title: str
    lines: tuple[StepLine, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", writable(self.title))


Chart = StackedBars | StepLines


def described(chart: Chart) -> str:
    """The chart in words: every number that it draws."""
    if isinstance(chart, StackedBars):
        parts = [f"{bar.label}：{_counts(chart, bar)}" for bar in chart.bars]
    else:
        parts = [
            f"{line.name}："
            + "，".join(f"{step.day.isoformat()}起{step.text}" for step in line.steps)
            for line in chart.lines
        ]
    return f"{chart.title}。{'；'.join(parts)}。"


def _counts(chart: StackedBars, bar: Bar) -> str:
    pairs = zip(chart.series, bar.counts, strict=True)
    return "，".join(f"{series.name}{count}项" for series, count in pairs if count) or "无"
