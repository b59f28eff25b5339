"""Which documents belong together."""

from typing import Any

import pytest

from plangen.changes.kinship import reasons_against
from tests.changes.editions import edition, target

TASK = {"id": "a", "title": "开展科普宣传"}
LIKE = {"id": "b", "title": "开展科普宣教"}
OTHER = {"id": "c", "title": "保障工作经费"}


def said(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [str(reason) for reason in reasons_against(edition(**old), edition(**new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"targets": [target(at_least="1%")]}, {"targets": [target(at_least="2%")]}),
        ({"tasks": [TASK]}, {"tasks": [LIKE]}),
        ({"targets": [target(at_least="1%")], "tasks": [TASK]}, {"tasks": [TASK]}),
        ({}, {}),
    ],
)
def test_documents_with_an_indicator_or_a_task_in_common_belong_together(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert said(old, new) == said(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ({"kind": "plan"}, {"kind": "letter"}, ["文种不同（实施方案，函）"]),
        ({"level": "national"}, {"level": "city"}, ["层级不同（国家，市级）"]),
        ({"tasks": [TASK]}, {"tasks": [OTHER]}, ["没有共同的指标或任务"]),
        ({"targets": [target(at_least="1%")]}, {}, ["没有共同的指标或任务"]),
        (
            {"kind": "order", "level": "province", "tasks": [TASK]},
            {"kind": "minutes", "level": "district"},
            ["文种不同（命令，纪要）", "层级不同（省级，区县级）", "没有共同的指标或任务"],
        ),
    ],
)
def test_other_documents_do_not_and_every_reason_is_told(
    old: dict[str, Any], new: dict[str, Any], reasons: list[str]
) -> None:
    assert said(old, new) == reasons
