"""Values over time as steps: what is required beside what is promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import cycle

from plangen.document.charts import StepLine, StepLines, described
from plangen.sheet.widths import cells
from plangen.writers.html.drawing import INK, LINE, PALE, SIZE, add_label, add_svg
from plangen.writers.html.markup import Element, add, add_text, number

WIDTH, HEIGHT = 320, 190  # px
LEFT, RIGHT, TOP, BOTTOM = 8, 312, 30, 150  # px: the frame of the values
ASIDE = 0.22  # of the time between the first day and the last, left free on either side
SHORTEST = timedelta(days=240)  # the time that a frame shows at least
# Colours and dashes: lines differ in grey too. A line that is not ``own`` takes the next of LOOKS.
OWN = ("#14539a", "7 4")
LOOKS = (("#a61b1b", ""), ("#7a4f00", "10 3 2 3"), ("#1b6e3c", "2 3"), ("#444444", "12 4"))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and values come to stand."""

    first: date
    days: int
    most: Fraction

    def x(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / self.days

    def y(self, value: Fraction) -> float:
        return BOTTOM - (BOTTOM - TOP) * float(value / self.most)


def add_step_lines(parent: Element, chart: StepLines) -> None:
    """The legend and the drawing."""
    _add_legend(parent, chart)
    svg = add_svg(parent, WIDTH, HEIGHT, described(chart))
    days = sorted({step.day for line in chart.lines for step in line.steps})
    if not days:
        return
    frame = _frame(chart, days)
    bottom = number(BOTTOM)
    add(svg, "line", x1=number(LEFT), y1=bottom, x2=number(RIGHT), y2=bottom, stroke=PALE)
    _add_days(svg, frame, days)
    taken: list[_Box] = []
    looks = _looks(chart)
    for line, look in zip(chart.lines, looks, strict=True):
        _add_line(svg, frame, line, look)
    for line, (colour, _) in zip(chart.lines, looks, strict=True):
        _add_values(svg, frame, line, (colour, taken))


def _looks(chart: StepLines) -> list[tuple[str, str]]:
    others = cycle(LOOKS)
    return [OWN if line.own else next(others) for line in chart.lines]


def _add_legend(parent: Element, chart: StepLines) -> None:
    legend = add(parent, "ul", "legend")
    for line, (colour, dashes) in zip(chart.lines, _looks(chart), strict=True):
        entry = add(legend, "li")
        svg = add(entry, "svg", width="28", height="10", viewBox="0 0 28 10", aria_hidden="true")
        drawn = add(svg, "line", x1="0", y1="5", x2="28", y2="5", stroke=colour)
        _dash(drawn, dashes)
        add_text(entry, line.name)


def _frame(chart: StepLines, days: list[date]) -> _Frame:
    span = max(days[-1] - days[0], SHORTEST)
    aside = timedelta(days=round(span.days * ASIDE))
    most = max(step.value for line in chart.lines for step in line.steps)
    return _Frame(days[0] - aside, (span + 2 * aside).days, most or Fraction(1))


def _add_days(svg: Element, frame: _Frame, days: list[date]) -> None:
    """The days of steps on two rows; one that would cover another is left to the words."""
    ends = [0.0, 0.0]
    for day in days:
        x = frame.x(day)
        text = f"{day.year}.{day.month}.{day.day}"
        half = cells(text) * SIZE / 2 + 3
        x_text = min(max(x, half), WIDTH - half)
        row = next((row for row, end in enumerate(ends) if x_text - half >= end), None)
        tick = {"y1": number(BOTTOM), "y2": number(BOTTOM + 4)}
        add(svg, "line", x1=number(x), x2=number(x), stroke=PALE, **tick)
        if row is not None:
            ends[row] = x_text + half
            add_label(svg, text, (x_text, BOTTOM + LINE * (row + 1)), "middle")


def _add_line(svg: Element, frame: _Frame, line: StepLine, look: tuple[str, str]) -> None:
    """From each step on, level until the next; the last goes on to the edge."""
    colour, dashes = look
    first, *others = line.steps
    path = f"M{number(frame.x(first.day))} {number(frame.y(first.value))}"
    for step in others:
        path += f"H{number(frame.x(step.day))}V{number(frame.y(step.value))}"
    drawn = add(svg, "path", d=f"{path}H{number(RIGHT)}", fill="none", stroke=colour)
    _dash(drawn, dashes)
    for step in line.steps:
        at = {"cx": number(frame.x(step.day)), "cy": number(frame.y(step.value))}
        add(svg, "circle", r="3.5", fill=colour, **at)


def _dash(drawn: Element, dashes: str) -> None:
    drawn.set("stroke-width", "2.5")
    if dashes:
        drawn.set("stroke-dasharray", dashes)


_Box = tuple[float, float, float]  # left, right and baseline of a label


def _add_values(svg: Element, frame: _Frame, line: StepLine, style: tuple[str, list[_Box]]) -> None:
    """The value of each step near it: above the line, or below it where that is taken."""
    colour, taken = style
    for step in line.steps:
        half = cells(step.text) * SIZE / 2
        x = min(max(frame.x(step.day), half + 1), WIDTH - half - 1)
        y = frame.y(step.value)
        for baseline in (y - 8, y + SIZE + 6, y - 8 - SIZE, y + 2 * SIZE + 8):
            box = (x - half, x + half, baseline)
            if SIZE <= baseline <= BOTTOM - 3 and not any(_meet(box, other) for other in taken):
                taken.append(box)
                add_label(svg, step.text, (x, baseline), "middle")
                svg[-1].set("fill", colour or INK)
                break


def _meet(one: _Box, other: _Box) -> bool:
    apart = one[1] <= other[0] or other[1] <= one[0]
    return not apart and abs(one[2] - other[2]) < SIZE + 1
