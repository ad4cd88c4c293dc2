"""What a user says about the pages: `sources.toml` in the input folder, and a sidecar by a page.

    [stories.harbour]                  # a folder, or what an article names as its story
    title = "Fire in the harbour"

    [outlets.alpha]                    # the key is also a file's stem, or what an article names
    name = "Alpha News"
    domains = ["alpha.example"]        # and all below: www.alpha.example

    [articles."harbour/alpha.html"]    # a path below the input folder
    outlet = "alpha"                   # a key from above, or a name
    url = "https://alpha.example/1"
    retrieved = 2025-09-03T10:00:00Z
    published = 2025-09-02
    language = "en"
    title = "Harbour on fire"
    story = "harbour"
    version_of = "harbour/late.html"   # a page that holds a newer version; itself: no version

A sidecar, `harbour/alpha.html.toml`, has an article's keys at its top level; where both speak,
`sources.toml` is right.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

from sourcecompare.errors import SettingError

from .entries import Entry, nearest
from .inputs import Inputs, is_page, read_file

SOURCES = "sources.toml"
SIDECAR = ".toml"
"""what a sidecar's name has after the page's"""
_LIMIT = 10_000_000  # bytes of a TOML file: 50,000 articles


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSource:
    """What the user says of one page; None where nothing is said."""

    outlet: str | None = None
    """its name, even where its key was written"""
    url: str | None = None
    retrieved: str | None = None
    """ISO 8601"""
    published: str | None = None
    """ISO 8601"""
    language: str | None = None
    """BCP 47"""
    title: str | None = None
    story: str | None = None
    """another story than that of the page's folder, or than what it tells would give"""
    version_of: str | None = None
    """id of a page with a newer version of the article; its own id: no other page has one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet that the user describes."""

    key: str
    name: str
    domains: tuple[str, ...]
    """lower case, without a leading "www." """


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All that the user says of stories, outlets and pages."""

    stories: Mapping[str, str] = field(default_factory=dict)
    """titles, by folder"""
    outlets: tuple[Outlet, ...] = ()
    """by key"""
    articles: Mapping[str, ArticleSource] = field(default_factory=dict)
    """by page id"""

    def article(self, page: str) -> ArticleSource:
        """What is said of the page with that id; nothing of most."""
        return self.articles.get(page, ArticleSource())

    def story_title(self, folder: str) -> str | None:
        """The title of a story."""
        return self.stories.get(folder)

    def outlet_of(self, url: str | None, stem: str) -> str | None:
        """The name of the outlet with the URL's domain or one above it, else with `stem` as key."""
        host = _host(url or "")
        owners = {domain: outlet.name for outlet in self.outlets for domain in outlet.domains}
        while host:
            if host in owners:
                return owners[host]
            host = host.partition(".")[2]
        return next((each.name for each in self.outlets if each.key == stem), None)


def read_sources(inputs: Inputs) -> Sources:
    """All that `sources.toml` and sidecars in an input folder say.

    Of a single page only its sidecar is read: the folder was not named.

    Raises:
        SettingError: a file is no TOML, or something in it cannot be meant.
        InputError: a file cannot be read.
    """
    named = SOURCES in inputs.ignored
    top = Entry(SOURCES, _load(inputs.root / SOURCES, SOURCES, inputs.root) if named else {})
    top.allow("stories", "outlets", "articles")
    outlets = tuple(_outlet(entry) for entry in top.tables("outlets"))
    _unclaimed_twice(outlets)
    names = {outlet.key: outlet.name for outlet in outlets}
    known = {page.id for page in inputs.pages} | {failure.path for failure in inputs.failures}
    articles = {page: _article(entry, names) for page, entry in _sidecars(inputs, known)}
    for entry in top.tables("articles"):
        _check_page(entry, known)
        articles[entry.key] = _merged(_article(entry, names), articles.get(entry.key))
    _check_versions(articles, known)
    folders = {page.story for page in inputs.pages}
    folders |= {each.split("/")[0] for each in known if "/" in each}
    folders |= {article.story for article in articles.values() if article.story}
    stories = {entry.key: _story(entry, folders) for entry in top.tables("stories")}
    return Sources(
        stories={key: title for key, title in stories.items() if title is not None},
        outlets=outlets,
        articles=articles,
    )


def _check_page(entry: Entry, known: set[str]) -> None:
    if entry.key not in known:
        deeper = min((each for each in known if each.endswith(f"/{entry.key}")), default="")
        raise entry.refusal("matches no page in the inputs", deeper or nearest(entry.key, known))


def _check_versions(articles: Mapping[str, ArticleSource], known: set[str]) -> None:
    """Each page that another is a version of exists, and no page is at last one of its own."""
    newer = {page: one.version_of for page, one in articles.items() if one.version_of}
    for page, other in sorted(newer.items()):
        if other not in known:
            deeper = min((each for each in known if each.endswith(f"/{other}")), default="")
            problem = f"is called a version of {other!r}, which matches no page in the inputs"
            raise Entry(page, {}).refusal(problem, deeper or nearest(other, known))
        met = {page}
        while other != page and newer.get(other, other) != other:
            met.add(other)
            other = newer[other]
            if other in met:
                problem = "is called a version of itself, by way of other pages"
                raise Entry(page, {}).refusal(problem)


def _sidecars(inputs: Inputs, known: set[str]) -> Iterator[tuple[str, Entry]]:
    """Each sidecar, with the id of its page."""
    if inputs.single:
        only = inputs.pages[0]
        name = only.id + SIDECAR
        if _beside(only.path).exists():
            yield only.id, Entry(name, _load(_beside(only.path), name, inputs.root))
        return
    pages = {page.id: page.path for page in inputs.pages}
    for name in inputs.ignored:
        page = name.removesuffix(SIDECAR)
        if page == name or not is_page(page.rpartition("/")[2]):
            continue
        _check_page(Entry(name, {}, page), known)
        if page in pages:
            yield page, Entry(name, _load(_beside(pages[page]), name, inputs.root), page)


def _beside(page: Path) -> Path:
    return page.with_name(page.name + SIDECAR)


def _load(path: Path, name: str, root: Path) -> dict[str, object]:
    if not Path(os.path.realpath(path)).is_relative_to(root):
        raise SettingError(
            f"{name} is a link that leads out of the input folder; put a copy in its place."
        )
    data = read_file(path, _LIMIT)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))  # Windows editors write the BOM
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingError(
            f"{name} is not valid TOML ({error}); correct it there, or remove it."
        ) from error


def _story(entry: Entry, folders: set[str]) -> str | None:
    entry.allow("title")
    if entry.key not in folders:
        raise entry.refusal(
            "is neither a folder of pages nor the story of an article", nearest(entry.key, folders)
        )
    return entry.text("title")


def _outlet(entry: Entry) -> Outlet:
    entry.allow("name", "domains")
    return Outlet(
        key=entry.key, name=entry.text("name") or entry.key, domains=entry.domains("domains")
    )


def _unclaimed_twice(outlets: tuple[Outlet, ...]) -> None:
    owners: dict[str, str] = {}
    for outlet in outlets:
        for domain in outlet.domains:
            other = owners.setdefault(domain, outlet.key)
            if other != outlet.key:
                raise SettingError(
                    f"{SOURCES}: outlets.{other} and outlets.{outlet.key} both have the domain "
                    f"{domain}; leave it to one of them."
                )


def _article(entry: Entry, names: Mapping[str, str]) -> ArticleSource:
    entry.allow(*(each.name for each in fields(ArticleSource)))
    outlet = entry.text("outlet")
    return ArticleSource(
        outlet=names.get(outlet, outlet) if outlet else None,
        url=entry.url("url"),
        retrieved=entry.time("retrieved"),
        published=entry.time("published"),
        language=entry.language("language"),
        title=entry.text("title"),
        story=entry.text("story"),
        version_of=entry.text("version_of"),
    )


def _merged(first: ArticleSource, second: ArticleSource | None) -> ArticleSource:
    if second is None:
        return first
    said = {
        each.name: getattr(first, each.name)
        for each in fields(ArticleSource)
        if getattr(first, each.name) is not None
    }
    return replace(second, **said)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # no URL
        return ""
