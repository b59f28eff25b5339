"""Documents composed for one test, from a template and facts of its own."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from plangen.compose.composer import Composer
from plangen.document.blocks import Block, Paragraph, Section
from plangen.document.elements import Document
from plangen.document.inline import Figure, Inline
from plangen.document.outline import inline_text
from plangen.errors import InputError
from plangen.load.workspace import packaged_root
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.model.plans import DocumentFacts

TEMPLATE = "own/plan"
TARGETS: list[dict[str, Any]] = [
    {"indicator": "room_coverage", "at_least": "80%", "by": "2021-12-31"},
    {"indicator": "school_coverage", "at_least": "75%"},
    {"indicator": "same_coverage", "at_least": "80%"},
    {"indicator": "incident_rate", "at_most": "4.5‰", "by": "2021年9月底前"},
    {"indicator": "meeting_frequency", "at_least": "每半年1次"},
    {"indicator": "school_count", "equals": "1所"},
    {"indicator": "hotline_hours", "at_least": "7×24小时"},
    {
        "indicator": "stepped",
        "points": [
            {"by": "2020-12-31", "at_least": "60%"},
            {"by": "2021-12-31", "at_least": "90%"},
        ],
    },
    {"indicator": "scoped", "at_least": "50%", "scope": "小学"},
    {"indicator": "scoped", "at_least": "70%", "scope": "中学"},
]
DICTIONARY = Dictionary(
    {},
    (
        Organ(name="卫计岗", functions=("卫生健康", "民政")),
        Organ(name="派出所", functions=("公安",)),
        Organ(name="交警队", functions=("公安", "交通")),
    ),
)


def facts(**values: Any) -> DocumentFacts:
    """Facts with targets of every kind, changed by ``values``."""
    given = {
        "kind": "plan",
        "level": "street",
        "title": "某方案",
        "template": TEMPLATE,
        "targets": TARGETS,
        "words": {"unit": "街道"},
        "issue": {"mark": {"organs": ["某机关"]}, "issuers": ["某机关"], "date": "2020-09-06"},
    }
    return DocumentFacts.model_validate({**given, **values})


def page(body: str) -> str:
    """A template of a document with ``body`` from its third line on."""
    return f"<document>\n<title>某方案</title>\n{body}\n</document>\n"


def composer(folder: Path, templates: Mapping[str, str]) -> Composer:
    """A composer with templates of its own, by name without the ending, and the packaged ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in templates.items():
        path = folder / f"{name}.xml.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Composer((folder, packaged_root() / "templates"))


def composed(folder: Path, source: str, **values: Any) -> Document:
    """The document that a template makes of the facts."""
    return composer(folder, {TEMPLATE: source}).compose(facts(**values), DICTIONARY)


def refused(
    folder: Path, source: str, others: Mapping[str, str] | None = None, **values: Any
) -> str:
    """The sentence by which composing stops; ``others`` are templates besides the document's."""
    made = composer(folder, {**(others or {}), TEMPLATE: source})
    with pytest.raises(InputError) as caught:
        made.compose(facts(**values), DICTIONARY, "data/x/plan.yaml")
    return str(caught.value)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph of a text, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Section):
            yield from paragraphs(block.blocks)


def inlines(document: Document) -> Iterator[Inline]:
    """Everything that stands in a line of the document, its enclosure and their annexes."""
    parts = [document.blocks, *(annex.blocks for annex in document.annexes)]
    if document.enclosure:
        parts += [document.enclosure.blocks]
        parts += [annex.blocks for annex in document.enclosure.annexes]
    for part in parts:
        for paragraph in paragraphs(part):
            yield from paragraph.content


def figures(document: Document) -> list[Figure]:
    """The figures of a document, in reading order."""
    return [inline for inline in inlines(document) if isinstance(inline, Figure)]


def text(document: Document) -> list[str]:
    """The paragraphs of a document's own text."""
    return [inline_text(paragraph.content, {}) for paragraph in paragraphs(document.blocks)]
