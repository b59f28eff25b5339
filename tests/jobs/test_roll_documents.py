"""Every document rolls: into data that pass the check, a draft at once, and a final document."""

import re
from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.jobs.check import check
from plangen.jobs.outputs import Outputs
from plangen.jobs.render import Renderer
from plangen.jobs.roll import roll
from plangen.jobs.work import Setting
from plangen.load.json_schema import json_schema
from plangen.load.yaml_text import read_yaml
from plangen.model.plans import DocumentFacts
from tests.jobs.rolling import (
    DOCUMENTS,
    MARK,
    at_fixtures,
    facts_of,
    text_of,
    unmarked,
    year_of,
)
from tests.load.schema_validation import Validator
from tests.load.test_json_schema import as_an_editor_reads


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_document_rolls_into_one_that_passes_the_check(
    document_id: str, tmp_path: Path
) -> None:
    place = at_fixtures(tmp_path)
    before = {finding.message for finding in check(place, [document_id]).findings}

    rolled = roll(place, document_id, year_of(place, document_id) + 1)

    checked = check(place, [rolled.id])
    assert [str(problem.sentence()) for problem in checked.problems] == []
    undecided = [finding for finding in checked.findings if finding.code == "undecided"]
    assert len(undecided) == rolled.undecided
    assert {f.message for f in checked.findings if f.code != "undecided"} <= before


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_only_marked_lines_differ_and_all_comments_survive(
    document_id: str, tmp_path: Path
) -> None:
    place = at_fixtures(tmp_path)
    old = place.document_file(document_id).read_text(encoding="utf-8").splitlines()

    rolled = roll(place, document_id, year_of(place, document_id) + 1)

    new = text_of(rolled).splitlines()
    remaining = iter(old)
    assert all(line in remaining for line in new if MARK not in line)  # in the old order
    plain = unmarked(text_of(rolled)).splitlines()
    lost = [line for line in old if line not in plain]
    changed = [line for line in plain if line not in old]
    assert len(changed) - len(lost) == len(plain) - len(old) <= 1  # the key that is added
    assert [line for line in lost if line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_editors_take_a_rolled_file(document_id: str, tmp_path: Path) -> None:
    place = at_fixtures(tmp_path)

    rolled = roll(place, document_id, year_of(place, document_id) + 1)

    value = as_an_editor_reads(read_yaml(text_of(rolled), "").value)
    assert Validator(json_schema("document")).faults(value) == []


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_rolled_document_is_a_draft_without_an_edit(document_id: str, tmp_path: Path) -> None:
    place = at_fixtures(tmp_path)
    rolled = roll(place, document_id, year_of(place, document_id) + 1)
    draft = Renderer(place, Setting(draft=True))

    rendered = draft.render(rolled.id, ["docx", "txt", "xml"], Outputs(tmp_path / "out"))

    text = (tmp_path / f"out/{rolled.id}.txt").read_text(encoding="utf-8")
    assert all(path.stat().st_size for path in rendered.files)
    assert ("【待定】" in text) == bool(rolled.undecided)


FILLED = {"date: 待定": "2029-03-01", "on: 待定": "2029-03-02", "issued: 待定": "2029-03-01"}


def filled(text: str) -> str:
    """A rolled text with a value in place of every 待定: last year's for a figure."""
    lines = []
    for line in text.splitlines():
        decided = line
        for written, value in FILLED.items():
            if written in line:
                decided = line.replace("待定", value, 1)
        if re.search(r"(at_least|at_most|equals): 待定", line):
            was = re.search(r"年是(\S+?)，", line)
            assert was is not None
            decided = line.replace("待定", was[1], 1)
        lines.append(re.sub(r"(sequence|serial): 待定", r"\1: 7", decided))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_filling_in_what_is_undecided_makes_it_final(document_id: str, tmp_path: Path) -> None:
    place = at_fixtures(tmp_path)
    rolled = roll(place, document_id, year_of(place, document_id) + 1)
    text = filled(text_of(rolled))
    if rolled.undecided:
        with pytest.raises(InputError, match="不能定稿"):
            Renderer(place).render(rolled.id, ["txt"], Outputs(tmp_path / "out"))

    rolled.path.write_text(text, encoding="utf-8")
    Renderer(place).render(rolled.id, ["txt"], Outputs(tmp_path / "out"))

    assert "待定" not in (tmp_path / f"out/{rolled.id}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_rolling_twice_moves_two_years(document_id: str, tmp_path: Path) -> None:
    place, other = at_fixtures(tmp_path / "a"), at_fixtures(tmp_path / "b")
    year = year_of(place, document_id)

    first = roll(place, document_id, year + 1)
    twice = roll(place, first.id, year + 2)
    once = roll(other, document_id, year + 2)

    assert twice.id == once.id
    assert dates(facts_of(place, twice.id)) == dates(facts_of(other, once.id))
    assert text_of(twice).count(MARK) == len(
        [line for line in text_of(twice).splitlines() if MARK in line]
    )
    assert f"沿用{year}年" not in text_of(twice)


def dates(facts: DocumentFacts) -> list[str]:
    steps = [step.deadline for target in facts.targets for step in target.steps]
    number = facts.issue.number.year if facts.issue and facts.issue.number else 0
    days = [facts.starts, facts.ends, *(step.last_day for step in steps if step)]
    return [facts.title, str(number), *(str(day) for day in days)]
