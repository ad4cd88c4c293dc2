"""Pure functions on strings that every floor shares: words, folding, short stable hashes."""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

RECENT = 1 << 11
"""Sentences of which it is kept what was read in them: several readers ask for the same ones. Most
stories have fewer; of a longer one some sentences are read again."""

MAX_URL = 2_000  # characters; browsers and servers take no more
_DEFAULT_PORTS = {"http": 80, "https": 443}

# Scripts written without spaces count one character a word:
# Chinese, Japanese, Thai, Lao, Burmese, Khmer, these two without their full stops.
UNSPACED = (
    r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u1049\u104c-\u109f"
    r"\u1780-\u17d3\u17d6-\u17ff"
    r"\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}_]+(?:['’][^\W\d{UNSPACED}_]+)*")
"""A word; an apostrophe between letters belongs to it. Must not match: white space, dashes, "_"."""

_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "\u00ad": None,
    }
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff")
)


SENTENCE_ENDS = frozenset(".!?…。！？।؟")
"""Signs that end a sentence, in the scripts that have one."""

_ASCII_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*", re.ASCII)
"""The same for a text without other characters, in half the time."""


def words(text: str) -> list[str]:
    """All words, as written.

    >>> words("Kim’s 2nd visit: 北京")
    ['Kim’s', '2nd', 'visit', '北', '京']
    """
    return (_ASCII_WORD if text.isascii() else WORD).findall(text)


def fold(text: str) -> str:
    r"""The form in which texts are compared: no case, no typography, no invisible signs.

    White space runs become one blank. NFKC is left out on purpose: some characters grow 18 times.

    >>> print(fold("  “Café” — it’s\u00a0OPEN "))
    "café" - it's open
    """
    if text.isascii():  # most texts: nothing to compose, no typography
        return " ".join(text.lower().split())
    composed = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()
    return " ".join(composed.split())


def folded_words(text: str) -> list[str]:
    """The words of the folded text.

    >>> folded_words("The Parade’s Start")
    ['the', "parade's", 'start']
    """
    return words(fold(text))


def short_hash(*parts: str) -> str:
    """Twelve hexadecimal digits that depend on all parts and on where one ends.

    >>> short_hash("a", "bc") == short_hash("ab", "c")
    False
    """
    joined = "\x1f".join(part.replace("\x1f", "\x1f\x1f") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def slug(text: str, *, length: int = 60) -> str:
    """A file name's middle: ASCII letters, digits and single hyphens; never empty.

    >>> slug("Déjà vu: 3 Boats!"), slug("北京")
    ('deja-vu-3-boats', 'x-68c77e15')
    """
    plain = unicodedata.normalize("NFKD", text[:500]).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].strip("-")
    return name or f"x-{short_hash(text)[:8]}"


def http_url(address: str) -> str:
    """The address if it is an absolute http(s) one that may be shown as a link; else "".

    >>> http_url(" https://a.example/x "), http_url("javascript:x"), http_url("http://[::1")
    ('https://a.example/x', '', '')
    """
    address = address.strip()
    if len(address) > MAX_URL or any(ord(c) <= 32 or ord(c) == 127 for c in address):
        return ""
    try:
        parts = urlsplit(address)
        reachable = parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        return ""
    # A user name in an address is there to deceive: http://bank.example@evil.example/.
    return (
        address
        if parts.scheme in {"http", "https"} and reachable and "@" not in parts.netloc
        else ""
    )


def normalised_url(url: str) -> str:
    """The address without what never tells two pages apart (RFC 3986, 6.2.2.1 and 6.2.3).

    Scheme and host in lower case, no default port, no fragment, "/" for an empty path. What is
    no address comes back as it is.

    >>> normalised_url("HTTPS://News.Example:443#top")
    'https://news.example/'
    >>> normalised_url("https://news.example:bad/")
    'https://news.example:bad/'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:  # an unfinished IPv6 host, a port that is no number
        return url
    if not host:
        return url
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))
