"""What stands on pages and was not read: nameless glyphs, pictures, remarks, watermarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.furniture import is_page_number
from plangen.readers.pdf.marks import Sheet
from plangen.readers.refusing import refused, remark

_SHOWN = 8  # pages that a finding names
_QUOTED = 40  # characters of a watermark


@dataclass(slots=True)
class Unread:
    """Adds up what of page after page is not read."""

    words: int = 0  # characters that can be read
    glyphs: int = 0
    pictures: int = 0
    remarks: int = 0
    fields: int = 0
    watermarks: list[str] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)  # pages with pictures alone

    def note(self, number: int, sheet: Sheet) -> None:
        """Note what a page holds."""
        said = sum(not glyph.text.isspace() for glyph in sheet.glyphs)
        self.words += said
        self.glyphs += sheet.unreadable
        self.pictures += sheet.pictures
        self.remarks += sheet.remarks
        self.fields += sheet.unseen
        words = sheet.turned.strip()
        if words and not is_page_number(words):
            self.watermarks.append(words)
        if sheet.pictures and not (said or words or sheet.unreadable):
            self.wordless.append(number)

    def refuse_wordless(self, name: str, kind: str) -> None:
        """Raise InputError where pages hold no words, or fewer than glyphs that nobody can read.

        ``kind`` is how a person calls files of this kind: PDF, OFD.
        """
        if not self.words and not self.glyphs:
            message = Message(
                "{kind} 里没有文字层（是扫描的图片）；请先用 OCR 识别，再读", kind=kind
            )
            raise refused(name, message)
        if self.glyphs > self.words:
            message = Message(
                "{kind} 的字体没有给出文字编码，读出来是乱码；请先用 OCR 识别，或索取原稿",
                kind=kind,
            )
            raise refused(name, message)

    def findings(self, name: str) -> Iterator[Finding]:
        """What to say about it."""
        if self.wordless:
            yield remark(name, "read.no-text-layer", Severity.WARN, self._wordless())
        if self.glyphs:
            text = Message("有 {count} 个字形没有文字编码，没有读出来", count=self.glyphs)
            yield remark(name, "read.lost-characters", Severity.WARN, text)
        if self.watermarks:
            text = Message(
                "有 {count} 页上斜放的文字（水印）不算正文：“{shown}”",
                count=len(self.watermarks),
                shown=self.watermarks[0][:_QUOTED],
            )
            yield remark(name, "read.watermark", Severity.INFO, text)
        if self.fields:
            text = Message(
                "有 {count} 个填了字的表单栏在页面上不显示，没有读；请打印成 PDF 再读",
                count=self.fields,
            )
            yield remark(name, "read.form-fields", Severity.WARN, text)
        if self.remarks:
            text = Message("有批注，批注不是正文，没有读")
            yield remark(name, "read.comments", Severity.INFO, text)
        if self.pictures > len(self.wordless):
            text = Message("有 {count} 幅图片，图片里的文字没有读", count=self.pictures)
            yield remark(name, "read.pictures", Severity.INFO, text)

    def _wordless(self) -> Message:
        return Message(
            "第 {pages} 页没有文字层（共 {count} 页，多是扫描的图片），没有读；请先用 OCR 识别",
            pages="、".join(map(str, self.wordless[:_SHOWN])),
            count=len(self.wordless),
        )
