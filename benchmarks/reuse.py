"""Which outlets print one text: how often that is found, and how often it is found wrongly.

    python benchmarks/reuse.py [FOLDER] [--seed 1]

FOLDER holds `news/*.jsonl[.gz]`, a row an event: {"id", "articles": [{"outlet", "title",
"paragraphs"}, ...]}, reports that outlets wrote on their own; and, where there are any,
`alignment/*.jsonl[.gz]`, rows {"left", "right"}: the paragraphs of a text and of its rewriting.
Without FOLDER that is `bench/data` in the folder that SOURCECOMPARE_SHARED names, by default
../shared.

Of each event the longest report plays the wire text. A copy of it is made, edited as the row says,
and set beside all reports of the event: it must be one voice with the wire text, and with nobody
else but the one whose paragraphs were mixed in. Changed words are dropped, exchanged or put in, a
third each; new words are drawn from the event's other reports, which is as hard as it can be.
"""

import argparse
import gzip
import json
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import sourcecompare as sc
from sourcecompare.reuse import find_reuse, read_voices, voices

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
COPY = "the copy"
PARTS = 3  # wire paragraphs put into another outlet's report
LEAST = 20  # words of a paragraph that tells something

Text = list[str]


@dataclass(frozen=True, slots=True)
class Event:
    """One event's reports, the longest first."""

    reports: tuple[sc.Article, ...]
    texts: tuple[Text, ...]
    titles: tuple[str | None, ...]


Edit = Callable[[Event, random.Random], Text]


def rows(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def article(text: Sequence[str], name: str, title: str | None = None) -> sc.Article:
    return sc.article_from_paragraphs(text, id=name, outlet=name, title=title)


def read_events(path: Path) -> list[Event]:
    events = []
    for row in rows(path):
        found = sorted(
            row["articles"], key=lambda one: (-sum(map(len, one["paragraphs"])), one["outlet"])
        )
        events.append(
            Event(
                reports=tuple(
                    article(one["paragraphs"], one["outlet"], one["title"]) for one in found
                ),
                texts=tuple(one["paragraphs"] for one in found),
                titles=tuple(one["title"] for one in found),
            )
        )
    return events


def changed(text: Text, share: float, words: Sequence[str], chance: random.Random) -> Text:
    """The text with this share of its words dropped, exchanged or followed by another one."""
    found = []
    for paragraph in text:
        made = []
        for word in paragraph.split():
            what = chance.random() / share if share else 1.0
            if what >= 1 / 3:
                made.append(chance.choice(words) if what < 2 / 3 else word)
            if 2 / 3 <= what < 1:
                made.append(chance.choice(words))
        found.append(" ".join(made))
    return [paragraph for paragraph in found if paragraph]


def vocabulary(event: Event) -> list[str]:
    return [word for text in event.texts[1:] for paragraph in text for word in paragraph.split()]


def edited(share: float) -> Edit:
    return lambda event, chance: changed(event.texts[0], share, vocabulary(event), chance)


def reordered(share: float) -> Edit:
    def edit(event: Event, chance: random.Random) -> Text:
        text = changed(event.texts[0], share, vocabulary(event), chance)
        return chance.sample(text, len(text))

    return edit


def cut(kept: float, share: float) -> Edit:
    def edit(event: Event, chance: random.Random) -> Text:
        return changed(head(event.texts[0], kept), share, vocabulary(event), chance)

    return edit


def mixed(share: float) -> Edit:
    """Half of the copy is the wire text, half another outlet's own report, turn by turn."""

    def edit(event: Event, chance: random.Random) -> Text:
        ours = changed(head(event.texts[0], 0.5), share, vocabulary(event), chance)
        size = sum(len(paragraph.split()) for paragraph in ours)
        theirs: Text = []
        for paragraph in event.texts[1]:
            if sum(len(one.split()) for one in theirs) >= size:
                break
            theirs.append(paragraph)
        places = sorted(
            [((at + 1) / (len(ours) + 1), one) for at, one in enumerate(ours)]
            + [((at + 1.5) / (len(theirs) + 1), one) for at, one in enumerate(theirs)]
        )
        return [one for _, one in places]

    return edit


def head(text: Text, share: float) -> Text:
    """The first paragraphs that hold this share of the words: a text is cut from its end."""
    whole, had, found = sum(len(one.split()) for one in text), 0, []
    for paragraph in text:
        if had >= share * whole:
            break
        found.append(paragraph)
        had += len(paragraph.split())
    return found


EDITS: dict[str, Edit] = {
    "verbatim": edited(0.0),
    **{
        f"{round(100 * share)} % of words changed": edited(share) for share in (0.05, 0.1, 0.2, 0.3)
    },
    "paragraphs in another order, 5 %": reordered(0.05),
    "paragraphs in another order, 20 %": reordered(0.2),
    "cut to 30 %, 5 %": cut(0.3, 0.05),
    "cut to 30 %, 20 %": cut(0.3, 0.2),
    "mixed 50:50 with own words, 5 %": mixed(0.05),
    "mixed 50:50 with own words, 20 %": mixed(0.2),
}


def numbers(articles: Sequence[sc.Article]) -> dict[str, int]:
    return voices(articles, {one.page.id: sc.sentences(one) for one in articles})


def measure_copies(events: Sequence[Event], seed: int) -> Iterator[tuple[str, int, int, int]]:
    """For each edit: copies found, copies made, and pairs wrongly taken for one voice."""
    for name, edit in EDITS.items():
        chance = random.Random(seed)  # noqa: S311 -- drawn anew, not secret
        found = wrong = 0
        for event in events:
            copy = article(edit(event, chance), COPY)
            found += len(set(numbers((event.reports[0], copy)).values())) == 1
            others = event.reports[2 if name.startswith("mixed") else 1 :]
            wrong += sum(len(set(numbers((one, copy)).values())) == 1 for one in others)
        yield name, found, len(events), wrong


def measure_parts(
    events: Sequence[Event], share: float, seed: int
) -> tuple[int, int, int, int, int]:
    """Three wire paragraphs in another outlet's own report.

    Their sentences that are one voice with the wire text, of how many; own sentences that are
    wrongly taken for it, of how many; and articles that are one voice throughout.
    """
    chance = random.Random(seed)  # noqa: S311 -- drawn anew, not secret
    found = made = wrong = own = whole = 0
    for event in events:
        long = [one for one in event.texts[0] if len(one.split()) >= LEAST]
        taken = chance.sample(long, min(PARTS, len(long)))
        report = event.texts[1]
        at = len(report) // 2
        parts = [changed([one], share, vocabulary(event), chance)[0] for one in taken]
        copy = article([*report[:at], *parts, *report[at:]], COPY, event.titles[1])
        pair = (event.reports[0], copy)
        said = {one.page.id: sc.sentences(one) for one in pair}
        heard = read_voices(pair, said, find_reuse(pair, said))
        whole += len(set(heard.pages.values())) == 1
        blocks = {one.ref.block for one in said[pair[0].page.id]}
        source = {
            block: [one.ref for one in said[pair[0].page.id] if one.ref.block == block]
            for block in blocks
        }
        place = {one: block for block, one in enumerate(event.texts[0])}
        for one in said[COPY]:
            inside = at <= one.ref.block < at + len(parts)
            facing = source[place[taken[one.ref.block - at]]] if inside else source[0]
            alone = heard.among([one.ref, *facing]) > 1
            if inside:
                found, made = found + (not alone), made + 1
            else:
                wrong, own = wrong + (one.ref in heard.printed), own + 1
    return found, made, wrong, own, whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "bench" / "data")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sets = sorted(options.folder.glob("news/*.jsonl*"))
    if not sets:
        sys.exit(
            f"{options.folder} holds no news/*.jsonl; name a folder that does, or set"
            " SOURCECOMPARE_SHARED."
        )
    for path in sorted(options.folder.glob("alignment/*.jsonl*")):
        pairs = [
            (article(row["left"], "left"), article(row["right"], "right")) for row in rows(path)
        ]
        found = sum(len(set(numbers(pair).values())) == 1 for pair in pairs)
        print(f"{path.name}: {found} of {len(pairs)} rewritten texts are one voice with the first")
    for path in sets:
        events = read_events(path)
        pairs = [pair for event in events for pair in combinations(event.reports, 2)]
        wrong = sum(len(set(numbers(pair).values())) == 1 for pair in pairs)
        print(
            f"{path.name}: {wrong} of {len(pairs)} pairs of own reports are taken for one voice\n"
        )
        print("| copy | recall | precision | wrong pairs |\n|---|---|---|---|")
        for name, found, made, false in measure_copies(events, options.seed):
            precision = found / (found + false) if found + false else 0.0
            print(f"| {name} | {found / made:.2f} | {precision:.2f} | {false} |")
        print(
            "\n| three wire paragraphs in an own report | one voice there | wrongly elsewhere"
            " | one voice throughout |"
        )
        print("|---|---|---|---|")
        for share in (0.0, 0.05, 0.1, 0.2, 0.3):
            found, made, false, own, whole = measure_parts(events, share, options.seed)
            there = f"{found / max(1, made):.2f} of {made} sentences"
            elsewhere = f"{false} of {own} sentences | {whole} of {len(events)} articles"
            print(f"| {round(100 * share)} % of words changed | {there} | {elsewhere} |")


if __name__ == "__main__":
    main()
