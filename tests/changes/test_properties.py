"""What holds of any two documents: no change in itself, and the same changes backwards."""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plangen.changes.compare import compare_editions
from plangen.changes.edition import Edition
from plangen.model.change import Area, Basis, Comparison, Kind
from plangen.model.plans import DocumentFacts
from tests.changes.editions import DICTIONARY, edition

VALUES = {
    "coverage": ["20%", "50%", "三分之二", "80%", "待定"],
    "schools": ["50%", "100%"],
    "meetings": ["每半年1次", "每年2次", "每季度1次", "每月1次"],
    "hours": ["24小时", "7×24小时", "5×24小时", "7×12小时", "5×8小时"],
    "dust": ["30微克/立方米", "0.03毫克/立方米", "35微克/立方米", "30分贝"],
    "incidents": ["0起", "2起"],
    "ratio": ["1:4000", "1:3500"],
}
SCOPES = [None, "小学", "中小学", "公安、司法等部门", "公安", "村"]
COMPARATORS = ["at_least", "at_most", "equals"]
NAMES = ["召开会议", "保障经费", "开展科普宣传", "开展科普宣教", "培训人员", "建立信息库"]
ORGANS = ["甲局", "乙局", "人社局", "市人社局"]


def days(year: int) -> st.SearchStrategy[str]:
    return st.dates(date(year, 1, 1), date(year + 1, 3, 1)).map(str) | st.just("待定")


@st.composite
def targets(draw: st.DrawFn, year: int) -> dict[str, Any]:
    name = draw(st.sampled_from(sorted(VALUES)))
    given: dict[str, Any] = {
        "indicator": name,
        "scope": draw(st.sampled_from(SCOPES)),
        "clause": draw(st.sampled_from([None, "一", "二"])),
        "modality": draw(st.sampled_from(["应当", "力争", "鼓励"])),
    }
    value = st.sampled_from(VALUES[name])
    if draw(st.booleans()):
        comparator = draw(st.sampled_from(COMPARATORS))
        return given | {comparator: draw(value), "by": draw(st.none() | days(year))}
    dates = draw(
        st.lists(
            st.dates(date(year, 1, 1), date(year, 12, 31)), min_size=1, max_size=3, unique=True
        )
    )
    steps = [
        {"by": str(day), draw(st.sampled_from(COMPARATORS)): draw(value)} for day in sorted(dates)
    ]
    return given | {"points": steps}


@st.composite
def tasks(draw: st.DrawFn) -> list[dict[str, Any]]:
    titles = draw(st.lists(st.sampled_from(NAMES), max_size=5))
    organs = st.lists(st.sampled_from(ORGANS), max_size=2, unique=True)
    return [
        {
            "id": f"t{number}",
            "title": title,
            "part": draw(st.sampled_from([None, "甲", "乙"])),
            "lead": draw(organs),
            "support": draw(organs),
            "by": draw(st.sampled_from([None, "长期", "2020年底前", "2021年6月底前"])),
        }
        for number, title in enumerate(titles)
    ]


@st.composite
def people(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(st.sampled_from("王李张赵"), min_size=1, max_size=4, unique=True))
    offices = st.lists(st.sampled_from(["主任", "所长"]), max_size=1)
    return [{"role": "成员", "name": name, "offices": draw(offices)} for name in names]


ENTRIES = st.sampled_from([None, "甲省", "乙省", "东河市", "东河区", "西山市"])


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(st.sampled_from(["名单", "试点名单", "分工"]), max_size=2, unique=True))
    return [
        {
            "id": f"t{number}",
            "title": name,
            "columns": draw(st.sampled_from([["省份", "地区"], ["省", "地区"]])),
            "rows": draw(st.lists(st.tuples(ENTRIES, ENTRIES), min_size=1, max_size=4)),
        }
        for number, name in enumerate(names)
    ]


def local() -> st.SearchStrategy[dict[str, Any]]:
    fact: st.SearchStrategy[dict[str, Any]] = st.builds(
        dict, value=st.integers(0, 2), source=st.sampled_from(["年报", "台账"])
    )
    return st.dictionaries(st.sampled_from(["高等院校", "监狱"]), fact)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    year = draw(st.sampled_from([2019, 2020, 2021]))
    groups = [{"id": "g", "name": "领导小组", "members": draw(people())}] * draw(st.integers(0, 1))
    return edition(
        year,
        kind=draw(st.sampled_from(["plan", "notice"])),
        starts=draw(st.sampled_from([None, f"{year}-01-01"])),
        ends=draw(st.sampled_from([None, f"{year}-12-31", f"{year + 1}-06-30"])),
        issued=draw(st.none() | st.dates(date(year, 1, 1), date(year, 12, 31)).map(str)),
        targets=draw(st.lists(targets(year), max_size=6)),
        tasks=draw(tasks()),
        groups=groups,
        tables=draw(tables()),
        facts=draw(local()),
        duties=[
            {"organs": [organ], "text": "负责工作。"}
            for organ in draw(st.sets(st.sampled_from(ORGANS)))
        ],
    )


def target_rows(comparison: Comparison, mirrored: bool = False) -> Counter[Any]:
    """The targets' changes: both sides, the kinds, the points; seen from the other document."""
    return Counter(
        (
            change.indicator,
            frozenset(kind.mirrored if mirrored else kind for kind in change.kinds),
            *((change.new, change.old) if mirrored else (change.old, change.new)),
            tuple(
                (point.new, point.old, point.kind.mirrored)
                if mirrored
                else (point.old, point.new, point.kind)
                for point in change.points
            ),
        )
        for change in comparison.targets
    )


PLACED = {Kind.MOVED}  # which of two tasks that changed places has moved is a matter of choice


def item_rows(comparison: Comparison, mirrored: bool = False) -> Counter[Any]:
    """What came, went, or moved in time, of tasks, organs and people."""
    return Counter(
        (change.area, kind.mirrored if mirrored else kind)
        for change in comparison.items
        for kind in change.kinds
        if kind not in PLACED
    )


@given(editions())
def test_a_document_has_not_changed_from_itself(one: Edition) -> None:
    comparison = compare_editions(one, one)

    assert comparison.kinds == frozenset()
    assert comparison.items == ()
    assert len(comparison.targets) == len(one.facts.targets)


@settings(max_examples=150)
@given(editions(), editions())
def test_backwards_every_change_is_its_mirror(old: Edition, new: Edition) -> None:
    forward, back = compare_editions(old, new), compare_editions(new, old)

    assert forward.basis is back.basis
    assert target_rows(forward) == target_rows(back, mirrored=True)
    assert item_rows(forward) == item_rows(back, mirrored=True)


@given(editions(), editions())
def test_every_target_of_either_document_stands_in_one_row(old: Edition, new: Edition) -> None:
    comparison = compare_editions(old, new)

    before = [change.old.target for change in comparison.targets if change.old]
    after = [change.new.target for change in comparison.targets if change.new]
    assert Counter(map(repr, before)) == Counter(map(repr, old.facts.targets))
    assert list(map(repr, after)) == list(map(repr, new.facts.targets))


@settings(max_examples=80)
@given(editions(), editions(), st.integers(0, 6))
def test_a_target_that_is_added_changes_no_other_row(
    old: Edition, new: Edition, place: int
) -> None:
    extra = {"indicator": "prevalence", "at_least": "4.5‰"}
    given = list(new.facts.targets)
    more = Edition(
        new.id,
        DocumentFacts.model_validate(
            {**dict(new.facts), "targets": [*given[:place], extra, *given[place:]]}
        ),
        DICTIONARY,
    )

    before, after = compare_editions(old, new), compare_editions(old, more)

    rows = [change for change in after.targets if change.indicator != "prevalence"]
    added = [change for change in after.targets if change.indicator == "prevalence"]
    assert tuple(rows) == before.targets
    assert [change.kinds for change in added] == [(Kind.ADDED,)]
    assert after.items == before.items


@given(editions(), editions())
def test_the_same_two_documents_give_the_same_comparison(old: Edition, new: Edition) -> None:
    assert compare_editions(old, new) == compare_editions(old, new)


@given(st.integers(1, 12), st.sampled_from(["2020-03-31", "2020-06-30", "2020-12-31"]))
def test_a_year_later_by_the_same_day_is_never_later(month: int, ends: str) -> None:
    assume(month <= int(ends[5:7]))
    text = f"年{month}月底前"
    pair = [
        edition(
            year,
            starts=None,
            issued=f"{year}-01-05",
            ends=f"{year}{ends[4:]}",
            targets=[{"indicator": "coverage", "at_least": "80%", "by": f"{year}{text}"}],
        )
        for year in (2020, 2021)
    ]

    comparison = compare_editions(*pair)

    assert comparison.basis is Basis.OWN_PERIOD
    assert comparison.targets[0].kinds == (Kind.UNCHANGED,)
    assert [change for change in comparison.items if change.area is Area.DOCUMENT] == []
