"""The same document gives the same bytes, in another process too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.measured.printing import Press, pdf_of

DOCUMENTS = ("shancheng/plan-2020", "yunxi/plan-2021")
PROGRAM = """
import sys
from pathlib import Path
from tests.measured.printing import FIXTURES, pdf_of
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
for number, document_id in enumerate(sys.argv[2:]):
    document, _ = Renderer(Workspace.at(FIXTURES)).document(document_id)
    Path(sys.argv[1], f"{number}.pdf").write_bytes(pdf_of(document))
"""
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", ["1", "20201127"])
def test_every_process_writes_the_same_bytes(press: Press, tmp_path: Path, seed: str) -> None:
    here = [press.plan(document_id).path.read_bytes() for document_id in DOCUMENTS]
    otherwise = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Shanghai"}

    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *DOCUMENTS],
        env=os.environ | otherwise,
        check=True,
    )

    there = [(tmp_path / f"{number}.pdf").read_bytes() for number in range(len(DOCUMENTS))]
    assert there == here


def test_a_second_time_gives_the_same_bytes(press: Press) -> None:
    made = press.plan("yunxi/plan-2021")

    again = pdf_of(made.document)

    assert again == made.path.read_bytes()
