"""The tokens in which texts are compared, and what each is made of."""

import re
import unicodedata
from collections.abc import Sequence

from sourcecompare.text import UNSPACED, fold

# Vowel signs and accents that follow a letter; Python counts none of them as a letter, so that an
# Indian word would fall apart: Hebrew, Arabic, and the blocks from Devanagari to Sinhala.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff"
_TOKEN = re.compile(
    rf"""
      [{UNSPACED}]+                            # a run of a script without spaces
    | (?:[^\W\d_]\.){{2,}}                     # an acronym with its dots: u.s., n.a.t.o.
    | [^\W{UNSPACED}_][^\W{UNSPACED}_{_MARKS}]* (?:[{_MARKS}]+[^\W{UNSPACED}_]*)*
      (?:['’][^\W\d{UNSPACED}_]+)*             # a word, the shape of text.WORD
    """,
    re.VERBOSE,
)
_RUN = re.compile(rf"[{UNSPACED}]")
_ACCENTS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]")

_NGRAMS = (3, 4, 5)
"""Lengths of the letter n-grams; AP on real news is the same within .004 for 2-4 and 2-5."""
_LONGEST_WORD = 64
"""Letters of a word that are looked at: longer ones are addresses, keys or an attack."""


def tokens(text: str) -> list[str]:
    """Folded words; a run of unspaced script gives its pairs of neighbouring characters.

    Outlets disagree about the dots of acronyms, so these go.

    >>> tokens("Calderón’s visit to the U.S. and 北京市")
    ['calderón', 'visit', 'to', 'the', 'us', 'and', '北京', '京市']
    """
    found: list[str] = []
    for token in _TOKEN.findall(fold(text)):
        if not token.isascii() and _RUN.match(token):
            found += [token[at : at + 2] for at in range(len(token) - 1)] or [token]
        else:
            found.append(token.replace(".", "")[:_LONGEST_WORD].removesuffix("'s"))
    return found


def written(text: str) -> list[str]:
    """The stretches that `tokens` makes tokens of, as written: words, and runs of unspaced script.

    >>> written("The U.S. and 北京市!")
    ['The', 'U.S.', 'and', '北京市']
    """
    return _TOKEN.findall(text)


def plain(token: str) -> str:
    """The token without accents and vowel points, about which outlets disagree.

    >>> plain("calderón"), plain("ёлка")
    ('calderon', 'елка')
    """
    if token.isascii():
        return token
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", token))
    return unicodedata.normalize("NFC", bare) or token


def letters_of(token: str) -> Sequence[str]:
    """All n-grams of a plain word with a blank at its ends; a short word is one of them."""
    if _RUN.match(token):
        return [token, *token] if len(token) > 1 else [token]
    word = f" {plain(token)} "
    grams: list[str] = []
    for length in _NGRAMS:
        if len(word) <= length:
            return [*grams, word]
        grams += [word[at : at + length] for at in range(len(word) - length + 1)]
    return grams
