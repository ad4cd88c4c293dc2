"""One decision or outcome told with two signs: approved and rejected, saved and burned down.

The sentences need not be alike. What speaks for one deed is added up: what it is done to, who does
it, figures and other words of the sentences, the rarer in the story the more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import fsum

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, Weights, by_height
from sourcecompare.model import FindingKind, Kind, SentenceRef
from sourcecompare.values.denied.deed_words import sorts_told
from sourcecompare.values.denied.deeds import read_deeds
from sourcecompare.values.denied.denials import CUE
from sourcecompare.values.denied.wholes import SAY

from .assertions import QUOTED, Side, are_quoted, assertion
from .deed_evidence import Told, by_sign, common, evidence

TITLE = -1
"""Block of a headline that is no block of its page."""
MOST_TOLD = 80
"""Sentences of one sort and sign that are compared; those that stand higher on their pages."""
LEAST_SHARED = 2.0
"""Weight of the stems that two sentences share, from which they are read."""

ENOUGH, PLENTY = 4.0, 10.0
"""Evidence from which two deeds are taken for one, and from which more adds nothing."""
LEAST_SURE, MOST_SURE = 0.5, 0.66

PLANNED = frozenset(("future", "would"))
"""Modes of what may be otherwise a day later."""

DECIDED = "decided"
"""Scope of what this module pairs, before how sure it is."""


def deeds(compared: Compared) -> Iterator[Pair]:
    """Two sentences that tell one deed with two signs."""
    ordered = sorted(compared.statements.values(), key=lambda one: (one.depth, by_height(one)))
    read: dict[int, Mapping[str, Sequence[Told]]] = {}

    def told(number: int, sort: str) -> Sequence[Told]:
        if number not in read:
            read[number] = _told(ordered[number])
        return read[number].get(sort, ())

    done: set[tuple[SentenceRef, SentenceRef]] = set()
    for sort, i, j in _candidates(ordered, compared):
        own = told(i, sort)
        others = told(j, sort) if own else ()
        left, right = ordered[i], ordered[j]
        if not others or (done and (left.ref, right.ref) in done):
            continue
        weighed = [(evidence(one, other, compared), one, other) for one in own for other in others]
        best = max(weighed, key=_first_of_best)
        if best[0] >= ENOUGH:
            done.add((left.ref, right.ref))
            found = _pair(best[1], best[2], best[0], compared)
            if not are_quoted(found.a, found.b):
                yield found


def _told(one: Statement) -> Mapping[str, Sequence[Told]]:
    """The deeds of a sentence by sort."""
    found: dict[str, list[Told]] = defaultdict(list)
    side = Side(one)
    for deed in read_deeds(side.reading.words):
        found[deed.sort].append(Told(side=side, deed=deed))
    return found


def _first_of_best(found: tuple[float, Told, Told]) -> tuple[float, int, int]:
    """Of two that are as likely the one that is told first, on whichever page."""
    weight, *two = found
    affirmed, denied = by_sign(*two)
    return weight, -affirmed.deed.place, -denied.deed.place


def _candidates(ordered: Sequence[Statement], compared: Compared) -> Iterator[tuple[str, int, int]]:
    """Sentences that may tell one sort with two signs and share telling words, each two once.

    By their numbers, the one that stands first in order of place before the other.
    """
    slots = _slots(ordered)
    disputed = [sort for sort in sorted(slots) if all(slots[sort].values())]
    if not disputed:
        return
    titles = _titles(compared)
    stems = [frozenset(one.words) for one in ordered]
    met: dict[tuple[int, int], bool] = {}
    for sort in disputed:
        seen: set[tuple[int, int]] = set()
        for i in slots[sort][1]:
            for j in slots[sort][-1]:
                if stems[i].isdisjoint(stems[j]):
                    continue
                two = (i, j) if ordered[i].ref < ordered[j].ref else (j, i)
                if two in seen:
                    continue
                seen.add(two)
                if two not in met:
                    weight = _weight(stems[i] & stems[j], compared.weights)
                    left, right = (ordered[number] for number in two)
                    met[two] = weight >= LEAST_SHARED and _may_meet(left, right, titles)
                if met[two]:
                    yield sort, *two


def _titles(compared: Compared) -> set[tuple[str, int]]:
    """Pages and blocks that are headlines."""
    return {
        (page, block.index)
        for page, article in compared.articles.items()
        for block in article.blocks
        if block.kind is Kind.TITLE
    } | {(page, TITLE) for page in compared.articles}


def _slots(ordered: Sequence[Statement]) -> Mapping[str, Mapping[int, Sequence[int]]]:
    """By sort and sign the numbers of the sentences that may tell it, the highest ones only."""
    slots: dict[str, dict[int, list[int]]] = defaultdict(lambda: {1: [], -1: []})
    for number, one in enumerate(ordered):
        told = sorted(sorts_told(one.key))
        turned = bool(told) and (bool(CUE.search(one.key)) or "yet" in one.key)
        for sort, sign in told:
            for own in slots[sort].values() if turned else (slots[sort][sign],):
                if len(own) < MOST_TOLD and own[-1:] != [number]:
                    own.append(number)
    return slots


def _may_meet(left: Statement, right: Statement, titles: Set[tuple[str, int]]) -> bool:
    """Whether two pages say them, or a headline and the text below it."""
    if left.page != right.page:
        return left.key != right.key
    return left.ref != right.ref and (left.page, left.ref.block) in titles


def _weight(stems: Set[str], weights: Weights) -> float:
    return fsum([weights.get(word, 0.0) for word in stems])


def _pair(one: Told, other: Told, evidence: float, compared: Compared) -> Pair:
    sure = LEAST_SURE + (MOST_SURE - LEAST_SURE) * min(1.0, (evidence - ENOUGH) / (PLENTY - ENOUGH))
    a, b = (
        replace(
            assertion(
                told.side,
                (told.deed.place, told.deed.end),
                normal=f"{told.words[told.deed.place].root} {told.deed.sign:+d}",
                head=common(one, other, compared.weights),
                mode=(told.words, told.deed.place),
                before=[told.words[k].root for k in told.deed.theme],
                after=[told.words[k].root for k in told.deed.actor],
            ),
            scope=(DECIDED, f"{sure:.3f}", told.deed.sort),
        )
        for told in (one, other)
    )
    left, right = one.side.one, other.side.one
    linked = (left.ref, right.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def is_decided(pair: Pair) -> bool:
    """Whether a pair is one of this module."""
    return pair.a.scope[:1] == (DECIDED,)


def outcome(pair: Pair) -> FindingKind | None:
    """A conflict unless each has its source, or it is planned, or somebody is quoted to say it."""
    quoted = [claim.value.modifier == QUOTED for claim in (pair.a, pair.b)]
    own = pair.left.speaker | pair.right.speaker
    told = {*pair.left.words.values()} & {*pair.right.words.values()}
    if quoted[0] != quoted[1] and not own & told:
        return FindingKind.DIFFERS
    days = {one.published[:10] for one in (pair.left, pair.right)}
    planned = {claim.value.unit for claim in (pair.a, pair.b)} <= PLANNED
    if len(days) > 1 and "" not in days and planned:
        return FindingKind.UPDATE
    sources = pair.left.speaker, pair.right.speaker
    # Who says what somebody will do speaks for him.
    apart = all(sources) and pair.a.scope[2] != SAY
    return None if apart else FindingKind.CONFLICT


def sure(pair: Pair) -> float:
    """How sure it is that both tell one deed."""
    return float(pair.a.scope[1])
