"""The facts of an issue against its form (GB/T 9704-2012, clause 10)."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.records import facts, issue, said

NUMBER = {"code": "甲", "year": 2020, "sequence": 1}
STAMP = {"office": "区长", "name": "周正明"}


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({"form": "信函"}, []),
        ({"form": "命令", "serial": 3, "stamps": [STAMP]}, []),
        ({"form": "纪要", "number": NUMBER}, []),
        ({"seals": {"某机关": "a.png"}}, []),
        (
            {"form": "信函", "mark": {"organs": ["某机关", "别的"]}},
            ["issue.mark.organs！信函的发文机关标志只写一个机关，联合行文写主办机关"],
        ),
        (
            {"form": "信函", "mark": {"organs": ["某机关"], "suffix": "文件"}},
            ["issue.mark.suffix！信函的发文机关标志后面是“文件”，应为：（无）"],
        ),
        (
            {"form": "命令", "mark": {"organs": ["某机关"], "suffix": ""}},
            ["issue.mark.suffix！命令的发文机关标志后面是“”，应为：令、命令"],
        ),
        (
            {"form": "命令", "number": NUMBER},
            ["issue.number！命令不写发文字号，令号写在 serial 里"],
        ),
        ({"serial": 3}, ["issue.serial！serial 是令号或纪要的期数，文件格式不用"]),
        (
            {"form": "纪要", "serial": 3, "number": NUMBER},
            ["issue.serial！纪要的期数和发文字号只写一样"],
        ),
        (
            {"seals": {"某机构": "a.png"}},
            ["issue.seals.某机构！没有名为“某机构”的署名机关，是不是“某机关”？"],
        ),
        (
            {"seals": {"某机关": "a.png"}, "sealed": False},
            ["issue.seals！这份公文不加盖印章，不能有印章图片"],
        ),
        (
            {"seals": {"某机关": "a.png"}, "stamps": [STAMP]},
            ["issue.seals！这份公文不加盖印章，不能有印章图片"],
        ),
        ({"form": "纪要", "signers": ["甲"]}, ["issue.signers！纪要格式没有签发人"]),
        (
            {"form": "信函", "printed": {"by": "办公室"}},
            ["issue.printed？信函的版记不写印发机关和印发日期，这里写的不会印出来"],
        ),
    ],
)
def test_what_a_form_has_no_place_for_is_told(values: dict[str, Any], sentences: list[str]) -> None:
    assert said(facts(issue=issue(**values))) == sentences


@pytest.mark.parametrize("values", [{}, {"issue": issue()}, {"issue": issue(form="命令")}])
def test_only_minutes_tell_who_attended(values: dict[str, Any]) -> None:
    attendance = {"present": [{"organ": "某局"}]}

    sentences = said(facts(attendance=attendance, **values))

    assert sentences == ["attendance！只有纪要写出席、请假、列席人员"]
    assert said(facts(attendance=attendance, issue=issue(form="纪要"))) == []


def test_minutes_are_not_sealed_unless_the_data_say_so() -> None:
    for form, given, sealed in (
        ("文件", {}, True),
        ("纪要", {}, False),
        ("纪要", {"sealed": True}, True),
    ):
        found = facts(issue=issue(form=form, **given)).issue

        assert found is not None
        assert found.sealed is sealed


def test_attendees_are_an_organ_or_names() -> None:
    with pytest.raises(ValidationError) as caught:
        facts(attendance={"present": [{}]})

    assert "出席人员至少要有单位或姓名" in str(caught.value)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("各单位 要认真落实。", "各单位要认真落实。"),
        ("完成后 10个工作日", "完成后10个工作日"),
        ("按照 GB/T 9704\n 排版", "按照GB/T 9704排版"),
        ('达到 {{ figure("rate") }} 以上', '达到{{ figure("rate") }}以上'),
    ],
)
def test_a_paragraph_has_no_blanks_from_folded_lines(written: str, kept: str) -> None:
    assert facts(text=[written]).text == (kept,)
