"""The texts that several outlets print, whole or in part: who has them, and who likely had them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from sourcecompare.model import Article, BlockRef, Passage, Reuse, Sentence, TextSpan

from .chains import Chain, find_chains
from .runs import SEED, find_seeds
from .source import likely_source
from .words import Flags, Text, read_texts

_COPIED = 1 / 3
"""Share of the shorter article's own words that must stand in common passages for the two to be one
voice throughout. Measured (benchmarks/reuse.py): three outlets' own reports on each of 50 events
(150 pairs) reach .15 in two pairs, which did take paragraphs from one agency, and 0 in all others.
Of 66 articles rewritten for learners .97 reach it, of 66 whose words were exchanged one by one .88.
At a quarter it is 1.00 and .94, but then three wire paragraphs in a report of one's own make it a
copy four times as often."""

_STUB = 0.6
_CHANCE = 40
"""Words that are the same which prove something: two sentences. A shorter article is a copy only
where most of it is the same: two outlets may both have used one sentence of a press release. Our
judgement."""

_SMALL = 0.75
"""Weight of a passage that is told where only parts are in common. Below are formulas: "the 80th
anniversary of the end of the Second World War"."""

_TOUCHING = 8
"""Words by which two passages must overlap on a page to be parts of one text."""

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A passage of two articles, these by number."""

    pages: _Pair
    chain: Chain

    def words(self, page: int) -> slice:
        """Its words on one of the two pages."""
        return self.chain.left if page == self.pages[0] else self.chain.right


def find_reuse(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Reuse, ...]:
    """The texts that outlets have in common nearly word by word.

    First those of which so much is in the articles that these are one voice, each with all pages
    that are copies of one another, by way of a third one too; then those that articles of different
    voices print in part. A quotation of somebody whom several outlets heard is no such text.
    `sentences` has those of each article by page id. The order of the articles has no say, and
    the names of outlets have one only where a page credits another outlet.
    """
    texts = read_texts(articles, sentences)
    seeds = find_seeds(texts)
    parts: list[_Part] = []
    family = list(range(len(texts)))
    for left, right in combinations(range(len(texts)), 2):
        if texts[left].outlet == texts[right].outlet:
            continue
        chains = find_chains(texts[left], texts[right], (seeds[left], seeds[right]))
        if _is_copy(texts[left], texts[right], chains):
            _join(family, left, right)
        else:
            chains = tuple(chain for chain in chains if chain.weight >= _SMALL)
        parts += [_Part(pages=(left, right), chain=chain) for chain in chains]
    inside: dict[int, list[_Part]] = {}
    across: list[_Part] = []
    for part in parts:
        left, right = (_root(family, page) for page in part.pages)
        if left == right:
            inside.setdefault(left, []).append(part)
        else:
            across.append(part)
    by_id = {article.page.id: article for article in articles}
    found = [_reuse(some, texts, by_id, whole=True) for some in inside.values()]
    found += [_reuse(some, texts, by_id, whole=False) for some in _threads(across, texts)]
    return tuple(sorted(found, key=lambda one: (not one.whole, one.pages, one.passages[0].left)))


def _is_copy(left: Text, right: Text, chains: Sequence[Chain]) -> bool:
    sides = (left, [chain.left for chain in chains]), (right, [chain.right for chain in chains])
    own = [
        (np.count_nonzero(text.own), np.count_nonzero(_marked(text, words) & text.own))
        for text, words in sides
    ]
    shorter = min(size for size, _ in own)
    covered = max(words for size, words in own if size == shorter)
    same = sum(chain.same for chain in chains)
    enough = min(_CHANCE * left.unit, _STUB * shorter)
    return bool(chains and covered >= _COPIED * shorter and same >= enough)


def _marked(text: Text, stretches: Iterable[slice]) -> Flags:
    marks = np.zeros(len(text.words), dtype=bool)
    for stretch in stretches:
        marks[stretch] = True
    return marks


def _threads(parts: Sequence[_Part], texts: Sequence[Text]) -> list[list[_Part]]:
    """The parts text by text: those of the same two pages, and those that overlap on a page."""
    thread = list(range(len(parts)))
    pairs: dict[_Pair, int] = {}
    places: dict[int, list[tuple[int, int, int]]] = {}
    for number, part in enumerate(parts):
        _join(thread, pairs.setdefault(part.pages, number), number)
        for page in part.pages:
            words = part.words(page)
            places.setdefault(page, []).append((words.start, words.stop, number))
    for page, some in places.items():
        some.sort()
        least = _TOUCHING * texts[page].unit
        reach, last = some[0][1], some[0][2]
        for start, stop, number in some:
            if min(reach, stop) - start >= min(least, stop - start):
                _join(thread, last, number)
            if stop > reach:
                reach, last = stop, number
    found: dict[int, list[_Part]] = {}
    for number, part in enumerate(parts):
        found.setdefault(_root(thread, number), []).append(part)
    return list(found.values())


def _reuse(
    parts: Sequence[_Part], texts: Sequence[Text], articles: Mapping[str, Article], *, whole: bool
) -> Reuse:
    pages = sorted({page for part in parts for page in part.pages})
    marks = {
        page: _marked(texts[page], (one.words(page) for one in parts if page in one.pages))
        for page in pages
    }
    held = {texts[page].page: int(marks[page].sum()) for page in pages}
    source = likely_source([articles[texts[page].page] for page in pages], held)

    def rank(page: int) -> tuple[bool, int, int, tuple[str, ...], str]:
        text = texts[page]
        return text.page != source.page, -held[text.page], len(text.words), text.words, text.page

    listed = _listed(parts, sorted(pages, key=rank), texts)
    passages = {passage for part in listed for passage in _passages(part, texts)}
    return Reuse(
        pages=tuple(texts[page].page for page in pages),
        shares=tuple(held[texts[page].page] / len(texts[page].words) for page in pages),
        whole=whole,
        source=source.page,
        basis=source.basis,
        credit=source.credit,
        passages=tuple(
            sorted(passages, key=lambda one: (one.left, one.left_span, one.right, one.right_span))
        ),
    )


def _listed(parts: Sequence[_Part], pages: Sequence[int], texts: Sequence[Text]) -> list[_Part]:
    """As many of the parts as it takes to show all of the text that each page has.

    Fifty copies would have 1,225 pairs: each page is set beside the first that has its words.
    """
    pairs: dict[_Pair, list[_Part]] = {}
    for part in parts:
        pairs.setdefault(part.pages, []).append(part)
    shown = {page: np.zeros(len(texts[page].words), dtype=bool) for page in pages}
    found: list[_Part] = []
    for number, page in enumerate(pages):
        for other in pages[:number]:
            some = pairs.get((min(page, other), max(page, other)), [])
            for part in sorted(some, key=lambda part: _weightiest(part, other, page)):
                stretches = [(one, part.words(one)) for one in part.pages]
                new = max(int((~shown[one][words]).sum()) for one, words in stretches)
                if new >= min(_TOUCHING * texts[page].unit, part.chain.same):
                    found.append(part)
                    for one, words in stretches:
                        shown[one][words] = True
    return found


def _weightiest(part: _Part, first: int, second: int) -> tuple[int, ...]:
    """The longest before others, then by place; which page is left is a matter of names."""
    here, there = part.words(first), part.words(second)
    return -part.chain.same, here.start, there.start, here.stop, there.stop


def _passages(part: _Part, texts: Sequence[Text]) -> list[Passage]:
    """The part, cut where a block ends on either side; what is too small to tell is left out."""
    left, right = (texts[page] for page in part.pages)
    runs = part.chain.runs
    here = np.concatenate([np.arange(at, at + length) for at, _, length in runs])
    there = np.concatenate([np.arange(at, at + length) for _, at, length in runs])
    blocks = np.column_stack((left.blocks[here], right.blocks[there]))
    cuts = np.flatnonzero((np.diff(blocks, axis=0) != 0).any(axis=1)) + 1
    bounds = [0, *cuts.tolist(), len(here)]
    pieces = list(pairwise(bounds))
    large = [one for one in pieces if one[1] - one[0] >= SEED * left.unit]
    return [
        Passage(
            left=BlockRef(left.page, int(left.blocks[here[first]])),
            left_span=TextSpan(int(left.starts[here[first]]), int(left.ends[here[last - 1]])),
            right=BlockRef(right.page, int(right.blocks[there[first]])),
            right_span=TextSpan(int(right.starts[there[first]]), int(right.ends[there[last - 1]])),
            words=last - first,
        )
        for first, last in large or pieces
    ]


def _root(parents: list[int], one: int) -> int:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one


def _join(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
