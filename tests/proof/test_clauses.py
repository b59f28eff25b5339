"""What the proof finds on pages that are as the standard wants them."""

from dataclasses import replace

import pytest

from plangen.document.elements import Document, Signature
from plangen.fonts.fonts import Fonts
from plangen.proof.rows import Verdict
from plangen.sheet.geometry import PROFILES, Profile
from tests.proof.papers import DAY, FORMS, JOINT, LETTER, MINUTES, NOTICE, ORDER, UPWARD
from tests.proof.setting import GRID, NOMINAL, Laid, failed, laid, named, row, value

CELL = 156 / 28


@pytest.fixture(scope="module")
def notice(true: Fonts) -> Laid:
    return laid(NOTICE, true, outline_seals=True)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("document", FORMS.values(), ids=FORMS)
def test_pages_as_they_are_set_fail_in_no_clause(
    document: Document, profile: Profile, true: Fonts
) -> None:
    proof = laid(document, true, profile, outline_seals=True).proof

    assert failed(proof) == []


def test_a_notice_has_a_row_for_each_of_its_clauses(notice: Laid) -> None:
    numbers = {r.clause.number for r in notice.proof.rows}

    assert numbers == {
        *("5.1", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "15834 5.1", "8"),
        *("7.2.1", "7.2.2", "7.2.3", "7.2.4", "7.2.5", "7.2.7"),
        *("7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.5.1", "7.3.5.4", "7.3.5.5", "7.3.6", "7.3.7"),
        *("7.4.1", "33476.2 7.3.1", "7.4.2", "7.4.3", "7.5"),
    }


def test_what_a_document_does_not_have_has_no_row_and_is_named_once(true: Fonts) -> None:
    proof = laid(UPWARD, true).proof

    elements = {r.clause.element for r in proof.rows}
    assert not elements & {"份号", "密级和保密期限", "紧急程度", "附注", "附件标识", "抄送机关"}
    assert proof.absent == ("份号", "密级和保密期限", "紧急程度", "附注", "附件")


@pytest.mark.parametrize(
    ("number", "element", "label", "expected"),
    [
        ("5.2.3", "每面行数", "整面", 22),
        ("5.2.3", "行距", "行距", 592 / 1440 * 25.4),
        ("7.2.1", "份号", "左缘", 28.0),
        ("7.2.2", "密级和保密期限", "版心第几行", 2.0),
        ("7.2.3", "紧急程度", "版心第几行", 3.0),
        ("7.2.4", "发文机关标志", "墨迹上缘", 72.0),
        ("7.2.7", "版头中的分隔线", "距发文字号", 4.0),
        ("7.2.7", "版头中的分隔线", "长", 156.0),
        ("7.3.1", "标题", "中线", 106.0),
        ("7.3.1", "标题字体字号", "字号", 22.0),
        ("7.3.2", "主送机关", "标题下空行", 1.0),
        ("7.3.3", "正文缩进", "段首", 2 * CELL),
        ("7.3.4", "附件说明", "左空", 2 * CELL),
        ("7.3.5.1", "加盖印章的署名和日期", "日期右空", 4 * CELL),
        ("7.3.6", "附注", "左空", 2 * CELL),
        ("7.3.7", "附件标题", "版心第几行", 3.0),
        ("7.4.1", "版记中的分隔线", "末条", 262.0),
        ("7.4.1", "分隔线粗细", "中间", 0.25),
        ("7.5", "页码位置", "一字线中心", 269.0),
    ],
)
def test_lengths_are_measured_to_a_tenth(
    notice: Laid, number: str, element: str, label: str, expected: float
) -> None:
    found = value(notice.proof, number, element, label)

    # The made fonts' characters are 16 pt wide, a twelfth of a millimetre more than their cell.
    assert found.measured == pytest.approx(expected, abs=0.15)
    assert found.holds


def test_levels_have_faces_of_their_own(notice: Laid) -> None:
    faces = {
        r.clause.element: r.values[0].found
        for r in notice.proof.rows
        if r.clause.element.endswith("层次标题")
    }

    assert faces == {
        "第一层次标题": "黑体",
        "第二层次标题": "楷体",
        "第三层次标题": "仿宋",
        "第四层次标题": "仿宋",
    }


def test_full_lines_with_other_counts_are_explained_by_marks(notice: Laid) -> None:
    found = row(notice.proof, "5.2.3", "每行字数")

    assert found.verdict is Verdict.CONFORMS
    assert "28 字" in found.values[0].found


def test_signers_and_the_number_share_the_last_line(true: Fonts) -> None:
    proof = laid(UPWARD, true).proof

    number = value(proof, "7.2.5", "发文字号", "左缘")
    together = value(proof, "7.2.5", "发文字号", "与末位签发人")
    below = value(proof, "7.2.6", "签发人", "回行左缘")
    assert number.measured == pytest.approx(28 + CELL, abs=0.1)
    assert together.measured == pytest.approx(0, abs=0.01)
    assert below.holds


@pytest.mark.parametrize(
    ("organ", "asked"),
    [
        ("云溪街道生活垃圾分类工作办公室", ["正文下空行", "署名右空", "日期首字右移"]),
        ("云溪街道办事处", ["正文下空行", "日期右空", "署名随日期左移"]),
    ],
)
def test_unsealed_names_and_date_are_shifted_against_each_other(
    organ: str, asked: list[str], true: Fonts
) -> None:
    signature = Signature((organ,), DAY, sealed=False)
    proof = laid(replace(UPWARD, signature=signature), true).proof

    values = row(proof, "7.3.5.2", "不加盖印章的署名和日期").values
    assert [v.asked.split()[0] for v in values] == asked
    assert all(v.holds for v in values)


def test_seals_of_a_joint_document_are_measured_one_against_the_other(true: Fonts) -> None:
    proof = laid(JOINT, true, outline_seals=True).proof

    seals = row(proof, "7.3.5.1", "印章")
    apart = value(proof, "7.3.5.1", "印章", "互不相交")
    assert seals.verdict is Verdict.CONFORMS
    assert apart.found == "最近相距 3.00 mm"


def test_a_place_for_a_seal_without_a_seal_cannot_be_measured(true: Fonts) -> None:
    proof = laid(JOINT, true).proof

    assert row(proof, "7.3.5.1", "印章").verdict is Verdict.UNMEASURED


def test_a_letter_has_its_own_rows(true: Fonts) -> None:
    proof = laid(LETTER, true).proof

    assert value(proof, "10.1", "信函标志", "墨迹上缘").measured == pytest.approx(30, abs=0.05)
    assert value(proof, "10.1", "红色双线", "第二条双线").measured == pytest.approx(277, abs=0.05)
    assert value(proof, "10.1", "信函发文字号", "距双线").measured == pytest.approx(4.84, abs=0.05)
    assert row(proof, "7.5", "页码编排").values[0].asked == "1–4 连续，第 1 面不编"


def test_an_order_has_its_own_rows(true: Fonts) -> None:
    proof = laid(ORDER, true).proof

    assert value(proof, "10.2", "命令标志", "墨迹上缘").measured == pytest.approx(57, abs=0.05)
    assert value(proof, "10.2", "命令正文", "令号下空行").measured == pytest.approx(2, abs=0.05)
    stamp = value(proof, "7.3.5.3", "签名章和日期", "签名章右空")
    assert stamp.measured == pytest.approx(4 * CELL, abs=0.2)


def test_minutes_have_their_own_rows(true: Fonts) -> None:
    proof = laid(MINUTES, true).proof

    assert row(proof, "10.3", "出席、请假、列席人员").verdict is Verdict.CONFORMS
    assert row(proof, "7.4.2", "主送机关").verdict is Verdict.CONFORMS
    assert not [r for r in proof.rows if r.clause.number.startswith("7.3.5")]


def test_margins_that_are_counted_to_line_boxes_are_a_difference_and_no_fault(
    true: Fonts,
) -> None:
    proof = laid(NOTICE, true, NOMINAL).proof

    found = row(proof, "5.2.1", "页边与版心")
    assert found.verdict is Verdict.DIFFERS
    assert found.remark == "版式方案 nominal 的边距量到行框，首行字身低 2.3 mm"


def test_a_closer_line_step_of_a_notice_is_a_difference_by_7355(true: Fonts) -> None:
    proof = laid(UPWARD, true).proof

    assert ("5.2.3", "行距") in named(proof, Verdict.DIFFERS)


@pytest.mark.parametrize(
    ("signature", "verdict"), [(NOTICE.signature, Verdict.DIFFERS), (None, Verdict.FAILS)]
)
def test_only_for_a_signature_may_full_pages_hold_another_number_of_lines(
    signature: Signature | None, verdict: Verdict, true: Fonts
) -> None:
    document = replace(NOTICE, annexes=(), signature=signature, note="")
    closer = replace(GRID, pitch=560)  # 23 lines of 9.88 mm in 229.8 mm
    closely_set = laid(document, true, closer)

    proof = replace(closely_set, profile=GRID).proof

    lines = row(proof, "5.2.3", "每面行数")
    assert lines.values[0].measured in (23, 24)  # with a signature the step gives way once more
    assert lines.verdict is verdict
    assert row(proof, "5.2.3", "行距").verdict is verdict
