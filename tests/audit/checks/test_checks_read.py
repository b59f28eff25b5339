"""Documents that somebody else wrote: the checks see their words, clauses, pages and dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plangen.audit.checks.prose import Prose, prose_read
from plangen.audit.checks.run import cross_check
from plangen.audit.checks.subject import Subject
from plangen.document.origins import (
    Named,
    OutlineNode,
    Part,
    PartKind,
    Passage,
    PassageKind,
    ReadDocument,
    Span,
    Trace,
)
from plangen.errors import NOWHERE, Place
from plangen.findings import Finding
from tests.audit.checks.subjects import DICTIONARY, facts_of

NOTHING = Span(0, 0)
LINES = (
    "关于印发试点实施方案的通知",
    "附件：1.成员名单",
    "2.部门职责",
    "一、工作目标",
    "知晓率达到 65% 以上，名单见附件4。",
    "成员名单",
    "山城街道办事处2020年9月5日印发",
)


def read(lines: Sequence[str], page: int | None = 1) -> ReadDocument:
    """A file of lines, each a passage; the first one is its title."""
    passages, start = [], 0
    for number, line in enumerate(lines):
        kind = PassageKind.PARAGRAPH if number else PassageKind.TITLE
        end = start + len(line)
        passages.append(
            Passage(line, start, end, Trace.straight(start), number, kind=kind, page=page)
        )
        start = end + 1
    return ReadDocument("a.docx", "\n".join(lines), tuple(passages))


def parted() -> ReadDocument:
    """The file with its parts: a notice with one section, one annex, and the 版记."""
    node = OutlineNode(1, "一、", 1, "工作目标", 3, 5, NOTHING, NOTHING)
    notice = Part(
        PartKind.NOTICE,
        "关于印发试点实施方案的通知",
        0,
        5,
        NOTHING,
        number=Named("山城发〔2019〕79号", NOTHING),
        date=Named("2020年9月6日", NOTHING),
        annexes=(Named("1.成员名单", NOTHING), Named("2.部门职责", NOTHING)),
        nodes=(node,),
    )
    annex = Part(PartKind.ANNEX, "成员名单", 5, 6, NOTHING, label="附件 1", value=1)
    imprint = Part(PartKind.IMPRINT, "", 6, 7, NOTHING)
    return replace(read(LINES), parts=(notice, annex, imprint))


def found_in(prose: Prose) -> list[Finding]:
    targets = [{"indicator": "village_counseling_room_coverage", "at_least": "80%"}]
    facts = facts_of({"targets": targets})
    return list(cross_check(Subject("a.docx", facts, DICTIONARY, lambda _: NOWHERE, prose)))


def test_a_file_with_its_parts_is_seen_whole() -> None:
    prose = prose_read(parted())

    assert not prose.composed
    assert (prose.annexes, prose.most_annexes) == (("成员名单",), 2)
    assert (prose.year, prose.signed, prose.printed) == (2019, date(2020, 9, 6), date(2020, 9, 5))
    assert [(p.number, p.clause) for p in prose.passages] == [
        (2, ""),
        (3, ""),
        (4, "一"),
        (5, "一"),
        (6, "附件1"),
        (7, ""),
    ]


def test_every_check_of_the_text_works_on_it() -> None:
    found = [(f.code, str(f.message), f.place.key) for f in found_in(prose_read(parted()))]

    assert found == [
        (
            "X-FIG-01",
            "文中的“达到65%以上”不属于任何一个目标（“知晓率达到65%以上”）",
            "第1页 一",
        ),
        ("X-DAT-05", "发文字号的年份是 2019，成文日期在 2020 年", ""),
        ("X-DAT-06", "印发日期（2020年9月5日）早于成文日期（2020年9月6日）", ""),
        ("X-ANX-01", "文中提到“附件4”，文件只有 2 个附件", "第1页 一"),
        ("X-ANX-02", "附件说明列了 2 个附件，文件有 1 个", "第1页"),
    ]


def test_without_parts_and_pages_a_paragraph_has_its_number() -> None:
    found = found_in(prose_read(read(LINES, page=None)))

    assert found[0].place == Place("a.docx", 0, "第5段")


def test_a_file_may_list_annexes_that_were_not_published_with_it() -> None:
    found = found_in(prose_read(read(LINES[:3])))

    assert [(f.code, f.severity.value, str(f.message)) for f in found] == [
        ("X-ANX-02", "info", "附件说明列了 2 个附件，文件里没有")
    ]


def test_an_issued_plan_that_is_listed_is_the_annex() -> None:
    document = read(("关于印发试点实施方案的通知", "附件：试点实施方案", "试点实施方案"))
    notice = Part(PartKind.NOTICE, "关于印发试点实施方案的通知", 0, 2, NOTHING)
    issued = Part(PartKind.ISSUED, "试点实施方案", 2, 3, NOTHING)

    assert found_in(prose_read(replace(document, parts=(notice, issued)))) == []


def test_a_date_that_cannot_be_read_is_no_date() -> None:
    notice = Part(PartKind.NOTICE, "题", 0, 1, NOTHING, date=Named("2020年13月45日", NOTHING))

    assert prose_read(replace(read(("题",)), parts=(notice,))).signed is None
