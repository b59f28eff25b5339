"""The elements of an official document (公文要素), GB/T 9704-2012 clauses 7.2 to 7.4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from plangen.document.blocks import Block, Orientation
from plangen.document.inline import require_characters
from plangen.errors import InvalidError

Form = Literal["文件"]
SecrecyLevel = Literal["绝密", "机密", "秘密"]
Urgency = Literal["特急", "加急", "特提", "平急"]
EnclosureMode = Literal["issued", "annexed"]
OrganGroup = tuple[str, ...]
SEAL = 42  # mm: the diameter of a street office's seal


@dataclass(frozen=True, slots=True)
class Secrecy:
    """密级和保密期限 (7.2.2): printed as 机密★1年; without a period the level alone."""

    level: SecrecyLevel
    period: str = ""

    def __str__(self) -> str:
        return f"{self.level}★{self.period}" if self.period else self.level


@dataclass(frozen=True, slots=True)
class Mark:
    """发文机关标志 (7.2.4): the issuing organs, the main organ first, and 文件 (or nothing)."""

    organs: tuple[str, ...]
    suffix: str = "文件"

    def __post_init__(self) -> None:
        require_characters(*self.organs, self.suffix)
        if not self.organs:
            raise InvalidError("发文机关标志至少要有一个机关")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """发文字号 (7.2.5) in its three fields: 机关代字, 年份, 顺序号; never one string."""

    code: str
    year: int
    sequence: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.sequence}号"


@dataclass(frozen=True, slots=True)
class Head:
    """版头 (7.2): everything above the red rule."""

    mark: Mark | None = None
    number: DocumentNumber | None = None
    copy_number: str = ""
    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """署名, 成文日期 and the place of the seals (7.3.5).

    ``sealed`` leaves the place of one seal over each organ's name; ``seal`` is its diameter in mm
    (42 for 乡镇街道, 45 for 市县, 50 for 省部).
    """

    organs: tuple[str, ...]
    date: date
    sealed: bool = True
    seal: int = SEAL

    def __post_init__(self) -> None:
        require_characters(*self.organs)
        if not 20 <= self.seal <= 60:
            raise InvalidError("印章直径 {seal} 毫米，应在 20 到 60 之间", seal=self.seal)


@dataclass(frozen=True, slots=True)
class Annex:
    """附件 (7.3.7): its title, its text, and the direction of its pages.

    ``id`` lets the text refer to it; the number is computed from its place.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    id: str = ""
    orientation: Orientation = "portrait"

    def __post_init__(self) -> None:
        require_characters(self.title.replace("\n", ""))


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The document that a notice issues (印发的方案), with annexes of its own.

    ``issued``: it follows on a new page under its own title, without a label; ``annexed``: it is
    listed in the 附件说明 and labelled 附件. Both are practice.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    annexes: tuple[Annex, ...] = ()
    mode: EnclosureMode = "issued"

    def __post_init__(self) -> None:
        require_characters(self.title.replace("\n", ""))


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4): 抄送机关 in groups, 印发机关 and 印发日期; 主送机关 that did not fit page 1."""

    printed_by: str = ""
    printed_on: date | None = None
    copies_to: tuple[OrganGroup, ...] = ()
    recipients: tuple[OrganGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself: never printed. ``subject`` and ``keywords`` help a search."""

    subject: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An official document (公文) from its 份号 to its 版记.

    ``title`` may hold line breaks (``\\n``) where a person chose them. ``recipients`` are grouped:
    、 stands inside a group, ， between groups (各管区、村（居），各部门).
    """

    title: str
    form: Form = "文件"
    head: Head = Head()
    recipients: tuple[OrganGroup, ...] = ()
    blocks: tuple[Block, ...] = ()
    signature: Signature | None = None
    note: str = ""
    enclosure: Enclosure | None = None
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None
    properties: Properties = Properties()

    def __post_init__(self) -> None:
        require_characters(self.title.replace("\n", ""), self.note)
        if self.enclosure and self.enclosure.mode == "annexed" and self.annexes:
            raise InvalidError("以附件形式印发的文件是通知的唯一附件，不能再有别的附件")
