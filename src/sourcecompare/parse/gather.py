"""Text gathered between two block boundaries: cells of a row, lines at <br>, runs in between."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .ancestry import Element

CELL = 150  # characters; a cell longer than this is a column of a layout, not of a table
CELL_LINES = 2  # a cell with more lines is such a column too
ROW = 600  # characters; the same for a whole row

_HTML_SPACE = re.compile(r"[ \t\n\f\r]+")
_LINE_ENDS = re.compile(r"[.!?:;…。！？][\"'”’)]*$")


class Run(NamedTuple):
    """The text of one block; a tuple, for a page makes hundreds and a frozen class costs more."""

    text: str
    owner: Element
    """the innermost element of its first character"""
    link: int = 0
    """characters inside links"""
    time: int = 0
    """characters inside <time>"""
    hidden: tuple[tuple[int, int], ...] = ()
    """start and end of the runs that a browser does not show, in characters of the text"""
    row: bool = False
    """all cells of a table row, not a column of a layout"""


@dataclass(slots=True)
class _Line:
    """What is gathered of one line."""

    owner: Element | None = None
    pieces: list[str] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    """numbers of the pieces that a browser does not show"""
    link: int = 0
    time: int = 0

    def run(self) -> Run | None:
        """White space collapsed as HTML does it; no-break spaces stay inside."""
        if self.owner is None:
            return None
        text = _HTML_SPACE.sub(" ", "".join(self.pieces))
        stripped = text.strip()
        if not stripped:
            return None
        hidden = self._hidden_runs(text) if self.hidden else ()
        return Run(text=stripped, owner=self.owner, link=self.link, time=self.time, hidden=hidden)

    def _hidden_runs(self, collapsed: str) -> tuple[tuple[int, int], ...]:
        """Where the hidden pieces stand in the stripped text, without white space at the ends."""
        left = len(collapsed) - len(collapsed.lstrip())
        runs: list[tuple[int, int]] = []
        at, blank = 0, False
        for number, piece in enumerate(self.pieces):
            text = _HTML_SPACE.sub(" ", piece)
            text = text[1:] if blank and text.startswith(" ") else text
            blank = text.endswith(" ") if text else blank
            shown = text.strip()
            if shown and number in self.hidden:
                start = at + len(text) - len(text.lstrip()) - left
                runs.append((start, start + len(shown)))
            at += len(text)
        return tuple(runs)


class Gatherer:
    """Takes text piece by piece until a block ends."""

    def __init__(self) -> None:
        self._cells: list[list[_Line]] = [[_Line()]]
        self.holds = False
        """whether there is anything to take"""

    def add(self, text: str, owner: Element, *, linked: bool) -> None:
        """Text in the current line, right inside `owner`."""
        self.holds = True
        line = self._cells[-1][-1]
        line.pieces.append(text)
        if owner.hidden:
            line.hidden.add(len(line.pieces) - 1)
        size = len(text.strip())
        if not size:
            return
        if line.owner is None:
            line.owner = owner
        if linked:
            line.link += size
        if owner.tag == "time":
            line.time += size

    def next_line(self) -> None:
        """A <br>."""
        self.holds = True
        self._cells[-1].append(_Line())

    def next_cell(self) -> None:
        """A cell of a table row begins or ends."""
        if any(line.pieces for line in self._cells[-1]):
            self.holds = True
            self._cells.append([_Line()])

    def take(self) -> list[Run]:
        """What was gathered, as runs that are blocks of their own; the gatherer is empty again."""
        gathered, self._cells, self.holds = self._cells, [[_Line()]], False
        cells = [runs for runs in map(_joined, gathered) if runs]
        if len(cells) < 2:
            return cells[0] if cells else []
        rows = [_merged(runs, " ") for runs in cells]
        layout = any(len(runs) > CELL_LINES for runs in cells)
        sizes = [len(run.text) for run in rows]
        if layout or max(sizes) > CELL or sum(sizes) > ROW:
            return [run for runs in cells for run in runs]
        return [_merged(rows, "\t", row=True)]


def _joined(lines: list[_Line]) -> list[Run]:
    """The lines as runs; a <br> that only wraps a sentence joins two of them."""
    if len(lines) == 1:
        only = lines[0].run()
        return [only] if only else []
    runs: list[Run] = []
    for line in lines:
        run = line.run()
        if run is None:
            continue
        if runs and run.text[0].islower() and not _LINE_ENDS.search(runs[-1].text[-3:]):
            run = _merged([runs.pop(), run], " ")
        runs.append(run)
    return runs


def _merged(runs: Iterable[Run], joint: str, *, row: bool = False) -> Run:
    """Several runs as one, apart by a joint of one character."""
    runs = tuple(runs)
    starts = [0]
    for run in runs:
        starts.append(starts[-1] + len(run.text) + 1)
    return Run(
        text=joint.join(run.text for run in runs),
        owner=runs[0].owner,
        link=sum(run.link for run in runs),
        time=sum(run.time for run in runs),
        hidden=tuple(
            (start + left, start + right)
            for start, run in zip(starts, runs, strict=False)
            for left, right in run.hidden
        ),
        row=row,
    )
