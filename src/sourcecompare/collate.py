"""One thing told, by every outlet that tells it: sentences of N articles in groups.

A chain of pairs (connected components) would soon bind a whole story into one: F1 .26 on summaries
of many sources, against .64 by average linkage. Here average linkage makes a start, correlation
clustering moves what belongs elsewhere, and a sentence that tells two things is in both groups:
pair F1 on 41 marked events .50, on others held out .60; by average linkage alone .44 and .51.

An outlet is one voice however many articles it has, and so are outlets that print one text, as a
whole or in these sentences; one that has no more of what is told than a sub-heading is none.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from .headings import labels
from .model import Article, Core, Group, Reuse, Sentence, SentenceRef
from .reuse import find_reuse, read_voices
from .similarity import SCORERS, Scorer, Scores, among, clusters, improved, score_story, with_guests
from .text import fold

TOGETHER = 0.35
"""Average chance inside a group from which its sentences may tell one thing, and from which one
more joins. Pair F1 on the marked events is level from .26 to .4."""
SURELY = 0.75
"""Average chance inside a core: of the paragraphs that cores call shared, 96 % had a counterpart
marked there on the events that the scores were fitted on, 95 % on those held out; at .6 90 and
88 %."""
_ELSEWHERE = 2
"""Further groups that a sentence may join; a third adds nothing to F1."""

_COPIES = 100
"""Copies of one sentence that weigh in an average: more than the outlets that ever print one wire
text, and few enough for a page of nothing else."""


def collate(
    articles: Sequence[Article],
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    scores: Scores | None = None,
    reuse: Sequence[Reuse] | None = None,
) -> tuple[Group, ...]:
    """All sentences of a story's articles in groups that tell one thing, by first sentence.

    Every sentence is in at least one group, also if it is alone, and in at most one core.
    `sentences` has those of each article by page id; `scores` are made of them with `scorers`, and
    `reuse` too, unless they are handed in.
    """
    scores = scores or score_story(sentences, scorers=scorers)
    if reuse is None:
        reuse = find_reuse(articles, sentences)
    voices = read_voices(articles, sentences, reuse)
    silent = {ref for one in articles for ref in labels(one, sentences[one.page.id])}
    found = []
    for numbers, cores in _groups(scores, _text_order(scores, sentences)):
        sure = [
            Core(
                sentences=_refs(scores, core),
                score=_weakest(scores, core),
                voices=voices.among(_telling(scores, core, silent)),
            )
            for core in cores
        ]
        sure.sort(key=lambda core: (-len(core.sentences), core.sentences))
        found.append(
            Group(
                sentences=_refs(scores, numbers),
                score=_weakest(scores, numbers),
                voices=max((core.voices for core in sure), default=1),
                cores=tuple(sure),
            )
        )
    return tuple(
        sorted(found, key=lambda group: (group.sentences, [one.sentences for one in group.cores]))
    )


def _groups(scores: Scores, order: Sequence[int]) -> list[tuple[list[int], list[list[int]]]]:
    """Numbers of sentences that may tell one thing, and of those that surely do.

    Equal ones are always together.
    """
    counted, more = _counted(scores, order)
    rows = scores.sentence_rows[counted]
    matrix = scores.by_sentence[rows][:, rows].tocsr()
    matrix.sort_indices()
    everything = range(len(counted))
    base = improved(matrix, clusters(matrix, everything, threshold=TOGETHER), threshold=TOGETHER)
    cores = [
        [core for core in clusters(matrix, places, threshold=SURELY) if len(core) > 1]
        if len(places) > 1
        else []
        for places in base
    ]
    wholes = with_guests(matrix, base, threshold=TOGETHER, most=_ELSEWHERE)
    parts = _parts(wholes, len(counted))
    return [
        (_numbers(places, counted, more), [_numbers(core, counted, more) for core in sure])
        for number, (places, sure) in enumerate(zip(wholes, cores, strict=True))
        if sure or number not in parts
    ]


def _counted(scores: Scores, order: Sequence[int]) -> tuple[list[int], Mapping[int, list[int]]]:
    """The sentences that weigh, and the further copies of each row's text."""
    counted: list[int] = []
    copies: dict[int, list[int]] = {}
    for number in order:
        same = copies.setdefault(int(scores.sentence_rows[number]), [])
        if len(same) < _COPIES:
            counted.append(number)
        same.append(number)
    more = {same[0]: same[_COPIES:] for same in copies.values() if len(same) > _COPIES}
    return counted, more


def _numbers(
    places: Sequence[int], counted: Sequence[int], more: Mapping[int, list[int]]
) -> list[int]:
    found = [counted[place] for place in places]
    return [*found, *(number for first in found for number in more.get(first, ()))]


def _parts(wholes: Sequence[Sequence[int]], rows: int) -> frozenset[int]:
    """Numbers of those that lie in another one; of equal ones the first is none."""
    where: list[set[int]] = [set() for _ in range(rows)]
    for number, places in enumerate(wholes):
        for place in places:
            where[place].add(number)
    found = set()
    for number, places in enumerate(wholes):
        around = set.intersection(*(where[place] for place in places)) - {number}
        if any(len(wholes[other]) > len(places) or other < number for other in around):
            found.add(number)
    return frozenset(found)


def _refs(scores: Scores, numbers: Sequence[int]) -> tuple[SentenceRef, ...]:
    return tuple(sorted(scores.sentences[number] for number in numbers))


def _text_order(scores: Scores, sentences: Mapping[str, tuple[Sentence, ...]]) -> list[int]:
    """The numbers of sentences in an order that texts give, so that names break no tie.

    Equal sentences follow the text of their articles, then their place; what is still equal
    stands in equal articles, which may change places.
    """
    number = {ref: at for at, ref in enumerate(scores.sentences)}
    wholes = {page: tuple(fold(one.text) for one in some) for page, some in sentences.items()}
    rank = {whole: at for at, whole in enumerate(sorted(set(wholes.values())))}
    keys = [
        (folded, rank[wholes[page]], one.ref.block, one.ref.sentence, one.ref)
        for page, some in sentences.items()
        for one, folded in zip(some, wholes[page], strict=True)
    ]
    return [number[key[-1]] for key in sorted(keys)]


def _telling(
    scores: Scores, numbers: Sequence[int], silent: Collection[SentenceRef]
) -> Sequence[SentenceRef]:
    """The sentences without those that only announce, unless all of them do."""
    refs = _refs(scores, numbers)
    return [ref for ref in refs if ref not in silent] or refs


def _weakest(scores: Scores, numbers: Sequence[int]) -> float:
    """The lowest score of two of the different texts; 1 for a single one."""
    rows = np.unique(scores.sentence_rows[list(numbers)])
    if len(rows) == 1:
        return 1.0
    inside = among(scores.by_sentence, rows)
    return float(inside[np.triu_indices(len(rows), 1)].min())
