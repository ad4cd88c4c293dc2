"""When two figures or dates are said of one thing: 0 for not at all, else how sure that is."""

from decimal import Decimal

from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair, past_year
from sourcecompare.conflicts.statements import ANNIVERSARIES, LEAD, TOLLS, amount, same_noun, thing
from sourcecompare.values import AGES

from .evidence import FEW, adds_up, are_two_owners, are_two_polls
from .spells import one_spell, one_tally

# Measured on half 0 of the project's news events and on their rewritten versions.
TWIN_OVERLAP = 0.5
"""Linked sentences from this overlap on are one sentence in slightly other words."""
TWIN_NEAR = 0.5
"""... and then half of the words next to the two values must be the same as well."""
TOLD_OVERLAP = 0.4
"""Linked sentences that tell one thing in their own words, where the nouns agree."""
FAR_OVERLAP = 0.5
"""The same for sentences that no alignment links."""
ANCHOR_OVERLAP = 0.1
"""Sentences that name the same full date need little more in common than the noun."""

ANCHOR_WORDS = 2
"""Content words that two sentences with the same full date must share."""

LASTING = 0.75
"""Two lengths of one thing that the whole story is about, however differently the rest is told."""

SAME_PHRASE_WORDS = 2
"""Words that "40,000 pages of the minister's letters" shares with "36,000 pages with letters by
the minister": so many say what is counted, however differently the rest is told."""
PHRASE_OVERLAP = 0.1

FRAME_OVERLAP = 0.2
"""Linked sentences that share this much may differ in the rest, if what stands round both values
is the same."""

SUMS_OVERLAP = 0.3
"""Linked sentences that share this much tell of one payment; 716 and 800 billion that two sides
would cut share .23."""

ONLY_OVERLAP, ONLY_RATIO = 0.2, 2
"""What the only counts of a noun on two pages need, and how far they may lie apart."""

LARGE, CLOSE = 1000, Decimal("1.25")
"""Counts from a thousand up that lie this close are counts of one thing; small ones are alike by
chance."""

VAGUE_HEADS = frozenset(
    """day week month year time hour minute way thing part side other one point area issue case
    place kind sort group member person people reason question step term old ago later earlier
    official word percent""".split()
)
"""Nouns that are counted of too many things to say by themselves what is counted."""

PEOPLE = frozenset("man woman child".split())
"""Nouns of whom a story has several groups."""


def number(pair: Pair) -> float:
    """As in "12 people were killed" against "15 dead"."""
    return max(
        _twin(pair),
        _told(pair),
        _same_phrase(pair),
        _anchored(pair),
        _same_frame(pair),
        _whole_toll(pair),
        _precise(pair),
        _only_count(pair),
        _past_toll(pair),
        _headline(pair),
        adds_up(pair),
    )


def ordinal(pair: Pair) -> float:
    """As in "the 80th anniversary" against "the 75th anniversary" of the same thing."""
    return max(
        _twin(pair),
        _same_phrase(pair),
        _anchored(pair),
        _told(pair) if _same_thing(pair) else 0.0,
        one_tally(pair),
        adds_up(pair),
    )


def money(pair: Pair) -> float:
    """As in "$5.7 billion for the wall" against "$5.6 billion for the wall"."""
    return max(
        _twin(pair),
        _same_phrase(pair),
        _anchored(pair),
        _same_frame(pair),
        _last_sums(pair),
        _told(pair) if _same_thing(pair) else 0.0,
        adds_up(pair),
    )


def percent(pair: Pair) -> float:
    """As in "90% of its imports" against "70% of its imports"."""
    if are_two_polls(pair):
        return 0.0
    return max(
        _twin(pair),
        _same_phrase(pair),
        _anchored(pair),
        _same_frame(pair),
        _told(pair) if _same_thing(pair) else 0.0,
        adds_up(pair),
    )


def duration(pair: Pair) -> float:
    """As in "the 70-minute parade" against "the parade will last 90 minutes"."""
    if are_two_owners(pair.a, pair.b):
        return 0.0
    return max(_twin(pair), _lasts(pair), one_spell(pair), adds_up(pair))


def date(pair: Pair) -> float:
    """As in "the Dec. 11 meeting" against "the Dec. 14 meeting"; dates need the same words."""
    own, other = pair.a.before[:1], pair.b.before[:1]
    return _twin(pair) if own == other or pair.near >= TWIN_NEAR else 0.0


def _twin(pair: Pair) -> float:
    """The same words around both values."""
    heads = {pair.a.value.head, pair.b.value.head}
    linked = pair.linked or (pair.overlap >= NEAR_TWIN and not pair.same_page)
    if not linked or (len(heads) > 1 and not same_noun(pair.a, pair.b)):
        return 0.0
    if pair.overlap < TWIN_OVERLAP or pair.near < TWIN_NEAR:
        return 0.0
    return 0.52 + 0.2 * pair.overlap + 0.15 * pair.near


def _told(pair: Pair) -> float:
    """The same noun in sentences that tell the same; never within one page."""
    if pair.same_page or not same_noun(pair.a, pair.b) or pair.a.value.head in VAGUE_HEADS:
        return 0.0
    if pair.overlap < (TOLD_OVERLAP if pair.linked else FAR_OVERLAP):
        return 0.0
    # "Two patients" and "four patients" may be told of one thing in two respects.
    low, high = sorted((amount(pair.a), amount(pair.b)))
    if low <= FEW and high >= ONLY_RATIO * low and pair.overlap < TWIN_OVERLAP:
        return 0.0
    # A noun with and without a premodifier ("judges", "federal judges") is often part and whole.
    if _is_narrower(pair) and pair.overlap < TWIN_OVERLAP:
        return 0.0
    return 0.45 + 0.4 * pair.overlap + 0.1 * pair.near


def _is_narrower(pair: Pair) -> bool:
    """Whether only one noun has a premodifier, of which the other sentence says nothing."""
    own, other = pair.a.attributes, pair.b.attributes
    if bool(own) == bool(other):
        return False
    words = pair.right.words if own else pair.left.words
    return not words.keys() >= {*own, *other}


def _same_phrase(pair: Pair) -> float:
    """The same noun of the same thing, in two words at least.

    Within one page only anniversaries: it may tell of a first and a second round of one thing,
    but what it reports on is one anniversary of it.
    """
    shared = thing(pair.a) & thing(pair.b)
    bare = pair.linked and not pair.a.value.head and not pair.b.value.head
    if not (bare or same_noun(pair.a, pair.b)) or len(shared) < SAME_PHRASE_WORDS:
        return 0.0
    if pair.same_page and pair.a.value.head not in ANNIVERSARIES:
        return 0.0
    if pair.overlap < PHRASE_OVERLAP:
        return 0.0
    return 0.5 + 0.3 * pair.overlap + 0.05 * len(shared) + _one_of_a_kind(pair)


def _anchored(pair: Pair) -> float:
    """The same noun in sentences that name the same day; also within one page."""
    if not same_noun(pair.a, pair.b) or pair.a.value.head in VAGUE_HEADS:
        return 0.0
    if not pair.day or len(pair.shared) < ANCHOR_WORDS or pair.overlap < ANCHOR_OVERLAP:
        return 0.0
    return 0.6 + 0.3 * pair.overlap + 0.1 * bool(_same_thing(pair)) + _one_of_a_kind(pair)


def _same_frame(pair: Pair) -> float:
    """Linked sentences with the same words round both values: "is insured for 6 million euros"."""
    heads = {pair.a.value.head, pair.b.value.head}
    if not pair.linked or len(heads) > 1 or pair.a.value.head in VAGUE_HEADS:
        return 0.0
    if pair.overlap < FRAME_OVERLAP or pair.near < TWIN_NEAR:
        return 0.0
    return 0.5 + 0.3 * pair.overlap + 0.15 * pair.near


def _whole_toll(pair: Pair) -> float:
    """Two tolls that open their pages: each is that of the event itself."""
    head = pair.a.value.head
    if head not in TOLLS or head != pair.b.value.head or pair.same_page:
        return 0.0
    if any(thing(claim) or claim.scope for claim in (pair.a, pair.b)):
        return 0.0
    if max(pair.left.depth, pair.right.depth) > LEAD:
        return 0.0
    return 0.65 + 0.2 * pair.overlap


def _past_toll(pair: Pair) -> float:
    """Two tolls of one earlier year: an event of long ago is told of for its toll alone."""
    head = pair.a.value.head
    if head not in TOLLS or head != pair.b.value.head or pair.a.scope or pair.b.scope:
        return 0.0
    return 0.6 + 0.3 * pair.overlap if past_year(pair) else 0.0


def _headline(pair: Pair) -> float:
    """A headline and the opening of its own text: the same noun, and no toll that has grown."""
    head = pair.a.value.head
    if not pair.same_page or pair.left.ref.block >= 0 or pair.right.depth > LEAD:
        return 0.0
    if not head or head != pair.b.value.head or head in TOLLS | VAGUE_HEADS | PEOPLE:
        return 0.0
    low, high = sorted((amount(pair.a), amount(pair.b)))
    if not low or high > ONLY_RATIO * low or pair.a.scope != pair.b.scope:
        return 0.0
    return 0.55 + 0.3 * pair.overlap


def _precise(pair: Pair) -> float:
    """Two large counts of one noun that lie close: hardly by chance, wherever they stand."""
    if pair.same_page or not same_noun(pair.a, pair.b) or pair.a.value.head in VAGUE_HEADS:
        return 0.0
    low, high = sorted((amount(pair.a), amount(pair.b)))
    if low < LARGE or high > CLOSE * low:
        return 0.0
    return 0.6 + 0.3 * pair.overlap + 0.05 * bool(_same_thing(pair))


def _last_sums(pair: Pair) -> float:
    """Linked sentences whose sums without a noun are of one matter: their other words say so."""
    if not pair.linked or pair.a.value.head or pair.b.value.head:
        return 0.0
    return 0.55 + 0.4 * pair.overlap if pair.overlap >= SUMS_OVERLAP else 0.0


def _only_count(pair: Pair) -> float:
    """The only counts of their noun on either page, in sentences that tell alike."""
    head = pair.a.value.head
    if (
        pair.same_page
        or not same_noun(pair.a, pair.b)
        or head in VAGUE_HEADS | PEOPLE
        or not pair.only
    ):
        return 0.0
    low, high = sorted((amount(pair.a), amount(pair.b)))
    if pair.overlap < ONLY_OVERLAP or not low or high > ONLY_RATIO * low or _is_narrower(pair):
        return 0.0
    if low <= FEW and high >= ONLY_RATIO * low and pair.overlap < TWIN_OVERLAP:
        return 0.0
    return 0.6 + 0.3 * pair.overlap


def _one_of_a_kind(pair: Pair) -> float:
    """What it adds that an event has only one such rank, where of rounds or visits it has many."""
    return 0.12 if pair.a.value.head in ANNIVERSARIES else 0.0


def _lasts(pair: Pair) -> float:
    """How long one and the same thing lasts that the whole story is about; also within one page."""
    head = pair.a.value.head
    if head != pair.b.value.head or not head or head in AGES | VAGUE_HEADS:
        return 0.0
    if not (pair.a.definite and pair.b.definite and pair.central):
        return 0.0
    # "The ceremony" may be another one than "the closing ceremony".
    part = bool(thing(pair.a)) != bool(thing(pair.b))
    return LASTING + 0.2 * pair.overlap - 0.1 * part


def _same_thing(pair: Pair) -> bool:
    """Whether what the nouns are of has a word in common, or one sentence says it elsewhere."""
    if not same_noun(pair.a, pair.b):
        return False
    own, other = thing(pair.a), thing(pair.b)
    if own and other:
        return bool(own & other)
    return bool(own & pair.right.words.keys() or other & pair.left.words.keys())
