"""Pictures of seals and signature stamps, from the workspace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plangen.document.pictures import picture_size, require_picture
from plangen.errors import InputError, InvalidError, Message, Place, Problem

LARGEST_PICTURE = 10_000_000  # bytes; a seal at 600 dpi has some hundred thousand


def read_pictures(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The PNG files at paths relative to a workspace, by these paths.

    Raises InputError with every picture that leads out of the workspace, is not there, is too
    large, or is no PNG.
    """
    contents: dict[str, bytes] = {}
    problems = []
    for path in dict.fromkeys(paths):
        try:
            contents[path] = read_picture(root, path)
        except InvalidError as invalid:
            problems.append(Problem(invalid.message, Place(path)))
    if problems:
        raise InputError.of(problems)
    return contents


def read_picture(root: Path, path: str) -> bytes:
    """One PNG file of a workspace. Raises InvalidError that says what is wrong with it."""
    require_picture(path)
    try:
        file = (root / path).resolve()
        if not file.is_relative_to(root.resolve()):
            raise InvalidError("图片“{path}”不在工作区里", path=path)
        if not file.is_file():
            raise InvalidError("没有图片“{path}”，应在工作区的文件夹里", path=path)
        if file.stat().st_size > LARGEST_PICTURE:
            raise InvalidError("图片“{path}”超过 {limit} 字节", path=path, limit=LARGEST_PICTURE)
        content = file.read_bytes()
    except (OSError, RuntimeError) as error:  # no right to read, or links that lead in a circle
        reason = getattr(error, "strerror", None)
        raise InvalidError(
            "读不了图片“{path}”：{reason}",
            path=path,
            reason=Message(reason) if reason else str(error),
        ) from None
    picture_size(content)
    return content
