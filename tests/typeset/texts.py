"""Texts as officials write them, and the worst that could be between: for property tests."""

from unicodedata import east_asian_width

from hypothesis import strategies as st

from plangen.typeset.characters import places

WHOLE = [
    *("12.5%", "4.5‰", "37℃", "1:4000", "7×24", "2021", "10,000", "COVID-19", "-5", "±0.3"),
    *("——", "……", "〔2020〕79号", "5·12"),
]
MARKS = "，。、：；！？”’）》】〕“‘（《【〔％·～/"
RARE = "喆堃𠮷"
SPACED = [
    "https://www.example.gov.cn/zwgk/2020/a_b.html",
    "National Health Commission",
    " ",
    "\u3000",
]
TEXTS = st.lists(
    st.sampled_from([*MARKS, *WHOLE, *SPACED]) | st.text(f"中文国家{RARE}A7", max_size=9)
).map("".join)
ROOMS = st.integers(8, 56).map(lambda halves: halves / 2)

HALVED = set("”’）》〉〕］｝】〗」』，、；：。？！")
OPENING = set("“‘（《〈〔［｛【〖「『")


def width(text: str) -> float:
    """The width of a text in 字: half a one for western characters."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.5 for character in text)


def starts(text: str) -> list[int]:
    """Where lines of a text may begin or end."""
    held = places(text).held
    return [place for place in range(len(text) + 1) if not held[place]]


def visible(line: str) -> str:
    """A line without the blanks that hang at its end."""
    return line.rstrip(" \u3000")


def narrowest(line: str) -> float:
    """The width of a line, in 字, whose marks give up all that they can: half a character each."""
    line = visible(line)
    if not line:
        return 0.0
    inner = line[1:-1] if line[0] in OPENING | {"·"} else line[:-1]
    gives = sum(character in HALVED | OPENING | {"·"} for character in inner)
    return width(line) - gives / 2 - (line[-1] in HALVED) / 2
