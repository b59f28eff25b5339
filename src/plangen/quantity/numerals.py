"""Chinese numerals (汉字数字): whole numbers and years, both ways (GB/T 15835-2011 5.2)."""

from __future__ import annotations

import re

from plangen.quantity.errors import QuantityError, shown

LIMIT = 10**12  # numbers from here on are not written in Chinese numerals
INTEGER_CHARACTERS = "〇零一二两三四五六七八九十百千万亿"
DIGIT_CHARACTERS = "〇零一二三四五六七八九"

_DIGITS = "零一二三四五六七八九"
_YEAR_DIGITS = "〇一二三四五六七八九"
_DIGIT_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SECTIONS = {"万": 10**4, "亿": 10**8}
_SECTION_NAMES = ("", "万", "亿")
_INTEGER = re.compile(f"[{INTEGER_CHARACTERS}]{{1,24}}")
# 两 counts; it stands alone or before a place, never as the last digit (十二, not 十两).
_MISPLACED_TWO = re.compile("(?<=.)两$|两(?=[^百千万亿])")


def chinese_integer(number: int) -> str:
    """A whole number in Chinese numerals: 零, 十, 二十, 一百零五, 一万二千.

    Raises QuantityError below zero and from 10**12 on.
    """
    if not 0 <= number < LIMIT:
        raise QuantityError(
            "“{number}”写不成汉字数字：应为零至九千九百九十九亿九千九百九十九万九千九百九十九",
            number=str(number),
        )
    sections = [number // 10 ** (4 * power) % 10**4 for power in (2, 1, 0)]
    written = ""
    for power, section in zip((2, 1, 0), sections, strict=True):
        if section:
            gap = "零" if written and (section < 1000 or written[-1] == "零") else ""
            written = written.removesuffix("零") + gap + _section(section) + _SECTION_NAMES[power]
        elif written and power:
            written += "零"
    written = written.removesuffix("零") or "零"
    return written.removeprefix("一") if written.startswith("一十") else written


def _section(number: int) -> str:
    """Four places, from 1 to 9999, without a leading 零."""
    written = ""
    for value, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // value % 10
        if digit:
            written += _DIGITS[digit] + place
        elif written and number % value:
            written = written.removesuffix("零") + "零"
    return written


def read_integer(text: str) -> int:
    """The whole number that Chinese numerals say: 十二, 两百, 一百〇五, 一万二千.

    Raises QuantityError for estimates (三四十), digits in a row (一二三) and short forms that leave
    out the last place (一百五).
    """
    if _INTEGER.fullmatch(text) and not _MISPLACED_TWO.search(text):
        number = _sum_of_places(text)
        spelled = text.replace("〇", "零").replace("两", "二")
        if spelled.startswith("一十"):
            spelled = spelled[1:]
        if number < LIMIT and chinese_integer(number) == spelled:
            return number
    raise QuantityError(
        "“{text}”不是规范的汉字数字：应写作“八十”“一百零五”“一万二千”之类", text=shown(text)
    )


def _sum_of_places(text: str) -> int:
    total = section = digit = 0
    for character in text:
        if character in _DIGIT_VALUES:
            digit = _DIGIT_VALUES[character]
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            total += (section + digit) * _SECTIONS[character]
            section = digit = 0
    return total + section + digit


def chinese_year(year: int) -> str:
    """A year digit by digit, with 〇: 二〇二一 (GB/T 15835-2011 5.2.5).

    Raises QuantityError for a year without exactly four digits.
    """
    if not 1000 <= year <= 9999:
        raise QuantityError("年份“{year}”不是四位数", year=str(year))
    return "".join(_YEAR_DIGITS[int(digit)] for digit in str(year))


def read_year(text: str) -> int:
    """The year that four Chinese digits say: 二〇二一, 二零二一.

    Raises QuantityError for anything else.
    """
    if len(text) != 4 or not set(text) <= set(DIGIT_CHARACTERS) or text[0] in "〇零":
        raise QuantityError("“{text}”不是年份：应写作“二〇二一”之类", text=shown(text))
    return int("".join(str(_DIGIT_VALUES[digit]) for digit in text))
