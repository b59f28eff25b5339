"""Markdown as the documentation writes it: fenced blocks, tables, links, headings, code words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ELLIPSIS = "…"
PROMPT = "$ "


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the words after that, its text, and its first line."""

    language: str
    words: tuple[str, ...]
    text: str
    line: int

    @property
    def file(self) -> str:
        """The path that ``file=…`` behind the language gives, or nothing."""
        named = [word.removeprefix("file=") for word in self.words if word.startswith("file=")]
        return named[0] if named else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a console block and the lines that it is shown to print."""

    command: str
    output: tuple[str, ...]
    line: int


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a text, in order."""
    found: list[Block] = []
    fence: list[str] | None = None
    start, info = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("```"):
            if fence is not None:
                fence.append(line)
        elif fence is None:
            fence, start, info = [], number + 1, line.removeprefix("```")
        else:
            language, *words = info.split() or [""]
            found.append(Block(language, tuple(words), "\n".join(fence) + "\n", start))
            fence = None
    return found


def steps(block: Block) -> list[Step]:
    """The commands of a console block, each with what it prints."""
    found: list[Step] = []
    for number, line in enumerate(block.text.splitlines(), block.line):
        if line.startswith(PROMPT):
            found.append(Step(line.removeprefix(PROMPT), (), number))
        elif found:
            last = found[-1]
            found[-1] = Step(last.command, (*last.output, line), last.line)
    return found


def shows(expected: tuple[str, ...], actual: list[str]) -> bool:
    """Whether lines are shown truly: … alone stands for any lines, … at an end for any text."""
    if not expected:
        return not actual
    first, *others = expected
    rest = tuple(others)
    if first == ELLIPSIS:
        return any(shows(rest, actual[start:]) for start in range(len(actual) + 1))
    return bool(actual) and _line_shows(first, actual[0]) and shows(rest, actual[1:])


def _line_shows(expected: str, actual: str) -> bool:
    if expected.endswith(ELLIPSIS):
        return actual.startswith(expected.removesuffix(ELLIPSIS))
    return expected.rstrip() == actual.rstrip()


def prose(text: str) -> str:
    """A text without its fenced blocks."""
    return re.sub(r"^```[^\n]*\n(?:(?!```)[^\n]*\n)*```$", "", text, flags=re.MULTILINE)


def code_words(text: str) -> Iterator[str]:
    """What stands between single backticks outside fenced blocks."""
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", prose(text))


def links(text: str) -> Iterator[str]:
    """The targets of links and images."""
    yield from re.findall(r"\]\(([^()\s]+)\)", prose(text))


def anchors(text: str) -> set[str]:
    """The anchors that the headings of a text give, as GitHub makes them."""
    headings = re.findall(r"^#{1,6} +([^\n]+)$", prose(text), flags=re.MULTILINE)
    return {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    kept = (c for c in heading.strip().lower() if c.isalnum() or c in "-_ ")
    return "".join(kept).replace(" ", "-")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one."""
    below = re.split(rf"^#+ {re.escape(heading)}$", text, flags=re.MULTILINE)[1]
    return re.split(r"^#", below, maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str, heading: str) -> list[list[str]]:
    """The cells of the rows of the tables under a heading, without the head rows."""
    lines = [line for line in section(text, heading).splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    rules = [number for number, row in enumerate(rows) if set("".join(row)) <= set("-")]
    dropped = {*rules, *(number - 1 for number in rules)}
    return [row for number, row in enumerate(rows) if number not in dropped]
