"""Reports as pages: headings, tables and charts for everyone, and the drawing of the charts."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from plangen.document.charts import (
    Bar,
    Chart,
    Series,
    StackedBars,
    Step,
    StepLine,
    StepLines,
    described,
)
from plangen.document.grids import Entry, Grid, GridColumn, Tone
from plangen.document.web_pages import Charts, WebPage, WebSection, Words
from plangen.errors import InvalidError
from plangen.writers.html.charts import SHADES, WIDTH
from plangen.writers.html.drawing import SIZE, lines_of
from plangen.writers.html.step_lines import BOTTOM, LEFT, RIGHT, TOP
from plangen.writers.html.web_page import write_page
from plangen.writers.weasyprint import print_html

DAY = date(2021, 12, 31)
GRID = Grid(
    "逐项核对",
    (GridColumn("指标", 10), GridColumn("期限", 8), GridColumn("项数", 4)),
    ((Entry("建成率\n<b>80%</b>", Tone.BAD), Entry(DAY), Entry(3)),),
)
BARS = StackedBars(
    "按层级",
    (Series("符合", Tone.GOOD), Series("滞后", Tone.MIXED), Series("偏窄", Tone.MIXED)),
    (Bar("国家", (6, 0, 2)), Bar("市级", (0, 4, 0))),
)
STEPS = StepLines(
    "建成率",
    (
        StepLine(
            "国家",
            (Step(date(2020, 12, 31), Fraction(50), "50%"), Step(DAY, Fraction(80), "80%")),
        ),
        StepLine("本级", (Step(DAY, Fraction(80), "80%以上"),), own=True),
    ),
)
PAGE = WebPage(
    "核对报告",
    (Words("共核对1份文件。"),),
    (
        WebSection(
            "甲",
            (Charts((BARS, STEPS)),),
            (WebSection("逐项核对", (GRID,)), WebSection("豁免", (Grid("表", GRID.columns),))),
        ),
    ),
)


def root(page: WebPage = PAGE) -> HtmlElement:
    return document_fromstring(write_page(page).decode())


def drawing(chart: Chart) -> HtmlElement:
    """The only drawing of a chart; legends are drawn too, and hidden from screen readers."""
    (svg,) = root(WebPage("报告", (Charts((chart,)),))).xpath("//figure/svg")
    assert isinstance(svg, HtmlElement)
    return svg


def test_headings_follow_each_other_without_a_gap() -> None:
    headings = root().xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]")

    assert [(heading.tag, heading.text) for heading in headings] == [
        ("h1", "核对报告"),
        ("h2", "甲"),
        ("h3", "逐项核对"),
        ("h3", "豁免"),
    ]


def test_the_page_says_its_language_and_needs_nothing_else() -> None:
    page = root()

    assert page.get("lang") == "zh-CN"
    assert page.xpath("//script|//link|//img|//iframe|//@src|//@onclick") == []
    assert "url(" not in page.xpath("string(//style)")
    assert page.xpath("string(//title)") == "核对报告"


def test_a_table_heads_its_columns_and_scrolls_by_the_keyboard() -> None:
    (frame,) = root().xpath("//div[@class='scroll']")

    assert (frame.get("tabindex"), frame.get("role")) == ("0", "group")
    assert frame.get("aria-label") == "逐项核对"
    assert [head.get("scope") for head in frame.xpath(".//th")] == ["col"] * 3


def test_a_caption_that_repeats_its_heading_is_not_shown_twice() -> None:
    (caption,) = root().xpath("//caption")
    (other,) = root(WebPage("报告", (GRID,))).xpath("//caption")

    assert (caption.get("class"), caption.text) == ("unseen", "逐项核对")
    assert other.get("class") is None


def test_cells_keep_their_lines_and_show_their_tone() -> None:
    words, day, count = root().xpath("//tbody//td")

    assert words.get("class") == "bad"
    assert list(words.itertext()) == ["建成率", "<b>80%</b>"]
    assert day.xpath("string(time/@datetime)") == "2021-12-31"
    assert (count.get("class"), count.text) == ("number", "3")


def test_an_empty_table_is_said_in_words() -> None:
    assert root().xpath("//section[h3='豁免']/p/text()") == ["表"]


@pytest.mark.parametrize("chart", [BARS, STEPS])
def test_a_chart_says_in_words_what_it_draws(chart: Chart) -> None:
    svg = drawing(chart)

    assert svg.get("role") == "img"
    assert svg.get("aria-label") == described(chart)


def test_bars_are_as_long_as_their_counts() -> None:
    rects = drawing(BARS).xpath(".//rect")
    starts, widths = ([float(rect.get(name)) for rect in rects] for name in ("x", "width"))
    unit = widths[0] / 6

    assert widths == pytest.approx([6 * unit, 2 * unit, 4 * unit])
    assert starts == pytest.approx([0, 6 * unit, 0])


def test_bars_show_their_counts_and_totals() -> None:
    texts = drawing(BARS).xpath(".//text/text()")

    assert texts == ["国家", "6", "2", "8", "市级", "4", "4"]


def test_series_of_one_tone_have_shades_of_their_own() -> None:
    fills = [rect.get("fill") for rect in drawing(BARS).xpath(".//rect")]

    assert len(set(fills)) == 3


def test_the_legend_names_the_series_that_occur() -> None:
    series = (*BARS.series, Series("缺失", Tone.BAD))
    bars = tuple(Bar(bar.label, (*bar.counts, 0)) for bar in BARS.bars)
    page = root(WebPage("报告", (Charts((StackedBars("按层级", series, bars),)),)))

    legend = page.xpath("//ul[@class='legend']/li")

    assert ["".join(entry.itertext()) for entry in legend] == ["符合", "滞后", "偏窄"]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [pair for shades in SHADES.values() for pair in shades])
def test_numbers_on_bars_can_be_read(colours: tuple[str, str]) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 to 1."""
    high, low = sorted(map(_luminance, colours), reverse=True)

    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_steps_go_level_until_the_next_and_then_up() -> None:
    national, local = drawing(STEPS).xpath(".//path/@d")

    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+", national)
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+", local)
    assert national.split("V")[1].split("H")[0] == local.split("H")[0].split()[1]


def test_the_line_of_whom_it_is_about_is_dashed() -> None:
    dashes = [path.get("stroke-dasharray") for path in drawing(STEPS).xpath(".//path")]

    assert dashes == [None, "7 4"]


days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
values = st.fractions(0, 10**6)
step_lists = st.lists(
    st.builds(Step, days, values, st.text("0123456789%以上", max_size=8)),
    min_size=1,
    max_size=4,
    unique_by=lambda step: step.day,
).map(lambda found: tuple(sorted(found, key=lambda step: step.day)))
step_charts = st.builds(
    StepLines,
    st.text("率<&", max_size=5),
    st.lists(st.builds(StepLine, st.just("国家"), step_lists, st.booleans()), max_size=5).map(
        tuple
    ),
)


@given(step_charts)
def test_every_step_stands_in_the_frame(chart: StepLines) -> None:
    points = drawing(chart).xpath(".//circle")

    assert len(points) == sum(len(line.steps) for line in chart.lines)
    for point in points:
        assert LEFT <= float(point.get("cx")) <= RIGHT
        assert TOP <= float(point.get("cy")) <= BOTTOM


@given(step_charts)
def test_no_two_labels_of_one_line_of_text_overlap(chart: StepLines) -> None:
    """Widths are those of the grid: a full character, or half a one."""
    placed: list[tuple[float, float, float]] = []
    for text in drawing(chart).xpath(".//text[text()]"):
        half = sum(1 if ord(sign) > 0x2000 else 0.5 for sign in str(text.text)) * SIZE / 2
        x, y = float(text.get("x")), float(text.get("y"))
        for left, right, baseline in placed:
            assert baseline != y or x + half <= left + 0.1 or right <= x - half + 0.1
        placed.append((x - half, x + half, y))


bar_charts = st.integers(1, 4).flatmap(
    lambda count: st.builds(
        StackedBars,
        st.just("图"),
        st.just(tuple(Series(str(place), Tone.GOOD) for place in range(count))),
        st.lists(
            st.builds(
                Bar, st.text("文件a1", max_size=120), st.tuples(*[st.integers(0, 10**5)] * count)
            ),
            max_size=5,
        ).map(tuple),
    )
)


@given(bar_charts)
def test_bars_stay_in_the_drawing_and_labels_are_whole(chart: StackedBars) -> None:
    svg = drawing(chart)
    height = float(str(svg.get("height")))

    for rect in svg.xpath(".//rect"):
        assert float(rect.get("x")) + float(rect.get("width")) <= WIDTH
        assert float(rect.get("y")) + float(rect.get("height")) <= height
    words = "".join(svg.xpath(".//text/text()"))
    assert all(line in words for bar in chart.bars for line in lines_of(bar.label, WIDTH))
    assert all("".join(lines_of(bar.label, WIDTH)) == bar.label for bar in chart.bars)


def test_a_bar_counts_every_series() -> None:
    with pytest.raises(InvalidError, match="不满 1 列"):
        StackedBars("图", BARS.series[:1], BARS.bars)


def test_characters_that_no_page_holds_are_shown_as_lost() -> None:
    bars = StackedBars("图", BARS.series[:1], (Bar("甲\x0c乙", (1,)),))
    page = WebPage("报告\x00", (Words("丙\ud800"), Charts((bars,))))

    text = write_page(page).decode()

    assert {"报告\ufffd", "丙\ufffd", "甲\ufffd乙"} <= set(re.findall(r"[\w\ufffd]+", text))


def test_the_print_is_a4_across_with_every_word() -> None:
    pdf = print_html(write_page(PAGE))

    with pdfplumber.open(BytesIO(pdf)) as document:
        (page,) = document.pages
        words = "".join(page.extract_text().split())
    assert (round(page.width), round(page.height)) == (842, 595)
    assert [word for word in ("50%", "80%以上", "国家", "市级") if word not in words] == []
    assert "<b>80%</b>" in words


def test_the_same_page_gives_the_same_bytes() -> None:
    assert write_page(PAGE) == write_page(PAGE)
