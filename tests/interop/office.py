"""The docx as LibreOffice lays it out: docx to PDF, and PDF pages to images.

LibreOffice is the only word processor at hand that runs without a screen; what it shows is a
measurement of LibreOffice, not of Word or WPS.
"""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FONTS_CONF = Path(__file__).with_name("fonts.conf")
TIME_LIMIT = 120
"""Seconds for one program run; the first start of LibreOffice builds its profile."""


class OfficeError(RuntimeError):
    """A program is missing, failed, took too long, or wrote nothing."""


def missing_programs() -> list[str]:
    """The programs of this module that are not installed, for the reason of a skip."""
    return [name for name in ("soffice", "pdftoppm", "fc-match") if shutil.which(name) is None]


@cache
def _profile() -> Path:
    # One profile a process: two LibreOffices in one profile hand their work to each other.
    folder = Path(tempfile.mkdtemp(prefix="plangen-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _environment() -> dict[str, str]:
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS_CONF), "LC_ALL": "C.UTF-8"}


def run_for_output(command: list[str], *, time_limit: float = TIME_LIMIT) -> tuple[int, str]:
    """Run a program; return its exit status and what it printed.

    Raises:
        OfficeError: the program is missing, or was ended with its children at the time limit.
    """
    try:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=_environment(),
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise OfficeError(f"{command[0]} is not installed: scripts/install-interop.sh") from error
    try:
        output, _ = process.communicate(timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        # soffice is a script around the program proper: killing the script alone leaves that.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise OfficeError(f"{command[0]} took more than {time_limit} s") from error
    return process.returncode, output.decode("utf-8", "replace")


def _run(command: list[str], *, time_limit: float = TIME_LIMIT) -> str:
    status, output = run_for_output(command, time_limit=time_limit)
    if status != 0:
        raise OfficeError(f"{command[0]} ended with {status}: {output.strip()}")
    return output


def font_for(family: str) -> str:
    """The family that fontconfig gives for a font name of a docx, under ``fonts.conf``."""
    return _run(["fc-match", "--format=%{family[0]}", family]).strip()


def convert(docx: Path, out: Path, *, time_limit: float = TIME_LIMIT) -> Path:
    """Lay a docx out with LibreOffice; return the PDF, which is written into the folder *out*.

    Raises:
        OfficeError: LibreOffice is missing, failed, took too long, or wrote no PDF.
    """
    (pdf,) = convert_all([docx], out, time_limit=time_limit)
    return pdf


def convert_all(docxs: Sequence[Path], out: Path, *, time_limit: float = TIME_LIMIT) -> list[Path]:
    """Lay several docx out in one run, which saves the start of LibreOffice for all but one.

    Raises:
        OfficeError: as :func:`convert`; the message names the first docx without a PDF.
    """
    out.mkdir(parents=True, exist_ok=True)
    pdfs = [out / f"{docx.stem}.pdf" for docx in docxs]
    for pdf in pdfs:
        pdf.unlink(missing_ok=True)
    said = _run(
        [
            "soffice",
            f"-env:UserInstallation={_profile().as_uri()}",
            "--headless",
            "--nologo",
            "--norestore",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            str(out),
            *map(str, docxs),
        ],
        time_limit=time_limit,
    )
    for docx, pdf in zip(docxs, pdfs, strict=True):
        if not pdf.is_file():
            # A file that it cannot read is no error to LibreOffice: it ends with 0.
            raise OfficeError(f"LibreOffice wrote no PDF for {docx.name}: {said.strip()}")
    return pdfs


def pages_as_png(pdf: Path, dpi: int) -> list[Path]:
    """Draw every page through pdftoppm; the images lie beside the PDF, in page order."""
    folder = pdf.with_name(f"{pdf.stem}-{dpi}dpi")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    _run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(folder / "page")])
    return sorted(folder.glob("page*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
