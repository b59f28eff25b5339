"""OFD files made in the tests."""

from tests.readers.files import zipped

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
ROOT = (
    f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    "</ofd:DocBody></ofd:OFD>"
)


def text_object(text: str, x: float, y: float, size: float = 5.64) -> str:
    deltas = f"g {len(text) - 1} {size}"
    return (
        f'<ofd:TextObject Boundary="{x} {y} 160 {size}" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size * 0.86}" DeltaX="{deltas}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def path(x: float, y: float, data: str) -> str:
    return (
        f'<ofd:PathObject Boundary="{x} {y} 160 100">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def content(objects: str, more: str = "") -> str:
    return (
        f"<ofd:Page {NAMESPACE}>{more}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
        "</ofd:Page>"
    )


def book(*pages: str, common: str = "", more: str = "", **others: str) -> bytes:
    """An OFD file; ``common`` goes into the data of the document, ``more`` into each page."""
    entries = {"OFD.xml": ROOT, **others}
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    entries["Doc_0/Document.xml"] = (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    for number, objects in enumerate(pages):
        entries[f"Doc_0/Pages/Page_{number}/Content.xml"] = content(objects, more)
    return zipped({name: entry for name, entry in entries.items() if entry})
