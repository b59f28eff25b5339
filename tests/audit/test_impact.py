"""What a new upper document does to plans."""

from datetime import date
from typing import Any

from plangen.audit.impact import ImpactStudy
from plangen.audit.papers import Paper
from plangen.model.impacts import Impact
from tests.audit.auditing import INDICATORS, UPPER, asked, local, paper, papers, upper

OLD = paper(
    "upper/tasks-2020",
    ends="2020-12-31",
    targets=[
        asked(at_least="50%", by="2020-12-31"),
        asked("meetings", "每年4次", by="2020-12-31"),
        asked("schools", "60%", by="2020-12-31"),
        asked("firms", "10%", by="2020-12-31"),
    ],
)
NEW = paper(
    "upper/tasks-2021",
    issued="2021-03-11",
    supersedes=["upper/tasks-2020"],
    targets=[
        asked(at_least="90%"),
        asked("meetings", "每年2次"),
        asked("schools", "70%", scope="小学"),
        asked("sites", "1个"),
    ],
)
PLAN = local(
    asked(by="2020-12-31"),
    asked("meetings", "每年2次", by="2020-12-31"),
    asked("schools", "80%", by="2020-12-31"),
    implements=["upper/tasks-2020", UPPER],
)


def impact(plan: Paper, *above: Paper, **values: Any) -> Impact:
    return ImpactStudy(papers(plan, *above), INDICATORS, NEW.id).impact(plan, **values)


def told(found: Impact) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            effect.kind.value,
            effect.row.requirement.indicator,
            effect.before.verdict.value if effect.before else None,
            effect.after.verdict.value if effect.after else None,
        )
        for effect in found.effects
    ]


def test_the_verdicts_before_and_after_are_set_side_by_side() -> None:
    found = impact(PLAN, OLD, NEW, upper(asked("hours", "24小时")))

    assert told(found) == [
        ("worse", "rooms", "exceeds", "below"),
        ("better", "meetings", "below", "meets"),
        ("same", "schools", "exceeds", "exceeds"),
        ("added", "sites", None, "missing"),
        ("dropped", "firms", "missing", None),
    ]
    assert (found.as_of, found.replaced) == (date(2021, 3, 11), ("upper/tasks-2020",))
    assert found.fails


def test_a_plan_that_names_the_new_document_already_is_compared_alike() -> None:
    plan = local(asked(), implements=[NEW.id])

    found = impact(plan, OLD, NEW)

    assert told(found)[0] == ("worse", "rooms", "late", "below")


def test_a_document_that_supersedes_nothing_only_adds() -> None:
    new = paper("upper/tasks-2021", issued="2021-03-11", targets=[asked()])
    plan = local(asked(by="2020-12-31"))

    found = ImpactStudy(papers(plan, upper(asked()), new), INDICATORS, new.id).impact(plan)

    assert told(found) == [("added", "rooms", None, "meets")]
    assert (found.replaced, found.fails) == ((), False)


def test_the_day_may_be_chosen() -> None:
    found = impact(PLAN, OLD, NEW, upper(), as_of=date(2020, 10, 1))

    assert found.as_of == date(2020, 10, 1)
    assert told(found)[0] == ("worse", "rooms", "exceeds", "below")
