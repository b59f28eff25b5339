"""The validator: silent on a valid docx, and not silent on what Word would repair."""

from pathlib import Path

import pytest

from . import handmade, validator
from .office import OfficeError

FIRST_PROPERTIES = "/w:document[1]/w:body[1]/w:p[1]/w:pPr[1]"


@pytest.mark.usefixtures("open_xml_validator")
def test_a_valid_docx_has_no_findings(handmade_docx: Path) -> None:
    assert validator.findings(handmade_docx) == []


@pytest.mark.usefixtures("open_xml_validator")
def test_properties_out_of_order_are_found(tmp_path: Path) -> None:
    late = '<w:snapToGrid w:val="0"/>'
    docx = handmade.write(tmp_path / "a.docx", handmade.paragraph(after=late))

    (finding,) = validator.findings(docx)

    assert finding.part == "/word/document.xml"
    assert finding.xpath == FIRST_PROPERTIES
    assert "unexpected child element" in finding.message
    assert finding.message.endswith("snapToGrid'.")


@pytest.mark.usefixtures("open_xml_validator")
def test_a_value_outside_its_list_is_found(tmp_path: Path) -> None:
    docx = handmade.write(tmp_path / "a.docx", handmade.paragraph(align="middle"))

    (finding,) = validator.findings(docx)

    assert "middle" in finding.message


@pytest.mark.usefixtures("open_xml_validator")
def test_a_file_that_is_no_package_is_found(tmp_path: Path) -> None:
    docx = tmp_path / "a.docx"
    docx.write_text("no docx")

    (finding,) = validator.findings(docx)

    assert (finding.part, finding.xpath) == ("", "")
    assert "corrupted" in finding.message


def test_a_missing_validator_is_named_with_its_installer(tmp_path: Path) -> None:
    with pytest.raises(OfficeError, match=r"is not installed: scripts/install-interop\.sh$"):
        validator.findings(tmp_path / "a.docx", program=tmp_path / "ooxml-validator")
