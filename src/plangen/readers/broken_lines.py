"""Paragraphs of a text whose lines were broken for the width of a page.

A plain text knows no paragraphs. What tells them: indents, blank lines, numbered headings, and
lines that end before the measure is full. Where every line is followed by a blank one (a common
product of scanning and copying), blank lines say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plangen.document.labels import TITLE_GENRES, is_annex_label, label_of
from plangen.document.origins import Span

_LONGEST_LINE = 62  # full-width characters: longer lines were never broken
_SHORTEST_MEASURE = 12  # the narrowest column of a newspaper has as many characters
_SLACK = 3  # characters by which a full line may be shorter: punctuation that would not fit
_FEW = 4  # lines of a block, of which the widest is taken for full
_WIDE = 20  # characters: in narrower columns justification hides a first line's indent
_INDENT = 1.5  # characters; a first line is indented by two
_PAGE_START = 0.5  # the indent that programs leave where they took out a page break
_NEIGHBOURS = 5  # lines before and after that show the measure
_MOST_TITLE_LINES = 4
_LONGEST_TITLE = 150  # characters

_SENTENCE_ENDS = tuple("。；！？：;!?:")
_CLOSED = re.compile("[。；！？：;!?:][”’』」）)》]{0,2}$|[：:][^（）()]*[）)]$")
_RUNNING = re.compile("[，。；,]")
_ANNEX = re.compile(r"附\s*件\s*(?:[0-9０-９一二三四五六七八九十]|[:：]|$)")
_ABOUT = re.compile(r"[^，。；：]{0,40}关于[^。；：]*")
_PAUSE = re.compile("[，、]")
_PAIRS = ("《》", "（）", "()", "〔〕")
# A line of a signature or a roster: an organ, or a name and an office.
_NAMES = re.compile(r"[会府局室厅委部处院办司团所社]$|中心$|^\w{1,4}\s|^\w\s\w\s")
_RECIPIENTS = re.compile("各[^。]*[:：]$")
# Lines of a roster, of who answers for an item, of yearly steps: a label; a name with its office.
_LABELLED = re.compile(
    r"(?:第?一?\s*(?:常\s*务)?\s*副?\s*(?:组\s*长|主\s*任|总\s*指\s*挥|指\s*挥\s*长|召\s*集\s*人)|成\s*员|组\s*员|联\s*络\s*员"
    r"|(?:牵\s*头|责\s*任|配\s*合)\s*(?:单\s*位|部\s*门)|完\s*成\s*时\s*[限间]|20[0-9]{2}年(?:度|底前?)?)\s*[：:]"
)
_ORGAN = re.compile(
    "[\u3400-\u9fff（）()、]{2,24}[局办委部厅院所站队社会处室心府校团联司镇乡村][：:]"
)
# The 成文日期 on a line of its own; nothing runs on to it from the organ above.
_DATE = re.compile(
    "[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)
_RUNS_ON = ("，", "、", "至", "到", "于", "自", "从", "在", "和", "（", "即")
_PERSON = re.compile(r"[㐀-鿿·]\s?[㐀-鿿·]{1,3}\s*[（(][^（）()]{2,30}[）)]")
_BULLET = re.compile("[●■◆▲★☆○◇□•·※►▪]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: its span without blanks at its ends, its text and indent and width in
    full-width characters, whether a blank line stands before it, and the whole line."""

    span: Span
    text: str
    indent: float
    width: float
    after_blank: bool
    line: Span


def width_of(text: str) -> float:
    """The width of a text in full-width characters; ASCII takes half of one."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def paragraphs(rows: Sequence[Row]) -> Iterator[list[Span]]:
    """The rows of each paragraph, in order."""
    page = Page(rows)
    group: list[int] = []
    for index in range(len(rows)):
        if group and page.parts(group, index):
            yield [rows[number].span for number in group]
            group = []
        group.append(index)
    if group:
        yield [rows[number].span for number in group]


class Page:
    """The rows of a text and what their neighbours tell of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        running = [row.width for row in rows if _RUNNING.search(row.text)]
        self.usual = _usual(running) or float("inf")
        self.blanks_part = _blanks_part(rows)
        long = sum(row.width for row in rows if row.width > _LONGEST_LINE)
        self.broken = long * 2 < sum(row.width for row in rows)
        self.indented = sum(row.indent >= _INDENT for row in rows) * 8 >= len(rows)

    def parts(self, group: Sequence[int], index: int) -> bool:
        """Whether a new paragraph begins with a row, after those in ``group``."""
        before, row = self.rows[index - 1], self.rows[index]
        if "\t" in f"{before.text}{row.text}" or _is_listed(before, row):
            return True
        if self._is_title(group, index):
            return False
        if self.blanks_part and row.after_blank:
            return not self._goes_on(index)
        if row.indent >= _INDENT and self.indented and not _is_open(before.text):
            return True
        if row.width > _LONGEST_LINE or not self.broken or is_annex_label(row.text):
            return True
        return not self._is_headline(index) and self._parts_by_measure(group, index)

    def _parts_by_measure(self, group: Sequence[int], index: int) -> bool:
        """Whether a row begins a paragraph, as the width of the one before and its head tell."""
        before, row = self.rows[index - 1], self.rows[index]
        measure = self._measure(index - 1)
        so_far = "".join(self.rows[number].text for number in group[:_MOST_TITLE_LINES])
        if _RECIPIENTS.match(before.text) or _is_whole_title(so_far):
            return True
        if before.width > measure + _SLACK:
            measure = self.usual
        if not measure - self._slack(group) <= before.width <= measure + _SLACK:
            return not (_is_open(before.text) and len(group) < _MOST_TITLE_LINES)
        if _ANNEX.match(self.rows[group[0]].text) and label_of(row.text):
            return True
        return self._opens(before, row) or self._is_first_line(before, row, measure)

    def _goes_on(self, index: int) -> bool:
        """Whether a sentence goes on after a blank line, which stands where a column began."""
        before, row = self.rows[index - 1], self.rows[index]
        if not self.broken or not _SHORTEST_MEASURE <= before.width <= _LONGEST_LINE:
            return False
        if label_of(before.text) or label_of(row.text) or before.text.endswith(TITLE_GENRES):
            return False
        listed = _CLOSED.search(before.text) or _NAMES.search(before.text)
        following = (row.text for row in self.rows[index : self._block(index)[1] + 1])
        is_running = any(_RUNNING.search(text) for text in following)
        return not listed and bool(_PAUSE.search(before.text)) and is_running

    def _slack(self, group: Sequence[int]) -> float:
        """By how much the last row of a paragraph so far may be shorter than the measure."""
        first = self.rows[group[0]].text
        if len(group) > 1 or self.indented:
            return _SLACK
        is_heading = label_of(first) and "。" not in first
        return _SLACK + (1 if is_heading else 2 * _INDENT)

    def _is_headline(self, index: int) -> bool:
        """Whether two rows alone between blank lines are one sentence or one headline."""
        first, second = self.rows[index - 1], self.rows[index]
        start, end = self._block(index)
        starts = start == index - 1 or first.indent == _PAGE_START
        if not (self.blanks_part and starts and end == index):
            return False
        if _CLOSED.search(first.text) or label_of(second.text) or _NAMES.search(first.text):
            return False
        is_sentence = bool(_CLOSED.search(second.text)) and first.width > second.width
        return is_sentence or min(first.width, second.width) >= _SHORTEST_MEASURE

    def _opens(self, before: Row, row: Row) -> bool:
        """Whether a row after a full one begins with a number or a mark of its own."""
        if not _CLOSED.search(before.text):
            return False
        if row.indent == _PAGE_START:
            return True
        opens = label_of(row.text) or _ANNEX.match(row.text) or _BULLET.match(row.text)
        return bool(opens)

    def _is_first_line(self, before: Row, row: Row, measure: float) -> bool:
        """After a full line that ends a sentence: a line that goes on, shorter by an indent."""
        if self.indented or measure < _WIDE or not before.text.endswith("。"):
            return False
        is_indented = measure - _SLACK - 1 <= row.width <= measure - _INDENT
        return is_indented and not _CLOSED.search(row.text)

    def _is_title(self, group: Sequence[int], index: int) -> bool:
        """Whether a row goes on with a title: 关于…… up to the kind of document it is."""
        if len(group) >= _MOST_TITLE_LINES or self.rows[index].width > _LONGEST_LINE / 2:
            return False
        title = "".join(self.rows[number].text for number in group)
        if not _ABOUT.fullmatch(title) or _is_whole_title(title):
            return False
        row = self.rows[index].text
        return not (label_of(row) or _ANNEX.match(row) or _RUNNING.search(row))

    def _measure(self, index: int) -> float:
        """The width of a full line about a row; infinite where no running text stands."""
        first, last = self._block(index)
        near = [row for row in self.rows[first : last + 1] if row.width <= _LONGEST_LINE]
        if sum(bool(_RUNNING.search(row.text)) for row in near) * 4 < len(near):
            return float("inf")
        widths = [row.width for row in near]
        is_block = self.blanks_part and last - first < 2 * _NEIGHBOURS
        if is_block and len(near) <= _FEW:
            return max(widths)
        return _shared(widths, 2 if is_block else 3) or self.usual

    def _block(self, index: int) -> tuple[int, int]:
        """The first and last row about a row that no parting blank line keeps from it."""
        first = last = index
        while first > 0 and index - first < _NEIGHBOURS and self._same_block(first):
            first -= 1
        end = min(index + _NEIGHBOURS, len(self.rows) - 1)
        while last < end and self._same_block(last + 1):
            last += 1
        return first, last

    def _same_block(self, index: int) -> bool:
        return not (self.blanks_part and self.rows[index].after_blank)


def _is_listed(before: Row, row: Row) -> bool:
    """Whether one of two rows is a line of its own: of a roster, of duties, of a signature."""
    label = _LABELLED.match(before.text)
    duty = _ORGAN.match(row.text) and before.text.endswith("。")
    dated = _DATE.fullmatch(row.text) and not before.text.endswith(_RUNS_ON)
    opens = duty or dated or _LABELLED.match(row.text)
    return bool(opens or _PERSON.fullmatch(before.text, label.end() if label else 0))


def _is_whole_title(text: str) -> bool:
    """Whether a text is a title from 关于 to the kind of document."""
    ends = text.rstrip("）)》").endswith(TITLE_GENRES)
    return ends and len(text) <= _LONGEST_TITLE and bool(_ABOUT.fullmatch(text))


def _shared(widths: Sequence[float], lines: int) -> float:
    """The widest measure that so many lines fill, give or take a punctuation mark; 0 if none."""
    ordered = sorted(widths, reverse=True)
    pairs = zip(ordered, ordered[lines - 1 :], strict=False)
    measures = (width for width, last in pairs if width - last <= _INDENT)
    return next((width for width in measures if width >= _SHORTEST_MEASURE), 0.0)


def _usual(widths: Sequence[float]) -> float:
    """The measure that most lines of the whole text fill; 0 where there is none."""
    counted = Counter(round(width) for width in widths if width <= _LONGEST_LINE)
    if not counted:
        return 0.0
    width, lines = max(counted.items(), key=lambda item: (item[1], item[0]))
    return float(width) if lines > 2 and width >= _SHORTEST_MEASURE else 0.0


def _is_open(text: str) -> bool:
    """Whether a bracket is still open at the end of a line."""
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)


def _blanks_part(rows: Sequence[Row]) -> bool:
    """Whether blank lines part paragraphs: not where they interrupt most sentences."""
    broken = [
        row.after_blank
        for before, row in pairwise(rows)
        if _SHORTEST_MEASURE <= before.width <= _LONGEST_LINE
        and not _CLOSED.search(before.text)
        and not label_of(row.text)
    ]
    return sum(broken) * 2 <= len(broken)
