"""Notices of every length: wherever the text ends, signature, seal and imprint find their page."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from . import office
from .glyphs import Row
from .laid_out import write
from .ruler import Ruler, measure
from .samples import OFFICE, SIGNED, TEN, Sample, document, lines, signature
from .standard import PORTRAIT

LENGTHS = range(1, 37)
"""Lines of text: page 1 holds about ten of them, and the longest fill page 2."""
ORGANS = (OFFICE, "某某街道党工委", *TEN)
DATE = "2020年9月6日"
SEAL = 42.0
ENDS = {
    "sealed": SIGNED,
    "joint": signature(*TEN[:5]),
    "unsealed": signature(*ORGANS[:2], sealed=False) + "<note>此件公开发布</note>",
}

Notices = dict[tuple[str, int], Ruler]


@pytest.fixture(scope="module")
def notices(word_processor: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notices]:
    folder = tmp_path_factory.mktemp("lengths")
    docxs: dict[tuple[str, int], Path] = {}
    for form, end in ENDS.items():
        for length in LENGTHS:
            sample = Sample(document(lines(length), end), outline_seals=True)
            docxs[form, length] = folder / f"{form}-{length}.docx"
            write(sample, docxs[form, length])
    pdfs = office.convert_all(list(docxs.values()), folder)
    with ExitStack() as stack:
        yield {
            case: stack.enter_context(measure(pdf)) for case, pdf in zip(docxs, pdfs, strict=True)
        }


def date_of(ruler: Ruler) -> tuple[int, Row]:
    (found,) = (
        (page, row)
        for page in range(1, ruler.page_count + 1)
        for row in ruler.rows(page)
        if row.text == DATE
    )
    return found


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("form", ENDS)
def test_the_imprint_stands_on_the_last_page_an_even_one(
    notices: Notices, form: str, length: int
) -> None:
    ruler = notices[form, length]

    last = ruler.rows(ruler.page_count)

    assert ruler.page_count % 2 == 0
    assert last[-1].text.endswith("印发")


@pytest.mark.parametrize(
    ("form", "length"),
    [
        pytest.param(
            *(form, length),
            marks=[pytest.mark.xfail(reason="the one line of text stays on page 1")]
            if (form, length) == ("joint", 1)
            else [],
        )
        for form in ENDS
        for length in LENGTHS
    ],
)
def test_the_page_of_the_signature_holds_text_too(notices: Notices, form: str, length: int) -> None:
    page, date = date_of(notices[form, length])

    above = [row for row in notices[form, length].rows(page) if row.baseline < date.baseline]
    parts = [part.text for row in above for part in row.columns()]

    assert set(parts) - set(ORGANS)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(("form", "count"), [("sealed", 1), ("joint", 5)])
def test_seals_lie_inside_the_type_area_and_above_the_imprint(
    notices: Notices, form: str, count: int, length: int
) -> None:
    ruler = notices[form, length]
    page, _ = date_of(ruler)
    end = PORTRAIT.bottom + 1
    if page == ruler.page_count:
        end = ruler.imprint_rules()[0].top

    seals = ruler.ink(page).rings("red", SEAL)
    before = ruler.ink(page - 1).rings("red", SEAL) if page > 1 else []  # where rows part

    assert len(seals) + len(before) == count
    assert all(PORTRAIT.top <= seal.y - SEAL / 2 for seal in (*seals, *before))
    assert all(seal.y + SEAL / 2 <= end for seal in seals)
