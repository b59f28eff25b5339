"""Documents of the special forms (GB/T 9704-2012, clause 10), for tests of several stages."""

from datetime import date

from plangen.document.blocks import Paragraph
from plangen.document.elements import (
    Attendance,
    Attendees,
    Document,
    DocumentNumber,
    Head,
    Imprint,
    Mark,
    Secrecy,
    SerialNumber,
    Signature,
    Stamp,
)

DAY = date(2021, 6, 8)
TEXT = (Paragraph.of("改造涉及多个专业，特商请选派技术人员参加。"),)

LETTER = Document(
    title="关于商请派员指导改造工作的函",
    form="信函",
    head=Head(
        mark=Mark(("云溪街道办事处",), ""),
        number=DocumentNumber("云街办函", 2021, 12),
        copy_number="3",
        secrecy=Secrecy("秘密"),
        urgency="加急",
    ),
    recipients=(("安和区住建局",),),
    blocks=TEXT,
    signature=Signature(("云溪街道办事处",), DAY, pictures=("seals/yunxi.png",)),
    imprint=Imprint(copies_to=(("安和区财政局",),)),
)

ORDER = Document(
    title="",
    form="命令",
    head=Head(mark=Mark(("安和区人民政府",), "令"), number=SerialNumber(3)),
    blocks=(Paragraph.of("现予公布，自公布之日起施行。"),),
    signature=Signature((), DAY, stamps=(Stamp("区长", "周正明"),)),
)

MINUTES = Document(
    title="研究老旧小区改造工作",
    form="纪要",
    head=Head(mark=Mark(("安和区人民政府专题会议",), "纪要"), number=SerialNumber(6, "期")),
    blocks=(Paragraph.of("会议原则同意改造方案。"),),
    attendance=(
        Attendance("列席", (Attendees("柳荫里社区"),)),
        Attendance("出席", (Attendees("", ("周正明",)), Attendees("区财政局", ("吴敏", "何建国")))),
        Attendance("请假", (Attendees("区发展和改革局", ("郑伟",)),)),
    ),
    signature=Signature(("安和区人民政府办公室",), DAY, sealed=False),
    imprint=Imprint("安和区人民政府办公室", DAY),
)
