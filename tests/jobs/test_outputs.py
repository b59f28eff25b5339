"""Files put in place together or not at all, and never over what a person has changed."""

import os
from pathlib import Path

import pytest

from plangen.errors import UsageError
from plangen.jobs.outputs import RECORD, Outputs, write_new

FIRST, SECOND = "x/a.docx", "x/b.txt"


def write(folder: Path, first: bytes = b"1", second: bytes = b"2", force: bool = False) -> None:
    """Write two files into a folder."""
    outputs = Outputs(folder, force)
    outputs.add(FIRST, first)
    outputs.add(SECOND, second)
    outputs.write()


def refused(folder: Path, first: bytes = b"3", second: bytes = b"4", force: bool = False) -> str:
    """The sentence by which two files are refused."""
    with pytest.raises(UsageError) as caught:
        write(folder, first, second, force)
    return str(caught.value)


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the record, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != RECORD
    }


def test_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    outputs = Outputs(tmp_path / "new/deep")

    path = outputs.add(FIRST, b"1")
    outputs.write()

    assert path == tmp_path / "new/deep" / FIRST
    assert path.read_bytes() == b"1"


def test_nothing_is_written_before_all_is_ready(tmp_path: Path) -> None:
    outputs = Outputs(tmp_path)

    outputs.add(FIRST, b"1")

    assert content(tmp_path) == {}


def test_no_other_file_stays_behind(tmp_path: Path) -> None:
    write(tmp_path)

    assert set(content(tmp_path)) == {FIRST, SECOND}
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD, "x"]


def test_a_written_file_can_be_read_by_others(tmp_path: Path) -> None:
    write(tmp_path)

    assert (tmp_path / FIRST).stat().st_mode & 0o777 == 0o644


def test_an_unchanged_file_is_overwritten(tmp_path: Path) -> None:
    write(tmp_path)

    write(tmp_path, b"3", b"4")

    assert content(tmp_path) == {FIRST: b"3", SECOND: b"4"}


def test_files_of_another_run_stay_on_the_record(tmp_path: Path) -> None:
    write(tmp_path)
    other = Outputs(tmp_path)
    other.add("y/c.txt", b"5")
    other.write()

    write(tmp_path, b"3", b"4")

    assert content(tmp_path) == {FIRST: b"3", SECOND: b"4", "y/c.txt": b"5"}


def test_a_changed_file_is_not_overwritten_and_neither_are_those_beside_it(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / SECOND).write_bytes(b"mine")

    sentence = refused(tmp_path)

    assert sentence == (
        f"{tmp_path / SECOND} 已被改动过，没有覆盖；要覆盖请加 --force，要另存请用 -o 换一个文件夹"
    )
    assert content(tmp_path) == {FIRST: b"1", SECOND: b"mine"}


def test_every_changed_file_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / FIRST).write_bytes(b"mine")
    (tmp_path / SECOND).write_bytes(b"mine too")

    assert len(refused(tmp_path).splitlines()) == 2


def test_a_file_that_plangen_never_wrote_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / FIRST).write_bytes(b"mine")

    refused(tmp_path)

    assert content(tmp_path) == {FIRST: b"mine"}


def test_a_file_that_is_already_what_would_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / FIRST).write_bytes(b"1")

    write(tmp_path)

    assert content(tmp_path) == {FIRST: b"1", SECOND: b"2"}


def test_a_changed_file_is_overwritten_by_force(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / SECOND).write_bytes(b"mine")

    write(tmp_path, b"3", b"4", force=True)
    write(tmp_path, b"5", b"6")

    assert content(tmp_path) == {FIRST: b"5", SECOND: b"6"}


@pytest.mark.parametrize(
    "record", [b"{", b"", b"[]", b"7", b"\xff\xfe", b'{"x/a.docx": 5}', b"[" * 100_000]
)
def test_a_broken_record_lets_new_files_be_written(record: bytes, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_bytes(record)

    write(tmp_path)
    write(tmp_path, b"3", b"4")

    assert content(tmp_path) == {FIRST: b"3", SECOND: b"4"}


@pytest.mark.parametrize("record", [b"{", b"[]", b"[" * 100_000])
def test_a_broken_record_protects_files_that_stand_there(record: bytes, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / RECORD).write_bytes(record)

    sentence = refused(tmp_path)

    assert "已被改动过" in sentence
    assert content(tmp_path) == {FIRST: b"1", SECOND: b"2"}


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    "blocked",
    [
        pytest.param(SECOND, id="the second file is a folder"),
        pytest.param(RECORD, id="the record is a folder"),
    ],
)
def test_a_folder_where_a_file_should_be_leaves_everything_as_it_was(
    blocked: str, force: bool, tmp_path: Path
) -> None:
    (tmp_path / blocked / "inside").mkdir(parents=True)

    sentence = refused(tmp_path, force=force)

    assert sentence.startswith(f"写不了 {tmp_path / blocked}：")
    assert content(tmp_path) == {}


@pytest.mark.parametrize("force", [False, True])
def test_a_file_where_a_folder_should_be_leaves_everything_as_it_was(
    force: bool, tmp_path: Path
) -> None:
    outputs = Outputs(tmp_path, force)
    (tmp_path / "y").write_bytes(b"mine")
    outputs.add("a.txt", b"1")
    outputs.add("y/b.txt", b"2")

    with pytest.raises(UsageError, match=r"^写不了 "):
        outputs.write()

    assert content(tmp_path) == {"y": b"mine"}


def test_a_disk_that_fills_up_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    opened = os.fdopen
    turns = iter([False, True])

    def full(descriptor: int, *arguments: object) -> object:
        if next(turns):
            os.close(descriptor)
            raise OSError(28, "No space left on device")
        return opened(descriptor, "wb")

    monkeypatch.setattr(os, "fdopen", full)

    sentence = refused(tmp_path)

    assert sentence.startswith("写不了 ")
    assert content(tmp_path) == {FIRST: b"1", SECOND: b"2"}


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_file_that_cannot_take_its_place_takes_the_others_back(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    record = (tmp_path / RECORD).read_bytes()
    replace, turn = os.replace, iter(range(1, 100))

    def fail(source: Path, target: Path) -> None:
        if next(turn) == failing:
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail)

    sentence = refused(tmp_path)

    assert sentence.startswith("写不了 ")
    assert content(tmp_path) == {FIRST: b"1", SECOND: b"2"}
    assert (tmp_path / RECORD).read_bytes() == record


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.write_bytes(b"mine")

    assert refused(folder).startswith(f"写不了 {folder}")
    assert folder.read_bytes() == b"mine"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder here that nobody may write to")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    assert refused(Path("/proc/plangen")).startswith("写不了 /proc/plangen")


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_new(tmp_path / "data/x/plan.yaml", b"1")

    assert content(tmp_path) == {"data/x/plan.yaml": b"1"}


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"mine")

    with pytest.raises(UsageError) as caught:
        write_new(path, b"1")

    assert str(caught.value) == f"{path} 已经有了，没有覆盖"
    assert content(tmp_path) == {"plan.yaml": b"mine"}


def test_a_new_file_is_not_written_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.symlink_to(tmp_path / "elsewhere.yaml")

    with pytest.raises(UsageError):
        write_new(path, b"1")

    assert not (tmp_path / "elsewhere.yaml").exists()
