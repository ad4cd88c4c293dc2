"""What a page says of itself, and where: JSON-LD, Open Graph, other meta elements, <time>, lang."""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from sourcecompare.model import Head, Provenance
from sourcecompare.text import http_url

from .jsonld import MAX_JSON, Stated, plain, read_json_ld
from .moments import read_moment
from .tidy import (
    MAX_FIELD,
    author_names,
    best_site_name,
    host_of,
    outlet_keys,
    storable,
    tidy,
    tidy_title,
    title_tail,
)

MAX_DESCRIPTION = 5_000  # characters; a summary, but some pages put a whole paragraph there
MAX_REPEATS = 20  # meta elements of one name, <time> elements
MAX_SITE_NAME = 100  # characters; what is longer is a motto

# Names of meta elements, best first; those that stand in "itemprop" begin with it.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "itemprop headline"),
    "author": (
        "author",
        "article:author",
        "itemprop author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "citation_author",
        "byl",
        "og:article:author",
        "cxenseparse:author",
    ),
    "published": (
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "article:published",
        "article:published:time",
        "itemprop datepublished",
        "datepublished",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publisheddate",
        "date.available",
        "date.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:recs:published_time",
        "content:publishdate",
        "citation_publication_date",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "article:modified:time",
        "itemprop datemodified",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "date.modified",
        "last-modified",
        "lastmod",
        "revised",
    ),
    "language": ("og:locale", "content-language", "language", "dc.language"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
}
_NAMING = (("property", ""), ("name", ""), ("itemprop", "itemprop "), ("http-equiv", ""))
"""The attributes that name a meta element, and what goes before the name."""

_SPEAKING = ("og:", "article:", "twitter:", "itemprop ")

_PUBLISHED_TIME = re.compile(r"publi|pubdate|posted|entry-date", re.IGNORECASE)
_MODIFIED_TIME = re.compile(r"modif|updat|edited", re.IGNORECASE)
_OTHER_TIME = re.compile(r"comment|related|latest|recent|teaser|widget|event", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")

Choice = tuple[str, str]
"""a value and where it was found; ("", "") for none"""


class HeadReader:
    """Takes the events of `HEAD_TAGS` one by one; `head` gives what they said.

    Microdata is read on meta and time alone: elsewhere it may stand on any element, and the block
    of the byline says the same.
    """

    def __init__(self) -> None:
        self._inside = ""
        self._meta: dict[str, list[str]] = {}
        self._scripts: list[str] = []
        self._title: list[str] = []
        self._canonical = ""
        self._language = ""
        self._times: list[tuple[str, str]] = []
        """what each <time> says of itself, and its moment as written"""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._inside = ""
        if tag == "meta":
            self._add_meta(attributes)
        elif tag == "link" and "canonical" in (attributes.get("rel") or "").lower().split():
            self._canonical = self._canonical or attributes.get("href") or ""
        elif tag == "html":
            self._language = self._language or attributes.get("lang") or ""
        elif tag == "time" and len(self._times) < MAX_REPEATS:
            said = f"{attributes.get('itemprop') or ''} {attributes.get('class') or ''}"
            said = said[:MAX_FIELD] + " pubdate" * ("pubdate" in attributes)
            moment = attributes.get("datetime") or ""
            self._times.append((said, moment[:MAX_FIELD]))
        elif tag == "title" and not self._title:
            self._inside = "title"
        elif tag == "script" and "ld+json" in (attributes.get("type") or "").lower():
            self._inside = "script"
            self._scripts.append("")

    def text(self, text: str) -> None:
        """Text inside the element that began last."""
        if self._inside == "title":
            self._title.append(text[: 2 * MAX_FIELD])
        elif self._inside == "script" and len(self._scripts[-1]) + len(text) <= MAX_JSON:
            self._scripts[-1] += text

    def end(self) -> None:
        """An element ends."""
        self._inside = ""

    def head(self) -> Head:
        """What the page says of itself; a field that it does not state is empty."""
        said = self._json_ld()
        site, site_source = self._site_name(said)
        url, url_source = self._url(said)
        host = host_of(url)
        outlets = outlet_keys((site, said.publisher, said.site, host))
        labels = outlet_keys(host.split(".")[:-1])  # "Quay closed - DW", on dw.example
        title, title_source = self._chosen_title(said, outlets | labels)
        author, author_source = self._author(said, outlets)
        published, published_source = self._published(said)
        modified, modified_source = self._modified(said)
        language, language_source = self._stated_language(said)
        description, description_source = self._description(said)
        return Head(
            title=title,
            site_name=site,
            author=author,
            published=published,
            modified=modified,
            language=language,
            url=url,
            description=description,
            body=storable(said.body),
            provenance=Provenance(
                title=title_source,
                site_name=site_source,
                author=author_source,
                published=published_source,
                modified=modified_source,
                language=language_source,
                url=url_source,
                description=description_source,
            ),
        )

    def _add_meta(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content") or ""
        if not content:
            return
        for attribute, prefix in _NAMING:
            name = attributes.get(attribute)
            if name:
                values = self._meta.setdefault(prefix + name.strip().lower()[:100], [])
                if len(values) < MAX_REPEATS:
                    values.append(content)

    def _json_ld(self) -> Stated:
        if not self._scripts:
            return Stated()
        addresses = (self._canonical, *self._meta.get("og:url", ()))
        titles = (value for value, _ in self._metas("title"))
        return read_json_ld(
            self._scripts, addresses=addresses, title=" ".join((*titles, *self._title))
        )

    def _metas(self, field: str) -> Iterator[Choice]:
        """What the meta elements of a field say, best first."""
        for name in _META[field]:
            for value in self._meta.get(name, ()):
                yield value, name if name.startswith(_SPEAKING) else f"meta {name}"

    def _site_name(self, said: Stated) -> Choice:
        own = "".join(self._meta.get("og:site_name", ())[:1])
        application = "".join(self._meta.get("application-name", ())[:1])
        named = [
            (own, "og:site_name"),
            (said.publisher, "JSON-LD publisher"),
            (said.site, "JSON-LD WebSite"),
        ]
        best = best_site_name(named)
        if best[0] and len(best[0]) <= MAX_SITE_NAME:
            return best
        title = "".join(self._title)
        headlines = (said.headline, *(value for value, _ in self._metas("title")))
        tails = [(title_tail(title, headline), "title element") for headline in headlines]
        # Some pages put the headline there, or an address.
        short = "" if len(application) > MAX_SITE_NAME // 2 else application
        return best_site_name([(short, "meta application-name"), *tails, best])

    def _url(self, said: Stated) -> Choice:
        stated = [
            (http_url(self._canonical), "canonical link"),
            *((http_url(value), "og:url") for value in self._meta.get("og:url", ())),
            (http_url(said.url), "JSON-LD url"),
        ]
        # A canonical link to the home page, on every page of a site, is a mistake.
        deep = [one for one in stated if one[0] and urlsplit(one[0]).path.strip("/")]
        return _first(deep or stated)

    def _chosen_title(self, said: Stated, outlets: frozenset[str]) -> Choice:
        stated = [
            (said.headline, "JSON-LD headline"),
            *self._metas("title"),
            ("".join(self._title), "title element"),
        ]
        titles = [(tidy_title(value, outlets), source) for value, source in stated]
        # Where all that is stated is the outlet's name, the page is titled so.
        best = _first((*titles, *((tidy(value), source) for value, source in stated)))
        start = best[0].rstrip(".… ")
        if start != best[0].rstrip(". "):  # cut off with an ellipsis
            whole = (one for one in titles if one[0].startswith(start) and one[0][-1] not in ".…")
            return next(whole, best)
        return best

    def _author(self, said: Stated, outlets: frozenset[str]) -> Choice:
        groups: dict[str, list[str]] = {"JSON-LD author": list(said.authors)}
        for value, source in self._metas("author"):
            groups.setdefault(source, []).append(value)
        return _first((author_names(names, outlets), source) for source, names in groups.items())

    def _published(self, said: Stated) -> Choice:
        stated = [(said.published, "JSON-LD datePublished"), *self._metas("published")]
        times = [one for one in self._times if not _OTHER_TIME.search(one[0])]
        labelled = [one for one in times if _PUBLISHED_TIME.search(one[0])]
        plainly = [one for one in times if not _MODIFIED_TIME.search(one[0])]
        stated += [(moment, "<time>") for _, moment in (*labelled, *plainly)]
        return _first((read_moment(value), source) for value, source in stated)

    def _modified(self, said: Stated) -> Choice:
        stated = [(said.modified, "JSON-LD dateModified"), *self._metas("modified")]
        for label, moment in self._times:
            if _MODIFIED_TIME.search(label) and not _PUBLISHED_TIME.search(label):
                stated.append((moment, "<time>"))
        return _first((read_moment(value), source) for value, source in stated)

    def _stated_language(self, said: Stated) -> Choice:
        stated = [(self._language, "html lang"), (said.language, "JSON-LD inLanguage")]
        return _first(
            (_tag(value), source) for value, source in (*stated, *self._metas("language"))
        )

    def _description(self, said: Stated) -> Choice:
        """The longest of the page's own summaries; they are often the same, cut at some length."""
        stated = ((said.description, "JSON-LD description"), *self._metas("description"))
        texts = [
            (" ".join(plain(value[: 2 * MAX_DESCRIPTION]).split()), source)
            for value, source in stated
        ]
        longest, source = max(texts, key=lambda one: len(one[0]))
        return storable(longest)[:MAX_DESCRIPTION], source if longest else ""


def _first(stated: Iterable[Choice]) -> Choice:
    return next((one for one in stated if one[0]), ("", ""))


def _tag(language: str) -> str:
    """BCP 47 from what pages write there: "en_gb" is meant as "en-GB"."""
    language = language.strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(language):
        return ""
    first, *rest = language.split("-")
    return "-".join((first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))
