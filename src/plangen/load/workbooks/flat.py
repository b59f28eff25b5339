"""Keys of nested data in one column: ``issue.number.code``, ``basis[2].title``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plangen.errors import InvalidError
from plangen.load.yaml_text import LARGEST_DEPTH, Path, key_text

LONGEST_LIST = 10_000  # entries that one list of a workbook may have
_STEP = re.compile(r"\[([1-9][0-9]{0,6})\]|\.?([^\[\].]+)")


def flat(value: Any, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    """Every scalar of nested data with its key path, in order.

    Raises InvalidError for an empty list or mapping inside another, which has no row to stand in,
    and for a key that the notation has no place for.
    """
    if isinstance(value, dict | list):
        if not value and path:
            raise InvalidError("“{key}”是空的，不能写进表格", key=key_text(path))
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in pairs:
            yield from flat(part, (*path, key))
        return
    if parsed_key(key_text(path)) != path:
        raise InvalidError("键“{key}”不能写进表格", key=key_text(path))
    yield path, value


def parsed_key(text: str) -> Path:
    """The key path that a text stands for. Raises InvalidError for a text that is none."""
    path: list[str | int] = []
    place = 0
    while place < len(text):
        match = _STEP.match(text, place)
        if match is None or (not place and match[1]):
            raise InvalidError(
                "“{key}”不是键；键如 issue.number.code、basis[1].title", key=text[:80]
            )
        path.append(int(match[1]) - 1 if match[1] else match[2])
        place = match.end()
    if not path or len(path) > LARGEST_DEPTH:
        raise InvalidError("“{key}”不是键；键如 issue.number.code、basis[1].title", key=text[:80])
    return tuple(path)


def put(root: dict[str, Any], path: Path, value: str | None) -> None:
    """Put a scalar into nested data at its key path.

    Raises InvalidError where one key is a scalar and holds others too, or a list has gaps.
    """
    holder: Any = root
    for key, following in zip(path, (*path[1:], None), strict=True):
        made: Any = value if following is None else [] if isinstance(following, int) else {}
        holder = _put(holder, key, made, path, last=following is None)


def _put(holder: Any, key: str | int, made: Any, path: Path, *, last: bool) -> Any:
    if isinstance(key, int) is not isinstance(holder, list):
        raise InvalidError("“{key}”和别的行对不上", key=key_text(path))
    if isinstance(holder, list):
        if not isinstance(key, int) or key > min(len(holder), LONGEST_LIST):
            raise InvalidError("“{key}”前面缺了一项", key=key_text(path))
        if key == len(holder):
            holder.append(made)
            return made
    elif key not in holder:
        holder[key] = made
        return made
    if last or not isinstance(holder[key], type(made)):
        raise InvalidError("“{key}”写了两次，或和别的行对不上", key=key_text(path))
    return holder[key]
