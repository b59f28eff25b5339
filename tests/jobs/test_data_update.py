"""A data file's text brought to other data: what is the same keeps its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.extract.facts_yaml import data_yaml
from plangen.jobs.data_update import updated
from plangen.load.yaml_text import read_yaml

TEXT = """\
# 某街道实施方案，2020年印发。
kind: plan  # 方案
title: 某方案
place:
  name: 甲街道  # 简称另写
  short: 甲

# 期限都到年底。
targets:
- indicator: a
  at_least: 80%   # 原文：80%以上
  by: 2021-12-31
# 乙项要核对
- indicator: b
  at_least: 1所
- {indicator: c, at_least: 60%}  # 丙项

groups:
- id: leading
  name: 领导小组
  members:
  - {role: 组长, name: 张三, offices: [书记, 主任]}  # 书记任组长
  - {role: 成员, name: 李四}
words:
  note: |
    第一行
    第二行
# 文件到此为止
"""


def data() -> dict[str, Any]:
    found = read_yaml(TEXT, "x.yaml").value
    assert isinstance(found, dict)
    return found


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    """The text after a change of its data, which must say just that."""
    new = data()
    change(new)
    text = updated(TEXT, "x.yaml", data(), new)
    assert read_yaml(text, "x.yaml").value == new
    return text


def difference(text: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, in their order."""
    old, new = TEXT.splitlines(), text.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_the_same_data_leave_the_text_as_it_is() -> None:
    assert changed(lambda _: None) == TEXT


def test_a_value_changes_on_its_line() -> None:
    text = changed(lambda data: data["targets"][0].update(at_least="85%"))

    assert difference(text) == (
        ["  at_least: 80%   # 原文：80%以上"],
        ["  at_least: 85%   # 原文：80%以上"],
    )


def test_a_value_inside_braces_changes_there() -> None:
    text = changed(
        lambda data: data["groups"][0]["members"][0].update(name="王五", offices=["书记"])
    )

    assert difference(text)[1] == [
        "  - {role: 组长, name: 王五, offices: [书记]}  # 书记任组长",
    ]


def test_a_new_entry_stands_where_it_belongs() -> None:
    new = {"indicator": "d", "equals": "3次"}

    text = changed(lambda data: data["targets"].insert(1, new))

    assert difference(text) == ([], ["- {indicator: d, equals: 3次}"])
    assert text.index("indicator: d") < text.index("# 乙项要核对")


def test_the_comment_of_an_entry_that_is_gone_stays() -> None:
    text = changed(lambda data: data["targets"].pop(1))

    assert difference(text) == (["- indicator: b", "  at_least: 1所"], [])
    assert "# 乙项要核对\n- {indicator: c" in text


def test_entries_that_were_sorted_take_their_text_along() -> None:
    text = changed(lambda data: data["targets"].reverse())

    assert difference(text) == ([], [])
    assert "# 期限都到年底。\ntargets:\n- {indicator: c" in text
    assert "# 丙项\n# 乙项要核对\n- indicator: b" in text


def test_a_key_that_comes_stands_last_and_one_that_goes_takes_its_line() -> None:
    def change(data: dict[str, Any]) -> None:
        del data["targets"][0]["by"]
        data["targets"][0]["clause"] = "二"
        data["place"]["authority"] = "办事处"
        data["duties"] = [{"organs": ["甲局"], "text": "牵头。"}]

    went, came = difference(changed(change))

    assert went == ["  by: 2021-12-31"]
    assert came == [
        "  authority: 办事处",
        "  clause: 二",
        "duties:",
        "- {organs: [甲局], text: 牵头。}",
    ]


def test_the_first_key_of_an_entry_may_go() -> None:
    text = changed(lambda data: data["targets"][0].pop("indicator"))

    assert "- at_least: 80%   # 原文：80%以上\n  by: 2021-12-31\n" in text


def test_a_text_of_several_lines_gives_way() -> None:
    text = changed(lambda data: data["words"].update(note="一行"))

    assert text.endswith("  note: 一行\n# 文件到此为止\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("targets"),
        lambda data: data.pop("kind"),
        lambda data: data.update(targets=[]),
        lambda data: data.update(title=["甲", "乙"]),
        lambda data: data.update(place="甲街道"),
        lambda data: data["place"].clear(),
        lambda data: data["groups"][0]["members"].clear(),
        lambda data: data["groups"][0]["members"][1].update(organ="办事处"),
        lambda data: data["groups"][0].pop("id"),
        lambda data: data.update(title=None),
        lambda data: data["words"].update(note="# 甲: 乙"),
    ],
)
def test_any_other_change_is_said_too(change: Callable[[dict[str, Any]], object]) -> None:
    assert "# 某街道实施方案，2020年印发。" in changed(change)


values = st.one_of(
    st.none(), st.text(st.sampled_from("甲乙a1:#-，, '\"[]{}%\n"), min_size=1, max_size=6)
)
keys = st.sampled_from(["id", "indicator", "name", "a", "b"])
trees = st.recursive(
    values,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=14,
)
documents = st.dictionaries(keys, trees, min_size=1, max_size=4)


@given(documents, documents)
def test_whatever_the_data_become_the_text_says_them(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    text = data_yaml(old)

    assert read_yaml(updated(text, "x.yaml", old, new), "x.yaml").value == new


def test_every_packaged_document_survives_a_change_with_its_comments() -> None:
    for path in sorted(Path("data").rglob("plan-*.yaml")):
        text = path.read_text("utf-8")
        old = read_yaml(text, path.name).value
        new = {**old, "targets": [*reversed(old["targets"]), {"indicator": "x", "at_least": "1所"}]}

        found = updated(text, path.name, old, new)

        assert read_yaml(found, path.name).value == new
        comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
        assert all(comment in found for comment in comments)
