"""How much speaks for two figures being of one thing: nouns, rare words, shared figures, places.

No single ground is needed here. Each sort of evidence counts for some points, and enough of them
together are enough: "the 22nd state to adopt it" and "the 23rd state with such a law".
"""

import re
from decimal import Decimal

from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import TOLLS, Statement, amount, same_noun, thing
from sourcecompare.model import ValueKind
from sourcecompare.values import AGES, FUNCTION, Claim, stem
from sourcecompare.values.lexicon import MONTHS, WEEKDAYS

from .bounds import AT_LEAST, AT_MOST

# Points measured on invented events and half 0 of the project's news events: nearly all conflicts
# between figures lie above ENOUGH, nearly all other figures of two pages that no veto drops below.
ENOUGH = 6.5
SAME_NOUN = 2.0
NOUN_THERE = 1.0
"""One value has no noun, but its sentence has the other one's."""
SAME_WHOLE = 3.0
"""Both say of how many: "nine of the 13 seats", "eight of 13 seats"."""
PER_WORD, MOST_WORDS, MOST_DEEDS = 1.0, 2.0, 3.0
"""Words in common of what the nouns are of."""
LINKED = 1.0
PER_WEIGHT, MOST_WEIGHT = 1 / 3, 3.0
"""What a rare word in common counts for: 3.5 weighs one that a story has twice."""
NEAR = 3.0
"""All words next to the two values are the same."""
PER_FIGURE, MOST_FIGURES = 1.5, 3.0
"""A telling figure that both sentences, or their paragraphs, share exactly."""
SAME_YEAR = 1.0
CLOSE_BONUS, CLOSE_RATIO = 1.0, Decimal("0.6")
"""True conflicts lie close to each other; other figures lie anywhere."""
ALONE = 1.0
"""Neither page says another value of this kind and noun."""
SAME_RATE = 2.0
"""Of sums a month, or a head, a story has one or two."""
LENGTH = 2.0
"""A thing that lasts has one length: "the eight-week consultation"."""
OWNERS = frozenset("his her their my our your".split())
INDEFINITE = OWNERS | {"a", "an", "its"}
SWAPPED = 1.0
"""The same digits in another order are a slip of the pen: 14.2 and 12.4 billion."""
PER_OVERLAP = 1.5
"""Short sentences that share most of their words."""
FEW, FEW_MALUS = 3, 1.0
"""Two and three are counted of everything."""
FAR_MALUS, FAR_RATIO = 1.0, Decimal("0.5")
"""What is twice as much as the other is mostly something else."""
NARROWER = 1.0
"""Only one noun has an attribute: "six gold boxes", "five boxes"."""

ROUGH = 100
CUT_MALUS = 2.0
"""The rougher figure is the other one without its last digits: 5 billion, and 5.7."""

LEAST, STEP = 0.55, 0.04
"""How sure it is with enough points, and what each further one adds."""

POLLS = frozenset(stem(word) for word in "poll polls polling polled survey surveyed".split())
POLL_NAMES = 2
TIMELY = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS))
NAMED = re.compile(r"(?<=[a-z,;] )[A-Z]\w+")
"""Words with a capital inside a sentence."""

BARE = frozenset((ValueKind.MONEY, ValueKind.PERCENT, ValueKind.MEASURE, ValueKind.DURATION))
"""Kinds of which values without a noun are compared: their unit says what they are."""

EVERYTHING = frozenset(
    """day week month year time hour minute way thing part side other one point area issue case
    place kind sort group member person people reason question step term percent man woman child
    official old ago later earlier""".split()
)
"""Nouns that say nothing of what is counted; the rest has to."""

ROOT = 4
"""Letters that a verb and its noun have in common."""

BOUNDS = AT_LEAST | AT_MOST


def adds_up(pair: Pair) -> float:
    """Enough points of whatever sort, on two pages; 0 where there are too few."""
    a, b = pair.a, pair.b
    if pair.same_page or not _comparable(pair) or _both_bounds(a, b):
        return 0.0
    points = points_of(pair)
    if points < ENOUGH or not _of_one_poll(pair) or are_two_owners(a, b):
        return 0.0
    return LEAST + STEP * (points - ENOUGH)


def points_of(pair: Pair) -> float:
    """All evidence that two values are of one thing, in points."""
    return _of_values(pair) + _of_sentences(pair)


def are_two_polls(pair: Pair) -> bool:
    """Whether each sentence on a poll has a name of its own: most likely its pollster's."""
    left, right = (names_of(one) for one in (pair.left, pair.right))
    return _on_polls(pair) and bool(left - right and right - left)


def _of_one_poll(pair: Pair) -> bool:
    """Whether shares have the names of a pollster and a candidate in common, if of a poll."""
    return not _on_polls(pair) or len(names_of(pair.left) & names_of(pair.right)) >= POLL_NAMES


def _on_polls(pair: Pair) -> bool:
    shares = pair.a.value.kind is ValueKind.PERCENT
    return shares and any(POLLS & one.words.keys() for one in (pair.left, pair.right))


def names_of(one: Statement) -> set[str]:
    """Words with a capital inside a sentence, but for days and months."""
    return set(NAMED.findall(one.sentence.text)) - TIMELY


def are_two_owners(a: Claim, b: Claim) -> bool:
    """Whether two persons have the values: "his 90-minute speech", "her 70-minute speech"."""
    own, other = (next(iter(claim.before), "") for claim in (a, b))
    if own == other:
        return False
    if own in OWNERS and other in OWNERS:
        return True
    named = own.endswith("'s") and other.endswith("'s")
    return named and a.value.kind is ValueKind.DURATION


def _comparable(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if a.value.head in TOLLS or a.value.head in AGES:
        return False  # what grows by the hour has grounds of its own
    if same_whole(a, b) or same_noun(a, b):
        return True
    if a.value.kind not in BARE:
        return False
    if a.value.kind is ValueKind.DURATION and not a.value.head and not b.value.head:
        return bool(thing(a) & thing(b))  # "for 26 years" is said of everything
    return _noun_is_there(a, b, pair.left) or _noun_is_there(b, a, pair.right)


def _noun_is_there(bare: Claim, other: Claim, sentence: Statement) -> bool:
    """Whether a value without a noun stands in a sentence that says the other one's, if it has one.

    "Two days of rain", "the rain did not stop for four days".
    """
    head = other.value.head
    if bare.value.head:
        return False
    # "Save 5 million", "savings of 5 million".
    root = head.removesuffix("ing") if head.endswith("ing") else head[:ROOT]
    return not head or any(word.startswith(root) for word in sentence.words)


def _both_bounds(a: Claim, b: Claim) -> bool:
    """Two bounds of one side hardly ever exclude each other: "more than 5 and than 6 million"."""
    return a.value.modifier == b.value.modifier and a.value.modifier in BOUNDS


def make_a_whole(a: Claim, b: Claim) -> bool:
    """Whether both are the two parts of one whole: four of the seven judges, and three."""
    return same_whole(a, b) and amount(a) + amount(b) == Decimal(a.whole)


def same_whole(a: Claim, b: Claim) -> bool:
    """Whether both are said to be parts of as many: "nine of the 13 seats", "eight of 13"."""
    return bool(a.whole) and a.whole == b.whole


def _of_values(pair: Pair) -> float:
    """Points for what the two values themselves are."""
    a, b = pair.a, pair.b
    whole = same_whole(a, b)
    points = SAME_WHOLE * whole
    lasting = a.value.kind is ValueKind.DURATION
    if same_noun(a, b) and a.value.head not in EVERYTHING:
        points += SAME_NOUN + LENGTH * (lasting and not _is_any(a) and not _is_any(b))
    elif bool(a.value.head) != bool(b.value.head):
        points += NOUN_THERE
    points += SWAPPED * swapped(a, b)
    points += min(MOST_WORDS, PER_WORD * len(thing(a) & thing(b)))
    points += SAME_RATE * (a.scope == b.scope and any(s.startswith("per ") for s in a.scope))
    points += _same_deed(a, b) + ALONE * pair.only
    low, high = sorted((abs(amount(a)), abs(amount(b))))
    points -= CUT_MALUS * _is_cut(a, b)
    points -= FAR_MALUS * (low < FAR_RATIO * high and not swapped(a, b))
    points += CLOSE_BONUS * bool(high and low >= CLOSE_RATIO * high)
    if not whole:
        few = a.value.kind in (ValueKind.NUMBER, ValueKind.ORDINAL) and low <= FEW
        far = low < CLOSE_RATIO * high
        points -= FEW_MALUS * few * (1 + far) + NARROWER * (not lasting and _is_narrower(a, b))
    return points


def _same_deed(a: Claim, b: Claim) -> float:
    """Points for words next to "twice" and "three times": they say what is done so often."""
    if a.value.head != "time" or b.value.head != "time":
        return 0.0
    own, other = (
        {stem(word.removesuffix("'s")) for word in (*claim.before, *claim.after)} - FUNCTION
        for claim in (a, b)
    )
    return min(MOST_DEEDS, PER_WORD * len(own & other))


def _is_any(claim: Claim) -> bool:
    """Whether it may be any thing of its sort: "a 90-minute film", "his 90-minute speech"."""
    return bool(INDEFINITE.intersection(claim.before[:1]))


def swapped(a: Claim, b: Claim) -> bool:
    """Whether the same digits make both figures: 14.2 and 12.4 billion."""
    own, other = (
        "".join(sign for sign in claim.value.normal if sign.isdigit()).rstrip("0")
        for claim in (a, b)
    )
    return len(own) > 1 and sorted(own) == sorted(other)


def _is_cut(a: Claim, b: Claim) -> bool:
    """Whether one figure may be the other one cut short: 5 billion and 5.7 billion."""
    low, high = sorted((abs(amount(a)), abs(amount(b))))
    whole = low == low.to_integral_value() and a.value.kind is not ValueKind.MONEY
    if not low or (whole and low < ROUGH):
        return False
    place = Decimal(1).scaleb(int(low.normalize().as_tuple().exponent))
    return low <= high < low + place and low < high


def _is_narrower(a: Claim, b: Claim) -> bool:
    return bool(a.attributes) != bool(b.attributes)


def _of_sentences(pair: Pair) -> float:
    """Points for what stands around them."""
    points = LINKED * pair.linked + NEAR * pair.near
    points += min(MOST_WEIGHT, PER_WEIGHT * pair.weight)
    points += min(MOST_FIGURES, PER_FIGURE * len(pair.figures))
    points += PER_OVERLAP * pair.overlap
    years = pair.left.dates & pair.right.dates
    return points + SAME_YEAR * bool(pair.day or years)
