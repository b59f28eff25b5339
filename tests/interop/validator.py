"""Is a docx valid Open XML? Asked of Microsoft's own schemas, through an npm package.

LibreOffice, pandoc and python-docx open files that make Word offer to repair them.
``scripts/install-interop.sh`` installs the package.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from .office import OfficeError, run_for_output

PROGRAM = (
    Path(__file__).parents[2] / ".cache" / "interop" / "node_modules" / ".bin" / "ooxml-validator"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a docx: where it is (part and XPath) and what the schema says."""

    part: str
    xpath: str
    message: str


def missing() -> bool:
    """Whether the validator or Node.js, which runs it, is not installed."""
    return not PROGRAM.exists() or shutil.which("node") is None


def findings(docx: Path, *, program: Path = PROGRAM) -> list[Finding]:
    """Every fault that the validator finds in a docx, against the newest Office's schemas.

    Raises:
        OfficeError: the validator is missing, or it could not be run.
    """
    status, output = run_for_output([str(program), str(docx)])
    if status not in (0, 1):
        raise OfficeError(f"{program.name} ended with {status}: {output.strip()}")
    return [
        Finding(
            part=error["path"] or "",
            xpath=error["xPath"] or "",
            message=error["description"],
        )
        for error in json.loads(output)["errors"]
    ]
