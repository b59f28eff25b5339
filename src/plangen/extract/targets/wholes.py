"""Wholes and zeros that are said without a number: 所有学校均配备…, 全部建成, 不发生…, 动态清零."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from plangen.extract.targets.figure import Figure, Form
from plangen.quantity.bounds import Bound, Comparator
from plangen.quantity.values import Quantity, Unit

_ALL = Bound(Comparator.AT_LEAST, Quantity(Unit.PERCENT, Fraction(100)))
_NONE = Bound(Comparator.AT_MOST, Quantity(Unit.COUNT, Fraction(0)), "不超过")
_DONE = (
    "建立健全|建立|设立|设置|开设|配备|配置|配齐|建成|建有|实现|达到(?![0-9])|达标|完成|纳入|接入|划设|安装|通|推行"
    "|落实|开办|建设|组建|成立|普及|取缔|淘汰|整治|整改|改造|办结|执行|采用|使用|到位|完工|上线|公示|公开"
    "|联网|签订|签约|建档|覆盖|开放|持证|拆除|退出|修复|治理|更新|采取|补足|封堵|复工|销号|批复|开工|竣工|交付|投用"
)
_MUST = "(?:要|应当?|须|必须|需)"
_WHOLE = re.compile(
    rf"(?:所有|全部)(?P<whose>[^，。；：！？\n、]{{2,24}}?(?:、[^，。；：！？\n、]{{2,12}}?){{0,4}})"
    rf"(?:均|都|全部)?{_MUST}?(?P<done>{_DONE})[^，。；：！？\n、]{{0,20}}"
)
_EACH = re.compile(
    rf"(?:所有|凡是?|每一个|每个)(?P<whose>[^，。；：！？\n]{{2,30}}?)(?:均|都)"
    rf"(?P<done>{_MUST}|{_DONE})[^，。；：！？\n]{{1,20}}"
)
_WHOLLY = re.compile(
    rf"(?P<whose>[^，。；：！？\n]{{2,60}}?)全部{_MUST}?(?P<done>{_DONE})[^，。；：！？\n、]{{0,20}}"
)
_SEEN = re.compile(
    "所有|全部|凡是?(?=[^，。；：]{2,30}[均都])|每一?个(?=[^，。；：]{2,30}都[要须应])"
)
_NOT_WHOLE = re.compile("对所有|对全部|所有权|所有制|所有人|所有者|全部门|由所有|向所有")
_NONE_OF = re.compile(
    "(?:不发生|不出现|零发生|(?:全面|基本)消除|杜绝(?:发生|出现)?|无新增)(?P<what>[^，。；！？\n“”]{2,40})"
    "|无(?P<happening>[^，。；！？\n“”]{2,24}?)发生"
    "|(?<=[，；、。])无(?!障碍|异议|关|法|偿|力|论|需|线|人机|害化|纸化|证|照|业|单位|故|效|界|疑)"
    "(?P<nothing>[一-鿿]{2,8})(?=[，。；])"
)
_FREE_OF = re.compile(
    "[“‘]?(?:动态清零|清零|归零|零(?!距离|容忍|售|星|跑|就业|工|部|碳|排放|增长|基础|门槛|接触|等待|材料"
    "|审批|收费|成本|散|钱|食|点|度|时)[一-鿿]{2}(?=[”’，。；、\n]|\\Z))[”’]?"
    "|(?:降)?为零(?=[，。；、\n]|\\Z)"
)
_BEFORE_FREE = re.compile("[^，。；：！？\n、]{2,30}\\Z")
_GOING_ON = ("的", "率", "型", "工程", "行动", "单位", "村", "社区", "学校", "乡镇")
_LEADING = re.compile("^(?:努力|实现|确保|做到|力争|保证|坚决|全年|保持|推动|推进)+")
_JOINED = re.compile("、|(?<![共缓])和(?![谐平解])|(?<![参给])与|以及|及(?![时以])")
_OF_ALL = (Unit.PERCENT, Unit.PERMILLE, Unit.RATIO, Unit.FREQUENCY)
_CLAUSE = 24  # characters behind a whole in which its clause may still hold a share
_LONGEST = 60  # characters before 全部 that say whose
_SHORTEST = 4  # characters of a member that stands for itself: 火灾和死亡事故 is one name
_RESTATED = 6  # characters of the name by which the next clause says the same whole again


def with_wholes(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures with wholes and zeros added where no other says the same clause's value."""
    zeros = list(_zeros(text))
    ends = [figure.end for figure in figures]
    wholes = [whole for whole in _wholes(text) if not _holds_share(text, whole, figures, ends)]
    kept = _outside([*zeros, *wholes], figures) if zeros or wholes else figures
    return sorted((*kept, *wholes, *zeros), key=lambda figure: figure.at)


def _outside(said: Sequence[Figure], figures: list[Figure]) -> list[Figure]:
    """The figures that do not stand in the noun of a zero (不发生死亡3人以上的事故)."""
    spans = sorted((zero.start, zero.end) for zero in said if zero.form is Form.ZERO)
    starts = [start for start, _ in spans]
    kept = []
    for figure in figures:
        place = bisect_right(starts, figure.start) - 1
        if place < 0 or spans[place][1] <= figure.start:
            kept.append(figure)
    return kept


def _holds_share(text: str, whole: Figure, figures: list[Figure], ends: list[int]) -> bool:
    """Whether a share stands in a whole or close behind it: then 所有 only says whose."""
    for place in range(bisect_right(ends, whole.start), len(figures)):
        figure = figures[place]
        if figure.start >= whole.end + _CLAUSE:
            return False
        between = text[whole.end : figure.start]
        name = re.split("[，；]", between)[-1]
        near = not re.search("[，；。]", between) or 0 < len(name) <= _RESTATED
        shares = figure.unit in _OF_ALL[:2] or not re.search("[，；。]", between)
        if figure.unit in _OF_ALL and near and shares:
            return True
    return False


def _wholes(text: str) -> Iterator[Figure]:
    end = 0
    for seen in _SEEN.finditer(text):
        if seen.start() < end or _NOT_WHOLE.match(text, max(0, seen.start() - 1)):
            continue
        start = seen.start()
        found = None if _NOT_WHOLE.match(text, start) else _whole(text, start)
        if seen[0] == "全部" and (found is None or _after_noun(text, start)):
            found, start = _before(text, start)
        if found is None:
            continue
        end = found.end()
        name = re.sub("^(?:所有|全部|凡是?|每一?个)的?|全部", "", found[0])
        whose = found["whose"].removeprefix("的")
        yield Figure(start, end, start, _ALL, Form.WHOLE, name=name, whose=whose)


def _whole(text: str, start: int) -> re.Match[str] | None:
    return _WHOLE.match(text, start) or _EACH.match(text, start)


def _after_noun(text: str, at: int) -> bool:
    """Whether 全部 follows what it is said of (建制村全部通客车)."""
    return re.match(f"全部{_MUST}?(?:{_DONE})", text[at : at + 12]) is not None


def _before(text: str, at: int) -> tuple[re.Match[str] | None, int]:
    first = max(0, at - _LONGEST)
    stops = [text.rfind(stop, first, at) for stop in "，。；：！？\n"]
    first = max(first, max(stops) + 1)
    found = _WHOLLY.match(text, first)
    if found is None or found.start("done") < at:
        return None, at
    return found, first


def _zeros(text: str) -> Iterator[Figure]:
    for found in _NONE_OF.finditer(text):
        group = next(name for name in ("what", "happening", "nothing") if found[name])
        yield from _each_zero(found, group)
    yield from _free(text)


def _free(text: str) -> Iterator[Figure]:
    """What there is to be nothing of: 欠薪案件动态清零, 人员“零伤亡”, “零种植、零产量”."""
    last: Figure | None = None
    for found in _FREE_OF.finditer(text):
        if text.startswith(_GOING_ON, found.end()):
            continue
        if last and text[last.end : found.start()] == "、":
            last = replace(last, start=found.start(), end=found.end(), at=found.start())
            yield last
            continue
        head = _BEFORE_FREE.search(text, max(0, found.start() - 30), found.start())
        lead = _LEADING.match(head[0]) if head else None
        start = head.start() + (lead.end() if lead else 0) if head else found.start()
        name = text[start : found.start()].rstrip("“‘")
        if name:
            last = Figure(start, found.end(), found.start(), _NONE, Form.ZERO, name=name)
            yield last


def _each_zero(found: re.Match[str], group: str) -> Iterator[Figure]:
    """One zero for each member of a list: 不发生较大事故和重大疫情 is two."""
    begin = found.start(group)
    names = [name for name in _JOINED.split(found[group]) if name]
    whole = len(names) == 1 or any(len(name) < _SHORTEST for name in names)
    for name in [found[group]] if whole else names:
        at = found.string.index(name, begin)
        begin = at + len(name)
        yield Figure(found.start(), begin, found.start(), _NONE, Form.ZERO, name=name)
