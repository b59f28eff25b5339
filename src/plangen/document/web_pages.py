"""A page for the screen that is no 公文: headings, words, grids and charts."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.document.charts import Chart
from plangen.document.grids import Grid, writable


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of plain text."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", writable(self.text))


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", writable(self.title))


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page: its title, what stands above the first heading, and its sections."""

    title: str
    parts: tuple[Part, ...] = ()
    sections: tuple[WebSection, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", writable(self.title))
