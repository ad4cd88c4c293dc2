"""One sentence denies what another one affirms, of the same subject and the same objects.

The denied clause is read in full; the other sentence must affirm its predicate and have nearly all
that the denial names. A denial of more than the other affirms ("no man plays a large guitar", "a
man plays a guitar") is none of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.model import SentenceRef, TextSpan, Value, ValueKind
from sourcecompare.values import Claim
from sourcecompare.values.alike import alike
from sourcecompare.values.clauses import Word
from sourcecompare.values.denials import CUE, Denial, Reading, read_denials
from sourcecompare.values.modes import same_mode
from sourcecompare.values.denying import ALL, BE, EVERYONE, PRONOUNS
from sourcecompare.values.irregular import PAST

from .compared import Compared
from .pairs import Pair, overlap, pair
from .statements import Statement

# Measured on half 0 of the project's news events and on pairs of short sentences.
COVERED = 0.75
"""Share of what a denial names that the other sentence must have."""
TWIN = 0.6
"""Sentences from this overlap on are one sentence in slightly other words."""
FAR = 0.5
"""Overlap of sentences that no alignment links."""

RAREST = 3
"""Words of a denial by which sentences are looked up that no alignment links ..."""
MOST_PLACES = 40
"""... unless so many sentences have the word."""


class Side(NamedTuple):
    """A statement with its clauses."""

    one: Statement
    reading: Reading


class Match(NamedTuple):
    """A denial and the word of another sentence that affirms it."""

    denial: Denial
    place: int


def denials(compared: Compared) -> Iterator[Pair]:
    """What one sentence denies with what another affirms: linked ones first, then those that
    share rare words."""
    readings: dict[SentenceRef, Reading] = {}

    def side(one: Statement) -> Side:
        if one.ref not in readings:
            readings[one.ref] = read_denials(one.sentence.text)
        return Side(one, readings[one.ref])

    denying = {ref for ref, one in compared.statements.items() if CUE.search(one.sentence.text)}
    for left, right in compared.links:
        if left in denying or right in denying:
            sides = side(compared.statements[left]), side(compared.statements[right])
            yield from _between(*sides, compared, linked=True)
    for left, right in _far(compared, denying):
        sides = side(compared.statements[left]), side(compared.statements[right])
        yield from _between(*sides, compared, linked=False)


def _far(
    compared: Compared, denying: set[SentenceRef]
) -> Iterator[tuple[SentenceRef, SentenceRef]]:
    """Sentences without a link that share much with one that denies, each two once."""
    places: dict[str, list[SentenceRef]] = defaultdict(list)
    for ref, one in compared.statements.items():
        for word in one.words:
            places[word].append(ref)
    found: set[tuple[SentenceRef, SentenceRef]] = set()
    for ref in sorted(denying):
        one = compared.statements[ref]
        rarest = sorted(one.words, key=lambda word: (len(places[word]), word))
        rarest = [word for word in rarest if len(places[word]) > 1][:RAREST]
        for other in {r for word in rarest for r in places[word][:MOST_PLACES]} - {ref}:
            two = (ref, other) if ref < other else (other, ref)
            if two in compared.links or two in found:
                continue
            if one.page == compared.statements[other].page and two[0].block > 0:
                continue
            if overlap(one, compared.statements[other], compared.weights) >= FAR:
                found.add(two)
    yield from sorted(found)


def _between(left: Side, right: Side, compared: Compared, *, linked: bool) -> Iterator[Pair]:
    """The best match of each denial of either side."""
    for own, other in ((left, right), (right, left)):
        for denial in own.reading.denials:
            match = _match(own, denial, other)
            if match is None:
                continue
            denied, affirmed = _denied(own, match, other), _affirmed(own, match, other)
            a, b = (denied, affirmed) if own is left else (affirmed, denied)
            yield pair(left.one, right.one, a, b, compared.weights, linked=linked)
            break


def _match(own: Side, denial: Denial, other: Side) -> Match | None:
    """Where the other sentence affirms what is denied here, if it does."""
    words, there = own.reading.words, other.reading.words
    predicate = words[denial.predicate]
    if predicate.unreal or own.reading.against <= other.reading.against:
        return None
    if any(word.turned and word.root == predicate.root for word in there):
        return None
    for place, word in enumerate(there):
        if not word.content or word.turned or word.unreal:
            continue
        if not alike(words[denial.predicate].root, word.root):
            continue
        timely = denial.sort == "no" or same_mode(words, denial.predicate, there, place)
        if timely and _same_subject(words, denial, there, place):
            return Match(denial, place)
    return None


def _same_subject(
    words: Sequence[Word], denial: Denial, there: Sequence[Word], place: int
) -> bool:
    """Whether the affirmed clause is about the same one, as far as words can tell."""
    if denial.head >= 0 and not _has(there, words[denial.head]):
        return False
    needed = [i for i in denial.objects if words[i].name or i < denial.predicate]
    if not all(_has(there, words[i]) for i in needed):
        return False
    before = _facing(there, place)
    if denial.sort == "all":
        return any(word.low in ALL for word in before)
    if denial.sort == "nobody" or any(word.low in EVERYONE for word in before):
        return True
    if denial.sort == "no" and not denial.subject:
        return True
    own = [words[i] for i in denial.subject]
    if not own:
        return _pronoun(words[: denial.predicate]) == _pronoun(before) != ""
    wanted = [word for word in own if word.name] or own[-1:]
    if _is_passive(words, denial.predicate) or _is_passive(there, place):
        before = [word for word in there if word.clause == there[place].clause]
    return any(_has(before, word) for word in wanted)


def _facing(there: Sequence[Word], place: int) -> list[Word]:
    """The words before a predicate in its clause, or in the one before where it has none."""
    clause = there[place].clause
    while clause >= 0:
        found = [word for word in there[:place] if word.clause == clause]
        if any(word.content or word.low in PRONOUNS | EVERYONE for word in found):
            return found
        clause -= 1
    return []


def _is_passive(words: Sequence[Word], place: int) -> bool:
    """Whether the one it happens to may be the subject: "was asked", "asked by"."""
    own = words[place]
    around = [word.low for word in words[max(0, place - 3) : place + 4] if word.clause == own.clause]
    form = own.low.endswith("ed") or own.low in PAST
    return form and any(low in BE or low.removesuffix("n't") in BE or low == "by" for low in around)


def _has(there: Sequence[Word], wanted: Word) -> bool:
    return any(w.content and not w.turned and alike(w.root, wanted.root) for w in there)


def _pronoun(words: Sequence[Word]) -> str:
    return next((word.low for word in reversed(words) if word.low in PRONOUNS), "")


def _denied(own: Side, match: Match, other: Side) -> Claim:
    words, denial = own.reading.words, match.denial
    first = denial.cue
    predicate = words[denial.predicate]
    every = any(word.low in EVERYONE for word in _facing(other.reading.words, match.place))
    return _claim(
        own.one,
        TextSpan(words[first].start, predicate.end),
        normal=f"not {predicate.root}",
        before=() if every else tuple(words[i].root for i in denial.subject),
        after=tuple(words[i].root for i in denial.objects),
    )


def _affirmed(own: Side, match: Match, other: Side) -> Claim:
    there = other.reading.words
    facing = [i for i, word in enumerate(there) if word.content and not word.turned]
    return _claim(
        other.one,
        TextSpan(there[match.place].start, there[match.place].end),
        normal=own.reading.words[match.denial.predicate].root,
        before=tuple(there[i].root for i in facing if i < match.place),
        after=tuple(there[i].root for i in facing if i > match.place),
    )


def _claim(
    one: Statement,
    span: TextSpan,
    *,
    normal: str,
    before: tuple[str, ...],
    after: tuple[str, ...],
) -> Claim:
    offset = one.sentence.span.start
    placed = TextSpan(offset + span.start, offset + span.end)
    return Claim(
        value=Value(
            kind=ValueKind.ASSERTION,
            normal=normal,
            unit="",
            head=normal.removeprefix("not "),
            modifier="",
            ref=one.ref,
            span=placed,
        ),
        before=before,
        after=after,
        phrase=placed,
        shown=f"“{one.sentence.text[span.start : span.end]}”",
    )


def contradicts(pair: Pair) -> float:
    """The other sentence has nearly all that the denial names."""
    denied, affirmed = (
        (pair.a, pair.b) if pair.a.value.normal.startswith("not ") else (pair.b, pair.a)
    )
    wanted = (*denied.before, *denied.after)
    have = (*affirmed.before, *affirmed.after)
    covered = sum(any(alike(word, own) for own in have) for word in wanted)
    if not wanted:
        return 0.6 if pair.overlap >= TWIN else 0.0
    share = covered / len(wanted)
    if share < COVERED or (not denied.after and pair.overlap < TWIN):
        return 0.0
    return 0.4 + 0.3 * share + 0.2 * pair.overlap
