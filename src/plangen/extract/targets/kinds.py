"""Whether a figure is to be reached, has been reached, or only describes."""

from __future__ import annotations

import re
from datetime import date

from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.governing import years_spanned
from plangen.extract.targets.record import Kind
from plangen.quantity.values import Unit

_REACHED = re.compile(
    "(?:业已|均已|现已|已经|已(?!经?印发|于|满|婚|登记))|截至目前|截止目前|截[至止](?=20[0-9]{2}年)|目前"
    "|(?<![比较同以])(?:去年|上年度?)(?!末?(?:基础|水平|相比))|年以来|一年来|以来|期间，?共|共(?:排查|建成|培训|完成|投入|开展|新增|发放)"
    "|超额完成|顺利完成|圆满完成|近[一二三四五六七八九十两0-9]{1,2}年(?:来|间|，|[^，。；内]{0,6}数据)|共?收到"
    "|(?:数据|结果|调查|统计|监测)(?:显示|表明)|据统计|(?:普查|调查|摸底|测算)结果|经测算"
)
_SUMMED = re.compile("累计(?!下降|降低|减少|提高|增长|提升|不|至少|达到?|时间|学时)")
_REPORTED = re.compile("同比|环比|比上年")
_BARE = re.compile(
    "[率量数比度值额积入重]\\d[\\d.]*(?:[%‰]|[万亿]?[一-鿿/]{1,6})[，,（(](?:同比|环比|[比较](?:上|去)年)"
)
_PERFECT = re.compile(
    "(?:打下|奠定|取得|实现|完成|达到?|提高|提升|增长|下降|降低|建成|新增|荣获|获得|进行|开展|召开|审查)了"
)
_COMPARED = re.compile(
    "(?:高于|低于|好于|优于|快于)(?:全国|全省|全市|全县|同期|上年|平均|同类)[^，。；]{0,8}\\Z"
)
_SHARES_OUT = re.compile("(?<![约独])占(?!比|地)[^，。；]{0,14}\\Z")
_SHARES = (Unit.PERCENT, Unit.PERMILLE)
_WAS = re.compile("[率量数比度值]为|达(?!到)|超额完成|较去年同期")
_AHEAD = re.compile(
    "力争|确保|(?<![主重需首纲摘紧概])要(?![求素点闻害])|(?<![响供相适反对])应(?![急用对届付收])|必须|争取|努力|计划|目标|将"
    "|到20[0-9]{2}年|今后|下一步"
)
_DESCRIBES = re.compile(
    "现有|共有|共设|下辖|(?<![直所管])辖(?!区)|总投资|总人口|全长|全镇共|全乡共|总面积|总建筑面积|总占地|占地面积|位于"
    "|(?:全[省市县区乡镇村]|我[省市县区乡镇村]|共)\\Z|(?:全[省市县区乡镇村])[0-9]"
)


def kind_of(figure: Figure, before: str, around: str, due: date | None, as_of: date | None) -> Kind:
    """The kind of a figure from the sentence before it and the clause around it."""
    if figure.explicit or figure.before:
        before = before.removesuffix("累计")  # 累计不少于 adds up what is still to come
    reached = [found.start() for found in _REACHED.finditer(before)]
    ahead = [found.start() for found in _AHEAD.finditer(before)]
    if not (due and as_of and due >= as_of) and not years_spanned(before):
        reached += [found.start() for found in _SUMMED.finditer(before)]
    if reached and (not ahead or ahead[-1] < max(reached)):
        return Kind.ACHIEVED
    if not ahead and (_past(due, as_of) or _is_report(before + around)):
        return Kind.ACHIEVED
    if not ahead and _is_description(figure, before):
        return Kind.BACKGROUND
    counted = figure.unit in (Unit.COUNT, Unit.MEASURE) and figure.form is not Form.ZERO
    if counted and not figure.explicit and not ahead and _DESCRIBES.search(before):
        return Kind.BACKGROUND
    return Kind.TARGET


def _past(due: date | None, as_of: date | None) -> bool:
    return due is not None and as_of is not None and due < as_of


def _is_description(figure: Figure, before: str) -> bool:
    """Whether a bare share says how something is made up, or how a place stands to others."""
    if figure.explicit or figure.form is Form.POINTS or figure.unit not in _SHARES:
        return False
    return bool(_COMPARED.search(before) or (not figure.before and _SHARES_OUT.search(before)))


def _is_report(text: str) -> bool:
    if _PERFECT.search(text) or _BARE.search(text):
        return True
    return bool(_WAS.search(text)) and bool(_REPORTED.search(text) or "超额完成" in text)
