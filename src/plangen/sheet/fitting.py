"""What has to be adjusted so that a document's pages come out as the standard wants them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ImprintPage(StrEnum):
    """Which page the 版记 goes on, so that it is the last and an even one (7.4.1, 7.5)."""

    SAME = "same"  # the text ends on an even page with room for it
    NEXT = "next"  # the text ends on an odd page
    AFTER_BLANK = "after blank"  # it ends on a full even page: a blank page comes between


@dataclass(frozen=True, slots=True)
class Fitting:
    """Adjustments to a document's pages.

    ``notice_pitch`` is the line step of the notice in twips where it had to be smaller than the
    profile's, so that 署名 and date do not stand alone on a page (7.3.5.5 allows it).
    """

    imprint_page: ImprintPage = ImprintPage.SAME
    notice_pitch: int | None = None


AS_IT_FALLS = Fitting()
