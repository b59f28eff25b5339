"""Whatever the document and its layout: dates move, comments survive, changes are marked."""

import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.jobs.roll import roll
from plangen.rolling.years import later_day
from tests.jobs.rolling import (
    MARK,
    VILLAGE,
    facts_of,
    text_of,
    unmarked,
)
from tests.load.workspaces import PLAN, workspace


@pytest.mark.parametrize(
    ("lines", "new"),
    [
        ("supersedes: []\n", "supersedes: [x/a-2020]  # ▲ 核对：取代的是2020年的文件\n"),
        (
            "supersedes:\n- x/b-2019  # 甲\n- x/c\n",
            "supersedes:\n- x/a-2020  # 甲  # ▲ 核对：取代的是2020年的文件\n"
            "- x/c  # ▲ 核对：x/c 是否还要写\n",
        ),
        ("starts: '2020-01-01'\n", "starts: '2021-01-01'  # ▲ 顺延1年，请核对\n"),
        (
            "targets: [{indicator: feature_school_count, at_least: 1所, by: 2020-12-31}]\n",
            "targets: [{indicator: feature_school_count, at_least: 1所, by: 2021-12-31}]"
            "  # ▲ 顺延1年，请核对；沿用2020年，请核对\n",
        ),
        (
            "note: 甲\n  2020年乙\n",
            "# ▲ 核对：这里写着2020年\nnote: 甲\n  2020年乙\n",
        ),
        (
            "facts: {甲: {value: 0, source: 2019年名录}}\n",
            "2019年名录}}  # ▲ 核对：这里写着2019年\n",
        ),
    ],
)
def test_every_layout_of_a_file_is_kept(lines: str, new: str, tmp_path: Path) -> None:
    files = {name: PLAN for name in ("data/x/b-2019.yaml", "data/x/c.yaml")}
    place = workspace(tmp_path, {**files, "data/x/a-2020.yaml": PLAN + lines})

    assert new in text_of(roll(place, "x/a-2020", 2021))


def test_a_file_in_one_pair_of_braces_is_rolled_too(tmp_path: Path) -> None:
    text = '{"kind": "plan", "level": "street", "title": "2020年方案", "ends": "2020-12-31"}\n'
    place = workspace(tmp_path, {"data/x/a-2020.yaml": text})

    rolled = roll(place, "x/a-2020", 2021)

    facts = facts_of(place, rolled.id)
    assert (facts.title, str(facts.ends)) == ("2021年方案", "2021-12-31")
    assert facts.supersedes == ("x/a-2020",)


WORDS = st.text("甲乙丙，。2019年〇底前", min_size=1, max_size=12).map(lambda text: f"文{text}")
COMMENTS = st.just("") | st.text("甲乙2020年 ", max_size=6).map(lambda text: f"  # 注{text}")


@st.composite
def data_files(draw: st.DrawFn) -> str:
    """A yearly document of 2020 with steps, prose and comments."""

    def comment() -> str:
        return draw(COMMENTS)

    years = sorted(draw(st.sets(st.integers(2019, 2025), min_size=1, max_size=3)))
    ends = draw(st.dates(date(2020, 1, 1), date(2020, 12, 31))).isoformat()
    points = "".join(
        f"  - by: {year}-12-31{comment()}\n    at_least: {10 * (n + 1)}%{comment()}\n"
        for n, year in enumerate(years)
    )
    return (
        f"# 头\nkind: notice{comment()}\nlevel: city\ntitle: 某市2020年任务{comment()}\n"
        f"starts: 2020-01-01{comment()}\nends: {ends}{comment()}\n# 间\n"
        f"text:\n- {draw(WORDS)}{comment()}\n- >-{comment()}\n  {draw(WORDS)}\n  {draw(WORDS)}\n"
        f"words:\n  a: 到2020年底{comment()}\n  b: '{draw(WORDS)}'{comment()}\n"
        f"targets:{comment()}\n- indicator: {VILLAGE}\n  points:\n{points}# 尾\n"
    )


@given(data_files(), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_whatever_the_document(text: str, years: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = workspace(Path(folder), {"data/x/a-2020.yaml": text})
        rolled = roll(place, "x/a-2020", 2020 + years)
        new = text_of(rolled)
        facts = facts_of(place, rolled.id)
        again = roll(place, rolled.id, 2020 + 2 * years)
        twice = facts_of(place, again.id)
        old = facts_of(place, "x/a-2020")

    assert facts.title == f"某市{2020 + years}年任务"
    assert facts.words["a"] == f"到{2020 + years}年底"
    assert old.ends is not None
    assert facts.ends == later_day(old.ends, years)
    assert twice.ends == later_day(old.ends, 2 * years)
    for written in re.findall(r"# [头间尾]|# 注[^\n]*", text):
        assert written.rstrip() in new
    assert unmarked(new).count("\n") == text.count("\n") + 1
    marked = [line for line in new.splitlines() if MARK in line]
    assert all(re.search(r"▲ (顺延|沿用|依上级文件|待定：|核对：)", line) for line in marked)
