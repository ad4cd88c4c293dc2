"""What bytes are that nobody, or nobody reliable, has labelled.

Two questions, asked of a sample. Is most of what is not ASCII inside words of ASCII letters? Then
the page is in a Latin script, and the letters of its languages tell the encodings apart:
charset-normalizer calls French windows-1257 and Spanish windows-1250. All other scripts are
charset-normalizer's: it read each of 15 texts of a line, in ten languages, once it was not
offered EBCDIC and other encodings that no page uses.
"""

import re
from collections import Counter
from itertools import islice

import charset_normalizer

from .charsets import Decoding, read

_SAMPLE = 100_000  # bytes; what a page is written in shows in far fewer
_TAG = re.compile(rb"<[^<>]*>")
# A sign that stands alone ("£5", "—") says nothing about the letters.
_WORD = re.compile(rb"[A-Za-z\x80-\xff]{2,}")
# A byte below "0" ends no character of any encoding that is asked about, so it is safe to cut at.
_CUT = re.compile(rb"[\x00-\x2f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_RUNS = 20_000  # runs of bytes beyond ASCII that are looked at: a page is not judged by its end
_SHIFT = re.compile(rb"\x1b\$[@B]")  # ISO-2022-JP turns to kanji

# charset-normalizer's names, and the web's.
_OTHER_SCRIPTS = {
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "iso8859_5": "iso-8859-5",
    "cp866": "ibm866",
    "cp1253": "windows-1253",
    "iso8859_7": "iso-8859-7",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1258": "windows-1258",
    "cp874": "windows-874",
    "gb18030": "gb18030",
    "big5hkscs": "big5",
    "euc_jp": "euc-jp",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
}

_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene
    "ăâîşţ",  # Romanian
)
_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "windows-1252",
        (
            "àâæçéèêëîïôœùûüÿ",  # French
            "äöüßé",  # German
            "áéíñóúüªº",  # Spanish
            "áâãàçéêíóôõúªº",  # Portuguese
            "àèéìíòóù",  # Italian
            "äåæéöøü",  # Danish, Norwegian, Swedish, Finnish
            "áéèëïóöü",  # Dutch
            "àçèéíïòóúü",  # Catalan
            "áðéíóúýþæö",  # Icelandic
        ),
    ),
    ("windows-1250", _CENTRAL),
    ("iso-8859-2", _CENTRAL),
    ("windows-1254", ("âçğıîöşüû\u0307",)),  # Turkish; the dot is what lowering leaves of "İ"
    ("windows-1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")),  # Lithuanian, Latvian, Estonian
)
"""Letters beyond ASCII, by language; where two encodings do equally well the first is taken."""
_NEUTRAL = frozenset("“”„‘’‚«»‹›–—…•·¡¿§©®™°€£´¨\u00a0\u00ad")


def detect(data: bytes, *, markup: bool) -> Decoding | None:
    """`data`, by the encoding that it looks most like; None if it looks like none.

    UTF-8 and UTF-16 are not considered: they are recognised, not guessed.
    """
    if _SHIFT.search(data) and data.isascii():
        japanese = read(data, "iso-2022-jp")
        return None if japanese.replaced else japanese
    text = sample(data, markup=markup)
    words = b"".join(word for word in _WORD.findall(text) if not word.isascii())
    high = sum(byte > 0x7F for byte in words)
    encoding = _latin(words) if 2 * high <= len(words) else _other(text)
    return read(data, encoding) if encoding else None


def mostly_utf8(data: bytes, *, good: int = 1, bad: int = 4) -> bool:
    """Whether at least `good` in `bad` runs of bytes beyond ASCII, one or more, are valid UTF-8.

    Bytes of another encoding hardly ever are. UTF-16 surrogates written as if they were
    characters (CESU-8) can only have been meant as UTF-8.
    """
    runs = Counter(_is_utf8(match[0]) for match in islice(_HIGH.finditer(data), _RUNS))
    return runs[True] * bad >= runs[False] * good and runs[True] > 0


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def sample(data: bytes, *, markup: bool) -> bytes:
    """At most `_SAMPLE` bytes round the first that is not ASCII, without tags.

    Cut where no character can be split, if there is such a place.
    """
    first = _HIGH.search(data)
    if first is None:
        return b""
    text = data[max(0, first.start() - _SAMPLE // 2) : first.start() + 4 * _SAMPLE]
    if markup:
        text = _TAG.sub(b" ", text)
    first = _HIGH.search(text)
    start = max(0, first.start() - _SAMPLE // 4) if first else 0
    cut = _CUT.search(text, start)
    start = cut.end() if start and cut else start
    text = text[start : start + _SAMPLE + 1]
    if len(text) <= _SAMPLE:
        return text
    return text[
        : max((match.end() for match in _CUT.finditer(text, _SAMPLE // 2)), default=_SAMPLE)
    ]


def _latin(words: bytes) -> str:
    """The Latin encoding whose reading fits one language best; "" if none fits more than not."""
    best, encoding = 0, ""
    for candidate, languages in _LATIN:
        read_as = read(words, candidate).text.lower()
        chars = Counter(char for char in read_as if char > "\x7f" and char not in _NEUTRAL)
        total = chars.total()
        for letters in languages:
            score = 2 * sum(chars[char] for char in letters) - total
            if score > best or (total == 0 and not encoding):
                best, encoding = score, candidate
    return encoding


def _other(text: bytes) -> str:
    matches = charset_normalizer.from_bytes(
        text,
        cp_isolation=list(_OTHER_SCRIPTS),
        preemptive_behaviour=False,  # what the page declares has been looked at
        enable_fallback=False,
    )
    best = matches.best()
    return _OTHER_SCRIPTS[best.encoding] if best else ""
