"""JSON-LD: which object in a page's scripts is its article, and what that object states.

Pages state several articles: their own, those they link to, and each entry of a live blog. The
page's own is the one that has the page's address or shares its headline with the page's title.
Schema: https://schema.org/Article; references by ``@id``: JSON-LD 1.1, section 3.3.
"""

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sourcecompare.text import folded_words

MAX_JSON = 2_000_000  # characters of one script; JSON-LD of news pages stays below 200,000
MAX_NODES = 5_000  # objects looked at on one page
MAX_BODY = 200_000  # characters of an article's text
MAX_SUMMARY = 10_000  # characters of a description, markup counted
MAX_NAMES = 20  # authors
SAME_TITLE = 0.5  # of a headline's words, in the page's title; headlines are reworded and cut

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|SocialMediaPosting|Report|LiveBlogPosting)$")
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage)$")
_PERSON_TYPE = re.compile(r"Person$")
_SITE_TYPE = re.compile(r"WebSite$")

# What stands below these keys is another piece, or a part of one.
_OTHERS = frozenset({"comment", "liveBlogUpdate", "review"})
_LISTS = frozenset(
    {"about", "citation", "hasPart", "isPartOf", "itemListElement", "mentions", "relatedLink"}
)

_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)\s{0,9}(?:\*/)?")
_STRING_OR_COMMA = re.compile(r"""("(?:[^"\\]|\\.)*+"?)|,(?=\s*+[}\]])""", re.DOTALL)
"""A string, which is left alone, or a comma that nothing follows: the second is no JSON."""

_KNOWN_TAGS = (
    "a|abbr|b|blockquote|div|em|figure|figcaption|h[1-6]|i|iframe|img|script|section|small"
)
_KNOWN_TAGS += "|span|strong|sub|sup|table|tbody|td|th|tr|u|ul|ol|li"
_LINE_TAG = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|tr|section|blockquote|ul|ol)\b[^<>]{0,2000}>", re.IGNORECASE
)
_INLINE_TAG = re.compile(rf"</?(?:{_KNOWN_TAGS})\b[^<>]{{0,2000}}>", re.IGNORECASE)
"""Must not match: "a < b and c > d"."""

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the page's JSON-LD says; "" where it does not. Nothing is tidied yet."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    language: str = ""
    publisher: str = ""
    site: str = ""
    url: str = ""
    description: str = ""
    body: str = ""
    """plain text, a line for each paragraph where the page's markup tells them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An object of a script and where it stands."""

    node: Node
    listed: bool
    """below a list of other pieces"""


def read_json_ld(scripts: Iterable[str], *, addresses: Sequence[str], title: str) -> Stated:
    """What the scripts state of the page that has these addresses and this title."""
    found = list(_objects(value for script in scripts for value in _values(script)))
    own = {_address_key(address) for address in addresses if address}
    articles = _articles(found, own, frozenset(folded_words(title[:2000])))
    pages = [one.node for one in found if _is(one.node, _PAGE_TYPE) and not one.listed]
    nodes = (
        articles + [page for page in pages if not own or not own.isdisjoint(_addresses(page))][:1]
    )
    if not nodes:
        nodes = pages[:1]
    known = _by_id(found)
    site = next((one.node for one in found if _is(one.node, _SITE_TYPE)), {})
    return Stated(
        headline=_first(map(_headline, articles)),
        authors=_first_names(
            _names(node.get(key), known) for node in nodes for key in ("author", "creator")
        ),
        published=_first(_moment(node.get("datePublished")) for node in nodes),
        modified=_first(_moment(node.get("dateModified")) for node in nodes),
        language=_first(_language(node.get("inLanguage")) for node in nodes),
        publisher=_first(_publisher(node.get("publisher"), known) for node in nodes),
        site=_text(site.get("name")),
        url=_first(_text(article.get("url")) for article in articles),
        description=_first(plain(_text(node.get("description"))[:MAX_SUMMARY]) for node in nodes),
        body=_first(map(_body, articles)),
    )


def plain(text: str) -> str:
    r"""The text of what may be markup, or markup written as entities; lines stay apart.

    >>> plain("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;<p>a < b</p>").split("\n")
    ['One & two.', 'a < b']
    """
    text = text[: 2 * MAX_BODY]
    for _ in range(2):
        if "<" in text:
            text = _INLINE_TAG.sub("", _LINE_TAG.sub("\n", text))
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _INLINE_TAG.sub("", _LINE_TAG.sub("\n", text))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:MAX_BODY]


def _values(script: str) -> Iterator[Any]:
    """The values of one script: JSON as pages write it; none where it is none."""
    script = _WRAPPING.sub("", script) if "<!" in script[:200] or "]]>" in script else script
    if '"' not in script and "&quot;" in script:
        script = html.unescape(script)
    found = list(_decoded(script))
    if not found:
        found = list(_decoded(_STRING_OR_COMMA.sub(r"\1", script)))
    yield from found


def _decoded(script: str) -> Iterator[Any]:
    """JSON values one after the other, up to the first that is broken."""
    decoder = json.JSONDecoder(strict=False)  # raw line ends in strings are common and clear
    at, size = 0, len(script)
    for _ in range(MAX_NODES):
        while at < size and script[at] in " \t\r\n\f\ufeff;,":
            at += 1
        if at >= size:
            return
        try:
            value, at = decoder.raw_decode(script, at)
        except (ValueError, RecursionError):
            return  # broken JSON-LD is common and costs nothing but its metadata
        yield value


def _objects(values: Iterable[Any]) -> Iterator[_Found]:
    """All objects, breadth first, without comments and entries of a live blog."""
    waiting: deque[tuple[Any, bool]] = deque((value, False) for value in values)
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value, listed = waiting.popleft()
        if isinstance(value, dict):
            yield _Found(node=value, listed=listed)
            for key, inner in islice(value.items(), MAX_NODES):
                if isinstance(inner, (dict, list)) and key not in _OTHERS:
                    waiting.append((inner, listed or key in _LISTS))
        elif isinstance(value, list):
            waiting.extend((inner, listed) for inner in value[:MAX_NODES])


def _articles(found: Sequence[_Found], own: set[str], title: frozenset[str]) -> list[Node]:
    """The objects that state the page's own article, the likeliest first; none for others' only."""
    ranked: list[tuple[float, int, Node]] = []
    for order, one in enumerate(found):
        if not _is(one.node, _ARTICLE_TYPE):
            continue
        told = folded_words(_headline(one.node)[:2000])
        shared = sum(word in title for word in told) / len(told) if told else 0.0
        rank = 0.1 if not one.listed and (told or one.node.get("articleBody")) else 0.0
        rank += 1.0 if shared >= SAME_TITLE else 0.0
        rank += 1.0 if not own.isdisjoint(_addresses(one.node)) else 0.0
        if rank:
            ranked.append((-rank - shared / 2, order, one.node))
    ranked.sort(key=lambda one: one[:2])
    sure = [node for rank, _, node in ranked if rank <= -1.0]
    return sure or [node for _, _, node in ranked[:1]]


def _headline(node: Node) -> str:
    return _text(node.get("headline") or node.get("name"))


def _body(article: Node) -> str:
    """The article's text; of a live blog without one, its entries' texts."""
    body = plain(_text(article.get("articleBody") or article.get("text")))
    if body:
        return body
    updates = article.get("liveBlogUpdate")
    entries = updates[:MAX_NODES] if isinstance(updates, list) else [updates]
    texts: list[str] = []
    for entry in entries:
        text = plain(_text(entry.get("articleBody"))) if isinstance(entry, dict) else ""
        if text:
            texts.append(text)
        if sum(map(len, texts)) > MAX_BODY:
            break
    return "\n".join(texts)[:MAX_BODY]


def _is(node: Node, types: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    kinds = kinds[:20] if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and bool(types.search(kind[-100:])) for kind in kinds)


def _addresses(node: Node) -> set[str]:
    """The addresses that an object says it has, or is the main thing of."""
    main = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id"), main]
    if isinstance(main, dict):
        values += [main.get("@id"), main.get("url")]
    return {_address_key(value) for value in values if isinstance(value, str)} - {""}


def _address_key(address: str) -> str:
    """What stays the same of an address, whoever writes it; "" for a bare host."""
    key = _SCHEME.sub("", address.strip()[:2000]).split("#")[0].split("?")[0].rstrip("/")
    return key.casefold() if "/" in key else ""


def _by_id(found: Iterable[_Found]) -> dict[str, Node]:
    """Objects that have a name, by the ``@id`` that others refer to them by."""
    known: dict[str, Node] = {}
    for one in found:
        key = one.node.get("@id")
        if isinstance(key, str) and one.node.get("name"):
            known.setdefault(key, one.node)
    return known


def _names(value: Any, known: Mapping[str, Node]) -> tuple[str, ...]:
    """The names in a value: a string, an object with a name or a reference, or a list of these."""
    values = value[:MAX_NAMES] if isinstance(value, list) else [value]
    names: list[str] = []
    for one in values:
        if isinstance(one, str):
            one = known.get(one, one)
        if isinstance(one, dict):
            key = one.get("@id")
            other = known.get(key, {}) if isinstance(key, str) else {}
            one = one.get("name") or other.get("name")
            one = one[0] if isinstance(one, list) and one else one
        if isinstance(one, str) and one.strip():
            names.append(one)
    return tuple(dict.fromkeys(names))


def _publisher(value: Any, known: Mapping[str, Node]) -> str:
    """The publisher's name; blogs state their author there, who is no outlet."""
    value = value[0] if isinstance(value, list) and value else value
    key = value.get("@id") if isinstance(value, dict) else None
    referred = known.get(key, {}) if isinstance(key, str) else {}
    if any(isinstance(one, dict) and _is(one, _PERSON_TYPE) for one in (value, referred)):
        return ""
    return "".join(_names(value, known)[:1])


def _language(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _text(value)


def _moment(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return str(value) if isinstance(value, int) and 0 < value < 1e14 else _text(value)


def _text(value: Any) -> str:
    """A string, or the parts of a list of strings as paragraphs."""
    if isinstance(value, list):
        return "\n".join(part for part in value[:MAX_NODES] if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _first_names(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next(filter(None, values), ())
