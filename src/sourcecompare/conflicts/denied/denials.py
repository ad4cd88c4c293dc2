"""One sentence denies what another one affirms, of the same subject and the same objects.

The denied clause is read in full; the other sentence must affirm its predicate and have nearly all
that the denial names. A denial of more than the other affirms ("no man plays a large guitar", "a
man plays a guitar") is none of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import SentenceRef
from sourcecompare.values import Claim
from sourcecompare.values.denied.denials import CUE, Denial, may_deny
from sourcecompare.values.denied.denying import ASKING, AUXILIARIES, EVERYONE
from sourcecompare.values.denied.modes import same_mode
from sourcecompare.values.denied.same_words import same_word
from sourcecompare.values.denied.scopes import Word

from .assertions import Side, are_quoted, assertion, facing, has, same_subject
from .missing_words import missing_denial

# Chosen on pairs of short sentences. Lower ones (.5, .2, .2) called three wrong pairs and no right
# one more on half 0 of the project's news events, which have hardly any denial in plain words.
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


class Match(NamedTuple):
    """A denial and the word of another sentence that affirms it."""

    denial: Denial
    place: int


def denials(compared: Compared) -> Iterator[Pair]:
    """What one sentence denies and another affirms: linked ones first, then those alike."""
    statements = compared.statements
    denying = {ref for ref, one in statements.items() if CUE.search(one.key)}
    for left, right in compared.links:
        if left in denying or right in denying:
            sides = Side(statements[left]), Side(statements[right])
            yield from _between(*sides, compared, linked=True)
    for left, right in _far(compared, denying):
        sides = Side(statements[left]), Side(statements[right])
        yield from _between(*sides, compared, linked=False)


def _far(
    compared: Compared, denying: set[SentenceRef]
) -> Iterator[tuple[SentenceRef, SentenceRef]]:
    """Sentences without a link that share much with one that denies, each two once."""
    wanted = {word for ref in denying for word in compared.statements[ref].words}
    places: dict[str, list[SentenceRef]] = defaultdict(list)
    for one in sorted(compared.statements.values(), key=by_height) if wanted else ():
        for word in one.words.keys() & wanted:
            places[word].append(one.ref)
    found: set[tuple[SentenceRef, SentenceRef]] = set()
    for ref in sorted(denying):
        one = compared.statements[ref]
        for other in _alike(one, places):
            two = (ref, other) if ref < other else (other, ref)
            if two in compared.links or two in found:
                continue
            # Within one page only the headline is compared with its text.
            if one.page == other.article and two[0].block > 0:
                continue
            if overlap(one, compared.statements[other], compared.weights) >= FAR:
                found.add(two)
    yield from sorted(found)


def _alike(one: Statement, places: Mapping[str, Sequence[SentenceRef]]) -> Iterator[SentenceRef]:
    """Where two of the rarest words of a statement stand again, or the only one it shares."""
    shared = [word for word in one.words if len(places[word]) > 1]
    rarest = sorted(shared, key=lambda word: (len(places[word]), word))[:RAREST]
    often = Counter(ref for word in rarest for ref in places[word][:MOST_PLACES])
    needed = min(2, len(rarest))
    return (ref for ref, count in often.items() if count >= needed and ref != one.ref)


def _between(left: Side, right: Side, compared: Compared, *, linked: bool) -> Iterator[Pair]:
    """The first denial of either side that the other one affirms."""
    # In an order that does not hang on the names of the pages.
    first, last = (left, right) if left.one.key <= right.one.key else (right, left)
    for own, other in ((first, last), (last, first)):
        if not may_deny(own.one.key):
            continue
        claims = _read_apart(own, other) or _word_by_word(own, other, compared)
        if claims is not None and not are_quoted(*claims):
            a, b = claims if own is left else claims[::-1]
            yield pair(left.one, right.one, a, b, compared.weights, linked=linked)


def _read_apart(own: Side, other: Side) -> tuple[Claim, Claim] | None:
    """What a clause of the one denies, and where the other affirms it."""
    for denial in own.reading.denials:
        match = _match(own, denial, other)
        if match is not None and _covers(own, match, other):
            return _denied(own, match, other), _affirmed(own, match, other)
    return None


def _word_by_word(own: Side, other: Side, compared: Compared) -> tuple[Claim, Claim] | None:
    """A denial that a copy of its sentence does without."""
    if overlap(own.one, other.one, compared.weights) < TWIN:
        return None
    words, there = own.reading.words, other.reading.words
    places = missing_denial(words, there)
    if places is None:
        return None
    cue, denied, affirmed = places
    claims = [
        assertion(
            side,
            (_with_auxiliaries(side.reading.words, first), last),
            normal=normal,
            head=words[denied].root,
            mode=(words, denied),
            before=(),
            after=(words[denied].root,),
        )
        for side, first, last, normal in (
            (own, cue, denied, f"not {words[denied].root}"),
            (other, affirmed, affirmed, words[denied].root),
        )
    ]
    return claims[0], claims[1]


def _match(own: Side, denial: Denial, other: Side) -> Match | None:
    """Where the other sentence affirms what is denied here, if it does."""
    words, there = own.reading.words, other.reading.words
    predicate = words[denial.predicate]
    if predicate.unreal or _is_answered(own, denial, other):
        return None
    if any(word.turned and word.root == predicate.root for word in there):
        return None
    needed = [i for i in denial.objects if words[i].name or i < denial.predicate]
    needed += [denial.head] if denial.head >= 0 else []
    if not all(has(there, words[i]) for i in needed):
        return None
    for place, word in enumerate(there):
        if not word.content or word.turned or word.unreal:
            continue
        if not same_word(words[denial.predicate].root, word.root):
            continue
        timely = denial.sort == "no" or same_mode(words, denial.predicate, there, place)
        if timely and same_subject(words, denial, there, place):
            return Match(denial, place)
    return None


def _covers(own: Side, match: Match, other: Side) -> bool:
    """Whether the other sentence has nearly all that the denial names."""
    denied, affirmed = _denied(own, match, other), _affirmed(own, match, other)
    wanted, have = (*denied.before, *denied.after), (*affirmed.before, *affirmed.after)
    return _share(wanted, have) >= COVERED


def _is_answered(own: Side, denial: Denial, other: Side) -> bool:
    """Whether the other sentence may deny the same in its own way, or answer another question."""
    against = own.reading.against + (denial.sort == "all")
    if against <= other.reading.against:
        return True
    words = own.reading.words
    clause = words[denial.predicate].clause
    asked = next((word.low for word in words if word.clause > clause and word.root), "")
    return asked in ASKING and asked not in {word.low for word in other.reading.words}


def _denied(own: Side, match: Match, other: Side) -> Claim:
    words, denial = own.reading.words, match.denial
    every = any(word.low in EVERYONE for word in facing(other.reading.words, match.place))
    return assertion(
        own,
        (_with_auxiliaries(words, denial.cue), max(denial.cue, denial.predicate)),
        normal=f"not {words[denial.predicate].root}",
        head=words[denial.predicate].root,
        mode=(words, denial.predicate),
        before=[] if every else [words[i].root for i in denial.subject],
        after=[words[i].root for i in denial.objects],
    )


def _with_auxiliaries(words: Sequence[Word], place: int) -> int:
    """Where the predicate at `place` begins with its auxiliaries: "will have signed"."""
    while place and words[place - 1].low in AUXILIARIES:
        place -= 1
    return place


def _affirmed(own: Side, match: Match, other: Side) -> Claim:
    words, there = own.reading.words, other.reading.words
    content = [i for i, word in enumerate(there) if word.content and not word.turned]
    return assertion(
        other,
        (_with_auxiliaries(there, match.place), match.place),
        normal=words[match.denial.predicate].root,
        head=words[match.denial.predicate].root,
        mode=(words, match.denial.predicate),
        before=[there[i].root for i in content if i < match.place],
        after=[there[i].root for i in content if i > match.place],
    )


def contradicts(pair: Pair) -> float:
    """The other sentence has nearly all that the denial names."""
    denied, affirmed = (
        (pair.a, pair.b) if pair.a.value.normal.startswith("not ") else (pair.b, pair.a)
    )
    share = _share((*denied.before, *denied.after), (*affirmed.before, *affirmed.after))
    if not denied.after and pair.overlap < TWIN:
        return 0.0
    if not pair.linked and not pair.same_page and pair.overlap < FAR:
        return 0.0
    return 0.4 + 0.3 * share + 0.2 * pair.overlap


def _share(wanted: Sequence[str], have: Sequence[str]) -> float:
    """How much of what a denial names the other sentence has; all where it names nothing."""
    covered = sum(any(same_word(word, own) for own in have) for word in wanted)
    return covered / len(wanted) if wanted else 1.0
