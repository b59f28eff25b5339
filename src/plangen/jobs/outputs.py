"""Writing files: whole or not at all, and never over what a person has changed.

A folder keeps a record of what was written into it (``.plangen.json``: path → SHA-256). A file that
stands there and is not as it was written belongs to whoever changed it.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EISDIR
from hashlib import sha256
from pathlib import Path

from plangen.errors import Message, Problem, UsageError

RECORD = ".plangen.json"


class Outputs:
    """The files of one run: collected first, then put in place together."""

    def __init__(self, folder: Path, force: bool = False) -> None:
        self.folder = folder
        self._force = force
        self._waiting: dict[str, bytes] = {}

    def add(self, name: str, content: bytes) -> Path:
        """Take a file to be written under the folder; gives where it will be."""
        self._waiting[name] = content
        return self.folder / name

    def write(self) -> None:
        """Put all files in place. Raises UsageError where that would lose somebody's work or the
        folder cannot be written; then nothing has changed.
        """
        _put(self.ready())
        self._waiting = {}

    def ready(self) -> dict[Path, bytes]:
        """All files and the record of them. Raises UsageError where one would lose somebody's
        work.
        """
        record = self._record()
        self._refuse_changed(record)
        record |= {name: _digest(content) for name, content in self._waiting.items()}
        text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
        files = {**self._waiting, RECORD: text.encode()}
        return {self.folder / name: content for name, content in files.items()}

    def wrote(self, name: str) -> bool:
        """Whether a file stands as it was written here: nobody has changed it since.

        Raises UsageError where it cannot be read.
        """
        path = self.folder / name
        with _explained(path):
            found = _digest(path.read_bytes())
        return self._record().get(name) == found

    def _record(self) -> dict[str, str]:
        try:
            record = json.loads((self.folder / RECORD).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return record if isinstance(record, dict) else {}

    def _refuse_changed(self, record: dict[str, str]) -> None:
        if self._force:
            return
        problems = []
        for name, content in self._waiting.items():
            path = self.folder / name
            if not path.is_file():
                continue
            with _explained(path):
                found = _digest(path.read_bytes())
            if found not in (record.get(name), _digest(content)):
                problems.append(
                    Problem(
                        Message(
                            "{path} 已被改动过，没有覆盖；"
                            "要覆盖请加 --force，要另存请用 -o 换一个文件夹",
                            path=str(path),
                        )
                    )
                )
        if problems:
            raise UsageError.of(problems)


def save(path: Path, content: bytes, force: bool = False) -> Path:
    """Write one file. Raises UsageError where somebody's work would be lost."""
    outputs = Outputs(path.parent, force)
    written = outputs.add(path.name, content)
    outputs.write()
    return written


def save_together(files: Mapping[Path, bytes], force: bool, added_to: Mapping[Path, bytes]) -> None:
    """Write files of any folders, all of them or none.

    ``added_to`` are a person's own files that keep what stood in them: they are written without
    asking and stay theirs. Raises UsageError where somebody's work would be lost.
    """
    folders: dict[Path, Outputs] = {}
    for path, content in files.items():
        folders.setdefault(path.parent, Outputs(path.parent, force)).add(path.name, content)
    ready = {path: content for one in folders.values() for path, content in one.ready().items()}
    _put({**ready, **added_to})


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises UsageError where it is."""
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:  # only if there is none
                file.write(content)
        except FileExistsError:
            message = Message("{path} 已经有了，没有覆盖", path=str(path))
            raise UsageError(Problem(message)) from None


def _put(files: dict[Path, bytes]) -> None:
    """Put all files in place, or leave everything as it was."""
    with ExitStack() as undo:
        ready = []
        for target, content in files.items():
            with _explained(target):
                if target.is_dir():
                    raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(target))
                temporary = _temporary(target, content)
            undo.callback(temporary.unlink, missing_ok=True)
            ready.append((temporary, target))
        for temporary, target in ready:
            with _explained(target):
                undo.callback(_restore, target, _kept(target))
                os.replace(temporary, target)
        undo.pop_all()  # all is in place: nothing is taken back any more
    for target in files:
        _backup(target).unlink(missing_ok=True)


def _backup(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _kept(target: Path) -> Path | None:
    """Another name for the file that is about to be replaced."""
    if not target.exists():
        return None
    backup = _backup(target)
    os.replace(target, backup)
    return backup


def _restore(target: Path, backup: Path | None) -> None:
    if backup is None:
        target.unlink(missing_ok=True)
    else:
        os.replace(backup, target)


def _temporary(target: Path, content: bytes) -> Path:
    """The content in a file beside its target, ready to take its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
    except BaseException:
        os.unlink(name)
        raise
    return Path(name)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = Message(
            "写不了 {path}：{reason}",
            path=str(path),
            reason=Message(error.strerror) if error.strerror else str(error),
        )
        raise UsageError(Problem(message)) from None


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
