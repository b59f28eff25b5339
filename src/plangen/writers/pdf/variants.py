"""What a file says it conforms to, and what of that depends on the document.

The archive's PDF/A-2 (ISO 19005-2) and the accessible PDF/UA-1 (ISO 14289-1) ask for much that
every file of this writer has: fonts inside, text for every glyph, tags. They also forbid what a
document may have: boxes in the place of missing characters, pictures that nobody describes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from plangen.errors import InputError, Message, Place, Problem
from plangen.pages.marks import Pages
from plangen.pages.nodes import NodeKind
from plangen.writers.pdf.fonts import SetFace
from plangen.writers.pdf.structure import Structure

Variant = Literal["pdf", "pdf/a-2b", "pdf/a-2u", "pdf/ua-1"]

_CLAIMS: Mapping[Variant, Mapping[str, str]] = MappingProxyType(
    {
        "pdf": {},
        "pdf/a-2b": {"pdfaid:part": "2", "pdfaid:conformance": "B"},
        "pdf/a-2u": {"pdfaid:part": "2", "pdfaid:conformance": "U"},
        "pdf/ua-1": {"pdfuaid:part": "1"},
    }
)
_MISSING = 0  # the glyph of characters that a font lacks


def claims(variant: Variant) -> Mapping[str, str]:
    """The properties by which a file says what it conforms to."""
    return _CLAIMS[variant]


def for_archive(variant: Variant) -> bool:
    """Whether the file must say in which colour space its colours are meant."""
    return "pdfaid:part" in _CLAIMS[variant]


def check(variant: Variant, pages: Pages, faces: Iterable[SetFace], structure: Structure) -> None:
    """Raises InputError where the document has what its variant forbids."""
    if variant == "pdf":
        return
    problems = [*_missing_characters(faces)]
    if variant == "pdf/ua-1":
        problems += _undescribed(pages, structure)
    if problems:
        raise InputError.of(problems)


def _missing_characters(faces: Iterable[SetFace]) -> Iterator[Problem]:
    for face in faces:
        missing = [character for glyph, character in face.pairs if glyph == _MISSING]
        if missing:
            message = Message(
                "字体“{font}”里没有这些字：{characters}；PDF/A 和 PDF/UA 不允许缺字，"
                "请换用有这些字的字体，或改用普通的 PDF",
                font=face.face.name,
                characters="".join(missing),
            )
            yield Problem(message, Place(file=str(face.face.path)))


def _undescribed(pages: Pages, structure: Structure) -> Iterator[Problem]:
    if not pages.about.title:
        yield Problem(Message("文件没有标题；PDF/UA 要求有标题"))
    for element in structure.elements:
        if element.node.kind is NodeKind.PICTURE and not element.node.text:
            yield Problem(Message("有一幅图片没有说明文字；PDF/UA 要求每幅图片都有"))
