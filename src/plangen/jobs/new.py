"""New: a data file to fill in, with a comment beside every key."""

from __future__ import annotations

from pathlib import Path

from plangen.errors import Message, Problem, UsageError
from plangen.jobs.outputs import write_new
from plangen.load.workspace import Workspace


def new_plan(workspace: Workspace, document_id: str) -> tuple[Path, ...]:
    """Write ``data/<id>.yaml`` and, where the place has none, its ``organs.yaml``.

    Raises UsageError where the file is there already or the name can be no id.
    """
    name, path = _written(workspace, document_id, "plan")
    place = name.rpartition("/")[0]
    if workspace.file(f"{place}/organs") is not None:
        return (path,)
    organs = path.parent / "organs.yaml"
    write_new(organs, _skeleton(workspace, "organs"))
    return path, organs


def new_notice(workspace: Workspace, document_id: str) -> tuple[Path, ...]:
    """Write ``data/<id>.yaml`` of a yearly task notice, which names organs as they stand.

    Raises UsageError where the file is there already or the name can be no id.
    """
    return (_written(workspace, document_id, "notice")[1],)


def _written(workspace: Workspace, document_id: str, kind: str) -> tuple[str, Path]:
    """The id and the file of a new document."""
    name = workspace.document_id(document_id)
    if "/" not in name:
        message = Message("编号应含地方，如 shancheng/{name}", name=name)
        raise UsageError(Problem(message))
    path = workspace.root / "data" / f"{name}.yaml"
    write_new(path, _skeleton(workspace, kind))
    return name, path


def _skeleton(workspace: Workspace, kind: str) -> bytes:
    for folder in workspace.folders("templates"):
        path = folder / "new" / f"{kind}.yaml"
        if path.is_file():
            return path.read_bytes()
    raise UsageError(Problem(Message("没有找到 templates/new/{kind}.yaml", kind=kind)))
