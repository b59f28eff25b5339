"""The bare text of .doc files where nothing is there that converts them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.document.origins import PassageKind, ReadDocument
from plangen.errors import InputError
from plangen.readers import office
from plangen.readers.old_word import read_old_word
from plangen.readers.reader import read_bytes
from tests.readers.files import messages, texts
from tests.readers.old_files import old_word


@pytest.fixture(autouse=True)
def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ())
    monkeypatch.setattr(office, "find_spec", lambda _: None)


def read(data: bytes) -> ReadDocument:
    return read_bytes(data, "通知.doc")


def test_the_pieces_are_read_in_the_order_of_their_table() -> None:
    found = read(old_word("关于印发王𠮷等同志", "2021", "名单的通知\r各村：\r"))

    assert texts(found) == ["关于印发王𠮷等同志2021名单的通知", "各村："]
    assert messages(found) == [
        "旧版 Word 文档只读出了文字：样式、自动编号和表格的行列没有读，修订中删去的文字还在；"
        "请安装 LibreOffice，或者在 Word、WPS 中另存为 docx"
    ]


def test_a_surrogate_pair_parted_by_two_pieces_is_one_character() -> None:
    assert texts(read(old_word("王\ud842", "\udfb7。\r"))) == ["王𠮷。"]


def test_cells_are_passages_and_marks_that_show_nothing_are_gone() -> None:
    found = read(old_word("任务\x07时限\x07\x07甲\x1f乙\x1e丙\x02\x0b丁\r"))

    assert texts(found) == ["任务", "时限", "甲乙-丙丁"]


def test_instructions_of_fields_are_not_read_but_their_results_are() -> None:
    inner = "\x13 PAGEREF x \x1412\x15"

    found = read(old_word(f"目标\x13 IF {inner} \x14达到\x15八成\x13 TC 甲 \x15。\r"))

    assert texts(found) == ["目标达到八成。"]


def test_notes_and_running_heads_are_told_apart() -> None:
    found = read(old_word("正文。\r", notes="\x02 见附件。\r", heads="内部资料\r内部资料\r"))

    assert [(p.text, p.kind) for p in found.passages] == [
        ("正文。", PassageKind.PARAGRAPH),
        ("见附件。", PassageKind.FOOTNOTE),
    ]
    assert [found.quote(span) for span in found.furniture] == ["内部资料"]


def test_pictures_are_told() -> None:
    assert "有 2 幅图片，图片里的文字没有读" in messages(read(old_word("\x01图\x08\r")))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (old_word("正文。", version=104), "这是 Word 97 以前的文档；请在 Word、WPS 中另存为 docx"),
        (old_word("正文。")[:2000], "文件已损坏，打不开；请向发文者重新索取"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read(data)


def test_a_chain_of_sectors_that_bites_its_tail_is_damaged() -> None:
    data = bytearray(old_word("正文。"))
    data[512 + 4 * 9 : 512 + 4 * 10] = (3).to_bytes(4, "little")

    with pytest.raises(InputError, match="文件已损坏，打不开"):
        read(bytes(data))


@given(st.data())
@settings(max_examples=200)
def test_no_damage_makes_the_reader_fail_otherwise(data: st.DataObject) -> None:
    whole = bytearray(old_word("关于印发2021年", "notice", "任务的通知\r", heads="内部\r"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(8, len(whole) - 1))
        whole[at] = data.draw(st.sampled_from([0, 1, 2, 3, 127, 254, 255]))

    try:
        read_old_word(bytes(whole), "a.doc")
    except InputError as error:
        assert len(error.problems) == 1
