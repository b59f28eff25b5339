"""Annexes of a page each: their labels open every page and are no running heads."""

from plangen.document.blocks import Paragraph
from plangen.document.elements import Annex, Document
from plangen.readers.reader import read_bytes
from tests.readers.outputs import pdf_of


def test_labels_of_annexes_are_text() -> None:
    annexes = tuple(Annex(f"名单{name}", (Paragraph.of("略。"),)) for name in "甲乙丙丁")
    document = Document("某某方案", blocks=(Paragraph.of("见附件。"),), annexes=annexes)

    read = read_bytes(pdf_of(document), "a.pdf")

    labels = [p.text for p in read.passages if p.text.startswith("附件") and "：" not in p.text]
    assert labels == ["附件1", "附件2", "附件3", "附件4"]
