"""The entry point: one clear line for every error, and the exit codes of the design."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING

from plangen.cli.language import chosen, speak, translate
from plangen.errors import PlangenError, UnmetError, UsageError

if TYPE_CHECKING:
    import click

UNMET, USAGE, UNREADABLE, INTERNAL, INTERRUPTED = 1, 2, 3, 4, 130
DEBUG = "PLANGEN_DEBUG"


def main() -> None:
    """Run the command line; never returns."""
    for stream in (sys.stdout, sys.stderr):
        _accept_chinese(stream)
    speak(chosen(sys.argv[1:]))
    sys.exit(run(sys.argv[1:]))


def _accept_chinese(stream: object) -> None:
    """Let nothing stop at a character that an old encoding does not have.

    One with Chinese in it (GBK) stays what the terminal expects; others give way to UTF-8.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        "公文".encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="backslashreplace")


def run(arguments: list[str]) -> int:
    """Run one command; gives its exit code."""
    import click

    from plangen.cli.commands import plangen

    gc.set_threshold(100_000)  # a short life: most of what it makes, it keeps to the end
    # None are used, and to look for them pydantic reads about everything that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return plangen.main(arguments, prog_name="plangen", standalone_mode=False) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else error.format_message())
        return 0
    except click.ClickException as error:
        return _usage(error)
    except (click.Abort, KeyboardInterrupt):
        _say(translate("已中断"))
        return INTERRUPTED
    except PlangenError as error:
        return _input(error)
    except Exception as error:
        return _internal(error)


def _usage(error: click.ClickException) -> int:
    import click

    _say(error.format_message().removesuffix("."))
    if isinstance(error, click.UsageError) and error.ctx:
        _plain(translate("用法见：{command} --help").format(command=error.ctx.command_path))
    return USAGE


def _input(error: PlangenError) -> int:
    for problem in error.problems:
        _say(problem.sentence().translated(translate))
    if isinstance(error, UnmetError):
        return UNMET
    return USAGE if isinstance(error, UsageError) else UNREADABLE


def _internal(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):  # the reader of a pipe had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
        return INTERNAL
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    _say(translate("程序内部出错：{detail}").format(detail=detail))
    hint = translate("这是 plangen 的问题；设置环境变量 {name}=1 再运行，可得到详情")
    _plain(hint.format(name=DEBUG))
    return INTERNAL


def _say(sentence: str) -> None:
    _plain(translate("错误：{sentence}").format(sentence=sentence))


def _plain(sentence: str) -> None:
    import click

    click.echo(sentence, err=True)
