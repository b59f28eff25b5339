"""The formats of automatic numbers (ECMA-376 part 1, 17.18.59), by the names they have in Word."""

from __future__ import annotations

from collections.abc import Callable

from plangen.quantity.numerals import LIMIT, chinese_integer

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans(
    "零一二三四五六七八九十百千万亿", "零壹貳參肆伍陸柒捌玖拾佰仟萬億"
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def numeral(number: int, kind: str) -> str:
    """A number in one of the formats of 17.18.59; unknown ones in Arabic digits."""
    write = _FORMATS.get(kind)
    return write(number) if write and 0 <= number < LIMIT else str(number)


def _letters(number: int) -> str:
    if not 0 < number <= 780:
        return str(number)
    repeated, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeated + 1)


def _roman(number: int) -> str:
    if not 0 < number <= 10_000:
        return str(number)
    shown = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        shown += letters * count
    return shown


def _one_of(signs: str) -> Callable[[int], str]:
    """One sign a number, as far as there are any; then Arabic digits."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _run_of(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


def _digits(number: int) -> str:
    """Digit by digit: 一〇."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _spelled(number: int) -> str:
    """With every 一: 一十, as the legal forms have it."""
    shown = chinese_integer(number)
    return f"一{shown}" if shown.startswith("十") else shown


def _ordinal(number: int) -> str:
    is_teen = 10 < number % 100 < 20
    return f"{number}{'th' if is_teen else _ENDINGS.get(number % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese_integer,
    "chineseCountingThousand": chinese_integer,
    "chineseLegalSimplified": lambda number: _spelled(number).translate(_LEGAL),
    "taiwaneseCounting": chinese_integer,
    "taiwaneseCountingThousand": chinese_integer,
    "japaneseCounting": chinese_integer,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographLegalTraditional": lambda number: _spelled(number).translate(_LEGAL_TRADITIONAL),
    "ideographEnclosedCircle": _one_of(_run_of("㊀", 10)),
    "decimalEnclosedCircle": _one_of(_run_of("①", 20)),
    "decimalEnclosedCircleChinese": _one_of(_run_of("①", 20)),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedParen": _one_of(_run_of("⑴", 20)),
    "decimalEnclosedFullstop": _one_of(_run_of("⒈", 20)),
    "numberInDash": lambda number: f"-{number}-",
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
