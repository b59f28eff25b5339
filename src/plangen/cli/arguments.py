"""What is written behind options: days and names, read and refused alike for all commands."""

from __future__ import annotations

import re
from datetime import date

import click

from plangen.cli.language import translate as _

_NUMBER = re.compile(
    r"([^〔〕\[\]（）()]{1,40})[〔\[（(]((?:19|20|21)[0-9]{2})[〕\]）)]([1-9][0-9]{0,4})号"
)
LONGEST_NAME = 200  # characters of an organ's name, as in data files


def day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
    """A day as data files write it, 2021-06-30 or 2021年6月30日."""
    from plangen.errors import InvalidError
    from plangen.quantity.grammar import parse_deadline

    if text is None:
        return None
    try:
        return parse_deadline(text).last_day
    except InvalidError as invalid:
        raise click.BadParameter(invalid.message.translated(_)) from None


def number(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> tuple[str, int, int] | None:
    """A 发文字号 as its three fields: 山城发〔2020〕12号."""
    if text is None:
        return None
    found = _NUMBER.fullmatch("".join(text.split()))
    if found is None:
        raise click.BadParameter(_("发文字号应写作“山城发〔2020〕12号”"))
    return found[1], int(found[2]), int(found[3])


def organs(
    _context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of organs; one that is empty or no name is a slip of the hand."""
    if not all(0 < len(name.strip()) <= LONGEST_NAME for name in names):
        raise click.BadParameter(_("机关的名称应有1到200个字符"))
    return names
