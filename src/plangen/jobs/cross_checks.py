"""Cross-checks: documents' data and composed text → what in them does not fit together."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from plangen.audit.checks.prose import NO_PROSE, Prose, prose_of, prose_read
from plangen.audit.checks.run import cross_check
from plangen.audit.checks.subject import Others, Subject
from plangen.audit.papers import Paper
from plangen.compose.composer import Composer
from plangen.errors import PlangenError
from plangen.findings import Finding
from plangen.load.documents import Library

if TYPE_CHECKING:
    from plangen.jobs.extract import FileFacts
    from plangen.model.dictionary import Dictionary

NO_FILES: Mapping[str, FileFacts] = MappingProxyType({})


class CrossChecks:
    """Checks documents one after the other; ``papers`` are all that are known, by their ids.

    With ``text`` their composed texts are checked as well, which takes longer than all the rest;
    ``files`` are the documents that were read from files.
    """

    def __init__(
        self,
        library: Library,
        papers: Mapping[str, Paper],
        text: bool = True,
        files: Mapping[str, FileFacts] = NO_FILES,
    ) -> None:
        self._library = library
        self._papers = papers
        self._facts = Others((name, paper.facts) for name, paper in papers.items())
        self._text = text
        self._files = files
        self._composer = Composer(library.workspace.folders("templates"))

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What the checks find in a document of ``papers``."""
        paper, file = self._papers[name], self._files.get(name)
        if file is not None:
            dictionary, prose = file.dictionary, prose_read(file.document)
        else:
            dictionary = self._library.dictionary(name)
            prose = self._prose(paper, dictionary) if self._text else NO_PROSE
        subject = Subject(name, paper.facts, dictionary, paper.place, prose, self._facts)
        return cross_check(subject)

    def _prose(self, paper: Paper, dictionary: Dictionary) -> Prose:
        """The text; none where it cannot be composed, which rendering tells."""
        with suppress(PlangenError):
            return prose_of(self._composer.compose(paper.facts, dictionary, paper.id))
        return NO_PROSE
