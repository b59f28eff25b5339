"""What a document's pages need so that they come out as the standard wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from plangen.document.elements import Document
from plangen.sheet.arrangement import SetSignature, arrange
from plangen.sheet.fitting import AS_IT_FALLS, SEAL_CLEARANCE, Fitting
from plangen.sheet.geometry import Profile
from plangen.typeset.flow import Flowed, flow
from plangen.typeset.measures import GridMeasures, Measures
from plangen.typeset.office import tightened
from plangen.typeset.pages import is_text
from plangen.typeset.paging import paged
from plangen.typeset.paragraphs import SetParagraph

GRID = GridMeasures()
PITCH_STEP = 4  # twips
TIGHTEST_PITCH = 520  # twips, 26 points: closer lines would show
LOOSEST_PITCH = 780  # twips, 39 points: wider lines hand the last one to the next page
WIDER_SHOWS = 30  # twips: lines drawn apart show so much more than lines drawn together
CLEARANCE_SHOWS = 160  # twips: a seal that begins a line higher shows as much as that


def fit(document: Document, profile: Profile, measures: Measures = GRID) -> Fitting:
    """What the pages of a file for a word processor need, with characters of some widths."""
    flowed = tuple(flow(arrange(document), measures))
    closer = tuple(
        line
        for place, item in enumerate(flowed)
        if isinstance(item, SetParagraph)
        for line in tightened(item, place)
    )
    return replace(fitted(flowed, profile), tightened=closer)


def crowded(document: Document, profile: Profile, measures: Measures = GRID) -> bool:
    """Whether 主送机关 are so many that page 1 shows no text (7.3.2, 7.3.3)."""
    if not document.recipients:
        return False
    pages = paged(tuple(flow(arrange(document), measures)), profile)
    return not any(placed.page == 1 and is_text(placed.what) for placed in pages.placed)


def fitted(flowed: Sequence[Flowed], profile: Profile) -> Fitting:
    """What a document needs: a notice set closer or wider, the right page for the 版记."""
    fitting = _fit_notice(flowed, profile)
    pages = paged(flowed, profile, fitting)
    return replace(fitting, imprint_page=pages.imprint_page, top_rows=tuple(pages.top_rows))


def _fit_notice(flowed: Sequence[Flowed], profile: Profile) -> Fitting:
    """What keeps the signature from standing alone (7.3.5.5); the least that shows."""
    signed = next((n for n, item in enumerate(flowed, 1) if isinstance(item, SetSignature)), 0)
    notice = flowed[:signed]
    if not paged(notice, profile).signature_alone:
        return AS_IT_FALLS
    others = (Fitting(text_along=True), Fitting(rows_part=True))
    for tried in (*_adjustments(profile.pitch), *others):
        if not paged(notice, profile, tried).signature_alone:
            return tried
    return AS_IT_FALLS


@cache
def _adjustments(pitch: int) -> tuple[Fitting, ...]:
    """Line steps and clearances of the seals to try, those that show least before the others."""

    def shows(adjustment: tuple[int, float]) -> float:
        other, clearance = adjustment
        wider = WIDER_SHOWS if other > pitch else 0
        return abs(other - pitch) + wider + (SEAL_CLEARANCE - clearance) * CLEARANCE_SHOWS

    pitches = range(TIGHTEST_PITCH, LOOSEST_PITCH, PITCH_STEP)
    tried = sorted(product(pitches, (SEAL_CLEARANCE, 0.5, 0.25)), key=shows)
    return tuple(
        Fitting(notice_pitch=other if other != pitch else None, seal_clearance=clearance)
        for other, clearance in tried
    )
