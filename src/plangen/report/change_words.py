"""The clerk's words for changes, and how a target stands in a cell."""

from __future__ import annotations

from plangen.errors import Message
from plangen.model.change import Area, Asked, Basis, Comparison, Detail, Field, Held, Kind
from plangen.quantity.deadlines import Deadline, Precision
from plangen.quantity.undecided import Undecided, shown
from plangen.quantity.writing import write_bound, write_deadline
from plangen.report.phrases import COMMA, SEMICOLON, joined

KINDS = {
    Kind.LOOSENED: Message("放宽"),
    Kind.DROPPED: Message("未再列入"),
    Kind.LATER: Message("推迟"),
    Kind.WEAKER: Message("措辞减弱"),
    Kind.NARROWER: Message("对象缩小"),
    Kind.INCOMPARABLE: Message("无法比较"),
    Kind.OTHER_POPULATION: Message("对象不同"),
    Kind.UNDECIDED: Message("待定"),
    Kind.TIGHTENED: Message("收紧"),
    Kind.ADDED: Message("新增"),
    Kind.EARLIER: Message("提前"),
    Kind.STRONGER: Message("措辞加强"),
    Kind.WIDER: Message("对象扩大"),
    Kind.MOVED: Message("调整位置"),
    Kind.RETITLED: Message("更名"),
    Kind.CHANGED: Message("内容调整"),
    Kind.REWORDED: Message("写法不同"),
    Kind.UNCHANGED: Message("不变"),
}
FIELDS = {
    Field.PERIOD: Message("实施期结束"),
    Field.TITLE: Message("名称"),
    Field.PART: Message("所在部分"),
    Field.ORDER: Message("次序"),
    Field.BY: Message("完成时限"),
    Field.LEAD: Message("牵头单位"),
    Field.SUPPORT: Message("责任单位"),
    Field.INDICATORS: Message("涉及的指标"),
    Field.TEXT: Message("文字"),
    Field.NUMBER: Message("发文字号"),
    Field.ISSUED: Message("成文日期"),
    Field.ISSUERS: Message("发文机关"),
    Field.ROLE: Message("组内职务"),
    Field.OFFICE: Message("职务"),
    Field.ORGAN: Message("单位"),
    Field.SEAT: Message("办公室所在"),
    Field.DIRECTOR: Message("办公室主任"),
    Field.DEPUTIES: Message("办公室副主任"),
    Field.COUNT: Message("数量"),
    Field.SOURCE: Message("依据"),
    Field.COLUMNS: Message("栏目"),
    Field.CELLS: Message("内容"),
}
AREAS = {
    Area.DOCUMENT: Message("公文"),
    Area.TASK: Message("任务"),
    Area.DUTY: Message("职责"),
    Area.ISSUER: Message("署名机关"),
    Area.ORGAN: Message("参加单位"),
    Area.FUNCTION: Message("要求的职能"),
    Area.BASIS: Message("依据文件"),
    Area.GROUP: Message("机构"),
    Area.MEMBER: Message("人员"),
    Area.FACT: Message("本地情况"),
    Area.TABLE: Message("附表"),
    Area.ROW: Message("行"),
}
PARTS = (
    (Message("实施期"), (Area.DOCUMENT,)),
    (Message("任务"), (Area.TASK,)),
    (Message("职责"), (Area.DUTY,)),
    (Message("机关和单位"), (Area.ISSUER, Area.ORGAN, Area.FUNCTION)),
    (Message("依据文件"), (Area.BASIS,)),
    (Message("名单"), (Area.GROUP, Area.MEMBER)),
    (Message("本地情况"), (Area.FACT,)),
    (Message("附表"), (Area.TABLE, Area.ROW)),
)
TARGETS = Message("目标")
LISTS = (
    *(Field.LEAD, Field.SUPPORT, Field.INDICATORS, Field.ISSUERS, Field.OFFICE, Field.DEPUTIES),
    Field.COLUMNS,
)
NOTHING = "—"


def kind_words(kinds: tuple[Kind, ...]) -> Message:
    """Every kind of a row: 收紧；对象缩小."""
    return joined([KINDS[kind] for kind in kinds], SEMICOLON)


def columns(comparison: Comparison) -> tuple[Message, Message]:
    """What the two documents are called: 上年 and 本年 where one is the other's next year."""
    old, new = comparison.old.ends, comparison.new.ends
    yearly = comparison.basis is Basis.OWN_PERIOD and old and new and new.year - old.year == 1
    return (Message("上年"), Message("本年")) if yearly else (Message("原文件"), Message("新文件"))


def basis_words(comparison: Comparison) -> Message:
    """What dates were compared by."""
    old, new = comparison.old.ends, comparison.new.ends
    if comparison.basis is Basis.OWN_PERIOD and old and new:
        return Message(
            "两份文件的实施期前后相接，期限按在各自实施期内的位置比较："
            "{old}和{new}都是实施期结束，期限顺延不算推迟。",
            old=old,
            new=new,
        )
    return Message("两份文件的实施期相同或重叠，期限按日历比较。")


def asked_words(asked: Asked | None) -> str:
    """A value with its comparator; a dash where nothing is asked."""
    if asked is None:
        return NOTHING
    return shown(asked) if isinstance(asked, Undecided) else write_bound(asked)


def held_words(held: Held | None) -> Message:
    """A target as one document has it: value, date, wording, population and clause."""
    if held is None:
        return Message("{text}", text=NOTHING)
    target = held.target
    steps = [_step(step.undecided, held, number) for number, step in enumerate(target.steps)]
    parts = [joined(steps, SEMICOLON)]
    if target.modality != "应当":
        parts.append(Message("{modality}", modality=target.modality))
    if target.scope:
        parts.append(Message("对象：{scope}", scope=target.scope))
    whole = joined(parts, COMMA)
    if target.clause:
        return Message("{whole}〔{clause}〕", whole=whole, clause=target.clause)
    return whole


def _step(undecided: bool, held: Held, number: int) -> Message:
    step = held.target.steps[number]
    value = asked_words(Undecided.UNDECIDED if undecided else step.bound)
    by = held.by if number == len(held.target.steps) - 1 else step.by
    if by is None:
        return Message("{value}", value=value)
    return Message("{value}，{by}", value=value, by=by_words(by))


def by_words(by: Deadline | Undecided) -> Message:
    """A deadline as documents write it; the usual ways of writing one are translated."""
    written = Message("{text}", text=shown(by) if isinstance(by, Undecided) else write_deadline(by))
    usual = _usual(by) if isinstance(by, Deadline) else written
    return usual if str(usual) == str(written) else written


def _usual(by: Deadline) -> Message:
    day = by.last_day
    match by.precision:
        case Precision.YEAR:
            return Message("{year}年底前", year=day.year)
        case Precision.MONTH:
            return Message("{year}年{month}月底前", year=day.year, month=day.month)
    return Message("{day}前", day=day)


def detail_words(detail: Detail) -> Message:
    """One field before and after, in a line."""
    field = FIELDS[detail.field]
    if detail.field is Field.TEXT:
        return Message("{field}有改动", field=field)
    if detail.field not in LISTS:
        return Message(
            "{field}：{old}→{new}", field=field, old=entries(detail.old), new=entries(detail.new)
        )
    changes = []
    if detail.come:
        changes.append(Message("{field}增加{names}", field=field, names=entries(detail.come)))
    if detail.gone:
        changes.append(Message("{field}减少{names}", field=field, names=entries(detail.gone)))
    return joined(changes, SEMICOLON)


def entries(names: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of a list, to stand in a line; a dash where there are none."""
    return names or (NOTHING,)
