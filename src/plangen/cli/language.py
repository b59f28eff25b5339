"""The language of messages: Chinese is what the source says; catalogues hold the others.

The catalogue ``zh`` holds Chinese for the words of the command-line library itself.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-CN", "en": "en"}  # BCP 47
DOMAIN = "plangen"
CATALOGUES = Path(__file__).parent / "locale"


def chosen(arguments: list[str]) -> str:
    """The language that ``--lang`` asks for, before the command line is read as a whole."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES and (value != argument):
            return value
    return LANGUAGES[0]


def speak(language: str) -> None:
    """Let all messages, those of the command-line library included, come in a language."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def spoken() -> str:
    """The tag (BCP 47) of the language that was chosen."""
    return TAGS.get(os.environ.get("LANGUAGE", ""), TAGS[LANGUAGES[0]])


def translate(wording: str) -> str:
    """A wording in the language that was chosen."""
    return gettext.dgettext(DOMAIN, wording) if wording else wording
