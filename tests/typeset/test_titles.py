"""Titles in 梯形 or 菱形, broken where words end (7.3.1)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.elements import Annex, Document, Enclosure, Signature
from plangen.sheet.widths import cells as width
from plangen.typeset import titles
from plangen.typeset.characters import NO_END, NO_START
from plangen.typeset.titles import broken, broken_titles, well_shaped

ROOM = 20.0  # characters of 22 points in 156 mm

TITLES = [
    "云溪街道办事处关于开展生活/垃圾分类工作的通知",
    "云溪市人民政府办公室关于成立/养老服务工作领导小组的通知",
    "云溪市人民政府办公室关于印发云溪市/推进基本养老服务体系建设实施方案的通知",
    "关于印发《云溪市居家和社区养老服务改革/试点工作实施方案（2021—2025年）》的通知",
    "云溪市卫生健康委员会关于2020年度/法治政府建设情况的报告",
    "关于转发《省教育厅等八部门/关于加强中小学生心理健康教育/工作的若干措施》的通知",
    "云溪市农业农村局关于2020年度/高标准农田建设项目实施方案的批复",
    "关于对《云溪市燃气管理办法/（征求意见稿）》公开征求意见的公告",
    "关于印发《“健康云溪2030”规划纲要》/重点任务分工方案的通知",
    "关于进一步做好2021年春节期间/困难群众基本生活保障工作的紧急通知",
    "云溪区人民政府办公室关于印发/云溪区突发公共卫生事件应急预案和/防汛抗旱应急预案的通知",
    "云溪市人民政府关于表彰/2020年度全市义务教育优质/均衡发展先进集体和先进个人的决定",
    "全国社会心理服务体系建设试点/2020年重点工作任务及增设试点的通知",
    "中共云溪市委 云溪市人民政府/关于全面推进乡村振兴的实施意见",
    "云溪街道严重精神障碍患者/服务管理工作领导小组成员名单",
]
LONG_TITLES = [
    "中共云溪街道工作委员会关于在全街道党员干部中开展“学习贯彻新发展理念、服务乡村振兴”主题实践活动的实施方案",
    "云溪市人民政府办公室关于转发市发展改革委等部门云溪市促进养老托育服务健康发展若干政策措施的通知",
    "云溪区人民政府安全生产委员会办公室关于印发云溪区危险化学品和烟花爆竹专项整治三年行动2021年工作要点的通知",
    "云溪市卫生健康委员会、云溪市教育局、云溪市民政局关于印发云溪市社会心理服务体系建设试点2021年工作方案的通知",
]
ISSUING = (
    "山城街道党工委 山城街道办事处\n关于印发《山城街道社会心理服务体系建设试点实施方案》的通知"
)
PLAN = "山城街道社会心理服务体系建设试点实施方案"

WORDS = (
    *("人民政府", "办公室", "办事处", "委员会", "领导小组", "党工委", "教育局", "民政局"),
    *("服务体系", "实施方案", "应急预案", "生活保障", "心理健康", "公共卫生", "征求意见", "名单"),
    *("关于", "印发", "通知", "2021年", "2020年度", "2025年", "“健康云溪2030”"),
)


def lines_of(title: str) -> list[str]:
    return broken(title.replace("/", "")).split("\n")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_broken_where_a_reader_would(title: str) -> None:
    lines = lines_of(title)

    assert lines == title.split("/")
    assert all(width(line) <= ROOM for line in lines)
    assert well_shaped([width(line) for line in lines])


@pytest.mark.parametrize("title", TITLES)
def test_no_word_is_split(title: str) -> None:
    text = title.replace("/", "")
    lines = lines_of(title)

    for word in WORDS:
        assert sum(line.count(word) for line in lines) == text.count(word)


@pytest.mark.parametrize("title", LONG_TITLES)
def test_a_title_of_up_to_60_characters_is_shaped_too(title: str) -> None:
    lines = lines_of(title)

    assert 40 < len(title) <= 60
    assert "".join(lines) == title
    assert all(width(line) <= ROOM for line in lines)
    assert well_shaped([width(line) for line in lines])


@pytest.mark.parametrize("title", [*TITLES, *LONG_TITLES])
def test_no_line_begins_or_ends_with_the_wrong_mark(title: str) -> None:
    for line in lines_of(title):
        assert line[0] not in NO_START
        assert line[-1] not in NO_END


@pytest.mark.parametrize("title", [title for title in TITLES if "《" in title])
def test_a_title_within_the_title_is_split_only_where_it_fills_a_line(title: str) -> None:
    inner = title.replace("/", "").split("《")[1].split("》")[0]

    broken_inside = any(line.count("《") != line.count("》") for line in lines_of(title))

    assert not broken_inside or width(inner) + 2 > ROOM / 2


def test_the_plan_of_the_street_fits_one_line() -> None:
    assert broken(PLAN) == PLAN
    assert width(PLAN) == ROOM


def test_a_break_that_a_person_chose_is_kept() -> None:
    first, *others = broken(ISSUING).split("\n")

    assert first == "山城街道党工委 山城街道办事处"
    assert "".join(others) == ISSUING.split("\n")[1]
    assert len(others) == 2
    assert all(width(line) <= ROOM for line in others)


def test_lines_that_a_person_broke_short_stay_as_they_are() -> None:
    assert broken("关于\n印发\n方案的通知") == "关于\n印发\n方案的通知"


def test_the_lines_below_a_chosen_break_keep_the_whole_in_shape() -> None:
    assert well_shaped([width(line) for line in broken(ISSUING).split("\n")])


@pytest.mark.xfail(strict=True, reason="the words of the dictionary are shorter than these terms")
@pytest.mark.parametrize(
    ("title", "term"),
    [
        (
            "云溪区民政局关于2021年城乡居民最低生活保障标准和特困人员救助供养标准的通知",
            "最低生活保障",
        ),
        ("云溪街道办事处关于调整安全生产委员会组成人员的通知", "安全生产"),
    ],
)
def test_a_term_of_several_words_is_not_split(title: str, term: str) -> None:
    assert any(term in line for line in lines_of(title))


@pytest.mark.parametrize(
    ("title", "organs"),
    [
        (
            "云溪市公安局、云溪市司法局、云溪市信访局关于健全矛盾纠纷多元化解机制的意见",
            ("云溪市公安局", "云溪市司法局", "云溪市信访局"),
        ),
        (
            "中共云溪街道工作委员会 云溪街道办事处关于成立领导小组的通知",
            ("中共云溪街道工作委员会", "云溪街道办事处"),
        ),
    ],
)
def test_the_organs_that_sign_a_document_are_not_split(title: str, organs: tuple[str, ...]) -> None:
    document = Document(title, signature=Signature(organs, date(2021, 3, 8)))

    lines = broken_titles(document).title.split("\n")

    assert len(lines) > 1
    assert all(any(organ in line for line in lines) for organ in organs)


def test_no_line_begins_or_ends_with_a_space() -> None:
    title = "云溪市人力资源和社会保障局 云溪市财政局关于做好2021年度就业补助资金管理工作的通知"

    assert [line for line in lines_of(title) if line != line.strip()] == []


def test_a_number_with_a_dot_is_not_split() -> None:
    assert "12" not in {
        line[:2] for line in lines_of("国务院关于同意设立“5·12全国防灾减灾日”的批复")
    }


LONG_LINE = TITLES[2].replace("/", "")


@pytest.mark.parametrize(
    "title",
    [
        *(("囧槑靐龘" * 50)[:length] for length in (61, 81, 110, 200)),
        "\n".join([LONG_LINE] * 3),
        "\n".join([LONG_LINE] * 6),
    ],
    ids=["61", "81", "110", "200", "3 chosen", "6 chosen"],
)
def test_not_every_way_to_break_a_long_title_is_tried(
    title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0

    def counted(widths: list[float]) -> bool:
        nonlocal tried
        tried += 1
        assert tried <= 10_000
        return well_shaped(widths)

    monkeypatch.setattr(titles, "well_shaped", counted)

    assert broken(title).replace("\n", "") == title.replace("\n", "")


@pytest.mark.parametrize(
    ("widths", "shaped"),
    [
        ([10], True),
        ([10, 12], True),
        ([12, 10], True),
        ([10, 12, 14], True),
        ([14, 12, 10], True),
        ([10, 14, 12], True),
        ([12, 10, 14], False),
        ([12, 12], False),
        ([14.2, 14], False),  # the eye sees two equal lines
        ([10, 12, 12], False),
    ],
)
def test_trapezes_and_diamonds_are_well_shaped(widths: list[float], shaped: bool) -> None:
    assert well_shaped(widths) is shaped


@given(
    st.lists(
        st.sampled_from(
            ["云溪市", "关于", "工作", "实施方案", "的", "（试行）", "2021年", "《办法》", "和"]
        ),
        max_size=20,
    )
)
def test_breaking_takes_nothing_away_and_keeps_to_the_width(words: list[str]) -> None:
    title = "".join(words)

    lines = broken(title).split("\n")

    assert "".join(lines) == title
    assert all(width(line) <= ROOM for line in lines)


def test_every_title_of_a_document_is_broken() -> None:
    long = TITLES[1].replace("/", "")
    shaped = TITLES[1].replace("/", "\n")
    document = Document(
        long,
        enclosure=Enclosure(long, annexes=(Annex(long),)),
        annexes=(Annex(long), Annex("名单")),
    )

    found = broken_titles(document)

    assert found.title == shaped
    assert found.enclosure == Enclosure(shaped, annexes=(Annex(shaped),))
    assert found.annexes == (Annex(shaped), Annex("名单"))
