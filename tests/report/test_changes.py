"""Changes as text, as a document and as JSON: the full words of each, once."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from plangen.changes.compare import compare_editions
from plangen.changes.edition import Edition
from plangen.document.blocks import Section, Table
from plangen.document.dump import dump
from plangen.document.elements import Document
from plangen.document.outline import inline_text
from plangen.document.parse import parse
from plangen.model.change import Area, Field, Kind
from plangen.report.change_document import change_document
from plangen.report.change_json import change_json
from plangen.report.change_text import change_text
from plangen.report.change_words import AREAS, FIELDS, KINDS, PARTS
from tests.changes.editions import YEAR, compared, edition, plan, points, target
from tests.changes.test_properties import editions
from tests.model.records import group

TASKS = [
    {
        "id": "a",
        "title": "开展科普宣传",
        "part": "甲",
        "text": "广泛宣传。",
        "support": ["甲局", "乙局"],
    },
    {"id": "b", "title": "保障经费", "part": "甲"},
]
NEW_TASKS = [
    {
        "id": "a",
        "title": "开展科普宣教",
        "part": "甲",
        "text": "深入宣传。",
        "support": ["乙局", "丙局"],
    },
    {"id": "c", "title": "培训人员", "part": "甲"},
]


def table(*areas: str) -> dict[str, Any]:
    rows = [[str(number), area] for number, area in enumerate(areas, 1)]
    return {"id": "areas", "title": "试点地区名单", "columns": ["序号", "地区"], "rows": rows}


YEARS = (
    edition(
        targets=[
            target("coverage", "50%", clause="二（五）"),
            target("meetings", "每年4次"),
            target("schools", "50%"),
            target("ratio", "1:4000"),
            target("prevalence", "4.5‰"),
        ],
        tasks=TASKS,
        groups=[group({"role": "组长", "name": "王瑞", "offices": ["所长"]})],
        facts={"高等院校": {"value": 0, "source": "年报"}},
        tables=[table("东河市", "西山市")],
    ),
    edition(
        YEAR + 1,
        targets=[
            target("coverage", "80%", by="2021年底前", clause="二（六）"),
            target("meetings", "每半年1次"),
            target("schools", "100%", scope="小学", modality="力争"),
            target("ratio", "1:4000"),
            points(("20%", "2021-06-30"), ("30%", "2021-12-31"), indicator="services"),
        ],
        tasks=NEW_TASKS,
        groups=[group({"role": "组长", "name": "徐鹏", "offices": ["所长"]})],
        facts={"高等院校": {"value": 1, "source": "年报"}, "监狱": {"value": 0, "source": "台账"}},
        tables=[table("东河区", "南口市")],
    ),
)
EXPECTED = """\
比较：2020年任务 → 2021年任务
两份文件的实施期前后相接，期限按在各自实施期内的位置比较：2020年12月31日和2021年12月31日都是实施期结束，期限顺延不算推迟。

目标：放宽1项，未再列入1项，收紧2项，新增1项，不变1项
【放宽】
  meetings率：每年至少4次，2020年底前 → 每半年至少1次，2021年底前
【未再列入】
  prevalence率：4.5‰以上，2020年底前 → —
【收紧】
  coverage率：50%以上，2020年底前〔二（五）〕 → 80%以上，2021年底前〔二（六）〕
  schools率：50%以上，2020年底前 → 100%，2021年底前，力争，对象：小学（收紧；措辞减弱；对象缩小）
【新增】
  services率：— → 20%以上，2021年6月底前；30%以上，2021年底前
【不变】
  ratio率：不少于1:4000，2020年底前 → 不少于1:4000，2021年底前

任务：未再列入1项，新增1项，更名1项
【未再列入】
  保障经费（甲）
【新增】
  培训人员（甲）
【更名】
  开展科普宣教（甲）：名称：开展科普宣传→开展科普宣教；责任单位增加丙局；责任单位减少甲局；文字有改动

机关和单位：未再列入1项，新增1项
【未再列入】
  参加单位：甲局
【新增】
  参加单位：丙局

名单：未再列入1项，新增1项
【未再列入】
  人员：王瑞（某小组）：组长，所长
【新增】
  人员：徐鹏（某小组）：组长，所长
    接替王瑞

本地情况：新增1项，内容调整1项
【新增】
  监狱：0，台账
【内容调整】
  高等院校：数量：0→1

附表：未再列入1项，新增1项，内容调整1项
【未再列入】
  行：西山市（试点地区名单）
【新增】
  行：南口市（试点地区名单）
【内容调整】
  行：东河区（试点地区名单）：内容：地区“东河市”→地区“东河区”
"""


def test_the_text_says_everything_in_the_clerks_words() -> None:
    assert change_text(compare_editions(*YEARS)) == EXPECTED


def test_the_text_of_equal_documents_says_so() -> None:
    text = change_text(compared([target(at_least="80%")], [target(at_least="80%")]))

    assert text.splitlines()[2:] == [
        "没有变化。",
        "",
        "目标：不变1项",
        "【不变】",
        "  coverage率：80%以上，2020年底前 → 80%以上，2021年底前",
    ]


def test_the_text_tells_a_step_function_date_by_date() -> None:
    before = plan("2022-12-31", targets=[target(at_least="80%", by="2021-12-31")])
    after = plan("2022-12-31", targets=[points(("50%", "2020-12-31"), ("80%", "2021-12-31"))])

    lines = change_text(compared(before, after)).splitlines()

    assert lines[1] == "两份文件的实施期相同或重叠，期限按日历比较。"
    assert lines[-2:] == [
        "    2020年12月31日：—→50%以上（收紧）",
        "    2021年12月31日：80%以上→80%以上（不变）",
    ]


def test_the_text_shows_both_dates_of_a_point_in_successive_periods() -> None:
    old = points(("50%", "2020-06-30"), ("60%", "2020-12-31"))
    new = points(("50%", "2021-06-30"), ("80%", "2021-12-31"))

    assert "    2020年12月31日／2021年12月31日：60%以上→80%以上（收紧）" in change_text(
        compared([old], [new])
    )


def test_what_is_undecided_is_shown_as_such() -> None:
    text = change_text(compared([target(at_least="80%")], [target(at_least="待定")]))

    assert "【待定】\n  coverage率：80%以上，2020年底前 → 【待定】，2021年底前" in text


def test_the_text_is_put_into_another_language() -> None:
    text = change_text(compare_editions(*YEARS), lambda wording: wording.replace("收紧", "Tighter"))

    assert "【Tighter】" in text
    assert "收紧" not in text


def test_every_kind_area_and_field_has_a_word() -> None:
    assert set(KINDS) == set(Kind)
    assert set(FIELDS) == set(Field)
    assert set(AREAS) == set(Area) == {area for _, areas in PARTS for area in areas}
    for words in (KINDS, FIELDS, AREAS):
        assert len({str(word) for word in words.values()}) == len(words)


def tables(document: Document) -> list[tuple[str, list[list[str]]]]:
    """The tables of a comparison under their headings, cell by cell."""
    blocks = [*document.blocks, *(b for annex in document.annexes for b in annex.blocks)]
    found = []
    for section in blocks:
        if isinstance(section, Section):
            (table,) = section.blocks
            assert isinstance(table, Table)
            rows = [
                ["／".join(inline_text(p.content, {}) for p in cell.paragraphs) for cell in row]
                for row in (*table.head, *table.rows)
            ]
            found.append((section.title, rows))
    return found


def test_the_document_holds_a_table_for_each_part() -> None:
    found = tables(change_document(compare_editions(*YEARS)))

    assert [title for title, _ in found] == [
        *("目标", "任务", "机关和单位", "名单", "本地情况", "附表"),
    ]
    assert found[0][1][:2] == [
        ["项目", "上年", "本年", "变化"],
        ["meetings率", "每年至少4次，2020年底前", "每半年至少1次，2021年底前", "放宽"],
    ]
    assert found[1][1][1:] == [
        ["保障经费（甲）", "有", "—", "未再列入"],
        ["培训人员（甲）", "—", "有", "新增"],
        [
            "开展科普宣教（甲）",
            "名称：开展科普宣传；责任单位：甲局、乙局",
            "名称：开展科普宣教；责任单位：乙局、丙局",
            "更名；内容调整／文字有改动",
        ],
    ]
    assert found[3][1][2][3] == "新增／接替王瑞"
    assert found[4][1][1:] == [
        ["监狱", "—", "数量：0；依据：台账", "新增"],
        ["高等院校", "数量：0", "数量：1", "内容调整"],
    ]
    assert found[5][1][3] == [
        "行：东河区（试点地区名单）",
        "内容：地区“东河市”",
        "内容：地区“东河区”",
        "内容调整",
    ]


def test_short_rows_stand_upright_and_long_ones_on_turned_pages() -> None:
    organs = [f"市第{number}局" for number in range(30)]
    old, new = (
        edition(year, tasks=[{"id": "a", "title": "保障经费", "support": support}])
        for year, support in ((2020, organs[:20]), (2021, organs[10:]))
    )

    short = change_document(compare_editions(*YEARS))
    long = change_document(compare_editions(old, new))

    assert short.annexes == ()
    assert [(annex.title, annex.orientation) for annex in long.annexes] == [
        ("变化对照表", "landscape")
    ]


@pytest.mark.parametrize(
    ("old", "new", "heads"),
    [
        (edition(2020), edition(2021), ("上年", "本年")),
        (edition(2019), edition(2021), ("原文件", "新文件")),
        (plan("2021-12-31"), plan("2021-12-31", issued="2020-06-01"), ("原文件", "新文件")),
    ],
)
def test_documents_are_called_years_where_they_are(
    old: Edition, new: Edition, heads: tuple[str, str]
) -> None:
    given = [target(at_least="80%")]
    sides = [
        Edition(
            side.id,
            side.facts.model_copy(update={"targets": edition(targets=given).facts.targets}),
            side.dictionary,
        )
        for side in (old, new)
    ]

    ((_, rows),) = tables(change_document(compare_editions(*sides)))

    assert tuple(rows[0][1:3]) == heads


def test_json_keeps_its_schema() -> None:
    record = change_json(compare_editions(*YEARS))

    assert list(record) == ["old", "new", "dates_by", "targets", "items", "summary"]
    assert record["old"] == {
        "document": "x/tasks-2020",
        "title": "2020年任务",
        "number": None,
        "date": None,
        "starts": "2020-01-01",
        "ends": "2020-12-31",
    }
    assert record["dates_by"] == "own_period"
    assert record["targets"][0] == {
        "indicator": "coverage",
        "name": "coverage率",
        "changes": ["tightened"],
        "old": {
            "value": "50%以上",
            "by": "2020-12-31",
            "by_stated": False,
            "clause": "二（五）",
            "modality": "应当",
            "scope": None,
            "quote": None,
            "steps": [{"value": "50%以上", "by": None}],
        },
        "new": {
            "value": "80%以上",
            "by": "2021-12-31",
            "by_stated": True,
            "clause": "二（六）",
            "modality": "应当",
            "scope": None,
            "quote": None,
            "steps": [{"value": "80%以上", "by": "2021-12-31"}],
        },
        "points": [],
        "remarks": [],
    }
    assert record["items"][0] == {
        "area": "task",
        "name": "开展科普宣教",
        "within": "甲",
        "changes": ["retitled", "changed"],
        "fields": [
            {"field": "title", "old": ["开展科普宣传"], "new": ["开展科普宣教"]},
            {"field": "support", "old": ["甲局", "乙局"], "new": ["乙局", "丙局"]},
            {"field": "text", "old": ["广泛宣传。"], "new": ["深入宣传。"]},
        ],
        "remarks": [],
    }
    assert record["summary"] == {
        "targets": {
            "loosened": 1,
            "dropped": 1,
            "weaker": 1,
            "narrower": 1,
            "tightened": 2,
            "added": 1,
            "unchanged": 1,
        },
        "items": {"dropped": 4, "added": 5, "retitled": 1, "changed": 3},
    }


def test_json_tells_points_and_what_is_undecided() -> None:
    old = points(("50%", "2020-06-30"), ("60%", "2020-12-31"))
    new = points(("50%", "2021-06-30"), ("80%", "待定"))

    (row,) = change_json(compared([old], [new]))["targets"]

    assert row["points"][0] == {
        "old_day": "2020-06-30",
        "new_day": "2021-06-30",
        "old": "50%以上",
        "new": "50%以上",
        "change": "unchanged",
    }
    assert row["new"]["by"] == "待定"
    assert row["points"][-1]["new_day"] is None


@settings(max_examples=60)
@given(editions(), editions())
def test_any_comparison_can_be_told_in_every_way(old: Edition, new: Edition) -> None:
    comparison = compare_editions(old, new)

    text, document = change_text(comparison), change_document(comparison)
    record: dict[str, Any] = json.loads(json.dumps(change_json(comparison)))

    assert all(change.name in text for change in comparison.targets)
    assert all(change.name in text for change in comparison.items)
    assert parse(dump(document)) == document
    assert rows(document) == len(comparison.targets) + len(comparison.items)
    assert len(record["targets"]) == len(comparison.targets)


def rows(document: Document) -> int:
    return sum(len(rows) - 1 for _, rows in tables(document))
