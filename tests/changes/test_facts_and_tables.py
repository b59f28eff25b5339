"""Local facts and tables of two documents."""

from typing import Any

from plangen.model.change import Area, ItemChange
from tests.changes.editions import YEAR, compared, edition, fields, items, kinds

AREAS = {
    "id": "areas",
    "title": "试点地区名单",
    "columns": ["序号", "省份", "地区"],
    "rows": [["1", "甲省", "东河市"], ["2", "甲省", "西山市"], ["3", "乙省", "南口市"]],
}


def tables(*old: dict[str, Any], new: tuple[dict[str, Any], ...]) -> list[ItemChange]:
    before, after = edition(tables=old), edition(YEAR + 1, tables=new)
    return list(compared(before, after).items)


def rows(*entries: tuple[str | None, ...], **values: Any) -> dict[str, Any]:
    """The table with other rows, numbered anew."""
    numbered = [[str(number), *row] for number, row in enumerate(entries, 1)]
    return {**AREAS, "rows": numbered, **values}


def said(found: list[ItemChange]) -> list[tuple[Area, str, list[str]]]:
    return [(change.area, change.name, kinds(change)) for change in found]


def test_facts_come_and_go_and_change() -> None:
    old = {
        "高等院校": {"value": 0, "source": "教育年报"},
        "精神专科医院": {"value": 1, "source": "卫生年报"},
        "戒毒所": {"value": 2, "source": "公安年报"},
    }
    new = {
        "高等院校": {"value": 1, "source": "教育年报"},
        "戒毒所": {"value": 2, "source": "公安年报"},
        "监狱": {"value": 0, "source": "司法年报"},
    }

    comparison = compared(edition(facts=old), edition(YEAR + 1, facts=new))

    assert items(comparison, Area.FACT) == [
        ("高等院校", ["changed"]),
        ("监狱", ["added"]),
        ("精神专科医院", ["dropped"]),
    ]
    changed, added, dropped = comparison.items
    assert fields(changed) == {"count": (("0",), ("1",))}
    assert fields(added) == {"count": ((), ("0",)), "source": ((), ("司法年报",))}
    assert fields(dropped) == {"count": (("1",), ()), "source": (("卫生年报",), ())}


def test_tables_come_and_go() -> None:
    other = {**AREAS, "id": "experts", "title": "专家组成员"}

    assert said(tables(AREAS, new=(other,))) == [
        (Area.TABLE, "专家组成员", ["added"]),
        (Area.TABLE, "试点地区名单", ["dropped"]),
    ]


def test_a_table_with_another_title_and_columns_is_the_same_table() -> None:
    renamed = {**AREAS, "title": "试点地区名单（2021年）", "columns": ["序号", "省", "地区"]}

    (change,) = tables(AREAS, new=(renamed,))

    assert (change.area, kinds(change)) == (Area.TABLE, ["retitled", "changed"])
    assert fields(change)["columns"] == (("序号", "省份", "地区"), ("序号", "省", "地区"))


def test_rows_come_and_go_whatever_their_numbers_and_order() -> None:
    new = rows(("乙省", "南口市"), ("丙省", "北岭市"), ("甲省", "东河市"))

    found = tables(AREAS, new=(new,))

    assert said(found) == [
        (Area.ROW, "丙省、北岭市", ["added"]),
        (Area.ROW, "甲省、西山市", ["dropped"]),
    ]
    assert {change.within for change in found} == {"试点地区名单"}


def test_a_row_that_is_much_alike_has_changed() -> None:
    new = rows(("甲省", "东河区"), ("甲省", "西山市"), ("乙省", "南口市"))

    (change,) = tables(AREAS, new=(new,))

    assert (change.name, kinds(change)) == ("甲省、东河区", ["changed"])
    assert fields(change) == {"cells": (("地区“东河市”",), ("地区“东河区”",))}


def test_an_entry_that_moves_to_another_column_has_changed() -> None:
    columns = ["任务", "牵头", "配合"]
    old = {**AREAS, "columns": columns, "rows": [["开展宣传", "甲局", None]]}
    new = {**AREAS, "columns": columns, "rows": [["开展宣传", None, "甲局"]]}

    (change,) = tables(old, new=(new,))

    assert fields(change) == {"cells": (("牵头“甲局”",), ("配合“甲局”",))}


def test_a_long_row_is_named_by_its_beginning() -> None:
    new = rows(*(tuple(row[1:]) for row in AREAS["rows"]), ("丁省", "长" * 60))

    (change,) = tables(AREAS, new=(new,))

    assert change.name == f"丁省、{'长' * 37}……"


def test_equal_tables_have_not_changed() -> None:
    assert tables(AREAS, new=(AREAS,)) == []
