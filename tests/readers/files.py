"""Files made in the tests: docx packages of hand-written parts, zips, seeds of scanned text."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping

from plangen.document.origins import Passage, ReadDocument
from plangen.readers.reader import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(entries: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def part(name: str, content: str) -> str:
    """A part of WordprocessingML whose root is ``name``."""
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>"


def package(body: str, **parts: str) -> bytes:
    """A docx with this body; other parts by the names of their roots."""
    entries = {"[Content_Types].xml": CONTENT_TYPES}
    entries["word/document.xml"] = part("document", f"<w:body>{body}</w:body>")
    entries |= {f"word/{name}.xml": part(name, content) for name, content in parts.items()}
    return zipped(entries)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}<w:r><w:t>{text}</w:t></w:r></w:p>"


def read_package(body: str, **parts: str) -> ReadDocument:
    """What a docx with this body says."""
    return read_bytes(package(body, **parts), "通知.docx")


def texts(read: ReadDocument) -> list[str]:
    """The texts of the passages."""
    return [passage.text for passage in read.passages]


def letters(text: str) -> Counter[str]:
    """How often each character stands in a text, white space and marks without width apart."""
    return Counter("".join(text.split()).translate(dict.fromkeys(map(ord, "\ufeff\u200b"))))


def unaccounted(read: ReadDocument) -> tuple[Counter[str], Counter[str]]:
    """Characters of the whole text that no passage and no furniture holds, and the reverse."""
    held = letters("".join(texts(read)))
    held += letters("".join(read.quote(span) for span in read.furniture))
    whole = letters(read.text)
    return whole - held, held - whole


def misplaced(passage: Passage, whole: str) -> list[str]:
    """Characters of a passage that do not stand in the text where the passage says."""
    return [
        character
        for index, character in enumerate(passage.text)
        if whole[passage.offset(index)] != character
        and not (character == " " and whole[passage.offset(index)].isspace())
    ]


def messages(read: ReadDocument) -> list[str]:
    """The sentences of the findings."""
    return [str(finding.message) for finding in read.findings]


def codes(read: ReadDocument) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in read.findings]
