"""What clauses affirm and deny, as claims that can be paired; whether two speak of one thing."""

from collections.abc import Sequence
from typing import NamedTuple

from sourcecompare.attribution import SAYING
from sourcecompare.conflicts.compared import Said
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.model import FindingKind, TextSpan, Value, ValueKind
from sourcecompare.values import Claim
from sourcecompare.values.denied.denials import Denial, Reading, read_denials
from sourcecompare.values.denied.denying import ALL, BE, EVERYONE, PRONOUNS, SOME
from sourcecompare.values.denied.irregular import PAST
from sourcecompare.values.denied.modes import mode as mode_of
from sourcecompare.values.denied.same_words import same_word
from sourcecompare.values.denied.scopes import Word

ONE_SENTENCE = 0.6
"""Sentences from this overlap on are one sentence in slightly other words, so that a speaker whom
only one of them names is the speaker of both."""

QUOTED = "quoted"
"""Modifier of what somebody is quoted to say."""

CHANGING = frozenset(("future", "present", "perfect", "would", ""))
"""Modes of what may be otherwise a day later."""


class Side(NamedTuple):
    """A statement with its clauses."""

    one: Statement

    @property
    def reading(self) -> Reading:
        """Its clauses, read when they are asked for: most sides of a pair never are."""
        return read_denials(self.one.sentence.text)


def assertion(
    side: Side,
    places: tuple[int, int],
    *,
    normal: str,
    head: str,
    mode: tuple[Sequence[Word], int],
    before: Sequence[str],
    after: Sequence[str],
) -> Claim:
    """The claim from the first to the last of two places in the words of a statement.

    `head` is the root that both sides are about, `mode` the words and the place of the predicate
    whose mode both are told in; `before` and `after` are the roots of what it is said of.
    """
    words, offset = side.reading.words, side.one.sentence.span.start
    start, end = words[places[0]].start, words[places[1]].end
    span = TextSpan(offset + start, offset + end)
    return Claim(
        value=Value(
            kind=ValueKind.ASSERTION,
            normal=normal,
            unit=mode_of(*mode),
            head=head,
            modifier=QUOTED if words[places[1]].quoted else "",
            ref=side.one.ref,
            span=span,
        ),
        before=tuple(before),
        after=tuple(after),
        phrase=span,
        shown=f"“{side.one.sentence.text[start:end]}”",
    )


def are_quoted(a: Claim, b: Claim) -> bool:
    """Whether both stand in quotations, which are compared as such: by speaker and occasion."""
    return a.value.modifier == b.value.modifier == QUOTED


def same_subject(words: Sequence[Word], denial: Denial, there: Sequence[Word], place: int) -> bool:
    """Whether the clause that affirms at `place` is about the same one, as far as words tell."""
    before = facing(there, place)
    if denial.sort == "all":
        return any(word.low in ALL for word in there[:place])
    if is_partial(words, denial.predicate) or is_partial(there, place):
        return False
    if denial.sort == "nobody" or any(word.low in EVERYONE for word in before):
        return True
    if denial.sort == "no" and not denial.subject:
        return True
    own = [words[i] for i in denial.subject]
    if not own:
        return _pronoun(words[: denial.predicate]) == _pronoun(before) != ""
    wanted = [word for word in own if word.name] or own[-1:]
    if is_passive(words, denial.predicate) or is_passive(there, place):
        before = [word for word in there if word.clause == there[place].clause]
    return any(has(before, word) for word in wanted)


def facing(there: Sequence[Word], place: int) -> list[Word]:
    """The words before a predicate in its clause, or in the nearest one before that names any."""
    for clause in range(there[place].clause, -1, -1):
        found = [word for word in there[:place] if word.clause == clause]
        if any(word.content or word.low in PRONOUNS | EVERYONE for word in found):
            return found
    return []


def is_partial(words: Sequence[Word], place: int) -> bool:
    """Whether it is said of some only: of others the opposite may be true as well."""
    clause = words[place].clause
    return any(word.low in SOME and word.clause == clause for word in words[:place])


def is_passive(words: Sequence[Word], place: int) -> bool:
    """Whether the one it happens to may be the subject: "was asked", "asked by"."""
    own = words[place]
    if not own.low.endswith("ed") and own.low not in PAST:
        return False
    around = words[max(0, place - 3) : place + 4]
    lows = {word.low.removesuffix("n't") for word in around if word.clause == own.clause}
    return "by" in lows or not lows.isdisjoint(BE)


def has(there: Sequence[Word], wanted: Word) -> bool:
    """Whether a sentence has the word, not denied."""
    return any(w.content and not w.turned and same_word(w.root, wanted.root) for w in there)


def _pronoun(words: Sequence[Word]) -> str:
    return next((word.low for word in reversed(words) if word.low in PRONOUNS), "")


def other_figures(pair: Pair, _: Said) -> str:
    """Another figure of one kind: "rose in the first quarter", "fell in the second quarter".

    "No one" and "none" are read as figures too; those that the denial itself holds are left out.
    """
    left, right = (
        {
            (one.value.kind, one.value.unit, one.value.normal)
            for one in claims
            if one.amount is not None and not _meet(one.value.span, own.value.span)
        }
        for own, claims in zip((pair.a, pair.b), pair.others, strict=True)
    )
    for kind, unit, _normal in left - right:
        if any(figure[:2] == (kind, unit) for figure in right - left):
            return "more than one value differs"
    return ""


def _meet(one: TextSpan, other: TextSpan) -> bool:
    return one.start < other.end and other.start < one.end


def outcome(pair: Pair) -> FindingKind | None:
    """What a denial is that somebody only reports, or that a day has passed over."""
    days = {one.published[:10] for one in (pair.left, pair.right)}
    if len(days) > 1 and "" not in days and pair.a.value.unit in CHANGING:
        return FindingKind.UPDATE
    sources = [
        _is_reported(one, claim) for one, claim in ((pair.left, pair.a), (pair.right, pair.b))
    ]
    if not any(sources) or pair.overlap >= ONE_SENTENCE:
        return None
    same = bool(pair.left.speaker & pair.right.speaker)
    return None if same else FindingKind.DIFFERS


def _is_reported(one: Statement, claim: Claim) -> bool:
    """Whether somebody else than the outlet says it."""
    return bool(claim.value.modifier or one.speaker or not SAYING.isdisjoint(one.key.split()))
