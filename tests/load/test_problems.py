"""What the faults of a data file are called: the full sentence of every kind."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from plangen.load.problems import problems
from plangen.load.workspace import packaged_root
from plangen.load.yaml_text import Yaml, read_yaml
from plangen.model.plans import DocumentFacts
from tests.load.workspaces import PLAN, faults, loaded

FILE = "data/x/plan.yaml"
ISSUE = "issue:\n  mark: {organs: [某机关]}\n  issuers: [某机关]\n  date: 2020-09-06\n"
TARGET = "targets:\n- indicator: hotline_hours\n  at_least: 7×24小时\n"
GROUP = "groups:\n- id: leading\n  name: 某小组\n  members:\n  - role: 组长\n    name: 某人\n"

# (what stands in the file below kind, level and title, the sentence: its line, key and message)
FAULTS = [
    # missing and unknown keys
    ("basis:\n- number: 一号\n", "第5行 basis[1].title：缺少 title（文件名，不带书名号）"),
    (
        "targets:\n- at_least: 80%\n",
        "第5行 targets[1].indicator：缺少 indicator（指标，indicators.yaml 里的键）",
    ),
    (
        "groups:\n- id: leading\n  name: 某小组\n  members:\n  - name: 某人\n",
        "第8行 groups[1].members[1].role：缺少 role（组长、副组长、成员等）",
    ),
    ("facts:\n  高校:\n    source: 年报\n", "第5行 facts.高校.value：缺少 value（数量；没有写 0）"),
    ("titel: 甲\n", "第4行 titel：不认识的键 titel，是不是 title？"),
    (ISSUE + "  sealled: 42\n", "第8行 issue.sealled：不认识的键 sealled，是不是 sealed？"),
    (TARGET + "  sccope: 小学\n", "第7行 targets[1].sccope：不认识的键 sccope，是不是 scope？"),
    (
        "facts:\n  高校:\n    value: 0\n    source: 年报\n    sources: 年报\n",
        "第8行 facts.高校.sources：不认识的键 sources，是不是 source？",
    ),
    (
        "place:\n  name: 某街道\n  zip: 1\n",
        "第6行 place.zip：不认识的键 zip；可用的键：name、short、authority、residents",
    ),
    # another kind of value
    ("note: [甲, 乙]\n", "第4行 note：应为文字，这里是列表"),
    ("note: {甲: 乙}\n", "第4行 note：应为文字，这里是“键: 值”"),
    (
        "basis: 某文件\n",
        "第4行 basis：应为列表（每项一行，以“- ”开头），这里是“某文件”",
    ),
    ("basis: {title: 某文件}\n", "第4行 basis：应为列表（每项一行，以“- ”开头），这里是“键: 值”"),
    ("basis:\n", "第4行 basis：应为列表（每项一行，以“- ”开头），这里是空"),
    ("basis:\n- 某文件\n", "第5行 basis[1]：应为若干行“键: 值”，这里是“某文件”"),
    ("place: 某街道\n", "第4行 place：应为若干行“键: 值”，这里是“某街道”"),
    ("words: [甲]\n", "第4行 words：应为若干行“键: 值”，这里是列表"),
    # empty, too long, of another form
    ("basis:\n- title: ''\n", "第5行 basis[1].title：不能是空的"),
    ("basis:\n- title: '  '\n", "第5行 basis[1].title：不能是空的"),
    ("duties:\n- organs: []\n  text: 负责。\n", "第5行 duties[1].organs：不能是空的"),
    ("note: " + "长" * 2001 + "\n", "第4行 note：太长，最多 2000 个字"),
    (
        ISSUE + "  copy_number: 第1份\n",
        "第8行 issue.copy_number：“第1份”的写法不对，应合于 ^[0-9]{1,6}$",
    ),
    # numbers, yes and no
    (ISSUE + "  seal: 大\n", "第8行 issue.seal：“大”应为整数"),
    (ISSUE + "  seal: 42.5\n", "第8行 issue.seal：“42.5”应为整数"),
    (ISSUE + "  seal: 19\n", "第8行 issue.seal：“19”太小，至少 20"),
    (ISSUE + "  seal: 61\n", "第8行 issue.seal：“61”太大，最多 60"),
    (ISSUE + "  sealed: 是\n", "第8行 issue.sealed：“是”应为 true 或 false"),
    # one of several words
    (
        "level: 街道\n",
        "第2行 level：“街道”不在可选的值里，应为：national、province、city、district、street",
    ),
    (
        ISSUE + "  urgency: 十万火急\n",
        "第8行 issue.urgency：“十万火急”不在可选的值里，应为：特急、加急",
    ),
    (
        TARGET + "  modality: 必须\n",
        "第7行 targets[1].modality：“必须”不在可选的值里，应为：应当、力争、鼓励",
    ),
    # targets
    (
        TARGET + "  equals: 24小时\n",
        "第5行 targets[1]：at_least、at_most、equals 应当恰好写一个",
    ),
    (
        "targets:\n- indicator: hotline_hours\n",
        "第5行 targets[1]：at_least、at_most、equals 应当恰好写一个",
    ),
    (
        TARGET + "  points:\n  - {by: 2021-12-31, at_least: 24小时}\n",
        "第5行 targets[1]：写了 points，就不能再写单独的值和期限",
    ),
    (
        "targets:\n- indicator: feature_school_count\n  points:\n"
        "  - {by: 2021-12-31, at_least: 1所}\n  - {by: 2020-12-31, at_least: 2所}\n",
        "第5行 targets[1]：points 应按期限先后排列，不能重复",
    ),
    (
        "targets:\n- indicator: feature_school_count\n  points:\n  - {at_least: 1所}\n",
        "第7行 targets[1].points[1].by：缺少 by（最后期限（含当日））",
    ),
    (
        "targets:\n- indicator: feature_school_count\n  points:\n  - {by: 2020年底}\n",
        "第7行 targets[1].points[1]：at_least、at_most、equals 应当恰好写一个",
    ),
    (
        "targets:\n- indicator: listed_in_plan\n  at_most: 是\n",
        "第5行 targets[1]：是和否没有高低，不能写“以上”“至少”之类",
    ),
]

CALENDAR_AND_VALUES = [
    ("issued: 2020-09-31\n", "issued", "2020-09-31"),
    ("issued: 2020年13月\n", "issued", "2020年13月"),
    ("issued: 明天\n", "issued", "明天"),
    (TARGET + "  by: 2021-02-29\n", "targets[1].by", "2021-02-29"),
    ("targets:\n- indicator: hotline_hours\n  at_least: 很多\n", "targets[1].at_least", "很多"),
    (
        "targets:\n- indicator: hotline_hours\n  at_least: 80%以上\n",
        "targets[1].at_least",
        "80%以上",
    ),
]


def below_the_head(text: str) -> str:
    """A plan's file; the lines of ``text`` replace keys of the head that they repeat."""
    head = [line for line in PLAN.splitlines() if line.split(":")[0] != text.split(":")[0]]
    if len(head) == 3:
        return PLAN + text
    return f"kind: plan\n{text}title: 某方案\n"


@pytest.mark.parametrize(("text", "sentence"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_has_its_line_its_key_and_a_sentence(
    text: str, sentence: str, tmp_path: Path
) -> None:
    assert faults(tmp_path, below_the_head(text)) == [f"{FILE} {sentence}"]


@pytest.mark.parametrize(
    ("text", "key", "found"), CALENDAR_AND_VALUES, ids=range(len(CALENDAR_AND_VALUES))
)
def test_what_is_no_date_or_value_is_named_at_its_key(
    text: str, key: str, found: str, tmp_path: Path
) -> None:
    [sentence] = faults(tmp_path, PLAN + text)

    line = next(n for n, line in enumerate((PLAN + text).splitlines(), 1) if found in line)
    assert sentence.startswith(f"{FILE} 第{line}行 {key}：")
    assert f"“{found}”" in sentence


@pytest.mark.parametrize("written", ["yes", "no", "on", "off", "1", "0", "是", "t"])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        (ISSUE + "  sealed: YES\n", "第8行 issue.sealed"),
        (GROUP + "  adjusted: YES\n", "第10行 groups[1].adjusted"),
    ],
    ids=["sealed", "adjusted"],
)
def test_yes_and_no_are_written_true_and_false_only(
    text: str, key: str, written: str, tmp_path: Path
) -> None:
    assert faults(tmp_path, PLAN + text.replace("YES", written)) == [
        f"{FILE} {key}：“{written}”应为 true 或 false"
    ]


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False)])
def test_true_and_false_are_read(written: str, meant: bool, tmp_path: Path) -> None:
    facts = loaded(tmp_path, PLAN + ISSUE + f"  sealed: {written}\n").facts

    assert facts.issue is not None
    assert facts.issue.sealed is meant


@pytest.mark.parametrize("written", ["42.0", "4_2", "+42", "0x2a", "４２", "9" * 5000])
def test_an_integer_is_written_in_plain_digits(written: str, tmp_path: Path) -> None:
    [sentence] = faults(tmp_path, PLAN + ISSUE + f"  seal: {written}\n")

    assert sentence.startswith(f"{FILE} 第8行 issue.seal：“{written[:40]}")
    assert sentence.endswith("应为整数") or sentence.endswith("太大，最多 60")


def test_an_empty_name_in_a_list_is_reported_once(tmp_path: Path) -> None:
    plan = PLAN + "issue:\n  mark: {organs: [某机关]}\n  issuers: ['']\n  date: 2020-09-06\n"

    assert faults(tmp_path, plan) == [f"{FILE} 第6行 issue.issuers[1]：不能是空的"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("words:\n  Bad Key: x\n", "第5行 words.Bad Key"), ("facts:\n  '': {}\n", "第5行 facts")],
    ids=["another form", "empty"],
)
def test_a_key_that_cannot_be_is_reported_at_its_line(
    text: str, place: str, tmp_path: Path
) -> None:
    first = faults(tmp_path, PLAN + text)[0]

    assert first.startswith(f"{FILE} {place}")
    assert "[key]" not in first


def test_an_unknown_key_in_the_dictionary_is_told_the_keys_there_are(tmp_path: Path) -> None:
    indicators = "rate:\n  name: 某率\n  unit: percent\n  bettr: lower\n  x: 1\n"

    assert faults(tmp_path, PLAN, indicators=indicators) == [
        "data/indicators.yaml 第4行 rate.bettr：不认识的键 bettr，是不是 better？",
        "data/indicators.yaml 第5行 rate.x：不认识的键 x；"
        "可用的键：name、unit、better、kind、of、parts、applies_if、levels、noun、aliases、may_exceed_whole、note",
    ]


def test_all_faults_of_a_file_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    plan = (
        "extra: 1\n"
        "targets:\n- indicator: Hotline\n  at_least: 很多\n"
        "issue:\n  date: 2020-09-31\n  mark: {}\n  issuers: [某机关]\n"
        "kind: plans\n"
        "title: 某方案\n"
        "more: 2\n"
    )

    sentences = faults(tmp_path, plan)

    lines = [int(sentence.split("第")[1].split("行")[0]) for sentence in sentences]
    assert lines == sorted(lines)
    assert {"extra", "targets[1].indicator", "targets[1].at_least", "issue.date"} <= {
        sentence.split(" ")[2].split("：")[0] for sentence in sentences
    }
    assert len(sentences) == 8  # the keys above, mark.organs, kind, level, more


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value below ``value``, the lists and mappings too."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for key, inner in items:
            yield from leaves(inner, (*path, key))


def replaced(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of ``value`` in which another value stands at ``path``."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


ODD = ["", "长" * 30_000, "￥ 什么", "-1", ["甲"], {"甲": "乙"}, None]
NOT_CHINESE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}|\['|\{'|\bNone\b|\[key\]|\[type=")


def sentences(source: Yaml, value: Any) -> list[str]:
    """What is said about a plan's values; nothing where they are accepted."""
    try:
        DocumentFacts.model_validate(value)
    except ValidationError as error:
        return [str(problem.sentence()) for problem in problems(error, DocumentFacts, source)]
    return []


def test_no_wrong_value_anywhere_in_a_plan_shows_the_program_inside() -> None:
    file = packaged_root() / "data/shancheng/plan-2020.yaml"
    source = read_yaml(file.read_text(encoding="utf-8"), "plan.yaml")
    paths = [path for path in leaves(source.value) if path and path[0] != "duties"]

    said = {
        sentence
        for path in paths
        for odd in ODD
        for sentence in sentences(source, replaced(source.value, path, odd))
    }

    assert len(said) > 500
    assert sorted(sentence for sentence in said if NOT_CHINESE.search(sentence)) == []
    assert [sentence for sentence in said if "\n" in sentence or len(sentence) > 400] == []
