"""Documents of every kind, and how a test finds words on their pages."""

from __future__ import annotations

from tests.interop.glyphs import Row
from tests.interop.samples import (
    COPIES,
    DATE,
    PRINTED,
    SAMPLES,
    SIGNED,
    TEN,
    Sample,
    document,
    lines,
    signature,
)
from tests.interop.standard import BODY_SIZE
from tests.measured.printing import Press, Printed

DATED = "2020年9月6日"
"""The date of every signature, as it is printed."""
LONG = "某某省某某地区"
VILLAGES = [f"<group><organ>某某市某某镇第{n}村民委员会</organ></group>" for n in range(1, 31)]
NAMES = (
    "某某街道社会心理服务体系建设试点工作领导小组成员名单和各成员单位职责分工一览表",
    "任务分解表",
    "某某街道心理健康宣传教育、咨询服务、危机干预和重点人群帮扶工作流程图及有关文书格式",
)
ANNEXES = "".join(f"<annex><title>{name}</title><p>内容。</p></annex>" for name in NAMES)
DOCUMENTS = SAMPLES | {
    "one paragraph": Sample(document("<p>会议定于9月8日召开，请准时参加。</p>", SIGNED)),
    "four seals": Sample(document(lines(4), signature(*TEN[:4]), mark=TEN[:4]), outline_seals=True),
    "parted seals": Sample(
        document(lines(9), signature(*(f"{LONG}{name}" for name in TEN))), outline_seals=True
    ),
    "annexes": Sample(document(lines(3), SIGNED, ANNEXES)),
    "one annex": Sample(
        document(lines(3), SIGNED, f"<annex><title>{NAMES[0]}</title><p>内容。</p></annex>")
    ),
    "many recipients": Sample(
        document(lines(3), SIGNED).replace(
            "<to><group><organ>各村居</organ></group></to>", f"<to>{''.join(VILLAGES)}</to>"
        )
    ),
    "recipients overleaf": Sample(
        document(
            lines(3), SIGNED, imprint=f"<to>{''.join(VILLAGES[:6])}</to><cc>{COPIES}</cc>{PRINTED}"
        )
    ),
    "note": Sample(document(lines(3), f"{SIGNED}<note>此件公开发布</note>")),
    "stamped": Sample(
        document(
            lines(3),
            '<signature><stamp office="某某街道办事处主任" name="欧阳景行"/>'
            f'<stamp office="某某街道党工委书记" name="沈知远"/>{DATE}</signature>',
        )
    ),
}


def printed(press: Press, name: str) -> Printed:
    return press.sample(name, DOCUMENTS[name])


def row(made: Printed, text: str, page: int = 0) -> Row:
    """The words that read so in a row of the text, alone there or beside others."""
    for number in [page] if page else made.pages:
        for found in made.ruler.rows(number):
            start = found.text.find(text)
            if start >= 0 and found.size == BODY_SIZE:
                return Row(found.glyphs[start : start + len(text)])
    raise AssertionError(text)
