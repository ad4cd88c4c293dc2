"""What a judge says of two sentences that no rule compares: rules choose the pairs, it decides.

Rules alone would tell nothing of such a pair. A judge is asked about no other ones: a copy, what is
in dispute already and what shares too little are never put to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sourcecompare.model import SentenceRef

from .checks import Check
from .compared import Compared
from .figures.vetoes import vetoed
from .judging import Checked
from .known import Known
from .pairs import Pair, wordings
from .statements import Statement
from .verdicts import LEAST_JUDGED, Dispute, judged

Question = tuple[str, str]
"""Two sentences as they are put to a judge."""


def asked(
    checks: Sequence[Check], compared: Compared, judge: Checked, told: Sequence[Dispute]
) -> Iterator[Dispute]:
    """What the judge takes for a contradiction, of the pairs of checks that leave it to one.

    `told` is what rules dispute already. Of two more sentences that tell it again the judge is
    asked too, and if it sees a contradiction they are further evidence. Both orders are asked, the
    second one only where the first is answered with a contradiction.
    """
    known = Known(told, compared.weights)
    before = _sentences_before(compared.pages)
    pairs = [
        (check, pair, known.again(pair.left, pair.right))
        for check in checks
        for pair in check.pairs(compared)
        if not vetoed(pair, compared.told, check.vetoes)
    ]
    pairs = [one for one in pairs if one[2] or not known.has(one[1].left, one[1].right)]
    questions: dict[frozenset[str], Question] = {}
    for _, pair, _ in pairs:
        # Two wordings are one question, on however many pages they stand.
        question, both = _question(pair, before, known), wordings(pair.left, pair.right)
        questions[both] = min(question, questions.get(both, question))
    chances = _contradictions(questions, judge)
    for check, pair, again in pairs:
        both = wordings(pair.left, pair.right)
        if both in chances:
            found = judged(pair, check, chances[both])
            # What is told again belongs to the finding that there is.
            yield replace(again, confidence=found.confidence) if again else found


def _contradictions(
    questions: Mapping[frozenset[str], Question], judge: Checked
) -> dict[frozenset[str], float]:
    """The chance of a contradiction, the mean of both orders, of those that are likely enough."""
    judge.ahead(lambda rehearsed: [rehearsed(*question) for question in questions.values()])
    likely = {
        name: (left, right)
        for name, (left, right) in questions.items()
        if judge(left, right)[2] >= LEAST_JUDGED
    }
    judge.ahead(lambda rehearsed: [rehearsed(right, left) for left, right in likely.values()])
    chances = {
        name: (judge(left, right)[2] + judge(right, left)[2]) / 2
        for name, (left, right) in likely.items()
    }
    return {name: chance for name, chance in chances.items() if chance >= LEAST_JUDGED}


def _sentences_before(pages: Mapping[str, Sequence[Statement]]) -> dict[SentenceRef, Statement]:
    """What stands before a sentence in its paragraph, where it is not the first one."""
    return {
        one.ref: last
        for statements in pages.values()
        for last, one in pairwise(statements)
        if last.ref.block == one.ref.block
    }


def _question(pair: Pair, before: Mapping[SentenceRef, Statement], known: Known) -> Question:
    """Two sentences in their contexts; which comes first does not hang on the names of pages.

    A dispute that stands just before them is no context: it would be judged again.
    """
    last = [before.get(one.ref) for one in (pair.left, pair.right)]
    if last[0] and last[1] and known.has(last[0], last[1]):
        last = [None, None]
    texts = (_in_context(one, own) for one, own in zip((pair.left, pair.right), last, strict=True))
    left, right = sorted(texts)
    return left, right


def _in_context(one: Statement, before: Statement | None) -> str:
    """A sentence behind what it is to be understood by, in square brackets.

    As in "[published 2026-05-04; after: The mayor spoke on Sunday.] He will resign."
    """
    known = [f"published {one.published[:10]}"] if one.published else []
    if before:
        known.append(f"after: {before.sentence.text}")
    text = one.sentence.text
    return f"[{'; '.join(known)}] {text}" if known else text
