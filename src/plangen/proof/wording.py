"""How the proof words its head: the document, the profile, the fonts, what is absent."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.proof.proof import Proof

SHOWN = 60  # characters lent by another font that are shown; more are counted


def subject(proof: Proof) -> str:
    """The document, its form, and how many pages it has."""
    return f"核验对象：{proof.name}。按“{proof.form}”格式编排，共 {proof.pages} 面。"


def basis() -> str:
    """What is measured by, and how."""
    return (
        "核验依据：GB/T 9704—2012、GB/T 33476.2—2016、GB/T 15834—2011。"
        "长度以毫米计，字号以磅计；水平位置和空行量到字身，"
        "版心、标志上缘、分隔线距文字和页码高低量到墨迹。"
    )


def profile_lines(proof: Proof) -> Iterator[str]:
    """The profile, its clause, and what it has otherwise than its standard."""
    clause = f"（{proof.profile_clause}）" if proof.profile_clause else ""
    yield f"版式方案：{proof.profile}{clause}。"
    if proof.deviations:
        yield f"与标准数值的差异：{'；'.join(proof.deviations)}。"


def font_rows(proof: Proof) -> list[tuple[str, str, str, str]]:
    """A table of the fonts with its head."""
    rows = [
        (str(font.role), font.name or "—", font.file or "—", font.state) for font in proof.fonts
    ]
    return [("字体类别", "所用字体", "字体文件", "状态"), *rows]


def lent_lines(proof: Proof) -> Iterator[str]:
    """The characters that other fonts gave."""
    for font in proof.fonts:
        for characters, name in font.lent:
            shown = characters[:SHOWN] + ("……" if len(characters) > SHOWN else "")
            yield f"{font.role}缺 {len(characters)} 字，借自 {name}：{shown}"


def absent_line(proof: Proof) -> str:
    """The elements that the document does not have."""
    return f"本文没有：{'、'.join(proof.absent)}。"
