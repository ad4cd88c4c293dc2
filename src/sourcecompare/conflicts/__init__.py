"""Where outlets contradict each other, or a page itself: values first, and vetoes on most of them.

    statements   a sentence with its claims, words, dates and speaker
    compared     a story read for comparing: its statements, and which of them are linked
    pairs        two values, and how well their surroundings agree
    checks       CHECKS: what is compared with what, when it is one thing, and what excuses it
    figures/     when two figures are said of one thing, can both be true, or are excused
    dates/       when two dates are of one action
    persons/     when two offices or names exclude each other
    quoted/      when two quotations are one utterance with another word, or another speaker
    denied/      when one sentence denies what another affirms, or says its opposite
    verdicts     conflict, update or differs; how grave, how sure
    judging      what a caller's judge may answer
    leads        sentences that may tell of one thing and that no rule compares
    known        what rules have put in dispute, wherever it is told again
    asking       what a judge says of these
    learned/     values that no rule ties, and that a forest takes for one thing
    naming       where else a disputed name stands
    merge        one finding for one disputed particular
    whole        which disputes of whole sentences are of one thing
    reasons      why, in a plain sentence

The usual answer is no conflict. docs/CONFLICTS.md says what each check flags and must not flag.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sourcecompare.errors import SettingError
from sourcecompare.model import Alignment, Finding, Group, Sentence, Story
from sourcecompare.values import COMPARED_LANGUAGES, Claim

from .asking import asked
from .checks import CHECKS, JUDGED, Check, Pairing
from .compared import Compared, read_story
from .figures.vetoes import VETOES, vetoed
from .judging import Checked
from .learned import is_asked
from .merge import Place, merge, place_of
from .pairs import Pair
from .quoted.doubles import without_doubles
from .verdicts import LEAST_CONFLICT, Dispute, Judge, decide

__all__ = [
    "CHECKS",
    "COMPARED_LANGUAGES",
    "JUDGED",
    "VETOES",
    "Check",
    "Judge",
    "find_conflicts",
]


def find_conflicts(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    alignments: Sequence[Alignment],
    groups: Sequence[Group],
    *,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> tuple[Finding, ...]:
    """Conflicts, updates and differences between the articles of a story, and inside each.

    `sentences` are those of each article, by page id. `groups` are not needed yet: what is told by
    several outlets is linked in `alignments` already. `judge` may raise or lower the confidence of
    a finding; it makes one only for a check that is `asked`, and drops none. The gravest come
    first, then by page id and place.

    Raises:
        SettingError: the judge raises something or gives something else, or a check needs one and
            there is none.
    """
    without = next((check for check in checks if check.asked and judge is None), None)
    if without:
        raise SettingError(
            f"The check {without.name!r} leaves it to a judge what contradicts what; "
            "hand in a judge too, or leave the check out."
        )
    compared = read_story(story, sentences, alignments)
    ruled = [check for check in checks if not check.asked]
    if judge is None:
        disputes = _all_disputes(ruled, compared, None)
    else:
        asking = Checked(judge)
        asking.ahead(lambda rehearsed: _all_disputes(ruled, compared, rehearsed))
        disputes = _all_disputes(ruled, compared, asking)
        left_to_it = [check for check in checks if check.asked]
        disputes.extend(asked(left_to_it, compared, asking, tuple(disputes)))
    return merge(without_doubles(disputes), compared)


def _all_disputes(
    checks: Sequence[Check], compared: Compared, judge: Judge | None
) -> list[Dispute]:
    """What the rules find; checks that pair values alike are asked about each pair in turn."""
    families: dict[Pairing, list[Check]] = defaultdict(list)
    for check in checks:
        families[check.pairs].append(check)
    return [
        dispute
        for pairing, own in families.items()
        for dispute in _disputes(pairing(compared), own, compared, judge)
    ]


def _disputes(
    pairs: Iterable[Pair], checks: Sequence[Check], compared: Compared, judge: Judge | None
) -> Iterator[Dispute]:
    """What the first check that knows a pair makes of it; of the rest, what is likely.

    Of a pair that a check is not sure enough of, the surer of the two counts.
    """
    rest: list[tuple[Pair, float]] = []
    told: list[Dispute] = []
    kinds = {kind for check in checks if check.likely for kind in check.kinds}
    for pair in pairs:
        check, sure = _tied(pair, checks, compared)
        dispute = decide(pair, check, sure, judge) if check else None
        if dispute:
            told.append(dispute)
        unsure = dispute is None or dispute.confidence < LEAST_CONFLICT
        if unsure and pair.a.value.kind in kinds and is_asked(pair):
            rest.append((pair, sure))
    likely = list(_likely(rest, told, checks, compared, judge))
    surer = {_places(one.pair.a, one.pair.b): one.confidence for one in likely}
    for one in told:
        if one.confidence >= surer.get(_places(one.pair.a, one.pair.b), 0.0):
            yield one
    yield from likely


def _likely(
    rest: Sequence[tuple[Pair, float]],
    told: Iterable[Dispute],
    checks: Sequence[Check],
    compared: Compared,
    judge: Judge | None,
) -> Iterator[Dispute]:
    """What the forests say of pairs that rules do not tie, or are not sure of: where surer."""
    known = {_places(one.pair.a, one.pair.b): one.confidence for one in told}
    disputed = {place for places in known for place in places}

    def is_free(a: Claim, b: Claim) -> bool:
        # What is disputed already would only draw the other one's finding into its own.
        own = _places(a, b)
        return known.get(own, 1.0) < LEAST_CONFLICT or not disputed.intersection(own)

    for likely in dict.fromkeys(check.likely for check in checks if check.likely):
        own = {kind: check for check in checks if check.likely is likely for kind in check.kinds}
        for pair, sure in likely(rest, compared, is_free):
            dispute = decide(pair, own[pair.a.value.kind], sure, judge, calibrated=True)
            if dispute and dispute.confidence > known.get(_places(pair.a, pair.b), 0.0):
                yield dispute


def _places(a: Claim, b: Claim) -> tuple[Place, Place]:
    return place_of(a), place_of(b)


def _tied(pair: Pair, checks: Sequence[Check], compared: Compared) -> tuple[Check | None, float]:
    """The first check that knows the pair and lets it pass, and how sure that or any check is."""
    most = 0.0
    for check in checks:
        sure = check.find(pair) if pair.a.value.kind in check.kinds else 0.0
        if sure > 0 and not vetoed(pair, compared.told, check.vetoes):
            return check, sure
        most = max(most, sure)
    return None, most
