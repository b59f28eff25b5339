"""OFD: text objects at their places become lines and paragraphs."""

from plangen.document.origins import ReadDocument
from plangen.readers.reader import read_bytes
from tests.readers.files import texts, zipped

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
ROOT = (
    f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    "</ofd:DocBody></ofd:OFD>"
)
FIRST = "全面贯彻党中央国务院决策部署深刻认识社会主要矛盾的新变化"
SECOND = "打造共建共治共享的社会治理格局。"


def text_object(text: str, x: float, y: float, size: float = 5.64) -> str:
    deltas = f"g {len(text) - 1} {size}"
    return (
        f'<ofd:TextObject Boundary="{x} {y} 160 {size}" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size * 0.86}" DeltaX="{deltas}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def read(*pages: str) -> ReadDocument:
    entries = {"OFD.xml": ROOT}
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    entries["Doc_0/Document.xml"] = (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    for number, content in enumerate(pages):
        entries[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content>"
            "</ofd:Page>"
        )
    return read_bytes(zipped(entries), "a.ofd")


def test_lines_are_joined_to_paragraphs() -> None:
    lines = [
        text_object(FIRST[:26], 39.3, 60),
        text_object(FIRST[:1] * 28, 28, 70),
        text_object(SECOND, 28, 80),
        text_object("一、工作目标", 39.3, 90),
    ]

    found = read("".join(lines))

    assert texts(found) == [FIRST[:26] + FIRST[:1] * 28 + SECOND, "一、工作目标"]


def test_page_numbers_are_left_out_and_pages_are_known() -> None:
    page = text_object("正文。", 28, 60)

    found = read(page + text_object("— 1 —", 28, 270), page + text_object("— 2 —", 28, 270))

    assert [(p.text, p.page) for p in found.passages] == [("正文。", 1), ("正文。", 2)]
    assert [found.quote(span) for span in found.furniture] == ["— 1 —", "— 2 —"]


def test_numbers_that_are_none_do_no_harm() -> None:
    broken = text_object("正文。", 28, 60).replace("g 2 5.64", "g x y nan 1e999")

    assert "".join(texts(read(broken))).replace(" ", "") == "正文。"
