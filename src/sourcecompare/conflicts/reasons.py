"""Why a finding is one, in a plain sentence: who says what, and what the sentences share."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from sourcecompare.model import Article, TextSpan, ValueKind
from sourcecompare.page_names import page_names
from sourcecompare.text import WORD, fold, folded_words, words
from sourcecompare.values import CASUALTY, KNOWN, Claim, stem

from .figures.bounds import dates_agree
from .pairs import DAY, Pair, swapped
from .statements import TOLLS, Statement
from .verdicts import Dispute

LONGEST = 200
"""Characters that a reason should not exceed; names of outlets may make it longer ..."""
MOST_CHARACTERS = 300
"""... but never as long as this."""

MOST_NAMES = 3
MOST_SHARED = 3
MOST_POSITIONS, MOST_VALUES = 6, 3
"""Positions of one finding that are told, and values of one position; the rest is counted."""
MOST_OF_A_RUN = 6
"""Words that are quoted as one because both sentences have them side by side."""
LONGEST_PART = 120
"""Characters of a name or a value; what is longer is cut. News has none."""
LONGEST_NOUN = 45
"""Characters of a value with its noun; what is longer is quoted without the noun."""

MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()

# No match: "US$ 5", "EUR 5", "21".
CAPITALISED = re.compile(r"[A-Z][a-z]")
# No match: " that's", " thatched".
NARROWED = re.compile(r" (?:that|which|who|whose)\b(?!['’])")
OWNER = re.compile(r"['’]s?\Z")

JOINTS = frozenset(("", "-", "."))
"""Signs between two words that are quoted as one: "CD-ROM", "Rep. Gray"."""

Member = tuple[Statement, Claim]


class Brevity(NamedTuple):
    """How much of a finding its reason tells."""

    nouns: bool = True
    """of the values behind the first one, where they have another"""
    shared: int = MOST_SHARED
    positions: int = MOST_POSITIONS
    values: int = MOST_VALUES
    names: int = MOST_NAMES
    part: int = LONGEST_PART


BREVITIES = (
    Brevity(),
    Brevity(shared=2),
    Brevity(nouns=False, shared=2),
    Brevity(nouns=False, shared=1),
)
"""What is least needed goes first until the sentence is short enough to be read at a glance."""
TERSE = Brevity(nouns=False, shared=1, positions=2, values=1, names=1, part=25)


def reason(
    best: Dispute,
    members: Sequence[Member],
    positions: Mapping[str, int],
    articles: Mapping[str, Article],
) -> str:
    """As in "Alpha says 75th anniversary; Beta says 80th: their sentences share “parade”".

    `best` is the pair that says most of what the sentences have in common, `positions` numbers
    the values by their normal forms.
    """
    # Whose words are quoted must not hang on the names of the pages.
    pair = best.pair
    if positions[pair.a.value.normal] > positions[pair.b.value.normal]:
        pair = swapped(pair)
    told = _named(_quotable(pair, members), positions, articles)
    text = ""
    for brevity in (*BREVITIES, TERSE):
        if best.check.asked:
            text = _by_judge(told, _shared(pair, "", brevity), brevity)
        else:
            text = _by_rule(pair, told, members, brevity)
        if len(text) <= LONGEST or (brevity is BREVITIES[-1] and len(text) <= MOST_CHARACTERS):
            break
    return text


Told = Sequence[tuple[list[str], list[Member]]]
"""For each position who takes it, and the first statement of each of its values."""


def _by_rule(pair: Pair, told: Told, members: Sequence[Member], brevity: Brevity) -> str:
    clauses = "; ".join(_clauses(told, brevity))
    return f"{clauses}{_tie(pair, _shared(pair, clauses, brevity), members, brevity)}."


def _by_judge(told: Told, shared: Sequence[str], brevity: Brevity) -> str:
    """Who stands against whom, and on what: the evidence has the sentences."""
    sides = " against ".join(
        _listed(_few(names, brevity)) for names, _ in told[: brevity.positions]
    )
    where = f" in sentences that share {_listed(shared)}" if shared else ""
    all_of_them = "both cannot" if len(told) <= 2 else "not all can"
    return f"{sides}{where}: the program asked to judge holds that {all_of_them} be true."


def _quotable(pair: Pair, members: Sequence[Member]) -> list[Member]:
    """The two that are compared, then the others, those that stand higher on their pages first."""

    def order(member: Member) -> tuple[bool, int, int, TextSpan, str]:
        one, claim = member
        ref = one.ref
        other = claim is not pair.a and claim is not pair.b
        return other, ref.block, ref.sentence, claim.value.span, one.key

    return sorted(members, key=order)


def _named(
    members: Sequence[Member], positions: Mapping[str, int], articles: Mapping[str, Article]
) -> list[tuple[list[str], list[Member]]]:
    """For each position who takes it, and the first statement of each of its values."""
    names = page_names(list(articles.values()))
    found: list[tuple[list[str], list[Member]]] = []
    seen: set[str] = set()
    for number in sorted(set(positions.values())):
        mine = [member for member in members if positions[member[1].value.normal] == number]
        pages = sorted({one.page for one, _ in mine}, key=lambda page: (names[page], page))
        firsts: dict[str, Member] = {}
        for member in mine:
            firsts.setdefault(member[1].value.normal, member)
        again = [f"{names[p]} (elsewhere on its page)" for p in pages if p in seen]
        found.append(([*(names[p] for p in pages if p not in seen), *again], [*firsts.values()]))
        seen.update(pages)
    return found


def _cut(text: str, most: int) -> str:
    """The text in one line, its end cut off where it is too long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    end = "…”" if line.startswith("“") and line.endswith("”") else "…"
    return f"{line[: most - len(end)].rstrip()}{end}"


def _clauses(told: Told, brevity: Brevity) -> Iterable[str]:
    """A clause for each position, with the noun where it is not the one of the first."""
    noun = ""
    for number, (names, firsts) in enumerate(told[: brevity.positions]):
        *others, last = firsts[: brevity.values]
        said = [_bare(member) for member in others]
        whole, bare = _quoted(last), _bare(last)
        new = fold(whole.removeprefix(bare)) != noun
        said.append(whole if number == 0 or (brevity.nouns and new) else bare)
        noun = fold(whole.removeprefix(bare)) if number == 0 else noun
        verb = "says" if len(names) == 1 else "say"
        values = " or ".join(_cut(one, brevity.part) for one in said)
        yield f"{_listed(_few(names, brevity))} {verb} {values}"
    rest = sum(len(firsts) for _, firsts in told[brevity.positions :])
    if rest:
        yield f"{rest} more {'value is' if rest == 1 else 'values are'} told"


def _few(names: list[str], brevity: Brevity) -> list[str]:
    shown = [_cut(name, brevity.part) for name in names[: brevity.names + 1]]
    if len(names) <= brevity.names + 1:
        return shown
    return [*shown[:-1], f"{len(names) - brevity.names} more"]


def _quoted(member: Member) -> str:
    """A value as written, with its modifier and its noun: "about 26 world leaders", "12 dead"."""
    one, claim = member
    if claim.shown:
        return claim.shown
    if claim.value.head in TOLLS and claim.value.kind is ValueKind.NUMBER:
        return f"{_bare(member)} {claim.value.head}"
    text = _written(one, claim.phrase)
    behind = one.sentence.text[claim.phrase.end - one.sentence.span.start :]
    # "60% of the food" is another claim than "60% of the food that the island imports".
    whole = len(text) <= LONGEST_NOUN and not NARROWED.match(behind)
    return text if whole else _bare(member)


def _bare(member: Member) -> str:
    """A value as written, with its modifier and without its noun."""
    one, claim = member
    if claim.shown:
        return claim.shown
    return _written(
        one, TextSpan(min(claim.phrase.start, claim.value.span.start), claim.value.span.end)
    )


def _written(one: Statement, span: TextSpan) -> str:
    """Words of a sentence, without the capital of a number that begins it."""
    offset = one.sentence.span.start
    text = " ".join(one.sentence.text[span.start - offset : span.end - offset].split())
    text = OWNER.sub("", text)
    known = any(c.value.kind is ValueKind.DATE and c.value.span == span for c in one.claims)
    return text if known or not CAPITALISED.match(text) else text[0].lower() + text[1:]


def _shared(pair: Pair, clauses: str, brevity: Brevity) -> list[str]:
    """The most telling words that both sentences have and no clause quotes, in their order.

    Words that stand side by side in both sentences are one: “Second World War”. One that the right
    sentence has in another form only ("marks", "marking") is quoted where there is no better one.
    """
    quoted = {stem(word) for word in folded_words(clauses)}
    rank = {
        word: number
        for number, word in enumerate(pair.shared)
        if stem(word) not in quoted and stem(CASUALTY.get(word, "")) not in quoted
    }
    facing = set(folded_words(pair.right.sentence.text))
    rank = {word: number for word, number in rank.items() if word in facing} or rank
    found: dict[str, tuple[int, int, str]] = {}
    for text, start in _runs(pair.left.sentence.text, pair.right.sentence.text, rank):
        telling = min(rank[word] for word in folded_words(text) if word in rank)
        found.setdefault(fold(text), (telling, start, text))
    chosen = sorted(found.values())[: brevity.shared]
    lower = {word for word in words(pair.right.sentence.text) if word.islower()}
    return [
        f"“{_cut(OWNER.sub('', _plain(text, lower)), brevity.part)}”"
        for _, _, text in sorted(chosen, key=lambda one: one[1])
    ]


def _runs(left: str, right: str, wanted: Collection[str]) -> Iterable[tuple[str, int]]:
    """The longest runs of wanted words of `left` that `right` has too, and where they begin."""
    other = f" {' '.join(folded_words(right))} "
    start = end = -1
    size = 0
    for word in WORD.finditer(left):
        if fold(word[0]) not in wanted:
            continue
        joined = ""
        if start >= 0 and size < MOST_OF_A_RUN:
            joined = " ".join(folded_words(left[start : word.end()]))
        if joined and left[end : word.start()].strip() in JOINTS and f" {joined} " in other:
            end = word.end()
            size += 1
            continue
        if start >= 0:
            yield left[start:end], start
        start, end = word.span()
        size = 1
    if start >= 0:
        yield left[start:end], start


def _plain(text: str, lower: Set[str]) -> str:
    """The words without a capital that only begins a sentence: the other one has it without."""
    first = words(text)[0]
    text = " ".join(text.split())
    return text[0].lower() + text[1:] if first.lower() in lower else text


def _tie(pair: Pair, shared: Sequence[str], members: Sequence[Member], brevity: Brevity) -> str:
    """What the two sentences have in common, and whether all that are quoted have it."""
    if pair.a.of:
        return f": both of {_cut(pair.a.of, brevity.part)}"
    day, head = pair.day, pair.a.value.head
    parts = [f"speak of {_spoken(day)}"] if day else []
    if shared:
        parts.append(f"share {_listed(shared)}")
    if parts:
        common = {stem(word) for text in shared for word in folded_words(text)}
        every = all(_has(one, common, day) for one, _ in members)
        whose = "their sentences" if every else "two of their sentences"
        return f": {whose} {' and '.join(parts)}"
    if head:
        return f": both of the same “{_cut(head, brevity.part)}”"
    when = pair.a.when
    # A stem is no word to show.
    return f": both of one event ({when.event})" if when and when.event in KNOWN else ""


def _has(one: Statement, common: Set[str], day: str) -> bool:
    """Whether a sentence has all these stems, and speaks of the day if there is one."""
    dated = not day or any(DAY.fullmatch(own) and dates_agree(own, day) for own in one.dates)
    return dated and one.words.keys() >= common


def _spoken(day: str) -> str:
    """As in "3 September 2025", of a day in normal form."""
    month = int(day[-5:-3])
    year = "" if day.startswith("-") else f" {day[:4]}"
    return f"{int(day[-2:])} {MONTH_NAMES[month - 1]}{year}"


def _listed(parts: Sequence[str]) -> str:
    """As in "Alpha", "Alpha and Beta", "Alpha, Beta and Gamma"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
