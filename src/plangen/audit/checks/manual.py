"""The manual of the cross-checks, made from the texts and the examples of the checks themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from plangen.audit.checks.check import Check, Example
from plangen.audit.checks.registry import CHECKS
from plangen.errors import Message, wording

WIDTH = 100  # characters in a line, where words can be parted
_INTRODUCTION = (
    wording(
        "`plangen audit` 在一份文件里检查什么，一项检查一节。这一页由 `scripts/checks_manual.py` "
        "从各项检查生成，例子都由测试运行。"
    ),
    wording(
        "`error` 是一定有错，`warn` 是多半有错，`info` 是应当知道。"
        "同样的问题一再出现的，只列前几处，并说明还有多少。"
        "`plangen check` 已经指出的数据问题，这里不再重复。"
    ),
    wording(
        "例子的数据略去了 `kind`、`level` 和 `title`，指标以 `data/indicators.yaml` 为准。"
        "例子和检查的提示都是中文。"
    ),
)
_PARTS = (
    ("data", "yaml", wording("文件的数据：")),
    ("organs", "yaml", wording("本地的单位：")),
    ("others", "yaml", wording("其他文件，按编号：")),
    ("text", "xml", wording("正文：")),
)


def manual(translate: Callable[[str], str] = str) -> str:
    """The page in Markdown: what each check is about, an example that passes, one that fails.

    ``translate`` is a gettext function; without one the page is Chinese.
    """
    return _Page(translate).text()


class _Page:
    """Writes the page in one language."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def text(self) -> str:
        """The whole page."""
        introduction = [self._filled(part) for part in map(self._translate, _INTRODUCTION)]
        title = self._say(Message("交叉检查"))
        head = "\n\n".join((f"# {title}", *introduction))
        return "\n".join((head, "", *self._index(), "", *map(self._section, CHECKS)))

    def _say(self, message: Message) -> str:
        return message.translated(self._translate)

    def _index(self) -> Iterator[str]:
        heads = (Message("代码"), Message("级别"), Message("检查什么"))
        yield f"| {' | '.join(map(self._say, heads))} |"
        yield "| --- | --- | --- |"
        for check in CHECKS:
            title = self._say(check.title)
            yield f"| [{check.code}](#{self._anchor(check)}) | {check.severity} | {title} |"

    def _heading(self, check: Check) -> str:
        return f"{check.code} {self._say(check.title)}"

    def _anchor(self, check: Check) -> str:
        kept = (c for c in self._heading(check).lower() if c.isalnum() or c in "- _")
        return "".join(kept).replace(" ", "-")

    def _section(self, check: Check) -> str:
        severity = check.severity.value
        weight = Message("级别：{severity}。", severity=severity)
        if check.clause:
            weight = Message(
                "级别：{severity}。依据：{clause}。", severity=severity, clause=check.clause
            )
        paragraphs = self._say(check.manual).split("\n\n")
        lines = [f"## {self._heading(check)}", "", self._say(weight), ""]
        lines += ["\n\n".join(map(self._filled, paragraphs)), ""]
        lines += [self._say(Message("没有问题的：")), "", *self._example(check.passes)]
        for example in check.fails:
            lines += [self._say(Message("有问题的：")), "", *self._example(example)]
            lines += [self._say(Message("检查的提示：")), "", "```text", *example.says, "```", ""]
        return "\n".join(lines)

    def _example(self, example: Example) -> Iterator[str]:
        for name, language, words in _PARTS:
            text = getattr(example, name).strip()
            if not text:
                continue
            said = self._translate(words)
            if name == "text" and not example.composed:
                said = self._say(Message("从文件读出的正文："))
            yield from (said, "", f"```{language}", text, "```", "")

    def _filled(self, paragraph: str) -> str:
        return textwrap.fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)
