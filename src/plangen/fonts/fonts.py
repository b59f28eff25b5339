"""The fonts of a machine by role (字体): the face of each, and a glyph for every character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plangen.errors import Message, Problem, UsageError
from plangen.fonts.characters import STAND_INS, is_invisible
from plangen.fonts.choosing import Refusal, Shelf
from plangen.fonts.face import Face
from plangen.fonts.places import Surroundings
from plangen.fonts.roles import FontRole
from plangen.fonts.typefaces import FALLBACKS, TYPEFACES, WIDE

Glyph = tuple[Face, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """The font of a role; ``true`` where it is the one that the standard's class means.

    ``name`` is what the font calls itself, in Chinese where it can.
    """

    role: FontRole
    face: Face
    true: bool

    @property
    def name(self) -> str:
        """The name of the font as its name table says."""
        return self.face.name

    @property
    def path(self) -> Path:
        """The file of the font."""
        return self.face.path


class Fallback(NamedTuple):
    """A character that the font of a role lacks, and the face that gave it."""

    role: FontRole
    character: str
    face: Face


class Missing(NamedTuple):
    """A character that no font has."""

    role: FontRole
    character: str


class _Glyphs(dict[str, Glyph]):
    """The glyphs of a role; one that is asked for the first time is looked for."""

    def __init__(self, fonts: Fonts, role: FontRole) -> None:
        super().__init__()
        self._fonts = fonts
        self._role = role

    def __missing__(self, character: str) -> Glyph:
        glyph = self[character] = self._fonts._find(self._role, character)
        return glyph


class _Chain:
    """Faces in order, found one by one as they are needed, and found once."""

    def __init__(self, faces: Iterator[Face]) -> None:
        self._coming = faces
        self._found: list[Face] = []

    def __iter__(self) -> Iterator[Face]:
        yield from self._found
        for face in self._coming:
            self._found.append(face)
            yield face


class Fonts:
    """The fonts that were found; files are looked for and opened when they are first needed."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._choices: dict[FontRole, Choice] = {}
        self._chains: dict[FontRole, _Chain] = {}
        self._glyphs = {role: _Glyphs(self, role) for role in FontRole}
        self._fallbacks: list[Fallback] = []
        self._missing: list[Missing] = []

    @classmethod
    def found(
        cls,
        folders: Iterable[Path],
        system: bool = True,
        surroundings: Surroundings | None = None,
    ) -> Fonts:
        """The fonts in some folders, which come first, and in those of the system."""
        place = surroundings or Surroundings.here()
        return cls(Shelf(tuple(folders), place.font_folders if system else tuple))

    def choice(self, role: FontRole) -> Choice:
        """The font of a role. Raises UsageError where there is none at all."""
        choice = self._choices.get(role)
        if choice is None:
            candidate = next(self._shelf.usable(TYPEFACES[role], renamed=True), None)
            if candidate is None:
                raise UsageError(Problem(_nothing(role)))
            choice = Choice(role, candidate.face, candidate.typeface.true)
            self._choices[role] = choice
        return choice

    def glyph(self, role: FontRole, character: str) -> Glyph:
        """The face that sets a character in a role, and its glyph there.

        A character that no font has gets the role's own face and glyph 0. One that shows nothing
        (a control character, a variation selector) gets a glyph without ink of the role's own
        face: its width counts for nothing (:func:`plangen.fonts.characters.is_invisible`).
        """
        return self._glyphs[role][character]

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """The characters that another font had to give, as they came up."""
        return tuple(self._fallbacks)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The characters that no font has, as they came up."""
        return tuple(self._missing)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """The files that cannot be used although their names fit, as they came up."""
        return tuple(self._shelf.refusals)

    def chain(self, role: FontRole) -> Iterator[Face]:
        """The faces that lend characters to a role, the nearest first, each once."""
        chain = self._chains.get(role)
        if chain is None:
            chain = self._chains[role] = _Chain(self._lenders(role))
        return iter(chain)

    def _lenders(self, role: FontRole) -> Iterator[Face]:
        seen = {self.choice(role).face}
        own = TYPEFACES[role]
        true = tuple(typeface for typeface in own if typeface.true)
        others = (TYPEFACES[other] for other in FontRole)
        for typefaces in (true, FALLBACKS[role], own, *others, WIDE):
            for candidate in self._shelf.usable(typefaces):
                if candidate.face not in seen:
                    seen.add(candidate.face)
                    yield candidate.face

    def _find(self, role: FontRole, character: str) -> Glyph:
        face = self.choice(role).face
        if is_invisible(character):
            glyph = face.glyph(character)
            return face, glyph if glyph and face.ink(glyph) is None else face.glyph(" ")
        for wanted in (character, STAND_INS.get(character, character)):
            if glyph := face.glyph(wanted):
                return face, glyph
        for other in self.chain(role):
            if glyph := other.glyph(character):
                self._fallbacks.append(Fallback(role, character, other))
                return other, glyph
        self._missing.append(Missing(role, character))
        return face, 0


def _nothing(role: FontRole) -> Message:
    wanted = (name for typeface in TYPEFACES[role] for name in typeface.names[:1])
    return Message(
        "没有{role}字体：找过{names}；请安装其中一种，或把字体文件放进工作区的 fonts 文件夹，"
        "再用 plangen fonts 查看",
        role=str(role),
        names=tuple(wanted),
    )
