"""Duties by organ, tasks with lead and supporting organs: out of text and tables."""

import pytest

from plangen.document.origins import ReadDocument
from plangen.extract.duties import duties
from plangen.extract.duties_organs import listed_organs, opening_organs
from plangen.extract.duties_tasks import responsible, tasks
from plangen.extract.groups_words import Organs
from plangen.extract.outline import outlined
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.readers.reader import read_bytes

NOBODY = Dictionary({})
PLACE = Dictionary(
    {}, tuple(Organ(name=name) for name in ("卫计岗", "团委", "妇联", "学区", "工会"))
)


def read(text: str) -> ReadDocument:
    """A plain text as a document with its parts."""
    return outlined(read_bytes(text.encode(), "某.txt"))


def html(body: str) -> ReadDocument:
    """A page as a document with its parts."""
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return outlined(read_bytes(page.encode(), "某.html"))


@pytest.mark.parametrize(
    ("text", "organs", "rest"),
    [
        ("财政所负责保障经费。", ("财政所",), "负责保障经费。"),
        ("卫计岗、综治中心为牵头部门，要协调。", ("卫计岗", "综治中心"), "为牵头部门，要协调。"),
        ("派出所、司法所等部门负责完善。", ("派出所", "司法所"), "等部门负责完善。"),
        ("区委宣传部和区文旅局负责宣传。", ("区委宣传部", "区文旅局"), "负责宣传。"),
        ("区卫生健康局：负责统筹。", ("区卫生健康局",), "负责统筹。"),
        ("工会根据行业特点建立机制。", ("工会",), "根据行业特点建立机制。"),
        ("政协委员联络室负责考评。", ("政协委员联络室",), "负责考评。"),
        ("党建工作办公室在新时代文明实践站开课。", ("党建工作办公室",), "在新时代文明实践站开课。"),
        (
            "街道总工会、团工委、街道妇联分别负责活动。",
            ("街道总工会", "团工委", "街道妇联"),
            "分别负责活动。",
        ),
        ("残联负责建立机制，对残疾人服务。", ("残联",), "负责建立机制，对残疾人服务。"),
    ],
)
def test_organs_stand_before_what_they_do(text: str, organs: tuple[str, ...], rest: str) -> None:
    found = opening_organs(text, Organs(NOBODY))

    assert found
    assert (found.organs, text[found.end :]) == (organs, rest)


@pytest.mark.parametrize("text", ["为保障工作，制定本职责。", "加强宣传。", "", "负责人应当到岗。"])
def test_a_sentence_that_names_no_organ_first_has_none(text: str) -> None:
    assert opening_organs(text, Organs(NOBODY)) is None


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        ("市民政局、市教育局，团市委等", ("市民政局", "市教育局", "团市委"), True),
        ("市总工会 市卫生健康委", ("市总工会", "市卫生健康委"), False),
        (
            "各区人民政府<含开发区、风景区管委会，下同>",
            ("各区人民政府<含开发区、风景区管委会，下同>",),
            False,
        ),
        ("市人力资源社\n会保障局", ("市人力资源社", "会保障局"), False),
        ("市委党校（武汉行政学院）、各区", ("市委党校（武汉行政学院）", "各区"), False),
        ("", (), False),
    ],
)
def test_a_list_of_organs(text: str, names: tuple[str, ...], others: bool) -> None:
    assert listed_organs(text) == (names, others)


@pytest.mark.parametrize(
    "text",
    ["局委" * 5000, "某某局、" * 5000, "某" * 100_000, "（" * 5000 + "局负责", "局，" * 5000],
)
def test_a_text_that_only_looks_like_organs_ends(text: str) -> None:

    for _ in range(20):
        opening_organs(text, Organs(NOBODY))
        responsible(text)
        listed_organs(text)


ANNEX = """附件3

相关部门职责

卫计岗负责统筹。做好宣传。
团委、妇联等部门负责青少年和妇女的心理服务，
组织活动。
各部门要加强配合。
工会根据行业特点建立机制。
"""


@pytest.mark.parametrize("dictionary", [NOBODY, PLACE], ids=["no register", "register"])
def test_duties_of_an_annex(dictionary: Dictionary) -> None:
    found = duties(
        read(f"某方案\n\n一、要求\n略。\n\n附件：3. 相关部门职责\n\n{ANNEX}"), dictionary
    )

    assert [(duty.organs, duty.text) for duty in found] == [
        (("卫计岗",), "负责统筹。做好宣传。"),
        (("团委", "妇联"), "等部门负责青少年和妇女的心理服务，组织活动。"),
        (("工会",), "根据行业特点建立机制。"),
    ]
    assert [str(doubt) for duty in found for doubt in duty.doubts] == [
        "“团委、妇联”后面还有“等”，没有写明的部门没有录入"
    ]


def test_duties_of_a_part_of_the_text() -> None:
    text = (
        "某方案\n一、工作目标\n略。\n二、职责分工\n1.区民政局负责救助。\n2.区财政局：保障经费。\n"
        "三、保障\n区公安局负责治安。"
    )

    found = duties(read(text), NOBODY)

    assert [(duty.organs, duty.text) for duty in found] == [
        (("区民政局",), "负责救助。"),
        (("区财政局",), "保障经费。"),
    ]


def test_duties_in_a_table() -> None:
    body = (
        "<h1>部门职责分工</h1><table><tr><th>序号</th><th>责任部门</th><th>工作职责</th></tr>"
        "<tr><td>1</td><td>民政局、残联</td><td>负责救助。</td></tr>"
        "<tr><td>2</td><td>财政局</td><td>保障经费。</td></tr></table>"
    )

    found = duties(html(body), NOBODY)

    assert [(duty.organs, duty.text) for duty in found] == [
        (("民政局", "残联"), "负责救助。"),
        (("财政局",), "保障经费。"),
    ]


def test_an_organ_that_the_register_lacks_is_doubtful() -> None:
    (first, *_) = duties(read("附件3\n\n部门职责\n\n民政局负责救助。\n卫计岗负责统筹。\n"), PLACE)

    assert "不在机关名录里" in str(first.doubts[0])


@pytest.mark.parametrize(
    ("text", "lead", "support", "by"),
    [
        (
            "做好。（牵头单位：甲局、乙委 责任单位：丙办，各区）",
            ("甲局", "乙委"),
            ("丙办", "各区"),
            "",
        ),
        ("做好。（牵头单位：甲局；责任单位：丙办）", ("甲局",), ("丙办",), ""),
        ("做好（牵头单位：甲局 乙卫健委 责任单位：丙办）", ("甲局", "乙卫健委"), ("丙办",), ""),
        ("做好。（责任单位：丙办）", (), ("丙办",), ""),
        (
            "做好。\n牵头部门：甲局\n配合部门：丙办\n完成时限：2021年底前",
            ("甲局",),
            ("丙办",),
            "2021年底前",
        ),
        ("做好。（责\n任单位：丙办）", (), ("丙办",), ""),
        (
            "做好。（牵头单位：甲局<含乙局、丁局> 责任单位：丙办）",
            ("甲局<含乙局、丁局>",),
            ("丙办",),
            "",
        ),
    ],
)
def test_who_leads_and_who_supports(
    text: str, lead: tuple[str, ...], support: tuple[str, ...], by: str
) -> None:
    found = responsible(text)

    assert found
    assert (found.lead, found.support, found.by) == (lead, support, by)
    assert text[: found.start].strip().rstrip("。") == "做好"


def test_text_behind_the_organs_is_told_and_taken_for_none() -> None:
    found = responsible("做好。（牵头单位：甲局）还要做好宣传、培训。")

    assert found
    assert found.lead == ("甲局",)
    assert "还要做好宣传" in str(found.doubts[0])


def test_no_organs_are_made_of_prose() -> None:
    assert responsible("各责任单位要抓好落实，牵头单位要加强协调。") is None


LISTED = """某市2021年重点工作任务

一、夯实基础
（一）搭建平台。建好服务站。（牵头单位：市民政局 责任单位：团市委，各区）
（二）提升能力。开展培训。（牵头单位：市卫健委）
二、强化保障
（三）落实经费。市、区要保障经费。
"""


def test_tasks_of_a_list_with_their_parts() -> None:
    found = tasks(read(LISTED))

    assert [(task.part, task.title, task.text, task.lead, task.support) for task in found] == [
        ("夯实基础", "搭建平台", "建好服务站。", ("市民政局",), ("团市委", "各区")),
        ("夯实基础", "提升能力", "开展培训。", ("市卫健委",), ()),
        ("强化保障", "落实经费", "市、区要保障经费。", (), ()),
    ]


def test_the_parts_of_a_plan_are_no_tasks() -> None:
    text = (
        "某街道工作方案\n一、工作目标\n做好。\n二、主要工作\n（一）宣传。做好宣传。\n"
        "（二）培训。做好培训。"
    )

    assert tasks(read(text)) == ()


def test_items_of_a_plan_that_name_their_organs_are_tasks() -> None:
    text = (
        "某区工作方案\n一、主要工作\n（一）宣传。做好宣传。（牵头单位：区文旅局）\n"
        "（二）要求。从严。"
    )

    assert [(task.title, task.lead) for task in tasks(read(text))] == [("宣传", ("区文旅局",))]


BREAKDOWN = """<h1>重点任务分解表</h1><table>
<tr><th>序号</th><th>重点任务</th><th>具体措施</th><th>牵头单位</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td colspan="6">一、夯实基础</td></tr>
<tr><td>1</td><td>搭建平台</td><td>建好服务站。</td><td>市民政局</td><td>团市委、各区</td><td>2021年底前</td></tr>
<tr><td>2</td><td>提升能力</td><td></td><td>市卫健委</td><td></td><td></td></tr></table>"""


def test_tasks_in_a_table() -> None:
    found = tasks(html(BREAKDOWN))

    assert [(t.part, t.title, t.text, t.lead, t.support, t.by) for t in found] == [
        ("夯实基础", "搭建平台", "建好服务站。", ("市民政局",), ("团市委", "各区"), "2021年底前"),
        ("夯实基础", "提升能力", "", ("市卫健委",), (), ""),
    ]


def test_what_all_are_to_do_is_no_duty_of_the_organ_before() -> None:
    html = "<p>附件</p><p>部门职责</p><p>派出所：负责查案。</p><p>各社区：负责巡查。</p>"
    document = outlined(read_bytes(html.encode(), "某.html"))

    found = duties(document, Dictionary({}))

    assert [(duty.organs, duty.text) for duty in found] == [(("派出所",), "负责查案。")]


def test_a_table_of_duties_is_no_table_of_tasks() -> None:
    rows = "<tr><td>责任单位</td><td>工作职责</td></tr><tr><td>民政办</td><td>牵头建设。</td></tr>"
    html = f"<p>某方案</p><p>一、责任分工</p><table>{rows}</table>"
    document = outlined(read_bytes(html.encode(), "某.html"))

    assert [duty.organs for duty in duties(document, Dictionary({}))] == [("民政办",)]
    assert tasks(document) == ()
