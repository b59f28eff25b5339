"""From data to files: the right ones, whole, and every figure with the target that owns it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plangen.errors import InputError, UsageError
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import WRITERS, Renderer, Setting
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.quantity.grammar import parse_bound, parse_deadline, parse_quantity
from plangen.sheet.geometry import PROFILES
from tests.compose.composing import figures
from tests.load.workspaces import workspace

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
DOCUMENTS = ["shancheng/plan-2020", "yunxi/plan-2021"]
READERS: dict[str, Callable[[str], object]] = {
    "bound": parse_bound,
    "value": parse_quantity,
    "by": parse_deadline,
}


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_format_is_written_under_the_id(document_id: str, tmp_path: Path) -> None:
    rendered = Renderer(Workspace.at(FIXTURES)).render(document_id, WRITERS, Outputs(tmp_path))

    assert rendered.files == tuple(tmp_path / f"{document_id}.{kind}" for kind in WRITERS)
    assert all(path.stat().st_size > 1000 for path in rendered.files)
    assert rendered.files[0].read_bytes().startswith(b"PK")


def test_a_format_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    rendered = Renderer(Workspace.at(FIXTURES)).render(
        DOCUMENTS[1], ["txt", "txt"], Outputs(tmp_path)
    )

    assert rendered.files == (tmp_path / "yunxi/plan-2021.txt",)


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_data_makes_the_same_bytes(kind: str, tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        renderer = Renderer(Workspace.at(FIXTURES))
        rendered = renderer.render(DOCUMENTS[1], [kind], Outputs(tmp_path / name))
        written.append(rendered.files[0].read_bytes())

    assert written[0] == written[1]


def test_the_profile_and_the_seals_change_the_docx(tmp_path: Path) -> None:
    settings = [Setting(), Setting(PROFILES["nominal"]), Setting(outline_seals=True)]
    place = Workspace.at(FIXTURES)

    written = {
        Renderer(place, setting)
        .render(DOCUMENTS[0], ["docx"], Outputs(tmp_path / str(number)))
        .files[0]
        .read_bytes()
        for number, setting in enumerate(settings)
    }

    assert len(written) == 3


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_figure_of_a_document_carries_a_target_that_exists(document_id: str) -> None:
    place = Workspace.at(FIXTURES)
    facts = Library(place).load(document_id).facts
    targets = {target.indicator: target for target in facts.targets}

    found = figures(Renderer(place).document(document_id)[0])

    assert len(found) >= 10
    for figure in found:
        read = READERS[figure.part](figure.text)
        for indicator in figure.target.split():
            target = targets[indicator]
            values = {
                "bound": target.bound,
                "value": target.bound.quantity,
                "by": target.deadline,
            }
            assert read == values[figure.part]


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_target_of_the_data_stands_in_the_document(document_id: str) -> None:
    place = Workspace.at(FIXTURES)
    targets = {target.indicator for target in Library(place).load(document_id).facts.targets}

    found = figures(Renderer(place).document(document_id)[0])

    assert targets == {name for figure in found for name in figure.target.split()}


def test_a_template_of_the_workspace_changes_one_paragraph(tmp_path: Path) -> None:
    override = (
        '{% extends "plangen:plan/street.xml.j2" %}\n'
        "{% block inspection %}<p>督导的办法另行规定。</p>{% endblock %}\n"
    )
    place = workspace(tmp_path, {"templates/plan/street.xml.j2": override})

    Renderer(Workspace.at(FIXTURES)).render(DOCUMENTS[0], ["txt"], Outputs(tmp_path / "before"))
    Renderer(place).render(DOCUMENTS[0], ["txt"], Outputs(tmp_path / "after"))

    before, after = (
        (tmp_path / name / f"{DOCUMENTS[0]}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("before", "after")
    )
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert [new for _, new in changed] == ["（三）强化督导评估。督导的办法另行规定。"]


def test_nothing_is_written_where_the_data_is_wrong(tmp_path: Path) -> None:
    place = workspace(tmp_path, {"data/x/plan.yaml": "kind: plan\n"})

    with pytest.raises(InputError):
        Renderer(place).render("x/plan", WRITERS, Outputs(tmp_path / "out"))

    assert not (tmp_path / "out").exists()


def test_nothing_is_written_where_one_format_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("broken writer")

    monkeypatch.setitem(WRITERS, "txt", fail)

    with pytest.raises(RuntimeError):
        Renderer(Workspace.at(FIXTURES)).render(DOCUMENTS[1], ["xml", "txt"], Outputs(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_an_unknown_document_cannot_be_rendered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有文件“x/plan”"):
        Renderer(Workspace.at(tmp_path)).render("x/plan", ["txt"], Outputs(tmp_path))
