"""Where data and templates are: the workspace's own first, then those that come with plangen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plangen.errors import Message, Problem, UsageError

_ID = re.compile(r"[\w-]+(?:/[\w-]+)*")
SHARED_FILES = ("indicators", "organs")
YAML = ".yaml"
LONGEST_ID = 200  # characters


def packaged_root() -> Path:
    """The folder that holds plangen's own ``data`` and ``templates``.

    In an installed package they lie beside the modules; in a source checkout at the repository's
    root.
    """
    package = Path(__file__).resolve().parents[1]
    return package if (package / "data").is_dir() else package.parents[1]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with ``data`` and ``templates`` of its own, before those of the package."""

    root: Path
    packaged: Path

    @classmethod
    def at(cls, root: Path) -> Workspace:
        """The workspace in a folder, which need not hold anything yet."""
        return cls(root.resolve(), packaged_root())

    def folders(self, name: str) -> tuple[Path, ...]:
        """The folders of a kind (``data`` or ``templates``) that exist, the workspace's first."""
        candidates = dict.fromkeys((self.root / name, self.packaged / name))
        return tuple(folder for folder in candidates if folder.is_dir())

    def document_id(self, name: str) -> str:
        """The id that an id or a path stands for.

        Raises UsageError where the path lies outside the workspace's data folder or the name can
        be no id.
        """
        path = Path(name)
        if path.suffix in (".yaml", ".yml") or path.is_absolute() or ".." in path.parts:
            return self._id_of_path(path)
        if len(name) > LONGEST_ID or not _ID.fullmatch(name) or path.name in SHARED_FILES:
            raise _unknown(
                Message("“{name}”不是文件编号；编号如 shancheng/plan-2020", name=name[:LONGEST_ID])
            )
        return name

    def _id_of_path(self, path: Path) -> str:
        try:
            here = path if path.exists() else self.root / path
            real = here.resolve()
        except (OSError, RuntimeError):  # a name too long, or links that lead in a circle
            real = path
        for folder in self.folders("data"):
            if real.is_relative_to(folder.resolve()) and real.suffix == ".yaml":
                return real.relative_to(folder.resolve()).with_suffix("").as_posix()
        raise _unknown(
            Message(
                "{path} 不在工作区的 data 文件夹里；请把数据文件放进 {data}",
                path=str(path),
                data=str(self.root / "data"),
            )
        )

    def file(self, name: str) -> Path | None:
        """The data file of a name, the workspace's own before the packaged one."""
        for folder in self.folders("data"):
            path = folder / f"{name}.yaml"
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        return None

    def document_file(self, document_id: str) -> Path:
        """The data file of a document. Raises UsageError where there is none."""
        path = self.file(document_id)
        if path is None:
            known = tuple(sorted(self.document_ids())) or Message("（无）")
            raise _unknown(
                Message("没有文件“{name}”；现有：{known}", name=document_id, known=known)
            )
        return path

    def document_ids(self) -> Iterator[str]:
        """The ids of all documents, each once."""
        yield from dict.fromkeys(
            name for folder in self.folders("data") for name, _ in _documents_in(folder)
        )

    def documents(self) -> Iterator[tuple[str, Path]]:
        """All documents with their data files, each once; files outside the folders are none."""
        seen = set()
        for folder in self.folders("data"):
            for name, path in _documents_in(folder):
                if name not in seen and _is_within(path, folder):
                    seen.add(name)
                    yield name, path

    def places(self) -> Iterator[str]:
        """The folders that hold an ``organs.yaml`` of their own, each once."""
        found = {
            path.parent.relative_to(folder).as_posix()
            for folder in self.folders("data")
            for path in folder.rglob("organs.yaml")
            if path.is_file() and path.parent != folder
        }
        yield from sorted(found)

    def shown(self, path: Path) -> str:
        """A path as a person sees it: relative to the workspace or to the package."""
        for folder in (self.root, self.packaged):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return str(path)


def _documents_in(folder: Path) -> list[tuple[str, Path]]:
    """The ids and data files of a folder, in the order of their paths."""
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(YAML) and name.removesuffix(YAML) not in SHARED_FILES:
                path = os.path.join(parent, name)
                if os.path.isfile(path):
                    parts = os.path.relpath(path, folder).split(os.sep)
                    found.append((parts, path))
    return [("/".join(parts).removesuffix(YAML), Path(path)) for parts, path in sorted(found)]


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a file found under a folder lies there; only a link can lead away."""
    return not path.is_symlink() or path.resolve().is_relative_to(folder.resolve())


def _unknown(message: Message) -> UsageError:
    return UsageError(Problem(message))
