"""The plan of 山城街道 against the document it is modelled on: its facts, in words of its own.

The seed and what a careful reader found in it lie beside the repository, in ``../shared``.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from plangen.document.blocks import Roster
from plangen.document.elements import Annex, Document
from plangen.document.outline import heading_text, numbered
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.quantity.bounds import Comparator
from plangen.quantity.grammar import parse_bound
from tests.compose.composing import figures

SEED = "2020-shancheng-plan"
LONGEST_COPY = 25  # characters
COMPARATORS = {">=": Comparator.AT_LEAST, "<=": Comparator.AT_MOST, "=": Comparator.EQUAL}
# Titles of documents and groups, and what is quoted: they are what they are.
QUOTED = [
    "山城街道社会心理服务体系建设试点实施方案",
    "加强社会心理服务体系建设，培育自尊自信、理性平和、积极向上的社会心态",
    "社会治安综合治理综治中心建设与管理规范",
    "中共中央、国务院关于加强和完善城乡社区治理的意见",
    "关于加快精神障碍社区康复服务的意见",
    "关于调整山城街道社会心理服务体系建设试点工作领导小组成员名单",
    "关于调整山城街道社会心理服务体系建设技术指导小组成员名单",
    "山城街道社会心理服务体系建设试点工作领导小组",
    "山城街道社会心理服务体系建设技术指导小组",
]


@dataclass(frozen=True)
class Pair:
    """The seed's text, the rows about it, and the document that plangen makes."""

    seed: str
    rows: tuple[dict[str, Any], ...]
    document: Document
    text: str

    @property
    def annexes(self) -> tuple[Annex, ...]:
        assert self.document.enclosure is not None
        return self.document.enclosure.annexes


@pytest.fixture(scope="module")
def pair(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    shared = pytestconfig.rootpath.parent / "shared"
    seed = shared / f"seeds/{SEED}.txt"
    targets = shared / "acceptance/targets.jsonl"
    if not (seed.is_file() and targets.is_file()):
        pytest.skip(f"the seed documents are not there: {shared}")
    rows = [json.loads(line) for line in targets.read_text(encoding="utf-8").splitlines()]
    folder = tmp_path_factory.mktemp("shancheng")
    renderer = Renderer(Workspace.at(folder))
    renderer.render("shancheng/plan-2020", ["txt"], Outputs(folder))
    return Pair(
        seed.read_text(encoding="utf-8"),
        tuple(row for row in rows if row["document"] == SEED),
        renderer.document("shancheng/plan-2020")[0],
        (folder / "shancheng/plan-2020.txt").read_text(encoding="utf-8"),
    )


def dense(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s", "", text)


def seed_headings(seed: str) -> list[str]:
    """The headings of the seed's plan in order, as printed: 一、… （一）… 1.… ."""
    lines = [dense(line) for line in seed[: seed.index("附件 1.")].splitlines()]
    heading = re.compile(
        r"[一二三四]、.{2,8}|（[一二三四五]）[^。]{4,16}(?:。|$)|[1-9]\.[^。]{4,24}。"
    )
    return [match[0].rstrip("。") for line in lines if (match := heading.match(line))]


def seed_members(annex: str) -> list[tuple[str, str, str]]:
    """The members of a roster in the seed: role, name, office."""
    found, role = [], ""
    line = re.compile(r"(?:(组 长|副组长|成 员)：)?(\S{2,3}|\S \S) (\S{3,})")
    for match in (line.fullmatch(text.strip()) for text in annex.splitlines()):
        if match:
            role = dense(match[1]) if match[1] else role
            found.append((role, dense(match[2]), match[3]))
    return found


def roster(annex: Annex) -> Iterator[tuple[str, str, str]]:
    """The members of a roster in the document: role, name, office."""
    for block in annex.blocks:
        for role in block.roles if isinstance(block, Roster) else ():
            for member in role.members:
                yield role.name, member.name, member.office


def test_the_number_the_issuers_and_the_date_are_the_seed_s(pair: Pair) -> None:
    lines = [dense(line) for line in pair.seed.splitlines()]
    head = [line for line in lines if line][:30]

    for fact in ("山城发〔2020〕79号", "中共山城街道工作委员会", "山城街道办事处", "2020年9月6日"):
        assert fact in head
        assert fact in pair.text
    assert "各管区、村（居），各部门：" in head
    assert "各管区、村（居），各部门：" in pair.text


def test_every_heading_stands_in_its_order(pair: Pair) -> None:
    assert pair.document.enclosure is not None
    expected = seed_headings(pair.seed)

    found = [heading_text(item).rstrip("。") for item in numbered(pair.document.enclosure.blocks)]

    assert len(expected) == 22
    assert [heading for heading in found if heading] == expected


def test_every_figure_stands_in_the_text_with_its_indicator(pair: Pair) -> None:
    found = figures(pair.document)

    for row in pair.rows:
        bounds = [
            parse_bound(figure.text)
            for figure in found
            if row["indicator"] in figure.target.split() and figure.part != "by"
        ]
        assert [bound for bound in bounds if bound.quantity.amount == row["value"]], row[
            "indicator"
        ]
        assert {bound.quantity.unit.value for bound in bounds} == {row["unit"]}
        if row["explicit"]:
            assert COMPARATORS[row["comparator"]] in {bound.comparator for bound in bounds}


def test_there_is_a_figure_for_every_figure_of_the_seed_and_no_other(pair: Pair) -> None:
    told = [name for figure in figures(pair.document) for name in figure.target.split()]

    assert len(pair.rows) == 13
    assert sorted(told) == sorted(row["indicator"] for row in pair.rows)


def test_deadlines_are_those_of_the_seed(pair: Pair) -> None:
    days = {row["by"] for row in pair.rows if row["by"]}

    assert days == {"2021-12-31"}
    assert "到2021年底" in pair.text


@pytest.mark.parametrize(("number", "size"), [(0, 22), (1, 8)])
def test_every_member_has_role_and_office(number: int, size: int, pair: Pair) -> None:
    starts = [match.start() for match in re.finditer(r"附件 [123]：?\n", pair.seed)]
    expected = seed_members(pair.seed[starts[number] : starts[number + 1]])

    found = list(roster(pair.annexes[number]))

    assert len(expected) == size
    assert found == expected


def test_the_office_of_the_leading_group_is_told(pair: Pair) -> None:
    annex = pair.text[pair.text.rindex("附件1\n") : pair.text.rindex("附件2\n")]
    below = annex[annex.index("孙学平") :]

    for word in ("综治中心", "邢德涛", "于学坤", "试点工作办公室"):
        assert word in below


def test_the_annexes_are_listed_as_they_are_called(pair: Pair) -> None:
    listed = re.findall(
        r"附件 ?(\d)\.(.*?)(?=附件|-\d)", dense(pair.seed[pair.seed.index("附件 1.") :])[:200]
    )

    assert [title for _, title in listed] == [annex.title for annex in pair.annexes]


def test_every_organ_with_duties_is_named_in_annex_3(pair: Pair) -> None:
    annex = dense(pair.seed[pair.seed.rindex("相关部门职责") :])
    subject = re.compile(
        r"(?:职责|[。])([^。，；]{2,16}?)(?:等部门)?(?:为社会心理|负责|在?根据行业|将心理)"
    )
    names = [name for match in subject.finditer(annex) for name in match[1].split("、")]
    printed = pair.text[pair.text.rindex("相关部门职责") :]

    assert len(set(names)) == 17
    assert [name for name in names if name not in printed] == []


def test_notice_plan_annexes_and_imprint_follow_each_other(pair: Pair) -> None:
    marks = [
        "\n山城发〔2020〕79号\n",
        "\n2020年9月6日\n",
        "\n一、指导思想\n",
        "\n四、组织实施\n",
        "\n附件：1. ",
        "\n附件1\n",
        "\n附件2\n",
        "\n附件3\n",
        "2020年9月6日印发\n",
    ]

    places = [pair.text.find(mark) for mark in marks]

    assert -1 not in places
    assert places == sorted(places)


def test_the_text_is_at_least_four_fifths_as_long(pair: Pair) -> None:
    ours, seed = (len(re.findall("[\u4e00-\u9fff]", text)) for text in (pair.text, pair.seed))

    assert ours >= 0.8 * seed


def copies(text: str, seed: str) -> list[str]:
    """The longest runs of a text that stand in the seed too, over the limit."""
    size = LONGEST_COPY + 1
    pieces = {seed[start : start + size] for start in range(len(seed) - size + 1)}
    runs: list[str] = []
    last = -1
    for start in range(len(text) - size + 1):
        if text[start : start + size] in pieces:
            if start == last + 1 and runs:
                runs[-1] += text[start + size - 1]
            else:
                runs.append(text[start : start + size])
            last = start
    return runs


def test_no_sentence_is_copied_from_the_seed(pair: Pair) -> None:
    seed = dense(pair.seed)
    lines = [dense(line) for line in pair.text.splitlines()]
    for title in [*QUOTED, *(f"{heading}。" for heading in seed_headings(pair.seed))]:
        lines = [part for line in lines for part in line.split(title)]

    assert {run for line in lines for run in copies(line, seed)} == set()


def test_a_copy_would_be_seen(pair: Pair) -> None:
    seed = dense(pair.seed)
    sentence = seed[seed.index("充分发挥综治信息系统") :][: LONGEST_COPY + 5]

    assert copies(f"各单位要{sentence}，努力工作。", seed) == [sentence]
    assert copies(sentence[:LONGEST_COPY], seed) == []
