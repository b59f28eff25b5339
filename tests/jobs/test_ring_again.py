"""What is extracted renders: the same words, and the same data when it is read again."""

import re
from pathlib import Path

import pytest

from plangen.cli.main import run
from plangen.compose.composer import Composer
from plangen.document.elements import Document
from plangen.jobs.extract import FileFacts, facts_of_document
from plangen.jobs.render import WRITERS, Renderer
from plangen.jobs.work import Setting, Work
from plangen.load.workspace import Workspace, packaged_root
from plangen.readers.reader import read_bytes
from plangen.writers.text import write_text
from tests.jobs.ringing import CASES, DOCUMENTS, FONTS, read_back


@pytest.mark.parametrize(("root", "name", "kind"), CASES)
def test_what_is_read_renders_and_is_read_again_as_it_was(root: Path, name: str, kind: str) -> None:
    """extract(read(write(compose(data)))) == data, for data that were extracted: all of them."""
    once = read_back(root, name, kind)

    document = again(once)
    ((_, content),) = WRITERS[kind](Work(document, Setting(), FONTS, root))
    twice = facts_of_document(read_bytes(content, f"某.{kind}"), Workspace.at(root))

    assert twice.made.data == once.made.data


def again(found: FileFacts) -> Document:
    """The document that extracted data make with the template that they name."""
    composer = Composer(Workspace.at(packaged_root()).folders("templates"))
    return composer.compose(found.facts, found.dictionary, "某.yaml")


@pytest.mark.parametrize(("root", "name"), DOCUMENTS, ids=[name for _, name in DOCUMENTS])
def test_what_is_read_says_the_same_as_the_document(root: Path, name: str) -> None:
    first, _ = Renderer(Workspace.at(root), fonts=FONTS).document(name)

    second = again(read_back(root, name, "txt"))

    assert "".join(write_text(second).split()) == "".join(write_text(first).split())


PLAN = """安和镇2021年森林防火工作方案

为做好2021年森林防火工作，制定本方案。

一、工作目标
到2021年底，森林火灾受害率控制在0.8‰以内，护林员巡护达标率达到95%以上。

二、工作措施
（一）加强宣传。各村每月至少开展1次防火宣传。
（二）加强巡护。
1.重点时段全天巡护。
2.配备护林员10名。

附件：1.安和镇森林防火领导小组成员名单
2.部门职责

安和镇人民政府
2021年3月5日

附件1

安和镇森林防火领导小组成员名单

组  长：王  强  镇长
副组长：李明华  副镇长
成  员：张  军  派出所所长
        赵  敏  林业站站长

领导小组办公室设在林业站，赵敏兼任办公室主任。

附件2

部门职责

1.派出所：负责查处火灾案件。
2.林业站：负责日常巡护，组织培训。
"""
INDICATORS = """
burnt: {name: 森林火灾受害率, unit: permille, better: lower}
patrol: {name: 护林员巡护达标率, unit: percent}
lectures: {name: 防火宣传次数, unit: frequency}
rangers: {name: 护林员数, unit: count, noun: 名}
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with indicators of its own, which commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    return tmp_path


def command(*arguments: str) -> int:
    """The exit code of a command."""
    return run(list(arguments))


def rendered(workspace: Path, name: str) -> str:
    """The text of a document that the command line renders."""
    assert command("render", name, "--to", "txt", "--to", "docx") == 0
    return (workspace / f"output/{name}.txt").read_text(encoding="utf-8")


def words(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def test_last_years_plan_is_this_years_data_in_one_command(workspace: Path) -> None:
    (workspace / "去年.txt").write_text(PLAN, encoding="utf-8")

    assert command("extract", "去年.txt", "-o", "data/anhe/plan.yaml") == 0

    assert words(rendered(workspace, "anhe/plan")) == words(PLAN)


def test_a_figure_that_is_changed_in_the_data_changes_in_the_text(workspace: Path) -> None:
    (workspace / "去年.txt").write_text(PLAN, encoding="utf-8")
    command("extract", "去年.txt", "-o", "data/anhe/plan.yaml")
    path = workspace / "data/anhe/plan.yaml"
    data = path.read_text(encoding="utf-8")

    for old, new in (
        ("at_least: 95%", "at_least: 98%"),
        ("at_most: 0.8‰", "at_most: 0.5‰"),
        ("at_least: 每月1次", "at_least: 每月2次"),
        ("name: 王强", "name: 欧阳强"),
        ("text: 负责日常巡护，组织培训。", "text: 负责日常巡护。"),
    ):
        assert old in data
        data = data.replace(old, new)
    path.write_text(data, encoding="utf-8")

    text = rendered(workspace, "anhe/plan")
    assert "受害率控制在0.5‰以内" in text
    assert "达标率达到98%以上" in text
    assert "每月至少开展2次防火宣传" in text
    assert "欧阳强" in text
    assert "2.林业站：负责日常巡护。" in text


def test_the_docx_of_a_rendered_plan_goes_round_again(workspace: Path) -> None:
    (workspace / "去年.txt").write_text(PLAN, encoding="utf-8")
    command("extract", "去年.txt", "-o", "data/anhe/plan.yaml")
    first = rendered(workspace, "anhe/plan")

    file = "output/anhe/plan.docx"
    assert command("extract", file, "-o", "data/anhe/again.yaml") == 0

    assert words(rendered(workspace, "anhe/again")) == words(first)


def test_organs_that_the_place_does_not_have_are_left_out_and_told(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The register of the place would refuse them; their words stay in the text."""
    (workspace / "data/anhe").mkdir()
    (workspace / "data/anhe/organs.yaml").write_text("organs: [{name: 林业站}]", encoding="utf-8")
    (workspace / "去年.txt").write_text(PLAN, encoding="utf-8")

    command("extract", "去年.txt", "-o", "data/anhe/plan.yaml")

    assert "“派出所”不在机关名录里，这条职责没有录入" in capsys.readouterr().err
    assert words(rendered(workspace, "anhe/plan")) == words(PLAN)


@pytest.mark.parametrize(
    "name",
    ["2018-national-scheme", "2020-national-tasks", "2020-shancheng-plan", "2021-wuhan-tasks"],
)
def test_the_seeds_render(
    name: str, tmp_path: Path, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every paragraph under a heading of a seed stands in what is rendered from it."""
    file = pytestconfig.rootpath.parent / f"shared/seeds/{name}.txt"
    if not file.is_file():
        pytest.skip(f"the seed document is not there: {file}")
    monkeypatch.chdir(tmp_path)

    assert command("extract", str(file), "-o", "data/x/plan.yaml") == 0

    text = plainly(rendered(tmp_path, "x/plan"))
    document = facts_of_document(read_bytes(file.read_bytes(), "某.txt"), PACKAGED).document
    under = [
        passage.text
        for part in document.parts
        for node in part.nodes
        for passage in document.passages[node.passage : node.end_passage]
    ]
    assert len(under) > 10
    assert [said for said in under if plainly(said) not in text] == []


PACKAGED = Workspace.at(packaged_root())


def plainly(text: str) -> str:
    """The words of a text: signs that the standard forms of numbers and lists change left out."""
    same = str.maketrans("(),:*", "（），：×")
    return re.sub(r"[\s；、，。：（）]", "", text.translate(same))
