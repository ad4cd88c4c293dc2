"""What a page says of itself: JSON-LD, Open Graph, other meta elements, canonical link, <time>."""

import re
from collections.abc import Mapping
from datetime import datetime

from sourcecompare.model import Head
from sourcecompare.text import http_url

from .jsonld import MAX_JSON, Stated, plain, read_json_ld

MAX_FIELD = 500  # characters of a title, an author, a name
MAX_DESCRIPTION = 5_000  # characters; a summary, but some pages put a whole paragraph there

_WHITE = re.compile(r"\s+")
_STRAY = re.compile("[\0\ud800-\udfff]")
"""JSON can write half a character ("\\ud83d"), which no file can hold."""

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "site_name": ("og:site_name", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "language": ("og:locale", "content-language", "language"),
    "url": ("og:url",),
}

_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")


class HeadReader:
    """Takes the page's events one by one; `head` gives what they said."""

    def __init__(self) -> None:
        self._meta: dict[str, str] = {}
        self._scripts: list[str] = []
        self._title: list[str] = []
        self._canonical = ""
        self._language = ""
        self._time = ""
        self._inside = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._inside = ""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or ""
            name = name or attributes.get("itemprop") or attributes.get("http-equiv") or ""
            self._meta.setdefault(name.strip().lower()[:100], attributes.get("content") or "")
        elif tag == "link" and "canonical" in (attributes.get("rel") or "").lower().split():
            self._canonical = self._canonical or attributes.get("href") or ""
        elif tag == "html":
            self._language = self._language or attributes.get("lang") or ""
        elif tag == "time" and not self._time:
            self._time = attributes.get("datetime") or ""
        elif tag == "title" and not self._title:
            self._inside = "title"
        elif tag == "script" and "ld+json" in (attributes.get("type") or "").lower():
            self._inside = "script"
            self._scripts.append("")

    def text(self, text: str) -> None:
        """Text inside the element that began last."""
        if self._inside == "title":
            self._title.append(text[: 2 * MAX_FIELD])
        elif self._inside == "script" and len(text) <= MAX_JSON:
            self._scripts[-1] += text

    def end(self) -> None:
        """An element ends."""
        self._inside = ""

    def head(self) -> Head:
        """What the page says of itself; a field that it does not state is empty."""
        said = self._json_ld()
        stated = {
            "title": _clean(said.headline),
            "site_name": _clean(said.publisher),
            "author": _clean(", ".join(said.authors)),
            "published": _clean(said.published),
            "language": _clean(said.language),
            "url": _clean(said.url),
        }
        for field, names in _META.items():
            for name in names:
                if not stated.get(field):
                    stated[field] = _clean(self._meta.get(name, ""))
        return Head(
            title=stated.get("title") or _clean("".join(self._title)),
            site_name=stated.get("site_name", ""),
            author=_author(stated.get("author", "")),
            published=iso_time(stated.get("published", "")) or iso_time(self._time),
            language=_language(self._language) or _language(stated.get("language", "")),
            url=http_url(self._canonical) or http_url(stated.get("url", "")),
            description=self._description(said),
            body=_STRAY.sub("\ufffd", said.body),
        )

    def _description(self, said: Stated) -> str:
        """The longest of the page's own summaries; they are often the same, cut at some length."""
        metas = (plain(self._meta.get(name, "")) for name in _DESCRIPTIONS)
        longest = max((said.description, *metas), key=len)
        return _STRAY.sub("\ufffd", " ".join(longest.split()))[:MAX_DESCRIPTION]

    def _json_ld(self) -> Stated:
        addresses = (self._canonical, self._meta.get("og:url", ""))
        titles = (*(self._meta.get(name, "") for name in _META["title"]), "".join(self._title))
        return read_json_ld(self._scripts, addresses=addresses, title=" ".join(titles))


def _clean(text: str) -> str:
    text = _STRAY.sub("\ufffd", text[: 4 * MAX_FIELD])
    return _WHITE.sub(" ", text).strip()[:MAX_FIELD]


def _author(text: str) -> str:
    """An author's name; an address in its place says nothing to a reader."""
    return "" if "://" in text or text.startswith("@") else text


def _language(tag: str) -> str:
    """BCP 47 from what pages write there: "en_GB" is meant as "en-GB"."""
    tag = tag.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag) else ""


def iso_time(text: str) -> str:
    """ISO 8601 as given, if it is a date or a time that exists; else "".

    >>> iso_time("2025-09-03T10:00:00Z"), iso_time(" 2025-09-03 "), iso_time("soon")
    ('2025-09-03T10:00:00+00:00', '2025-09-03', '')
    """
    text = text.strip()
    if not 8 <= len(text) <= 40:
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return ""
    return moment.date().isoformat() if len(text) <= 10 else moment.isoformat()
