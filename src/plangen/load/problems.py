"""What a data file's errors mean, in the words of whoever fills it in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError

from plangen.errors import Message, Problem, wording
from plangen.load.yaml_text import Path, Yaml


def problems(error: ValidationError, model: type[BaseModel], source: Yaml) -> Iterator[Problem]:
    """Every fault of a file with its line, the key, what was found and what is expected.

    In the order of the file.
    """
    faults = [(_path(fault["loc"]), dict(fault)) for fault in error.errors(include_url=False)]
    found = [
        Problem(_message(fault, path, model), source.place(path))
        for path, fault in faults
        if not _follows(path, fault, faults)
    ]
    yield from sorted(found, key=lambda problem: problem.place.line)


def _path(location: tuple[int | str, ...]) -> Path:
    """A key path without the mark that the library puts behind faulty keys."""
    return location[:-1] if location[-1:] == ("[key]",) else location


def _follows(path: Path, fault: dict[str, Any], faults: list[tuple[Path, dict[str, Any]]]) -> bool:
    """Whether a list is called too short only because its entries are faulty themselves."""
    inside = any(other[: len(path)] == path and len(other) > len(path) for other, _ in faults)
    return fault["type"] == "too_short" and inside


def _message(fault: dict[str, Any], path: Path, model: type[BaseModel]) -> Message:
    kind, found = str(fault["type"]), fault.get("input")
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
    if kind in _EXPECTED:
        return Message(_EXPECTED[kind], found=_shown(found))
    if kind in _LIMITS:
        expected, limit = _LIMITS[kind]
        return Message(expected, found=_shown(found), limit=str(context[limit]))
    if kind in ("literal_error", "enum"):
        return Message(
            "{found}不在可选的值里，应为：{expected}",
            found=_shown(found),
            expected=_choices(str(context["expected"])),
        )
    return Message("{text}", text=text)


def _choices(expected: str) -> Message:
    """The values that are possible; an empty one, which may be left out, comes last."""
    choices = re.findall(r"'([^']*)'", expected)
    written = tuple(filter(None, choices))
    return Message("{choices}、（空）" if "" in choices else "{choices}", choices=written)


_EXPECTED = {
    "string_type": wording("应为文字，这里是{found}"),
    "tuple_type": wording("应为列表（每项一行，以“- ”开头），这里是{found}"),
    "model_type": wording("应为若干行“键: 值”，这里是{found}"),
    "dict_type": wording("应为若干行“键: 值”，这里是{found}"),
    "string_too_short": wording("不能是空的"),
    "too_short": wording("不能是空的"),
    "int_parsing": wording("{found}应为整数"),
    "int_parsing_size": wording("{found}太大"),
    "int_type": wording("{found}应为整数"),
    "bool_parsing": wording("{found}应为 true 或 false"),
    "bool_type": wording("{found}应为 true 或 false"),
}
_LIMITS = {
    "string_too_long": (wording("太长，最多 {limit} 个字"), "max_length"),
    "string_pattern_mismatch": (wording("{found}的写法不对，应合于 {limit}"), "pattern"),
    "greater_than_equal": (wording("{found}太小，至少 {limit}"), "ge"),
    "less_than_equal": (wording("{found}太大，最多 {limit}"), "le"),
}


def _unknown_key(key: str, model: type[BaseModel] | None) -> Message:
    known = list(model.model_fields) if model else []
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return Message("不认识的键 {key}，是不是 {near}？", key=key, near=near[0])
    return Message("不认识的键 {key}；可用的键：{known}", key=key, known=tuple(known))


def _shown(found: Any) -> Message:
    """A value as it stands in the file, or what kind of thing it is."""
    if found is None:
        return Message("空")
    if isinstance(found, list):
        return Message("列表")
    if isinstance(found, dict):
        return Message("“键: 值”")
    text = str(found)
    return Message("“{found}”", found=text if len(text) <= 40 else text[:40] + "…")


def _meaning(model: type[BaseModel], path: Path) -> Message:
    """The description of a field, in brackets, where there is one."""
    holder = _model_at(model, path[:-1])
    field = holder.model_fields.get(str(path[-1])) if holder else None
    if field is None or not field.description:
        return Message("")
    return Message("（{meaning}）", meaning=Message(field.description))


def _model_at(annotation: Any, path: Path) -> type[BaseModel] | None:
    """The model of the value at a key path, found through the fields' types."""
    for key in path:
        annotation = _member(annotation, key)
    return _as_model(annotation)


def _member(annotation: Any, key: str | int) -> Any:
    """The type of an entry: a model's field, or what a list or mapping holds."""
    model = _as_model(annotation)
    if model is not None and issubclass(model, RootModel):
        annotation = model.model_fields["root"].annotation
    elif model is not None:
        field = model.model_fields.get(str(key))
        return field.annotation if field else None
    arguments = get_args(annotation)
    return arguments[get_origin(annotation) is dict] if arguments else None


def _as_model(annotation: Any) -> type[BaseModel] | None:
    """The model in ``X``, ``X | None`` or ``Annotated[X, …]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, dict):
        return None
    return next(filter(None, map(_as_model, get_args(annotation))), None)
