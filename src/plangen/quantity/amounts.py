"""Exact amounts (数): Arabic or Chinese, whole or decimal, never a float."""

from __future__ import annotations

import re
from fractions import Fraction

from plangen.quantity.errors import QuantityError, shown
from plangen.quantity.numerals import (
    DIGIT_CHARACTERS,
    INTEGER_CHARACTERS,
    chinese_integer,
    read_integer,
)

LARGEST = 10**15  # amounts stay below; longer rows of digits are account numbers, not values
DECIMAL_PLACES = 9

# Thin spaces group digits by three (GB/T 15835-2011 5.1.1); other programs write commas.
_GROUPING = ",\u2005\u2006\u2009\u202f"
ARABIC = rf"[0-9]{{1,3}}(?:[{_GROUPING}][0-9]{{3}})++(?![0-9])(?:\.[0-9]++)?|[0-9]++(?:\.[0-9]++)?"
CHINESE = rf"[{INTEGER_CHARACTERS}]++(?:点[{DIGIT_CHARACTERS}]++)?"
AMOUNT = rf"(?:{ARABIC}|{CHINESE})"

_ARABIC = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?")
_CHINESE = re.compile(rf"([{INTEGER_CHARACTERS}]{{1,24}})(?:点([{DIGIT_CHARACTERS}]{{1,9}}))?")
_UNGROUP = dict.fromkeys(map(ord, _GROUPING))
_TO_ARABIC = str.maketrans(DIGIT_CHARACTERS, "00123456789")


def read_amount(text: str) -> Fraction:
    """The exact amount of a text: 80, 4.5, 1,200, 八点五, 一万二千.

    Raises QuantityError for estimates, and beyond 15 places before or 9 after the point.
    """
    arabic = text.translate(_UNGROUP)
    if _ARABIC.fullmatch(arabic):
        return Fraction(arabic)
    chinese = _CHINESE.fullmatch(text)
    if chinese is None:
        raise QuantityError(
            "“{text}”不是确切的数，或者位数太多：整数不超过15位，小数不超过9位", text=shown(text)
        )
    whole, decimals = chinese.groups(default="")
    number = Fraction(read_integer(whole))
    if decimals:
        number += Fraction(int(decimals.translate(_TO_ARABIC)), 10 ** len(decimals))
    return number


def is_decimal(amount: Fraction) -> bool:
    """Whether an amount can be written with at most 15 places before and 9 after the point."""
    return 0 <= amount < LARGEST and 10**DECIMAL_PLACES % amount.denominator == 0


def write_decimal(amount: Fraction) -> str:
    """An amount in Arabic digits: 80, 4.5. Raises QuantityError where it does not end."""
    if not is_decimal(amount):
        raise QuantityError("“{amount}”写不成位数有限的小数", amount=str(amount))
    whole, rest = divmod(amount.numerator * 10**DECIMAL_PLACES // amount.denominator, 10**9)
    decimals = f"{rest:09}".rstrip("0")
    return f"{whole}.{decimals}" if decimals else str(whole)


def is_chinese_fraction(share: Fraction) -> bool:
    """Whether a share can be written as a fraction in words."""
    return 0 < share.numerator < 10**8 and share.denominator < 10**8


def write_chinese_fraction(share: Fraction) -> str:
    """A share in words: 三分之二. Raises QuantityError for negative or very long ones."""
    return f"{chinese_integer(share.denominator)}分之{chinese_integer(share.numerator)}"
