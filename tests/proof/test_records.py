"""The proof on paper: as a document of the tree and as plain text."""

from pathlib import Path

import pytest

from plangen.document.blocks import Table
from plangen.document.dump import dump
from plangen.document.parse import parse
from plangen.fonts.fonts import Fonts
from plangen.proof.as_document import HEAD, proof_document
from plangen.proof.as_text import proof_text
from plangen.proof.proof import Proof
from plangen.sheet.widths import nominal_width
from plangen.typeset.document import typeset
from plangen.typeset.titles import broken_titles
from tests.proof.papers import NOTICE
from tests.proof.setting import GRID, laid, true_fonts


@pytest.fixture(scope="module")
def proof(free: Fonts) -> Proof:
    return laid(NOTICE, free).proof


def test_the_head_names_document_profile_and_deviations(proof: Proof) -> None:
    head = proof_text(proof).splitlines()[:6]

    assert head[0] == "公文版式核验记录"
    assert head[2] == (
        "核验对象：云溪街道办事处关于进一步做好生活垃圾分类和资源回收利用有关工作的通知。"
        "按“文件”格式编排，共 10 面。"
    )
    assert head[5] == "版式方案：gb33476（GB/T 33476.2-2016 6.2）。"
    assert proof.deviations == (
        "上边距 34.48 mm（GB/T 33476.2—2016 为 34.58 mm，差 -0.10 mm）",
        "下边距 32.68 mm（GB/T 33476.2—2016 为 32.58 mm，差 +0.10 mm）",
        "行距 10.44 mm（GB/T 33476.2—2016 为 10.45 mm，差 -0.01 mm）",
    )


def test_a_row_in_plain_text_has_its_demand_its_values_and_its_verdict(proof: Proof) -> None:
    text = proof_text(proof)

    assert "    要求：居中排布，上边缘至版心上边缘为 35 mm（规定）\n" in text
    assert "    墨迹上缘 72±1 mm  实测  72.00 mm\n" in text


def test_columns_of_plain_text_are_aligned(proof: Proof) -> None:
    lines = proof_text(proof).splitlines()
    start = lines.index(next(line for line in lines if line.startswith("字体类别")))

    last = [line.split()[-1] for line in lines[start : start + 6]]
    at = {
        _columns(line[: line.rindex(cell)])
        for line, cell in zip(lines[start : start + 6], last, strict=True)
    }
    assert len(at) == 1


def test_the_document_has_the_text_form_and_is_set(proof: Proof, tmp_path: Path) -> None:
    document = broken_titles(proof_document(proof))
    characters = true_fonts(tmp_path, document)

    pages = typeset(document, GRID, characters)

    assert parse(dump(document)) == document
    assert len(pages.pages) > 3
    assert pages.pages[-1].width > pages.pages[-1].height


def test_the_table_has_a_row_for_every_clause(proof: Proof) -> None:
    (annex,) = proof_document(proof).annexes
    (table,) = annex.blocks

    assert isinstance(table, Table)
    assert len(table.columns) == len(HEAD)
    assert len(table.rows) == len(proof.rows)


def _columns(text: str) -> int:
    return int(sum(2 * nominal_width(character) for character in text))
