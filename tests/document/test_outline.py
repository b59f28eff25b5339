"""Labels of the text's levels: 一、（一）1.（1）."""

import pytest

from plangen.document.blocks import Block, Paragraph, Section
from plangen.document.elements import Annex, Document, Enclosure
from plangen.document.outline import (
    ListedAnnex,
    Numbered,
    document_annex_notes,
    heading_text,
    listed_annexes,
    numbered,
    opens_paragraph,
    reference_labels,
    section_label,
)
from plangen.errors import InvalidError

TEXT = Paragraph.of("正文。")


def labelled(*blocks: Block) -> list[str]:
    """The headings of a text, each with its level before it."""
    return [
        f"{item.level} {heading_text(item)}"
        for item in numbered(blocks)
        if isinstance(item.block, Section)
    ]


@pytest.mark.parametrize(
    ("level", "number", "label"),
    [
        (1, 1, "一、"),
        (1, 10, "十、"),
        (1, 11, "十一、"),
        (1, 20, "二十、"),
        (1, 101, "一百零一、"),
        (2, 2, "（二）"),
        (2, 13, "（十三）"),
        (3, 1, "1."),
        (3, 12, "12."),
        (4, 4, "（4）"),
        (4, 10, "（10）"),
    ],
)
def test_each_level_has_its_numerals(level: int, number: int, label: str) -> None:
    assert section_label(level, number) == label


def test_four_levels_count_anew_under_every_parent() -> None:
    deepest = (Section("丁"), Section("戊"))
    third = (Section("丙", deepest), Section("丙", deepest))

    labels = labelled(
        Section("甲", (Section("乙", third), Section("乙", (Section("丙"),)))),
        Section("甲", (Section("乙"),)),
    )

    assert labels == [
        "1 一、甲",
        "2 （一）乙",
        "3 1.丙",
        "4 （1）丁",
        "4 （2）戊",
        "3 2.丙",
        "4 （1）丁",
        "4 （2）戊",
        "2 （二）乙",
        "3 1.丙",
        "1 二、甲",
        "2 （一）乙",
    ]


def test_every_part_counts_anew() -> None:
    part = (Section("甲"), Section("乙"))

    first, second = labelled(*part), labelled(*part)

    assert first == second == ["1 一、甲", "1 二、乙"]


def test_paragraphs_between_sections_do_not_disturb_the_count() -> None:
    labels = labelled(TEXT, Section("甲", (TEXT, Section("乙"), TEXT, Section("乙"))), TEXT)

    assert labels == ["1 一、甲", "2 （一）乙", "2 （二）乙"]


def test_a_skipped_level_takes_the_form_of_the_level_it_names() -> None:
    labels = labelled(
        Section("甲", (Section("乙", (Section("丙"),), level=3), Section("乙", level=3))),
        Section("甲", (Section("乙", level=3),)),
    )

    assert labels == ["1 一、甲", "3 1.乙", "4 （1）丙", "3 2.乙", "1 二、甲", "3 1.乙"]


def test_a_continued_count_goes_on_from_the_part_before() -> None:
    labels = labelled(
        Section("甲", (Section("乙", (Section("丙"), Section("丙"))), Section("乙"))),
        Section("甲", (Section("乙", (Section("丙"),), continued=True), Section("乙"))),
        Section("甲", (Section("乙"),)),
    )

    assert labels == [
        "1 一、甲",
        "2 （一）乙",
        "3 1.丙",
        "3 2.丙",
        "2 （二）乙",
        "1 二、甲",
        "2 （三）乙",
        "3 1.丙",
        "2 （四）乙",
        "1 三、甲",
        "2 （一）乙",
    ]


def test_a_count_can_continue_at_a_skipped_level() -> None:
    labels = labelled(
        Section("甲", (Section("乙", level=3),)),
        Section("甲", (Section("乙", level=3, continued=True), Section("乙", level=3))),
    )

    assert labels == ["1 一、甲", "3 1.乙", "1 二、甲", "3 2.乙", "3 3.乙"]


def test_an_unnumbered_section_has_its_level_and_no_number() -> None:
    labels = labelled(Section("甲"), Section("附则", numbered=False), Section("乙"))

    assert labels == ["1 一、甲", "1 附则", "1 二、乙"]


def test_sections_below_an_unnumbered_one_count_anew() -> None:
    labels = labelled(
        Section("甲", (Section("乙"), Section("乙"))),
        Section("附则", (Section("丙"),), numbered=False),
    )

    assert labels == ["1 一、甲", "2 （一）乙", "2 （二）乙", "1 附则", "2 （一）丙"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("健全机制", "一、健全机制。"),
        ("健全机制。", "一、健全机制。"),
        ("怎么办？", "一、怎么办？"),
        ("要点：", "一、要点："),
    ],
)
def test_a_title_at_the_head_of_a_paragraph_is_closed_once(title: str, heading: str) -> None:
    section = Section(title, (TEXT,), run_in=True)

    assert heading_text(next(numbered([section]))) == heading
    assert opens_paragraph(section)


def test_a_section_without_title_opens_its_paragraph_with_the_label_alone() -> None:
    section = Section("", (TEXT,))

    assert heading_text(next(numbered([section]))) == "一、"
    assert opens_paragraph(section)


def test_a_titled_section_stands_on_a_line_of_its_own() -> None:
    section = Section("甲", (TEXT,))

    assert not opens_paragraph(section)
    assert list(numbered([section])) == [Numbered(section, 1, "一、"), Numbered(TEXT)]


def test_a_fifth_level_is_refused() -> None:
    section = Section("戊")
    for title in "丁丙乙甲":
        section = Section(title, (section,))

    with pytest.raises(InvalidError) as caught:
        list(numbered([section]))

    assert str(caught.value) == "层次最多四级，“戊”到了第 5 级"


def test_a_section_at_its_parents_level_is_refused_for_what_it_is() -> None:
    with pytest.raises(InvalidError) as caught:
        list(numbered([Section("甲", (Section("乙", level=1),))]))

    assert "最多四级" not in str(caught.value)


def test_one_annex_is_listed_without_a_number() -> None:
    assert listed_annexes((Annex("任务\n分解表"),)) == (ListedAnnex("", "任务分解表"),)


def test_several_annexes_are_listed_in_order() -> None:
    notes = listed_annexes((Annex("名单"), Annex("分工")))

    assert notes == (ListedAnnex("1.", "名单"), ListedAnnex("2.", "分工"))


def test_an_annexed_plan_is_the_notices_annex_and_an_issued_one_is_not() -> None:
    own = (Annex("名单"),)

    annexed = Document("通知", enclosure=Enclosure("方\n案", annexes=own, mode="annexed"))
    issued = Document("通知", enclosure=Enclosure("方案", annexes=own))

    assert document_annex_notes(annexed) == (ListedAnnex("", "方案"),)
    assert document_annex_notes(issued) == ()


def test_references_are_labelled_by_the_part_that_the_annex_belongs_to() -> None:
    document = Document(
        "通知",
        annexes=(Annex("指南", id="guide"),),
        enclosure=Enclosure("方案", annexes=(Annex("名单", id="a"), Annex("分工", id="b"))),
    )

    assert reference_labels(document) == {"guide": "附件", "a": "附件1", "b": "附件2"}
