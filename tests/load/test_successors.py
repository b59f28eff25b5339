"""Which documents may supersede which: a guess from the bytes of the files that misses nothing."""

from pathlib import Path

import pytest

from plangen.load.successors import Successors
from tests.load.workspaces import PLAN, workspace

LATER, OLDER = "x/plan-2021", "x/plan-2020"


def successors(folder: Path, text: str | bytes, name: str = OLDER) -> tuple[str, ...]:
    """What may supersede a document in a workspace with one file more."""
    return Successors(workspace(folder, {f"data/{LATER}.yaml": text})).of(name)


@pytest.mark.parametrize(
    "written",
    [
        "supersedes: [x/plan-2020]\n",
        "supersedes: [a/b, 'x/plan-2020']\n",
        "supersedes:\n- a/b  # 旧\n- x/plan-2020\n",
        "supersedes:\n  - a/b\n\n  # 更早的\n  - x/plan-2020\nlevel: street\n",
        "supersedes: [\n  a/b,\n  x/plan-2020]\n",
        "supersedes: [\na/b,\nx/plan-2020\n]\n",
        '"supersedes" : ["x/plan-2020"]\n',
        "'supersedes':\r\n- x/plan-2020\r\nlevel: street\r\n",
        '{kind: plan, supersedes: ["x/plan-2020"], level: street}\n',
        'supersedes: ["x\\/plan\\u002d2020"]\n',
    ],
)
def test_however_the_list_is_written_a_document_in_it_is_found(
    written: str, tmp_path: Path
) -> None:
    assert LATER in successors(tmp_path, PLAN + written)


def test_a_chinese_id_is_found(tmp_path: Path) -> None:
    assert successors(tmp_path, PLAN + "supersedes: [甲县/方案]\n", "甲县/方案") == (LATER,)


@pytest.mark.parametrize(
    "written",
    [
        "implements: [x/plan-2020]\n",
        "supersedes: [x/plan-2019]\nimplements: [x/plan-2020]\n",
        "supersedes:\n- x/plan-2019\nimplements:\n- x/plan-2020\n",
        "supersedes: [x/plan-2020-1]\n",
    ],
)
def test_a_document_named_elsewhere_is_not(written: str, tmp_path: Path) -> None:
    assert successors(tmp_path, PLAN + written) == ()


def test_a_file_that_is_no_text_says_nothing(tmp_path: Path) -> None:
    assert successors(tmp_path, b"\xff\xfe\x00supersedes\x00: [\xb9") == ()
