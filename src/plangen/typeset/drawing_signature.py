"""Drawing 署名, 成文日期, 印章 and 签名章 (7.3.5), and the 附注 below them (7.3.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plangen.document.elements import Signature
from plangen.document.wording import chinese_date
from plangen.fonts.roles import FontRole
from plangen.pages.marks import Bitmap, Circle, Page, Picture
from plangen.pages.nodes import Node, NodeKind
from plangen.sheet.geometry import CELL, TYPE_LEFT, TYPE_RIGHT, TYPE_WIDTH
from plangen.sheet.runs import Line, Run
from plangen.sheet.signature import (
    BLANKS_PLAIN,
    BLANKS_SEALED,
    DATE_INDENT,
    PLAIN_INDENT,
    SealPlace,
    StampedRow,
    date_at_right,
    note_drop,
    plain_signature,
    sealed_rows,
    signature_rows,
    stamped_date_top,
    stamped_rows,
)
from plangen.sheet.styles import SIZE_3
from plangen.typeset.drawing_lines import draw_line
from plangen.typeset.elements import Elements
from plangen.typeset.pages import SignaturePart
from plangen.typeset.paragraphs import set_paragraph
from plangen.typeset.pen import Ink, Pen, baseline

RIGHT_OF_DATE = TYPE_RIGHT - DATE_INDENT * CELL


class SignatureDrawer:
    """Draws signatures; ``pictures`` are those of seals and stamps, by their paths."""

    def __init__(
        self, pen: Pen, elements: Elements, pictures: Mapping[str, Bitmap], outlines: bool
    ) -> None:
        self._pen, self._elements = pen, elements
        self._pictures, self._outlines = pictures, outlines

    def draw(self, page: Page, top: float, part: SignaturePart) -> None:
        """Draw a signature, or the rows of it that stand on this page."""
        signature = part.item.signature
        last = part.number == part.count - 1
        if signature.stamps:
            date_top = self._stamped(page, top, part)
        elif signature.sealed:
            date_top = self._sealed(page, top, part)
        else:
            date_top = self._plain(page, top, signature, part.step.line)
        if last:
            self._date(page, date_top, signature, part.step.line)
            if part.item.note:
                drop = note_drop(signature, part.step)
                self._note(page, date_top + part.step.line + drop, part)

    # 印章

    def _sealed(self, page: Page, top: float, part: SignaturePart) -> float:
        signature, line = part.item.signature, part.step.line
        counts = signature_rows(signature, line)
        for number, row in enumerate(sealed_rows(signature)):
            if part.count > 1 and number != part.number:
                continue
            top += (BLANKS_SEALED + 1 if part.at_top else counts[number]) * line
            for seal in row.seals:
                self._seal(page, seal, top - line - part.step.seal_rise)
            for seal in row.seals:
                self._centred(page, seal.organ, seal.centre, top - line, line)
        return top

    def _seal(self, page: Page, seal: SealPlace, top: float) -> None:
        """A seal lies below the words, so that they stay readable through any picture."""
        left = seal.centre - seal.diameter / 2
        bitmap = self._pictures.get(seal.picture)
        if bitmap:
            node = self._elements.add(NodeKind.PICTURE, f"印章：{seal.organ}")
            width, height = _fitted(bitmap, seal.diameter)
            x, y = left + (seal.diameter - width) / 2, top + (seal.diameter - height) / 2
            page.marks.append(Picture(bitmap, x, y, width, height, node))
        elif self._outlines:
            page.marks.append(Circle(seal.centre, top + seal.diameter / 2, seal.diameter))

    # 不加盖印章

    def _plain(self, page: Page, top: float, signature: Signature, line: float) -> float:
        top += BLANKS_PLAIN * line
        for organ, left in plain_signature(signature).names:
            self._text(page, organ, TYPE_LEFT + left, top, line)
            top += line
        return top

    # 签名章

    def _stamped(self, page: Page, top: float, part: SignaturePart) -> float:
        signature, line = part.item.signature, part.step.line
        proportions = {
            path: bitmap.width / bitmap.height for path, bitmap in self._pictures.items()
        }
        rows = stamped_rows(signature, line, proportions)
        shown = rows if part.count == 1 else rows[part.number : part.number + 1]
        if part.count > 1 and part.number:
            top -= rows[part.number - 1].bottom
        for row in shown:
            self._stamp(page, row, top, line)
        return top + stamped_date_top(rows, line)

    def _stamp(self, page: Page, row: StampedRow, top: float, line: float) -> None:
        node = self._elements.add(NodeKind.PARAGRAPH)
        office_top = top + row.office_top(line)
        for number, office in enumerate(row.office):
            left = row.office_right - self._width(office)
            self._text(page, office, left, office_top + number * line, line, node)
        bitmap = self._pictures.get(row.stamp.picture)
        if bitmap:
            node = self._elements.add(NodeKind.PICTURE, f"签名章：{row.stamp.name}")
            place = (row.left, top + row.stamp_top, row.width, row.stamp_height)
            page.marks.append(Picture(bitmap, *place, node))
        elif not row.stamp.picture:
            name_top = top + row.top + (row.height - line) / 2
            left = row.left + row.width - self._width(row.stamp.name, FontRole.KAITI)
            self._text(page, row.stamp.name, left, name_top, line, node, FontRole.KAITI)

    # 成文日期, 附注

    def _date(self, page: Page, top: float, signature: Signature, line: float) -> None:
        day = chinese_date(signature.date)
        if signature.sealed and not date_at_right(signature):
            self._centred(page, day, sealed_rows(signature)[-1].seals[-1].centre, top, line)
            return
        if signature.sealed or signature.stamps:
            left = RIGHT_OF_DATE - self._width(day)
        else:
            plain = plain_signature(signature)
            left = TYPE_LEFT + plain.date_left
            if plain.date_at_right:
                left = TYPE_RIGHT - PLAIN_INDENT * CELL - self._width(day)
        self._text(page, day, left, top, line)

    def _note(self, page: Page, top: float, part: SignaturePart) -> None:
        note = set_paragraph(Line("note", (Run(part.item.note),)), TYPE_WIDTH, self._pen.measures)
        nodes = self._elements.of_runs(note.line)
        for pieces in note.lines:
            base = baseline(top, part.step.line, SIZE_3)
            draw_line(page, pieces, note, (TYPE_LEFT, base), self._pen, nodes)
            top += part.step.line

    # text

    def _width(self, text: str, role: FontRole = FontRole.FANGSONG) -> float:
        return sum(self._pen.widths(text, role, SIZE_3))

    def _centred(self, page: Page, text: str, centre: float, top: float, line: float) -> None:
        self._text(page, text, centre - self._width(text) / 2, top, line)

    def _text(  # noqa: PLR0913  # a text, its place, and what it is
        self,
        page: Page,
        text: str,
        left: float,
        top: float,
        line: float,
        node: Node | None = None,
        role: FontRole = FontRole.FANGSONG,
    ) -> None:
        begins = list(_begins(self._pen.widths(text, role, SIZE_3)))
        belongs = node or self._elements.add(NodeKind.PARAGRAPH)
        ink = Ink(role, SIZE_3)
        self._pen.draw(page, text, begins, left, baseline(top, line, SIZE_3), ink, belongs)


def _begins(widths: list[float]) -> Iterator[float]:
    place = 0.0
    for width in widths:
        yield place
        place += width


def _fitted(bitmap: Bitmap, diameter: float) -> tuple[float, float]:
    """A picture's width and height in mm: as large as the seal, in its own proportions."""
    scale = diameter / max(bitmap.width, bitmap.height)
    return bitmap.width * scale, bitmap.height * scale
