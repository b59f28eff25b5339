"""Documents in the XML text form, each with the one thing that a test is about."""

from dataclasses import dataclass

SENTENCE = "各单位要结合实际，细化措施，明确责任，按时完成各项任务。"
"""28 characters: one full line of the grid."""
OFFICE = "某某街道办事处"
DATE = "<date>2020-09-06</date>"
PRINTED = '<printed by="某某街道党政办公室" on="2020-09-07"/>'
NUMBER = '<number code="某街发" year="2020" seq="7"/>'
TEN = (
    *("某某市教育局", "某某市公安局", "某某市民政局", "某某市司法局", "某某市财政局"),
    *("某某市人社局", "某某市交通局", "某某市水利局", "某某市农业局", "某某市商务局"),
)
LONG_NAME = "某某市某某区社会心理服务体系建设试点工作领导小组办公室"
LONG_TITLE = (
    "某某街道办事处关于转发上级部门进一步加强基层社会心理服务体系建设"
    "试点工作和做好重点人群心理疏导与危机干预有关事项意见的通知"
)
RARE = "𠮷𫖯𫍯"
"""Characters beyond the Basic Multilingual Plane that the stand-in fonts can show."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document, and how it is to be set."""

    xml: str
    profile: str = "gb33476"
    outline_seals: bool = False


def organs(*names: str) -> str:
    return "".join(f"<organ>{name}</organ>" for name in names)


def lines(count: int) -> str:
    """One paragraph of so many lines; its last character is the last of a line."""
    return f"<p>{(SENTENCE * count)[: 28 * count - 3]}。</p>"


def signature(*names: str, sealed: bool = True, date: str = DATE) -> str:
    flag = "yes" if sealed else "no"
    return f'<signature sealed="{flag}">{organs(*names)}{date}</signature>'


def document(
    *parts: str,
    title: str = "某某街道办事处关于做好有关工作的通知",
    head: str = "",
    within_head: str = NUMBER,
    mark: tuple[str, ...] = (OFFICE,),
    imprint: str = PRINTED,
) -> str:
    """A document with a mark; *head* holds attributes, *within_head* what surrounds the mark."""
    before, _, after = within_head.rpartition("<number")
    return (
        f'<document form="文件"><head{head}>{before}<mark suffix="文件">{organs(*mark)}</mark>'
        f"<number{after}</head><title>{title}</title><to><group><organ>各村居</organ></group></to>"
        f"{''.join(parts)}<imprint>{imprint}</imprint></document>"
    )


def bare(*parts: str, imprint: str = PRINTED) -> str:
    """A document without a mark: its title, a blank line, and the parts."""
    return (
        f'<document form="文件"><title>关于有关工作的说明</title>{"".join(parts)}'
        f"<imprint>{imprint}</imprint></document>"
    )


def task_table(count: int) -> str:
    """A table of so many tasks under a header row."""
    header = "".join(f"<cell><p>{name}</p></cell>" for name in ("序号", "工作任务", "责任单位"))
    rows = "".join(
        f"<row><cell><p>{number}</p></cell><cell><p>推进工作，完善制度并组织落实</p></cell>"
        "<cell><p>牵头单位</p></cell></row>"
        for number in range(1, count + 1)
    )
    return (
        '<table><column weight="1" align="center"/><column weight="6"/><column weight="3"/>'
        f"<thead><row>{header}</row></thead><tbody>{rows}</tbody></table>"
    )


def landscape(count: int) -> str:
    """A landscape annex with a table of so many tasks."""
    return f'<annex orientation="landscape"><title>任务分解表</title>{task_table(count)}</annex>'


SIGNED = signature(OFFICE)
COPIES = "".join(
    f"<group>{organs(*names)}</group>"
    for names in (
        ("市委办公室", "市人大常委会办公室", "市政协办公室", "市监察委员会"),
        ("市中级人民法院", "市人民检察院", "各人民团体"),
        ("各新闻单位", "驻市各单位", "市属各企业事业单位"),
    )
)
SIGNERS = "".join(f"<signer>{name}</signer>" for name in ("欧阳景行", "沈知远", "陆喆"))

SAMPLES = {
    "classified": Sample(
        document(
            lines(3),
            SIGNED,
            head=' copy-number="12" urgency="特急"',
            within_head=f'<secrecy level="机密" period="1年"/>{NUMBER}',
        )
    ),
    "upward": Sample(document(lines(3), SIGNED, within_head=NUMBER + SIGNERS)),
    "long name": Sample(document(lines(3), signature(LONG_NAME))),
    "later date": Sample(
        document(lines(3), signature("某某局", sealed=False, date="<date>2020-12-16</date>"))
    ),
    "ten seals": Sample(
        document(lines(4), signature(*TEN), mark=TEN, imprint=PRINTED), outline_seals=True
    ),
    "fifteen seals": Sample(
        document(lines(1), signature(*TEN, *(name.replace("某某市", "某某县") for name in TEN[:5])))
    ),
    "two seals": Sample(
        document(lines(3), signature(OFFICE, "某某街道党工委")), outline_seals=True
    ),
    "landscape": Sample(document(lines(3), SIGNED, landscape(60))),
    "copies": Sample(document(lines(3), SIGNED, imprint=f"<cc>{COPIES}</cc>{PRINTED}")),
    "long title": Sample(document(lines(3) * 4, SIGNED, title=LONG_TITLE)),
    "grid": Sample(bare(lines(64))),
    "nominal grid": Sample(bare(lines(64)), profile="nominal"),
    "nominal": Sample(document(lines(40), SIGNED), profile="nominal"),
    "rare characters": Sample(
        document(f"<p>{f'{RARE}是生僻字，' * 12}</p>", signature(f"{RARE}办事处", sealed=False))
    ),
    "imprint below the text": Sample(bare(lines(30))),
    "imprint overleaf": Sample(bare(lines(9))),
    "imprint after a blank page": Sample(bare(lines(42))),
    "imprint after a landscape page": Sample(bare(lines(9), landscape(10))),
    "imprint after two landscape pages": Sample(bare(lines(9), landscape(30))),
}
