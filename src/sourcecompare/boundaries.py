"""Where a sentence ends.

The rules are our own and need no model: a mark that can end a sentence is looked at with the
word before it and the character after it. When in doubt two sentences stay together, for half
a sentence misleads a reader more than a long one. All is linear in the length of the text.
"""

import re
from collections.abc import Iterator

from .model import TextSpan
from .text import UNSPACED, WORD

# As written; in capitals ("SEN.") they count too. A sentence ends after one of them only where
# a word follows that starts sentences and no names.
_ABBREVIATIONS = frozenset(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Pvt Det
    Sen Sens Rep Reps Gov Govs Pres Rev Hon Amb Atty Supt Insp St Ste Mt Ft Jr Sr Esq
    Inc Corp Co Cos Ltd Bros Assn Dept Univ Ave Blvd Rd Sq vs etc approx cf al
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
    Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
    Hr Fr Frl Dipl Ing bzw ca usw evtl inkl zzgl bspw sog vgl Str
    Sra Srta Dra Sres Av Avda Sig Dott Avv Ilmo Exmo
    им ул гг тыс млн млрд руб др проф акад
    """.split()
)
_BEFORE_NUMBERS = frozenset("No Nos no nos Nr Nro Núm Art Abs Fig Vol vol pp Sec Ch cap".split())
_STARTERS = frozenset(
    """
    The A An This That These Those He She It They We You I His Her Its Their Our My
    But And Or So Yet If In On At By For From To With As After Before When While Since Until
    Although Though Because However Meanwhile There Here What Who Why How Where Some Many Most
    Both All Another Now Then Also Still Even Only Not No
    Der Die Das Ein Eine Er Sie Es Wir Aber Und Im Am Doch Nach
    Le La Les Il Elle Ils Un Une Mais Et Dans En El Los Las Pero Y Lo Una O Os As Mas Em
    Он Она Они Оно Это Этот Эта Эти Мы Вы Но В На По И А С О К У Я Так Как Что При После Если Все
    Ο Η Το Οι Τα Αυτό Και Αλλά Στο Στη Στην
    """.split()
)
# After a stop without a blank a small letter starts a sentence only in words like these, which end
# neither the names of hosts nor those of files.
_SMALL_STARTERS = frozenset("the this that these those they there then when while which".split())
_GERMAN_AFTER_ORDINALS = frozenset(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Jahrhunderts Mal Platz Tag Klasse
    """.split()
)
_ENDINGS = frozenset("com net org gov edu info io ai tv js py md htm html pdf doc csv".split())
_FOLLOWS_WORD = frozenset(" \n\t\r\u00a0,’'")  # code goes on with brackets, addresses with stops
_SHORTEST = 3  # letters of a word that ends a sentence before one that is glued to it

_STRONG = frozenset("。！？｡।॥؟۔։።။។")
_SYMBOLS = frozenset("$€£¥@#•*&")
_LOOK_BACK = 24  # characters; the longest abbreviation with brackets round it is shorter

_STOP = re.compile(
    r"""
    (?P<blank> \n\s*\n ) |
    (?P<mark> [.!?…。！？｡।॥؟۔։።။។]+ )
    (?P<close> ["'”’»«›)\]}」』）】]* (?: [ \u00a0\u202f]» (?=[\s.,;]|\Z) )? (?: \[\d{1,3}\] )* )
    """,
    re.VERBOSE,
)
_AHEAD = re.compile(
    r"""
    (?P<space> \s* )
    (?P<open> ["'“‘„«»‹([{「『（¿¡—–-]* ) \s?
    (?P<word> [^\W\d_]{0,24} ) (?P<rest> .{0,2} )
    """,
    re.VERBOSE | re.DOTALL,
)
_UNSPACED_LETTER = re.compile(rf"[{UNSPACED}]")
_LAST_TOKEN = re.compile(r"[^\s\"'“‘„«»(\[{—–/]*\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_SAID = re.compile(
    r"\s+(?:[A-Z][\w.'’-]{0,24}\s){1,4}"
    r"(?:said|says|asked|asks|wrote|writes|told|tweeted|replied|added|shouted|continued)\b"
)


def split_sentences(text: str) -> list[TextSpan]:
    """The sentences of a text, half-open, without white space at their ends.

    Line breaks are blanks; a blank line ends a sentence. Runs without any word are left out.

    >>> text = 'Gen. Lee won. "Why?" Mr. Hu asked.They left at 5 a.m. Monday.'
    >>> [text[span.start : span.end] for span in split_sentences(text)]
    ['Gen. Lee won.', '"Why?" Mr. Hu asked.', 'They left at 5 a.m. Monday.']
    """
    spans: list[TextSpan] = []
    start = looked = 0
    worded = False
    for stop, end in _stops(text):
        worded = worded or WORD.search(text, looked, stop.start()) is not None
        looked = end
        if worded and _ends_sentence(text, stop, start):
            spans.append(trimmed(text, start, end))
            start, worded = end, False
    if worded or WORD.search(text, looked) is not None:
        spans.append(trimmed(text, start, len(text)))
    return spans


def _stops(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Marks outside web addresses that may end a sentence, and where it would end."""
    addresses = (
        (found.start(), found.start() + len(found[0].rstrip(".,;:!?\"')]}")))
        for found in _ADDRESS.finditer(text)
    )
    begin, finish = next(addresses, (len(text), len(text)))
    for stop in _STOP.finditer(text):
        while finish <= stop.start() and begin < len(text):
            begin, finish = next(addresses, (len(text), len(text)))
        if not begin <= stop.start() < finish:
            yield stop, stop.end()


def _ends_sentence(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether the sentence that began at `start` ends with this mark."""
    mark, closing, end = stop["mark"], stop["close"], stop.end()
    if stop["blank"] or not _STRONG.isdisjoint(mark) or end == len(text):
        return True
    ahead = _AHEAD.match(text, end)
    if ahead is None or not _can_start(ahead):
        return False
    glued = not ahead["space"]
    if glued and ("…" in mark or mark.startswith("..") or not _glued(text, stop, start, ahead)):
        return False
    if mark == ".":
        return _full_stop(text, stop.start(), start, ahead)
    if mark == "…" or mark.startswith(".."):
        return text[stop.start() - 1 : stop.start()].isalnum()
    return not (closing and _SAID.match(text, end))


def _can_start(ahead: re.Match[str]) -> bool:
    """Whether what follows may be the first character of a sentence."""
    word, rest = ahead["word"], ahead["rest"]
    if not word:
        return not rest or rest[0].isdigit() or rest[0] in _SYMBOLS
    if not word[0].islower() or (len(word) > 1 and word[1].isupper()):  # "iPhone sales fell"
        return True
    return not ahead["space"] and word in _SMALL_STARTERS


def _glued(text: str, stop: re.Match[str], start: int, ahead: re.Match[str]) -> bool:
    """Whether a word that follows without a blank starts a sentence: "ended.This".

    Names of hosts, files and functions look alike: "Node.js", "fmt.Println(x)", "U.S.A".
    """
    word, rest = ahead["word"], ahead["rest"]
    before = _last_token(text, stop.start(), start)
    if not word or word.lower() in _ENDINGS:
        return False
    if not (word[0].isupper() or word[0].islower()):  # a script without capitals
        letters = before[-1:].isalpha() and not (before[-1:].isupper() or before[-1:].islower())
        return letters and (stop["mark"] != "." or _ends_unspaced(before, word))
    if rest[:1] not in _FOLLOWS_WORD or (any(map(str.isupper, word[1:])) and not word.isupper()):
        return False
    if word in _STARTERS or word in _SMALL_STARTERS:
        return len(word) > 1 or rest[:1] == " "
    plain = before.isalpha() and before.islower() and len(before) >= _SHORTEST
    return len(word) > 1 and (plain or bool(stop["close"]))


def _ends_unspaced(before: str, word: str) -> bool:
    """Whether a full stop of ours between two words of a script without capitals ends a sentence.

    Abbreviations are short ("ق.م"), and Chinese words are single characters.
    """
    if _UNSPACED_LETTER.match(before[-1:]) and _UNSPACED_LETTER.match(word):
        return True
    return len(before) > _SHORTEST and len(word) > 1


def _full_stop(text: str, at: int, start: int, ahead: re.Match[str]) -> bool:
    """Whether a single full stop before a possible start ends the sentence."""
    token = _last_token(text, at, start)
    word, rest = ahead["word"], ahead["rest"]
    if not token:
        return text[max(start, at - 2) : at].strip() != "."  # ". . ." is an ellipsis
    if token.isdecimal():
        is_label = not text[start : at - len(token)].strip() if at - start < _LOOK_BACK else False
        return not is_label and (len(token) > 2 or word not in _GERMAN_AFTER_ORDINALS)
    last = token.rsplit("-", 1)[-1]  # "D-Calif."
    if last in _BEFORE_NUMBERS:
        return not rest[:1].isdigit() or bool(word)
    if not _is_abbreviation(last):
        return True
    return word in _STARTERS and rest[:1] != "." and bool(ahead["space"])


def _last_token(text: str, at: int, start: int) -> str:
    """What stands before a mark, back to a blank, an opening bracket or a quotation mark."""
    found = _LAST_TOKEN.search(text[max(start, at - _LOOK_BACK) : at])
    return found[0] if found else ""


def _is_abbreviation(token: str) -> bool:
    """Whether a full stop belongs to this token: "Gen", "J", "U.S", "a.m", "z.B"."""
    parts = token.split(".")
    if len(parts) > 1:
        return all(len(part) <= 2 and (not part or part.isalpha()) for part in parts)
    if len(token) == 1:
        return token.isalpha()
    return token in _ABBREVIATIONS or (token.isupper() and token.capitalize() in _ABBREVIATIONS)


def trimmed(text: str, start: int, end: int) -> TextSpan:
    """The span without white space at its ends."""
    run = text[start:end]
    return TextSpan(start + len(run) - len(run.lstrip()), start + len(run.rstrip()))
