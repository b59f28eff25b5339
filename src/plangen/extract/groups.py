"""Groups (领导小组、技术指导小组、专班): their names, members and offices out of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plangen.document.origins import OutlineNode, Part, PartKind, Passage, ReadDocument, Span
from plangen.errors import Message
from plangen.extract.groups_lines import FoundMember, FoundRoster, line_rosters
from plangen.extract.groups_office import FoundOffice, group_office, headless
from plangen.extract.groups_tables import table_roster
from plangen.extract.groups_words import Organs, unspaced
from plangen.model.dictionary import Dictionary

_KINDS = (
    "领导小组|领导组|工作专班|专班|指挥部|委员会|联席会议|技术指导小组|指导小组|技术指导组|专家组|"
    "专家库|协调小组|工作小组|工作组|小组"
)
_NAMED = re.compile(
    f"(?:{_KINDS})(?:组成)?(?:人员|成员)?(?:及[^，。；]{{1,12}})?(?:名单)?(?:的通知)?$"
)
_TITLE = re.compile(
    rf"^(?:附件[0-9０-９]*[：:．.、]?)?(?:关于)?(成立|组建|调整|设立|建立|明确|印发|公布)?(?:了)?(.*?(?:{_KINDS}))"
    r"(?:组成)?(?:人员|成员)?(?:及[^，。；]{1,12})?(?:名单)?(?:的通知)?$"
)
_SAID = re.compile(
    rf"(成立|组建|调整|设立|建立)(?:了)?(?:由[^，。；]{{2,40}}?的)?([^，。；：:《》（）]{{2,60}}?(?:{_KINDS}))"
)
_LEADING = re.compile("领导小组|领导组|指挥部|专班|委员会|联席会议")
_TECHNICAL = re.compile("技术|专家|指导")
LONGEST_TITLE = 80  # characters
LOOKED_BACK = 4  # passages before a roster that may name its group as a heading does
SEARCHED = 40  # passages before a roster whose sentences may name it


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """A group as the document has it; ``name_span`` is where it is named, if anywhere."""

    id: str
    name: str
    members: tuple[FoundMember, ...]
    span: Span
    adjusted: bool = False
    name_span: Span | None = None
    office: FoundOffice | None = None
    doubts: tuple[Message, ...] = ()


def groups(document: ReadDocument, dictionary: Dictionary) -> tuple[FoundGroup, ...]:
    """The groups of a document in its order.

    ``document`` has its parts (see :func:`plangen.extract.outline.outlined`); one without any is
    read as a single part.
    """
    organs = Organs(dictionary)
    found: list[FoundGroup] = []
    for part, rosters in _rosters(document):
        for position, roster in enumerate(rosters):
            end = rosters[position + 1].span.start if position + 1 < len(rosters) else part.span.end
            before = rosters[position - 1].span.end if position else part.span.start
            group = _group(document, part, roster, Span(before, end))
            found.append(_identified(_with_organs(group, organs), found))
    return tuple(found)


def whole(document: ReadDocument) -> Part:
    """A document without parts as one part."""
    span = Span(0, len(document.text))
    return Part(PartKind.NOTICE, "", 0, len(document.passages), span)


def _rosters(document: ReadDocument) -> Iterator[tuple[Part, list[FoundRoster]]]:
    tables = [(table, table_roster(document, table)) for table in document.tables]
    spans = tuple(
        Span(document.passages[table.passages[0]].start, document.passages[table.passages[-1]].end)
        for table, _ in tables
        if table.passages
    )
    for part in document.parts or (whole(document),):
        lines = line_rosters(document.text, part.span.start, part.span.end, spans)
        inside = (roster for _, roster in tables if roster and _holds(part.span, roster.span))
        rosters = sorted((*lines, *inside), key=lambda roster: roster.span.start)
        yield part, rosters


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _group(document: ReadDocument, part: Part, roster: FoundRoster, around: Span) -> FoundGroup:
    before = [p for p in document.passages if around.start <= p.start < roster.span.start]
    after = [p for p in document.passages if roster.span.end < p.end and p.start < around.end]
    group = FoundGroup("", "", roster.members, roster.span, doubts=roster.doubts)
    group = _named(group, document, part, before)
    near = (*after, *reversed(before))
    office = group_office(near, [member.name for member in roster.members])
    if office is None and (said := headless(near)):
        doubt = Message("办公室设在“{seat}”，没有写明主任是谁，办公室没有录入", seat=said[0])
        return replace(group, doubts=(*group.doubts, doubt))
    return replace(group, office=office)


def _named(
    group: FoundGroup, document: ReadDocument, part: Part, before: list[Passage]
) -> FoundGroup:
    for text, span in _candidates(document, part, before, group.span):
        if match := _TITLE.match(text):
            adjusted = match[1] == "调整"
            return replace(group, name=match[2], adjusted=adjusted, name_span=span)
    name = part.title or "领导小组"
    doubt = Message("没有找到这份名单是哪个小组的，暂称“{name}”", name=name)
    return replace(group, name=name[:200], doubts=(*group.doubts, doubt))


def _candidates(
    document: ReadDocument, part: Part, before: list[Passage], roster: Span
) -> Iterator[tuple[str, Span | None]]:
    """What may name a group, the nearest first: lines above, headings, the annex, the text."""
    close = [passage.squeezed() for passage in reversed(before[-LOOKED_BACK:])]
    for passage in close:
        if len(passage.text) > LONGEST_TITLE or not _NAMED.search(passage.text):
            continue
        if unspaced(part.title).endswith(passage.text):  # a line of a title that takes several
            yield unspaced(part.title), part.title_span
        yield passage.text, passage.span(0, len(passage.text))
    for node in reversed(list(_above(part.nodes, roster))):
        yield unspaced(node.title), node.span
    yield unspaced(part.title), part.title_span
    for passage in (p.squeezed() for p in reversed(before[-SEARCHED:])):
        if match := _SAID.search(passage.text):
            yield match[0], passage.span(*match.span())


def _above(nodes: tuple[OutlineNode, ...], span: Span) -> Iterator[OutlineNode]:
    for node in nodes:
        if _holds(node.body, span):
            yield node
            yield from _above(node.nodes, span)


def _with_organs(group: FoundGroup, organs: Organs) -> FoundGroup:
    members = tuple(
        member
        if member.organ and not organs.registered
        else replace(member, organ=organs.of_offices((*member.offices, member.organ)))
        for member in group.members
    )
    return replace(group, members=members)


def _identified(group: FoundGroup, found: list[FoundGroup]) -> FoundGroup:
    """The group with the id that templates call it by, or a number where that is taken."""
    taken = {other.id for other in found}
    if _LEADING.search(group.name) and "leading" not in taken:
        return replace(group, id="leading")
    if _TECHNICAL.search(group.name) and "technical" not in taken:
        return replace(group, id="technical")
    return replace(group, id=f"group_{len(found) + 1}")
