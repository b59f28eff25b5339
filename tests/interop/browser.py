"""A page as Chromium shows it, and what axe-core finds wrong with it for people who cannot see it.

``scripts/install-interop.sh`` installs the browser and both npm packages.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .office import OfficeError, run_for_output

MODULES = Path(__file__).parents[2] / ".cache" / "interop" / "node_modules"
PROGRAM = Path(__file__).with_name("browser.cjs")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PHONE, DESK = 390, 1280
"""Widths of a window, in px."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page at one width.

    ``violations`` are pairs of a rule of axe-core and the first element that breaks it. ``width``
    is what the whole page takes; ``frames`` are the content and the window of each frame that may
    scroll. ``focused`` is what the first press of Tab reaches, and whether it is in sight.
    """

    violations: list[list[str]]
    width: int
    frames: list[list[int]]
    focused: tuple[str, bool]


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def missing() -> list[str]:
    """What of browser, Node.js and npm packages is not installed, for the reason of a skip."""
    programs = {"chromium": _browser(), "node": shutil.which("node")}
    packages = [name for name in ("axe-core", "playwright-core") if not (MODULES / name).is_dir()]
    return [name for name, path in programs.items() if path is None] + packages


def look(pages: Sequence[Path], width: int) -> list[Seen]:
    """Pages in a window so many px wide.

    Raises:
        OfficeError: something is missing, or the browser could not be run.
    """
    command = ["node", str(PROGRAM), str(MODULES), str(_browser()), str(width), *map(str, pages)]
    status, output = run_for_output(command)
    if status != 0:
        raise OfficeError(f"{PROGRAM.name} ended with {status}: {output.strip()}")
    return [
        Seen(page["violations"], page["width"], page["frames"], tuple(page["focused"]))
        for page in json.loads(output)
    ]
