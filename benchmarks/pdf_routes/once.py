"""One route in a process of its own: what it needed, as JSON on the last line.

``once.py ROUTE TARGET SOURCE…`` sets each source with the program, the time of the last one taken,
and writes that one's PDF. ``once.py plangen-command ARGUMENT…`` is the command line itself.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

sys.path[0] = str(Path(__file__).parents[1])
COMMAND = "plangen-command"


def run_command(arguments: list[str]) -> None:
    sys.argv = ["plangen", *arguments]
    try:
        import_module("plangen.cli.main").main()
    except SystemExit as end:
        if end.code:
            raise


def run_route(route: str, target: Path, sources: list[Path]) -> float:
    pdf = import_module(f"pdf_routes.run_{route}").pdf
    seconds = 0.0
    for path in sources:
        source = path.read_text(encoding="utf-8")
        start = perf_counter()
        made = pdf(source)
        seconds = perf_counter() - start
        target.write_bytes(made)
    return seconds


def main() -> None:
    what, *arguments = sys.argv[1:]
    seconds = 0.0
    if what == COMMAND:
        run_command(arguments)
    else:
        target, *sources = map(Path, arguments)
        seconds = run_route(what, target, sources)
    from memory import peak_memory

    print(f'{{"seconds": {seconds}, "megabytes": {peak_memory()}}}')


if __name__ == "__main__":
    main()
