"""A page for the screen that is no 公文: headings, words, grids and charts."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.charts import Chart
from plangen.document.grids import Grid


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Charts:
    """Charts of one kind: side by side where there is room."""

    charts: tuple[Chart, ...]


Part = Words | Grid | Charts


@dataclass(frozen=True, slots=True)
class WebSection:
    """A heading and what stands below it; sections inside it are one rank deeper."""

    title: str
    parts: tuple[Part, ...] = ()
    sections: tuple[WebSection, ...] = ()


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page: its title, what stands above the first heading, and its sections."""

    title: str
    parts: tuple[Part, ...] = ()
    sections: tuple[WebSection, ...] = ()
