"""The subject of a proof: a document, its pages, the profile and the fonts they were set with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from plangen.document.elements import Document
from plangen.errors import UsageError
from plangen.fonts.face import Face
from plangen.fonts.fonts import Choice, Fonts
from plangen.fonts.roles import FontRole
from plangen.pages.marks import GlyphRun, Pages
from plangen.proof.glyphs import Piece
from plangen.proof.named import Named, named
from plangen.proof.reading import Element, Reading
from plangen.proof.rows import Clause, Row, Value, Verdict, fact, lengths
from plangen.proof.standard import LONGEST_STEP, POINT, SHORTEST_STEP, SIZE_TOLERANCE
from plangen.sheet.geometry import Profile


class Subject:
    """What is measured, and how verdicts are come to."""

    def __init__(self, document: Document, pages: Pages, profile: Profile, fonts: Fonts) -> None:
        self.document, self.profile = document, profile
        self.reading = Reading(pages)
        self.named: Named = named(document, self.reading)
        self.choices: dict[FontRole, Choice | None] = {
            role: _choice(fonts, role) for role in FontRole
        }
        self._lenders: dict[FontRole, set[tuple[Path, int]]] = {role: set() for role in FontRole}
        for fallback in fonts.fallbacks:
            self._lenders[fallback.role].add(_key(fallback.face))

    # verdicts

    def row(  # a clause, what was found, and what bears on the verdict
        self,
        clause: Clause,
        values: Iterable[Value],
        pages: Iterable[int] = (),
        roles: Iterable[FontRole] = (),
        remark: str = "",
        excused: bool = False,
    ) -> Row:
        """A row with its verdict.

        ``roles`` are those whose glyphs the measure depends on; ``excused``: the remark explains
        why it may be otherwise.
        """
        given = tuple(values)
        verdict = self._verdict(clause, given, tuple(roles), excused)
        return Row(clause, given, tuple(sorted(set(pages))), verdict, remark)

    def _verdict(
        self, clause: Clause, values: Sequence[Value], roles: Sequence[FontRole], excused: bool
    ) -> Verdict:
        if not values:
            return Verdict.UNMEASURED
        if not all(value.holds for value in values):
            binding = clause.strength.binding and not excused
            return Verdict.FAILS if binding else Verdict.DIFFERS
        if not self.true(roles):
            return Verdict.WITHHELD
        return Verdict.DIFFERS if any(value.but for value in values) else Verdict.CONFORMS

    def true(self, roles: Iterable[FontRole]) -> bool:
        """Whether the fonts of some roles are those that the standard means."""
        choices = (self.choices[role] for role in roles)
        return all(choice is not None and choice.true for choice in choices)

    # faces

    def face(self, runs: Iterable[GlyphRun], role: FontRole) -> Value:
        """Whether runs are drawn in the font of a role; characters may be lent by another."""
        choice = self.choices[role]
        own = choice and _key(choice.face)
        others = [run for run in runs if _key(run.face) != own]
        wrong = [run for run in others if _key(run.face) not in self._lenders[role]]
        if wrong or choice is None:
            names = sorted({run.face.name for run in wrong})
            return fact(face_name(role), "、".join(names) or "缺", False)
        if others:
            lent = sum(len(run.text) for run in others)
            found = f"{choice.name}，另有 {lent} 字借自他种字体"
            return Value(face_name(role), found, True, but=True)
        return fact(face_name(role), choice.name, True)

    def size(self, runs: Iterable[GlyphRun], asked: float) -> Value:
        """Whether runs have a size in points."""
        found = sorted({run.size for run in runs})
        return lengths("字号", found, asked, SIZE_TOLERANCE, "磅")

    # lines

    def step(self, page: int) -> float:
        """一行: the step of the lines of the text on a page; the profile's where it has none."""
        return self._measured_steps.get(page, self.profile.line)

    @cached_property
    def _measured_steps(self) -> dict[int, float]:
        counts: dict[int, Counter[float]] = {}
        for division in self.named.divisions:
            for page, step in steps(division.flow or division.body):
                if SHORTEST_STEP <= step <= LONGEST_STEP:
                    counts.setdefault(page, Counter())[round(step, 2)] += 1
        return {page: counter.most_common(1)[0][0] for page, counter in counts.items()}

    def blanks(self, upper: Piece, lower: Piece) -> float | None:
        """Blank lines between two texts on one page: between the edges of their line boxes."""
        last, first = upper.lines[-1], lower.lines[0]
        if last.page != first.page:
            return None
        step = self.step(first.page)
        return (first.top - last.bottom - lead(step, last) - lead(step, first)) / step

    def line_number(self, piece: Piece) -> float:
        """Which line of the type area a text stands on: 1.0 is the first."""
        area = self.reading.area(piece.page)
        return 1 + (piece.top - area.top) / self.profile.line


def face_name(role: FontRole) -> str:
    """What the standard calls a class of type: 仿宋体."""
    return role if role.endswith("体") else f"{role}体"


def lead(step: float, piece: Piece) -> float:
    """The white above, and below, the squares of a text in its line box, in mm."""
    return (step - piece.size * POINT) / 2


def steps(elements: Sequence[Element]) -> Iterable[tuple[int, float]]:
    """The page and the distance of every two lines that follow each other in a text.

    Tables in between part them.
    """
    lines = [(element.order, page, run.y) for element in elements for page, run in element.placed]
    for (before, page, upper), (after, other, lower) in pairwise(lines):
        if page == other and after - before <= 1 and lower - upper > POINT:
            yield page, lower - upper


def _key(face: Face) -> tuple[Path, int]:
    return face.path, face.index


def _choice(fonts: Fonts, role: FontRole) -> Choice | None:
    """The font of a role; a document that has no use for a role may lack one."""
    try:
        return fonts.choice(role)
    except UsageError:
        return None
