"""Rosters in lines, in tables and in names one after another; groups by their names and offices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.origins import ReadDocument
from plangen.extract.groups import FoundGroup, groups
from plangen.extract.groups_lines import line_rosters
from plangen.extract.groups_words import Organs, name_and_rest, offices
from plangen.extract.outline import outlined
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.readers.reader import read_bytes

NOBODY = Dictionary({})
PLACE = Dictionary(
    {},
    (
        Organ(name="党工委", functions=("政法",)),
        Organ(name="办事处"),
        Organ(name="卫计岗", aliases=("卫健办",)),
        Organ(name="社区卫生服务中心"),
    ),
)


def members(text: str) -> list[str]:
    """The members of all rosters in a text: role, name, offices; rosters parted by a line."""
    found = []
    for roster in line_rosters(text, 0, len(text), ()):
        found += [" ".join((m.role, m.name, "+".join(m.offices))).strip() for m in roster.members]
        found.append("--")
    return found[:-1]


def read(text: str) -> ReadDocument:
    """A plain text as a document with its parts."""
    return outlined(read_bytes(text.encode(), "某.txt"))


def html(body: str) -> ReadDocument:
    """A page as a document with its parts."""
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return outlined(read_bytes(page.encode(), "某.html"))


def only_group(document: ReadDocument, dictionary: Dictionary = NOBODY) -> FoundGroup:
    """The one group of a document."""
    (found,) = groups(document, dictionary)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("组长：王瑞 办事处副主任", ["组长 王瑞 办事处副主任"]),
        ("组　长：王　瑞　　办事处副主任", ["组长 王瑞 办事处副主任"]),
        ("组 长：于 涛 民政岗主管", ["组长 于涛 民政岗主管"]),
        ("组长:\t张三\t党工委委员、政法委员", ["组长 张三 党工委委员+政法委员"]),
        (
            "组长：张三 区长\n副组长：李四 副区长\n      王五 局长",
            [
                "组长 张三 区长",
                "副组长 李四 副区长",
                "副组长 王五 局长",
            ],
        ),
        ("成员：张三、李四、欧阳景行", ["成员 张三", "成员 李四", "成员 欧阳景行"]),
        (
            "成员：张三（局长）、李四（派出所所长、一级警长）",
            [
                "成员 张三 局长",
                "成员 李四 派出所所长+一级警长",
            ],
        ),
        ("成员：张三 李四 王五 赵六", ["成员 张三", "成员 李四", "成员 王五", "成员 赵六"]),
        ("组长：党工委书记 张 三", ["组长 张三 党工委书记"]),
        ("组长：区长 欧阳 景行", ["组长 欧阳景行 区长"]),
        ("组长：欧阳 景行 区长", ["组长 欧阳景行 区长"]),
        ("组长：张三 街道党政综合\n办公室副主任", ["组长 张三 街道党政综合办公室副主任"]),
        (
            "组长：张三 某某街道办事处二级主任\n科员\n成员：李四 科长",
            [
                "组长 张三 某某街道办事处二级主任科员",
                "成员 李四 科长",
            ],
        ),
        (
            "组长：张三 局长、\n一级主任科员\n成员：李四 科长",
            [
                "组长 张三 局长+一级主任科员",
                "成员 李四 科长",
            ],
        ),
        ("组长：\n张三 区长\n成员：\n李四 局长", ["组长 张三 区长", "成员 李四 局长"]),
        ("组长：张三 区长\n- 12 -\n副组长：李四 局长", ["组长 张三 区长", "副组长 李四 局长"]),
        ("组长：买买提·艾合买提 乡长", ["组长 买买提·艾合买提 乡长"]),
        ("组长：顾𠮷安 副主任", ["组长 顾𠮷安 副主任"]),
        ("常务副组长：张三 副区长", ["常务副组长 张三 副区长"]),
        ("总指挥：张三 区长\n成员：李四 局长", ["总指挥 张三 区长", "成员 李四 局长"]),
        (
            "组长：张三 区长\n成员：李四 局长\n组长：王五 院长\n成员：赵六 医生",
            [
                "组长 张三 区长",
                "成员 李四 局长",
                "--",
                "组长 王五 院长",
                "成员 赵六 医生",
            ],
        ),
    ],
)
def test_a_roster_is_read_however_it_is_spaced(text: str, found: list[str]) -> None:
    assert members(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "成员：各有关部门主要负责人。",
        "成员单位：市教育局、市公安局。",
        "组长负责全面工作，成员各司其职。",
        "联系人：",
        "主任：办公室设在卫健局。",
        "工作要求：张三 局长",
    ],
)
def test_what_names_nobody_is_no_roster(text: str) -> None:
    assert members(text) == []


def test_a_sentence_ends_a_roster() -> None:
    text = "成员：孙学平 司法所所长\n\n领导小组办公室设在综治中心，张三兼任主任，\n李四 副主任"

    assert members(text) == ["成员 孙学平 司法所所长"]


NAMES = st.builds(
    "{}{}".format,
    st.sampled_from("王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"),
    st.text(
        st.sampled_from("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"), min_size=1, max_size=2
    ),
)
POSTS = st.sampled_from(
    ["区长", "党工委副书记", "派出所所长", "卫计岗主管", "副科级干部", "心理咨询师", "工会主席"]
)
SPACES = st.sampled_from([" ", "　", "\t", "  ", "　　"])


@given(
    st.lists(st.tuples(NAMES, st.lists(POSTS, min_size=1, max_size=2, unique=True)), min_size=1),
    st.data(),
)
def test_whoever_is_written_down_is_read(
    people: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    space = data.draw(SPACES)
    lines = [
        f"{name[0]}{space}{name[1]}" if len(name) == 2 and data.draw(st.booleans()) else name
        for name, _ in people
    ]
    text = "\n".join(
        f"{'成　员：' if not number else '　　　　'}{line}{space}{'、'.join(posts)}"
        for number, (line, (_, posts)) in enumerate(zip(lines, people, strict=True))
    )

    assert members(text) == [f"成员 {name} {'+'.join(posts)}" for name, posts in people]


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing_and_quotes_what_it_says(text: str) -> None:
    for roster in line_rosters(text, 0, len(text), ()):
        for member in roster.members:
            quote = "".join(text[member.span.start : member.span.end].split())
            assert set(member.name) <= set(quote)


@pytest.mark.parametrize(
    "text",
    [
        " " * 200_000 + "：",
        "成员：" + "张三、" * 20_000,
        "成立由" * 20_000 + "\n" + "成员：张三 局长\n",
        "办公室由张三、李四、" * 10_000 + "\n" + "成员：张三 局长\n",
        "成员：张三 局长\n李四 科长\n" * 5_000,
    ],
    ids=["blanks", "names", "sentences", "offices", "lines"],
)
def test_a_long_text_ends(text: str) -> None:
    document = read(f"附件1\n\n某小组成员名单\n\n{text}")

    groups(document, PLACE)


TITLE = "附件1\n\n某街道防汛工作领导小组成员名单\n\n"
ROSTER = "组长：张三 党工委书记\n成员：李四 卫健办主任\n王五 社区卫生服务中心护士长\n"


def test_a_group_is_called_by_the_title_of_its_annex() -> None:
    group = only_group(read(f"某方案\n\n一、要求\n略。\n\n附件：1. 名单\n\n{TITLE}{ROSTER}"))

    assert (group.id, group.name, group.adjusted) == ("leading", "某街道防汛工作领导小组", False)


def test_an_adjusted_list_says_so() -> None:
    text = f"附件1\n\n关于调整某街道心理服务技术指导小组成员名单\n\n{ROSTER}"

    group = only_group(read(text))

    assert (group.id, group.name, group.adjusted) == (
        "technical",
        "某街道心理服务技术指导小组",
        True,
    )


def test_a_group_is_called_by_the_sentence_that_sets_it_up() -> None:
    text = f"关于防汛工作的通知\n\n为加强领导，决定成立某镇防汛工作指挥部，名单如下：\n{ROSTER}"

    group = only_group(read(text))

    assert group.name == "某镇防汛工作指挥部"
    assert group.doubts == ()


def test_a_roster_without_any_name_is_told() -> None:
    group = only_group(read(f"会议安排\n\n{ROSTER}"))

    assert "没有找到这份名单是哪个小组的" in str(group.doubts[0])


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "领导小组办公室设在综治中心，张三兼任主任，李四兼任副主任。",
            ("综治中心", "张三", ("李四",)),
        ),
        (
            "领导小组下设办公室（设在卫健局），由张三同志兼任办公室主任，李四、王五任副主任。",
            ("卫健局", "张三", ("李四", "王五")),
        ),
        ("办公室设在区民政局，办公室主任由李四同志担任。", ("区民政局", "李四", ())),
        ("领导小组办公室设在综治中心。", None),
        ("办公室负责日常工作。", None),
    ],
)
def test_the_office_of_a_group(sentence: str, office: tuple[str, str, tuple[str, ...]]) -> None:
    group = only_group(read(f"{TITLE}{ROSTER}{sentence}\n"))

    found = group.office
    assert (found and (found.seat, found.director, found.deputies)) == office
    assert bool(group.doubts) is (sentence == "领导小组办公室设在综治中心。")


def test_an_office_whose_head_is_not_on_the_roster_is_doubtful() -> None:
    group = only_group(read(f"{TITLE}{ROSTER}办公室设在综治中心，赵六兼任主任。\n"))

    assert group.office
    assert [str(doubt) for doubt in group.office.doubts] == ["办公室的“赵六”不在名单里，请核对"]


TABLE = """<h1>某区工作专班人员名单</h1><table>
<tr><th>专班职务</th><th>姓 名</th><th>单位及职务</th><th>联系电话</th></tr>
<tr><td rowspan="1">组　长</td><td>王　瑞</td><td>副区长</td><td>1</td></tr>
<tr><td rowspan="2">成　员</td><td>李四</td><td>区民政局局长、党组书记</td><td>2</td></tr>
<tr><td>欧阳景行</td><td>区卫健局副局长</td><td>3</td></tr></table>"""


def test_a_roster_in_a_table_is_read_by_its_headings() -> None:
    group = only_group(html(TABLE))

    assert group.name == "某区工作专班"
    assert [(m.role, m.name, m.offices) for m in group.members] == [
        ("组长", "王瑞", ("副区长",)),
        ("成员", "李四", ("区民政局局长", "党组书记")),
        ("成员", "欧阳景行", ("区卫健局副局长",)),
    ]


def test_a_column_headed_as_offices_are_holds_roles_where_nothing_else_stands_in_it() -> None:
    rows = [
        ("组长", "王瑞", "副市长"),
        ("副组长", "李四", "市民政局局长"),
        ("", "赵六", "市财政局副局长"),
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "<tr><th>职务</th><th>姓名</th><th>单位及职务</th></tr>"

    group = only_group(html(f"<h1>市养老服务工作专班名单</h1><table>{head}{table}</table>"))

    assert [(m.role, m.name, m.offices, m.organ) for m in group.members] == [
        ("组长", "王瑞", ("副市长",), ""),
        ("副组长", "李四", ("市民政局局长",), "市民政局"),
        ("副组长", "赵六", ("市财政局副局长",), "市财政局"),
    ]


def test_a_roster_in_a_table_without_headings_is_read_by_what_its_columns_hold() -> None:
    rows = [("组长", "王瑞", "副区长"), ("成员", "李四", "民政局局长"), ("成员", "赵六", "所长")]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)

    group = only_group(html(f"<h1>防汛领导小组名单</h1><table>{body}</table>"))

    assert [(m.role, m.name) for m in group.members] == [(role, name) for role, name, _ in rows]


def test_a_table_of_something_else_is_no_roster() -> None:
    body = "<tr><th>省份</th><th>试点地区</th></tr><tr><td>湖北省</td><td>武汉市</td></tr>"

    assert groups(html(f"<h1>名单</h1><table>{body}</table>"), NOBODY) == ()


@pytest.mark.parametrize(
    ("posts", "organ"),
    [
        (("党工委委员", "办事处副主任"), "办事处"),
        (("党工委副书记", "政法委员"), "党工委"),
        (("卫健办主任",), "卫计岗"),
        (("社区卫生服务中心公卫办主任",), "社区卫生服务中心"),
        (("副科级干部",), ""),
        (("派出所所长",), ""),
    ],
)
def test_the_organ_behind_an_office_is_one_of_the_register(
    posts: tuple[str, ...], organ: str
) -> None:
    assert Organs(PLACE).of_offices(posts) == organ


@pytest.mark.parametrize(
    ("posts", "organ"),
    [
        (("派出所所长",), "派出所"),
        (("区民政局副局长",), "区民政局"),
        (("主任",), ""),
        (("干部",), ""),
    ],
)
def test_without_a_register_the_organ_is_what_stands_before_the_post(
    posts: tuple[str, ...], organ: str
) -> None:
    assert Organs(NOBODY).of_offices(posts) == organ


def test_offices_are_parted_outside_brackets_only() -> None:
    assert offices("局长（分管民政、卫健）、党组书记") == ("局长（分管民政、卫健）", "党组书记")


@pytest.mark.parametrize("tokens", [[], ["a"], ["王"], ["1", "2"], ["王瑞1"]])
def test_what_is_no_name_is_none(tokens: list[str]) -> None:
    assert name_and_rest(tokens) == (0, "")


def test_a_line_that_names_offices_and_not_people_is_told() -> None:
    group = only_group(read(f"{TITLE}组长：张三 党工委书记\n成员：李四、王五、各社区书记\n"))

    assert [member.name for member in group.members] == ["张三"]
    assert "“成员：李四、王五、各社区书记”没有录入名单，请核对" in map(str, group.doubts)
