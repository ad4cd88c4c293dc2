"""When two pages give the one person who was killed two ages, named or not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, amount, by_height
from sourcecompare.model import ValueKind
from sourcecompare.values import Claim

VICTIM = 0.6
"""How sure the ages of the one victim of two pages are one person's: a guess."""
MOST_VICTIMS = 30
"""Pages of which the victims' ages are compared."""

# "killed a 72-year-old dealer", "the murder of Ana Holt, 78": what stands before the age.
KILLED = re.compile(
    r"\b(?:killed|killing|murdered|murdering|murder of|death of|killing of|shot|stabbed|beat"
    r"|strangled|shooting of|stabbing of|bludgeoned)"
    r"(?: (?:a|an|the|his|her|their))?(?: [a-z-]+)?"
    r"(?: (?:[A-Z][\w.'’-]*[ ]?){1,4},)? ?\Z"
)
# "a 72-year-old dealer was shot dead", "Ana Holt, 78, died at the scene": what stands behind it.
DIED = re.compile(
    r"[ ,](?:[\w'’-]+ ){0,4}(?:was|were)? ?(?:killed|shot dead|stabbed to death|found dead"
    r"|murdered|died at the scene|beaten to death|to death)\b"
)
REACH = 80
KILLED_HEAD = "killed"


def victim_pairs(compared: Compared) -> Iterator[Pair]:
    """Ages of the one victim of each page."""
    ages: dict[str, list[tuple[Statement, Claim]]] = defaultdict(list)
    many: set[str] = set()
    for one in compared.statements.values():
        for claim in one.claims:
            value = claim.value
            if value.kind is ValueKind.AGE and value.unit == "year" and _is_victim(one, claim):
                ages[one.page].append((one, claim))
            if value.kind is ValueKind.NUMBER and value.head == KILLED_HEAD and amount(claim) > 1:
                many.add(one.page)
    lone = [
        own[0]
        for page, own in ages.items()
        if page not in many and len({claim.value.normal for _, claim in own}) == 1
    ]
    highest = sorted(lone, key=lambda told: by_height(told[0]))[:MOST_VICTIMS]
    for (left, a), (right, b) in combinations(sorted(highest, key=lambda told: told[0].ref), 2):
        named = a.complement and b.complement and a.complement[-1] != b.complement[-1]
        if a.value.normal != b.value.normal and not named:
            yield pair(left, right, a, b, compared.weights)


def _is_victim(one: Statement, claim: Claim) -> bool:
    text, offset = one.sentence.text, one.sentence.span.start
    start = claim.phrase.start - offset
    end = claim.value.span.end - offset
    before = text[max(0, start - REACH) : min(start, claim.value.span.start - offset)]
    if KILLED.search(before):
        return True
    return claim.frame != "then" and bool(DIED.match(text[end : end + REACH]))


def victim(pair: Pair) -> float:
    """As in "killed a 72-year-old dealer" against "killing Ana Holt, 78,"; the pairs are chosen."""
    return VICTIM if not pair.same_page else 0.0
