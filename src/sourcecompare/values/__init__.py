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
    names      who is named: runs of capitals, their parts, their aliases
    roles      the office that a sentence gives to a person
    deeds      who did what one alone can have done, who was born where
    places     in which state a town is said to be
    quotes     what a page quotes word for word, and who says it
    wordforms  plain forms of spoken words, alike in two takings down of one speech
    contrasts  words that exclude each other

And what its clauses deny:

    scopes     words by clause, and what is denied or left open of them
    denials    of whom which predicate is denied, with which objects
    modes      past, present, future, ability, duty: when and how sure it is told
    roots      words without what inflection adds
    irregular, same_words, opposites, denying: the English words all these know

The grammar is our own: it reads left to right with bounded look-ahead, so that its time is linear
in the length of the sentence, whatever the sentence.
"""

from sourcecompare.model import Sentence, Value

from .calendar import Days
from .claims import Claim, read_claims
from .contrasts import alike, opposed
from .deeds import Deed, read_deeds
from .event_words import CLASHES, NOBODY, ONCE, POST
from .languages import COMPARED_LANGUAGES, is_read
from .lexicon import CASUALTY, FUNCTION
from .names import Name, read_names, same_person, similar
from .nouns import stem
from .places import STATES, read_towns
from .quotes import CUT, Passage, Speaker, Word, read_quotations
from .roles import Role, read_roles
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
