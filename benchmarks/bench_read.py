"""How long files take to be read, what memory they take, and what hostile ones can do.

Every file is made here, with plangen's own writers or byte by byte. ``bench_read.py warm`` or
``once`` measures that part alone: warm is the median of later runs in one process; once is a new
process that reads one file, its imports included.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from measuring import PLAN, ROOT, milliseconds, print_machine, print_table, taking_turns, verdict
from memory import peak_memory

RUNS = 25
SLOW_RUNS = 3
DOCX_BYTES = 37_000
PDF_PAGES = 200
DOCX_GOAL = 0.010  # seconds
PDF_GOAL = 10.0
HOSTILE_SECONDS = 60.0
HOSTILE_MEGABYTES = 1000
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "[Content_Types].xml"
_PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


# ---- files that people send


def files_of(document: object) -> dict[str, bytes]:
    """A document as docx, PDF, HTML and plain text."""
    from plangen.document.elements import Document
    from plangen.fonts.fonts import Fonts
    from plangen.jobs.work import Setting, Work, docx_files, html_files, pdf_files, text_files

    assert isinstance(document, Document)
    work = Work(document, Setting(), Fonts.found([]), Path())
    makers = {"docx": docx_files, "pdf": pdf_files, "html": html_files, "txt": text_files}
    return {kind: next(iter(make(work)))[1] for kind, make in makers.items()}


def plan() -> object:
    from plangen.jobs.render import Renderer
    from plangen.load.workspace import Workspace

    return Renderer(Workspace.at(ROOT)).document(PLAN)[0]


def long_document(characters: int) -> object:
    """A document of so many characters, no sentence like another, as real ones are."""
    from plangen.document.blocks import Paragraph, Section
    from plangen.document.elements import Document

    chance = random.Random(9704)
    words = "建设和服务社会心理体系试点工作方案各部门要加强组织领导明确责任分工细化措施按时完成任务"
    each = 28 * 5
    paragraphs = [
        Paragraph.of("".join(chance.choices(words, k=each - 1)) + "。")
        for _ in range(characters // each)
    ]
    groups = [paragraphs[at : at + 4] for at in range(0, len(paragraphs), 4)]
    blocks = tuple(Section(f"第{n}项", tuple(group), level=1) for n, group in enumerate(groups, 1))
    return Document("关于有关工作的说明", blocks=blocks)


def docx_of_size(size: int) -> bytes:
    """A docx of about so many bytes."""
    characters = 14_000
    for _ in range(6):
        made = files_of(long_document(characters))["docx"]
        if abs(len(made) - size) < size // 50:
            break
        characters = characters * size // len(made)
    return made


# ---- files that nobody should send


def _zip(**entries: str | Iterator[str]) -> bytes:
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_TYPES, "<Types/>")
            for name, content in entries.items():
                with archive.open(f"word/{name}.xml", "w", force_zip64=True) as entry:
                    for piece in [content] if isinstance(content, str) else content:
                        entry.write(piece.encode())
        file.seek(0)
        return file.read()


def _document(body: str) -> str:
    return f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def _bomb() -> Iterator[str]:
    yield f'<w:document xmlns:w="{_W}"><w:body>'
    for _ in range(1_000):
        yield " " * 1_000_000


def _noises(count: int) -> Iterator[str]:
    """Lines of 15 hanzi that nothing makes smaller."""
    chance = random.Random(1)
    return ("".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(15)) for _ in range(count))


def _nested(times: int) -> str:
    return (
        "<w:tbl><w:tr><w:tc>" * times + _PARAGRAPH.format("深") + "</w:tc></w:tr></w:tbl>" * times
    )


def _pdf(*contents: str) -> bytes:
    """A PDF of pages with these contents; /H is a font of Latin letters."""
    import pydyf

    pdf = pydyf.PDF()
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    pdf.add_object(font)
    for content in contents:
        stream = pydyf.Stream([content.encode()], compress=True)
        pdf.add_object(stream)
        page = {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, 595, 842]),
            "Contents": stream.reference,
            "Resources": pydyf.Dictionary({"Font": pydyf.Dictionary({"H": font.reference})}),
        }
        pdf.add_page(pydyf.Dictionary(page))
    with tempfile.TemporaryFile() as file:
        pdf.write(file)
        file.seek(0)
        return file.read()


def _words(count: int, across: int, text: str) -> str:
    """So many words on a page, ``across`` of them on a line."""
    step, down = 590 / across, 820 / (count / across)
    places = ((i % across * step, 830 - i // across * down) for i in range(count))
    said = (f"1 0 0 1 {x:.1f} {y:.2f} Tm ({text}) Tj" for x, y in places)
    return f"BT /H 2 Tf {' '.join(said)} ET"


def _grid(rows: int, columns: int) -> str:
    flat = (f"0 {i * 840 / rows:.1f} m 590 {i * 840 / rows:.1f} l S" for i in range(rows))
    tall = (f"{i * 590 / columns:.1f} 0 m {i * 590 / columns:.1f} 840 l S" for i in range(columns))
    return f"BT /H 6 Tf 10 10 Td (x) Tj ET {' '.join(flat)} {' '.join(tall)}"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "100 MB of text.txt": lambda: b"a" * 100_000_000,
    "60 MB of text.txt": lambda: b"a" * 60_000_000,
    "95,000 lines.txt": lambda: "\n".join(f"（{words}" for words in _noises(95_000)).encode(),
    "zip bomb, 1 GB.docx": lambda: _zip(document=_bomb()),
    "60 parts.docx": lambda: _zip(
        document=_document(_PARAGRAPH.format("正文")),
        **{f"header{n}": f'<w:hdr xmlns:w="{_W}">{"<w:p/>" * 300_000}</w:hdr>' for n in range(60)},
    ),
    "80 nested tables.docx": lambda: _zip(document=_document(_nested(80))),
    "200 nested tables.docx": lambda: _zip(document=_document(_nested(200))),
    "99,000 paragraphs.docx": lambda: _zip(
        document=_document("".join(map(_PARAGRAPH.format, _noises(99_000))))
    ),
    "200,000 styles.docx": lambda: _zip(
        document=_document(_PARAGRAPH.format("正文") * 1_000),
        styles=f'<w:styles xmlns:w="{_W}">'
        + "".join(
            f'<w:style w:styleId="s{n}"><w:name w:val="x"/><w:basedOn w:val="s{n + 1}"/></w:style>'
            for n in range(200_000)
        )
        + "</w:styles>",
    ),
    "200,000 wide cells.html": lambda: b"<table><tr>" + b"<td colspan=200>" * 200_000,
    "a million div.html": lambda: b"<div>" * 1_000_000 + b"x",
    "a million br.html": lambda: b"<p>" + "甲<br>".encode() * 1_000_000,
    "150,000 words.pdf": lambda: _pdf(_words(90_000, 290, "a"), _words(60_000, 3, "ab")),
    "300 crowded pages.pdf": lambda: _pdf(*[_words(600, 3, "abc d")] * 300),
    "36,000 cells.pdf": lambda: _pdf(_grid(200, 180)),
    "half a PDF.pdf": lambda: _pdf("BT ET" * 1_000)[:400],
}


# ---- measuring


def print_warm(folder: Path) -> None:
    """Files that people send, read again and again in one process."""
    from plangen.readers.reader import read_bytes

    small = {f"plan.{kind}": data for kind, data in files_of(plan()).items()}
    small["long.docx"] = docx_of_size(DOCX_BYTES)
    large = {"long.pdf": files_of(long_document(PDF_PAGES * 530))["pdf"]}
    pages = len(read_bytes(large["long.pdf"], "long.pdf").pages)
    measured = taking_turns(_tasks(small), RUNS) | taking_turns(_tasks(large), SLOW_RUNS)
    rows = []
    for name, data in (small | large).items():
        read = read_bytes(data, name)
        (folder / name).write_bytes(data)
        shown = f"{name}, {len(read.pages)} pages" if read.pages else name
        seconds = measured[name]
        sizes = [f"{len(data) / 1000:,.0f}", f"{len(read.text):,}"]
        rows.append([shown, *sizes, milliseconds(seconds.median), seconds.spread])
    head = ["file", "kB", "characters", "ms", "from–to"]
    print_table(f"Reading, medians of {RUNS} and {SLOW_RUNS} runs", head, rows)
    docx, pdf = measured["long.docx"].median, measured["long.pdf"].median
    print(f"\nTarget: docx of {DOCX_BYTES // 1000} kB under 10 ms: ", end="")
    print(f"{docx * 1000:.1f} ms – {verdict(docx < DOCX_GOAL)}")
    print(f"Target: PDF of {pages} pages under {PDF_GOAL:.0f} s: ", end="")
    print(f"{pdf:.2f} s – {verdict(pdf < PDF_GOAL)}")


def _tasks(files: dict[str, bytes]) -> dict[str, Callable[[], object]]:
    from plangen.readers.reader import read_bytes

    return {
        name: lambda data=data, name=name: read_bytes(data, name)  # type: ignore[misc]
        for name, data in files.items()
    }


def print_once(folder: Path) -> None:
    """Every file in a process of its own: the largest memory, and what came of it."""
    usual = sorted(folder.iterdir())
    for name, make in HOSTILE.items():
        (folder / name).write_bytes(make())
    hostile = [folder / name for name in HOSTILE]
    found = {path: _once(path) for path in [*usual, *hostile]}
    rows = [
        [
            path.name,
            f"{path.stat().st_size / 1000:,.0f}",
            f"{one['seconds']:.2f}",
            f"{one['megabytes']:.0f}",
            str(one["outcome"]),
        ]
        for path, one in found.items()
    ]
    head = ["file", "kB", "s", "peak MB", "outcome"]
    print_table("Read once, in a process of its own", head, rows)
    seconds = max(float(found[path]["seconds"]) for path in hostile)
    megabytes = max(float(found[path]["megabytes"]) for path in hostile)
    met = seconds < HOSTILE_SECONDS and megabytes < HOSTILE_MEGABYTES
    print(
        f"\nTarget: hostile files in {HOSTILE_SECONDS:.0f} s and {HOSTILE_MEGABYTES} MB: ", end=""
    )
    print(f"at most {seconds:.1f} s and {megabytes:.0f} MB – {verdict(met)}")


def _once(path: Path) -> dict[str, float | str]:
    command = [sys.executable, __file__, "--read", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float | str] = json.loads(done.stdout)
    return found


def read_once(path: Path) -> None:
    """The child process: one file, as JSON."""
    from plangen.errors import InputError
    from plangen.readers.reader import read_file

    start = perf_counter()
    try:
        read = read_file(path)
        outcome = f"{len(read.passages):,} passages, {len(read.tables):,} tables"
    except InputError as error:
        outcome = f"refused: {error.problems[0].message}"
    seconds = perf_counter() - start
    print(json.dumps({"seconds": seconds, "megabytes": peak_memory(), "outcome": outcome}))


def main() -> None:
    if sys.argv[1:2] == ["--read"]:
        read_once(Path(sys.argv[2]))
        return
    print_machine("plangen", "lxml", "pypdfium2")
    with tempfile.TemporaryDirectory() as name:
        parts = {"warm": print_warm, "once": print_once}
        for part in sys.argv[1:] or parts:
            parts[part](Path(name))


if __name__ == "__main__":
    main()
