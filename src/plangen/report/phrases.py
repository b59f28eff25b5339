"""Messages put together: each part is translated by itself, and so is what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.errors import Message

COMMA, SEMICOLON, SLASH = Message("，"), Message("；"), Message("／")


def joined(messages: Sequence[Message], mark: Message) -> Message:
    """Messages with a mark between them."""
    if not messages:
        return Message("")
    whole = messages[0]
    for message in messages[1:]:
        whole = Message("{first}{mark}{rest}", first=whole, mark=mark, rest=message)
    return whole
