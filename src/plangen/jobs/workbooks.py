"""Workbooks: a document's data out to xlsx to be filled in, and back in from xlsx, xls or ods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from plangen.errors import InputError, InvalidError, Message, Place, Problem, UsageError
from plangen.extract.facts_yaml import data_yaml
from plangen.findings import Finding
from plangen.jobs.outputs import Outputs
from plangen.load.documents import Library
from plangen.load.problems import problems
from plangen.load.workbooks.columns import EXAMPLE, EXPLAINS, MARK, Kind, SheetColumn
from plangen.load.workbooks.opening import LARGEST, open_workbook
from plangen.load.workbooks.places import WorkbookData
from plangen.load.workbooks.plain import plain
from plangen.load.workbooks.reading import Indicators, workbook_data
from plangen.load.workbooks.writing import SheetRows, workbook_sheets
from plangen.load.workspace import Workspace
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
    indicators = library.dictionary("-/-").indicators
    data, findings = workbook_data(
        open_workbook(_content(path), path.name), path.name, _meant(indicators)
    )
    if base:
        below = plain(library.load(workspace.document_id(base)).facts)
        data.value = {**below, **data.value}
    facts = validated(data)
    return Imported(facts, data_yaml(plain(facts)), findings)


def save_imported(imported: Imported, output: Path, force: bool = False) -> Path:
    """Write the data file. Raises UsageError where somebody's work would be lost."""
    outputs = Outputs(output.parent, force)
    path = outputs.add(output.name, imported.text.encode())
    outputs.write()
    return path


def save_workbook(content: bytes, output: Path, force: bool = False) -> Path:
    """Write the workbook. Raises UsageError for another ending, or over somebody's work."""
    if output.suffix != SUFFIX:
        message = Message("{path}：表格的名称应以 {suffix} 结尾", path=str(output), suffix=SUFFIX)
        raise UsageError(Problem(message))
    outputs = Outputs(output.parent, force)
    path = outputs.add(output.name, content)
    outputs.write()
    return path


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
