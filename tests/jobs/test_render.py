"""From data to files: the right ones, whole, and every figure with the target that owns it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plangen.errors import InputError, UsageError
from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import WRITERS, Renderer
from plangen.jobs.work import Setting
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.quantity.grammar import parse_bound, parse_deadline, parse_quantity
from plangen.sheet.geometry import PROFILES
from tests.compose.composing import figures
from tests.fonts import made
from tests.load.workspaces import workspace

FONTS = Fonts.found([])  # those that are installed; `make fonts` sees to it
FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
DOCUMENTS = ["shancheng/plan-2020", "yunxi/plan-2021"]
READERS: dict[str, Callable[[str], object]] = {
    "bound": parse_bound,
    "value": parse_quantity,
    "by": parse_deadline,
}


def with_a_lender(folder: Path) -> Fonts:
    """Fonts for every role, of which only that of 楷体 has 𠮷."""
    made.all_roles(folder, "通知")
    file, english, chinese = made.TRUE_FONTS[FontRole.KAITI]
    made.font(folder / file, english, "通知𠮷。", chinese=chinese)
    return Fonts.found([folder], system=False)


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_format_is_written_under_the_id(document_id: str, tmp_path: Path) -> None:
    place = Workspace.at(FIXTURES)
    kinds = [kind for kind in WRITERS if kind != "png"]

    rendered = Renderer(place, fonts=FONTS).render(document_id, kinds, Outputs(tmp_path))

    assert rendered.files == tuple(tmp_path / f"{document_id}.{kind}" for kind in kinds)
    assert all(path.stat().st_size > 1000 for path in rendered.files)
    assert rendered.files[0].read_bytes().startswith(b"PK")
    assert rendered.files[1].read_bytes().startswith(b"%PDF-1.7")


def test_page_images_are_numbered_from_1(tmp_path: Path) -> None:
    place = Workspace.at(FIXTURES)

    rendered = Renderer(place, Setting(dpi=30), FONTS).render(
        DOCUMENTS[1], ["png"], Outputs(tmp_path)
    )

    assert [path.name for path in rendered.files[:2]] == ["plan-2021-01.png", "plan-2021-02.png"]
    assert len(rendered.files) % 2 == 0  # the 版记 ends an even page
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in rendered.files)


def test_a_tree_in_its_text_form_is_rendered_as_its_data_is(tmp_path: Path) -> None:
    place = Workspace.at(FIXTURES)
    written = Renderer(place).render(DOCUMENTS[1], ["xml", "docx"], Outputs(tmp_path / "a"))

    again = Renderer(place).render(str(written.files[0]), ["docx"], Outputs(tmp_path / "b"))

    assert again.files == (tmp_path / "b/plan-2021.docx",)
    assert again.files[0].read_bytes() == written.files[1].read_bytes()


def test_a_tree_that_is_none_is_refused_with_its_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<document>\n<titel>通知</titel></document>", encoding="utf-8")

    with pytest.raises(InputError) as refusal:
        Renderer(Workspace.at(tmp_path)).render(str(path), ["txt"], Outputs(tmp_path / "b"))

    assert str(refusal.value).startswith(f"{path} 第2行")
    assert not (tmp_path / "b").exists()


def test_what_another_font_had_to_give_is_told_once(tmp_path: Path) -> None:
    place = Workspace.at(tmp_path)
    names = [tmp_path / "a.xml", tmp_path / "b.xml"]
    for name in names:
        name.write_text("<document><title>通知</title><p>𠮷。</p></document>", encoding="utf-8")
    renderer = Renderer(place, fonts=with_a_lender(tmp_path / "fonts"))

    told = [
        [finding.message for finding in rendered.findings if finding.code == "font-fallback"]
        for rendered in (
            renderer.render(str(name), ["pdf"], Outputs(tmp_path / "out")) for name in names
        )
    ]

    assert [str(message) for message in told[0]] == ["仿宋的字体没有“𠮷”（U+20BB7），用了 楷体"]
    assert told[1] == []


def test_a_format_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    rendered = Renderer(Workspace.at(FIXTURES)).render(
        DOCUMENTS[1], ["txt", "txt"], Outputs(tmp_path)
    )

    assert rendered.files == (tmp_path / "yunxi/plan-2021.txt",)


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_data_makes_the_same_bytes(kind: str, tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        renderer = Renderer(Workspace.at(FIXTURES), Setting(dpi=30), FONTS)
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
