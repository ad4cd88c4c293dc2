"""Why two values that differ are no conflict: each veto is a function and says its reason.

A veto looks at one `Pair` and at what the two pages say elsewhere (`Said`); it gives its reason,
or an empty string if it has nothing against the pair.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from sourcecompare.conflicts.compared import Said, slot
from sourcecompare.conflicts.dates.times import agree, rival_times
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair, same_place
from sourcecompare.conflicts.statements import (
    TOLLS,
    Statement,
    amount,
    figure_of,
    same_noun,
    telling_figure,
    thing,
)
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim, stem

from .bounds import compatible
from .elsewhere import other_event, other_place, other_subject
from .evidence import same_whole, swapped
from .reckoning import (
    adds_up,
    may_be_part,
    other_frame,
    other_sense,
    other_span,
    parts_of_a_whole,
    share_of_whole,
    size_of_a_whole,
)
from .sides import (
    margin_of_error,
    moving_quantity,
    other_aim,
    other_partner,
    other_side,
    other_stage,
)

PROPORTION = Decimal("2.5")
"""Counts that lie further apart than this are counts of different things, unless the sentences
are the same; true conflicts of the project's news events lie below 2."""
HALF_NEAR = 0.5
"""... and the values stand in the same words."""

REACH = frozenset(
    stem(word) for word in "nationwide worldwide globally statewide citywide locally".split()
)

DENIALS = frozenset("not never n't isn't wasn't weren't aren't didn't don't doesn't".split())
DENIAL_REACH = 3
"""Words from a denial to the value that it denies: "not the first", "never had as many as 12"."""

NUMERAL = re.compile(r"(?<![\d.,])\d[\d.,]*\d(?![\d])")
"""Two digits at least: a smaller numeral stands in many sentences."""

Veto = Callable[[Pair, Said], str]


def compatible_figures(pair: Pair, _: Said) -> str:
    """Rounded, bounded or ranged: one fact can be behind "nearly 90%" and "88%"."""
    if pair.a.amount is not None and compatible(pair.a, pair.b):
        return "one is a rounding or a bound of the other"
    return ""


def other_scope(pair: Pair, _: Said) -> str:
    """Other scope: "12 others", "another 12", "including 12", "12 a day": not the same count."""
    # Two parts of one whole can be compared: "five of the depots", "all six of the depots".
    left, right = (set(claim.scope) - {"of"} for claim in (pair.a, pair.b))
    part = may_be_part(pair.a, pair.b) or may_be_part(pair.b, pair.a)
    # "$35 a month" is of one sort with "$45 a month"; two others need not be.
    vague = any(not word.startswith("per ") for word in left)
    if left != right or part or (vague and pair.overlap < NEAR_TWIN):
        return "one counts the rest, a part or a rate"
    return ""


def other_reach(pair: Pair, _: Said) -> str:
    """Worldwide against nationwide: "SARS killed 790", "in China 343"."""
    left, right = (one.words.keys() & REACH for one in (pair.left, pair.right))
    return "they count in regions of different size" if left and right and left != right else ""


def other_values(pair: Pair, _: Said) -> str:
    """More than one value differs: the sentences tell of another case, model, game or time.

    A toll is left out: "12 killed and 21 injured" is disputed as a whole.
    """
    toll = pair.a.value.head in TOLLS
    left, right = (
        [c for c in own if c.amount is not None and not (toll and c.value.head in TOLLS)]
        for own in pair.others
    )
    told = {figure_of(c) for c in left} & {figure_of(c) for c in right}
    for own in left:
        for other in right:
            if figure_of(own) in told or figure_of(other) in told or not one_sort(own, other):
                continue
            nouns = own.value.head, other.value.head
            if all(nouns) and not same_noun(own, other):
                continue  # 12 boats and 30 cars: each is a figure of its own
            if not compatible(own, other):
                return "more than one value differs"
    return ""


def loose_weekday(pair: Pair, _: Said) -> str:
    """Days of the week shift from one report to the next; only one and the same sentence counts."""
    if pair.a.value.unit == "weekday" and pair.overlap < NEAR_TWIN:
        return "news of several days is told in the same words"
    return ""


def other_complement(pair: Pair, _: Said) -> str:
    """The anniversary of the party is not that of the war; federal judges are not state judges."""
    a, b = pair.a, pair.b
    if thing(a) & thing(b) or same_whole(a, b):
        return ""  # the premodifier of one is the complement of the other: "Iraq war veterans"
    for own, other in (
        (a.complement, b.complement),
        (a.attributes, b.attributes),
        (a.host, b.host),
    ):
        if own and other and not _said_of_both(pair):
            return "they count or measure different things"
    return ""


def _said_of_both(pair: Pair) -> bool:
    """Whether what sums without a noun are of stands in the other sentence too."""
    a, b = pair.a, pair.b
    if a.value.head or b.value.head:
        return False
    return pair.right.words.keys() >= thing(a) and pair.left.words.keys() >= thing(b)


def out_of_proportion(pair: Pair, _: Said) -> str:
    """88 abortions among girls and 11,844 in the state are no two counts of one thing."""
    low, high = sorted((amount(pair.a), amount(pair.b)))
    twin = pair.overlap >= NEAR_TWIN and pair.near >= HALF_NEAR
    if (
        pair.a.amount is not None
        and not twin
        and high > PROPORTION * low
        and not swapped(pair.a, pair.b)
    ):
        return "the figures are too far apart to count one thing"
    return ""


def other_date(pair: Pair, _: Said) -> str:
    """Each sentence speaks of its own day or year."""
    left, right = pair.others
    if not rival_times(left, right):
        return ""
    # "Wearing a vest bought on Tuesday he said on Wednesday" has the other's Wednesday too.
    alone = not any(one_sort(pair.a, one) for one in (*left, *right))
    if pair.linked and pair.a.amount is not None and alone and pair.left.dates & pair.right.dates:
        return ""
    return "the sentences speak of different dates"


def said_in_both(pair: Pair, _: Said) -> str:
    """One sentence states both values, so the other one's value was only paired wrongly."""
    own = {figure_of(claim) for others in pair.others for claim in others}
    if same_place(pair) or same_whole(pair.a, pair.b):
        return ""  # "100 per cent security and 100 per cent privacy"; "all nine", "eight of nine"
    if figure_of(pair.a) in own or figure_of(pair.b) in own:
        return "the other sentence says this value as well"
    if _is_written_in(pair.a, pair.left, pair.right) or _is_written_in(
        pair.b, pair.right, pair.left
    ):
        return "the other sentence says this value as well"
    return ""


def _is_written_in(claim: Claim, one: Statement, other: Statement) -> bool:
    """Whether the other sentence has the very numeral, of whatever: "before settling on 412"."""
    start = one.sentence.span.start
    text = one.sentence.text[claim.value.span.start - start : claim.value.span.end - start]
    figure = claim.amount is not None and claim.value.kind is not ValueKind.SCORE
    found = NUMERAL.findall(text) if figure else []
    return len(found) == 1 and found[0] in NUMERAL.findall(other.sentence.text)


def said_elsewhere(pair: Pair, told: Said) -> str:
    """The other page says this very value of the same noun in another place.

    A page can be at odds with itself, so this is no excuse where both name the same day.
    """
    if pair.same_page or pair.day or pair.overlap >= NEAR_TWIN or same_whole(pair.a, pair.b):
        return ""
    for claim, page in ((pair.a, pair.right.page), (pair.b, pair.left.page)):
        for other in told.values[page].get(slot(claim), ()):
            # "The 80th anniversary" of something else is no word on this one.
            if thing(claim) & thing(other) or not (thing(claim) and thing(other)):
                return "the other page says this value elsewhere"
        # Of another noun, or of none: then the sentences were most likely only paired wrongly.
        figure = telling_figure(claim)
        if figure and figure in told.figures.get(page, ()) and not same_noun(pair.a, pair.b):
            return "the other page says this value elsewhere"
    return ""


def said_by_copy(pair: Pair, told: Said) -> str:
    """The other page has the same sentence: an article never contradicts its copy."""
    if pair.same_page:
        return ""
    if pair.left.key in told.keys[pair.right.page] or pair.right.key in told.keys[pair.left.page]:
        return "the other page has the same sentence"
    return ""


def denied(pair: Pair, _: Said) -> str:
    """Denied: "not the first" and "the second" agree."""
    left, right = (bool(DENIALS & set(c.before[:DENIAL_REACH])) for c in (pair.a, pair.b))
    return "one of the values is denied" if left != right else ""


def better_partner(pair: Pair, _: Said) -> str:
    """Several values of one kind in a sentence: only those that stand in the same words pair up."""
    both = {figure_of(c) for c in pair.others[0]} & {figure_of(c) for c in pair.others[1]}
    for own, other, sentence in ((pair.a, pair.b, pair.right), (pair.b, pair.a, pair.left)):
        best = _likeness(own, other)
        for rival in sentence.claims:
            if rival is other or figure_of(rival) in both:
                continue  # a value that both sentences say has its partner
            if same_whole(own, other) and rival.value.normal == own.whole:
                continue  # the whole itself: "eight of the nine members"
            if one_sort(own, rival) and _likeness(own, rival) >= best:
                return "another value of the sentence stands in the same place"
    return ""


def one_sort(a: Claim, b: Claim) -> bool:
    """Whether two values are of one kind and unit."""
    return (a.value.kind, a.value.unit) == (b.value.kind, b.value.unit)


def _likeness(a: Claim, b: Claim) -> int:
    """How much the words around two values are alike; the next ones count more."""
    score = 2 * (a.value.head == b.value.head)
    for own, other in ((a.before, b.before), (a.after, b.after)):
        score += 2 * (own[:1] == other[:1]) + len(set(own) & set(other))
    return score


def one_day(pair: Pair, _: Said) -> str:
    """A date and a vaguer form of it, or one that counts from the day of the page."""
    left, right = pair.a.value, pair.b.value
    if left.kind in (ValueKind.DATE, ValueKind.TIME) and agree(pair.a, pair.b):
        return "both can be the same time"
    ranges = "between" in (left.modifier, right.modifier)
    if left.kind is ValueKind.DATE and ranges and not (pair.a.when and pair.b.when):
        return "one is a range"
    return ""


VETOES: tuple[Veto, ...] = (
    compatible_figures,
    one_day,
    parts_of_a_whole,
    size_of_a_whole,
    other_scope,
    other_reach,
    other_place,
    other_subject,
    other_complement,
    other_event,
    out_of_proportion,
    moving_quantity,
    loose_weekday,
    other_date,
    said_in_both,
    denied,
    other_values,
    margin_of_error,
    other_side,
    other_stage,
    other_aim,
    other_partner,
    said_by_copy,
    said_elsewhere,
    better_partner,
    other_frame,
    other_sense,
    other_span,
    adds_up,
    share_of_whole,
)
"""In the order they are tried: the cheap ones first."""


def vetoed(pair: Pair, told: Said, vetoes: tuple[Veto, ...] = VETOES) -> str:
    """The reason of the first veto; empty if there is none."""
    return next((reason for veto in vetoes if (reason := veto(pair, told))), "")
