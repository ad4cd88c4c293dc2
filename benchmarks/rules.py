"""How often each rule is right: blocks that it removes, and how many of these are main content.

    python benchmarks/rules.py [FOLDER] [--set NAME ...] [--wrong 5] [--names]

FOLDER holds one folder a set, with `gold.jsonl.gz` (id, text), `pages.tar.xz` (<id>.html) and
`visible.jsonl.gz` (id, text: the page as pasted lines). Without one, the sets in the folder that
SOURCECOMPARE_SHARED names are read. A block is main content if 60% of its runs of four words stand
in the gold text; one of fewer words has to equal a line of it. Where the page has the same block
several times, one was removed wrongly only if fewer are left than the gold text has. Pages that
hide most of their article are read as cleaning reads them: without the rule `hidden`. Gold texts
mostly leave out titles, bylines, dates and captions. `--names` measures the rules that name, on
blocks that no rule removes and the gold text does not hold: how many each can name.
"""

import argparse
import gzip
import io
import json
import lzma
import os
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sourcecompare as sc
from sourcecompare.clean.ledger import first_verdict
from sourcecompare.rules import NAMES, BlockRule, Context, find_title, read_context
from sourcecompare.text import fold, folded_words

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
RUN = 4  # words
CONTENT = 0.6  # share of a block's runs that stand in the gold text
Z = 1.96  # of a normal distribution: a bound that holds in 97.5 of 100 cases


@dataclass(slots=True)
class Count:
    """What one rule did on one set."""

    removed: int = 0
    wrong: int = 0
    gave: Counter[str] = field(default_factory=Counter)
    """reasons"""
    said: Counter[str] = field(default_factory=Counter)
    """reasons given for main content"""
    seen: dict[str, str] = field(default_factory=dict)
    """reason -> the first such block"""


Table = dict[str, dict[str, Count]]
"""rule -> set -> count"""


class Gold:
    """The main content of one page, as people marked it."""

    def __init__(self, text: str) -> None:
        tokens = folded_words(text)
        self.runs = set(zip(*(tokens[at:] for at in range(RUN)), strict=False))
        self.lines = Counter(tuple(folded_words(line)) for line in text.split("\n"))
        self.text = fold(text)

    def times(self, block: str) -> int:
        """How often the block stands in the main content."""
        mine = folded_words(block)
        if len(mine) < RUN:
            return self.lines[tuple(mine)]
        runs = list(zip(*(mine[at:] for at in range(RUN)), strict=False))
        held = sum(run in self.runs for run in runs) >= CONTENT * len(runs)
        return max(1, self.text.count(fold(block))) if held else 0


def read_set(folder: Path) -> Iterator[tuple[sc.Page, Gold]]:
    """The pages of one set, as HTML and as pasted text."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: Gold(row["text"]) for row in map(json.loads, lines)}
    with lzma.open(folder / "pages.tar.xz") as raw, tarfile.open(fileobj=raw, mode="r|") as tar:
        for member in tar:
            page_id = member.name.removesuffix(".html")
            data = (tar.extractfile(member) or io.BytesIO()).read()
            if page_id in gold:
                yield sc.page_from_html(data, id=page_id, outlet=page_id), gold[page_id]
    visible = folder / "visible.jsonl.gz"
    if visible.exists():
        with gzip.open(visible, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] in gold:
                    page = sc.page_from_text(row["text"], id=row["id"], outlet=row["id"])
                    yield page, gold[row["id"]]


def name_of(rule: BlockRule) -> str:
    return f"{rule.rule.value} ({rule.find.__qualname__.split('.')[0]})"


def measure(page: sc.Page, gold: Gold, names: bool, counts: dict[str, Count]) -> None:
    """Count what the rules remove of one page."""
    title, title_block = find_title(page)
    context = read_context(page, title, title_block, ())
    blocks = [block for block in page.blocks if folded_words(block.text)]
    held = Counter({text: gold.times(text) for text in {block.text for block in blocks}})
    rules = sc.RULES
    if hides_article(context, blocks, held):
        rules = tuple(rule for rule in rules if rule.rule is not sc.Rule.HIDDEN)
    verdicts = [(block, first_verdict(block, context, rules)) for block in blocks]
    if names:
        for block, verdict in verdicts:
            if verdict is None and not held[block.text]:
                named = first_verdict(block, context, NAMES)
                counts[name_of(named[0]) if named else "no name"].removed += 1
        return
    kept = [block.text for block, verdict in verdicts if verdict is None]
    missing = held - Counter(kept)
    for text in missing:
        if len(folded_words(text)) >= RUN:  # a longer block that stays may hold the same words
            missing[text] -= sum(len(other) > len(text) and text in other for other in kept)
    for block, verdict in verdicts:
        if verdict is None:
            continue
        count = counts[name_of(verdict[0])]
        count.removed += 1
        count.gave[verdict[1]] += 1
        if missing[block.text] > 0:
            missing[block.text] -= 1
            count.wrong += 1
            count.said[verdict[1]] += 1
            count.seen.setdefault(verdict[1], " ".join(block.text.split()))


def hides_article(context: Context, blocks: Sequence[sc.Block], held: Counter[str]) -> bool:
    """Whether most of the main content is hidden until a script shows it."""
    sizes = {True: 0, False: 0}
    for block in blocks:
        hint = context.hint(block)
        if hint and held[block.text]:
            sizes[hint.hidden] += len(block.text)
    return sizes[True] > sizes[False]


def lower_bound(right: int, of: int) -> float:
    """Of the interval of Wilson (1927) for a share."""
    if not of:
        return 0.0
    share, square = right / of, Z * Z
    middle = share + square / (2 * of)
    spread = Z * (share * (1 - share) / of + square / (4 * of * of)) ** 0.5
    return (middle - spread) / (1 + square / of)


def show(table: Table, order: Sequence[str], sets: Sequence[str], wrong: int) -> None:
    """Removed, main content among it, precision, its lower bound; then what was wrong."""
    print(f"{'rule':42} {'set':22} {'removed':>8} {'content':>8} {'right':>7} {'bound':>6}")
    for name in [name for name in order if name in table]:
        every = Count()
        for which in sets:
            count = table[name].get(which, Count())
            every.removed += count.removed
            every.wrong += count.wrong
            every.gave += count.gave
            every.said += count.said
            every.seen.update(count.seen)
        rows = [(which, table[name][which]) for which in sets if which in table[name]]
        for which, count in [("all", every), *rows]:
            right = count.removed - count.wrong
            print(
                f"{name if which == 'all' else '':42} {which:22} {count.removed:8} {count.wrong:8} "
                f"{right / count.removed:7.4f} {lower_bound(right, count.removed):6.3f}"
            )
        for reason, times in every.said.most_common(wrong):
            print(f"    {times:4} of {every.gave[reason]:<6}{reason[:90]}")
            print(f"                | {every.seen[reason][:100]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "bench/data/extraction")
    parser.add_argument("--set", action="append", dest="sets", metavar="NAME")
    parser.add_argument("--wrong", type=int, default=5, help="reasons shown of what was wrong")
    parser.add_argument("--names", action="store_true")
    options = parser.parse_args()
    found = sorted(each.parent.name for each in options.folder.glob("*/gold.jsonl.gz"))
    sets = [name for name in found if name in (options.sets or found)]
    if not sets:
        print(f"skipped: {options.folder} holds no set; SOURCECOMPARE_SHARED names its folder")
        return
    table: Table = {}
    for which in sets:
        for page, gold in read_set(options.folder / which):
            counts: dict[str, Count] = defaultdict(Count)
            measure(page, gold, options.names, counts)
            media = f"{which}/{page.media.value}"
            for name, count in counts.items():
                add(table.setdefault(name, {}).setdefault(media, Count()), count)
        print(f"read {which}", file=sys.stderr)
    media = [f"{which}/{kind.value}" for which in sets for kind in sc.Media]
    order = list(dict.fromkeys(map(name_of, (*sc.RULES, *NAMES))))
    show(table, [*order, "no name"], media, 0 if options.names else options.wrong)


def add(total: Count, more: Count) -> None:
    total.removed += more.removed
    total.wrong += more.wrong
    total.gave += more.gave
    total.said += more.said
    for reason, text in more.seen.items():
        total.seen.setdefault(reason, text)


if __name__ == "__main__":
    main()
