"""What is written behind options: days and names, read and refused alike for all commands."""

from __future__ import annotations

from datetime import date

import click

from plangen.cli.language import translate as _

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


def organs(
    _context: click.Context, _parameter: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of organs; one that is empty or no name is a slip of the hand."""
    if not all(0 < len(name.strip()) <= LONGEST_NAME for name in names):
        raise click.BadParameter(_("机关的名称应有1到200个字符"))
    return names
