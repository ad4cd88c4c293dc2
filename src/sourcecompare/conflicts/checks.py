"""CHECKS: for each kind of value, when two of them are said of the same thing.

A check is asked about pairs of different values of its kinds, and answers with how sure it is that
both are said of one particular: 0 for not at all. What then speaks against a conflict is the
business of its vetoes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sourcecompare.model import FindingKind, ValueKind
from sourcecompare.values import Claim

from . import leads
from .compared import Compared
from .dates import dated
from .denied import assertions, denials, opposites
from .figures import grounds as figures
from .figures import particulars
from .figures.sides import moving_quantity
from .figures.vetoes import VETOES, Veto, other_date, said_by_copy
from .learned import likely_dates, likely_figures
from .pairs import Pair, value_pairs
from .persons import ages, namings, roles, victims
from .persons.persons import person_pairs
from .quoted import quotations

Pairing = Callable[[Compared], Iterator[Pair]]
"""Which values are worth comparing, each two of them once, the surest first."""

Likely = Callable[
    [Sequence[tuple[Pair, float]], Compared, Callable[[Claim, Claim], bool]],
    Iterator[tuple[Pair, float]],
]
"""Which pairs of a family are likely of one thing, and how sure that is: of these, which no rule
ties or is sure of, each with how sure it is, in this story, and only two values that are free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One sort of conflict."""

    name: str
    kinds: tuple[ValueKind, ...]
    find: Callable[[Pair], float]
    """0 for not at all, else about .6 to 1: how sure it is that both are said of one particular"""
    pairs: Pairing = value_pairs
    vetoes: tuple[Veto, ...] = VETOES
    outcome: Callable[[Pair], FindingKind | None] | None = None
    """what it is called whatever times and speakers say; None leaves it to them"""
    likely: Likely | None = None
    """what a forest takes for one thing where `find` ties nothing"""
    asked: bool = False
    """whether a judge decides about its pairs, and nothing is told without one"""


CHECKS: tuple[Check, ...] = (
    Check(name="number", kinds=(ValueKind.NUMBER,), find=figures.number, likely=likely_figures),
    Check(name="ordinal", kinds=(ValueKind.ORDINAL,), find=figures.ordinal, likely=likely_figures),
    Check(name="money", kinds=(ValueKind.MONEY,), find=figures.money, likely=likely_figures),
    Check(name="percent", kinds=(ValueKind.PERCENT,), find=figures.percent, likely=likely_figures),
    Check(
        name="duration", kinds=(ValueKind.DURATION,), find=figures.duration, likely=likely_figures
    ),
    Check(
        name="date",
        kinds=(ValueKind.DATE, ValueKind.DURATION),
        find=dated.date,
        pairs=dated.dated_pairs,
        vetoes=dated.DATED_VETOES,
        outcome=dated.outcome,
        likely=likely_dates,
    ),
    Check(
        name="time",
        kinds=(ValueKind.TIME,),
        find=dated.time,
        pairs=dated.dated_pairs,
        vetoes=dated.DATED_VETOES,
        outcome=dated.outcome,
    ),
    Check(name="age", kinds=(ValueKind.AGE,), find=particulars.age, likely=likely_figures),
    Check(
        name="age",
        kinds=(ValueKind.AGE,),
        find=victims.victim,
        pairs=victims.victim_pairs,
        vetoes=(said_by_copy,),
    ),
    Check(
        name="age",
        kinds=(ValueKind.AGE,),
        find=ages.aged,
        pairs=person_pairs,
        vetoes=(said_by_copy,),
    ),
    Check(
        name="measure", kinds=(ValueKind.MEASURE,), find=particulars.measure, likely=likely_figures
    ),
    Check(name="score", kinds=(ValueKind.SCORE,), find=particulars.score),
    Check(name="rank", kinds=(ValueKind.RANK,), find=particulars.rank),
    Check(
        name="role",
        kinds=(ValueKind.ROLE,),
        find=roles.role,
        pairs=person_pairs,
        vetoes=(said_by_copy,),
        outcome=roles.outcome,
    ),
    Check(
        name="name",
        kinds=(ValueKind.NAME,),
        find=namings.name,
        pairs=person_pairs,
        vetoes=(said_by_copy,),
    ),
    Check(
        name="quotation",
        kinds=(ValueKind.QUOTATION,),
        find=quotations.reworded,
        pairs=quotations.quotation_pairs,
        vetoes=quotations.VETOES,
        outcome=quotations.outcome,
    ),
    Check(
        name="speaker",
        kinds=(ValueKind.QUOTATION,),
        find=quotations.spoken_by_another,
        pairs=quotations.quotation_pairs,
        vetoes=quotations.VETOES,
        outcome=quotations.outcome,
    ),
    Check(
        name="negation",
        kinds=(ValueKind.ASSERTION,),
        find=denials.contradicts,
        pairs=denials.denials,
        vetoes=(other_date, assertions.other_figures, moving_quantity, said_by_copy),
        outcome=assertions.outcome,
    ),
    Check(
        name="antonym",
        kinds=(ValueKind.ASSERTION,),
        find=opposites.excludes,
        pairs=opposites.opposites,
        vetoes=(other_date, assertions.other_figures, moving_quantity, said_by_copy),
        outcome=opposites.outcome,
    ),
)
"""What `find_conflicts` looks for; each is described in docs/CONFLICTS.md."""

JUDGED = Check(
    name="judged",
    kinds=(ValueKind.ASSERTION,),
    find=leads.untold,
    pairs=leads.leads,
    vetoes=(said_by_copy,),
    asked=True,
)
"""What a careful judge, such as a language model, takes for a contradiction where no rule compares:
to be added to `CHECKS` by whoever has one."""
