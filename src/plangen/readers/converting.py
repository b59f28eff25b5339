"""Other programs that turn a file into a docx: in a folder of their own, for a bounded time.

A program runs without a window or a terminal. When its time is over, it and all that it started is
ended; where the system can bound the memory of a process, it is bounded.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from plangen.errors import Message
from plangen.readers.refusing import refused

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

LONGEST_CONVERSION = 60.0  # seconds
MOST_MEMORY = 4_000_000_000  # bytes of addresses; LibreOffice takes 2 before it reads anything


def run(command: Sequence[str], folder: Path, program: str, name: str) -> None:
    """Run a program to its end in a folder; whether it succeeded shows in what it wrote.

    ``program`` is how a person calls it, ``name`` the file that it converts. Raises InputError
    when it takes too long.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _bound_memory(process.pid)
    try:
        process.wait(LONGEST_CONVERSION)
    except subprocess.TimeoutExpired:
        limit = int(LONGEST_CONVERSION)
        message = Message("{program} 转换超过 {limit} 秒，已停止", program=program, limit=limit)
        raise refused(name, message) from None
    finally:
        if process.poll() is None:
            _end(process)


def _bound_memory(pid: int) -> None:
    bound = getattr(resource, "prlimit", None)  # Linux alone has it
    if bound is not None:
        try:
            bound(pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        except (OSError, ValueError):  # it has ended, or has a narrower bound already
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:  # Windows has no process groups of this kind
        process.kill()
    process.wait()
