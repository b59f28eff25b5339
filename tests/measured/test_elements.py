"""The elements of documents one by one, from 版头 to 附注, in mm."""

from itertools import combinations

import pytest

from tests.interop.rings import Ring
from tests.interop.samples import LONG_NAME, LONG_TITLE, OFFICE, TEN
from tests.interop.standard import (
    CELL,
    LINE,
    MARK_TOP,
    PORTRAIT,
    RED_RULE_GAP,
    THICK_RULE,
    THIN_RULE,
)
from tests.interop.titles import well_shaped
from tests.measured.kinds import DATED, NAMES, printed, row
from tests.measured.printing import Press, Printed
from tests.measured.raster import rings_of_page
from tests.measured.reading import set_paragraphs

SEAL = 42.0


# 版头


MARKED = ["classified", "upward", "copies", "nominal", "ten seals", "four seals", "one paragraph"]


@pytest.mark.parametrize("name", MARKED)
def test_the_mark_begins_at_72_mm_whatever_stands_above_it(press: Press, name: str) -> None:
    assert printed(press, name).ruler.mark_top() == pytest.approx(MARK_TOP, abs=0.3)


@pytest.mark.parametrize("name", MARKED)
def test_the_red_rule_crosses_the_type_area_4_mm_below_the_number(press: Press, name: str) -> None:
    ruler = printed(press, name).ruler

    (rule,) = ruler.red_rules()

    assert (rule.left, rule.right) == pytest.approx((PORTRAIT.left, PORTRAIT.right), abs=0.1)
    assert ruler.gap_above_red_rule() == pytest.approx(RED_RULE_GAP, abs=0.2)


def test_copy_number_secrecy_and_urgency_stand_above_the_mark_one_a_line(press: Press) -> None:
    above = printed(press, "classified").ruler.rows(1)[:3]

    assert [row.text for row in above] == ["000012", "机密★1年", "特急"]
    assert [row.x0 for row in above] == pytest.approx([PORTRAIT.left] * 3, abs=0.1)
    tops = [PORTRAIT.top + number * LINE for number in range(3)]
    assert [row.top for row in above] == pytest.approx(tops, abs=0.5)


def test_signers_stand_two_a_line_with_the_number_on_the_last_line(press: Press) -> None:
    first, last = printed(press, "upward").ruler.rows(1)[1:3]

    number, signer = last.columns()
    first_name = next(glyph for glyph in first.glyphs if glyph.text == "欧")
    assert first.text == "签发人：欧阳景行沈知远"
    assert (number.text, signer.text) == ("某街发〔2020〕7号", "陆喆")
    assert first.x1 == pytest.approx(PORTRAIT.right - CELL, abs=0.2)
    assert last.x0 == pytest.approx(PORTRAIT.left + CELL, abs=0.1)
    assert signer.x0 == pytest.approx(first_name.x0, abs=0.1)
    assert first_name.font != first.glyphs[0].font  # 楷体 beside 仿宋


# 标题 and 主送


def test_a_long_title_is_centred_and_shaped(press: Press) -> None:
    titles = printed(press, "long title").ruler.title_lines()

    assert "".join(line.text for line in titles) == LONG_TITLE
    assert len(LONG_TITLE) > 55
    assert well_shaped(titles)
    for line in titles:
        assert line.centre == pytest.approx(106, abs=0.3)
        assert line.x1 - line.x0 <= 156


def test_many_recipients_are_set_flush_left_to_the_colon(press: Press) -> None:
    made = printed(press, "many recipients")
    paragraphs = set_paragraphs(made)

    (listed,) = (p for p in paragraphs if p[0].row.text.startswith("某某市某某镇第1村"))

    assert len(listed) > 10
    assert [line.row.x0 for line in listed] == pytest.approx([PORTRAIT.left] * len(listed), abs=0.1)
    assert listed[-1].row.text.endswith("：")


def test_recipients_of_the_imprint_stand_above_the_copies_without_a_rule_between(
    press: Press,
) -> None:
    ruler = printed(press, "recipients overleaf").ruler

    rows, rules = ruler.rows(2), ruler.imprint_rules()

    labels = [row.text[:3] for row in rows if row.text[2] == "："]
    assert labels == ["主送：", "抄送："]
    thicknesses = [rule.thickness for rule in rules]
    assert thicknesses == pytest.approx([THICK_RULE, THIN_RULE, THICK_RULE], abs=0.01)
    assert rules[0].y < next(row.top for row in rows if row.text.startswith("主送："))


# 附件说明


def test_wrapped_names_of_annexes_align_with_their_first_character(press: Press) -> None:
    made = printed(press, "annexes")
    notes = [p for p in set_paragraphs(made) if p[0].row.text.startswith(("附件：1.", "2.", "3."))]
    names = [
        next(glyph for glyph in note[0].row.glyphs if glyph.text == name[0])
        for note, name in zip(notes, NAMES, strict=True)
    ]

    begins = names[0].x0

    assert [len(note) for note in notes] == [2, 1, 2]
    assert notes[0][0].row.x0 == pytest.approx(PORTRAIT.left + 2 * CELL, abs=0.1)
    assert [name.x0 for name in names] == pytest.approx([begins] * 3, abs=0.05)
    assert begins == pytest.approx(PORTRAIT.left + 6 * CELL, abs=0.5)
    for note in notes:
        for line in note[1:]:
            assert line.row.x0 == pytest.approx(begins, abs=0.05)
    numbers = [notes[0][0].row.glyphs[3], notes[1][0].row.glyphs[0], notes[2][0].row.glyphs[0]]
    assert [number.text for number in numbers] == ["1", "2", "3"]
    assert numbers[1].x0 == pytest.approx(PORTRAIT.left + 5 * CELL, abs=0.3)
    assert [n.x0 for n in numbers] == pytest.approx([numbers[1].x0] * 3, abs=0.1)


def test_the_name_of_a_single_annex_hangs_under_its_first_character(press: Press) -> None:
    made = printed(press, "one annex")

    (note,) = (p for p in set_paragraphs(made) if p[0].row.text.startswith("附件：某某"))

    first, second = (line.row for line in note)
    assert first.x0 == pytest.approx(PORTRAIT.left + 2 * CELL, abs=0.1)
    assert first.glyphs[3].x0 == pytest.approx(PORTRAIT.left + 5 * CELL, abs=0.1)
    assert second.x0 == pytest.approx(first.glyphs[3].x0, abs=0.05)


def test_an_annex_has_its_label_on_the_first_line_and_its_title_on_the_third(press: Press) -> None:
    made = printed(press, "annexes")

    (page,) = (
        p for p in made.pages if made.ruler.rows(p) and made.ruler.rows(p)[0].text == "附件2"
    )
    label, title, text = made.ruler.rows(page)

    assert label.x0 == pytest.approx(PORTRAIT.left, abs=0.1)
    assert label.glyphs[0].font != text.glyphs[0].font  # 黑体 above 仿宋
    assert title.text == "任务分解表"
    assert title.centre == pytest.approx(106, abs=0.3)
    assert title.baseline - label.baseline == pytest.approx(2 * LINE, abs=1.0)


# 署名、成文日期、印章


def seals(made: Printed) -> list[tuple[int, Ring]]:
    """The places of seals with their pages."""
    below = {1: made.ruler.red_rules()[-1].bottom + 1}
    return [
        (page, ring)
        for page in made.pages
        for ring in rings_of_page(made.path, page, SEAL, below.get(page, 0.0))
    ]


def test_a_date_under_a_seal_ends_4_characters_from_the_edge_and_the_name_is_centred_on_it(
    press: Press,
) -> None:
    made = printed(press, "copies")
    name, date = row(made, OFFICE), row(made, DATED)

    assert date.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=0.3)
    assert name.centre == pytest.approx(date.centre, abs=0.3)
    assert date.baseline - name.baseline == pytest.approx(LINE, abs=0.05)


def test_under_a_sealed_name_too_long_for_that_the_date_moves_left(press: Press) -> None:
    made = printed(press, "long name")
    name, date = row(made, LONG_NAME), row(made, DATED)

    assert PORTRAIT.left - 0.1 <= name.x0
    assert name.x1 <= PORTRAIT.right + 0.1
    assert date.centre == pytest.approx(name.centre, abs=0.3)


def test_a_date_longer_than_the_unsealed_name_ends_2_characters_from_the_edge(
    press: Press,
) -> None:
    made = printed(press, "later date")
    name, date = row(made, "某某局"), row(made, "2020年12月16日")

    assert date.x1 == pytest.approx(PORTRAIT.right - 2 * CELL, abs=0.3)
    assert date.x0 - name.x0 == pytest.approx(2 * CELL, abs=0.3)


def test_signature_stamps_end_4_characters_from_the_edge_and_offices_2_before_them(
    press: Press,
) -> None:
    made = printed(press, "stamped")
    rows = [r for p in made.pages for r in made.ruler.rows(p) if "街道" in r.text[:6]]
    signed = [r.columns() if len(r.columns()) > 1 else [r] for r in rows if r.text[-1] in "行远"]

    text = "".join("".join(part.text for part in parts) for parts in signed)

    assert text == "某某街道办事处主任欧阳景行某某街道党工委书记沈知远"
    for parts in signed:
        assert parts[-1].x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=0.3)
    date = row(made, DATED)
    assert date.x1 == pytest.approx(PORTRAIT.right - 4 * CELL, abs=0.3)


@pytest.mark.parametrize(
    ("name", "count"), [("two seals", 2), ("four seals", 4), ("ten seals", 10)]
)
def test_seals_neither_touch_nor_leave_the_type_area_and_lie_over_their_names(
    press: Press, name: str, count: int
) -> None:
    made = printed(press, name)
    signature = made.document.signature
    assert signature is not None

    found = seals(made)

    assert len(found) == count
    for (page, ring), organ in zip(found, signature.organs, strict=True):
        name_under = row(made, organ, page)
        assert ring.diameter == pytest.approx(SEAL, abs=0.3)
        assert PORTRAIT.left <= ring.x - SEAL / 2
        assert ring.x + SEAL / 2 <= PORTRAIT.right
        assert ring.y + SEAL / 2 <= PORTRAIT.bottom
        assert ring.x == pytest.approx(name_under.centre, abs=0.5)
        assert (name_under.top + name_under.bottom) / 2 == pytest.approx(ring.y, abs=SEAL / 8)
    for (page, ring), (other_page, other) in combinations(found, 2):
        assert page != other_page or ring.gap(other) > 1


def test_the_first_seals_lie_within_a_line_of_the_text_and_the_last_over_the_date(
    press: Press,
) -> None:
    made = printed(press, "four seals")
    (page, first), *_, (last_page, last) = seals(made)
    date, name = row(made, DATED), row(made, TEN[3])
    text = [r for r in made.ruler.rows(page) if r.text.endswith("。")]

    assert 0 <= first.y - SEAL / 2 - text[-1].bottom <= LINE
    assert last_page == page
    assert last.y < (name.top + date.bottom) / 2 < last.y + SEAL / 8  # 居中偏下
    assert last.x == pytest.approx(date.centre, abs=0.5)


def test_seals_that_begin_a_page_begin_its_type_area(press: Press) -> None:
    made = printed(press, "parted seals")
    found = seals(made)
    pages = {page for page, _ in found}
    later = [p for p in pages if not any(r.text.endswith("。") for r in made.ruler.rows(p))]

    tops = [min(ring.y - SEAL / 2 for p, ring in found if p == page) for page in later]

    assert len(found) == 10
    assert len(tops) >= 1
    assert all(PORTRAIT.top - 0.2 <= top <= PORTRAIT.top + LINE for top in tops), tops


def test_the_note_stands_below_the_date_2_characters_in(press: Press) -> None:
    made = printed(press, "note")
    note, date = row(made, "（此件公开发布）"), row(made, DATED)

    assert note.x0 == pytest.approx(PORTRAIT.left + 2 * CELL, abs=0.1)
    assert note.baseline > date.baseline
