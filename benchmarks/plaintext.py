"""How well blocks of plain text are found again after the text was laid out as people paste it.

    python benchmarks/plaintext.py [FOLDER] [--set NAME ...] [--limit N] [--form NAME ...]

FOLDER holds .txt files, one block of a page a line (blank lines are passed over). Without one the
sets in the folder that SOURCECOMPARE_SHARED names are read (`bench/data/extraction/*/
visible.jsonl.gz`). Every page is laid out anew in each form, and its blocks are looked for again:

- a block is found if exactly its characters are one block again; precision is of the blocks that
  came out, recall of those that went in, and "wrapped" is the recall of those that took more than
  one line, which are the only hard ones;
- a false join is a block that came out with parts of two.
"""

import argparse
import gzip
import json
import os
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sourcecompare.plaintext import split_text

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
DATA = SHARED / "bench" / "data" / "extraction"

Form = Callable[[Sequence[str]], Iterator[tuple[str, str]]]
"""Blocks to their laid-out lines and what follows each: a line end, a blank line."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of blocks over all pages."""

    given: int = 0
    found: int = 0
    right: int = 0
    wrapped: int = 0
    """given blocks of more than one line"""
    rewrapped: int = 0
    """of these found"""
    joined: int = 0
    """found blocks with parts of two given ones"""


def columns(text: str) -> int:
    """The width of a text on a terminal; a Chinese character takes two columns."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def wrap(block: str, width: int, *, indent: int = 0, hyphens: bool = False) -> list[str]:
    """The block in lines of at most so many columns, each as full as can be."""
    lines, line, room = [], "", width - indent
    for word in block.split():
        for piece in _pieces(word, width):
            glue = " " if line and (piece[0] == word[0] and word.startswith(piece)) else ""
            size = columns(piece)
            if line and size + len(glue) > room:
                half = room - len(glue) - 1
                if hyphens and half >= 3 and size - half >= 3 and piece.isalpha():
                    line, piece = f"{line}{glue}{piece[:half]}-", piece[half:]
                    size = columns(piece)
                lines.append(line)
                line, room, glue = "", width, ""
            line += glue + piece
            room -= size + len(glue)
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """A word, or its single characters where they may stand on two lines."""
    wide = any(unicodedata.east_asian_width(c) == "W" for c in word)
    return list(word) if wide and columns(word) > width // 4 else [word]


def one_a_line(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        yield block, "\n"


def threes(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """One block a line, a blank line after every third."""
    for number, block in enumerate(blocks, 1):
        yield block, "\n" if number % 3 else "\n\n"


def filled(width: int, end: str, *, lead: str = "", first: int = 0, hyphens: bool = False) -> Form:
    """Every block wrapped; `lead` begins a line, `first` blanks more a block's first."""

    def form(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
        for block in blocks:
            lines = wrap(block, width, indent=first, hyphens=hyphens)
            yield lead + " " * (first) + ("\n" + lead).join(lines), end

    return form


def proportional(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every block wrapped where a proportional face would, no blank lines, as copied from a PDF."""
    for block in blocks:
        lines, room = [""], 0.0
        for word in block.split():
            size = sum(0.55 if c in "fijlrtI.,;:'!|" else 1.5 if c in "mwMW—" else 1 for c in word)
            if size + 0.6 > room and lines[-1]:
                lines.append("")
            room = (room if lines[-1] else 66.0) - size - 0.6
            lines[-1] += (" " if lines[-1] else "") + word
        yield "\n".join(lines), "\n"


def mixed(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every third long block wrapped, each at its own width, the others left as they are."""
    long = 0
    for block in blocks:
        long += len(block) > 150
        if len(block) > 150 and long % 3 == 0:
            yield "\n".join(wrap(block, 60 + long % 30)), "\n\n"
        else:
            yield block, "\n" if len(block) < 40 else "\n\n"


FORMS: dict[str, Form] = {
    "one block a line": one_a_line,
    "threes": threes,
    "72, blank lines": filled(72, "\n\n"),
    "72, no blank lines": filled(72, "\n"),
    "40, blank lines": filled(40, "\n\n"),
    "terminal dump": filled(77, "\n\n", lead="   "),
    "first line indented": filled(66, "\n", first=4),
    "mail quoted": filled(70, "\n> \n", lead="> "),
    "CRLF, 80": filled(80, "\r\n\r\n"),
    "PDF, hyphens": filled(64, "\n", hyphens=True),
    "PDF, proportional": proportional,
    "mixed": mixed,
}


def laid_out(blocks: Sequence[str], form: Form) -> tuple[str, list[tuple[int, int]]]:
    """The text in a form, and where each block stands in it."""
    parts, spans, at = [], [], 0
    for text, end in form(blocks):
        left = len(text) - len(text.lstrip(" >"))  # the marks of a quotation are nobody's words
        spans.append((at + left, at + len(text.rstrip(" >"))))
        if "\r" in end:
            text = text.replace("\n", "\r\n")
            spans[-1] = (spans[-1][0], at + len(text.rstrip(" >")))
        parts += [text, end]
        at += len(text) + len(end)
    return "".join(parts), spans


def count(blocks: Sequence[str], form: Form, tally: Tally) -> list[str]:
    """Lay a page out and look for its blocks; returns the false joins."""
    text, given = laid_out(blocks, form)
    starts = {start for start, _ in given}
    found = []
    for block in split_text(text):
        start = block.span.end - len(block.text.lstrip("> \r\n"))
        end = block.span.start + len(block.text.rstrip("> \r\n"))
        if start < end:  # a line of nothing but marks of quotation is nobody's block
            found.append((start, end))
    exact = set(found).intersection(given)
    long = [span for span in given if "\n" in text[span[0] : span[1]]]
    tally.given += len(given)
    tally.found += len(found)
    tally.right += len(exact)
    tally.wrapped += len(long)
    tally.rewrapped += sum(span in exact for span in long)
    ordered = sorted(starts)
    joins = [text[s:e] for s, e in found if _between(ordered, s + 1, e)]
    tally.joined += len(joins)
    return joins


def _between(ordered: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(ordered, low)
    return at < len(ordered) and ordered[at] < high


def read_folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")


def read_set(name: str) -> Iterator[str]:
    with gzip.open(DATA / name / "visible.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)["text"]


def measure(name: str, texts: Iterable[str], forms: Sequence[str], show: int) -> None:
    pages = [[" ".join(s.split()) for s in t.split("\n") if s.strip()] for t in texts]
    print(f"\n{name}: {len(pages)} pages, {sum(map(len, pages))} blocks")
    print(f"{'':22}{'precision':>10}{'recall':>10}{'wrapped':>10}{'false joins':>13}")
    for form in forms:
        tally, joins = Tally(), list[str]()
        for blocks in pages:
            joins += count(blocks, FORMS[form], tally)
        shares = (
            tally.right / max(1, tally.found),
            tally.right / max(1, tally.given),
            tally.rewrapped / tally.wrapped if tally.wrapped else float("nan"),
        )
        print(f"{form:22}" + "".join(f"{x:10.4f}" for x in shares) + f"{tally.joined:13d}")
        for join in joins[:show]:
            print("    " + join[:300].replace("\n", "\n    "), "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="of .txt files, one block a line")
    parser.add_argument("--set", dest="sets", action="append", help="of the shared data")
    parser.add_argument("--form", dest="forms", action="append", choices=list(FORMS))
    parser.add_argument("--limit", type=int, help="so many pages of each set")
    parser.add_argument("--show", type=int, default=0, help="so many false joins of each form")
    options = parser.parse_args()
    forms = options.forms or list(FORMS)
    if options.folder:
        measure(str(options.folder), read_folder(options.folder), forms, options.show)
        return
    if not DATA.is_dir():
        sys.exit(f"{DATA} is missing: name a FOLDER, or set SOURCECOMPARE_SHARED to the data's.")
    names = options.sets or sorted(p.parent.name for p in DATA.glob("*/visible.jsonl.gz"))
    for name in names:
        measure(name, islice(read_set(name), options.limit), forms, options.show)


if __name__ == "__main__":
    main()
