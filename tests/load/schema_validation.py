"""Enough of JSON Schema (draft 2020-12) to check the data files: the keywords the schemas use."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

ANNOTATIONS = {"$schema", "$defs", "title", "description", "default", "examples", "format"}


class Validator:
    """Checks values against a schema; a keyword it does not know is an error, never skipped."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._definitions = schema.get("$defs", {})
        self._schema = schema

    def faults(self, value: Any) -> list[str]:
        """Where a value does not conform: the path and the keyword."""
        return list(self._check(value, self._schema, "$"))

    def _check(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        for keyword, expected in schema.items():
            if keyword in ANNOTATIONS:
                continue
            if keyword == "$ref":
                yield from self._check(value, self._definition(expected), path)
            elif keyword == "anyOf":
                if all(list(self._check(value, option, path)) for option in expected):
                    yield f"{path} anyOf"
            elif keyword in _INSIDE:
                yield from _INSIDE[keyword](self, value, schema, path)
            elif not _SIMPLE[keyword](value, expected):
                yield f"{path} {keyword}"

    def _definition(self, reference: str) -> Mapping[str, Any]:
        definition: Mapping[str, Any] = self._definitions[reference.removeprefix("#/$defs/")]
        return definition

    def _properties(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        for name, inner in schema["properties"].items():
            if isinstance(value, dict) and name in value:
                yield from self._check(value[name], inner, f"{path}.{name}")

    def _others(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        known, patterns = schema.get("properties", {}), schema.get("patternProperties", ())
        for name in value if isinstance(value, dict) else ():
            if name in known or any(re.search(pattern, name) for pattern in patterns):
                continue
            if schema["additionalProperties"] is False:
                yield f"{path}.{name} additionalProperties"
            elif isinstance(schema["additionalProperties"], dict):
                yield from self._check(
                    value[name], schema["additionalProperties"], f"{path}.{name}"
                )

    def _names(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        for name in value if isinstance(value, dict) else ():
            yield from self._check(name, schema["propertyNames"], f"{path}.{name}")

    def _patterned(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        for pattern, inner in schema["patternProperties"].items():
            for name in value if isinstance(value, dict) else ():
                if re.search(pattern, name):
                    yield from self._check(value[name], inner, f"{path}.{name}")

    def _items(self, value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
        for position, item in enumerate(value if isinstance(value, list) else ()):
            yield from self._check(item, schema["items"], f"{path}[{position}]")


_Inside = Callable[[Validator, Any, Mapping[str, Any], str], Iterator[str]]
_INSIDE: dict[str, _Inside] = {
    "properties": Validator._properties,
    "additionalProperties": Validator._others,
    "propertyNames": Validator._names,
    "patternProperties": Validator._patterned,
    "items": Validator._items,
}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and not (name == "integer" and isinstance(value, bool))


_SIMPLE: dict[str, Callable[[Any, Any], bool]] = {
    "type": _is,
    "enum": lambda value, choices: value in choices,
    "const": lambda value, choice: value == choice,
    "required": lambda value, names: not isinstance(value, dict) or set(names) <= set(value),
    "pattern": lambda value, pattern: bool(re.search(pattern, str(value))),
    "minLength": lambda value, least: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda value, most: not isinstance(value, str) or len(value) <= most,
    "minItems": lambda value, least: not isinstance(value, list) or len(value) >= least,
    "minimum": lambda value, least: not isinstance(value, int) or value >= least,
    "maximum": lambda value, most: not isinstance(value, int) or value <= most,
}
