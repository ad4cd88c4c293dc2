"""Checkable particulars of a sentence: figures of every sort, dates, times, quotations.

    figures/    numbers, ranks, sums, shares, measures, ages, scores, durations, and what they count
    dates/      days and times of day, which days they may mean, and what happened then
    persons/    names, offices, and what one person alone can have done
    quoted/     what a page quotes word for word, and who says it
    denied/     what a clause denies, of whom, when; words that exclude each other
    claims      a value with all that a comparison has to know about it
    tokens, nouns, lexicon   the words of a sentence, and the English ones that all these know
    languages   whose values are read

The grammar is our own: it reads left to right with bounded look-ahead, so that its time is linear
in the length of the sentence, whatever the sentence.
"""

from sourcecompare.model import Sentence, Value

from .claims import STATEMENT, Claim, read_claims
from .dates.calendar import Days
from .dates.event_words import (
    BODIES,
    CLASHES,
    HABITS,
    KNOWN,
    LASTING,
    NOBODY,
    ONCE,
    POST,
    POST_NOUNS,
    SINGLE,
)
from .dates.when import When
from .figures.lengths import AGES
from .languages import COMPARED_LANGUAGES, is_read
from .lexicon import CASUALTY, FUNCTION
from .nouns import stem
from .persons.deeds import Deed, read_deeds
from .persons.names import Name, read_names, same_person, similar
from .persons.phrases import Role
from .persons.places import STATES, read_towns
from .persons.roles import read_roles
from .quoted.contrasts import alike, opposed
from .quoted.quotes import CUT, Passage, Speaker, Word, read_quotations
from .quoted.wordforms import forms

__all__ = [
    "AGES",
    "BODIES",
    "CASUALTY",
    "CLASHES",
    "COMPARED_LANGUAGES",
    "CUT",
    "FUNCTION",
    "HABITS",
    "KNOWN",
    "LASTING",
    "NOBODY",
    "ONCE",
    "POST",
    "POST_NOUNS",
    "SINGLE",
    "STATEMENT",
    "STATES",
    "Claim",
    "Days",
    "Deed",
    "Name",
    "Passage",
    "Role",
    "Speaker",
    "When",
    "Word",
    "alike",
    "forms",
    "is_read",
    "opposed",
    "read_claims",
    "read_deeds",
    "read_names",
    "read_quotations",
    "read_roles",
    "read_towns",
    "read_values",
    "same_person",
    "similar",
    "stem",
]


def read_values(sentence: Sentence, language: str | None = None) -> tuple[Value, ...]:
    """The values that an English sentence states, left to right; spans are in the block.

    `language` is a BCP 47 tag; None is read as English, any other language gives ().
    """
    return tuple(claim.value for claim in read_claims(sentence, language))
