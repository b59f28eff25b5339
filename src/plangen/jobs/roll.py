"""Roll: next year's data file, begun from the text of last year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plangen.errors import InputError, InvalidError, Message, Problem, UsageError
from plangen.findings import Finding
from plangen.jobs.outputs import Outputs, save
from plangen.jobs.shortfalls import shortfalls
from plangen.load.documents import Library, Loaded
from plangen.load.text_files import read_text_file
from plangen.load.workspace import Workspace
from plangen.load.yaml_edit import Change, Layout, NewKey, edited, layout
from plangen.load.yaml_text import Path as KeyPath
from plangen.rolling.document import CHECK, Around, Entry, rolled
from plangen.rolling.figures import Origin
from plangen.rolling.requirements import Upper
from plangen.rolling.years import (
    EARLIEST,
    LATEST,
    Move,
    own_year,
    renamed,
    title_from_year,
)

SUPERSEDES = "supersedes"
_NEIGHBOURS = ("implements", "ends", "starts", "template", "title")  # of a key that is added


@dataclass(frozen=True, slots=True)
class Rolled:
    """A new data file: its place, its id where it has one, and how many figures are of each origin.

    ``hides`` tells that a document of the same id came along with plangen and is hidden now;
    ``findings`` are the new targets that do not reach what is required above.
    """

    path: Path
    id: str
    carried: int
    from_above: int
    undecided: int
    hides: bool = False
    findings: tuple[Finding, ...] = ()


def roll(
    workspace: Workspace, name: str, year: int, output: Path | None = None, force: bool = False
) -> Rolled:
    """Write the data of a later year, by default beside the old document's.

    Raises UsageError for a document that is not there or has no year, for a year that does not
    follow, and for a file that is there: with ``force`` one that roll itself wrote and nobody has
    changed is written anew. Raises InputError where the old data, or those above, have faults.
    """
    library = Library(workspace)
    document_id = workspace.document_id(name)
    loaded = library.load(document_id)
    move = _move(document_id, loaded, year)
    new_id = renamed(document_id, move)
    path = output or workspace.root / "data" / f"{new_id}.yaml"
    old = workspace.document_file(document_id)
    _refuse_existing(path, old, force)
    hides = output is None and workspace.file(new_id) is not None and not path.exists()
    found = layout(read_text_file(old, loaded.file), loaded.file)
    entries = _entries(library, loaded, found, move, new_id)
    _write(path, _text(loaded, found, entries, move))
    rolled_id = new_id if output is None else _id_of(workspace, path)
    kinds = Counter(entry.origin for entry in entries if entry.path[0] == "targets")
    return Rolled(
        path,
        rolled_id,
        kinds[Origin.CARRIED],
        kinds[Origin.ABOVE],
        sum(entry.origin is Origin.UNDECIDED for entry in entries),
        hides,
        shortfalls(Library(workspace), rolled_id) if rolled_id else (),
    )


def _move(document_id: str, loaded: Loaded, year: int) -> Move:
    own = own_year(document_id, loaded.facts)
    if own is None:
        message = Message(
            "“{name}”的编号、日期和标题里都没有年份，不知道从哪一年推起", name=document_id
        )
        raise UsageError(Problem(message))
    if not EARLIEST <= year <= LATEST:
        message = Message(
            "年份 {year} 不对：应在 {first} 到 {last} 之间",
            year=str(year),
            first=str(EARLIEST),
            last=str(LATEST),
        )
        raise UsageError(Problem(message))
    if year <= own:
        message = Message(
            "“{name}”是 {own} 年的，--year 应晚于它，这里是 {year}",
            name=document_id,
            own=str(own),
            year=str(year),
        )
        raise UsageError(Problem(message))
    return Move(own, year - own, title_from_year(loaded.facts.title, own))


def _refuse_existing(path: Path, old: Path, force: bool) -> None:
    if path.suffix != ".yaml":
        raise UsageError(Problem(Message("{path}：数据文件的名称应以 .yaml 结尾", path=str(path))))
    if path.exists() and path.resolve() == old.resolve():
        message = Message("{path} 是原来的数据，不能覆盖；请用 -o 另写一个文件", path=str(path))
        raise UsageError(Problem(message))
    if not path.is_file():
        return
    if not force:
        message = Message(
            "{path} 已经有了，没有覆盖；要重新生成请加 --force，要另存请用 -o", path=str(path)
        )
        raise UsageError(Problem(message))
    if not Outputs(path.parent).wrote(path.name):
        message = Message(
            "{path} 有人改过或不是 plangen roll 写的，加 --force 也不覆盖；要另存请用 -o",
            path=str(path),
        )
        raise UsageError(Problem(message))


def _entries(
    library: Library, loaded: Loaded, found: Layout, move: Move, new_id: str
) -> tuple[Entry, ...]:
    sources = {path: found.source(path) for path in found.values}
    around = _above(library, loaded, {loaded.id, new_id}, move)
    try:
        return tuple(rolled(loaded.facts, loaded.dictionary, sources, around, move))
    except InvalidError as invalid:  # a date that leaves the calendar
        raise UsageError(Problem(invalid.message)) from None


def _above(library: Library, loaded: Loaded, own: set[str], move: Move) -> Around:
    """The documents above, followed upwards, each in the form that has superseded it."""
    uppers: dict[str, Upper] = {}
    latest: dict[str, str] = {}
    waiting = set(loaded.facts.implements)
    while waiting:
        latest |= _latest(library, waiting, own, move)
        names = sorted({latest[name] for name in waiting} - {*uppers, *own})
        uppers |= {name: Upper(name, library.load(name).facts) for name in names}
        waiting = {name for found in names for name in uppers[found].facts.implements}
        waiting -= latest.keys()
    successors = {name: later for name, later in latest.items() if name != later}
    return Around(loaded.id, tuple(uppers.values()), successors)


def _latest(library: Library, names: set[str], own: set[str], move: Move) -> dict[str, str]:
    """By which document each is superseded in the new year, to the end of the chain."""
    latest = {name: name for name in names}
    seen: set[str] = set()
    while following := set(latest.values()) - seen:
        seen |= following
        later = _superseding(library, following, own, move)
        latest = {name: later.get(last, last) for name, last in latest.items()}
    return latest


def _superseding(library: Library, names: set[str], own: set[str], move: Move) -> dict[str, str]:
    """The documents that supersede others, by those."""
    found: dict[str, str] = {}
    for name in names:
        for document_id in library.successors.of(name):
            if document_id in own:
                continue
            try:
                facts = library.load(document_id).facts
            except (InputError, UsageError):  # its faults are told by whoever uses it
                continue
            year = own_year(document_id, facts)
            if name in facts.supersedes and (year is None or year <= move.to):
                found[name] = document_id
    return found


def _text(loaded: Loaded, found: Layout, entries: tuple[Entry, ...], move: Move) -> str:
    """The old text with the entries written into it."""
    changes: dict[KeyPath, Change] = {}
    for entry in entries:
        before = changes.get(entry.path, Change())
        source = before.source if entry.source is None else entry.source
        changes[entry.path] = Change(source, (*before.remarks, entry.remark))
    text = edited(found, changes, tuple(_new_keys(loaded, found, move)))
    _confirm(found, text, loaded.file, changes)
    return text


def _new_keys(loaded: Loaded, found: Layout, move: Move) -> Iterator[NewKey]:
    """``supersedes``, where the old document superseded none."""
    if (SUPERSEDES,) in found.keys:
        return
    after = next(name for name in _NEIGHBOURS if (name,) in found.keys)
    remark = f"{CHECK}：取代的是{move.year}年的文件"
    yield NewKey(after, f"{SUPERSEDES}: [{loaded.id}]", remark)


def _confirm(found: Layout, text: str, file: str, changes: dict[KeyPath, Change]) -> None:
    """That what was not to change has not changed, however the file is laid out."""
    again = layout(text, file)
    new = {path: again.source(path) for path in again.values if path[:1] != (SUPERSEDES,)}
    for path in found.values:
        change = changes.get(path)
        expected = found.source(path) if change is None or change.source is None else change.source
        if path[:1] != (SUPERSEDES,) and new.pop(path, None) != expected:
            raise RuntimeError(f"{file}: {path} came out wrong")
    if new:
        raise RuntimeError(f"{file}: {sorted(map(str, new))} came out of nothing")


def _write(path: Path, text: str) -> None:
    save(path, text.encode(), force=True)  # whether it may be written has been asked


def _id_of(workspace: Workspace, path: Path) -> str:
    """The id of a file in the workspace's data; empty for one elsewhere."""
    try:
        return workspace.document_id(str(path))
    except UsageError:
        return ""
