"""How a profile differs from the geometry that it realises."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.sheet.geometry import Profile

MM_PER_TWIP = 25.4 / 1440
SEEN = 0.005  # mm: a smaller difference is one of rounding
# Margins above and below, and the line step, in mm.
WORD_PROCESSOR = ("GB/T 33476.2—2016", 34.58, 32.58, (297 - 34.58 - 32.58) / 22)
PRINTED = ("GB/T 9704—2012", 37.0, 35.0, 225 / 22)


def deviations(profile: Profile) -> tuple[str, ...]:
    """What a profile has otherwise than the standard whose margins it is nearest to."""
    return tuple(_deviations(profile))


def _deviations(profile: Profile) -> Iterator[str]:
    nearest = min((WORD_PROCESSOR, PRINTED), key=lambda known: abs(known[1] - profile.top))
    name, top, bottom, step = nearest
    own = profile.pitch * MM_PER_TWIP
    for label, has, asked in (
        ("上边距", profile.top, top),
        ("下边距", profile.bottom, bottom),
        ("行距", own, step),
    ):
        if abs(has - asked) > SEEN:
            yield f"{label} {has:.2f} mm（{name} 为 {asked:.2f} mm，差 {has - asked:+.2f} mm）"
    if nearest is PRINTED:
        yield "边距量到行框，字身比 GB/T 9704—2012 量到字的版心上缘低"
