"""Which of several outlets with one text it was likely taken from, and what tells so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sourcecompare.model import Article, Basis, Kind, Rule
from sourcecompare.text import fold, words
from sourcecompare.times import published_order

_CLEARLY = 1.25
"""Times as many words of the common text as any other outlet has, from which the longest is taken
for the source: two outlets that each cut a text leave more of it together than either has. Our
judgement."""

_BYLINE, _ALONE = 6, 2
"""Words beside the name in a byline ("Reporting by Ann Lee for Gamma Wire") and in a paragraph that
is nothing but a credit ("Source: Gamma Wire"). An outlet's name may be a plain word, so that more
would find one in any short sentence: "Today nobody came"."""

_DATELINE = re.compile(r"[^.!?()\d]{2,60}\(([^()\d]{2,40})\)\s*[-\u2013\u2014]")
"""Place and agency before a text's first words. Must not match: "The bridge (1931) - ..."."""

_LINE = 200  # characters of a byline


class Source(NamedTuple):
    """The likely source of a text."""

    page: str | None
    basis: Basis
    credit: str
    """what a page calls it, as written"""


def likely_source(articles: Sequence[Article], held: Mapping[str, int]) -> Source:
    """The page that the others' common text was likely taken from.

    What a page says itself goes before what its time of publication says, and that before its
    length. `held` has by page id the words of the common text that the page has.
    """
    named = _credited(articles)
    if named is not None:
        return named
    first = _first_published(articles)
    if first is not None:
        return Source(first, Basis.PUBLISHED, "")
    longest = _longest(articles, held)
    if longest is not None:
        return Source(longest, Basis.LONGEST, "")
    return Source(None, Basis.UNKNOWN, "")


def _credited(articles: Sequence[Article]) -> Source | None:
    """The source that pages of other outlets name; None where they name none or several."""
    outlets = {article.page.outlet for article in articles}
    found: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for article in articles:
        for outlet in outlets - {article.page.outlet}:
            credit = _credit(article, outlet)
            if credit:
                found[outlet] = min(found.get(outlet, credit), credit)
        agency = _dateline(article)
        if agency and not any(_is_called(outlet, agency) for outlet in outlets):
            elsewhere[fold(agency)] = min(elsewhere.get(fold(agency), agency), agency)
    if len(found) == 1 and not elsewhere:
        ((outlet, credit),) = found.items()
        pages = [article for article in articles if article.page.outlet == outlet]
        page = pages[0].page.id if len(pages) == 1 else _first_published(pages)
        return Source(page, Basis.CREDIT, credit) if page is not None else None
    if len(elsewhere) == 1 and not found:
        return Source(None, Basis.ELSEWHERE, next(iter(elsewhere.values())))
    return Source(None, Basis.UNKNOWN, "") if found or elsewhere else None


def _credit(article: Article, outlet: str) -> str:
    """The words with which a page names another outlet as its source; "" if it does not."""
    forms = "|".join(re.escape(form) for form in _forms(outlet))
    if not forms:
        return ""
    alone = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    for line, beside in _lines(article):
        match = alone.search(line)
        if match and len(words(line)) <= len(words(match[0])) + beside:
            return " ".join(line.split())
    inside = re.compile(rf"\(\s*({forms})\s*\)")
    before = re.compile(rf"(?:[^.!?]{{0,60}}[\s,(])?({forms})\)?\s*[-\u2013\u2014]\s")
    body = [block for block in article.blocks if block.kind not in (Kind.TITLE, Kind.HEADING)]
    for number, block in enumerate(body):
        match = inside.search(block.text) or (before.match(block.text) if number < 2 else None)
        if match:
            return match[1]
    return ""


def _lines(article: Article) -> Iterator[tuple[str, int]]:
    """Where a credit may stand by itself, and how many words may be beside the name."""
    if article.author and len(article.author) <= _LINE:
        yield article.author, _BYLINE
    kept = {block.index for block in article.blocks}
    bylines = {one.span for one in article.removals if one.rule is Rule.BYLINE}
    for block in article.page.blocks:
        if len(block.text) > _LINE:
            continue
        if block.kind is Kind.BYLINE or block.span in bylines:
            yield block.text, _BYLINE
        elif block.kind is Kind.PARAGRAPH and block.index in kept:
            yield block.text, _ALONE


def _dateline(article: Article) -> str:
    body = (block for block in article.blocks if block.kind is Kind.PARAGRAPH)
    first = next(body, None)
    match = _DATELINE.match(first.text) if first else None
    return match[1].strip() if match else ""


def _forms(outlet: str) -> list[str]:
    """What an outlet is called in a credit: its name, or its initials; never one letter.

    >>> _forms("The Gamma Press-Union"), _forms("Delta")
    (['The Gamma Press-Union', 'Gamma Press-Union', 'GPU'], ['Delta'])
    """
    short = re.sub(r"^The\s+", "", outlet.strip())
    initials = "".join(word[0] for word in re.split(r"[\s-]+", short) if word[:1].isupper())
    forms = dict.fromkeys((outlet.strip(), short, initials if len(initials) > 1 else ""))
    return [form for form in forms if len(form) > 1]


def _is_called(outlet: str, name: str) -> bool:
    return fold(name) in {fold(form) for form in _forms(outlet)}


def _first_published(articles: Sequence[Article]) -> str | None:
    """The page that was published before those of all other outlets; None if one does not tell."""
    published = {article.page.id: article.published for article in articles}
    outlets = {article.page.id: article.page.outlet for article in articles}
    several = len(set(outlets.values())) > 1

    def leads(page: str) -> bool:
        others = [one for one in published if one != page]
        if several:
            others = [one for one in others if outlets[one] != outlets[page]]
        return all(published_order(published[page], published[one]) < 0 for one in others)

    first = sorted(page for page in published if leads(page))
    if len(first) < 2:
        return first[0] if first else None
    # Several pages of one outlet lead: the first of these, if that can be told.
    early = [
        page
        for page in first
        if all(published_order(published[page], published[one]) < 0 for one in first if one != page)
    ]
    return early[0] if early else None


def _longest(articles: Sequence[Article], held: Mapping[str, int]) -> str | None:
    """The page that has clearly more of the common text than those of other outlets."""
    most = max(held.values())
    leading = [article.page for article in articles if held[article.page.id] == most]
    others = [
        held[article.page.id] for article in articles if article.page.outlet != leading[0].outlet
    ]
    clear = len(leading) == 1 and most >= _CLEARLY * max(others, default=most)
    return leading[0].id if clear else None
