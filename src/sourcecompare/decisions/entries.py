"""Objects of a decision file, read with complaints that name file, entry, key and what to do."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Never, TypeVar

from sourcecompare.errors import SettingError

MOST_ENTRIES = 20_000
"""of one list: an editor who decides one thing a minute needs forty working days for as many"""
MOST_LETTERS = 10_000
"""of a note, a name or an id; a path below a folder has 4,096 bytes at most, percent-encoded 12,288
signs in the worst case, which no system lets anybody make in practice"""
MOST_DIGITS = 10
"""of a number: no page has as many characters"""
_SHOWN = 60  # characters of a value that a complaint repeats
_ADVICE = "export the decisions again from the report, or correct the file"

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no page holds and no file can. Must not match: characters above U+FFFF"""

_Choice = TypeVar("_Choice", bound=StrEnum)


class _NotMeantError(ValueError):
    """JSON that a parser takes and nobody can mean; the message says what it is."""


def parse(data: bytes, name: str) -> object:
    """The bytes as JSON, without what JSON leaves to the reader's luck.

    Raises:
        SettingError: they are no JSON in UTF-8, a key stands twice, a number is none or has too
            many digits, or something is nested without end.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_no_constant,
            parse_int=_short_number,
        )
    except _NotMeantError as error:
        raise SettingError(f"{name} {error}; {_ADVICE}.") from error
    except UnicodeDecodeError as error:
        raise SettingError(
            f"{name} is not in UTF-8 (byte {error.start + 1:,}), so it is no decision file; "
            f"{_ADVICE}."
        ) from error
    except json.JSONDecodeError as error:
        raise SettingError(
            f"{name} is no JSON (line {error.lineno}, column {error.colno}: {error.msg}), so it is "
            f"no decision file; {_ADVICE}."
        ) from error
    except RecursionError as error:
        raise SettingError(f"{name} is nested without end; {_ADVICE}.") from error


class Entry:
    """An object of the file, and where it stands."""

    def __init__(self, place: str, value: object) -> None:
        self.place = place
        """file, then entry: "decisions.json: entry 3 of findings" """
        if not isinstance(value, dict):
            raise SettingError(f"{place} is {_kind(value)} instead of an object; {_ADVICE}.")
        self._values: Mapping[str, object] = value

    def refusal(self, problem: str) -> SettingError:
        """That something here cannot be meant: to be raised."""
        return SettingError(f"{self.place} {problem}; {_ADVICE}.")

    def allow(self, *keys: str) -> None:
        """Refuse any other key."""
        for key in self._values:
            if key not in keys:
                raise self.refusal(f"has an unknown key {_shown(key)} (allowed: {', '.join(keys)})")

    def entries(self, key: str) -> Iterator["Entry"]:
        """The objects of the list under `key`; none where there is no such key."""
        for number, value in enumerate(self._list(key), 1):
            yield Entry(f"{self.place}: entry {number} of {key}", value)

    def text(self, key: str, *, most: int = MOST_LETTERS) -> str:
        """A text, as it is; empty where there is no such key."""
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise self._needed(key, "a text", value)
        if len(value) > most:
            raise self.refusal(
                f"has {len(value):,} characters in {key}, where {most:,} are the most"
            )
        if SURROGATE.search(value):
            raise self.refusal(f"has half a character (a lone surrogate) in {key}")
        return value

    def needed(self, key: str, *, most: int = MOST_LETTERS) -> str:
        """A text, as it is, with something in it that can be seen."""
        if key not in self._values:
            raise self.refusal(f"has no {key}")
        value = self.text(key, most=most)
        if not value.strip():
            raise self._needed(key, "a text that is not empty", value)
        return value

    def whole(self, key: str, *, least: int = 0) -> int:
        """A whole number."""
        value = self._values.get(key)
        if key not in self._values:
            raise self.refusal(f"has no {key}")
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self._needed(key, f"a whole number from {least}", value)
        return value

    def span(self) -> tuple[int, int]:
        """The numbers under ``start`` and ``end``, half-open, never empty."""
        start, end = self.whole("start"), self.whole("end")
        if end <= start:
            raise self.refusal(f"ends ({end}) before or where it starts ({start})")
        return start, end

    def moment(self, key: str) -> str:
        """A date or time in ISO 8601, or nothing."""
        value = self.text(key).strip()
        try:
            if value:
                datetime.fromisoformat(value)
        except ValueError as error:
            raise self._needed(key, "a time like 2026-11-26T10:00:00Z", value) from error
        return value

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of a closed set."""
        if key not in self._values:
            raise self.refusal(f"has no {key}")
        value = self._values[key]
        for one in choices:
            if one.value == value:
                return one
        allowed = ", ".join(f'"{one.value}"' for one in choices)
        raise self._needed(key, f"one of {allowed}", value)

    def _list(self, key: str) -> Sequence[object]:
        value = self._values.get(key, [])
        if not isinstance(value, list):
            raise self._needed(key, "a list", value)
        if len(value) > MOST_ENTRIES:
            raise self.refusal(
                f"has {len(value):,} entries in {key}, where {MOST_ENTRIES:,} are the most"
            )
        return value

    def _needed(self, key: str, named: str, value: object) -> SettingError:
        return self.refusal(f"needs {named} as {key}, not {_shown(value)}")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise _NotMeantError(f"has the key {_shown(twice)} twice in one object")
    return found


def _no_constant(name: str) -> Never:
    raise _NotMeantError(f"holds {name}, which is no number in JSON")


def _short_number(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise _NotMeantError(f"holds a number of {len(digits.lstrip('-')):,} digits")
    return int(digits)


def _shown(value: object) -> str:
    """The value as a complaint repeats it: in one line, in characters that every output takes."""
    if not isinstance(value, str | int | float) and value is not None:
        return _kind(value)
    shown = json.dumps(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else _shown(value)
