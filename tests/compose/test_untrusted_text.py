"""Names and texts from data stay text; templates reach nothing beyond what they are given."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.document.dump import dump
from plangen.document.parse import parse
from tests.compose.composing import composed, figures, page, refused, text

AT = "templates/own/plan.xml.j2 第3行"
NASTY = [
    "甲&乙",
    "<script>alert(1)</script>",
    "甲<乙>丙",
    "“甲”\"乙\"'丙'",
    "&lt;甲&amp;",
    "{{ doc.title }}",
    "{% raw %}{{ 1 + 1 }}",
    "{# 甲 #}",
    "顾𠮷安",
    "]]>",
    "<!-- 甲 -->",
    "<figure target='x'>99%</figure>",
    "%s %(x)s {0} {x}",
    "\\n\\1",
]


@pytest.mark.parametrize("name", NASTY)
def test_a_name_stays_the_text_it_is(name: str, tmp_path: Path) -> None:
    template = (
        "<document>\n<title>{{ doc.title }}</title>\n<p>甲{{ words.unit }}乙</p>\n"
        '<section title="{{ words.unit }}">'
        "<p>{{ [words.unit, words.unit] | listed }}</p></section>\n"
        "</document>\n"
    )

    document = composed(tmp_path, template, title=name, words={"unit": name})

    assert document.title == name
    assert text(document) == [f"甲{name}乙", f"{name}、{name}"]
    assert document.blocks[1].title == name  # type: ignore[union-attr]  # a section
    assert parse(dump(document)) == document


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_every_name_stays_the_text_it_is(name: str, tmp_path: Path) -> None:
    document = composed(tmp_path, page("<p>甲{{ words.unit }}乙</p>"), words={"unit": name[:100]})

    assert text(document) == [f"甲{name[:100]}乙"]


def duties(*texts: str) -> list[dict[str, object]]:
    return [{"organs": ["某部门"], "text": said} for said in texts]


PROSE = page("{% for duty in doc.duties %}\n<p>{{ duty.text | prose }}</p>\n{% endfor %}")


def test_a_text_from_data_may_refer_to_figures(tmp_path: Path) -> None:
    said = "督促{{ figure('room_coverage') }}的社区，{{ deadline(\"room_coverage\") }}完成。"

    document = composed(tmp_path, PROSE, duties=duties(said))

    assert text(document) == ["督促80%以上的社区，2021年底前完成。"]
    assert [figure.target for figure in figures(document)] == ["room_coverage"] * 2


@pytest.mark.parametrize(
    "said", ["甲&乙", "<b>甲</b>", "<figure target='x'>99%</figure>", "&lt;", "甲>乙"]
)
def test_markup_in_a_text_from_data_stays_text(said: str, tmp_path: Path) -> None:
    document = composed(tmp_path, PROSE, duties=duties(said))

    assert text(document) == [said]
    assert figures(document) == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("甲{{ nosuch }}", "没有名为“nosuch”的变量"),
        ("甲{{ figure('zzz') }}", "数据里没有“zzz”的目标"),
        ("甲{% if %}", "Expected an expression, got 'end of statement block'"),
    ],
)
def test_an_error_in_a_text_from_data_names_the_text_and_the_line_that_sets_it(
    said: str, reason: str, tmp_path: Path
) -> None:
    sentence = refused(tmp_path, PROSE, duties=duties("乙。", said))

    assert sentence == (f"templates/own/plan.xml.j2 第4行：数据中的文字“{said}……”：{reason}")


ATTRIBUTES = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "doc.__class__",
    "doc.__init__.__globals__",
    "figure.__globals__",
    "figure.__func__.__code__",
    "has.__self__",
    "self._TemplateReference__context",
    "''|attr('__class__')",
    "'{0.__class__}'.format(doc)",
    "[doc]|map(attribute='__class__')|first",
    "cycler.__init__.__globals__",
    "namespace.__init__",
    "range.__class__",
    "lipsum.__globals__",
    "issue.date.__class__",
]


@pytest.mark.parametrize("expression", ATTRIBUTES)
def test_what_python_keeps_inside_an_object_is_out_of_reach(
    expression: str, tmp_path: Path
) -> None:
    sentence = refused(tmp_path, page(f"<p>{{{{ {expression} }}}}</p>"))

    assert sentence.startswith(f"{AT}：")
    assert "<class" not in sentence


FOREIGN_CODE = r"""cbuiltins\nopen\n(S'MARK'\nS'w'\ntR."""
DOORS = [
    f"parse_raw(\"{FOREIGN_CODE}\", content_type='application/pickle', allow_pickle=True)",
    f"parse_raw(\"{FOREIGN_CODE}\", proto='pickle', allow_pickle=True)",
    "parse_file('MARK')",
    "model_validate({})",
    "model_construct()",
    "model_rebuild(force=True)",
    "model_copy(update={'title': '别的'})",
    "copy()",
    "json()",
    "from_orm(1)",
    "construct()",
    "validate({})",
    "schema()",
    "update_forward_refs()",
]


@pytest.mark.parametrize("call", DOORS)
@pytest.mark.parametrize("holder", ["doc", "issue", "doc.targets[0]", "doc.duties[0]"])
def test_the_methods_of_the_model_library_are_no_part_of_a_fact(
    holder: str, call: str, tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    expression = f"{holder}.{call}".replace("MARK", str(mark))

    sentence = refused(tmp_path, page(f"<p>{{{{ {expression} }}}}</p>"), duties=duties("甲。"))

    assert not mark.exists()
    assert sentence.startswith(f"{AT}：")
    assert call.split("(")[0] in sentence


@pytest.mark.parametrize("call", DOORS[:3])
def test_nor_are_they_in_a_text_from_data(call: str, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    said = f"{{{{ doc.{call} }}}}".replace("MARK", str(mark))

    sentence = refused(tmp_path, PROSE, duties=duties(said))

    assert not mark.exists()
    assert sentence.startswith("templates/own/plan.xml.j2 第4行：")


@pytest.mark.parametrize(
    "change",
    [
        "words.update({'unit': '镇'})",
        "words.clear()",
        "words.pop('unit')",
        "words.setdefault('x', '镇')",
        "doc.facts.clear()",
    ],
)
def test_a_template_cannot_change_the_facts(change: str, tmp_path: Path) -> None:
    sentence = refused(tmp_path, page(f"<p>{{{{ {change} }}}}</p>"))

    assert sentence.startswith(f"{AT}：模板出错：")


@pytest.mark.parametrize(
    "name",
    [
        "/etc/hostname",
        "../secret.xml.j2",
        "own/../../secret.xml.j2",
        "plangen:../../../pyproject.toml",
        "plangen:/etc/hostname",
        "..\\\\secret.xml.j2",
    ],
)
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_a_file_outside_the_templates_is_out_of_reach(tag: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.xml.j2").write_text("<p>秘密</p>", encoding="utf-8")
    name_of_import = " as x" if tag == "import" else ""
    template = f'{{% {tag} "{name}"{name_of_import} %}}\n'

    sentence = refused(tmp_path / "templates", template)

    assert sentence.startswith("templates/own/plan.xml.j2 第1行：没有模板“")


@pytest.mark.parametrize(
    "body",
    [
        "{% for n in range(10**9) %}甲{% endfor %}",
        "{{ range(10**7) | list | length }}",
        "{{ range(10**7) | sum }}",
        "{{ range(10**7) | join | length }}",
        "{{ (range(10**7) | map('string') | list)[0] }}",
    ],
)
def test_a_range_beyond_reason_is_refused(body: str, tmp_path: Path) -> None:
    sentence = refused(tmp_path, page(f"<p>{body}</p>"))

    assert sentence.startswith(f"{AT}：模板出错：")


DOUBLED = (
    "{{% set ns = namespace(x='长' * 100000) %}}"
    "{{% for turn in range(9) %}}{{% set ns.x = {} %}}{{% endfor %}}"
    "{{{{ ns.x | length }}}}"
)
ENDLESS = {
    "a loop in a loop": "{% for a in range(99999) %}{% for b in range(99999) %}"
    + "长" * 5000
    + "{% endfor %}{% endfor %}",
    "one long text": "{{ '长' * 30000000 }}",
    "a longer text": "{{ '长' * 10**11 }}",
    "a long list": "{{ ([1] * 10**11) | length }}",
    "a loop in a setting": "{% set x %}{% for a in range(99999) %}"
    + "{{ '长' * 5000 }}"
    + "{% endfor %}{% endset %}",
    "a text doubled by ~": DOUBLED.format("ns.x ~ ns.x"),
    "a text doubled by a filter": DOUBLED.format("[ns.x, ns.x] | join"),
    "a text doubled by a filter of ours": DOUBLED.format("[ns.x, ns.x] | listed"),
    "a text doubled by a method": DOUBLED.format("''.join([ns.x, ns.x])"),
    "a padded text": "{{ '%100000000000d' % 1 }}",
    "a macro that calls itself": "{% macro m() %}长{{ m() }}{% endmacro %}{{ m() }}",
}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_text_without_end_is_refused_soon(body: str, tmp_path: Path) -> None:
    sentence = refused(tmp_path, page(f"<p>{body}</p>"))

    assert sentence
    assert "引用了自己" not in sentence


def test_a_power_beyond_reason_is_refused_soon(tmp_path: Path) -> None:
    sentence = refused(tmp_path, page("<p>{{ words.unit if 9 ** 999999 > 1 }}</p>"))

    assert sentence.startswith(f"{AT}：模板出错：")
