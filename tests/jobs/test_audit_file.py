"""The audit of a file that is no data: read, extracted, and held against the same requirements."""

from datetime import date
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.jobs.audit import audit
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace, packaged_root
from plangen.model.verdicts import Audit, Verdict

PLAN = "shancheng/plan-2020"
DAY = date(2020, 9, 6)
UPPERS = ("national/scheme-2018", "national/tasks-2020")
SCHOOLS = ("national/tasks-2020", "school_counseling_room_coverage")

Verdicts = dict[tuple[str, str], tuple[Verdict, ...]]


@pytest.fixture
def seeds(pytestconfig: pytest.Config) -> Path:
    """The folder of the seeds, which lie beside the repository."""
    folder: Path = pytestconfig.rootpath.parent / "shared/seeds"
    if not folder.is_dir():
        pytest.skip(f"the seed documents are not there: {folder}")
    return folder


def verdicts(found: Audit) -> Verdicts:
    return {
        (row.requirement.document, row.requirement.indicator): (row.verdict, *row.also)
        for row in found.rows
    }


def audited(name: str) -> Audit:
    (found,) = audit(Workspace.at(packaged_root()), [name], UPPERS, DAY).audits
    return found


def rendered(kind: str, folder: Path) -> str:
    outputs = Outputs(folder)
    Renderer(Workspace.at(packaged_root())).render(PLAN, [kind], outputs)
    return str(folder / f"{PLAN}.{kind}")


@pytest.mark.parametrize("kind", ["docx", "pdf", "txt", "html"])
def test_a_file_is_judged_like_the_data_behind_it(kind: str, tmp_path: Path) -> None:
    found = verdicts(audited(rendered(kind, tmp_path)))

    assert found == verdicts(audited(PLAN))
    assert found[SCHOOLS] == (Verdict.LATE, Verdict.NARROWER)


def test_the_seed_of_the_plan_is_judged_like_its_data(seeds: Path) -> None:
    found = verdicts(audited(str(seeds / "2020-shancheng-plan.txt")))

    assert found == verdicts(audited(PLAN))
    assert found[SCHOOLS] == (Verdict.LATE, Verdict.NARROWER)


def test_findings_say_where_the_file_says_it(tmp_path: Path) -> None:
    found = audited(rendered("pdf", tmp_path))

    (duty,) = [f for f in found.findings if "“政协委员联络室”有职责" in str(f.message)]
    assert duty.place.key.startswith("第")
    assert "政协委员联络室" in duty.place.key


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 no zip", b"%PDF-1.7 no pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no doc"],
)
def test_a_file_that_cannot_be_read_gets_no_verdict(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)

    with pytest.raises(InputError) as caught:
        audited(str(path))

    assert len(caught.value.problems) == 1
