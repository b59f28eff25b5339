"""Documents of the special forms (cl. 10), each with the one thing that a test is about."""

from .samples import DATE, Sample, lines

LETTER_HEAD = (
    '<head copy-number="3" urgency="特急"><secrecy level="秘密" period="1年"/>'
    "<mark><organ>某某市人民政府</organ></mark>"
    '<number code="某政函" year="2020" seq="8"/></head>'
)
PLAIN_HEAD = (
    "<head><mark><organ>某某市人民政府某某区管理委员会</organ></mark>"
    '<number code="某政函" year="2020" seq="9"/></head>'
)
COPIES = "<imprint><cc><group><organ>市财政局</organ><organ>市审计局</organ></group></cc></imprint>"
SEALED = f'<signature sealed="yes"><organ>某某市人民政府</organ>{DATE}</signature>'
BUREAUS = "".join(
    f'<attendees organ="市{name}局"><name>赵{name[0]}</name></attendees>'
    for name in ("教育", "公安", "民政", "司法", "财政", "交通", "水利", "商务", "文化", "统计")
)
STAMPS = (
    '<stamp office="某某市人民政府市长" name="欧阳景行"/>'
    '<stamp office="某某县人民政府县长" name="沈知"/>'
)


def letter(head: str, *parts: str) -> str:
    """A letter to one organ."""
    return (
        f'<document form="信函">{head}<title>关于商请支持有关工作的函</title>'
        f"<to><group><organ>某某局</organ></group></to>{''.join(parts)}</document>"
    )


def order(head: str, *parts: str, title: str = "") -> str:
    """An order, which may do without a title."""
    written = f"<title>{title}</title>" if title else ""
    return f'<document form="命令">{head}{written}{"".join(parts)}</document>'


def minutes(*parts: str) -> str:
    """The sixth minutes of a meeting."""
    return (
        '<document form="纪要"><head><mark><organ>某某市人民政府常务会议</organ></mark>'
        f'<number issue="6"/></head><title>研究城市管理工作</title>{"".join(parts)}</document>'
    )


FORM_SAMPLES = {
    "letter": Sample(letter(LETTER_HEAD, lines(40), SEALED, COPIES)),
    "short letter": Sample(letter(PLAIN_HEAD, lines(4), SEALED, COPIES)),
    "nominal letter": Sample(letter(LETTER_HEAD, lines(4), SEALED), profile="nominal"),
    "order": Sample(
        order(
            "<head><mark><organ>某某市人民政府</organ></mark><number order='3'/></head>",
            lines(5),
            f"<signature><stamp office='市长' name='欧阳景行'/>{DATE}</signature>",
        )
    ),
    "joint order": Sample(
        order(
            "<head copy-number='1'><secrecy level='秘密'/><mark suffix='命令'>"
            "<organ>某某市人民政府</organ><organ>某某县人民政府</organ></mark>"
            "<number order='4'/></head>",
            lines(3),
            f"<signature>{STAMPS}{DATE}</signature>",
            title="关于嘉奖有关单位的命令",
        )
    ),
    "minutes": Sample(
        minutes(
            lines(4),
            f'<attendance kind="出席">{BUREAUS}</attendance>',
            '<attendance kind="请假"><attendees><name>钱某</name></attendees></attendance>',
            '<attendance kind="列席"><attendees organ="市人大常委会办公室"/></attendance>',
            f'<signature sealed="no"><organ>某某市人民政府办公室</organ>{DATE}</signature>',
        )
    ),
}
