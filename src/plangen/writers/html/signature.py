"""署名, 成文日期 and seals (7.3.5): on paper at the places that the sheet reckons."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from plangen.document.elements import Signature, Stamp
from plangen.document.pictures import picture_size
from plangen.sheet.geometry import TYPE_BOTTOM, TYPE_LEFT, Profile
from plangen.sheet.signature import (
    SealPlace,
    Step,
    fitted,
    plain_signature,
    rows_apart,
    seal_room,
    sealed_rows,
    stamped_rows,
)
from plangen.writers.html.markup import Element, add, add_day, add_text, measures


class Pictures:
    """The pictures of seals and stamps, each inside the page where it is used.

    ``files`` are PNG files by their paths in the document. Raises InvalidError for what is none.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        sizes = {path: picture_size(content) for path, content in files.items()}
        self.proportions = {path: width / height for path, (width, height) in sizes.items()}

    def add(self, parent: Element, path: str, said: str, box: tuple[float, float]) -> bool:
        """A picture fitted into a box in mm, if there is one; ``said`` is what it shows."""
        if path not in self._files:
            return False
        width, height = fitted(self.proportions[path], *box)
        source = f"data:image/png;base64,{b64encode(self._files[path]).decode()}"
        style = measures(width=width, height=height)
        add(parent, "img", src=source, alt=said, style=style)
        return True


def add_signature(
    parent: Element, signature: Signature, profile: Profile, pictures: Pictures
) -> None:
    """The names in their order and the date below them."""
    if signature.stamps:
        _add_stamped(parent, signature, profile, pictures)
    elif signature.sealed:
        _add_sealed(parent, signature, profile, pictures)
    else:
        _add_plain(parent, signature)


def _add_plain(parent: Element, signature: Signature) -> None:
    placed = plain_signature(signature)
    element = add(parent, "div", "signature plain")
    for organ, left in placed.names:
        add(element, "p", "signer", organ, style=measures(left=left))
    add_day(add(element, "p", "date", style=measures(left=placed.date_left)), signature.date)


def _add_sealed(
    parent: Element, signature: Signature, profile: Profile, pictures: Pictures
) -> None:
    """Each name over its seal; rows stand so far apart that seals do not touch."""
    step = Step(profile.line, profile.body_bottom - TYPE_BOTTOM)
    element = add(parent, "div", "signature sealed")
    element.set(
        "style",
        measures(
            rise=step.seal_rise,
            apart=(rows_apart(signature, step.line) - 1) * step.line,
            room=seal_room(signature, step),
        ),
    )
    date = add(element, "p", "date")  # moved behind the names below: its place is the last one's
    for row in sealed_rows(signature):
        names = add(element, "div", "signers")
        for seal in row.seals:
            _add_sealed_name(names, seal, pictures)
            date.set("style", measures(centre=seal.centre - TYPE_LEFT))
    element.append(date)
    add_day(date, signature.date)


def _add_sealed_name(parent: Element, seal: SealPlace, pictures: Pictures) -> None:
    style = measures(centre=seal.centre - TYPE_LEFT, diameter=seal.diameter)
    name = add(parent, "p", "signer", style=style)
    box = (seal.diameter, seal.diameter)
    pictures.add(name, seal.picture, f"印章：{seal.organ}", box)
    add_text(name, seal.organ)


def _add_stamped(
    parent: Element, signature: Signature, profile: Profile, pictures: Pictures
) -> None:
    element = add(parent, "div", "signature stamped")
    for row in stamped_rows(signature, profile.line, pictures.proportions):
        line = add(element, "p", "signer")
        add(line, "span", "office", row.stamp.office)
        add_text(line, " ")
        _add_stamp(line, row.stamp, (row.width, row.stamp_height), pictures)
    add_day(add(element, "p", "date"), signature.date)


def _add_stamp(parent: Element, stamp: Stamp, box: tuple[float, float], pictures: Pictures) -> None:
    """The stamp's picture, which says the name, or the name in its place."""
    place = add(parent, "span", "stamp")
    if not pictures.add(place, stamp.picture, stamp.name, box):
        add_text(place, stamp.name)
