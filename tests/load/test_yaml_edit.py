"""Values changed in a YAML text: the rest stays, remarks come and go, comments are nobody's."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.errors import InputError
from plangen.load.yaml_edit import Change, NewKey, edited, layout
from plangen.load.yaml_text import Path, read_yaml

KINDS = """a: 1  # 一
b: # 二
- x
- 'y'  # 三
# 四
c: >-  # 五
  foo
  bar

# 六
d: "x
  y"
e: p
  q
f: {a: 1, b: [2, 3]}
"""


def change(text: str, *changes: tuple[Path, str | None, str], new: tuple[NewKey, ...] = ()) -> str:
    changed = {
        path: Change(source, (remark,) if remark else ()) for path, source, remark in changes
    }
    return edited(layout(text, "a.yaml"), changed, new)


@pytest.mark.parametrize(
    ("path", "source", "line"),
    [
        (("a",), "2", "a: 2  # 一  # ▲ 改"),
        (("b", 0), "待定", "- 待定  # ▲ 改"),
        (("b", 1), "'z'", "- 'z'  # 三  # ▲ 改"),
        (("f", "b", 1), "4", "f: {a: 1, b: [2, 4]}  # ▲ 改"),
    ],
)
def test_a_value_changes_and_its_line_is_remarked_upon(path: Path, source: str, line: str) -> None:
    new = change(KINDS, (path, source, "改"))

    others = [old for old in KINDS.splitlines() if old not in new.splitlines()]
    assert line in new.splitlines()
    assert len(others) == 1
    assert new.count("\n") == KINDS.count("\n")


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (("b",), ["b: # 二  # ▲ 看", "- x"]),
        (("c",), ["c: >-  # 五  # ▲ 看", "  foo"]),
        (("d",), ["# ▲ 看", 'd: "x']),
        (("e",), ["# ▲ 看", "e: p"]),
        (("f",), ["f: {a: 1, b: [2, 3]}  # ▲ 看"]),
    ],
)
def test_a_remark_never_stands_inside_a_text(path: Path, lines: list[str]) -> None:
    new = change(KINDS, (path, None, "看"))

    assert "\n".join(lines) + "\n" in new
    assert read_yaml(new, "").value == read_yaml(KINDS, "").value


def test_remarks_of_one_line_share_a_comment_and_are_said_once() -> None:
    new = change(
        "f: {a: 1, b: 2}\n", (("f", "a"), "3", "甲"), (("f", "b"), "4", "甲"), (("f",), None, "乙")
    )

    assert new == "f: {a: 3, b: 4}  # ▲ 甲；乙\n"


def test_earlier_remarks_give_way_to_new_ones_and_comments_stay() -> None:
    paths = [(("a",), "9", "甲"), (("c",), None, "乙"), (("d",), None, "丙")]
    once = change(KINDS, *paths)

    assert change(once) == KINDS.replace("a: 1  #", "a: 9  #")
    assert change(once, *paths) == once


def test_what_looks_like_a_remark_inside_a_text_is_text() -> None:
    text = 'a: "x  # ▲ y"\nb: >-\n  p  # ▲ q\n  # ▲ r\nc: 1\n'

    assert change(text) == text


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a: [x]\nb: 1\n", "a: [x]\nz: [1]  # ▲ 新\nb: 1\n"),
        ("a:\n- x  # 一\n# 二\nb: 1\n", "a:\n- x  # 一\nz: [1]  # ▲ 新\n# 二\nb: 1\n"),
        ("a: >-\n  x\n\nb: 1\n", "a: >-\n  x\nz: [1]  # ▲ 新\n\nb: 1\n"),
        ("a: x", "a: x\nz: [1]  # ▲ 新"),
        ("{a: [x], b: 1}\n", "{a: [x], z: [1], b: 1}\n"),
    ],
)
def test_a_new_key_comes_behind_another(text: str, new: str) -> None:
    assert change(text, new=(NewKey("a", "z: [1]", "新"),)) == new


def test_a_new_key_comes_below_the_remark_of_the_one_before() -> None:
    new = change("a: [x]\nb: 1\n", (("a", 0), "y", "改"), new=(NewKey("a", "z: [1]", "新"),))

    assert new == "a: [y]  # ▲ 改\nz: [1]  # ▲ 新\nb: 1\n"


def test_an_empty_list_can_be_written_anew() -> None:
    assert change("a: []  # 一\nb: {}\n", (("a",), "[x]", "")) == "a: [x]  # 一\nb: {}\n"


def test_what_cannot_be_read_cannot_be_edited() -> None:
    with pytest.raises(InputError):
        layout("a: [", "a.yaml")


WORDS = st.text("甲乙2020年#▲：, ab'\"", min_size=1, max_size=8).map(
    lambda text: f"词{text.strip()}词"
)
PLAIN = st.text("甲乙20年ab", min_size=1, max_size=8).map(lambda text: f"词{text}")
COMMENTS = st.just("") | st.text("甲乙# ▲2020年\"'", max_size=6).map(lambda text: f"  # 评{text}")


@st.composite
def scalars(draw: st.DrawFn, indent: str) -> str:
    """A scalar in any style, the rest of its line a comment where one may stand."""
    style = draw(st.sampled_from(["plain", "single", "double", "folded", "long", "wide"]))
    word, other = draw(PLAIN), draw(PLAIN)
    comment = draw(COMMENTS)
    match style:
        case "plain":
            return f"{word}{comment}\n"
        case "single":
            return "'" + draw(WORDS).replace("'", "''") + f"'{comment}\n"
        case "double":
            return '"' + draw(WORDS).replace('"', '\\"') + f'"{comment}\n'
        case "folded":
            return f">-{comment}\n{indent}  {word}\n{indent}  {draw(WORDS)}\n"
        case "long":
            return f"{word}\n{indent}  {other}{comment}\n"
    return f'"{word}\n{indent}  {other}"{comment}\n'


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A data file: scalars, lists and mappings in both layouts, with comments between."""
    text = ""
    for number in range(draw(st.integers(1, 6))):
        text += draw(st.sampled_from(["", "# 行间\n", "\n", "# ▲\n"])) if number else ""
        key = f"k{number}"
        match draw(st.sampled_from(["scalar", "list", "mappings", "flow", "flow list"])):
            case "scalar":
                text += f"{key}: {draw(scalars(''))}"
            case "list":
                items = [draw(scalars("")) for _ in range(draw(st.integers(1, 3)))]
                text += f"{key}:{draw(COMMENTS)}\n" + "".join(f"- {item}" for item in items)
            case "mappings":
                text += f"{key}:\n- a: {draw(scalars('  '))}  b: {draw(scalars('  '))}"
            case "flow":
                inner = f"{{a: {draw(PLAIN)}, b: [{draw(PLAIN)}, {draw(PLAIN)}]}}"
                text += f"{key}: {inner}{draw(COMMENTS)}\n"
            case "flow list":
                text += (
                    f"{key}: [{draw(PLAIN)},{draw(COMMENTS)}\n  {draw(PLAIN)}]{draw(COMMENTS)}\n"
                )
    return text


def comments(text: str) -> list[str]:
    """All comments but remarks, in order, found by what is in no scalar."""
    found = layout(text, "")
    spans = [
        (scalar.start, scalar.end) for scalar in (*found.keys.values(), *found.values.values())
    ]
    outside = "".join(
        character if character == "\n" or not any(a <= index < b for a, b in spans) else "·"
        for index, character in enumerate(text)
    )
    return [
        part.strip()
        for line in outside.splitlines()
        if "#" in line
        for part in line[line.index("#") :].split("  # ▲ 注")[:1]
        if not part.startswith("# ▲ 注")
    ]


@given(texts(), st.data())
@settings(max_examples=300)
def test_nothing_changes_but_what_is_to_change(text: str, data: st.DataObject) -> None:
    text = change(text)  # without remarks
    found = layout(text, "")
    paths = data.draw(st.lists(st.sampled_from(sorted(found.values, key=str)), unique=True))
    changes = {
        path: Change(
            "新" if data.draw(st.booleans()) and not found.values[path].is_block else None, ("注",)
        )
        for path in paths
    }

    new = edited(found, changes)

    again = layout(new, "")
    assert {path: again.source(path) for path in again.values} == {
        path: changes[path].source or found.source(path) if path in changes else found.source(path)
        for path in found.values
    }
    assert comments(new) == comments(text)
    restored = {path: Change(found.source(path)) for path, c in changes.items() if c.source}
    assert edited(again, restored) == text


@given(texts())
def test_the_layout_has_the_values_that_reading_finds(text: str) -> None:
    source = read_yaml(text, "")

    found = layout(text, "")

    def leaves(value: Any, path: Path = ()) -> list[Path]:
        if isinstance(value, dict):
            return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
        if isinstance(value, list):
            return [leaf for n, inner in enumerate(value) for leaf in leaves(inner, (*path, n))]
        return [path]

    assert list(found.values) == leaves(source.value)
