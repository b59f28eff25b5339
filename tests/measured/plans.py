"""Plans of any length, full of figures, quotes and cited documents."""

from collections.abc import Sequence
from datetime import date

from plangen.document.blocks import Block, Paragraph, Section
from plangen.document.elements import Document, Enclosure, Imprint, Signature

SENTENCES = (
    "健全工作机制，明确责任分工，推动各项任务落到实处。",
    "到2021年底，以村（社区）为单位，心理咨询室建成率达到80%以上。",
    "依托“雪亮工程”、综治中心等平台，建立《重点人群台账》，每季度分析研判1次；",
    "卫生健康、教育、民政、公安等部门要密切配合……形成合力——做到早发现、早干预。",
    "按照《全国社会心理服务体系建设试点工作方案》（国卫疾控发〔2018〕44号）要求，",
    "小学心理辅导室设置率达到60%，初中达到80%，高中达到100%，专职教师配备比为1:4000。",
)


LISTED = "小学、初中、高中心理辅导室设置率分别为60%、80%、100%，专职教师配备比1:4000。"
"""Figures with nothing but 、 between them."""


def paragraph(number: int, sentences: Sequence[str] = SENTENCES) -> Paragraph:
    """A paragraph of four sentences, in an order of its own."""
    chosen = (sentences[number * step % len(sentences)] for step in (1, 5, 7, 11))
    return Paragraph.of(f"{''.join(chosen)}第{number}项由各单位落实。")


def sections(count: int, sentences: Sequence[str] = SENTENCES) -> tuple[Block, ...]:
    """Sections of ten paragraphs each."""
    return tuple(
        Section(
            f"第{number}项重点任务",
            tuple(paragraph(10 * number + place, sentences) for place in range(10)),
        )
        for number in range(1, count + 1)
    )


def plan_of(count: int, sentences: Sequence[str] = SENTENCES) -> Document:
    """A notice that issues a plan of so many sections."""
    return Document(
        "关于印发工作方案的通知",
        blocks=(paragraph(1),),
        signature=Signature(("某某街道办事处",), date(2020, 9, 6)),
        enclosure=Enclosure("工作方案", sections(count, sentences)),
        imprint=Imprint("党政办公室", date(2020, 9, 7)),
    )
