"""Extract: a document that somebody wrote → data with evidence, JSON, or a page that explains."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from plangen.document.origins import ReadDocument, Span
from plangen.errors import InputError, Message, Place, UsageError
from plangen.extract.facts import extraction, find, ordered
from plangen.extract.facts_json import findings_json
from plangen.extract.facts_page import explained
from plangen.extract.facts_record import Extraction, Notice, remarks
from plangen.extract.facts_yaml import KeyPath, data_yaml
from plangen.extract.new_indicators import NewIndicators, new_indicators
from plangen.extract.outline import outlined
from plangen.extract.targets.record import Kind
from plangen.findings import Finding, Severity
from plangen.load.documents import INDICATORS, Library, read_indicators
from plangen.load.text_files import read_text_file
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import key_text
from plangen.model.dictionary import Dictionary
from plangen.model.levels import Level
from plangen.model.plans import DocumentFacts
from plangen.readers.reader import read_file

Translate = Callable[[str], str]

CODE = "extract"  # of the remarks about what needs a person's eye
LONGEST_QUOTE = 120  # characters of a quote beside a value
SHORTEST_TITLE = 6  # characters by which a document is known when a text names it
_ORDER: tuple[Level, ...] = ("national", "province", "city", "district", "street")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file's facts for an audit, and the places where the file says what they say."""

    id: str
    facts: DocumentFacts
    dictionary: Dictionary
    made: Extraction
    findings: tuple[Finding, ...]
    added: NewIndicators | None = None  # what the dictionary has only for this file

    @property
    def document(self) -> ReadDocument:
        """The document as it was read."""
        return self.made.found.document

    @property
    def unknown(self) -> int:
        """How many targets the data lack because no indicator is theirs."""
        figures = self.made.found.figures
        return sum(one.kind is Kind.TARGET and one.indicator is None for one in figures)

    def place(self, path: KeyPath) -> Place:
        """Where the file says what a key of the facts holds: 计划.docx 第3页 “达到80%以上”."""
        for length in range(len(path), 0, -1):
            spans = self.made.spans.get(path[:length])
            if spans:
                return _place(self.document, spans[0], path)
        return Place(self.document.name, 0, key_text(path))

    def quote(self, path: KeyPath) -> str:
        """The words of the file behind a key; empty where the file has none for it."""
        for length in range(len(path), 0, -1):
            if spans := self.made.spans.get(path[:length]):
                return _quote(self.document, spans[0])
        return ""


def facts_of_file(path: Path, workspace: Workspace, as_of: date | None = None) -> FileFacts:
    """What a docx, PDF, txt … states, as facts with evidence.

    The organs are those of the place whose name the document has, where the workspace has one.
    Raises InputError where the file cannot be read, UsageError where it is not there.
    """
    return facts_of_document(read_file(path), workspace, as_of)


def data_of_file(
    path: Path, workspace: Workspace, output: Path | None = None, *, adding: bool = False
) -> FileFacts:
    """What a file states, as the data file that ``output`` is to be: it can be read and rendered.

    The organs are those of the place that the file will belong to, where it has a register. What
    a data file cannot hold is left out and told. With ``adding`` the targets of which the
    dictionary knows nothing get indicators of their own. Raises as :func:`facts_of_file` does.
    """
    document = outlined(read_file(path))
    library = Library(workspace)
    data = (workspace.root / "data").resolve()
    dictionary = _dictionary(library, document)
    if output and output.resolve().is_relative_to(data):
        own = library.dictionary(output.resolve().relative_to(data).with_suffix("").as_posix())
        dictionary = own if own.organs else dictionary
        strict = bool(own.organs)
    else:
        strict = bool(dictionary.organs)
    return _facts(document, library, dictionary, strict=strict, adding=adding)


def facts_of_document(
    read: ReadDocument, workspace: Workspace, as_of: date | None = None
) -> FileFacts:
    """What a document that has been read states, as facts with evidence."""
    document = outlined(read)
    library = Library(workspace)
    return _facts(document, library, _dictionary(library, document), as_of)


def _facts(
    document: ReadDocument,
    library: Library,
    dictionary: Dictionary,
    as_of: date | None = None,
    *,
    strict: bool = False,
    adding: bool = False,
) -> FileFacts:
    found, added = find(document, dictionary, as_of), None
    if adding:
        added = new_indicators(found.figures, dictionary.indicators)
        found = replace(found, figures=added.figures)
        known = {**dictionary.indicators, **added.indicators}
        dictionary = replace(dictionary, indicators=known)
    made = extraction(found, dictionary, strict=strict)
    _name_uppers(made, library)
    return FileFacts(document.name, made.facts, dictionary, made, tuple(_findings(made)), added)


def as_yaml(extracted: FileFacts, translate: Translate = str) -> str:
    """The data file: each value with its quote above it, what is doubtful marked with ▲."""
    made = extracted.made
    document = made.found.document
    quotes = {
        path: tuple(_remark(document, span, translate) for span in spans)
        for path, spans in made.spans.items()
        if path != ("title",)
    }
    doubts = {
        path: tuple(doubt.translated(translate) for doubt in said)
        for path, said in made.doubts.items()
    }
    left = [notice.message.translated(translate) for notice in made.notices]
    heading = (
        translate("由 {name} 读出；值的上面是原文，标着 ▲ 的请核对。").format(name=document.name),
        *(f"▲ {text}" for text in left),
    )
    return data_yaml(made.data, quotes, doubts, heading)


def dictionary_text(extracted: FileFacts, workspace: Workspace, translate: Translate = str) -> str:
    """The workspace's indicators.yaml with the indicators that were added, each below its quote.

    Raises InputError where the file cannot take them.
    """
    path = workspace.root / INDICATORS
    text = read_text_file(path, INDICATORS) if path.is_file() else ""
    added = extracted.added
    if added is None or not added.entries:
        return text
    quotes: dict[KeyPath, tuple[str, ...]] = {
        (key,): (_remark(extracted.document, Span(figure.start, figure.end), translate),)
        for key, figure in added.behind.items()
    }
    alike = translate("与{names}相近；说的是一回事，就留一个，另一个名称写进 aliases")
    names = {key: one.name for key, one in extracted.dictionary.indicators.items()}
    doubts: dict[KeyPath, tuple[str, ...]] = {
        (key,): (alike.format(names="、".join(f"{names[one]}（{one}）" for one in near)),)
        for key, near in added.near.items()
    }
    form = translate("由 {name} 读出的指标；名称、方向（better）和累计方式（kind）请核对。")
    more = data_yaml(added.entries, quotes, doubts, (form.format(name=extracted.document.name),))
    whole = f"{text.rstrip()}\n\n{more}" if text.strip() else more
    read_indicators(whole, INDICATORS)
    return whole


def as_json(extracted: FileFacts) -> dict[str, Any]:
    """One object as the manual describes it."""
    return findings_json(extracted.made.found, extracted.id)


def as_page(extracted: FileFacts, translate: Translate = str) -> str:
    """The document as one HTML page with everything marked that was found."""
    return explained(extracted.made, translate)


def content(extracted: FileFacts, form: str, translate: Translate = str) -> bytes:
    """The result in a form: ``yaml`` or ``json``."""
    if form == "json":
        return f"{json.dumps(as_json(extracted), ensure_ascii=False, indent=2)}\n".encode()
    return as_yaml(extracted, translate).encode()


def _dictionary(library: Library, document: ReadDocument) -> Dictionary:
    """The indicators, and the organs of the place that the document names most often."""
    best, dictionary = 1, library.dictionary("-/-")
    for place in library.workspace.places():
        try:
            local = library.dictionary(f"{place}/-")
        except InputError:  # its faults are told by whoever checks the data
            continue
        count = sum(organ.name in document.text for organ in local.organs)
        if count > best and count * 2 > len(local.organs):
            best, dictionary = count, local
    return dictionary


def _name_uppers(made: Extraction, library: Library) -> None:
    """``implements``: the documents of the workspace that the text names by their titles."""
    level = _ORDER.index(made.data["level"])
    text = "".join(passage.squeezed().text for passage in made.found.document.passages)
    found = []
    for name in library.workspace.document_ids():
        try:
            facts = library.load(name).facts
        except (InputError, UsageError):
            continue
        title = "".join(facts.title.split())
        named = len(title) >= SHORTEST_TITLE and title in text
        if (
            named
            and title != "".join(made.data["title"].split())
            and _ORDER.index(facts.level) <= level
        ):
            found.append(name)
    if found:
        made.data = ordered({**made.data, "implements": found})
        message = Message("按文中提到的标题推定，请核对")
        made.doubts[("implements",)] = [message]
    else:
        message = Message("没有看出它落实哪些上级文件；请填 implements，核对时也可以用 --against")
        made.notices.append(Notice(message))


def _findings(made: Extraction) -> Iterator[Finding]:
    """What was noticed in reading, and everything that needs a person's eye."""
    document = made.found.document
    yield from document.findings
    for path, message, span in remarks(made):
        place = Place(document.name, 0, key_text(path or ()))
        if span:
            place = _place(document, span, path or ())
        yield Finding(CODE, Severity.WARN, message, place)


def _place(document: ReadDocument, span: Span, path: KeyPath) -> Place:
    page = document.page_at(span.start)
    shown = Message("第{page}页", page=page) if page else ""
    where = " ".join(filter(None, (str(shown), key_text(path), f"“{_quote(document, span)[:30]}”")))
    return Place(document.name, 0, where)


def _quote(document: ReadDocument, span: Span) -> str:
    text = " ".join(document.quote(span).split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _remark(document: ReadDocument, span: Span, translate: Translate) -> str:
    page = document.page_at(span.start)
    if page:
        form = translate("原文（第{page}页）：{quote}")
        return form.format(page=page, quote=_quote(document, span))
    return translate("原文：{quote}").format(quote=_quote(document, span))
