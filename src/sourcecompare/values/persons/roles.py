"""Offices that a sentence gives to a person: before the name, beside it, in a list, by a verb."""

import re
from collections.abc import Iterator, Sequence

from sourcecompare.quotations import quoted_places
from sourcecompare.values.lexicon import DETERMINERS, FUNCTION, MONTHS, VERBS, WEEKDAYS

from .listed import listed
from .names import HOUSES, Name, plain, read_names
from .offices import (
    DEPARTMENTS,
    LONGEST_OFFICE,
    NOT_PERSONS,
    OFFICES,
    QUALIFIERS,
    RANKS,
    TIMES,
)
from .phrases import Part, Role, is_dotted, parse_office, phrase_words
from .places import STATES

BACK_REACH = 90
"""Characters before a name in which its titles stand."""
AHEAD_REACH = 160
"""Characters behind a name in which its apposition stands."""
MOST_WORDS = 8
"""Words of a title: "former White House deputy press secretary"."""
MOST_OF = 7
"""Words of what an office is of that are kept."""

WORD_REACH = 20
LAST_WORDS = frozenset({name.split()[-1] for name in OFFICES} | TIMES.keys() | DEPARTMENTS | HOUSES)
"""Words that can stand right before a name, the last of its title."""

# "Ana Holt, 66, a former chair of ...", "Ana Holt (D-Ohio), who was then the mayor of ...".
BESIDE = re.compile(
    r"(?:,? (?:Jr|Sr)\.?| I{2,3})?(?: \([^()]{1,30}\))?(?:,? [DRI][-–‑][A-Z][\w.]{0,12})?"
    r"(?: of (?:(?:New|North|South|West|Rhode) )?[A-Z][a-z]+)?,(?: (?:aged )?[0-9]{1,3},)? "
    r"(?:who (?:(?:is|was|has been|had been|serves as|served as|remains"
    r"|resigned as|stepped down as|retired as|quit as|was (?:fired|dismissed|ousted) as) ))?"
)
LEFT = re.compile(r"\b(?:resigned|stepped down|retired|quit|fired|dismissed|ousted) as ")
VERB = re.compile(r" (?:(?:is|was|serves as|served as|remains|remained) )")
PAST = re.compile(r"\b(?:was|had been|served as|remained) ")
ENDS = re.compile(r"[,;:()“”\"—–]|\.(?=\s+[A-Z]|\s*\Z)")
CLOSED = re.compile(r"(?:['’]s)?(?:[,.;)]| [–—-]+ |\s*\Z)")
OF_OFFICES = (
    frozenset(word for name in OFFICES for word in name.split())
    | TIMES.keys()
    | RANKS.keys()
    | DEPARTMENTS
    | QUALIFIERS
    | NOT_PERSONS
    | {"of"}
)
"""Words in small letters that belong to a title in capitals: "former committee Chairman"."""
OPENERS = frozenset((*DETERMINERS, "one", "now", "currently", "once", "formerly"))
PREPOSITIONS = frozenset("of for at in from on to with".split())
LINKS = frozenset("of for at in from".split())
LINKS_TO = LINKS | {"to"}
SENT = frozenset(("ambassador", "envoy"))
"""Offices that are held "to" a country."""
THEN = re.compile(r"\bat the time\b|\bback then\b", re.IGNORECASE)


def read_roles(text: str, names: Sequence[Name] | None = None) -> tuple[Role, ...]:
    """All offices that an English sentence gives to a named person, outside its quotations.

    >>> [(r.name.full, r.normal, r.of) for r in read_roles(
    ...     "Acting Harbour Director Ana Holt met Ben Gray, 61, a former chairman of the club.")]
    [('ana holt', 'acting director', ('harbour',)), ('ben gray', 'former chair', ('club',))]
    """
    names = read_names(text) if names is None else names
    if not names:
        return ()
    quoted = [*quoted_places(text)] if '"' in text or "“" in text else []
    then = bool(THEN.search(text))
    found = [*listed(text)]
    taken = {role.name.start for role in found}
    for name in names:
        if name.start in taken or any(q.start <= name.start < q.stop for q in quoted):
            continue
        found.extend(_of_name(text, name))
    return tuple(_at_the_time(role) if then else role for role in found)


def _at_the_time(role: Role) -> Role:
    return role._replace(time="then") if not role.time and role.form != "title" else role


def _of_name(text: str, name: Name) -> Iterator[Role]:
    title = _before(text, name)
    if title:
        yield from _apart(text, title)
    if not name.given and name.surname in STATES:
        return  # "Senator Ana Holt of Ohio, the majority leader"
    beside = _behind(text, name)
    if beside:
        yield beside
    elif not title:
        ahead = _ahead(text, name)
        if ahead:
            yield ahead


def _before(text: str, name: Name) -> Role | None:
    """The titles that stand right before a name."""
    last = text[max(0, name.start - WORD_REACH) : name.start].replace("-", " ").split()
    if not last or plain(last[-1]) not in LAST_WORDS:
        return None
    parts = phrase_words(text, max(0, name.start - BACK_REACH), name.start)
    if not parts or text[parts[-1].end : name.start].strip():
        return None
    first = len(parts)
    while first > 0 and len(parts) - first < MOST_WORDS and _goes_on(text, parts, first, name):
        first -= 1
    used = _of_one_case(text, parts[first:])
    # "Secretary of State" and "Speaker of the House": the office stands before its "of".
    low = [part.low for part in used]
    cut = low.index("of") if "of" in low else len(low)
    office = parse_office(low[:cut])
    if not office:
        return None
    start = _status_start(used)
    staff = office.office == "chief" and low[cut : cut + 2] == ["of", "staff"]
    return Role(
        name=name,
        office="chief of staff" if staff else office.office,
        time=office.time,
        rank=office.rank,
        of=(*office.of, *(word for word in low[cut:] if word not in FUNCTION)),
        form="title",
        formal=text[used[cut - 1 - (low[cut - 1] in TIMES)].start].isupper(),
        start=used[start].start,
        end=used[-1].end,
    )


def _of_one_case(text: str, parts: Sequence[Part]) -> Sequence[Part]:
    """Without what is in small letters before a title in capitals, unless it is of offices.

    In "replace retiring Sen. Ana Holt" nothing but the title is hers.
    """
    if not parts or not text[parts[-1].start].isupper():
        return parts
    first = len(parts)
    while first and (text[parts[first - 1].start].isupper() or parts[first - 1].low in OF_OFFICES):
        first -= 1
    return parts[first:]


def _apart(text: str, title: Role) -> Iterator[Role]:
    """The title, and the one before it: "former mayor Rep. Ana Holt" has been a mayor."""
    ends = (k for k in range(len(title.of), 0, -1) if parse_office(title.of[:k]))
    end = next(ends, 0)
    above = parse_office(title.of[:end])
    if not above:
        yield title
        return
    yield title._replace(time="", rank="", of=title.of[end:])
    name = " ".join(title.of[:end])
    place = text.casefold().rfind(name, 0, title.end) if text.isascii() else -1
    span = (place, place + len(name)) if place >= 0 else (title.start, title.end)
    written = text[slice(*span)] if place >= 0 else name
    yield title._replace(
        office=above.office,
        of=above.of,
        formal=False,
        start=span[0],
        end=span[1],
        shown=" ".join(word for word in (title.time, title.rank, written) if word),
    )


def _goes_on(text: str, parts: Sequence[Part], first: int, name: Name) -> bool:
    """Whether the title of a name goes on to the left of its word `first`."""
    part = parts[first - 1]
    after = parts[first].start if first < len(parts) else name.start
    gap = text[part.end : after]
    if gap.strip(" \u00a0-‐‑") or (text[part.end - 1] == "." and not is_dotted(text, part)):
        return False
    if part.low in ("of", "the") and first > 1:
        behind = parts[first].low if first < len(parts) else ""
        return (part.low == "of" and parts[first - 2].low in OFFICES and behind != "") or (
            part.low == "the" and parts[first - 2].low == "of"
        )
    if first < len(parts) and text[part.start : part.end].endswith(("'s", "’s")):
        return parts[first].low not in FUNCTION
    known = part.low in TIMES or part.low in RANKS or part.low in OFFICES
    known = known or text[part.start : part.start + 2] in ("U.", "US")
    return known or (part.low not in FUNCTION and part.low not in VERBS)


def _status_start(parts: Sequence[Part]) -> int:
    """Where the words begin that are quoted: the first status, else the office."""
    for k, part in enumerate(parts[:-1]):
        if part.low in TIMES or part.low in RANKS:
            return k
    if parts[-1].low in TIMES and len(parts) > 1:
        parts = parts[:-1]
    size = 1
    while size < min(LONGEST_OFFICE, len(parts)) and _ends_office(parts, size + 1):
        size += 1
    if "of" in [part.low for part in parts]:
        return max(0, [part.low for part in parts].index("of") - 1)
    return max(0, len(parts) - max(size, 1) - 1 * _has_department(parts, size))


def _ends_office(parts: Sequence[Part], size: int) -> bool:
    return " ".join(part.low for part in parts[-size:]) in OFFICES


def _has_department(parts: Sequence[Part], size: int) -> bool:
    return len(parts) > size and parts[-size - 1].low in DEPARTMENTS


def _behind(text: str, name: Name) -> Role | None:
    """An office in apposition behind the name, or said of it by a verb."""
    opened = BESIDE.match(text, name.end)
    form = "beside"
    if not opened:
        opened, form = VERB.match(text, name.end), "verb"
    if not opened:
        return None
    start = opened.end()
    stop = ENDS.search(text, start, start + AHEAD_REACH)
    end = stop.start() if stop else min(len(text), start + AHEAD_REACH)
    role = _phrase(text, name, start, end, form)
    left = LEFT.search(opened[0])
    if role and left:
        return role._replace(time="former", start=opened.start() + left.start())
    if role and PAST.search(opened[0]) and not role.time:
        return role._replace(time="then")
    return role


def _phrase(text: str, name: Name, start: int, end: int, form: str) -> Role | None:
    """The office that a phrase begins with: "then an assistant harbour master of Holm"."""
    parts = phrase_words(text, start, end)
    head = next((k for k, part in enumerate(parts) if part.low in PREPOSITIONS), len(parts))
    stop = next(
        (k for k, p in enumerate(parts[:head]) if k and _ends_phrase(parts, k)), min(head, 12)
    )
    opened = next((k for k, p in enumerate(parts[:stop]) if p.low not in FUNCTION), 0)
    office = parse_office([part.low for part in parts[:stop]])
    if not office or stop - opened > MOST_WORDS or not _opens(parts[0].low):
        return None
    of: list[str] = []
    last = stop
    linked = head < len(parts) and parts[head].low in (LINKS_TO if office.office in SENT else LINKS)
    if stop == head and linked:
        for k in range(head + 1, min(len(parts), head + 1 + MOST_OF)):
            if _ends_of(parts[k].low):
                break
            last = k + 1
            if parts[k].low not in FUNCTION:
                of.append(parts[k].low.removesuffix("'s"))
    kind = "chief of staff" if office.office == "chief" and of[:1] == ["staff"] else office.office
    shown = last if of else stop
    return Role(
        name=name,
        office=kind,
        time=office.time or ("then" if parts[0].low == "then" else ""),
        rank=office.rank,
        of=(*(word for word in office.of if word not in OPENERS), *of),
        form=form,
        formal=False,
        start=parts[0].start,
        end=parts[max(1, shown) - 1].end,
    )


def _opens(low: str) -> bool:
    """Whether an apposition can begin with the word; "as", "who" and "which" begin clauses."""
    return low not in FUNCTION or low in OPENERS or low in TIMES or low in RANKS


def _ends_phrase(parts: Sequence[Part], k: int) -> bool:
    """Whether the office ends before word `k`: "the mayor who ...", "a former chair and ..."."""
    return parts[k].low in ("who", "that", "and", "but", "when", "until") or (
        parts[k].low in VERBS and parts[k].low not in OFFICES
    )


def _ends_of(low: str) -> bool:
    if low in VERBS or low in MONTHS or low in WEEKDAYS or low[:1].isdigit():
        return True
    return low in FUNCTION and low not in LINKS and low not in DETERMINERS


def _ahead(text: str, name: Name) -> Role | None:
    """An office before the name and a comma: "The harbour master, Ana Holt, said"."""
    if text[max(0, name.start - 2) : name.start] != ", " or not CLOSED.match(text, name.end):
        return None
    parts = phrase_words(text, max(0, name.start - BACK_REACH), name.start - 2)
    first = len(parts)
    while first > 0 and len(parts) - first < MOST_WORDS + MOST_OF:
        part = parts[first - 1]
        gap = text[part.end : parts[first].start if first < len(parts) else name.start - 2]
        if gap.strip(" \u00a0-") or (text[part.end - 1] == "." and not is_dotted(text, part)):
            break
        first -= 1
        if _is_owner(part):  # "The harbour board's director, Ana Holt,"
            break
        if part.low in DETERMINERS and (first == 0 or parts[first - 1].low not in LINKS):
            break
    else:
        return None
    if first == len(parts):
        return None
    if parts[first].low not in DETERMINERS and not _is_owner(parts[first]):
        return None
    if first and parts[first - 1].low in PREPOSITIONS | {"by", "against", "told"}:
        return None
    role = _phrase(text, name, parts[first].start, name.start - 2, "beside")
    if role and _is_owner(parts[first]) and first + 1 < len(parts):
        return role._replace(start=parts[first + 1].start)
    return role


def _is_owner(part: Part) -> bool:
    return part.low.endswith("'s")
