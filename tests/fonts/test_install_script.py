"""The script that installs the stand-ins, on machines where it can fetch nothing."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts/install-fonts.sh"
TOOLS = ("bash", "cp", "dirname", "env", "find", "grep", "head", "mkdir", "mktemp", "mv", "rm")
TRUE = ("simfang.ttf", "simkai.ttf", "simhei.ttf", "FZXBSJW.TTF", "simsun.ttc")
STAND_INS = ("FandolFang-Regular.otf", "STKAITI.TTF", "msyh.ttc", "STZHONGS.TTF", "uming.ttc")

pytestmark = pytest.mark.skipif(
    not which("bash") or not SCRIPT.is_file(), reason="bash or the script is not there"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home without fonts on a machine without apt."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in (*TOOLS, "sed", "sort", "tar", "tr"):
        (tools / name).symlink_to(which(name) or name)
    (tmp_path / "home/.fonts").mkdir(parents=True)
    return tmp_path / "home"


def installed(home: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Run the script where fonts of these names are installed."""
    for name in names:
        (home / ".fonts" / name).write_bytes(b"x")
    return subprocess.run(
        [SCRIPT],
        env={"HOME": str(home), "PATH": str(home.parent / "tools")},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def test_where_the_true_fonts_are_installed_it_fetches_nothing(home: Path) -> None:
    done = installed(home, *TRUE)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "已装有正式字体，不需要替代字体 / The true fonts are installed, no stand-ins are needed\n"
    )


def test_where_other_fonts_can_stand_in_it_warns_in_one_line(home: Path) -> None:
    done = installed(home, *STAND_INS)
    if not done.stderr:
        pytest.skip("the stand-ins are installed on this system for all its users")

    assert done.returncode == 0
    assert done.stderr.startswith("提醒：没有取到软件包 texlive-lang-chinese")
    assert done.stderr.count("\n") == 1


def test_where_a_role_has_no_font_it_fails_and_names_the_role(home: Path) -> None:
    done = installed(home, *STAND_INS[1:])
    if done.returncode == 0:
        pytest.skip("a font for 仿宋 is installed on this system")

    assert done.returncode == 1
    assert done.stderr.startswith("缺字体：仿宋")


def test_its_help_names_the_folder_that_it_writes_to() -> None:
    done = subprocess.run(
        [SCRIPT, "--help"], capture_output=True, encoding="utf-8", timeout=60, check=True
    )

    assert "~/.local/share/fonts/plangen" in done.stdout
    assert not done.stdout.rstrip().endswith(("set -uo pipefail", "#"))
