"""Brings the message catalogues up to date: ``make catalogues``.

The source speaks Chinese: its wordings go into en.po, to be put into English; what the command-line
library and the operating system say goes into zh.po. What is translated stays; a new wording is
added without a translation, one that is no longer said is kept at the end of the file as obsolete
(``#~``) until somebody deletes it. Then the .mo files are compiled. Neither kind of file holds a
date or the version of a program: a second run changes nothing.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/plangen"
LIBRARY = Path(click.__file__).parent
LOCALE = SOURCE / "cli/locale"
LANGUAGES = ("en", "zh")
WIDTH = 100  # characters in a line of a .po file

Wording = str | tuple[str, str]  # a singular and its plural
Places = dict[Wording, list[str]]  # the files that say it

# The first argument of these is a wording.
KEYWORDS = frozenset(
    ("_", "translate", "wording", "Message", "InvalidError", "QuantityError", "IncomparableError")
)
# The library's own functions.
GETTEXT = frozenset(("_", "gettext"))

# The library passes these to gettext in a variable, or did so in an older version that
# pyproject.toml allows.
LIBRARY_ALSO = ("required", "No such option: {name}")

_DECLARATION = "a mistake in the declaration of a command, found before anybody runs it"
_QUESTION = "plangen asks nothing"
_TYPE = "plangen has no parameter of this type"
# What the library can say, but plangen never lets it say: why.
NEVER_SHOWN: dict[Wording, str] = {
    "Could not determine name for option with declarations {decls!r}": _DECLARATION,
    "No options defined but a name was passed ({name}). Did you mean to declare an argument"
    " instead? Did you mean to pass '--{name}'?": _DECLARATION,
    "Arguments take exactly one parameter declaration, got {length}: {decls}.": _DECLARATION,
    "Name '{name}' defined twice": _DECLARATION,
    "Boolean option {decl!r} cannot use the same flag for true/false.": _DECLARATION,
    "Invalid start character for option ({option})": _DECLARATION,
    "Unknown color {colour!r}": "plangen names no colours",
    "Unknown standard stream '{name}'": "plangen names no streams",
    "Do you want to continue?": _QUESTION,
    "Confirm the action without prompting.": _QUESTION,
    "Repeat for confirmation": _QUESTION,
    "Error: The two entered values do not match.": _QUESTION,
    "Error: invalid input": _QUESTION,
    "Press any key to continue...": _QUESTION,
    "{editor}: Editing failed": "plangen opens no editor",
    "{editor}: Editing failed: {e}": "plangen opens no editor",
    "d": "days in the library's progress bar; plangen's is another one",
    "%(prog)s, version %(version)s": "plangen has a --version of its own",
    "Show the version and exit.": "plangen has a --version of its own",
    "Choice({choices})": "how a type is shown to a programmer",
    "{value!r} is not a valid UUID.": _TYPE,
    "{value} is not in the range {range}.": _TYPE,
    (
        "{value!r} does not match the format {format}.",
        "{value!r} does not match the formats {formats}.",
    ): _TYPE,
}

# Why a file cannot be read or written, in the words of the operating system.
SYSTEM = (
    "Bad file descriptor",
    "Device or resource busy",
    "Disk quota exceeded",
    "File exists",
    "File name too long",
    "File too large",
    "Input/output error",
    "Invalid argument",
    "Invalid cross-device link",
    "Is a directory",
    "No space left on device",
    "No such device or address",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Operation not supported",
    "Permission denied",
    "Read-only file system",
    "Text file busy",
    "Too many levels of symbolic links",
    "Too many open files",
)


class Catalogue(Catalog):
    """A catalogue whose header holds only what gettext needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's fields."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def source_wordings() -> Places:
    """Everything that plangen says, and the descriptions that the models give their fields."""
    return _gathered(SOURCE, KEYWORDS)


def library_wordings() -> Places:
    """Everything that the command-line library can say through gettext."""
    return _gathered(LIBRARY, GETTEXT) | {text: [] for text in LIBRARY_ALSO}


def wanted(language: str) -> Places:
    """What the catalogue of a language is to hold."""
    if language == "en":
        return source_wordings()
    shown = {text: at for text, at in library_wordings().items() if text not in NEVER_SHOWN}
    return shown | {text: [] for text in SYSTEM}


def read(language: str) -> Catalogue:
    """The catalogue of a language as its .po file has it."""
    catalogue = Catalogue(language, header_comment=_header(language), fuzzy=False)
    path = po(language)
    if path.is_file():
        stored = read_po(BytesIO(path.read_bytes()), locale=language)
        for message in stored:
            if message.id:
                catalogue[message.id] = message
        catalogue.obsolete = stored.obsolete
    return catalogue


def updated(language: str) -> Catalogue:
    """The catalogue of a language with all that it is to hold, in the order of the source."""
    template = Catalog()
    for text, files in wanted(language).items():
        template.add(text, locations=[(file, 0) for file in files])
    catalogue = read(language)
    for message in catalogue.obsolete.values():
        catalogue[message.id] = message
    catalogue.obsolete.clear()
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def written(catalogue: Catalogue) -> bytes:
    """A catalogue as a .po file."""
    file = BytesIO()
    write_po(file, catalogue, width=WIDTH, include_lineno=False)
    return file.getvalue().rstrip(b"\n") + b"\n"


def compiled(catalogue: Catalogue) -> bytes:
    """A catalogue as a .mo file; without a translation there, the source is what is said."""
    ready = Catalogue(catalogue.locale, fuzzy=False)
    for message in catalogue:
        if is_translated(message):
            ready[message.id] = message
    file = BytesIO()
    write_mo(file, ready)
    return file.getvalue()


def is_translated(message: Message) -> bool:
    """Whether all forms of a wording have a translation; the header is no wording."""
    forms = message.string or ""
    return bool(message.id and forms) and all([forms] if isinstance(forms, str) else forms)


def po(language: str) -> Path:
    """The file for translators."""
    return LOCALE / language / "LC_MESSAGES/plangen.po"


def _header(language: str) -> str:
    says = {
        "en": "The wordings of the source in English.",
        "zh": "The words of the command-line library and of the operating system in Chinese.",
    }
    return f"# {says[language]}\n# `make catalogues` adds new entries."


def _gathered(folder: Path, keywords: frozenset[str]) -> Places:
    places: Places = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"), name)):
            for text in wordings(call, keywords):
                files = places.setdefault(text, [])
                if name not in files:
                    files.append(name)
    return places


def _calls(tree: ast.Module) -> list[ast.Call]:
    """The calls of a file, in its order."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def wordings(call: ast.Call, keywords: frozenset[str]) -> Iterator[Wording]:
    """The wordings in a call of one of ``keywords``; what is no literal was marked elsewhere.

    Raises ValueError for a text that is put together on the spot, which no catalogue can hold.
    """
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "ngettext":
        singular, plural = (text for part in call.args[:2] for text in _literals(part))
        yield singular, plural
    elif name in keywords:
        for part in call.args[:1]:
            yield from _literals(part)
    elif name == "Field":
        for keyword in call.keywords:
            if keyword.arg == "description":
                yield from _literals(keyword.value)


def _literals(part: ast.expr) -> Iterator[str]:
    """The text of a literal, or of both ends of a choice."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
        yield part.value
    elif isinstance(part, ast.IfExp):
        yield from _literals(part.body)
        yield from _literals(part.orelse)
    elif isinstance(part, ast.JoinedStr | ast.BinOp):
        raise ValueError(f"no single literal, so no wording: {ast.unparse(part)}")


def main() -> None:
    """Update and compile the catalogues; says what still waits for a translation."""
    missing = 0
    for language in LANGUAGES:
        catalogue = updated(language)
        path = po(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        waiting = [message for message in catalogue if message.id and not is_translated(message)]
        for message in waiting:
            print(f"没有译文：{path.relative_to(ROOT)}：{message.id}")
        for message in catalogue.obsolete.values():
            print(f"已不用：{path.relative_to(ROOT)}：{message.id}")
        missing += len(waiting) + len(catalogue.obsolete)
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
