"""Offices of several persons who are named one after the other."""

import re
from collections.abc import Iterator

from .names import plain, read_names
from .offices import PLURALS
from .phrases import Role

BACK_REACH = 90
"""Characters in which the next name of a list stands."""

PLURAL = re.compile(r"\b(" + "|".join(PLURALS) + r")\b (?:of|for|from|in) ")
LISTED = re.compile(r"(?:the )?((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*), ")
JOINT = re.compile(r",? (?:and )?")
MOST_LISTED = 12


def listed(text: str) -> Iterator[Role]:
    """As in "the chairmen for Holm, Ana Ruiz, and Sorrel, Ben Gray"."""
    for plural in PLURAL.finditer(text):
        at = plural.end()
        for _ in range(MOST_LISTED):
            place = LISTED.match(text, at)
            if not place:
                break
            run = next(iter(read_names(text[place.end() : place.end() + BACK_REACH])), None)
            if not run or run.start or not run.given:
                break
            name = run._replace(start=place.end(), end=place.end() + run.end)
            of = tuple(plain(word) for word in place[1].split())
            yield Role(
                name=name,
                office=PLURALS[plural[1]],
                time="",
                rank="",
                of=of,
                form="list",
                formal=False,
                start=place.start(1),
                end=name.end,
                shown=f"{text[plural.start() : plural.end()]}{place[1]}",
            )
            joint = JOINT.match(text, name.end)
            at = joint.end() if joint else name.end
