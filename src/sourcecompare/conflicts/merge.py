"""One finding for one disputed particular, with every position and all its evidence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sourcecompare.model import (
    Article,
    Evidence,
    Finding,
    FindingKind,
    SentenceRef,
    Severity,
    TextSpan,
)
from sourcecompare.text import short_hash
from sourcecompare.values import Claim, stem

from .pairs import overlap
from .statements import Statement, Weights, thing
from .verdicts import Dispute

SUPPORT_OVERLAP = 0.4
"""Another sentence that says one of the values of the same noun belongs to the finding from this
overlap on; below it only if what the nouns are of has a word in common."""

MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()

Place = tuple[SentenceRef, TextSpan]
Member = tuple[Statement, Claim]

KIND_ORDER = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
SEVERITY_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def merge(
    disputes: Sequence[Dispute],
    statements: Mapping[SentenceRef, Statement],
    weights: Weights,
    articles: Mapping[str, Article],
) -> tuple[Finding, ...]:
    """The findings of all disputes, the gravest first."""
    found: list[Finding] = []
    seen: set[str] = set()
    for cluster in _clusters(disputes):
        members = _members(cluster, statements, weights)
        finding = _finding(cluster, members, articles, seen)
        seen.add(finding.id)
        found.append(finding)
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, tuple[tuple[SentenceRef, TextSpan], ...]]:
    places = tuple((one.ref, one.span) for one in finding.evidence)
    return SEVERITY_ORDER.index(finding.severity), places


def _place(claim: Claim) -> Place:
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

    copies: dict[tuple[str, str, tuple[str, ...]], Place] = {}
    for dispute in disputes:
        pair = dispute.pair
        places = [_place(pair.a), _place(pair.b)]
        for statement, claim in ((pair.left, pair.a), (pair.right, pair.b)):
            # The same words on another page are the same claim.
            places.append(
                copies.setdefault((statement.key, claim.value.normal, claim.before), _place(claim))
            )
        roots = sorted({root(place) for place in places})
        parent.update((other, roots[0]) for other in roots[1:])
    clusters: dict[Place, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        clusters[root(_place(dispute.pair.a))].append(dispute)
    return [
        sorted(clusters[key], key=lambda d: (_place(d.pair.a), _place(d.pair.b)))
        for key in sorted(clusters)
    ]


def _members(
    cluster: Sequence[Dispute], statements: Mapping[SentenceRef, Statement], weights: Weights
) -> list[Member]:
    """The disputed values and those elsewhere that say one of them of the same thing, by place."""
    core: dict[Place, Member] = {}
    for dispute in cluster:
        pair = dispute.pair
        core[_place(pair.a)] = (pair.left, pair.a)
        core[_place(pair.b)] = (pair.right, pair.b)
    found = dict(core)
    for ref in sorted(statements):
        for claim in statements[ref].claims:
            member = statements[ref], claim
            if _place(claim) not in core and any(
                _supports(member, own, weights) for own in core.values()
            ):
                found[_place(claim)] = member
    return [found[place] for place in sorted(found)]


def _supports(member: Member, core: Member, weights: Weights) -> bool:
    """Whether a value says the same of the same thing as one that is in dispute."""
    (one, claim), (other, own) = member, core
    value, known = claim.value, own.value
    same = (value.kind, value.unit, value.head) == (known.kind, known.unit, known.head)
    if not same or value.normal != known.normal or claim.scope != own.scope:
        return False
    if one.key == other.key:
        return claim.before == own.before
    if not value.head:
        return False
    if thing(claim) & thing(own):
        return True
    named = bool(claim.complement) and bool(own.complement)
    return not named and overlap(one, other, weights) >= SUPPORT_OVERLAP


def _finding(
    cluster: Sequence[Dispute],
    members: Sequence[Member],
    articles: Mapping[str, Article],
    seen: set[str],
) -> Finding:
    check = cluster[0].check.name
    normals = sorted({claim.value.normal for _, claim in members}, key=_by_size)
    evidence = tuple(
        Evidence(
            ref=claim.value.ref,
            span=claim.value.span,
            value=claim.value,
            position=normals.index(claim.value.normal),
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
        confidence=max(d.confidence for d in cluster),
        evidence=evidence,
        check=check,
        reason=_reason(cluster, members, normals, articles),
    )


def _by_size(normal: str) -> tuple[Decimal, str]:
    """Positions are numbered by value, so that no outlet's name has a say in it."""
    plain = normal.replace(".", "", 1).isdecimal()
    return (Decimal(normal) if plain else Decimal(0)), normal


def _anchor(members: Sequence[Member]) -> str:
    """What the values are of, in a form that does not depend on them."""
    return " ".join(sorted({word for _, claim in members for word in thing(claim)}))


def _reason(
    cluster: Sequence[Dispute],
    members: Sequence[Member],
    normals: Sequence[str],
    articles: Mapping[str, Article],
) -> str:
    """As in "Alpha says 75th; Beta says 80th: both of the same “anniversary”"."""
    clauses = []
    for normal in normals:
        mine = [(one, claim) for one, claim in members if claim.value.normal == normal]
        outlets = sorted({articles[one.page].page.outlet for one, _ in mine})
        clauses.append(f"{_listed(outlets)} {'say' if len(outlets) > 1 else 'says'} {_words(mine)}")
    best = max(cluster, key=lambda d: (d.confidence, d.pair.overlap))
    head = best.pair.a.value.head
    subject = f"both of the same “{head}”" if head else "both in the same place of the sentence"
    agreed = [f"“{word}”" for word in best.pair.shared if stem(word) != stem(head)]
    if best.pair.day:
        agreed.insert(0, _spoken(best.pair.day))
    context = f", with {_listed(agreed)} in common" if agreed else ""
    return f"{'; '.join(clauses)}: {subject}{context}."


def _spoken(day: str) -> str:
    """As in "3 September 2025", of a day in normal form."""
    month = int(day[-5:-3])
    year = "" if day.startswith("-") else f" {day[:4]}"
    return f"{int(day[-2:])} {MONTH_NAMES[month - 1]}{year}"


def _words(mine: Iterable[Member]) -> str:
    """A position in the words of its first statement."""
    one, claim = next(iter(mine))
    offset = one.sentence.span.start
    span = claim.value.span
    words = " ".join(one.sentence.text[span.start - offset : span.end - offset].split())
    words = re.sub(r"['’]s\Z", "", words)
    modifier = claim.value.modifier
    return f"{modifier} {words}" if modifier and not words.startswith(modifier) else words


def _listed(parts: Sequence[str]) -> str:
    """As in "Alpha", "Alpha and Beta", "Alpha, Beta and Gamma"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
