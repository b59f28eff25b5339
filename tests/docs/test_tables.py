"""What the documentation lists is what there is: elements, functions, filters, blocks, styles."""

import importlib
import inspect
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plangen.compose import sandbox
from plangen.compose.figures import variables
from plangen.compose.filters import FILTERS
from plangen.document.parse import schema_text
from plangen.model.dictionary import Dictionary
from plangen.model.plans import DocumentFacts
from plangen.model.verdicts import Verdict
from plangen.report.audit_advice import Step
from plangen.report.audit_facts import ClaimFacts, RowFacts
from plangen.report.audit_opinion import opinion_variables
from plangen.sheet.geometry import PROFILES
from plangen.sheet.styles import RUN_STYLES, STYLES
from plangen.typeset.fit import LOOSEST_PITCH, TIGHTEST_PITCH
from tests.docs.markdown import code_words, section, table
from tests.report.audits import FULL

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/guide.zh.md").read_text(encoding="utf-8")
DECISIONS = (ROOT / "docs/decisions.md").read_text(encoding="utf-8")
PIPELINE = (ROOT / "docs/pipeline.md").read_text(encoding="utf-8")
OPINION_ROWS = table(TEMPLATES, "The opinion of an audit")
RNG = "{http://relaxng.org/ns/structure/1.0}"
TWIPS_PER_POINT = 20

# A name in the first column of a table: `figure(indicator)`, `<p>`, `date`.
_FIRST_COLUMN = re.compile(r"`<?([a-z_]+)(?:\([^)]*\))?>?`")


def listed(heading: str) -> list[str]:
    """The names in the first column of the tables under a heading of the templates' manual."""
    return [found for row in table(TEMPLATES, heading) for found in _FIRST_COLUMN.findall(row[0])]


def attributes_of_elements() -> dict[str, set[str]]:
    """The elements of the schema, each with its attributes."""
    root = etree.fromstring(schema_text().encode())
    found = {element.get("name") or "": set[str]() for element in root.iter(f"{RNG}element")}
    for attribute in root.iter(f"{RNG}attribute"):
        owner = next(attribute.iterancestors(f"{RNG}element"))
        found[owner.get("name") or ""].add(attribute.get("name") or "")
    return found


def template_variables() -> dict[str, Any]:
    facts = DocumentFacts(kind="plan", level="street", title="某方案")
    return variables(facts, Dictionary({}))


def signatures() -> Iterator[str]:
    """The functions of templates with the names of their parameters."""
    for title, value in template_variables().items():
        if callable(value):
            parameters = inspect.signature(value).parameters.values()
            names = [("*" * (p.kind is p.VAR_POSITIONAL)) + p.name for p in parameters]
            yield f"`{title}({', '.join(names)})`"


def test_every_element_is_listed_with_its_attributes() -> None:
    rows = table(TEMPLATES, "Elements")

    documented = {row[0].strip("`<>"): set(code_words(row[1])) for row in rows}

    assert documented == attributes_of_elements()


def test_every_function_is_listed_with_its_parameters() -> None:
    rows = table(TEMPLATES, "What a template can ask for")

    assert {row[0] for row in rows if "(" in row[0]} == set(signatures())


def test_every_variable_is_listed() -> None:
    plain = {title for title, value in template_variables().items() if not callable(value)}

    rows = table(TEMPLATES, "What a template can ask for")

    assert {row[0].strip("`") for row in rows if "(" not in row[0]} == plain


def test_everything_that_the_opinion_can_ask_for_is_listed() -> None:
    names = {word.split("(")[0] for row in OPINION_ROWS for word in code_words(row[0])}
    made = opinion_variables(FULL)

    assert names == {
        *made,
        *(field.name for facts in (RowFacts, ClaimFacts) for field in fields(facts)),
        *("day", *Step),
    }


def test_every_verdict_of_the_opinion_is_listed() -> None:
    assert set(Verdict) <= set(code_words(section(TEMPLATES, "The opinion of an audit")))


def test_every_filter_is_listed() -> None:
    assert set(listed("Filters")) == {*FILTERS, "prose"}
    assert set(code_words(section(TEMPLATES, "Filters of Jinja"))) == sandbox.FILTERS


def test_the_bounds_of_templates_are_those_of_the_sandbox() -> None:
    numbers = re.findall(r"[0-9]+(?:,[0-9]{3})+", section(TEMPLATES, "Bounds"))

    assert [int(number.replace(",", "")) for number in numbers] == [
        sandbox.LARGEST_PIECE,
        sandbox.MOST_STEPS,
        sandbox.MOST_WRITTEN,
    ]


def test_every_block_of_the_packaged_templates_is_listed() -> None:
    sources = [
        (ROOT / "templates" / file).read_text(encoding="utf-8")
        for file in (
            *("notice/issuing.xml.j2", "notice/plain.xml.j2", "notice/annual-tasks.xml.j2"),
            *("plan/street.xml.j2", "plan/city-tasks.xml.j2", "notice/audit-opinion.xml.j2"),
        )
    ]

    blocks = {found for source in sources for found in re.findall(r"{%-? block (\w+)", source)}

    assert set(listed("Blocks of the packaged templates")) == blocks


def test_every_macro_of_the_packaged_parts_is_listed() -> None:
    for file, macros in table(TEMPLATES, "Macros of the packaged parts"):
        source = (ROOT / file.strip("`")).read_text(encoding="utf-8")

        documented = [word for word in code_words(macros) if "(" in word]

        assert documented == re.findall(r"{% macro (\w+\([^)]*\))", source)


def test_every_style_is_listed_in_the_guide() -> None:
    rows = table(GUIDE, "在 Word 或 WPS 里打开")

    paragraphs = {style.name for style in STYLES.values()}
    runs = {title for title, _ in RUN_STYLES.values()}

    assert {row[0] for row in rows} == paragraphs | runs


def test_the_guide_gives_the_margins_and_line_steps_of_the_profiles() -> None:
    rows = table(GUIDE, "两种版式")

    shown = {row[0].strip("`"): (row[1], row[2]) for row in rows}

    assert shown == {
        title: (
            f"{profile.top:.3g}、{profile.bottom:.3g} 毫米",
            f"{profile.pitch / TWIPS_PER_POINT:g} 磅",
        )
        for title, profile in PROFILES.items()
    }


def test_the_line_steps_of_a_notice_are_those_that_are_tried() -> None:
    tightest, loosest = (
        f"{pitch / TWIPS_PER_POINT:g}" for pitch in (TIGHTEST_PITCH, LOOSEST_PITCH)
    )

    assert f"{tightest} pt and short of {loosest} pt" in DECISIONS
    assert f"在 {tightest} 磅到 {loosest} 磅之间" in GUIDE


def test_the_pipeline_gives_the_arrows_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    there = {path.stem for path in (ROOT / "src/plangen").iterdir()}
    order = [
        [layer for layer in re.findall(r"\w+", line) if layer in there and layer != "__main__"]
        for line in layers
    ]
    (paragraph,) = re.findall(r"never\nbetween neighbours: ([^.]+)\.", PIPELINE)

    arrows = [re.findall(r"`(\w+)`", step) for step in paragraph.split("→")]

    assert arrows == [layer for layer in order if layer]


@pytest.mark.parametrize("document", sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_what_is_named_by_its_module_exists(document: Path) -> None:
    words = code_words(document.read_text(encoding="utf-8"))

    named = [word for word in words if re.fullmatch(r"plangen(?:\.\w+)+", word)]

    assert [word for word in named if not is_defined(word)] == []


def is_defined(path: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    module, _, attribute = path.rpartition(".")
    try:
        importlib.import_module(path)
    except ModuleNotFoundError:
        return bool(module) and is_defined(module) and hasattr(resolved(module), attribute)
    return True


def resolved(path: str) -> Any:
    """The module, or the thing in one, that a dotted name stands for."""
    module, _, attribute = path.rpartition(".")
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        return getattr(resolved(module), attribute)
