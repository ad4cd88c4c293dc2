"""Checkable particulars of a sentence: figures of every sort, dates, times, quotations.

    tokens     words, numerals and signs with their places
    numerals   numbers in digits and in words
    dates      days, months, years, weekdays
    moments    dates by whatever words, also those that count from another day
    clock      times of day
    calendar   which days a date can mean, by the day of publication
    clauses    what happens in the clause of a date
    actors     who acts there
    when       what a date or time is tied to
    runs       the words of one value
    counting   when digits or number words may count something
    amounts, money, measuring, ages, scores, shares, ranges   what a number may be the number of
    nouns      what is counted, and of what
    modifiers  how exact a value is, of what and of which time, and whether denied
    subjects   the noun that a value is said of, by kind
    grammar    FIGURES and WORDS: which words are a value of which kind
    claims     a value with all that a comparison has to know about it
    languages  whose values are read
    lexicon, units, synonyms, time_words, event_words   the English words all these know
    quotes     what a page quotes word for word, and who says it
    wordforms  plain forms of spoken words, alike in two takings down of one speech
    contrasts  words that exclude each other

The grammar is our own: it reads left to right with bounded look-ahead, so that its time is linear
in the length of the sentence, whatever the sentence.
"""

from sourcecompare.model import Sentence, Value

from .calendar import Days
from .claims import Claim, read_claims
from .contrasts import alike, opposed
from .event_words import CLASHES, NOBODY, ONCE, POST
from .languages import COMPARED_LANGUAGES, is_read
from .lexicon import CASUALTY, FUNCTION
from .nouns import stem
from .quotes import CUT, Passage, Speaker, Word, read_quotations
from .subjects import AGES
from .when import When
from .wordforms import forms

__all__ = [
    "AGES",
    "CASUALTY",
    "CLASHES",
    "COMPARED_LANGUAGES",
    "CUT",
    "FUNCTION",
    "NOBODY",
    "ONCE",
    "POST",
    "Claim",
    "Days",
    "Passage",
    "Speaker",
    "When",
    "Word",
    "alike",
    "forms",
    "is_read",
    "opposed",
    "read_claims",
    "read_quotations",
    "read_values",
    "stem",
]


def read_values(sentence: Sentence, language: str | None = None) -> tuple[Value, ...]:
    """The values that an English sentence states, left to right; spans are in the block.

    `language` is a BCP 47 tag; None is read as English, any other language gives ().
    """
    return tuple(claim.value for claim in read_claims(sentence, language))
