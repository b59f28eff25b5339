"""The parts of a Word document and the file they make: the same parts, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem
from lxml import etree

from plangen.document.elements import Document
from plangen.document.wording import document_name
from plangen.fonts.roles import FONT_NAMES, FontRole
from plangen.quantity.undecided import decided
from plangen.sheet.geometry import Profile
from plangen.writers.docx.styles import styles_part
from plangen.writers.docx.wml import Element, add, part_bytes, root

CREATED_BY = "plangen"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip entry can carry; the clock has no say
UNIX = 3  # zip's number for the system that made a file: one number on all systems

# GB/T 15834-2011 5.1 as Word keeps it: marks that may not begin a line, and may not end one
NO_START = "。，、；：？！”’）》〉〕］｝】〗」』·～%％‰℃°/…"  # … so that …… is not split
NO_END = "“‘（《〈〔［｛【〖「『￥¥＄—"  # — so that —— is not split

_ALTERNATIVES = {
    FontRole.XIAOBIAOSONG: "FZXiaoBiaoSong-B05S",
    FontRole.FANGSONG: "FangSong",
    FontRole.KAITI: "KaiTi",
    FontRole.HEITI: "SimHei",
    FontRole.SONGTI: "SimSun",
}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


class Package:
    """A docx in the making: its main part, and the parts that belong to it."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self._package = OpcPackage()
        self._main = self._part("/word/document.xml", CT.WML_DOCUMENT_MAIN, b"")
        self._package.relate_to(self._main, RT.OFFICE_DOCUMENT)
        core = self._part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(document))
        self._package.relate_to(core, RT.CORE_PROPERTIES)
        app = self._part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _app())
        self._package.relate_to(app, RT.EXTENDED_PROPERTIES)
        for file, content_type, kind, element in (
            ("styles", CT.WML_STYLES, RT.STYLES, styles_part(profile)),
            ("settings", CT.WML_SETTINGS, RT.SETTINGS, _settings()),
            ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, _font_table()),
        ):
            part = self._part(f"/word/{file}.xml", content_type, part_bytes(element))
            self._main.relate_to(part, kind)

    def _part(self, uri: str, content_type: str, blob: bytes) -> Part:
        return Part(PackURI(uri), content_type, blob, self._package)  # type: ignore[arg-type]  # the base class will do

    def add_footer(self, name: str, element: Element) -> str:
        """Add a footer part; gives its relationship id."""
        part = self._part(f"/word/{name}.xml", CT.WML_FOOTER, part_bytes(element))
        return str(self._main.relate_to(part, RT.FOOTER))

    def add_header(self, name: str, element: Element) -> str:
        """Add a header part; gives its relationship id."""
        part = self._part(f"/word/{name}.xml", CT.WML_HEADER, part_bytes(element))
        return str(self._main.relate_to(part, RT.HEADER))

    def add_picture(self, name: str, content: bytes) -> str:
        """Add a PNG picture; gives its relationship id."""
        part = self._part(f"/word/media/{name}.png", CT.PNG, content)
        return str(self._main.relate_to(part, RT.IMAGE))

    def to_bytes(self, main: Element) -> bytes:
        """The file with ``main`` as its main part; entries sorted, each with the same date."""
        self._main._blob = part_bytes(main)
        parts = tuple(self._package.parts)
        entries = {"_rels/.rels": self._package.rels.xml}
        for part in parts:
            entries[part.partname.membername] = part.blob
            if len(part.rels):
                entries[part.partname.rels_uri.membername] = part.rels.xml
        content_types = _ContentTypesItem.from_parts(parts).blob  # type: ignore[no-untyped-call]  # as python-docx is
        return _zip([("[Content_Types].xml", content_types), *sorted(entries.items())])


def _zip(entries: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, blob in entries:
            info = ZipInfo(name, EARLIEST)
            info.compress_type = ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = 0o600 << 16
            archive.writestr(info, blob)
    return buffer.getvalue()


def _settings() -> Element:
    settings = root("settings")
    add(settings, "zoom", percent=100)
    add(settings, "evenAndOddHeaders")
    add(settings, "characterSpacingControl", val="compressPunctuation")
    add(settings, "noLineBreaksAfter", lang="zh-CN", val=NO_END)
    add(settings, "noLineBreaksBefore", lang="zh-CN", val=NO_START)
    compat = add(settings, "compat")
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    ):
        uri = "http://schemas.microsoft.com/office/word"
        add(compat, "compatSetting", name=name, uri=uri, val=value)
    add(settings, "themeFontLang", val="en-US", eastAsia="zh-CN")
    return settings


def _font_table() -> Element:
    table = root("fonts")
    for role, face in FONT_NAMES.items():
        font = add(table, "font", name=face)
        add(font, "altName", val=_ALTERNATIVES[role])
        add(font, "charset", val=86)  # GB 2312, in hexadecimal
        add(font, "family", val="roman" if role is FontRole.SONGTI else "auto")
        add(font, "pitch", val="variable")
    return table


def _core(document: Document) -> bytes:
    names = {"cp": _CORE, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    signature, mark = document.signature, document.head.mark
    organs = (signature.organs if signature else ()) or (mark.organs if mark else ())
    for space, tag, value in (
        (_DC, "title", document_name(document)),
        (_DC, "subject", document.properties.subject),
        (_DC, "creator", "、".join(organs) or CREATED_BY),
        (_CORE, "keywords", " ".join(document.properties.keywords)),
        (_DC, "language", "zh-CN"),
        (_CORE, "lastModifiedBy", CREATED_BY),
    ):
        if value:
            etree.SubElement(core, f"{{{space}}}{tag}").text = value
    day = decided(signature.date) if signature else None
    if day:
        for tag in ("created", "modified"):
            moment = etree.SubElement(core, f"{{{_DCTERMS}}}{tag}")
            moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            moment.text = f"{day.isoformat()}T00:00:00Z"
    return part_bytes(core)


def _app() -> bytes:
    app = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    etree.SubElement(app, f"{{{_APP}}}Application").text = CREATED_BY
    return part_bytes(app)
