"""What the measurements share: the fonts to print with, and a press that prints once."""

from collections.abc import Iterator

import pytest

from tests.fonts.stand_ins import stand_in
from tests.measured.printing import Press

STAND_INS = ("FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular", "FandolSong-Regular")


@pytest.fixture(scope="session")
def stand_in_fonts() -> None:
    """Skip where the stand-in fonts are missing: what is measured is set with them."""
    for name in STAND_INS:
        stand_in(f"{name}.otf")


@pytest.fixture(scope="session")
def press(stand_in_fonts: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    """Prints documents, each once."""
    press = Press(tmp_path_factory.mktemp("press"))
    yield press
    press.close()
