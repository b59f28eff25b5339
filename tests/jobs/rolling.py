"""Documents rolled for tests, and what is read of them."""

import re
import shutil
from pathlib import Path

from plangen.jobs.roll import Rolled
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.plans import DocumentFacts
from plangen.rolling.years import own_year

FIXTURES = Path(__file__).parents[1] / "fixtures/workspace"
DOCUMENTS = sorted(Workspace.at(FIXTURES).document_ids())
TASKS = "national/tasks-2020"
VILLAGE = "village_counseling_room_coverage"
MARK = "# ▲"


def at_fixtures(folder: Path) -> Workspace:
    """A workspace that holds the fixtures, where files may be written."""
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    return Workspace.at(folder)


def text_of(rolled: Rolled) -> str:
    return rolled.path.read_text(encoding="utf-8")


def facts_of(place: Workspace, document_id: str) -> DocumentFacts:
    return Library(place).load(document_id).facts


def year_of(place: Workspace, document_id: str) -> int:
    year = own_year(document_id, facts_of(place, document_id))
    assert year is not None
    return year


def unmarked(text: str) -> str:
    """A text without its remarks."""
    return re.sub(r"(?m)^[ ]*# ▲.*\n|  # ▲.*$", "", text)
