"""What a hostile or broken text cannot do: no DTD, no entities, no depth, no size without end."""

import os
import subprocess
import sys

import pytest

from plangen.document.parse import parse
from plangen.document.reading import LARGEST_DEPTH, LARGEST_TEXT
from tests.document.texts import HEADED, faults


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE document>",
        "<!DOCTYPE document SYSTEM 'file:///etc/hostname'>",
        "<!DOCTYPE document [<!ENTITY x '甲'>]>",
        "<!-- 通知 --><!DOCTYPE document>",
        "<!-- <document> --><!DOCTYPE document [<!ENTITY x '甲'>]>",
    ],
)
def test_a_document_type_is_refused(declaration: str) -> None:
    text = f"{declaration}<document><title>通知</title></document>"

    assert faults(text) == [(1, "文档里不能有 DOCTYPE 声明")]


def test_an_entity_that_nobody_declared_is_refused() -> None:
    ((line, message),) = faults(HEADED.format("<p>&x;</p>"))

    assert line == 3
    assert message.startswith("XML 写法有误：Entity 'x' not defined")


def test_no_entity_reaches_an_attribute() -> None:
    text = (
        "<!-- <document> --><!DOCTYPE document [<!ENTITY x '甲'>]>"
        "<document><title>通知</title><section title='&x;'/></document>"
    )

    assert faults(text)


def test_40_elements_may_stand_in_each_other_and_no_more() -> None:
    nested = "<section title='甲'>" * LARGEST_DEPTH + "</section>" * LARGEST_DEPTH

    assert faults(HEADED.format(nested)) == [(0, "文档嵌套超过 40 层")]


def test_a_text_of_more_than_20_million_characters_is_refused() -> None:
    assert faults("甲" * (LARGEST_TEXT + 1)) == [(0, "文档超过 20000000 个字符")]


def test_the_duplicate_that_is_named_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "from plangen.document.parse import parse\n"
        "a = ''.join(f\"<annex id='{i % 8}x'><title>a</title></annex>\" for i in range(16))\n"
        "parse(f'<document><title>a</title>{a}</document>')\n"
    )

    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stderr.splitlines()[-1]
        for seed in ("1", "2", "3")
    ]

    assert len(set(said)) == 1


def test_half_a_character_is_refused() -> None:
    assert faults(HEADED.format("<p>\ud840</p>"))


@pytest.mark.parametrize("encoding", ["GB18030", "UTF-16"])
def test_an_encoding_declaration_does_not_change_the_text(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><document><title>通知</title></document>"

    assert parse(text).title == "通知"
