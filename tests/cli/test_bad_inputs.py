"""Whatever is given to the command line: a clear sentence, a code, and never a traceback."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import inside
from tests.load.workspaces import PLAN, workspace

Capture = pytest.CaptureFixture[str]
Files = Mapping[str, str | bytes]

OWN = PLAN + "template: own\n"
TARGET = "targets:\n- indicator: feature_school_count\n  {}\n"


def plan(text: str | bytes) -> Files:
    return {"data/x/a.yaml": text}


def template(body: str | bytes, more: str = "") -> Files:
    whole = body if isinstance(body, bytes) else f"<document><title>甲</title>{body}</document>"
    return {"data/x/a.yaml": OWN + more, "templates/own.xml.j2": whole}


USAGE: dict[str, tuple[Files, list[str]]] = {
    "no such command": ({}, ["nosuch"]),
    "no such option": ({}, ["check", "--nosuch"]),
    "no document": ({}, ["render"]),
    "an unknown id": ({}, ["render", "x/a"]),
    "an unknown id to check": ({}, ["check", "x/a"]),
    "an empty id": ({}, ["render", ""]),
    "an id with a space": ({}, ["render", "x a"]),
    "an id over two lines": ({}, ["render", "x\na"]),
    "an id longer than a file name": ({}, ["render", "a" * 300]),
    "a path longer than a file name": ({}, ["render", "a" * 300 + ".yaml"]),
    "a path of many folders": ({}, ["render", "a/" * 3000 + "b"]),
    "a path outside": ({}, ["render", "../a.yaml"]),
    "an absolute path outside": ({}, ["check", "/etc/hosts.yaml"]),
    "a document": ({}, ["render", "plan.docx"]),
    "the dictionary": ({}, ["render", "indicators"]),
    "the organs": ({}, ["render", "shancheng/organs"]),
    "an unknown format": ({}, ["render", "shancheng/plan-2020", "--to", "odt"]),
    "an unknown profile": ({}, ["render", "shancheng/plan-2020", "--profile", "a3"]),
    "an unknown language": ({}, ["--lang", "fr", "check"]),
    "an unknown schema": ({}, ["schema", "nosuch"]),
    "a workspace that is not there": ({}, ["check", "-w", "nosuch"]),
    "a workspace that is a file": ({"f": ""}, ["check", "-w", "f"]),
    "an output that is a file": ({"f": ""}, ["render", "shancheng/plan-2020", "-o", "f"]),
    "an output below a file": ({"f": ""}, ["render", "shancheng/plan-2020", "-o", "f/out"]),
    "an output that is a folder": (
        {"output/shancheng/plan-2020.docx/x": ""},
        ["render", "shancheng/plan-2020"],
    ),
    "a new plan without a place": ({}, ["new", "plan", "plan-2027"]),
    "a new plan outside": ({}, ["new", "plan", "../x/plan"]),
    "a new plan that is there": (plan(PLAN), ["new", "plan", "x/a"]),
    "a new plan below a file": ({"data/x": ""}, ["new", "plan", "x/a"]),
    "a new plan called organs": ({}, ["new", "plan", "x/organs"]),
    "a new plan of a very long name": ({}, ["new", "plan", "x/" + "a" * 300]),
}

CHECKED: dict[str, Files] = {
    "an empty file": plan(""),
    "a comment": plan("# 甲\n"),
    "a word": plan("甲\n"),
    "a list": plan("- 甲\n"),
    "another encoding": plan(PLAN.encode("gb18030")),
    "two-byte characters": plan(PLAN.encode("utf-16")),
    "bytes": plan(bytes(range(256))),
    "a control character": plan(PLAN + "note: 甲\x07\n"),
    "a null byte": plan(PLAN + "note: 甲\x00\n"),
    "half a character": plan(PLAN.encode() + b"note: \xe7\x94\n"),
    "a tab": plan(PLAN + "place:\n\tname: 甲\n"),
    "an open quote": plan(PLAN + 'note: "甲\n'),
    "an open bracket": plan(PLAN + "basis: [甲\n"),
    "a bomb": plan("a: &a [甲]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(99))),
    "a tag": plan(PLAN + "note: !!python/object/apply:os.getcwd []\n"),
    "a repeated key": plan(PLAN + "kind: plan\n"),
    "two documents": plan(PLAN + "---\n" + PLAN),
    "deep nesting": plan("a: " + "[" * 50_000),
    "deep blocks": plan("".join(f"{' ' * n}a:\n" for n in range(300))),
    "a merge key": plan(PLAN + "<<: {note: 甲}\n"),
    "an unknown key": plan(PLAN + "nosuch: 1\n"),
    "braces in a key": plan(PLAN + "'{x}': 1\n"),
    "braces in a value": plan("kind: '{x}'\nlevel: '{0}'\ntitle: '{'\nissued: '{y}'\n"),
    "a number of 5000 digits": plan(PLAN + TARGET.format(f"equals: {'9' * 5000}所")),
    "an integer of 5000 digits": plan(
        PLAN + f"facts:\n  甲: {{value: {'9' * 5000}, source: 甲}}\n"
    ),
    "a ratio to nothing": plan(PLAN + TARGET.format("equals: '1:0'")),
    "yes at most": plan(PLAN + TARGET.format("at_most: 是")),
    "an unknown indicator": plan(PLAN + "targets:\n- {indicator: nosuch, equals: 1所}\n"),
    "31 September": plan(PLAN + "issued: 2020-09-31\n"),
    "the year 0": plan(PLAN + "issued: 0000-01-01\n"),
    "the year 9999": plan(PLAN + "ends: 9999-12-31\n"),
    "an unknown upper document": plan(PLAN + "implements: [x/nosuch]\n"),
    "a broken register": {**plan(PLAN), "data/x/organs.yaml": "organs: 甲\n"},
    "a broken dictionary": {**plan(PLAN), "data/indicators.yaml": "- 甲\n"},
    "an indicator of another form": {**plan(PLAN), "data/indicators.yaml": "甲 乙: {}\n"},
}

RENDERED: dict[str, Files] = {
    "no template": plan(PLAN),
    "an unknown template": plan(PLAN + "template: nosuch\n"),
    "a template that needs a place": plan(PLAN + "template: plan/street\n"),
    "an undefined name": template("<p>{{ nosuch }}</p>"),
    "a missing figure": template("<p>{{ figure('nosuch') }}</p>"),
    "a call of no function": template("<p>{{ doc() }}</p>"),
    "a call with too much": template("<p>{{ figure(1, 2, 3, 4, 5) }}</p>"),
    "a call with another kind": template("<p>{{ figure([1]) }}{{ organ({}) }}</p>"),
    "a filter of another kind": template("<p>{{ 1 | date }}</p>"),
    "a filter of nothing": template("<p>{{ doc.ends | year_end }}</p>"),
    "broken syntax": template("{% if %}"),
    "a template that is a folder": {**plan(OWN), "templates/own.xml.j2/x": ""},
    "a template in another encoding": template("<document/>甲".encode("gb18030")),
    "an empty template": template(b""),
    "no document": template("<p>甲</p>".encode()),
    "broken XML": template("<p>甲"),
    "two roots": template(b"<document/><document/>"),
    "an entity": template(b'<!DOCTYPE d [<!ENTITY x "y">]><document><title>&x;</title></document>'),
    "an outer entity": template(
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><document><title>&x;</title></document>'
    ),
    "a null byte in the text": template("<p>{{ '\\x00' }}</p>"),
    "an empty paragraph": template("<p></p>"),
    "a paragraph in a paragraph": template("<p><p>甲</p></p>"),
    "a reference to no annex": template('<p><annexref to="x"/></p>'),
    "two annexes of one id": template('<annex id="x"><title>甲</title></annex>' * 2),
    "a fifth level": template('<section title="甲">' * 5 + "<p>甲</p>" + "</section>" * 5),
    "deep XML": template("<section>" * 5000 + "</section>" * 5000),
    "a table without columns": template("<table><tbody><row><cell/></row></tbody></table>"),
    "a template that extends itself": template(b'{% extends "own.xml.j2" %}'),
    "a macro that calls itself": template("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    "a class": template("<p>{{ doc.__class__.__mro__ }}</p>"),
    "a file": template('{% include "/etc/hostname" %}'),
    "a range": template("<p>{{ range(10**7) | list | length }}</p>"),
    "a division by zero": template("<p>{{ 1 / 0 }}</p>"),
    "a duty with broken syntax": template(
        "<p>{{ doc.duties[0].text | prose }}</p>", "duties:\n- {organs: [甲], text: '{% if'}\n"
    ),
    "a duty that asks for a duty": template(
        "<p>{{ doc.duties[0].text | prose }}</p>",
        "duties:\n- {organs: [甲], text: '{{ doc.duties[0].text | prose }}'}\n",
    ),
}

# What a person might really write, and the layout must bear.
ODD_TITLES = {
    "2000 characters": "长" * 2000,
    "one character": "甲",
    "a long word": "w" * 500,
    "several lines": '"甲\\n乙\\n\\n丙"',
    "a line separator": '"甲\\u2028乙"',
    "a tab": '"甲\\t乙"',
    "what is no character": '"甲\\uFFFE乙"',
    "half a pair": '"甲\\uD800乙"',
    "marks of direction": '"甲\\u202E乙\\u200F"',
    "a family and accents": '"甲\\U0001F469\\u200D\\U0001F467e\\u0301\\u0301乙"',
    "rare characters": "𠮷𮧵",
    "a no-break space": '"甲\\u00A0乙"',
}
ODD_ORGANS = {
    "a long one": ["长" * 200],
    "one character": ["甲"],
    "forty": [f"某某机关{number}" for number in range(40)],
    "a Latin one": ["Bureau of " + "very " * 30 + "long names"],
}


def issued(organs: list[str]) -> str:
    """The facts of an issue in which every organ is one of ``organs``."""
    listed = "[" + ", ".join(organs) + "]"
    return (
        f"issue:\n  mark: {{organs: {listed}}}\n  issuers: {listed}\n  recipients: [{listed}]\n"
        f"  copies_to: [{listed}]\n  date: 2020-09-06\n  note: {organs[0]}\n"
        f"  number: {{code: {organs[0]}, year: 2020, sequence: 99999}}\n"
        f"  printed: {{by: {organs[0]}, on: 2020-12-31}}\n"
    )


WHOLE = """{% import "parts/issue.xml.j2" as parts %}
<document>
{% if issue %}{{ parts.head(issue) }}{% endif %}
{{ parts.title(doc.title) }}
{% if issue %}<to>{{ parts.groups(issue.recipients) }}</to>{% endif %}
<section title="甲"><p>乙</p></section>
<table><column/><tbody><row><cell><p>丙</p></cell></row></tbody></table>
{% if issue %}
{{ parts.signature(issue) }}
<note>{{ issue.note }}</note>
{{ parts.imprint(issue) }}
{% endif %}
</document>
"""
HEAD = "kind: plan\nlevel: street\ntemplate: t\n"
ODD = {
    **{f"a title of {name}": HEAD + f"title: {title}\n" for name, title in ODD_TITLES.items()},
    **{
        f"organs: {name}": HEAD + "title: 甲\n" + issued(organs)
        for name, organs in ODD_ORGANS.items()
    },
}


def clear(err: str) -> bool:
    """Whether every line is a sentence for the person at the keyboard."""
    starts = ("错误：", "用法见：", "提醒：")
    return bool(err) and all(line.startswith(starts) for line in err.splitlines())


@pytest.mark.parametrize(("files", "command"), USAGE.values(), ids=USAGE.keys())
def test_what_cannot_be_asked_leaves_with_2(
    files: Files,
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    workspace(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    ran = inside(capsys, *command)

    assert (ran.code, ran.out) == (2, ""), ran.err
    assert clear(ran.err.replace("“x\na”", "")), ran.err


@pytest.mark.parametrize("command", ["check", "render"])
@pytest.mark.parametrize("files", CHECKED.values(), ids=CHECKED.keys())
def test_data_that_cannot_be_read_leaves_with_3(
    files: Files, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    workspace(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    ran = inside(capsys, command, "x/a")

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert clear(ran.err), ran.err
    assert "data/" in ran.err


@pytest.mark.parametrize("files", RENDERED.values(), ids=RENDERED.keys())
def test_what_cannot_be_composed_leaves_with_3(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    workspace(tmp_path, files)
    monkeypatch.chdir(tmp_path)

    ran = inside(capsys, "render", "x/a", "--to", "docx", "--to", "txt")

    assert (ran.code, ran.out) == (3, ""), ran.err
    assert clear(ran.err), ran.err
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_laid_out_or_refused(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    workspace(tmp_path, {**plan(text), "templates/t.xml.j2": WHOLE})
    monkeypatch.chdir(tmp_path)

    ran = inside(capsys, "render", "x/a", "--to", "docx", "--to", "txt")

    assert ran.code in (0, 3), ran.err
    assert clear(ran.err) or (ran.code == 0 and not ran.err), ran.err


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_link_to_itself_leaves_with_2(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    workspace(tmp_path, plan(PLAN))
    loop = tmp_path / "data/x/loop.yaml"
    loop.symlink_to(loop)
    monkeypatch.chdir(tmp_path)

    by_id, by_path = inside(capsys, command, "x/loop"), inside(capsys, command, "data/x/loop.yaml")

    assert (by_id.code, by_path.code) == (2, 2)
    assert clear(by_id.err)
    assert clear(by_path.err)
