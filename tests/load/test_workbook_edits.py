"""What clerks and their spreadsheets do to a workbook: taken as it was meant, or refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest

from plangen.errors import InputError
from plangen.jobs.workbooks import validated
from plangen.load.workbooks.columns import SHEETS
from plangen.load.workbooks.opening import open_workbook
from plangen.load.workbooks.reading import workbook_data
from plangen.model.plans import DocumentFacts
from plangen.quantity.grammar import parse_deadline, parse_quantity
from tests.load.edited_books import TARGETS, As, Formula, Page, book, target

GROUP = (("编号", "名称"), ("leading", "某领导小组"))
ROSTER = ("小组", "职责", "姓名", "职务", "单位")


def read(content: bytes) -> tuple[DocumentFacts, list[str]]:
    """The facts of a workbook, and what is said of it."""
    data, findings = workbook_data(open_workbook(content, "表.xlsx"), "表.xlsx", {})
    return validated(data), [f"{f.place.key}：{f.message}" for f in findings]


def refused(content: bytes) -> str:
    """The one fault that is told of a workbook."""
    with pytest.raises(InputError) as told:
        read(content)
    (problem,) = told.value.problems
    return f"{problem.place.key}：{problem.message}"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (As(0.8, "0%"), "80%"),
        (As(0.8, 9), "80%"),
        (As(0.805, "0.0%"), "80.5%"),
        (As(0.29, "0.00%"), "29%"),
        (As(4.5, '0.0"‰"'), "4.5‰"),
        (As(3, '0"所"'), "3所"),
        (As(1200, '#,##0"个"'), "1200个"),
        ("　80% ", "80%"),
        ("８０％", "80%"),
        ("每年2次", "每年2次"),
        ("7×24小时", "7×24小时"),
        ("1:4000", "1:4000"),
        (Formula("=40+40", "80%"), "80%"),
    ],
)
def test_a_value_is_taken_as_the_cell_shows_it(cell: Any, meant: str) -> None:
    facts, _ = read(book(目标=target(数值=cell)))

    assert facts.targets[0].at_least == parse_quantity(meant)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (0.8, "数值是数字 0.8，没有单位"),
        (3, "数值是数字 3，没有单位"),
        (As(0.805, "0%"), "数值是数字 0.805，没有单位，或显示的不是它本身"),
        (As(2.8194444444444446, "[h]:mm"), "单元格成了时间 67:40（1:4000 这样的比会被当成时间）"),
        (As(0.06944444444444445, "h:mm"), "单元格成了时间 1:40（"),
        (As(44561.5, "yyyy-m-d h:mm"), "单元格成了时间 2021-12-31 12:00（"),
        (As(44197, "yyyy-m-d"), "单元格成了日期 2021-01-01"),
        (Formula("=1/0", "#DIV/0!"), "单元格是错误值 #DIV/0!"),
        ("'80%", ""),
        ("约80%左右", ""),
    ],
)
def test_a_value_that_is_no_longer_what_was_written_is_refused(cell: Any, said: str) -> None:
    fault = refused(book(目标=target(数值=cell)))

    assert fault.startswith("目标!D2（数值）：")
    assert said in fault


def test_a_formula_that_was_never_reckoned_is_refused() -> None:
    content = without_results(book(目标=target(数值=Formula("=A1", "80%"))))

    assert refused(content).startswith("目标!D2（数值）：公式还没有算出结果")


def without_results(content: bytes) -> bytes:
    """The workbook as programs write it that do not reckon: formulas alone."""
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name).replace(b' t="str"><f>A1</f><v>80%</v>', b"><f>A1</f><v></v>")
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (As(44561, "yyyy-mm-dd"), "2021-12-31"),
        (As(44561, 'yyyy"年"m"月"d"日"'), "2021-12-31"),
        (As(44561, 14), "2021-12-31"),
        (As(44561, 31), "2021-12-31"),
        (As(44531, 'yyyy"年"m"月"'), "2021年12月"),
        (As(44531, 57), "2021年12月"),
        ("2021年底前", "2021年底前"),
        ("２０２１年底前", "2021年底前"),
    ],
)
def test_a_deadline_is_the_day_that_the_cell_shows(cell: Any, meant: str) -> None:
    facts, _ = read(book(目标=target(期限=cell)))

    assert facts.targets[0].by == parse_deadline(meant)


@pytest.mark.parametrize("cell", [As(44561, 'm"月"d"日"'), As(44561, 58)])
def test_a_day_without_its_year_is_refused(cell: As) -> None:
    """The year behind it is the one in which somebody typed it."""
    fault = refused(book(目标=target(期限=cell)))

    assert fault.startswith("目标!E2（期限）：")
    assert "12月31日" in fault


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (As(44256, 'm"月"d"日"'), "单元格成了日期 3月1日"),
        (1.1, "单元格是数字 1.1，原来写的是什么"),
        (As(1e18, "0"), "单元格是数字 1000000000000000000，超过15位的已经丢失"),
    ],
)
def test_a_clause_that_became_a_number_or_a_day_is_refused(cell: Any, said: str) -> None:
    fault = refused(book(目标=target(条款=cell)))

    assert fault.startswith("目标!F2（条款）：")
    assert said in fault


def test_a_whole_number_is_as_good_as_its_digits() -> None:
    facts, _ = read(book(目标=target(条款=3, 阶段=As(1, "0"), 期限="2021-12-31")))

    assert facts.targets[0].clause == "3"
    assert len(facts.targets[0].points) == 1


def test_a_task_says_its_day_in_words() -> None:
    rows = (("编号", "任务", "完成时限"), ("task_1", "某任务", As(44561, "yyyy-m-d")))

    facts, _ = read(book(任务=rows))

    assert facts.tasks[0].by == "2021年12月31日"


def test_a_cell_merged_downwards_holds_for_all_its_rows() -> None:
    rows = (
        ROSTER,
        ("leading", "组长", "张三", "主任", "办事处"),
        (None, "成员", "李四", "所长", "派出所"),
        (None, None, "王五", "所长", "司法所"),
    )

    facts, _ = read(book(小组=GROUP, 名单=Page(rows, merged=("A2:A4", "B3:B4"))))

    members = facts.groups[0].members
    assert [(member.role, member.name) for member in members] == [
        ("组长", "张三"),
        ("成员", "李四"),
        ("成员", "王五"),
    ]


def test_a_group_may_be_called_by_its_name() -> None:
    facts, _ = read(book(小组=GROUP, 名单=(ROSTER, ("某领导小组", "组长", "张三", "", ""))))

    assert facts.groups[0].members[0].name == "张三"


def test_hidden_rows_are_read_and_told() -> None:
    rows = (("部门", "职责"), ("甲局", "牵头。"), ("乙局", "配合。"), ("丙局", "配合。"))

    facts, said = read(book(部门职责=Page(rows, hidden=(3, 4))))

    assert len(facts.duties) == 3
    assert said == ["部门职责：第3、4行隐藏着，照样读了；不要的请删去"]


def test_further_columns_and_sheets_are_told_and_left_out() -> None:
    rows = (("部门", "联系电话", "职责", None), ("甲局", "8888", "牵头。", "已核对"))

    facts, said = read(book(部门职责=rows, 备注=(("随便写的",),)))

    assert facts.duties[0].text == "牵头。"
    assert said == [
        "部门职责!B1：这一列（表头“联系电话”）没有读：不是数据的列",
        "部门职责!D1：这一列（表头“”）没有读：不是数据的列",
        "：工作表“备注”没有读：不是数据的表",
    ]


def test_blank_rows_moved_columns_and_spread_headings_change_nothing() -> None:
    rows = (
        ("某街道领导小组名单", None, None, None),
        (None, None, None, None),
        ("姓　名", "小 组", "职\n责", "职务"),
        (None, " ", "　", None),
        ("赵六 ", "leading", "组长", "党工委副书记、政法委员"),
        (None, None, None, None),
        ("李四", "leading", "成员", "所长"),
    )

    facts, said = read(book(小组=GROUP, 名单=rows))

    assert [member.name for member in facts.groups[0].members] == ["赵六", "李四"]
    assert facts.groups[0].members[0].offices == ("党工委副书记", "政法委员")
    assert said == []


def test_a_name_with_a_comma_is_told() -> None:
    rows = (("部门", "职责"), ("派出所，司法所", "负责。"), ("甲，乙\n", "负责。"))

    facts, said = read(book(部门职责=rows))

    assert facts.duties[0].organs == ("派出所，司法所",)
    assert said == ["部门职责!A2（部门）：“派出所，司法所”读作一个名称；几个的用“、”隔开"]


def test_rows_that_were_sorted_cannot_join_a_step_to_another_target() -> None:
    rows = (
        TARGETS,
        ("a", "1", "不低于", "50%", "2020-12-31", "", ""),
        ("b", "1", "不低于", "60%", "2020-12-31", "", ""),
        ("a", "2", "不低于", "80%", "2021-12-31", "", ""),
    )

    assert refused(book(目标=rows)) == (
        "目标!A4（指标）：和上一阶段的“指标”不同：一个目标的各阶段要一行接一行，指标和对象每行都写"
    )


def test_steps_of_one_target_for_two_populations_stay_apart() -> None:
    rows = (
        TARGETS,
        ("a", "1", "不低于", "50%", "2020-12-31", "", "小学"),
        ("a", "1", "不低于", "60%", "2020-12-31", "", "中学"),
        ("a", "2", "不低于", "80%", "2021-12-31", "", "小学"),
    )

    assert refused(book(目标=rows)).startswith("目标!G4（对象）：和上一阶段的“对象”不同")


def test_an_example_that_was_written_over_is_refused_rather_than_left_out() -> None:
    rows = (("行", "部门", "职责"), ("例", "甲局", "牵头。"))

    assert refused(book(部门职责=rows)) == (
        "部门职责!A2（行）：这一行标着“例”，内容却改过：是数据的，删去“例”"
    )


def test_rows_may_be_numbered_and_remarks_may_stand_below() -> None:
    rows = (("行", "部门", "职责"), (1, "甲局", "牵头。"), ("注：以上为暂定",))

    facts, _ = read(book(部门职责=rows))

    assert len(facts.duties) == 1


def test_another_mark_beside_data_is_refused() -> None:
    rows = (("行", "部门", "职责"), ("删", "甲局", "牵头。"))

    assert refused(book(部门职责=rows)).startswith("部门职责!A2（行）：这一格只写“说明”或“例”")


def test_an_example_without_its_mark_is_refused() -> None:
    rows = (("部门", "职责"), ("派出所、司法所", "负责本系统的心理健康服务。"), ("甲局", "牵头。"))

    assert refused(book(部门职责=rows)).startswith("部门职责!A2：这一行和示例一样")


def test_a_heading_that_is_missing_is_told_once() -> None:
    rows = (("指标", "比较"), ("a", "不低于"), ("b", "不低于"))

    assert refused(book(目标=rows)) == "目标!A1：缺表头：数值"


def test_a_heading_that_stands_twice_is_refused() -> None:
    rows = (("部门", "职责", "职责"), ("甲局", "牵头。", "配合。"))

    assert refused(book(部门职责=rows)) == "部门职责!C1：表头“职责”写了两次"


def test_two_sheets_of_one_name_are_refused() -> None:
    rows = (("部门", "职责"), ("甲局", "牵头。"))

    fault = refused(book(部门职责=rows, **{"部门职责 ": rows}))

    assert fault == "部门职责：有两个工作表都叫“部门职责”"


def test_keys_may_be_sorted() -> None:
    rows = [("键", "内容"), ("kind", "plan"), ("level", "street"), ("title", "某方案")]
    rows += [(f"text[{number}]", f"第{number}段") for number in (1, 10, 11, *range(2, 10))]

    facts, _ = read(book(文件=rows))

    assert facts.text == tuple(f"第{number}段" for number in range(1, 12))


@pytest.mark.parametrize(
    ("answer", "meant"), [("是", True), ("否", False), (True, True), (False, False)]
)
def test_yes_may_be_a_truth_value(answer: Any, meant: bool) -> None:
    groups = (("编号", "名称", "调整"), ("leading", "某领导小组", answer))

    facts, _ = read(book(小组=groups, 名单=(ROSTER, ("leading", "组长", "张三", "", ""))))

    assert facts.groups[0].adjusted is meant


def test_rows_that_hold_nothing_but_a_format_are_no_rows() -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 100_000))
    rows = (("部门", "职责"), ("甲局", "牵头。"))
    source, content = zipfile.ZipFile(BytesIO(book(部门职责=rows))), BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet2.xml"):
                data = data.replace(b"</sheetData>", f"{blank}</sheetData>".encode())
            archive.writestr(name, data)

    facts, _ = read(content.getvalue())

    assert len(facts.duties) == 1


def test_faults_are_told_as_the_sheets_have_them() -> None:
    """Whoever mends them goes through the workbook once."""
    rows = (TARGETS, target(比较="大约", 条款=1.1)[1], target(数值=0.8, 条款=2.5)[1])
    duties = (("部门", "职责"), (As(44561, "yyyy-m-d"), "牵头。"))

    with pytest.raises(InputError) as told:
        read(book(部门职责=duties, 目标=rows))

    cells = [problem.place.key.partition("（")[0] for problem in told.value.problems]
    assert cells == ["部门职责!A2", "目标!C2", "目标!F2", "目标!D3", "目标!F3"]


def test_a_sheet_of_another_name_is_known_by_its_headings() -> None:
    rows = (ROSTER, ("leading", "组长", "赵六", "", ""))

    facts, said = read(book(小组=GROUP, Sheet1=rows, Sheet2=(("部门", "电话"), ("甲局", "88"))))

    assert facts.groups[0].members[0].name == "赵六"
    assert said == ["Sheet1：按表头当作“名单”表读了", "：工作表“Sheet2”没有读：不是数据的表"]


def test_a_copy_of_a_sheet_is_left_out_and_told() -> None:
    rows = (("部门", "职责"), ("甲局", "牵头。"))

    facts, said = read(book(部门职责=rows, **{"部门职责 (2)": (*rows, ("乙局", "旧。"))}))

    assert len(facts.duties) == 1
    assert said == ["：工作表“部门职责 (2)”没有读：不是数据的表"]


def test_a_large_sheet_of_notes_is_left_out() -> None:
    rows = (("部门", "职责"), ("甲局", "牵头。"))

    facts, said = read(book(部门职责=rows, 台账=[["x"]] * 20_001))

    assert len(facts.duties) == 1
    assert said == ["：工作表“台账”没有读：不是数据的表"]


def test_rows_that_were_sorted_without_their_marks_are_refused() -> None:
    """The mark of the explanation stands beside data then, which would be left out."""
    layout = next(layout for layout in SHEETS if layout.title == "部门职责")
    explained = [column.description for column in layout.columns]
    rows = (("行", "部门", "职责"), ("说明", "甲局", "牵头。"), ("", *explained))

    assert refused(book(部门职责=rows)).startswith("部门职责!A3（行）：这一行是说明")
