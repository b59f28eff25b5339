"""The proof of the street plan that comes with the project."""

from pathlib import Path

import pytest

from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.proof.rows import Verdict
from tests.proof.setting import Laid, failed, laid, named, row, true_fonts, value

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    document, _ = Renderer(Workspace.at(ROOT)).document("shancheng/plan-2020")
    return laid(document, true_fonts(tmp_path_factory.mktemp("fonts"), document))


def test_it_conforms_with_true_fonts_but_for_the_step_of_its_notice(plan: Laid) -> None:
    proof = plan.proof

    assert failed(proof) == []
    assert named(proof, Verdict.DIFFERS) == [("5.2.3", "行距")]
    assert named(proof, Verdict.UNMEASURED) == [("7.3.5.1", "印章")]
    assert proof.summary.endswith("除所列差异外，所测各项符合 GB/T 9704—2012。")


def test_its_elements_are_all_found_where_the_standard_wants_them(plan: Laid) -> None:
    proof = plan.proof

    assert value(proof, "7.2.4", "发文机关标志", "墨迹上缘").found == "72.00 mm"
    assert value(proof, "7.2.7", "版头中的分隔线", "距发文字号").found == "4.00 mm"
    assert value(proof, "7.4.1", "版记中的分隔线", "末条").found == "262.00 mm"
    assert value(proof, "7.5", "页码位置", "一字线中心").found == "269.00 mm"
    assert row(proof, "7.4.3", "印发机关和印发日期").pages == (proof.pages,)
    assert row(proof, "7.3.7", "附件标识").remark == "3 个"


def test_its_full_pages_have_22_lines_and_its_full_lines_28_characters(plan: Laid) -> None:
    proof = plan.proof

    lines = row(proof, "5.2.3", "每面行数")
    characters = row(proof, "5.2.3", "每行字数")
    assert lines.values[0].measured == 22
    assert len(lines.pages) >= 8
    assert characters.verdict is Verdict.CONFORMS
    assert "28 字 1" in characters.values[0].found
