"""Articles on one event, gathered into stories by their content alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from .model import Article, Rejected, Story
from .sentences import headline
from .similarity import clusters, document_scores
from .text import fold, short_hash, slug

ONE_EVENT = 0.18
"""Average likeness inside a story. Fifty events of three articles each in one pile: B-cubed F1
.971; piles of one to ten events: .990 to 1.0. From .16 to .20 it changes by .03 at most."""
_OPENING = 200
"""Words that are read: news says at once what it is about, and whole texts, which go on about
people and parties, gave .92 at best."""
_TITLE_COUNTS = 3
"""Times that a title's words count: they name the event."""


def group(articles: Iterable[Article | Rejected]) -> tuple[Story, ...]:
    """Stories, by id: articles whose titles and first words set the same event apart.

    Average linkage keeps two events apart that one article touches both. An article like no
    other is a story of its own; rejected pages are passed over. Order and ids do not matter.
    A story is named after its most central article.
    """
    kept = [one for one in articles if isinstance(one, Article)]
    kept.sort(key=lambda one: (fold(_opening(one)), one.page.id))
    scores = document_scores([_opening(one) for one in kept])
    found = []
    for rows in clusters(scores, range(len(kept)), threshold=ONE_EVENT):
        members = [kept[row] for row in rows]
        title = _title(members[_most_central(scores, rows)])
        found.append((title, tuple(sorted(members, key=lambda one: one.page.id))))
    return _named(found)


def _opening(article: Article) -> str:
    """What is compared: the title, repeated, and the first words."""
    first = " ".join(article.text[: _OPENING * 40].split()[:_OPENING])
    return " ".join([*[article.title or ""] * _TITLE_COUNTS, first]).strip()


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
        stories.append(Story(id=name, title=title, articles=members))
    return tuple(sorted(stories, key=lambda story: story.id))
