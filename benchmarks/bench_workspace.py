"""What a large workspace costs a render: the comparison of a plan's targets with those above.

Every town has twenty yearly plans, each superseding the one before, so that all files but the first
of each town name one that they supersede. The plan is one of another town: its own files and those
above it are read, of the others only the bytes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from measuring import PLAN, ROOT, milliseconds, print_machine, print_table, taking_turns

from plangen.jobs.shortfalls import shortfalls
from plangen.load.documents import Library
from plangen.load.workspace import Workspace

YEARS = 20
PLANS = (0, 100, 1_000, 10_000)
RUNS = 7


def fill(root: Path, plans: int) -> Workspace:
    """A workspace with so many plans beside those that come with plangen."""
    text = (ROOT / "data" / f"{PLAN}.yaml").read_text(encoding="utf-8")
    for number in range(plans):
        town, year = divmod(number, YEARS)
        older = f"supersedes: [town{town}/plan-{1999 + year}]\nimplements:"
        path = root / "data" / f"town{town}" / f"plan-{2000 + year}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("implements:", older, 1) if year else text, encoding="utf-8")
    return Workspace.at(root)


def main() -> None:
    print_machine("plangen", "pydantic", "PyYAML")
    rows = []
    for plans in PLANS:
        with tempfile.TemporaryDirectory() as folder:
            place = fill(Path(folder), plans)
            tasks = {
                "names": lambda place=place: list(place.document_ids()),
                "compare": lambda place=place: shortfalls(Library(place), PLAN),
            }
            series = taking_turns(tasks, RUNS)
        cells = [cell for one in series.values() for cell in (milliseconds(one.median), one.spread)]
        rows.append([f"{plans:,}", *cells])
    head = ["other plans", "names ms", "from–to", "compare ms", "from–to"]
    print_table(f"Comparing {PLAN}, medians of {RUNS} runs", head, rows)


if __name__ == "__main__":
    main()
