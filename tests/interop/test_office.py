"""LibreOffice and poppler as they are driven, and what they say when they cannot."""

from pathlib import Path

import pytest

from . import handmade, office
from .office import OfficeError

pytestmark = pytest.mark.usefixtures("word_processor")


def one_line(folder: Path) -> Path:
    return handmade.write(folder / "line.docx", handmade.paragraph(handmade.words("国家")))


@pytest.mark.parametrize(
    ("name", "stand_in"),
    [
        ("仿宋_GB2312", "FandolFang"),
        ("FangSong", "FandolFang"),
        ("楷体_GB2312", "FandolKai"),
        ("KaiTi", "FandolKai"),
        ("黑体", "FandolHei"),
        ("SimHei", "FandolHei"),
        ("宋体", "FandolSong"),
        ("SimSun", "FandolSong"),
        ("方正小标宋简体", "Noto Serif CJK SC"),
        ("Times New Roman", "Liberation Serif"),
    ],
)
def test_a_font_name_of_a_docx_leads_to_its_stand_in(name: str, stand_in: str) -> None:
    assert office.font_for(name) == stand_in


def test_pages_are_drawn_in_order_and_at_their_size(handmade_pdf: Path) -> None:
    images = office.pages_as_png(handmade_pdf, 20)

    assert [image.name for image in images] == [f"page-{number}.png" for number in range(1, 6)]
    assert all(image.read_bytes().startswith(b"\x89PNG") for image in images)


def test_a_file_that_is_no_docx_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04" + bytes(200))

    with pytest.raises(OfficeError, match=r"broken\.docx|soffice"):
        office.convert(broken, tmp_path)


def test_several_files_are_converted_in_one_run(tmp_path: Path) -> None:
    one, other = one_line(tmp_path), tmp_path / "other.docx"
    other.write_bytes(one.read_bytes())

    pdfs = office.convert_all([one, other], tmp_path)

    assert [pdf.name for pdf in pdfs] == ["line.pdf", "other.pdf"]
    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)


def test_a_file_among_several_that_is_no_docx_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04" + bytes(200))

    with pytest.raises(OfficeError, match=r"broken\.docx|soffice"):
        office.convert_all([one_line(tmp_path), broken], tmp_path)


def test_an_old_pdf_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04" + bytes(200))
    (tmp_path / "broken.pdf").write_bytes(b"old")

    with pytest.raises(OfficeError):
        office.convert(broken, tmp_path)


def test_a_conversion_is_ended_at_its_time_limit(tmp_path: Path) -> None:
    docx = one_line(tmp_path)

    with pytest.raises(OfficeError, match=r"soffice took more than 0\.1 s"):
        office.convert(docx, tmp_path, time_limit=0.1)


def test_a_missing_program_is_named_with_its_installer() -> None:
    with pytest.raises(OfficeError, match=r"^no-such-program is not installed: scripts/install"):
        office.run_for_output(["no-such-program"])
