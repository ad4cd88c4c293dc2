"""Which two values are worth comparing, and how well what is said around them agrees."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import combinations

from sourcecompare.model import SentenceRef
from sourcecompare.times import days_between
from sourcecompare.values import Claim, stem
from sourcecompare.values.dates.when import TIMES

from .compared import Compared
from .figures.bounds import dates_agree
from .statements import Figure, Statement, Weights, by_height, telling_figure

DAY = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}")  # No match: "2025-09", "--09", "friday".

YEAR = re.compile(r"[0-9]{4}")

LARGEST_SLOT = 300
"""Values of one kind, unit and noun that are compared with each other over a whole story; those
that stand higher on their pages come first. A story of hundreds of pages takes seconds so."""

RATE = "per "
"""A sum or share of no noun is known by its rate: "per month"."""

OPEN_END = 2
"""Words that a side counts for where only one of the two sentences goes on."""

SHARED_WORDS = 8
"""Words in common that are kept for a reason to choose from."""

NEAR_TWIN = 0.75
"""From this overlap on the two sentences are one sentence, but for small changes of wording;
below it a value that the other page says elsewhere too was most likely only paired wrongly."""

SAME_SENTENCE = 0.9
"""From this overlap on nothing but the value has changed, so that context excuses nothing."""

SAME_NEAR = 0.75
"""... and from this share of the words next to both values on, these stand in one place."""

DAYS_OF_NEWS = 5
"""Days in which outlets report one state of things."""

CENTRAL = math.log(20)
"""A noun that weighs less than one of every twentieth sentence is what the story is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two values of one kind and unit, the left one first in order of place."""

    left: Statement
    right: Statement
    a: Claim
    """stands in `left`"""
    b: Claim
    """stands in `right`"""
    linked: bool
    """the two sentences are linked by an alignment"""
    overlap: float
    """0..1: Dice coefficient of the sentences' content words, the rare ones weighing more"""
    near: float
    """0..1: share of the words next to the two values that are the same"""
    day: str
    """normal form of the day that both sentences name, with or without its year; or empty"""
    shared: tuple[str, ...] = field(hash=False)
    """the most telling words that both sentences have, folded, as on the left"""
    central: bool
    """the noun of the left value is one of the words that the whole story is about"""
    only: bool
    """neither page says another value of this kind, unit and noun"""
    weight: float
    """what the content words weigh together that both sentences have"""
    figures: frozenset[Figure] = field(hash=False)
    """telling figures that both sentences say exactly, or the paragraphs around them"""
    others: tuple[tuple[Claim, ...], tuple[Claim, ...]] = field(hash=False)
    """the other values of the left and of the right sentence"""

    @property
    def same_page(self) -> bool:
        """Whether one page says both."""
        return self.left.page == self.right.page


def value_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of different figures or dates: of linked sentences, then of one slot each."""
    statements, links, weights = compared.statements, compared.links, compared.weights
    lone = lone_values(statements.values())
    for left, right in links:
        yield from _across(statements[left], statements[right], weights, lone)
    for slot in _slots(statements):
        for (left_ref, a), (right_ref, b) in combinations(slot, 2):
            if left_ref == right_ref or (left_ref, right_ref) in links:
                continue
            if a.value.normal != b.value.normal:
                one, other = statements[left_ref], statements[right_ref]
                yield pair(one, other, a, b, weights, only=is_only(one, other, a, b, lone))


Counted = tuple[str, str, str, str]
"""A page, and the kind, unit and noun of its values."""


def lone_values(statements: Iterable[Statement]) -> frozenset[Counted]:
    """Where a page says one and the same value of a kind, unit and noun throughout."""
    found: dict[Counted, set[str]] = defaultdict(set)
    for one in statements:
        for claim in one.claims:
            value = claim.value
            found[one.page, value.kind, value.unit, value.head].add(value.normal)
    return frozenset(slot for slot, values in found.items() if len(values) == 1)


def is_only(left: Statement, right: Statement, a: Claim, b: Claim, lone: Set[Counted]) -> bool:
    """Whether both pages say no other value of the kind, unit and noun; `lone` are such slots."""
    return all(
        (one.page, claim.value.kind, claim.value.unit, claim.value.head) in lone
        for one, claim in ((left, a), (right, b))
    )


def _across(
    left: Statement, right: Statement, weights: Weights, lone: Set[Counted]
) -> Iterator[Pair]:
    for a in left.claims:
        for b in right.claims:
            same = (a.value.kind, a.value.unit) == (b.value.kind, b.value.unit)
            if same and a.value.kind not in TIMES and a.value.normal != b.value.normal:
                only = is_only(left, right, a, b, lone)
                yield pair(left, right, a, b, weights, linked=True, only=only)


def _slots(
    statements: Mapping[SentenceRef, Statement],
) -> Iterator[list[tuple[SentenceRef, Claim]]]:
    """Values by kind, unit and noun, or rate; only slots with two different values."""
    slots: dict[tuple[str, str, str], list[tuple[SentenceRef, Claim]]] = defaultdict(list)
    for ref in sorted(statements):
        for claim in statements[ref].claims:
            value = claim.value
            if what := slot_noun(claim):
                slots[value.kind, value.unit, what].append((ref, claim))
    for name in sorted(name for name, members in slots.items() if len(members) > 1):
        by_depth = sorted(slots[name], key=lambda m: by_height(statements[m[0]]))
        members = sorted(by_depth[:LARGEST_SLOT], key=lambda m: (m[0], m[1].value.span))
        if len({claim.value.normal for _, claim in members}) > 1:
            yield members


def slot_noun(claim: Claim) -> str:
    """The noun, or the rate, by which values are looked up over a whole story; or empty."""
    return claim.value.head or next((one for one in claim.scope if one.startswith(RATE)), "")


def pair(
    left: Statement,
    right: Statement,
    a: Claim,
    b: Claim,
    weights: Weights,
    *,
    linked: bool = False,
    only: bool = False,
) -> Pair:
    """Two values with what their sentences have in common."""
    common = left.words.keys() & right.words.keys()
    telling = sorted(common, key=lambda word: (-weights.get(word, 0.0), word))
    return Pair(
        left=left,
        right=right,
        a=a,
        b=b,
        linked=linked,
        overlap=overlap(left, right, weights),
        near=_near(a, b),
        day=_same_day(left, right),
        shared=tuple(left.words[word] for word in telling[:SHARED_WORDS]),
        central=0.0 < weights.get(stem(a.value.head), 0.0) <= CENTRAL,
        only=only,
        weight=sum(weights.get(word, 0.0) for word in telling),
        figures=_figures(left, a) & _figures(right, b),
        others=(
            tuple(claim for claim in left.claims if claim is not a),
            tuple(claim for claim in right.claims if claim is not b),
        ),
    )


def wordings(left: Statement, right: Statement) -> frozenset[str]:
    """Two sentences, on whatever pages and in whichever order they stand."""
    return frozenset((left.key, right.key))


def swapped(pair: Pair) -> Pair:
    """The pair as it is with the names of the pages swapped: its words are those of the other."""
    stems = {word: name for name, word in pair.left.words.items()}
    return replace(
        pair,
        left=pair.right,
        right=pair.left,
        a=pair.b,
        b=pair.a,
        shared=tuple(pair.right.words[stems[word]] for word in pair.shared),
        others=pair.others[::-1],
    )


def _figures(one: Statement, own: Claim) -> frozenset[Figure]:
    """The telling figures around a value, in its paragraph."""
    return one.around - {telling_figure(own)} if one.around else one.around


def overlap(left: Statement, right: Statement, weights: Weights) -> float:
    """Weighted Dice coefficient of the content words of two statements, 0..1."""
    common = left.words.keys() & right.words.keys()
    if not common:
        return 0.0
    shared = sum([weights.get(w, 0.0) for w in sorted(common)])
    whole = sum([weights.get(w, 0.0) for w in (*left.words, *right.words)])
    return 2 * shared / whole if whole else 0.0


def past_year(pair: Pair) -> str:
    """A year before that of both pages which both sentences name; or empty."""
    years = {date for date in pair.left.dates & pair.right.dates if YEAR.fullmatch(date)}
    now = max(pair.left.published[:4], pair.right.published[:4])
    return max((year for year in years if year < now), default="")


def is_later_news(pair: Pair) -> bool:
    """Whether the pages appeared so many days apart that the state of things is another one."""
    return (days_between(pair.left.published, pair.right.published) or 0) > DAYS_OF_NEWS


def same_place(pair: Pair) -> bool:
    """Whether the sentences are the same but for the value, and it stands in the same words."""
    return pair.overlap >= SAME_SENTENCE and pair.near >= SAME_NEAR


def _near(a: Claim, b: Claim) -> float:
    """Agreement of the neighbours on both sides; words in another order count half at most."""
    same = size = 0
    for own, other in ((a.before, b.before), (a.after, b.after)):
        # Where one sentence ends and the other goes on, little can be said of that side.
        size += max(len(own), len(other)) if own and other else OPEN_END * bool(own or other)
        same += len(set(own) & set(other))
    return same / size if size else 0.0


def _same_day(left: Statement, right: Statement) -> str:
    """The fullest form of a day that both statements name; empty if there is none."""
    days = [sorted(date for date in one.dates if DAY.fullmatch(date)) for one in (left, right)]
    agreed = [max(a, b) for a in days[0] for b in days[1] if dates_agree(a, b)]
    return max(agreed, default="")
