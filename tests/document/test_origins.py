"""Passages know where their characters stand, squeezed or not."""

from hypothesis import given
from hypothesis import strategies as st

from plangen.document.origins import Passage, ReadDocument, Span, Trace

WORDS = st.text("建设80%a Ｂ\t\n　", max_size=40)
CUTS = st.lists(st.integers(0, 40), max_size=6)


def passage_of(text: str, cuts: list[int]) -> tuple[Passage, str]:
    """A passage whose characters stand in a longer text, a mark before each piece."""
    at = sorted({0, *(cut for cut in cuts if cut < len(text))}) if text else [0]
    whole, offsets = "", []
    for start, end in zip(at, [*at[1:], len(text)], strict=True):
        whole += "#"
        offsets.append(len(whole))
        whole += text[start:end]
    return Passage(text, 1, len(whole), Trace(tuple(at), tuple(offsets)), 0), whole


@given(WORDS, CUTS)
def test_every_character_leads_to_itself(text: str, cuts: list[int]) -> None:
    passage, whole = passage_of(text, cuts)

    assert "".join(whole[passage.offset(index)] for index in range(len(text))) == text


@given(WORDS, CUTS)
def test_a_squeezed_passage_leads_to_the_same_characters(text: str, cuts: list[int]) -> None:
    passage, whole = passage_of(text, cuts)

    squeezed = passage.squeezed()

    found = [whole[squeezed.offset(index)] for index in range(len(squeezed.text))]
    assert "".join(found) == squeezed.text
    assert "".join(squeezed.text.split()) == "".join(text.split())


def test_one_blank_is_kept_between_latin_words_and_numbers() -> None:
    passage, _ = passage_of(" 研 判 mental  health， 7 天 12 345", [])

    assert passage.squeezed().text == "研判mental health，7天12 345"


def test_a_span_runs_over_what_lies_between_its_pieces() -> None:
    passage, whole = passage_of("建设服务", [2])

    span = passage.span(1, 3)

    assert whole[span.start : span.end] == "设#服"


def test_a_passage_is_found_by_any_of_its_characters() -> None:
    first = Passage("甲乙", 0, 5, Trace((0, 1), (0, 4)), 0)
    note = Passage("注", 2, 3, Trace.straight(2), 1)
    read = ReadDocument("a", "甲 注 乙。", (first, note), pages=(0, 4))

    assert [read.passage_at(offset) for offset in (0, 2, 4, 5)] == [first, note, first, None]
    assert [read.page_at(offset) for offset in (0, 3, 4)] == [1, 1, 2]
    assert read.quote(Span(2, 3)) == "注"
