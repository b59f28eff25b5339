"""The ring over plans that nobody wrote: other people, organs, duties and figures every time."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.compose.composer import Composer
from plangen.extract.facts import extraction, find
from plangen.extract.outline import outlined
from plangen.jobs.render import WRITERS
from plangen.jobs.work import Setting, Work
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.dictionary import Dictionary
from plangen.model.organs import Organ
from plangen.model.plans import DocumentFacts
from plangen.quantity.grammar import write_quantity
from plangen.readers.reader import read_bytes
from tests.jobs.ringing import FIXTURES, FONTS, data_of

PLACE = Workspace.at(FIXTURES)
NAME = "yunxi/plan-2021"
COMPOSER = Composer(PLACE.folders("templates"))

GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
people = st.builds(
    "{}{}".format,
    st.sampled_from(
        [*"王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹", "欧阳", "诸葛"]
    ),
    st.text(st.sampled_from(GIVEN), min_size=1, max_size=2),
)
OLD = Library(PLACE).dictionary("yunxi/-")
PREFIXES = [first + second for first in "东西南北清" for second in "溪安云山平阳"]
ENDINGS = st.sampled_from(
    ["办公室", "局", "所", "中心", "委", "学校", "卫生院", "执法队", "财政所", "综合服务中心"]
)
posts = st.sampled_from(["主任", "副主任", "所长", "负责人", "书记", "教导员", "主管"])
doings = st.sampled_from(
    [
        "负责编列经费并监督使用",
        "负责组织培训，安排演练",
        "牵头做好宣传",
        "承担随访和业务培训；配合督导",
    ]
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[DocumentFacts, Dictionary]:
    """A street's plan with people, organs, duties and percentages of its own."""
    data: dict[str, Any] = {**data_of(FIXTURES, NAME)}
    prefixes = draw(st.permutations(PREFIXES))[: len(OLD.organs)]
    organs = [prefix + draw(ENDINGS) for prefix in prefixes]
    names = iter(draw(st.lists(people, min_size=12, max_size=12, unique=True)))
    data["groups"] = [
        {**group, "members": members, "office": _office(members, organs)}
        if group["id"] == "leading"
        else {**group, "members": members}
        for group in data["groups"]
        for members in [[_member(draw, role, next(names), organs) for role in _roles(draw)]]
    ]
    data["duties"] = [
        {"organs": chosen, "text": f"{draw(doings)}。"}
        for chosen in draw(
            st.lists(
                st.lists(st.sampled_from(organs), min_size=1, max_size=3, unique=True),
                min_size=1,
                max_size=4,
                unique_by=tuple,
            )
        )
    ]
    data["targets"] = [
        {**target, "at_least": f"{draw(st.integers(1, 99))}%"}
        if str(target.get("at_least", "")).endswith("%")
        else target
        for target in data["targets"]
    ]
    register = tuple(
        Organ(name=name, functions=old.functions)
        for name, old in zip(organs, OLD.organs, strict=True)
    )
    dictionary = Dictionary(OLD.indicators, register, OLD.functions)
    return DocumentFacts.model_validate(data), dictionary


def _roles(draw: st.DrawFn) -> list[str]:
    return ["组长", *["副组长"] * draw(st.integers(0, 2)), *["成员"] * draw(st.integers(1, 3))]


def _member(draw: st.DrawFn, role: str, name: str, organs: list[str]) -> dict[str, Any]:
    organ = draw(st.sampled_from(organs))
    return {"role": role, "name": name, "offices": [f"{organ}{draw(posts)}"]}


def _office(members: list[dict[str, Any]], organs: list[str]) -> dict[str, Any]:
    director, *deputies = [member["name"] for member in members]
    return {"seat": organs[0], "director": director, "deputies": deputies[:2]}


def read_back(facts: DocumentFacts, dictionary: Dictionary, kind: str) -> dict[str, Any]:
    """The data that are read from a document's file."""
    document = COMPOSER.compose(facts, dictionary, "data/某.yaml")
    ((_, content),) = WRITERS[kind](Work(document, Setting(), FONTS, FIXTURES))
    return extraction(
        find(outlined(read_bytes(content, f"某.{kind}")), dictionary), dictionary
    ).data


def check(facts: DocumentFacts, dictionary: Dictionary, kind: str) -> None:
    """What a plan shows is read from it as it was."""
    found = read_back(facts, dictionary, kind)

    def people_of(groups: Any) -> list[Any]:
        return [
            (group["name"], [(m["role"], m["name"], m["offices"]) for m in group["members"]])
            for group in groups
        ]

    wrote = facts.model_dump()
    assert people_of(found["groups"]) == [
        (name, [(role, who, list(held)) for role, who, held in members])
        for name, members in people_of(wrote["groups"])
    ]
    office = wrote["groups"][0]["office"]
    assert found["groups"][0]["office"] == {
        "seat": office["seat"],
        "director": office["director"],
        "deputies": list(office["deputies"]),
    }
    assert [(tuple(d["organs"]), d["text"]) for d in found["duties"]] == [
        (duty.organs, duty.text) for duty in facts.duties
    ]


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@given(plans())
@settings(max_examples=40, suppress_health_check=SLOW)
def test_people_and_duties_come_back_through_text(plan: tuple[DocumentFacts, Dictionary]) -> None:
    check(*plan, "txt")


@given(plans())
@settings(max_examples=10, suppress_health_check=SLOW)
def test_people_and_duties_come_back_through_docx(plan: tuple[DocumentFacts, Dictionary]) -> None:
    check(*plan, "docx")


@given(plans())
@settings(max_examples=10, suppress_health_check=SLOW)
def test_people_and_duties_come_back_through_html(plan: tuple[DocumentFacts, Dictionary]) -> None:
    check(*plan, "html")


@given(plans())
@settings(max_examples=5, suppress_health_check=SLOW)
def test_people_and_duties_come_back_through_pdf(plan: tuple[DocumentFacts, Dictionary]) -> None:
    check(*plan, "pdf")


@given(plans())
@settings(max_examples=20, suppress_health_check=SLOW)
def test_percentages_come_back(plan: tuple[DocumentFacts, Dictionary]) -> None:
    facts, dictionary = plan
    wrote = [(target.indicator, write_quantity(target.bound.quantity)) for target in facts.targets]

    found = read_back(facts, dictionary, "docx")["targets"]

    assert sorted((one["indicator"], one["at_least"]) for one in found) == sorted(wrote)
