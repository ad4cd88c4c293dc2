"""How well, how fast and in how much memory sourcecompare and other tools find a page's article.

    python benchmarks/cleaning.py [--set NAME] [--media html|text] [--tools NAME,NAME] [--limit N]
    python benchmarks/cleaning.py --memory

Every installed tool gets the same decoded page, each in a process of its own, one after the other.
Markdown tables go to standard output. benchmarks/README.md says what the figures mean.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from extraction import memory, page_sets, results, scores, tools
from extraction.results import Measured, SetResult
from extraction.scores import Score
from extraction.tools import Tool
from extraction.turns import Turn, Worker

ROOT = Path(__file__).parents[1]
DATA = Path("bench/data/extraction")
"""of the page sets in the folder that SOURCECOMPARE_SHARED names"""
LIMIT = 60
"""seconds that a page may take"""


def kept_lines(lines: Sequence[str], turn: Turn) -> list[bool]:
    """Which lines the tool kept: by half of their characters in its spans, else by its words."""
    if turn.kept.spans is None:
        return [bool(label) for label in scores.content_lines(lines, turn.kept.text)]
    inside = bytearray(sum(map(len, lines)) + len(lines))
    for start, end in turn.kept.spans:
        inside[start:end] = b"\x01" * (end - start)
    kept, start = [], 0
    for line in lines:
        places = [start + n for n, char in enumerate(line) if not char.isspace()]
        kept.append(bool(places) and 2 * sum(inside[place] for place in places) >= len(places))
        start += len(line) + 1
    return kept


def score_turn(media: str, content: str, gold: str, turn: Turn) -> Score:
    """All figures of one page by one tool."""
    found = scores.score_text(gold, turn.kept.text)
    if media == "text":
        lines = content.split("\n")
        labels = scores.content_lines(lines, gold)
        found = replace(found, **scores.score_lines(labels, kept_lines(lines, turn)))
    return replace(found, seconds=turn.seconds, error=turn.error)


def measure(folder: Path, media: str, chosen: Sequence[Tool], limit: int | None) -> SetResult:
    """Every chosen tool on the pages of one set, page by page in turns."""
    gold = page_sets.read_gold(folder)
    ids = page_sets.spread(list(gold), limit)
    found = {
        tool.name: Measured(version=tool.installed() or "", settings=tool.settings)
        for tool in chosen
    }
    prints: dict[str, str] = {}
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(tool, media, LIMIT)) for tool in chosen]
        for number, (name, content) in enumerate(page_sets.page_texts(folder, media, set(ids))):
            # Whoever comes first finds cold caches: each tool is first equally often.
            first = number % len(workers)
            turns = {w.tool.name: w.take(content) for w in workers[first:] + workers[:first]}
            beside = turns[tools.BESIDE].seconds if tools.BESIDE in turns else None
            prints[name] = page_sets.fingerprint(content, gold[name])
            for tool, turn in turns.items():
                score = score_turn(media, content, gold[name], turn)
                found[tool].pages[name] = replace(score, beside=beside)
                found[tool].peak = max(found[tool].peak, turn.peak)
            if sys.stderr.isatty():
                print(f"\r{folder.name}: {len(prints)}/{len(ids)}", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return SetResult(prints=prints, tools=found)


def write_into(path: Path, kind: str, tables: str) -> None:
    """Put the tables into a document, between the two comments that mark their place."""
    start, end = f"<!-- figures: {kind} -->\n", f"<!-- end of figures: {kind} -->"
    before, found, rest = path.read_text(encoding="utf-8").partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        sys.exit(f"{path}: there is no place marked {start.strip()} ... {end}")
    path.write_text(f"{before}{start}\n{tables}\n{closed}{after}", encoding="utf-8")


def give(kind: str, tables: Sequence[str], into: Path | None) -> None:
    """The tables on standard output, and into a document where one is named."""
    text = "\n".join(tables)
    print(text)
    if into:
        write_into(into, kind, text)


def choose_tools(media: str, names: str | None) -> list[Tool]:
    """The tools that were named, else all; those that are not installed are said and left out."""
    wanted = names.split(",") if names else [tool.name for tool in tools.TOOLS[media]]
    known = {tool.name for tool in tools.TOOLS[media]}
    if unknown := [name for name in wanted if name not in known]:
        sys.exit(f"no tool named {', '.join(unknown)}; there are: {', '.join(sorted(known))}")
    chosen = [tools.find(media, name) for name in wanted]
    for tool in chosen:
        if tool.installed() is None:
            print(f"not installed, left out: {tool.name}", file=sys.stderr)
    return [tool for tool in chosen if tool.installed() is not None]


def parse_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    shared = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=shared / DATA, help="folder of the page sets")
    parser.add_argument("--set", dest="sets", action="append", metavar="NAME", help="one or more")
    parser.add_argument("--media", choices=tuple(tools.TOOLS), default="html")
    parser.add_argument("--tools", metavar="NAME,NAME", help="only these")
    parser.add_argument("--limit", type=int, metavar="N", help="so many pages a set, evenly spread")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write every figure, page by page"
    )
    parser.add_argument(
        "--stored", type=Path, metavar="FILE", help="take tools not run now from this --json FILE"
    )
    parser.add_argument(
        "--into", type=Path, metavar="FILE", help="put the tables into this document besides"
    )
    parser.add_argument("--memory", action="store_true", help="one page of 5 MB instead")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse_options(arguments)
    if options.memory:
        names = options.tools or f"{tools.OURS},{tools.BESIDE}"
        found = memory.compare(choose_tools("html", names))
        give("memory", [memory.table(kind, peaks) for kind, peaks in found], options.into)
        return
    names = options.sets or page_sets.set_names(options.data)
    if message := page_sets.missing(options.data, names):
        sys.exit(message)
    chosen = choose_tools(options.media, options.tools)
    done: dict[str, SetResult] = {}
    for name in names:
        done[name] = measure(options.data / name, options.media, chosen, options.limit)
    if options.json:
        results.dump(options.media, done, options.json)
    if options.stored:
        for said in results.merge(options.media, done, options.stored):
            print(said, file=sys.stderr)
    tables = [results.section(options.media, name, result) for name, result in done.items()]
    give(options.media, tables, options.into)


if __name__ == "__main__":
    main()
