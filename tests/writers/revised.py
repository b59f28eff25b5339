"""Tracked changes taken at their word: all of them accepted, or all rejected, on the XML."""

from copy import deepcopy

from tests.writers.docx_file import Element, found, local, text_of, w

KEPT = {"accept": "ins", "reject": "del"}
LOST = {"accept": "del", "reject": "ins"}


def resolved(body: Element, way: str) -> Element:
    """A copy of a body without tracked changes, as ECMA-376 17.13.5 says what they mean.

    A marked row goes with all that is in it. A paragraph whose end is marked runs into the one
    that follows; one of which nothing is left is gone.
    """
    copy = deepcopy(body)
    for row in found(copy, f".//w:tr[w:trPr/w:{LOST[way]}]"):
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)
        if not found(parent, "w:tr"):
            above = parent.getparent()
            assert above is not None
            above.remove(parent)
    for paragraph in list(copy.iter(w("p"))):
        _resolve_runs(paragraph, way)
    for paragraph in found(copy, f".//w:p[w:pPr/w:rPr/w:{LOST[way]}]"):
        _join(paragraph)
    for marker in found(copy, f".//w:{KEPT[way]}"):
        above = marker.getparent()
        assert above is not None
        above.remove(marker)
    for text in list(copy.iter(w("delText"))):
        text.tag = w("t")
    return copy


def _resolve_runs(paragraph: Element, way: str) -> None:
    for lost in found(paragraph, f"w:{LOST[way]}"):
        paragraph.remove(lost)
    for kept in found(paragraph, f"w:{KEPT[way]}"):
        for run in list(kept):
            kept.addprevious(run)
        paragraph.remove(kept)


def _join(paragraph: Element) -> None:
    following = paragraph.getnext()
    runs = found(paragraph, "w:r")
    assert following is not None, "the end of the last paragraph cannot go"
    assert local(following) in ("p", "tbl"), "there is a paragraph for the text to go to"
    assert not runs or local(following) == "p", "text before a table has no place to go to"
    at = 1 if found(following, "w:pPr") else 0
    following[at:at] = runs
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def words(body: Element) -> list[str]:
    """The text of a body: a line a paragraph, with the style, and a line a table row."""
    lines = []
    for element in body:
        if local(element) == "p":
            lines.append(f"{_style(element)}: {text_of(element)}")
        elif local(element) == "tbl":
            for row in found(element, "w:tr"):
                cells = (
                    "¶".join(text_of(p) for p in found(cell, "w:p")) for cell in found(row, "w:tc")
                )
                lines.append(f"| {' | '.join(cells)}")
    return lines


def _style(paragraph: Element) -> str:
    styles = found(paragraph, "w:pPr/w:pStyle")
    return styles[0].get(w("val"), "") if styles else ""
