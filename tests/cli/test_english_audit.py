"""An audit in English: with data in English, no Chinese is left, and no Chinese way of writing."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import outside
from tests.load.workspaces import workspace

CHINESE = re.compile("[\u3000-\u3009\u300c-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""Characters and punctuation; titles keep their 《》."""
FILES = {
    "data/indicators.yaml": "rooms: {name: Rooms, unit: percent, of: Schools, parts: {}}\n",
    "data/upper/scheme.yaml": """kind: plan
level: national
title: Scheme
issued: 2020-01-06
ends: 2021-12-31
targets:
- {indicator: rooms, equals: 80%, by: 2020-12-31, clause: "1"}
- {indicator: rooms, equals: 90%, scope: Villages, clause: "2"}
""",
    "data/upper/tasks.yaml": """kind: plan
level: city
title: Tasks
issued: 2020-02-06
targets:
- {indicator: rooms, equals: 70%, by: 2020-12-31, clause: "3"}
""",
    "data/upper/tasks-2.yaml": """kind: plan
level: city
title: More tasks
issued: 2020-11-06
supersedes: [upper/tasks]
targets:
- {indicator: rooms, equals: 75%, by: 2021-06-30, clause: "4"}
""",
    "data/x/plan.yaml": """kind: plan
level: street
title: Plan
issued: 2020-09-06
ends: 2021-11-30
implements: [upper/scheme, upper/tasks]
targets:
- {indicator: rooms, equals: 80%, by: 2021-06-30, clause: "1"}
waivers:
- indicator: rooms
  document: upper/tasks
  reason: Flood
  approver: City
  first: 2020-09-06
  last: 2021-09-05
""",
}


def said(folder: Path, *arguments: str) -> str:
    """What a command says in English."""
    workspace(folder, FILES)
    ran = outside(folder, "--lang", "en", *arguments)
    assert ran.code in (0, 1), ran.err
    return ran.out + ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "x/plan"),
        ("audit", "x/plan", "--as-of", "2022-06-30"),
        ("audit", "--all", "x"),
        ("impact", "upper/tasks-2", "x/plan"),
        ("diff", "upper/tasks", "upper/tasks-2", "--force"),
    ],
)
def test_nothing_chinese_is_left(arguments: tuple[str, ...], tmp_path: Path) -> None:
    text = said(tmp_path, *arguments)

    assert CHINESE.findall(text) == [], text


def test_days_and_lists_are_written_as_english_does(tmp_path: Path) -> None:
    text = said(tmp_path, "audit", "x/plan")

    assert "in force on 2020-09-06, those of: upper/scheme, upper/tasks" in text
    assert "80%, 2020-12-31" in text
    assert "approved by City, from 2020-09-06 to 2021-09-05" in text


def test_sarif_names_its_language_and_explains_its_rules_in_it(tmp_path: Path) -> None:
    log = json.loads(said(tmp_path, "audit", "x/plan", "--format", "sarif"))

    driver = log["runs"][0]["tool"]["driver"]
    words = [rule[key]["text"] for rule in driver["rules"] for key in ("shortDescription", "help")]
    results = log["runs"][0]["results"]
    sentences = [result["message"]["text"].splitlines()[0] for result in results]
    unquoted = [re.sub("“[^”]*”", "", text) for text in (*words, *sentences)]
    assert driver["language"] == "en"
    assert [text for text in unquoted if CHINESE.search(text)] == []
