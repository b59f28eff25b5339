"""Deadlines: read, written, and refused where the last day is unclear or does not exist."""

from datetime import date

import pytest

from plangen.quantity.deadlines import Deadline, Precision
from plangen.quantity.errors import QuantityError
from plangen.quantity.grammar import find_deadlines, parse_deadline, write_deadline

FORMS = "应写作“2021年底前”“2020年9月底前”“2020年9月6日前”“2021-12-31”之类"

SPELLINGS = [
    ("2021年底前", "2021-12-31", "2021年底前"),
    ("2021年底", "2021-12-31", "2021年底"),
    ("到2021年底", "2021-12-31", "到2021年底"),
    ("2021年年底", "2021-12-31", "2021年年底"),
    ("2021年年底前", "2021-12-31", "2021年年底前"),
    ("2021年末", "2021-12-31", "2021年末"),
    ("2021年底之前", "2021-12-31", "2021年底之前"),
    ("2021年内", "2021-12-31", "2021年内"),
    ("2021年", "2021-12-31", "2021年"),
    ("２０２１年底", "2021-12-31", "2021年底"),
    ("二〇二一年", "2021-12-31", "2021年"),
    ("二○二一年底", "2021-12-31", "2021年底"),
    ("二零二一年底前", "2021-12-31", "2021年底前"),
    ("2021年上半年", "2021-06-30", "2021年上半年"),
    ("2021年下半年", "2021-12-31", "2021年下半年"),
    ("2021年第三季度", "2021-09-30", "2021年第三季度"),
    ("2021年三季度末前", "2021-09-30", "2021年第三季度末前"),
    ("2021年第2季度", "2021-06-30", "2021年第二季度"),
    ("2020年9月", "2020-09-30", "2020年9月"),
    ("2020年9月份", "2020-09-30", "2020年9月"),
    ("2020 年 9 月", "2020-09-30", "2020年9月"),
    ("2020年9月底前", "2020-09-30", "2020年9月底前"),
    ("2020年2月底", "2020-02-29", "2020年2月底"),
    ("2018年12月 底前", "2018-12-31", "2018年12月底前"),
    ("2020年9月6日前", "2020-09-06", "2020年9月6日前"),
    ("2020年09月06日", "2020-09-06", "2020年9月6日"),
    ("二〇二〇年九月六日", "2020-09-06", "2020年9月6日"),
    ("2020年十二月三十一日前", "2020-12-31", "2020年12月31日前"),
    ("截至2021年12月31日", "2021-12-31", "截至2021年12月31日"),
    ("截止到2021年底", "2021-12-31", "截至2021年底"),
    ("2021-12-31", "2021-12-31", "2021年底前"),
    ("2020-09-30", "2020-09-30", "2020年9月底前"),
    ("2020-09-06", "2020-09-06", "2020年9月6日前"),
]


@pytest.mark.parametrize(("text", "day", "written"), SPELLINGS)
def test_a_deadline_is_read_and_written(text: str, day: str, written: str) -> None:
    deadline = parse_deadline(text)

    assert deadline.last_day == date.fromisoformat(day)
    assert write_deadline(deadline) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2021, 12, 31), "2021年底前"),
        (date(2020, 9, 30), "2020年9月底前"),
        (date(2020, 2, 29), "2020年2月底前"),
        (date(2020, 2, 28), "2020年2月28日前"),
        (date(2020, 9, 6), "2020年9月6日前"),
    ],
)
def test_a_date_gets_the_usual_wording(day: date, written: str) -> None:
    deadline = Deadline.from_date(day)

    assert deadline.last_day == day
    assert write_deadline(deadline) == written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"读不懂期限“”：{FORMS}"),
        ("尽快", f"读不懂期限“尽快”：{FORMS}"),
        ("2021", f"读不懂期限“2021”：{FORMS}"),
        ("21年底前", f"读不懂期限“21年底前”：{FORMS}"),
        ("2020年9月6日底前", f"读不懂期限“2020年9月6日底前”：{FORMS}"),
        ("年底前", f"期限“年底前”没有写明年份：{FORMS}"),
        ("今年底", f"期限“今年底”没有写明年份：{FORMS}"),
        ("9月底前", f"期限“9月底前”没有写明年份：{FORMS}"),
        ("9月6日前", f"期限“9月6日前”没有写明年份：{FORMS}"),
        ("2021年底前完成", f"期限“2021年底前完成”多出“完成”：{FORMS}"),
        ("9月31日", "“9月31日”不存在：9月有1日至30日"),
        ("2020年9月31日", "“2020年9月31日”不存在：2020年9月有1日至30日"),
        ("2021年2月29日前", "“2021年2月29日前”不存在：2021年2月有1日至28日"),
        ("2021-02-30", "“2021-02-30”不存在：2021年2月有1日至28日"),
        ("2020年9月0日", "“2020年9月0日”不存在：2020年9月有1日至30日"),
        ("2020年13月", "“2020年13月”不存在：一年有1月至12月"),
        ("2020年13月1日", "“2020年13月1日”不存在：一年有1月至12月"),
        ("2021年第五季度", "“2021年第五季度”不存在：一年有第一至第四季度"),
        ("3021年底前", "年份“3021”不在1900年至2200年之间"),
        ("0000-01-01", "年份“0”不在1900年至2200年之间"),
        (
            "2020年9月前",
            "不知“2020年9月前”是否包含2020年9月：应写明最后一天，如“2020年9月30日前”",
        ),
        (
            "2021年以前",
            "不知“2021年以前”是否包含2021年：应写明最后一天，如“2021年12月31日前”",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_date(text: str, message: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_deadline(text)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((date(2021, 12, 30), Precision.YEAR), "2021-12-30 不是 year 的最后一天"),
        ((date(2021, 9, 30), Precision.HALF), "2021-09-30 不是 half 的最后一天"),
        ((date(2021, 10, 31), Precision.QUARTER), "2021-10-31 不是 quarter 的最后一天"),
        ((date(2021, 2, 27), Precision.MONTH), "2021-02-27 不是 month 的最后一天"),
        ((date(2021, 12, 31), Precision.YEAR, "直到"), "期限前面不能写“直到”"),
        ((date(2021, 12, 31), Precision.YEAR, "", "前"), "期限后面不能写“前”"),
        ((date(1899, 12, 31), Precision.YEAR), "年份“1899”不在1900年至2200年之间"),
    ],
)
def test_a_deadline_that_contradicts_itself_is_refused(
    arguments: tuple[object, ...], message: str
) -> None:
    with pytest.raises(QuantityError) as refused:
        Deadline(*arguments)  # type: ignore[arg-type]  # arguments of several shapes

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("依托设施，2021 年底前，建成率", "2021 年底前", "2021-12-31"),
        ("到2021年底，逐步建立", "到2021年底", "2021-12-31"),
        ("到2025年，建成", "到2025年", "2025-12-31"),
        ("争取在2021年底之前完成", "在2021年底之前", "2021-12-31"),
        ("应当于2018年12月 底前提交", "于2018年12月 底前", "2018-12-31"),
        ("自2018年11月至2021年12月", "至2021年12月", "2021-12-31"),
        ("截止到二〇二一年十二月三十一日", "截止到二〇二一年十二月三十一日", "2021-12-31"),
        ("请于2020年9月6日前报送", "于2020年9月6日前", "2020-09-06"),
    ],
)
def test_a_deadline_is_found_in_prose(text: str, quote: str, day: str) -> None:
    (deadline,) = find_deadlines(text)

    assert text[deadline.start : deadline.end] == quote
    assert deadline.deadline.last_day == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "2018年11月，多部门印发方案",
        "2020年4月24日",
        "2021年重点工作任务",
        "在2020年开展",
        "2021年内容",
        "2020年9月31日前",
        "2020年9月前",
        "12021年底前",
        "2〇21年底前",
        "工作满3年内",
    ],
)
def test_a_date_alone_is_no_deadline(text: str) -> None:
    assert list(find_deadlines(text)) == []
