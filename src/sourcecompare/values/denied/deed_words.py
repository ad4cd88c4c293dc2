"""Verbs that tell decisions and outcomes, in sorts with two signs, and which of them a text has."""

import re
from typing import NamedTuple

from .irregular import BASES
from .roots import root
from .wholes import wholes_told

OBJECT, SUBJECT, BOTH, THING = "object", "subject", "both", "thing"
"""What a deed of a sort is told of: what it is done to, who does it, both, or one noun."""

_SORTS = """
object: approve pass adopt accept endorse ratify authorise authorize grant okay say_yes
 give_consent give_approval give_permission give_assent give_blessing give_go-ahead win_approval
 receive_approval get_approval sign_off greenlight
 | reject refuse deny defeat veto block decline dismiss turn_down throw_out vote_down say_no
 rule_out scupper quash rebuff spurn
object: uphold affirm reinstate | overturn strike_down reverse quash annul void set_aside
object: convict find_guilty | acquit clear exonerate find_not
object: save rescue spare survive escape stand | destroy burn_down burn_ground demolish raze gut
 level flatten wreck collapse
subject: survive live recover | die perish
object: stay_open remain_open | close shut shut_down
both: win | lose
subject: stay_on stay_as remain_as remain_in | leave quit resign step_down stand_down depart
object: hold stage go_ahead | cancel call_off postpone scrap shelve
object: continue resume carry_on keep press_on | suspend halt stop cease abandon discontinue
object: consider look_at study examine weigh explore | rule_out
both: attend turn_up join show_up | skip boycott stay_away miss
both: admit acknowledge | deny
both: agree_to agreed_to consent_to | refuse_to decline_to
both: vote_for | vote_against abstain
object: include | exclude omit leave_out
object: keep retain preserve maintain | abolish repeal scrap drop remove withdraw
object: support back favour favor endorse | oppose
object: allow permit legalise legalize lift_ban | ban prohibit forbid outlaw bar
object: evacuate empty | remain_open stay_open
object: sign | veto
object: lock | unlock
object: switch_on turn_on | switch_off turn_off
subject: plead_guilty | plead_not
subject: resign retire step_down | fire dismiss sack oust
subject: injure hurt wound harm | unhurt unharmed unscathed uninjured
subject: armed | unarmed
subject: conscious awake | unconscious
subject: sober | drunk intoxicated
subject: insured licensed | uninsured unlicensed
subject: testify | stonewall
subject: concede | contest
subject: voluntarily willingly | under_subpoena under_duress under_compulsion forced compelled
object: unanimously | split divided narrowly vote_against
subject: damage lose_roof | undamaged intact unscathed
object: enter_plea | withdraw_plea
subject: deliberately intentionally | accidentally by_accident by_mistake
object: publish release disclose reveal unveil | withhold conceal suppress hide
"""

_LENIENT = "consider"
GRANTS = frozenset(root(word) for word in "approval consent permission clearance assent".split())


class Entry(NamedTuple):
    """What a verb tells, alone or with another word behind it."""

    sort: str
    sign: int
    partner: str


def _table() -> tuple[dict[str, tuple[Entry, ...]], dict[str, str], frozenset[str]]:
    found: dict[str, list[Entry]] = {}
    lines = _SORTS.strip().replace("\n ", " ").splitlines()
    for sort, line in enumerate(lines):
        for sign, words in zip((1, -1), line.partition(":")[2].split("|"), strict=True):
            for word in words.split():
                verb, _, partner = word.partition("_")
                found.setdefault(root(verb), []).append(Entry(str(sort), sign, partner))
    told_of = {str(sort): line.partition(":")[0] for sort, line in enumerate(lines)}
    lenient = frozenset(str(sort) for sort, line in enumerate(lines) if _LENIENT in line)
    return {verb: tuple(entries) for verb, entries in found.items()}, told_of, lenient


VERBS, OF, LENIENT = _table()
APPROVAL = "0"
"""The sort of approvals, which nouns tell as well."""


def _alternatives() -> str:
    """Beginnings of all words that may tell a deed, in every irregular form."""
    found = set(GRANTS)
    for verb in VERBS:
        found |= {verb, verb[:-1] + "i"} if verb.endswith("y") else {verb}
    found |= {form for form, base in BASES.items() if root(base) in VERBS}
    return "|".join(sorted(map(re.escape, found)))


# Beginnings only, so more matches than there are deeds. No match: "appro", "unopened".
CUE = re.compile(rf"\b({_alternatives()})\w*")


RUN = re.compile(r"\w+")


def _telling() -> dict[str, frozenset[tuple[str, int]]]:
    granted = frozenset(((APPROVAL, 1), (APPROVAL, -1)))
    return {
        own: frozenset((entry.sort, entry.sign) for entry in VERBS.get(own, ()))
        | (granted if own in GRANTS else frozenset())
        for own in VERBS.keys() | GRANTS
    }


TELLING = _telling()
"""The sorts and signs that each root may tell."""


def sorts_told(key: str) -> frozenset[tuple[str, int]]:
    """The sorts and signs that a folded sentence may tell, denials aside."""
    words = set(RUN.findall(key))
    found = set(wholes_told(key, words))
    for word in words:
        own = root(word)
        # The look-up is ten times as fast as the pattern, which drops the last few.
        if own in TELLING and CUE.match(word):
            found |= TELLING[own]
    return frozenset(found)
