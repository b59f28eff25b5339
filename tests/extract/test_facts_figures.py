"""Figures in the text of a document: drawn from its targets wherever that prints the same."""

import pytest

from tests.extract.texts import made, printed, told


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("建成率达到80%以上。", '建成率达到{{ figure("cover") }}。'),
        ("建成率达到80%。", '建成率达到{{ value("cover") }}。'),
        ("建成率达 80 ％以上。", '建成率达{{ figure("cover") }}。'),
        ("建成率、知晓率均达到80%以上。", '建成率、知晓率{{ shared("cover", "reach") }}。'),
        (
            "建成率、知晓率分别达到80%以上、90%以上。",
            '建成率、知晓率分别达到{{ figure("cover") }}、{{ figure("reach") }}。',
        ),
        (
            "2021年底前，建成率达到80%以上。",
            '{{ deadline("cover") }}，建成率达到{{ figure("cover") }}。',
        ),
        (
            "建成率2020年底前达到50%以上，2021年底前达到80%以上。",
            '建成率{{ deadline("cover", by="2020-12-31") }}达到'
            '{{ figure("cover", by="2020-12-31") }}，'
            '{{ deadline("cover") }}达到{{ figure("cover") }}。',
        ),
        ("受害率控制在0.8‰以内。", '受害率控制在{{ value("burnt") }}以内。'),
        ("每年至少开展2次宣传。", '每年至少开展{{ amount("talks") }}次宣传。'),
        ("每年至少开展三次宣传。", '每年至少开展{{ amount("talks", chinese=true) }}次宣传。'),
        ("配备巡逻车12辆。", '配备巡逻车{{ value("cars") }}。'),
    ],
)
def test_figures_are_drawn_from_the_targets(said: str, kept: str) -> None:
    found = made(f"一、目标\n{said}")

    assert found.data["sections"][0]["text"] == [kept]
    assert printed(found) == f"某镇工作方案一、目标{said}".replace(" ", "").replace("％", "%")


def test_a_figure_that_no_call_prints_stays_and_is_told() -> None:
    found = made("一、目标\n建成率达到八成以上。")

    assert found.data["targets"][0]["at_least"] == "80%"
    assert found.data["sections"][0]["text"] == ["建成率达到八成以上。"]
    assert "正文里的这个数值照原文保留，改目标时请一并改：“达到八成以上”" in told(found)[0]


def test_by_when_the_goals_are_due_is_said_by_the_period() -> None:
    found = made("一、工作目标\n到2021年底，建成率达到80%以上。")

    assert found.data["ends"] == "2021-12-31"
    assert found.data["sections"][0]["text"][0].startswith("到{{ doc.ends | year_end }}，")


def test_signs_of_templates_are_text() -> None:
    found = made("一、说明\n写作{{ 指标 }}和{% 语句 %}。")

    assert printed(found) == "某镇工作方案一、说明写作{{指标}}和{%语句%}。"
