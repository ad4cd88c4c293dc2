"""Bytes or strings into pages, and given paragraphs into articles."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from .decode import Decoded, decode
from .errors import SettingError
from .model import (
    Article,
    Block,
    Fault,
    Kind,
    Markup,
    Media,
    Page,
    PageSpan,
)
from .parse import iso_time, parse
from .plaintext import split_text
from .rules import find_title
from .text import http_url

MAX_BYTES = 30_000_000


def page_from_html(
    data: bytes | str,
    *,
    id: str,  # noqa: A002 - the field's name in the settled API
    outlet: str,
    url: str | None = None,
    charset: str | None = None,
    retrieved: datetime | str | None = None,
    limit: int = MAX_BYTES,
) -> Page:
    """An HTML page as scraped, split into blocks; nothing is judged.

    `charset` is what the HTTP header said, if anything. `limit` is in bytes, after decompression.
    Never raises for what the page holds: one that cannot be read has a `fault`, and `clean`
    rejects it with this reason.

    Raises:
        SettingError: `url` is no http(s) address, or `retrieved` is no ISO 8601 time.
    """
    decoded = decode(data, charset=charset, markup=True, limit=limit)
    page = _blank(data, decoded, Media.HTML, id, outlet, url, retrieved)
    if decoded.fault:
        return page
    parsed = parse(decoded.text)
    page = replace(
        page,
        visible=parsed.visible,
        blocks=parsed.blocks,
        notes=decoded.notes + parsed.notes,
        markup=parsed.markup,
        fault=parsed.fault,
    )
    return _with_title(page)


def page_from_text(
    data: bytes | str,
    *,
    id: str,  # noqa: A002 - the field's name in the settled API
    outlet: str,
    url: str | None = None,
    charset: str | None = None,
    retrieved: datetime | str | None = None,
    limit: int = MAX_BYTES,
) -> Page:
    """A plain text page, as pasted or scraped, split into blocks; nothing is judged.

    `Page.visible` is the decoded text itself, unchanged but for a byte order mark and NULs.
    Otherwise as `page_from_html`.
    """
    decoded = decode(data, charset=charset, markup=False, limit=limit)
    page = _blank(data, decoded, Media.TEXT, id, outlet, url, retrieved)
    if decoded.fault:
        return page
    return _with_title(replace(page, visible=decoded.text, blocks=split_text(decoded.text)))


def faulty_page(
    data: bytes,
    fault: Fault,
    *,
    id: str,  # noqa: A002 - the field's name in the settled API
    outlet: str,
    url: str | None = None,
    retrieved: datetime | str | None = None,
) -> Page:
    """A page that could not be read, for a reason that lies outside its bytes (a limit, its size).

    `data` is empty where the bytes were not read at all.

    Raises:
        SettingError: as for `page_from_html`.
    """
    decoded = Decoded(text="", encoding="", notes=(), fault=fault)
    return _blank(data, decoded, Media.HTML, id, outlet, url, retrieved)


def article_from_paragraphs(
    paragraphs: Sequence[str],
    *,
    id: str,  # noqa: A002 - the field's name in the settled API
    outlet: str,
    title: str | None = None,
    published: datetime | str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """An article of paragraphs that need no cleaning: block i is paragraph i, its text unchanged.

    Raises:
        SettingError: as for `page_from_html`, and where `published` is no ISO 8601 time.
    """
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    start = 0
    for index, paragraph in enumerate(paragraphs):
        span = PageSpan(start, start + len(paragraph))
        blocks.append(Block(index=index, kind=Kind.PARAGRAPH, text=paragraph, span=span, path=""))
        start = span.end + 2
    decoded = Decoded(text=text, encoding="utf-8", notes=(), fault=None)
    page = _blank(text, decoded, Media.TEXT, id, outlet, url, None)
    page = replace(page, visible=text, blocks=tuple(blocks))
    shown = tuple(block for block in blocks if block.text.strip())
    return Article(
        page=page,
        title=title,
        author=None,
        published=moment(published, "published"),
        language=language,
        blocks=tuple(blocks),
        removals=(),
        confidence=1.0,
        text="\n\n".join(" ".join(block.text.split()) for block in shown),
        kept=tuple(block.span for block in shown),
    )


def moment(time: date | datetime | str | None, name: str) -> str | None:
    """An ISO 8601 string for a time given as one, or as a date or datetime.

    Raises:
        SettingError: it is no ISO 8601 time.
    """
    if time is None:
        return None
    text = time if isinstance(time, str) else time.isoformat()
    iso = iso_time(text)
    if not iso:
        raise SettingError(
            f"{name} = {text!r} is no ISO 8601 time; write 2025-09-03 or 2025-09-03T10:00:00+08:00."
        )
    return iso


def _blank(
    data: bytes | str,
    decoded: Decoded,
    media: Media,
    page_id: str,
    outlet: str,
    url: str | None,
    retrieved: date | datetime | str | None,
) -> Page:
    """The page before its text is split."""
    if url is not None and not http_url(url):
        raise SettingError(
            f"url = {url!r} is no http(s) address; write https://outlet.example/page."
        )
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return Page(
        id=page_id,
        outlet=outlet,
        media=media,
        content=decoded.text,
        visible="",
        blocks=(),
        url=url,
        retrieved=moment(retrieved, "retrieved"),
        sha256=hashlib.sha256(raw).hexdigest(),
        notes=decoded.notes,
        markup=Markup(),
        fault=decoded.fault,
    )


def _with_title(page: Page) -> Page:
    """The page with the block that is its title marked as such."""
    _, index = find_title(page)
    if index < 0:
        return page
    blocks = list(page.blocks)
    blocks[index] = replace(blocks[index], kind=Kind.TITLE)
    return replace(page, blocks=tuple(blocks))
