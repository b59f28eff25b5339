"""What is undecided in data stands in the document as 【待定】, a figure with its target."""

from pathlib import Path

import pytest

from plangen.document.elements import DocumentNumber
from plangen.document.inline import Figure
from plangen.jobs.render import Renderer
from plangen.quantity.undecided import UNDECIDED
from tests.compose.composing import figures
from tests.load.workspaces import PLAN, workspace

TARGETS = """targets:
- indicator: village_counseling_room_coverage
  at_least: 待定
  by: 待定
- indicator: school_counseling_room_coverage
  at_least: 待定
- indicator: feature_school_count
  at_least: 1所
"""
ISSUE = """issue:
  mark: {organs: [甲]}
  number: {code: 甲发, year: 2021, sequence: 待定}
  issuers: [甲]
  date: 待定
  printed: {by: 甲, on: 待定}
"""


def composed(folder: Path, body: str) -> list[Figure]:
    template = f"<document><title>甲</title><p>{body}。</p></document>"
    files: dict[str, str | bytes] = {
        "data/x/plan.yaml": PLAN + "template: own\n" + TARGETS,
        "templates/own.xml.j2": template,
    }
    return figures(Renderer(workspace(folder, files)).document("x/plan")[0])


VILLAGE, SCHOOL = "village_counseling_room_coverage", "school_counseling_room_coverage"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (f'figure("{VILLAGE}")', [(VILLAGE, "bound", "【待定】")]),
        (f'value("{VILLAGE}")', [(VILLAGE, "value", "【待定】")]),
        (f'deadline("{VILLAGE}")', [(VILLAGE, "by", "【待定】")]),
        (
            f'shared("{VILLAGE}", "{SCHOOL}")',
            [(VILLAGE, "bound", "【待定】"), (SCHOOL, "bound", "【待定】")],
        ),
        ('figure("feature_school_count")', [("feature_school_count", "bound", "不少于1所")]),
    ],
)
def test_a_figure_keeps_its_target(
    body: str, parts: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    found = composed(tmp_path, f"{{{{ {body} }}}}")

    assert [(figure.target, figure.part, figure.text) for figure in found] == parts


def test_number_and_dates_of_issue_come_through_the_template(tmp_path: Path) -> None:
    data = PLAN + "template: notice/plain\ntext: [甲。]\n" + ISSUE
    place = workspace(tmp_path, {"data/x/plan.yaml": data})

    document, _ = Renderer(place).document("x/plan")

    assert document.head.number == DocumentNumber("甲发", 2021, UNDECIDED)
    assert document.signature is not None
    assert document.signature.date is UNDECIDED
    assert document.imprint is not None
    assert document.imprint.printed_on is UNDECIDED


@pytest.mark.parametrize("name", ["date", "month", "year_end"])
def test_filters_of_dates_show_it(name: str, tmp_path: Path) -> None:
    template = f"<document><title>甲</title><p>{{{{ issue.date | {name} }}}}。</p></document>"
    files: dict[str, str | bytes] = {
        "data/x/plan.yaml": PLAN + "template: own\n" + ISSUE,
        "templates/own.xml.j2": template,
    }

    document, _ = Renderer(workspace(tmp_path, files)).document("x/plan")

    assert "【待定】。" in str(document.blocks)
