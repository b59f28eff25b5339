"""The place that a document speaks for (地方) and the words that it calls it by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plangen.document.origins import Span
from plangen.extract.facts_frame import Frame, Value
from plangen.extract.groups_words import joined
from plangen.model.levels import Level

_N = "[一-鿿]"
_NAMES: dict[Level, str] = {
    "street": rf"(?:{_N}{{1,12}}?[省市区县旗])?({_N}{{1,6}}?)(街道|镇|乡)(?!村|级)",
    "district": rf"(?:{_N}{{1,8}}?[省市])?({_N}{{1,6}}?)([区县旗])(?!域|级)",
    "city": rf"(?:{_N}{{1,8}}?省)?({_N}{{1,6}}?)([市州盟])(?!级|直|市)",
    "province": rf"({_N}{{1,6}}?)(省|自治区|市)(?!级|直)",
}
_AGREED = re.compile(
    "经(?P<who>[^，。；《》]{2,30}?)(?:第[^，。]{1,6}次)?(?:(?:常务|办公)?会议)?(?:研究|讨论|审议)?同意"
)
_RESIDENTS = re.compile("村（(?:居|社区|居委会)）|社区（村）")
_SHORTEST = 2  # characters of a name without the word for its kind


def place(frame: Frame, level: Level, issuers: Iterable[str]) -> Iterator[Value]:
    """``place`` of a document by its title or its issuers; none for the nation or a body alone."""
    pattern = _NAMES.get(level)
    if pattern is None:
        return
    for text in (frame.title, *issuers):
        match = re.match(rf"(?:中共|中国共产党|关于)?{pattern}", text)
        if match:
            yield from _named(frame, match[1], match[2])
            return


def _named(frame: Frame, bare: str, kind: str) -> Iterator[Value]:
    yield Value(("place", "name"), bare + kind)
    if len(bare) >= _SHORTEST:
        yield Value(("place", "short"), bare)
    if frame.notice:
        for passage in frame.passages(frame.notice):
            said = passage.squeezed()
            if match := _AGREED.search(said.text):
                span = said.span(*match.span("who"))
                yield Value(("place", "authority"), joined(match["who"]), span)
                break
    yield from _residents(frame)


def _residents(frame: Frame) -> Iterator[Value]:
    """基层单位的叫法 that the document uses most."""
    found: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for passage in frame.document.passages:
        said = passage.squeezed()
        text = said.text.replace("(", "（").replace(")", "）")
        for match in _RESIDENTS.finditer(text):
            found[match[0]] += 1
            first.setdefault(match[0], said.span(*match.span()))
    if found:
        word = max(found, key=found.__getitem__)
        yield Value(("place", "residents"), word, first[word])
