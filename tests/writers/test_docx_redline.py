"""The redline: all changes accepted give the new text, all rejected the old one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.document.blocks import (
    Block,
    Cell,
    Column,
    Member,
    Paragraph,
    Role,
    Roster,
    Section,
    Table,
)
from plangen.document.elements import Document, Imprint
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage
from plangen.writers.docx.redline import write_redline
from tests.document.samples import ANNEXED, NOTICE, ROSTER, TABLE
from tests.document.trees import documents
from tests.writers.docx_file import GRID, Docx, Element, docx, found, local, text_of, value, w
from tests.writers.revised import resolved, words
from tests.writers.test_docx_schema_order import well_ordered

FIRST = "各单位要按时完成各项任务，建成率达到50%以上。"
SECOND = "各单位要按时完成全部任务，建成率达到80%以上。"


def redline(old: Document, new: Document, fitting: Fitting = AS_IT_FALLS) -> Docx:
    return Docx(write_redline(old, new, GRID, fitting))


def plain(*blocks: Block, title: str = "关于做好有关工作的通知") -> Document:
    return Document(title, blocks=blocks, imprint=Imprint("某某街道办事处", date(2021, 3, 9)))


def lines(*texts: str) -> Document:
    return plain(*map(Paragraph.of, texts))


def marked(file: Docx, kind: str) -> list[str]:
    """The characters of every tracked change of a kind that stands in a paragraph."""
    pieces = []
    for change in found(file.body, f".//w:p/w:{kind}"):
        parts = found(change, ".//w:delText" if kind == "del" else ".//w:t")
        pieces.append("".join(part.text or "" for part in parts))
    return pieces


def ends(file: Docx, kind: str) -> int:
    """How many paragraphs have their end inserted or deleted."""
    return len(found(file.body, f".//w:pPr/w:rPr/w:{kind}"))


def rows(file: Docx, kind: str) -> list[str]:
    """The words of the rows that are inserted or deleted as a whole."""
    return [
        "".join(part.text or "" for part in row.iter(w("t"), w("delText")))
        for row in found(file.body, f".//w:tr[w:trPr/w:{kind}]")
    ]


def tables(file: Docx) -> list[Element]:
    """The tables that do not float."""
    return found(file.body, "w:tbl[not(w:tblPr/w:tblpPr)]")


def table(*texts: tuple[str, ...]) -> Table:
    """A table with a head 序号 and so on, one row a tuple."""
    return Table(
        columns=tuple(Column() for _ in texts[0]),
        rows=tuple(tuple(map(Cell.of, row)) for row in texts),
    )


def test_the_same_document_has_no_change() -> None:
    file = redline(NOTICE, NOTICE)

    assert file.parts == docx(NOTICE).parts
    assert [marked(file, kind) for kind in ("ins", "del")] == [[], []]


def test_changed_words_are_marked_inside_their_paragraph() -> None:
    file = redline(lines(FIRST), lines(SECOND))

    assert marked(file, "del") == ["各项", "50%"]
    assert marked(file, "ins") == ["全部", "80%"]
    assert [ends(file, kind) for kind in ("ins", "del")] == [0, 0]


def test_a_deletion_stands_before_what_replaces_it() -> None:
    file = redline(lines(FIRST), lines(SECOND))

    changes = [local(change) for change in found(file.body, ".//w:p/w:ins | .//w:p/w:del")]

    assert changes == ["del", "ins", "del", "ins"]


def test_a_short_island_between_long_changes_is_changed_along() -> None:
    file = redline(
        lines("本方案由综治中心的张三丰同志解释。"), lines("本方案由卫计岗位的欧阳文博解释。")
    )

    assert marked(file, "del") == ["综治中心的张三丰同志"]
    assert marked(file, "ins") == ["卫计岗位的欧阳文博"]


def test_a_new_paragraph_is_inserted_with_its_end() -> None:
    file = redline(lines(FIRST), lines(FIRST, "各地要加强指导。"))

    assert (marked(file, "ins"), ends(file, "ins")) == (["各地要加强指导。"], 1)
    assert (marked(file, "del"), ends(file, "del")) == ([], 0)


def test_a_lost_paragraph_is_deleted_with_its_end() -> None:
    file = redline(lines("各地要加强指导。", FIRST), lines(FIRST))

    assert (marked(file, "del"), ends(file, "del")) == (["各地要加强指导。"], 1)
    assert (marked(file, "ins"), ends(file, "ins")) == ([], 0)


def test_a_paragraph_that_moved_is_deleted_and_inserted() -> None:
    file = redline(lines("各地要加强指导。", FIRST), lines(FIRST, "各地要加强指导。"))

    assert marked(file, "del") == marked(file, "ins") or marked(file, "ins") == [FIRST]
    assert (ends(file, "del"), ends(file, "ins")) == (1, 1)


def test_a_title_shows_what_changed_in_it() -> None:
    file = redline(
        plain(Paragraph.of(FIRST), title="2020年重点工作任务"),
        plain(Paragraph.of(FIRST), title="2021年重点工作任务"),
    )

    assert (marked(file, "del"), marked(file, "ins")) == (["2020"], ["2021"])


def test_a_heading_shows_its_new_number_and_words() -> None:
    old = plain(
        Section("组织管理", (Paragraph.of(FIRST),)), Section("保障", (Paragraph.of("经费。"),))
    )
    new = plain(Section("保障措施", (Paragraph.of("经费。"),)))

    file = redline(old, new)

    assert "一、保障措施" in [text_of(p) for p in resolved(file.body, "accept").iter(w("p"))]
    assert "二、保障" in [text_of(p) for p in resolved(file.body, "reject").iter(w("p"))]


def test_rows_are_inserted_and_deleted_as_rows_of_one_table() -> None:
    old = plain(table(("甲", "布置投放点"), ("乙", "培训指导员"), ("丙", "检查")))
    new = plain(table(("甲", "布置投放点"), ("丙", "检查"), ("丁", "通报情况")))

    file = redline(old, new)

    assert len(tables(file)) == 1
    assert (rows(file, "del"), rows(file, "ins")) == (["乙培训指导员"], ["丁通报情况"])


def test_a_row_that_kept_its_cells_shows_what_changed_in_them() -> None:
    file = redline(
        plain(table(("甲", "2020年底前布置投放点"))), plain(table(("甲", "2021年底前布置投放点")))
    )

    assert rows(file, "ins") == rows(file, "del") == []
    assert (marked(file, "del"), marked(file, "ins")) == (["2020"], ["2021"])


def test_rows_with_cells_that_reach_down_go_and_come_together() -> None:
    new = replace(TABLE, rows=(*TABLE.rows, (Cell.of("3"), Cell.of("总结"), Cell.of("年底"))))

    file = redline(plain(TABLE), plain(new))

    assert len(tables(file)) == 1
    assert len(rows(file, "del")) == len(TABLE.head) + len(TABLE.rows)
    assert len(rows(file, "ins")) == len(new.head) + len(new.rows)


def test_an_unchanged_table_with_such_cells_is_left_alone() -> None:
    file = redline(plain(Paragraph.of(FIRST), TABLE), plain(Paragraph.of(SECOND), TABLE))

    assert rows(file, "ins") == rows(file, "del") == []


def test_rows_of_more_columns_stay_inside_the_grid() -> None:
    file = redline(plain(table(("一", "二", "三"))), plain(table(("一", "二"))))

    (element,) = tables(file)

    assert len(found(element, "w:tblGrid/w:gridCol")) == 3


def test_a_table_that_is_gone_leaves_no_row() -> None:
    file = redline(plain(Paragraph.of(FIRST), TABLE), lines(FIRST))

    assert found(resolved(file.body, "accept"), "w:tbl[not(w:tblPr/w:tblpPr)]") == []


def test_a_roster_shows_who_came_and_who_went() -> None:
    roles = (
        Role("组长", (Member("王瑞", "街道办事处主任"),)),
        Role("副组长", (Member("欧阳文博", "武装部部长"), Member("𠮷朋", "司法所所长"))),
        Role("成员", (Member("赵一鸣"), Member("孙学平", "财政所所长"))),
    )

    file = redline(plain(ROSTER), plain(Roster(roles)))

    assert marked(file, "del") == ["派出"]
    assert "".join(marked(file, "ins")) == "司法孙学平财政所所长"
    assert ends(file, "ins") == 1


def test_the_imprint_shows_its_new_date() -> None:
    old = replace(lines(FIRST), imprint=Imprint("某某街道办事处", date(2020, 3, 9)))

    file = redline(old, lines(FIRST))

    assert (marked(file, "del"), marked(file, "ins")) == (["2020"], ["2021"])


def test_changes_name_their_author_and_the_date_of_the_document() -> None:
    assert NOTICE.signature is not None
    new = replace(NOTICE, title="云溪街道办事处关于印发方案的通知")

    file = redline(NOTICE, new)

    changes = found(file.body, ".//w:ins | .//w:del")
    assert {change.get(w("author")) for change in changes} == {"plangen"}
    assert {change.get(w("date")) for change in changes} == {
        f"{NOTICE.signature.date.isoformat()}T00:00:00Z"
    }


def test_changes_of_a_document_without_a_date_carry_none() -> None:
    file = redline(lines(FIRST), lines(SECOND))

    assert {change.get(w("date")) for change in found(file.body, ".//w:ins | .//w:del")} == {None}


def test_every_change_has_a_number_of_its_own() -> None:
    file = redline(NOTICE, ANNEXED)

    numbers = [change.get(w("id")) for change in found(file.body, ".//w:ins | .//w:del")]

    assert len(numbers) == len(set(numbers)) > 10


def test_the_rest_of_the_file_is_that_of_the_new_document() -> None:
    file, made = redline(ANNEXED, NOTICE), docx(NOTICE)

    assert list(file.parts) == list(made.parts)
    assert {name for name, blob in file.parts.items() if blob != made.parts[name]} == {
        "word/document.xml"
    }
    assert value(file.body, "w:sectPr/w:pgSz", "w") == value(made.body, "w:sectPr/w:pgSz", "w")


def test_the_same_documents_give_the_same_bytes() -> None:
    assert redline(ANNEXED, NOTICE).data == redline(ANNEXED, NOTICE).data


def test_deleted_seals_leave_no_picture_behind() -> None:
    file = redline(NOTICE, lines(FIRST))

    assert found(file.body, ".//w:p[w:pPr/w:rPr/w:del]//w:drawing") == []


PAIRS = [(NOTICE, ANNEXED), (ANNEXED, NOTICE), (lines(FIRST), NOTICE), (NOTICE, lines(FIRST))]


@pytest.mark.parametrize(("old", "new"), PAIRS)
@pytest.mark.parametrize("page", ImprintPage)
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    old: Document, new: Document, page: ImprintPage
) -> None:
    fitting = Fitting(page)

    file = redline(old, new, fitting)

    assert words(resolved(file.body, "accept")) == words(docx(new, fitting=fitting).body)
    assert unstyled_end(resolved(file.body, "reject")) == unstyled_end(
        docx(old, fitting=fitting).body
    )


def unstyled_end(body: Element) -> list[str]:
    """The words, the last paragraph's without its style: that is always the new document's."""
    lines = words(body)
    return [*lines[:-1], *(line.removeprefix(_style(line)) for line in lines[-1:])]


def _style(line: str) -> str:
    return line[: line.index(": ") + 2] if ": " in line and line[0] != "|" else ""


@settings(max_examples=60, deadline=None)
@given(documents(), documents())
def test_any_two_documents_can_be_told_apart_and_back(old: Document, new: Document) -> None:
    file = redline(old, new)

    assert ended(words(resolved(file.body, "accept"))) == ended(words(docx(new).body))
    assert ended(unstyled_end(resolved(file.body, "reject"))) == ended(unstyled_end(docx(old).body))
    assert misplaced(file.body) == []


def ended(lines: list[str]) -> list[str]:
    """Without an empty last line: a program puts one after a table that ends the text."""
    return lines[:-1] if lines and lines[-1].rpartition(": ")[2] == "" else lines


def misplaced(body: Element) -> list[str]:
    """Changes, and elements around them, that the schema wants elsewhere."""
    wrong = [
        local(e) for e in body.iter() if len(e) and not holds_change(e) and not well_ordered(e)
    ]
    for change in found(body, ".//w:ins | .//w:del"):
        parent = change.getparent()
        assert parent is not None
        places = {"p": None, "rPr": 0, "trPr": len(parent) - 1}
        place = places[local(parent)]
        inside = {local(child) for child in change}
        if place is None:
            wrong += [] if inside == {"r"} else [f"{local(change)} of {inside}"]
        elif parent.index(change) != place or inside:
            wrong.append(f"{local(change)} in {local(parent)}")
    return wrong


def holds_change(element: Element) -> bool:
    tags = {local(child) for child in element}
    return local(element) in ("ins", "del") or bool(tags & {"ins", "del"})


@settings(max_examples=30, deadline=None)
@given(documents(), st.data())
def test_a_document_with_one_change_keeps_the_rest(document: Document, data: st.DataObject) -> None:
    new = changed(document, data.draw)

    file = redline(document, new)

    assert ended(words(resolved(file.body, "accept"))) == ended(words(docx(new).body))
    assert ended(unstyled_end(resolved(file.body, "reject"))) == ended(
        unstyled_end(docx(document).body)
    )


def changed(document: Document, draw: Callable[..., Any]) -> Document:
    """The document with one block more, before its text or after it."""
    block = draw(st.sampled_from([Paragraph.of(FIRST), TABLE, ROSTER]))
    first = draw(st.booleans())
    return replace(document, blocks=(block,) * first + document.blocks + (block,) * (not first))
