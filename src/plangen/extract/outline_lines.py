"""Passages as the outline looks at them: without scanning spaces, and what a line looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plangen.document.labels import TITLE_GENRES, label_of
from plangen.document.origins import Named, Passage, PassageKind, Span
from plangen.quantity.undecided import UNDECIDED, shown

LONGEST_TITLE = 120  # characters; titles of joint notices name every organ

_LONGEST_MARK = 200  # characters: joint documents name every organ
_HEAD = 400  # characters of a passage that are looked at
_NUMERAL = "[0-9０-９一二三四五六七八九十]"
_ANNEX = re.compile(rf"附件(?P<number>{_NUMERAL}{{0,3}})(?P<stop>[.．、:：]?)(?P<title>.*)")
_NUMBER = re.compile(
    "[（(]?(?P<number>[\u3400-\u9fff（）()]{1,20}[〔\\[［【（(﹝〖][0-9０-９]{4}年?[〕\\]］】）)﹞〗]"
    "第?[0-9０-９]{1,5}号)[）)]?"
)
_DATE = re.compile(
    "(?:[0-9０-９]{4}|[〇○零Ｏ一二三四五六七八九]{4})年"
    "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日"
)
_PRINTED = re.compile(
    "(?P<organ>.{2,30}?)(?P<date>[0-9０-９〇一二三四五六七八九十年月日]{6,12})印发"
)
_COPIES = re.compile("(?:抄送|分送|抄报|主送|报)[:：].+")
_CLOSED = re.compile("[。；！？;!?][”’）)》]*$")
_BETWEEN = re.compile(r"[、，,；;\s]")
_ORGAN = re.compile(
    "..(?:人民政府|委员会|办公室|办公厅|办事处|党委|党组|工委|管委会|领导小组|指挥部|[局厅部委院]|中心|学校)$"
)
_OPEN, _CLOSE = "（(《〔〈<[［【", "）)》〕〉>]］】"
_NOTE = re.compile("[（(].*[）)]")
_ROLE = re.compile("[\u3400-\u9fff]{2,8}[：:].")
_PERSON = re.compile("[\u3400-\u9fff·]{2,4}[（(][^（）()]{2,30}[）)]")
_CONTENTS = re.compile(r"(?:\.{3,}|…{1,}|·{3,}|\t)\s*[0-9]{1,4}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and the head of its text without scanning spaces."""

    passage: Passage
    text: str

    @property
    def number(self) -> int:
        """The passage's number in the document."""
        return self.passage.number

    @property
    def is_text(self) -> bool:
        """Whether it belongs to the running text: no cell, footnote, text box or contents."""
        outside = (PassageKind.CELL, PassageKind.FOOTNOTE, PassageKind.TEXT_BOX)
        return self.passage.kind not in outside and not self.is_contents

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of a table of contents, which repeats a heading."""
        if self.passage.kind is PassageKind.CONTENTS:
            return True
        return len(self.passage.text) < 100 and bool(_CONTENTS.search(self.passage.text))

    @property
    def is_closed(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_CLOSED.search(self.passage.text[-4:]))

    @property
    def is_date(self) -> bool:
        """Whether it is a date and nothing else, as the 成文日期 is, or the place of one."""
        return bool(_DATE.fullmatch(self.text)) or self.text == shown(UNDECIDED)

    @property
    def is_number(self) -> bool:
        """Whether it is a 发文字号 and nothing else."""
        return bool(_NUMBER.fullmatch(self.text))

    @property
    def is_note(self) -> bool:
        """Whether it stands in brackets as a whole, as the 附注 does."""
        return bool(_NOTE.fullmatch(self.text))

    @property
    def is_listed(self) -> bool:
        """Whether it is a line of a roster: 成员：…, or a name with its office in brackets."""
        return bool(_ROLE.match(self.text) or _PERSON.fullmatch(self.text))

    @property
    def is_imprint(self) -> bool:
        """Whether it is a line of the 版记: 抄送, or who printed it and when."""
        return bool(_COPIES.match(self.text) or _PRINTED.fullmatch(self.text))

    @property
    def ends_mark(self) -> bool:
        """Whether the 发文机关标志 ends with it: 某区人民政府文件, or 文件 beside organs."""
        return self.is_text and self.text.endswith("文件") and len(self.text) <= _LONGEST_MARK

    @property
    def names_organs(self) -> bool:
        """Whether it is the name of an organ, or of several with blanks between them."""
        return all(_ORGAN.search(name) for name in self.passage.text.split())

    @property
    def as_title(self) -> str:
        """Its text as a line of a title: a blank stays between two organs that issue together."""
        text = ""
        for piece in self._pieces():
            for number, word in enumerate(piece.split()):
                apart = _parts(text, word) if number == 0 else _ends_organ(text)
                text = f"{text} {word}" if apart else text + word
        return text

    def _pieces(self) -> Iterator[str]:
        """The lines that its text was printed on, or was broken into by hand."""
        text = self.passage.text
        for start, end in pairwise((*self.passage.trace.at, len(text))):
            yield text[start:end]

    @property
    def ends_title(self) -> bool:
        """Whether a title that ends with this line is complete."""
        bare = re.sub("[（(][^（()）]{1,12}[）)]$", "", self.text)
        return bare.rstrip("》").endswith(TITLE_GENRES)

    def may_be_title(self) -> bool:
        """Whether it can be a line of a title: short, no sentence, no number before it."""
        text = self.text
        if not self.is_text or self.is_closed or len(text) > LONGEST_TITLE:
            return False
        return not (text.endswith(("：", ":", "，", ",")) or label_of(text) or self.is_imprint)

    def annex(self) -> re.Match[str] | None:
        """The annex label at the head of the line, with its ``number`` and ``title``."""
        return _ANNEX.fullmatch(self.text) if self.text.startswith("附件") else None

    def words(self, text: str) -> Named | None:
        """Where words of the line without spaces stand in the whole text."""
        squeezed = self.passage.squeezed()
        at = squeezed.text.find(text)
        if at < 0 or not text:
            return None
        span = squeezed.span(at, at + len(text))
        first = self.passage.offset(0)
        return Named(text, span) if span.start >= first else None

    def document_number(self) -> Named | None:
        """The 发文字号 that the line is, or begins or ends with."""
        found = _NUMBER.search(self.text) if len(self.text) < 60 else None
        return self.words(found["number"]) if found else None


def lines_of(passages: Iterable[Passage]) -> list[Line]:
    """The passages with their texts squeezed; of long ones only the head."""
    return [Line(passage, _squeezed(passage.text[:_HEAD])) for passage in passages]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def names_in(line: Line, separators: re.Pattern[str] = _BETWEEN) -> list[Named]:
    """The names of a list in a line, each with its place; brackets hold lists of their own."""
    text = line.passage.text
    names: list[Named] = []
    start = depth = 0
    for index, character in enumerate(text):
        depth += (character in _OPEN) - (character in _CLOSE)
        if depth <= 0 and separators.match(character):
            _add(names, line.passage, start, index)
            start = index + 1
    _add(names, line.passage, start, len(text))
    return names


def _add(names: list[Named], passage: Passage, start: int, end: int) -> None:
    piece = passage.text[start:end]
    text = piece.strip().strip("：:")
    if text:
        at = start + piece.index(text)
        names.append(Named(text, passage.span(at, at + len(text))))


def title_of(lines: Iterable[Line]) -> str:
    """The lines of a title as one: a blank stays between organs, each on a line of its own."""
    text = ""
    for line in lines:
        follows = line.as_title
        text = f"{text} {follows}" if _parts(text, follows) else text + follows
    return text


def _parts(text: str, follows: str) -> bool:
    """Whether a line of a title ends with an organ and the next one begins with another."""
    issuer = follows.partition("关于")[0]
    return _ends_organ(text) and bool(_ORGAN.search(issuer.partition(" ")[0]))


def _ends_organ(text: str) -> bool:
    return "关于" not in text and bool(_ORGAN.search(text))


def whole(line: Line) -> Span:
    """The whole line."""
    return Span(line.passage.start, line.passage.end)
