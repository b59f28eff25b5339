"""Audits as tables: drawn on a terminal, lines with tabs in a pipe or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangen.cli.language import translate as _
from plangen.errors import Message, Problem
from plangen.report.audit_words import LEVELS, VERDICTS, claim_words, waived_words
from plangen.report.phrases import COMMA, SEMICOLON, joined

if TYPE_CHECKING:
    from plangen.jobs.audit import AllAudited
    from plangen.jobs.impact import Impacted
    from plangen.model.impacts import Effect
    from plangen.model.rollups import Tally
    from plangen.model.verdicts import Audit, Row, Verdict

NOTHING = "—"
IMPACTS = {
    "worse": Message("变差"),
    "added": Message("新增要求"),
    "better": Message("变好"),
    "dropped": Message("不再要求"),
    "same": Message("不变"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines of text above and below it."""

    above: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...] = ()


def audit_tables(audits: Iterable[Audit]) -> Iterator[Table]:
    """A table a document: its requirements row by row, the counts, and the findings."""
    from plangen.audit.as_json import reason

    for audit in audits:
        head = Message(
            "按{day}有效的要求核对，依据：{against}",
            day=audit.as_of,
            against=audit.against or NOTHING,
        )
        rows = tuple((*_claims(row), _remark(row, reason(row))) for row in audit.rows)
        headings = (_("结论"), _("指标"), _("要求"), _("本地"), _("出处"), _("说明"))
        above = (_titled(audit.title, audit.document), _say(head))
        yield Table(above, headings, rows, tuple(_below(audit)))


def _say(message: Message) -> str:
    return message.translated(_)


def _titled(title: str, document: str) -> str:
    return _say(Message("{title}（{document}）", title=title, document=document))


def _claims(row: Row) -> tuple[str, ...]:
    required = row.requirement
    source = f"{required.document} {required.clause}".strip()
    verdicts = tuple(VERDICTS[verdict] for verdict in (row.verdict, *row.also))
    return (
        _say(Message("{verdicts}", verdicts=verdicts)),
        required.name,
        _say(claim_words(required)),
        _say(claim_words(row.promise)),
        source,
    )


def _remark(row: Row, reason: Message) -> str:
    """The reason, the waiver, and the way up where it leads over other documents."""
    said = [reason]
    if row.waiver:
        said.append(waived_words(row.waiver))
    if len(row.path) > 2:
        said.append(Message("路径：{path}", path=" → ".join(row.path)))
    return _say(joined(said, SEMICOLON))


def _below(audit: Audit) -> Iterator[str]:
    if audit.rows:
        counts = _counts(audit.summary, audit.waived)
        yield _say(Message("小结：{counts}", counts=counts))
    else:
        yield _say(Message("没有可以核对的要求：依据的文件里没有目标，或者没有写依据哪些文件"))
    for finding in audit.findings:
        yield _say(Problem(finding.message, finding.place).sentence())


def _counts(verdicts: Mapping[Verdict, int], waived: int) -> Message:
    counts = [
        Message("{verdict} {count}", verdict=VERDICTS[verdict], count=count)
        for verdict, count in verdicts.items()
        if count
    ]
    if waived:
        counts.append(Message("已豁免 {count}", count=waived))
    return joined(counts, COMMA) if counts else Message("{text}", text=NOTHING)


def rollup_tables(audited: AllAudited) -> Iterator[Table]:
    """The counts by level, place and indicator, and the documents that fail."""
    rollup = audited.rollup
    total = Message(
        "共 {count} 份文件：{counts}",
        count=len(rollup.documents),
        counts=_counts(rollup.total.verdicts, rollup.total.waived),
    )
    yield Table((_say(total),), (), ())
    levels = [
        (_say(level), rollup.levels[key]) for key, level in LEVELS.items() if key in rollup.levels
    ]
    yield _tallies(_("层级"), levels)
    yield _tallies(_("地方"), rollup.places.items())
    yield _tallies(_("指标"), ((tally.name, tally) for tally in rollup.indicators.values()))
    failing = [entry for entry in rollup.documents if entry.fails]
    rows = tuple(
        (entry.document, entry.title, _say(_counts(entry.tally.verdicts, entry.tally.waived)))
        for entry in failing
    )
    if rows:
        yield Table((_("没有达到要求的公文"),), (_("公文"), _("标题"), _("小结")), rows)


def _tallies(heading: str, tallies: Iterable[tuple[str, Tally]]) -> Table:
    """One row a tally: documents, met of those that apply, and every verdict that occurs."""
    rows = tuple(
        (
            name,
            str(tally.documents),
            f"{tally.passed}/{tally.applicable}",
            _say(_counts(tally.verdicts, tally.waived)),
        )
        for name, tally in tallies
    )
    return Table((), (heading, _("文件数"), _("达到/适用"), _("结论")), rows)


def impact_tables(impacted: Impacted) -> Iterator[Table]:
    """A table a plan: the indicators on which its verdict changes."""
    for found in impacted.impacts:
        rows = tuple(_effect(effect) for effect in found.changed)
        head = Message(
            "{new} 施行后（{day}），取代：{replaced}",
            new=found.new,
            day=found.as_of,
            replaced=found.replaced or NOTHING,
        )
        headings = (_("变化"), _("指标"), _("此前"), _("此后"), _("说明"))
        same = len(found.effects) - len(rows)
        below = _("不变的 {count} 项").format(count=same)
        above = (_titled(found.title, found.plan), _say(head))
        yield Table(above, headings, rows, (below,))


def _effect(effect: Effect) -> tuple[str, ...]:
    from plangen.audit.as_json import reason

    return (
        _say(IMPACTS[effect.kind.value]),
        effect.row.requirement.name,
        _state(effect.before),
        _state(effect.after),
        reason(effect.after).translated(_) if effect.after else "",
    )


def _state(row: Row | None) -> str:
    if row is None:
        return NOTHING
    state = Message(
        "{verdict}（{claim}）", verdict=VERDICTS[row.verdict], claim=claim_words(row.requirement)
    )
    return _say(state)


def plain(tables: Iterable[Table]) -> str:
    """Tables as text, a row a line, cells between tabs."""
    return "\n".join("".join(f"{line}\n" for line in _lines(table)) for table in tables)


def _lines(table: Table) -> Iterator[str]:
    yield from table.above
    for row in (table.headings, *table.rows) if table.rows else ():
        yield "\t".join(" ".join(cell.split()) for cell in row)
    yield from table.below


def draw(tables: Iterable[Table]) -> None:
    """Tables drawn on the terminal."""
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console()
    for table in tables:
        for line in table.above:
            console.print(Text(line))
        drawn = Drawn()
        for heading in table.headings:
            drawn.add_column(heading, overflow="fold")
        for row in table.rows:
            drawn.add_row(*(Text(cell) for cell in row))
        if table.rows:
            console.print(drawn)
        for line in table.below:
            console.print(Text(line))
