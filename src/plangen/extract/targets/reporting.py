"""Sentences that tell what is: what was reached, counted, found, and how a place stands."""

from __future__ import annotations

import re

from plangen.extract.targets.figure import Figure, Form
from plangen.quantity.values import Unit

REACHED = re.compile(
    "(?:业已|均已|现已|已经|已(?=累计|完成|建成|达|实现|培训|开展|启动|有|全部|整改|形成|提前|为|排查|发放|覆盖|设立|成立"
    "|新建|投入|超|共|下降|提高|增加|办|纳入|通过|安排|建立|组建|创建|引进|处置|解决|救助|追缴|清|拆|接|配|落实|\\Z))|截至目前|截止目前|截[至止](?=20[0-9]{2}年|[0-9]{1,2}月)|目前"
    "|(?<![比较同以])(?:去年|上年度?|上学年|上[周月](?=[，全共我]))(?!末?(?:基础|水平|相比))|本周全|以来(?=[，,累共])|一年来|近年来|多年来|初步核算|(?:审计|检查|督查|巡察)发现"
    "|期间，?共|共(?:排查|建成|培训|完成|投入|开展|新增|发放|检查|审结|受理|处置|发现|开设|采集|立案|查处"
    "|办理|接待|收集|收到)|超额完成|顺利完成|圆满完成|提前完成|当年实际|的目标[^，。；]{0,6}(?:提前|如期|已)"
    "|近[一二三四五六七八九十两0-9]{1,2}年(?:来|间|，|获|共|[^，。；内]{0,6}数据)|收到[^，。；]{0,16}[0-9]+[条件份]"
    "|(?:数据|结果|调查|统计|监测|决算|审计|评估)(?:显示|表明)|据统计|(?:普查|调查|摸底|测算)结果|经测算"
    "|随机抽查的|受访|[0-9]{1,2}月?(?:至|—|-)[0-9]{1,2}月(?:份)?，"
)
SUMMED = re.compile(
    "累计(?!下降|降低|减少|提高|增长|提升|不|至少|达到?|时间|学时)"
    "|(?<![公年划总])共(?!同|建|享|性|产|青|和|管|治|识|用|有|融|赢|商|育|振)[一-鿿]{2}(?=[^，。；]{0,12}[0-9])"
)
_REPORTED = re.compile("同比|环比|比上年")
_BARE = re.compile(
    "(?:[率量数比度值额积入重级]|为)\\d[\\d.]*(?:[%‰]|[万亿]?[一-鿿/]{1,6})[，,（(](?:同比|环比|[比较](?:上|去)年)"
)
_COUNTED_THEN = re.compile("\\d[\\d.]*[万亿]?[件起例人户家个次]{1,2}[，,](?:同比|环比)")
_PERFECT = re.compile(
    "(?:打下|奠定|取得|实现|完成|达到?|提高|提升|增长|下降|降低|建成|新增|荣获|获得|进行|开展|召开|审查)了|为(?:年初|年度)?(?:预算|计划|目标)的[0-9]|连丰|获评|[居位列]第[0-9]|连续[0-9一二三四五六七八九十]{1,2}年"
)
_WAS = re.compile("[率量数比度值]为|达(?!到)|超额完成|较去年同期")
_DEMANDS = re.compile("以上|以内|以下|不低于|不少于|不超过|不高于|至少")
_COMPARED = re.compile(
    "(?:高于|低于|好于|优于|快于|较上[周月])(?:全国|全省|全市|全县|同期|上年|平均|同类|（)?[^，。；]{0,8}\\Z"
)
_BESIDE = re.compile("较(?:对照|常年|全国|全省|全市|全县)[^，。；]{0,8}(?:高|低|增产)\\Z")
_ABOVE_OTHERS = re.compile(
    "(?:高于|低于|好于|优于|快于)(?:全国|全省|全市|全县|同期|上年|平均|同类)"
)
_SHARES_OUT = re.compile("(?<![约独])占(?!比|地)[^，。；]{0,14}\\Z")
_THEN = re.compile("20[0-9]{2}年(?:末|底)?(?:为|是)\\Z")
_RECALLED = re.compile("（(?:20[0-9]{2}年(?:末|底)?|“?十.五”?(?:期间|时期|期?末))(?:为|是)?\\Z")
_SAME_TIME = re.compile("(?:同比|环比)(?!分别)[^，。；、]{0,6}\\Z")
_MET_ALREADY = re.compile("的目标[^，。；]{0,6}(?:提前|如期|已|顺利|实现)")
_DESCRIBES = re.compile(
    "现有|共有|共设|占地|馆藏|下辖|(?<![直所管])辖(?!区)|总投资|总人口|全长|全镇共|全乡共|总面积|总建筑面积|总占地|占地面积|位于"
    "|(?:全[省市县区乡镇村]|我[省市县区乡镇村]|(?<!公)共)\\Z|(?:全[省市县区乡镇村])[0-9]"
)
_BARE_SHARE = re.compile("(?:率|度|比例|比重|占比|效力|浓度|水平)(?:为|是)?\\Z")
_STANDING = re.compile("现有|下辖|在册")
_SHARES = (Unit.PERCENT, Unit.PERMILLE)


def is_met(after: str) -> bool:
    """Whether a target of the past is told of: 达到90%以上的目标提前实现."""
    return _MET_ALREADY.search(after[:40]) is not None


def _is_compared(figure: Figure, before: str, text: str) -> bool:
    """Whether a bare change since the same time of last year is told (同比下降9.7%)."""
    bare = not figure.explicit and _DEMANDS.search(text) is None
    return bare and _SAME_TIME.search(before) is not None


def is_recalled(before: str, after: str) -> bool:
    """Whether brackets only recall where something stood: （2023年为33.5%）."""
    return (
        _RECALLED.search(before) is not None and re.match("[^，。；）]{0,12}）", after) is not None
    )


def is_report(figure: Figure, before: str, after: str) -> bool:
    """Whether a sentence without anything ahead of it tells what came about."""
    text = f"{before}{after}"
    if _PERFECT.search(text) or _BARE.search(text) or _COUNTED_THEN.search(text):
        return True
    if _THEN.search(before) or _is_compared(figure, before, text):
        return True
    if _DEMANDS.search(text):
        return False
    return bool(_WAS.search(text)) and bool(_REPORTED.search(text) or "超额完成" in text)


def is_description(figure: Figure, before: str, after: str) -> bool:
    """Whether a bare figure says how something is made up, or how a place stands."""
    if figure.explicit:
        return False
    if figure.unit in _SHARES and figure.form is not Form.POINTS:
        return _describes_share(figure, before, after)
    if _BESIDE.search(before) or (_COMPARED.search(before) and figure.form is Form.POINTS):
        return True
    counted = figure.unit in (Unit.COUNT, Unit.MEASURE) and figure.form is not Form.ZERO
    return counted and bool(_DESCRIBES.search(before))


def _is_measured(figure: Figure, before: str) -> bool:
    """Whether a bare share is too exact to have been set: 有效率98.9%."""
    exact = figure.bound.quantity.amount.denominator > 1 and figure.form is Form.VALUE
    return exact and _BARE_SHARE.search(before) is not None


def _describes_share(figure: Figure, before: str, after: str) -> bool:
    if _COMPARED.search(before) or _ABOVE_OTHERS.search(after[:24]):
        return True
    if figure.before or figure.form is Form.COVERED:
        return False
    if _is_measured(figure, before):
        return True
    return bool(_SHARES_OUT.search(before) or _STANDING.search(before))
