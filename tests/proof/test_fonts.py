"""What the proof says where fonts are not the ones that the standard means."""

from pathlib import Path

import pytest

from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.fonts.fonts import Fonts
from plangen.proof.as_document import proof_document
from plangen.proof.as_text import proof_text
from plangen.proof.rows import Verdict
from plangen.writers.text import write_text
from tests.fonts.made import ASCII, PUNCTUATION, font
from tests.proof.papers import FORMS, JOINT, NOTICE
from tests.proof.setting import ADDED, laid, named, row, true_fonts

FACES = [
    ("5.2.2", "正文字体字号"),
    ("7.2.2", "密级和保密期限"),
    ("7.2.4", "发文机关标志字体颜色"),
    ("7.3.1", "标题字体字号"),
    ("7.3.3", "第二层次标题"),
    ("7.3.7", "附件标识"),
    ("7.4.3", "印发机关和印发日期"),
    ("7.5", "页码字体字号"),
]
INK = [
    ("5.2.1", "页边与版心"),
    ("7.2.4", "发文机关标志"),
    ("7.2.5", "发文字号"),
    ("7.2.7", "版头中的分隔线"),
    ("7.5", "页码位置"),
]
OTHERS = [("5.1", "纸张"), ("5.2.3", "每面行数"), ("7.4.1", "版记中的分隔线")]


@pytest.mark.parametrize("clause", FACES + INK + OTHERS)
def test_true_fonts_conform(clause: tuple[str, str], true: Fonts) -> None:
    proof = laid(NOTICE, true, outline_seals=True).proof

    assert row(proof, *clause).verdict is Verdict.CONFORMS


@pytest.mark.parametrize("clause", FACES + INK)
def test_of_a_stand_in_nothing_is_concluded(clause: tuple[str, str], free: Fonts) -> None:
    proof = laid(NOTICE, free).proof

    assert row(proof, *clause).verdict is Verdict.WITHHELD
    assert "符合" not in row(proof, *clause).verdict


@pytest.mark.parametrize("clause", OTHERS)
def test_what_no_font_bears_on_conforms_with_any(clause: tuple[str, str], free: Fonts) -> None:
    proof = laid(NOTICE, free).proof

    assert row(proof, *clause).verdict is Verdict.CONFORMS


def test_one_stand_in_takes_the_conclusion_from_its_own_clauses_only(tmp_path: Path) -> None:
    true_fonts(tmp_path, NOTICE)
    (tmp_path / "simkai.ttf").unlink()
    font(tmp_path / "FandolKai-Regular.ttf", "FandolKai", ASCII + PUNCTUATION + _characters(NOTICE))

    proof = laid(NOTICE, Fonts.found([tmp_path], system=False)).proof

    assert named(proof, Verdict.WITHHELD) == [("7.3.3", "第二层次标题")]
    assert row(proof, "5.2.2", "正文字体字号").verdict is Verdict.CONFORMS


@pytest.mark.parametrize("document", FORMS.values(), ids=FORMS)
def test_the_whole_is_never_said_to_conform_with_a_stand_in(
    document: Document, free: Fonts
) -> None:
    proof = laid(document, free).proof

    text = (
        proof_text(proof).split("\n\n5.1 ")[0] + write_text(proof_document(proof)).split("附件")[0]
    )
    assert "符合" not in text
    assert "对版式总体不作结论" in proof.summary


def test_the_whole_conforms_with_true_fonts_besides_its_differences(true: Fonts) -> None:
    proof = laid(JOINT, true, outline_seals=True).proof

    assert proof.summary == (
        "共核验 30 项，1 项无从测量。除所列差异外，所测各项符合 GB/T 9704—2012。"
    )


def test_fonts_are_named_with_their_files(free: Fonts) -> None:
    proof = laid(NOTICE, free).proof

    used = [(use.role, use.name, use.file, use.state) for use in proof.fonts]
    assert used == [
        ("小标宋", "Noto Serif SC Bold", "NotoSerifCJK-Bold.ttf", "替代"),
        ("仿宋", "FandolFang R", "FandolFang-Regular.ttf", "替代"),
        ("楷体", "FandolKai", "FandolKai-Regular.ttf", "替代"),
        ("黑体", "FandolHei", "FandolHei-Regular.ttf", "替代"),
        ("宋体", "FandolSong", "FandolSong-Regular.ttf", "替代"),
    ]


def test_characters_that_another_font_lent_are_named_and_are_a_difference(tmp_path: Path) -> None:
    true_fonts(tmp_path, NOTICE)
    lacking = ASCII + PUNCTUATION + _characters(NOTICE).replace("措", "")
    font(tmp_path / "simfang.ttf", "FangSong", lacking, chinese="仿宋")
    font(tmp_path / "LXGWWenKai-Light.ttf", "LXGW WenKai Light", "措")

    proof = laid(NOTICE, Fonts.found([tmp_path], system=False)).proof

    lent = {use.role: use.lent for use in proof.fonts if use.lent}
    assert lent == {"仿宋": (("措", "LXGW WenKai Light"),)}
    assert "仿宋缺 1 字，借自 LXGW WenKai Light：措" in proof_text(proof)
    text = row(proof, "5.2.2", "正文字体字号")
    assert text.verdict is Verdict.DIFFERS
    assert text.values[0].found.startswith("仿宋，另有 ")


def _characters(document: Document) -> str:
    return "".join(sorted(set(dump(document) + ADDED)))
