"""What a data file's errors mean, in the words of whoever fills it in."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from plangen.errors import Message, Problem
from plangen.load.yaml_text import Path, Yaml


def problems(error: ValidationError, model: type[BaseModel], source: Yaml) -> Iterator[Problem]:
    """Every fault of a file with its line, the key, what was found and what is expected."""
    for fault in error.errors(include_url=False):
        path = tuple(fault["loc"])
        yield Problem(_message(dict(fault), model), source.place(path))


def _message(fault: dict[str, Any], model: type[BaseModel]) -> Message:
    path, kind, found = tuple(fault["loc"]), str(fault["type"]), fault.get("input")
    context = fault.get("ctx") or {}
    key = str(path[-1]) if path else ""
    if kind == "plangen":
        message = context["message"]
        assert isinstance(message, Message)
        return message
    if kind == "missing":
        return Message("缺少 {key}{meaning}", key=key, meaning=_meaning(model, path))
    if kind == "extra_forbidden":
        return _unknown_key(key, _model_at(model, path[:-1]))
    return _wrong_value(kind, found, context, str(fault["msg"]))


def _wrong_value(kind: str, found: Any, context: dict[str, Any], text: str) -> Message:
    shown = _shown(found)
    if kind in _KIND_EXPECTED:
        return Message(_KIND_EXPECTED[kind], found=_kind(found))
    if kind in _VALUE_EXPECTED:
        return Message(_VALUE_EXPECTED[kind], found=shown)
    if kind in _LIMITS:
        wording, limit = _LIMITS[kind]
        return Message(wording, found=shown, limit=str(context[limit]))
    if kind in ("literal_error", "enum"):
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return Message(
            "“{found}”不在可选的值里，应为：{expected}",
            found=shown,
            expected=expected.replace(", ", "、"),
        )
    return Message("{text}", text=Message(text.replace("{", "{{").replace("}", "}}")))


_KIND_EXPECTED = {
    "string_type": "应为文字，这里是{found}",
    "tuple_type": "应为列表（每项一行，以“- ”开头），这里是{found}",
    "model_type": "应为若干行“键: 值”，这里是{found}",
    "dict_type": "应为若干行“键: 值”，这里是{found}",
}
_VALUE_EXPECTED = {
    "string_too_short": "不能是空的",
    "too_short": "不能是空的",
    "int_parsing": "“{found}”应为整数",
    "int_type": "“{found}”应为整数",
    "bool_parsing": "“{found}”应为 true 或 false",
    "bool_type": "“{found}”应为 true 或 false",
}
_LIMITS = {
    "string_too_long": ("太长，最多 {limit} 个字", "max_length"),
    "string_pattern_mismatch": ("“{found}”的写法不对，应合于 {limit}", "pattern"),
    "greater_than_equal": ("“{found}”太小，至少 {limit}", "ge"),
    "less_than_equal": ("“{found}”太大，最多 {limit}", "le"),
}


def _unknown_key(key: str, model: type[BaseModel] | None) -> Message:
    known = list(model.model_fields) if model else []
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return Message("不认识的键 {key}，是不是 {near}？", key=key, near=near[0])
    return Message("不认识的键 {key}；可用的键：{known}", key=key, known="、".join(known))


def _shown(found: Any) -> str:
    text = str(found)
    return text if len(text) <= 40 else text[:40] + "…"


def _kind(found: Any) -> Message:
    if found is None:
        return Message("空")
    if isinstance(found, list):
        return Message("列表")
    if isinstance(found, dict):
        return Message("“键: 值”")
    return Message("“{found}”", found=_shown(found))


def _meaning(model: type[BaseModel], path: Path) -> Message:
    """The description of a field, in brackets, where there is one."""
    holder = _model_at(model, path[:-1])
    field = holder.model_fields.get(str(path[-1])) if holder else None
    if field is None or not field.description:
        return Message("")
    return Message("（{meaning}）", meaning=Message(field.description))


def _model_at(model: Any, path: Path) -> type[BaseModel] | None:
    """The model of the value at a key path, found through the fields' types."""
    for key in path:
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(str(key))
            model = field.annotation if field else None
        model = _inner(model)
    return model if isinstance(model, type) and issubclass(model, BaseModel) else None


def _inner(annotation: Any) -> Any:
    """The model inside ``X | None``, ``tuple[X, ...]`` or ``dict[str, X]``."""
    for argument in get_args(annotation):
        if isinstance(argument, type) and issubclass(argument, BaseModel):
            return argument
        nested = _inner(argument)
        if isinstance(nested, type) and issubclass(nested, BaseModel):
            return nested
    return annotation
