"""How time and memory of comparing grow with the number and the length of articles.

    python benchmarks/growth.py [--outlets 2,5,10,20,50] [--paragraphs 10,40,100,300,1000]
    python benchmarks/growth.py --one 20 40 [--profile]
    python benchmarks/growth.py --report 20 40
    python benchmarks/growth.py --news [FILE]

Every size is measured in a process of its own, after a warm-up: processor seconds of `sc.compare`,
the seconds of each of its parts, and the most memory that the process held, imports included. What
is larger in both numbers than something that took more than `--bound` seconds is left out, and what
`sc.compare` refuses is named. The articles are invented (`invented.py`), so that the figures need
no data; `--news` mixes paragraphs of real events to 20 outlets of 40 instead. `--report` measures
the whole command on text pages.
"""

import argparse
import cProfile
import gzip
import json
import math
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from invented import articles, texts  # noqa: E402 - the benchmarks are no installed package

import sourcecompare as sc  # noqa: E402 - the same
from sourcecompare.errors import SettingError  # noqa: E402 - the same

PARTS = ("sentences", "score_story", "align", "collate", "find_conflicts", "find_shared")
"""What `sc.compare` does, in order."""
COUNTS = ("alignments", "groups", "findings", "conflicts")
MEGABYTE = 1_000_000


def measured(told: Sequence[sc.Article], *, profile: bool = False) -> dict[str, Any]:
    """What comparing these articles costs, after a warm-up on others."""
    from sourcecompare.pipeline import comparing

    sc.compare(articles(3, 5))
    before = _memory()
    parts = dict.fromkeys(PARTS, 0.0)
    for name in PARTS:
        setattr(comparing, name, _timed(getattr(comparing, name), parts, name))
    profiler = cProfile.Profile()
    sentences = sum(len(sc.sentences(one)) for one in told)
    start = time.process_time()
    try:
        comparison = profiler.runcall(sc.compare, told) if profile else sc.compare(told)
    except SettingError:
        return {"sentences": sentences, "refused": True}
    seconds = time.process_time() - start
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    return {
        "seconds": seconds,
        "parts": parts,
        "memory": _memory(),
        "before": before,
        "sentences": sentences,
        "alignments": len(comparison.alignments),
        "groups": len(comparison.groups),
        "findings": len(comparison.findings),
        "conflicts": sum(one.kind == "conflict" for one in comparison.findings),
    }


def _timed(work: Callable[..., Any], parts: dict[str, float], name: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            parts[name] = parts.get(name, 0.0) + time.process_time() - start

    return timed


def _memory() -> float:
    """The most megabytes that this process has held."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used * (1 if sys.platform == "darwin" else 1024) / MEGABYTE


def mixed_news(file: Path, outlets: int = 20, paragraphs: int = 40) -> list[sc.Article]:
    """Articles of real paragraphs, dealt out in turns: the first events of the file that suffice.

    A row is an event, `{"articles": [{"paragraphs": [...]}]}`; JSON Lines, gzipped or not.
    """
    read = gzip.open if file.suffix == ".gz" else open
    with read(file, "rt", encoding="utf-8") as rows:
        events = [json.loads(row)["articles"] for row in rows]
    found = [one for event in events for told in event for one in told["paragraphs"]]
    dealt = [found[at : outlets * paragraphs : outlets] for at in range(outlets)]
    return [
        sc.article_from_paragraphs(body, id=f"{at:02}", outlet=f"Outlet {at}", language="en")
        for at, body in enumerate(dealt)
    ]


def measured_report(outlets: int, paragraphs: int) -> dict[str, Any]:
    """What the stages of the whole command cost on a folder of text pages."""
    from sourcecompare import pipeline, report, tables

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "event"
        folder.mkdir()
        for number, (head, body) in enumerate(texts(outlets, paragraphs)):
            page = "\n\n".join([head, *body]) + "\n"
            (folder / f"outlet-{number:02}.txt").write_text(page, encoding="utf-8")
        parts: dict[str, float] = {}
        run = _timed(sc.run, parts, "run")(folder.parent)
        _timed(pipeline.compare_story, parts, "of it compare")(run.comparisons[0].story)
        files = _timed(report.render, parts, "render")(run)
        written = _timed(tables.table_files, parts, "tables")(run)
    return {
        "parts": parts,
        "memory": _memory(),
        "stories": len(run.comparisons),
        "html": sum(len(text.encode()) for text in files.values()) / MEGABYTE,
        "files": len(files),
        "tables": sum(map(len, written.values())) / MEGABYTE,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--outlets", default="2,5,10,20,50")
    parser.add_argument("--paragraphs", default="10,40,100,300,1000")
    parser.add_argument("--bound", type=float, default=120, help="seconds that a size may take")
    parser.add_argument("--one", nargs=2, type=int, metavar=("OUTLETS", "PARAGRAPHS"))
    parser.add_argument("--report", nargs=2, type=int, metavar=("OUTLETS", "PARAGRAPHS"))
    shared = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
    news = shared / "bench" / "data" / "news" / "basil_dev.jsonl.gz"
    parser.add_argument("--news", nargs="?", type=Path, const=news)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(articles(*options.one), profile=options.profile)))
    elif options.report:
        print(json.dumps(measured_report(*options.report)))
    elif options.news:
        print(json.dumps(measured(mixed_news(options.news), profile=options.profile)))
    else:
        sizes = [tuple(map(int, told.split(","))) for told in (options.outlets, options.paragraphs)]
        grid(*sizes, bound=options.bound)


def grid(outlets: Sequence[int], paragraphs: Sequence[int], *, bound: float) -> None:
    """Print the table of all sizes, and how time and memory grow."""
    names = ("outlets", "paragraphs", "sentences", "CPU s", *PARTS[1:], "other", "MB", *COUNTS)
    print(f"| {' | '.join(names)} |")
    print("|---" * len(names) + "|")
    found: dict[tuple[int, int], dict[str, Any]] = {}
    over: list[tuple[int, int]] = []
    for many in outlets:
        for long in paragraphs:
            if any(many >= one and long >= other for one, other in over):
                print(f"| {many} | {long} | left out |", flush=True)
                continue
            one = _in_a_process_of_its_own(many, long)
            if "refused" in one:
                print(f"| {many} | {long} | {one['sentences']:,} | refused |", flush=True)
                continue
            found[many, long] = one
            _print_row(many, long, one)
            if one["seconds"] > bound:
                over.append((many, long))
    print()
    for number, name in ((0, "outlets"), (1, "paragraphs")):
        print(f"with the number of {name}:", _exponents(found, number))


def _in_a_process_of_its_own(many: int, long: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--one", str(many), str(long)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _print_row(many: int, long: int, one: dict[str, Any]) -> None:
    cells: list[object] = [many, long, f"{one['sentences']:,}", f"{one['seconds']:.2f}"]
    cells += [f"{one['parts'][name]:.2f}" for name in PARTS[1:]]
    cells += [f"{one['seconds'] - sum(one['parts'].values()):.2f}", f"{one['memory']:.0f}"]
    cells += [f"{one[name]:,}" for name in COUNTS]
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def _exponents(found: dict[tuple[int, int], dict[str, Any]], number: int) -> str:
    """With which power time grows from each size to the next one, the other number kept."""
    steps: dict[int, list[tuple[int, float]]] = {}
    for size, one in found.items():
        steps.setdefault(size[1 - number], []).append((size[number], one["seconds"]))
    said = []
    for other, line in sorted(steps.items()):
        powers = [
            math.log(after / before) / math.log(large / small)
            for (small, before), (large, after) in pairwise(line)
        ]
        said.append(f"{other}: {' '.join(f'{power:.1f}' for power in powers)}")
    return "; ".join(said)


if __name__ == "__main__":
    main()
