"""An error in a template names the template and its line, wherever the line stands."""

from pathlib import Path
from textwrap import dedent

import pytest

from plangen.compose.composer import Composer
from plangen.errors import InputError
from plangen.load.workspace import packaged_root
from tests.compose.composing import DICTIONARY as ORGANS
from tests.compose.composing import composer, facts, page, refused, text

OWN = "templates/own/plan.xml.j2"
UNDEFINED = "模板出错：没有名为“nosuch”的变量"


def test_an_undefined_name_in_the_template_itself(tmp_path: Path) -> None:
    assert refused(tmp_path, page("<p>{{ nosuch }}</p>")) == f"{OWN} 第3行：{UNDEFINED}"


def test_an_undefined_name_in_a_condition(tmp_path: Path) -> None:
    template = page("<p>甲</p>\n{% if nosuch.name %}\n<p>乙</p>\n{% endif %}")

    assert refused(tmp_path, template) == f"{OWN} 第4行：{UNDEFINED}"


def test_an_undefined_name_in_a_parent_template(tmp_path: Path) -> None:
    parent = page("{% block body %}{% endblock %}\n<p>{{ nosuch }}</p>")
    child = '{% extends "own/base.xml.j2" %}\n{% block body %}<p>甲</p>{% endblock %}\n'

    sentence = refused(tmp_path, child, {"own/base": parent})

    assert sentence == f"templates/own/base.xml.j2 第4行：{UNDEFINED}"


def test_an_undefined_name_in_a_block_of_a_child(tmp_path: Path) -> None:
    parent = page("{% block body %}{% endblock %}")
    child = (
        '{% extends "own/base.xml.j2" %}\n{% block body %}\n<p>{{ nosuch }}</p>\n{% endblock %}\n'
    )

    assert refused(tmp_path, child, {"own/base": parent}) == f"{OWN} 第3行：{UNDEFINED}"


def test_an_undefined_name_in_a_macro(tmp_path: Path) -> None:
    macros = "{# 说法 #}\n{% macro said() %}\n<p>甲</p>\n<p>{{ nosuch }}</p>\n{% endmacro %}\n"
    template = page('{% import "own/said.xml.j2" as said %}\n{{ said.said() }}')

    sentence = refused(tmp_path, template, {"own/said": macros})

    assert sentence == f"templates/own/said.xml.j2 第4行：{UNDEFINED}"


def test_an_undefined_name_in_an_include(tmp_path: Path) -> None:
    template = page('<p>甲</p>\n{% include "own/part.xml.j2" %}')

    sentence = refused(tmp_path, template, {"own/part": "<p>乙</p>\n<p>{{ nosuch }}</p>\n"})

    assert sentence == f"templates/own/part.xml.j2 第2行：{UNDEFINED}"


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("doc.nosuch", "nosuch"),
        ("words.nosuch", "nosuch"),
        ("issue.mark.nosuch", "nosuch"),
        ("doc.groups[3]", "3"),
        ("issue.secrecy.level", "level"),
        ("place.name", "name"),
    ],
)
def test_a_part_that_is_not_there_is_named_as_a_part(
    expression: str, name: str, tmp_path: Path
) -> None:
    sentence = refused(tmp_path, page(f"<p>{{{{ {expression} }}}}</p>"))

    assert sentence.startswith(f"{OWN} 第3行：模板出错：")
    assert f"“{name}”" in sentence
    assert "变量" not in sentence


@pytest.mark.parametrize("broken", ["{% if %}", "{{ 1 + }}", "{{ 1 | nosuch }}", "{% nosuch %}"])
def test_broken_syntax_names_its_line(broken: str, tmp_path: Path) -> None:
    sentence = refused(tmp_path, page(f"<p>甲</p>\n{broken}"))

    assert sentence.startswith(f"{OWN} 第4行：模板写法有误：")


def test_broken_syntax_in_an_included_template_names_that_template(tmp_path: Path) -> None:
    template = page('{% include "own/part.xml.j2" %}')

    sentence = refused(tmp_path, template, {"own/part": "<p>乙</p>\n{% if %}\n"})

    assert sentence.startswith("templates/own/part.xml.j2 第2行：模板写法有误：")


def test_an_unknown_template_is_refused_with_the_list_of_those_there_are(tmp_path: Path) -> None:
    sentence = refused(tmp_path, page("<p>甲</p>"), template="plan/stret")

    folder = packaged_root() / "templates"
    packaged = {path.relative_to(folder).as_posix() for path in folder.rglob("*.xml.j2")}
    known = sorted({name.removesuffix(".xml.j2") for name in packaged} | {"own/plan"})
    assert "plan/street" in known
    assert sentence == f"没有模板“plan/stret”；现有：{'、'.join(known)}"


def test_an_unknown_parent_is_refused_at_the_line_that_asks_for_it(tmp_path: Path) -> None:
    sentence = refused(tmp_path, '{# 甲 #}\n{% extends "nosuch.xml.j2" %}\n')

    assert sentence.startswith(f"{OWN} 第2行：没有模板“nosuch”；现有：")


def test_data_without_a_template_cannot_be_composed(tmp_path: Path) -> None:
    assert refused(tmp_path, page("<p>甲</p>"), template=None) == (
        "data/x/plan.yaml：没有写 template，这份数据只供核对，不能生成公文"
    )


def test_a_calculation_that_cannot_be_done_names_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, page("<p>{{ 1 / 0 }}</p>")) == (
        f"{OWN} 第3行：模板出错：division by zero"
    )


STRUCTURE = "<p> 不能出现在 <p> 中；这里可以用：<figure>、<annexref>"


def test_a_paragraph_inside_a_paragraph_names_the_line(tmp_path: Path) -> None:
    assert refused(tmp_path, page("<p>甲\n<p>乙</p></p>")) == f"{OWN} 第4行：{STRUCTURE}"


# Templates in which the line with ✗ breaks the structure. The first line is line 1.
BROKEN_LINES = {
    "after an expression": page("<p>{{ words.unit }}</p>\n<p>乙</p>\n<p><p>✗</p></p>"),
    "after a comment of three lines": page("{# 甲\n乙\n丙 #}\n<p>乙</p>\n<p><p>✗</p></p>"),
    "after a condition": page("{% if true %}\n<p>乙</p>\n<p><p>✗</p></p>\n{% endif %}"),
    "right after a condition": page("{% if true %}\n<p><p>✗</p></p>\n{% endif %}"),
    "after the end of a condition": page("{% if true %}\n<p>乙</p>\n{% endif %}\n<p><p>✗</p></p>"),
    "in an else": page(
        "{% if false %}\n<p>乙</p>\n{% else %}\n<p>丙</p>\n<p><p>✗</p></p>\n{% endif %}"
    ),
    "in a loop": page("{% for n in [1, 2] %}\n<p>{{ n }}</p>\n\n<p><p>✗</p></p>\n{% endfor %}"),
    "after a setting": page("{% set x = 1 %}\n<p>乙</p>\n<p><p>✗</p></p>"),
    "in a block": page("{% block body %}\n<p>乙</p>\n<p><p>✗</p></p>\n{% endblock %}"),
    "after a block": page(
        "{% block body %}\n<p>乙</p>\n{% endblock %}\n<p>丙</p>\n<p><p>✗</p></p>"
    ),
    "in a block of a block": page(
        "{% block a %}\n<p>乙</p>\n{% block b %}\n<p>丙</p>\n<p><p>✗</p></p>\n"
        "{% endblock %}\n{% endblock %}"
    ),
    "in a paragraph of several lines": page("<p>\n  甲\n  {{ words.unit }}\n  <p>✗</p>\n</p>"),
}


@pytest.mark.parametrize("template", BROKEN_LINES.values(), ids=BROKEN_LINES.keys())
def test_broken_structure_names_the_very_line(template: str, tmp_path: Path) -> None:
    line = template[: template.index("✗")].count("\n") + 1

    assert refused(tmp_path, template) == f"{OWN} 第{line}行：{STRUCTURE}"


def test_broken_structure_in_a_block_of_a_child(tmp_path: Path) -> None:
    child = (
        '{% extends "own/base.xml.j2" %}\n'
        "{% block body %}\n<p>甲</p>\n<p><p>乙</p></p>\n{% endblock %}\n"
    )

    sentence = refused(tmp_path, child, {"own/base": page("{% block body %}{% endblock %}")})

    assert sentence == f"{OWN} 第4行：{STRUCTURE}"


def test_broken_structure_in_a_parent(tmp_path: Path) -> None:
    parent = page("{% block body %}{% endblock %}\n<p>甲</p>\n<p><p>乙</p></p>")
    child = '{% extends "own/base.xml.j2" %}\n{% block body %}\n<p>甲</p>\n{% endblock %}\n'

    sentence = refused(tmp_path, child, {"own/base": parent})

    assert sentence == f"templates/own/base.xml.j2 第5行：{STRUCTURE}"


def test_broken_structure_in_a_macro_is_found_in_the_macro(tmp_path: Path) -> None:
    macros = (
        "{% macro said() %}\n<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n<p><p>丁</p></p>\n{% endmacro %}\n"
    )
    template = page('{% import "own/said.xml.j2" as said %}\n{{ said.said() }}\n<p>戊</p>')

    sentence = refused(tmp_path, template, {"own/said": macros})

    assert sentence == f"templates/own/said.xml.j2 第5行：{STRUCTURE}"


def test_broken_structure_in_an_include_is_found_in_it_or_at_the_line_that_asks_for_it(
    tmp_path: Path,
) -> None:
    template = page('<p>甲</p>\n{% include "own/part.xml.j2" %}\n<p>乙</p>')

    sentence = refused(tmp_path, template, {"own/part": "<p>丙</p>\n<p>丁</p>\n<p><p>戊</p></p>\n"})

    assert sentence in (
        f"{OWN} 第4行：{STRUCTURE}",
        f"templates/own/part.xml.j2 第3行：{STRUCTURE}",
    )


@pytest.mark.parametrize(
    "body",
    [
        '<annex id="a"><title>甲</title></annex><annex id="a"><title>乙</title></annex>',
        "<section>" * 60 + "</section>" * 60,
    ],
)
def test_a_fault_of_the_whole_document_names_the_template(body: str, tmp_path: Path) -> None:
    assert refused(tmp_path, page(body)).startswith(f"{OWN}")


def test_a_fifth_level_is_refused_at_its_line(tmp_path: Path) -> None:
    opening = "".join(f'<section title="{level}">\n' for level in "甲乙丙丁戊")
    template = page(f"{opening}<p>文</p>\n{'</section>' * 5}")

    sentence = refused(tmp_path, template)

    assert sentence.startswith(f"{OWN} 第")
    assert "层次最多四级" in sentence


def test_xml_that_is_not_well_formed_names_the_template_s_line(tmp_path: Path) -> None:
    template = page("{# 一\n二\n三 #}\n<p>甲</p>\n<p>乙</q>")

    sentence = refused(tmp_path, template)

    assert sentence.startswith(f"{OWN} 第7行：XML 写法有误：")
    assert "line 5" not in sentence


def test_a_workspace_template_overrides_one_block_of_the_packaged_one(tmp_path: Path) -> None:
    override = dedent("""\
        {% extends "plangen:notice/issuing.xml.j2" %}
        {% block notice_text %}
        <p>本街道的说法。</p>
        {% endblock %}
        {% block plan_text %}<p>正文。</p>{% endblock %}
        """)
    made = composer(tmp_path, {"notice/issuing": override})

    document = made.compose(facts(template="notice/issuing"), ORGANS)

    assert text(document) == ["本街道的说法。"]
    assert document.signature is not None


def packaged_and_own(folder: Path, packaged: str, own: str) -> Composer:
    """A composer of two folders that hold a template of the same name."""
    for part, source in {"own": own, "packaged": packaged}.items():
        path = folder / part / "plan/street.xml.j2"
        path.parent.mkdir(parents=True)
        path.write_text(source, encoding="utf-8")
    return Composer((folder / "own", folder / "packaged"))


def test_an_error_in_the_packaged_template_is_told_from_the_workspace_s_own(tmp_path: Path) -> None:
    packaged = page("<p>{{ nosuch }}</p>")
    made = packaged_and_own(tmp_path, packaged, '{% extends "plangen:plan/street.xml.j2" %}\n')

    with pytest.raises(InputError) as in_packaged:
        made.compose(facts(template="plan/street"), ORGANS)
    own = packaged_and_own(tmp_path / "2", page("<p>甲</p>"), packaged)
    with pytest.raises(InputError) as in_own:
        own.compose(facts(template="plan/street"), ORGANS)

    assert str(in_own.value) == f"templates/plan/street.xml.j2 第3行：{UNDEFINED}"
    assert str(in_packaged.value) != str(in_own.value)


@pytest.mark.parametrize("cycle", [["plan/street"], ["plan/street", "own/base"]])
def test_a_template_that_extends_itself_is_told_how_to_extend_the_packaged_one(
    cycle: list[str], tmp_path: Path
) -> None:
    parents = [*cycle[1:], cycle[0]]
    circle = {
        name: f'{{% extends "{parent}.xml.j2" %}}\n'
        for name, parent in zip(cycle, parents, strict=True)
    }

    with pytest.raises(InputError) as caught:
        composer(tmp_path, circle).compose(facts(template="plan/street"), ORGANS)

    assert str(caught.value) == (
        "模板 plan/street 引用了自己；要在同名模板里扩展自带的模板，"
        '请写 {% extends "plangen:plan/street.xml.j2" %}'
    )
