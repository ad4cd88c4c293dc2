"""Text gathered between two block boundaries: cells of a row, lines at <br>, runs in between."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .ancestry import Element

CELL = 150  # characters; a cell longer than this is a column of a layout, not of a table
CELL_LINES = 2  # a cell with more lines is such a column too
ROW = 600  # characters; the same for a whole row

_HTML_SPACE = re.compile(r"[ \t\n\f\r]+")
_LINE_ENDS = re.compile(r"[.!?:;…。！？][\"'”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The text of one block."""

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
    hidden: list[bool] = field(default_factory=list)
    """for each piece"""
    link: int = 0
    time: int = 0

    def run(self) -> Run | None:
        """White space collapsed as HTML does it; no-break spaces stay inside."""
        text = _HTML_SPACE.sub(" ", "".join(self.pieces))
        if self.owner is None or not text.strip():
            return None
        hidden = self._hidden_runs(text) if any(self.hidden) else ()
        return Run(
            text=text.strip(), owner=self.owner, link=self.link, time=self.time, hidden=hidden
        )

    def _hidden_runs(self, collapsed: str) -> tuple[tuple[int, int], ...]:
        """Where the hidden pieces stand in the stripped text, without white space at the ends."""
        left = len(collapsed) - len(collapsed.lstrip())
        runs: list[tuple[int, int]] = []
        at, blank = 0, False
        for piece, hidden in zip(self.pieces, self.hidden, strict=True):
            text = _HTML_SPACE.sub(" ", piece)
            text = text[1:] if blank and text.startswith(" ") else text
            blank = text.endswith(" ") if text else blank
            shown = text.strip()
            if hidden and shown:
                start = at + len(text) - len(text.lstrip()) - left
                runs.append((start, start + len(shown)))
            at += len(text)
        return tuple(runs)


class Gatherer:
    """Takes text piece by piece until a block ends."""

    def __init__(self) -> None:
        self._cells: list[list[_Line]] = [[_Line()]]

    def add(self, text: str, owner: Element, *, linked: bool) -> None:
        """Text in the current line, right inside `owner`."""
        line = self._cells[-1][-1]
        line.pieces.append(text)
        line.hidden.append(owner.hidden)
        size = len(text.strip())
        if size and line.owner is None:
            line.owner = owner
        line.link += size if linked else 0
        line.time += size if owner.tag == "time" else 0

    def next_line(self) -> None:
        """A <br>."""
        self._cells[-1].append(_Line())

    def next_cell(self) -> None:
        """A cell of a table row begins or ends."""
        if any(line.pieces for line in self._cells[-1]):
            self._cells.append([_Line()])

    def take(self) -> list[Run]:
        """What was gathered, as runs that are blocks of their own; the gatherer is empty again."""
        cells = [runs for runs in map(_joined, self._cells) if runs]
        self._cells = [[_Line()]]
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
