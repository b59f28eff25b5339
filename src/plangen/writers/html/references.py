"""Where references to annexes lead: what they say, and the place in the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plangen.document.elements import Annex, Document
from plangen.document.inline import AnnexReference, Figure, Inline
from plangen.document.outline import reference_labels
from plangen.writers.html.markup import Element, add, add_text

ENCLOSURE = "enclosure"  # the id of what a notice issues


def annex_anchor(number: int, enclosed: bool) -> str:
    """The id of an annex in the page; those of an enclosure are counted apart."""
    return f"{ENCLOSURE}-annex-{number}" if enclosed else f"annex-{number}"


def _anchors(annexes: tuple[Annex, ...], enclosed: bool) -> dict[str, str]:
    return {
        annex.id: annex_anchor(number, enclosed)
        for number, annex in enumerate(annexes, 1)
        if annex.id
    }


@dataclass(frozen=True, slots=True)
class References:
    """Annex id → printed label, and annex id → id of its place in the page."""

    labels: Mapping[str, str]
    anchors: Mapping[str, str]

    @classmethod
    def of(cls, document: Document) -> References:
        """Those of a document and of what it issues."""
        anchors = _anchors(document.annexes, enclosed=False)
        if document.enclosure:
            anchors |= _anchors(document.enclosure.annexes, enclosed=True)
        return cls(reference_labels(document), anchors)

    def add_content(self, parent: Element, content: Iterable[Inline]) -> None:
        """The content of a line: figures say which target owns them, references are links."""
        for inline in content:
            match inline:
                case Figure():
                    add_figure(parent, inline)
                case AnnexReference():
                    place = f"#{self.anchors[inline.annex]}"
                    add(parent, "a", text=self.labels[inline.annex], href=place)
                case _:
                    add_text(parent, inline.text)


def add_figure(parent: Element, figure: Figure) -> None:
    """A figure, with the target and the part of it that it shows."""
    add(
        parent,
        "data",
        "figure",
        figure.text,
        value=figure.text,
        title=f"数据来源：{figure.target}",
        data_target=figure.target,
        data_part=figure.part,
    )
