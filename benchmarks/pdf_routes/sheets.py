"""The blocks of a document as JSON: what the script for ReportLab reads.

ReportLab sets TrueType outlines only, so that it cannot have the CFF fonts of the other routes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from pdf_routes.blocks import PROFILE, Block, Mark, Row, Space, Text, Turn, Words
from plangen.fonts.roles import FontRole
from plangen.sheet.geometry import MM_PER_POINT, RED

FILES: Mapping[FontRole, str] = {role: "LXGWWenKai-Regular.ttf" for role in FontRole} | {
    FontRole.FANGSONG: "LXGWWenKai-Light.ttf"
}


def sheets(blocks: Iterable[Block], files: Mapping[FontRole, Path]) -> str:
    """What is to be set, in points."""
    return json.dumps(
        {
            "fonts": {role.name: str(path) for role, path in files.items()},
            "margins": [_points(mm) for mm in (PROFILE.top, PROFILE.bottom, PROFILE.left)],
            "line": _points(PROFILE.line),
            "red": f"#{RED}",
            "blocks": [_block(block) for block in blocks],
        },
        ensure_ascii=False,
    )


def _points(mm: float) -> float:
    return mm / MM_PER_POINT


def _block(block: Block) -> dict[str, object]:
    match block:
        case Text():
            return {
                "kind": "text",
                "words": _words(block.words),
                "size": block.size,
                "align": block.align,
                "indents": [_points(mm) for mm in (block.left, block.first, block.right)],
                "ruled": block.ruled,
            }
        case Row():
            cells = [[_points(left), _words(words)] for left, words in block.cells]
            return {
                "kind": "row",
                "cells": cells,
                "size": block.size,
                "line": _points(block.line),
            }
        case Space():
            return {"kind": "space", "height": _points(block.height)}
        case Turn():
            return {"kind": "turn"}
        case Mark():
            return {
                "kind": "mark",
                "size": block.size,
                "height": _points(block.height),
                "letters": [
                    [
                        letter.words.text,
                        *map(_points, (letter.left, letter.top, letter.words.spread)),
                    ]
                    for letter in block.letters
                ],
            }


def _words(words: Iterable[Words]) -> str:
    """ReportLab's own markup of paragraphs."""
    return "".join(
        f'<font name="{some.role.name}">{escape(some.text).replace(chr(10), "<br/>")}</font>'
        for some in words
    )
