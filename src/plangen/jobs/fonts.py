"""What fonts a workspace has for each role, what they cover, and how to get better ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.errors import Message, UsageError
from plangen.fonts.choosing import Refusal
from plangen.fonts.coverage import Coverage, coverage, gb2312_hanzi, standard_hanzi
from plangen.fonts.face import Face
from plangen.fonts.fonts import Choice, Fonts
from plangen.fonts.places import Surroundings
from plangen.fonts.roles import FontRole
from plangen.load.workspace import Workspace

# What Windows and WPS call the files of the true fonts.
TRUE_FILES = {
    FontRole.XIAOBIAOSONG: "FZXBSJW.TTF",
    FontRole.FANGSONG: "simfang.ttf",
    FontRole.KAITI: "simkai.ttf",
    FontRole.HEITI: "simhei.ttf",
    FontRole.SONGTI: "simsun.ttc",
}
# The packages of Debian and Ubuntu that hold the stand-ins.
PACKAGES = ("fonts-noto-cjk", "fonts-lxgw-wenkai", "texlive-lang-chinese")


_NOTHING = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Lender:
    """A face that gives a role characters which its own font lacks, and how many."""

    face: Face
    characters: int


@dataclass(frozen=True, slots=True)
class RoleFonts:
    """The font of a role, of how many characters it and the fonts behind it have the glyphs.

    ``choice`` is None where no file was found; then nothing else is known. ``lacking`` counts the
    characters of 通用规范汉字表 that no font has.
    """

    role: FontRole
    choice: Choice | None = None
    gb2312: Coverage = _NOTHING
    standard: Coverage = _NOTHING
    lenders: tuple[Lender, ...] = ()
    lacking: int = 0

    @property
    def state(self) -> Message:
        """正式 (the true font), 替代 (a stand-in) or 缺 (none)."""
        if self.choice is None:
            return Message("缺")
        return Message("正式") if self.choice.true else Message("替代")


@dataclass(frozen=True, slots=True)
class Survey:
    """The fonts of all roles, the files that could not be used, and what to do."""

    roles: tuple[RoleFonts, ...]
    refusals: tuple[Refusal, ...]
    advice: tuple[Message, ...]

    @property
    def complete(self) -> bool:
        """Whether every role has a font."""
        return all(role.choice for role in self.roles)


def workspace_fonts(workspace: Workspace, surroundings: Surroundings | None = None) -> Fonts:
    """The fonts of a workspace's own ``fonts`` folder, before those of the system."""
    return Fonts.found(workspace.folders("fonts"), surroundings=surroundings)


def survey(workspace: Workspace, surroundings: Surroundings | None = None) -> Survey:
    """Look at the fonts of every role.

    Raises InputError where a file in the workspace's ``fonts`` folder is called like one of the
    fonts and is none.
    """
    fonts = workspace_fonts(workspace, surroundings)
    roles = tuple(_of_role(fonts, role) for role in FontRole)
    return Survey(roles, fonts.refusals, tuple(_advice(roles, workspace)))


def _of_role(fonts: Fonts, role: FontRole) -> RoleFonts:
    try:
        choice = fonts.choice(role)
    except UsageError:
        return RoleFonts(role)
    wanted = standard_hanzi() | gb2312_hanzi()
    lenders, lacking = _lenders(fonts, role, wanted - choice.face.characters)
    return RoleFonts(
        role,
        choice,
        coverage(choice.face, gb2312_hanzi()),
        coverage(choice.face, standard_hanzi()),
        lenders,
        len(lacking & standard_hanzi()),
    )


def _lenders(
    fonts: Fonts, role: FontRole, lacking: frozenset[int]
) -> tuple[tuple[Lender, ...], frozenset[int]]:
    """The faces that give some of the characters a role lacks, and the characters none gives."""
    lenders = []
    for face in fonts.chain(role):
        if not lacking:
            break
        if given := lacking & face.characters:
            lenders.append(Lender(face, len(given)))
            lacking -= given
    return tuple(lenders), lacking


def _advice(roles: tuple[RoleFonts, ...], workspace: Workspace) -> Iterator[Message]:
    wanted = [row.role for row in roles if not (row.choice and row.choice.true)]
    if not wanted:
        return
    yield Message("用替代字体排的文件，不能说完全符合 GB/T 9704-2012。")
    yield Message(
        "要用正式字体：在装有 Windows 或 WPS 的电脑上找到 {files}（{roles}；"
        "在 C:\\Windows\\Fonts 或 WPS 的 office6/fonts 文件夹里），复制到 {folder}；"
        "请先确认字体的使用许可。",
        files=tuple(TRUE_FILES[role] for role in wanted),
        roles=tuple(wanted),
        folder=str(workspace.root / "fonts"),
    )
    if any(row.choice is None or row.lacking for row in roles):
        yield Message(
            "要用替代字体：在 Debian、Ubuntu 上运行 scripts/install-fonts.sh（不需要 root），"
            "或安装软件包 {packages}；在其他系统上，"
            "把这些软件包里的字体文件复制到同一个文件夹。",
            packages=tuple(PACKAGES),
        )
