"""Workbooks: a document's data out to xlsx to be filled in, and back in from xlsx, xls or ods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plangen.errors import InputError, InvalidError, Message, Place, Problem, UsageError
from plangen.extract.facts_yaml import data_yaml
from plangen.findings import Finding, Severity
from plangen.jobs.data_update import updated
from plangen.jobs.outputs import save
from plangen.load.documents import Library, Loaded
from plangen.load.problems import problems
from plangen.load.text_files import read_text_file
from plangen.load.workbooks.columns import EXAMPLE, EXPLAINS, MARK, Kind, SheetColumn
from plangen.load.workbooks.opening import LARGEST, open_workbook
from plangen.load.workbooks.places import WorkbookData
from plangen.load.workbooks.plain import plain
from plangen.load.workbooks.reading import workbook_data
from plangen.load.workbooks.rows import Indicators
from plangen.load.workbooks.writing import SheetRows, workbook_sheets
from plangen.load.workspace import Workspace
from plangen.load.yaml_text import read_yaml
from plangen.model.consistency import disagreements
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.model.plans import DocumentFacts
from plangen.writers.xlsx_data import FormColumn, FormSheet, unwritable, write_forms

SUFFIX = ".xlsx"
FIRST_DAY = date(2000, 1, 1)  # the day a workbook gives as its own where the document has none


@dataclass(frozen=True, slots=True)
class Imported:
    """The data that a workbook holds, as a data file, and what was noticed."""

    facts: DocumentFacts
    text: str
    findings: tuple[Finding, ...]


def export_workbook(workspace: Workspace, name: str) -> bytes:
    """A document's data as an xlsx: what is read back from it is the same.

    Raises UsageError for a document that is not there, InputError for data with faults and for
    what no cell holds.
    """
    library = Library(workspace)
    loaded = library.load(workspace.document_id(name))
    return facts_workbook(loaded.facts, loaded.dictionary.indicators, loaded.file)


def empty_workbook(workspace: Workspace) -> bytes:
    """A workbook to fill in."""
    indicators = Library(workspace).dictionary("-/-").indicators
    return _written("数据表", FIRST_DAY, workbook_sheets({}, {}), indicators)


def facts_workbook(facts: DocumentFacts, indicators: Mapping[str, Indicator], file: str) -> bytes:
    """The workbook of facts. Raises InputError for what would not come back the same."""
    names = {key: indicator.name for key, indicator in indicators.items()}
    try:
        sheets = workbook_sheets(plain(facts), names)
    except InvalidError as invalid:
        raise InputError(Problem(invalid.message, Place(file))) from None
    content = _written(facts.title, facts.date or FIRST_DAY, sheets, indicators, file)
    data, _ = workbook_data(open_workbook(content, file), file, _meant(indicators))
    if validated(data) != facts:
        message = Message("有的内容在表格里存不住（如特殊的空白或控制字符），没有输出")
        raise InputError(Problem(message, Place(file)))
    return content


def import_workbook(workspace: Workspace, path: Path, base: str = "") -> Imported:
    """The data of a workbook; what its sheets leave out comes from the document ``base``.

    Raises InputError with the sheet and cell of every fault, UsageError where ``base`` is not
    there.
    """
    library = Library(workspace)
    loaded = library.load(workspace.document_id(base)) if base else None
    old = plain(loaded.facts) if loaded else {}
    dictionary = loaded.dictionary if loaded else library.dictionary("-/-")
    sheets = open_workbook(_content(path), path.name)
    data, findings = workbook_data(
        sheets, path.name, _meant(dictionary.indicators), old, partial(_faults, old)
    )
    if loaded:
        findings += tuple(_empty_sheets(data, old, loaded.id))
        data.value = merged(old, data.value)
    facts = validated(data)
    findings += tuple(_doubts(facts, dictionary, data))
    if loaded:
        return _upon(library, loaded, facts, findings)
    return Imported(facts, data_yaml(plain(facts)), findings)


def _faults(old: Mapping[str, Any], data: WorkbookData) -> Iterable[Problem]:
    """What is wrong with data put upon others."""
    try:
        DocumentFacts.model_validate(merged(old, data.value))
    except ValidationError as error:
        return problems(error, DocumentFacts, data)
    return ()


def _doubts(facts: DocumentFacts, dictionary: Dictionary, data: WorkbookData) -> Iterator[Finding]:
    """What cells say that is unlikely to be meant. Raises InputError for what cannot be."""
    found = [
        Finding(doubt.code, doubt.severity, doubt.message, data.place(doubt.path))
        for doubt in disagreements(facts, dictionary)
        if data.holds(doubt.path)
    ]
    errors = [doubt for doubt in found if doubt.severity is Severity.ERROR]
    if errors:
        raise InputError.of(Problem(doubt.message, doubt.place) for doubt in errors)
    return (doubt for doubt in found if doubt.severity is Severity.WARN)


def _upon(
    library: Library, loaded: Loaded, facts: DocumentFacts, findings: tuple[Finding, ...]
) -> Imported:
    """Facts put into the text of a document's file."""
    old = plain(loaded.facts)
    text = read_text_file(library.workspace.document_file(loaded.id), loaded.file)
    new = updated(text, loaded.file, old, plain(facts))
    if _facts_of(new, loaded.file) != facts:
        message = Message("{file}：没有能保留原来的写法和注释，全部重写了", file=loaded.file)
        findings += (Finding("workbook", Severity.WARN, message, Place(loaded.file)),)
        new = data_yaml(plain(facts))
    return Imported(facts, new, findings)


def _facts_of(text: str, file: str) -> DocumentFacts | None:
    """What a data file's text says; None where it says nothing."""
    try:
        return DocumentFacts.model_validate(read_yaml(text, file).value)
    except (InputError, ValidationError):
        return None


def merged(below: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Data with those of a document below them, key by key; lists are taken whole."""
    found = dict(below)
    for key, value in own.items():
        under = below.get(key)
        if isinstance(value, Mapping) and isinstance(under, Mapping):
            value = merged(under, value)
        found[key] = value
    return found


def _empty_sheets(data: WorkbookData, old: Mapping[str, Any], base: str) -> Iterator[Finding]:
    """The sheets without a row whose data are those of the document below."""
    for key, title in data.empty.items():
        if key in old and key not in data.value:
            message = Message("“{title}”表是空的，这部分照 {base} 的", title=title, base=base)
            yield Finding("workbook", Severity.INFO, message, Place(data.file))


def save_imported(imported: Imported, output: Path, force: bool = False) -> Path:
    """Write the data file. Raises UsageError where somebody's work would be lost."""
    return save(output, imported.text.encode(), force)


def save_workbook(content: bytes, output: Path, force: bool = False) -> Path:
    """Write the workbook. Raises UsageError for another ending, or over somebody's work."""
    if output.suffix != SUFFIX:
        message = Message("{path}：表格的名称应以 {suffix} 结尾", path=str(output), suffix=SUFFIX)
        raise UsageError(Problem(message))
    return save(output, content, force)


def validated(data: WorkbookData) -> DocumentFacts:
    """The facts of a workbook. Raises InputError with the cell of every fault."""
    try:
        return DocumentFacts.model_validate(data.value)
    except ValidationError as error:
        raise InputError.of(problems(error, DocumentFacts, data)) from None


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            message = Message("文件超过 {limit} 字节", limit=LARGEST)
            raise InputError(Problem(message, Place(str(path))))
        return path.read_bytes()
    except OSError as error:
        reason = Message(error.strerror) if error.strerror else str(error)
        message = Message("读不了文件：{reason}", reason=reason)
        raise UsageError(Problem(message, Place(str(path)))) from None


def _meant(indicators: Mapping[str, Indicator]) -> Indicators:
    """What a cell may call an indicator: its key, its name, an alias."""
    meant: dict[str, tuple[str, ...]] = {}
    for key, indicator in indicators.items():
        for name in dict.fromkeys((indicator.name, *indicator.aliases)):
            meant[name] = (*meant.get(name, ()), key)
    return meant | {key: (key,) for key in indicators}


def _written(
    title: str,
    day: date,
    sheets: tuple[SheetRows, ...],
    indicators: Mapping[str, Indicator],
    file: str = "",
) -> bytes:
    forms = tuple(_form(sheet, tuple(indicators)) for sheet in sheets)
    if text := unwritable(forms):
        message = Message("“{text}…”太长，一格写不下", text=text)
        raise InputError(Problem(message, Place(file)))
    return write_forms(title, day, forms)


def _form(sheet: SheetRows, indicators: tuple[str, ...]) -> FormSheet:
    columns = tuple(_column(column, indicators) for column in sheet.layout.columns)
    return FormSheet(sheet.layout.title, columns, sheet.rows, MARK, EXPLAINS, EXAMPLE)


def _column(column: SheetColumn, indicators: tuple[str, ...]) -> FormColumn:
    named = column.key == "indicator"
    return FormColumn(
        column.title,
        column.description,
        column.example,
        indicators if named else column.choices,
        strict=not named and column.kind is not Kind.LIST,
        width=column.width,
    )
