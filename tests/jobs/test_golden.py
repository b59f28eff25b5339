"""The composed documents, whole, in their text form; ``pytest tests/jobs --accept`` rewrites it."""

from pathlib import Path

import pytest

from plangen.document.dump import dump
from plangen.document.parse import parse
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace

FOLDER = Path(__file__).parents[1]
GOLDEN = FOLDER / "golden"
FIXTURES = FOLDER / "fixtures/workspace"
DOCUMENTS = [
    "national/scheme-2018",
    "national/tasks-2019",
    "national/tasks-2020",
    "national/tasks-2021",
    "shancheng/plan-2020",
    "wuhan/tasks-2021",
    "yunxi/plan-2021",
]


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_composed_document_is_what_was_accepted(
    document_id: str, pytestconfig: pytest.Config
) -> None:
    golden = GOLDEN / f"{document_id.replace('/', '-')}.xml"
    document, findings = Renderer(Workspace.at(FIXTURES)).document(document_id)
    if pytestconfig.getoption("--accept", default=False):
        golden.write_text(dump(document), encoding="utf-8")

    accepted = golden.read_text(encoding="utf-8")

    assert findings == ()
    assert dump(document) == accepted
    assert parse(accepted) == document


def test_every_golden_file_belongs_to_a_document() -> None:
    names = {f"{document_id.replace('/', '-')}.xml" for document_id in DOCUMENTS}

    assert {path.name for path in GOLDEN.iterdir()} == names
