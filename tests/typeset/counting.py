"""How documents come out on the grid, whatever fonts are installed."""

from plangen.document.blocks import Orientation
from plangen.document.elements import Document
from plangen.sheet.arrangement import arrange
from plangen.sheet.fitting import AS_IT_FALLS, Fitting
from plangen.sheet.geometry import Profile
from plangen.sheet.runs import Line
from plangen.typeset.flow import across, flow
from plangen.typeset.measures import GridMeasures
from plangen.typeset.pages import Pages
from plangen.typeset.paging import paged
from plangen.typeset.paragraphs import set_paragraph


def count_pages(document: Document, profile: Profile, fitting: Fitting = AS_IT_FALLS) -> Pages:
    """The pages of a document whose lines are broken by the grid alone."""
    return paged(tuple(flow(arrange(document), GridMeasures())), profile, fitting)


def line_count(line: Line, orientation: Orientation = "portrait") -> int:
    """How many lines a paragraph takes on a page of this direction."""
    return len(set_paragraph(line, across(orientation), GridMeasures()).lines)
