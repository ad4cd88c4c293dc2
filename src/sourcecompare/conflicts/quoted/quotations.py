"""The same quotation with other words, or given to another speaker.

Quotations are paired by the words they share, wherever in the story they stand, and then compared
word by word. What differs has to turn the sense; all else is transcription, or `differs`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sourcecompare.conflicts.compared import Compared, Said
from sourcecompare.conflicts.figures.bounds import rival_dates
from sourcecompare.conflicts.figures.vetoes import Veto, said_by_copy
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import by_height
from sourcecompare.model import FindingKind, SentenceRef
from sourcecompare.quotations import may_quote, own_words, quoted_places
from sourcecompare.text import RECENT, fold, folded_words
from sourcecompare.values import FUNCTION, forms, read_quotations

from .claims import SPOKEN, SWAPPED, TURNED, UNITS, WORDED, quoted_claim, quoted_pair
from .fragments import Slip, slips
from .senses import DENIALS
from .spoken import given_to_another
from .twins import (
    Change,
    Twin,
    candidates,
    changes,
    common_words,
    place,
    says_both,
    spoken_words,
    twins,
)
from .voices import speakers_differ

OCCASIONS = {
    word: line.split()[0]
    for line in """interview interviewed program programme show cnn nbc cbs abc msnbc fox bbc radio
    statement release written
    tweet tweeted twitter post posted facebook
    letter email e-mail memo wrote
    speech rally address remarks crowd convention
    reporters briefing conference
    testimony testified hearing court trial filing lawsuit complaint ruling
    debate
    book memoir column essay
    ad advertisement commercial""".splitlines()
    for word in line.split()
}
"""Words for where something was said; those of a line may be one occasion."""

DENYING = DENIALS | frozenset("deny doubt reject refuse dispute oppose dismiss".split())
"""Plain forms with which a reporter turns what is quoted."""

DENIED_BEFORE, DENIED_BEHIND = 7, 4
"""A reporter's words on either side of a quotation in which he denies it."""
BREAKING = re.compile(r"[;:.]|\b(?:because|but|while|although|though|after|before)\b")

SURE_OF_SENSE = 0.8
"""That a word which turns the sense is one outlet's mistake. On half 0 of the project's news events
and on their rewritten versions."""
SURE_OF_WORD = 0.66
SURE_OF_WORDS = 0.5
SURE_OF_SPEAKER = 0.7
_SURE = {TURNED: SURE_OF_SENSE, SWAPPED: SURE_OF_WORD, WORDED: SURE_OF_WORDS}
SAID_AGAIN = 0.6
"""Share of the words in common that another sentence of a page has, if it says the same again."""
ONE_SPEAKER = 0.05
"""What it adds that both name the same speaker."""


def quotation_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of quotations that say one thing in other words, or by another speaker."""
    told = compared.statements.items()
    quoting = {(ref.article, ref.block) for ref, one in told if may_quote(one.sentence.text)}
    if len(quoting) < 2:
        return
    passages = [
        passage
        for page in sorted({page for page, _ in quoting})
        for passage in read_quotations([one.sentence for one in compared.pages[page]])
    ]
    # Where only so many are compared, the names of the pages must not choose them.
    passages.sort(key=lambda passage: by_height(compared.statements[passage.refs[0]]))
    spoken = spoken_words(passages)
    known: set[tuple[SentenceRef, SentenceRef]] = set()
    for left, right, seeds in candidates(passages):
        for twin in twins(left, right, seeds):
            if speakers_differ(twin):
                yield from given_to_another(twin, compared)
            else:
                changed = list(_changed(twin, compared, spoken))
                known |= {_places(one) for one in changed}
                yield from changed
    for slip in slips(passages, compared):
        if not says_both(slip.left, slip.own, slip.right, slip.other, spoken):
            one = _slipped(slip, compared)
            if _places(one) not in known:
                yield one


def reworded(pair: Pair) -> float:
    """As in "we will not yield" against "we will yield", said by one person on one occasion."""
    sure = _SURE.get(pair.a.value.unit, 0.0)
    if not sure:
        return 0.0
    return sure + ONE_SPEAKER * bool(pair.left.speaker & pair.right.speaker)


def spoken_by_another(pair: Pair) -> float:
    """As in "we will not yield" said by Ana Ruiz, and by Omar Gray."""
    return SURE_OF_SPEAKER if pair.a.value.unit == SPOKEN else 0.0


def outcome(pair: Pair) -> FindingKind:
    """A conflict where the sense is turned or the speaker is another; else a mere difference."""
    return FindingKind.DIFFERS if pair.a.value.unit == WORDED else FindingKind.CONFLICT


def other_day(pair: Pair, _: Said) -> str:
    """Two speeches: the sentences that quote them name other days."""
    if rival_dates(pair.left.dates, pair.right.dates):
        return "the sentences speak of different dates"
    return ""


def other_occasion(pair: Pair, _: Said) -> str:
    """A speech and an interview: both may hold nearly the same words."""
    own, other = (
        {
            OCCASIONS[word]
            for word in folded_words(own_words(fold(one.sentence.text)))
            if word in OCCASIONS
        }
        for one in (pair.left, pair.right)
    )
    return "they quote different occasions" if own and other and not own & other else ""


@lru_cache(maxsize=RECENT)
def _denials_at(text: str) -> int:
    """How often a reporter's words beside a quotation deny it: "he denied that", "did not say"."""
    count = 0
    for quoted in quoted_places(text):
        ahead, behind = own_words(text[: quoted.start]), own_words(text[quoted.stop :])
        near = BREAKING.split(ahead)[-1].split()[-DENIED_BEFORE:]
        near += BREAKING.split(behind)[0].split()[:DENIED_BEHIND]
        count += sum(
            form in DENYING for word in folded_words(" ".join(near)) for form in forms(word)
        )
    return count


def denied_around(pair: Pair, _: Said) -> str:
    """Denied by the reporter: he "did not think" that "we will close" says "we will not close"."""
    left, right = (_denials_at(fold(one.sentence.text)) for one in (pair.left, pair.right))
    turned = pair.a.value.unit == TURNED and (left + right) % 2 == 1
    return "one reporter denies it in words of his own" if turned else ""


VETOES: tuple[Veto, ...] = (said_by_copy, other_day, other_occasion, denied_around)
"""What excuses two quotations that differ."""


def _changed(twin: Twin, compared: Compared, spoken: Mapping[str, str]) -> Iterator[Pair]:
    """The surest change in each two sentences of a stretch that is one utterance."""
    best: dict[tuple[int, int], Change] = {}
    for change in changes(twin):
        site = change.site
        ends = (
            twin.left.words[place(twin.left, site.left)],
            twin.right.words[place(twin.right, site.right)],
        )
        key = ends[0].sentence, ends[1].sentence
        if key not in best or best[key].sense.value < change.sense.value:
            best[key] = change
    for (own, other), change in best.items():
        site = change.site
        unit = UNITS[change.sense]
        again = unit != TURNED and _is_said_again(twin, own, other, compared)
        both = says_both(twin.left, site.left, twin.right, site.right, spoken)
        if not both and not again:
            left, right = (
                quoted_claim(passage, span, compared, common_words(twin), unit)
                for passage, span in ((twin.left, site.left), (twin.right, site.right))
            )
            yield quoted_pair(left, right, compared)


def _places(one: Pair) -> tuple[SentenceRef, SentenceRef]:
    return one.left.ref, one.right.ref


def _slipped(slip: Slip, compared: Compared) -> Pair:
    """Two short quotations that differ in a word."""
    unit = UNITS[slip.sense]
    ends = ((slip.left, slip.own), (slip.right, slip.other))
    left, right = (quoted_claim(one, at, compared, slip.common, unit) for one, at in ends)
    return quoted_pair(left, right, compared)


def _is_said_again(twin: Twin, own: int, other: int, compared: Compared) -> bool:
    """Whether a page has two sentences that could be this one: a speaker repeats himself."""
    telling = {
        twin.left.words[i].text
        for i, j in twin.chain.matched
        if twin.left.words[i].sentence == own and twin.right.words[j].sentence == other
    } - FUNCTION
    least = SAID_AGAIN * len(telling)
    return any(
        sum(len(telling.intersection(one.key.split())) >= least for one in compared.pages[page]) > 1
        for page in {twin.left.page, twin.right.page}
    )
