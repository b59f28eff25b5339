"""Where fonts lie on a system: the folders of Windows, macOS, Linux, of WPS and of TeX."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LONGEST_CONFIGURATION = 256 * 1024  # bytes that are read of one file of fontconfig's
MOST_CONFIGURATIONS = 200  # of its files
_ASSET = "com_apple_MobileAsset_Font"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FOLDER = re.compile(r"<dir(?:\s+prefix=[\"'](\w+)[\"'])?[^>]*>([^<]+)</dir>")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine as far as fonts are concerned.

    ``root`` stands before every absolute path of Linux and macOS, ``home`` is the user's folder.
    """

    platform: str
    home: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    root: Path = Path("/")

    @classmethod
    def here(cls) -> Surroundings:
        """The machine that plangen runs on."""
        return cls(sys.platform, Path(os.path.expanduser("~")), os.environ)

    def font_folders(self) -> tuple[Path, ...]:
        """The folders that hold fonts here, each once, the user's own before the system's."""
        if self.platform == "win32":
            found = self._of_windows()
        elif self.platform == "darwin":
            found = self._of_macos()
        else:
            found = self._of_linux()
        return tuple(folder for folder in dict.fromkeys(found) if folder.is_dir())

    def _of_windows(self) -> Iterator[Path]:
        local = self._variable("LOCALAPPDATA")
        windows = self._variable("WINDIR") or self._variable("SYSTEMROOT")
        if local:
            yield local / "Microsoft/Windows/Fonts"
        if windows:
            yield windows / "Fonts"
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := self._variable(name):
                yield from sorted((folder / "Kingsoft/WPS Office").glob("*/office6/fonts"))
        if drive := self._variable("SYSTEMDRIVE"):
            yield from _newest(Path(f"{drive}/texlive"), "*/texmf-dist/fonts/opentype")

    def _of_macos(self) -> Iterator[Path]:
        yield self.home / "Library/Fonts"
        for name in ("Library/Fonts", "System/Library/Fonts"):
            yield self.root / name
        # Fonts that macOS fetches when they are first asked for.
        yield from sorted((self.root / "System/Library/AssetsV2").glob(f"{_ASSET}*"))
        for name in (
            "Microsoft Word.app/Contents/Resources/DFonts",
            "wpsoffice.app/Contents/Resources/office6/fonts",
        ):
            yield self.root / "Applications" / name
        yield from self._of_tex()

    def _of_linux(self) -> Iterator[Path]:
        yield self._data_home() / "fonts"
        yield self.home / ".fonts"
        for name in (
            "usr/local/share/fonts",
            "usr/share/fonts",
            "opt/kingsoft/wps-office/office6/fonts",
            "usr/share/fonts/wps-office",
            "mnt/c/Windows/Fonts",  # a Linux that runs inside Windows
        ):
            yield self.root / name
        yield from self._of_fontconfig()
        yield from self._of_tex()

    def _of_tex(self) -> Iterator[Path]:
        for name in ("usr/share/texmf", "usr/share/texmf-dist", "usr/share/texlive/texmf-dist"):
            yield self.root / name / "fonts/opentype"
        yield from _newest(self.root / "usr/local/texlive", "*/texmf-dist/fonts/opentype")

    def _of_fontconfig(self) -> Iterator[Path]:
        """The folders that fontconfig's configuration names."""
        for file in self._configurations():
            for prefix, text in _FOLDER.findall(_COMMENT.sub("", _text(file))):
                name = text.strip()
                if name.startswith("~"):
                    yield self.home / name.lstrip("~/")
                elif prefix == "xdg":
                    yield self._data_home() / name
                elif name.startswith("/"):
                    yield self.root / name.lstrip("/")

    def _configurations(self) -> list[Path]:
        own = self._variable("XDG_CONFIG_HOME") or self.home / ".config"
        folders = [self.root / "etc/fonts", own / "fontconfig"]
        if path := self._variable("FONTCONFIG_PATH"):
            folders.append(path)
        files = [folder / "fonts.conf" for folder in folders]
        if file := self._variable("FONTCONFIG_FILE"):
            files.append(file)
        for folder in folders:
            files += sorted((folder / "conf.d").glob("*.conf"))
        return files[:MOST_CONFIGURATIONS]

    def _data_home(self) -> Path:
        return self._variable("XDG_DATA_HOME") or self.home / ".local/share"

    def _variable(self, name: str) -> Path | None:
        value = self.environment.get(name)
        return Path(value) if value else None


def _newest(folder: Path, pattern: str) -> Iterator[Path]:
    """The last in order of the folders that fit: TeX Live names its releases by year."""
    yield from sorted(folder.glob(pattern))[-1:]


def _text(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as source:
            return source.read(LONGEST_CONFIGURATION)
    except OSError:
        return ""
