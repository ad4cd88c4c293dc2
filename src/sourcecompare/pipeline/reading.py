"""Input files into pages, and pages into articles: the work that is spread over processes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sourcecompare.clean import clean, learn_site
from sourcecompare.model import (
    Article,
    Fault,
    InputFailure,
    Page,
    Reason,
    Rejected,
    Settings,
    Site,
)
from sourcecompare.pages import faulty_page, page_from_html, page_from_text
from sourcecompare.runner import Limits, spread
from sourcecompare.sentences import sentences
from sourcecompare.store import ArticleSource, Input, Inputs, Sources, read_input

HEAVY = 1_000_000  # bytes; a page of this size can take seconds, so it gets a process of its own
GZIP = b"\x1f\x8b"  # so does one that may grow a thousandfold
GIVEN = "sources.toml or sidecar"  # where a title, time or language was found that the user gave
MOST_SENTENCES = 2_500
"""Sentences of an article that are compared; live tickers of a whole day stay below 1,500. Time
and memory grow with the square: two articles of this length take 5 seconds and 500 MB."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """A page's bytes on their way to a worker."""

    item: Input
    data: bytes | Fault
    said: ArticleSource
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dirty:
    """A page and what its outlet's pages have in common, on their way to a worker."""

    page: Page
    site: Site | None
    settings: Settings


def read_pages(
    listed: Inputs, sources: Sources, settings: Settings, jobs: int, progress: Progress
) -> tuple[list[Page], list[InputFailure]]:
    """The pages of all inputs that can be read, in their order, and those that cannot."""
    raws: list[_Raw] = []
    failures: list[InputFailure] = []
    for item in listed.pages:
        data = read_input(item, settings.max_bytes)
        if isinstance(data, InputFailure):
            failures.append(data)
        else:
            said = sources.article(item.id)
            raws.append(_Raw(item=item, data=data, said=said, limit=settings.max_bytes))
    read = spread(
        _parse,
        raws,
        jobs=jobs,
        limits=Limits(seconds=settings.page_seconds, memory=settings.page_memory),
        heavy=lambda raw: (
            isinstance(raw.data, bytes) and (len(raw.data) > HEAVY or raw.data.startswith(GZIP))
        ),
        done=lambda done: progress("read", done, len(raws)),
    )
    pages = [
        _named(_unread(raw, page) if isinstance(page, Fault) else page, raw, sources)
        for raw, page in zip(raws, read, strict=True)
    ]
    return pages, failures


def _parse(raw: _Raw) -> Page:
    """A page as its bytes are; runs in a worker."""
    if isinstance(raw.data, Fault):
        return _unread(raw, raw.data)
    name = raw.item.path.name.lower().removesuffix(".gz")
    make = page_from_text if name.endswith(".txt") else page_from_html
    return make(
        raw.data,
        id=raw.item.id,
        outlet=raw.item.stem,
        url=raw.said.url,
        retrieved=raw.said.retrieved,
        limit=raw.limit,
    )


def _unread(raw: _Raw, fault: Fault) -> Page:
    data = raw.data if isinstance(raw.data, bytes) else b""
    return faulty_page(
        data,
        fault,
        id=raw.item.id,
        outlet=raw.item.stem,
        url=raw.said.url,
        retrieved=raw.said.retrieved,
    )


def _named(page: Page, raw: _Raw, sources: Sources) -> Page:
    """The page with its outlet and address: as the user says, else as it says itself."""
    url = raw.said.url or page.markup.head.url or None
    outlet = raw.said.outlet or sources.outlet_of(url, raw.item.stem)
    outlet = outlet or page.markup.head.site_name or spoken(raw.item.stem)
    return replace(page, url=url, outlet=outlet)


def spoken(name: str) -> str:
    """A file's or folder's name as a person would write it."""
    spoken = " ".join(name.replace("_", " ").replace("-", " ").split())
    return spoken[:1].upper() + spoken[1:] or name


def clean_pages(
    pages: Sequence[Page], sources: Sources, settings: Settings, jobs: int, progress: Progress
) -> tuple[Article | Rejected, ...]:
    """What becomes of each page, by page id."""
    sites = _sites(pages)
    cleaned = spread(
        _clean,
        [_Dirty(page=page, site=sites.get(page.outlet), settings=settings) for page in pages],
        jobs=jobs,
        limits=Limits(seconds=settings.page_seconds, memory=settings.page_memory),
        heavy=lambda dirty: len(dirty.page.content) > HEAVY,
        done=lambda done: progress("clean", done, len(pages)),
    )
    results = [
        clean(replace(page, fault=result)) if isinstance(result, Fault) else result
        for page, result in zip(pages, cleaned, strict=True)
    ]
    told = [_as_told(result, sources.article(result.page.id)) for result in results]
    return tuple(sorted(told, key=lambda result: result.page.id))


def _clean(dirty: _Dirty) -> Article | Rejected:
    """A page without its boilerplate; runs in a worker."""
    return clean(dirty.page, site=dirty.site, keep=dirty.settings.keep)


def comparable(result: Article | Rejected) -> Article | Rejected:
    """The result itself, but for an article that is too long to be compared."""
    if isinstance(result, Rejected) or len(result.text) < MOST_SENTENCES:
        return result
    count = len(sentences(result))
    if count <= MOST_SENTENCES:
        return result
    detail = (
        f"It has {count:,} sentences; {MOST_SENTENCES:,} are the most that are compared. "
        "Cut it into several pages."
    )
    return too_complex(result.page, detail)


def too_complex(page: Page, detail: str) -> Article | Rejected:
    """The page rejected, since comparing it would take too long."""
    return clean(replace(page, fault=Fault(reason=Reason.TOO_COMPLEX, detail=detail)))


def _sites(pages: Sequence[Page]) -> dict[str, Site]:
    """What recurs over the pages of each outlet that has several."""
    by_outlet: dict[str, list[Page]] = {}
    for page in pages:
        if not page.fault:
            by_outlet.setdefault(page.outlet, []).append(page)
    return {name: learn_site(some) for name, some in by_outlet.items() if len(some) > 1}


def _as_told(result: Article | Rejected, said: ArticleSource) -> Article | Rejected:
    """What the user says of an article goes before what its page says."""
    if isinstance(result, Rejected):
        return result
    found = result.provenance
    return replace(
        result,
        provenance=replace(
            found,
            title=GIVEN if said.title else found.title,
            published=GIVEN if said.published else found.published,
            language=GIVEN if said.language else found.language,
        ),
        title=said.title or result.title,
        published=said.published or result.published,
        language=said.language or result.language,
    )
