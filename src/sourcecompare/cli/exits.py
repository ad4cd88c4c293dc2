"""How the program ends: what went wrong in one sentence, and the exit code.

0 done (rejected pages are results), 1 done but some inputs could not be read, 2 usage, setting or
missing input, 3 the output could not be written; 128 and the signal's number if it was broken off
(130 by Ctrl-C).
"""

import signal
import sys

from rich.console import Console

from sourcecompare.errors import OutputError, SourceCompareError

from .commands import app
from .printing import line

USAGE, UNWRITTEN = 2, 3
BROKEN_OFF = 128  # and the number of the signal, as shells have it


def main() -> None:
    """Run the command line; what a user can put right becomes one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _break_off)
    try:
        app()
    except _BrokenOffError as error:
        sys.exit(BROKEN_OFF + error.number)
    except OutputError as error:
        _fail(error, UNWRITTEN)
    except SourceCompareError as error:
        _fail(error, USAGE)
    except BrokenPipeError:
        sys.exit(0)  # whoever read our output has read enough


class _BrokenOffError(BaseException):
    """Not a KeyboardInterrupt, for which Typer would exit with 1: "some inputs were not read"."""

    def __init__(self, number: int) -> None:
        self.number = number


def _break_off(number: int, _: object) -> None:
    raise _BrokenOffError(number)


def _fail(error: SourceCompareError, code: int) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(
        f"[bold red]Error:[/] {line(str(error))}"
    )
    sys.exit(code)
