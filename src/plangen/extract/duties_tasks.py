"""Tasks (任务) out of numbered items or a table, with 牵头单位, 责任单位 and 完成时限."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plangen.document.origins import (
    OutlineNode,
    Part,
    PassageKind,
    ReadDocument,
    ReadTable,
    Span,
)
from plangen.errors import Message
from plangen.extract.duties_organs import and_others, listed_organs
from plangen.extract.groups_tables import cells, headings
from plangen.extract.groups_words import joined, unspaced

LEAD, SUPPORT, DUE = "lead", "support", "by"
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("牵头", "主办", "负责", "主责"), LEAD),
    **dict.fromkeys(("责任", "配合", "协办", "参加", "参与", "协同"), SUPPORT),
    **dict.fromkeys(("完成时限", "完成时间", "时限要求", "时限"), DUE),
}
_SPREAD = r"\s*"
_LABEL = re.compile(
    "|".join(
        f"(?P<k{position}>{_SPREAD.join(word)})"
        + ("" if kind == DUE else r"\s*(?:单\s*位|部\s*门|处\s*室)")
        + r"\s*[：:]"
        for position, (word, kind) in enumerate(_KINDS.items())
    )
)
_OPENS = re.compile(r"[（(〔]\s*$")
_TASK_TITLE = re.compile("任务|工作要点|清单|工作安排")
_TABLED = re.compile("分解表|分工表|一览表")
_LONE_LABEL = re.compile("[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]")
_HEADINGS: Mapping[str, re.Pattern[str]] = {
    LEAD: re.compile("牵头|主办|负责"),
    SUPPORT: re.compile("责任|配合|协办"),
    DUE: re.compile("时限|时间|期限"),
    "text": re.compile("措施|内容|要求"),
    "title": re.compile("任务|事项|项目|工作(?!职责|分工)"),
}


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task as printed; ``text`` without its title and without the organs behind it."""

    title: str
    span: Span
    part: str = ""
    text: str = ""
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    by: str = ""
    doubts: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who leads and who supports, until when; ``start`` is where that begins in its text."""

    start: int
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    by: str = ""
    doubts: tuple[Message, ...] = ()


def tasks(document: ReadDocument) -> tuple[FoundTask, ...]:
    """The tasks of a document in its order; the document has its parts.

    Numbered items are tasks where the part is called a list of tasks, or where they name the
    organs that answer for them. A table (任务分解表) adds what the text leaves out, or stands
    alone.
    """
    found: list[FoundTask] = []
    for part in document.parts:
        found += _in_part(document, part)
    tabled = [task for table in document.tables for task in _in_table(document, table)]
    if not found:
        return tuple(tabled)
    rows = {unspaced(task.title): task for task in tabled}
    return tuple(_completed(task, rows.get(unspaced(task.title))) for task in found)


def is_breakdown(title: str) -> bool:
    """Whether a title is that of a 任务分解表, which says again in a table what the text says."""
    return bool(_TABLED.search(title))


def _completed(task: FoundTask, row: FoundTask | None) -> FoundTask:
    if row is None:
        return task
    lead, support = task.lead or row.lead, task.support or row.support
    return replace(task, lead=lead, support=support, by=task.by or row.by)


def _in_part(document: ReadDocument, part: Part) -> Iterator[FoundTask]:
    if is_breakdown(part.title):
        return
    listed = bool(_TASK_TITLE.search(part.title))
    for node in part.nodes:
        below = [item for item in node.nodes if listed or _responsible_for(document, item)]
        if below:
            yield from (_task(document, item, node.title) for item in below)
        elif (listed and not node.nodes) or _responsible_for(document, node):
            yield _task(document, node, "")


def _responsible_for(document: ReadDocument, node: OutlineNode) -> Responsible | None:
    return responsible(_words(document, node)[0])


def _words(document: ReadDocument, node: OutlineNode) -> tuple[str, Span]:
    """What stands under a heading, behind the heading itself, and where."""
    passages = document.passages[node.passage : node.end_passage]
    kept = [passage for passage in passages if passage.kind is not PassageKind.CELL]
    texts = [passage.text for passage in kept]
    if texts:
        texts[0] = _behind_title(texts[0], node.title) if node.run_in else ""
    end = max([node.span.end, *(passage.end for passage in kept)])
    return "\n".join(filter(None, texts)), Span(node.span.start, end)


def _behind_title(text: str, title: str) -> str:
    """A paragraph without the heading that opens it; spaces of a scan count for nothing."""
    pattern = r"\s*".join(map(re.escape, unspaced(title)))
    match = re.search(pattern, text)
    return re.sub(r"^\s*[。：:]?\s*", "", text[match.end() :]) if match else text


def _task(document: ReadDocument, node: OutlineNode, part: str) -> FoundTask:
    text, span = _words(document, node)
    found = responsible(text)
    words = joined(text[: found.start] if found else text)
    task = FoundTask(joined(node.title), span, joined(part), words)
    if found is None:
        return task
    doubts = found.doubts
    if not found.lead:
        doubts = (*doubts, Message("“{title}”没有写牵头单位", title=task.title))
    return replace(task, lead=found.lead, support=found.support, by=found.by, doubts=doubts)


def responsible(text: str) -> Responsible | None:
    """The organs behind a task, （牵头单位：甲、乙 责任单位：丙）; None where there are none."""
    matches = list(_LABEL.finditer(text))
    if not matches:
        return None
    first = matches[0].start()
    opening = _OPENS.search(text[:first])
    found = Responsible(opening.start() if opening else first)
    last = _closing(text, found.start) if opening else len(text)
    matches = [match for match in matches if match.start() < last]
    ends = [match.start() for match in matches[1:]] + [last]
    for match, end in zip(matches, ends, strict=True):
        found = _with(found, _kind(match), text[match.end() : end])
    if rest := text[last:].strip("）)〕。；; \n"):
        message = Message("牵头单位、责任单位后面还有文字，没有录入：“{text}”", text=rest[:40])
        found = replace(found, doubts=(*found.doubts, message))
    return found


def _closing(text: str, start: int) -> int:
    """Where the bracket closes that opens at ``start``; the end where none does."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in "（(〔") - (text[index] in "）)〕")
        if depth == 0:
            return index
    return len(text)


def _kind(match: re.Match[str]) -> str:
    position = next(name for name, text in match.groupdict().items() if text is not None)
    return list(_KINDS.values())[int(position[1:])]


def _with(found: Responsible, kind: str, piece: str) -> Responsible:
    if kind == DUE:
        return replace(found, by=joined(piece).strip("。；;，,"))
    names, others = listed_organs(piece)
    doubts = (*found.doubts, and_others(names)) if others else found.doubts
    if kind == LEAD:
        return replace(found, lead=(*found.lead, *names), doubts=doubts)
    return replace(found, support=(*found.support, *names), doubts=doubts)


def _in_table(document: ReadDocument, table: ReadTable) -> Iterator[FoundTask]:
    grid = cells(document, table)
    columns = headings([cell.text for cell in grid[0]], _HEADINGS) if grid else {}
    if "title" not in columns or not {LEAD, SUPPORT, DUE, "text"} & columns.keys():
        return
    part = ""
    for row in grid[1:]:
        spans = [span for cell in row for span in cell.spans]
        texts = {kind: row[column].text for kind, column in columns.items()}
        whole = {unspaced(cell.text) for cell in row}
        if len(whole) == 1 or not texts["title"].strip():  # the heading of a part, across the row
            part = _LONE_LABEL.sub("", max(whole, key=len)) or part
            continue
        lead, more = listed_organs(texts.get(LEAD, ""))
        support, others = listed_organs(texts.get(SUPPORT, ""))
        doubts = (and_others(support if others else lead),) if more or others else ()
        yield FoundTask(
            title=joined(texts["title"]),
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
            part=part,
            text=joined(texts.get("text", "")),
            lead=lead,
            support=support,
            by=joined(texts.get(DUE, "")),
            doubts=doubts,
        )
