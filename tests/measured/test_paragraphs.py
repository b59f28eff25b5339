"""A thousand paragraphs that nobody would write: no 禁则 fault, no character lost or misplaced."""

import re

import pdfplumber
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plangen.document.blocks import Paragraph
from plangen.document.elements import Document
from tests.interop.ink import Box
from tests.interop.line_breaks import Fault
from tests.interop.standard import PORTRAIT
from tests.measured.printing import Press, Printed
from tests.measured.raster import ink_of_pages
from tests.measured.reading import SetLine, ends_at, justified, set_paragraphs

PARAGRAPHS = 25  # of a document: enough lines to find faults in, few enough to shrink
DOCUMENTS = 40
SHORT = 0.2  # mm
EDGE = 0.5  # mm: the overhang of a letter or of a quote, in a coarse drawing
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
ONE_WORD = re.compile(r"[（《“‘〔—…]*[!-~]+[）》”’〕，。、；：？！—…]*")
MARKS = ["，", "。", "、", "；", "：", "？", "！", "……", "——", "·", "～", " "]
PAIRS = ["（{}）", "《{}》", "“{}”", "‘{}’", "〔{}〕", "（《{}》）", "“{}。”"]


def pieces() -> st.SearchStrategy[str]:
    """Words and figures, some in marks; Chinese stands between what is western."""
    western = st.sampled_from([*FIGURES, *WESTERN])
    chinese = st.sampled_from(WORDS)
    paired = st.tuples(st.sampled_from(PAIRS), western | chinese).map(lambda p: p[0].format(p[1]))
    marks = st.sampled_from(MARKS)
    return st.tuples(chinese | paired, western | paired | marks | st.just("")).map("".join)


def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs of some lines that begin and end as paragraphs do."""
    inner = st.lists(pieces(), min_size=3, max_size=14).map("".join)
    return inner.map(lambda text: f"为{text}贯彻落实。")


documents = st.lists(paragraphs(), min_size=PARAGRAPHS, max_size=PARAGRAPHS)


def printed(press: Press, texts: list[str]) -> Printed:
    return press.document(Document("通知", blocks=tuple(map(Paragraph.of, texts))))


def is_fault(fault: Fault) -> bool:
    """An address may be parted behind its own marks, and a number may begin with its sign."""
    if fault.kind == "start":
        return not re.match(r"-\d", fault.text)
    return not re.search(r"https?:[!-~]*$", fault.text)


def within(box: Box) -> bool:
    return PORTRAIT.left - EDGE < box.left and box.right < PORTRAIT.right + EDGE


def stretchable(made: Printed) -> list[SetLine]:
    """Justified lines, but those that hold one western word or address with its marks alone."""
    return [line for line in justified(made) if not ONE_WORD.fullmatch(line.row.text)]


@settings(
    max_examples=DOCUMENTS,
    # a fault names its line, so that nothing need be shrunk, which would print for minutes
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    # a document of many paragraphs is large and is printed and read: that is the test
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(texts=documents)
def test_paragraphs_are_set_whole_and_break_as_they_may(press: Press, texts: list[str]) -> None:
    made = printed(press, texts)

    faults = [f for f in made.ruler.line_break_faults() if is_fault(f)]
    found = ["".join(line.row.text for line in lines) for lines in set_paragraphs(made)]
    ends = [(line.row.text, round(ends_at(line.row), 2)) for line in stretchable(made)]

    assert faults == []
    assert found == made.paragraphs
    assert made.drawn == made.characters
    assert [end for end in ends if abs(end[1] - PORTRAIT.right) > SHORT] == []
    assert [box for box in ink_of_pages(made.path) if box and not within(box)] == []


def test_spaces_between_words_are_in_the_text(press: Press) -> None:
    words = "由National Health Commission 与　国家卫生健康委员会共同发布"

    made = printed(press, [words])

    assert words in text_of(made)


def test_characters_beyond_the_basic_plane_are_read_as_one(press: Press) -> None:
    words = "由𠮷、喆、堃三人负责，办理𫖯𫍯事项"

    made = printed(press, [words])

    assert words in text_of(made)


def text_of(made: Printed) -> str:
    """The characters of page 1 in the order of drawing, spaces included."""
    with pdfplumber.open(made.path, pages=[1]) as pdf:
        return "".join(char["text"] for char in pdf.pages[0].chars)
