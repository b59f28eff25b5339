"""Word files: words in reading order, changes accepted, numbers resolved, nothing hidden read."""

from plangen.document.origins import PassageKind
from plangen.readers.reader import read_bytes
from tests.readers.files import (
    CONTENT_TYPES,
    codes,
    messages,
    paragraph,
    part,
    read_package,
    texts,
    zipped,
)

HEADING = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
BASED = (
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="某单位二级"/>'
    '<w:basedOn w:val="a1"/></w:style>'
)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_heading_is_known_by_its_style_and_by_what_that_is_based_on() -> None:
    body = "".join(paragraph("工作目标", f'<w:pStyle w:val="{style}"/>') for style in ("a1", "a2"))

    read = read_package(body, styles=HEADING + BASED)

    kinds = [(passage.kind, passage.level) for passage in read.passages]
    assert kinds == [(PassageKind.HEADING, 2), (PassageKind.HEADING, 2)]


def test_changes_are_read_as_if_all_were_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>建成率达到</w:t></w:r>"
        '<w:ins w:id="1" w:author="甲"><w:r><w:t>80%</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>70%</w:delText></w:r></w:del>'
        "<w:r><w:t>以上。</w:t></w:r></w:p>"
    )

    read = read_package(body)

    assert texts(read) == ["建成率达到80%以上。"]
    assert messages(read) == ["有修订没有定稿：插入 1 处、删除 1 处，都按已接受读"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("上半句，", '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>')

    read = read_package(body + paragraph("下半句。"))

    assert texts(read) == ["上半句，下半句。"]


def test_a_deleted_row_is_gone() -> None:
    kept = row(cell("甲"), cell("乙"))
    deleted = row(cell("丙"), cell("丁")).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="1" w:author="甲"/></w:trPr>'
    )

    read = read_package(f"<w:tbl>{kept}{deleted}</w:tbl>")

    assert texts(read) == ["甲", "乙"]
    assert read.tables[0].rows == 1


def test_hidden_text_is_left_out_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>公开</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>的</w:t></w:r></w:p>'
    )

    read = read_package(body)

    assert texts(read) == ["公开的"]
    assert messages(read) == ["有 1 处隐藏文字没有读：“内部”"]


def test_cells_have_their_places_and_spans() -> None:
    table = (
        row(cell("任务", '<w:gridSpan w:val="2"/>'), cell("时限", '<w:vMerge w:val="restart"/>'))
        + row(cell("一"), cell("二"), cell("", "<w:vMerge/>"))
        + row(cell("三"), cell("四"), cell("五"))
    )

    read = read_package(f"<w:tbl>{table}</w:tbl>")

    places = {p.text: (p.row, p.column, p.rows, p.columns) for p in read.passages}
    assert places["任务"] == (0, 0, 1, 2)
    assert places["时限"] == (0, 2, 2, 1)
    assert places["五"] == (2, 2, 1, 1)
    assert read.grid(read.tables[0]) == (("任务", "", "时限"), ("一", "二", ""), ("三", "四", "五"))


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = f"<w:tbl>{row(cell('内'))}</w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('外')}{inner}{paragraph('尾')}</w:tc></w:tr></w:tbl>"

    read = read_package(outer)

    assert [(p.text, p.table) for p in read.passages] == [("外", 0), ("内", 1), ("尾", 0)]
    assert [table.passages for table in read.tables] == [(0, 2), (1,)]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('签发人：张三')}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )

    read = read_package(f"<w:p><w:r>{drawing}</w:r><w:r><w:t>山城发</w:t></w:r></w:p>")

    assert [(p.text, p.kind) for p in read.passages] == [
        ("山城发", PassageKind.PARAGRAPH),
        ("签发人：张三", PassageKind.TEXT_BOX),
    ]


def test_footnotes_stand_at_the_end() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("见附件。")}</w:footnote>'
    )

    read = read_package(paragraph("正文。"), footnotes=notes)

    assert [(p.text, p.kind) for p in read.passages] == [
        ("正文。", PassageKind.PARAGRAPH),
        ("见附件。", PassageKind.FOOTNOTE),
    ]


def test_line_breaks_inside_a_sentence_are_joined_and_others_part() -> None:
    title = "<w:p><w:r><w:t>关于印发实施</w:t><w:br/><w:t>方案的通知</w:t></w:r></w:p>"
    items = "<w:p><w:r><w:t>甲。</w:t><w:br/><w:t>一、乙</w:t></w:r></w:p>"

    read = read_package(title + items)

    assert texts(read) == ["关于印发实施方案的通知", "甲。", "一、乙"]
    assert read.text.startswith("关于印发实施\n方案的通知\n")
    assert read.quote(read.passages[0].span(4, 8)) == "实施\n方案"


def test_field_codes_are_not_read_but_their_results_are() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>共3项</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    assert texts(read_package(body)) == ["共3项"]


def test_headers_and_footers_are_furniture() -> None:
    read = read_package(
        paragraph("正文。"), header1=paragraph("内部资料"), footer1=paragraph("— 1 —")
    )

    assert texts(read) == ["正文。"]
    assert [read.quote(span) for span in read.furniture] == ["内部资料", "— 1 —"]
    assert messages(read) == ["页码、页眉、页脚不算正文，共 2 处：“内部资料”，“— 1 —”"]


def test_lines_of_a_table_of_contents_are_known() -> None:
    style = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("一、总体要求 3", '<w:pStyle w:val="t"/>')

    read = read_package(body, styles=style)

    assert read.passages[0].kind is PassageKind.CONTENTS


def test_the_strict_form_of_the_standard_is_read_like_the_other() -> None:
    strict = part("document", f"<w:body>{paragraph('正文。')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": strict})

    assert texts(read_bytes(data, "a.docx")) == ["正文。"]


def test_characters_beyond_the_bmp_and_merged_files_are_noticed() -> None:
    read = read_package(paragraph("王𠮷。") + '<w:altChunk r="1"/>')

    assert texts(read) == ["王𠮷。"]
    assert codes(read) == ["read.merged-files"]


def field(*parts: str) -> str:
    """A field: its instruction, its result; parts that begin with ``<`` are runs of their own."""
    shown = [
        p if p.startswith("<") else f"<w:r><w:instrText>{p}</w:instrText></w:r>" for p in parts
    ]
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return "".join((next(marks), *shown, next(marks)))


def test_the_result_of_a_field_inside_an_instruction_is_not_shown() -> None:
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    inner = field(" MERGEFIELD 数 ", separate, "<w:r><w:t>9</w:t></w:r>")
    outer = field(" IF ", inner, " > 1 ", separate, "<w:r><w:t>多次</w:t></w:r>")

    assert texts(read_package(f"<w:p>{outer}</w:p>")) == ["多次"]


def test_words_behind_a_field_that_never_ends_are_read() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(read_package(f"<w:p>{begin}<w:r><w:t>正文。</w:t></w:r></w:p>")) == ["正文。"]


def test_a_deleted_paragraph_mark_at_the_end_of_a_cell_joins_nothing() -> None:
    deleted = paragraph("甲", '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>')
    table = f"<w:tbl><w:tr><w:tc>{deleted}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"

    read = read_package(table)

    assert [(p.text, p.column) for p in read.passages] == [("甲", 0), ("乙", 1)]


def test_headers_are_found_by_their_relationship_whatever_their_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/relationships/header" Target="/word/ye/mei.xml"/>'
        "</Relationships>"
    )
    entries = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": part("document", f"<w:body>{paragraph('正文。')}</w:body>"),
        "word/_rels/document.xml.rels": relations,
        "word/ye/mei.xml": part("hdr", paragraph("内部资料")),
    }

    read = read_bytes(zipped(entries), "a.docx")

    assert [read.quote(span) for span in read.furniture] == ["内部资料"]


def test_words_of_a_text_box_in_a_header_are_read_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('机密')}</w:txbxContent></wps:txbx>"

    read = read_package(paragraph("正文。"), header1=f"<w:p><w:r>{box}</w:r></w:p>")

    assert [read.quote(span) for span in read.furniture] == ["机密"]


def test_entries_named_with_backslashes_are_found() -> None:
    document = part("document", f"<w:body>{paragraph('正文。')}</w:body>")
    data = zipped({"[Content_Types].xml": CONTENT_TYPES, "word\\document.xml": document})

    assert texts(read_bytes(data, "a.docx")) == ["正文。"]


def test_readings_and_formulas_are_told_and_a_fraction_keeps_its_stroke() -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    half = (
        f"<m:oMath {m}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )

    read = read_package(f"<w:p>{ruby}{half}</w:p>")

    assert texts(read) == ["云1/2"]
    assert messages(read) == [
        "有 1 处注音没有读",
        "有 1 个公式，只按顺序读出其中的文字，请核对",
    ]


def test_marks_of_symbol_fonts_are_read_as_what_they_show() -> None:
    ticked = '<w:sym w:font="Wingdings" w:char="F0FE"/>'

    assert texts(read_package(f"<w:p><w:r>{ticked}<w:t>是</w:t></w:r></w:p>")) == ["☑是"]


def test_what_stands_where_nothing_is_known_to_stand_is_told() -> None:
    read = read_package(paragraph("正文。") + "<w:strange><w:t>四个字符</w:t></w:strange>")

    assert messages(read) == ["有 4 个字符所在的结构认不出，没有读；请在 Word 中打开后另存"]


def test_cells_merged_in_the_older_way_are_one() -> None:
    table = row(
        cell("合", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("后")
    ) + row(cell("一"), cell("二"), cell("三"))

    read = read_package(f"<w:tbl>{table}</w:tbl>")

    assert read.grid(read.tables[0]) == (("合", "", "后"), ("一", "二", "三"))


def test_a_style_called_a_heading_in_chinese_is_one_and_a_caption_is_not() -> None:
    names = ("一级标题", "标题三", "表标题", "副标题")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="{name}"/></w:style>'
        for i, name in enumerate(names)
    )
    body = "".join(paragraph(name, f'<w:pStyle w:val="s{i}"/>') for i, name in enumerate(names))

    read = read_package(body, styles=styles)

    assert [(passage.kind, passage.level) for passage in read.passages] == [
        (PassageKind.HEADING, 1),
        (PassageKind.HEADING, 3),
        (PassageKind.PARAGRAPH, 0),
        (PassageKind.TITLE, 0),
    ]
