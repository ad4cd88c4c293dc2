"""Tables of a user's TOML file, read with complaints that name file, key and what is allowed."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TypeVar

from sourcecompare.errors import SettingError

_T = TypeVar("_T")

_URL = re.compile(r"https?://[^\s/?#]+\S*", re.I)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_SHOWN = 60  # characters of a value that a complaint repeats
_MISSPELT = 3  # one edit in this many letters is a slip; more is another word


class Entry:
    """A table, and where it stands."""

    def __init__(self, place: str, table: Mapping[str, object], key: str = "") -> None:
        self.place = place
        """file, then names of tables: "sources.toml: outlets.alpha" """
        self.table = table
        self.key = key
        """the last of these names"""

    def refusal(self, problem: str, meant: str = "") -> SettingError:
        """That something here cannot be meant, and which spelling may be: to be raised."""
        hint = f"; did you mean {meant!r}?" if meant else "; correct or remove it."
        return SettingError(f"{self.place} {problem}{hint}")

    def _needed(self, key: str, named: str, value: object) -> SettingError:
        shown = repr(value)
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
        return self.refusal(f"needs {named} as {key}, not {shown}")

    def allow(self, *keys: str) -> None:
        """Refuse any other key."""
        for key in self.table:
            if key not in keys:
                meant = nearest(key, keys)
                allowed = "" if meant else f" (allowed: {', '.join(keys)})"
                raise self.refusal(f"has an unknown key {key!r}{allowed}", meant)

    def tables(self, key: str) -> Iterator["Entry"]:
        """The tables under `key`, by their names."""
        under = self._get(key, dict, "a table")
        for name, table in sorted((under or {}).items()):
            place = f"{self.place}: {key}.{name}"
            if not isinstance(table, dict):
                raise self._needed(f"{key}.{name}", "a table", table)
            yield Entry(place, table, name)

    def text(self, key: str) -> str | None:
        """A text of at least one character that is not white space, trimmed."""
        value = self._get(key, str, "a text in quotation marks")
        if value is not None and not value.strip():
            raise self._needed(key, "a text that is not empty", value)
        return value and " ".join(value.split())

    def url(self, key: str) -> str | None:
        """An absolute http(s) address."""
        value = self.text(key)
        if value is not None and not _URL.fullmatch(value):
            raise self._needed(key, "an address with http:// or https://", value)
        return value

    def language(self, key: str) -> str | None:
        """A BCP 47 tag."""
        value = self.text(key)
        if value is not None and not _LANGUAGE.fullmatch(value):
            raise self._needed(key, 'a tag like "en" or "pt-BR"', value)
        return value

    def time(self, key: str) -> str | None:
        """A date or time, written as TOML's own or as ISO 8601 text, as precise as it was."""
        written = self.table.get(key)
        if isinstance(written, date):  # a datetime is one, too
            return written.isoformat()
        value = self._get(key, str, "a date like 2025-09-03, or a date and time")
        if value is None or _MONTH.fullmatch(value):
            return value
        with suppress(ValueError):
            return date.fromisoformat(value).isoformat()
        with suppress(ValueError):
            return datetime.fromisoformat(value).isoformat()
        raise self._needed(key, "a date or time in ISO 8601", value)

    def domains(self, key: str) -> tuple[str, ...]:
        """Domain names, lower case, without "www."."""
        values = self._get(key, list, "a list of domains")
        return tuple(sorted({self._domain(key, each) for each in values or []}))

    def _domain(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not _DOMAIN.fullmatch(value.strip()):
            raise self._needed(key, 'domains like "alpha.example"', value)
        return value.strip().lower().removeprefix("www.")

    def _get(self, key: str, kind: type[_T], named: str) -> _T | None:
        value = self.table.get(key)
        if value is None or isinstance(value, kind):
            return value
        raise self._needed(key, named, value)


def nearest(word: str, choices: Collection[str]) -> str:
    """The choice that `word` is most likely a slip of, or "".

    >>> nearest("titel", ["title", "story"]), nearest("colour", ["title", "story"])
    ('title', '')
    """
    most = max(1, len(word) // _MISSPELT)
    near = [each for each in choices if abs(len(each) - len(word)) <= most]
    count, best = min(((edits(word.lower(), each.lower()), each) for each in near), default=(0, ""))
    return best if count <= most else ""


def edits(left: str, right: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour.

    Optimal string alignment distance.

    >>> edits("titel", "title"), edits("", "abc")
    (1, 3)
    """
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (char != other))
            swapped = (
                row > 1 and column > 1 and char == right[column - 2] and other == left[row - 2]
            )
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, current
    return above[-1]
