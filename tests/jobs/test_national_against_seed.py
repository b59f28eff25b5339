"""The national scheme and the yearly tasks against the documents that they are modelled on."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from plangen.document.blocks import Table
from plangen.document.elements import Annex
from plangen.document.outline import heading_text, inline_text, numbered
from plangen.document.wording import organ_list
from tests.jobs.seeds import (
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

SCHEME, TASKS_2019, TASKS_2020, TASKS_2021 = (
    "national/scheme-2018",
    "national/tasks-2019",
    "national/tasks-2020",
    "national/tasks-2021",
)
SEEDS = {
    SCHEME: "2018-national-scheme",
    TASKS_2019: "2021-news",
    TASKS_2020: "2020-national-tasks",
    TASKS_2021: "2021-news",
}
# The headings of the annexes of the scheme, in lines of their own.
NUMBERED = r"[一二三四]、[^。，]{2,12}|（[一二三四]）[^。，]{2,14}。"
# What is quoted, and names that are what they are.
QUOTED = [
    "加强社会心理服务体系建设，培育自尊自信、理性平和、积极向上的社会心态",
    "“每个人是自己心理健康第一责任人”“心身同健康”等健康意识",
    "在册患者规范管理率、在册患者治疗率、精神分裂症治疗率",
    "信息公开形式：主动公开",
]


@pytest.fixture(scope="module")
def pairs(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Pair]:
    """Every document with its seed, made once."""
    made: dict[str, Pair] = {}

    def find(document_id: str) -> Pair:
        if document_id not in made:
            shared: Path = pytestconfig.rootpath.parent / "shared"
            folder = tmp_path_factory.mktemp("national")
            made[document_id] = pair(shared, SEEDS[document_id], document_id, folder)
        return made[document_id]

    return find


def headings(annex: Annex) -> list[str]:
    """The headings of an annex, as printed."""
    found = [heading_text(item) for item in numbered(annex.blocks)]
    return [heading for heading in found if heading]


def rows_of_year(found: Pair, year: int) -> list[dict[str, Any]]:
    """The rows of the news text about one year's tasks, told apart by where they stand."""
    begin = found.seed.index("14 项重点任务")
    if year == 2021:
        return [row for row in found.rows if row["start"] > begin]
    return [
        row
        for row in found.rows
        if row.get("note", "").endswith("2019 task") or row["by"] == "2019-12-31"
    ]


def rows(found: Pair, document_id: str) -> list[dict[str, Any]]:
    """The rows about the figures of a document."""
    if document_id in (TASKS_2019, TASKS_2021):
        return rows_of_year(found, int(document_id[-4:]))
    return list(found.rows)


@pytest.mark.parametrize(("document_id", "count"), [(SCHEME, 14), (TASKS_2020, 20)])
def test_the_rows_of_a_seed_are_known(
    document_id: str, count: int, pairs: Callable[[str], Pair]
) -> None:
    assert len(rows(pairs(document_id), document_id)) == count


@pytest.mark.parametrize(("document_id", "count"), [(TASKS_2019, 5), (TASKS_2021, 11)])
def test_the_rows_of_a_year_in_the_news_are_known(
    document_id: str, count: int, pairs: Callable[[str], Pair]
) -> None:
    assert len(rows(pairs(document_id), document_id)) == count


@pytest.mark.parametrize("document_id", SEEDS)
def test_every_figure_of_the_seed_is_a_target_and_stands_in_the_text(
    document_id: str, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(document_id)

    expected = rows(found, document_id)

    assert missing_targets(found, expected) == []
    assert missing_figures(found, expected) == []


@pytest.mark.parametrize("document_id", SEEDS)
def test_every_target_stands_in_the_text_and_is_in_the_seed(
    document_id: str, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(document_id)
    held = {target.indicator for target in found.facts.targets}

    assert shown(found.document) == held
    assert held == {row["indicator"] for row in rows(found, document_id)}


@pytest.mark.parametrize("document_id", SEEDS)
def test_every_quote_of_a_target_stands_in_the_seed(
    document_id: str, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(document_id)
    seed = chinese_marks(dense(found.seed))

    quotes = [chinese_marks(dense(target.quote or "")) for target in found.facts.targets]

    assert [quote for quote in quotes if not quote or quote not in seed] == []


@pytest.mark.parametrize("document_id", [SCHEME, TASKS_2020, TASKS_2021])
def test_the_text_is_at_least_four_fifths_as_long(
    document_id: str, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(document_id)

    assert han(found.text) >= 0.8 * han(found.seed)


@pytest.mark.parametrize("document_id", SEEDS)
def test_no_sentence_is_copied_from_the_seed(
    document_id: str, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(document_id)
    facts, issue = found.facts, found.facts.issue
    assert issue is not None
    scheme = pairs(SCHEME).facts
    functions = scheme.group_functions
    names = [
        *QUOTED,
        issue.title or f"关于印发{facts.title}的通知",
        facts.title,
        *(table.title for table in facts.tables),
        f"{organ_list(issue.recipients)}：",
        *issue.issuers,
        "、".join(functions),
        "、".join([functions[1], *functions[2:]]),
        "、".join(functions[2:]),
        "卫生健康、政法、宣传、教育、公安、民政、司法行政、财政、信访、残联",
        *(f"{title}。" for title in (task.title for task in facts.tasks)),
        *(heading for heading in items(chinese_marks(dense(found.seed)))),
    ]

    assert copied(found.text, found.seed, names) == set()


def test_a_copy_would_be_seen(pairs: Callable[[str], Pair]) -> None:
    found = pairs(SCHEME)
    seed = chinese_marks(dense(found.seed))
    sentence = seed[seed.index("充分发挥综治信息系统") :][:30]

    assert copied(f"各地要{sentence}，抓好落实。", found.seed, []) == {sentence}


def test_the_scheme_has_the_issuers_the_date_and_the_recipients_of_the_seed(
    pairs: Callable[[str], Pair],
) -> None:
    found = pairs(SCHEME)
    seed = chinese_marks(dense(found.seed))
    issue = found.facts.issue
    assert issue is not None

    printed = dense(found.text)

    assert len(issue.issuers) == 10
    for text in ("".join(issue.issuers) + "2018年11月16日", f"{organ_list(issue.recipients)}："):
        assert text in seed
        assert text in printed


def test_every_heading_of_the_scheme_stands_in_its_order(pairs: Callable[[str], Pair]) -> None:
    found = pairs(SCHEME)
    seed = chinese_marks(found.seed)
    plan = seed[: seed.index("附件1\n")]
    assert found.document.enclosure is not None

    printed = [heading_text(item) for item in numbered(found.document.enclosure.blocks)]

    assert len(parts(plan)) == 5
    assert len(items(dense(plan))) == 17
    expected = sorted([*parts(plan), *items(dense(plan))], key=dense(plan).index)
    assert [heading for heading in printed if heading.rstrip("1234.")] == expected
    assert [heading for heading in printed if re.fullmatch(r"\d\.", heading)] == [
        f"{number}." for number in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize("number", [1, 2])
def test_an_annex_of_the_scheme_has_the_headings_of_the_seed(
    number: int, pairs: Callable[[str], Pair]
) -> None:
    found = pairs(SCHEME)
    seed = chinese_marks(found.seed)
    starts = [seed.index(f"附件{label}\n") for label in (1, 2)]
    annex = seed[starts[number - 1] :][: starts[1] - starts[0] if number == 1 else None]
    expected = re.findall(rf"(?m)^(?:{NUMBERED})$", annex)
    assert found.document.enclosure is not None

    printed = found.document.enclosure.annexes[number - 1]

    assert len(expected) == {1: 4, 2: 11}[number]
    titles = [heading for heading in headings(printed) if not heading.endswith("）")]
    assert titles == [heading.rstrip("。") for heading in expected]
    assert dense(printed.title) in dense(annex)


def test_the_functions_of_the_leading_group_are_those_of_the_seed(
    pairs: Callable[[str], Pair],
) -> None:
    found = pairs(SCHEME)
    seed = dense(found.seed)
    (listed,) = re.findall("下设办公室,(.*?)等部门参与", seed)

    functions = set(found.facts.group_functions)

    assert functions == {name.removesuffix("委") for name in listed.split("、")}
    assert f"{'、'.join(found.facts.group_functions)}等部门" in dense(found.text)


def test_the_2020_notice_has_the_number_the_issuers_and_the_date_of_the_seed(
    pairs: Callable[[str], Pair],
) -> None:
    found = pairs(TASKS_2020)
    issue = found.facts.issue
    assert issue is not None
    seed, printed = dense(found.seed), dense(found.text)

    assert len(issue.issuers) == 9
    for text in (
        "国卫办疾控函〔2020〕336号",
        "".join(issue.issuers) + "2020年4月24日",
        f"{organ_list(issue.recipients)}：",
        issue.title or "",
    ):
        assert text in seed
        assert text in printed


def test_every_heading_of_the_2020_tasks_stands_in_its_order(pairs: Callable[[str], Pair]) -> None:
    found = pairs(TASKS_2020)
    seed = dense(found.seed)
    expected = sorted([*parts(found.seed), *items(seed)], key=seed.index)

    printed = headings(found.document.annexes[0])

    assert len(parts(found.seed)) == 3
    assert len(items(seed)) == 13
    assert printed == expected


def test_the_second_annex_of_2020_is_the_table_of_added_areas(
    pairs: Callable[[str], Pair],
) -> None:
    found = pairs(TASKS_2020)
    annex = found.document.annexes[1]
    (table,) = annex.blocks
    assert isinstance(table, Table)

    entries = [
        inline_text(paragraph.content, {})
        for row in (*table.head, *table.rows)
        for cell in row
        for paragraph in cell.paragraphs
    ]

    assert entries == ["省份", "试点地区", "湖北省", "武汉市"]
    assert dense(found.seed).endswith(annex.title + "".join(entries))


def test_the_annexes_of_2020_are_listed_as_in_the_seed(pairs: Callable[[str], Pair]) -> None:
    found = pairs(TASKS_2020)
    titles = [annex.title for annex in found.document.annexes]

    assert f"附件：1.{titles[0]}2.{titles[1]}" in dense(found.seed)
    assert f"附件：1.{titles[0]}2.{titles[1]}" in dense(found.text)


def test_the_2021_tasks_are_those_that_the_news_names(pairs: Callable[[str], Pair]) -> None:
    found = pairs(TASKS_2021)
    seed = dense(found.seed)
    named = re.findall("(?<=具体任务)包括([^。]*)。", seed)[:1]
    named += re.findall("服务网络。包括([^。]*)。", seed)
    named += re.findall("社会心理服务。包括([^。]*)。", seed)
    expected = [clause for sentence in named for clause in sentence.split("，")]
    merged = "完善学生、员工心理健康服务网络"
    assert merged in expected
    at = expected.index(merged)
    expected[at : at + 1] = [merged.replace("学生、", ""), merged.replace("、员工", "")]

    titles = [task.title for task in found.facts.tasks]

    assert len(expected) == 14
    assert expected[-1] == "并针对当地亟待解决问题或结合当地需要开展其他特色项目"
    assert set(expected[:-1]) - set(titles) == set()
    assert "开展其他特色项目" in found.text
    assert len(titles) == int(re.findall(r"共(\d+)项任务", seed)[0])


def test_the_2021_parts_are_those_that_the_news_names(pairs: Callable[[str], Pair]) -> None:
    found = pairs(TASKS_2021)
    expected = re.findall(
        "一是(.*?)；二是(.*?)；三是(.*?)。", dense(found.seed[: found.seed.index("■")])
    )

    printed = dict.fromkeys(task.part for task in found.facts.tasks)

    assert list(printed) == list(expected[0])


def test_the_2021_issuers_are_the_offices_of_those_that_the_news_names(
    pairs: Callable[[str], Pair],
) -> None:
    found = pairs(TASKS_2021)
    (named,) = re.findall("近日，(.*?)以办公厅函形式联合印发", dense(found.seed))
    assert found.facts.issue is not None

    printed = [re.sub("办公[厅室]$", "", organ) for organ in found.facts.issue.issuers]

    assert printed == named.split("、")


@pytest.mark.parametrize("city", ["嘉兴市", "驻马店市", "武汉市", "深圳市", "自贡市"])
def test_the_2021_notice_tells_what_cities_did(city: str, pairs: Callable[[str], Pair]) -> None:
    found = pairs(TASKS_2021)
    cities = dense(found.seed[found.seed.index("取得显著成效") :])
    told = re.findall(rf"省{city}(.*?)(?=。[^。]{{2,4}}省|收官)", cities)[0]
    (paragraph,) = (line for line in found.text.splitlines() if f"省{city}" in line)

    quoted = re.findall("“[^”]*”", told)

    assert [name for name in quoted if name not in paragraph] == []


def test_each_year_supersedes_the_year_before(pairs: Callable[[str], Pair]) -> None:
    chain = [TASKS_2019, TASKS_2020, TASKS_2021]

    for older, newer in pairwise(chain):
        assert pairs(newer).facts.supersedes == (older,)
    assert all(pairs(document_id).facts.implements == (SCHEME,) for document_id in chain)
