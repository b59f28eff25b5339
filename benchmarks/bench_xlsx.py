"""How long the workbook of an audit takes, and how it grows with the number of plans.

The plans are those of `bench_audit.py`, audited beforehand; every plan has 30 requirements, and
with the summary and the coverage about 100 rows in the workbook. Timed, in the processor's
seconds, are the two steps of ``plangen audit --all --format xlsx`` that come after the audit: the
cells of the tables, and the file that XlsxWriter writes of them.
"""

from __future__ import annotations

import gc
import random
from time import process_time

from bench_audit import REQUIREMENTS, audits, document, indicators, plans
from measuring import print_machine, print_table, verdict

from plangen.audit.auditor import Auditor
from plangen.audit.hierarchy import Hierarchy
from plangen.audit.papers import Paper
from plangen.jobs.audit_report import Wanted
from plangen.load.workspace import Workspace, packaged_root
from plangen.model.verdicts import Audit
from plangen.report.audit_grids import audit_workbook
from plangen.writers.xlsx import write_xlsx

ADVISE = Wanted(Workspace(packaged_root(), packaged_root())).advise
SIZES = (100, 300, 1_000)
LINEAR = 1.3
"""A row of the largest workbook may take this much longer than one of the smallest."""


def audited(count: int) -> list[Audit]:
    """The audits of so many plans."""
    upper = Paper(
        "national/scheme",
        document(random.Random(2018), 1.0, level="national", issued="2018-11-16"),
    )
    auditor = Auditor(Hierarchy({upper.id: upper}), indicators())
    return [audit for chunk in plans(count) for audit in audits(auditor, chunk)]


def measured(count: int) -> tuple[float, float, int, int]:
    """Seconds for the cells, seconds for the file, rows and bytes of the workbook."""
    found = audited(count)
    start = process_time()
    workbook = audit_workbook(found, ADVISE)
    middle = process_time()
    content = write_xlsx(workbook)
    end = process_time()
    rows = sum(len(grid.rows) for grid in workbook.grids)
    return middle - start, end - middle, rows, len(content)


def main() -> None:
    gc.set_threshold(100_000)  # as the command line has it
    print_machine("XlsxWriter")
    times = {count: measured(count) for count in SIZES}
    rows = [
        [f"{count:,}", f"{lines:,}", f"{grids:.2f}", f"{file:.2f}", f"{size / 1000:,.0f}"]
        for count, (grids, file, lines, size) in times.items()
    ]
    print_table(
        f"The workbook of an audit of plans against {REQUIREMENTS} requirements",
        ["plans", "rows", "cells s", "file s", "kB"],
        rows,
    )
    per_row = [(grids + file) / lines for grids, file, lines, _ in times.values()]
    growth = per_row[-1] / per_row[0]
    print(f"\ngrowth a row {growth:.2f}, at most {LINEAR}: {verdict(growth <= LINEAR)}")


if __name__ == "__main__":
    main()
