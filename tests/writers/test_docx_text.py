"""The words of a document as paragraphs and runs."""

import pytest
from hypothesis import given, settings

from plangen.document.blocks import Member, Paragraph, Role, Roster, Section
from plangen.document.elements import Document, Head, Imprint, Mark
from plangen.document.inline import Figure, Text
from plangen.sheet.geometry import CELL, TWIPS_PER_MM, TYPE_WIDTH
from plangen.sheet.styles import STYLES
from plangen.writers.docx.styles import style_id
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.docx_file import Docx, Element, docx, found, sample, style_of, text_of, value, w
from tests.writers.words import first_missing

AMBIGUOUS = set("“”‘’—…")


def runs(paragraph: Element) -> list[tuple[str, str | None]]:
    """The runs of a paragraph: their characters and character styles."""
    return [(text_of(run), value(run, "w:rPr/w:rStyle")) for run in found(paragraph, "w:r")]


def hinted(file: Docx) -> list[tuple[str, str | None]]:
    """The runs of a file with the hint of their font."""
    return [
        (text_of(run), value(run, "w:rPr/w:rFonts", "hint")) for run in found(file.body, ".//w:r")
    ]


def test_paragraphs_follow_each_other_as_arranged() -> None:
    said = [(style_of(p), text_of(p)) for p in sample(NOTICE).paragraphs if text_of(p).strip()]

    assert said[:12] == [
        ("CopyNumber", "000012"),
        ("Secrecy", "秘密★1年"),
        ("Urgency", "特急"),
        ("Mark", "云溪街道工作委员会"),
        ("Mark", "云溪街道办事处"),
        ("Mark", "文件"),
        ("NumberWithSigners", "\t\t签发人：李响　欧阳文博"),
        ("NumberWithSigners", "\t云街发〔2021〕7号\t周全"),
        ("Title", "云溪街道办事处关于印发\n《云溪街道生活垃圾分类实施方案》的通知"),
        ("Recipients", "各村（社区）、各学校，驻街各单位："),
        ("Body", "现将“方案”印发给你们——请按照附件执行。"),
        ("AnnexNote", "附件：投放指南"),
    ]
    assert said[12:26] == [
        ("Signature", "\t云溪街道工作委员会\t云溪街道办事处"),
        ("Date", "2021年3月8日"),
        ("Note", "（此件公开发布）"),
        ("IssuedTitle", "云溪街道生活垃圾分类\n实施方案"),
        ("Body", "为做好生活垃圾分类，制定本方案。"),
        ("Heading1", "一、目标"),
        ("Heading2", "（一）近期"),
        ("Body", "建成投放点。"),
        ("Heading2", "（二）远期"),
        ("Heading3", "1.覆盖面。覆盖率达到95%以上，见附件2。"),
        ("Body", "（1）居民小区全部覆盖。"),
        ("Heading3", "附带事项"),
        ("Body", "另行通知。"),
        ("Heading1", "二、保障"),
    ]
    assert said[26:] == [
        ("Flush", "经费列入预算，"),
        ("AnnexNote", "附件：1.\t领导小组成员名单"),
        ("AnnexNote", "2.\t任务分解表"),
        ("AnnexLabel", "附件1"),
        ("AnnexTitle", "领导小组成员名单"),
        ("Roster", "组长：\t王瑞\t街道办事处主任"),
        ("Roster", "副组长：\t欧阳文博\t武装部部长"),
        ("Roster", "\t𠮷朋\t派出所所长"),
        ("Roster", "成员：\t赵一鸣"),
        ("AnnexLabel", "附件2"),
        ("AnnexTitle", "任务分解表"),
        ("TableCaption", "任务分解表"),
        ("AnnexLabel", "附件"),
        ("AnnexTitle", "投放指南"),
        ("Body", "厨余垃圾沥干后投放。"),
    ]


@settings(max_examples=40)
@given(documents())
def test_no_word_is_lost_and_none_changes_its_place(document: Document) -> None:
    assert first_missing(document, text_of(docx(document).body)) is None


@settings(max_examples=20)
@given(documents())
def test_every_blank_at_the_end_of_a_run_is_kept(document: Document) -> None:
    for text in docx(document).body.iter(w("t")):
        characters = text.text or ""
        kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert kept or characters == characters.strip()
        assert characters


def test_blanks_beside_a_figure_are_kept() -> None:
    paragraph = Paragraph((Text("达到 "), Figure("80%", "rate"), Text("  以上")))

    file = docx(Document("方案", blocks=(paragraph,)))

    assert runs(file.only("Body")) == [("达到 ", None), ("80%", None), ("  以上", None)]


def test_a_tab_is_a_tab() -> None:
    file = docx(Document("方案", blocks=(Paragraph.of("甲\t乙"),)))

    assert text_of(file.only("Body")) == "甲\t乙"
    assert len(found(file.only("Body"), "w:r/w:tab")) == 1


def test_marks_that_latin_fonts_also_have_are_hinted_to_be_chinese() -> None:
    of_marks = [(text, hint) for text, hint in hinted(sample(NOTICE)) if AMBIGUOUS & set(text)]
    others = [(text, hint) for text, hint in hinted(sample(NOTICE)) if not AMBIGUOUS & set(text)]

    assert of_marks == [("现将“方案”印发给你们——请按照", "eastAsia")]
    assert {hint for _, hint in others} == {None}


def test_a_name_is_spread_without_another_character() -> None:
    first, _, third, _ = sample(NOTICE).styled("Roster")

    assert "王瑞" in text_of(first)
    assert ("王", None) in runs(first) and ("瑞", None) in runs(first)
    assert ("𠮷", None) in runs(third) and ("朋", None) in runs(third)


def test_a_name_of_two_characters_is_as_wide_as_one_of_three() -> None:
    roster = Roster((Role("组长", (Member("王瑞", "主任"),)),))
    file = docx(Document("名单", blocks=(roster,)))

    (spacing,) = found(file.only("Roster"), "w:r[w:t='王']/w:rPr/w:spacing")

    cell = CELL * TWIPS_PER_MM
    assert float(spacing.get(w("val"), "0")) == pytest.approx(cell - 5, abs=1)
    assert value(file.only("Roster"), "w:r[w:t='瑞']/w:rPr/w:spacing") is None


def test_a_character_beyond_the_basic_plane_stays_one() -> None:
    file = docx(Document("𠮷𪚥方案", blocks=(Paragraph.of("𠮷村"),)))

    assert text_of(file.only("Title")) == "𠮷𪚥方案"
    assert "𠮷村".encode() in file.parts["word/document.xml"]


def test_a_run_in_title_has_its_text_in_the_bodys_style_and_is_not_kept_with_the_next() -> None:
    (section, *_) = sample(NOTICE).styled("Heading3")

    assert runs(section)[:3] == [
        ("1.覆盖面。", None),
        ("覆盖率达到", "BodyChar"),
        ("95%以上", "BodyChar"),
    ]
    assert value(section, "w:pPr/w:keepNext") == "0"


def test_a_label_alone_has_the_headings_character_style() -> None:
    section = Section("", (Paragraph.of("甲。"), Section("", (Paragraph.of("乙。"),))))

    first, second = docx(Document("方案", blocks=(section,))).styled("Body")

    assert runs(first) == [("一、", "Heading1Char"), ("甲。", None)]
    assert runs(second) == [("（一）", "Heading2Char"), ("乙。", None)]


@pytest.mark.parametrize("document", [NOTICE, ANNEXED], ids=["notice", "annexed"])
def test_headings_are_styles_and_not_formatting(document: Document) -> None:
    for run in found(sample(document).body, ".//w:p[not(w:pPr/w:framePr)]/w:r/w:rPr"):
        assert {child.tag for child in run} <= {w("rStyle"), w("rFonts"), w("spacing")}
    assert not found(sample(document).body, ".//w:b")


def test_the_lines_of_a_title_are_one_paragraph() -> None:
    title = sample(NOTICE).only("Title")

    assert len(found(title, "w:r/w:br")) == 1


def test_blank_lines_are_paragraphs_of_their_own_style() -> None:
    blanks = [p for p in sample(ANNEXED).paragraphs if style_of(p) == "Blank"]

    assert [text_of(blank) for blank in blanks] == [""] * len(blanks)
    assert len(blanks) == 3 + 2 + 2 + 1 + 1 + 1 + 1 + 1  # above and below the mark, and so on


def test_the_red_rule_lies_below_the_number_and_is_as_wide_as_the_type_area() -> None:
    for file, style in ((sample(ANNEXED), "Number"), (sample(NOTICE), "NumberWithSigners")):
        (rule,) = found(file.body, "w:p/w:pPr/w:pBdr/w:bottom")
        (paragraph,) = found(rule, "../../..")

        assert (rule.get(w("color")), rule.get(w("val"))) == ("FF0000", "single")
        assert style_of(paragraph) == style
        assert not found(paragraph, "w:pPr/w:ind")
        assert not found(file.part("styles"), f"w:style[@w:styleId='{style}']/w:pPr/w:ind")


def test_signers_are_set_in_kaiti_and_their_label_is_not() -> None:
    first, second = sample(NOTICE).styled("NumberWithSigners")

    assert runs(first) == [("\t", None), ("\t签发人：", None), ("李响　欧阳文博", "SignerChar")]
    assert runs(second)[-1] == ("周全", "SignerChar")


def test_the_mark_is_framed_on_the_page_with_its_ink_at_72_mm() -> None:
    frames = [found(p, "w:pPr/w:framePr")[0] for p in sample(ANNEXED).styled("Mark")]
    mark = sample(ANNEXED).only("Mark")

    line = int(value(mark, "w:pPr/w:spacing", "line") or 0)
    size = int(value(mark, "w:r/w:rPr/w:sz") or 0) * 10
    baseline = int(frames[0].get(w("y"), "0")) + 0.8 * line

    assert frames[0].get(w("vAnchor")) == frames[0].get(w("hAnchor")) == "page"
    assert (baseline - 0.845 * size) / TWIPS_PER_MM == pytest.approx(72, abs=0.1)


def test_joint_names_share_a_frame_and_the_suffix_stands_in_the_middle_beside_it() -> None:
    first, second, suffix = sample(NOTICE).styled("Mark")

    names = [dict(found(p, "w:pPr/w:framePr")[0].attrib) for p in (first, second)]
    beside = found(suffix, "w:pPr/w:framePr")[0]
    heights = [int(value(p, "w:pPr/w:spacing", "line") or 0) for p in (first, second, suffix)]
    baselines = [0.8 * heights[0], heights[0] + 0.8 * heights[1]]
    top = int(names[0][w("y")])

    assert names[0] == names[1]
    middle = top + sum(baselines) / 2
    assert int(beside.get(w("y"), "0")) + 0.8 * heights[2] == pytest.approx(middle, abs=1)
    right = int(names[0][w("x")]) + int(names[0][w("w")])
    assert int(beside.get(w("x"), "0")) > right
    assert int(beside.get(w("x"), "0")) + int(beside.get(w("w"), "0")) < 184 * TWIPS_PER_MM + 60


def test_a_mark_that_is_too_long_is_narrowed() -> None:
    file = docx(Document("通知", head=Head(mark=Mark(("云" * 40,)))))

    scale = int(value(file.only("Mark"), "w:r/w:rPr/w:w") or 100)
    size = int(value(file.only("Mark"), "w:r/w:rPr/w:sz") or 0) / 2

    assert 42 * size * scale / 100 <= TYPE_WIDTH / 25.4 * 72


@pytest.mark.parametrize("key", ["copy_number", "secrecy", "urgency", "recipients", "signature"])
def test_names_and_marks_of_the_head_have_no_indent(key: str) -> None:
    assert STYLES[key].first_line == 0
    assert not found(
        sample(NOTICE).part("styles"), f"w:style[@w:styleId='{style_id(key)}']/w:pPr/w:ind"
    )


def overridden_indents(file: Docx) -> list[str]:
    """Indents in twips alone, where the style has one in characters that Word would prefer."""
    styles = file.part("styles")
    lost = []
    for paragraph in found(file.body, ".//w:p[w:pPr/w:ind]"):
        (own,) = found(paragraph, "w:pPr/w:ind")
        for inherited in found(styles, f"w:style[@w:styleId='{style_of(paragraph)}']/w:pPr/w:ind"):
            lost += [
                f"{style_of(paragraph)} {side}"
                for side in ("left", "right", "firstLine", "hanging")
                if own.get(w(side)) and inherited.get(w(f"{side}Chars"))
                if own.get(w(f"{side}Chars")) is None
            ]
    return lost


def test_an_indent_of_a_paragraph_overrides_its_styles_in_characters_too() -> None:
    assert overridden_indents(docx(Document("通知", annexes=NOTICE.annexes))) == []


def test_the_imprints_hanging_lines_override_its_style_in_characters_too() -> None:
    imprint = Imprint("办公室", None, (("各村",),))

    assert overridden_indents(docx(Document("通知", imprint=imprint))) == []
