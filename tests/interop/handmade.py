"""A docx made by hand of plain XML: the ruler's and LibreOffice's own test piece.

It is no product of the library. Its numbers come from standards of layout alone (standard.py),
so that the chain docx → LibreOffice → PDF → ruler is tested before it measures anything else.
"""

import zipfile
from collections.abc import Sequence
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1960" w:right="1474" w:bottom="1847" '
    'w:left="1588" w:header="851" w:footer="1449" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="592"/>'
)
FOOTERS = (
    '<w:footerReference w:type="default" r:id="footer1"/>'
    '<w:footerReference w:type="even" r:id="footer2"/>'
)
EXACT = '<w:spacing w:before="0" w:after="0" w:line="{0}" w:lineRule="exact"/>'
EVERYWHERE = (
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
)
"""overflowPunct lets marks hang; LibreOffice 7.4 reads it the wrong way round and hangs none."""
TINY = f'<w:p><w:pPr><w:snapToGrid w:val="0"/>{EXACT.format(20)}</w:pPr></w:p>'


def run(text: str, *, font: str = "仿宋", size: float = 16, colour: str = "", gap: int = -5) -> str:
    """A run of one font; *size* in points, *gap* between characters in twips."""
    red = f'<w:color w:val="{colour}"/>' if colour else ""
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" '
        f'w:eastAsia="{font}" w:cs="{font}"/>{red}<w:spacing w:val="{gap}"/>'
        f'<w:sz w:val="{round(2 * size)}"/></w:rPr>{text}</w:r>'
    )


def words(text: str, *, font: str = "仿宋", size: float = 16, colour: str = "") -> str:
    """A run of words; only the body's 3号 is drawn together to 28 characters a line."""
    content = f'<w:t xml:space="preserve">{text}</w:t>'
    return run(content, font=font, size=size, colour=colour, gap=-5 if size == 16 else 0)


def paragraph(
    content: str = "", *, first: str = "", line: int = 592, after: str = "", align: str = "both"
) -> str:
    """A paragraph of exact line height; *first* and *after* are properties about w:spacing."""
    return (
        f"<w:p><w:pPr>{first}{EXACT.format(line)}{after}"
        f'<w:jc w:val="{align}"/></w:pPr>{content}</w:p>'
    )


def mark(text: str) -> str:
    """A red 50 pt mark in a frame on the page, 72 mm below its top edge."""
    frame = (
        '<w:framePr w:w="8844" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" '
        'w:xAlign="center" w:y="4082"/><w:snapToGrid w:val="0"/>'
    )
    content = words(text, font="方正小标宋简体", size=50, colour="FF0000")
    return paragraph(content, first=frame, line=1063, align="center")


def number(text: str) -> str:
    """The document number with the red rule below it."""
    rule = (
        '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="FF0000"/></w:pBdr>'
        '<w:snapToGrid w:val="0"/>'
    )
    return paragraph(words(text), first=rule, align="center")


def imprint(rows: Sequence[str]) -> str:
    """Lines of 4号 in a table whose last rule lies at 262 mm, and the paragraph that holds it."""
    height = 500
    top = 14853 - 1960 - height * len(rows)
    thick, thin = 8, 6
    cells = ""
    for position, text in enumerate(rows):
        above = thick if position == 0 else thin
        below = thick if position == len(rows) - 1 else thin
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
            for side, size in (("top", above), ("bottom", below))
        )
        line = paragraph(
            words(text, size=14),
            first='<w:snapToGrid w:val="0"/>',
            line=height - 40,
            after='<w:ind w:left="280" w:right="280"/>',
        )
        cells += (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/><w:tcBorders>{borders}</w:tcBorders>'
            f"</w:tcPr>{line}</w:tc></w:tr>"
        )
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1588" '
        f'w:tblpY="{top}"/><w:tblW w:w="8844" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>'
        f"{cells}</w:tbl>{TINY}"
    )


def footer(align: str) -> str:
    """A page number on the outer side, one character in."""
    side = "right" if align == "right" else "left"
    field = "".join(
        run(content, font="宋体", size=14, gap=0)
        for content in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    line = paragraph(
        field,
        first='<w:snapToGrid w:val="0"/>',
        line=280,
        after=f'<w:ind w:{side}="280"/>',
        align=align,
    )
    return f"<w:ftr {NAMESPACES}>{line}</w:ftr>"


def write(path: Path, body: str) -> Path:
    """Pack the body and the least that Word asks for beside it."""
    relations = {
        "styles": f"<w:styles {NAMESPACES}><w:docDefaults><w:pPrDefault>{EVERYWHERE}"
        "</w:pPrDefault></w:docDefaults></w:styles>",
        "settings": f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>",
        "footer1": footer("right"),
        "footer2": footer("left"),
    }
    parts = {
        "[Content_Types].xml": _content_types(relations),
        "_rels/.rels": _relationships({"document": "officeDocument"}, folder="word/"),
        "word/_rels/document.xml.rels": _relationships(
            {name: name.rstrip("12") for name in relations}
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}"
        f"<w:sectPr>{FOOTERS}{PAGE}</w:sectPr></w:body></w:document>",
        **{f"word/{name}.xml": xml for name, xml in relations.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(name, HEAD + xml)
    return path


def _content_types(names: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{name.rstrip("12")}+xml"/>'
        for name in names
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(kinds: dict[str, str], folder: str = "") -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{folder}{name}.xml"/>'
        for name, kind in kinds.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'
