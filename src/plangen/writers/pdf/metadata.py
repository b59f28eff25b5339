"""What a file says of its document: the information dictionary and the same again as XMP.

The day is the document's own; the clock is never read.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from plangen.pages.marks import About
from plangen.writers.pdf.notation import text_string

PRODUCER = "plangen"
BETWEEN_KEYWORDS = "; "
# Control characters that XML cannot hold.
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " ")

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def information(about: About) -> str:
    """The entries of the information dictionary (14.3.3)."""
    said = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": BETWEEN_KEYWORDS.join(about.keywords),
        "CreationDate": f"D:{about.date:%Y%m%d}" if about.date else "",
        "Producer": PRODUCER,
    }
    return "".join(f"/{key}{text_string(text)}" for key, text in said.items() if text)


def xmp(about: About, claims: Mapping[str, str]) -> bytes:
    """The XMP packet; ``claims`` are the properties by which a file says what it conforms to."""
    properties = [
        _property("dc:format", "application/pdf"),
        _property("dc:title", _list("Alt", [about.title], ' xml:lang="x-default"')),
        _property("dc:creator", _list("Seq", [about.author])),
        _property("dc:description", _list("Alt", [about.subject], ' xml:lang="x-default"')),
        _property("dc:subject", _list("Bag", about.keywords)),
        _property("dc:language", _list("Bag", [about.language])),
        _property("pdf:Keywords", escape(BETWEEN_KEYWORDS.join(about.keywords), quote=False)),
        _property("pdf:Producer", PRODUCER),
        _property("xmp:CreateDate", about.date.isoformat() if about.date else ""),
        *(_property(key, value) for key, value in claims.items()),
    ]
    packet = PACKET.format(properties="\n".join(filter(None, properties)))
    return packet.translate(_NOT_IN_XML).encode()


def _property(key: str, value: str) -> str:
    return f"<{key}>{value}</{key}>" if value else ""


def _list(kind: str, texts: tuple[str, ...] | list[str], attributes: str = "") -> str:
    items = "".join(
        f"<rdf:li{attributes}>{escape(text, quote=False)}</rdf:li>" for text in texts if text
    )
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""
