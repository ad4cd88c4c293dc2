"""Which addresses of a page may become links, and which of its tags may become attributes."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")

_TURNS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Signs that are written from right to left: the blocks of Unicode that are kept for them."""

WORDS_OF_AN_END = 5
"""Enough to be the only ones of their kind on a page, few enough to be written alike there."""

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
)


def safe_link(url: str | None) -> str:
    """The address if a click on it can only open a web page, else "".

    No other scheme than http(s), no user name (``https://bank.example@evil.example``), no
    backslash (browsers read it as a slash) and no white space, control or invisible sign.

    >>> safe_link("https://alpha.example/story?id=1"), safe_link("javascript:alert(1)")
    ('https://alpha.example/story?id=1', '')
    """
    if not url or "\\" in url or any(unicodedata.category(c)[0] in "CZ" for c in url):
        return ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    web = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return url if web and "@" not in parts.netloc else ""


def link_to_words(link: str, words: str) -> str:
    """The link, to these words on its page: browsers that know text fragments scroll there.

    Long words are named by their beginning and their end. Source: the URL Fragment Text Directives
    of the WICG, which give commas, ampersands and hyphens a meaning.

    >>> link_to_words("https://alpha.example/a", "12 people, no more")
    'https://alpha.example/a#:~:text=12%20people%2C%20no%20more'
    """
    said = words.split()
    if not link or not said:
        return link
    if len(said) > WORDS_OF_AN_END * 3:
        ends = (said[:WORDS_OF_AN_END], said[-WORDS_OF_AN_END:])
        directive = ",".join(_encoded(" ".join(end)) for end in ends)
    else:
        directive = _encoded(" ".join(said))
    return f"{link}{'' if '#' in link else '#'}:~:text={directive}"


def _encoded(words: str) -> str:
    return quote(words, safe="", errors="replace").replace("-", "%2D")


def language_tag(language: str | None) -> str:
    """The language if it is a BCP 47 tag by its form, else "".

    >>> language_tag("zh-Hant"), language_tag('en" onclick="x')
    ('zh-Hant', '')
    """
    return language if language and _LANGUAGE.fullmatch(language) else ""


def direction(language: str | None) -> str:
    """The value of ``dir`` for texts in this language; where in doubt the text itself decides.

    >>> direction("ar-EG"), direction(None)
    ('rtl', 'auto')
    """
    return "rtl" if language and language.split("-")[0].lower() in RIGHT_TO_LEFT else "auto"


def needed_direction(direction: str, text: str) -> str:
    """The direction, or "" where the text reads from left to right whatever decides.

    >>> needed_direction("auto", "port"), needed_direction("auto", "\u0645\u064a\u0646\u0627\u0621")
    ('', 'auto')
    """
    return direction if direction != "auto" or _TURNS.search(text) else ""
