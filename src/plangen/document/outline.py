"""Numbering of the text's levels (7.3.3): 一、（一） 1. （1）, computed and never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plangen.document.blocks import DEEPEST_LEVEL, Block, Section
from plangen.document.elements import Annex, Document
from plangen.document.inline import AnnexReference, Inline
from plangen.document.wording import annex_label
from plangen.errors import InvalidError
from plangen.quantity.numerals import chinese_integer

FULL_STOPS = "。！？；：…"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its level and label; ``level`` is 0 for what is no section."""

    block: Block
    level: int = 0
    label: str = ""


def section_label(level: int, number: int) -> str:
    """The label of a section: 一、 （一） 1. （1）."""
    match level:
        case 1:
            return f"{chinese_integer(number)}、"
        case 2:
            return f"（{chinese_integer(number)}）"
        case 3:
            return f"{number}."
        case _:
            return f"（{number}）"


def numbered(blocks: Iterable[Block]) -> Iterator[Numbered]:
    """Every block of one part in reading order, sections before what they hold.

    The count starts anew with every part (notice, plan, annex) and under every parent. Raises
    InvalidError for a fifth level.
    """
    yield from _walk(tuple(blocks), 0, [0] * (DEEPEST_LEVEL + 1))


def _walk(blocks: tuple[Block, ...], parent: int, counts: list[int]) -> Iterator[Numbered]:
    for block in blocks:
        if not isinstance(block, Section):
            yield Numbered(block)
            continue
        level = block.level or parent + 1
        if level <= parent:
            raise InvalidError(
                "“{title}”应比上一级深，这里是第 {level} 级", title=block.title, level=level
            )
        if level > DEEPEST_LEVEL:
            raise InvalidError(
                "层次最多四级，“{title}”到了第 {level} 级", title=block.title, level=level
            )
        yield Numbered(block, level, _count(block, level, counts))
        yield from _walk(block.blocks, level, counts)


def _count(section: Section, level: int, counts: list[int]) -> str:
    """Advance the counters for a section; deeper ones restart unless a section continues them."""
    counts[level] += section.numbered
    for deeper in range(level + 1, DEEPEST_LEVEL + 1):
        if _parted(section) and not _continues(section, deeper, level):
            counts[deeper] = 0
    if not section.numbered:
        return ""
    return section_label(level, counts[level])


def _parted(section: Section) -> bool:
    """Whether a section has sections; one without leaves the count of those before as it is."""
    return any(isinstance(block, Section) for block in section.blocks)


def _continues(section: Section, deeper: int, level: int) -> bool:
    first = next((block for block in section.blocks if isinstance(block, Section)), None)
    return bool(first and first.continued and (first.level or level + 1) == deeper)


def heading_text(item: Numbered) -> str:
    """A section's label and title as printed; a run-in title ends with its full stop."""
    section = item.block
    if not isinstance(section, Section):
        return ""
    stop = "。" if section.run_in and section.title[-1] not in FULL_STOPS else ""
    return f"{item.label}{section.title}{stop}"


def opens_paragraph(section: Section) -> bool:
    """Whether the label (and a run-in title) stands at the head of the first paragraph."""
    return section.run_in or not section.title


@dataclass(frozen=True, slots=True)
class ListedAnnex:
    """A line of the 附件说明 (7.3.4): the number, empty where there is one annex, and the name."""

    number: str
    title: str


def listed_annexes(annexes: tuple[Annex, ...]) -> tuple[ListedAnnex, ...]:
    """The 附件说明 of a part: computed from its annexes, so that both agree word for word."""
    titles = [annex.title.replace("\n", "") for annex in annexes]
    if len(titles) == 1:
        return (ListedAnnex("", titles[0]),)
    return tuple(ListedAnnex(f"{number}.", title) for number, title in enumerate(titles, 1))


def document_annex_notes(document: Document) -> tuple[ListedAnnex, ...]:
    """The 附件说明 of the notice itself: its annexes, or the annexed enclosure."""
    enclosure = document.enclosure
    if enclosure and enclosure.mode == "annexed":
        return (ListedAnnex("", enclosure.title.replace("\n", "")),)
    return listed_annexes(document.annexes)


def annex_labels(annexes: tuple[Annex, ...]) -> dict[str, str]:
    """Annex id → printed label, for references in the text."""
    return {
        annex.id: annex_label(number, len(annexes))
        for number, annex in enumerate(annexes, 1)
        if annex.id
    }


def inline_text(content: Iterable[Inline], labels: Mapping[str, str]) -> str:
    """The characters of a line; references to annexes become their labels."""
    return "".join(
        labels[inline.annex] if isinstance(inline, AnnexReference) else inline.text
        for inline in content
    )


def reference_labels(document: Document) -> dict[str, str]:
    """Labels of all annexes of a document and of what it issues."""
    labels = annex_labels(document.annexes)
    if document.enclosure:
        labels |= annex_labels(document.enclosure.annexes)
    return labels
