"""Whom a target is for (对象), where that is less than its indicator's population or is named.

小学设立心理辅导室，……，学校心理咨询室建成率80%: the share is said of schools, and another clause of
the sentence says that primary schools are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plangen.document.origins import ReadDocument
from plangen.extract.facts_words import sentence_before
from plangen.extract.groups_words import joined
from plangen.extract.targets.record import Extracted
from plangen.extract.targets.words import QUOTA
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.model.populations import Populations

LONGEST_SCOPE = 200  # characters that the data take
SHORTEST_SCOPE = 2
_CLAUSES = re.compile("[，：:]")
_JOINT = "[、和及与或]|以及|（|）|[()]"
_NOUNS = re.compile("[^、和及与或（）()]{2,}")
_LEAD = re.compile(
    "(?:在|以|对|为|由|到|督促|推动|确保|支持|组织|其中|所有|全部|各类|各级|各|每个|每所|每|全"
    "|辖区内?的?|试点地区的?|全(?:省|市|县|区|镇|乡|街道)的?|本地的?)*"
)
# What a population does, or what is done in it, straight after its name.
_THEN = (
    "还?要|应当?|须|必须|全部|普遍|均|都|全面|设立|建立|设置|开设|建有|建成|配备|实现|达到|达|中|内|里"
    "|组织|开展|举办|实施|安排|完成|选择|遴选|为单位|的?(?:比例|覆盖率|建成率)"
)
_THING = r"[^、，。；：:（）()《》“”和及与或的要应对为在由每]"
_LISTED = re.compile(
    rf"(?:试点地区的?|辖区内?的?)?(?P<who>(?:各?{_THING}{{2,12}}(?:[、和及与]|以及))+{_THING}{{2,12}}?"
    r"(?:等(?:有关|相关)?(?:部门|单位|机关|机构))?)(?=还?要|应当?|须|必须|根据|结合|按照|全部)"
)
_AREA = "省|自治区|直辖市|区县|县区|县市区|区|县|市|乡镇|镇|街道|村|社区|学校|部门|单位"
_EACH = re.compile(
    rf"(?:^|[，：:])(?P<who>各(?:{_AREA})(?:[、和及]各?(?:{_AREA}))*)(?={_THEN}|至少|每)"
)
_OUT_OF = re.compile(
    rf"(?:^|[，：:])(?:在|从)(?P<who>{_THING}{{2,12}}(?:[、和及与]{_THING}{{2,12}})*)(?={QUOTA.pattern})"
)
_EVERY = re.compile(rf"(?:^|[，：:])(?P<who>每个?(?:{_AREA}))(?=每)")
_UNIT_OF = re.compile("以(?P<who>[^，；：:为]{2,20})为单位")
_WHOLE_PLACE = re.compile(
    "(?:全|本|我)(?:国|省|市|县|区|州|旗|乡镇|镇|乡|村|街道|域)|辖区内?|试点地区"
)
_TOWARDS = re.compile("^.*(?:对|为|向|面向|在)(?=.{2})")  # 多部门对每区县: it is done to the latter
_DOER = re.compile("^(?:委托|由|经|会同|联合)")  # who does it, not whom it is for
_ACTING = re.compile(
    "^(?:领导小组|指挥部|专班)$|^(?!各(?!级))[^、和及与或，每的]{2,16}?"
    "(?:局|委|委员会|厅|办|办公室|部门|专班|领导小组|指挥部|人民政府)"
    "(?:$|(?:要|应当?|须)?(?:负责|牵头)?(?:组织|指导|督促)(?!领导|部|者)|(?:负责|牵头)(?!人))"
)


@dataclass(frozen=True)
class Scopes:
    """The populations that a document's targets are for."""

    document: ReadDocument
    dictionary: Dictionary

    def of(self, figure: Extracted) -> str:
        """The population of a target; empty where it is that of its indicator, or not said."""
        indicator = self.dictionary.indicators.get(figure.indicator or "")
        scope = _said(figure.scope)
        if indicator is None:
            return scope
        if scope and scope not in (indicator.of, *indicator.aliases):
            return "" if self._is_whole(scope, indicator) else scope
        return self._around(figure, indicator)[:LONGEST_SCOPE]

    @cached_property
    def _populations(self) -> Populations:
        return Populations.of(self.dictionary.indicators.values())

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The names of populations and their parts, the longest first."""
        names: set[str] = set()
        for indicator in self.dictionary.indicators.values():
            if indicator.of:
                names |= {indicator.of, *_NOUNS.findall(indicator.of)}
            for whole, parts in indicator.parts.items():
                names |= {whole, *parts}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @cached_property
    def _list(self) -> re.Pattern[str]:
        """A list of populations: 小学、初中; what stands between is kept as printed."""
        name = "|".join(map(re.escape, self._names)) or "(?!)"
        return re.compile(f"(?:{name})(?:(?:{_JOINT})+(?:{name}))*[）)]?")

    @cached_property
    def _doing(self) -> re.Pattern[str]:
        return re.compile(_THEN)

    def _is_whole(self, scope: str, indicator: Indicator) -> bool:
        """Whether a population says with other words what the indicator is of."""
        if not indicator.of:
            return False
        atoms = self._populations.atoms
        return atoms(scope) == atoms(indicator.of)

    def _around(self, figure: Extracted, indicator: Indicator) -> str:
        """The population in the clauses of the sentence before a figure, the nearest first."""
        before = sentence_before(self.document, figure.start)
        if not indicator.of:
            return _subject(before + joined(figure.quote))
        whole = self._populations.atoms(indicator.of)
        for named in self._named(before):
            atoms = self._populations.atoms(named)
            if atoms and atoms < whole:
                return named
            if atoms >= whole:
                return ""
        return ""

    def _named(self, before: str) -> Iterator[str]:
        """The populations that clauses begin with and say something of, the last clause first."""
        for clause in reversed(_CLAUSES.split(before.replace("的", ""))):
            start = _match_end(_LEAD, clause)
            match = self._list.match(clause, start)
            if match and (match.end() == len(clause) or self._doing.match(clause, match.end())):
                yield match[0]


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _said(scope: str) -> str:
    """A population as the sentence names it; empty for a word that names none."""
    said = without_doer(joined(scope))
    if _DOER.match(said):
        return ""
    said = _TOWARDS.sub("", said)
    if _WHOLE_PLACE.fullmatch(said):
        return ""
    return said[:LONGEST_SCOPE] if len(said) >= SHORTEST_SCOPE else ""


def without_doer(words: str) -> str:
    """Words without the one organ before them that is to act: 区教育局组织中小学 → 中小学."""
    return _ACTING.sub("", words)


def _subject(before: str) -> str:
    """Who is to do it: 公安、民政等部门要……, 各区……; out of whom: 从各部门选出……"""
    for pattern in (_UNIT_OF, _EVERY, _EACH, _OUT_OF):
        if found := list(pattern.finditer(before)):
            return found[-1]["who"]
    listed = _LISTED.match(before)
    return listed["who"] if listed else ""
