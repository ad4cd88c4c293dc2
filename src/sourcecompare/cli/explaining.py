"""A cleaned page as its reader saw it, with what went and why: `sourcecompare clean --explain`.

The marks carry the meaning, colours only repeat it: what stayed is indented; what went has a "-" in
the margin, below a line with "#" that tells rule, confidence and reason; what was cut out of a
paragraph stands in it between "[-" and "-]". A page can imitate none of the margins, for its own
line ends are gone and its control signs are spelt out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, groupby

import typer
from rich.console import Console
from rich.text import Text

from sourcecompare.model import Article, Block, Kind, Rejected, Removal
from sourcecompare.report import spelt_out
from sourcecompare.report.wording import REASONS, cleaning, when
from sourcecompare.text import words

from .printing import counted

KEPT, GONE, WHY, LABEL = "  ", "- ", "# ", 12
"""Margins; the widest label, "Confidence", has ten letters."""
BESIDE = " | "
SHORT = 30  # columns; what went and is longer stands alone on its line
NARROWEST = 20  # columns; below, a margin would leave no room for words
UNKNOWN = "not stated on the page"

_WHITE = re.compile(r"\s+")
_DENSE = frozenset({Kind.LIST_ITEM, Kind.TABLE_ROW})
"""Blocks that follow each other without a blank line."""


class Fit(StrEnum):
    """What becomes of a line that is longer than the terminal is wide."""

    CUT = "cut"
    """what went gets an ellipsis, or shares a line if it is short; all else is wrapped"""
    WRAP = "wrap"
    """everything is wrapped"""
    RUN = "run"
    """nothing is: there is no terminal, but a pipe or a file"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What stands on one line, if it is wide enough."""

    text: Text
    first: str = ""
    """margin of its first row"""
    rest: str = ""
    """margin of the others"""
    style: str = ""
    """of the margins"""
    may_be_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A run of a block that is not white; it stayed where there is no removal."""

    text: str
    removal: Removal | None


BLANK = _Line(text=Text())


def print_cut(result: Article | Rejected) -> None:
    """The whole page; on a terminal, lines that went are cut to its width."""
    _print(result, Fit.CUT)


def print_whole(result: Article | Rejected) -> None:
    """The whole page, nothing cut."""
    _print(result, Fit.WRAP)


def _print(result: Article | Rejected, fit: Fit) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if console.no_color:
        # Rich would go on to print bold and dim: escape codes, which NO_COLOR does not want.
        console = Console(highlight=False, soft_wrap=True, color_system=None)
    with console.capture() as captured:
        for row in explained(result, console, fit if console.is_terminal else Fit.RUN):
            console.print(row)
    typer.echo(captured.get(), nl=False, color=console.is_terminal)


def explained(result: Article | Rejected, console: Console, fit: Fit) -> Iterator[Text]:
    """The page from its head to its sums, row by row.

    No row is wider than the console, if that has 20 columns or more; with `Fit.RUN` any may be.
    """
    width = max(console.width, NARROWEST)
    lines = chain(_head(result), _body(result), _foot(result))
    for line in _packed(lines, width) if fit is Fit.CUT else lines:
        first, rest = Text(line.first, line.style), Text(line.rest, line.style)
        room = width - max(first.cell_len, rest.cell_len)
        if fit is Fit.RUN or not line.text:
            yield Text.assemble(first, line.text)
        elif line.may_be_cut and fit is Fit.CUT:
            text = line.text.copy()
            text.truncate(room, overflow="ellipsis")
            yield Text.assemble(first, text)
        else:
            for number, row in enumerate(line.text.wrap(console, room)):
                row.rstrip()
                yield Text.assemble(rest if number else first, row)


def _packed(lines: Iterable[_Line], width: int) -> Iterator[_Line]:
    """The lines, with neighbours that went and are short on one: menus have hundreds of them."""
    row: _Line | None = None
    for line in lines:
        short = line.may_be_cut and line.text.cell_len <= SHORT
        if row and short:
            both = Text.assemble(row.text, BESIDE, line.text)
            if len(line.first) + both.cell_len <= width:
                row = replace(row, text=both)
                continue
        if row:
            yield row
        row = line if short else None
        if not short:
            yield line
    if row:
        yield row


def _flat(text: str) -> str:
    """Words of a page for one line, with all that could command a terminal spelt out.

    Soft hyphens go: a browser does not show them either.
    """
    return str(spelt_out(_WHITE.sub(" ", text))).replace("\u00ad", "")


# ------------------------------------------------------------------ head and foot


def _head(result: Article | Rejected) -> Iterator[_Line]:
    page = result.page
    yield _Line(text=Text(f"== {_flat(page.id)}", "bold"))
    yield BLANK
    notes = page.notes
    if isinstance(result, Article):
        yield _field("Title", result.title or UNKNOWN, "bold")
        yield _field("Author", result.author or UNKNOWN)
        yield _field("Published", when(result.published) if result.published else UNKNOWN)
        yield _field("Language", result.language or UNKNOWN)
        yield _field("Confidence", cleaning(result.confidence))
        notes = (*notes, *result.notes)
    else:
        why = f"{REASONS[result.reason]} ({result.reason}): {result.detail}"
        yield _field("Rejected", why, "bold")
    for note in notes:
        yield _field("Note", note, "bold")


def _field(label: str, value: str, style: str = "") -> _Line:
    return _Line(
        text=Text(_flat(value), style),
        first=label.ljust(LABEL),
        rest=" " * LABEL,
        style="cyan",
    )


def _foot(result: Article | Rejected) -> Iterator[_Line]:
    blocks = sum(bool(block.text.strip()) for block in result.page.blocks)
    kept = len(result.blocks) if isinstance(result, Article) else 0
    shares = f"{kept} of {counted(blocks, 'block')}, {counted(len(words(result.text)), 'word')}"
    rules = Counter(removal.rule.value for removal in result.removals)
    ordered = sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))
    yield BLANK
    yield _field("Kept", shares)
    yield _field("Removed", ", ".join(f"{rule} {count}" for rule, count in ordered) or "nothing")
    yield BLANK


# ------------------------------------------------------------------ body


def _body(result: Article | Rejected) -> Iterator[_Line]:
    """Every block once, in page order."""
    parts = list(_parts(result))
    if not parts:
        yield BLANK
        yield _Line(text=Text("The page shows no text.", "dim"), first=KEPT, rest=KEPT)
    for stayed, run in groupby(parts, key=lambda part: _stayed(part[1])):
        if stayed:
            yield from _kept_blocks(run)
        else:
            yield BLANK
            yield from _gone([piece for _, pieces in run for piece in pieces])


def _kept_blocks(run: Iterable[tuple[Block, list[_Piece]]]) -> Iterator[_Line]:
    before: Kind | None = None
    for block, pieces in run:
        if block.kind is not before or block.kind not in _DENSE:
            yield BLANK
        yield from _kept(block, pieces)
        before = block.kind


def _stayed(pieces: Sequence[_Piece]) -> bool:
    return any(piece.removal is None and piece.text.strip() for piece in pieces)


def _kept(block: Block, pieces: Sequence[_Piece]) -> Iterator[_Line]:
    """A block that stayed, with what was cut out of it, and below why."""
    text = Text(style="bold" if block.kind is Kind.HEADING else "")
    for piece in pieces:
        if piece.removal is None:
            text.append(piece.text if text else piece.text.lstrip())
        else:
            text.append(f"[-{piece.text}-]", "red")
    text.rstrip()
    yield _Line(text=text, first=KEPT, rest=KEPT)
    for reason, _ in groupby(_reason(piece.removal) for piece in pieces if piece.removal):
        yield _because(reason)


def _gone(pieces: Sequence[_Piece]) -> Iterator[_Line]:
    """Rule, confidence and reason once, and below them each line that went."""
    removals = [(piece, piece.removal) for piece in pieces if piece.removal]
    for reason, run in groupby(removals, key=lambda pair: _reason(pair[1])):
        yield _because(reason)
        for piece, _ in run:
            gone = Text(piece.text.strip(), "red")
            yield _Line(text=gone, first=GONE, rest=GONE, style="red", may_be_cut=True)


def _because(reason: Text) -> _Line:
    return _Line(text=reason, first=WHY, rest=WHY + KEPT, style="cyan")


def _reason(removal: Removal) -> Text:
    return Text.assemble(
        (f"{removal.rule.value} ({removal.confidence:.2f})", "cyan"),
        f": {_flat(removal.reason)}",
    )


def _parts(result: Article | Rejected) -> Iterator[tuple[Block, list[_Piece]]]:
    """Each block that holds words, with the runs that it divides into."""
    visible = result.page.visible
    number = 0
    for block in result.page.blocks:
        pieces: list[_Piece] = []
        at, end = block.span.start, block.span.end
        while number < len(result.removals) and result.removals[number].span.start < end:
            removal = result.removals[number]
            start, stop = max(at, removal.span.start), min(end, removal.span.end)
            pieces += [_Piece(text=visible[at:start], removal=None)]
            pieces += [_Piece(text=visible[start:stop], removal=removal)]
            at = max(at, stop)
            if removal.span.end > end:
                break  # it goes on in the next block
            number += 1
        pieces += [_Piece(text=visible[at:end], removal=None)]
        pieces = [_Piece(text=_flat(one.text), removal=one.removal) for one in pieces]
        if any(piece.text.strip() for piece in pieces):
            yield block, [piece for piece in pieces if piece.text]
