"""The seed documents, which lie beside the repository in ``../shared``: scanned, copied, broken."""

from functools import cache
from pathlib import Path

import pytest

from plangen.document.origins import ReadDocument
from plangen.readers.reader import read_bytes

FOLDER = Path(__file__).resolve().parents[3] / "shared/seeds"
SEEDS = (
    "2018-national-scheme",
    "2020-national-tasks",
    "2020-shancheng-plan",
    "2021-news",
    "2021-wuhan-tasks",
)


@cache
def read_seed(name: str) -> ReadDocument:
    """A seed as it is read; skips the test where the seeds are not there."""
    path = FOLDER / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"the seed documents are not there: {FOLDER}")
    return read_bytes(path.read_bytes(), path.name)
