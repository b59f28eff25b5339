"""How long each stage of a render takes, cold and warm, and how it grows with the document.

Cold is a stage's first run in a new process, the import of its modules included. Warm is the
median of later runs in one process. The peak memory is that of a process which sets a document
of so many pages once, from the tree to docx and txt.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter

from measuring import (
    PLAN,
    ROOT,
    Series,
    installed,
    milliseconds,
    print_machine,
    print_table,
    taking_turns,
    verdict,
)
from memory import peak_memory

STAGES = ("load", "compose", "titles", "pages", "docx", "txt")
COLD_RUNS = 9
WARM_RUNS = 40
PAGES = (1, 2, 5, 10, 20, 50, 100, 200)
GROWING = ("pages", "docx", "txt")
GROWTH_RUNS = 9
LINEAR = 1.3
"""A page of the longest document may take this much longer than one of 20 pages."""


class Render:
    """The stages of one render; each keeps what it made for the next."""

    def __init__(self) -> None:
        self._made: dict[str, object] = {}

    def load(self) -> None:
        from plangen.load.documents import Library
        from plangen.load.workspace import Workspace

        self.workspace = Workspace.at(ROOT)
        self.loaded = Library(self.workspace).load(PLAN)

    def compose(self) -> None:
        from plangen.compose.composer import Composer

        if "composer" not in self._made:
            self._made["composer"] = Composer(self.workspace.folders("templates"))
        composer = self._made["composer"]
        assert isinstance(composer, Composer)
        self.document = composer.compose(
            self.loaded.facts, self.loaded.dictionary, self.loaded.file
        )

    def titles(self) -> None:
        from plangen.typeset.titles import broken_titles

        self.shaped = broken_titles(self.document)

    def pages(self) -> None:
        from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
        from plangen.typeset.fit import fit

        self.profile = PROFILES[DEFAULT_PROFILE]
        self.fitting = fit(self.shaped, self.profile)

    def docx(self) -> None:
        from plangen.writers.docx.writer import write_docx

        self.file = write_docx(self.shaped, self.profile, self.fitting)

    def txt(self) -> None:
        from plangen.writers.text import write_text

        self.text = write_text(self.document)

    def tasks(self) -> dict[str, Callable[[], None]]:
        return {name: getattr(self, name) for name in STAGES}


def print_cold() -> None:
    """The child process: each stage once, as JSON."""
    seconds = {}
    for name, stage in Render().tasks().items():
        start = perf_counter()
        stage()
        seconds[name] = perf_counter() - start
    print(json.dumps(seconds))


def child(*arguments: object) -> str:
    """What this program prints in a process of its own."""
    command = [sys.executable, __file__, *map(str, arguments)]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env=installed()
    ).stdout.strip()


def cold() -> dict[str, Series]:
    runs = []
    for _ in range(COLD_RUNS + 1):
        runs.append(json.loads(child("--cold")))
    return {name: Series(tuple(run[name] for run in runs[1:])) for name in STAGES}


def print_stages() -> None:
    first, later = cold(), taking_turns(Render().tasks(), WARM_RUNS)
    rows = [
        [
            name,
            milliseconds(first[name].median),
            first[name].spread,
            milliseconds(later[name].median),
            later[name].spread,
        ]
        for name in STAGES
    ]
    sums = [sum(series[name].median for name in STAGES) for series in (first, later)]
    rows.append(["sum", milliseconds(sums[0]), "", milliseconds(sums[1]), ""])
    head = ["stage", "cold ms", "from–to", "warm ms", "from–to"]
    print_table(f"Stages of {PLAN}, medians of {COLD_RUNS} and {WARM_RUNS} runs", head, rows)


def document_of(pages: int) -> object:
    """A document whose text fills so many pages, 22 lines each."""
    from plangen.document.blocks import Paragraph, Section
    from plangen.document.elements import Document

    sentence = "各单位要结合实际，细化措施，明确责任，到2021年底前完成80%以上的任务。"
    paragraph = Paragraph.of((sentence * 5)[: 28 * 5 - 3] + "。")
    sections = [Section(f"第{number}项工作", (paragraph,) * 4, level=1) for number in range(pages)]
    return Document("关于有关工作的说明", blocks=tuple(sections))


def growth_tasks(pages: int) -> dict[str, Callable[[], object]]:
    from plangen.document.elements import Document
    from plangen.sheet.arrangement import arrange
    from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
    from plangen.typeset.fit import fit
    from plangen.typeset.flow import flow
    from plangen.typeset.measures import GridMeasures
    from plangen.typeset.paging import paged
    from plangen.writers.docx.writer import write_docx
    from plangen.writers.text import write_text

    document, profile = document_of(pages), PROFILES[DEFAULT_PROFILE]
    assert isinstance(document, Document)
    fitting = fit(document, profile)
    counted = paged(tuple(flow(arrange(document), GridMeasures())), profile, fitting).page
    assert abs(counted - pages) <= 1 + pages // 20, (counted, pages)
    return {
        "pages": lambda: fit(document, profile),
        "docx": lambda: write_docx(document, profile, fitting),
        "txt": lambda: write_text(document),
    }


def print_growth() -> None:
    tasks = {
        f"{stage} {pages}": task for pages in PAGES for stage, task in growth_tasks(pages).items()
    }
    measured = taking_turns(tasks, GROWTH_RUNS)
    rows, a_page = [], {}
    for pages in PAGES:
        medians = [measured[f"{stage} {pages}"].median for stage in GROWING]
        a_page[pages] = sum(medians) / pages
        figures = [milliseconds(seconds) for seconds in (*medians, sum(medians))]
        rows.append([str(pages), *figures, f"{a_page[pages] * 1000:.2f}", child("--pages", pages)])
    head = ["pages", *(f"{stage} ms" for stage in GROWING), "sum ms", "ms a page", "peak MB"]
    print_table(f"Growth, medians of {GROWTH_RUNS} runs", head, rows)
    ratio = a_page[PAGES[-1]] / a_page[20]
    print(
        f"\nTarget: linear, a page of {PAGES[-1]} at most {LINEAR} × one of 20: "
        f"{ratio:.2f} × – {verdict(ratio <= LINEAR)}"
    )


def main() -> None:
    if sys.argv[1:] == ["--cold"]:
        print_cold()
        return
    if sys.argv[1:2] == ["--pages"]:  # a child process whose memory is looked at
        for task in growth_tasks(int(sys.argv[2])).values():
            task()
        print(f"{peak_memory():.0f}")
        return
    print_machine("plangen", "jinja2", "lxml", "pydantic", "python-docx")
    print_stages()
    print_growth()


if __name__ == "__main__":
    main()
