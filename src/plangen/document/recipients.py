"""主送机关 that leave page 1 no room for text: they move into the 版记 (7.3.2)."""

from __future__ import annotations

from dataclasses import replace

from plangen.document.elements import Document, Imprint


def recipients_in_imprint(document: Document) -> Document:
    """The same document with its 主送机关 in the 版记, above 抄送 (7.4.2)."""
    if not document.recipients:
        return document
    imprint = document.imprint or Imprint()
    moved = replace(imprint, recipients=(*imprint.recipients, *document.recipients))
    return replace(document, recipients=(), imprint=moved)
