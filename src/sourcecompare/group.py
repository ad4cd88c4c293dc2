"""Articles on one event, gathered into stories by what they tell and when they were published."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from .model import Article, Rejected, Story
from .sentences import headline
from .similarity import clusters, document_scores, faded
from .text import WORD, fold, short_hash, slug
from .versions import find_versions

ONE_EVENT = 0.175
"""Average likeness inside a story. On half 0 of 50 events (mean B-cubed F1 of piles like those of
`benchmarks/stories.py`, with dates and without) .992, from .14 to .18 within .002 of that; on all
events the best of these."""
_OPENING = 150
"""Words that are read: news says at once what it is about, and whole texts go on about people and
parties. On half 0, 150 to 250 words give the same F1 within .001, and 120 give .006 less."""
_TITLE_COUNTS = 3
"""Times that a title's words count: they name the event. Once gives .003 less, five times the
same."""

_TIME = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?![\d-])", re.ASCII)
"""Year, month and day of an ISO 8601 time. Must not match: "20250903", "soon"."""


def group(articles: Iterable[Article | Rejected]) -> tuple[Story, ...]:
    """Stories, by id: articles whose titles and first words set the same event apart.

    Articles on one matter that were published far apart are rather two stories; an unknown time
    neither helps nor hurts. Average linkage keeps two events apart that one article touches both.
    An article like no other is a story of its own; rejected pages are passed over. Order and ids
    do not matter. A story is named after its most central article, and knows which of its
    articles are versions of one.
    """
    kept = [one for one in articles if isinstance(one, Article)]
    kept.sort(key=_text_order)
    scores = document_scores([_opening(one) for one in kept])
    scores = faded(scores, [days(one.published) for one in kept])
    found = []
    for rows in clusters(scores, range(len(kept)), threshold=ONE_EVENT):
        members = [kept[row] for row in rows]
        title = _title(members[_most_central(scores, rows)])
        found.append((title, tuple(sorted(members, key=lambda one: one.page.id))))
    return _named(found)


def days(time: str | None) -> tuple[int, int] | None:
    """First and last day, inclusive, that an ISO 8601 time may mean, as ordinals; None: not known.

    >>> first, last = days("2025-09")
    >>> last - first, days("2025-09-03T23:30:00+08:00") == (first + 2, first + 2), days("soon")
    (29, True, None)
    """
    match = _TIME.match(time or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:  # the 31st of February
        return None
    return first.toordinal(), last.toordinal()


def _opening(article: Article) -> str:
    """What is compared: the title, repeated, and the first words.

    In scripts without blanks two signs count for a word.
    """
    left, end = 2 * _OPENING, 0
    for word in WORD.finditer(article.text):
        left -= 2 if len(word[0]) > 1 or word[0].isascii() else 1
        end = word.end()
        if left <= 0:
            break
    first = article.text[:end]
    return " ".join([*[article.title or ""] * _TITLE_COUNTS, first]).strip()


def _text_order(article: Article) -> tuple[str, str, str, str]:
    """By what is compared, then by how it is written, small letters first: that names a story."""
    opening = _opening(article)
    return fold(opening), opening.swapcase(), article.published or "", article.page.id


def _most_central(scores: Any, rows: Sequence[int]) -> int:
    """Number of the row that is most like all others; the first of equals."""
    sums = scores[rows][:, rows].toarray().sum(axis=1)
    return int(sums.round(6).argmax())


def _title(article: Article) -> str:
    """The article's title, else its headline, first words or outlet."""
    head = headline(article)
    text = article.title or (head.text if head else "") or " ".join(article.text[:400].split()[:10])
    return " ".join(text.split()) or article.page.outlet


def _named(found: Sequence[tuple[str, tuple[Article, ...]]]) -> tuple[Story, ...]:
    """Stories with a slug of their title as id; where two share it, their pages are added."""
    often = Counter(slug(title) for title, _ in found)
    stories = []
    for title, members in found:
        name = slug(title)
        if often[name] > 1:
            name = f"{name}-{short_hash(*(one.page.id for one in members))}"
        versions = find_versions(members)
        stories.append(Story(id=name, title=title, articles=members, versions=versions))
    return tuple(sorted(stories, key=lambda story: story.id))
