"""From a text to its targets: every figure with its sentence, asked one question after another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plangen.document.origins import Passage
from plangen.errors import Message
from plangen.extract.targets.directions import comparator_of, of_kind
from plangen.extract.targets.drivers import lacks_driver
from plangen.extract.targets.figure import Figure, Form
from plangen.extract.targets.figures import figures_in
from plangen.extract.targets.governing import LONGEST_HEADING, Due, Governing, dues_in, plan_year
from plangen.extract.targets.indicators import Indicators
from plangen.extract.targets.joining import Joined, join_lines, join_passages
from plangen.extract.targets.kinds import is_told, kind_of
from plangen.extract.targets.modality import modality_of
from plangen.extract.targets.record import Extracted, Kind
from plangen.extract.targets.sentences import Sentence, marker, sentences_in
from plangen.extract.targets.setting import COUNTED, Setting
from plangen.extract.targets.stating import Statement, statements
from plangen.extract.targets.tables import Table, tables_in
from plangen.extract.targets.tabulated import Tabulated
from plangen.model.dictionary import Dictionary
from plangen.quantity.script import plain

_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("％"): "%", ord("．"): "."}
_SPACED = Message("数字之间有空格，已当作扫描的痕迹去掉，请核对")
_WHICH = re.compile("^(?:其中|包括|含|分别为)[：:，]?")
_NAMED = re.compile(
    "(?!.*(?:(?<!公)共|现有|已|由|涉及|位于|达到?|每|第|近|约))[一-鿿A-Za-z（）()“”、]+"
)
_PER = re.compile("^每[十百千万]")
_SHORTEST_NAME = 3
_PARAGRAPH = 300  # characters of a paragraph before a sentence that are looked at
_HEAD = 12  # characters of a sentence in which the deadline of all of it stands
_CONTEXT = 80  # characters before a sentence that may name what it speaks of


def targets(
    text: str,
    dictionary: Dictionary,
    passages: Sequence[Passage] | None = None,
    as_of: date | None = None,
) -> tuple[Extracted, ...]:
    """The figures of a document in reading order: targets, what is achieved, what only describes.

    ``text`` is the document as it was read; with its ``passages`` lines need not be joined and
    pages are known. ``as_of`` is the day on which the document speaks: 今年 is its year, and what
    an earlier year is said to have reached is achieved.
    """
    joined = join_lines(text) if passages is None else join_passages(passages)
    document = _Document(text, joined, Indicators(dictionary.indicators), as_of)
    tables = sorted(tables_in(text, passages), key=lambda table: table.start)
    said = list(document.targets())
    if not tables:
        return tuple(said)
    kept = [found for found in said if not any(_stands_in(found, table) for table in tables)]
    tabulated = Tabulated(text, document.indicators, as_of, document.page_at)
    for table in tables:
        kept += tabulated.figures(table, document.governed_at(table.start))
    return tuple(sorted(kept, key=lambda found: found.start))


def _stands_in(found: Extracted, table: Table) -> bool:
    return found.start < table.end and table.start < found.end


@dataclass(frozen=True, slots=True)
class _Around:
    """A sentence with what the text before it says.

    ``governed`` is the deadline that holds, ``context`` the words before it, ``promised`` whether
    what it lists is to be reached, ``told`` whether its paragraph tells what has been.
    """

    sentence: Sentence
    governed: date | None
    context: str
    promised: bool
    told: bool


@dataclass(frozen=True, slots=True)
class _Document:
    text: str
    joined: Joined
    indicators: Indicators
    as_of: date | None
    governed: list[tuple[int, date | None]] = field(default_factory=list)  # from which place on

    def governed_at(self, offset: int) -> date | None:
        """The deadline that the headings above a place of the source set."""
        place = bisect_right(self.governed, offset, key=lambda pair: pair[0]) - 1
        return self.governed[place][1] if place >= 0 else None

    def page_at(self, offset: int) -> int | None:
        """The page on which a place of the source stands; None where the document has none."""
        place = bisect_right(self.joined.offsets, offset) - 1
        return self.joined.page(self.joined.at[place]) if place >= 0 else None

    def targets(self) -> Iterator[Extracted]:
        """What the document says, each once where a heading says it before its paragraph does."""
        titled: list[Extracted] = []
        for found, sentence in self._stated():
            if titled and _begins(sentence):
                yield from titled
                titled = []
            if _is_title(sentence, self.joined.text):
                titled.append(found)
                continue
            kept = [title for title in titled if not _repeats(found, title)]
            yield from kept
            titled = []
            yield found
        yield from titled

    def _stated(self) -> Iterator[tuple[Extracted, Sentence]]:
        words = self.joined.text.translate(_WIDE)
        figures = figures_in(plain(words))
        yearly = plan_year(words)
        this_year = self.as_of.year if self.as_of else yearly
        governing = Governing()
        place = 0
        told = False  # whether the paragraph tells what has been
        for sentence in sentences_in(words):
            inside, place = _inside(figures, place, sentence)
            if not (inside or sentence.opens):
                continue
            dues = dues_in(sentence.text, this_year, governing.day)
            governing.enter(sentence, dues)
            if sentence.opens:
                self.governed.append((self.joined.offset(sentence.start), governing.day))
            if governing.lists_conditions:
                continue
            context = words[max(0, sentence.start - _CONTEXT) : sentence.start]
            said = statements(
                sentence.text,
                inside,
                dues,
                yearly=yearly is not None,
                paragraph=_paragraph(words, sentence),
            )
            promised = governing.lists_goals or governing.is_dated or _is_dated(sentence.text, dues)
            around = _Around(
                sentence, governing.day, context, promised, told and not sentence.opens
            )
            found = list(self._kept(said, around))
            told = bool(found) and all(one.kind is Kind.ACHIEVED for one in found)
            yield from ((one, sentence) for one in found)

    def _kept(self, said: Iterable[Statement], around: _Around) -> Iterator[Extracted]:
        """The statements of a sentence that are figures of the document."""
        text, promised = around.sentence.text, around.promised
        for stated in said:
            found = self._extracted(around.sentence, stated, around.governed, around.context)
            if around.told and found.kind is Kind.TARGET and is_told(found, text):
                found = replace(found, kind=Kind.ACHIEVED)
            target = found.kind is Kind.TARGET
            goes_on = promised and _goes_on(stated, text)
            if target and not goes_on and self._only_counts(stated, text):
                continue
            promised = promised or (target and found.quantity.unit in COUNTED)
            yield found

    def _extracted(
        self, sentence: Sentence, stated: Statement, governed: date | None, context: str
    ) -> Extracted:
        figure, text = stated.figure, sentence.text
        before = text[: figure.start]
        kind = kind_of(figure, before, text[figure.start :], stated.due, self.as_of)
        key = self._indicator(stated, text, context)
        name = stated.item.name
        comparator = comparator_of(
            figure,
            name,
            text[stated.clause[0] : figure.start],
            stated.change,
            self.indicators.get(key),
        )
        by = stated.due or (governed if kind is Kind.TARGET else None)
        start = self.joined.offset(sentence.start + stated.start)
        end = self.joined.offset(sentence.start + stated.end - 1) + 1
        return Extracted(
            name=name,
            indicator=key,
            comparator=of_kind(kind, comparator),
            quantity=figure.bound.quantity,
            explicit=figure.explicit,
            quote=self.text[start:end],
            written=text[figure.start : figure.end],
            start=start,
            end=end,
            high=figure.high,
            points=figure.form is Form.POINTS,
            change=stated.change,
            base=stated.base,
            by=by,
            scope=stated.item.scope,
            modality=modality_of(before),
            kind=kind,
            page=self.joined.page(sentence.start + stated.start),
            doubtful=stated.doubtful or self._spaced(sentence, figure),
        )

    def _only_counts(self, stated: Statement, text: str) -> bool:
        figure = stated.figure
        before = text[stated.clause[0] : figure.start]
        return not stated.change and lacks_driver(Setting(figure, before, "", text[figure.end :]))

    def _indicator(self, stated: Statement, text: str, context: str) -> str | None:
        if stated.change:
            return None
        unit = stated.figure.unit
        clause = text[stated.clause[0] : stated.clause[1]]
        said = text[: stated.clause[1]]
        name = stated.item.name
        return self.indicators.match(unit, name, clause) or self.indicators.match_as(
            name, unit, said, context + said
        )

    def _spaced(self, sentence: Sentence, figure: Figure) -> Message | None:
        loose = self.joined.loose
        if not loose:
            return None
        span = range(sentence.start + figure.start, sentence.start + figure.end)
        return _SPACED if any(place in loose for place in span) else None


def _paragraph(words: str, sentence: Sentence) -> str:
    """What the paragraph of a sentence says before it, the last of it."""
    if sentence.opens:
        return ""
    first = max(0, sentence.start - _PARAGRAPH)
    return words[max(first, words.rfind("\n", first, sentence.start) + 1) : sentence.start]


def _goes_on(stated: Statement, text: str) -> bool:
    """Whether a bare count goes on with a list of promises: 建设高标准农田30万亩，其中…8万亩."""
    figure = stated.figure
    ends = text[figure.end : figure.end + 1] in ("", "，", "。", "；", "、", "（", "）")
    said = text[stated.clause[0] : figure.start]
    name = _WHICH.sub("", said[marker(said)[1] :])
    name = _PER.sub("", name)
    return ends and len(name) >= _SHORTEST_NAME and _NAMED.fullmatch(name) is not None


def _is_dated(text: str, dues: Sequence[Due]) -> bool:
    """Whether a sentence begins with a deadline (到2025年底，): what it lists is to be reached."""
    return any(
        text.startswith(("到", "至"), due.start) or text.endswith("前", 0, due.end)
        for due in dues
        if due.start < _HEAD
    )


def _begins(sentence: Sentence) -> bool:
    return sentence.opens


def _is_title(sentence: Sentence, text: str) -> bool:
    """Whether a sentence is a heading run into its paragraph (（三）开展一项特色项目。)."""
    if not sentence.opens or len(sentence.text) > LONGEST_HEADING:
        return False
    return marker(sentence.text)[0] > 0 and text[sentence.end : sentence.end + 1] not in ("", "\n")


def _repeats(found: Extracted, title: Extracted) -> bool:
    same = (found.quantity, found.points) == (title.quantity, title.points)
    return same and (found.name in title.name or title.name in found.name)


def _inside(figures: Sequence[Figure], place: int, sentence: Sentence) -> tuple[list[Figure], int]:
    """The figures of a sentence with their places in it, and where the next one's begin."""
    end = bisect_left(figures, sentence.end, lo=place, key=lambda figure: figure.at)
    whole = [
        figure
        for figure in figures[place:end]
        if sentence.start <= figure.start and figure.end <= sentence.end
    ]
    return [_moved(figure, -sentence.start) for figure in whole], end


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by, at=figure.at + by)
