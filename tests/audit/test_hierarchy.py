"""Which documents stand above one, and which of them bind on a day."""

from datetime import date
from typing import Any

import pytest

from plangen.audit.papers import Paper
from plangen.errors import InputError
from tests.audit.auditing import LOCAL, UPPER, asked, audited, local, paper, said, upper

CHAIN = ("nation", "province", "city", "district")


def notice(year: int, **values: Any) -> Paper:
    """A yearly notice of January, which supersedes the one before."""
    given = {
        "issued": f"{year}-01-15",
        "ends": f"{year}-12-31",
        "supersedes": [f"upper/tasks-{year - 1}"] if year > 2019 else [],
        "targets": [asked(at_least=f"{year - 1960}%", by=f"{year}-12-31")],
        **values,
    }
    return paper(f"upper/tasks-{year}", **given)


NOTICES = (notice(2019), notice(2020), notice(2021))


def refused(document: Paper, *above: Paper) -> list[str]:
    """The sentences by which an audit is refused."""
    with pytest.raises(InputError) as caught:
        audited(document, *above)
    return [str(problem.sentence()) for problem in caught.value.problems]


def test_every_level_above_binds_and_the_way_to_it_is_told() -> None:
    above = [
        paper(
            name,
            level=name if name != "nation" else "national",
            implements=[CHAIN[number - 1]] if number else [],
            targets=[asked(at_least=f"{60 + number}%")],
        )
        for number, name in enumerate(CHAIN)
    ]

    audit = audited(local(asked(at_least="62%"), implements=["district"]), *above)

    assert [(row.requirement.document, row.verdict.value) for row in audit.rows] == [
        ("district", "below"),
        ("city", "meets"),
        ("province", "exceeds"),
        ("nation", "exceeds"),
    ]
    assert audit.rows[-1].path == (LOCAL, "district", "city", "province", "nation")


def test_a_document_that_is_reached_twice_counts_once_by_the_nearest_way() -> None:
    top = upper(asked())
    middle = paper("upper/middle", implements=[UPPER])

    audit = audited(local(implements=["upper/middle", UPPER]), middle, top)

    assert audit.against == ("upper/middle", UPPER)
    assert audit.rows[0].path == (LOCAL, UPPER)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-01-14", ()),
        ("2019-01-15", ("upper/tasks-2019",)),
        ("2020-01-14", ()),
        ("2020-01-15", ("upper/tasks-2020",)),
        ("2020-12-31", ("upper/tasks-2020",)),
        ("2021-01-01", ()),
        ("2021-01-15", ("upper/tasks-2021",)),
        ("2021-12-31", ("upper/tasks-2021",)),
        ("2022-01-01", ()),
    ],
)
@pytest.mark.parametrize("named", ["upper/tasks-2019", "upper/tasks-2020", "upper/tasks-2021"])
def test_the_day_chooses_among_editions_whichever_is_named(
    named: str, day: str, expected: tuple[str, ...]
) -> None:
    audit = audited(local(implements=[named]), *NOTICES, as_of=date.fromisoformat(day))

    assert audit.against == expected


def test_the_default_day_is_the_documents_own() -> None:
    plan = local(issued="2020-09-06", implements=["upper/tasks-2021"])

    audit = audited(plan, *NOTICES)

    assert (audit.as_of, audit.against) == (date(2020, 9, 6), ("upper/tasks-2020",))


def test_why_a_named_document_does_not_count_is_told() -> None:
    plan = local(implements=["upper/tasks-2019", "upper/tasks-2021"])

    assert said(audited(plan, *NOTICES)) == [
        "not-in-force：upper/tasks-2019 已被 upper/tasks-2020 取代",
        "not-in-force：upper/tasks-2021 在2020年9月6日还没有印发",
    ]


def test_a_plan_that_is_older_than_what_binds_it_is_told_so() -> None:
    plan = local(asked(at_least="50%"), implements=["upper/tasks-2020"])

    audit = audited(plan, *NOTICES, as_of=date(2021, 6, 30))

    assert [(row.verdict.value, [str(note) for note in row.notes]) for row in audit.rows] == [
        ("below", ["本地文件成文于2020年9月6日，早于2021年1月15日印发的《某方案》"])
    ]
    assert said(audit) == [
        "not-in-force：upper/tasks-2020 已被 upper/tasks-2021 取代",
        "requirement-newer：本地文件成文于2020年9月6日，早于2021年1月15日印发的《某方案》",
    ]


def test_nothing_above_is_told() -> None:
    late = date(2025, 1, 1)

    assert said(audited(local(implements=[]))) == [
        "nothing-above：没有写明落实哪些上级文件（implements），没有要求可以核对"
    ]
    assert said(audited(local(), upper(), as_of=late)) == [
        "not-in-force：upper/scheme 的实施期已于2021年12月31日结束",
        "nothing-above：2025年1月1日没有现行有效的上级文件",
    ]


def test_documents_that_are_named_are_compared_with_in_force_or_not() -> None:
    plan = local(asked(), implements=["upper/tasks-2020"])

    audit = audited(plan, *NOTICES, upper(asked()), against=("upper/tasks-2021", UPPER))

    assert audit.against == ("upper/tasks-2021", UPPER)
    assert [row.path for row in audit.rows] == [(LOCAL, "upper/tasks-2021"), (LOCAL, UPPER)]
    assert [finding for finding in said(audit) if finding.startswith("not-in-force")] == [
        "not-in-force：upper/tasks-2021 在2020年9月6日还没有印发"
    ]


def test_a_document_without_a_date_is_audited_on_the_first_day_it_can_be_of() -> None:
    plan = local(issued=None, starts="2020-03-01", implements=["upper/tasks-2020"])

    audit = audited(plan, *NOTICES)

    assert (audit.as_of, audit.against) == (date(2020, 3, 1), ("upper/tasks-2020",))
    assert said(audit) == ["no-date：没有成文日期，按2020年3月1日的要求核对"]


def test_a_document_of_which_no_date_is_known_is_refused() -> None:
    assert refused(local(issued=None), upper(issued=None)) == [
        "local/plan.yaml issued：没有成文日期，不知道按哪一天核对；请写上日期，或用 --as-of 指定"
    ]


def test_a_document_above_without_a_date_is_in_force() -> None:
    assert audited(local(), upper(issued=None)).against == (UPPER,)


def test_documents_that_implement_each_other_are_refused() -> None:
    middle = paper("upper/middle", implements=[UPPER])

    assert refused(local(), upper(implements=["upper/middle"]), middle) == [
        "upper/middle.yaml implements[1]：文件互相落实，绕成了圈："
        "upper/scheme → upper/middle → upper/scheme"
    ]
    assert refused(local(implements=[LOCAL])) == [
        "local/plan.yaml implements[1]：文件互相落实，绕成了圈：local/plan → local/plan"
    ]


def test_documents_that_supersede_each_other_are_refused() -> None:
    other = paper("upper/other", supersedes=[UPPER])

    assert refused(local(), upper(supersedes=["upper/other"]), other) == [
        "upper/other.yaml supersedes[1]：文件互相取代，绕成了圈："
        "upper/scheme → upper/other → upper/scheme"
    ]


def test_a_document_that_is_not_there_is_refused() -> None:
    assert refused(local()) == ["local/plan.yaml implements[1]：没有文件“upper/scheme”"]


def test_an_indicator_that_no_dictionary_has_is_refused_wherever_it_stands() -> None:
    above = upper(asked("romms"))
    below = local(asked("meeting", "每年1次"))

    assert refused(local(), above) == [
        "upper/scheme.yaml targets[1].indicator：没有名为“romms”的指标，是不是“rooms”？"
    ]
    assert refused(below, upper()) == [
        "local/plan.yaml targets[1].indicator：没有名为“meeting”的指标，是不是“meetings”？"
    ]


def test_a_unit_that_does_not_fit_is_refused() -> None:
    sentence = "“建成率”的单位是百分比（80%），这里写的是个数（1所）"

    assert refused(local(asked(at_least="3个")), upper()) == [
        f"local/plan.yaml targets[1]：{sentence}"
    ]
    assert refused(local(), upper(asked(at_least="3个"))) == [
        f"upper/scheme.yaml targets[1]：{sentence}"
    ]
