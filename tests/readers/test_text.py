"""Plain text: encodings, broken lines rejoined, page numbers left out, offsets kept."""

import pytest

from plangen.readers.reader import read_bytes
from tests.readers.files import codes, messages, texts
from tests.readers.seeds import read_seed

NOTICE = (
    "关于印发《山城街道试点实施方案》的通知\n"
    "各管区、村（居），各部门：\n"
    "现印发给你们，请认真执行。\n"
)


def read(text: str) -> list[str]:
    """The passages of a text."""
    return texts(read_bytes(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_every_usual_encoding_is_known(encoding: str) -> None:
    found = read_bytes(NOTICE.encode(encoding), "a.txt")

    assert (found.text, found.findings) == (NOTICE, ())


@pytest.mark.parametrize(("wrong", "shown"), [("gb18030", "GBK"), ("latin-1", "Latin-1")])
def test_mojibake_is_named(wrong: str, shown: str) -> None:
    mistaken = NOTICE.encode().decode(wrong, "ignore")

    found = read_bytes(mistaken.encode(), "a.txt")

    assert messages(found)[0] == (
        f"文字是乱码：UTF-8 的文件曾被当作 {shown} 打开后又保存；请从原文件重新另存"
    )


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_read_and_told(encoding: str) -> None:
    text = "關於印發社會心理服務體系建設試點實施方案的通知，請認真組織實施。"

    found = read_bytes(text.encode(encoding), "a.txt")

    assert texts(found) == [text]
    assert messages(found) == ["文字是 Big5 编码的繁体字，已按 Big5 读"]


@pytest.mark.parametrize("text", ["關於印發", "关于印发社会心理服务体系建设试点实施方案的通知"])
def test_what_is_not_clearly_big5_is_read_as_gb18030(text: str) -> None:
    assert texts(read_bytes(text.encode("gb18030"), "a.txt")) == [text]


def test_traditional_characters_in_gb18030_stay_what_they_are() -> None:
    text = "關於印發社會心理服務體系建設試點實施方案的通知，請認真組織實施。"

    assert texts(read_bytes(text.encode("gb18030"), "a.txt")) == [text]


def test_what_is_neither_is_not_taken_for_gb18030_in_silence() -> None:
    found = read_bytes(("サービスを提供する精神保健福祉" * 9).encode("shift_jis"), "a.txt")

    assert codes(found) == ["read.mojibake"]


def test_a_few_damaged_bytes_cost_a_warning_and_not_the_file() -> None:
    damaged = NOTICE.encode()[:-6] + b"\xff\n"

    found = read_bytes(damaged, "a.txt")

    assert messages(found) == ["有 2 个字符在以前保存时已经丢失（�）"]
    assert len(found.passages) == 3


def test_full_lines_are_joined_and_a_short_one_ends_the_paragraph() -> None:
    scanned = (
        "为贯彻落实关于加强社会心理服务体系建设的部署\n"
        "和要求，培育自尊自信、理性平和、积极向上的社会\n"
        "心态，深入推进平安山城、健康山城建设，促进公民\n"
        "身心健康，制定本方案。\n"
        "一、指导思想\n"
        "全面贯彻党中央、国务院决策部署，深刻认识社会\n"
        "主要矛盾的新变化，打造共建共治共享的治理格局。\n"
    )

    found = read(scanned)

    assert [text[:6] for text in found] == ["为贯彻落实关", "一、指导思想", "全面贯彻党中"]
    assert [text[-6:] for text in found] == ["制定本方案。", "一、指导思想", "的治理格局。"]


def test_blank_lines_after_every_line_say_nothing() -> None:
    found = texts(read_seed("2020-shancheng-plan"))

    assert "关于印发《山城街道社会心理服务体系建设试点实施方案》的通知" in found
    assert found[4] == (
        "《山城街道社会心理服务体系建设试点实施方案》已经街道党工委、 办事处同意，"
        "现印发给你们，请结合实际认真贯彻执行。"
    )


def test_lines_that_were_never_broken_stay_as_they_are() -> None:
    seed = read_seed("2018-national-scheme")

    lines = [line.strip() for line in seed.text.split("\n") if line.strip()]

    assert texts(seed) == lines


def test_columns_of_a_newspaper_are_joined_within_their_blocks() -> None:
    found = texts(read_seed("2021-news"))

    assert "2021年试点地区 80%的村（社区）将建立心理咨询室或社会工作室 ■ 本报记者 王勇" in found
    assert sum(text.endswith(("。", "：")) for text in found) >= len(found) - 6


def test_a_page_number_between_two_lines_does_not_part_them() -> None:
    seed = read_seed("2020-shancheng-plan")

    joined = next(text for text in texts(seed) if "专业培训，提高心理咨询人员" in text)

    assert "- 9 -" not in joined
    assert [seed.quote(span) for span in seed.furniture] == ["- 9 -", "- 12 -"]
    assert messages(seed) == ["页码、页眉、页脚不算正文，共 2 处：“- 9 -”，“- 12 -”"]


def test_a_bare_page_number_is_known_where_it_breaks_a_sentence() -> None:
    seed = read_seed("2021-wuhan-tasks")

    assert [seed.quote(span) for span in seed.furniture] == ["6"]


def test_bare_numbers_that_count_up_are_page_numbers() -> None:
    page = "正文一段话，说到这里。\n" * 10

    found = read_bytes(f"{page}1\n{page}2\n{page}3\n".encode(), "a.txt")

    assert [found.quote(span) for span in found.furniture] == ["1", "2", "3"]


def test_form_feeds_are_pages() -> None:
    found = read_bytes("第一页。\f第二页。\n附件1\n".encode(), "a.txt")

    assert [(p.text, p.page) for p in found.passages] == [
        ("第一页。", 1),
        ("第二页。", 2),
        ("附件1", 2),
    ]
    assert found.page_at(found.text.index("附件")) == 2


def test_rows_with_equally_many_tabs_are_a_table() -> None:
    found = read_bytes("附表\n序号\t任务\t时限\n1\t建心理咨询室\t\n2\t\t六月\n".encode(), "a.txt")

    assert found.grid(found.tables[0]) == (
        ("序号", "任务", "时限"),
        ("1", "建心理咨询室", ""),
        ("2", "", "六月"),
    )
    assert [p.text for p in found.passages if p.table is None] == ["附表"]


def test_single_rows_with_tabs_are_never_joined() -> None:
    assert read("组长：\t建立心理咨询室或社会工作室，完成率达到\n组员：\t丙\n") == [
        "组长：\t建立心理咨询室或社会工作室，完成率达到",
        "组员：\t丙",
    ]


def test_latin_words_at_a_break_are_kept_apart() -> None:
    title = "关于印发 mental health\nservice 方案的通知"

    found = read_bytes(title.encode(), "a.txt").passages[0]

    assert found.text == "关于印发 mental health service 方案的通知"
    assert found.span(0, len(found.text)).end == len(title)


def test_a_squeezed_passage_still_knows_its_offsets() -> None:
    seed = read_seed("2020-shancheng-plan")
    passage = next(p for p in seed.passages if "分析研 判和风险评" in p.text)

    squeezed = passage.squeezed()

    at = squeezed.text.index("研判和风险评估")
    assert seed.quote(squeezed.span(at, at + 7)) == "研 判和风险评\n\n估"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_whatever_ends_a_line(end: str) -> None:
    full = "各部门要把社会心理服务体系建设纳入年度工作计划并明确责任分工"
    lines = [full, full, "", full, full, "", full, full, ""]

    assert read(end.join(lines)) == [full + full] * 3


def test_lines_of_a_roster_are_never_joined() -> None:
    lines = [
        "为加强对这项工作的组织领导，统筹推进各项任务落实，现成立工作领导小组，人员组成如下：",
        "组长：张明（副县长）",
        "成员：王强（县商务局副局长）",
        "赵敏（县农业农村局副局长）",
        "清河县人民政府办公室",
    ]

    assert read("\n".join(lines)) == lines


def test_each_organ_with_its_duty_is_a_paragraph() -> None:
    lines = [
        "县消防救援大队：负责组织协调和技术指导工作，每月通报进展情况。",
        "县住建局：负责自建房结构安全排查，及时组织鉴定，督促整改到位。",
        "县民政局：负责独居老人、困难家庭的摸底，配合安装感烟报警器。",
    ]

    assert read("\n".join(lines)) == lines


def test_the_date_below_a_long_name_of_an_organ_is_a_paragraph() -> None:
    lines = [
        "请结合实际抓好落实。",
        "某市河湖长制工作领导小组办公室",
        "2026年2月20日",
        "2026年全市重点任务",
    ]

    assert read(f"{lines[0]}\n\n{lines[1]}\n{lines[2]}\n\n{lines[3]}\n") == lines


def test_the_steps_of_years_are_paragraphs() -> None:
    lines = [
        "2026年：视力筛查覆盖率达到95%以上；",
        "2027年：视力筛查覆盖率达到98%以上；",
        "2028年：达到100%。",
    ]

    assert read("\n".join(lines)) == lines
