"""The documents of a workspace that an audit is about, read with all that stand around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.errors import InputError, InvalidError, Place, PlangenError, Problem
from plangen.findings import Finding
from plangen.load.documents import INDICATORS, Library
from plangen.model.indicators import Indicator


class Papers:
    """The documents of a workspace that have to do with those asked about, each read once.

    That is what they implement and supersede, what supersedes these, and so on upwards.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.found: dict[str, Paper] = {}
        self.findings: dict[str, tuple[Finding, ...]] = {}

    def gather(self, names: Iterable[str]) -> None:
        """Read documents and all around them. Raises InputError and UsageError."""
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in self.found:
                continue
            facts = self._read(name).facts
            waiting += (*facts.implements, *facts.supersedes, *self._later(name))

    def add(self, paper: Paper) -> None:
        """A document of a file that is no data; what it implements is read as well."""
        self.found[paper.id] = paper
        self.findings[paper.id] = ()
        self.gather(paper.facts.implements)

    def gather_each(self, names: Iterable[str]) -> Iterator[PlangenError]:
        """Read documents; those that cannot be read are told and left out."""
        for name in names:
            try:
                self.gather([name])
            except PlangenError as error:
                self.found.pop(name, None)
                yield error

    def indicators(self) -> dict[str, Indicator]:
        """The dictionary of all levels."""
        return dict(self.library.dictionary("-/-").indicators)

    def auditor(self, hierarchy: Hierarchy | None = None) -> Auditor:
        """An auditor of what was gathered. Raises InputError for a faulty dictionary."""
        with_faults = hierarchy or Hierarchy(self.found)
        try:
            return Auditor(with_faults, self.indicators())
        except InvalidError as invalid:
            raise InputError(Problem(invalid.message, Place(INDICATORS))) from None

    def _read(self, name: str) -> Paper:
        loaded = self.library.load(name)
        self.found[name] = Paper(name, loaded.facts, loaded.place)
        self.findings[name] = loaded.findings
        return self.found[name]

    def _later(self, name: str) -> Iterator[str]:
        """The documents that supersede one."""
        for later in self.library.successors.of(name):
            if name in self.library.load(later).facts.supersedes:
                yield later
