"""The folders that hold fonts on Windows, macOS and Linux."""

from pathlib import Path

import pytest

from plangen.fonts.places import Surroundings


def folders(root: Path, *names: str) -> list[Path]:
    """Make some folders; gives them."""
    made = [root / name for name in names]
    for folder in made:
        folder.mkdir(parents=True)
    return made


def test_windows_has_the_users_fonts_its_own_and_those_of_wps(tmp_path: Path) -> None:
    wanted = folders(
        tmp_path,
        "Local/Microsoft/Windows/Fonts",
        "Windows/Fonts",
        "Programs (x86)/Kingsoft/WPS Office/11.8.2/office6/fonts",
        "Local/Kingsoft/WPS Office/12.1.0/office6/fonts",
        "texlive/2026/texmf-dist/fonts/opentype",
    )
    environment = {
        "WINDIR": str(tmp_path / "Windows"),
        "LOCALAPPDATA": str(tmp_path / "Local"),
        "PROGRAMFILES": str(tmp_path / "Programs"),
        "PROGRAMFILES(X86)": str(tmp_path / "Programs (x86)"),
        "SYSTEMDRIVE": str(tmp_path),
    }

    found = Surroundings("win32", tmp_path / "home", environment).font_folders()

    assert list(found) == wanted


def test_macos_has_the_users_fonts_its_own_and_those_it_fetched(tmp_path: Path) -> None:
    wanted = folders(
        tmp_path,
        "home/Library/Fonts",
        "Library/Fonts",
        "System/Library/Fonts",
        "System/Library/AssetsV2/com_apple_MobileAsset_Font7",
        "Applications/wpsoffice.app/Contents/Resources/office6/fonts",
    )
    folders(tmp_path, "System/Library/AssetsV2/com_apple_MobileAsset_Voices")

    found = Surroundings("darwin", tmp_path / "home", {}, tmp_path).font_folders()

    assert list(found) == wanted


def test_linux_has_the_users_fonts_the_systems_those_of_wps_and_of_tex(tmp_path: Path) -> None:
    wanted = folders(
        tmp_path,
        "home/.local/share/fonts",
        "home/.fonts",
        "usr/local/share/fonts",
        "usr/share/fonts",
        "opt/kingsoft/wps-office/office6/fonts",
        "usr/share/texlive/texmf-dist/fonts/opentype",
        "usr/local/texlive/2026/texmf-dist/fonts/opentype",
    )
    folders(tmp_path, "usr/local/texlive/2024/texmf-dist/fonts/opentype")

    found = Surroundings("linux", tmp_path / "home", {}, tmp_path).font_folders()

    assert list(found) == wanted


def test_the_folder_of_the_users_data_may_be_elsewhere(tmp_path: Path) -> None:
    wanted = folders(tmp_path, "data/fonts")

    environment = {"XDG_DATA_HOME": str(tmp_path / "data")}
    found = Surroundings("linux", tmp_path / "home", environment, tmp_path).font_folders()

    assert list(found) == wanted


@pytest.mark.parametrize(
    ("line", "folder"),
    [
        ("<dir>/srv/fonts</dir>", "srv/fonts"),
        ("<dir> /srv/fonts\n</dir>", "srv/fonts"),
        ("<dir>~/type</dir>", "home/type"),
        ('<dir prefix="xdg">type</dir>', "home/.local/share/type"),
    ],
)
@pytest.mark.parametrize(
    "file",
    ["etc/fonts/fonts.conf", "etc/fonts/conf.d/9.conf", "home/.config/fontconfig/fonts.conf"],
)
def test_the_folders_that_fontconfig_names_count(
    tmp_path: Path, line: str, folder: str, file: str
) -> None:
    wanted = folders(tmp_path, folder)
    configuration = tmp_path / file
    configuration.parent.mkdir(parents=True)
    configuration.write_text(f"<?xml version='1.0'?>\n<fontconfig>{line}</fontconfig>")

    found = Surroundings("linux", tmp_path / "home", {}, tmp_path).font_folders()

    assert list(found) == wanted


def test_a_folder_in_a_comment_of_fontconfig_does_not_count(tmp_path: Path) -> None:
    folders(tmp_path, "srv/fonts", "etc/fonts")
    (tmp_path / "etc/fonts/fonts.conf").write_text("<!-- <dir>/srv/fonts</dir> -->")

    assert Surroundings("linux", tmp_path / "home", {}, tmp_path).font_folders() == ()


def test_another_configuration_of_fontconfig_may_be_named(tmp_path: Path) -> None:
    wanted = folders(tmp_path, "srv/fonts")
    file = tmp_path / "mine.conf"
    file.write_text("<dir>/srv/fonts</dir>")

    environment = {"FONTCONFIG_FILE": str(file)}
    found = Surroundings("linux", tmp_path / "home", environment, tmp_path).font_folders()

    assert list(found) == wanted


def test_a_folder_that_is_named_twice_is_given_once(tmp_path: Path) -> None:
    wanted = folders(tmp_path, "usr/share/fonts")
    folders(tmp_path, "etc/fonts")
    (tmp_path / "etc/fonts/fonts.conf").write_text("<dir>/usr/share/fonts</dir>")

    found = Surroundings("linux", tmp_path / "home", {}, tmp_path).font_folders()

    assert list(found) == wanted
