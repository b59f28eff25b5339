"""The outline of documents: parts, headings, and what stands at the head and foot of a notice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.document.blocks import Block, Section
from plangen.document.elements import Document
from plangen.document.origins import OutlineNode, Part, PartKind, ReadDocument
from plangen.document.outline import numbered
from plangen.extract.outline import clause_at, outline, outlined, walk
from plangen.readers.reader import read_bytes
from tests.readers.seeds import SEEDS, read_seed
from tests.readers.test_nothing_is_lost import FIXTURES, RENDERED, ROOT, document, read_back

HAN = "一二三四五六七八九十"


def parts_of(text: str) -> tuple[Part, ...]:
    return outline(read_bytes(text.encode(), "a.txt"))


def labels(part: Part) -> list[str]:
    return [node.label for node in walk(part.nodes)]


def kinds(parts: tuple[Part, ...]) -> list[tuple[PartKind, str]]:
    return [(part.kind, part.label) for part in parts]


def named(names: object) -> list[str]:
    return [name.text for name in names]  # type: ignore[attr-defined]


def test_the_shancheng_notice_is_taken_apart() -> None:
    notice, plan, *annexes = outline(read_seed("2020-shancheng-plan"))

    assert (
        notice.title
        == "山城街道党工委 山城街道办事处关于印发《山城街道社会心理服务体系建设试点实施方案》的通知"
    )
    assert notice.number
    assert notice.number.text == "山城发〔2020〕79号"
    assert named(notice.issuers) == ["山城街道党工委", "山城街道办事处"]
    assert named(notice.recipients) == ["各管区", "村（居）", "各部门"]
    assert named(notice.signature) == ["中共山城街道工作委员会", "山城街道办事处"]
    assert notice.date
    assert notice.date.text == "2020年9月6日"
    assert (plan.kind, plan.title) == (
        PartKind.ISSUED,
        "山城街道社会心理服务体系建设试点实施方案",
    )
    assert named(plan.annexes) == [annex.title for annex in annexes]
    assert [(annex.label, annex.value) for annex in annexes] == [
        ("附件1", 1),
        ("附件2", 2),
        ("附件3", 3),
    ]


def test_the_shancheng_plan_has_its_headings() -> None:
    plan = outline(read_seed("2020-shancheng-plan"))[1]

    top = [(node.label, node.title) for node in plan.nodes]
    assert top == [
        ("一、", "指导思想"),
        ("二、", "工作目标"),
        ("三、", "主要任务"),
        ("四、", "组织实施"),
    ]
    networks, people = plan.nodes[2].nodes
    assert [node.label for node in networks.nodes] == [f"{n}." for n in range(1, 9)]
    assert [node.label for node in people.nodes] == [f"{n}." for n in range(1, 6)]
    assert networks.nodes[0].title == "搭建基层心理服务平台"
    assert networks.nodes[0].run_in
    assert [node.label for node in plan.nodes[3].nodes] == ["（一）", "（二）", "（三）"]


def test_the_national_scheme_is_taken_apart() -> None:
    notice, scheme, first, second = outline(read_seed("2018-national-scheme"))

    assert len(notice.signature) == 10
    assert notice.signature[1].text == "中央政法委"
    assert notice.recipients[-1].text == "残联"
    assert [node.label for node in scheme.nodes] == [f"{n}、" for n in HAN[:5]]
    items = [node.value for node in walk(scheme.nodes) if node.level == 2]
    assert items == list(range(1, 18))
    goals = scheme.nodes[1].nodes
    assert [(node.label, node.level) for node in goals] == [(f"{n}.", 3) for n in range(1, 5)]
    assert first.title == "全国社会心理服务体系建设试点申报要求"
    assert second.title == "全国社会心理服务体系建设试点实施方案编制提纲"


@pytest.mark.parametrize(("seed", "count"), [("2020-national-tasks", 13), ("2021-wuhan-tasks", 17)])
def test_items_are_counted_through_over_the_headings(seed: str, count: int) -> None:
    parts = outline(read_seed(seed))

    tasks = next(part for part in parts if part.nodes)
    assert [n.value for n in walk(tasks.nodes) if n.level == 2] == list(range(1, count + 1))


def test_the_number_may_stand_in_brackets_under_the_title() -> None:
    notice = outline(read_seed("2020-national-tasks"))[0]

    assert notice.number
    assert notice.number.text == "国卫办疾控函〔2020〕336号"
    assert len(notice.signature) == 9
    assert named(notice.issuers)[-1] == "中国残联办公厅"


@pytest.mark.parametrize("seed", SEEDS)
def test_every_name_stands_where_it_says(seed: str) -> None:
    read = read_seed(seed)

    for part in outline(read):
        names = [*part.issuers, *part.recipients, *part.signature, *part.annexes]
        names += [name for name in (part.number, part.date) if name]
        for name in names:
            assert squeezed(read.quote(name.span)) == squeezed(name.text)
        for node in walk(part.nodes):
            assert squeezed(read.quote(node.span)) == squeezed(node.label + node.title)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_passage_belongs_to_one_part(seed: str) -> None:
    read = outlined(read_seed(seed))

    assert read.parts[0].first == 0
    assert read.parts[-1].end_passage == len(read.passages)
    for part, following in zip(read.parts, read.parts[1:], strict=False):
        assert part.end_passage == following.first


def sections(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str, str]]:
    """Level, label and title of the sections that have a number."""
    for item in numbered(blocks):
        if isinstance(item.block, Section) and item.label:
            yield item.level, item.label, item.block.title


def expected(tree: Document) -> list[tuple[int, str, str]]:
    """The numbered sections of a document and all that belongs to it, in order."""
    found = list(sections(tree.blocks))
    annexes = tree.annexes
    if tree.enclosure:
        found += sections(tree.enclosure.blocks)
        annexes = (*tree.enclosure.annexes, *annexes)
    for annex in annexes:
        found += sections(annex.blocks)
    return found


def headings(read: ReadDocument) -> list[OutlineNode]:
    return [node for part in outline(read) for node in walk(part.nodes)]


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "txt"])
@pytest.mark.parametrize(("root", "name"), RENDERED)
def test_what_was_written_has_the_same_outline_when_read(root: Path, name: str, kind: str) -> None:
    wanted = expected(document(root, name))

    found = headings(read_back(root, name, kind))

    assert [(node.level, node.label) for node in found] == [(n[0], n[1]) for n in wanted]
    for node, (_, _, title) in zip(found, wanted, strict=True):
        assert not title or squeezed(node.title) == squeezed(title).rstrip("。！？；")


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "txt"])
@pytest.mark.parametrize(
    ("root", "name"), [(ROOT, "shancheng/plan-2020"), (FIXTURES, "yunxi/plan-2021")]
)
def test_the_parts_of_a_written_notice_are_found_in_every_format(
    root: Path, name: str, kind: str
) -> None:
    tree = document(root, name)

    parts = outline(read_back(root, name, kind))

    assert tree.enclosure
    annexes = [(PartKind.ANNEX, squeezed(a.title)) for a in tree.enclosure.annexes]
    found = [(part.kind, squeezed(part.title)) for part in parts]
    assert found[0] == (PartKind.NOTICE, squeezed(tree.title))
    assert found[1] == (PartKind.ISSUED, squeezed(tree.enclosure.title))
    assert [one for one in found if one[0] is PartKind.ANNEX] == annexes
    assert found[-1][0] is (PartKind.IMPRINT if tree.imprint else PartKind.ANNEX)
    assert tree.signature
    assert named(parts[0].signature) == list(tree.signature.organs)


JOINT = """东湖区教育局
东湖区卫生健康局文件
东湖区财政局

东教发〔2026〕33号

东湖区教育局
东湖区卫生健康局 东湖区财政局关于
做好近视防控工作的通知

各学校：

请认真执行。

东湖区教育局 东湖区卫生健康局 东湖区财政局
2026年3月3日
"""


def test_a_notice_of_three_organs_has_them_in_its_mark_and_in_its_title() -> None:
    (notice,) = parts_of(JOINT)

    organs = ["东湖区教育局", "东湖区卫生健康局", "东湖区财政局"]
    assert notice.title == f"{' '.join(organs)}关于做好近视防控工作的通知"
    assert named(notice.issuers) == organs
    assert named(notice.signature) == organs


def test_a_line_break_by_hand_between_two_organs_is_a_blank() -> None:
    html = (
        "<h1>某市教育局<br>某市财政局关于<br>做好资助工作的通知</h1><p>各学校：</p><p>请执行。</p>"
    )

    (notice,) = outline(read_bytes(html.encode(), "a.html"))

    assert notice.title == "某市教育局 某市财政局关于做好资助工作的通知"


def test_forms_nest_in_the_order_in_which_they_appear() -> None:
    (part,) = parts_of("1、总体要求\n（1）甲\n①子\n②丑\n（2）乙\n2、任务\n（1）丙\n")

    assert labels(part) == ["1、", "（1）", "①", "②", "（2）", "2、", "（1）"]
    assert [node.label for node in part.nodes] == ["1、", "2、"]
    assert [node.label for node in part.nodes[0].nodes] == ["（1）", "（2）"]


def test_chapters_hold_their_articles() -> None:
    (part,) = parts_of(
        "管理办法\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 附则\n第三条 丙。\n"
    )

    assert [node.label for node in part.nodes] == ["第一章", "第二章"]
    assert [node.label for node in part.nodes[0].nodes] == ["第一条", "第二条"]


def test_a_figure_at_the_head_of_a_line_is_no_item() -> None:
    (part,) = parts_of("一、目标\n1.建成率。\n1.5万元用于培训。\n2.100%学校设立。\n")

    assert labels(part) == ["一、", "1.", "2."]


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    (part,) = parts_of("目录\n一、目标……………3\n二、任务………5\n一、目标\n正文。\n二、任务\n正文。\n")

    assert [node.passage for node in part.nodes] == [3, 5]


def test_an_annex_may_stand_on_one_line_with_its_title() -> None:
    text = "实施方案\n一、目标\n按附件办理。\n附件1 任务清单\n1.甲\n附件2：责任分工表\n1.乙\n"

    plan, first, second = parts_of(text)

    assert (plan.kind, first.title, second.title) == (PartKind.ISSUED, "任务清单", "责任分工表")


def test_the_imprint_is_a_part_of_its_own() -> None:
    text = (
        "关于开会的通知\n各村：\n请参加。\n某街道办事处\n2021年3月1日\n"
        "抄送：区政府办公室。\n某街道办公室 2021年3月1日印发\n"
    )

    notice, imprint = parts_of(text)

    assert kinds((notice, imprint)) == [(PartKind.NOTICE, ""), (PartKind.IMPRINT, "")]
    assert imprint.end_passage - imprint.first == 2


def test_clauses_are_cited_as_people_do() -> None:
    seed = read_seed("2020-shancheng-plan")
    parts = outline(seed)

    offset = seed.text.index("60%以上。健全政府")

    assert clause_at(parts, offset) == "三（一）1"
    assert clause_at(parts, seed.text.index("80%社区")) == "附件3"
