"""Pages with features, labels and weights, and which outlets go together into a fold."""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from extraction import page_sets, scores
from labels import content_blocks
from tld import get_fld

import sourcecompare as sc
from sourcecompare.clean.cleaning import signals_of
from sourcecompare.content import Signals, features_of

FOLDS = 5
POWER = 0.4
"""A block weighs its words to this power, each page the same in all: whole words would leave short
lines to chance, single lines the text. Of .2, .3, .4, .5 and .7 it did best on both measures."""

FRAGMENT = 0.3  # a part of a page weighs so much of a page

_DATED = re.compile(r"_\d{4}_\d\d_\d\d.*$")


@dataclass(slots=True, kw_only=True)
class Example:
    """One page; arrays have a row for each block."""

    set_name: str
    id: str
    site: str
    page: sc.Page
    marked: str
    signals: Signals
    features: dict[str, Any]
    labels: Any
    weights: Any
    fold: int
    whole: bool = True
    """a page as it was scraped, not a part of one that somebody might paste"""
    likely: Any = None
    """by a forest that has not seen the page's outlet"""
    models: list[Any] = field(default_factory=list)


def examples(root: Path, names: Sequence[str], media: str) -> Iterator[Example]:
    """The pages of the sets, as HTML or as plain text."""
    for name in names:
        folder = root / name
        gold = page_sets.read_gold(folder)
        rows = page_sets.json_lines(folder, "gold") or []
        sites = {row["id"]: row.get("url") or "" for row in rows}
        if media == "text":
            sites |= _stated_addresses(folder, gold)
        for page_id, content in page_sets.page_texts(folder, media, set(gold)):
            make = sc.page_from_html if media == "html" else sc.page_from_text
            page = make(content, id=page_id, outlet="training")
            if page.blocks:
                address = page.markup.head.url or sites.get(page_id, "")
                whole = _example(name, page_id, _site(address, page_id), page, gold[page_id])
                yield whole
                if media == "text":
                    yield from _fragments(whole)


def _fragments(whole: Example) -> Iterator[Example]:
    """What people paste of a page: its first paragraphs, or the article with some lines round it.

    Marked sets hold whole pages; a forest that knows no others takes short texts for furniture.
    """
    content = np.flatnonzero(whole.labels)
    if not len(content):
        return
    blocks = whole.page.blocks
    draw = random.Random(whole.id)
    first = [blocks[place].text for place in content[: draw.randint(1, 8)]]
    low = max(0, int(content[0]) - draw.randint(0, 6))
    high = int(content[-1]) + 1 + draw.randint(0, 6)
    for lines in (first, [block.text for block in blocks[low:high]]):
        text = "\n".join(" ".join(line.split()) for line in lines)
        page = sc.page_from_text(text, id=whole.id, outlet="training")
        if not page.blocks:
            continue
        part = _example(whole.set_name, whole.id, whole.site, page, whole.marked)
        if lines is first:
            part.labels = np.ones(len(page.blocks), bool)
        part.weights = part.weights * FRAGMENT
        part.whole = False
        yield part


def _stated_addresses(folder: Path, gold: dict[str, str]) -> dict[str, str]:
    """The addresses that HTML pages state, so that a page has one fold in both forms."""
    found = {}
    for page_id, content in page_sets.page_texts(folder, "html", set(gold)):
        address = sc.page_from_html(content, id=page_id, outlet="training").markup.head.url
        if address:
            found[page_id] = address
    return found


def _example(name: str, page_id: str, site: str, page: sc.Page, marked: str) -> Example:
    signals = signals_of(page)
    size = np.array([max(1, len(scores.words(block.text))) for block in page.blocks]) ** POWER
    return Example(
        set_name=name,
        id=page_id,
        site=site,
        page=page,
        marked=marked,
        signals=signals,
        features={k: v.astype(np.float32) for k, v in features_of(page, signals).items()},
        labels=np.array(content_blocks([block.text for block in page.blocks], marked)),
        weights=size / size.sum(),
        fold=int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS,
    )


def _site(address: str, page_id: str) -> str:
    """The registered domain; without an address, the outlet that the page's id begins with."""
    domain = get_fld(address, fail_silently=True) if address else None
    return domain or _DATED.sub("", page_id)
