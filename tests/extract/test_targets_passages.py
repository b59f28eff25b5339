"""A document that a reader made passages of: pages, quotes in the source, no 目录."""

from plangen.document.origins import Passage, PassageKind, Trace
from plangen.extract.targets.assembling import targets
from tests.extract.told import EMPTY, line

TEXT = "目录 建成率80% 1\n二、目标\n建成率达\n到80%以上。\f新建公园3个。"


def passage(number: int, words: str, page: int, kind: PassageKind) -> Passage:
    """A passage of one line or of two that were joined."""
    first, _, second = words.partition("|")
    start = TEXT.index(first)
    trace = Trace.straight(start)
    end = start + len(first)
    if second:
        at = TEXT.index(second, end)
        trace, end = Trace((0, len(first)), (start, at)), at + len(second)
    return Passage(first + second, start, end, trace, number, kind, page)


PASSAGES = (
    passage(0, "目录 建成率80% 1", 1, PassageKind.CONTENTS),
    passage(1, "二、目标", 1, PassageKind.HEADING),
    passage(2, "建成率达|到80%以上。", 1, PassageKind.PARAGRAPH),
    passage(3, "新建公园3个。", 2, PassageKind.PARAGRAPH),
)


def test_quotes_are_those_of_the_source() -> None:
    found = targets(TEXT, EMPTY, PASSAGES)

    assert [line(figure) for figure in found] == [
        "建成率 >=! 80 percent «建成率达\n到80%以上»",
        "公园 >= 3 count «公园3个»",
    ]


def test_every_figure_knows_its_page() -> None:
    found = targets(TEXT, EMPTY, PASSAGES)

    assert [figure.page for figure in found] == [1, 2]


def test_a_text_without_passages_knows_no_pages() -> None:
    (found,) = targets("建成率达到80%。", EMPTY)

    assert found.page is None
