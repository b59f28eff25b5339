"""plangen against docxtpl, the same text with the same styles, in one run.

docxtpl's template is plangen's own docx of the plan with the figures, the names and the offices
replaced by Jinja variables: what a clerk would prepare who works in that way. Both outputs are
compared, so that the two programs have done the same work.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it ships no types
from measuring import PLAN, ROOT, milliseconds, print_machine, print_table, taking_turns, verdict

from plangen.compose.composer import Composer
from plangen.document.elements import Document
from plangen.jobs.render import Renderer
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
from plangen.typeset.fit import fit
from plangen.typeset.titles import broken_titles
from plangen.writers.docx.writer import write_docx

RUNS = 30
TWICE = 2.0
"""plangen's docx stage is to be at least this many times as fast as docxtpl."""
MAIN = "word/document.xml"
WORDS = re.compile(r"(<w:t(?: [^>]*)?>)([^<]+)(</w:t>)")
SHORTEST_PROSE = 12
"""A run of fewer characters is a figure, a name or an office: a variable of the template."""


def document_xml(docx: bytes) -> str:
    with ZipFile(BytesIO(docx)) as package:
        return package.read(MAIN).decode()


def as_template(docx: bytes, path: Path) -> dict[str, str]:
    """Write the template; gives what its variables stand for."""
    values: dict[str, str] = {}

    def variable(match: re.Match[str]) -> str:
        before, words, after = match.groups()
        if len(words) >= SHORTEST_PROSE or words.isspace():
            return match.group()
        name = f"v{len(values)}"
        values[name] = words
        return f"{before}{{{{ {name} }}}}{after}"

    xml = WORDS.sub(variable, document_xml(docx))
    with ZipFile(BytesIO(docx)) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, xml if name == MAIN else source.read(name))
    return values


def words_of(docx: bytes) -> list[str]:
    return [words for _, words, _ in WORDS.findall(document_xml(docx))]


def plangen_docx(document: Document) -> bytes:
    profile = PROFILES[DEFAULT_PROFILE]
    shaped = broken_titles(document)
    return write_docx(shaped, profile, fit(shaped, profile))


def plangen_from_data(workspace: Workspace, composer: Composer) -> bytes:
    loaded = Library(workspace).load(PLAN)
    return plangen_docx(composer.compose(loaded.facts, loaded.dictionary, loaded.file))


def docxtpl_docx(template: Path, values: dict[str, str]) -> bytes:
    file = BytesIO()
    made = DocxTemplate(template)
    made.render(values)
    made.save(file)
    return file.getvalue()


def docxtpl_from_data(template: Path, values: dict[str, str]) -> bytes:
    """The least that a script around docxtpl does: read the same files, unchecked."""
    for name in (f"data/{PLAN}.yaml", "data/shancheng/organs.yaml", "data/indicators.yaml"):
        yaml.load((ROOT / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return docxtpl_docx(template, values)


def tasks(template: Path) -> dict[str, Callable[[], bytes]]:
    workspace = Workspace.at(ROOT)
    document, _ = Renderer(workspace).document(PLAN)
    composer = Composer(workspace.folders("templates"))
    profile = PROFILES[DEFAULT_PROFILE]
    shaped = broken_titles(document)
    fitting = fit(shaped, profile)
    values = as_template(plangen_docx(document), template)
    made: dict[str, Callable[[], bytes]] = {
        "plangen: docx stage": lambda: write_docx(shaped, profile, fitting),
        "plangen: titles, pages, docx": lambda: plangen_docx(document),
        "docxtpl: template → docx": lambda: docxtpl_docx(template, values),
        "plangen: data → docx": lambda: plangen_from_data(workspace, composer),
        "docxtpl: data → docx": lambda: docxtpl_from_data(template, values),
    }
    wanted = words_of(plangen_docx(document))
    assert all(words_of(task()) == wanted for task in made.values()), "not the same text"
    return made


def main() -> None:
    print_machine("plangen", "docxtpl", "python-docx", "lxml")
    with tempfile.TemporaryDirectory() as folder:
        measured = taking_turns(tasks(Path(folder) / "template.docx"), RUNS)
    rows = [[name, milliseconds(series.median), series.spread] for name, series in measured.items()]
    print_table(f"{PLAN}, warm, medians of {RUNS} runs", ["what", "ms", "from–to"], rows)
    ours, with_pages, theirs, our_whole, their_whole = (s.median for s in measured.values())
    ratio = theirs / ours
    print(f"\nTarget: docx stage at least {TWICE:.0f} × as fast: {ratio:.1f} × – ", end="")
    print(verdict(ratio >= TWICE))
    print(f"With titles and pages: {theirs / with_pages:.1f} ×; ", end="")
    print(f"data → docx: {their_whole / our_whole:.1f} × (no target)")


if __name__ == "__main__":
    main()
