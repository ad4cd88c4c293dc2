"""One finding for one disputed particular, with every position and all its evidence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sourcecompare.model import (
    Article,
    Evidence,
    Finding,
    FindingKind,
    SentenceRef,
    Severity,
    TextSpan,
    ValueKind,
)
from sourcecompare.text import short_hash
from sourcecompare.values import STATEMENT, Claim

from .compared import Compared
from .dates.times import agree, rival_times
from .naming import also_named
from .pairs import overlap
from .reasons import Member, reason
from .statements import TOLLS, Figure, Statement, Weights, figure_of, same_noun, thing
from .verdicts import MOST_SURE, Dispute
from .whole import clusters_of_sentences

SUPPORT_OVERLAP = 0.4
"""Another sentence that says one of the values of the same noun belongs to the finding from this
overlap on; below it only if what the nouns are of has a word in common."""

FURTHER_PAIR = 0.02
"""What another pair of pages that disputes the same adds to the confidence ..."""
MOST_FURTHER = 3
"""... and how many of them count."""

Place = tuple[SentenceRef, TextSpan]

KIND_ORDER = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
SEVERITY_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def merge(disputes: Sequence[Dispute], compared: Compared) -> tuple[Finding, ...]:
    """The findings of all disputes, the gravest first."""
    found: list[Finding] = []
    seen: set[str] = set()
    said = _said(compared.statements)
    ruled = [one for one in disputes if not one.check.asked]
    left_to_judge = [one for one in disputes if one.check.asked]
    for cluster in (*_clusters(ruled), *clusters_of_sentences(left_to_judge, compared)):
        members = _members(cluster, said, compared.weights)
        members = sorted(
            (*members, *also_named(members, compared.pages)), key=lambda one: place_of(one[1])
        )
        finding = _finding(cluster, members, compared.articles, seen)
        seen.add(finding.id)
        found.append(finding)
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, tuple[tuple[SentenceRef, TextSpan], ...]]:
    places = tuple((one.ref, one.span) for one in finding.evidence)
    return SEVERITY_ORDER.index(finding.severity), places


def place_of(claim: Claim) -> Place:
    """Where a value stands: what two disputes have in common that are of one particular."""
    return claim.value.ref, claim.value.span


def _clusters(disputes: Sequence[Dispute]) -> list[list[Dispute]]:
    """Disputes that share a value, in order of their first place."""
    parent: dict[Place, Place] = {}

    def root(place: Place) -> Place:
        parent.setdefault(place, place)
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    copies: dict[tuple[str, str, str, str, tuple[str, ...]], Place] = {}
    for dispute in disputes:
        pair = dispute.pair
        places = [place_of(pair.a), place_of(pair.b)]
        for statement, claim in ((pair.left, pair.a), (pair.right, pair.b)):
            # The same words on another page are the same claim.
            value = claim.value
            name = (statement.key, value.kind, value.head, value.normal, claim.before)
            places.append(copies.setdefault(name, place_of(claim)))
        roots = sorted({root(place) for place in places})
        parent.update((other, roots[0]) for other in roots[1:])
    clusters: dict[Place, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        clusters[root(place_of(dispute.pair.a))].append(dispute)
    return [
        sorted(clusters[key], key=lambda d: (place_of(d.pair.a), place_of(d.pair.b)))
        for key in sorted(clusters)
    ]


def _said(statements: Mapping[SentenceRef, Statement]) -> Mapping[Figure, list[Member]]:
    """Who says each value, in any order: only equal ones support each other."""
    found: dict[Figure, list[Member]] = defaultdict(list)
    for statement in statements.values():
        for claim in statement.claims:
            found[figure_of(claim)].append((statement, claim))
    return found


def _members(
    cluster: Sequence[Dispute], said: Mapping[Figure, Sequence[Member]], weights: Weights
) -> list[Member]:
    """The disputed values and those elsewhere that say one of them of the same thing, by place."""
    core: dict[Place, Member] = {}
    # One quotation can be disputed for several of its words: it is shown with the surest.
    for dispute in sorted(cluster, key=_strength):
        pair = dispute.pair
        core.setdefault(place_of(pair.a), (pair.left, pair.a))
        core.setdefault(place_of(pair.b), (pair.right, pair.b))
    found = dict(core)
    by_value: dict[Figure, list[Member]] = defaultdict(list)
    for own in core.values():
        by_value[figure_of(own[1])].append(own)
    for value, members in by_value.items():
        for member in said[value]:
            place = place_of(member[1])
            if place not in core and any(_supports(member, own, weights) for own in members):
                found[place] = member
    return [found[place] for place in sorted(found)]


def _supports(member: Member, core: Member, weights: Weights) -> bool:
    """Whether a value is said of the same thing as an equal one that is in dispute."""
    (one, claim), (other, own) = member, core
    if claim.scope != own.scope:
        return False
    if one.key == other.key:
        return claim.before == own.before
    if not same_noun(claim, own):
        return False
    if thing(claim) & thing(own):
        return True
    if claim.complement and own.complement:
        return False
    return _is_same_whole(member, core) or overlap(one, other, weights) >= SUPPORT_OVERLAP


def _is_same_whole(member: Member, core: Member) -> bool:
    """Whether both say it of all that a story has of it: "12 dead", "the 70-minute parade"."""
    (one, claim), (other, own) = member, core
    if thing(claim) or thing(own) or rival_times(one.claims, other.claims):
        return False
    lasting = claim.value.kind is ValueKind.DURATION and claim.definite and own.definite
    return lasting or claim.value.head in TOLLS


def _finding(
    cluster: Sequence[Dispute],
    members: Sequence[Member],
    articles: Mapping[str, Article],
    seen: set[str],
) -> Finding:
    best = min(cluster, key=_strength)
    check = best.check.name
    positions = _positions(cluster, members)
    evidence = tuple(
        Evidence(
            ref=claim.value.ref,
            span=claim.value.span,
            value=claim.value,
            position=positions[claim.value.normal],
        )
        for _, claim in members
    )
    pages = sorted({one.page for one, _ in members})
    value = members[0][1].value
    parts = (check, value.unit, value.head, _anchor(members), *pages)
    name = short_hash("conflict", *parts)
    number = 1
    while name in seen:
        number += 1
        name = short_hash("conflict", *parts, str(number))
    return Finding(
        id=name,
        digest=short_hash(
            *(part for one, claim in members for part in (one.sentence.text, claim.value.normal))
        ),
        kind=min((d.kind for d in cluster), key=KIND_ORDER.index),
        severity=min((d.severity for d in cluster), key=SEVERITY_ORDER.index),
        confidence=_confidence(cluster),
        evidence=evidence,
        check=check,
        reason=reason(best, members, positions, articles),
    )


def _confidence(cluster: Sequence[Dispute]) -> float:
    """That of the surest pair; a little more where other pages dispute the same."""
    pairs = {(d.pair.left.page, d.pair.right.page) for d in cluster}
    further = min(len(pairs) - 1, MOST_FURTHER)
    return round(min(MOST_SURE, max(d.confidence for d in cluster) + FURTHER_PAIR * further), 3)


def _strength(dispute: Dispute) -> tuple[float, float, list[tuple[str, str]], str]:
    """The surest first; of two alike the words decide, not the names of the pages."""
    pair = dispute.pair
    told = ((pair.left.key, pair.a.value.normal), (pair.right.key, pair.b.value.normal))
    return -dispute.confidence, -round(pair.overlap, 9), sorted(told), dispute.check.name


def _positions(cluster: Sequence[Dispute], members: Sequence[Member]) -> dict[str, int]:
    """The number of each value's position; values that can all be true together share one."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for _, claim in members:
        claims[claim.value.normal].append(claim)
    disputed = {frozenset((d.pair.a.value.normal, d.pair.b.value.normal)) for d in cluster}

    def together(one: str, other: str) -> bool:
        if frozenset((one, other)) in disputed:
            return False
        if all(claim.value.unit == STATEMENT for claim in (*claims[one], *claims[other])):
            return True  # between these two nobody saw a contradiction
        return all(agree(a, b) for a in claims[one] for b in claims[other])

    found: list[list[str]] = []
    for normal in sorted(claims, key=_by_size):
        home = next((p for p in found if all(together(normal, other) for other in p)), None)
        if home is None:
            found.append([normal])
        else:
            home.append(normal)
    return {normal: number for number, position in enumerate(found) for normal in position}


def _by_size(normal: str) -> tuple[Decimal, str]:
    """Positions are numbered by value, so that no outlet's name has a say in it."""
    plain = normal.replace(".", "", 1).isdecimal()
    return (Decimal(normal) if plain else Decimal(0)), normal


def _anchor(members: Sequence[Member]) -> str:
    """What the values are of, in a form that does not depend on them."""
    return " ".join(sorted({word for _, claim in members for word in thing(claim)}))
