"""Whether two documents are of one kind, so that their differences are changes."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.changes.edition import Edition
from plangen.changes.tasks import matched_tasks
from plangen.errors import Message
from plangen.model.plans import DocumentFacts

KINDS = {
    "plan": Message("实施方案"),
    "notice": Message("通知"),
    "letter": Message("函"),
    "order": Message("命令"),
    "minutes": Message("纪要"),
}
LEVELS = {
    "national": Message("国家"),
    "province": Message("省级"),
    "city": Message("市级"),
    "district": Message("区县级"),
    "street": Message("乡镇、街道级"),
}


def reasons_against(old: Edition, new: Edition) -> Iterator[Message]:
    """Why the two do not belong together: another kind, another level, or nothing in common."""
    before, after = old.facts, new.facts
    if before.kind != after.kind:
        yield Message("文种不同（{old}，{new}）", old=KINDS[before.kind], new=KINDS[after.kind])
    if before.level != after.level:
        yield Message("层级不同（{old}，{new}）", old=LEVELS[before.level], new=LEVELS[after.level])
    if _has_substance(before, after) and not _share(old, new):
        yield Message("没有共同的指标或任务")


def _has_substance(old: DocumentFacts, new: DocumentFacts) -> bool:
    """Whether either has targets or tasks: letters and minutes need none to be compared."""
    return any((old.targets, old.tasks, new.targets, new.tasks))


def _share(old: Edition, new: Edition) -> bool:
    indicators = ({target.indicator for target in edition.facts.targets} for edition in (old, new))
    return bool(set.intersection(*indicators)) or bool(matched_tasks(old, new).pairs)
