"""Which font files there are, within bounds, and whether they are whole."""

import os
import sys
from pathlib import Path

import pytest

from plangen.fonts import files
from plangen.fonts.files import FontFiles, whole_faces
from plangen.fonts.typefaces import key
from tests.fonts import made


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_files_are_found_whatever_their_case_and_folder(tmp_path: Path) -> None:
    wanted = [touch(tmp_path / "SIMFANG.TTF"), touch(tmp_path / "a/b/Sim Fang.ttf")]
    touch(tmp_path / "simfang.txt")

    assert FontFiles([tmp_path]).named(key("simfang")) == wanted


def test_files_of_earlier_folders_come_first(tmp_path: Path) -> None:
    wanted = [touch(tmp_path / folder / "x.ttf") for folder in ("second", "first")]

    assert FontFiles([tmp_path / "second", tmp_path / "first"]).named("x") == wanted


def test_folders_that_are_absent_or_closed_hold_nothing(tmp_path: Path) -> None:
    touch(tmp_path / "file")

    assert FontFiles([tmp_path / "none", tmp_path / "file"]).named("x") == []


def test_links_that_lead_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    wanted = touch(tmp_path / "a/x.ttf")
    os.symlink(tmp_path, tmp_path / "a/again")

    assert FontFiles([tmp_path]).named("x") == [wanted]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_and_a_folder_are_no_font_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.ttf")
    (tmp_path / "x.otf").mkdir()

    assert FontFiles([tmp_path]).named("x") == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are text")
def test_a_file_whose_name_is_no_text_is_passed_over(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.ttf")).write_bytes(b"x")
    wanted = touch(tmp_path / "x.ttf")

    assert list(FontFiles([tmp_path]).others(frozenset(), 0, 9)) == [wanted]


def test_folders_below_a_depth_are_not_looked_at(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * files.DEEPEST)
    wanted = touch(deep / "x.ttf")
    touch(deep / "d/x.ttf")

    assert FontFiles([tmp_path]).named("x") == [wanted]


@pytest.mark.parametrize(("bound", "found"), [("MOST_FILES", 3), ("MOST_ENTRIES", 3)])
def test_the_number_of_files_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, found: int
) -> None:
    monkeypatch.setattr(files, bound, 3)
    for number in range(5):
        touch(tmp_path / f"{number}.ttf")

    there = FontFiles([tmp_path])

    assert sum(len(there.named(str(number))) for number in range(5)) == found


def test_other_files_are_those_of_a_size_and_no_known_name(tmp_path: Path) -> None:
    large = [tmp_path / f"{name}.ttf" for name in "abc"]
    for path in (*large, tmp_path / "known.ttf"):
        path.write_bytes(bytes(100))
    touch(tmp_path / "small.ttf")
    there = FontFiles([tmp_path])

    assert list(there.others(frozenset({"known"}), 100, 9)) == large
    assert list(there.others(frozenset({"known"}), 100, 2)) == large[:2]


def test_a_whole_font_has_one_face_and_a_collection_its_number(tmp_path: Path) -> None:
    font = made.font(tmp_path / "x.ttf", "Test", "中", "cff")
    both = made.collection(tmp_path / "x.ttc", [made.built("One", "中"), made.built("Two", "中")])

    assert (whole_faces(font), whole_faces(both)) == (1, 2)


def test_no_part_of_a_font_is_taken_for_a_whole_one(tmp_path: Path) -> None:
    whole = made.font(tmp_path / "x.ttf", "Test", "中").read_bytes()
    lengths = {*range(0, 300, 7), *range(300, len(whole) - 4, 101), len(whole) - 4}
    part = tmp_path / "part.ttf"

    for length in lengths:
        part.write_bytes(whole[:length])
        assert whole_faces(part) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n" + bytes(100),
        b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(200),
        b"ttcf\0\1\0\0\0\0\0\1\xff\xff\xff\xff",
        b"\0\1\0\0\xff\xff" + bytes(1000),
    ],
)
def test_what_is_no_font_has_no_faces(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(content)

    assert whole_faces(path) == 0


def test_a_file_that_is_not_there_has_no_faces(tmp_path: Path) -> None:
    assert whole_faces(tmp_path / "x.ttf") == 0
