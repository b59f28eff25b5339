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
    """The text in the encoding that the file itself names; None where it is another."""
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030"}
    try:
        return data.decode(wider.get(encoding.lower(), encoding))
    except (LookupError, UnicodeDecodeError):
        return None


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    candidates = _candidates(data)
    for encoding in candidates:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
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


def _doubts(text: str, encoding: str, name: str) -> Iterator[Finding]:
    if wrong := _mistaken(text):
        message = Message(
            "文字是乱码：UTF-8 的文件曾被当作 {wrong} 打开后又保存；请从原文件重新另存", wrong=wrong
        )
        yield remark(name, "read.mojibake", Severity.ERROR, message)
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
    hanzi = "".join(_HAN.findall(text[:_SAMPLE]))
    leads = hanzi.encode("gb2312", "ignore")[::2]
    common = sum(0xB0 <= lead <= 0xD7 for lead in leads)
    return len(hanzi) > _FEWEST_STRANGE and common < _COMMON * len(hanzi)
