"""What several interop tests share: the programs, and one laid-out test piece."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from . import handmade, office, validator
from .laid_out import Layouts

MARK = "某某街道文件"
TITLE = "社会心理服务工作通知"
NUMBER = "某街发〔2020〕79号"
IMPRINT = ("抄送：各村居。", "某某街道办事处　2020年9月6日印发")
BODY = "一人一山，大小日月水火土木。工作目标为甲乙丙丁戊己庚辛壬癸子丑寅卯" * 40
"""Characters that Fandol's map confuses with Kangxi radicals, with marks at many line ends."""
FULL = "国" * 28 * 22
LAST = "国" * 5


@pytest.fixture(scope="session")
def word_processor() -> None:
    """Skip where LibreOffice, poppler or the stand-in fonts are missing."""
    if missing := office.missing_programs():
        pytest.skip(f"missing: {'、'.join(missing)} (scripts/install-interop.sh)")
    if office.font_for("仿宋") != "FandolFang":
        pytest.skip("missing: the stand-in fonts (scripts/install-fonts.sh)")


@pytest.fixture(scope="session")
def open_xml_validator() -> None:
    """Skip where the validator is missing."""
    if validator.missing():
        pytest.skip("missing: the Open XML validator (scripts/install-interop.sh)")


@pytest.fixture(scope="session")
def handmade_docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Head, title and body on page 1, a full page 2, the imprint on the last page."""
    blank = handmade.paragraph()
    title = handmade.words(TITLE, font="方正小标宋简体", size=22)
    body = "".join(
        [
            blank * 3,
            handmade.mark(MARK),
            blank * 2,
            handmade.number(NUMBER),
            blank * 2,
            handmade.paragraph(title, align="center"),
            blank,
            handmade.paragraph(handmade.words(BODY)),
            '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
            handmade.paragraph(handmade.words(FULL)),
            handmade.paragraph(handmade.words(LAST)),
            handmade.imprint(IMPRINT),
        ]
    )
    return handmade.write(tmp_path_factory.mktemp("handmade") / "handmade.docx", body)


@pytest.fixture(scope="session")
def handmade_pdf(word_processor: None, handmade_docx: Path) -> Path:
    """The test piece as LibreOffice lays it out."""
    return office.convert(handmade_docx, handmade_docx.parent)


@pytest.fixture(scope="session")
def layouts(word_processor: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layouts]:
    """Documents of plangen's, each laid out once."""
    made = Layouts(tmp_path_factory.mktemp("layouts"))
    yield made
    made.close()
