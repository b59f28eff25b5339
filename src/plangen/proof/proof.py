"""The proof (版式核验): every clause with what it asks and what the pages have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plangen.document.elements import Document
from plangen.document.wording import document_name
from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.pages.marks import Pages
from plangen.proof.annexes import annex_rows
from plangen.proof.closing import closing_rows
from plangen.proof.forms import form_rows
from plangen.proof.grid import grid_rows
from plangen.proof.head import head_rows
from plangen.proof.imprint import imprint_rows
from plangen.proof.page_numbers import number_rows
from plangen.proof.paper import paper_rows
from plangen.proof.profile import deviations
from plangen.proof.rows import Row, Verdict
from plangen.proof.subject import Subject
from plangen.proof.text import text_rows
from plangen.sheet.geometry import Profile

STAGES = (
    paper_rows,
    grid_rows,
    head_rows,
    text_rows,
    closing_rows,
    annex_rows,
    imprint_rows,
    number_rows,
    form_rows,
)


@dataclass(frozen=True, slots=True)
class FontUse:
    """The font of a role: its name and file; ``true`` where it is the one the standard means."""

    role: FontRole
    name: str
    file: str
    true: bool
    lent: tuple[tuple[str, str], ...] = ()  # characters, and the font that gave them

    @property
    def state(self) -> str:
        """正式, 替代, or 缺 where a role has no font at all."""
        if not self.name:
            return "缺"
        return "正式" if self.true else "替代"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found about a document's pages."""

    name: str
    form: str
    pages: int
    profile: str
    profile_clause: str
    deviations: tuple[str, ...]
    fonts: tuple[FontUse, ...]
    rows: tuple[Row, ...]
    absent: tuple[str, ...]

    @property
    def stand_ins(self) -> tuple[FontUse, ...]:
        """The roles whose font is not the true one."""
        return tuple(font for font in self.fonts if not font.true)

    @property
    def counts(self) -> Counter[Verdict]:
        """How many rows have each verdict."""
        return Counter(row.verdict for row in self.rows)

    @property
    def summary(self) -> str:
        """One sentence for the whole; it says 符合 only where all fonts are the true ones."""
        counts = self.counts
        failed, differing = counts[Verdict.FAILS], counts[Verdict.DIFFERS]
        found = f"共核验 {len(self.rows)} 项"
        if failed:
            found += f"，{failed} 项与标准不一致"
        if differing:
            found += f"，{differing} 项有差异并已说明"
        if unmeasured := counts[Verdict.UNMEASURED]:
            found += f"，{unmeasured} 项无从测量"
        if self.stand_ins:
            roles = "、".join(font.role for font in self.stand_ins)
            return f"{found}。{roles}用的是替代字体，本核验只记录尺寸，对版式总体不作结论。"
        if failed:
            return f"{found}，版式总体不符合 GB/T 9704—2012。"
        besides = "除所列差异外，" if differing or unmeasured else ""
        return f"{found}。{besides}所测各项符合 GB/T 9704—2012。"


def prove(document: Document, pages: Pages, profile: Profile, fonts: Fonts) -> Proof:
    """Measure the pages of a document whose titles are broken, clause by clause."""
    subject = Subject(document, pages, profile, fonts)
    rows = tuple(row for stage in STAGES for row in stage(subject))
    return Proof(
        name=document_name(document),
        form=document.form,
        pages=len(pages.pages),
        profile=profile.name,
        profile_clause=profile.clause,
        deviations=deviations(profile),
        fonts=tuple(_font_uses(subject, fonts)),
        rows=rows,
        absent=tuple(_absent(document)),
    )


def _font_uses(subject: Subject, fonts: Fonts) -> Iterator[FontUse]:
    for role, choice in subject.choices.items():
        if choice is None:
            yield FontUse(role, "", "", False)
            continue
        lent: dict[str, list[str]] = {}
        for fallback in fonts.fallbacks:
            if fallback.role is role:
                lent.setdefault(fallback.face.name, []).append(fallback.character)
        given = tuple(("".join(characters), name) for name, characters in lent.items())
        yield FontUse(role, choice.name, choice.path.name, choice.true, given)


def _absent(document: Document) -> Iterator[str]:
    """The elements of the standard that a document does not have, in the standard's order."""
    head = document.head
    present = {
        "份号": bool(head.copy_number),
        "密级和保密期限": bool(head.secrecy),
        "紧急程度": bool(head.urgency),
        "发文机关标志": bool(head.mark),
        "发文字号": bool(head.number),
        "签发人": bool(head.signers),
        "标题": bool(document.title),
        "主送机关": bool(document.recipients),
        "署名和成文日期": bool(document.signature),
        "附注": bool(document.note),
        "附件": bool(document.annexes or (document.enclosure and document.enclosure.annexes)),
        "版记": bool(document.imprint),
    }
    yield from (name for name, has in present.items() if not has)
