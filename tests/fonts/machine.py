"""A Linux machine in a folder of a test: a workspace's fonts and the system's, as it needs them."""

from dataclasses import dataclass
from pathlib import Path

from plangen.fonts.fonts import Fonts
from plangen.fonts.places import Surroundings


@dataclass(frozen=True)
class Machine:
    """Where its fonts lie."""

    folder: Path

    @property
    def own(self) -> Path:
        """The workspace's folder of fonts."""
        return self.folder / "workspace/fonts"

    @property
    def system(self) -> Path:
        return self.folder / "usr/share/fonts"

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings("linux", self.folder / "home", {}, self.folder)

    def fonts(self) -> Fonts:
        """What plangen finds on it."""
        return Fonts.found([self.own], surroundings=self.surroundings)
