"""The characters of a text file: which encoding it is in, and whether it was mistaken before."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from plangen.errors import Message
from plangen.findings import Finding, Severity
from plangen.readers.refusing import refused, remark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_000  # bytes or characters
_MOST_LOST = 200  # one character of so many may be damaged
_HAN = re.compile("[\u4e00-\u9fff]")
_ALWAYS_FORGIVEN = 2  # damaged characters
_PLAIN = 0.9
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〔〕【】—…·％　")
_COMMON = 0.7  # of the hanzi of any Chinese text are among the 3,755 of GB 2312's first level
_FEWEST_STRANGE = 40  # hanzi that show which ones are common
_GB_COMMON = range(0xB0, 0xD8)  # first bytes of the first level of GB 2312
_BIG5_COMMON = range(0xA4, 0xC7)  # first bytes of the first level of Big5
_FEWEST_TRADITIONAL = 8  # hanzi that make Big5 clear
_CLEAR = 0.9  # of them are common ones
# What a file may call its encoding, and what it is read as.
_DECLARED = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "gb18030", "cp936", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "x-x-big5", "cn-big5", "cp950"), "cp950"),
    "big5-hkscs": "big5hkscs",
    **dict.fromkeys(("us-ascii", "iso-8859-1", "latin1", "windows-1252"), "cp1252"),
}
# Encodings as which UTF-8 is opened by mistake: their names and bytes to a character.
_MISTAKES = (("gb18030", "GBK", 2), ("cp1252", "Latin-1", 1), ("latin-1", "Latin-1", 1))
_FEWEST_REPAIRED = 6  # hanzi that come back when a mistake is undone
_LOST = "\ufffd"


def decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of a file and what was noticed about its encoding. Raises InputError."""
    text, encoding = _decoded(data, name)
    controls = sum(map(text.count, map(chr, (*range(9), *range(14, 32)))))
    if controls * 20 > len(text):
        raise refused(name, Message("不是文字文件：里面多是控制字符"))
    return text, list(_doubts(text, encoding, name))


def decoded_as(data: bytes, encoding: str) -> str | None:
    """The text in the encoding that the file itself names; None where it is another.

    Names are taken as browsers take them: the wider encoding for the narrower one.
    """
    try:
        return data.decode(_DECLARED[encoding.lower()])
    except (KeyError, UnicodeDecodeError):
        return None


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    candidates = _candidates(data)
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and (traditional := _as_big5(data, text)):
            return traditional, "big5"
        return text, encoding
    if traditional := _as_big5(data, ""):
        return traditional, "big5"
    damaged = [(data.decode(encoding, "replace"), encoding) for encoding in candidates]
    best = min(damaged, key=lambda one: one[0].count(_LOST))
    if best[0].count(_LOST) <= max(_ALWAYS_FORGIVEN, len(best[0]) // _MOST_LOST):
        return best
    raise refused(name, Message("认不出文字的编码；请用 UTF-8 另存"))


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    if len(data) % 2 == 0 and (guess := _wide(sample)):
        return (guess, "utf-8", "gb18030")
    return ("utf-8", "gb18030")


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark: zero bytes, which other text has none of, and plain Chinese."""
    if not sample.count(0):
        return ""
    shares = {encoding: _plain_share(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > _PLAIN else ""


def _plain_share(sample: bytes, encoding: str) -> float:
    """How much of a sample is hanzi, ASCII or Chinese punctuation, read in an encoding."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    plain = sum(c.isascii() or c in _PUNCTUATION for c in text) + len(_HAN.findall(text))
    return plain / max(len(text), 1)


def _as_big5(data: bytes, read: str) -> str:
    """The text in Big5, where it is clearly that; ``read`` is what it is in GB18030, if anything.

    Any two bytes of one encoding are mostly characters of the other, but rare ones: the hanzi that
    texts are made of lie in the first half of either.
    """
    if read and _share(read, "gb2312", _GB_COMMON) >= _COMMON:
        return ""
    for encoding in ("cp950", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        is_clear = len(_HAN.findall(text[:_SAMPLE])) >= _FEWEST_TRADITIONAL
        return text if is_clear and _share(text, "cp950", _BIG5_COMMON) > _CLEAR else ""
    return ""


def _share(text: str, encoding: str, leads: range) -> float:
    """How many of the hanzi at the head of a text are among the common ones of an encoding."""
    hanzi = "".join(_HAN.findall(text[:_SAMPLE]))
    common = sum(lead in leads for lead in hanzi.encode(encoding, "ignore")[::2])
    return common / len(hanzi) if hanzi else 1.0


def _doubts(text: str, encoding: str, name: str) -> Iterator[Finding]:
    if wrong := _mistaken(text):
        message = Message(
            "文字是乱码：UTF-8 的文件曾被当作 {wrong} 打开后又保存；请从原文件重新另存", wrong=wrong
        )
        yield remark(name, "read.mojibake", Severity.ERROR, message)
    elif encoding == "big5":
        message = Message("文字是 Big5 编码的繁体字，已按 Big5 读")
        yield remark(name, "read.big5", Severity.WARN, message)
    elif encoding == "gb18030" and _is_strange(text):
        message = Message("文字的编码可能认错了（按 GB18030 读出来多是生僻字）；请用 UTF-8 另存")
        yield remark(name, "read.mojibake", Severity.ERROR, message)
    if lost := text.count(_LOST):
        message = Message("有 {count} 个字符在以前保存时已经丢失（�）", count=lost)
        yield remark(name, "read.lost-characters", Severity.WARN, message)


def _mistaken(text: str) -> str:
    """The encoding as which UTF-8 was opened before the text was saved; empty where it was not.

    The mistake is undone on a sample: what was Chinese all along does not become Chinese by it.
    """
    sample = text[:_SAMPLE]
    foreign = sum(not character.isascii() for character in sample)
    for encoding, shown, bytes_each in _MISTAKES:
        undone = sample.encode(encoding, "ignore").decode("utf-8", "ignore")
        repaired = len(_HAN.findall(undone))
        if repaired >= _FEWEST_REPAIRED and repaired * 6 > foreign * bytes_each:
            return shown
    return ""


def _is_strange(text: str) -> bool:
    """Whether most hanzi are rare ones: what Big5 and the like become when read as GB18030."""
    hanzi = len(_HAN.findall(text[:_SAMPLE]))
    return hanzi > _FEWEST_STRANGE and _share(text, "gb2312", _GB_COMMON) < _COMMON
