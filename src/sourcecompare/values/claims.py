"""A value with what it is said of: the noun, its complement, its scope, the words around it."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from sourcecompare.model import Sentence, TextSpan, Value, ValueKind

from .grammar import DASHES, SPAN_WORDS, Run, read_runs
from .lexicon import CASUALTY, FUNCTION, MODIFIERS, PERSONS, SCOPES
from .nouns import ORDINAL_NOUNS, Phrase, complement_at, nothing, noun_phrase, singular, stem
from .numerals import HYPHENS
from .tokens import Tokens, glued, tokenise

NEIGHBOURS = 4
"""Words on either side of a value that tell which of several values of a sentence it is."""

LONGEST_SENTENCE = 10_000
"""Characters; what is longer is a list, a table or an attack, and states nothing by itself."""

TOLL_REACH = 5
"""Tokens from a number of people to "were killed" behind or "killing at least" before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value and what a sentence says it of, in folded words; those of its noun are stems."""

    value: Value
    amount: Decimal | None
    """the number itself, in `Value.unit`; None for a date"""
    attributes: tuple[str, ...]
    """between the value and its head: "world" in "26 world leaders" """
    complement: tuple[str, ...]
    """what the head is of: "japan", "surrend" in "80th anniversary of Japan's surrender" """
    host: tuple[str, ...]
    """what the head itself only describes: "parade" in "75th anniversary parade" """
    scope: tuple[str, ...]
    """words that make it a count of something else: "another", "including", "per" """
    before: tuple[str, ...]
    """the nearest words before value and modifier, nearest first, function words too"""
    after: tuple[str, ...]
    """the nearest words behind it, nearest first"""


def read_claims(sentence: Sentence, language: str | None = None) -> tuple[Claim, ...]:
    """All values of an English sentence with their surroundings, left to right.

    Values of other languages are not read, nor those of a "sentence" beyond
    `LONGEST_SENTENCE`: the result is empty.
    """
    if language and language.split("-")[0].casefold() != "en":
        return ()
    if len(sentence.text) > LONGEST_SENTENCE:
        return ()
    tokens = tokenise(sentence.text)
    runs = read_runs(tokens)
    spans = _between(tokens, runs)
    return tuple(_claim(sentence, tokens, run, spanned=k in spans) for k, run in enumerate(runs))


def _between(tokens: Tokens, runs: tuple[Run, ...]) -> frozenset[int]:
    """Places of the values that are ends of a range or a score: "10 to 20", "two or three".

    "between 10 and 20" is one too; a plain "and" joins two facts.
    """
    found: set[int] = set()
    for k, (left, right) in enumerate(pairwise(runs)):
        if left.kind != right.kind and ValueKind.NUMBER not in (left.kind, right.kind):
            continue
        joint = tokens[left.end]
        if right.start != left.end + 1 or joint.low not in SPAN_WORDS | DASHES:
            continue
        if joint.low != "and" or tokens[left.start - 1].low in ("between", "from"):
            found.update((k, k + 1))
    return frozenset(found)


def _claim(sentence: Sentence, tokens: Tokens, run: Run, *, spanned: bool) -> Claim:
    phrase = _phrase(tokens, run)
    modifier, start = _modifier(tokens, run)
    before = _words(tokens, start - 1, -1)
    scope = {*before[:2], *(token.low for token in tokens[run.end : phrase.end + 1])} & SCOPES
    first, last = tokens[run.start], tokens[run.end - 1]
    offset = sentence.span.start
    value = Value(
        kind=run.kind,
        normal=run.normal,
        unit=run.unit,
        head=phrase.head,
        modifier="between" if spanned else modifier,
        ref=sentence.ref,
        span=TextSpan(offset + first.start, offset + last.end),
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
    )


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
    """The canonical modifier of a value, and the index of the token where its words begin."""
    if run.kind is ValueKind.DATE:
        return run.vague, run.start
    for words, name in MODIFIERS:
        start = run.start - len(words)
        if start >= 0 and tuple(token.low for token in tokens[start : run.start]) == words:
            return name, start
    if tokens[run.end].low == "or" and tokens[run.end + 1].low in ("so", "more"):
        return "about" if tokens[run.end + 1].low == "so" else "at least", run.start
    return run.vague, run.start


def _phrase(tokens: Tokens, run: Run) -> Phrase:
    """What the value counts, measures or numbers."""
    j, hyphen = run.end, False
    if tokens[j].text in HYPHENS and glued(tokens[j - 1], tokens[j]):
        j, hyphen = j + 1, True
    match run.kind:
        case ValueKind.DATE:
            return nothing(run.end)
        case ValueKind.ORDINAL:
            return _ranked(tokens, j)
        case ValueKind.DURATION:
            return _period(tokens, j)
        case ValueKind.PERCENT | ValueKind.MONEY:
            return _share(tokens, j)
        case _ if run.unit:
            return nothing(j, complement_at(tokens, j))
        case _ if hyphen and tokens[j].is_word:
            whole = noun_phrase(tokens, j + 1, plural=False)
            rest = (*whole.before, stem(whole.head)) if whole.head else ()
            return Phrase(singular(tokens[j].low), (), whole.complement, rest, j + 1)
        case _:
            return _toll(tokens, run, noun_phrase(tokens, j, plural=run.normal != "1"))


def _ranked(tokens: Tokens, j: int) -> Phrase:
    """The noun of an ordinal; a name ("the 9th Circuit") is none."""
    phrase = noun_phrase(tokens, j, plural=False)
    name = phrase.head and tokens[phrase.end - 1].text[0].isupper()
    return nothing(j) if name and phrase.head not in ORDINAL_NOUNS else phrase


def _period(tokens: Tokens, j: int) -> Phrase:
    """The noun of a duration: "14 years old", "two weeks ago", "70-minute event"."""
    if tokens[j].low in ("old", "ago", "later", "earlier", "long"):
        return Phrase(tokens[j].low, (), (), (), j + 1)
    if tokens[j - 2].text in HYPHENS:
        return noun_phrase(tokens, j, plural=False)
    return nothing(j, complement_at(tokens, j))


def _share(tokens: Tokens, j: int) -> Phrase:
    """The noun of a share or sum: "90% of its food imports", "$5 billion in funding"."""
    inner = j
    if tokens[inner].low == "worth":
        inner += 1
    if tokens[inner].low in ("of", "in"):
        inner += 1
        while tokens[inner].low in ("the", "its", "his", "her", "their", "our", "all", "a", "an"):
            inner += 1
    if tokens[inner].low in FUNCTION or not tokens[inner].is_word:
        return nothing(j, complement_at(tokens, j))
    phrase = noun_phrase(tokens, inner, plural=True)
    if not phrase.head:
        phrase = noun_phrase(tokens, inner, plural=False)
    return phrase if phrase.head else nothing(j, complement_at(tokens, j))


def _toll(tokens: Tokens, run: Run, phrase: Phrase) -> Phrase:
    """The phrase with what became of the people as its head: "12 dead", "killing 12 people".

    The people themselves become an attribute, unless they are just people.
    """
    if phrase.head and phrase.head not in PERSONS:
        return phrase
    fate = CASUALTY.get(phrase.head) or _fate(tokens, run, phrase.end)
    if not fate:
        return phrase
    people = phrase.head not in ("", "person", "life", "death", "fatality", "injury", "casualty")
    named = (stem(phrase.head),) if people else ()
    return phrase._replace(head=fate, before=(*phrase.before, *named))


def _fate(tokens: Tokens, run: Run, end: int) -> str:
    """What became of the people counted; empty if nothing near says it."""
    for j in range(end, end + TOLL_REACH):
        if not tokens[j].is_word:
            break
        if tokens[j].low in CASUALTY:
            return CASUALTY[tokens[j].low]
    for j in range(run.start - 1, max(-1, run.start - 1 - TOLL_REACH), -1):
        if not tokens[j].is_word:
            break
        if tokens[j].low == "toll":
            return "killed"
        if tokens[j].low in CASUALTY and tokens[j].low.endswith(("ed", "ing")):
            return CASUALTY[tokens[j].low]
    return ""
