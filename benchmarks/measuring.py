"""Times and tables for the benchmarks: medians of interleaved runs, each beside its target.

Programs that are compared take turns, so that a busy moment of the machine hits all of them.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from memory import PER_MEGABYTE

ROOT = Path(__file__).parents[1]
PLAN = "shancheng/plan-2020"
PLANGEN = Path(sys.executable).with_name("plangen")


@dataclass(frozen=True, slots=True)
class Series:
    """The durations of one thing, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def spread(self) -> str:
        """From the fastest run to the slowest, in ms."""
        return f"{min(self.seconds) * 1000:.1f}–{max(self.seconds) * 1000:.1f}"


def taking_turns(tasks: Mapping[str, Callable[[], object]], runs: int) -> dict[str, Series]:
    """Run every task once for nothing and then so many times, one after the other."""
    for task in tasks.values():
        task()
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            start = perf_counter()
            task()
            seconds[name].append(perf_counter() - start)
    return {name: Series(tuple(values)) for name, values in seconds.items()}


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that ended: its duration and the largest memory it held, in MB.

    The memory is at least that of the program which started it.
    """

    seconds: float
    megabytes: float


def run_process(command: Sequence[str | Path]) -> Finished:
    """Run a program to its end; what it prints is thrown away.

    Raises CalledProcessError where it fails.
    """
    arguments = [str(part) for part in command]
    start = perf_counter()
    process = subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=installed()
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Finished(seconds, usage.ru_maxrss / PER_MEGABYTE)


def installed() -> dict[str, str]:
    """The environment of a user's process: Python keeps the bytecode of what it imports.

    Where that is switched off, every run compiles the whole of plangen anew, as no installed
    program does; the first run, which is not timed, writes it here.
    """
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def verdict(met: bool) -> str:
    return "met" if met else "NOT MET"


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in Markdown; all columns but the first are set to the right."""
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    rules = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    print(f"\n{title}\n")
    for cells in (head, rules, *rows):
        print(_line(cells, widths))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        _padding(cell, width) + cell if position else cell + _padding(cell, width)
        for position, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def _padding(text: str, width: int) -> str:
    return " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns on a terminal: Chinese takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def print_machine(*packages: str) -> None:
    """What the figures depend on: processor, system, Python, versions."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    system = f"{platform.system()} {platform.machine()}"
    print(f"{_processor()}, {os.cpu_count()} cores; {system}; Python {platform.python_version()}")
    print(versions)


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
