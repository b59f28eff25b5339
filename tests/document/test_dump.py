"""The text form, as golden files keep it."""

from datetime import date

from plangen.document.blocks import Cell, Column, Paragraph, Section, Table
from plangen.document.dump import dump
from plangen.document.elements import Document, Head, Mark, Signature
from plangen.document.inline import AnnexReference, Figure, Text
from plangen.document.parse import parse
from tests.document.samples import ANNEXED, NOTICE

SMALL = Document(
    title="关于“试点”\n的通知",
    head=Head(mark=Mark(("云溪街道",), "")),
    recipients=(("各村", "各校"), ("各单位",)),
    blocks=(
        Section(
            "目标",
            (Paragraph((Text("达到"), Figure("80%", "rate"), Text("  以上 & <更高>"))),),
            run_in=True,
            level=2,
        ),
        Table((Column(2, "right"),), rows=((Cell.of("𠮷"),), (Cell(),))),
    ),
    signature=Signature(("云溪街道",), date(2021, 3, 8), seal=45),
)

SMALL_TEXT = """\
<document form="文件">
  <head>
    <mark suffix="">
      <organ>云溪街道</organ>
    </mark>
  </head>
  <title>关于“试点”<br/>的通知</title>
  <to>
    <group>
      <organ>各村</organ>
      <organ>各校</organ>
    </group>
    <group>
      <organ>各单位</organ>
    </group>
  </to>
  <section title="目标" level="2" run-in="yes">
    <p>达到<figure target="rate">80%</figure>  以上 &amp; &lt;更高&gt;</p>
  </section>
  <table>
    <column weight="2" align="right"/>
    <tbody>
      <row>
        <cell>
          <p>𠮷</p>
        </cell>
      </row>
      <row>
        <cell/>
      </row>
    </tbody>
  </table>
  <signature sealed="yes" seal="45">
    <organ>云溪街道</organ>
    <date>2021-03-08</date>
  </signature>
</document>
"""


def test_a_dump_has_one_element_a_line_and_leaves_text_alone() -> None:
    assert dump(SMALL) == SMALL_TEXT


def test_the_same_document_is_read_from_it() -> None:
    assert parse(SMALL_TEXT) == SMALL


def test_an_empty_document_is_its_title() -> None:
    document = Document("通知")

    text = dump(document)

    assert text == '<document form="文件">\n  <title>通知</title>\n</document>\n'


def test_neighbouring_texts_are_one() -> None:
    split = Paragraph((Text("甲"), Text("乙"), AnnexReference("a"), Text("丙")))

    assert split == Paragraph((Text("甲乙"), AnnexReference("a"), Text("丙")))


def test_the_samples_survive_the_text_form() -> None:
    assert parse(dump(NOTICE)) == NOTICE
    assert parse(dump(ANNEXED)) == ANNEXED
