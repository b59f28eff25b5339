"""Numbers of headings however people type them, and what only looks like one."""

import pytest

from plangen.document.labels import LabelForm, is_annex_label, label_of


@pytest.mark.parametrize(
    ("text", "form", "shown", "value"),
    [
        ("一、指导思想", LabelForm.HAN, "一、", 1),
        ("十 一 、保障", LabelForm.HAN, "十一、", 11),
        ("一.指导思想", LabelForm.HAN, "一.", 1),
        ("（二）目标", LabelForm.HAN_BRACKETS, "（二）", 2),
        ("( 十七 )督导", LabelForm.HAN_BRACKETS, "(十七)", 17),
        ("（三）、目标", LabelForm.HAN_BRACKETS, "（三）、", 3),
        ("㈢目标", LabelForm.HAN_BRACKETS, "㈢", 3),
        ("1.搭建", LabelForm.DIGITS, "1.", 1),
        ("1 .搭建", LabelForm.DIGITS, "1.", 1),
        ("12、搭建", LabelForm.DIGITS, "12、", 12),
        ("１．搭建", LabelForm.DIGITS, "１．", 1),
        ("⒉搭建", LabelForm.DIGITS, "⒉", 2),
        ("1.2021年底前完成", LabelForm.DIGITS, "1.", 1),
        ("（4）开展", LabelForm.DIGITS_BRACKETS, "（4）", 4),
        ("(4)开展", LabelForm.DIGITS_BRACKETS, "(4)", 4),
        ("4）开展", LabelForm.DIGITS_BRACKETS, "4）", 4),
        ("⑷开展", LabelForm.DIGITS_BRACKETS, "⑷", 4),
        ("③落实", LabelForm.CIRCLED, "③", 3),
        ("第二章 总则", LabelForm.CHAPTER, "第二章", 2),
        ("第 十 条 为了", LabelForm.ARTICLE, "第十条", 10),
        ("第一部分 概述", LabelForm.VOLUME, "第一部分", 1),
    ],
)
def test_every_usual_form_is_known(text: str, form: LabelForm, shown: str, value: int) -> None:
    label = label_of(text)

    assert label is not None
    assert (label.form, label.text, label.value, label.doubtful) == (form, shown, value, False)
    assert label_of(text[label.end :]) is None


@pytest.mark.parametrize("text", ["4.100%精神专科医院", "1.5万元", "一、二年级学生", "3、4号楼"])
def test_what_may_be_a_figure_or_a_word_is_doubtful(text: str) -> None:
    label = label_of(text)

    assert label is not None
    assert label.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "2021年",
        "2020.9.6",
        "一是强化管理",
        "第一条例",
        "100%的机关",
        "（试行）",
        "三（一）",
        "",
        "一",
    ],
)
def test_other_words_are_no_labels(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize("text", ["附件", "附件1", "附件 2：", "附 件 十二"])
def test_the_label_of_an_annex_stands_alone(text: str) -> None:
    assert is_annex_label(text)


@pytest.mark.parametrize("text", ["附件：", "附件1 名单", "附件1.名单", "见附件"])
def test_lines_of_the_list_of_annexes_are_no_labels(text: str) -> None:
    assert not is_annex_label(text)
