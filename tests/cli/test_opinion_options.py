"""The opinion of an audit from the command line: how it is issued, and in which format."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

from tests.cli.running import inside

Capture = pytest.CaptureFixture[str]
ISSUED = (
    *("--issuer", "某区平安办", "--recipient", "山城街道党工委"),
    *("--number", "某平安办发[2020]12号", "--date", "2020-09-20", "--reply-by", "2020年10月10日"),
)


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command is run in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def text_of(path: Path) -> str:
    """The words of a PDF without its line breaks."""
    pages = PdfDocument(path.read_bytes())
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_an_opinion_that_says_how_it_is_issued_is_no_draft(capsys: Capture, tmp_path: Path) -> None:
    said = ("audit", "shancheng/plan-2020", "--opinion", "--fail-on", "none")

    ran = inside(capsys, *said, *ISSUED, "-o", "yijian.pdf")

    assert ran.code == 0
    words = text_of(tmp_path / "yijian.pdf")
    assert "某平安办发〔2020〕12号" in words
    assert "2020年10月10日前书面反馈" in words
    assert "2020年9月20日" in words
    assert "草稿" not in words
    assert "【" not in words


def test_an_opinion_of_which_something_is_open_is_a_draft(capsys: Capture, tmp_path: Path) -> None:
    said = ("audit", "shancheng/plan-2020", "--opinion", "--fail-on", "none")

    inside(capsys, *said, "--issuer", "某区平安办", "-o", "yijian.pdf")

    assert "草稿" in text_of(tmp_path / "yijian.pdf")


@pytest.mark.parametrize("number", ["12", "某发2020-12", "某发〔20〕12号", "某发〔2020〕0号"])
def test_a_number_of_another_form_is_refused(capsys: Capture, number: str) -> None:
    ran = inside(capsys, "audit", "shancheng/plan-2020", "--opinion", "--number", number)

    assert ran.code == 2
    assert "发文字号应写作“山城发〔2020〕12号”" in ran.err


@pytest.mark.parametrize(
    ("name", "begins"), [("a.json", b"{"), ("a.docx", b"PK"), ("a.xlsx", b"PK"), ("a.pdf", b"%PDF")]
)
def test_the_ending_of_the_output_file_is_its_format(
    capsys: Capture, tmp_path: Path, name: str, begins: bytes
) -> None:
    inside(capsys, "audit", "shancheng/plan-2020", "-o", name)

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_format_that_the_ending_contradicts_is_refused(capsys: Capture, tmp_path: Path) -> None:
    ran = inside(capsys, "audit", "shancheng/plan-2020", "--format", "json", "-o", "a.pdf")

    assert ran.code == 2
    assert "--format json 和输出文件 a.pdf 的后缀不一致" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_extract_writes_what_the_ending_says(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("到2025年底，覆盖率达到90%以上。", encoding="utf-8")

    inside(capsys, "extract", "a.txt", "-o", "a.json")

    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("{")


def test_a_reply_before_the_opinion_is_refused(capsys: Capture) -> None:
    days = ("--date", "2020-09-20", "--reply-by", "2020-09-19")

    ran = inside(capsys, "audit", "shancheng/plan-2020", "--opinion", *days)

    assert ran.code == 2
    assert "早于成文日期" in ran.err


def test_what_only_an_opinion_has_is_refused_without_one(capsys: Capture) -> None:
    ran = inside(capsys, "audit", "shancheng/plan-2020", *ISSUED)

    assert ran.code == 2
    assert "只用于 --opinion" in ran.err
