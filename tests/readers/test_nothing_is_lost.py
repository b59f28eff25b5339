"""Characters in are characters out: passages and furniture hold the whole text, at its offsets."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plangen.document.elements import Document
from plangen.document.origins import ReadDocument
from plangen.jobs.render import Renderer
from plangen.load.workspace import Workspace
from plangen.readers.reader import read_bytes
from plangen.sheet.geometry import DEFAULT_PROFILE, PROFILES
from plangen.writers.docx.writer import write_docx
from tests.document.forms import LETTER, MINUTES, ORDER
from tests.document.samples import ANNEXED, NOTICE
from tests.document.trees import documents
from tests.readers.files import letters, misplaced, texts, unaccounted
from tests.readers.outputs import FONTS, WRITTEN
from tests.readers.seeds import SEEDS, read_seed
from tests.writers.words import first_missing

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/fixtures/workspace"
assert LETTER.signature
LETTER_SIGNATURE = LETTER.signature
SAMPLES = {
    "notice": NOTICE,
    "annexed": ANNEXED,
    "letter": replace(LETTER, signature=replace(LETTER_SIGNATURE, pictures=())),
    "order": ORDER,
    "minutes": MINUTES,
}
RENDERED = [
    (ROOT, "shancheng/plan-2020"),
    (ROOT, "national/scheme-2018"),
    (ROOT, "national/tasks-2020"),
    (ROOT, "wuhan/tasks-2021"),
    (FIXTURES, "yunxi/plan-2021"),
]
WORDS = ["一、", "（一）", "1.", "附件1", "关于", "通知", "。", "，", "-", "3-"]
BREAKS = ["\n", "\n\n", "\f", "　　", " ", "\n- 3 -\n"]
PIECES = st.sampled_from([*WORDS, *BREAKS])
SCANNED = st.lists(PIECES | st.text("建设和服务80%a《》（）\t\r", max_size=30), max_size=40)


@cache
def document(root: Path, name: str) -> Document:
    return Renderer(Workspace.at(root), fonts=FONTS).document(name)[0]


@cache
def read_back(root: Path, name: str, kind: str) -> ReadDocument:
    return read_bytes(WRITTEN[kind](document(root, name)), f"{name}.{kind}")


def assert_whole(read: ReadDocument) -> None:
    assert unaccounted(read) == ({}, {})
    assert [passage.number for passage in read.passages] == list(range(len(read.passages)))
    assert not [word for passage in read.passages for word in misplaced(passage, read.text)]
    assert_in_order(read.passages[index].start for index in range(len(read.passages)))
    for passage in read.passages:
        span = passage.span(0, len(passage.text))
        assert (span.start, span.end) == (passage.start, passage.end)


def assert_in_order(offsets: Iterable[int]) -> None:
    found = list(offsets)
    assert found == sorted(found)


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize(("root", "name"), RENDERED)
def test_every_rendered_document_is_read_back_whole(root: Path, name: str, kind: str) -> None:
    assert_whole(read_back(root, name, kind))


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
@pytest.mark.parametrize(("root", "name"), RENDERED)
def test_all_formats_of_a_document_say_the_same(root: Path, name: str, kind: str) -> None:
    said = letters("".join(texts(read_back(root, name, kind))))

    assert said == letters("".join(texts(read_back(root, name, "txt"))))


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_form_is_read_back_whole(sample: str, kind: str) -> None:
    assert_whole(read_bytes(WRITTEN[kind](SAMPLES[sample]), f"{sample}.{kind}"))


@pytest.mark.parametrize("root_and_name", RENDERED)
def test_paragraphs_of_a_pdf_are_those_of_the_docx(root_and_name: tuple[Path, str]) -> None:
    docx, pdf = (read_back(*root_and_name, kind) for kind in ("docx", "pdf"))

    long = {squeezed for text in texts(docx) if len(squeezed := "".join(text.split())) > 60}
    found = {"".join(text.split()) for text in texts(pdf)}

    assert len(long & found) >= 0.97 * len(long)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_seed_is_read_whole(seed: str) -> None:
    assert_whole(read_seed(seed))


@given(documents())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_document_is_read_back_from_its_docx(tree: Document) -> None:
    assume(tree.title or tree.blocks)  # a document without a word is refused
    read = read_bytes(write_docx(tree, PROFILES[DEFAULT_PROFILE]), "a.docx")

    assume(not {"\u200b", "\ufeff"} & set(read.text))  # nobody sees them: at ends they are blanks
    assert_whole(read)
    assert first_missing(tree, "".join("".join(texts(read)).split())) is None


@given(SCANNED)
def test_any_scanned_text_is_read_whole(pieces: list[str]) -> None:
    text = f"通知{''.join(pieces)}"

    assert_whole(read_bytes(text.encode(), "a.txt"))
