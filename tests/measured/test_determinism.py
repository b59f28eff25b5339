"""The same document gives the same bytes, in another process too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.measured.printing import FIXTURES, Press, pdf_of

PROGRAM = """
import sys
from pathlib import Path
from tests.measured.printing import FIXTURES, pdf_of
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
document, _ = Renderer(Workspace.at(FIXTURES)).document(sys.argv[1])
Path(sys.argv[2]).write_bytes(pdf_of(document))
"""
ROOT = Path(__file__).parents[2]


def in_another_process(document_id: str, path: Path, seed: str) -> bytes:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(ROOT),
        "TZ": "Asia/Shanghai",
    }
    subprocess.run(
        [sys.executable, "-c", PROGRAM, document_id, str(path)], env=environment, check=True
    )
    return path.read_bytes()


@pytest.mark.parametrize("document_id", ["shancheng/plan-2020", "yunxi/plan-2021"])
def test_every_process_writes_the_same_bytes(
    press: Press, tmp_path: Path, document_id: str
) -> None:
    here = press.plan(document_id).path.read_bytes()

    there = in_another_process(document_id, tmp_path / "1.pdf", "1")
    again = in_another_process(document_id, tmp_path / "2.pdf", "20201127")

    assert there == here
    assert again == here


def test_a_second_time_gives_the_same_bytes(press: Press) -> None:
    made = press.plan("yunxi/plan-2021")

    again = pdf_of(made.document)

    assert again == made.path.read_bytes()
    assert FIXTURES.is_dir()
