"""Documents that tests of several stages look at: small ones, with every element somewhere."""

from datetime import date

from plangen.document.blocks import (
    Cell,
    Column,
    Member,
    Paragraph,
    Role,
    Roster,
    Section,
    Table,
)
from plangen.document.elements import (
    Annex,
    Document,
    DocumentNumber,
    Enclosure,
    Head,
    Imprint,
    Mark,
    Properties,
    Secrecy,
    Signature,
)
from plangen.document.inline import AnnexReference, Figure, Text

DAY = date(2021, 3, 8)

MARK = Mark(("云溪街道工作委员会", "云溪街道办事处"))

HEAD = Head(
    mark=MARK,
    number=DocumentNumber("云街发", 2021, 7),
    copy_number="12",
    secrecy=Secrecy("秘密", "1年"),
    urgency="特急",
    signers=("李响", "欧阳文博", "周全"),
)

ROSTER = Roster(
    (
        Role("组长", (Member("王瑞", "街道办事处主任"),)),
        Role("副组长", (Member("欧阳文博", "武装部部长"), Member("𠮷朋", "派出所所长"))),
        Role("成员", (Member("赵一鸣"),)),
    )
)

TABLE = Table(
    columns=(Column(1, "center"), Column(3), Column(2, "right")),
    head=(
        (Cell.of("序号"), Cell.of("任务"), Cell.of("时限")),
        (Cell.of("一"), Cell((Paragraph.of("二和三"),), columns=2)),
    ),
    rows=(
        (Cell((Paragraph.of("1"),), rows=2), Cell.of("布置投放点"), Cell.of("4月底")),
        (Cell.of("培训指导员"), Cell.of("5月底")),
        (Cell.of("2"), Cell((Paragraph.of("检查"), Paragraph.of("通报"))), Cell()),
    ),
    caption="任务分解表",
)

PLAN = Enclosure(
    title="云溪街道生活垃圾分类\n实施方案",
    blocks=(
        Paragraph.of("为做好生活垃圾分类，制定本方案。"),
        Section(
            "目标",
            (
                Section("近期", (Paragraph.of("建成投放点。"),)),
                Section(
                    "远期",
                    (
                        Section(
                            "覆盖面",
                            (
                                Paragraph(
                                    (
                                        Text("覆盖率达到"),
                                        Figure("95%以上", "coverage"),
                                        Text("，见"),
                                        AnnexReference("tasks"),
                                        Text("。"),
                                    )
                                ),
                                Section("", (Paragraph.of("居民小区全部覆盖。"),)),
                            ),
                            run_in=True,
                        ),
                        Section("附带事项", (Paragraph.of("另行通知。"),), numbered=False),
                    ),
                ),
            ),
        ),
        Section("保障", (Paragraph((Text("经费列入预算，"),), indented=False),)),
    ),
    annexes=(
        Annex("领导小组成员名单", (ROSTER,), id="group"),
        Annex("任务分解表", (TABLE,), id="tasks", orientation="landscape"),
    ),
)

NOTICE = Document(
    title="云溪街道办事处关于印发\n《云溪街道生活垃圾分类实施方案》的通知",
    head=HEAD,
    recipients=(("各村（社区）", "各学校"), ("驻街各单位",)),
    blocks=(
        Paragraph((Text("现将“方案”印发给你们——请按照"), AnnexReference("guide"), Text("执行。"))),
    ),
    signature=Signature(("云溪街道工作委员会", "云溪街道办事处"), DAY),
    note="此件公开发布",
    enclosure=PLAN,
    annexes=(Annex("投放指南", (Paragraph.of("厨余垃圾沥干后投放。"),), id="guide"),),
    imprint=Imprint("云溪街道党政办公室", DAY, (("区城管局",), ("区教育局", "区卫健局"))),
    properties=Properties("生活垃圾分类", ("垃圾", "分类")),
)
"""Every element of a 公文 once, with an issued plan that has annexes of its own."""

ANNEXED = Document(
    title="关于报送养老服务方案的通知",
    head=Head(mark=Mark(("云溪区民政局",), "")),
    recipients=(("各街道",),),
    blocks=(Paragraph.of("方案附后。"),),
    signature=Signature(("云溪区民政局",), DAY, sealed=False),
    enclosure=Enclosure("养老服务方案", (Paragraph.of("正文。"),), mode="annexed"),
)
"""A notice with one seal less, whose plan is its 附件."""
