"""Stable names of documents: the same page, scraped again without a change, keeps its id."""

from collections import defaultdict
from collections.abc import Iterable

from sourcecompare.model import Page
from sourcecompare.text import normalised_url, short_hash


def doc_ids(pages: Iterable[Page]) -> dict[str, str]:
    """The `doc_id` of each page, by page id.

    It is a hash of the normalised address (without one: of the page id) and of the page's bytes.
    Equal bytes from one address under several page ids are numbered in the order of these:
    ``0123456789ab``, ``0123456789ab-2``, ``0123456789ab-3``.
    """
    seen: defaultdict[str, int] = defaultdict(int)
    ids: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: page.id):
        address = normalised_url(page.url) if page.url else page.id
        name = short_hash(address, page.sha256)
        seen[name] += 1
        ids[page.id] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return ids


def first_copies(pages: Iterable[Page]) -> dict[str, str]:
    """The page id of the first page with the same bytes, for each page that is not the first.

    A page whose bytes were never read (`sha256` is "") is nobody's copy.
    """
    first: dict[str, str] = {}
    copies: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: page.id):
        if page.sha256 and first.setdefault(page.sha256, page.id) != page.id:
            copies[page.id] = first[page.sha256]
    return copies
