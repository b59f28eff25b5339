"""The tasks of 武汉 against the document that they are modelled on: facts, organs, the table."""

import re
from pathlib import Path

import pytest

from plangen.document.blocks import Row, Table
from plangen.document.outline import inline_text
from tests.jobs.seeds import (
    NUMBER,
    Pair,
    chinese_marks,
    copied,
    han,
    items,
    missing_figures,
    missing_targets,
    pair,
    parts,
    shown,
)
from tests.jobs.test_shancheng_against_seed import dense

DOCUMENT = "wuhan/tasks-2021"
RESPONSIBLE = r"（(?:牵头单位：([^；）]*))?；?(?:责任单位：([^）]*))?）$"
# Names, and lists of names, that are what they are.
QUOTED = [
    "进社区、进家庭、进企业、进机关、进校园",
    "各区工会职工心理服务辅导中心、街道（乡镇）心理健康服务站",
    "卫生健康、公安、民政、司法行政、信访、残联等部门",
    "社区、社工、社区志愿者、社区社会组织、社区公益慈善资源",
    "夯实服务基础、壮大工作队伍、规范行业管理、打造特色亮点、强化保障措施",
]


@pytest.fixture(scope="module")
def wuhan(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    shared: Path = pytestconfig.rootpath.parent / "shared"
    return pair(shared, "2021-wuhan-tasks", DOCUMENT, tmp_path_factory.mktemp("wuhan"))


def body(text: str) -> str:
    """The text before its annex."""
    return text[: text.index("\n附件\n")]


def seed_tasks(seed: str) -> dict[str, tuple[set[str], set[str]]]:
    """The tasks of the seed: title → lead and responsible organs."""
    # Lines of the seed break anywhere; a blank inside a line parts what it says.
    text = re.sub(r"\n\s*(?:\d\s*)?", "", chinese_marks(seed))
    found = {}
    for piece in re.split(rf"(?=（{NUMBER}）)", text)[1:]:
        title = re.findall("）([^。]*)。", piece)[0]
        lead = re.findall(r"牵头单位：([^）]*?)(?:责任单位|）)", piece)
        support = re.findall(r"责任单位：([^）]*)）", piece)
        found[title] = (organs(lead), organs(support))
    return found


def organs(listed: list[str]) -> set[str]:
    """The organs of a list; its 等 and what a name has in brackets are left out."""
    names = re.sub("<[^>]*>|〔[^〕]*〕|等(?=$|、)", "", "、".join(listed))
    return set(re.split("[、，\\s]+", names)) - {""}


def printed_tasks(text: str) -> dict[str, tuple[set[str], set[str]]]:
    """The tasks of the printed text: title → lead and responsible organs."""
    found = {}
    for line in text.splitlines():
        title = re.match(rf"（{NUMBER}）([^。]*)。", line)
        responsible = re.search(RESPONSIBLE, line)
        if title and responsible:
            groups = [[part] if part else [] for part in responsible.groups()]
            found[title[1]] = (organs(groups[0]), organs(groups[1]))
    return found


def entries(row: Row) -> list[str]:
    """The texts of a row, one a cell."""
    return ["".join(inline_text(p.content, {}) for p in cell.paragraphs) for cell in row]


def table(wuhan: Pair) -> Table:
    (found,) = wuhan.document.annexes[0].blocks
    assert isinstance(found, Table)
    return found


def test_every_heading_stands_in_its_order(wuhan: Pair) -> None:
    seed, printed = dense(wuhan.seed), dense(body(wuhan.text))
    expected = sorted([*parts(wuhan.seed), *items(seed)], key=seed.index)

    found = [heading for heading in expected if heading in printed]

    assert len(parts(wuhan.seed)) == 5
    assert len(items(seed)) == 17
    assert found == expected
    assert sorted(found, key=printed.index) == expected


def test_every_task_has_the_organs_of_the_seed(wuhan: Pair) -> None:
    expected = seed_tasks(wuhan.seed)

    printed = printed_tasks(body(wuhan.text))

    assert len(expected) == 17
    assert expected["搭建基层社会心理服务平台"] == (
        {"市委政法委", "市民政局", "市卫生健康委"},
        {"团市委", "市妇联", "市总工会", "各区人民政府"},
    )
    assert expected["组织实施特色心理服务项目"][0] == set()
    assert printed == expected


def test_every_figure_of_the_seed_is_a_target_and_stands_in_the_text(wuhan: Pair) -> None:
    assert len(wuhan.rows) == 18
    assert missing_targets(wuhan, wuhan.rows) == []
    assert missing_figures(wuhan, wuhan.rows) == []


def test_every_target_stands_in_the_text_and_is_in_the_seed(wuhan: Pair) -> None:
    held = {target.indicator for target in wuhan.facts.targets}

    assert shown(wuhan.document) == held
    assert held == {row["indicator"] for row in wuhan.rows}


def test_every_quote_of_a_target_stands_in_the_seed(wuhan: Pair) -> None:
    seed = chinese_marks(dense(wuhan.seed))

    quotes = [chinese_marks(dense(target.quote or "")) for target in wuhan.facts.targets]

    assert [quote for quote in quotes if not quote or quote not in seed] == []


def test_the_body_is_at_least_four_fifths_as_long(wuhan: Pair) -> None:
    assert han(body(wuhan.text)) >= 0.8 * han(wuhan.seed)


def test_no_sentence_is_copied_from_the_seed(wuhan: Pair) -> None:
    lines = [re.sub(RESPONSIBLE, "", line) for line in body(wuhan.text).splitlines()]
    names = [*QUOTED, wuhan.facts.title, *items(dense(wuhan.seed))]

    assert copied("\n".join(lines), wuhan.seed, names) == set()


def test_the_breakdown_has_a_row_for_every_task(wuhan: Pair) -> None:
    found = table(wuhan)
    rows = [entries(row) for row in found.rows]
    tasks = [row for row in rows if len(row) > 1]

    assert entries(found.head[0]) == [
        "序号",
        "任务",
        "具体措施",
        "牵头单位",
        "责任单位",
        "完成时限",
    ]
    assert [row[0] for row in tasks] == [str(number) for number in range(1, 18)]
    assert {row[1]: (organs([row[3]]), organs([row[4]])) for row in tasks} == printed_tasks(
        body(wuhan.text)
    )
    assert {row[5] for row in tasks} == {"2021年底前"}


def test_the_breakdown_says_what_the_text_says(wuhan: Pair) -> None:
    lines = body(wuhan.text).splitlines()

    for row in table(wuhan).rows:
        if len(row) > 1:
            _, title, measures, *_ = entries(row)
            assert any(f"）{title}。{measures}（" in line for line in lines), title


def test_the_breakdown_of_six_columns_lies_across(wuhan: Pair) -> None:
    (annex,) = wuhan.document.annexes

    assert annex.orientation == "landscape"
    assert annex.title == "武汉市社会心理服务体系建设2021年重点工作任务分解表"
    assert [entries(row)[0] for row in table(wuhan).rows if len(row) == 1] == parts(wuhan.seed)
