"""Writes the manual of the cross-checks, docs/checks.md, from the checks themselves."""

from __future__ import annotations

from pathlib import Path

from plangen.audit.checks.manual import manual

PAGE = Path(__file__).resolve().parents[1] / "docs/checks.md"

if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
