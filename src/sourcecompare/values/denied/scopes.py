"""A sentence as clauses, without a tagger: its words, and what stands over each of them.

Only closed classes are known for certain: auxiliaries, conjunctions, words that deny, hedge or
open. They tell where a clause begins, and which of its words are denied or left open.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from sourcecompare.values.lexicon import FUNCTION
from sourcecompare.values.nouns import REMEMBERED
from sourcecompare.values.tokens import Token, glued, tokenise

from .denying import (
    ADJECTIVE_AFTER,
    ATTITUDES,
    AUXILIARIES,
    BEFORE_BUT,
    CASE,
    CONDITIONS,
    DISJUNCTION,
    HALF_DENIALS,
    HEDGES,
    JOINING,
    LOOSE_SUBORDINATORS,
    NO,
    NOT,
    NOT_AFTER_NO,
    OPINIONS,
    PREFIXES,
    PRONOUNS,
    SAYING,
    STATING,
    STOPS,
    SUBJECTS,
    SUBORDINATORS,
    TURNING_VERBS,
    UNREAL_VERBS,
    WITHOUT,
)
from .roots import root

NUMBER = re.compile(r"\bNo(?=\. ?[0-9])")  # No match: "No.", "no. 5".
"""An abbreviation, and no denial; it is as long as the blanks it becomes."""

DENYING = NOT | NO | WITHOUT
OPENING = HEDGES | CONDITIONS
OPENING_VERBS = UNREAL_VERBS | OPINIONS
BEGINNING = STOPS | SUBJECTS | SUBORDINATORS | JOINING | {"-"}
"""Words and signs with which a clause may begin."""

LOOK = 4
"""Tokens behind a conjunction among which the auxiliary of a new clause stands."""


class Word(NamedTuple):
    """A word or sign as part of a clause."""

    low: str
    root: str
    """empty for a sign"""
    start: int
    """in the sentence, half-open with `end`"""
    end: int
    clause: int
    """number of its clause in the sentence"""
    content: bool
    """it says what the sentence is about"""
    name: bool
    """a capital marks it as a name"""
    quoted: bool
    turned: bool = False
    """a denial stands over it; two of them are none"""
    unreal: bool = False
    """its clause is a condition, a hedge, a question or a wish"""


_word = partial(tuple.__new__, Word)
"""All fields at once, in a third of the time that the class takes with one each."""

Part = tuple[str, str, int, int, int, bool, bool, bool]
"""The fields of a word, but for what stands over it."""


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a sentence by clause, left to right; those of its signs that matter as well."""
    plain = NUMBER.sub("  ", text) if "No." in text else text
    parts = _parts([token for token in tokenise(plain) if token.text])
    asks = text.rstrip().endswith("?")
    found: list[Word] = []
    turned = unreal = either = False
    clause, before = 0, ""
    for i, part in enumerate(parts):
        low, stem = part[:2]
        if part[4] != clause:
            # "It is not the case that": the denial stands over the whole clause that follows.
            turned = turned and low == "that" and before in CASE
            unreal = unreal and low in JOINING | STATING
            clause = part[4]
        if stem in TURNING_VERBS or low in DENYING or low[-3:] == "n't":
            turned ^= _turns(low, stem, parts[i + 1][0] if i + 1 < len(parts) else "")
        either = either or low in DISJUNCTION
        found.append(_word((*part, turned, unreal or either or asks)))
        unreal = unreal or _opens(low, stem, before) or (turned and stem in ATTITUDES)
        before = low
    return tuple(found)


def denies(word: Word) -> bool:
    """Whether a word denies by itself, whatever follows."""
    return _denies(word.low)


def _denies(low: str) -> bool:
    return low in DENYING or low.endswith("n't")


def may_turn(word: Word) -> bool:
    """Whether a word may deny what follows it."""
    return word.root in TURNING_VERBS or _denies(word.low)


def turns(words: Sequence[Word], i: int) -> bool:
    """Whether what follows the word at this place is denied by it."""
    return _turns(words[i].low, words[i].root, words[i + 1].low if i + 1 < len(words) else "")


def _turns(low: str, stem: str, behind: str) -> bool:
    if stem in TURNING_VERBS:
        return behind == "to"
    if not _denies(low):
        return False
    # "No, he came" answers a question.
    return low != "no" or (behind not in NOT_AFTER_NO and behind[:1].isalnum())


def is_auxiliary(low: str) -> bool:
    """Whether a folded word is an auxiliary, denied or not."""
    return low in AUXILIARIES or low.endswith("n't")


def _opens(low: str, stem: str, before: str) -> bool:
    """Whether the word leaves open if what follows in its clause is so."""
    if low in HALF_DENIALS:
        return before not in ADJECTIVE_AFTER
    return low in OPENING or stem in OPENING_VERBS


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """The words with the numbers of their clauses, nothing standing over them yet."""
    found: list[Part] = []
    clause, quoted = 0, _goes_on(tokens)
    for i, (text, low, start, end, is_word, is_digits) in enumerate(tokens):
        if low in '“”"':
            quoted = low == "“" or (low == '"' and not quoted)
        if low in BEGINNING:
            clause += _begins(tokens, i)
        stem, content = _read(low) if is_word or is_digits else ("", False)
        whole, first = low, start
        if found and _joins(tokens, i):
            before = found.pop()
            whole, stem, first = before[0] + low, before[0] + stem, before[2]
        name = i > 0 and text[0].isupper()
        found.append((whole, stem, first, end, clause, content, name, quoted))
        if low == "-" and i and tokens[i - 1].low in PREFIXES:
            found.pop()
    return found


@lru_cache(maxsize=REMEMBERED)
def _read(low: str) -> tuple[str, bool]:
    """The root of a folded word, and whether it says what a sentence is about."""
    empty = low in FUNCTION or low.removesuffix("'s") in FUNCTION or low.endswith("n't")
    return root(low), not empty


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a quotation that began before the sentence ends in it: "... is none,” he said."""
    first = next((i for i, token in enumerate(tokens) if token.low and token.low in '“”"'), 0)
    sign = tokens[first].low if tokens else ""
    return sign == "”" or (sign == '"' and first > 0 and glued(tokens[first - 1], tokens[first]))


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token belongs to a prefix before it: "non-binding" is "nonbinding"."""
    return tokens[i - 1].low == "-" and i > 1 and tokens[i - 2].low in PREFIXES


def _begins(tokens: Sequence[Token], i: int) -> bool:
    """Whether another clause begins at token `i`."""
    low = tokens[i].low
    if low in STOPS:
        return True
    if low == "-":
        return i > 0 and tokens[i - 1].end < tokens[i].start
    if low in SUBJECTS and i and root(tokens[i - 1].low) in SAYING:
        return True  # "officials said he had left"
    if low in SUBORDINATORS:
        if low == "but" and i and tokens[i - 1].low in BEFORE_BUT:
            return False  # "all but one"
        if low == "as" and "as" in {token.low for token in tokens[i + 2 : i + 4]}:
            return False  # "as good as"
        return low not in LOOSE_SUBORDINATORS or _has_auxiliary(tokens, i)
    if low not in JOINING:
        return False
    return _has_auxiliary(tokens, i) or any(t.low in PRONOUNS for t in tokens[i + 1 : i + 2])


def _has_auxiliary(tokens: Sequence[Token], i: int) -> bool:
    return any(is_auxiliary(token.low) for token in tokens[i + 1 : i + 1 + LOOK])
