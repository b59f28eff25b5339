"""Flow: the items of the arrangement with their lines broken, before any page is known."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.blocks import Orientation
from plangen.sheet.arrangement import (
    Blank,
    Item,
    NewPage,
    SetImprint,
    SetMark,
    SetSignature,
    SetTable,
)
from plangen.sheet.geometry import TYPE_HEIGHT, TYPE_WIDTH
from plangen.sheet.letter import SetDoubleRules
from plangen.sheet.runs import Line
from plangen.typeset.measures import Measures
from plangen.typeset.paragraphs import SetParagraph, set_paragraph
from plangen.typeset.tables import SetTableRows, set_table

Placeable = SetMark | SetDoubleRules | SetSignature | SetImprint
Flowed = SetParagraph | SetTableRows | Blank | NewPage | Placeable


def across(orientation: Orientation) -> float:
    """The width of the type area of a page as it is read, in mm."""
    return TYPE_WIDTH if orientation == "portrait" else TYPE_HEIGHT


def flow(items: tuple[Item, ...], measures: Measures) -> Iterator[Flowed]:
    """Break the lines of every paragraph and table, in the width of its page."""
    width = across("portrait")
    for item in items:
        match item:
            case Line():
                yield set_paragraph(item, width, measures)
            case SetTable():
                yield set_table(item.table, width, item.labels, measures)
            case NewPage():
                width = across(item.orientation)
                yield item
            case _:
                yield item
