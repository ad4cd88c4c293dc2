"""One process a tool, pages in turns, a limit on time, and no crash that stops the run."""

import logging
import multiprocessing
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from .tools import Kept, Tool, find

WARM_UP = {
    "html": "<html><body><article><p>One sentence, here to load what is needed.</p></article>",
    "text": "One sentence, here to load what is needed.",
}
STARTING = 120
"""seconds that a tool may take to load"""
ERROR = 120
"""characters of an error's message that are kept"""
ENDING = 5
"""seconds that a process gets to end by itself"""
SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One page by one tool."""

    kept: Kept
    seconds: float
    """of processor time, of the call alone"""
    peak: int
    """bytes: the most memory that the process has held so far"""
    error: str | None = None


def peak_memory() -> int:
    """The most bytes that this process has held since it started."""
    status = Path("/proc/self/status")
    if status.is_file():  # ru_maxrss may still be that of the process that started this one
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    import resource  # not on every system

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def take_turn(run: Callable[[str], Kept], content: str) -> Turn:
    """The call, timed; an exception is a result without text."""
    start = time.process_time()
    kept, error = Kept(text=""), None
    try:
        kept = run(content)
    except Exception as raised:  # noqa: BLE001 - that a tool fails is what is measured
        error = " ".join(f"{type(raised).__name__}: {raised}".replace("*", "").split())[:ERROR]
    seconds = time.process_time() - start
    return Turn(kept=kept, seconds=seconds, peak=peak_memory(), error=error)


def serve(connection: Connection, media: str, name: str) -> None:
    """The life of a tool's process: content (or the path of it) in, turns out, until None."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    run = find(media, name).run
    connection.send(take_turn(run, WARM_UP[media]))
    while (content := connection.recv()) is not None:
        if isinstance(content, Path):
            content = content.read_text(encoding="utf-8")
        connection.send(take_turn(run, content))


class Worker:
    """A tool in a process of its own; started anew after a crash or an overrun."""

    def __init__(self, tool: Tool, media: str, limit: float) -> None:
        self.tool, self.media, self.limit = tool, media, limit
        self._start()

    def _start(self) -> None:
        self.connection, other = SPAWN.Pipe()
        arguments = (other, self.media, self.tool.name)
        self.process = SPAWN.Process(target=serve, args=arguments, daemon=True)
        self.process.start()
        other.close()
        self.ready = self._receive(STARTING)

    def _receive(self, limit: float, content: str | Path | None = None) -> Turn:
        """The answer to the content, else to the start; a process that gave none is ended."""
        error, seconds = f"no result within {limit:g} s", limit
        try:
            if content is not None:
                self.connection.send(content)
            if self.connection.poll(limit):
                turn: Turn = self.connection.recv()
                return turn
        except (EOFError, OSError):
            self.process.join(ENDING)
            error, seconds = f"the process ended with code {self.process.exitcode}", 0.0
        self.process.kill()
        self.process.join(ENDING)
        return Turn(kept=Kept(text=""), seconds=seconds, peak=0, error=error)

    def take(self, content: str | Path) -> Turn:
        """What the tool keeps of a page; nothing, with the error, where it fails."""
        if not self.process.is_alive():
            self._start()
            if self.ready.error:
                return self.ready
        return self._receive(self.limit, content)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.is_alive():
            self.connection.send(None)
            self.process.join(ENDING)
        if self.process.is_alive():
            self.process.kill()
