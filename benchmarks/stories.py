"""How well a flat folder of articles is put into stories, and versions of an article are found.

    python benchmarks/stories.py [--data FILE] [--half 0] [--piles 60] [--speed 2000]

FILE holds events, a JSON object a line (.gz or not): `{"id": ..., "articles": [{"outlet": ...,
"title": ..., "date": ..., "paragraphs": [...]}, ...]}`. Without --data that is
`bench/data/news/basil_dev.jsonl.gz` in the folder that SOURCECOMPARE_SHARED names, by default
`../shared`. Figures are B-cubed precision, recall and F1; of several piles, their means. Thresholds
were chosen on half 0, every second event.
"""

import argparse
import gzip
import json
import math
import os
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import sourcecompare as sc

DATA = "bench/data/news/basil_dev.jsonl.gz"
SEED = 7
NEIGHBOURS = 4  # events on the same people that an event is piled with

Event = Mapping[str, Any]
Pile = list[sc.Article]
_NAME = re.compile(r"[A-Z][a-z’']{2,}|[A-Z]{2,}")


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998); both give each item its cluster."""
    together = Counter((gold[item], found[item]) for item in gold)
    true, made = Counter(gold.values()), Counter(found[item] for item in gold)
    shared = [(together[gold[item], found[item]], item) for item in gold]
    precision = sum(count / made[found[item]] for count, item in shared) / len(gold)
    recall = sum(count / true[gold[item]] for count, item in shared) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def read_events(path: Path) -> list[Event]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return sorted((json.loads(line) for line in lines), key=lambda event: event["id"])


def articles(event: Event) -> Pile:
    return [
        sc.article_from_paragraphs(
            one["paragraphs"],
            id=f"{event['id']}/{one['outlet']}",
            outlet=one["outlet"],
            title=one["title"],
            published=one.get("date"),
        )
        for one in event["articles"]
    ]


def pile(events: Sequence[Event]) -> Pile:
    return [article for event in events for article in articles(event)]


def edited(article: sc.Article, order: random.Random) -> sc.Article:
    """A later version: three in ten paragraphs dropped, two swapped, one added, a new title."""
    texts = [block.text for block in article.blocks]
    texts = [text for text in texts if order.random() > 0.3] or texts
    if len(texts) > 2:
        at = order.randrange(1, len(texts) - 1)
        texts[at : at + 2] = texts[at : at + 2][::-1]
    texts.insert(min(1, len(texts)), "This report was brought up to date as more became known.")
    return sc.article_from_paragraphs(
        texts,
        id=f"{article.page.id} updated",
        outlet=article.page.outlet,
        title=f"{article.title} (updated)" if article.title else None,
        published=article.published,
    )


def with_updates(events: Sequence[Event], order: random.Random) -> Pile:
    """All articles, and of each event one of them again as a later version."""
    made = []
    for event in events:
        some = articles(event)
        made += [*some, edited(order.choice(some), order)]
    return made


def neighbours(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Each event with the events whose articles share most of its rarer names."""
    names = {
        event["id"]: {
            name
            for article in event["articles"]
            for name in _NAME.findall(" ".join(article["paragraphs"])[:2500])
        }
        for event in events
    }
    often = Counter(name for some in names.values() for name in some)

    def likeness(one: Event, other: Event) -> float:
        left, right = names[one["id"]], names[other["id"]]
        weight = sum(math.log(len(events) / often[name]) for name in sorted(left & right))
        return weight / math.sqrt(max(1, len(left) * len(right)))

    return {
        one["id"]: [
            one,
            *sorted(
                (other for other in events if other is not one),
                key=lambda other: -likeness(one, other),
            )[:NEIGHBOURS],
        ]
        for one in events
    }


def piles(events: Sequence[Event], number: int) -> dict[str, list[Pile]]:
    """Named lists of piles, from a fixed seed."""
    order = random.Random(SEED)  # noqa: S311 -- it draws piles and guards nothing
    near = neighbours(events)
    most = min(10, len(events))
    few = [order.sample(pile(order.sample(events, 2)), order.randint(2, 4)) for _ in range(number)]
    return {
        "all events": [pile(events)],
        "half of them": [pile(events[0::2]), pile(events[1::2])],
        f"1 to {most} events": [
            pile(order.sample(events, order.randint(1, most))) for _ in range(number)
        ],
        "5 events on the same people": [pile(some) for some in near.values()],
        "2 events on the same people": [pile(some[:2]) for some in near.values()],
        "2 to 4 articles of 2 events": few,
        "1 article of each event": [[order.choice(articles(event)) for event in events]],
        "all, one of each event updated": [with_updates(events, order)],
    }


def undated(some: Pile) -> Pile:
    return [replace(one, published=None) for one in some]


def untitled(some: Pile) -> Pile:
    return [replace(one, title=None) for one in some]


def opening_only(some: Pile) -> Pile:
    """The first 60 words."""
    return [
        sc.article_from_paragraphs(
            [" ".join(one.text.split()[:60])],
            id=one.page.id,
            outlet=one.page.outlet,
            title=one.title,
            published=one.published,
        )
        for one in some
    ]


CHANGES: dict[str, Callable[[Pile], Pile]] = {
    "": lambda some: some,
    "no dates": undated,
    "no titles": untitled,
    "neither": lambda some: untitled(undated(some)),
    "60 words, no dates": lambda some: opening_only(undated(some)),
}


def judge(some: Pile) -> tuple[float, float, float]:
    gold = {one.page.id: one.page.id.split("/")[0] for one in some}
    return b_cubed(gold, stories(some))


def stories(some: Pile) -> dict[str, str]:
    return {one.page.id: story.id for story in sc.group(some) for one in story.articles}


def judge_versions(some: Pile) -> tuple[int, int, int]:
    """Pairs of versions that were found and are right, that were found, and that there are."""
    gold = {
        frozenset((one.page.id, one.page.id.removesuffix(" updated")))
        for one in some
        if one.page.id.endswith(" updated")
    }
    found = {
        frozenset((left, right))
        for story in sc.group(some)
        for versions in story.versions
        for at, left in enumerate(versions)
        for right in versions[at + 1 :]
    }
    return len(gold & found), len(found), len(gold)


def speed(events: Sequence[Event], number: int) -> str:
    """Seconds for a folder of so many articles, each a shuffled half of a real one."""
    order = random.Random(SEED)  # noqa: S311 -- it draws piles and guards nothing
    source = pile(events)
    made = []
    for at in range(number):
        one = source[at % len(source)]
        texts = [block.text for block in one.blocks]
        made.append(
            sc.article_from_paragraphs(
                order.sample(texts, (len(texts) + 1) // 2),
                id=f"{at}",
                outlet=f"Outlet {at}",
                title=one.title,
                published=one.published,
            )
        )
    start = time.process_time()
    found = sc.group(made)
    return f"{number} articles into {len(found)} stories: {time.process_time() - start:.1f} s"


def data_file() -> Path:
    root = Path(__file__).resolve().parents[1]
    return root / os.environ.get("SOURCECOMPARE_SHARED", "../shared") / DATA


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=data_file())
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second event only")
    parser.add_argument("--piles", type=int, default=60, help="random piles of a kind")
    parser.add_argument("--speed", type=int, default=2000, help="articles of the timed pile")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"There is no file of events at {options.data}; name one by --data.", file=sys.stderr)
        return 1
    events = read_events(options.data)
    if options.half is not None:
        events = events[options.half :: 2]
    made = piles(events, options.piles)
    print("| piles | number | " + " | ".join(name or "as they are" for name in CHANGES) + " |")
    print("|---|---|" + "---|" * len(CHANGES))
    for name, some in made.items():
        cells = []
        for change in CHANGES.values():
            figures = [judge(change(one)) for one in some]
            p, r, f1 = (statistics.fmean(column) for column in zip(*figures, strict=True))
            cells.append(f"{f1:.3f} ({p:.3f} {r:.3f})")
        print(f"| {name} | {len(some)} | {' | '.join(cells)} |")
    right, found, there = judge_versions(made["all, one of each event updated"][0])
    print(f"\nVersions: {right} of {there} pairs found, {found - right} others.")
    print(f"{speed(events, options.speed)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
