"""Years move on where they are the document's own, and nowhere else."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plangen.model.plans import DocumentFacts
from plangen.quantity.deadlines import days_in_month
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_deadline
from plangen.rolling.years import (
    Move,
    later_day,
    later_deadline,
    look_only,
    move_prose,
    move_title,
    own_year,
    renamed,
    title_from_year,
)

NEXT = Move(2020, 1, "2020年重点工作任务")


def facts(**given: object) -> DocumentFacts:
    return DocumentFacts.model_validate(
        {"kind": "notice", "level": "city", "title": "某任务", **given}
    )


@pytest.mark.parametrize(
    ("name", "given", "year"),
    [
        ("national/tasks-2020", {}, 2020),
        ("2019/tasks", {"starts": "2020-01-01"}, 2020),
        ("x/tasks", {"title": "某市2018年重点任务"}, 2018),
        ("x/tasks", {"title": "某市二〇一九年重点任务"}, 2019),
        ("x/tasks", {"issued": "2017-03-01", "ends": "2018-12-31"}, 2017),
        ("x/plan-2030-tasks-2020", {"starts": "2020-01-01"}, 2020),
        ("x/healthy-2030-tasks-2021", {}, 2021),
        ("x/plan-12020", {}, None),
        ("x/plan", {}, None),
        ("x/plan", {"issued": "待定"}, None),
    ],
)
def test_a_document_is_of_the_year_it_names(
    name: str, given: dict[str, object], year: int | None
) -> None:
    assert own_year(name, facts(**given)) == year


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("national/tasks-2020", "national/tasks-2021"),
        ("2020/tasks-2020-a", "2020/tasks-2021-a"),
        ("x/plan-2030-2020", "x/plan-2030-2021"),
        ("x/plan", "x/plan-2021"),
    ],
)
def test_the_new_document_is_named_like_the_old_one(name: str, new: str) -> None:
    assert renamed(name, NEXT) == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("2020-12-31", "2021-12-31"),
        ("2020-02-29", "2021-02-28"),
        ("2020年底前", "2021年底前"),
        ("到2020年6月底", "到2021年6月底"),
        ("2020年2月29日前", "2021年2月28日前"),
        ("2019-02-28", "2020-02-29"),
        ("二〇一九年底前", "二〇二〇年底前"),
        ("二零二零年9月底前", "二零二一年9月底前"),
    ],
)
def test_deadlines_keep_their_wording(text: str, new: str) -> None:
    assert later_deadline(text, NEXT) == new


@given(st.dates(date(1949, 1, 1), date(2150, 12, 31)), st.integers(1, 50))
def test_a_day_stays_its_month_s_last_or_the_same_day(day: date, years: int) -> None:
    later = later_day(day, years)

    assert (later.year, later.month) == (day.year + years, day.month)
    last = day.day == days_in_month(day.year, day.month)
    assert later.day == (days_in_month(later.year, later.month) if last else day.day)
    assert later_deadline(day.isoformat(), Move(day.year, years)) == later.isoformat()


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 30))
def test_a_deadline_in_words_moves_by_as_many_years(year: int, month: int, years: int) -> None:
    text = f"到{year}年{month}月底"

    later = parse_deadline(later_deadline(text, Move(year, years)))

    assert later.last_day == later_day(parse_deadline(text).last_day, years)


def test_a_year_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(QuantityError):
        later_deadline("2200-12-31", NEXT)


@pytest.mark.parametrize(
    ("text", "new", "left"),
    [
        ("某市2020年重点任务", "某市2021年重点任务", ()),
        ("某市2020年度任务及2019年总结", "某市2021年度任务及2019年总结", (2019,)),
        ("某市二〇二〇年任务", "某市二〇二一年任务", ()),
        ("某市行动方案（2020—2022年）", "某市行动方案（2020—2022年）", (2020, 2022)),
        ("某市2018年至2020年行动方案", "某市2018年至2020年行动方案", (2018, 2020)),
        ("“健康中国2030”任务", "“健康中国2030”任务", (2030,)),
        ("某市12020年", "某市12020年", ()),
        ("某市任务", "某市任务", ()),
    ],
)
def test_titles_move_their_own_year(text: str, new: str, left: tuple[int, ...]) -> None:
    moved = move_title(text, NEXT)

    assert (moved.text, moved.left) == (new, left)
    assert moved.moved == (text != new)


@pytest.mark.parametrize(
    ("text", "new", "left"),
    [
        ("2020年底前建成", "2021年底前建成", ()),
        ("到2020年全部建成，2019年建成一半", "到2021年全部建成，2019年建成一半", (2019,)),
        ("2020年9月30日前报送", "2021年9月30日前报送", ()),
        ("按照《某市2020年重点工作任务》", "按照《某市2021年重点工作任务》", ()),
        ("2020年，各地成效明显", "2020年，各地成效明显", (2020,)),
        ("2020年是收官之年", "2020年是收官之年", (2020,)),
        ("2020年5月12日会议决定", "2020年5月12日会议决定", (2020,)),
        ("〔2020〕5号", "〔2020〕5号", (2020,)),
        ("2021年底前建成", "2021年底前建成", (2021,)),
        ("参加2020人", "参加2020人", ()),
        ("达到2020.5", "达到2020.5", ()),
    ],
)
def test_prose_moves_deadlines_and_what_the_document_calls_itself(
    text: str, new: str, left: tuple[int, ...]
) -> None:
    moved = move_prose(text, NEXT)

    assert (moved.text, moved.left) == (new, left)


def test_figures_that_are_asked_for_by_their_day_follow_their_step() -> None:
    text = "达到{{ figure(\"a\", by='2020-12-31') }}、{{ figure('b', scope=\"2020年\") }}"

    moved = move_prose(text, NEXT)

    assert moved.text == text.replace("2020-12-31", "2021-12-31")
    assert moved.left == ()


def test_what_others_say_does_not_move() -> None:
    moved = look_only("2020年底前，2020年重点工作任务", NEXT)

    assert (moved.text, moved.moved, moved.left) == (
        "2020年底前，2020年重点工作任务",
        False,
        (2020,),
    )


@given(st.text("2012〇年底前至—到《》。a月{ }", max_size=30))
def test_whatever_the_text_only_digits_of_years_change(text: str) -> None:
    assume("{{" not in text)
    for move in (move_title, move_prose, look_only):
        moved = move(text, NEXT)

        assert len(moved.text) == len(text)
        assert moved.text.replace("2021", "2020").replace("二〇二一", "二〇二〇") == text.replace(
            "2021", "2020"
        ).replace("二〇二一", "二〇二〇")


def test_a_title_is_known_from_its_year_on() -> None:
    assert title_from_year("某市2020年重点工作任务", 2020) == "2020年重点工作任务"
    assert title_from_year("某市重点工作任务", 2020) == ""
