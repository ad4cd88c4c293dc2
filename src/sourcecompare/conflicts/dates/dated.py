"""When two dates, or two times of day, are said of one action by one person or thing.

There are two grounds: the same words around both (as for figures), and one action: the verb or
event of both clauses is the same and so is who or what takes part. Most verbs tell of what happens
again and again, so the usual answer is no.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
from sourcecompare.conflicts.pairs import NEAR_TWIN, TIMES, Pair, pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.model import SentenceRef, TextSpan, ValueKind
from sourcecompare.values import CLASHES, NOBODY, ONCE, POST, Claim, When, stem

from .times import agree, gap, length

LARGEST_EVENT = 40
"""Dates of one event of one name that are compared with each other over a story; those that stand
higher on their pages come first."""

LIFELONG = frozenset(("birth", "death", "founding", POST))
"""Events that are dated by the year as well as by the day."""

NEAR_DAYS = 10
"""Days that lie further apart are days of two actions: nobody takes last month for Tuesday."""
NEAR_LENGTHS = 3
"""The same for months and years, as a multiple of the longer one."""

LEAD = 2
"""Paragraphs above which a page tells of the event that it is about."""
NEWS_DAYS = 3
"""Days of the longest stretch that says when the event of the day was."""

POST_WORDS = 2
"""Words that two posts must share beside who holds them, and one of them may have no other."""

TIED = 0.6
"""Two pages that name one action and one person; what else they share adds to it."""

FAR_OVERLAP = 0.5
"""What people do again and again is one action in linked sentences, or from this overlap on."""

Dated = tuple[Statement, Claim]


def dated_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of different dates or times: of linked sentences, then of one event of one name."""
    seen: set[tuple[SentenceRef, TextSpan, SentenceRef, TextSpan]] = set()
    for left, right in compared.links:
        one, other = compared.statements[left], compared.statements[right]
        for a, b in product(one.claims, other.claims):
            if a.value.kind in TIMES and a.value.kind is b.value.kind and differ(a, b):
                seen.add((left, a.value.span, right, b.value.span))
                yield pair(one, other, a, b, compared.weights, linked=True)
    for members in _events(compared):
        for (one, a), (other, b) in combinations(members, 2):
            name = one.ref, a.value.span, other.ref, b.value.span
            if one.ref == other.ref or name in seen or not differ(a, b):
                continue
            seen.add(name)
            if same_action(one, other, a, b):
                yield pair(one, other, a, b, compared.weights)


def differ(a: Claim, b: Claim) -> bool:
    """Whether two dates are written otherwise and cannot be one."""
    return a.value.normal != b.value.normal and not agree(a, b)


def date(pair: Pair) -> float:
    """As in "resigned on Thursday" against "his resignation on Friday"."""
    return max(figures.date(pair), _one_action(pair))


def time(pair: Pair) -> float:
    """As in "the ships collided at 6:50 a.m." against "the collision happened at 7:40"."""
    return max(figures.date(pair), _one_action(pair))


def _one_action(pair: Pair) -> float:
    a, b = pair.a.when, pair.b.when
    if not a or not b or not same_action(pair.left, pair.right, pair.a, pair.b):
        return 0.0
    once = a.event in ONCE or a.event == POST or _is_the_news(pair.left, pair.right, pair.a, pair.b)
    if not once and not pair.linked and pair.overlap < FAR_OVERLAP:
        return 0.0  # there are many meetings, votes and visits
    return TIED + 0.1 * pair.linked + 0.2 * pair.overlap + 0.05 * once


def only_twins(veto: Veto) -> Veto:
    """A veto that has no say where one action ties the two dates, whatever the sentences say."""

    def vetoing(pair: Pair, told: Said) -> str:
        return "" if is_tied(pair) else veto(pair, told)

    return vetoing


def is_tied(pair: Pair) -> bool:
    """Whether one action ties the two, whatever else their sentences say."""
    return _one_action(pair) > 0


def same_action(left: Statement, right: Statement, a: Claim, b: Claim) -> bool:
    """Whether two dates, or two times, are of one event in which the same takes part."""
    x, y = a.when, b.when
    if not x or not y or not x.event or x.event != y.event or not _same_edge(x, y):
        return False
    kinds = {a.value.kind, b.value.kind}
    clock = ValueKind.TIME in kinds
    if (clock and len(kinds) > 1) or (not clock and not _near(a, b, x)):
        return False
    if {x.tense, y.tense} == {"past", "coming"} and not (clock and x.days and y.days):
        return False  # what was planned may have come otherwise
    if rivals(left, right, x, y):
        return False
    names = (x.names | x.actor) & (y.names | y.actor)
    return bool(names and _same_object(x, y, names)) or _is_the_news(left, right, a, b)


def _is_the_news(left: Statement, right: Statement, a: Claim, b: Claim) -> bool:
    """Whether both open their pages with what a story tells one of, whoever took part in it."""
    x, y = a.when, b.when
    if not x or not y or x.event not in CLASHES or left.page == right.page:
        return False
    if max(left.depth, right.depth) > LEAD:
        return False
    # Two houses of one parliament vote on two days; a ship is often not named at all.
    named = bool(x.names or y.names) if x.event == "vote" else bool(x.names and y.names)
    if named and not x.names & y.names:
        return False
    return a.value.kind is ValueKind.TIME or (0 < length(a) <= NEWS_DAYS >= length(b) > 0)


def _same_edge(x: When, y: When) -> bool:
    if x.event == POST and "at" in (x.role, y.role):
        return False
    return x.role == y.role or "both" in (x.role, y.role)


def _near(a: Claim, b: Claim, x: When) -> bool:
    """Whether the two dates lie so near each other that they can be two datings of one event."""
    if x.event in LIFELONG:
        return True
    long, short = max(length(a), length(b)), min(length(a), length(b))
    if long > NEAR_LENGTHS * NEAR_DAYS and short <= NEAR_DAYS:
        return False
    return gap(a, b) <= max(NEAR_DAYS, NEAR_LENGTHS * long if long > NEAR_DAYS else 0)


def _same_object(x: When, y: When, names: frozenset[str]) -> bool:
    """Whether more than who acts is the same, where people do such a thing again and again."""
    if x.event in ONCE:
        return bool(names & (x.actor | y.actor) - NOBODY)
    if x.event == POST and x.role == y.role == "end" and "past" not in (x.tense, y.tense):
        return True  # one who is to leave leaves one post
    actors = x.actor | y.actor
    own, other = ((one.words | one.names) - actors - _stems(actors) for one in (x, y))
    if x.event == POST:
        # "Led the party since 2016", "took over the party in 2017"; but one may sit in a house
        # since 1987 and lead a party of that house since 2002.
        return len(own & other) >= POST_WORDS and (own <= other or other <= own)
    return bool(own & other)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


def rivals(left: Statement, right: Statement, x: When, y: When) -> bool:
    """Whether each sentence has an actor of its own whom the other one does not name.

    Two of one surname are two: "Ana Ruiz" and "Paul Ruiz", not "Ana Ruiz" and "Ruiz".
    """
    if not x.actor or not y.actor:
        return False
    if x.actor & y.actor:
        return not (x.pronoun or y.pronoun or x.actor <= y.actor or y.actor <= x.actor)
    facing = {stem(word) for word in x.actor} & right.words.keys()
    return not facing and not {stem(word) for word in y.actor} & left.words.keys()


def _events(compared: Compared) -> Iterator[list[Dated]]:
    """Dates and times by event and by each name that takes part in it."""
    slots: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for page in sorted(compared.pages):
        for one in compared.pages[page]:
            for claim in one.claims:
                when = claim.when
                if when and when.event:
                    for party in sorted({*when.names, *when.actor, *_whole_story(when)}):
                        slots[when.event, party].append((one, claim))
    for name in sorted(slots):
        members = sorted(slots[name], key=_by_depth)[:LARGEST_EVENT]
        if len({claim.value.normal for _, claim in members}) > 1:
            yield sorted(members, key=lambda m: (m[0].ref, m[1].value.span))


def _by_depth(member: Dated) -> tuple[int, int, str, TextSpan]:
    ref = member[0].ref
    return ref.block, ref.sentence, ref.article, member[1].value.span


def _whole_story(when: When) -> tuple[str, ...]:
    """A page of news opens with one collision, whatever it calls the ships."""
    return ("",) if when.event in CLASHES else ()


def told_elsewhere(pair: Pair, told: Said) -> str:
    """The other page dates the same event like this as well: it tells of a change, or of two."""
    if pair.same_page or pair.overlap >= NEAR_TWIN:
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
