"""Lists of organs (机关、部门) as printed: before what they answer for, and behind 牵头单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plangen.errors import Message
from plangen.extract.groups_words import Organs, is_name, joined, split_outside

# How the name of an organ ends where no register knows it.
_ENDS = (
    "办公室|委员会|领导小组|管委会|人民政府|办事处|服务中心|中心|指挥部|卫生院|医院|学校|学区|中学|小学|"
    "派出所|联合会|协会|公司|银行|支队|大队|中队|执法队|部门|单位|总工会|工会|团委|团工委|妇联|残联|科协|"
    "工商联|文联|政法委|宣传部|组织部|统战部|武装部|党校|局|委|办|部|厅|处|科|股|所|站|岗|院|室|府|会|联|"
    "社|团|队|校|县|区|市|镇|乡|街道|社区|村"
)
# What an organ does, straight after its name.
_DOES = (
    "分别负责|共同负责|主要负责|具体负责|牵头负责|负责|牵头|承担|协助|配合|会同|指导|组织(?!部)|统筹|根据|按照|结合|"
    "要|应当?|将|为|在|做好|开展|开设|拟订|拟定|制定|制订|加强|推动|推进|督促|落实|参与|完善|建立|健全|"
    "发挥|利用|依托|通过|对|把|及时|积极|定期|提供|支持|引导|安排|实施|履行|研究|管理|主管|切实|加快"
)
_AND_OTHERS = "等(?:有关|相关)?(?:部门|单位|机关|部门和单位)?"
_OPEN, _CLOSE = "（(〔<", "）)〕>"
_BETWEEN = "、|，|和|与|及|以及"
LONGEST_LIST = 160  # characters that organs before their verb may take
LONGEST_NAME = 24  # characters of one organ's name
_ENDINGS = tuple(_ENDS.split("|"))
_STOPS = frozenset("。；：:！？《》“” \t\n\u3000")
_FOLLOWS = re.compile(f"{_AND_OTHERS}|[:：]|{_DOES}")
_SIGN = re.compile(_BETWEEN)
_OTHERS = re.compile(_AND_OTHERS)
_VERB = re.compile(f"{_DOES}")
_STRONG = re.compile("(?:分别|共同|主要|具体|牵头)?负责|牵头|承担")
_COLON = re.compile("[：:]")
_TAIL = re.compile("等(?:有关|相关)?(?:部门|单位)?$")
_SPACED = re.compile(rf"(?<=[^\s])(?:{_ENDS})\s+(?=\S{{3,}})")


@dataclass(frozen=True, slots=True)
class OrganList:
    """Organs at the head of a text: their names, where what follows them begins, and 等.

    等部门 belongs to what follows, so that it is printed again; only a colon takes its place.
    """

    organs: tuple[str, ...]
    end: int
    others: bool = False
    colon: bool = False
    known: bool = False  # the register has every one of them
    strong: bool = False  # 负责, 牵头 or 承担 follows


def opening_organs(text: str, organs: Organs) -> OrganList | None:
    """The organs that a paragraph begins with and that do something; None where it does not."""
    found = _known(text, organs) or _by_ending(text)
    if found is None:
        return None
    names, end, known = found
    cut = _TAIL.sub("", names[-1])
    others = cut != names[-1] or bool(_OTHERS.match(text, end))
    names = (*names[:-1], cut)
    said = end - (len(found[0][-1]) - len(cut))
    end = match.end() if (match := _OTHERS.match(text, end)) else end
    colon = _COLON.match(text, end)
    if not colon and not _VERB.match(text, end):
        return None
    strong = bool(colon) or bool(_STRONG.match(text, end))
    after = colon.end() if colon else said
    return OrganList(names, after, others, bool(colon), known, strong)


def _known(text: str, organs: Organs) -> tuple[tuple[str, ...], int, bool] | None:
    """Organs by the names that the register, or the document, has for them."""
    names: list[str] = []
    end = place = 0
    while name := organs.opening(text[place:]):
        names.append(name)
        end = place + len(name)
        sign = _SIGN.match(text, end)
        if not sign:
            break
        place = sign.end()
    return (tuple(names), end, True) if names and end >= place else None


def _by_ending(text: str) -> tuple[tuple[str, ...], int, bool] | None:
    """Organs that end as organs do (局, 办公室) and have a verb behind them."""
    depth = start = 0  # of brackets; where the name that is being read begins
    for index, sign in enumerate(text[:LONGEST_LIST]):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth == 0 and sign in "、，":
            if sign == "，" and not text.endswith(_ENDINGS, start, index):
                return None
            start = index + 1
        elif (depth == 0 and sign in _STOPS) or index - start >= LONGEST_NAME * (1 + depth):
            return None
        elif depth == 0 and _is_end(text, start, index + 1):
            return tuple(_named(text[: index + 1])), index + 1, False
    return None


def _is_end(text: str, start: int, end: int) -> bool:
    """Whether an organ's name ends here: as organs do, or with a bracket, and a verb follows."""
    named = text.endswith((*_ENDINGS, *_CLOSE), start, end) and end - start > 1
    return named and _FOLLOWS.match(text, end) is not None


def _named(text: str) -> Iterator[str]:
    for start, end in split_outside(text, "、，"):
        yield from filter(None, re.split(rf"(?<=[{_ONE}])(?:和|与|及)(?=.{{2,}})", text[start:end]))


_ONE = "局委办部厅处科股所站岗院室府会联社团队校心"


def and_others(names: tuple[str, ...]) -> Message:
    """The remark about 等 behind organs: some are not named."""
    organs = "、".join(names)
    return Message("“{organs}”后面还有“等”，没有写明的部门没有录入", organs=organs)


def listed_organs(text: str) -> tuple[tuple[str, ...], bool]:
    """The organs of a list (牵头单位：甲、乙，丙等), and whether 等 says that there are more.

    An explanation in brackets belongs to its organ; spaces part organs only where one ends there.
    """
    whole = text.strip().strip("。；;，,、")
    others = _TAIL.search(whole)
    whole = _TAIL.sub("", whole)
    names = (
        joined(piece)
        for start, end in split_outside(whole, "、，,；;\n")
        for piece in _unspaced(whole[start:end])
    )
    return tuple(dict.fromkeys(filter(None, names))), bool(others)


def _unspaced(piece: str) -> Iterator[str]:
    start = 0
    for match in _SPACED.finditer(piece):
        if "（" not in piece[: match.start()] and len(piece[start : match.end()].strip()) > 1:
            yield piece[start : match.end()]
            start = match.end()
    yield piece[start:]


def organ_and_rest(text: str) -> tuple[str, str]:
    """An organ and the name of a person right behind it; no organ where a text begins with none.

    区财政局吴敏 are an organ and a person, 柳荫里社区 is an organ, 周正明 a person.
    """
    for end in range(len(text) - 2, 1, -1):
        if text.endswith(_ENDINGS, 0, end) and is_name(text[end:]):
            return text[:end], text[end:]
    return (text, "") if len(text) > 2 and text.endswith(_ENDINGS) else ("", text)
