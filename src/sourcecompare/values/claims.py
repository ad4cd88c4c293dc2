"""A value with what it is said of: the noun, its complement, its scope, the words around it."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from sourcecompare.model import Sentence, TextSpan, Value, ValueKind

from .dates.calendar import published_day
from .dates.when import TIMES, When, dated_tokens, read_stay, read_when
from .figures.grammar import may_hold, read_runs
from .figures.modifiers import (
    SCOPES,
    frame,
    idle_scopes,
    is_denied,
    is_nobodys,
    modifier_after,
    modifier_before,
    scope_before,
    spreads_over,
)
from .figures.rates import RATES, rate, rate_around
from .figures.runs import Bounds, Run
from .figures.subjects import is_definite, subject
from .figures.wholes import stated_whole
from .languages import is_read
from .nouns import stem
from .tokens import DASHES, Tokens, tokenise

NEIGHBOURS = 4
"""Words on either side of a value that tell which of several values of a sentence it is."""

STATEMENT = "statement"
"""Unit of an assertion that is a whole sentence: a judge disputes it, no rule says which word."""

LONGEST_SENTENCE = 10_000
"""Characters; what is longer is a list, a table or an attack, and states nothing by itself."""

WILL = frozenset("to will would shall should can could may might must".split())
"""Words behind which "last" is a verb: "the parade is to last 70 minutes"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value and what a sentence says it of, in folded words; those of its noun are stems."""

    value: Value
    amount: Decimal | None = None
    """the number itself, in `Value.unit`; None for what is no number"""
    attributes: tuple[str, ...] = ()
    """between the value and its head: "world" in "26 world leaders" """
    complement: tuple[str, ...] = ()
    """what the head is of: "japan", "surrend" in "80th anniversary of Japan's surrender" """
    host: tuple[str, ...] = ()
    """what the head itself only describes: "parade" in "75th anniversary parade" """
    scope: tuple[str, ...] = ()
    """words that make it a count of something else: "another", "including", "per" """
    before: tuple[str, ...] = ()
    """the nearest words before value and modifier, nearest first, function words too"""
    after: tuple[str, ...] = ()
    """the nearest words behind it, nearest first"""
    bounds: Bounds | None = None
    """what the amount may lie between, where the words are an interval: "10 to 20", "dozens" """
    measure: str = ""
    """the unit of a measure as written: "mile" """
    written: Decimal | None = None
    """the number of a measure in that unit"""
    rounding: Decimal | None = None
    """half of the last place that a measure was written to, in `Value.unit`"""
    frame: str = ""
    """the time of the value: prior, then, forecast, planned; empty for what is or was so"""
    negated: bool = False
    """the value is said not to be one: "not 12", "rather than 12" """
    definite: bool = False
    """said of a thing that there is one of: "the 70-minute parade", not "a 70-minute film" """
    phrase: TextSpan
    """in the block, from the modifier to the noun where it follows: "about 26 world leaders" """
    of: str = ""
    """what the value is said of, as a reason names it: "Ana Ruiz"; empty for a figure"""
    shown: str = ""
    """the value as a reason quotes it; empty where that is `phrase` as written"""
    whole: str = ""
    """the number that the count is said to be a part of: "13" in "nine of the 13 seats" """
    when: When | None = None
    """of a date or a time of day: which days it may mean, and what it is tied to; of the length of
    a stay that is to come: when it ends"""


def read_claims(
    sentence: Sentence, language: str | None = None, *, published: str = "", before: str = ""
) -> tuple[Claim, ...]:
    """All values of an English sentence with their surroundings, left to right.

    `published` is when its page appeared, in ISO 8601: days are counted from there. `before` is
    the sentence before it in its block: a pronoun may stand for a name there.

    Values of other languages are not read, nor those of a "sentence" beyond
    `LONGEST_SENTENCE`: the result is empty.
    """
    if language and not is_read(language, ()):
        return ()
    if len(sentence.text) > LONGEST_SENTENCE or not may_hold(sentence.text):
        return ()
    tokens = tokenise(sentence.text)
    runs = read_runs(tokens)
    spans = _between(tokens, runs)
    whens = _whens(tokens, runs, published, before)
    return tuple(
        _claim(sentence, tokens, run, whens[k], spanned=k in spans) for k, run in enumerate(runs)
    )


def _whens(tokens: Tokens, runs: tuple[Run, ...], published: str, before: str) -> list[When | None]:
    """For each value what it is tied to, if it is a date or a time of day."""
    found: list[When | None] = [None] * len(runs)
    today = published_day(published)
    dated = dated_tokens(runs)
    known: dict[int, When] = {}
    for k, run in enumerate(runs):
        if run.kind in TIMES:
            found[k] = known[k] = read_when(
                tokens, runs, k, known, dated=dated, today=today, before=before
            )
        elif run.kind is ValueKind.DURATION:
            found[k] = read_stay(tokens, run, known, dated=dated, today=today)
    return found


def _between(tokens: Tokens, runs: tuple[Run, ...]) -> frozenset[int]:
    """Places of the dates that are ends of a range: "May 3 to May 5"; a plain "and" joins two."""
    found: set[int] = set()
    for k, (left, right) in enumerate(pairwise(runs)):
        if left.kind is not right.kind or left.kind not in TIMES or right.start != left.end + 1:
            continue
        joint, before = tokens[left.end], tokens[left.start - 1].low
        either = joint.low in ("to", "or") or joint.text in DASHES
        if either or (joint.low == "and" and before in ("between", "from")):
            found.update((k, k + 1))
    return frozenset(found)


def _claim(
    sentence: Sentence, tokens: Tokens, run: Run, when: When | None, *, spanned: bool
) -> Claim:
    modifier, start = _modifier(tokens, run)
    phrase = subject(tokens, run, start)
    reach = max(run.end, phrase.end if phrase.head else 0)
    if not modifier:
        after = "" if run.kind in TIMES else modifier_after(tokens, run.end, reach)
        modifier = after or run.vague
    before = _words(tokens, start - 1, -1)
    scope = _scope(tokens, run, start, before, phrase.end)
    offset = sentence.span.start
    value = Value(
        kind=run.kind,
        normal=run.normal,
        unit=run.unit,
        head=phrase.head,
        modifier="between" if spanned else modifier,
        ref=sentence.ref,
        span=TextSpan(offset + tokens[run.start].start, offset + tokens[run.end - 1].end),
    )
    stems = {stem(word) for word in scope}
    return Claim(
        value=value,
        amount=run.amount,
        attributes=tuple(word for word in phrase.before if word not in stems),
        complement=phrase.complement,
        host=phrase.host,
        scope=tuple(sorted(scope)),
        before=before,
        after=_words(tokens, run.end, 1),
        bounds=run.bounds,
        measure=run.measure,
        written=run.written,
        rounding=run.rounding,
        frame=run.frame or frame(tokens, start, reach),
        negated=is_denied(tokens, start),
        definite=is_definite(tokens, phrase, start),
        phrase=TextSpan(offset + tokens[start].start, offset + tokens[reach - 1].end),
        whole=stated_whole(tokens, run) if run.kind is ValueKind.NUMBER else "",
        when=when,
    )


def _scope(
    tokens: Tokens, run: Run, start: int, before: tuple[str, ...], end: int
) -> frozenset[str]:
    """What makes the value one of the rest, of a part, of a change, or a rate."""
    verb = before[:1] == ("last",) and before[1:2] != () and before[1] in WILL
    # Two words, none of them beyond a sign: "12 or more boats; 12 cars".
    reach = 2 if tokens[start - 2].is_word else 1
    nearest = before[verb : reach if tokens[start - 1].is_word else 0]
    found = {*nearest, *(token.low for token in tokens[run.end : end + 1])} & SCOPES
    if run.kind in TIMES:
        return frozenset(found)
    if "or" in (tokens[run.end].low, tokens[end].low):
        found.discard("more")  # "12 or more"
    found |= {word for word in (scope_before(tokens, start), run.scope) if word}
    if run.kind is ValueKind.NUMBER and tokens[run.end].low == "of" and not run.bounds:
        found.add("of")
    found -= idle_scopes(tokens, run)
    for j in {run.end, max(run.end, end)}:
        if rate(tokens, j):
            found = (found - {"per", "each", "every"}) | {rate(tokens, j)}
    if run.kind is ValueKind.MONEY and (often := rate_around(tokens, start, run.end)):
        found = (found - RATES.keys()) | {often}
    return frozenset(found)


def _words(tokens: Tokens, i: int, step: int) -> tuple[str, ...]:
    """The nearest folded words from token `i` on, forwards or backwards."""
    found: list[str] = []
    for _ in range(2 * NEIGHBOURS):
        if not 0 <= i < len(tokens) or not tokens[i].text or len(found) == NEIGHBOURS:
            break
        if tokens[i].is_word:
            found.append(tokens[i].low)
        i += step
    return tuple(found)


def _modifier(tokens: Tokens, run: Run) -> tuple[str, int]:
    """The modifier before a value, and the index of the token where its words begin."""
    if run.kind is ValueKind.DATE:
        return run.vague, run.start
    name, start = modifier_before(tokens, run)
    if name == "more than":
        if is_nobodys(tokens, start):
            return "up to", start
        if run.kind is ValueKind.DURATION and spreads_over(tokens, start):
            return run.vague, start
    return name, start
