"""A draft's docx: valid Open XML, and grey behind the text of every page in LibreOffice."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from plangen.document.parse import parse
from plangen.sheet.geometry import PROFILES
from plangen.sheet.watermark import WATERMARK_GREY
from plangen.typeset.fit import fit
from plangen.writers.docx.writer import write_docx

from . import form_samples, office, validator
from .samples import NUMBER, document, lines, signature

PROFILE = PROFILES["gb33476"]
GREY = int(WATERMARK_GREY[:2], 16)
DPI = 40
SAMPLES = {
    "plain": document(lines(30), signature("某某街道办事处")),
    "landscape": document(
        "<p>见<annexref to='a'/>。</p>",
        signature("某某街道办事处"),
        f"<annex id='a' orientation='landscape'><title>表</title>{lines(3)}</annex>",
        within_head=NUMBER,
    ),
    "letter": form_samples.letter(
        form_samples.LETTER_HEAD, lines(20), form_samples.SEALED, form_samples.COPIES
    ),
}


def written(folder: Path, name: str, draft: bool) -> Path:
    tree = parse(SAMPLES[name])
    path = folder / f"{name}-{'draft' if draft else 'final'}.docx"
    path.write_bytes(write_docx(tree, PROFILE, fit(tree, PROFILE), draft=draft))
    return path


def shares(pdf: Path) -> list[float]:
    """How much of the middle of every page is as grey as the watermark."""
    found = []
    for png in office.pages_as_png(pdf, DPI):
        grey = np.asarray(Image.open(png).convert("L"), dtype=int)
        height, width = grey.shape
        middle = grey[height * 2 // 5 : height * 3 // 5, width // 4 : width * 3 // 4]
        found.append(float((abs(middle - GREY) <= 2).mean()))
    return found


@pytest.mark.usefixtures("open_xml_validator")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_is_valid_open_xml(name: str, tmp_path: Path) -> None:
    assert validator.findings(written(tmp_path, name, draft=True)) == []


@pytest.mark.usefixtures("word_processor")
def test_libreoffice_shows_it_on_every_page_and_moves_no_line(tmp_path: Path) -> None:
    names = [(name, draft) for name in SAMPLES for draft in (True, False)]
    docxs = [written(tmp_path, name, draft) for name, draft in names]

    pdfs = dict(zip(names, office.convert_all(docxs, tmp_path / "pdf"), strict=True))

    for name in SAMPLES:
        draft, final = shares(pdfs[name, True]), shares(pdfs[name, False])
        assert len(draft) == len(final)
        assert min(draft) > 0.1
        assert max(final) < 0.02
        assert words(pdfs[name, True]) == words(pdfs[name, False])


def words(pdf: Path) -> list[list[tuple[str, float, float]]]:
    """The characters of every page and where they stand, those of the watermark left out."""
    import pdfplumber

    with pdfplumber.open(pdf) as opened:
        return [
            [
                (char["text"], round(char["x0"]), round(char["top"]))
                for char in page.chars
                if char["size"] < 100
            ]
            for page in opened.pages
        ]
