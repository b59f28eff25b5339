"""What a document's pages need: lines set closer or wider, and the right page for the 版记."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.document.blocks import Block, Paragraph
from plangen.document.elements import Annex, Document, Enclosure, Imprint, Signature
from plangen.sheet.fitting import Fitting, ImprintPage
from plangen.sheet.geometry import PROFILES
from plangen.typeset.fit import LOOSEST_PITCH, TIGHTEST_PITCH, fit
from tests.typeset.counting import count_pages

GRID = PROFILES["gb33476"]
LINE = Paragraph.of("正文。")
SIGNED = Signature(("云溪街道办事处",), date(2021, 3, 8))
UNSEALED = replace(SIGNED, sealed=False)
PRINTED = Imprint("党政办公室", date(2021, 3, 8), (("区城管局",),))  # two rows of 25 points


def lines(count: int) -> tuple[Block, ...]:
    """Paragraphs of a line each."""
    return (LINE,) * count


@pytest.mark.parametrize("count", [*range(15, 24), *range(37, 45)])
def test_a_signature_that_would_stand_alone_is_given_company(count: int) -> None:
    document = Document("通知", blocks=lines(count), signature=UNSEALED)
    alone = count_pages(document, GRID).signature_alone

    pitch = fit(document, GRID).notice_pitch

    assert (pitch is not None) == alone
    assert not count_pages(document, GRID, Fitting(notice_pitch=pitch)).signature_alone
    assert TIGHTEST_PITCH <= (pitch or GRID.pitch) < LOOSEST_PITCH


@pytest.mark.parametrize(
    ("count", "expected"),
    [(17, None), (18, 564), (20, 596), (21, None)],  # 22, 23, 25 lines; one is on page 2 anyway
)
def test_an_unsealed_signature_takes_three_lines(count: int, expected: int | None) -> None:
    document = Document("通知", blocks=lines(count), signature=UNSEALED)

    assert fit(document, GRID).notice_pitch == expected


@pytest.mark.parametrize(("count", "alone"), [(15, False), (16, True)])
def test_a_seal_stays_within_the_type_area(count: int, alone: bool) -> None:
    above = GRID.top + (2 + count) * GRID.line  # the title, a blank line, and the text
    seal_ends = above + 0.75 * GRID.line + SIGNED.seal

    counted = count_pages(Document("通知", blocks=lines(count), signature=SIGNED), GRID)

    assert (seal_ends > 262) == alone
    assert counted.signature_alone == alone


def test_the_note_stays_with_the_signature() -> None:
    document = Document("通知", blocks=lines(17), signature=UNSEALED)

    assert fit(document, GRID).notice_pitch is None
    assert fit(replace(document, note="公开"), GRID).notice_pitch == 564


def test_the_pitch_of_what_follows_the_notice_stays() -> None:
    notice = Document("通知", blocks=lines(18), signature=UNSEALED)
    document = replace(notice, enclosure=Enclosure("方案", lines(18)))  # 2 + 1 + 1 + 18

    assert fit(document, GRID).notice_pitch == 564
    assert count_pages(document, GRID, Fitting(notice_pitch=564)).page == 2
    longer = replace(notice, enclosure=Enclosure("方案", lines(19)))
    assert count_pages(longer, GRID, Fitting(notice_pitch=564)).page == 3


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
