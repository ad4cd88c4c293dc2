"""Where an article's title, author, date and language were found, down to its byline as shown."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcecompare.model import Article, Kind, Provenance, Rule
from sourcecompare.parse import read_moment
from sourcecompare.text import fold, folded_words

ON_PAGE = "headline on the page"
BYLINE = "byline on the page"
DATE_LINE = "date line on the page"
MAX_LINE = 200  # characters of a byline or date line

_BLANKS = re.compile(r"[ \u00a0]+")
_LEAD = re.compile(
    r"(?:(?:written|reported|posted|words|story) by|by|von|par|por|di|da|door|av|af|przez"
    r"|text|texte|texto|autor|autora|author|auteur)\b\s*:?\s+",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[|·•/\t\n]|\s+[-–—]\s+|\s*\d")
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|i|och|og|&)\s+")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
"""Two to five words. Must not match: "Staff", "Ann Lee 3 September"."""

_PARTICLES = frozenset(
    "al bin da de del della den der di do dos du el la le ten ter van von y".split()
)
_ROLES = frozenset(
    """admin agencies agency bureau contributor contributors correspondent desk editor editorial
    editors expert guest news newsroom official online redaktion reporter reporters reviewer
    sponsored staff team tips writer writers""".split()
)
_CHANGED = (
    "updated",
    "last updated",
    "modified",
    "aktualisiert",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "atualizado",
    "bijgewerkt",
    "aktualizacja",
    "обновлено",
)


def credited(article: Article) -> Article:
    """The article with the source of its title, author, date and language.

    Where the page's markup states no author or no date, the byline and the date line that cleaning
    took out of the body are read. What they do not say clearly stays empty. Crediting twice changes
    nothing.
    """
    head, said = article.page.markup.head, article.provenance
    found = head.provenance
    author = article.author, _source(article.author, head.author, found.author, said.author)
    if not article.author:
        author = next(((names, BYLINE) for names in _bylines(article)), (None, ""))
    published = (
        article.published,
        _source(article.published, head.published, found.published, said.published),
    )
    if not article.published:
        published = next(((moment, DATE_LINE) for moment in _dates(article)), (None, ""))
    return replace(
        article,
        author=author[0],
        published=published[0],
        provenance=Provenance(
            title=_title_source(article) or said.title,
            author=author[1],
            published=published[1],
            language=_source(article.language, head.language, found.language, said.language),
        ),
    )


def byline_names(line: str) -> str:
    """The names in a byline, apart by commas; "" where they are not clear.

    >>> byline_names("By Ann Lee, Tom Oyo and Kim Roe, political editors | The Post")
    'Ann Lee, Tom Oyo, Kim Roe'
    >>> byline_names("Von Ann Lee September 3, 2025"), byline_names("By our own correspondent")
    ('Ann Lee', '')
    """
    line = _BLANKS.sub(" ", line[:MAX_LINE])
    line = line[match.end() :] if (match := _LEAD.match(line)) else line
    line = _END.split(line, maxsplit=1)[0].strip(" ,.;")
    start, _, month = line.rpartition(" ")
    line = start.rstrip(" ,.;") if read_moment(f"1 {month} 2000") else line
    *before, last = _AND.split(line)
    # Behind the last name a comma begins what the person is: a role, a place, an outlet.
    pieces = [piece for part in before for piece in part.split(",")] + [last.split(",")[0]]
    names = [piece.strip() for piece in pieces if piece.strip()]
    return ", ".join(names) if names and all(map(_is_name, names)) else ""


def _source(value: str | None, declared: str, found: str, known: str) -> str:
    """Where a value comes from: the head where it is the head's own, else what is known."""
    return found if value and value == declared else known


def _is_name(text: str) -> bool:
    if not _NAME.fullmatch(text) or not _ROLES.isdisjoint(folded_words(text)):
        return False
    words = text.split(" ")
    return words[-1][0].isupper() and all(word[0].isupper() or word in _PARTICLES for word in words)


def _title_source(article: Article) -> str:
    title, page = article.title, article.page
    if not title:
        return ""
    shown = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH)
    if any(block.text == title and block.kind in shown for block in page.blocks):
        return ON_PAGE
    return page.markup.head.provenance.title if title in page.markup.head.title else ""


def _bylines(article: Article) -> Iterator[str]:
    named = (article.page.outlet, article.page.markup.head.site_name)
    outlets = tuple("".join(folded_words(name)) for name in named if name.strip())
    for line in _taken_out(article, Rule.BYLINE):
        names = byline_names(line)
        if names and not "".join(folded_words(names)).startswith(outlets):
            yield names


def _dates(article: Article) -> Iterator[str]:
    for line in _taken_out(article, Rule.DATE):
        if not fold(line).startswith(_CHANGED) and (moment := read_moment(line)):
            yield moment


def _taken_out(article: Article, rule: Rule) -> Iterator[str]:
    """What the rule removed above the article's end; below it stand other articles."""
    end = article.kept[-1].end if article.kept else 0
    for removal in article.removals:
        span = removal.span
        if removal.rule is rule and span.end <= end:
            yield article.page.visible[span.start : span.end][:MAX_LINE]
