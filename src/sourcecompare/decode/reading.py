"""The order in which encodings are tried; never raises on data."""

import re
import unicodedata
from dataclasses import dataclass, field

from sourcecompare.model import Fault, Reason

from . import gzipped
from .charsets import Decoding, declared, lookup, read
from .detection import detect, mostly_utf8
from .signatures import binary

LIMIT = 30_000_000
"""bytes of one page, decompressed; what `Settings.max_bytes` is unless it is set"""

_LAYERS = 2  # a server and an archive may each have compressed the page; nobody does it three times
_MARKS = (
    # UTF-32LE first: its mark begins with that of UTF-16LE.
    (b"\xff\xfe\0\0", "utf-32le"),
    (b"\0\0\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")

# UTF-16 without a mark: this share of characters, at least, are ASCII and so have a NUL on their
# one side; on the other side there is next to none. Blanks alone are more than .1 of a text.
_ASCII_SHARE = 0.05
_WRONG_SIDE = 0.1
# Characters that no text has much of (controls, unassigned, private) in the head of a text that
# was read as UTF-16 or UTF-32: random bytes have .14 or more.
_ODD_SHARE = 0.05
_HEAD = 10_000
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})
# Places that the declared encoding cannot read, per character beyond ASCII, up to which it is
# believed. Five texts read by wrong double-byte encodings: none (nothing can be told) or .02 to 1.
_BELIEVED = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text that bytes stand for, or why they stand for none."""

    text: str = field(repr=False)
    """line ends as they were; no leading BOM, no NUL, no lone surrogate; "" if there is a fault"""
    encoding: str
    """WHATWG name, or utf-32le/be; "" if there is a fault or a string was handed in"""
    notes: tuple[str, ...] = ()
    """what had to be repaired or guessed, a sentence each"""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """What somebody says the encoding is."""

    who: str
    text: str
    encoding: str


def decode(
    data: bytes | str, *, charset: str | None = None, markup: bool, limit: int = LIMIT
) -> Decoded:
    r"""The text of a page, by the encoding that a browser would take or the likeliest one.

    `charset` is the label in the HTTP header; `markup` says that the page may declare one itself.
    The order: byte order mark; valid UTF-8 beyond ASCII, whatever is declared; `charset`; the
    page's own declaration; the look of the bytes; windows-1252. Labels mean what they mean to a
    browser. Bytes may be gzipped, once or twice. Of a string, one character in is one character
    out, but for a leading BOM. `limit` counts bytes, or characters of a string.

    >>> decode(b"<p>caf\xe9", markup=True).text
    '<p>café'
    >>> decode(b"%PDF-1.7", markup=True).fault.reason
    <Reason.NOT_TEXT: 'not-text'>
    """
    if len(data) > limit:
        return _too_large(limit, "")
    if isinstance(data, str):
        return _tidy(data, "", [])
    notes: list[str] = []
    for _ in range(_LAYERS):
        if not data.startswith(gzipped.MAGIC):
            break
        unpacked = gzipped.unpack(data, limit)
        if len(unpacked.data) > limit:
            return _too_large(limit, " once decompressed")
        if not unpacked.whole:
            if not unpacked.data:
                detail = "It is damaged gzip of which nothing could be read; fetch the page again."
                return _faulty(Reason.UNDECODABLE, detail)
            notes.append("The gzip file is cut or damaged; what could be read was kept.")
        data = unpacked.data
    if data.startswith(gzipped.MAGIC):
        return _not_text("gzip within gzip within gzip")
    return _plain(data, charset, markup, notes)


def _plain(data: bytes, charset: str | None, markup: bool, notes: list[str]) -> Decoded:
    """Decode what is not compressed, or say that it is no text."""
    skip, marked = _mark(data)
    body = data[skip:]
    if not body.strip():
        return _faulty(Reason.EMPTY, "It holds nothing but white space; fetch the page again.")
    wide = marked if marked and marked != "utf-8" else _unmarked_utf16(body)
    if wide:
        decoding = read(body, wide)
        if _odd(decoding.text) > _ODD_SHARE:
            return _not_text(binary(data) or "binary data")
        if wide.startswith("utf-32"):
            notes.append("It is UTF-32, which is no encoding of the web; it was read all the same.")
        elif not marked:
            notes.append(f"It is {wide} without a byte order mark, as its NUL bytes show.")
    else:
        kind = binary(body)
        if kind:
            return _not_text(kind)
        decoding = read(body, marked) if marked else _choose(body, charset, markup, notes)
    notes.extend(_replacements(decoding, skip))
    return _tidy(decoding.text, decoding.encoding, notes)


def _mark(data: bytes) -> tuple[int, str]:
    """Length and encoding of a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding.startswith("utf-32") and read(data[4:], encoding).replaced:
                continue  # UTF-16LE that begins with a NUL
            return len(mark), encoding
    return 0, ""


def _unmarked_utf16(data: bytes) -> str:
    """`utf-16le` or `utf-16be` if NULs stand on one side of the characters and all can be read."""
    if b"\0" not in data:
        return ""
    nuls = {"utf-16be": data[::2].count(0), "utf-16le": data[1::2].count(0)}
    encoding = max(nuls, key=lambda each: nuls[each])
    most, total = nuls[encoding], sum(nuls.values())
    if most * 2 < _ASCII_SHARE * len(data) or total - most > _WRONG_SIDE * total:
        return ""
    decoding = read(data[: len(data) // 2 * 2], encoding)
    return "" if decoding.replaced or _odd(decoding.text) > _ODD_SHARE else encoding


def _odd(text: str) -> float:
    """Share of characters, 0..1, that texts do not use, in the head of `text`."""
    head = "".join(text[:_HEAD].split())
    odd = sum(char == "\ufffd" or unicodedata.category(char) in _ODD for char in head)
    return odd / len(head) if head else 0.0


def _choose(data: bytes, charset: str | None, markup: bool, notes: list[str]) -> Decoding:
    """Decode bytes that have no mark: by what they are, by what is said, by what they look like."""
    label = _label(data, charset, markup, notes)
    said = label.encoding
    unicode = read(data, "utf-8")
    if not unicode.replaced:
        shifted = detect(data, markup=markup) if data.isascii() and b"\x1b$" in data else None
        if shifted is None and not data.isascii():
            notes.extend(_contradicted(label, "utf-8", "its bytes are UTF-8"))
        return shifted or unicode
    utf8_said = said in {"", "utf-8"}
    if mostly_utf8(data) if utf8_said else mostly_utf8(data, good=4, bad=1):
        notes.extend(_contradicted(label, "utf-8", "nearly all its bytes are UTF-8"))
        return unicode
    declared_one = unicode if utf8_said else read(data, said)
    if not utf8_said and _believable(declared_one):
        return declared_one
    found = detect(data, markup=markup)
    if found and (not said or found.replaced < declared_one.replaced):
        if not said:
            notes.append(
                f"No encoding is declared; by its bytes it was taken for {found.encoding}."
            )
        notes.extend(_contradicted(label, found.encoding, f"its bytes look like {found.encoding}"))
        return found
    if said:
        return declared_one
    notes.append("No encoding is declared and none was recognised; it was read as windows-1252.")
    return read(data, "windows-1252")


def _label(data: bytes, charset: str | None, markup: bool, notes: list[str]) -> _Label:
    """The first label that names an encoding; the others that do not are noted."""
    sayings = [("The HTTP header", charset or ""), ("The page", declared(data) if markup else "")]
    for who, text in sayings:
        if lookup(text):
            return _Label(who=who, text=text, encoding=lookup(text))
        if text:
            shown = ascii(text[:40])
            notes.append(f"{who} declares {shown}, which is no encoding of the web: ignored.")
    return _Label(who="", text="", encoding="")


def _contradicted(label: _Label, encoding: str, why: str) -> list[str]:
    if label.encoding in {"", encoding}:
        return []
    return [f"{label.who} declares {label.text}, but {why}; it was read as {encoding}."]


def _believable(decoding: Decoding) -> bool:
    if not decoding.replaced:
        return True
    beyond = sum(char > "\x7f" for char in decoding.text)
    return decoding.replaced <= max(1, _BELIEVED * beyond)


def _replacements(decoding: Decoding, skipped: int) -> list[str]:
    """What `decoding` could not read; `skipped` bytes went before its first."""
    count = decoding.replaced
    if not count:
        return []
    places = ", ".join(str(skipped + place) for place in decoding.places)
    places += ", ..." if count > len(decoding.places) else ""
    what = "place that is" if count == 1 else "places that are"
    end = "was" if count == 1 else "were"
    return [f"{count} {what} no {decoding.encoding} {end} replaced by U+FFFD (byte {places})."]


def _tidy(text: str, encoding: str, notes: list[str]) -> Decoded:
    """Drop a leading BOM and replace what no text may hold."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return _faulty(Reason.EMPTY, "It holds nothing but white space; fetch the page again.")
    nuls = text.count("\0")
    text = text.replace("\0", "\ufffd")
    surrogates = 0
    if not _is_encodable(text):
        text, surrogates = _SURROGATE.subn("\ufffd", text)
    for count, what in ((nuls, "NUL character"), (surrogates, "lone surrogate")):
        if count:
            end = " was" if count == 1 else "s were"
            notes.append(f"{count} {what}{end} replaced by U+FFFD.")
    return Decoded(text=text, encoding=encoding, notes=tuple(notes))


def _is_encodable(text: str) -> bool:
    """Whether the text has no lone surrogate; much faster than to look for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _not_text(kind: str) -> Decoded:
    detail = f"It looks like {kind}, not like text; save the article as HTML or plain text."
    return _faulty(Reason.NOT_TEXT, detail)


def _too_large(limit: int, when: str) -> Decoded:
    detail = f"It is larger than {limit:,} bytes{when}; cut it down or raise the limit."
    return _faulty(Reason.TOO_LARGE, detail)


def _faulty(reason: Reason, detail: str) -> Decoded:
    return Decoded(text="", encoding="", fault=Fault(reason=reason, detail=detail))
