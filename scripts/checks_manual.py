"""Writes the manual of the cross-checks from the checks: docs/checks.zh.md, docs/checks.md."""

from __future__ import annotations

from gettext import translation
from pathlib import Path

from plangen.audit.checks.manual import manual
from plangen.cli.language import CATALOGUES, DOMAIN

DOCS = Path(__file__).resolve().parents[1] / "docs"


def pages() -> dict[Path, str]:
    """The pages by their files: Chinese as the source says it, English from the catalogue."""
    english = translation(DOMAIN, CATALOGUES, ["en"]).gettext
    return {DOCS / "checks.zh.md": manual(), DOCS / "checks.md": manual(english)}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
