"""Encodings as browsers understand them (WHATWG Encoding, https://encoding.spec.whatwg.org/)."""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

import webencodings

# Where browsers read more than Python's codec of that name: the Python codecs to try in turn.
_CODECS: dict[str, tuple[str, ...]] = {
    "gbk": ("gb18030",),
    "big5": ("big5hkscs", "cp950"),
    "euc-jp": ("euc_jp", "euc_jis_2004"),
    "iso-2022-jp": ("iso2022_jp", "iso2022_jp_ext"),
    "utf-32le": ("utf-32-le",),
    "utf-32be": ("utf-32-be",),
}
_UNREADABLE = frozenset({"replacement", "x-user-defined"})
_REPLACED = "\ufffd"
_PLACES = 3  # byte positions that a note lists

_PRESCAN = 4096
"""Bytes in which a declaration is looked for: browsers read 1024, but pages put it later."""
_XML = re.compile(rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([^\"'<>]+)[\"']", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_META = re.compile(rb"<meta[\s/]([^>]*)", re.I)
_ATTRIBUTE = re.compile(
    rb"""([a-z-]+)\s*=\s*           # name
         (?: "([^"]*)" | '([^']*)'  # value, quoted
           | ([^\s"'>]+) )          # or bare""",
    re.I | re.X,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """Bytes decoded by one encoding."""

    encoding: str
    text: str
    replaced: int
    """places that the encoding cannot read, each U+FFFD in `text`"""
    places: tuple[int, ...]
    """byte positions of the first of them"""


def lookup(label: str) -> str:
    """The WHATWG name of a label, or "" if it is no encoding of the web.

    >>> lookup(" Latin1 "), lookup("GB2312"), lookup("rot13"), lookup("utf-7")
    ('windows-1252', 'gbk', '', '')
    """
    if not label.isascii():
        return ""
    found = webencodings.lookup(label.strip("\t\n\f\r \"'"))
    return "" if found is None or found.name in _UNREADABLE else str(found.name)


def declared(data: bytes) -> str:
    """The label that markup declares near its start, in an XML declaration or a meta element.

    Comments do not count. Two labels that HTML gives another meaning are returned with that one:
    bytes that could be searched are not UTF-16, and x-user-defined is windows-1252.
    """
    head = _COMMENT.sub(b"", data[:_PRESCAN])
    xml = _XML.match(head.lstrip(b"\0\t\n\f\r "))
    label = xml[1] if xml else next(filter(None, map(_meta_label, _META.findall(head))), b"")
    text = label.decode("ascii", "replace").strip().lower()
    if lookup(text).startswith("utf-16"):
        return "utf-8"
    return "windows-1252" if text == "x-user-defined" else text


def _meta_label(attributes: bytes) -> bytes:
    found: dict[bytes, bytes] = {}
    for name, *values in _ATTRIBUTE.findall(attributes):
        found.setdefault(name.lower(), b"".join(values))
    if b"charset" in found:
        return found[b"charset"].rstrip(b"/")  # <meta charset=utf-8/>
    if found.get(b"http-equiv", b"").lower() == b"content-type":
        inner = _CHARSET.search(found.get(b"content", b""))
        return inner[1] if inner else b""
    return b""


def read(data: bytes, encoding: str) -> Decoding:
    """`data` decoded by the WHATWG encoding `encoding`; what it cannot read becomes U+FFFD."""
    if encoding.startswith("windows-"):
        return _read_table(data, encoding)
    names = _CODECS.get(encoding) or (webencodings.lookup(encoding).codec_info.name,)
    tries = [_read_codec(data, encoding, name) for name in names[:1]]
    if tries[0].replaced:
        tries += [_read_codec(data, encoding, name) for name in names[1:]]
    return min(tries, key=lambda each: each.replaced)


def _read_table(data: bytes, encoding: str) -> Decoding:
    """Bytes 80 to 9F that Python's windows-* codecs leave out are C1 controls to a browser."""
    codec = webencodings.lookup(encoding).codec_info
    table = ""
    for byte in range(256):
        char = codec.decode(bytes([byte]), "replace")[0]
        table += chr(byte) if char == _REPLACED and 0x80 <= byte < 0xA0 else char
    text, _ = codecs.charmap_decode(data, "strict", table)
    places = tuple(match.start() for match in islice(re.finditer(_REPLACED, text), _PLACES))
    return Decoding(encoding=encoding, text=text, replaced=text.count(_REPLACED), places=places)


def _read_codec(data: bytes, encoding: str, codec: str) -> Decoding:
    try:
        return Decoding(encoding=encoding, text=data.decode(codec), replaced=0, places=())
    except UnicodeDecodeError as error:
        first = error
    text = data.decode(codec, "replace")
    written = data.count(_REPLACED.encode()) if encoding == "utf-8" else 0
    places = _bad_places(data, codec, first)
    return Decoding(
        encoding=encoding,
        text=text,
        replaced=max(text.count(_REPLACED) - written, len(places)),
        places=places,
    )


def _bad_places(data: bytes, codec: str, error: UnicodeDecodeError) -> tuple[int, ...]:
    """Where the first unreadable bytes are.

    ISO-2022 keeps a state, which is lost by going on from the middle: only its first is told.
    """
    places, after = [error.start], error.end
    while len(places) < _PLACES and not codec.startswith("iso2022"):
        try:
            data[after:].decode(codec)
        except UnicodeDecodeError as later:
            places.append(after + later.start)
            after += later.end
        else:
            break
    return tuple(places)
