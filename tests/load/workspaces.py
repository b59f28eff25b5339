"""Workspaces made for one test, and what loading them says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.load.documents import Library, Loaded
from plangen.load.workspace import Workspace

PLAN = "kind: plan\nlevel: street\ntitle: 某方案\n"
DOCUMENT = "x/plan"


def workspace(folder: Path, files: Mapping[str, str | bytes]) -> Workspace:
    """A workspace in ``folder`` with ``files``, by their path; plangen's own data lies behind."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Workspace.at(folder)


def loaded(folder: Path, plan: str | bytes, **others: str) -> Loaded:
    """The document ``x/plan``; ``organs`` and ``indicators`` are those of its workspace."""
    paths = {"organs": "data/x/organs.yaml", "indicators": "data/indicators.yaml"}
    files: dict[str, str | bytes] = {paths[name]: text for name, text in others.items()}
    return Library(workspace(folder, {**files, "data/x/plan.yaml": plan})).load(DOCUMENT)


def faults(folder: Path, plan: str | bytes, **others: str) -> list[str]:
    """The sentences by which a plan's data file is refused."""
    with pytest.raises(InputError) as caught:
        loaded(folder, plan, **others)
    return [str(problem.sentence()) for problem in caught.value.problems]
