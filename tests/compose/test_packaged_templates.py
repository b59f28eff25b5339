"""The packaged templates of a few paragraphs, with the data of an invented place."""

from pathlib import Path
from typing import Any, get_args

import pytest

from plangen.compose.composer import Composer
from plangen.document import elements
from plangen.document.blocks import Paragraph
from plangen.document.dump import dump
from plangen.document.elements import (
    Attendees,
    Document,
    DocumentNumber,
    Imprint,
    Mark,
    SerialNumber,
    Signature,
    Stamp,
)
from plangen.document.inline import Figure, Text
from plangen.document.parse import parse
from plangen.load.documents import Library
from plangen.load.workspace import Workspace, packaged_root
from plangen.model import issue, issuing
from plangen.model.dictionary import Dictionary
from plangen.model.plans import DocumentFacts

FIXTURES = Workspace.at(Path(__file__).parents[1] / "fixtures" / "workspace")
EXAMPLES = ("yunxi/notice-2021", "yunxi/letter-2021", "anhe/order-2021", "anhe/minutes-2021")


def example(document_id: str) -> Document:
    loaded = Library(FIXTURES).load(document_id)
    assert loaded.findings == ()
    composer = Composer(FIXTURES.folders("templates"))
    return composer.compose(loaded.facts, loaded.dictionary, loaded.file)


def composed(template: str, given: dict[str, Any], **values: Any) -> Document:
    """A document of the packaged templates alone."""
    facts = DocumentFacts.model_validate(
        {
            "kind": "notice",
            "level": "street",
            "title": "关于有关工作的通知",
            "template": template,
            "issue": {
                "mark": {"organs": ["甲街道"]},
                "issuers": ["甲街道", "乙街道"],
                "date": "2021-06-08",
                **given,
            },
            **values,
        }
    )
    return Composer((packaged_root() / "templates",)).compose(facts, Dictionary({}))


@pytest.mark.parametrize("document_id", EXAMPLES)
def test_an_example_is_composed_without_blanks_in_its_text(document_id: str) -> None:
    document = example(document_id)

    assert parse(dump(document)) == document
    assert document.blocks
    for block in document.blocks:
        assert isinstance(block, Paragraph)
        (text,) = block.content
        assert isinstance(text, Text)
        assert " " not in text.text


def test_the_notice_of_a_few_paragraphs() -> None:
    document = example("yunxi/notice-2021")

    assert document.form == "文件"
    assert document.head.mark == Mark(("云溪街道办事处",))
    assert document.head.number == DocumentNumber("云街办发", 2021, 31)
    assert document.recipients == (("各村（社区）",), ("机关各办公室", "驻街各单位"))
    assert len(document.blocks) == 4
    assert document.note == "此件公开发布"


def test_the_letter_has_the_picture_of_its_seal() -> None:
    document = example("yunxi/letter-2021")

    assert document.form == "信函"
    assert document.head.mark == Mark(("安和区人民政府云溪街道办事处",), "")
    assert document.signature is not None
    assert document.signature.pictures == ("seals/yunxi.png",)
    assert document.imprint == Imprint(copies_to=(("安和区发展和改革局", "安和区财政局"),))


def test_the_order_has_a_number_a_stamp_and_no_title() -> None:
    document = example("anhe/order-2021")

    assert document.title == ""
    assert document.head.number == SerialNumber(3)
    assert document.signature is not None
    assert document.signature.stamps == (Stamp("区长", "周正明", "seals/zhou.png"),)


def test_the_minutes_tell_who_attended_and_are_not_sealed() -> None:
    document = example("anhe/minutes-2021")

    assert document.head.number == SerialNumber(6, "期")
    assert [part.kind for part in document.attendance] == ["出席", "请假", "列席"]
    assert document.attendance[0].attendees[:2] == (
        Attendees("", ("周正明",)),
        Attendees("区政府办公室", ("何建国", "邓小雨")),
    )
    assert document.attendance[2].attendees[1] == Attendees("柳荫里社区")
    assert document.signature is not None
    assert not document.signature.sealed


def test_a_letter_leaves_out_the_printing_that_its_form_has_no_place_for() -> None:
    document = composed("letter/plain", {"form": "信函", "printed": {"by": "办公室"}})

    assert document.imprint is None


def test_an_order_has_the_title_that_its_data_give_it() -> None:
    given = {"form": "命令", "title": "关于嘉奖的命令"}

    assert composed("order/plain", given).title == "关于嘉奖的命令"


def test_each_seal_has_its_own_picture_or_none() -> None:
    document = composed("notice/plain", {"seals": {"乙街道": "b.png"}})

    assert document.signature is not None
    assert document.signature.organs == ("甲街道", "乙街道")
    assert document.signature.pictures == ("", "b.png")


def test_stamps_take_the_place_of_organs_in_every_form() -> None:
    document = composed("notice/plain", {"stamps": [{"office": "主任", "name": "李明"}]})

    assert document.signature is not None
    stamps = (Stamp("主任", "李明"),)
    assert document.signature == Signature((), document.signature.date, stamps=stamps)


def test_minutes_may_do_without_attendance() -> None:
    assert composed("minutes/plain", {"form": "纪要"}).attendance == ()


def test_the_text_of_the_data_may_refer_to_figures() -> None:
    target = {"indicator": "rate", "at_least": "80%"}
    text = ['达到{{ figure("rate") }}。', "见A&B。"]

    document = composed("notice/plain", {}, text=text, targets=[target])

    assert document.blocks == (
        Paragraph((Text("达到"), Figure("80%以上", "rate"), Text("。"))),
        Paragraph.of("见A&B。"),
    )


def test_an_issued_plan_keeps_its_form() -> None:
    document = composed("notice/issuing", {"form": "信函"})

    assert document.form == "信函"
    assert document.enclosure is not None


def test_the_data_and_the_tree_know_the_same_forms_and_suffixes() -> None:
    assert get_args(issue.Form) == get_args(elements.Form) == tuple(elements.SUFFIXES)
    assert elements.SUFFIXES["文件"] == ()  # the tree leaves it free, for documents that are read
    for form in elements.SUFFIXES:
        if form != "文件":
            assert issuing.SUFFIXES[form] == elements.SUFFIXES[form]
