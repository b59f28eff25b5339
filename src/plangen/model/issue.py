"""The facts of a document's issue (发文): number, organs, recipients, dates, copies."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from plangen.model.fact import Fact, Line, Name, OpenDay, OpenSequence, Whole, YesNo

OrganNames = tuple[Name, ...]
Form = Literal["文件", "信函", "命令", "纪要"]


class Number(Fact):
    """发文字号 in its three fields."""

    code: Name = Field(description="机关代字，如：山城发")
    year: Whole = Field(ge=1949, le=2200, description="年份")
    sequence: OpenSequence = Field(description="顺序号，不编虚位；没有编号前写“待定”")


class MarkFacts(Fact):
    """发文机关标志: its organs, the main organ first, and what follows them."""

    organs: tuple[Name, ...] = Field(min_length=1, description="机关全称或规范化简称")
    suffix: Literal["文件", "令", "命令", "纪要", ""] | None = Field(
        None, description="标志的后缀；不写则按格式：文件、（信函无）、令、纪要"
    )


class SecrecyFacts(Fact):
    """密级和保密期限."""

    level: Literal["绝密", "机密", "秘密"] = Field(description="密级")
    period: Name | None = Field(None, description="保密期限，如：1年")


class Printing(Fact):
    """印发机关 and 印发日期."""

    by: Name = Field(description="印发机关")
    on: OpenDay | None = Field(None, description="印发日期；还没有定的写“待定”")


class StampFacts(Fact):
    """签名章 of one signer: 职务 in full and the name, with a picture or without."""

    office: Line = Field(description="职务全称，如：某某市人民政府市长")
    name: Name = Field(description="姓名；没有图片时印在签名章的位置")
    picture: Line | None = Field(None, description="签名章图片（PNG），工作区里的相对路径")


class Issue(Fact):
    """How a document is issued: everything in its 版头, 署名 and 版记."""

    form: Form = Field("文件", description="格式（GB/T 9704—2012 第10章）：文件、信函、命令、纪要")
    title: Line | None = Field(None, description="通知的标题；不写则由模板拟定")
    mark: MarkFacts = Field(description="发文机关标志")
    number: Number | None = Field(None, description="发文字号")
    serial: OpenSequence | None = Field(
        None, description="命令的令号（第几号）或纪要的期数（第几期）；没有编号前写“待定”"
    )
    copy_number: str | None = Field(None, pattern=r"^[0-9]{1,6}$", description="份号")
    secrecy: SecrecyFacts | None = Field(None, description="密级和保密期限")
    urgency: Literal["特急", "加急"] | None = Field(None, description="紧急程度")
    signers: tuple[Name, ...] = Field((), description="签发人（上行文）")
    issuers: tuple[Name, ...] = Field(min_length=1, description="署名机关，主办机关在前")
    recipients: tuple[OrganNames, ...] = Field((), description="主送机关，同类为一组")
    date: OpenDay = Field(description="成文日期；还没有定的写“待定”")
    sealed: YesNo = Field(True, description="加盖印章；纪要不写就不盖")
    seal: Whole = Field(
        42, ge=20, le=60, description="印章直径，毫米：乡镇街道 42，市县 45，省部 50"
    )
    seals: dict[Name, Line] = Field(
        {}, description="署名机关 → 印章图片（PNG），工作区里的相对路径；不写则留出盖章的位置"
    )
    stamps: tuple[StampFacts, ...] = Field(
        (), description="签名章，主办机关在前；写了就不印署名机关和印章"
    )
    note: Line | None = Field(None, description="附注")
    enclosure: Literal["issued", "annexed"] = Field(
        "issued", description="方案随通知印发（issued）还是作为附件（annexed）"
    )
    copies_to: tuple[OrganNames, ...] = Field((), description="抄送机关，同类为一组")
    printed: Printing | None = Field(None, description="印发机关和印发日期")

    @model_validator(mode="before")
    @classmethod
    def _minutes_are_not_sealed(cls, given: Any) -> Any:
        """纪要 carry no seal unless the data say so (10.3 leaves it free; practice)."""
        if isinstance(given, dict) and given.get("form") == "纪要":
            return {"sealed": False, **given}
        return given
