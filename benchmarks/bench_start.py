"""plangen as a process: how soon it answers, and how much memory a render takes."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring import (
    PLAN,
    PLANGEN,
    ROOT,
    Finished,
    milliseconds,
    print_machine,
    print_table,
    run_process,
    verdict,
)

RUNS = 15
HELP_MARGIN = 0.1
"""Seconds that ``plangen --help`` may take longer than Python needs to import click."""
RENDER_FACTOR = 5
"""``plangen render`` may take so many times as long as that, with the margin."""
BASE = "python -c 'import click'"
HELP = "plangen --help"
DOCX, RENDER = "plangen render --to docx", "plangen render (docx and pdf)"


def commands(folder: str) -> dict[str, Sequence[str | Path]]:
    workspace: list[str | Path] = ["--workspace", ROOT, "-o", folder]
    return {
        BASE: [sys.executable, "-c", "import click"],
        HELP: [PLANGEN, "--help"],
        "plangen check": [PLANGEN, "check", PLAN, "--workspace", ROOT],
        "plangen render --to txt": [PLANGEN, "render", PLAN, "--to", "txt", *workspace],
        DOCX: [PLANGEN, "render", PLAN, "--to", "docx", *workspace],
        "plangen render --to pdf": [PLANGEN, "render", PLAN, "--to", "pdf", *workspace],
        RENDER: [PLANGEN, "render", PLAN, *workspace],
    }


def measured() -> dict[str, list[Finished]]:
    """Every command once for nothing and then RUNS times, in turns, into empty folders."""
    runs: dict[str, list[Finished]] = {}
    for number in range(RUNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            for name, command in commands(folder).items():
                finished = run_process(command)
                if number:
                    runs.setdefault(name, []).append(finished)
    return runs


def main() -> None:
    print_machine("plangen", "click", "pydantic", "jinja2", "rjieba")
    runs = measured()
    medians = {
        name: statistics.median(run.seconds for run in finished) for name, finished in runs.items()
    }
    rows = [
        [
            name,
            milliseconds(medians[name]),
            f"{milliseconds(min(run.seconds for run in finished))}–"
            f"{milliseconds(max(run.seconds for run in finished))}",
            f"{max(run.megabytes for run in finished):.0f}",
        ]
        for name, finished in runs.items()
    ]
    head = ["process", "ms", "from–to", "peak MB"]
    print_table(f"Processes, medians of {RUNS} runs in turns; {PLAN}", head, rows)
    later = medians[HELP] - medians[BASE]
    limit = RENDER_FACTOR * (medians[BASE] + HELP_MARGIN)
    print(f"\nTarget: --help at most {HELP_MARGIN} s after import click: ", end="")
    print(f"{later:.3f} s – {verdict(later <= HELP_MARGIN)}")
    print(
        f"Target: render under {RENDER_FACTOR} × (import click + {HELP_MARGIN} s) = {limit:.2f} s"
    )
    for name in (DOCX, RENDER):
        print(f"  {name}: {medians[name]:.2f} s – {verdict(medians[name] < limit)}")


if __name__ == "__main__":
    main()
