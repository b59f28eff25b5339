"""The same cells in xlsx, xls and ods mean the same.

The xls and ods are those of ``edited_books``, saved by LibreOffice Calc; tests/interop saves them
anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from plangen.errors import InputError
from plangen.jobs.workbooks import validated
from plangen.load.workbooks.opening import open_workbook
from plangen.load.workbooks.reading import workbook_data
from plangen.quantity.grammar import parse_deadline, parse_quantity
from tests.load.edited_books import DAYS, REFUSED, VALUES, doubtful, edited

FIXTURES = Path(__file__).parents[1] / "fixtures/workbooks"


def check_edited(path: Path) -> None:
    """The cells of ``edited`` are read as they show."""
    data, findings = workbook_data(open_workbook(path.read_bytes(), path.name), path.name, {})
    facts = validated(data)

    values = [found.at_least for found in facts.targets[: len(VALUES)]]
    assert values == list(map(parse_quantity, VALUES))
    days = [found.by for found in facts.targets[len(VALUES) :]]
    assert days == [parse_deadline(day) for day, _ in DAYS]
    assert [member.name for member in facts.groups[0].members] == ["甲", "乙", "丙"]
    assert facts.groups[0].adjusted
    assert [str(finding.message) for finding in findings] == ["第3行隐藏着，照样读了；不要的请删去"]


def check_doubtful(path: Path) -> None:
    """The cells of ``doubtful`` are refused, each with its reason."""
    with pytest.raises(InputError) as refused:
        workbook_data(open_workbook(path.read_bytes(), path.name), path.name, {})

    faults = str(refused.value).split("\n")
    assert len(faults) == len(REFUSED)
    for row, (fault, said) in enumerate(zip(faults, REFUSED, strict=True), 2):
        assert f"目标!D{row}（数值）" in fault
        assert said in fault


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_what_other_formats_show_is_read(suffix: str) -> None:
    check_edited(FIXTURES / f"edited.{suffix}")
    check_doubtful(FIXTURES / f"doubtful.{suffix}")


def test_what_an_xlsx_shows_is_read(tmp_path: Path) -> None:
    (tmp_path / "edited.xlsx").write_bytes(edited())
    (tmp_path / "doubtful.xlsx").write_bytes(doubtful())

    check_edited(tmp_path / "edited.xlsx")
    check_doubtful(tmp_path / "doubtful.xlsx")


def locked() -> bytes:
    """The xls with the record that says how its cells are encrypted, in the place of another."""
    content = bytearray((FIXTURES / "edited.xls").read_bytes())
    interface = content.index(bytes.fromhex("e100 0200 b004"))
    content[interface : interface + 6] = bytes.fromhex("2f00 0200 0100")
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(locked(), id="xls"),
        pytest.param(
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), id="xlsx"
        ),
    ],
)
def test_a_workbook_with_a_password_is_refused_as_such(content: bytes) -> None:
    with pytest.raises(InputError, match="表格有密码；请去掉密码再用"):
        open_workbook(content, "表.xls")
