"""What a document's pages need: lines set closer or wider, and the right page for the 版记."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.document.blocks import Block, Paragraph
from plangen.document.elements import Annex, Document, Enclosure, Imprint, Signature
from plangen.sheet.fitting import Fitting, ImprintPage
from plangen.sheet.geometry import PROFILES
from plangen.typeset.pages import count_pages, fit

GRID = PROFILES["gb33476"]
LINE = Paragraph.of("正文。")
SIGNED = Signature(("云溪街道办事处",), date(2021, 3, 8))
UNSEALED = replace(SIGNED, sealed=False)
PRINTED = Imprint("党政办公室", date(2021, 3, 8), (("区城管局",),))  # two rows of 25 points


def lines(count: int) -> tuple[Block, ...]:
    """Paragraphs of a line each."""
    return (LINE,) * count


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (16, None),
        (17, 564),  # 23 lines on page 1
        (18, 540),  # 24 lines
        (19, 624),  # 25 would stand too close: the last line goes along to page 2
        (20, 596),
        (21, None),  # a line stands on page 2 anyway
        (20 + 19, 564),
    ],
)
def test_lines_are_set_closer_or_wider_where_the_signature_would_stand_alone(
    count: int, expected: int | None
) -> None:
    document = Document("通知", blocks=lines(count), signature=SIGNED)

    fitting = fit(document, GRID)

    assert fitting.notice_pitch == expected
    assert not count_pages(document, GRID, fitting.notice_pitch).signature_alone


def test_the_note_stays_with_the_signature() -> None:
    document = Document("通知", blocks=lines(16), signature=SIGNED)

    assert fit(document, GRID).notice_pitch is None
    assert fit(replace(document, note="公开"), GRID).notice_pitch == 564


@pytest.mark.parametrize(("count", "expected"), [(17, None), (18, 564)])
def test_an_unsealed_signature_takes_a_line_less(count: int, expected: int | None) -> None:
    document = Document("通知", blocks=lines(count), signature=UNSEALED)

    assert fit(document, GRID).notice_pitch == expected


def test_the_pitch_of_what_follows_the_notice_stays() -> None:
    notice = Document("通知", blocks=lines(17), signature=SIGNED)
    document = replace(notice, enclosure=Enclosure("方案", lines(18)))  # 2 + 1 + 1 + 18

    assert fit(document, GRID).notice_pitch == 564
    assert count_pages(document, GRID, 564).page == 2
    longer = replace(notice, enclosure=Enclosure("方案", lines(19)))
    assert count_pages(longer, GRID, 564).page == 3


@pytest.mark.parametrize(
    ("count", "imprint", "expected"),
    [
        (20, None, ImprintPage.SAME),
        (1, PRINTED, ImprintPage.NEXT),  # one page: it is printed on the back
        (20, PRINTED, ImprintPage.NEXT),
        (21, PRINTED, ImprintPage.SAME),  # one line on page 2
        (39, PRINTED, ImprintPage.SAME),  # 19 lines: 3 are left
        (40, PRINTED, ImprintPage.AFTER_BLANK),  # 2 are left
        (42, PRINTED, ImprintPage.AFTER_BLANK),
        (43, PRINTED, ImprintPage.NEXT),
        (40, Imprint("党政办公室"), ImprintPage.SAME),  # one row
    ],
)
def test_the_imprint_goes_on_an_even_page_with_room(
    count: int, imprint: Imprint | None, expected: ImprintPage
) -> None:
    document = Document("通知", blocks=lines(count), imprint=imprint)

    assert fit(document, GRID) == Fitting(expected)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, ImprintPage.AFTER_BLANK), (21, ImprintPage.NEXT)]
)
def test_the_imprint_does_not_go_on_a_landscape_page(count: int, expected: ImprintPage) -> None:
    annex = Annex("表", (LINE,), orientation="landscape")
    document = Document("通知", blocks=lines(count), annexes=(annex,), imprint=PRINTED)

    assert fit(document, GRID).imprint_page is expected
