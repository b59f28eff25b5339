"""Options that several commands have: the same name, the same way of reading it, the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from plangen.cli.arguments import day
from plangen.cli.language import translate as _

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

METAVAR = _("[选项]")  # what stands for them in the usage line


def workspace(text: str = _("工作区文件夹，含 data 和 templates；默认为当前文件夹")) -> Decorator:
    """``-w``: the folder to work in."""
    return click.option(
        "-w",
        "--workspace",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        default=Path(),
        help=text,
    )


def output(text: str = _("输出文件；不写则显示出来"), required: bool = False) -> Decorator:
    """``-o``: the file to write."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        required=required,
        help=text,
    )


def form(
    choices: Sequence[str],
    text: str = _("输出格式：text（默认）或 json"),
    default: str | None = None,
) -> Decorator:
    """``--format``, handed over as ``form``; None where none is asked for, without a default."""
    return click.option("--format", "form", type=click.Choice(choices), default=default, help=text)


def formed(form: str | None, output: Path | None, choices: Sequence[str]) -> str | None:
    """The format asked for, else the one that the ending of the output file names.

    Raises UsageError where the two name different ones. None where neither says any.
    """
    ending = output.suffix.removeprefix(".").lower() if output else ""
    named = ending if ending in choices else None
    if form and named and form != named:
        raise click.UsageError(
            _("--format {form} 和输出文件 {file} 的后缀不一致").format(form=form, file=output)
        )
    return form or named


def force(text: str = _("覆盖被改动过的输出文件")) -> Decorator:
    """``--force``: write over what somebody has changed."""
    return click.option("--force", is_flag=True, help=text)


def fail_on(choices: Sequence[str], default: str, text: str) -> Decorator:
    """``--fail-on``: what makes the command end with code 1."""
    return click.option(
        "--fail-on", "fail_on", type=click.Choice(choices), default=default, help=text
    )


def as_of() -> Decorator:
    """``--as-of``: the day whose requirements count."""
    return click.option(
        "--as-of",
        callback=day,
        metavar="DATE",
        help=_("按哪一天有效的要求核对，如：2021-06-30；默认为文件自己的成文日期"),
    )
