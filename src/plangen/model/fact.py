"""The base of every recorded fact, and the types of its fields as they stand in data files."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from plangen.errors import InvalidError
from plangen.quantity.deadlines import Deadline
from plangen.quantity.grammar import parse_deadline, parse_quantity
from plangen.quantity.undecided import UNDECIDED, Undecided
from plangen.quantity.values import Quantity

MOST_REMEMBERED = 2_000  # texts of a kind of value


class Fact(BaseModel):
    """A recorded fact: it cannot change, and it has no fields beyond those named."""

    # Built when first used: most facts are only ever part of a document's, and built with it.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


def refusal(invalid: InvalidError) -> PydanticCustomError:
    """A validator's refusal that keeps the message, to be shown in any language."""
    return PydanticCustomError(
        "plangen", "{sentence}", {"sentence": str(invalid), "message": invalid.message}
    )


def _read(read: Callable[[str], object], kind: type) -> Callable[[Any], Any]:
    """A validator that reads a text by ``read`` and lets ready-made values pass.

    The same text gives the same value: documents repeat a few dates and round figures.
    """
    remembered = lru_cache(MOST_REMEMBERED)(read)

    def validate(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "not a text")
        try:
            return remembered(value)
        except InvalidError as invalid:
            raise refusal(invalid) from None

    return validate


def _day(text: str) -> date:
    return parse_deadline(text).last_day


def _yes_or_no(value: Any) -> Any:
    """Only true and false: 是, yes or 1 would leave open what was meant."""
    if isinstance(value, bool) or value not in ("true", "false"):
        return value
    return value == "true"


def _whole_number(value: Any) -> Any:
    """Only digits: 42.0 or 4_2 would be taken for a number by chance."""
    digits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9
    return int(value) if digits else value


def _or_undecided(decided: Any) -> GetPydanticSchema:
    """The schema of a type of field that may also say 待定."""

    def validate(value: Any, handler: Callable[[Any], Any]) -> Any:
        return UNDECIDED if value in (UNDECIDED, str(UNDECIDED)) else handler(value)

    as_it_is = core_schema.plain_serializer_function_ser_schema(lambda value: value)
    return GetPydanticSchema(
        lambda _, handler: core_schema.no_info_wrap_validator_function(
            validate, handler(decided), serialization=as_it_is
        ),
        lambda schema, handler: {"anyOf": [handler(schema), {"const": str(UNDECIDED)}]},
    )


_LAYOUT = re.compile(r"(?<![!-~])[ \t\n]+|[ \t\n]+(?![!-~])")


def _unfolded(value: Any) -> Any:
    """A text without the blanks that YAML leaves where its lines were folded.

    Between Latin words a blank stays; beside Chinese nothing prints one.
    """
    return _LAYOUT.sub("", value) if isinstance(value, str) else value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Folded = Annotated[Prose, BeforeValidator(_unfolded)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
DocumentId = Annotated[
    str, StringConstraints(pattern=r"^[\w\u4e00-\u9fff-]+(/[\w\u4e00-\u9fff-]+)*$", max_length=200)
]
Whole = Annotated[int, Field(strict=True), BeforeValidator(_whole_number)]
YesNo = Annotated[bool, Field(strict=True), BeforeValidator(_yes_or_no)]

Value = Annotated[
    Quantity,
    BeforeValidator(_read(parse_quantity, Quantity)),
    WithJsonSchema(
        {
            "type": "string",
            "description": "数值，照文件的写法",
            "examples": ["80%", "4.5‰", "1:4000", "每年2次", "每半年1次", "7×24小时", "1所"],
        }
    ),
]
Day = Annotated[
    date,
    BeforeValidator(_read(_day, date)),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2021-12-31"]}),
]
By = Annotated[
    Deadline,
    BeforeValidator(_read(parse_deadline, Deadline)),
    WithJsonSchema(
        {
            "type": "string",
            "description": "最后期限（含当日）",
            "examples": ["2021-12-31", "2021年底前", "2020年9月底前"],
        }
    ),
]

# While a document is drafted, these may be 待定.
OpenValue = Annotated[Quantity | Undecided, _or_undecided(Value)]
OpenDay = Annotated[date | Undecided, _or_undecided(Day)]
OpenBy = Annotated[Deadline | Undecided, _or_undecided(By)]
OpenSequence = Annotated[
    int | Undecided,
    _or_undecided(
        Annotated[int, Field(strict=True, ge=1, le=99999), BeforeValidator(_whole_number)]
    ),
]
