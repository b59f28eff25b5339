"""Choosing font files: by their names where to look, by their name tables what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from plangen.errors import InputError, Message, Place, Problem
from plangen.fonts.face import Face
from plangen.fonts.files import FontFiles, whole_faces
from plangen.fonts.typefaces import FALLBACKS, TYPEFACES, WIDE, Typeface

MOST_RENAMED = 200  # files that are opened to see whether they are a font under another name
SMALLEST_RENAMED = 1_000_000  # bytes: no Chinese font of the system's is smaller

_KNOWN = tuple(chain(*TYPEFACES.values(), *FALLBACKS.values(), WIDE))
_STEMS = frozenset(stem for typeface in _KNOWN for stem in typeface.stems())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A face that may be used, and the typeface that it is."""

    typeface: Typeface
    face: Face


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that cannot be used although its name fits, and why."""

    path: Path
    reason: Message


class Shelf:
    """The font files of the workspace's folders and of the system's, opened when needed."""

    def __init__(
        self, folders: tuple[Path, ...], system: Callable[[], Iterable[Path]] = tuple
    ) -> None:
        self._folders = folders
        self._system_folders = system
        self._counts: dict[Path, int] = {}
        self._faces: dict[tuple[Path, int, int | None], Face] = {}
        self._refusals: dict[tuple[Path, int], Refusal] = {}

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """The files that were turned away, as they came up."""
        return tuple(self._refusals.values())

    def usable(self, typefaces: tuple[Typeface, ...], renamed: bool = False) -> Iterator[Candidate]:
        """The faces of some typefaces: true ones first, then the workspace's before the system's.

        ``renamed``: look for true ones under any file name of the system too. Raises InputError
        where a file of the workspace's is called like one of the typefaces and is no font.
        """
        true = tuple(typeface for typeface in typefaces if typeface.true)
        others = tuple(typeface for typeface in typefaces if not typeface.true)
        yield from self._own_candidates(true)
        yield from self._named(self._system, true)
        if renamed:
            yield from self._matching(self._renamed, true)
        yield from self._own_candidates(others)
        yield from self._named(self._system, others)

    @cached_property
    def _own(self) -> FontFiles:
        return FontFiles(self._folders)

    @cached_property
    def _system(self) -> FontFiles:
        return FontFiles(self._system_folders())

    @cached_property
    def _own_files(self) -> list[Path]:
        return list(self._own.others(frozenset(), 0, MOST_RENAMED))

    @cached_property
    def _renamed(self) -> list[Path]:
        return list(self._system.others(_STEMS, SMALLEST_RENAMED, MOST_RENAMED))

    def _own_candidates(self, typefaces: tuple[Typeface, ...]) -> Iterator[Candidate]:
        for typeface in typefaces:
            for path in _files(self._own, typeface):
                if not self._count(path):
                    message = Message("不是字体文件，或者文件不完整；请换一个完好的文件")
                    raise InputError(Problem(message, Place(str(path))))
        yield from self._named(self._own, typefaces)
        yield from self._matching(self._own_files, typefaces)  # whatever they are called

    def _named(self, files: FontFiles, typefaces: tuple[Typeface, ...]) -> Iterator[Candidate]:
        for typeface in typefaces:
            yield from self._matching(_files(files, typeface), (typeface,))

    def _matching(
        self, paths: Iterable[Path], typefaces: tuple[Typeface, ...]
    ) -> Iterator[Candidate]:
        """The faces in some files that are one of the typefaces by what they call themselves."""
        for typeface in typefaces:
            for path in paths:
                for index in range(self._count(path)):
                    face = self._instance(path, index, typeface)
                    if face and self._may_be_used(face):
                        yield Candidate(typeface, face)

    def _instance(self, path: Path, index: int, typeface: Typeface) -> Face | None:
        """The face if it is the typeface; of a variable font its instance of the weight."""
        face = self._face(path, index)
        if not face.variable:
            return face if typeface.is_called(face.names) else None
        if typeface.weight is None or not typeface.is_of_family(face.family):
            return None
        return self._face(path, index, typeface.weight)

    def _may_be_used(self, face: Face) -> bool:
        if not face.drawable:
            reason = Message("没有可用的字形")
        elif not face.embeddable:
            reason = Message("字体不允许嵌入文件")
        else:
            return True
        self._refusals[face.path, face.index] = Refusal(face.path, reason)
        return False

    def _face(self, path: Path, index: int, weight: int | None = None) -> Face:
        face = self._faces.get((path, index, weight))
        if face is None:
            face = self._faces[path, index, weight] = Face(path, index, weight)
        return face

    def _count(self, path: Path) -> int:
        """How many faces a file holds; none where it is damaged."""
        count = self._counts.get(path)
        if count is None:
            count = self._counts[path] = whole_faces(path)
            if not count:
                self._refusals[path, 0] = Refusal(path, Message("不是字体文件，或者文件不完整"))
        return count


def _files(files: FontFiles, typeface: Typeface) -> Iterator[Path]:
    for stem in typeface.stems():
        yield from files.named(stem)
