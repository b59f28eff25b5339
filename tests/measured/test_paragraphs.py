"""A thousand paragraphs as nobody would write them: no 禁则 fault, no character lost or misplaced."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.document.blocks import Paragraph
from plangen.document.elements import Document
from tests.interop.line_breaks import Fault
from tests.interop.standard import CELL, PORTRAIT
from tests.measured.printing import Press, Printed
from tests.measured.raster import ink_of_pages
from tests.measured.reading import ends_at, justified, set_paragraphs

PARAGRAPHS = 25  # of a document: enough lines to find faults in, few enough to shrink
DOCUMENTS = 40
WORDS = ["社会心理服务", "山城街道", "喆", "堃", "𠮷", "国", "各有关部门", "一", "建立健全工作机制"]
FIGURES = [
    *("80%", "4.5‰", "1:4000", "7×24", "2021", "10,000", "3.14", "37℃", "±5%", "2021—2025", "A4"),
    *("〔2020〕79号", "GB/T 9704-2012", "COVID-19", "12345", "1～3", "5·12", "-5℃", "B超"),
]
WESTERN = [
    "National Health Commission",
    "WHO",
    "iPhone",
    "https://www.example.gov.cn/zwgk/tongzhi/index.html",
    "service@example.gov.cn",
]
MARKS = ["，", "。", "、", "；", "：", "？", "！", "……", "——", "·", "～", " "]
PAIRS = ["（{}）", "《{}》", "“{}”", "‘{}’", "〔{}〕", "（《{}》）", "“{}。”"]


@st.composite
def bracketed(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(PAIRS)).format(draw(st.sampled_from([*WORDS, *FIGURES])))


def clauses() -> st.SearchStrategy[str]:
    pieces = st.sampled_from(WORDS) | st.sampled_from([*FIGURES, *WESTERN]) | bracketed()
    marks = st.sampled_from(["", "", *MARKS])
    return st.tuples(pieces, marks).map("".join)


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of some lines that begin and end as paragraphs do."""
    inner = st.lists(clauses(), min_size=4, max_size=24).map("".join)
    return inner.map(lambda text: f"为{text}贯彻落实。")


documents = st.lists(paragraphs(), min_size=PARAGRAPHS, max_size=PARAGRAPHS)


def printed(press: Press, texts: list[str]) -> Printed:
    return press.document(Document("通知", blocks=tuple(map(Paragraph.of, texts))))


def inside_an_address(fault: Fault) -> bool:
    """An address may be parted behind its own marks, before digits too."""
    return fault.kind == "number" and bool(re.search(r"https?:\S*$", fault.text))


@settings(
    max_examples=DOCUMENTS,
    # a document of many paragraphs is large and is printed and read: that is the test
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(texts=documents)
def test_paragraphs_are_set_whole_and_break_as_they_may(press: Press, texts: list[str]) -> None:
    made = printed(press, texts)

    faults = [f for f in made.ruler.line_break_faults() if not inside_an_address(f)]
    found = ["".join(line.row.text for line in lines) for lines in set_paragraphs(made)]
    ends = [(line.row.text, round(ends_at(line.row), 2)) for line in justified(made)]

    assert faults == []
    assert found == made.paragraphs
    assert made.drawn == made.characters
    assert [end for end in ends if abs(end[1] - PORTRAIT.right) > 1] == []
    assert all(
        PORTRAIT.left - EDGE < box.left and box.right < PORTRAIT.right + EDGE
        for box in ink_of_pages(made.path, above=265)
        if box
    )


EDGE = 0.5  # mm: the overhang of an italic or of a quote, in a coarse drawing
