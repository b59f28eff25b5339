"""How strongly a target is meant: 应当, 力争 or 鼓励."""

from __future__ import annotations

import re

from plangen.model.targets import Modality

# 支持 and its like are verbs at the head of a clause only: 心理支持和疏导 invites nobody.
_HEAD = "(?:(?<![一-鿿])|(?<=[并和可要应]))(?:积极|大力|重点|优先)?"
_WORDS = re.compile(
    "(?P<strive>力争|争取|努力|力求)"
    f"|(?P<invite>鼓励|(?P<helped>{_HEAD}(?:支持|引导|倡导))(?!服务|技术|系统|性|作用)|有条件的"
    "|可以?(?=建设|设立|设置|开设|探索|结合))"
)
# 支持企业设立辅导室，全街道至少设立1个: a clause with a subject of its own is not what is helped.
_OWN_SUBJECT = re.compile("[，；](?:全|各|本)(?=[一-鿿])[^，；]*\\Z")
_SETTLED = re.compile("(?<!力)(?:确保|必须|应当|要求)")


def modality_of(before: str) -> Modality:
    """The modality that the sentence says before a figure; its last word counts."""
    said: Modality = "应当"
    last = -1
    own = _OWN_SUBJECT.search(before)
    for found in _WORDS.finditer(before):
        if found["helped"] and own and found.end() <= own.start():
            continue
        said = "力争" if found["strive"] else "鼓励"
        last = found.start()
    settled = [found.start() for found in _SETTLED.finditer(before)]
    return "应当" if settled and settled[-1] > last else said
