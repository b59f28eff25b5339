"""The seed documents and what a careful reader found in them, which lie beside the repository.

Their folder is ``../shared``; without it the tests that compare with them are skipped.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plangen.document.elements import Document
from plangen.document.inline import Figure
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.plans import DocumentFacts
from plangen.quantity.bounds import Bound
from plangen.quantity.grammar import parse_bound, parse_quantity
from plangen.quantity.values import Quantity
from tests.compose.composing import figures
from tests.jobs.test_shancheng_against_seed import COMPARATORS, copies, dense

PERIODS = {
    "per_month": "每月",
    "per_half_year": "每半年",
    "per_semester": "每学期",
    "per_year": "每年",
}
NUMBER = "[一二三四五六七八九十]+"


@dataclass(frozen=True)
class Pair:
    """A seed's text, the rows about it, and the document that plangen makes of its facts."""

    seed: str
    rows: tuple[dict[str, Any], ...]
    facts: DocumentFacts
    document: Document
    text: str


def pair(shared: Path, seed: str, document_id: str, folder: Path) -> Pair:
    """A seed and its document; skips the test where the seeds are not there."""
    source, targets = shared / f"seeds/{seed}.txt", shared / "acceptance/targets.jsonl"
    if not (source.is_file() and targets.is_file()):
        pytest.skip(f"the seed documents are not there: {shared}")
    rows = [json.loads(line) for line in targets.read_text(encoding="utf-8").splitlines()]
    workspace = Workspace.at(folder)
    renderer = Renderer(workspace)
    renderer.render(document_id, ["txt"], Outputs(folder))
    return Pair(
        source.read_text(encoding="utf-8"),
        tuple(row for row in rows if row["document"] == seed),
        Library(workspace).load(document_id).facts,
        renderer.document(document_id)[0],
        (folder / f"{document_id}.txt").read_text(encoding="utf-8"),
    )


def chinese_marks(text: str) -> str:
    """A text with full-width brackets, commas and colons, as official documents have them."""
    return text.translate(str.maketrans("(),:", "（），："))


def han(text: str) -> int:
    """How many Chinese characters a text has."""
    return len(re.findall("[\u4e00-\u9fff]", text))


def items(text: str) -> list[str]:
    """The run-in titles of a text without white space, in order: （一）召开领导小组会议。"""
    return re.findall(rf"（{NUMBER}）[^。，（）]{{4,20}}(?:，[^。，（）]{{4,20}})?。", text)


def parts(text: str) -> list[str]:
    """The headings of the first level that stand in lines of their own."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if re.fullmatch(rf"{NUMBER}、[^。，、]{{2,20}}", line)]


def quantity(row: dict[str, Any]) -> Quantity:
    """The value of a row in the project's own kind."""
    value, unit = row["value"], row["unit"]
    if unit == "ratio":
        return parse_quantity(row["ratio"])
    if unit in PERIODS:
        return parse_quantity(f"{PERIODS[unit]}{value}次")
    ending = {"percent": "%", "permille": "‰", "hours_per_day": "小时", "years": "年"}
    return parse_quantity(f"{value}{ending.get(unit, '个')}")


def _same(bound: Bound, row: dict[str, Any]) -> bool:
    expected, found = quantity(row), bound.quantity
    same = (found.unit, found.amount, found.period) == (
        expected.unit,
        expected.amount,
        expected.period,
    )
    return same and (not row["explicit"] or bound.comparator is COMPARATORS[row["comparator"]])


def missing_targets(pair: Pair, rows: Iterable[dict[str, Any]]) -> list[str]:
    """The indicators of rows that the data hold no target for, or another, or another date."""
    found = []
    for row in rows:
        targets = [target for target in pair.facts.targets if target.indicator == row["indicator"]]
        days = {target.deadline.last_day.isoformat() for target in targets if target.deadline}
        days |= {pair.facts.ends.isoformat()} if pair.facts.ends else set()
        held = any(_same(target.bound, row) for target in targets)
        if not held or (row["by"] and row["by"] not in days):
            found.append(row["indicator"])
    return found


def missing_figures(pair: Pair, rows: Iterable[dict[str, Any]]) -> list[str]:
    """The indicators of rows whose value no figure of the text shows."""
    return [row["indicator"] for row in rows if not any(_shows(pair, row))]


def _shows(pair: Pair, row: dict[str, Any]) -> Iterator[bool]:
    for figure in figures(pair.document):
        if figure.part != "by" and row["indicator"] in figure.target.split():
            amount = parse_bound(figure.text).quantity
            expected = quantity(row)
            yield (amount.amount, amount.period) == (expected.amount, expected.period)


def shown(document: Document) -> set[str]:
    """The indicators whose values the text shows."""
    found: list[Figure] = [figure for figure in figures(document) if figure.part != "by"]
    return {name for figure in found for name in figure.target.split()}


def copied(text: str, seed: str, names: Iterable[str]) -> set[str]:
    """What a text has word for word from the seed, apart from names, titles and their lists."""
    source = chinese_marks(dense(seed))
    lines = [re.sub("《[^《》]*》", "\n", dense(line)) for line in text.splitlines()]
    for name in sorted((dense(name) for name in names), key=len, reverse=True):
        lines = [part for line in lines for part in line.split(name)]
    pieces = [part for line in lines for part in line.split("\n")]
    return {run for piece in pieces for run in copies(piece, source)}
