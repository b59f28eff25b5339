"""The audit of documents: every requirement above that is in force, and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plangen.audit.cases import NOTHING, Case, case_of
from plangen.audit.circumstances import Circumstances
from plangen.audit.hierarchy import Above, Hierarchy, Standing
from plangen.audit.offers import Demand, Indicators, Offer, claim, demands_of
from plangen.audit.offers import known_indicator, offer_of
from plangen.audit.papers import Paper
from plangen.audit.waiving import waived, waiver_findings
from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.model.levels import Level
from plangen.model.populations import Populations
from plangen.model.verdicts import Audit, Coverage, Promise, Row, Verdict

LEVELS: dict[Level, Message] = {
    "national": Message("国家"),
    "province": Message("省级"),
    "city": Message("市级"),
    "district": Message("区县级"),
    "street": Message("乡镇、街道级"),
}
OWN, PASSED_OVER, NOTHING_ABOVE = "own-target", "not-in-force", "nothing-above"
NO_DATE, NEWER = "no-date", "requirement-newer"


@dataclass(frozen=True, slots=True)
class _Uppers:
    """A set of documents above with their demands, for every plan that has them."""

    standing: Standing
    demands: tuple[tuple[Above, tuple[Demand, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Local:
    """A local document made ready: its targets by indicator, and what is recorded of the place."""

    paper: Paper
    offers: Mapping[str, tuple[int, ...]]


class Auditor:
    """Audits documents one after the other; what they share is made ready once.

    The verdicts are a function of the papers, the dictionary and the day: nothing asks the clock.
    ``hierarchy`` says what stands above what.
    """

    def __init__(self, hierarchy: Hierarchy, indicators: Indicators) -> None:
        self.hierarchy = hierarchy
        self._indicators = indicators
        self._populations = Populations.of(indicators.values())
