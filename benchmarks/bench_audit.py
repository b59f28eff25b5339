"""How long the audit of many plans takes, in one process, and how it grows with their number.

The plans are made in memory, each from its own text values as if it had been read from a file: 30
indicators, round values around the required ones, some missing, some late, with recorded facts and
one document above. Only the audit and the roll-up are timed, in seconds of the processor, not the
making of the plans.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from time import process_time

from measuring import print_machine, print_table, verdict

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.audit.rollup import roll_up
from plangen.model.indicators import Indicator
from plangen.model.plans import DocumentFacts
from plangen.model.verdicts import Audit

REQUIREMENTS = 30
SIZES = (1_000, 5_000, 10_000, 20_000, 40_000)
MOST_SECONDS = 10.0
CHUNK = 500
LINEAR = 1.3
"""A plan of the longest run may take this much longer than one of the shortest."""

UNITS = ("percent", "frequency", "count", "permille", "ratio", "hours")
DATES = ("2020-12-31", "2021-06-30", "2021-12-31", "2022-12-31")


def value(unit: str, draw: random.Random) -> str:
    """A value of a unit as a document writes it: round ones, as plans have them."""
    match unit:
        case "percent":
            return f"{draw.randint(8, 20) * 5}%"
        case "frequency":
            return f"每{draw.choice(['年', '半年', '季度', '月'])}{draw.randint(1, 4)}次"
        case "count":
            return f"{draw.randint(1, 20)}个"
        case "permille":
            return f"{draw.randint(6, 12) / 2}‰"
        case "ratio":
            return f"1:{draw.randint(4, 12) * 500}"
        case _:
            return f"{draw.randint(5, 7)}×{draw.choice([8, 12, 24])}小时"


def indicators() -> dict[str, Indicator]:
    """30 indicators, every fifth of which applies only where a fact says so."""
    return {
        f"indicator_{number}": Indicator.model_validate(
            {
                "name": f"第{number}项",
                "unit": UNITS[number % len(UNITS)],
                "kind": "flow" if number % 3 == 0 else "stock",
                "of": "中小学" if number % 4 == 0 else None,
                "parts": {"中小学": ["小学", "中学"]} if number == 0 else {},
                "applies_if": ["高等院校"] if number % 5 == 0 else [],
            }
        )
        for number in range(REQUIREMENTS)
    }


def target(name: str, unit: str, draw: random.Random) -> dict[str, str]:
    """A target of an indicator."""
    given = {"indicator": name, "at_least": value(unit, draw), "clause": f"二（{len(name)}）"}
    if draw.random() < 0.7:
        given["by"] = draw.choice(DATES)
    if draw.random() < 0.1:
        given["modality"] = "力争"
    if draw.random() < 0.1:
        given["scope"] = "小学"
    return given


def document(draw: random.Random, share: float, **facts: object) -> DocumentFacts:
    """A document with targets for a share of the indicators."""
    targets = [
        target(f"indicator_{number}", UNITS[number % len(UNITS)], draw)
        for number in range(REQUIREMENTS)
        if draw.random() < share
    ]
    given = {"kind": "plan", "title": "方案", "ends": "2021-12-31", "targets": targets, **facts}
    return DocumentFacts.model_validate(given)


def plans(count: int) -> Iterator[list[Paper]]:
    """So many plans in chunks, each different."""
    draw = random.Random(2021)
    for first in range(0, count, CHUNK):
        yield [
            Paper(
                f"street/plan-{number}",
                document(
                    draw,
                    0.9,
                    level="street",
                    issued="2020-09-06",
                    implements=["national/scheme"],
                    place={"name": f"街道{number}"},
                    facts={"高等院校": {"value": draw.randint(0, 1), "source": "年鉴"}},
                ),
            )
            for number in range(first, min(first + CHUNK, count))
        ]


def seconds(count: int) -> float:
    """How long the audit of so many plans keeps the processor busy."""
    upper = Paper(
        "national/scheme",
        document(random.Random(2018), 1.0, level="national", issued="2018-11-16"),
    )
    auditor = Auditor(Hierarchy({upper.id: upper}), indicators())
    spent, rows = 0.0, 0
    for chunk in plans(count):
        start = process_time()
        rollup = roll_up(audits(auditor, chunk))
        spent += process_time() - start
        rows += rollup.total.rows
    assert rows == count * REQUIREMENTS
    return spent


def audits(auditor: Auditor, papers: list[Paper]) -> Iterator[Audit]:
    """The audits of papers, one after the other."""
    return (auditor.audit(paper) for paper in papers)


def main() -> None:
    gc.set_threshold(100_000)  # as the command line has it
    print_machine()
    times = {count: seconds(count) for count in SIZES}
    per_plan = {count: spent / count for count, spent in times.items()}
    rows = [
        [f"{count:,}", f"{spent:.2f}", f"{per_plan[count] * 1e6:.0f}"]
        for count, spent in times.items()
    ]
    print_table(
        f"Audit of plans against {REQUIREMENTS} requirements, in one process",
        ["plans", "seconds", "µs a plan"],
        rows,
    )
    most, growth = times[SIZES[-1]], per_plan[SIZES[-1]] / per_plan[SIZES[0]]
    print(f"\n{SIZES[-1]:,} plans under {MOST_SECONDS:.0f} s: {verdict(most < MOST_SECONDS)}")
    print(f"growth a plan {growth:.2f}, at most {LINEAR}: {verdict(growth <= LINEAR)}")


if __name__ == "__main__":
    main()
