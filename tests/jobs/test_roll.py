"""Next year's data from this year's: what moves, what is marked, and what is never overwritten."""

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.errors import InputError, UsageError
from plangen.jobs.check import check
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.jobs.roll import Rolled, roll
from plangen.jobs.work import Setting
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.plans import DocumentFacts
from plangen.quantity.grammar import parse_quantity
from plangen.quantity.undecided import UNDECIDED
from plangen.rolling.years import later_day, own_year
from tests.load.workspaces import PLAN, workspace

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
DOCUMENTS = sorted(Workspace.at(FIXTURES).document_ids())
TASKS = "national/tasks-2020"
VILLAGE = "village_counseling_room_coverage"
MARK = "# ▲"


def at_fixtures(folder: Path) -> Workspace:
    """A workspace that holds the fixtures, where files may be written."""
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    return Workspace.at(folder)


def text_of(rolled: Rolled) -> str:
    return rolled.path.read_text(encoding="utf-8")


def facts_of(place: Workspace, document_id: str) -> DocumentFacts:
    return Library(place).load(document_id).facts


def year_of(place: Workspace, document_id: str) -> int:
    year = own_year(document_id, facts_of(place, document_id))
    assert year is not None
    return year


def unmarked(text: str) -> str:
    """A text without its remarks."""
    return re.sub(r"(?m)^[ ]*# ▲.*\n|  # ▲.*$", "", text)


@pytest.fixture
def tasks(tmp_path: Path) -> Rolled:
    return roll(Workspace.at(tmp_path), TASKS, 2021)


# what moves


def test_the_new_file_stands_beside_the_old_one_under_the_new_year(
    tasks: Rolled, tmp_path: Path
) -> None:
    assert tasks.id == "national/tasks-2021"
    assert tasks.path == tmp_path / "data/national/tasks-2021.yaml"


def test_village_rooms_come_to_80_percent_from_the_scheme(tasks: Rolled, tmp_path: Path) -> None:
    (target,) = [
        target
        for target in facts_of(Workspace.at(tmp_path), tasks.id).targets
        if target.indicator == VILLAGE
    ]

    assert target.at_least == parse_quantity("80%")
    assert target.deadline is not None
    assert target.deadline.last_day.isoformat() == "2021-12-31"
    assert (
        "  at_least: 80%  # ▲ 依上级文件 national/scheme-2018（二（1）），请核对\n"
        "  by: 2021-12-31  # ▲ 顺延1年，请核对\n"
    ) in text_of(tasks)


def test_titles_dates_and_number_move_on_and_what_nobody_knows_is_undecided(
    tasks: Rolled, tmp_path: Path
) -> None:
    facts = facts_of(Workspace.at(tmp_path), tasks.id)
    issue = facts.issue

    assert issue is not None
    assert issue.number is not None
    assert facts.title == "全国社会心理服务体系建设试点2021年重点工作任务"
    assert issue.title is not None
    assert "2021年重点工作任务" in issue.title
    assert [str(day) for day in (facts.starts, facts.ends)] == ["2021-01-01", "2021-12-31"]
    assert (issue.number.code, issue.number.year) == ("国卫办疾控函", 2021)
    assert issue.number.sequence is UNDECIDED
    assert issue.date is UNDECIDED


def test_organs_tasks_and_numbering_are_kept(tasks: Rolled, tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    old, new = facts_of(place, TASKS), facts_of(place, tasks.id)

    assert old.issue is not None
    assert new.issue is not None
    assert new.issue.issuers == old.issue.issuers
    assert new.issue.recipients == old.issue.recipients
    assert [task.id for task in new.tasks] == [task.id for task in old.tasks]
    assert [target.clause for target in new.targets] == [target.clause for target in old.targets]


def test_the_new_document_supersedes_the_old_one(tasks: Rolled, tmp_path: Path) -> None:
    new = facts_of(Workspace.at(tmp_path), tasks.id)

    assert new.supersedes == (TASKS,)
    assert new.implements == ("national/scheme-2018",)


def test_a_document_that_superseded_none_gains_the_key(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    rolled = roll(place, "shancheng/plan-2020", 2021)

    assert facts_of(place, rolled.id).supersedes == ("shancheng/plan-2020",)
    assert ("supersedes: [shancheng/plan-2020]  # ▲ 核对：取代的是2020年的文件\nbasis:") in text_of(
        rolled
    )


def test_a_document_above_gives_way_to_the_one_that_superseded_it(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    rolled = roll(place, "shancheng/plan-2020", 2021)

    assert facts_of(place, rolled.id).implements == ("national/scheme-2018", "national/tasks-2021")
    assert "# ▲ 核对：取代了 national/tasks-2020" in text_of(rolled)


def test_a_document_above_of_the_old_year_is_pointed_out(tmp_path: Path) -> None:
    rolled = roll(Workspace.at(tmp_path), "wuhan/tasks-2021", 2022)

    assert "# ▲ 核对：这是2021年的文件，有了2022年的请换" in text_of(rolled)


def test_other_years_in_prose_are_left_and_pointed_out(tmp_path: Path) -> None:
    rolled = roll(Workspace.at(tmp_path), "national/tasks-2021", 2022)
    text = text_of(rolled)

    assert "- >-  # ▲ 核对：这里写着2020年\n  2020年，各试点地区" in text
    assert "- >-  # ▲ 核对：这里写着2021年\n  2021年是试点工作的收官之年" in text
    assert "launched: 2019年1月  # ▲ 核对：这里写着2019年" in text


def test_counts_of_one_year_are_undecided(tasks: Rolled) -> None:
    assert "at_least: 待定  # ▲ 待定：2020年是1项，这项指标按年单独计" in text_of(tasks)
    assert tasks.undecided == 3


def test_the_result_counts_figures_by_origin(tasks: Rolled) -> None:
    text = text_of(tasks)
    values = [
        line for line in text.splitlines() if re.search(r"\b(at_least|at_most|equals): ", line)
    ]

    assert tasks.carried == sum("▲ 沿用2020年，请核对" in line for line in values)
    assert tasks.from_above == sum("▲ 依上级文件 national/scheme-2018" in line for line in values)
    assert tasks.carried + tasks.from_above + 1 == len(values)


def test_a_document_that_came_along_and_is_hidden_now_is_told(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)

    assert roll(place, TASKS, 2021).hides
    assert not roll(place, TASKS, 2031).hides


# every document


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_document_rolls_into_one_that_passes_the_check(
    document_id: str, tmp_path: Path
) -> None:
    place = at_fixtures(tmp_path)
    before = {finding.message for finding in check(place, [document_id]).findings}

    rolled = roll(place, document_id, year_of(place, document_id) + 1)

    checked = check(place, [rolled.id])
    assert [str(problem.sentence()) for problem in checked.problems] == []
    undecided = [finding for finding in checked.findings if finding.code == "undecided"]
    assert len(undecided) == rolled.undecided
    assert {f.message for f in checked.findings if f.code != "undecided"} <= before


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_only_marked_lines_differ_and_all_comments_survive(
    document_id: str, tmp_path: Path
) -> None:
    place = at_fixtures(tmp_path)
    old = place.document_file(document_id).read_text(encoding="utf-8").splitlines()

    rolled = roll(place, document_id, year_of(place, document_id) + 1)

    new = text_of(rolled).splitlines()
    remaining = iter(old)
    assert all(line in remaining for line in new if MARK not in line)  # in the old order
    plain = unmarked(text_of(rolled)).splitlines()
    lost = [line for line in old if line not in plain]
    changed = [line for line in plain if line not in old]
    assert len(changed) - len(lost) == len(plain) - len(old) <= 1  # the key that is added
    assert [line for line in lost if line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_rolled_document_is_a_draft_without_an_edit(document_id: str, tmp_path: Path) -> None:
    place = at_fixtures(tmp_path)
    rolled = roll(place, document_id, year_of(place, document_id) + 1)
    draft = Renderer(place, Setting(draft=True))

    rendered = draft.render(rolled.id, ["docx", "txt", "xml"], Outputs(tmp_path / "out"))

    text = (tmp_path / f"out/{rolled.id}.txt").read_text(encoding="utf-8")
    assert all(path.stat().st_size for path in rendered.files)
    assert ("【待定】" in text) == bool(rolled.undecided)


FILLED = {"date: 待定": "2029-03-01", "on: 待定": "2029-03-02", "issued: 待定": "2029-03-01"}


def filled(text: str) -> str:
    """A rolled text with a value in place of every 待定: last year's for a figure."""
    lines = []
    for line in text.splitlines():
        decided = line
        for written, value in FILLED.items():
            if written in line:
                decided = line.replace("待定", value, 1)
        if re.search(r"(at_least|at_most|equals): 待定", line):
            was = re.search(r"年是(\S+?)，", line)
            assert was is not None
            decided = line.replace("待定", was[1], 1)
        lines.append(re.sub(r"(sequence|serial): 待定", r"\1: 7", decided))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_filling_in_what_is_undecided_makes_it_final(document_id: str, tmp_path: Path) -> None:
    place = at_fixtures(tmp_path)
    rolled = roll(place, document_id, year_of(place, document_id) + 1)
    text = filled(text_of(rolled))
    if rolled.undecided:
        with pytest.raises(InputError, match="不能定稿"):
            Renderer(place).render(rolled.id, ["txt"], Outputs(tmp_path / "out"))

    rolled.path.write_text(text, encoding="utf-8")
    Renderer(place).render(rolled.id, ["txt"], Outputs(tmp_path / "out"))

    assert "待定" not in (tmp_path / f"out/{rolled.id}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_rolling_twice_moves_two_years(document_id: str, tmp_path: Path) -> None:
    place, other = at_fixtures(tmp_path / "a"), at_fixtures(tmp_path / "b")
    year = year_of(place, document_id)

    first = roll(place, document_id, year + 1)
    twice = roll(place, first.id, year + 2)
    once = roll(other, document_id, year + 2)

    assert twice.id == once.id
    assert dates(facts_of(place, twice.id)) == dates(facts_of(other, once.id))
    assert text_of(twice).count(MARK) == len(
        [line for line in text_of(twice).splitlines() if MARK in line]
    )
    assert f"沿用{year}年" not in text_of(twice)


def dates(facts: DocumentFacts) -> list[str]:
    steps = [step.deadline for target in facts.targets for step in target.steps]
    number = facts.issue.number.year if facts.issue and facts.issue.number else 0
    days = [facts.starts, facts.ends, *(step.last_day for step in steps if step)]
    return [facts.title, str(number), *(str(day) for day in days)]


# properties

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


# what is refused


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        (2020, "“national/tasks-2020”是 2020 年的，--year 应晚于它，这里是 2020"),
        (2019, "“national/tasks-2020”是 2020 年的，--year 应晚于它，这里是 2019"),
        (1, "年份 1 不对：应在 1949 到 2200 之间"),
        (5000, "年份 5000 不对：应在 1949 到 2200 之间"),
        (-2021, "年份 -2021 不对：应在 1949 到 2200 之间"),
    ],
)
def test_a_year_that_does_not_follow_is_refused(year: int, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        roll(Workspace.at(tmp_path), TASKS, year)

    assert str(caught.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有文件“x/tasks-2020”"):
        roll(Workspace.at(tmp_path), "x/tasks-2020", 2021)


def test_a_document_without_a_year_is_refused(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN})

    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan", 2021)

    sentence = "“x/plan”的编号、日期和标题里都没有年份，不知道从哪一年推起"
    assert str(caught.value) == sentence


def test_a_name_without_a_year_gets_the_new_one(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": PLAN + "ends: 2020-12-31\n"})

    assert roll(place, "x/plan", 2021).id == "x/plan-2021"


def test_a_date_that_leaves_the_calendar_is_refused(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan-2020.yaml": PLAN + "ends: 2030-12-31\n"})

    with pytest.raises(UsageError, match="年份“2210”不在1900年至2200年之间"):
        roll(place, "x/plan-2020", 2200)


def test_data_with_faults_is_not_rolled(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan-2020.yaml": PLAN + "ends: soon\n"})

    with pytest.raises(InputError):
        roll(place, "x/plan-2020", 2021)

    assert [path.name for path in (tmp_path / "data/x").iterdir()] == ["plan-2020.yaml"]


# what is never overwritten

OLD = {"data/x/plan-2020.yaml": PLAN + "ends: 2020-12-31\n"}


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    place = workspace(tmp_path, {**OLD, "data/x/plan-2021.yaml": "mine"})
    path = tmp_path / "data/x/plan-2021.yaml"

    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan-2020", 2021)

    assert str(caught.value) == (
        f"{path} 已经有了，没有覆盖；要重新生成请加 --force，要另存请用 -o"
    )
    with pytest.raises(UsageError) as caught:
        roll(place, "x/plan-2020", 2021, force=True)
    assert str(caught.value) == (
        f"{path} 有人改过或不是 plangen roll 写的，加 --force 也不覆盖；要另存请用 -o"
    )
    assert path.read_text(encoding="utf-8") == "mine"


def test_force_writes_anew_what_nobody_has_changed(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)
    rolled = roll(place, "x/plan-2020", 2021)
    (tmp_path / "data/x/plan-2020.yaml").write_text(PLAN + "ends: 2020-06-30\n", encoding="utf-8")

    roll(place, "x/plan-2020", 2021, force=True)

    assert "ends: 2021-06-30" in text_of(rolled)


def test_force_does_not_touch_what_somebody_has_changed(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)
    rolled = roll(place, "x/plan-2020", 2021)
    rolled.path.write_text(text_of(rolled) + "# 我的\n", encoding="utf-8")
    changed = text_of(rolled)

    with pytest.raises(UsageError, match="有人改过"):
        roll(place, "x/plan-2020", 2021, force=True)

    assert text_of(rolled) == changed


def test_another_file_can_be_named(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)

    inside = roll(place, "x/plan-2020", 2021, tmp_path / "data/x/next.yaml")
    outside = roll(place, "x/plan-2020", 2021, tmp_path / "next.yaml")

    assert (inside.id, outside.id) == ("x/next", "")
    assert text_of(inside) == text_of(outside)


def test_the_old_file_is_not_the_new_one(tmp_path: Path) -> None:
    place = workspace(tmp_path, OLD)

    with pytest.raises(UsageError, match="是原来的数据，不能覆盖"):
        roll(place, "x/plan-2020", 2021, tmp_path / "data/x/plan-2020.yaml", force=True)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"应以 \.yaml 结尾"):
        roll(workspace(tmp_path, OLD), "x/plan-2020", 2021, tmp_path / "next.docx")


# layouts


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
