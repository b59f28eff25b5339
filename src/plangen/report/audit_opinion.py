"""衔接审核意见: what its template is filled in with. The prose stands in the template."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from plangen.document.elements import SEAL
from plangen.errors import InputError, Message, Problem
from plangen.findings import Finding, Severity
from plangen.model.issue import Form, Issue, MarkFacts, Number
from plangen.model.verdicts import Audit, Verdict
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.report.audit_facts import UpperRows, uppers
from plangen.report.audit_spoken import names_of, spoken
from plangen.report.audit_words import (
    VERDICTS,
    last_day,
    line,
    short_title,
    titles,
)

OWN = "own-target"  # the code of a finding about a target that no document above asks for
_RULE = re.compile("[A-Z]+-[0-9]+")
NOBODY, NO_ADDRESSEE, NO_CODE = "【审核机关】", "【印发机关】", "【机关代字】"
NO_REPLY = "【反馈期限】"  # the template writes it where ``reply_by`` is not known
TO_FILL_IN = (NOBODY, NO_ADDRESSEE, NO_CODE, NO_REPLY)


@dataclass(frozen=True, slots=True)
class OpinionIssue:
    """How the opinion is issued (发文要素); what nobody has said is left to be filled in 【】.

    ``issuers`` review, ``recipients`` have issued the plan, in groups. ``reply_by`` is the day by
    which they are to report what they changed.
    """

    issuers: tuple[str, ...] = ()
    recipients: tuple[tuple[str, ...], ...] = ()
    form: Form = "文件"
    number: Number | None = None
    date: datetime.date | Undecided = UNDECIDED
    reply_by: datetime.date | None = None
    copies_to: tuple[tuple[str, ...], ...] = ()
    sealed: bool = True
    seal: int = SEAL

    def facts(self, as_of: datetime.date) -> Issue:
        """The same as facts of an issue; the year of a number that is open is that of the date."""
        issuers = self.issuers or (NOBODY,)
        day = as_of if isinstance(self.date, Undecided) else self.date
        return Issue(
            form=self.form,
            mark=MarkFacts(organs=issuers if self.form == "文件" else issuers[:1]),
            number=self.number or Number(code=NO_CODE, year=day.year, sequence=UNDECIDED),
            issuers=issuers,
            recipients=self.recipients or ((NO_ADDRESSEE,),),
            date=self.date,
            sealed=self.sealed,
            seal=self.seal,
            copies_to=self.copies_to,
        )


OPEN = OpinionIssue()


@dataclass(frozen=True, slots=True)
class AuditedFacts:
    """The document that was audited; ``short`` is what it is called once its title was said."""

    title: str
    short: str


@dataclass(frozen=True, slots=True)
class CountFacts:
    """How many rows have a verdict, and the verdict in words."""

    verdict: str
    conclusion: str
    count: int


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding as a sentence without its full stop, and the clause that it rests on.

    No clause is given where the sentence names that document already, and no rule number of ours.
    """

    message: str
    clause: str


def opinion_variables(
    audit: Audit, issue: OpinionIssue = OPEN, others: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, Any]:
    """Everything that a template of the opinion may use.

    ``others`` are the titles of documents that findings name by their ids.
    """
    groups = uppers(audit.rows)
    above = titles(audit)
    names = names_of(audit, {**others, **above})
    findings = [found for found in audit.findings if found.code != OWN]
    problems = [found for found in findings if found.severity is not Severity.INFO]
    own = [coverage.promise for coverage in audit.coverage if coverage.own]
    return {
        "audited": AuditedFacts(line(audit.title), short_title(audit.title)),
        "issue": issue.facts(audit.as_of),
        "as_of": audit.as_of,
        "reply_by": issue.reply_by,
        "uppers": tuple(map(line, above.values())),
        "rows": _Rows(groups),
        "counts": tuple(
            CountFacts(verdict.value, str(VERDICTS[verdict]), count)
            for verdict, count in audit.summary.items()
        ),
        "waived": audit.waived,
        "undated": any(
            last_day(claim) and not claim.stated
            for row in audit.rows
            for claim in (row.requirement, row.promise)
            if claim
        ),
        "own": tuple(dict.fromkeys(line(promise.name) for promise in own)),
        "own_count": len(own),
        "problems": tuple(_finding(found, names) for found in problems),
        "remarks": tuple(_finding(found, names) for found in findings if found not in problems),
        "wanted": bool(problems) or any(row.advice for group in groups for row in group.rows),
    }


class _Rows:
    """``rows("late", …)``: the rows with these verdicts under the documents above; all for none."""

    def __init__(self, groups: tuple[UpperRows, ...]) -> None:
        self._groups = groups

    def __call__(self, *verdicts: str) -> tuple[UpperRows, ...]:
        """Documents above without such a row are left out. Raises InputError for no verdict."""
        for verdict in verdicts:
            if verdict not in list(Verdict):
                known = "、".join(Verdict)
                raise InputError(
                    Problem(Message("没有结论“{name}”；现有：{known}", name=verdict, known=known))
                )
        chosen = frozenset(verdicts or Verdict)
        found = (
            UpperRows(group.title, tuple(row for row in group.rows if row.verdict in chosen))
            for group in self._groups
        )
        return tuple(group for group in found if group.rows)


def _finding(found: Finding, names: Mapping[str, str]) -> FindingFacts:
    message, clause = spoken(found.message, names), line(found.clause)
    told = clause.startswith("《") and clause in message
    return FindingFacts(message, "" if told or _RULE.fullmatch(clause) else clause)
