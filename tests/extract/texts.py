"""Plans of a few lines, the data that are read from them, and what these print."""

from html import escape
from typing import Any

from plangen.compose.composer import Composer
from plangen.document.origins import ReadDocument
from plangen.extract.facts import extraction, find
from plangen.extract.facts_record import Extraction
from plangen.extract.outline import outlined
from plangen.load.workspace import Workspace, packaged_root
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.quantity.values import Unit
from plangen.readers.reader import read_bytes
from plangen.writers.text import write_text

INDICATORS = {
    "cover": Indicator(name="建成率", unit=Unit.PERCENT),
    "reach": Indicator(name="知晓率", unit=Unit.PERCENT),
    "burnt": Indicator(name="受害率", unit=Unit.PERMILLE, better="lower"),
    "talks": Indicator(name="宣传次数", unit=Unit.FREQUENCY),
    "cars": Indicator(name="巡逻车数", unit=Unit.COUNT, noun="辆"),
}
PLACE = Dictionary(INDICATORS)
COMPOSER = Composer(Workspace.at(packaged_root()).folders("templates"))


def read(text: str) -> ReadDocument:
    """A text, each line of which is a paragraph."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)
    return outlined(read_bytes(lines.encode(), "某.html"))


def made(text: str) -> Extraction:
    """The data of a plan with a text."""
    return extraction(find(read(f"某镇工作方案\n{text}"), PLACE), PLACE)


def sections(text: str) -> Any:
    """The sections of a plan with a text."""
    return made(text).data["sections"]


def printed(found: Extraction) -> str:
    """What the data print, without white space."""
    document = COMPOSER.compose(found.facts, PLACE, "某.yaml")
    return "".join(write_text(document).split())


def told(found: Extraction) -> list[str]:
    """What a person is told about the text."""
    return [str(notice.message) for notice in found.notices]
