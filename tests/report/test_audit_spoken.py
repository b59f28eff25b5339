"""Findings in the words of an official document."""

from datetime import date

import pytest

from plangen.errors import Message
from plangen.report.audit_spoken import names_of, spoken, texts
from tests.report.audits import FULL

NAMES = names_of(FULL, {"upper/tasks-2020": "某省2020年任务", "upper/tasks-2021": "某省2021年任务"})
WHAT = Message("{document} 的 {indicator}", document="upper/tasks-2020", indicator="hotline")


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (
            Message("{old} 已被 {new} 取代", old="upper/tasks-2020", new="upper/tasks-2021"),
            "《某省2020年任务》已被《某省2021年任务》取代",
        ),
        (
            Message("豁免已于{last}到期：{what}", last=date(2020, 12, 31), what=WHAT),
            "豁免已于2020年12月31日到期：《某省2020年任务》的“心理援助热线服务时间”",
        ),
        (Message("{name} 不在。", name="upper/none"), "upper/none 不在"),
        (
            Message("没有{names}", names=("upper/tasks-2020", "hotline")),
            "没有《某省2020年任务》、“心理援助热线服务时间”",
        ),
        (Message("共{count}项", count=3), "共3项"),
        (Message("{text}", text="甲\n乙 《丙》 丁"), "甲 乙《丙》丁"),
    ],
)
def test_ids_and_days_are_said_as_documents_say_them(message: Message, sentence: str) -> None:
    assert spoken(message, NAMES) == sentence


def test_all_that_fills_a_message_is_looked_at() -> None:
    message = Message("豁免已于{last}到期：{what}", last=date(2020, 12, 31), what=WHAT)

    assert list(texts(message)) == ["upper/tasks-2020", "hotline"]
