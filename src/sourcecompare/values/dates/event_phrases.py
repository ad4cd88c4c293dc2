"""Phrases that tell an event: "stepped down", "found him guilty", "go to the polls".

Their first word may be a verb of many senses; the phrase leaves one. In a pattern "|" parts the
forms of one word, "_" stands for a determiner or for nothing, "*" for one to three words.
"""

from itertools import product

from sourcecompare.values.lexicon import DETERMINERS
from sourcecompare.values.tokens import Tokens

from .event_words import POST

LONGEST_GAP = 3
"""Words that "*" may stand for: "found the former mayor guilty"."""

_PATTERNS = {
    "resignation": """stepped|steps|step|stepping down|aside, stood|stands|stand|standing down,
        handed|hands|handing in _ resignation|notice, submitted|submits|tendered _ resignation,
        bowed|bows|bowing out, gave|gives|giving up _ post|job|seat|role|command""",
    "dismissal": "forced out, let|lets go, shown the door",
    "conviction": """found|find|finds|finding guilty|liable, found|find|finds * guilty|liable,
        returned|returns|reached|delivered _ verdict""",
    "sentencing": "sent|sends to prison|jail, jailed|imprisoned for, given * in prison|jail",
    "arrest": """taken|took|takes into custody, took|taken|takes * into custody,
        picked|picks up by police, placed|put under arrest""",
    "trial": "go|goes|going|went|gone on trial, stand|stands|standing|stood trial",
    "hearing": "appeared|appears|appear in|before court|magistrates|judge, appeared before _ judge",
    "testimony": "took|takes|take|taking _ stand, gave|gives|give|giving evidence",
    "death": """passed|passes away, lost|loses _ life, breathed _ last, succumbed|succumbs to,
        pronounced|declared dead""",
    "marriage": "tied|ties the knot, got|gets married, exchanged|exchange vows",
    "effect": """took|takes|take|taking effect, came|comes|come|coming into force|effect|operation,
        went|goes|go|going into force|effect|operation, entered|enters|enter|entering into force,
        kicked|kicks|kick|kicking in, became|becomes|become|becoming effective,
        be|is|are|was in force|effect""",
    "polling": """go|goes|going|went|head|heads|heading|headed to _ polls, election|polling day,
        cast|casts|casting _ ballots|votes""",
    "election": """entered|enters _ house|senate|congress|parliament|legislature|assembly,
        won|wins|win|winning _ seat|election|race|office|mayoralty|governorship|presidency,
        voted into office""",
    "raid": """moved|moves|swept|sweeps|descended|burst|swooped|charged in|into|on|onto,
        closed in""",
    "shooting": """opened|opens|open|opening fire, fired|fires|firing at|on|into|shots,
        gunned|guns down, shot|shoots dead, shot and killed""",
    "explosion": "went|goes|gone off, blew|blows|blown up",
    "collision": """ran|runs|run|running aground, went|gone aground, slammed|slams|slamming into,
        smashed|ploughed|plowed|careered|careened into, stuck fast""",
    "derailment": "came|went|jumped off|the _ rails|tracks|track",
    "construction": "dates|dated|dating|date from|to, dates|dating|dated back to, goes back to",
    "funeral": "laid to rest, memorial service",
    "bankruptcy": """went|goes bust|bankrupt|under, filed|files for bankruptcy,
        entered|enters|collapsed into administration""",
    "joining": "been|worked with|for|at, signed|signs for, entered the army|navy|service",
    "landing": "touched|touches down, came|comes down, splashed|splashes down",
    "launch": "lifted|lifts|blasted|blasts|took|takes off",
    "burglary": "broke|broken|breaks|break into, break - in",
    "fire": "caught|catches fire, went|goes up in flames, set|sets|setting fire",
    "beginning": """broke|breaks|breaking out, got|gets|get underway, got|gets|get under way,
        kicked|kicks|kick off""",
    "ending": "came|comes|come to _ end, wrapped|wraps up, drew|draws to _ close",
    "founding": "set|sets|setting up",
    "closing": """shut|shuts|shutting down|off,
        closed|closes|closing down,
        turned|turns|turning off,
        switched|switches|switching off, powered down, taken|took out of service,
        taken|took offline, closed|closes|shut|shuts _ doors""",
    "opening": "opened|opens|opening _ doors|gates",
    "strike": """walked|walks|walk|walking out|off, went|goes|go|going|been on strike,
        downed|down tools, began|begin _ strike|walkout|stoppage""",
    "release": """made|makes|make|making public, came|comes|come out, went|goes|go|going on sale,
        put|puts|putting out""",
    "posting": "put|puts up, went|goes live",
    "filing": """moved|moves|moving to vacate|dismiss|suppress|impeach|intervene|block,
        went|goes to court,
        brought|brings _ suit|lawsuit|action|case, lodged|lodges _ complaint|appeal|objection""",
    "vote": """voted|votes|vote|voting down|through|for|against, gave|gives|give _ approval,
        gave final approval, gave _ assent""",
    "signing": "put|puts|putting _ name|signature, signed|signs into law",
    "debate": "squared|squares|faced|faces|face off",
    "filibuster": "held|holds|took|takes _ floor, held _ senate floor",
    "meeting": "sat|sits down with, held|holds|hold talks",
    "disappearance": "went|goes|gone|been|is|are missing, last seen",
    "exit": "leave|leaves|leaving|left|vacate|vacates|vacated _ office|post|job|role",
    POST: """took|takes|take|taking over|office|charge|control|command, sworn|swears in|into,
        assumed|assumes|assume|assuming office|leadership|command|control""",
}

Pattern = tuple[str, ...]


def _patterns() -> dict[str, tuple[tuple[Pattern, str], ...]]:
    """By first word, the longest pattern first."""
    found: dict[str, list[tuple[Pattern, str]]] = {}
    for event, listed in _PATTERNS.items():
        for phrase in listed.split(","):
            for words in product(*(form.split("|") for form in phrase.split())):
                found.setdefault(words[0], []).append((words[1:], event))
    return {
        first: tuple(sorted(rest, key=lambda one: (-len(one[0]), one[0], one[1])))
        for first, rest in found.items()
    }


PHRASES = _patterns()
"""First word of a phrase to what may follow, and what the whole tells."""


def phrase_at(tokens: Tokens, i: int, high: int) -> str:
    """The event of the phrase that begins at token `i` and ends before `high`; or empty."""
    for pattern, event in PHRASES.get(tokens[i].low, ()):
        if _fits(tokens, i + 1, high, pattern):
            return event
    return ""


def _fits(tokens: Tokens, i: int, high: int, pattern: Pattern) -> bool:
    for k, word in enumerate(pattern):
        if word == "*":
            gaps = range(i + 1, min(high, i + LONGEST_GAP) + 1)
            return any(_fits(tokens, j, high, pattern[k + 1 :]) for j in gaps)
        if word == "_":
            i += i < high and tokens[i].low in DETERMINERS
        elif i < high and tokens[i].low == word:
            i += 1
        else:
            return False
    return True
