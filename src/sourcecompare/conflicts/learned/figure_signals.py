"""What is known of two figures and their sentences, as numbers with names.

All are the same whichever of the two pages stands on the left. Shares and flags are 0..1, counts
are cut off where more of them say nothing more.
"""

import re
from collections.abc import Set
from functools import lru_cache

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.figures.evidence import names_of, points_of
from sourcecompare.conflicts.figures.vetoes import (
    other_date,
    other_values,
)
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import (
    Statement,
    Weights,
    amount,
    figure_of,
    same_noun,
    telling,
    thing,
)
from sourcecompare.model import ValueKind
from sourcecompare.text import RECENT, fold, folded_words
from sourcecompare.times import days_between
from sourcecompare.values import FUNCTION, Claim
from sourcecompare.values.figures.synonyms import may_be_one

WORD = re.compile(r"\w+(?:['’]\w+)?")
OPENING = 2
"""Content words with which a sentence begins: mostly its subject."""
LARGE = 100
"""Sentences from which the size of a story says nothing more; in a small one all words are rare."""
WINDOW = 60
"""Characters on either side of a value."""
FAR = 10
"""Days between two pages beyond which more of them say nothing."""
KINDS = (
    ValueKind.ORDINAL,
    ValueKind.MONEY,
    ValueKind.PERCENT,
    ValueKind.DURATION,
    ValueKind.MEASURE,
    ValueKind.AGE,
)
MOST_WORDS, MOST_NAMES, MOST_FIGURES = 12, 5, 4
"""How many of each count."""

VETOES = {
    "other values": other_values,
    "other date": other_date,
}
"""Vetoes that weigh here instead of forbidding: what each says is often true of conflicts too."""


def figure_signals(pair: Pair, compared: Compared, score: float) -> dict[str, float]:
    """All signals of a pair; `score` is how sure the rules of its check are of it, 0..1."""
    found = {
        "rules": score,
        "points": points_of(pair),
        "linked": float(pair.linked),
        "only": float(pair.only),
        "sentences": float(min(compared.size, LARGE)),
        **_values(pair.a, pair.b),
        **_words(pair),
        **_names(pair.left, pair.right),
        **_figures(pair),
        **_kinds(pair.a),
        "loose noun": float(may_be_one(pair.a.value.head, pair.b.value.head)),
        "days apart": float(min(days_between(pair.left.published, pair.right.published) or 0, FAR)),
        "window": _window(pair, compared.weights),
    }
    found |= {name: float(bool(veto(pair, compared.told))) for name, veto in VETOES.items()}
    return found


def _kinds(a: Claim) -> dict[str, float]:
    """Which kind both are of; counts are none of these."""
    return {f"is {kind.value}": float(a.value.kind is kind) for kind in KINDS}


def _window(pair: Pair, weights: Weights) -> float:
    """Weighted Dice coefficient of the content words near the two values, 0..1."""
    own, other = (
        _beside(one.sentence.text, *_place(one, claim))
        for one, claim in ((pair.left, pair.a), (pair.right, pair.b))
    )
    shared = sum(weights.get(word, 0.0) for word in sorted(own & other))
    whole = sum(weights.get(word, 0.0) for word in (*sorted(own), *sorted(other)))
    return 2 * shared / whole if whole else 0.0


def _place(one: Statement, claim: Claim) -> tuple[int, int]:
    start = one.sentence.span.start
    return claim.value.span.start - start, claim.value.span.end - start


@lru_cache(maxsize=RECENT)
def _beside(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the content words within `WINDOW` characters of a place."""
    near = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    return frozenset(
        stem for part in near for word in folded_words(part) if (stem := telling(word))
    )


def _values(a: Claim, b: Claim) -> dict[str, float]:
    low, high = sorted((abs(amount(a)), abs(amount(b))))
    nouns = bool(a.value.head), bool(b.value.head)
    modifiers = a.value.modifier, b.value.modifier
    return {
        "ratio": float(low / high) if high else 1.0,
        "same noun": float(same_noun(a, b)),
        "no noun": float(not any(nouns)),
        "one noun": float(nouns[0] != nouns[1]),
        "shared phrase": float(min(len(thing(a) & thing(b)), MOST_FIGURES)),
        "same modifier": float(modifiers[0] == modifiers[1]),
        "modified": float(any(modifiers)),
        "same scope": float(set(a.scope) == set(b.scope)),
        "same complement": float(bool(set(a.complement) & set(b.complement))),
        "other complement": float(bool(a.complement and b.complement) and not thing(a) & thing(b)),
        "same frame": float(a.frame == b.frame),
        "same word before": float(a.before[:1] == b.before[:1]),
        "same word behind": float(a.after[:1] == b.after[:1]),
        "words before": float(len(set(a.before) & set(b.before))),
        "words behind": float(len(set(a.after) & set(b.after))),
    }


def _words(pair: Pair) -> dict[str, float]:
    left, right = pair.left.words.keys(), pair.right.words.keys()
    own = sorted((len(left - right), len(right - left)))
    return {
        "overlap": pair.overlap,
        "near": pair.near,
        "weight": pair.weight,
        "shared words": float(min(len(left & right), MOST_WORDS)),
        "fewer own words": float(min(own[0], MOST_WORDS)),
        "more own words": float(min(own[1], 2 * MOST_WORDS)),
        "openings told": float(_is_told(pair.left, right) + _is_told(pair.right, left)),
    }


def _is_told(one: Statement, words: Set[str]) -> bool:
    """Whether the other sentence has one of the words that this one begins with."""
    return any(word in words for word in list(one.words)[:OPENING])


def _names(left: Statement, right: Statement) -> dict[str, float]:
    """Shared and own words with a capital; the first word of a sentence has one anyway."""
    inner = names_of(left) & names_of(right)
    own, other = capitals(left.sentence.text), capitals(right.sentence.text)
    alone = sorted(
        (len(own - _folded(right.sentence.text)), len(other - _folded(left.sentence.text)))
    )
    return {
        "shared names": float(min(len(inner), MOST_NAMES)),
        "shared capitals": float(min(len(own & other), MOST_NAMES)),
        "fewer own capitals": float(min(alone[0], MOST_NAMES)),
        "more own capitals": float(min(alone[1], 2 * MOST_NAMES)),
    }


@lru_cache(maxsize=RECENT)
def _folded(text: str) -> frozenset[str]:
    return frozenset(map(fold, WORD.findall(text)))


@lru_cache(maxsize=RECENT)
def capitals(text: str) -> frozenset[str]:
    """The folded words of a sentence that begin with a capital."""
    found = (fold(word) for word in WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in found if word not in FUNCTION)


def _figures(pair: Pair) -> dict[str, float]:
    """The other figures of the two sentences."""
    left, right = ({figure_of(claim) for claim in others} for others in pair.others)
    own = sorted((len(left - right), len(right - left)))
    return {
        "shared figures": float(min(len(left & right), MOST_FIGURES)),
        "fewer own figures": float(min(own[0], MOST_FIGURES)),
        "more own figures": float(min(own[1], MOST_FIGURES)),
    }


FIGURE_SIGNALS = (
    *("rules", "points", "linked", "only", "sentences"),
    *("ratio", "same noun", "no noun", "one noun", "shared phrase", "same modifier", "modified"),
    *(
        "same scope",
        "same complement",
        "other complement",
        "same frame",
        "same word before",
        "same word behind",
        "words before",
    ),
    *("words behind", "overlap", "near", "weight", "shared words", "fewer own words"),
    *("more own words", "openings told", "shared names", "shared capitals", "fewer own capitals"),
    *("more own capitals", "shared figures", "fewer own figures", "more own figures", *VETOES),
    *(f"is {kind.value}" for kind in KINDS),
    *("loose noun", "days apart", "window"),
)
"""The signals, in the order of the forest's columns."""
