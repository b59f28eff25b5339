"""The command line run inside this process or as one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plangen.cli.main import run


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it said."""

    code: int
    out: str
    err: str


def inside(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """Run a command in this process."""
    capsys.readouterr()
    code = run(list(arguments))
    said = capsys.readouterr()
    return Ran(code, said.out, said.err)


def outside(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command as a process in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "plangen", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
