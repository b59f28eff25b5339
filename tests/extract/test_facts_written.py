"""What was found, written down: JSON, the page that explains, and the data file."""

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from plangen.document.origins import Span
from plangen.errors import Message
from plangen.extract.facts import extraction, find
from plangen.extract.facts_json import findings_json
from plangen.extract.facts_page import explained
from plangen.extract.facts_yaml import data_yaml, scalar
from tests.extract.test_facts import DICTIONARY, figure, made_of, read


def test_json_has_the_keys_of_the_manual() -> None:
    made = made_of(figures=(figure(by=date(2021, 12, 31), scope="小学"),))

    found = findings_json(made.found, "某.docx")

    assert list(found) == ["document", "targets", "groups", "duties", "tasks", "outline"]
    assert found["targets"] == [
        {
            "indicator": "coverage",
            "name": "建成率",
            "comparator": ">=",
            "value": 80,
            "unit": "percent",
            "by": "2021-12-31",
            "scope": "小学",
            "kind": "target",
            "quote": "建成率达到 80%以上",
            "start": 0,
            "end": 4,
            "page": None,
        }
    ]


class _Words(HTMLParser):
    """What a page says inside <main>, and which tags and attributes it has."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags, self._inside = "", set[str](), False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {tag, *(name for name, _ in attrs)}
        self._inside = self._inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "main"

    def handle_data(self, data: str) -> None:
        self.words += data if self._inside else ""


HOSTILE = (
    "某街道方案<script>alert(1)</script>\n\n一、目标\n"
    "建成率达到80%以上&amp;\"'><img src=x onerror=y>\n"
)


def test_the_page_shows_the_whole_text_and_nothing_of_it_becomes_markup() -> None:
    document = read(HOSTILE)
    page = explained(extraction(find(document, DICTIONARY), DICTIONARY))
    parser = _Words()
    parser.feed(page)

    assert parser.words == document.text
    assert parser.tags.isdisjoint({"script", "img", "onerror", "src"})
    assert "default-src 'none'" in page


def test_the_page_marks_what_was_found_by_kind() -> None:
    text = "某街道方案\n\n一、目标\n到2021年底，建成率达到80%以上。\n\n组长：张三 党工委书记\n"
    page = explained(extraction(find(read(text), DICTIONARY), DICTIONARY))

    assert '<mark class="head deadline doubt" title="ends；≤2021-12-31；' in page
    assert '<mark class="name doubt" title="组长 张三 党工委书记；' in page
    assert '<mark class="target" title="coverage at_least 80% ≤2021-12-31">' in page
    assert '<ul class="legend"><li><mark class="target">目标</mark> 1</li>' in page


def test_what_overlaps_is_marked_by_all_that_reaches_over_it() -> None:
    made = made_of(figures=(figure(),), groups=())
    made.doubts[("title",)] = [Message("请看")]
    made.spans[("title",)] = (Span(2, 5),)

    page = explained(made)

    assert 'class="target doubt"' in page or 'class="doubt target"' in page


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("80%", "80%"),
        ("1:4000", "1:4000"),
        ("-5", "-5"),
        ("2020-09-06", "2020-09-06"),
        ("null", '"null"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("# x", '"# x"'),
        ("{{ a }}", '"{{ a }}"'),
        ("- x", '"- x"'),
        ("“引号”", "“引号”"),
        (None, "~"),
    ],
)
def test_a_scalar_is_plain_where_nothing_could_be_mistaken(value: Any, written: str) -> None:
    assert scalar(value) == written


def test_quotes_stand_beside_values_and_doubts_behind_their_sign() -> None:
    text = data_yaml(
        {"title": "某方案", "targets": [{"indicator": "coverage", "at_least": "80%"}]},
        {("title",): ["原文：某方案"], ("targets", 0): ["原文：达到\n80%"]},
        {("targets", 0): ["请看"]},
        ["由某处读出"],
    )

    assert text == (
        "# 由某处读出\n"
        "title: 某方案  # 原文：某方案\n"
        "\n"
        "targets:\n"
        "# 原文：达到 80%\n"
        "- {indicator: coverage, at_least: 80%}  # ▲ 请看\n"
    )
