"""The options that say how an opinion is issued (发文要素), handed over to a command as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from plangen.cli.arguments import day, number, organs
from plangen.cli.language import translate as _

if TYPE_CHECKING:
    from plangen.report.audit_opinion import OpinionIssue

_OPTIONS = (
    click.option(
        "--issuer",
        "issuers",
        multiple=True,
        callback=organs,
        metavar="ORGAN",
        help=_("审核意见的发文机关，可以写几次"),
    ),
    click.option(
        "--recipient",
        "recipients",
        multiple=True,
        callback=organs,
        metavar="ORGAN",
        help=_("审核意见的主送机关，可以写几次"),
    ),
    click.option(
        "--number",
        callback=number,
        metavar="NUMBER",
        help=_("审核意见的发文字号，如：山城发〔2020〕12号"),
    ),
    click.option(
        "--date",
        "dated",
        callback=day,
        metavar="DATE",
        help=_("审核意见的成文日期，如：2020-09-20"),
    ),
    click.option(
        "--reply-by",
        callback=day,
        metavar="DATE",
        help=_("请主送机关在哪一天前反馈，如：2020-10-10"),
    ),
)


@dataclass(frozen=True, slots=True)
class Issuing:
    """What the options say; what none says is left open in the opinion."""

    issuers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    number: tuple[str, int, int] | None = None
    dated: date | None = None
    reply_by: date | None = None

    def issue(self) -> OpinionIssue:
        """The same for the report."""
        from plangen.model.issue import Number
        from plangen.quantity.undecided import UNDECIDED
        from plangen.report.audit_opinion import OpinionIssue

        fields = ("code", "year", "sequence")
        said = dict(zip(fields, map(str, self.number), strict=True)) if self.number else None
        return OpinionIssue(
            self.issuers,
            (self.recipients,) if self.recipients else (),
            number=Number.model_validate(said) if said else None,
            date=self.dated or UNDECIDED,
            reply_by=self.reply_by,
        )


NOTHING_SAID = Issuing()


def issuing(command: Callable[..., int]) -> Callable[..., int]:
    """The options on a command, which gets them as ``issuing``."""

    @wraps(command)
    def together(**given: Any) -> int:
        named = ("issuers", "recipients", "number", "dated", "reply_by")
        said = Issuing(**{name: given.pop(name) for name in named})
        if said.dated and said.reply_by and said.reply_by < said.dated:
            raise click.UsageError(_("反馈的最后一天 --reply-by 早于成文日期 --date"))
        return command(issuing=said, **given)

    decorated: Callable[..., int] = together
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
