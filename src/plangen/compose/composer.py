"""A document's facts and its template → the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from plangen.compose.figures import variables
from plangen.compose.filters import FILTERS
from plangen.compose.templates import compose_text, composed_place, environment, macro
from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.errors import InputError, Message, Place, Problem
from plangen.model.dictionary import Dictionary
from plangen.model.plans import DocumentFacts


class Composer:
    """Composes documents from templates in a list of folders, the workspace's own first."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._environment = environment(folders, FILTERS)

    def compose(self, facts: DocumentFacts, dictionary: Dictionary, file: str = "") -> Document:
        """The document that the facts make with their template.

        Raises InputError with the template and its line where a name is undefined, a figure has
        no target, or the text breaks the document's structure; ``file`` names the data.
        """
        if not facts.template:
            message = Message("没有写 template，这份数据只供核对，不能生成公文")
            raise InputError(Problem(message, Place(file)))
        return self.fill(facts.template, variables(facts, dictionary))

    def fill(self, template: str, filled: Mapping[str, Any]) -> Document:
        """The document that a template makes of variables, whatever they are about.

        Raises InputError as ``compose`` does.
        """
        composed = compose_text(self._environment, template, filled, self._folders)
        try:
            return parse(composed.text)
        except InputError as error:
            raise InputError.of(
                Problem(p.message, composed_place(composed, p.place.line or 1, self._folders))
                for p in error.problems
            ) from None

    def phrase(self, template: str, name: str) -> Callable[..., str]:
        """A macro of a template as a function that gives its text in one line, without markup.

        Both raise InputError with the template and its line.
        """
        return macro(self._environment, template, name, self._folders)
