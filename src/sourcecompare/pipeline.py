"""The composer: what the other rooms do, in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .align import align
from .clean import clean, learn_site
from .collate import collate
from .conflicts import CHECKS, Check, Judge, find_conflicts
from .errors import SettingError
from .findings import find_shared
from .group import group
from .model import (
    Article,
    Comparison,
    Fault,
    FindingKind,
    InputFailure,
    Page,
    Reason,
    Rejected,
    Run,
    Settings,
    Site,
    Story,
)
from .pages import faulty_page, page_from_html, page_from_text
from .runner import Limits, spread
from .sentences import sentences
from .similarity import SCORERS, Scorer, score_story
from .store import (
    ArticleSource,
    Input,
    Inputs,
    Sources,
    list_inputs,
    read_input,
    read_output,
    read_sources,
)
from .text import slug

HEAVY = 1_000_000  # bytes; a page of this size can take seconds, so it gets a process of its own
GZIP = b"\x1f\x8b"  # so does one that may grow a thousandfold
MOST_SENTENCES = 2_500
"""Sentences of an article that are compared; live tickers of a whole day stay below 1,500. Time
and memory grow with the square: two articles of this length take 12 seconds and 500 MB."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""

_ORDER = (
    FindingKind.CONFLICT,
    FindingKind.UPDATE,
    FindingKind.DIFFERS,
    FindingKind.SHARED,
    FindingKind.UNIQUE,
)


def compare(
    articles: Sequence[Article],
    *,
    scorers: Sequence[Scorer] = SCORERS,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> Comparison:
    """All that one story's articles share, tell alone and contradict each other in.

    The result depends neither on the order of the articles nor on the outlets' names. One article
    is compared with itself alone: a page can contradict itself.

    Raises:
        SettingError: there is no article, or two have the same page id.
    """
    ids = [article.page.id for article in articles]
    twice = sorted({page for page in ids if ids.count(page) > 1})
    if not articles or twice:
        what = f"two articles are called {twice[0]!r}" if twice else "there is no article"
        raise SettingError(f"compare takes articles with different page ids, but {what}.")
    ordered = tuple(sorted(articles, key=lambda article: article.page.id))
    story = Story(id="story", title=ordered[0].title or ordered[0].page.outlet, articles=ordered)
    return compare_story(story, scorers=scorers, checks=checks, judge=judge)


def compare_story(
    story: Story,
    *,
    scorers: Sequence[Scorer] = SCORERS,
    checks: tuple[Check, ...] = CHECKS,
    judge: Judge | None = None,
) -> Comparison:
    """`compare`, for a story that has its name already."""
    told = {article.page.id: sentences(article) for article in story.articles}
    scores = score_story(told, scorers=scorers)
    alignments = align(story.articles, told, scorers=scorers, scores=scores)
    groups = collate(story.articles, told, scorers=scorers, scores=scores)
    findings = (
        *find_conflicts(story, told, alignments, groups, checks=checks, judge=judge),
        *find_shared(story, told, alignments, groups),
    )
    return Comparison(
        story=story,
        alignments=alignments,
        groups=groups,
        findings=tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.kind))),
    )


def run(
    inputs: str | Path,
    *,
    settings: Settings | None = None,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
) -> Run:
    """Read, clean, group and compare all pages of a folder (or one page).

    `jobs` processes work side by side; their number changes nothing in the result.

    Raises:
        InputError: `inputs` does not exist or cannot be listed.
        SettingError: `sources.toml` or a sidecar holds something that cannot be meant.
    """
    from . import __version__

    settings = settings or Settings()
    listed = list_inputs(Path(inputs))
    sources = read_sources(listed)
    pages, failures = _read_pages(listed, sources, settings, jobs, progress)
    cleaned = _clean_pages(pages, sources, settings, jobs, progress)
    results = tuple(_comparable(result) for result in cleaned)
    stories = _stories(results, listed, sources)
    comparisons: list[Comparison] = []
    for story in stories:
        progress("compare", len(comparisons), len(stories))
        comparisons.append(compare_story(story))
    progress("compare", len(stories), len(stories))
    return Run(
        results=results,
        comparisons=tuple(comparisons),
        errors=tuple(sorted((*listed.failures, *failures), key=lambda failure: failure.path)),
        ignored=listed.ignored,
        settings=settings,
        version=__version__,
    )


def read_one(path: Path, settings: Settings) -> Sequence[Article | Rejected | InputFailure]:
    """What becomes of one page by itself; its id is the path as given.

    Raises:
        InputError: `path` does not exist.
        SettingError: it is a folder, or its sidecar holds something that cannot be meant.
    """
    if path.is_dir():
        raise SettingError(f"{path} is a folder; name pages, or use the command `report`.")
    listed = list_inputs(path)
    sources = read_sources(listed)
    pages, failures = _read_pages(listed, sources, settings, 1, lambda *_: None)
    results = _clean_pages(pages, sources, settings, 1, lambda *_: None)
    renamed = [replace(result, page=replace(result.page, id=path.as_posix())) for result in results]
    return [*renamed, *(replace(failure, path=path.as_posix()) for failure in failures)]


def render(run: Run, *, decisions: object = None, since: Run | None = None) -> dict[str, str]:
    """The report: HTML by file name.

    Raises:
        SettingError: `decisions` or `since` is given; this version applies neither.
    """
    from . import report

    if decisions is not None or since is not None:
        raise SettingError("this version applies no decisions and compares no earlier run.")
    return report.render(run)


def tabulate(run: Run) -> Mapping[str, Any]:
    """The run's tables: pandas.DataFrame by name, as docs/DATA.md describes them."""
    from . import tables

    return tables.tabulate(run)


def output_files(run: Run) -> dict[str, bytes]:
    """All files of an output folder, by their name in it."""
    from . import tables

    files = {name: text.encode("utf-8") for name, text in render(run).items()}
    files |= tables.table_files(run)
    files["run.json"] = tables.run_json(run, (*files, "run.json"))
    return files


def load(outputs: str | Path) -> Run:
    """A finished run, read back from the tables in its output folder.

    `Page.content` is empty and there are no hints: the tables do not hold them.

    Raises:
        InputError: the folder holds no finished run, or it was damaged.
    """
    from . import tables

    return tables.run_from_tables(lambda name: read_output(Path(outputs), name))


# ------------------------------------------------------------------ pages


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


def _read_pages(
    listed: Inputs, sources: Sources, settings: Settings, jobs: int, progress: Progress
) -> tuple[list[Page], list[InputFailure]]:
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
    outlet = outlet or page.markup.head.site_name or _spoken(raw.item.stem)
    return replace(page, url=url, outlet=outlet)


def _spoken(name: str) -> str:
    """A file's or folder's name as a person would write it."""
    spoken = " ".join(name.replace("_", " ").replace("-", " ").split())
    return spoken[:1].upper() + spoken[1:] or name


def _clean_pages(
    pages: Sequence[Page], sources: Sources, settings: Settings, jobs: int, progress: Progress
) -> tuple[Article | Rejected, ...]:
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


def _comparable(result: Article | Rejected) -> Article | Rejected:
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
    return clean(replace(result.page, fault=Fault(reason=Reason.TOO_COMPLEX, detail=detail)))


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
    return replace(
        result,
        title=said.title or result.title,
        published=said.published or result.published,
        language=said.language or result.language,
    )


# ------------------------------------------------------------------ stories


def _stories(
    results: Sequence[Article | Rejected], listed: Inputs, sources: Sources
) -> tuple[Story, ...]:
    """One story a folder; files straight in the input folder are grouped by what they tell."""
    folders = {item.id: item.story for item in listed.pages}
    named: dict[str, list[Article]] = {}
    loose: list[Article] = []
    for result in results:
        if isinstance(result, Rejected):
            continue
        folder = sources.article(result.page.id).story or folders[result.page.id]
        if folder:
            named.setdefault(folder, []).append(result)
        else:
            loose.append(result)
    stories = [
        Story(
            id=slug(folder),
            title=sources.story_title(folder) or _spoken(folder),
            articles=tuple(articles),
        )
        for folder, articles in sorted(named.items())
    ]
    return _numbered([*stories, *group(loose)])


def _numbered(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories by id, made different where two folders have the same one."""
    taken: dict[str, int] = {}
    out = []
    for story in stories:
        taken[story.id] = taken.get(story.id, 0) + 1
        again = taken[story.id] > 1
        out.append(replace(story, id=f"{story.id}-{taken[story.id]}") if again else story)
    return tuple(sorted(out, key=lambda story: story.id))
