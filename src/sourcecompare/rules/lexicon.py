"""What furniture says of itself, language by language: one file a language in ``lexicons``.

A file's first table, `words`, holds single words; every other table is named for a rule or a reason
for rejection and holds its phrases by the place where they have to stand. Entries are written as
they are spelled and compared in folded form. docs/RULES.md says how a language is added.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from sourcecompare.text import fold

from .finder import Finder, Phrase, Place

Table = Mapping[str, tuple[str, ...]]

WORDS = "words"
"""The table of single words; the others are named for rules."""
BY_LINE = frozenset({"bylines", "closers", "homes"})
"""Lists of it whose entries may be several words and stand one a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One file of the lexicon."""

    code: str
    """BCP 47; the file's name"""
    words: Table
    """folded words by what they are: sentence, linking, months, weekdays, bylines, ..."""
    phrases: Mapping[str, Table]
    """folded phrases by rule, then by place"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The phrases of one rule, all languages together."""

    rule: str
    words: int
    """blocks with more words than this are never taken for furniture by a phrase"""
    whole: frozenset[str]
    start: frozenset[str]
    within: frozenset[str]
    finder: Finder
    """of these phrases and no others"""

    def find(self, folded: str, bare: str, count: int) -> str | None:
        """The phrase that gives the folded text of `count` words away, as it stands there.

        `bare` is the folded text without punctuation and numbers at its ends.
        """
        return self.finder.find(folded, bare, count).get(self.rule)


@cache
def languages() -> tuple[Language, ...]:
    """All languages of the lexicon, by code; read once, the files are part of the package."""
    folder = files("sourcecompare.rules").joinpath("lexicons")
    found = (each for each in folder.iterdir() if each.name.endswith(".toml"))
    return tuple(read_language(each) for each in sorted(found, key=lambda each: each.name))


def read_language(file: Traversable) -> Language:
    """One language's file."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    words = {
        kind: _lines(text) if kind in BY_LINE else tuple(map(fold, text.split()))
        for kind, text in tables.pop(WORDS).items()
    }
    phrases = {
        rule: {place: _lines(text) for place, text in table.items()}
        for rule, table in tables.items()
    }
    return Language(code=file.name.removesuffix(".toml"), words=words, phrases=phrases)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(fold(line) for line in text.splitlines() if line.strip())


@cache
def limits() -> Mapping[str, int]:
    """By rule or rejection reason, the words of the longest block that a phrase may give away."""
    source = files("sourcecompare.rules").joinpath("limits.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """The phrases of all languages."""
    longest = limits()
    found = {
        (rule, place, text): longest[rule]
        for language in languages()
        for rule, table in language.phrases.items()
        for place, texts in table.items()
        for text in texts
    }
    return tuple(
        Phrase(rule=rule, place=Place(place), text=text, words=words)
        for (rule, place, text), words in found.items()
    )


@cache
def finder() -> Finder:
    """Looks for the phrases of all rules and languages at once."""
    return Finder(all_phrases())


@cache
def lexicon() -> Mapping[str, Phrases]:
    """Phrases by rule or rejection reason."""
    tables: dict[str, Phrases] = {}
    for rule, words in limits().items():
        mine = [phrase for phrase in all_phrases() if phrase.rule == rule]
        tables[rule] = Phrases(
            rule=rule,
            words=words,
            whole=frozenset(each.text for each in mine if each.place is Place.WHOLE),
            start=frozenset(each.text for each in mine if each.place is Place.START),
            within=frozenset(each.text for each in mine if each.place is Place.WITHIN),
            finder=Finder(mine),
        )
    return tables


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(
        word for language in languages() for kind in kinds for word in language.words.get(kind, ())
    )


def function_words() -> frozenset[str]:
    """The commonest words of all languages that say nothing by themselves, folded.

    Of scripts without spaces, particles of one or several characters.
    """
    return _words("sentence", "linking")


def sentence_words() -> frozenset[str]:
    """Those function words that make sentences, not titles or lists: verbs, pronouns, "because"."""
    return _words("sentence")


def month_names() -> frozenset[str]:
    """Names of months and their short forms, folded, without a full stop."""
    return _words("months")


def weekday_names() -> frozenset[str]:
    """Names of weekdays and their short forms, folded, without a full stop."""
    return _words("weekdays")


def date_words() -> frozenset[str]:
    """What else may stand in a line that is a date and no more ("published", "uhr"), folded."""
    return _words("dates")


def byline_openers() -> frozenset[str]:
    """What a line begins with that names the author ("by", "von", "par"), folded."""
    return _words("bylines")


def staff_names() -> frozenset[str]:
    """What stands in a byline instead of a name ("staff", "redaktion"), folded."""
    return _words("staff")


def byline_closers() -> frozenset[str]:
    """What a line ends with that names the author, where the name comes first ("기자"), folded."""
    return _words("closers")


def home_names() -> frozenset[str]:
    """What the first crumb of a breadcrumb is called, folded."""
    return _words("homes")
