"""Facts → workbook → facts: nothing is lost; nor is it in a list, a key or a data file."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plangen.errors import InvalidError
from plangen.extract.facts_yaml import data_yaml
from plangen.jobs.workbooks import facts_workbook, validated
from plangen.load.workbooks.flat import flat, parsed_key, put
from plangen.load.workbooks.lists import join_cell, split_cell
from plangen.load.workbooks.opening import Sheet, SheetCell, open_workbook
from plangen.load.workbooks.plain import plain
from plangen.load.workbooks.reading import workbook_data
from plangen.load.workbooks.writing import workbook_sheets
from plangen.load.yaml_text import read_yaml
from plangen.model.plans import DocumentFacts
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import parse_quantity, write_quantity
from tests.model.records import INDICATORS
from tests.quantity.strategies import deadlines, quantities

# Signs that mean something to a spreadsheet, to YAML or to a list, among plain words.
texts = st.text(
    st.one_of(
        st.sampled_from(
            "某街道办事处卫计岗、，；：（）〔〕“”《》80%=+-@#&*!|>'\"{}[]:~_x0041 \t=𠮷"
        ),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")),
    ),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() != "")
lines = st.one_of(texts, st.builds("{}\n{}".format, texts, texts))
names = st.lists(texts, max_size=3)
days = st.dates(date(1990, 1, 1), date(2190, 1, 1))
words = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def _is_written_alone(text: str) -> bool:
    try:
        parse_quantity(text)
    except QuantityError:
        return False
    return True


values = st.one_of(
    quantities.map(write_quantity).filter(_is_written_alone), st.just("待定"), st.just("80%")
)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Data with any of the fields left out."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """A target with one value, or in steps."""
    own = draw(
        some(
            clause=texts,
            modality=st.sampled_from(["应当", "力争", "鼓励"]),
            scope=texts,
            levels=st.lists(st.sampled_from(["city", "street"]), unique=True),
            quote=lines,
            note=lines,
        )
    )
    own["indicator"] = draw(words)
    keys = st.sampled_from(["at_least", "at_most", "equals"])
    if draw(st.booleans()):
        steps = draw(st.lists(days, min_size=1, max_size=3, unique=True))
        return own | {
            "points": [{"by": day.isoformat(), draw(keys): draw(values)} for day in sorted(steps)]
        }
    by = draw(st.one_of(st.none(), deadlines().map(lambda deadline: deadline)))
    return own | {draw(keys): draw(values)} | ({"by": by} if by else {})


members = st.fixed_dictionaries(
    {"role": texts, "name": texts}, optional={"offices": names, "organ": texts}
)
offices = st.fixed_dictionaries({"seat": texts, "director": texts}, optional={"deputies": names})


@st.composite
def documents(draw: st.DrawFn) -> DocumentFacts:
    """The facts of any document, as a data file can hold them."""
    ids = draw(st.lists(words, max_size=3, unique=True))
    groups = [
        {
            "id": name,
            "name": draw(texts),
            "members": draw(st.lists(members, min_size=1, max_size=3)),
            **draw(some(office=offices, adjusted=st.booleans())),
        }
        for name in ids
    ]
    tasks = [
        {
            "id": name,
            "title": draw(texts),
            **draw(
                some(
                    part=texts,
                    text=lines,
                    lead=names,
                    support=names,
                    by=texts,
                    indicators=st.lists(words, max_size=2),
                )
            ),
        }
        for name in draw(st.lists(words, max_size=3, unique=True))
    ]
    issue = {
        "mark": {"organs": draw(st.lists(texts, min_size=1, max_size=2))},
        "issuers": draw(st.lists(texts, min_size=1, max_size=2)),
        "date": draw(st.one_of(days.map(date.isoformat), st.just("待定"))),
        **draw(some(sealed=st.booleans(), note=lines, form=st.sampled_from(["文件", "纪要"]))),
        "recipients": draw(st.lists(st.lists(texts, min_size=1, max_size=2), max_size=2)),
    }
    data = {
        "kind": "plan",
        "level": draw(st.sampled_from(["national", "street"])),
        "title": draw(lines),
        "targets": draw(st.lists(targets(), max_size=3)),
        "groups": groups,
        "tasks": tasks,
        "duties": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"organs": st.lists(texts, min_size=1, max_size=3), "text": lines}
                ),
                max_size=3,
            )
        ),
        "words": draw(st.dictionaries(words, lines, max_size=2)),
        "text": draw(st.lists(lines, max_size=2)),
        **({"issue": issue} if draw(st.booleans()) else {}),
        "tables": [
            {"id": "t1", "title": "表", "columns": ["甲", "乙"], "rows": draw(rows)}
            for _ in range(draw(st.integers(0, 1)))
        ],
    }
    try:
        return DocumentFacts.model_validate(data)
    except ValueError:  # a text that is nothing but what YAML folds away
        assume(False)
        raise


rows = st.lists(
    st.tuples(st.one_of(st.none(), texts), st.one_of(st.none(), texts)), min_size=1, max_size=3
)


def cells_of(facts: DocumentFacts) -> tuple[Sheet, ...]:
    """The sheets of facts as they would be read from a file."""
    return tuple(
        Sheet(
            sheet.layout.title,
            (
                tuple(SheetCell(column.title) for column in sheet.layout.columns),
                *(tuple(map(SheetCell, row)) for row in sheet.rows),
            ),
        )
        for sheet in workbook_sheets(plain(facts), {})
    )


@given(documents())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_facts_come_back_from_their_sheets(facts: DocumentFacts) -> None:
    data, findings = workbook_data(cells_of(facts), "表.xlsx", {})

    assert validated(data) == facts
    assert findings == ()


@given(documents())
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_facts_come_back_from_their_file(facts: DocumentFacts) -> None:
    content = facts_workbook(facts, INDICATORS, "data/某.yaml")

    data, _ = workbook_data(open_workbook(content, "表.xlsx"), "表.xlsx", {})

    assert validated(data) == facts


@given(documents())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_facts_come_back_from_the_data_file_written_of_them(facts: DocumentFacts) -> None:
    paths = [("title",), ("targets", 0), ("groups", 0, "members", 0), ("duties", 0, "text")]
    remarks = {path: ("原文：第一行\n# 第二行 {x}: y",) for path in paths}

    text = data_yaml(plain(facts), remarks, remarks, ("由 某.docx 读出",))

    assert DocumentFacts.model_validate(read_yaml(text, "x.yaml").value) == facts


@given(st.lists(texts.map(str.strip).filter(lambda text: "\n" not in text), max_size=4))
def test_the_names_in_a_cell_come_back(found: list[str]) -> None:
    assert split_cell(join_cell(tuple(found))) == tuple(found)


def test_an_explanation_in_brackets_does_not_part_a_name() -> None:
    assert split_cell("团市委、各区人民政府〔含开发区、风景区管委会，下同〕") == (
        "团市委",
        "各区人民政府〔含开发区、风景区管委会，下同〕",
    )


def test_a_name_with_lines_of_its_own_is_refused() -> None:
    with pytest.raises(InvalidError, match="换行"):
        join_cell(("甲\n乙", "丙"))


@given(
    st.recursive(
        st.one_of(st.none(), texts),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3),
            st.dictionaries(st.from_regex(r"[^\s\[\].]{1,6}", fullmatch=True), inner, min_size=1),
        ),
        max_leaves=12,
    )
)
def test_nested_data_come_back_from_their_keys(value: Any) -> None:
    root: dict[str, Any] = {}
    for path, scalar in flat({"key": value}):
        put(root, path, scalar)

    assert root == {"key": value}


@pytest.mark.parametrize("text", ["", "[1]", "a[0]", "a..b", "a[x]", "a[1", ".", "a.b.", "a" * 0])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(InvalidError, match="不是键"):
        parsed_key(text)


def test_an_empty_list_inside_another_is_refused_rather_than_lost() -> None:
    with pytest.raises(InvalidError, match="是空的"):
        list(flat({"recipients": [[]]}))
