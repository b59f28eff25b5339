"""Whether a figure is to be reached, has been reached, or only describes."""

from __future__ import annotations

import re
from datetime import date

from plangen.extract.targets.figure import Figure
from plangen.extract.targets.governing import years_spanned
from plangen.extract.targets.record import Extracted, Kind
from plangen.extract.targets.reporting import (
    REACHED,
    SUMMED,
    is_description,
    is_met,
    is_recalled,
    is_report,
)
from plangen.quantity.values import Unit

_AHEAD = re.compile(
    "力争|确保|(?<![主重需首纲摘紧概])要(?![求素点闻害])|(?<![响供相适反对])应(?![急用对届付收])|必须|争取|努力|计划(?!数|任务|工期)|目标(?!任务的|数的)|将(?![^，。；]{1,14}(?:划分|分为|调整为|列为))"
    "|到20[0-9]{2}年|到“?十.五”?(?:规划)?期?末|[底月日]前|今后|下一步"
)


def kind_of(figure: Figure, before: str, after: str, due: date | None, as_of: date | None) -> Kind:
    """The kind of a figure from its sentence: the text before it, itself included in ``after``."""
    if figure.explicit or figure.before:
        before = before.removesuffix("累计")  # 累计不少于 adds up what is still to come
    if is_met(after) or is_recalled(before, after):
        return Kind.ACHIEVED
    reached = [found.end() for found in REACHED.finditer(before)]
    ahead = [found.start() for found in _AHEAD.finditer(before)]
    if not ahead and _may_sum_up(figure, before, due, as_of):
        reached += [found.end() for found in SUMMED.finditer(before)]
    if reached and (not ahead or ahead[-1] < max(reached)):
        return Kind.ACHIEVED
    return Kind.TARGET if ahead else _without_cue(figure, before, after, due, as_of)


def is_told(found: Extracted, sentence: str) -> bool:
    """Whether a bare figure goes on with a report: its sentence has no word of what is ahead."""
    bare = not found.explicit and found.quantity.unit is not Unit.FREQUENCY
    return bare and _AHEAD.search(sentence) is None


def _without_cue(
    figure: Figure, before: str, after: str, due: date | None, as_of: date | None
) -> Kind:
    """The kind where no word says that something is ahead or behind."""
    if _past(due, as_of) or (not (due and as_of) and is_report(figure, before, after)):
        return Kind.ACHIEVED
    return Kind.BACKGROUND if is_description(figure, before, after) else Kind.TARGET


def _may_sum_up(figure: Figure, before: str, due: date | None, as_of: date | None) -> bool:
    """Whether 累计 and 共 sum up what has been: not what is still to come, nor a demand."""
    coming = due is not None and as_of is not None and due >= as_of
    return not (coming or figure.explicit or years_spanned(before))


def _past(due: date | None, as_of: date | None) -> bool:
    return due is not None and as_of is not None and due < as_of
