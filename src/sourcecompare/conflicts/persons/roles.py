"""When one person is given two offices that cannot both hold, and what excuses it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import FindingKind
from sourcecompare.times import days_between
from sourcecompare.values import Name, Role, same_person

from .freely import SAME_TIME, Page, Told, Tolds, exclude_each_other, says, sort_of
from .opposed import is_plain, opposed
from .people import People, role_claim

# Set by judgement, then looked at on half 0 of the project's news events and on rewritten versions:
# nothing false was called there, but too little is called to fit them.
TWIN = 0.6
"""Linked sentences from this overlap on are one sentence, and the office is all that differs."""
TWIN_COURTESY = 0.7
"""The same where only a "former" differs, which outlets drop before a name."""
MAIN_PERSON = 2
"""Sentences in which a page names somebody whose office it will not have left to courtesy."""
SURE_TWIN = 0.75
"""From this overlap on what the pages say elsewhere excuses nothing."""

LOOSELY = 0.75
"""How sure two offices of one person are in sentences that are told freely: a guess."""
CAREER = 0.62
"""The same of two parties, trades or standings."""


MOST_SORTS = 60
"""Sorts of offices of one person that are compared; nobody has more."""


def role_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Offices of one person that exclude each other: in twin sentences, then told freely."""
    told = _told(compared, people)
    for left_ref, right_ref in compared.links:
        left, right = compared.statements[left_ref], compared.statements[right_ref]
        own, other = people.roles.get(left_ref, ()), people.roles.get(right_ref, ())
        if own and other and left.key != right.key:
            yield from _twins(left, right, own, other, told, compared, people)
    pages: dict[str, list[str]] = defaultdict(list)
    for person, page in sorted(told):
        pages[person].append(page)
    for person, own_pages in pages.items():
        chances = [one for page in own_pages for one in told[person, page].firsts.values()]
        chances.sort(key=lambda chance: by_height(chance.one))
        for a, b in combinations(chances[:MOST_SORTS], 2):
            if a.one.ref != b.one.ref and exclude_each_other(a, b, told):
                yield _pair(a, b, compared)


def _told(compared: Compared, people: People) -> Tolds:
    found: dict[tuple[str, str], Page] = {}
    for ref in sorted(people.roles):
        one = compared.statements[ref]
        for role in people.roles[ref]:
            person = people.who(role.name, one.page)
            if not person:
                continue
            page = found.setdefault((person, one.page), Page({}, set(), set()))
            page.firsts.setdefault((role.normal, is_plain(role)), Told(one, role, person))
            page.normals.add(role.normal)
            page.sorts.add(sort_of(role))
    return found


def _pair(a: Told, b: Told, compared: Compared) -> Pair:
    if b.one.ref < a.one.ref:
        a, b = b, a
    linked = (a.one.ref, b.one.ref) in compared.links
    own = role_claim(a.one, a.role, a.person or b.person)
    other = role_claim(b.one, b.role, a.person or b.person)
    return pair(a.one, b.one, own, other, compared.weights, linked=linked)


def _twins(
    left: Statement,
    right: Statement,
    own: tuple[Role, ...],
    other: tuple[Role, ...],
    told: Tolds,
    compared: Compared,
    people: People,
) -> Iterator[Pair]:
    alike = overlap(left, right, compared.weights)
    if alike < TWIN:
        return
    for a in own:
        for b in other:
            how = opposed(a, b) if _same(a.name, b.name) else ""
            if not how or (how == "time" and alike < TWIN_COURTESY):
                continue
            if how == "office" and a.form != b.form:
                continue
            if how == "time" and _is_courtesy(a, b, left.page, right.page, people):
                continue
            if _said_too(a, b, left.page, right.page, told, people, sure=alike >= SURE_TWIN):
                continue
            person = people.who(a.name, left.page) or people.who(b.name, right.page)
            person = person or a.name.full
            yield _pair(Told(left, a, person), Told(right, b, person), compared)


def _is_courtesy(a: Role, b: Role, left: str, right: str, people: People) -> bool:
    """Whether a title may be that of a former holder: its page only passes by the person."""
    bare, page = (b, right) if a.time else (a, left)
    if is_plain(bare):
        return False
    return people.often.get((page, bare.name.surname), 0) < MAIN_PERSON


def _same(a: Name, b: Name) -> bool:
    return a.surname == b.surname and same_person(a.given, b.given)


def _said_too(
    a: Role, b: Role, left: str, right: str, told: Tolds, people: People, *, sure: bool
) -> bool:
    """Whether a page says elsewhere what the other says, so that here it was only left out."""
    for own, other, page in ((a, b, left), (b, a, right)):
        barer = own.office == other.office and not (own.time or own.rank)
        if (barer or not sure) and says(told.get((people.who(own.name, page), page)), other):
            return True
    return False


def role(pair: Pair) -> float:
    """As in "the acting chief, Ana Ruiz" against "Ana Ruiz, the chief"; the pairs are chosen."""
    if "trade" in (*pair.a.scope, *pair.b.scope):
        return CAREER
    twin = pair.linked and pair.overlap >= TWIN
    return 0.55 + 0.3 * pair.overlap if twin else LOOSELY


def outcome(pair: Pair) -> FindingKind | None:
    """An update where one page is later by more days than a change of office takes to be told."""
    apart = days_between(pair.left.published, pair.right.published) or 0
    return FindingKind.UPDATE if apart > SAME_TIME else FindingKind.CONFLICT
