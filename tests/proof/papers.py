"""Documents of every form, with every element somewhere."""

from datetime import date

from plangen.document.blocks import Cell, Column, Paragraph, Section, Table
from plangen.document.elements import (
    Annex,
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

DAY = date(2021, 3, 8)
SENTENCE = "各单位要结合实际，细化措施，明确责任，按时完成各项任务。"
LINES = Paragraph.of(SENTENCE * 2 + "抓好落实。")
LONG = tuple(Paragraph.of(SENTENCE * 20) for _ in range(3))
LEVELS = Section(
    "总体要求",
    (
        Section(
            "近期目标",
            (Section("覆盖面", (LINES, Section("居民小区", (LINES,), run_in=True)), run_in=True),),
        ),
    ),
)
TASKS = Table(
    columns=(Column(1, "center"), Column(6)),
    head=((Cell.of("序号"), Cell.of("任务")),),
    rows=tuple((Cell.of(f"{number}"), Cell.of(SENTENCE)) for number in range(1, 40)),
    caption="任务分解表",
)
NOTICE = Document(
    title="云溪街道办事处关于进一步做好生活垃圾分类和资源回收利用有关工作的通知",
    head=Head(
        Mark(("云溪街道办事处",)),
        DocumentNumber("云街发", 2021, 7),
        "12",
        Secrecy("机密", "1年"),
        "特急",
    ),
    recipients=(("各村（社区）", "各学校"),),
    blocks=(*LONG, LEVELS, LINES),
    signature=Signature(("云溪街道办事处",), DAY),
    note="此件公开发布",
    annexes=(
        Annex("领导小组成员名单", (LINES,)),
        Annex("任务分解表", (TASKS,), orientation="landscape"),
    ),
    imprint=Imprint("云溪街道党政办公室", DAY, (("区城管局",), ("区教育局",))),
)
UPWARD = Document(
    title="云溪街道办事处关于增加经费的请示",
    head=Head(
        Mark(("云溪街道办事处",)),
        DocumentNumber("云街发", 2021, 8),
        signers=("李响", "欧阳文博", "周全"),
    ),
    recipients=(("区政府",),),
    blocks=(LINES, LINES),
    signature=Signature(("云溪街道办事处",), DAY, sealed=False),
    imprint=Imprint("云溪街道党政办公室", DAY),
)
JOINT = Document(
    title="关于开展联合检查的通知",
    head=Head(
        Mark(("云溪区民政局", "云溪区教育局", "云溪区财政局")), DocumentNumber("云民", 2021, 1)
    ),
    recipients=(("各街道",),),
    blocks=(LINES, LINES),
    signature=Signature(("云溪区民政局", "云溪区教育局", "云溪区财政局"), DAY),
    imprint=Imprint("云溪区民政局办公室", DAY),
)
LETTER = Document(
    title="云溪区民政局关于商请支持工作的函",
    form="信函",
    head=Head(
        Mark(("云溪区民政局",), ""),
        DocumentNumber("云民函", 2021, 3),
        "12",
        Secrecy("机密", "1年"),
        "加急",
    ),
    recipients=(("区财政局",),),
    blocks=LONG,
    signature=Signature(("云溪区民政局",), DAY),
    imprint=Imprint(copies_to=(("区政府办公室",),)),
)
ORDER = Document(
    title="",
    form="命令",
    head=Head(Mark(("云溪市人民政府",), "令"), SerialNumber(3)),
    blocks=(LINES,),
    signature=Signature((), DAY, stamps=(Stamp("市长", "王瑞"),)),
    imprint=Imprint("云溪市政府办公室", DAY),
)
MINUTES = Document(
    title="第三次工作会议纪要",
    form="纪要",
    head=Head(Mark(("云溪街道办事处",), "纪要"), SerialNumber(3, "期")),
    blocks=(LINES,),
    attendance=(
        Attendance("列席", (Attendees("财政所", ("赵一鸣",)),)),
        Attendance("出席", (Attendees("街道办", ("王瑞", "李响", "周全") * 9),)),
    ),
    signature=Signature(("云溪街道党政办公室",), DAY, sealed=False),
    imprint=Imprint("云溪街道党政办公室", DAY, (("区政府办公室",),), (("各社区",),)),
)
FORMS = {
    "notice": NOTICE,
    "upward": UPWARD,
    "joint": JOINT,
    "letter": LETTER,
    "order": ORDER,
    "minutes": MINUTES,
}
