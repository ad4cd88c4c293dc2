"""What a judge says of two sentences that no rule compares: the rules choose, the judge decides.

Rules alone would tell nothing of such a pair, and a judge alone is asked about no other one: a
copy, a sentence that is disputed already, and two that share too little are never put to it.
"""

from collections.abc import Iterator, Sequence

from sourcecompare.model import SentenceRef

from .checks import Check
from .compared import Compared
from .figures.vetoes import vetoed
from .pairs import Pair
from .verdicts import LEAST_JUDGED, Dispute, Judge, judged


def asked(
    checks: Sequence[Check], compared: Compared, judge: Judge, told: Sequence[Dispute]
) -> Iterator[Dispute]:
    """What the judge takes for a contradiction, of the pairs of checks that leave it to one.

    `told` is what is disputed already; nobody is asked about these sentences again.
    """
    known = {_wordings(one.pair) for one in told}
    before = _sentences_before(compared)
    for check in checks:
        for pair in check.pairs(compared):
            if _wordings(pair) in known or vetoed(pair, compared.told, check.vetoes):
                continue
            texts = sorted(_in_context(ref, compared, before) for ref in (pair.left.ref, pair.right.ref))
            chance = _contradiction(*texts, judge)
            if chance >= LEAST_JUDGED:
                yield judged(pair, check, chance)


def _wordings(pair: Pair) -> frozenset[str]:
    return frozenset((pair.left.key, pair.right.key))


def _contradiction(left: str, right: str, judge: Judge) -> float:
    """The chance of a contradiction, 0..1: of both orders, but the second only where it counts."""
    _, _, first = judge(left, right)
    if first < LEAST_JUDGED:
        return 0.0
    _, _, second = judge(right, left)
    return (first + second) / 2


def _sentences_before(compared: Compared) -> dict[SentenceRef, str]:
    """What stands before a sentence in its paragraph: whom "he" means is told there."""
    found = {}
    for statements in compared.pages.values():
        last = None
        for one in statements:
            if last and last.ref.block == one.ref.block:
                found[one.ref] = last.sentence.text
            last = one
    return found


def _in_context(ref: SentenceRef, compared: Compared, before: dict[SentenceRef, str]) -> str:
    """A sentence behind what it is to be understood by, in square brackets.

    As in "[published 2026-05-04; after: The mayor spoke on Sunday.] He will resign."
    """
    one = compared.statements[ref]
    known = []
    if one.published:
        known.append(f"published {one.published[:10]}")
    if ref in before:
        known.append(f"after: {before[ref]}")
    text = one.sentence.text
    return f"[{'; '.join(known)}] {text}" if known else text
