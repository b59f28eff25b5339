"""Years in names, titles, dates and prose: which are the document's own, and how they move on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from plangen.errors import InvalidError
from plangen.model.plans import DocumentFacts
from plangen.quantity.deadlines import days_in_month
from plangen.quantity.grammar import find_deadlines, parse_deadline
from plangen.quantity.numerals import read_year

EARLIEST, LATEST = 1949, 2200
_DIGITS = "〇零一二三四五六七八九"
_ARABIC = "(?:19|20|21)[0-9]{2}"
# A year in a text: one that is called so, or that stands before a mark (“健康中国2030”).
_YEAR = re.compile(
    rf"(?<![0-9.])(?P<arabic>{_ARABIC})(?=年|[-—–－~～至][0-9]|[”’》）)〕\]】，。；：、]|\Z)"
    rf"|(?<![{_DIGITS}])(?P<chinese>[一二][{_DIGITS}]{{3}})(?=年)"
)
_IN_NAME = re.compile(rf"(?<![0-9]){_ARABIC}(?![0-9])")
_TO = "[-—–－~～]+|至"
_RANGE_BEFORE = re.compile(rf"(?:[0-9{_DIGITS}]年?)(?:{_TO})\Z")
_RANGE_AFTER = re.compile(rf"年?(?:{_TO})[0-9{_DIGITS}]")
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_BY = re.compile(r"""(?P<before>\bby\s*=\s*)(?P<quote>["'])(?P<day>[^"']{1,60})(?P=quote)""")
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Move:
    """From the year of one document to that of the next."""

    year: int
    years: int  # how many later
    title: str = ""  # what the document calls itself from its year on: 2020年重点工作任务

    @property
    def to(self) -> int:
        """The new year."""
        return self.year + self.years


@dataclass(frozen=True, slots=True)
class Moved:
    """A text with its years moved on, whether any was, and the years that it names besides."""

    text: str
    moved: bool
    left: tuple[int, ...]


def years_in_name(name: str) -> tuple[int, ...]:
    """The years in the last part of a document's id: 2020 in national/tasks-2020."""
    return tuple(int(year) for year in _IN_NAME.findall(name.rpartition("/")[2]))


def own_year(name: str, facts: DocumentFacts) -> int | None:
    """The year that a document is of: that of its name, its number, its dates or its title."""
    told = tuple(_years_of_facts(facts))
    named = years_in_name(name)
    both = [year for year in told if year in named]
    return next(iter((*both, *named[::-1], *told)), None)


def renamed(name: str, move: Move) -> str:
    """The id of the later document; a name without a year gets the new one."""
    folder, slash, last = name.rpartition("/")
    if move.year not in years_in_name(name):
        return f"{name}-{move.to}"
    change = str(move.to)
    return folder + slash + re.sub(rf"(?<![0-9]){move.year}(?![0-9])", change, last)


def _years_of_facts(facts: DocumentFacts) -> Iterator[int]:
    issue = facts.issue
    if issue and issue.number:
        yield issue.number.year
    for day in (facts.date, facts.starts):
        if day:
            yield day.year
    yield from (_number(found) for found in _YEAR.finditer(facts.title))
    if facts.ends:
        yield facts.ends.year


def title_from_year(title: str, year: int) -> str:
    """A title from its own year on; empty where it does not name the year."""
    for found in _YEAR.finditer(title):
        if _number(found) == year and found["arabic"]:
            return title[found.start() :]
    return ""


def later_deadline(text: str, move: Move) -> str:
    """A deadline as it is written, so many years later; the last day of a month stays the last.

    Raises QuantityError where the year leaves the calendar that deadlines have.
    """
    deadline = parse_deadline(text)
    if _ISO.fullmatch(text.strip()):
        later = later_day(deadline.last_day, move.years).isoformat()
        parse_deadline(later)
        return later
    written = re.sub(
        rf"[0-9]{{4}}|[{_DIGITS}]{{4}}", lambda found: _later(found[0], move.years), text, count=1
    )
    try:
        parse_deadline(written)
    except InvalidError:  # the 29th of February
        written = re.sub("29(?=[ \t]*日)", "28", written)
        parse_deadline(written)
    return written


def later_day(day: date, years: int) -> date:
    """The same day of a later year; the last day of a month stays its last."""
    last = days_in_month(day.year + years, day.month)
    stays_last = day.day == days_in_month(day.year, day.month)
    return date(day.year + years, day.month, last if stays_last else min(day.day, last))


def move_title(text: str, move: Move) -> Moved:
    """A title: every mention of the document's own year that is not one end of a span of years."""
    return _move(text, move, lambda found: not _in_range(text, found))


def move_prose(text: str, move: Move) -> Moved:
    """Prose: deadlines in the document's own year, and where it calls itself by its title."""
    spans = [(found.start, found.end) for found in find_deadlines(text)]

    def is_own(found: re.Match[str]) -> bool:
        if any(start <= found.start() < end for start, end in spans):
            return True
        return bool(move.title) and text.startswith(move.title, found.start())

    return _move(text, move, is_own)


def look_only(text: str, move: Move) -> Moved:
    """What another document or source says: no year of it moves."""
    return _move(text, move, lambda _: False)


def _move(text: str, move: Move, is_own: Callable[[re.Match[str]], bool]) -> Moved:
    expressions = list(_EXPRESSION.finditer(text))
    pieces: list[str] = []
    left: list[int] = []
    done = 0
    for found in _YEAR.finditer(text):
        if any(piece.start() <= found.start() < piece.end() for piece in expressions):
            continue
        if _number(found) == move.year and is_own(found):
            pieces += [text[done : found.start()], _later(found[0], move.years)]
            done = found.end()
        else:
            left.append(_number(found))
    moved = "".join((*pieces, text[done:]))
    written = _EXPRESSION.sub(lambda found: _later_steps(found[0], move), moved)
    return Moved(written, written != text, tuple(dict.fromkeys(left)))


def _later_steps(expression: str, move: Move) -> str:
    """A figure asked for by its date, inside {{ }}: its step has moved on too."""

    def later(found: re.Match[str]) -> str:
        try:
            day = later_deadline(found["day"], move)
        except InvalidError:
            return found[0]
        return f"{found['before']}{found['quote']}{day}{found['quote']}"

    return _BY.sub(later, expression)


def _in_range(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    return bool(_RANGE_BEFORE.search(before[-4:]) or _RANGE_AFTER.match(after))


def _number(found: re.Match[str]) -> int:
    return int(found["arabic"]) if found["arabic"] else read_year(found["chinese"])


def _later(year: str, years: int) -> str:
    """A year in the digits that it is written in."""
    if year.isascii():
        return str(int(year) + years)
    zero = next((digit for digit in year if digit in "〇零"), "〇")
    later = str(read_year(year) + years)
    return "".join(zero if digit == "0" else _DIGITS[1 + int(digit)] for digit in later)
