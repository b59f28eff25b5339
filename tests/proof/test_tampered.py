"""Pages that somebody spoilt: the proof names the clause, and no other."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from plangen.fonts.fonts import Fonts
from plangen.fonts.roles import FontRole
from plangen.pages.marks import Circle, GlyphRun, Mark, Rule
from plangen.proof.rows import Verdict
from tests.proof.papers import JOINT, LETTER, NOTICE, UPWARD
from tests.proof.setting import Laid, failed, laid, row, runs_of

Change = Callable[[int, Mark], Mark | None]


@pytest.fixture(scope="module")
def notice(true: Fonts) -> Laid:
    return laid(NOTICE, true, outline_seals=True)


def says(text: str, **changes: Any) -> Change:
    """Change the runs that say ``text``; a number is added to what they have."""

    def change(_: int, mark: Mark) -> Mark:
        if not isinstance(mark, GlyphRun) or mark.text != text:
            return mark
        return replace(mark, **{name: _more(mark, name, new) for name, new in changes.items()})

    return change


def _more(mark: GlyphRun, name: str, new: Any) -> Any:
    return getattr(mark, name) + new if isinstance(new, float) else new


def last_rule(by: float) -> Change:
    def change(page: int, mark: Mark) -> Mark:
        lowest = isinstance(mark, Rule) and page == 10 and mark.y > 261
        return replace(mark, y=mark.y + by) if lowest and isinstance(mark, Rule) else mark

    return change


def red_rule(**changes: float) -> Change:
    def change(_: int, mark: Mark) -> Mark:
        if not isinstance(mark, Rule) or mark.colour != "FF0000":
            return mark
        return replace(mark, **{name: getattr(mark, name) + by for name, by in changes.items()})

    return change


def line(page: int, at: int, **changes: float) -> Change:
    """Change the line of text number ``at`` of a page."""
    seen: list[float] = []

    def change(number: int, mark: Mark) -> Mark:
        if number != page or not isinstance(mark, GlyphRun) or mark.node is None:
            return mark
        if mark.y not in seen:
            seen.append(mark.y)
        if seen.index(mark.y) != at:
            return mark
        return replace(mark, **{name: getattr(mark, name) + by for name, by in changes.items()})

    return change


def page_number(page: int, **changes: float) -> Change:
    def change(number: int, mark: Mark) -> Mark:
        if number != page or not isinstance(mark, GlyphRun) or mark.node:
            return mark
        return replace(mark, **{name: getattr(mark, name) + by for name, by in changes.items()})

    return change


def without(text: str) -> Change:
    return lambda _, mark: None if isinstance(mark, GlyphRun) and mark.text == text else mark


MARK = "云溪街道办事处文件"
NUMBER = "云街发〔2021〕7号"


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (last_rule(2.0), ("7.4.1", "版记中的分隔线")),
        (last_rule(-2.0), ("7.4.1", "版记中的分隔线")),
        (red_rule(y=2.0), ("7.2.7", "版头中的分隔线")),
        (red_rule(width=-8.0), ("7.2.7", "版头中的分隔线")),
        (says(MARK, y=2.0), ("7.2.4", "发文机关标志")),
        (says(MARK, x=4.0), ("7.2.4", "发文机关标志")),
        (says(NUMBER, x=5.0), ("7.2.5", "发文字号")),
        (says("000012", x=3.0), ("7.2.1", "份号")),
        (says("机密★1年", y=10.4), ("7.2.2", "密级和保密期限")),
        (says("特急", x=3.0), ("7.2.3", "紧急程度")),
        (says("各村（社区）、各学校：", x=2.0), ("7.3.2", "主送机关")),
        (says("各村（社区）、各学校：", y=-3.0), ("7.3.2", "主送机关")),
        (line(3, 5, y=3.0), ("5.2.3", "行距")),
        (line(3, 5, x=0.9), ("7.3.3", "正文缩进")),
        (line(3, 5, size=2.0), ("5.2.2", "正文字体字号")),
        (says("一、总体要求", size=2.0), ("7.3.3", "第一层次标题")),
        (says("2021年3月8日", x=5.0), ("7.3.5.1", "加盖印章的署名和日期")),
        (says("（此件公开发布）", x=3.0), ("7.3.6", "附注")),
        (says("附件1", x=3.0), ("7.3.7", "附件标识")),
        (says("领导小组成员名单", x=3.0), ("7.3.7", "附件标题")),
        (says("云溪街道党政办公室", x=3.0), ("7.4.3", "印发机关和印发日期")),
        (says("抄送：区城管局，区教育局。", x=-3.0), ("7.4.2", "抄送机关")),
        (page_number(3, y=2.0), ("7.5", "页码位置")),
        (page_number(3, x=-5.0), ("7.5", "页码左右")),
        (page_number(4, size=-3.0), ("7.5", "页码字体字号")),
        (without("— 4 —"), ("7.5", "页码编排")),
        (without("（此件公开发布）"), ("7.3.6", "附注")),
        (says("附件1", colour="0000FF"), ("5.2.4", "颜色")),
    ],
)
def test_what_is_spoilt_fails_in_its_own_clause(
    notice: Laid, change: Change, clause: tuple[str, str]
) -> None:
    spoilt = notice.changed(change)

    assert failed(notice.proof) == []
    assert failed(spoilt.proof) == [clause]


def test_a_heading_in_another_face_fails(notice: Laid) -> None:
    other = notice.fonts.choice(FontRole.KAITI).face
    spoilt = notice.changed(says("一、总体要求", face=other))

    assert failed(spoilt.proof) == [("7.3.3", "第一层次标题")]


def test_a_page_that_is_not_a4_fails(notice: Laid) -> None:
    first, *others = notice.pages.pages
    pages = replace(notice.pages, pages=(replace(first, width=216.0, height=279.0), *others))
    spoilt = replace(notice, pages=pages)

    assert failed(spoilt.proof) == [("5.1", "纸张")]


def test_a_mark_that_begins_a_line_fails(notice: Laid) -> None:
    def change(page: int, mark: Mark) -> Mark:
        goes_on = isinstance(mark, GlyphRun) and page == 3 and mark.x < 28.1 and len(mark.text) > 20
        if not goes_on or not isinstance(mark, GlyphRun):
            return mark
        glyphs = (mark.face.glyph("，"), *mark.glyphs[1:])
        return replace(mark, text="，" + mark.text[1:], glyphs=glyphs)

    spoilt = notice.changed(change)

    assert failed(spoilt.proof) == [("15834 5.1", "行首行尾标点")]


def test_seals_that_touch_fail(true: Fonts) -> None:
    joint = laid(JOINT, true, outline_seals=True)
    spoilt = joint.changed(
        lambda _, mark: replace(mark, diameter=46.0) if isinstance(mark, Circle) else mark
    )

    assert failed(joint.proof) == []
    assert failed(spoilt.proof) == [("7.3.5.1", "印章")]


def test_a_signer_too_far_left_fails(true: Fonts) -> None:
    upward = laid(UPWARD, true)
    spoilt = upward.changed(says("李响　欧阳文博", x=-4.0))

    assert failed(upward.proof) == []
    assert failed(spoilt.proof) == [("7.2.6", "签发人")]


def test_the_second_double_rule_of_a_letter_has_its_place(true: Fonts) -> None:
    letter = laid(LETTER, true)

    def change(_: int, mark: Mark) -> Mark:
        low = isinstance(mark, Rule) and mark.y > 250
        return replace(mark, y=mark.y - 2) if low and isinstance(mark, Rule) else mark

    spoilt = letter.changed(change)

    foot = row(spoilt.proof, "10.1", "红色双线").values[3]
    assert foot.asked == "第二条双线 277±1 mm"
    assert not foot.holds


def test_no_text_on_page_one_fails(notice: Laid) -> None:
    (recipients,) = runs_of(notice.pages, "各村（社区）、各学校：")

    def change(page: int, mark: Mark) -> Mark | None:
        below = isinstance(mark, GlyphRun) and mark.node is not None and mark.y > recipients.y
        return None if page == 1 and below else mark

    spoilt = notice.changed(change)

    shown = row(spoilt.proof, "7.3.3", "首页显示正文")
    assert shown.verdict is Verdict.FAILS
    assert shown.values[0].found == "没有正文"
