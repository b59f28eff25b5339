"""The memory of this process. Nothing heavy is imported: the import is part of what is measured."""

from __future__ import annotations

import resource
import sys

PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024  # of ru_maxrss


def peak_memory() -> float:
    """The largest memory that this process held, in MB.

    Linux lets a new process begin with its parent's figure in getrusage; VmHWM is its own.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return int(status.read().partition("VmHWM:")[2].split()[0]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MEGABYTE
