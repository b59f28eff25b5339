"""Numbers of headings as people type them: 一、 （一） (一) 1. 1、 1 . （1） ① 第一章.

GB/T 9704 (7.3.3) knows four forms; in real files they come with half-width brackets, other stops,
full-width digits and, after scanning, with spaces anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from plangen.quantity.errors import QuantityError
from plangen.quantity.numerals import read_integer


class LabelForm(IntEnum):
    """The forms in the order in which they nest by the standard and by custom."""

    VOLUME = 1  # 第一部分, 第一编
    CHAPTER = 2  # 第一章
    DIVISION = 3  # 第一节
    ARTICLE = 4  # 第一条
    HAN = 5  # 一、
    HAN_BRACKETS = 6  # （一）
    DIGITS = 7  # 1.
    DIGITS_BRACKETS = 8  # （1）
    CIRCLED = 9  # ①


STANDARD_LEVELS = {
    LabelForm.HAN: 1,
    LabelForm.HAN_BRACKETS: 2,
    LabelForm.DIGITS: 3,
    LabelForm.DIGITS_BRACKETS: 4,
    LabelForm.CIRCLED: 5,
}
"""The level of a form in the text (7.3.3); chapters and articles have none."""

TITLE_GENRES = (
    *(
        "决议",
        "决定",
        "命令",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
    ),
    *("议案", "函", "纪要", "方案", "办法", "规定", "细则", "计划", "规划", "要点", "任务", "名单"),
    *("提纲", "要求", "条例", "章程", "制度", "预案", "规则", "标准", "指南", "清单", "表", "职责"),
)
"""Words that end the title of an official document, or of what it issues and annexes."""


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the head of a line: its form, itself without spaces, and its value.

    ``end`` is the index of the first character of the heading behind it. A ``doubtful`` label may
    be a figure (``4.100%精神专科医院``) or words of a sentence (``一、二年级``): it counts only
    where the label before it leads to it.
    """

    form: LabelForm
    text: str
    value: int
    end: int
    doubtful: bool = False


_S = r"[ \t\u3000\xa0\u2002-\u200a]{0,4}"
_HAN = rf"[〇零一二三四五六七八九十百](?:{_S}[〇零一二三四五六七八九十百]){{0,4}}"
_DIGITS = r"[0-9０-９](?:[0-9０-９]){0,2}"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_LABEL = re.compile(
    rf"{_S}(?:"
    rf"第{_S}(?P<ordinal>{_HAN}|{_DIGITS}){_S}(?P<unit>部{_S}分|编|章|节|条)(?![约例款件、，的])"
    rf"|[（(]{_S}(?P<han_brackets>{_HAN}){_S}[）)]{_S}(?:[、．.](?![0-9]))?"
    rf"|(?P<han>{_HAN}){_S}(?:、|[．.](?![0-9]))"
    rf"|[（(]{_S}(?P<digits_brackets>{_DIGITS}){_S}[）)]{_S}(?:[、．.](?![0-9]))?"
    rf"|(?P<digits>{_DIGITS}){_S}[、．.]"
    rf"|(?P<bracket>{_DIGITS}){_S}[）)](?![、，。）)])"
    rf"|(?P<circled>[{_CIRCLED}])"
    rf"|(?P<composed>[㈠-㈩⑴-⒇⒈-⒛]){_S}[、．.]?"
    rf"){_S}"
)
_ANNEX_LABEL = re.compile(rf"附{_S}件{_S}(?:(?:{_DIGITS}|{_HAN}){_S}[:：]?)?")
_UNITS = {
    "部分": LabelForm.VOLUME,
    "编": LabelForm.VOLUME,
    "章": LabelForm.CHAPTER,
    "节": LabelForm.DIVISION,
    "条": LabelForm.ARTICLE,
}
_COMPOSED = {
    "㈠": LabelForm.HAN_BRACKETS,
    "⑴": LabelForm.DIGITS_BRACKETS,
    "⒈": LabelForm.DIGITS,
}
# 一、二年级, 三、四季度: two numbers in a row are words of the sentence.
_HAN_GOES_ON = re.compile("[一二三四五六七八九十两](?![、是方])")
# 4.100%: a figure, or the fourth item; 1.2021年 can only be an item.
_FIGURE_GOES_ON = re.compile(r"(?!(?:19|20)[0-9]{2}\s?年)[0-9０-９]")
_BLANK = re.compile(r"\s+")


def label_of(text: str) -> Label | None:
    """The number at the head of a line or paragraph, if there is one."""
    found = _LABEL.match(text)
    if not found:
        return None
    form, number = _form(found)
    value = _value(number)
    if value is None:
        return None
    shown = _BLANK.sub("", found.group())
    return Label(form, shown, value, found.end(), _is_doubtful(form, text, found.end()))


def is_annex_label(text: str) -> bool:
    """Whether a line is the 附件 or 附件1 at the head of an annex (7.3.7) and nothing else."""
    return len(text) < 16 and bool(_ANNEX_LABEL.fullmatch(text.strip()))


def _form(found: re.Match[str]) -> tuple[LabelForm, str]:
    group = found.lastgroup or ""
    number = found.group(group)
    match group:
        case "bracket":  # 1） stands under 1.
            return LabelForm.DIGITS_BRACKETS, number
        case "unit":
            return _UNITS[_BLANK.sub("", number)], found.group("ordinal")
        case "composed":
            start = max(first for first in _COMPOSED if first <= number and _near(first, number))
            return _COMPOSED[start], number
        case _:
            return LabelForm[group.upper()], number


def _near(first: str, character: str) -> bool:
    return ord(character) - ord(first) < 20


def _value(number: str) -> int | None:
    plain = _BLANK.sub("", unicodedata.normalize("NFKC", number)).strip("().")
    if plain.isdecimal():
        return int(plain)
    try:
        return read_integer(plain.replace("〇", "零"))
    except QuantityError:
        return None


def _is_doubtful(form: LabelForm, text: str, end: int) -> bool:
    if form is LabelForm.DIGITS:
        return bool(_FIGURE_GOES_ON.match(text, end))
    return form is LabelForm.HAN and bool(_HAN_GOES_ON.match(text, end))
