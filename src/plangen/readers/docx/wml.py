"""Names of WordprocessingML (ECMA-376 part 1, clause 17) and how its switches are read."""

from __future__ import annotations

from plangen.readers.archives import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = frozenset(("0", "false", "off", "none"))

VAL = f"{W}val"


def child(element: Element | None, *names: str) -> Element | None:
    """A descendant by the names of the path to it; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: Element | None, *names: str) -> str:
    """The ``val`` of a descendant; empty where it is missing."""
    found = child(element, *names)
    return (found.get(VAL) or "") if found is not None else ""


def is_on(element: Element | None, *names: str) -> bool:
    """Whether a switch is there and not switched off (17.17.4)."""
    found = child(element, *names)
    return found is not None and (found.get(VAL) or "on").lower() not in _OFF


def whole_number(text: str | None, default: int = 0, most: int = 100_000) -> int:
    """A number as an attribute gives it, within bounds; the default for anything else."""
    if not text or not text.strip().lstrip("-").isdecimal() or len(text) > 9:
        return default
    return max(-most, min(int(text), most))
