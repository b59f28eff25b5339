"""Every element of every part stands where the schema of ECMA-376 wants it."""

import pytest
from hypothesis import given, settings

from plangen.document.elements import Document
from plangen.sheet.fitting import Fitting, ImprintPage
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.writers.docx_file import Docx, Element, docx, local, sample
from tests.writers.schema_order import FIRST, FREE, REPEATED, SEQUENCES

FITTINGS = [
    *(Fitting(page) for page in ImprintPage),
    Fitting(ImprintPage.NEXT, notice_pitch=560),
]


def faults(file: Docx) -> list[str]:
    """The elements whose children stand wrongly, with those children."""
    return [
        f"{part}: {local(element)}: {' '.join(map(local, element))}"
        for part, element in file.every_element()
        if len(element) and not well_ordered(element)
    ]


def well_ordered(element: Element) -> bool:
    name, children = local(element), [local(child) for child in element]
    if name in FIRST:
        return FIRST[name] not in children[1:]
    if name in FREE:
        return True
    order = SEQUENCES[name]
    places = [order.index(child) if child in order else -1 for child in children]
    once = [child for child in children if child not in REPEATED]
    return -1 not in places and places == sorted(places) and len(once) == len(set(once))


@pytest.mark.parametrize("document", [NOTICE, ANNEXED], ids=["notice", "annexed"])
@pytest.mark.parametrize("fitting", FITTINGS, ids=str)
def test_children_stand_in_the_schemas_order(document: Document, fitting: Fitting) -> None:
    assert faults(sample(document, fitting)) == []


@settings(max_examples=40)
@given(documents())
def test_children_of_any_document_stand_in_the_schemas_order(document: Document) -> None:
    assert faults(docx(document)) == []


@pytest.mark.parametrize("fitting", FITTINGS, ids=str)
def test_a_cell_ends_with_a_paragraph_and_a_body_with_its_section(fitting: Fitting) -> None:
    file = sample(NOTICE, fitting)

    assert local(file.body[-1]) == "sectPr"
    assert {local(cell[-1]) for _, cell in file.every_element() if local(cell) == "tc"} == {"p"}
