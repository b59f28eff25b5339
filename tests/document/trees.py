"""Documents of every shape, for properties: all elements, in all the places they may stand in."""

from functools import cache

from hypothesis import strategies as st

from plangen.document.blocks import (
    DEEPEST_LEVEL,
    Block,
    Cell,
    Column,
    Member,
    Paragraph,
    Role,
    Roster,
    Row,
    Section,
    Table,
)
from plangen.document.elements import (
    SUFFIXES,
    Annex,
    Attendance,
    AttendanceKind,
    Attendees,
    Document,
    DocumentNumber,
    Enclosure,
    EnclosureMode,
    Form,
    Head,
    Imprint,
    Mark,
    OrganGroup,
    Properties,
    Secrecy,
    SerialNumber,
    Signature,
    Stamp,
    Urgency,
)
from plangen.document.inline import AnnexReference, Figure, Inline, Text

AWKWARD = "关于印发实施方案的通知ABz019.,%&<>\"'“”—…〔〕《》𠮷𪚥😀　 \t·％"
CHARACTERS = st.sampled_from(AWKWARD) | st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"
)
RAGGED = st.text(CHARACTERS, min_size=1, max_size=6)
"""Text of a paragraph or an attribute: blanks at its ends are content."""
MAYBE = st.just("") | RAGGED
LINES = RAGGED.map(str.strip).filter(bool)
"""Text of an element of its own, an organ's name for one: blanks at its ends are layout."""
FLAGS = st.booleans()
ORGANS = st.lists(LINES, min_size=1, max_size=3).map(tuple)
GROUPS: st.SearchStrategy[tuple[OrganGroup, ...]] = st.lists(ORGANS, max_size=2).map(tuple)
TITLES = st.lists(st.just("") | LINES, min_size=1, max_size=3).map("\n".join).filter(str.strip)
DATES = st.dates()

FIGURES = st.builds(Figure, LINES, RAGGED, st.sampled_from(["bound", "value", "date"]))


@cache
def contents(ids: tuple[str, ...]) -> st.SearchStrategy[tuple[Inline, ...]]:
    inlines: st.SearchStrategy[Inline] = st.builds(Text, RAGGED) | FIGURES
    if ids:
        inlines |= st.builds(AnnexReference, st.sampled_from(ids))
    return st.lists(inlines, min_size=1, max_size=4).filter(says_something).map(tuple)


def says_something(content: list[Inline]) -> bool:
    return any(not isinstance(inline, Text) or inline.text.strip() for inline in content)


@cache
def paragraphs(ids: tuple[str, ...]) -> st.SearchStrategy[Paragraph]:
    return st.builds(Paragraph, contents(ids), FLAGS)


@st.composite
def grids(draw: st.DrawFn, width: int, ids: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows that fill ``width`` columns, with cells that span columns and rows."""
    height = draw(st.integers(0, 3))
    free = [[True] * width for _ in range(height)]
    rows = []
    for top in range(height):
        row = []
        for left in range(width):
            if not free[top][left]:
                continue
            room = next((i for i in range(left, width) if not free[top][i]), width) - left
            columns = draw(st.integers(1, room))
            down = draw(st.integers(1, height - top))
            for covered in free[top : top + down]:
                covered[left : left + columns] = [False] * columns
            texts = draw(st.lists(paragraphs(ids), max_size=2))
            row.append(Cell(tuple(texts), columns, down))
        rows.append(tuple(row))
    return tuple(rows)


@st.composite
def tables(draw: st.DrawFn, ids: tuple[str, ...]) -> Table:
    align = st.sampled_from(["left", "center", "right", "justify"])
    column = st.builds(Column, st.integers(1, 40), align)
    columns = tuple(draw(st.lists(column, min_size=1, max_size=3)))
    head, rows = draw(grids(len(columns), ids)), draw(grids(len(columns), ids))
    return Table(columns, head, rows, draw(MAYBE))


MEMBERS = st.builds(Member, RAGGED, MAYBE)
ROLES = st.builds(Role, RAGGED, st.lists(MEMBERS, max_size=3).map(tuple))
ROSTERS = st.builds(Roster, st.lists(ROLES, max_size=2).map(tuple))


@st.composite
def sections(draw: st.DrawFn, parent: int, ids: tuple[str, ...]) -> Section:
    """A section below level ``parent``, with a number, a title and a line of its own or without."""
    level = draw(st.none() | st.integers(parent + 1, DEEPEST_LEVEL))
    title = draw(MAYBE)
    run_in = bool(title) and draw(FLAGS)
    inside = draw(blocks(level or parent + 1, ids))
    if run_in or not title:
        inside = (draw(paragraphs(ids)), *inside)
    return Section(title, inside, run_in, draw(FLAGS), level, draw(FLAGS))


@st.composite
def blocks(draw: st.DrawFn, parent: int, ids: tuple[str, ...]) -> tuple[Block, ...]:
    kinds = ["paragraph", "paragraph", "table", "roster"]
    if parent < DEEPEST_LEVEL:
        kinds += ["section"] * 3
    found = draw(st.lists(st.sampled_from(kinds), max_size=3))
    return tuple(draw(block(kind, parent, ids)) for kind in found)


@cache
def block(kind: str, parent: int, ids: tuple[str, ...]) -> st.SearchStrategy[Block]:
    match kind:
        case "paragraph":
            return paragraphs(ids)
        case "table":
            return tables(ids)
        case "roster":
            return ROSTERS
        case _:
            return sections(parent, ids)


def annexes(own: tuple[str, ...], ids: tuple[str, ...]) -> st.SearchStrategy[tuple[Annex, ...]]:
    """An annex for each id of ``own``; an empty id is an annex that nothing refers to."""
    orientation = st.sampled_from(["portrait", "landscape"])
    return st.tuples(
        *(st.builds(Annex, TITLES, blocks(0, ids), st.just(name), orientation) for name in own)
    )


NUMBERS = st.builds(DocumentNumber, LINES, st.integers(1900, 2099), st.integers(1, 99999))
SECRECIES = st.none() | st.builds(Secrecy, st.sampled_from(["绝密", "机密", "秘密"]), MAYBE)
COPY_NUMBERS = st.just("") | st.integers(0, 999999).map(str)
URGENCIES: st.SearchStrategy[Urgency | None] = st.sampled_from(
    [None, "特急", "加急", "特提", "平急"]
)


@st.composite
def heads(draw: st.DrawFn, form: Form) -> Head:
    """A 版头 with what its form has a place for."""
    organs = draw(ORGANS)
    suffix = draw(st.sampled_from(SUFFIXES[form]) if SUFFIXES[form] else MAYBE)
    mark = Mark(organs[:1] if form == "信函" else organs, suffix)
    copy_number, secrecy, urgency = draw(COPY_NUMBERS), draw(SECRECIES), draw(URGENCIES)
    if form == "命令" and copy_number and secrecy:
        urgency = None  # three lines have no room above its mark
    return Head(
        mark=draw(st.sampled_from([None, mark])),
        number=draw(st.none() | numbers(form)),
        copy_number=copy_number,
        secrecy=secrecy,
        urgency=urgency,
        signers=draw(st.lists(LINES, max_size=3).map(tuple)) if form == "文件" else (),
    )


def numbers(form: Form) -> st.SearchStrategy[DocumentNumber | SerialNumber]:
    sequences = st.integers(1, 99999)
    if form == "命令":
        return st.builds(SerialNumber, sequences, st.just("号"))
    if form == "纪要":
        return NUMBERS | st.builds(SerialNumber, sequences, st.just("期"))
    return NUMBERS


PATHS = st.sampled_from(["印章.png", "seals/a.png", "a b/&<>\"'.PNG", "...png", "a/..b/c.png"])
MAYBE_PATHS = st.just("") | PATHS
STAMPS = st.builds(Stamp, RAGGED, RAGGED, MAYBE_PATHS)


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    """A signature of organs, with seals and their pictures or without, or of signature stamps."""
    day, seal = draw(DATES), draw(st.integers(20, 60))
    stamps = tuple(draw(st.lists(STAMPS, max_size=2)))
    if stamps:
        return Signature((), day, draw(FLAGS), seal, stamps=stamps)
    organs = tuple(draw(st.lists(LINES, max_size=3)))
    sealed = draw(FLAGS)
    pictures = tuple(draw(MAYBE_PATHS) for _ in organs) if sealed and draw(FLAGS) else ()
    return Signature(organs, day, sealed, seal, pictures)


ATTENDEES = st.builds(Attendees, RAGGED, st.lists(LINES, max_size=3).map(tuple)) | st.builds(
    Attendees, st.just(""), ORGANS
)
KINDS: tuple[AttendanceKind, ...] = ("出席", "请假", "列席")


@st.composite
def attendances(draw: st.DrawFn) -> tuple[Attendance, ...]:
    """Some kinds of attendance in any order, each once."""
    kinds = draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=3))
    people = st.lists(ATTENDEES, min_size=1, max_size=3).map(tuple)
    return tuple(Attendance(kind, draw(people)) for kind in kinds)


IMPRINTS = st.builds(Imprint, MAYBE, st.none() | DATES, GROUPS, GROUPS)
LETTER_IMPRINTS = st.builds(Imprint, copies_to=GROUPS, recipients=GROUPS)
FORMS: tuple[Form, ...] = ("文件", "文件", "信函", "命令", "纪要")
PROPERTIES = st.builds(
    Properties,
    MAYBE,
    st.lists(st.sampled_from(["心理", "&", "<a>", "𠮷"]), max_size=2).map(tuple),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document that the text form can say."""
    names = draw(st.lists(st.just("") | RAGGED, max_size=3, unique_by=lambda n: n or object()))
    outer = draw(st.integers(0, len(names)))
    modes: tuple[EnclosureMode | None, ...] = (None, "issued", "annexed")
    mode = draw(st.sampled_from(modes))
    if mode is None:
        outer = len(names)
    elif mode == "annexed":
        outer = 0
    ids = tuple(filter(None, names))
    enclosure = None
    if mode is not None:
        inner = draw(annexes(tuple(names[outer:]), ids))
        enclosure = Enclosure(draw(TITLES), draw(blocks(0, ids)), inner, mode)
    form = draw(st.sampled_from(FORMS))
    return Document(
        title=draw(st.just("") | TITLES if form == "命令" else TITLES),
        form=form,
        head=draw(heads(form)),
        recipients=draw(GROUPS),
        blocks=draw(blocks(0, ids)),
        attendance=draw(attendances()) if form == "纪要" else (),
        signature=draw(st.none() | signatures()),
        note=draw(st.just("") | LINES),
        enclosure=enclosure,
        annexes=draw(annexes(tuple(names[:outer]), ids)),
        imprint=draw(st.none() | (LETTER_IMPRINTS if form == "信函" else IMPRINTS)),
        properties=draw(PROPERTIES),
    )
