"""Plans that nobody wrote, in the shape in which a plan is extracted: text and facts in one file.

Every target stands in a sentence, every roster, duty and table in its place, so that the document
shows all that the data hold.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from plangen.document.outline import section_label
from tests.jobs.generated_targets import STATED, call_of, statements

SURNAMES = [*"王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹", "欧阳", "诸葛", "司马"]
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
ROLES = ["组长", "常务副组长", "副组长", "成员"]
POSTS = ["主任", "副主任", "所长", "负责人", "书记", "教导员", "主管", "科长", "二级主任科员"]
ENDINGS = ["办公室", "局", "所", "中心", "委", "学校", "卫生院", "执法队", "综合服务中心"]
PREFIXES = [first + second for first in "东西南北清" for second in "溪安云山平阳"]
GROUPS = ["心理服务工作领导小组", "心理服务技术指导小组", "心理服务宣传工作专班"]
DOINGS = [
    "负责编列经费并监督使用",
    "负责组织培训，安排演练",
    "牵头做好宣传",
    "承担随访和业务培训；配合督导",
    "协助开展排查，及时报送情况",
]
# As long as paragraphs are: whether the lines of a plain text are broken is told by their width.
SENTENCES = [
    "各单位要加强领导，落实责任，把这项工作列入议事日程，主要负责人亲自过问，分管负责人具体抓落实，"
    "确保事事有人管、件件有着落。",
    "健全工作机制，形成工作合力；定期会商，及时解决推进中的问题，重要情况随时报告，不得迟报、漏报，"
    "需要上级协调的逐级提出。",
    "坚持预防为主，突出重点，注重实效，把服务送到居民身边，使有需要的人员就近得到帮助，"
    "对行动不便的老年人和残疾人上门服务。",
    "畅通群众反映诉求的渠道，及时化解矛盾，对反映集中的问题要查清原因，逐件办理，逐件答复，"
    "办理结果在公开栏里公布，接受监督。",
    "做好信息报送（含图片、视频），好的经验和做法要及时总结推广，并在辖区内广泛宣传，扩大影响，"
    "让更多居民了解和支持这项工作。",
]
PURPOSE = (
    "为做好全街道心理服务工作，提高居民心理健康水平，预防和减少矛盾纠纷，维护社会和谐稳定，"
    "推动基层治理水平不断提升，结合我街道实际，在广泛听取居民和各方面意见的基础上，制定本方案。"
)
NOTICE = (
    "现将《清水街道心理服务工作实施方案》印发给你们，请结合本单位实际，明确责任，细化措施，"
    "认真抓好落实，工作中的问题和建议及时报告街道办公室，由办公室汇总研究。"
)
SENTENCES = [f"{said}各项工作都要有记录、有台账，资料齐全，便于查考。" for said in SENTENCES]
HEADINGS = ["搭建服务平台", "加强队伍建设", "做好宣传引导", "完善“三级”网络", "抓好试点（示范）"]

people = st.builds(
    "{}{}".format,
    st.sampled_from(SURNAMES),
    st.text(st.sampled_from(GIVEN), min_size=1, max_size=2),
)


def flag(draw: st.DrawFn) -> bool:
    """Yes or no."""
    answer: bool = draw(st.booleans())
    return answer


def member(draw: st.DrawFn, role: str, name: str, organs: Sequence[str]) -> dict[str, Any]:
    """A person with an office, or two, in organs of the place."""
    organ = draw(st.sampled_from(organs))
    offices = draw(st.lists(st.sampled_from(POSTS), min_size=1, max_size=2, unique=True))
    return {"role": role, "name": name, "offices": [f"{organ}{post}" for post in offices]}


@st.composite
def rosters(draw: st.DrawFn, organs: Sequence[str]) -> list[dict[str, Any]]:
    """One group, or several, of people who are all different."""
    count = draw(st.integers(1, 3))
    sizes = [
        [draw(st.integers(1, 2)), *(draw(st.integers(0, 2)) for _ in ROLES[2:]), 1]
        for _ in range(count)
    ]
    total = sum(map(sum, sizes))
    names = iter(draw(st.lists(people, min_size=total, max_size=total, unique=True)))
    ids = ["leading", "technical", "group_3"]
    return [
        {
            "id": identifier,
            "name": f"清水街道{title}",
            **({"adjusted": "true"} if flag(draw) else {}),
            "members": [
                member(draw, role, next(names), organs)
                for role, size in zip(["组长", *ROLES[1:3], "成员"], sizes_of, strict=True)
                for _ in range(size)
            ],
        }
        for identifier, title, sizes_of in zip(ids, GROUPS, sizes, strict=False)
    ]


@st.composite
def duties(draw: st.DrawFn, organs: Sequence[str], figures: Sequence[str]) -> list[dict[str, Any]]:
    """Duties of one organ, or several, in one sentence or more; some repeat a figure."""
    lists = st.lists(st.sampled_from(organs), min_size=1, max_size=3, unique=True)
    chosen = draw(st.lists(lists, min_size=1, max_size=4, unique_by=lambda one: one[0]))
    made = []
    for names in chosen:
        doings = draw(st.lists(st.sampled_from(DOINGS), min_size=1, max_size=3, unique=True))
        more = [draw(st.sampled_from(figures))] if figures and flag(draw) else []
        made.append({"organs": names, "text": "".join(f"{said}。" for said in (*doings, *more))})
    return made


local_facts = st.dictionaries(
    st.sampled_from(["高等院校", "精神专科医院", "中小学"]),
    st.integers(0, 20).map(lambda count: {"value": str(count), "source": "某区统计年鉴"}),
    max_size=2,
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    """The data of a plan, and the organs of its place."""
    prefixes = draw(st.lists(st.sampled_from(PREFIXES), min_size=5, max_size=5, unique=True))
    organs = [prefix + draw(st.sampled_from(ENDINGS)) for prefix in prefixes]
    year = draw(st.integers(2020, 2030))
    stated = draw(statements([year, year + 1, year + 2]))
    sections, targets = _sections(draw, stated)
    groups = draw(rosters(organs))
    plain = [
        f"督促{one.words.format(call_of(one.call, one.indicator))}"
        for one in STATED
        for target in targets
        if target["indicator"] == one.indicator and _is_plain(target)
    ]
    annexes = [
        {
            "title": f"{'关于调整' * ('adjusted' in group)}{group['name']}成员名单",
            "sections": [{"group": group["id"]}, *_office(draw, group, organs)],
        }
        for group in groups
    ]
    data: dict[str, Any] = {
        "kind": "plan",
        "level": "street",
        "title": "清水街道心理服务工作实施方案",
        "template": "plan/written",
        "issue": draw(issues(year)),
        "targets": targets,
        "groups": groups,
        "duties": draw(duties(organs, plain)),
        "facts": draw(local_facts),
        "text": [NOTICE],
        "sections": sections,
        "annexes": [*annexes, {"title": "部门职责", "sections": [{"duties": "true"}]}],
    }
    return data, organs


def _is_plain(target: Mapping[str, Any]) -> bool:
    return not (target.keys() & {"points", "modality", "scope"})


def _office(
    draw: st.DrawFn, group: dict[str, Any], organs: Sequence[str]
) -> list[dict[str, list[str]]]:
    """The paragraph on the office of a group, which the data then have as well."""
    if not flag(draw):
        return []
    director, *deputies = [one["name"] for one in group["members"]]
    seat = draw(st.sampled_from(organs))
    group["office"] = {"seat": seat, "director": director}
    said = f"办公室设在{seat}，{director}兼任办公室主任"
    if deputies and flag(draw):
        group["office"]["deputies"] = deputies[:2]
        said += f"，{'、'.join(deputies[:2])}兼任副主任"
    return [{"text": [f"{said}。"]}]


@st.composite
def issues(draw: st.DrawFn, year: int) -> dict[str, Any]:
    """How the plan was issued."""
    day = f"{year}-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}"
    organ = "清水街道办事处"
    return {
        "title": f"{organ}关于印发《清水街道心理服务工作实施方案》的通知",
        "mark": {"organs": [organ]},
        "number": {"code": "清街发", "year": str(year), "sequence": str(draw(st.integers(1, 300)))},
        "issuers": [organ],
        "recipients": draw(
            st.sampled_from(
                [[["各村（社区）"], ["各部门"]], [["各管区", "村（居）"]], [["各县、区人民政府"]]]
            )
        ),
        "date": day,
        **({"note": "此件公开发布"} if flag(draw) else {}),
        **({"copies_to": [["区卫生健康局", "区民政局"]]} if flag(draw) else {}),
        **({"printed": {"by": "清水街道办公室", "on": day}} if flag(draw) else {}),
    }


def _sections(
    draw: st.DrawFn, stated: Sequence[tuple[dict[str, Any], str]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Sections with the sentences among others, and the targets with the clauses they stand in."""
    waiting = list(stated)
    targets: list[dict[str, Any]] = []
    sections: list[dict[str, Any]] = [{"text": [PURPOSE]}]
    for number in range(1, draw(st.integers(1, 3)) + 1):
        clause = section_label(1, number).rstrip("、")
        parts = []
        titles = draw(st.permutations(HEADINGS))
        for place in range(1, draw(st.integers(0, 3)) + 1):
            inner = f"{clause}{section_label(2, place)}"
            run_in = {"run_in": "true"} if flag(draw) else {}
            text = _paragraphs(draw, waiting, targets, inner)
            parts.append({"heading": titles[place], **run_in, "text": text})
        own = _paragraphs(draw, waiting, targets, clause) if not parts else []
        sections.append(
            {
                "heading": f"{['工作内容', '重点任务', '保障措施'][number - 1]}",
                **({"text": own} if own else {}),
                **({"sections": parts} if parts else {}),
            }
        )
    if waiting:
        clause = section_label(1, len(sections)).rstrip("、")
        text = [_said(one, targets, clause) for one in waiting]
        sections.append({"heading": "其他事项", "text": text})
    sections.append({"heading": "组织实施", "text": [*SENTENCES, *SENTENCES]})
    return sections, targets


def _paragraphs(
    draw: st.DrawFn,
    waiting: list[tuple[dict[str, Any], str]],
    targets: list[dict[str, Any]],
    clause: str,
) -> list[str]:
    texts = []
    for _ in range(draw(st.integers(1, 2))):
        said = draw(st.sampled_from(SENTENCES))
        if waiting and flag(draw):
            said += _said(waiting.pop(), targets, clause)
        texts.append(said)
    return texts


def _said(one: tuple[dict[str, Any], str], targets: list[dict[str, Any]], clause: str) -> str:
    target, sentence = one
    targets.append({**target, "clause": clause})
    return f"{sentence}。"
