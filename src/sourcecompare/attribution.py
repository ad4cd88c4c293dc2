"""Who says what a sentence states: the outlet itself, or somebody it names."""

import re
from functools import lru_cache
from itertools import islice, takewhile

from .text import RECENT

LONGEST = 10_000
"""Characters; beyond it there is no sentence to speak of."""

NAME_WORDS = 8
"""Words of a speaker: "a senior official of the State Department" """

# An opening mark ends the search as well, so that each character is looked at once.
# Must not match: quotation marks that never close.
QUOTATION = re.compile(r'“[^“”]*”|"[^"]*"')

# A title's full stop belongs to its word: "Mr. Gray", "Sen. Blunt".
TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|\S")

SAYING = frozenset(
    """said says say told tells stated states wrote writes tweeted announced announces reported
    reports claimed claims argued argues warned warns estimated estimates testified insisted
    insists acknowledged confirmed denied explained noted added adds declared suggested concluded
    recalled maintained predicted continued replied responded asserted asserts contended contends
    admitted conceded cautioned remarked stressed emphasized emphasised alleged alleges""".split()
)
QUOTING = frozenset(
    """asked called calls urged replied vowed pledged promised joked shouted cried quipped answered
    countered quoted protested praised described dismissed questioned""".split()
)
"""Verbs behind which something is quoted, or nothing is said at all: "they called the police"."""
BESIDE = frozenset(
    "telling saying adding writing arguing warning insisting declaring tweeting asking".split()
)
"""With these the subject of a sentence says more: "accused him, telling him:" """
NEAR_QUOTATION = 30
"""Characters between such a verb and its quotation: "called the vote a" """

CUES = SAYING | QUOTING | BESIDE | {"according"}
"""A sentence without one of these, and without a colon, says nothing of somebody else's."""
LETTERS = re.compile(r"[^\W_]+")

PASSIVE = frozenset("is are was were been being be".split())
HEADED_WORDS = 3
LABELS = frozenset(
    """update live breaking video watch exclusive analysis opinion poll report photos correction
    editorial review interview""".split()
)
"""What stands before the colon of a headline and is nobody."""

ACCORDING = ("according", "to")
ADVERBS = frozenset(
    """has had have also later earlier reportedly repeatedly then again previously recently would
    will could may might himself herself themselves now still already never always once""".split()
)
BOUNDARIES = frozenset(
    """that when as but while because if after before since although though where which and or
    until""".split()
)
ARTICLES = frozenset(("a", "an"))
SMALL_WORDS = frozenset("of the for and a an in at".split())
TITLES = frozenset(
    "mr mrs ms dr sen sens rep reps gov gen lt col capt maj prof rev jr sr st".split()
)

RELATIVE = frozenset(("who", "whose", "whom"))
CLAUSE_WORDS = 24
"""Words and signs of a clause between a name and its verb: "Ana Ruiz, who leads it, said"."""
BRACKET_WORDS = 8
"""Of a bracket there: "Ana Ruiz (R-Ohio) said"."""
DESCRIBING = 3
"""Words for what a person is between the verb and the name: "said union organiser Ana Ruiz" """

_ONE_MARK = str.maketrans("“”", '""')
_BEFORE_OPENING = " ([—–-"

NAME_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W_]+)*")
PLACE_WORDS = frozenset("of from for in at on who".split())
OWNER = re.compile(r"['’]s?\Z")
MOST_NAMES = 4
LEAST_LETTERS = 2
SUFFIXES = frozenset("jr sr ii iii iv".split())
OFFICES = frozenset(
    """president vice senator representative governor mayor minister premier chancellor secretary
    chairman chairwoman chair chief justice judge general attorney director spokesman spokeswoman
    leader speaker king queen prince princess pope bishop cardinal sheriff sergeant captain colonel
    major lieutenant officer ambassador commissioner councillor councilman congressman
    congresswoman republican democrat professor doctor reverend deputy majority minority""".split()
)
"""Words in front of a name; alone they name no person."""
BODIES = frozenset(
    """committee department party house senate court board council ministry agency bureau office
    police army navy government administration campaign union association commission company
    corporation inc corp group bank university college school church institute foundation times
    post news journal press tribune herald gazette courier radio television tv network center
    centre league coalition congress parliament republicans democrats officials americans statement
    report letter white national international united states new north south west east san los st
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december twitter facebook trust society federation service
    team club fund authority critics supporters opponents prosecutors police lawyers investigators
    activists organizers organisers experts economists analysts residents witnesses lawmakers
    legislators historians scholars friends relatives neighbors neighbours""".split()
)
"""Words of a name that is no person's."""

PRONOUNS = frozenset("he she they".split())
UNKNOWN = PRONOUNS | frozenset("it we i you who this that sources source officials".split())
"""Speakers that name nobody by themselves."""


@lru_cache(maxsize=RECENT)
def speaker(text: str) -> str:
    """The words of a sentence that name who says it; empty if it is the outlet itself.

    >>> speaker("Two officials said Thursday that troops would leave.")
    'Two officials'
    >>> speaker("According to the ministry, 12 people died.")
    'the ministry'
    >>> speaker("“It is over,” said Ana Ruiz, the mayor."), speaker("Twelve people died.")
    ('Ana Ruiz', '')
    >>> speaker("On Friday its director, Ana Ruiz, said that it was over.")
    'On Friday its director, Ana Ruiz'
    """
    if len(text) > LONGEST or not _may_name(text):
        return ""
    # Of quotations commas are left, with blanks between: what is said inside is another's saying.
    plain = QUOTATION.sub(lambda match: _blank(len(match[0])), _closed(text))
    tokens = list(TOKEN.finditer(plain))
    low = [match[0].casefold() for match in tokens]
    for k, word in [(k, word) for k, word in enumerate(low) if word in CUES]:
        if tuple(low[k : k + 2]) == ACCORDING:
            return _after(text, tokens, k + 2, any_case=True)
        if low[k : k + 3] == ["quoted", "as", "saying"] and k:
            return _before(text, tokens, k - 1)
        if word in BESIDE and _is_quoting(text, tokens[k]):
            name = opening_name(text)
            if name:
                return name
        if word not in SAYING and not (word in QUOTING and _is_quoting(text, tokens[k])):
            continue
        if k and low[k - 1] in PASSIVE:
            if low[k + 1 : k + 2] == ["by"]:
                return _after(text, tokens, k + 2, any_case=True)
            continue  # "it was reported": by nobody
        return (
            _before(text, tokens, k)
            or _after(text, tokens, k + 1, any_case=False)
            or _described(text, tokens, k + 1)
        )
    return _headed(text, tokens)


def _may_name(text: str) -> bool:
    return ":" in text or not CUES.isdisjoint(map(str.casefold, LETTERS.findall(text)))


def opening_name(text: str) -> str:
    """The person or pronoun that a sentence begins with, who does what it tells.

    >>> opening_name("Sen. Ana Ruiz left at noon."), opening_name("The harbour is shut.")
    ('Sen. Ana Ruiz', '')
    >>> opening_name("Interior minister Ana Ruiz left at noon.")
    'Interior minister Ana Ruiz'
    """
    tokens = list(islice(TOKEN.finditer(text), NAME_WORDS + 1))
    name = _after(text, tokens, 0, any_case=False)
    end = sum(token.end() <= len(name) for token in tokens) if text.startswith(name) else 0
    behind = end
    while behind < len(tokens) and tokens[behind][0] in OFFICES:
        behind += 1
    named = _after(text, tokens, behind, any_case=False) if behind > end else ""
    if surname(named):
        return text[: tokens[behind].start()] + named
    return name if is_pronoun(name) or surname(name) else ""


def is_pronoun(name: str) -> bool:
    """Whether a speaker is somebody named before.

    >>> is_pronoun("She"), is_pronoun("Ana Ruiz")
    (True, False)
    """
    return name.casefold() in PRONOUNS


def is_known(name: str) -> bool:
    """Whether a speaker can be told from another: a pronoun cannot.

    >>> is_known("Ana Ruiz"), is_known("She"), is_known("")
    (True, False, False)
    """
    return bool(name) and name.casefold() not in UNKNOWN


def surname(name: str) -> str:
    """The folded surname of a speaker who is named as a person; empty for offices and bodies.

    >>> surname("Senator Ana Ruiz of Holm, the whip"), surname("its director, Ana Ruiz")
    ('ruiz', 'ruiz')
    >>> surname("the harbour master"), surname("The Dock Board"), surname("Mr. Gray's lawyer")
    ('', '', '')
    """
    return next(filter(None, map(_named, name.split(","))), "")


def _named(part: str) -> str:
    """The folded surname in what stands between two commas."""
    words = NAME_TOKEN.findall(part)
    words = words[: next((k for k, word in enumerate(words) if k and word in PLACE_WORDS), None)]
    if words and words[-1].casefold() in SUFFIXES:
        words.pop()
    start = len(words)
    while start and words[start - 1][0].isupper() and words[start - 1].casefold() not in OFFICES:
        start -= 1
    before, run = [word.casefold() for word in words[:start]], words[start:]
    # "White House spokesman Ana Ruiz", "Mayor Ruiz", "Ana Ruiz", "Ruiz", "its director Ana Ruiz".
    led = not before or before[-1] in OFFICES or all(word.islower() for word in words[:start])
    if not run or not led or len(run) > MOST_NAMES or len(run[-1]) < LEAST_LETTERS:
        return ""
    if len(run) == 1 and (run[0].isupper() or before[-1:] in (["the"], ["a"])):
        return ""  # "BBC", "the Courier"
    low = {word.casefold() for word in run}
    if low & BODIES or low & UNKNOWN or "the" in low:
        return ""
    return OWNER.sub("", run[-1]).casefold()


def _closed(text: str) -> str:
    """The text without what belongs to a quotation of more sentences than this one.

    A sentence may begin within a quotation and end it, or begin one that ends in another.
    """
    plain = text.translate(_ONE_MARK)
    if plain.count('"') % 2 == 0:
        return text
    first, last = plain.find('"'), plain.rfind('"')
    if (
        first
        and plain[first - 1] not in _BEFORE_OPENING
        and not plain[first + 1 : first + 2].strip()
    ):
        return _blank(first + 1) + text[first + 1 :]
    if plain[last + 1 : last + 2].strip():
        return text[:last] + _blank(len(text) - last)
    return text


def _blank(size: int) -> str:
    """A comma at either end, so that a name does not run on into a quotation."""
    return "," + " " * (size - 2) + "," if size > 1 else ","


def _is_quoting(text: str, token: re.Match[str]) -> bool:
    """Whether a quotation stands beside a verb that need not be one of saying."""
    around = text[max(0, token.start() - NEAR_QUOTATION) : token.end() + NEAR_QUOTATION]
    return '"' in around.translate(_ONE_MARK)


def _headed(text: str, tokens: list[re.Match[str]]) -> str:
    """The speaker of a headline: "Holt: we will not yield"."""
    words = list(takewhile(lambda token: token[0][0].isupper(), tokens[: HEADED_WORDS + 1]))
    if not words or len(words) == len(tokens) or tokens[len(words)][0] != ":":
        return ""
    rest = text[tokens[len(words)].end() :].lstrip()
    said = rest[:1].islower() or rest[:1] in "\"“'‘"
    return text[: words[-1].end()] if said and words[0][0].casefold() not in LABELS else ""


def _before(text: str, tokens: list[re.Match[str]], k: int) -> str:
    """The subject that ends in front of token `k`, with what stands beside it between commas."""
    end = k
    while end > 0 and tokens[end - 1][0].casefold() in ADVERBS:
        end -= 1
    end = _without_clause(tokens, end)
    start = _start(tokens, end)
    if start == end and end > 1 and tokens[end - 1][0] == ",":
        # "Ana Ruiz, its director, said": the name may stand on either side of the first comma.
        end -= 1
        start = _start(tokens, end)
        if start < end and start > 1 and tokens[start - 1][0] == ",":
            start = min(start, _start(tokens, start - 1))
    elif end > start > 1 and tokens[start - 1][0] == "," and tokens[start][0] in ARTICLES:
        # "Ana Ruiz, a director of it said": the second comma is often forgotten.
        opening = tokens[: start - 1]
        if all(token[0][0].isupper() or token[0] == "." for token in opening) and surname(
            text[: tokens[start - 1].start()]
        ):
            start = 0
    while start < end and not tokens[start][0][0].isalnum():
        start += 1
    return text[tokens[start].start() : tokens[end - 1].end()] if start < end else ""


def _without_clause(tokens: list[re.Match[str]], end: int) -> int:
    """Where a subject ends that has a bracket or a clause behind it.

    "Ana Ruiz (R-Ohio) said", "Ana Ruiz, who leads the board, said".
    """
    if end > 1 and tokens[end - 1][0] == ",":
        behind = range(end - 2, max(0, end - CLAUSE_WORDS), -1)
        who = next((k for k in behind if tokens[k][0] in RELATIVE), 0)
        while who and tokens[who - 1][0] == ",":
            end = who - 1
            who = _start(tokens, end)  # "Ana Ruiz, who met Ben Gray, who sails, said"
            who = who if tokens[who][0] in RELATIVE else 0
    for k in range(end - 2, max(0, end - BRACKET_WORDS), -1):
        if tokens[end - 1][0] == ")" and tokens[k][0] == "(":
            return k
    return end


def _start(tokens: list[re.Match[str]], end: int) -> int:
    """Where a name begins that ends in front of token `end`; `end` itself if none does."""
    start = end
    while start > 0 and end - start < NAME_WORDS:
        token = tokens[start - 1]
        title = token[0] == "." and start > 1 and _is_dotted(tokens[start - 2][0])
        if not (token[0][0].isalnum() or title) or token[0].casefold() in BOUNDARIES:
            break
        start -= 1
    return start


def _is_dotted(word: str) -> bool:
    """Whether a full stop behind it belongs to the word: "Mr.", "Ana D.", "I.R.S."."""
    return word.casefold() in TITLES or "." in word or (len(word) == 1 and word.isupper())


def _described(text: str, tokens: list[re.Match[str]], k: int) -> str:
    """A name behind words of what the person is: "said student Ana Ruiz"."""
    end = k
    while end < min(len(tokens), k + DESCRIBING + 1):
        word = tokens[end][0]
        if word[0].isupper():
            break
        if not word[0].isalpha() or word in BOUNDARIES | SMALL_WORDS | UNKNOWN | ADVERBS:
            return ""
        end += 1
    name = _after(text, tokens, end, any_case=False)
    return text[tokens[k].start() : tokens[end].start()] + name if surname(name) else ""


def _after(text: str, tokens: list[re.Match[str]], k: int, *, any_case: bool) -> str:
    """The name that begins at token `k`; only capitals and small words unless `any_case`."""
    end = k
    while end < len(tokens) and end - k < NAME_WORDS:
        word = tokens[end][0]
        title = word == "." and _is_dotted(tokens[end - 1][0])
        if not (word[0].isalnum() or title) or word.casefold() in BOUNDARIES - {"and"}:
            break
        if not any_case and word[0].islower() and word not in SMALL_WORDS:
            break
        end += 1
    while end > k and tokens[end - 1][0].casefold() in SMALL_WORDS:
        end -= 1
    return text[tokens[k].start() : tokens[end - 1].end()] if end > k else ""
