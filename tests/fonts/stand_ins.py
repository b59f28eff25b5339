"""The free stand-in fonts where they are installed; tests that need them are skipped elsewhere."""

from pathlib import Path

import pytest

from plangen.fonts.face import Face
from plangen.fonts.files import FontFiles
from plangen.fonts.places import Surroundings
from plangen.fonts.typefaces import key


def stand_in(file: str, index: int = 0) -> Face:
    """A face of a file in the system's font folders."""
    path = FontFiles(Surroundings.here().font_folders()).named(key(Path(file).stem))
    if not path:
        pytest.skip(f"{file} is not installed: run scripts/install-fonts.sh")
    return Face(path[0], index)
