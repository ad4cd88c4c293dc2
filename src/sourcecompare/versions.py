"""Which pages of one outlet are versions of one article, and which of them is the newest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations

from .model import Article, Story
from .text import fold, folded_words, http_url, normalised_url

_MOST = 0.5
"""Share of the shorter text's runs that the longer one has, from which both are one article: most
of it."""
_RUN = 5
"""Words of a run that two texts hardly share by chance; usual for near-duplicates."""
_SIGNS = 10
"""The same for scripts without spaces, where each character is a word."""
_CHANCE = 20
"""Runs in common (a sentence of 24 words) that prove something ..."""
_WHOLE = 0.8
"""... and the share of a shorter text that must stand in the other; our judgement."""
_TO_THE_HOUR = len("2025-09-03T10")

_Runs = frozenset[tuple[str, ...]]


def find_versions(
    articles: Iterable[Article], said: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Page ids of each article that has several versions here, the oldest first; sorted.

    Versions are pages of one outlet, not all with the same text, that share an address or most of
    the shorter one's text. A copy without any change is no version by itself. `said` is what the
    user knows better: by page id, that of a newer version, or the page's own id if it is an
    article by itself.
    """
    said = said or {}
    by_id = {one.page.id: one for one in articles}
    first = {page: page for page in sorted(by_id)}  # a page that stands for all versions
    links = [*_said_links(by_id, said), *_alike(by_id, said)]
    for left, right in links:
        old, new = first[left], first[right]
        if old != new:
            first.update({page: new for page, one in first.items() if one == old})
    found: dict[str, list[Article]] = {}
    for page, one in first.items():
        found.setdefault(one, []).append(by_id[page])
    several = [some for some in found.values() if len({_text(one) for one in some}) > 1]
    return tuple(sorted(_oldest_first(some, said) for some in several))


def newest(versions: Iterable[Sequence[str]]) -> dict[str, str]:
    """The page id of the newest version, for each page that has several.

    >>> newest([("a", "c", "b")])
    {'a': 'b', 'c': 'b', 'b': 'b'}
    """
    return {page: some[-1] for some in versions for page in some}


def current(story: Story) -> list[Article]:
    """The story's articles without older versions, in their order."""
    newer = newest(story.versions)
    return [one for one in story.articles if newer.get(one.page.id, one.page.id) == one.page.id]


def _said_links(pages: Mapping[str, Article], said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((page, newer) for page, newer in sorted(said.items()) if {page, newer} <= pages.keys())


def _alike(pages: Mapping[str, Article], said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each two pages of one outlet that are one article by address or text."""
    by_outlet: dict[str, list[str]] = {}
    for page in sorted(pages):
        if said.get(page) != page:
            by_outlet.setdefault(pages[page].page.outlet.strip(), []).append(page)
    for some in by_outlet.values():
        if len(some) < 2:
            continue
        runs = {page: _runs(pages[page].text) for page in some}
        addresses = {page: _address(pages[page]) for page in some}
        for left, right in combinations(some, 2):
            same = addresses[left] and addresses[left] == addresses[right]
            if same or _is_same_text(runs[left], runs[right]):
                yield left, right


def _address(article: Article) -> str:
    """Where it was published; "" if that is not known or a front page, which is no article's."""
    address = normalised_url(http_url(article.page.url or ""))
    return "" if address.count("/") == 3 and address.endswith("/") else address


def _is_same_text(left: _Runs, right: _Runs) -> bool:
    shorter = min(len(left), len(right))
    enough = max(_MOST * shorter, min(_CHANCE, _WHOLE * shorter))
    return shorter > 0 and len(left & right) >= enough


def _runs(text: str) -> _Runs:
    """All runs of five words; a text shorter than a run is one."""
    spoken = folded_words(text)
    size = _SIGNS if 2 * sum(len(word) == 1 for word in spoken) > len(spoken) else _RUN
    if 0 < len(spoken) < size:
        return frozenset((tuple(spoken),))
    return frozenset(zip(*(spoken[at:] for at in range(size)), strict=False))


def _text(article: Article) -> str:
    return fold(f"{article.title or ''}\n{article.text}")


def _oldest_first(versions: Sequence[Article], said: Mapping[str, str]) -> tuple[str, ...]:
    """Page ids by publication, change, retrieval, then length; what all of them tell decides.

    A page of which the user says that there is a newer version comes before that one and before
    all of which nothing is said.
    """
    times = [
        _comparable([one.published or "" for one in versions]),
        _comparable([one.page.markup.head.modified for one in versions]),
        _comparable([one.page.retrieved or "" for one in versions]),
    ]
    keys = [
        (-_newer(one.page.id, said), *moments, len(one.text), _text(one), one.page.id)
        for one, *moments in zip(versions, *times, strict=True)
    ]
    return tuple(key[-1] for key in sorted(keys))


def _newer(page: str, said: Mapping[str, str]) -> int:
    """How many newer versions the user names, one of the other.

    >>> _newer("a", {"a": "b", "b": "c", "c": "c"})
    2
    """
    count = 0
    while said.get(page, page) != page and count < len(said):
        page, count = said[page], count + 1
    return count


def _comparable(times: Sequence[str]) -> list[str]:
    """ISO 8601 times in a form whose order is theirs; all "" where one of them is not known.

    Where one is only a day, or tells no time zone, all are compared as they are written to that
    precision.
    """
    try:
        moments = [datetime.fromisoformat(time) for time in times]
    except ValueError:  # none, or only a month
        return ["" for _ in times]
    if min(map(len, times)) < _TO_THE_HOUR:
        return [f"{moment:%Y-%m-%d}" for moment in moments]
    if all(moment.tzinfo for moment in moments):
        try:
            moments = [moment.astimezone(UTC) for moment in moments]
        except OverflowError:  # before the year 1, or after 9999
            return ["" for _ in times]
    return [moment.replace(tzinfo=None).isoformat() for moment in moments]
