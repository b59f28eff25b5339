"""Lines that paper broke and spaces that scanning left, and the way back to the source."""

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.joining import join_lines
from tests.extract.told import EMPTY, told


def test_a_line_broken_inside_a_word_goes_on() -> None:
    found = told("农药利用率达\n到85%以\n上。")

    assert found == ["农药利用率 >=! 85 percent «农药利用率达\n到85%以\n上»"]


def test_a_page_number_between_two_lines_is_gone() -> None:
    found = told("公办园在园幼儿占\n\n- 9 -\n\n比达到 56%。")

    assert found == ["公办园在园幼儿占比 >= 56 percent «公办园在园幼儿占\n\n- 9 -\n\n比达到 56%»"]


def test_a_number_alone_on_its_line_stays_where_its_unit_follows() -> None:
    found = told("公办园在园幼儿占比达到\n56\n%以上。")

    assert found == ["公办园在园幼儿占比 >=! 56 percent «公办园在园幼儿占比达到\n56\n%以上»"]


def test_full_width_digits_are_digits() -> None:
    found = told("持证上岗率达到 ９５％ 以上。")

    assert found == ["持证上岗率 >=! 95 percent «持证上岗率达到 ９５％ 以上»"]


def test_spaces_inside_words_are_gone() -> None:
    found = told("消 防宣传教育普 及率达 到 98%。")

    assert found == ["消防宣传教育普及率 >= 98 percent «消 防宣传教育普 及率达 到 98%»"]


def test_a_space_inside_a_number_makes_it_doubtful() -> None:
    (found,) = targets("资源化利用率达到 6 5 %。", EMPTY)

    assert found.number == 65
    assert str(found.doubtful) == "数字之间有空格，已当作扫描的痕迹去掉，请核对"


def test_numbers_of_two_columns_stay_apart() -> None:
    joined = join_lines("12  34 人")

    assert joined.text == "12 34人"


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    joined = join_lines("二、工作目标\n到2025年，服务网络更加健全，服务能力明显提升，群众更满意。")

    assert joined.text.split("\n")[0] == "二、工作目标"


def test_an_offset_leads_back_to_its_character() -> None:
    source = "　　农药 利用\n\n- 3 -\n\n率达到 85%。"
    joined = join_lines(source)

    back = "".join(source[joined.offset(index)] for index in range(len(joined.text)))
    assert back == joined.text == "农药利用率达到85%。"
