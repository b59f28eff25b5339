"""Which file sets a role: true fonts first, the workspace's first, by what a font calls itself."""

from pathlib import Path

import pytest

from plangen.errors import InputError, UsageError
from plangen.fonts.choosing import SMALLEST_RENAMED
from plangen.fonts.roles import FontRole
from plangen.fonts.typefaces import TYPEFACES
from tests.fonts import made
from tests.fonts.machine import Machine

FANGSONG, KAITI, HEITI, SONGTI = (
    FontRole.FANGSONG,
    FontRole.KAITI,
    FontRole.HEITI,
    FontRole.SONGTI,
)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_true_font_of_the_system_comes_before_a_stand_in_of_the_workspace(
    machine: Machine,
) -> None:
    made.font(machine.own / "FandolFang-Regular.otf", "FandolFang R", "中")
    true = made.font(machine.system / "simfang.ttf", "FangSong", "中", chinese="仿宋")

    choice = machine.fonts().choice(FANGSONG)

    assert (choice.role, choice.true, choice.name, choice.path) == (FANGSONG, True, "仿宋", true)


@pytest.mark.parametrize("name", ["FangSong", "FandolFang R"])
def test_of_two_alike_the_one_of_the_workspace_is_taken(machine: Machine, name: str) -> None:
    made.font(machine.system / "x/FangSong.ttf", name, "中")
    own = made.font(machine.own / "FangSong.ttf", name, "中")

    assert machine.fonts().choice(FANGSONG).path == own


def test_stand_ins_come_in_their_order(machine: Machine) -> None:
    made.font(machine.system / "STKAITI.TTF", "STKaiti", "中", chinese="华文楷体")
    fandol = made.font(machine.system / "tex/FandolKai-Regular.otf", "FandolKai", "中", "cff")

    choice = machine.fonts().choice(KAITI)

    assert (choice.path, choice.true) == (fandol, False)


def test_a_font_under_the_file_name_of_another_is_what_it_calls_itself(machine: Machine) -> None:
    made.font(machine.system / "simfang.ttf", "Some Other Font", "中")
    stand_in = made.font(machine.system / "FandolFang-Regular.otf", "FandolFang R", "中")

    assert machine.fonts().choice(FANGSONG).path == stand_in


def test_regular_and_bold_of_one_family_are_told_apart_by_their_full_names(
    machine: Machine,
) -> None:
    # As Fandol does it: the same family, the same stated weight, here even the same file names.
    for folder, name in (("a", "FandolSong Bold"), ("b", "FandolSong")):
        file = machine.system / folder / "FandolSong-Regular.otf"
        made.font(file, name, "中", family="FandolSong", postscript=name.replace(" ", "-"))

    assert machine.fonts().choice(SONGTI).name == "FandolSong"


def test_a_true_font_is_known_under_any_file_name_in_the_workspace(machine: Machine) -> None:
    renamed = made.font(machine.own / "我的字体.ttf", "SimHei", "中", chinese="黑体")
    made.font(machine.system / "FandolHei-Regular.otf", "FandolHei", "中")

    choice = machine.fonts().choice(HEITI)

    assert (choice.path, choice.true) == (renamed, True)


def test_a_true_font_of_the_system_is_known_under_any_file_name_where_it_is_large(
    machine: Machine,
) -> None:
    renamed = made.font(machine.system / "h.ttf", "SimHei", "中")
    small = machine.fonts().choice
    with pytest.raises(UsageError):
        small(HEITI)
    with renamed.open("ab") as file:
        file.write(bytes(SMALLEST_RENAMED))

    assert machine.fonts().choice(HEITI).path == renamed


def test_of_a_collection_the_face_of_the_right_language_is_taken(machine: Machine) -> None:
    languages = [f"Noto Serif CJK {language} Bold" for language in ("JP", "KR", "SC", "TC")]
    file = machine.system / "NotoSerifCJK-Bold.ttc"
    made.collection(file, [made.built(name, "中") for name in languages])

    choice = machine.fonts().choice(FontRole.XIAOBIAOSONG)

    assert (choice.path, choice.face.index, choice.true) == (file, 2, False)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("NotoSerifSC-Bold.otf", "Noto Serif SC Bold"),
        ("NotoSerifSC_700Bold.ttf", "Noto Serif SC Bold"),
        ("SourceHanSerifCN-Bold.otf", "Source Han Serif CN Bold"),
        ("SourceHanSerifSC-SemiBold.otf", "Source Han Serif SC SemiBold"),
    ],
)
def test_a_serif_for_one_language_stands_in_for_the_title_face(
    machine: Machine, file: str, name: str
) -> None:
    path = made.font(machine.system / file, name, "中")

    assert machine.fonts().choice(FontRole.XIAOBIAOSONG).path == path


def test_a_variable_font_gives_each_role_its_weight(machine: Machine) -> None:
    file = machine.system / "NotoSerifSC-VF.ttf"
    made.font(file, "Noto Serif SC Thin", "中", family="Noto Serif SC", weight=200, heaviest=900)
    fonts = machine.fonts()

    faces = [fonts.choice(role).face for role in (FontRole.XIAOBIAOSONG, SONGTI)]

    assert [(face.path, face.weight) for face in faces] == [(file, 700), (file, 400)]


def test_a_font_that_must_not_be_embedded_is_passed_over_and_named(machine: Machine) -> None:
    forbidden = made.font(machine.system / "simkai.ttf", "KaiTi", "中", embedding=2)
    stand_in = made.font(machine.system / "FandolKai-Regular.otf", "FandolKai", "中")
    fonts = machine.fonts()

    assert fonts.choice(KAITI).path == stand_in
    assert [(refusal.path, str(refusal.reason)) for refusal in fonts.refusals] == [
        (forbidden, "字体不允许嵌入文件")
    ]


@pytest.mark.parametrize("content", [b"", b"<html>not found</html>", b"\0\1\0\0\0\x20" + bytes(6)])
def test_a_damaged_file_of_the_system_is_passed_over_and_named(
    machine: Machine, content: bytes
) -> None:
    stand_in = made.font(machine.system / "FandolKai-Regular.otf", "FandolKai", "中")
    damaged = machine.system / "simkai.ttf"
    damaged.write_bytes(content)
    fonts = machine.fonts()

    assert fonts.choice(KAITI).path == stand_in
    assert [(refusal.path, str(refusal.reason)) for refusal in fonts.refusals] == [
        (damaged, "不是字体文件，或者文件不完整")
    ]


def test_a_damaged_file_of_the_workspace_stops_the_run(machine: Machine) -> None:
    damaged = made.font(machine.own / "simkai.ttf", "KaiTi", "中文")
    damaged.write_bytes(damaged.read_bytes()[:-100])
    made.font(machine.system / "FandolKai-Regular.otf", "FandolKai", "中")

    with pytest.raises(InputError) as caught:
        machine.fonts().choice(KAITI)

    assert str(caught.value) == f"{damaged}：不是字体文件，或者文件不完整；请换一个完好的文件"


def test_a_damaged_file_of_the_workspace_that_nobody_asks_for_stops_nothing(
    machine: Machine,
) -> None:
    made.all_roles(machine.own)
    (machine.own / "notes.ttf").write_bytes(b"no font")

    assert all(machine.fonts().choice(role).true for role in FontRole)


def test_a_role_without_any_font_says_so_when_it_is_asked_for(machine: Machine) -> None:
    fonts = machine.fonts()

    with pytest.raises(UsageError) as caught:
        fonts.choice(FANGSONG)

    assert str(caught.value) == (
        "没有仿宋字体：找过仿宋、仿宋_GB2312、FandolFang R、华文仿宋、方正仿宋_GBK、方正仿宋简体、"
        "朱雀仿宋；请安装其中一种，或把字体文件放进工作区的 fonts 文件夹，再用 plangen fonts 查看"
    )


def test_without_the_system_only_the_folders_count(machine: Machine) -> None:
    fonts = made.fonts(machine.own)

    assert {fonts.choice(role).path.parent for role in FontRole} == {machine.own}


@pytest.mark.parametrize("role", FontRole)
def test_every_typeface_of_a_role_can_be_found_by_each_of_its_names(
    machine: Machine, role: FontRole
) -> None:
    for number, typeface in enumerate(TYPEFACES[role]):
        for place, name in enumerate(typeface.names):
            here = Machine(machine.folder / f"{number}-{place}")
            path = made.font(here.system / f"{name}.ttf", name, "中")

            choice = here.fonts().choice(role)

            assert (choice.path, choice.true) == (path, typeface.true)
