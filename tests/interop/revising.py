"""Tracked changes accepted or rejected by LibreOffice, through a macro in a profile of its own."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from .office import OfficeError, run_for_output

COMMANDS = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}
FIRST_START = ("--headless", "--norestore", "--terminate_after_init")
MODULE = "user/basic/Standard/Module1.xba"
_MACRO = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Resolve(given As String, made As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(given), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(made), filter())
  document.close(True)
End Sub
</script:module>
"""


@cache
def _profile() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="plangen-revising-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # The first start makes the profile with an empty module; a macro put there before is lost.
    run_for_output(["soffice", f"-env:UserInstallation={folder.as_uri()}", *FIRST_START])
    (folder / MODULE).write_text(_MACRO, encoding="utf-8")
    return folder


def resolve(docx: Path, way: str, made: Path) -> Path:
    """Accept or reject all changes of a docx, as LibreOffice does; the result is a docx too.

    Raises:
        OfficeError: LibreOffice is missing, failed, took too long, or wrote nothing.
    """
    call = f'macro:///Standard.Module1.Resolve("{docx}","{made}","{COMMANDS[way]}")'
    profile = f"-env:UserInstallation={_profile().as_uri()}"
    status, said = run_for_output(["soffice", profile, "--headless", "--norestore", call])
    if status != 0 or not made.is_file():
        raise OfficeError(f"LibreOffice wrote no {made.name}: {said.strip()}")
    return made
