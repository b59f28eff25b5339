"""What documents share: the indicators of all levels and the organs of one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plangen.model.indicators import Indicator
from plangen.model.organs import Organ


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Indicators by id; organs of a place by the names they go by; functions known everywhere."""

    indicators: Mapping[str, Indicator]
    organs: tuple[Organ, ...] = ()
    functions: tuple[str, ...] = field(default=())

    def organ(self, name: str) -> Organ | None:
        """The organ that goes by a name or an alias."""
        for organ in self.organs:
            if name == organ.name or name in organ.aliases or name == organ.full_name:
                return organ
        return None

    def performing(self, function: str) -> tuple[Organ, ...]:
        """The organs that perform a function, in the register's order."""
        return tuple(organ for organ in self.organs if function in organ.functions)
