"""Where each article comes from, and which pages were rejected."""

from collections.abc import Sequence
from dataclasses import replace

from sourcecompare.model import Article, Rejected
from sourcecompare.times import machine_time

from .links import safe_link
from .view import Origin, RejectedPage
from .wording import REASONS, cleaning, is_trusted, when


def origin(article: Article, name: str, versions: Sequence[str] = ()) -> Origin:
    """Where the article comes from, as far as the page says; `versions` as a source has them."""
    page = article.page
    versions = versions or (name,)
    return Origin(
        name=name,
        page=page.id,
        title=article.title or "",
        author=article.author or "",
        published=when(article.published),
        published_iso=machine_time(article.published),
        modified=_change(article),
        retrieved=when(page.retrieved),
        url=page.url or "",
        link=safe_link(page.url),
        language=article.language or "",
        sources=replace(article.provenance, modified=page.markup.head.provenance.modified),
        sha256=page.sha256,
        sureness=cleaning(article.confidence),
        cautions=_cautions(article),
        notes=(*page.notes, *article.notes),
        version=versions.index(name) + 1,
        versions=len(versions),
        newest=versions[-1],
    )


def _cautions(article: Article) -> tuple[str, ...]:
    """What cleaning has to say of the article; what decoding repaired is told with the sources."""
    if is_trusted(article.confidence):
        return article.notes
    return (*article.notes, f"Cleaning it was difficult: {cleaning(article.confidence)}.")


def _change(article: Article) -> str:
    """When the page says that it was changed; "" where that is no later than its publication."""
    changed = article.page.markup.head.modified
    if not changed or changed[:16] == (article.published or "")[:16]:
        return ""
    return when(changed)


def rejected_page(rejected: Rejected) -> RejectedPage:
    """A page without an article, and what to do about it."""
    page = rejected.page
    return RejectedPage(
        page=page.id,
        name=page.outlet,
        reason=REASONS[rejected.reason],
        detail=rejected.detail,
        link=safe_link(page.url),
    )
