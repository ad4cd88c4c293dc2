"""English words that deny, double a denial, hedge or open what a clause says."""

from .roots import root

NOT = frozenset(
    """not cannot never dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt hasnt
    havent hadnt shouldnt""".split()
)
"""Deny what follows; so does every word that ends in "n't"."""

NO = frozenset("no neither nor none nobody nothing nowhere".split())
"""Deny that there is one: "no man is", "none of the boats"."""

NOBODY = frozenset("nobody none nothing one neither".split())
"""Those of them that stand for their noun; "no one" among them."""

TURNING_VERBS = frozenset(root(word) for word in """fail decline refuse unable""".split())
"""Roots that deny the verb behind "to": "failed to win", "declined to answer"."""

UNWILLING = frozenset(root(word) for word in """decline refuse""".split())
"""Those of them that tell of the present and of what is to come as well."""

WITHOUT = frozenset("without lacking minus sans".split())

HALF_DENIALS = frozenset("hardly barely scarcely rarely seldom few little".split())
"""Deny by degree, so that nothing sure follows from them."""

NOT_AFTER_NO = frozenset(
    """doubt matter longer more less fewer later sooner wonder surprise secret question way stranger
    problem means other further better sense point such idea comment""".split()
)
"""Behind "no" these make a set phrase: "no doubt", "no longer", "no fewer than"."""

NOT_AFTER_NOT = frozenset(
    """only just merely simply necessarily until least enough so exactly quite entirely always yet
    even alone unlike to a an because since before after too very""".split()
)
"""Behind "not" these deny something else than the clause: "not only", "not until"."""

ALL = frozenset("all every everyone everybody everything each both".split())
"""Say a predicate of a whole."""

EVERYONE = frozenset("everyone everybody anyone anybody".split())
"""Have every person for a subject."""

ATTITUDES = frozenset(
    root(word)
    for word in """think believe assume suppose imagine guess feel mean say claim tell argue admit
        concede confirm suggest insist announce state know realize realise remember recall
        see hear""".split()
)
"""Roots of verbs whose object is a statement: "did not say that it is so" denies the saying."""

OPINIONS = frozenset(
    root(word)
    for word in """think believe assume suppose imagine guess hope fear expect doubt speculate
        suspect allege rumor rumour accuse claim""".split()
)
"""Roots of those that leave open whether what is thought is so."""

AGAINST = frozenset(
    root(word)
    for word in """failure fail refuse refusal decline denial deny reject lack absence unable
        without hardly barely scarcely rarely seldom false untrue dispute""".split()
)
"""Further roots of words that speak against what a sentence says."""

PREFIXES = frozenset("non anti pro pre un".split())
"""Written apart by a hyphen they belong to the word behind it."""

EXCEPTING = frozenset("except besides but unless until before".split())
"""Behind a denial these leave something over that is not denied."""

ADJECTIVE_AFTER = frozenset("a an the this that every no one its his her their".split())
"""Behind these "little" and "few" deny nothing."""

CASE = frozenset("case true".split())
"""Behind "it is not the" these turn the clause that follows."""

HEDGES = frozenset(
    """may might could perhaps possibly maybe likely unlikely probably potentially allegedly
    reportedly apparently seemingly supposedly presumably almost nearly""".split()
)
"""What is said with one of these may be otherwise."""

CONDITIONS = frozenset("if whether unless lest otherwise suppose".split())

UNREAL_VERBS = frozenset(
    root(word)
    for word in """deny reject dismiss doubt question ban bar prohibit forbid block prevent stop
        avoid rule threat threaten vow want hope wish urge ask call demand seek try attempt pretend
        imagine fear offer warn""".split()
)
"""Roots of verbs behind which an act is not told to have happened."""

FUTURE = frozenset("will shall wo 'll".split())
PLANNING = frozenset(
    root(word) for word in """plan expect set due schedule go agree about""".split()
)
"""Roots before "to" that make a future: "is due to open", "plans to attend"."""

WOULD = frozenset(("would", "'d"))
CAN = frozenset("can cannot ca able".split())
MUST = frozenset("must should ought shall need".split())

AUXILIARIES = frozenset(
    """is are was were be been being am has have had do does did will would shall should can could
    may might must ought need""".split()
)
BE = frozenset("is are was were am be been being isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having".split())
PAST_AUXILIARIES = frozenset("was were did".split())
PRESENT_AUXILIARIES = frozenset("is are am do does".split())

SUBJECTS = frozenset("i you he she it we they".split())
"""Begin a clause behind a verb of saying."""

SAYING = frozenset(
    root(word)
    for word in """say tell claim argue insist think believe know announce admit add hope
        fear""".split()
)
"""Roots of those verbs."""

DISJUNCTION = frozenset(("either",))
"""Leaves open all that follows in its sentence."""

PRONOUNS = frozenset(
    "i you he she it we they this that these those who which what one some others".split()
)

SUBORDINATORS = frozenset(
    """that because although though while whereas if unless whether when where who which whom whose
    after before until since as but so than lest once why how despite""".split()
)
"""Words with which another clause begins."""

BEFORE_BUT = frozenset("all anything nothing nobody one none anyone everything".split())
"""Behind these "but" excepts something."""

LOOSE_SUBORDINATORS = frozenset("as so before after since until than like".split())
"""Begin one only where an auxiliary follows soon; else they are prepositions."""

JOINING = frozenset("and or nor".split())
"""Words with which another clause begins where an auxiliary follows soon."""

STATING = frozenset("that how why where when whether what".split())
"""Begin what somebody says or thinks."""

ASKING = STATING - {"that"}

SOME = frozenset("some several certain".split())

STOPS = frozenset(";:—–()?!")
"""Signs that end a clause."""
