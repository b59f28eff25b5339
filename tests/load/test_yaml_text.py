"""YAML text → plain values with their lines; what is refused, and where."""

import pytest

from plangen.errors import InputError
from plangen.load.yaml_text import LARGEST_DEPTH, LARGEST_FILE, key_text, read_yaml


def refusal(text: str) -> str:
    """The one sentence by which a text is refused."""
    with pytest.raises(InputError) as caught:
        read_yaml(text, "a.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    "scalar",
    [
        "2021",
        "1:30",
        "no",
        "7:24",
        "0x10",
        "1e3",
        "2021-12-31",
        "yes",
        "On",
        "1:4000",
        "4.5‰",
        ".5",
    ],
)
def test_a_scalar_stays_the_text_it_is(scalar: str) -> None:
    yaml = read_yaml(f"key: {scalar}\n", "a.yaml")

    assert yaml.value == {"key": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none(nothing: str) -> None:
    yaml = read_yaml(f"key: {nothing}\nlist:\n- {nothing}\n", "a.yaml")

    assert yaml.value == {"key": None, "list": [None]}


@pytest.mark.parametrize(("written", "text"), [("''", ""), ('"~"', "~"), ("'null'", "null")])
def test_a_quoted_value_is_text_even_where_it_looks_empty(written: str, text: str) -> None:
    yaml = read_yaml(f"key: {written}\n", "a.yaml")

    assert yaml.value == {"key": text}


def test_every_key_and_list_item_has_its_line() -> None:
    yaml = read_yaml("a: 1\nb:\n- x\n- c: 2\n  d:\n    e: |\n      long\n      text\n", "a.yaml")

    assert yaml.lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "c"): 4,
        ("b", 1, "d"): 5,
        ("b", 1, "d", "e"): 6,
    }


def test_a_key_path_reads_as_people_write_it() -> None:
    path = ("targets", 2, "points", 0, "at_least")

    assert key_text(path) == "targets[3].points[1].at_least"


def test_a_place_is_the_nearest_line_above_where_the_key_is_missing() -> None:
    yaml = read_yaml("a: 1\nb:\n- c: 2\n", "data/a.yaml")

    place = yaml.place(("b", 0, "d", "e"))

    assert str(place.message()) == "data/a.yaml 第3行 b[1].d.e"


def test_an_empty_file_has_no_value_and_its_place_is_the_first_line() -> None:
    yaml = read_yaml("# nothing yet\n", "a.yaml")

    assert yaml.value is None
    assert str(yaml.place(("title",)).message()) == "a.yaml 第1行 title"


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    yaml = read_yaml("\ufeffkey: 1\n", "a.yaml")

    assert yaml.value == {"key": "1"}


def test_a_repeated_key_is_refused_with_both_lines() -> None:
    assert refusal("a: 1\nb: 2\na: 3\n") == "a.yaml 第3行：键 a 重复，第1行已有"


def test_a_key_repeated_in_a_nested_mapping_names_what_holds_it() -> None:
    text = "list:\n- a: 1\n  b: 2\n  'a': 3\n"

    assert refusal(text) == "a.yaml 第4行 list[1]：键 a 重复，第2行已有"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    bomb = "l0: &l0 [ha, ha, ha]\n" + "\n".join(levels)

    assert refusal(bomb) == "a.yaml 第1行：不能用 YAML 锚点（&），请把内容写全"


def test_an_alias_is_refused() -> None:
    assert refusal("a: 1\nb: *a\n") == "a.yaml 第2行：不能用 YAML 别名（*），请把内容写全"


@pytest.mark.parametrize(
    ("tagged", "tag"),
    [
        ("!!int 3", "tag:yaml.org,2002:int"),
        ("!foo bar", "!foo"),
        (
            "!!python/object/apply:os.system ['true']",
            "tag:yaml.org,2002:python/object/apply:os.system",
        ),
    ],
)
def test_a_tag_is_refused(tagged: str, tag: str) -> None:
    assert refusal(f"a: 1\nb: {tagged}\n") == f"a.yaml 第2行：不能用 YAML 标签（{tag}）"


def test_a_second_document_is_refused() -> None:
    text = "---\na: 1\n---\nb: 2\n"

    assert refusal(text) == "a.yaml 第3行：一个文件里只能有一份数据（有多余的 ---）"


def test_a_tab_as_indent_is_refused_at_its_line() -> None:
    assert refusal("a:\n\tb: 1\n") == (
        "a.yaml 第2行：YAML 写法有误（found character that cannot start any token）："
        "请检查缩进、冒号和引号"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\nb: c: d\n", 2), ('a: "x\n', 2), ("a: [1, 2\nb: 3\n", 2), ("a: 1\n  b: 2\n", 2)],
)
def test_broken_yaml_is_refused_at_its_line(text: str, line: int) -> None:
    assert refusal(text).startswith(f"a.yaml 第{line}行：YAML 写法有误（")


def test_a_key_that_is_a_list_is_refused() -> None:
    assert refusal("a: 1\n? [b, c]\n: d\n") == "a.yaml 第2行：键应为一个词，不能是列表或映射"


def test_nesting_as_deep_as_the_limit_is_read() -> None:
    text = "[" * LARGEST_DEPTH + "]" * LARGEST_DEPTH

    value = read_yaml(text, "a.yaml").value

    assert str(value) == text


@pytest.mark.parametrize("depth", [LARGEST_DEPTH + 1, 100_000])
def test_deeper_nesting_is_refused(depth: int) -> None:
    assert refusal("[" * depth + "]" * depth).endswith(f"：嵌套超过 {LARGEST_DEPTH} 层")


def test_a_text_beyond_the_limit_is_refused_before_it_is_parsed() -> None:
    text = "a: &a " + "x" * LARGEST_FILE

    assert refusal(text) == "a.yaml 第1行：文件超过 5000000 字节"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b"])
def test_a_control_character_is_refused_in_one_line(character: str) -> None:
    sentence = refusal(f"a: 1\nb: x{character}y\n")

    assert "\n" not in sentence
    assert sentence.startswith("a.yaml 第")
    assert f"{ord(character):04X}" in sentence
