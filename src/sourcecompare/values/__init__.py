"""Checkable particulars of a sentence: numbers, ordinals, money, percentages, dates, durations.

    tokens     words, numerals and signs with their places
    numerals   numbers in digits and in words
    dates      days, months, years, weekdays
    moments    dates by whatever words, also those that count from another day
    clock      times of day
    calendar   which days a date can mean, by the day of publication
    when       what a date or time is tied to
    nouns      what is counted, and of what
    subjects   the noun that a value is said of, by kind
    grammar    READERS: which words are a value of which kind
    claims     a value with all that a comparison has to know about it
    lexicon, time_words, event_words   the English words all these know

The grammar is our own: it reads left to right with bounded look-ahead, so that its time is linear
in the length of the sentence, whatever the sentence.
"""

from sourcecompare.model import Sentence, Value

from .calendar import Days
from .claims import Claim, read_claims
from .event_words import CLASHES, NOBODY, ONCE, POST
from .lexicon import CASUALTY, FUNCTION
from .nouns import stem
from .subjects import AGES
from .when import When

__all__ = [
    "AGES",
    "CASUALTY",
    "CLASHES",
    "COMPARED_LANGUAGES",
    "FUNCTION",
    "NOBODY",
    "ONCE",
    "POST",
    "Claim",
    "Days",
    "When",
    "read_claims",
    "read_values",
    "stem",
]

COMPARED_LANGUAGES = ("en",)
"""Languages whose values are read and compared; pages of others are shown without conflicts."""


def read_values(sentence: Sentence, language: str | None = None) -> tuple[Value, ...]:
    """The values that an English sentence states, left to right; spans are in the block.

    `language` is a BCP 47 tag; None is read as English, any other language gives ().
    """
    return tuple(claim.value for claim in read_claims(sentence, language))
