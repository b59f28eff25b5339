"""Changes as plain text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plangen.errors import Message
from plangen.model.change import Comparison
from plangen.report.change_rows import Part, Row, parts
from plangen.report.change_words import KINDS, basis_words, kind_words


def change_text(comparison: Comparison, translate: Callable[[str], str] = str) -> str:
    """Groups of rows, what asks less than before first; ``translate`` is a gettext function."""
    lines = [line.translated(translate) for line in _lines(comparison)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(comparison: Comparison) -> Iterator[Message]:
    old, new = comparison.old, comparison.new
    yield Message("比较：{old} → {new}", old=old.title, new=new.title)
    yield basis_words(comparison)
    if not comparison.kinds:
        yield Message("没有变化。")
    for part in parts(comparison):
        yield Message("")
        yield Message("{title}：{counts}", title=part.title, counts=part.counts())
        yield from _groups(part)


def _groups(part: Part) -> Iterator[Message]:
    for kind, rows in part.groups():
        yield Message("【{kind}】", kind=KINDS[kind])
        for row in rows:
            yield from _row(row)


def _row(row: Row) -> Iterator[Message]:
    item = row.item
    if row.line:
        yield Message("  {item}：{line}", item=item, line=row.line)
    elif row.plain:
        yield Message("  {item}", item=item)
    elif len(row.kinds) > 1:
        change = kind_words(row.kinds)
        yield Message(
            "  {item}：{old} → {new}（{change}）",
            item=item,
            old=row.old,
            new=row.new,
            change=change,
        )
    else:
        yield Message("  {item}：{old} → {new}", item=item, old=row.old, new=row.new)
    for note in row.notes:
        yield Message("    {note}", note=note)
