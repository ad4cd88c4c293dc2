"""Phrases of furniture, read from ``lexicon.toml`` beside this file."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sourcecompare.text import fold

LETTER = re.compile(r"[^\W\d_]")
NEVER = re.compile(r"(?!)")
RUN = re.compile(r"\w+")


def bare(text: str) -> str:
    """The text from its first letter to its last.

    A pattern that ends in "$" would try every one of a long run of marks.

    >>> bare("» 3. Read on! (2)"), bare("1. 2.")
    ('Read on', '')
    """
    first, last = LETTER.search(text), LETTER.search(text[::-1])
    return text[first.start() : len(text) - last.start()] if first and last else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The phrases of one rule, all languages together."""

    words: int
    """blocks with more words than this are never taken for furniture by a phrase"""
    whole: frozenset[str]
    start: re.Pattern[str]
    within: re.Pattern[str]
    phrases: tuple[str, ...]
    """those of `start` and `within`"""

    def find(self, folded: str, bare: str, count: int) -> str | None:
        """The phrase that gives the folded text of `count` words away, as it stands there.

        `bare` is the folded text without punctuation and numbers at its ends.
        """
        if count > self.words:
            return None
        if bare in self.whole or folded in self.whole:
            return bare or folded
        match = self.start.match(folded) or self.within.search(folded)
        return match.group().strip() if match else None


@cache
def telling_runs() -> frozenset[str]:
    """The longest run of word characters of each phrase: a text without any holds no such phrase.

    Runs, not words: a phrase is matched at their bounds, so that "adblock" stands in "adblock's".
    """
    tables = lexicon().values()
    found = (RUN.findall(p) for table in tables for p in (*table.phrases, *table.whole))
    return frozenset(max(runs, key=len) for runs in found if runs)


@cache
def telling_signs() -> tuple[str, ...]:
    """Phrases without any such run, such as a copyright sign; they begin a text."""
    tables = lexicon().values()
    return tuple(sorted({p for table in tables for p in table.phrases if not RUN.search(p)}))


@cache
def lexicon() -> Mapping[str, Phrases]:
    """Phrases by rule or rejection reason; read once, the file is part of the package."""
    source = files("sourcecompare.rules").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return {name: _phrases(table) for name, table in tomllib.loads(source).items()}


def _phrases(table: Mapping[str, object]) -> Phrases:
    gathered: dict[str, list[str]] = {"whole": [], "start": [], "within": []}
    for language in table.values():
        if isinstance(language, dict):
            for place, phrases in language.items():
                gathered[place] += map(_as_compared, phrases)
    limit = table["words"]
    if not isinstance(limit, int):
        raise TypeError("lexicon.toml: every rule states `words`, the longest block it may take")
    return Phrases(
        words=limit,
        whole=frozenset(gathered["whole"]),
        start=_any_of(gathered["start"]),
        within=_any_of(gathered["within"]),
        phrases=(*gathered["start"], *gathered["within"]),
    )


def _as_compared(phrase: str) -> str:
    """The phrase folded ("schließen" is compared as "schliessen"); blanks at its ends count."""
    folded = fold(phrase)
    before, _, after = phrase.partition(phrase.strip())
    return f"{' ' * bool(before)}{folded}{' ' * bool(after)}"


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases at the bounds of words, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return NEVER
    parts = [
        ("" if not phrase[0].isalnum() else r"(?<!\w)")
        + re.escape(phrase)
        + ("" if not phrase[-1].isalnum() else r"(?!\w)")
        for phrase in ordered
    ]
    return re.compile("(?:" + "|".join(parts) + ")")
