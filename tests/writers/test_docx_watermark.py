"""The watermark of a draft in a docx: in the headers of all sections and of all their pages."""

from dataclasses import replace

import pytest
from lxml import etree

from plangen.document.elements import Document
from plangen.document.parse import parse
from plangen.sheet.fitting import AS_IT_FALLS, Fitting, ImprintPage
from plangen.writers.docx.watermark import O, V
from plangen.writers.docx.wml import R, name
from plangen.writers.docx.writer import write_docx
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.writers.docx_file import GRID, Docx

TURNED = parse(
    "<document><title>甲</title><p>见<annexref to='a'/>。</p>"
    "<annex id='a' orientation='landscape'><title>乙</title><p>丙。</p></annex>"
    "<imprint><printed by='丁' on='2021-03-08'/></imprint></document>"
)
SAMPLES = {
    "letter": (LETTER, AS_IT_FALLS),
    "letter with a turned annex": (replace(LETTER, annexes=TURNED.annexes), AS_IT_FALLS),
    "order": (ORDER, AS_IT_FALLS),
    "minutes": (MINUTES, AS_IT_FALLS),
    "landscape": (TURNED, AS_IT_FALLS),
    "blank page": (MINUTES, Fitting(imprint_page=ImprintPage.AFTER_BLANK)),
}
EACH = pytest.mark.parametrize(("document", "fitting"), SAMPLES.values(), ids=SAMPLES)


def written(document: Document, fitting: Fitting, draft: bool) -> Docx:
    return Docx(write_docx(document, GRID, fitting, draft=draft))


def shapes(docx: Docx, part: str) -> list[etree._Element]:
    return list(etree.fromstring(docx.parts[part]).iter(f"{{{V}}}shape"))


def headers(section: etree._Element) -> dict[str, str]:
    """The kinds of headers of a section, with the relationship of each."""
    return {
        str(reference.get(name("type"))): str(reference.get(f"{{{R}}}id"))
        for reference in section.iter(name("headerReference"))
    }


@EACH
def test_every_header_that_a_page_can_have_holds_it(document: Document, fitting: Fitting) -> None:
    docx = written(document, fitting, draft=True)

    assert docx.sections
    for section in docx.sections:
        own_first = section.find(name("titlePg")) is not None
        found = headers(section)
        assert set(found) == {"even", "default"} | ({"first"} if own_first else set())
        for identifier in found.values():
            (shape,) = shapes(docx, f"word/{docx.target(identifier)}.xml")
            (path,) = shape.iter(f"{{{V}}}textpath")
            assert path.get("string") == "草稿"
            assert "z-index:-" in str(shape.get("style"))


@EACH
def test_shapes_are_called_as_word_calls_them_each_by_its_own_name(
    document: Document, fitting: Fitting
) -> None:
    docx = written(document, fitting, draft=True)
    found = [
        shape
        for part in docx.parts
        if "header" in part and part.endswith(".xml")
        for shape in shapes(docx, part)
    ]

    names = [str(shape.get("id")) for shape in found]
    assert all(one.startswith("PowerPlusWaterMarkObject") for one in names)
    assert len(set(names)) == len(names) == len({shape.get(f"{{{O}}}spid") for shape in found})


@EACH
def test_the_document_itself_is_the_same(document: Document, fitting: Fitting) -> None:
    bodies = []
    for draft in (True, False):
        body = written(document, fitting, draft).body
        for reference in list(body.iter(name("headerReference"), name("footerReference"))):
            parent = reference.getparent()
            assert parent is not None
            parent.remove(reference)
        bodies.append(etree.tostring(body))

    assert bodies[0] == bodies[1]


@EACH
def test_a_final_document_has_none(document: Document, fitting: Fitting) -> None:
    docx = written(document, fitting, draft=False)

    assert not any(b"WaterMark" in blob for blob in docx.parts.values())
