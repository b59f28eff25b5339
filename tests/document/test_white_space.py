"""What of a template's white space is content, and what is layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.blocks import Paragraph
from plangen.document.inline import Figure, Text
from plangen.document.parse import parse
from plangen.document.reading import line_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("中\n文", "中文"),
        ("中  \n\t 文", "中文"),
        ("中\n\n\n文", "中文"),
        ("中，\n文", "中，文"),
        ("达到80%\n以上", "达到80%以上"),
        ("执行\nGB/T 9704", "执行GB/T 9704"),
        ("GB/T\n  9704", "GB/T 9704"),
        ("a \n b", "a b"),
        ("a\n\nb", "a b"),
        ("\n  中  文\n", "中  文"),
        ("\n  a\n", "a"),
        ("中 文", "中 文"),
        ("中\t文", "中\t文"),
        ("  中  ", "  中  "),
        ("", ""),
    ],
)
def test_line_breaks_belong_to_the_layout(written: str, read: str) -> None:
    assert line_text(written) == read


@given(st.text(st.characters(exclude_characters="\n")))
def test_text_without_line_breaks_is_left_alone(text: str) -> None:
    assert line_text(text) == text


@given(st.text("中，文a1 \t\n"))
def test_only_white_space_is_taken_away(text: str) -> None:
    assert "".join(line_text(text).split()) == "".join(text.split())
    assert "\n" not in line_text(text)


def paragraph_of(xml: str) -> Paragraph:
    (block,) = parse(f"<document><title>通知</title>{xml}</document>").blocks
    assert isinstance(block, Paragraph)
    return block


def test_a_paragraph_may_be_laid_out_over_several_lines() -> None:
    paragraph = paragraph_of(
        """<p>
             各村要在
             <figure target="day">5月底</figure>
             前完成，
             见 a
             b。
           </p>"""
    )

    assert paragraph.content == (
        Text("各村要在"),
        Figure("5月底", "day"),
        Text("前完成，见 a b。"),
    )


def test_windows_line_ends_are_line_ends() -> None:
    assert paragraph_of("<p>甲\r\n  乙</p>") == Paragraph.of("甲乙")


def test_a_line_break_between_latin_and_a_figure_is_a_space() -> None:
    paragraph = paragraph_of('<p>at least\n<figure target="a">80</figure>\npercent</p>')

    assert paragraph.content == (Text("at least "), Figure("80", "a"), Text(" percent"))


def test_lines_of_names_lose_the_white_space_around_them() -> None:
    text = (
        "<document><title>\n 关于 试点\n <br/>\n 的通知 </title><note>\n 公开\n </note></document>"
    )

    document = parse(text)

    assert document.title == "关于 试点\n的通知"
    assert document.note == "公开"


def test_a_million_blanks_are_no_burden() -> None:
    blanks = " " * 1_000_000  # in quadratic time this would not end

    assert line_text(f"甲{blanks}乙\n丙") == f"甲{blanks}乙丙"
