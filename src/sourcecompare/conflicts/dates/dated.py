"""When two dates, or two times of day, are said of one action by one person or thing.

There are two grounds: the same words around both (as for figures), and one action: the verb or
event of both clauses is the same and so is who or what takes part. Most verbs tell of what happens
again and again, so the usual answer is no.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from sourcecompare.conflicts.compared import Compared, Said, slot
from sourcecompare.conflicts.figures import grounds as figures
from sourcecompare.conflicts.figures.reckoning import other_frame
from sourcecompare.conflicts.figures.vetoes import (
    VETOES,
    Veto,
    better_partner,
    compatible_figures,
    loose_weekday,
    other_date,
    other_values,
    out_of_proportion,
    said_elsewhere,
)
from sourcecompare.conflicts.pairs import NEAR_TWIN, Pair, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import FindingKind, SentenceRef, TextSpan, ValueKind
from sourcecompare.values import CLASHES, ONCE, POST, SINGLE, Claim, When, stem
from sourcecompare.values.dates.when import TIMES

from .events import differ, has_anchor, is_the_news, may_be_one, same_names
from .evidence import ENOUGH_OF_ONE, grounds, is_special, shared_figures, suffices
from .parties import rivals, things
from .times import agree

LARGEST_EVENT = 40
"""Dates of one event of one name that are compared with each other over a story; those that stand
higher on their pages come first."""

REPEATED = 2
"""Sentences of a page with one figure; a figure that it repeats more often is no sign of one."""
ANCHORED = 0.12
ANCHOR_WORDS = 2
"""Overlap and shared words of two sentences that share such a figure."""

GROUNDED = 0.6
GROUND = 0.03
MOST_GROUNDS = 0.12
"""Two datings that grounds alone tie, with what each ground beyond the least adds."""

RESCHEDULED = frozenset(
    stem(word) for word in "postponed rescheduled delayed extended deferred corrected".split()
)
"""Words with which a later page says that the day is another one now."""

TIED = 0.62
"""Two pages that name one action and one person; what else they share adds to it."""

FAR_OVERLAP = 0.5
"""What people do again and again is one action in linked sentences, or from this overlap on."""

Dated = tuple[Statement, Claim]


def dated_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of different dates or times: of linked sentences, of one event, of a shared figure."""
    seen: set[tuple[SentenceRef, TextSpan, SentenceRef, TextSpan]] = set()
    datings = _datings(compared)
    for left, right in compared.links:
        one, other = compared.statements[left], compared.statements[right]
        for a, b in product(one.claims, other.claims):
            if a.value.kind in TIMES and a.value.kind is b.value.kind and differ(a, b):
                seen.add((left, a.value.span, right, b.value.span))
                yield _pair((one, a), (other, b), compared, datings, linked=True)
    for members in (*_events(compared), *_by_figure(compared)):
        for (one, a), (other, b) in combinations(members, 2):
            name = one.ref, a.value.span, other.ref, b.value.span
            if one.ref == other.ref or name in seen or not differ(a, b):
                continue
            seen.add(name)
            if may_be_one(one, other, a, b) or has_anchor(one, other, a, b):
                found = _pair((one, a), (other, b), compared, datings)
                if is_tied(found):
                    yield found


Datings = Mapping[tuple[str, str, str, str], Sequence[Claim]]
"""Dates by page, kind, event and what of it they date."""


def _datings(compared: Compared) -> Datings:
    found: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for one in compared.statements.values():
        for claim in one.claims:
            if claim.when and claim.when.event:
                found[_dating(one, claim)].append(claim)
    return found


def _dating(one: Statement, claim: Claim) -> tuple[str, str, str, str]:
    event, role = (claim.when.event, claim.when.role) if claim.when else ("", "")
    return one.page, claim.value.kind, event, role


def _pair(
    left: Dated, right: Dated, compared: Compared, datings: Datings, *, linked: bool = False
) -> Pair:
    """A pair, and whether neither page dates another event of the sort: `Pair.only`."""
    only = all(
        agree(claim, rival) or _is_other(claim, rival)
        for one, claim in (left, right)
        for rival in datings.get(_dating(one, claim), ())
    )
    return pair(left[0], right[0], left[1], right[1], compared.weights, linked=linked, only=only)


def _is_other(claim: Claim, rival: Claim) -> bool:
    """Whether a page dates another event of the sort: everything beside it is other."""
    own, other = (things(one.when) if one.when else frozenset() for one in (claim, rival))
    return bool(own and other and not own & other)


def outcome(pair: Pair) -> FindingKind | None:
    """A conflict where one action ties the two: words of change speak of something else.

    What is postponed has two dates, and what two speakers say is theirs.
    """
    speakers = pair.left.speaker, pair.right.speaker
    if not is_tied(pair) or (all(speakers) and not speakers[0] & speakers[1]):
        return None
    moved = (pair.left.words.keys() | pair.right.words.keys()) & RESCHEDULED
    return None if moved else FindingKind.CONFLICT


def date(pair: Pair) -> float:
    """As in "resigned on Thursday" against "his resignation on Friday"."""
    return max(figures.date(pair), _one_action(pair))


def time(pair: Pair) -> float:
    """As in "the ships collided at 6:50 a.m." against "the collision happened at 7:40"."""
    return max(figures.date(pair), _one_action(pair))


def _one_action(pair: Pair) -> float:
    if not may_be_one(pair.left, pair.right, pair.a, pair.b):
        return _by_anchor(pair)
    event = pair.a.when.event if pair.a.when else ""
    if event == POST and pair.same_page and pair.a.value.kind is pair.b.value.kind:
        return 0.0  # a page tells of several terms, and of plans that changed
    news = is_the_news(pair.left, pair.right, pair.a, pair.b)
    once = event in ONCE or event == POST or news
    # There are many meetings, votes and visits.
    near = once or pair.linked or pair.overlap >= FAR_OVERLAP
    named = near and (news or same_names(pair))
    found = grounds(pair)
    if not named and not suffices(pair, found):
        return _by_anchor(pair)
    sure = TIED if named else GROUNDED + min(MOST_GROUNDS, GROUND * (found - ENOUGH_OF_ONE))
    return sure + 0.1 * pair.linked + 0.2 * pair.overlap + 0.05 * once


def _by_anchor(pair: Pair) -> float:
    """The same telling figure in both sentences, whatever they call what happened."""
    if not has_anchor(pair.left, pair.right, pair.a, pair.b):
        return 0.0
    figures_shared = shared_figures(pair)
    if not figures_shared or pair.overlap < ANCHORED or len(pair.shared) < ANCHOR_WORDS:
        return 0.0
    return GROUNDED + 0.05 * len(figures_shared) + 0.2 * pair.overlap + 0.1 * pair.linked


def only_twins(veto: Veto) -> Veto:
    """A veto that has no say where one action ties the two dates, whatever the sentences say."""

    def vetoing(pair: Pair, told: Said) -> str:
        return "" if is_tied(pair) else veto(pair, told)

    return vetoing


def is_tied(pair: Pair) -> bool:
    """Whether one action ties the two, whatever else their sentences say."""
    return _one_action(pair) > 0


def _events(compared: Compared) -> Iterator[list[Dated]]:
    """Dates and times by event and by each name and thing that takes part in it."""
    slots: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for page in sorted(compared.pages):
        for one in compared.pages[page]:
            for claim in one.claims:
                when = claim.when
                if when and when.event:
                    for party in sorted({*when.names, *things(when), *_whole_story(when)}):
                        slots[when.event, party].append((one, claim))
    yield from _members(slots)


def _by_figure(compared: Compared) -> Iterator[list[Dated]]:
    """Dates by the telling figures of their sentences, where a page does not repeat them."""
    slots: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for page in sorted(compared.pages):
        own: dict[tuple[str, str], list[Dated]] = defaultdict(list)
        for one in compared.pages[page]:
            days = [claim for claim in one.claims if claim.value.kind is ValueKind.DATE]
            if len(days) == 1:
                for claim in one.claims:
                    if is_special(claim):
                        own[claim.value.kind, claim.value.normal].append((one, days[0]))
        for name, members in own.items():
            if len(members) <= REPEATED:
                slots[name].extend(members)
    yield from _members(slots)


def _members(slots: Mapping[tuple[str, str], Sequence[Dated]]) -> Iterator[list[Dated]]:
    for name in sorted(name for name, members in slots.items() if len(members) > 1):
        members = sorted(slots[name], key=_by_depth)[:LARGEST_EVENT]
        if len({claim.value.normal for _, claim in members}) > 1:
            yield sorted(members, key=lambda m: (m[0].ref, m[1].value.span))


def _by_depth(member: Dated) -> tuple[tuple[int, int, str], TextSpan]:
    return by_height(member[0]), member[1].value.span


def _whole_story(when: When) -> tuple[str, ...]:
    """A page of news opens with one collision, whatever it calls the ships."""
    leaving = when.event == POST and when.role == "end" and when.tense != "past"
    return ("",) if leaving or when.event in CLASHES | SINGLE | {"completion"} else ()


def told_elsewhere(pair: Pair, told: Said) -> str:
    """The other page dates the same event like this as well: it tells of a change, or of two."""
    if pair.same_page:
        return ""
    for claim, page in ((pair.a, pair.right.page), (pair.b, pair.left.page)):
        for other in told.values[page].get(slot(claim), ()):
            if other.when and claim.when and other.when.event == claim.when.event != "":
                return "the other page says this of the same event elsewhere"
    return ""


def other_actor(pair: Pair, _: Said) -> str:
    """Each sentence has somebody else do it: "Ana Ruiz died in 1970", "Paul Ruiz in 2002"."""
    a, b = pair.a.when, pair.b.when
    if not a or not b or pair.overlap >= NEAR_TWIN:
        return ""
    return "somebody else does it" if rivals(pair.left, pair.right, a, b) else ""


SENTENCES = frozenset(
    (
        compatible_figures,
        out_of_proportion,
        loose_weekday,
        other_frame,
        other_date,
        other_values,
        said_elsewhere,
        better_partner,
    )
)
"""Vetoes that ask what else the two sentences or pages say."""

DATED_VETOES: tuple[Veto, ...] = (
    *(only_twins(veto) if veto in SENTENCES else veto for veto in VETOES),
    told_elsewhere,
    other_actor,
)
"""The vetoes of all values; where one action ties the two dates, only those that speak of them."""
