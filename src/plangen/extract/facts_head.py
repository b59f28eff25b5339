"""The head of a document (发文要素): what it is, who issued it, when, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from plangen.document.origins import OutlineNode, PartKind, Passage, Span
from plangen.errors import Message
from plangen.extract.facts_forms import order_or_minutes
from plangen.extract.facts_frame import ISSUABLE, Frame, Value, mark_of
from plangen.extract.facts_issue import issue
from plangen.extract.facts_place import place
from plangen.extract.facts_signed import signed
from plangen.extract.facts_yaml import KeyPath
from plangen.extract.groups_words import joined, unspaced
from plangen.extract.outline import walk
from plangen.model.levels import Level
from plangen.quantity.grammar import find_deadlines

_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})年(?:度)?(?!-)")
_GOALS = re.compile("目标")
_NEAR = 8  # characters about a date in which a word says that it is a far one
_OUTLOOK = re.compile("展望|远景|远期|长远")
_CITED = re.compile(
    r"(?:根据|按照|依据|依照|遵照|参照|对照|贯彻|落实|执行)[^。；《》]{0,30}"
    r"((?:《[^《》]+》(?:[（(][^（）()]*[）)])?(?:[、，和及]|以及)?)+)"
)
_TITLED = re.compile(r"《([^《》]+)》(?:[（(]([^（）()]*?号)[）)])?")
_ANNUAL = re.compile("任务|要点|计划")
_PLAN = re.compile("(?:方案|计划|规划|预案|办法|细则)$")
_YEARLY = re.compile("(?:任务|要点)$")  # what a yearly notice issues
# The level of whoever issues, told by the word that its name has; the lowest first.
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("street", re.compile("街道|[镇乡](?:人民政府|党委|$)|镇|乡(?!村)|街办")),
    ("district", re.compile("[^市地]区(?!域)|县|旗")),
    ("city", re.compile("[^城]市|州|盟")),
    ("province", re.compile("省|自治区|(?:北京|天津|上海|重庆)市")),
    ("national", re.compile("国家|全国|中央|中共中央|国务院|^中国|部(?:办公厅)?$|总局")),
)


_SIGNERS: tuple[KeyPath, ...] = (
    ("issue", "issuers"),
    ("issue", "mark", "organs"),
    ("signed_by",),
)


def head(frame: Frame) -> tuple[Value, ...]:
    """The values of the document itself, without its targets, groups, duties and tasks."""
    issued = tuple(_issued(frame))
    kind = _kind(frame, {value.key: value.value for value in issued})
    title = frame.title or joined(
        frame.document.passages[0].text if frame.document.passages else ""
    )
    span = frame.main.title_span if frame.main else None
    if not frame.title and frame.document.passages:
        first = frame.document.passages[0]
        span = Span(first.start, first.end)
    untitled = None if frame.title else Message("没有找到标题，暂用第一段，请核对")
    shown = (title or "（无标题）")[:2000]
    retitled = {value.key[0] for value in issued}  # minutes have another title than their mark
    level, found = _level(frame, issued)
    signers = [name for value in issued if value.key in _SIGNERS for name in value.value]
    undecided = None if found else Message("看不出发文机关的层级，请核对")
    return (
        Value(("kind",), kind),
        Value(("level",), level, None, undecided),
        *(() if "title" in retitled else (Value(("title",), shown, span, untitled),)),
        *place(frame, level, signers),
        *issued,
        *_period(frame),
        *_basis(frame),
    )


def _issued(frame: Frame) -> Iterator[Value]:
    if frame.notice and (mark := mark_of(frame.document, frame.notice)):
        yield from order_or_minutes(frame, frame.notice, mark)
    elif frame.notice:
        yield from issue(frame, frame.notice)
    elif frame.main:
        yield from signed(frame, frame.main)


def _kind(frame: Frame, issue: Mapping[KeyPath, Any]) -> str:
    form = issue.get(("issue", "form"))
    if form in ("命令", "纪要"):
        return {"命令": "order", "纪要": "minutes"}[form]
    if frame.title.endswith(("的函", "复函", "函")):
        return "letter"
    if frame.notice is None or frame.main is None:
        return "plan"
    annexed = frame.main.kind is PartKind.ANNEX and not _PLAN.search(unspaced(frame.title))
    yearly = frame.main is not frame.notice and _YEARLY.search(unspaced(frame.title))
    alone = frame.main is frame.notice and not ISSUABLE.search(unspaced(frame.title))
    return "notice" if annexed or yearly or alone else "plan"


def _level(frame: Frame, issue: Iterable[Value]) -> tuple[Level, bool]:
    """The level of the organs that issued a document; of the place its title names."""
    names = [frame.title]
    for value in issue:
        if value.key in _SIGNERS:
            names = [*value.value, *names]
    for name in names:
        for level, pattern in _LEVELS:
            if pattern.search(f"　{name}" if level in ("district", "city") else name):
                return level, True
    return "street", False


def _period(frame: Frame) -> Iterator[Value]:
    """实施期: the year of a yearly task list; the date by which the goals are to be reached."""
    year = _YEAR.search(frame.title)
    if year and _ANNUAL.search(frame.title):
        doubt = Message("实施期按标题里的年份推定")
        yield Value(("starts",), f"{year[1]}-01-01", None, doubt)
        yield Value(("ends",), f"{year[1]}-12-31", None, doubt)
        return
    for node in walk(frame.main.nodes if frame.main else ()):
        dues = _dues(frame, node) if _GOALS.search(node.title) else []
        if dues:
            last = max(day for day, _ in dues)
            span = next(span for day, span in dues if day == last)
            doubt = Message("实施期结束按目标一节的最后一个期限推定")
            yield Value(("ends",), last.isoformat(), span, doubt)
            return


def _dues(frame: Frame, node: OutlineNode) -> list[tuple[date, Span]]:
    """The deadlines of a section, without those of a longer view (展望2035年)."""
    dues = []
    for passage in frame.document.passages[node.passage : node.end_passage]:
        said = passage.squeezed()
        for found in find_deadlines(said.text):
            before = said.text[: found.start].rpartition("。")[2]
            after = said.text[found.end : found.end + _NEAR].partition("。")[0]
            if not _OUTLOOK.search(f"{before[-_NEAR:]}　{after}"):
                day = found.deadline.last_day
                dues.append((day, said.span(found.start, found.end)))
    return dues


def _basis(frame: Frame) -> Iterator[Value]:
    """The documents that the text names as what it rests on, each once."""
    seen = {frame.title}  # what a notice issues it does not rest on
    count = 0
    for passage in _speaking(frame):
        said = passage.squeezed()
        for match in _CITED.finditer(said.text):
            for title in _TITLED.finditer(said.text, match.start(1), match.end(1)):
                if title[1] in seen:
                    continue
                seen.add(title[1])
                number = {"number": title[2]} if title[2] else {}
                span = said.span(*title.span())
                yield Value(("basis", count), {"title": title[1][:2000], **number}, span)
                count += 1


def _speaking(frame: Frame) -> Iterator[Passage]:
    """The paragraphs of the notice and of the main text."""
    for part in dict.fromkeys((frame.notice, frame.main)):
        if part is not None:
            yield from frame.passages(part)
