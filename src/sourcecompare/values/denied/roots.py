"""Words without what inflection adds: verbs in every tense, nouns in both numbers."""

from functools import lru_cache

from sourcecompare.values.nouns import REMEMBERED

from .irregular import BASES, UNCUT

VOWELS = frozenset("aeiouy")
UNDOUBLED = frozenset("lsfz")
"""Letters that stand twice in a base form too: "call", "pass", "stuff", "buzz"."""


@lru_cache(maxsize=REMEMBERED)
def root(word: str) -> str:
    """What all forms of a folded word have in common; not always a word itself.

    >>> [root(word) for word in "attended attends attending wrote women cities tapping".split()]
    ['attend', 'attend', 'attend', 'writ', 'woman', 'city', 'tap']
    >>> [root(word) for word in "taking hiked uses dancing denied playing".split()]
    ['tak', 'hik', 'us', 'danc', 'deny', 'play']
    """
    word = word.removesuffix("'s").removesuffix("'")
    word = BASES.get(word, word)
    if word in UNCUT or len(word) < 4:
        return _bare(word)
    for ending in ("ing", "ed"):
        cut = word.removesuffix(ending)
        if cut != word and not VOWELS.isdisjoint(cut):
            return _bare(_undoubled(cut[:-1] + "y" if ending == "ed" and cut[-1] == "i" else cut))
    return _bare(_singular(word))


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _undoubled(cut: str) -> str:
    doubled = len(cut) > 2 and cut[-1] == cut[-2] and cut[-1] not in UNDOUBLED | VOWELS
    return cut[:-1] if doubled else cut


def _bare(word: str) -> str:
    """Without the final "e" that an ending swallows."""
    return word[:-1] if len(word) > 2 and word[-1] == "e" and word[-2] not in "e" else word
