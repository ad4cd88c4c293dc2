"""Text gathered between two block boundaries: cells of a row, lines at <br>, runs in between."""

import re
from dataclasses import dataclass, field

CELL = 150  # characters; a cell longer than this is a column of a layout, not of a table
CELL_LINES = 2  # a cell with more lines is such a column too
ROW = 600  # characters; the same for a whole row

_HTML_SPACE = re.compile(r"[ \t\n\f\r]+")
_LINE_ENDS = re.compile(r"[.!?:;…。！？][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Run:
    """The text of one block."""

    text: str
    link: int
    """characters inside links"""
    time: int
    """characters inside <time>"""
    row: bool = False
    """all cells of a table row, not a column of a layout"""


@dataclass(slots=True)
class _Line:
    """What is gathered of one line."""

    pieces: list[str] = field(default_factory=list)
    link: int = 0
    time: int = 0

    def text(self) -> str:
        """White space collapsed as HTML does it; no-break spaces stay inside."""
        return _HTML_SPACE.sub(" ", "".join(self.pieces)).strip()


class Gatherer:
    """Takes text piece by piece until a block ends."""

    def __init__(self) -> None:
        self._cells: list[list[_Line]] = [[_Line()]]

    def add(self, text: str, *, linked: bool, timed: bool) -> None:
        """Text in the current line."""
        line = self._cells[-1][-1]
        line.pieces.append(text)
        size = len(text.strip())
        line.link += size if linked else 0
        line.time += size if timed else 0

    def next_line(self) -> None:
        """A <br>."""
        self._cells[-1].append(_Line())

    def next_cell(self) -> None:
        """A cell of a table row begins."""
        if any(line.pieces for line in self._cells[-1]):
            self._cells.append([_Line()])

    def take(self) -> list[Run]:
        """What was gathered, as runs that are blocks of their own; the gatherer is empty again."""
        cells = [_joined(lines) for lines in self._cells]
        self._cells = [[_Line()]]
        cells = [runs for runs in cells if runs]
        if len(cells) == 1:
            return cells[0]
        texts = [" ".join(run.text for run in runs) for runs in cells]
        layout = any(len(runs) > CELL_LINES for runs in cells)
        small = not texts or (max(map(len, texts)) <= CELL and sum(map(len, texts)) <= ROW)
        if small and not layout:
            link = sum(run.link for runs in cells for run in runs)
            return [Run("\t".join(texts), link, 0, row=True)] if texts else []
        return [run for runs in cells for run in runs]


def _joined(lines: list[_Line]) -> list[Run]:
    """The lines as runs; a <br> that only wraps a sentence joins two of them."""
    runs: list[Run] = []
    for line in lines:
        text = line.text()
        if not text:
            continue
        run = Run(text, line.link, line.time)
        if runs and text[0].islower() and not _LINE_ENDS.search(runs[-1].text[-3:]):
            above = runs.pop()
            run = Run(f"{above.text} {text}", above.link + run.link, above.time + run.time)
        runs.append(run)
    return runs
