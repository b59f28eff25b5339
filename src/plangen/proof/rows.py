"""Rows of the proof: a clause, what it asks in words and numbers, what was found, the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How binding the words of a clause are."""

    RULE = "规定"
    SHOULD = "应当"
    USUALLY = "一般"
    RECOMMENDED = "推荐"
    PRACTICE = "实务"  # in no standard

    @property
    def binding(self) -> bool:
        """Whether pages that are otherwise do not conform, rather than differ."""
        return self in (Strength.RULE, Strength.USUALLY)


class Verdict(StrEnum):
    """What is said of a clause."""

    CONFORMS = "符合"
    FAILS = "不符合"
    DIFFERS = "差异说明"
    WITHHELD = "尺寸一致，字体系替代字体，不作结论"
    UNMEASURED = "无从测量"


@dataclass(frozen=True, slots=True)
class Clause:
    """A demand of the standard: its number, the element, its strength, and its words."""

    number: str
    element: str
    strength: Strength
    words: str


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that is asked and what was found; ``measured`` is the number farthest from it.

    ``but``: it holds, except for something that has to be said.
    """

    asked: str
    found: str
    holds: bool
    measured: float | None = None
    but: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the proof. ``pages`` are those that were measured; ``remark`` explains."""

    clause: Clause
    values: tuple[Value, ...]
    pages: tuple[int, ...]
    verdict: Verdict
    remark: str = ""

    @property
    def page_list(self) -> str:
        """The pages in short: 1、3–17."""
        return page_list(self.pages)


def page_list(pages: Iterable[int]) -> str:
    """Pages in short: 1、3–17."""
    spans: list[list[int]] = []
    for page in sorted(set(pages)):
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return "、".join(f"{a}" if a == b else f"{a}–{b}" for a, b in spans)


def fact(asked: str, found: str, holds: bool) -> Value:
    """Something that is no length: a face, a colour, a wording, a count."""
    return Value(asked, found, holds)


def missing(asked: str = "应有此要素") -> Value:
    """An element of the document that is not on its pages."""
    return Value(asked, "页面上没有找到", False)


def lengths(
    label: str, found: Sequence[float], asked: float, tolerance: float, unit: str = "mm"
) -> Value:
    """Lengths that are all to be the same, within a tolerance."""
    farthest = max(found, key=lambda value: abs(value - asked))
    holds = abs(farthest - asked) <= tolerance + 1e-9
    allowed = f"±{_number(tolerance)}" if tolerance else ""
    wanted = f"{label} {_number(asked)}{allowed} {unit}".strip()
    return Value(wanted, f"{_span(found)} {unit}".strip(), holds, farthest)


def between(
    label: str, found: Sequence[float], least: float, most: float, unit: str = "mm"
) -> Value:
    """Lengths that may lie between two bounds."""
    middle = (least + most) / 2
    farthest = max(found, key=lambda value: abs(value - middle))
    holds = least - 1e-9 <= farthest <= most + 1e-9
    wanted = f"{label} {_number(least)}–{_number(most)} {unit}".strip()
    return Value(wanted, f"{_span(found)} {unit}", holds, farthest)


def _span(found: Sequence[float]) -> str:
    least, most = f"{min(found):.2f}", f"{max(found):.2f}"
    if least == most:
        return least
    return f"{least}–{most}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
