"""plangen's PDF against WeasyPrint, typst and ReportLab: the same text, laid out alike, in one run.

Every program is given the blocks of the same arrangement in its own language, and the fonts that
plangen chose (ReportLab, which sets TrueType only: LXGW WenKai). That all of them set the same
characters is checked before anything is timed. In warm runs every run sets another text of the same
length, so that no program answers from its memory of the run before.

``bench_pdf.py cold``, ``warm`` or ``growth`` measures that part alone.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, pairwise
from pathlib import Path
from time import perf_counter, process_time

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
from pdf_routes.once import COMMAND
from pdf_routes.routes import (
    OURS,
    REPORTLAB,
    TYPST,
    WEASYPRINT,
    Route,
    page_count,
    require_same_text,
    routes_here,
)
from pdf_routes.texts import running_text, varied, with_a_new_character

from plangen.document.elements import Document
from plangen.fonts.fonts import Fonts
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
from plangen.typeset.document import typeset
from plangen.typeset.titles import broken_titles
from plangen.writers.pdf.writer import write_pdf

ONCE = Path(__file__).parent / "pdf_routes" / "once.py"
COLD_RUNS, WARM_RUNS, GROWTH_RUNS = 9, 20, 3
PAGES = (1, 10, 100, 1000)
MOST_PAGES = {OURS: 1000, WEASYPRINT: 100, TYPST: 1000, REPORTLAB: 1000}
"""More would take minutes."""
AGAINST = {WEASYPRINT: 10.0, TYPST: 1.5}
"""plangen is to be so many times as fast, warm."""
COLD, TYPST_COLD = 0.5, 0.18
"""Seconds that a cold process may take on a machine on which typst's takes the second figure."""
MOST_MEMORY = 100.0  # MB
LINEAR = 1.3
"""A page of 1,000 may take so many times as long as one of 10."""
STAGES = ("titles", "typeset", "write")
NEW_CHARACTER = ", a new character in every run"
TREE, COMMAND_LINE = f"{OURS}: tree → PDF", "plangen render --to pdf"


@dataclass(frozen=True, slots=True)
class Once:
    """A process: how long it lived, how long the last text took in it, the memory it held."""

    whole: float
    seconds: float
    megabytes: float


def once(*arguments: str | Path) -> Once:
    """Run one route, or the command line, in a process of its own."""
    command = [sys.executable, str(ONCE), *map(str, arguments)]
    start = perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=installed())
    whole = perf_counter() - start
    return Once(whole, **json.loads(done.stdout.splitlines()[-1]))


# Cold


def commands(sources: Mapping[str, Path], folder: Path) -> dict[str, Sequence[str | Path]]:
    """The processes to compare; the command line where it has the format."""
    found: dict[str, Sequence[str | Path]] = {
        name: (name.lower(), folder / "cold.pdf", source) for name, source in sources.items()
    }
    workspace: list[str | Path] = ["--workspace", ROOT, "-o", folder / "output"]
    whole = (COMMAND, "render", PLAN, "--to", "pdf", *workspace)
    try:
        once(*whole)
        found[COMMAND_LINE] = whole
    except subprocess.CalledProcessError as error:
        print(f"{COMMAND_LINE} is left out; it fails: {error.stderr.strip().splitlines()[-1:]}")
    return found


def print_cold(made: Mapping[str, bytes], sources: Mapping[str, Path], folder: Path) -> None:
    runs: dict[str, list[Once]] = {}
    found = commands(sources, folder)
    for number in range(COLD_RUNS + 1):
        for name, command in found.items():
            done = once(*command)
            if number:
                runs.setdefault(name, []).append(done)
    rows = []
    for name, finished in runs.items():
        series = Series(tuple(run.whole for run in finished))
        memory = f"{max(run.megabytes for run in finished):.0f}"
        pdf = made.get(name)
        file = [str(page_count(pdf)), f"{len(pdf) / 1000:.0f}"] if pdf else ["", ""]
        rows.append([name, milliseconds(series.median), series.spread, memory, *file])
    head = ["process", "ms", "from–to", "peak MB", "pages", "kB"]
    print_table(f"Cold: a new process, medians of {COLD_RUNS} runs in turns; {PLAN}", head, rows)
    _judge_cold({name: [run.whole for run in finished] for name, finished in runs.items()})
    for name in (OURS, COMMAND_LINE):
        if name in runs:
            peak = max(run.megabytes for run in runs[name])
            print(f"Target: {name}, peak under {MOST_MEMORY:.0f} MB: {peak:.0f} MB – ", end="")
            print(verdict(peak < MOST_MEMORY))


def _judge_cold(seconds: Mapping[str, list[float]]) -> None:
    if TYPST not in seconds:
        return
    limit = COLD * statistics.median(seconds[TYPST]) / TYPST_COLD
    ours = statistics.median(seconds[OURS])
    print(
        f"\nTarget: cold under {COLD} s × (typst here / {TYPST_COLD} s) = {limit:.2f} s: ", end=""
    )
    print(f"{ours:.2f} s – {verdict(ours < limit)}")


# Warm


class Staged:
    """plangen from the tree, with the time that each stage took in every run."""

    def __init__(self, documents: Iterator[Document]) -> None:
        self._documents = documents
        self._fonts = Fonts.found(())
        self.runs: list[tuple[float, ...]] = []

    def __call__(self) -> bytes:
        document, profile = next(self._documents), PROFILES[DEFAULT_PROFILE]
        times = [perf_counter()]
        shaped = broken_titles(document)
        times.append(perf_counter())
        pages = typeset(shaped, profile, self._fonts)
        times.append(perf_counter())
        pdf = write_pdf(pages)
        times.append(perf_counter())
        self.runs.append(tuple(end - start for start, end in pairwise(times)))
        return pdf

    def series(self) -> dict[str, Series]:
        """The stages of the runs after the first one, which only warms."""
        return {
            name: Series(times)
            for name, times in zip(STAGES, zip(*self.runs[1:], strict=True), strict=True)
        }


class Counted:
    """A task, and the processor time of each of its runs, on all cores together.

    It does not grow when other programs take the machine's time.
    """

    def __init__(self, task: Callable[[], object]) -> None:
        self._task = task
        self._seconds: list[float] = []

    def __call__(self) -> None:
        start = process_time()
        self._task()
        self._seconds.append(process_time() - start)

    @property
    def median(self) -> float:
        """That of the runs after the first one, which only warms."""
        return statistics.median(self._seconds[1:])


def print_warm(routes: Sequence[Route], document: Document) -> None:
    documents = varied(document, WARM_RUNS + 1)
    fresh = with_a_new_character(document, WARM_RUNS + 1)
    staged = Staged(cycle(documents))
    tasks = {TREE: staged, **warm_tasks(routes, document, documents, fresh)}
    counted = {name: Counted(task) for name, task in tasks.items()}
    measured = taking_turns(counted, WARM_RUNS)
    rows = []
    for name, series in measured.items():
        used = milliseconds(counted[name].median)
        rows.append([name, milliseconds(series.median), series.spread, used])
        if name == TREE:
            rows += [
                [f"– {stage}", milliseconds(part.median), part.spread, ""]
                for stage, part in staged.series().items()
            ]
    print_table(
        f"Warm: in one process, medians of {WARM_RUNS} runs in turns; {PLAN}",
        ["what", "ms", "from–to", "processor ms"],
        rows,
    )
    print()
    for name, wanted in AGAINST.items():
        if name in measured:
            ratio = measured[name].median / measured[TREE].median
            print(f"Target: at least {wanted} × as fast as {name}: {ratio:.2f} × – ", end="")
            print(verdict(ratio >= wanted))
    ours, theirs = (measured.get(name + NEW_CHARACTER) for name in (OURS, TYPST))
    if ours and theirs:
        print(f"With a new character in every run: {theirs.median / ours.median:.2f} × (no target)")


def warm_tasks(
    routes: Sequence[Route],
    document: Document,
    documents: Sequence[Document],
    fresh: Sequence[Document],
) -> dict[str, Callable[[], object]]:
    """What every route is asked to do again and again, each time with the next document."""
    tasks: dict[str, Callable[[], object]] = {}
    for route in routes:
        tasks[route.name] = partial(
            lambda pdf, sources: pdf(next(sources)),
            route.pdf(),
            cycle([route.source_of(other) for other in documents]),
        )
        if route.name in (OURS, TYPST):
            tasks[route.name + NEW_CHARACTER] = partial(
                lambda pdf, sources: pdf(next(sources)),
                route.pdf(),
                cycle([route.source_of(other) for other in fresh]),
            )
        if route.name == TYPST:
            tasks["typst, one text again and again"] = partial(
                route.pdf(), route.source_of(document)
            )
    return tasks


# Growth


def growing(
    routes: Sequence[Route], document: Document, folder: Path
) -> dict[tuple[str, int], Path]:
    """Running text for so many pages, as each program reads it."""
    texts = {pages: running_text(document, pages) for pages in PAGES}
    sources = {}
    for route in routes:
        for pages in PAGES:
            if pages <= MOST_PAGES[route.name]:
                path = folder / f"{route.module}-{pages}"
                path.write_text(route.source_of(texts[pages]), encoding="utf-8")
                sources[route.name, pages] = path
    return sources


def print_growth(routes: Sequence[Route], document: Document, folder: Path) -> None:
    """A new process for every text; one page is set before it, so that imports do not count."""
    sources = growing(routes, document, folder)
    runs: dict[tuple[str, int], list[Once]] = {key: [] for key in sources}
    counted: dict[tuple[str, int], int] = {}
    target = folder / "growth.pdf"
    for _ in range(GROWTH_RUNS):
        for (name, pages), source in sources.items():
            runs[name, pages].append(once(name.lower(), target, sources[name, PAGES[0]], source))
            counted[name, pages] = page_count(target.read_bytes())
    seconds = {key: statistics.median(run.seconds for run in runs[key]) for key in runs}
    memory = {key: statistics.median(run.megabytes for run in runs[key]) for key in runs}
    a_page = {key: seconds[key] / counted[key] for key in runs}
    rows = [
        [
            key[0],
            str(counted[key]),
            milliseconds(seconds[key]),
            f"{a_page[key] * 1000:.2f}",
            f"{memory[key]:.0f}",
        ]
        for key in runs
    ]
    head = ["program", "pages", "ms", "ms a page", "peak MB"]
    print_table(f"Growth: running text, medians of {GROWTH_RUNS} processes", head, rows)
    ratio = a_page[OURS, 1000] / a_page[OURS, 10]
    print(f"\nTarget: a page of 1,000 at most {LINEAR} × one of 10: ", end="")
    print(f"{ratio:.2f} × – {verdict(ratio <= LINEAR)}")


def main() -> None:
    print_machine("plangen", "uharfbuzz", "weasyprint", "typst", "reportlab")
    routes = list(routes_here())
    document, _ = Renderer(Workspace.at(ROOT)).document(PLAN)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources, made = {}, {}
        for route in routes:
            sources[route.name] = folder / f"plan-{route.module}"
            sources[route.name].write_text(route.source_of(document), encoding="utf-8")
            once(route.module, folder / "checked.pdf", sources[route.name])
            made[route.name] = (folder / "checked.pdf").read_bytes()
        require_same_text(made)
        print(f"Same text: {', '.join(made)} – checked")
        parts = {
            "cold": lambda: print_cold(made, sources, folder),
            "warm": lambda: print_warm(routes, document),
            "growth": lambda: print_growth(routes, document, folder),
        }
        for part in sys.argv[1:] or parts:
            parts[part]()


if __name__ == "__main__":
    main()
