"""The languages whose particulars are read."""

from collections.abc import Iterable

from sourcecompare.text import folded_words

COMPARED_LANGUAGES = ("en",)
"""Languages whose values are read and compared; pages of others are shown without conflicts."""

# An unknown language is taken for English unless the small words of another one are the more.
ENGLISH_WORDS = frozenset("the of and to in is was for that with on by are were a an has".split())
OTHER_WORDS = frozenset(
    """der die das und ist den von mit le la les des et est du une el los las que del una il di che
    per het een van och att som de en og na nie se do os um uma por""".split()
)

EVERY = 20
"""Words of which one at least is a small one: in English news every fourth is, in Polish or Finnish
hardly any."""


def is_read(language: str | None, texts: Iterable[str]) -> bool:
    """Whether values are read in this language (BCP 47); without one, the texts decide.

    >>> is_read("en-GB", ()), is_read("de", ()), is_read(None, ["Der Brand in der Mühle"])
    (True, False, False)
    >>> is_read("en_US", ()), is_read(None, ["Fire kills 12"]), is_read(None, ["Погибли 12"])
    (True, True, False)
    """
    if language:
        return language.replace("_", "-").split("-")[0].casefold() in COMPARED_LANGUAGES
    english = other = plain = letters = size = 0
    for text in texts:
        for word in folded_words(text):
            english += word in ENGLISH_WORDS
            other += word in OTHER_WORDS
            plain += word.isascii() and word.isalpha()
            letters += word.isalpha()
            size += 1
    return english >= max(other, size // EVERY) and 2 * plain >= letters
