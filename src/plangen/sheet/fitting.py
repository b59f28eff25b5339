"""What has to be adjusted so that a document's pages come out as the standard wants them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SEAL_CLEARANCE = 0.75  # of a line: names and date then lie a little below the seal's centre


class ImprintPage(StrEnum):
    """Which page the 版记 goes on, so that it is the last and an even one (7.4.1, 7.5)."""

    SAME = "same"  # the text ends on an even page with room for it
    NEXT = "next"  # the text ends on an odd page
    AFTER_BLANK = "after blank"  # it ends on a full even page: a blank page comes between


@dataclass(frozen=True, slots=True)
class Tightened:
    """A line of the item at place ``item`` of the arrangement.

    Its characters, ``start`` to ``end`` of the paragraph's text, are ``by`` 字 too wide for it.
    """

    item: int
    start: int
    end: int
    by: float


@dataclass(frozen=True, slots=True)
class Fitting:
    """Adjustments to a document's pages.

    ``notice_pitch`` is the line step of the notice in twips where it had to be smaller than the
    profile's, so that 署名 and date do not stand alone on a page (7.3.5.5 allows it).
    ``seal_clearance`` is how far, in lines, seals begin below the text: one line at the most.
    ``rows_part`` lets rows of seals go on different pages, where they do not fit together.
    ``top_rows`` are the rows of seals, counted from 0, that begin a page.
    ``text_along`` lets the last line of the text go to the next page with the names.
    ``tightened`` are the lines into which a mark was squeezed: a word processor that does not
    squeeze marks sets them closer as a whole.
    """

    imprint_page: ImprintPage = ImprintPage.SAME
    notice_pitch: int | None = None
    seal_clearance: float = SEAL_CLEARANCE
    rows_part: bool = False
    top_rows: tuple[int, ...] = ()
    text_along: bool = False
    tightened: tuple[Tightened, ...] = ()


AS_IT_FALLS = Fitting()
