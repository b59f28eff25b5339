"""Automatic numbers of Word files: formats, patterns, restarts, numbers by style."""

import pytest

from plangen.readers.numerals import numeral
from tests.readers.files import paragraph, read_package, texts


def level(index: int, pattern: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(levels: str, override: str = "") -> str:
    """A list that numbers 7 and 8 use; the latter with overrides."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="8"><w:abstractNumId w:val="0"/>{override}</w:num>'
    )


def restarting(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def numbered(text: str, depth: int = 0, number: int = 7) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties)


def style(name: str, number: str, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{number}</w:pPr></w:style>"
    )


def test_automatic_numbers_are_part_of_the_text() -> None:
    levels = level(0, "%1、", "chineseCountingThousand") + level(1, "%1.%2", more="<w:isLgl/>")
    body = numbered("总体要求") + numbered("目标", 1) + numbered("任务", 1) + numbered("保障")
    body += numbered("细目", 1) + numbered("另起", 0, 8)

    read = read_package(body, numbering=lists(levels, restarting(0, 1)))

    assert texts(read) == ["一、总体要求", "1.1目标", "1.2任务", "二、保障", "2.1细目", "一、另起"]
    assert [passage.label for passage in read.passages][:2] == ["一、", "1.1"]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (12, "chineseCounting", "十二"),
        (105, "chineseCountingThousand", "一百零五"),
        (10, "ideographDigital", "一〇"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "decimalEnclosedParen", "⑷"),
        (4, "decimalEnclosedFullstop", "⒋"),
        (2, "ideographEnclosedCircle", "㊁"),
        (12, "decimalFullWidth", "１２"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (13, "ideographZodiac", "13"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (12, "taiwaneseCountingThousand", "十二"),
        (3, "numberInDash", "-3-"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (28, "lowerLetter", "bb"),
        (14, "upperRoman", "XIV"),
        (7, "decimalZero", "07"),
        (5, "hebrew1", "5"),
    ],
)
def test_numbers_are_written_in_the_format_of_their_level(
    number: int, kind: str, shown: str
) -> None:
    assert numeral(number, kind) == shown


def test_patterns_put_brackets_and_words_about_the_number() -> None:
    levels = level(0, "第%1章", "chineseCounting") + level(1, "（%2）", "chineseCounting")
    body = numbered("总则") + numbered("目标", 1) + numbered("任务", 1)

    read = read_package(body, numbering=lists(levels))

    assert texts(read) == ["第一章总则", "（一）目标", "（二）任务"]


def test_a_blank_keeps_a_number_apart_from_a_figure_behind_it() -> None:
    body = numbered("100%的村建成") + numbered("建成率") + numbered("2021年底前", 1)

    read = read_package(body, numbering=lists(level(0, "%1.") + level(1, "%1.%2")))

    assert texts(read) == ["1. 100%的村建成", "2.建成率", "2.1 2021年底前"]


def test_a_list_may_begin_with_nought() -> None:
    body = numbered("甲") + numbered("乙") + numbered("丙")

    read = read_package(body, numbering=lists(level(0, "%1.", start=0)))

    assert texts(read) == ["0.甲", "1.乙", "2.丙"]


def test_a_start_of_its_own_holds_whenever_the_level_begins_anew() -> None:
    levels = level(0, "%1.") + level(1, "（%2）")
    body = numbered("甲", 0, 8) + numbered("子", 1, 8) + numbered("乙", 0, 8) + numbered("丑", 1, 8)

    read = read_package(body, numbering=lists(levels, restarting(1, 5)))

    assert texts(read) == ["1.甲", "（5）子", "2.乙", "（5）丑"]


def test_two_uses_of_one_list_count_on_unless_one_starts_anew() -> None:
    body = numbered("甲") + numbered("乙", 0, 8) + numbered("丙")

    counting_on = read_package(body, numbering=lists(level(0, "%1.")))
    anew = read_package(body, numbering=lists(level(0, "%1."), restarting(0, 1)))

    assert texts(counting_on) == ["1.甲", "2.乙", "3.丙"]
    assert texts(anew) == ["1.甲", "1.乙", "2.丙"]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "（1）丁"), ('<w:lvlRestart w:val="0"/>', "（2）丁")]
)
def test_a_level_begins_anew_unless_it_says_never(restart: str, last: str) -> None:
    levels = level(0, "%1.") + level(1, "（%2）", more=restart)
    body = numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1)

    read = read_package(body, numbering=lists(levels))

    assert texts(read)[-1] == last


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1）")}</w:lvlOverride>'
    body = numbered("甲") + numbered("乙", 0, 8)

    read = read_package(body, numbering=lists(level(0, "%1."), own))

    assert texts(read) == ["1.甲", "2）乙"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    one = '<w:numPr><w:numId w:val="7"/></w:numPr>'
    styles = style("章", one) + style("节", one) + style("小节", "", "节")
    levels = level(0, "%1、", "chineseCounting", '<w:pStyle w:val="章"/>')
    levels += level(1, "（%2）", "chineseCounting", '<w:pStyle w:val="节"/>')
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{name}"/>')
        for text, name in (("目标", "章"), ("覆盖", "节"), ("建设", "小节"), ("保障", "章"))
    )

    read = read_package(body, styles=styles, numbering=lists(levels))

    assert texts(read) == ["一、目标", "（一）覆盖", "（二）建设", "二、保障"]


def test_a_paragraph_may_drop_the_number_of_its_style() -> None:
    styles = style("章", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    dropped = '<w:pStyle w:val="章"/><w:numPr><w:numId w:val="0"/></w:numPr>'

    read = read_package(
        paragraph("附则", dropped), styles=styles, numbering=lists(level(0, "%1、"))
    )

    assert texts(read) == ["附则"]


def test_a_list_may_be_that_of_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="条目"><w:name w:val="条目"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    linking = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="条目"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
    )

    read = read_package(
        numbered("甲", 0, 9), styles=styles, numbering=linking + lists(level(0, "%1）"))
    )

    assert texts(read) == ["1）甲"]
