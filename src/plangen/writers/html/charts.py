"""Charts as inline SVG; every number that is drawn is said in words too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from plangen.document.charts import Bar, Chart, Series, StackedBars, described
from plangen.document.grids import Tone
from plangen.writers.html.drawing import LINE, SIZE, add_label, add_svg, lines_of
from plangen.writers.html.markup import Element, add, add_text, number
from plangen.writers.html.step_lines import add_step_lines

WIDTH = 480  # px
BAR, GAP = 22, 14  # px: the thickness of a bar, and what follows it
TOTAL = 44  # px: room for the total behind the longest bar
DIGIT = 7.5  # px: the width of a digit
Colour = tuple[str, str]
# The shades of a tone, and the colour of the numbers on them (WCAG 2.2, 1.4.3: 4.5 to 1).
SHADES: Mapping[Tone, tuple[Colour, ...]] = MappingProxyType(
    {
        Tone.GOOD: (("#1b6e3c", "#fff"), ("#8fd0a5", "#000")),
        Tone.MIXED: (("#f2c14e", "#000"), ("#d98e04", "#000"), ("#7a4f00", "#fff")),
        Tone.BAD: (("#a61b1b", "#fff"), ("#e9857a", "#000")),
        Tone.OPEN: (("#33518a", "#fff"), ("#a9bde2", "#000")),
        Tone.ASIDE: (("#c4c4c4", "#000"),),
        Tone.PLAIN: (("#444", "#fff"),),
    }
)


def add_chart(parent: Element, chart: Chart) -> None:
    """A figure with its caption and its drawing."""
    figure = add(parent, "figure", "bars" if isinstance(chart, StackedBars) else "steps")
    add(figure, "figcaption", text=chart.title)
    if isinstance(chart, StackedBars):
        _add_bars(figure, chart)
    else:
        add_step_lines(figure, chart)


def _add_bars(parent: Element, chart: StackedBars) -> None:
    colours = _colours(chart.series)
    _add_legend(parent, chart, colours)
    svg = add_svg(parent, WIDTH, sum(map(_height, chart.bars)), described(chart))
    most = max((bar.total for bar in chart.bars), default=0) or 1
    top = 0.0
    for bar in chart.bars:
        _add_bar(svg, bar, colours, (top, (WIDTH - TOTAL) / most))
        top += _height(bar)


def _colours(series: Sequence[Series]) -> list[Colour]:
    """A colour for each series: series of one tone take its shades in turn."""
    taken = Counter[Tone]()
    colours = []
    for one in series:
        shades = SHADES[one.tone]
        colours.append(shades[taken[one.tone] % len(shades)])
        taken[one.tone] += 1
    return colours


def _add_legend(parent: Element, chart: StackedBars, colours: list[Colour]) -> None:
    """What the colours mean, of the series that occur."""
    legend = add(parent, "ul", "legend")
    for place, (series, (fill, _)) in enumerate(zip(chart.series, colours, strict=True)):
        if any(bar.counts[place] for bar in chart.bars):
            entry = add(legend, "li")
            add(entry, "span", "swatch", style=f"background:{fill}")
            add_text(entry, series.name)


def _height(bar: Bar) -> float:
    return len(lines_of(bar.label, WIDTH)) * LINE + BAR + GAP


def _add_bar(svg: Element, bar: Bar, colours: list[Colour], placed: tuple[float, float]) -> None:
    """The label, the bar below it, and its total; ``placed`` is its top and the px of one."""
    top, scale = placed
    for line in lines_of(bar.label, WIDTH):
        top += LINE
        add_label(svg, line, (0, top - (LINE - SIZE)))
    left = 0.0
    for count, colour in zip(bar.counts, colours, strict=True):
        if count:
            _add_segment(svg, count, colour, (left, top, count * scale))
            left += count * scale
    add_label(svg, str(bar.total), (left + SIZE / 2, top + BAR / 2 + SIZE / 3))


def _add_segment(svg: Element, count: int, colour: Colour, box: tuple[float, float, float]) -> None:
    """A part of a bar with its count in it, where there is room for that."""
    left, top, width = box
    fill, ink = colour
    size = {"width": number(width), "height": number(BAR)}
    add(svg, "rect", x=number(left), y=number(top), fill=fill, stroke="#fff", **size)
    if len(str(count)) * DIGIT + 2 <= width:
        add_label(svg, str(count), (left + width / 2, top + BAR / 2 + SIZE / 3), "middle")
        svg[-1].set("fill", ink)
