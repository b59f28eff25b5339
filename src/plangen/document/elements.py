"""The elements of an official document (公文要素), GB/T 9704-2012 clauses 7.2 to 7.4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from plangen.document.blocks import Block, Orientation
from plangen.document.inline import require_characters
from plangen.document.pictures import require_picture
from plangen.errors import InvalidError, Message
from plangen.quantity.undecided import Undecided, shown

Form = Literal["文件", "信函", "命令", "纪要"]
SerialUnit = Literal["号", "期"]
AttendanceKind = Literal["出席", "请假", "列席"]
SecrecyLevel = Literal["绝密", "机密", "秘密"]
Urgency = Literal["特急", "加急", "特提", "平急"]
EnclosureMode = Literal["issued", "annexed"]
OrganGroup = tuple[str, ...]
SEAL = 42  # mm: the diameter of a street office's seal
SUFFIXES: Mapping[Form, tuple[str, ...]] = MappingProxyType(
    {"文件": (), "信函": ("",), "命令": ("令", "命令"), "纪要": ("纪要",)}
)  # what follows the organ in the mark, the usual one first (10.1 to 10.3); 文件 leaves it free


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
    sequence: int | Undecided

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{shown(self.sequence)}号"


@dataclass(frozen=True, slots=True)
class SerialNumber:
    """令号 (10.2: 第1号) or the number of an issue of minutes (第1期)."""

    sequence: int | Undecided
    unit: SerialUnit = "号"

    def __str__(self) -> str:
        return f"第{shown(self.sequence)}{self.unit}"


@dataclass(frozen=True, slots=True)
class Head:
    """版头 (7.2): everything above the red rule."""

    mark: Mark | None = None
    number: DocumentNumber | SerialNumber | None = None
    copy_number: str = ""
    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """签名章 (7.3.5.3): the signer's 职务 in full, the name, and the path of the stamp's picture.

    Without a picture the name stands in the stamp's place.
    """

    office: str
    name: str
    picture: str = ""

    def __post_init__(self) -> None:
        require_characters(self.office, self.name)
        if self.picture:
            require_picture(self.picture)


@dataclass(frozen=True, slots=True)
class Signature:
    """署名, 成文日期 and the place of the seals (7.3.5).

    ``sealed`` leaves the place of one seal over each organ's name; ``seal`` is its diameter in mm
    (42 for 乡镇街道, 45 for 市县, 50 for 省部). ``pictures`` are the paths of the seals' pictures,
    one an organ and empty for an organ without one. ``stamps`` take the place of organs and seals
    in a document that leaders sign.
    """

    organs: tuple[str, ...]
    date: date | Undecided
    sealed: bool = True
    seal: int = SEAL
    pictures: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()

    def __post_init__(self) -> None:
        require_characters(*self.organs)
        if not 20 <= self.seal <= 60:
            raise InvalidError("印章直径 {seal} 毫米，应在 20 到 60 之间", seal=self.seal)
        if self.stamps:
            if self.organs:
                raise InvalidError("加盖签名章的公文不写署名机关，机关写进职务的全称")
            object.__setattr__(self, "sealed", False)
        self._check_pictures()

    def _check_pictures(self) -> None:
        if not any(self.pictures):
            object.__setattr__(self, "pictures", ())
            return
        if not self.sealed:
            raise InvalidError("不盖章的署名不能有印章图片")
        if len(self.pictures) != len(self.organs):
            raise InvalidError("印章图片应与署名机关一一对应")
        for path in filter(None, self.pictures):
            require_picture(path)


@dataclass(frozen=True, slots=True)
class Attendees:
    """Those who came from one organ: its name and theirs; either may be left out."""

    organ: str = ""
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_characters(self.organ, *self.names)
        if not (self.organ or self.names):
            raise InvalidError("出席人员至少要有单位或姓名")


@dataclass(frozen=True, slots=True)
class Attendance:
    """出席, 请假 or 列席 of a meeting (10.3) with those who did so."""

    kind: AttendanceKind
    attendees: tuple[Attendees, ...]

    def __post_init__(self) -> None:
        if not self.attendees:
            raise InvalidError("“{kind}”后面没有人员", kind=self.kind)


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
    printed_on: date | Undecided | None = None
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

    ``title`` may hold line breaks (``\\n``) where a person chose them; 命令 may do without one.
    ``recipients`` are grouped: 、 stands inside a group, ， between groups
    (各管区、村（居），各部门).
    """

    title: str
    form: Form = "文件"
    head: Head = Head()
    recipients: tuple[OrganGroup, ...] = ()
    blocks: tuple[Block, ...] = ()
    attendance: tuple[Attendance, ...] = ()
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
        _check_form(self)


def _check_form(document: Document) -> None:
    """Refuse what a form has no place for (10.1 to 10.3), rather than lose it on the page."""
    form, head, imprint = document.form, document.head, document.imprint
    _check_mark(form, head.mark)
    _check_number(form, head)
    _check_attendance(document)
    if not document.title and form != "命令":
        raise InvalidError("文档缺少 <title>")
    if head.signers and form != "文件":
        raise InvalidError("{form}格式没有签发人", form=form)
    if form == "信函" and imprint and (imprint.printed_by or imprint.printed_on):
        raise InvalidError("信函的版记不写印发机关和印发日期")


def _check_attendance(document: Document) -> None:
    if document.attendance and document.form != "纪要":
        raise InvalidError("只有纪要写出席、请假、列席人员")
    kinds = [attendance.kind for attendance in document.attendance]
    for kind in kinds:
        if kinds.count(kind) > 1:
            raise InvalidError("“{kind}”只能有一处", kind=kind)


def _check_mark(form: Form, mark: Mark | None) -> None:
    if mark is None:
        return
    if form == "信函" and len(mark.organs) > 1:
        raise InvalidError("信函的发文机关标志只写一个机关，联合行文写主办机关")
    allowed = SUFFIXES[form]
    if allowed and mark.suffix not in allowed:
        raise InvalidError(
            "{form}的发文机关标志后面是“{suffix}”，应为：{allowed}",
            form=form,
            suffix=mark.suffix,
            allowed=Message("（无）") if allowed == ("",) else tuple(allowed),
        )


def _check_number(form: Form, head: Head) -> None:
    unit = head.number.unit if isinstance(head.number, SerialNumber) else ""
    if unit and unit != {"命令": "号", "纪要": "期"}.get(form):
        raise InvalidError("“{number}”不能用于{form}格式", number=str(head.number), form=form)
    if form != "命令":
        return
    if head.number and not unit:
        raise InvalidError("命令写令号（第1号），不写发文字号")
    if head.copy_number and head.secrecy and head.urgency:
        raise InvalidError("命令的标志上方只有两行，份号、密级和紧急程度不能三项都有")
