"""Offices, and what makes one another: English words that the reader of roles knows."""

OFFICES = {
    name: office
    for office, names in {
        "president": "president|pres",
        "vice president": "vice president|vp|veep",
        "senator": "senator|sen",
        "representative": "representative|rep|congressman|congresswoman|congressperson",
        "governor": "governor|gov",
        "lieutenant governor": "lieutenant governor|lt governor|lt gov|lieutenant gov",
        "mayor": "mayor",
        "judge": "judge",
        "justice": "justice",
        "chief justice": "chief justice",
        "attorney general": "attorney general|atty general|atty gen",
        "solicitor general": "solicitor general",
        "surgeon general": "surgeon general",
        "inspector general": "inspector general",
        "secretary general": "secretary general|secretary-general",
        "district attorney": "district attorney",
        "attorney": "u.s. attorney|us attorney|united states attorney",
        "prosecutor": "prosecutor",
        "secretary": "secretary",
        "undersecretary": "undersecretary",
        "press secretary": "press secretary",
        "minister": "minister",
        "prime minister": "prime minister|premier",
        "chancellor": "chancellor",
        "chair": "chairman|chairwoman|chair|chairperson",
        "director": "director",
        "commissioner": "commissioner",
        "speaker": "speaker|house speaker|speaker of the house",
        "majority leader": "majority leader",
        "minority leader": "minority leader",
        "majority whip": "majority whip",
        "minority whip": "minority whip",
        "whip": "whip",
        "party leader": "democratic leader|republican leader",
        "ambassador": "ambassador",
        "sheriff": "sheriff",
        "chief": "chief",
        "chief of staff": "chief of staff",
        "superintendent": "superintendent",
        "administrator": "administrator",
        "chief executive": "chief executive|ceo|chief executive officer",
        "chief financial officer": "chief financial officer|cfo",
        "chief operating officer": "chief operating officer|coo",
        "manager": "manager",
        "campaign manager": "campaign manager",
        "treasurer": "treasurer",
        "comptroller": "comptroller|controller",
        "councillor": "councilman|councilwoman|councilmember|councillor|councilor",
        "alderman": "alderman|alderwoman",
        "lawmaker": "lawmaker|legislator",
        "assembly member": "assemblyman|assemblywoman|assemblymember",
        "delegate": "delegate",
        "commander": "commander",
        "coach": "coach|head coach",
        "captain": "captain",
        "dean": "dean",
        "provost": "provost",
        "rector": "rector",
        "professor": "professor",
        "bishop": "bishop",
        "archbishop": "archbishop",
        "principal": "principal|headteacher|headmaster|headmistress",
        "editor": "editor",
        "coroner": "coroner",
        "harbor master": "harbour master|harbor master|harbourmaster|harbormaster",
        "counsel": "counsel|general counsel",
        "special counsel": "special counsel",
        "envoy": "envoy",
        "national security adviser": "national security adviser|national security advisor",
        "adviser": "adviser|advisor",
        "king": "king",
        "queen": "queen",
        "prince": "prince",
        "pope": "pope",
        "first lady": "first lady",
        "sergeant": "sergeant|sgt|staff sergeant|staff sgt",
        "lieutenant": "lieutenant|lt",
        "lieutenant colonel": "lieutenant colonel|lt col",
        "colonel": "colonel|col",
        "major": "major|maj",
        "admiral": "admiral|adm|rear admiral|vice admiral",
        "inspector": "inspector|chief inspector|insp",
        "constable": "constable",
        "corporal": "corporal|cpl",
        "spokesman": "spokesman|spokeswoman|spokesperson",
        "leader": "leader",
        "head": "head",
        "founder": "founder",
    }.items()
    for name in names.split("|")
}
"""Words for an office, folded and without full stops, to its name."""

LONGEST_OFFICE = max(len(name.split()) for name in OFFICES)

PLURALS = {
    "chairmen": "chair",
    "chairs": "chair",
    "chairwomen": "chair",
    "mayors": "mayor",
    "governors": "governor",
    "senators": "senator",
    "ministers": "minister",
    "sheriffs": "sheriff",
    "presidents": "president",
    "directors": "director",
    "commissioners": "commissioner",
    "ambassadors": "ambassador",
    "secretaries": "secretary",
    "superintendents": "superintendent",
    "bishops": "bishop",
}
"""Offices of several persons who are named one after the other."""

TIMES = {
    **dict.fromkeys(
        "former ex onetime one-time erstwhile retired ousted deposed toppled".split(), "former"
    ),
    **dict.fromkeys("late ".split(), "late"),
    "then": "then",
    **dict.fromkeys("elect designate designee incoming future next to-be".split(), "elect"),
    **dict.fromkeys("candidate nominee hopeful contender frontrunner".split(), "candidate"),
    **dict.fromkeys("outgoing departing".split(), "outgoing"),
    **dict.fromkeys("current incumbent sitting".split(), "current"),
    "longtime": "",
}
"""Words that say when an office is held."""

RANKS = {
    **dict.fromkeys("acting interim caretaker".split(), "acting"),
    **dict.fromkeys("deputy vice".split(), "deputy"),
    **dict.fromkeys("assistant asst".split(), "assistant"),
    "associate": "associate",
    "co": "co",
    "honorary": "honorary",
    **dict.fromkeys("shadow".split(), "shadow"),
}
"""Words that make another office of one."""

COURTESY = frozenset(
    """president senator representative governor secretary ambassador judge justice speaker mayor
    commander captain professor bishop coach chancellor king queen prince""".split()
) | {"vice president"}
"""Offices whose former holders keep the title: "President" is no word on who is in office now."""

OF_ONE_BODY = frozenset("president director chair commissioner spokesman".split()) | {
    "chief executive"
}
"""Offices of a body: whoever has one has it of one."""

LOOSE = frozenset(
    """spokesman adviser manager editor leader head founder lawmaker attorney professor prosecutor
    counsel councillor""".split()
)
"""Offices that are named too loosely to tell a deputy from its head."""

MANY = frozenset(
    """spokesman senator representative judge justice lawmaker councillor delegate alderman
    professor prosecutor adviser editor founder captain commander attorney manager leader head
    director vice president""".split()
) | {"assembly member", "vice president", "bishop", "commissioner", "minister", "secretary"}
"""Offices that several persons hold at one time in one place."""

EXCLUSIVE = tuple(
    frozenset(group.split("|"))
    for group in (
        "president|vice president|senator|governor|mayor",
        "president|vice president|representative|governor|mayor",
        "senator|representative",
        "attorney general|secretary|governor",
        "attorney general|judge|senator",
        "attorney general|judge|representative",
        "speaker|majority leader|minority leader|governor",
        "majority leader|minority leader|majority whip|minority whip",
        "majority leader|minority leader|whip",
        "party leader|majority whip|minority whip|whip",
        "prime minister|president|chancellor|king",
        "governor|lieutenant governor|judge",
        "district attorney|judge|sheriff|mayor|governor",
        "ambassador|senator",
        "chief executive|chief financial officer|chief operating officer",
        "sergeant|lieutenant|captain|lieutenant colonel|colonel|major|corporal",
        "sergeant|inspector|constable|superintendent",
        "attorney general|solicitor general",
        "archbishop|bishop",
        "chief of staff|press secretary|secretary|attorney general|national security adviser"
        "|counsel",
    )
)
"""Offices that nobody holds two of at one time."""

APPOINTED = frozenset(
    ("chief of staff", "press secretary", "attorney general", "national security adviser")
)
"""Offices of one government, whatever the words for what they are of."""

STEADY = tuple(
    frozenset(group.split("|"))
    for group in (
        "senator|representative",
        "president|vice president",
        "majority leader|minority leader|majority whip|minority whip",
        "majority leader|minority leader|whip",
        "party leader|majority whip|minority whip|whip",
        "chief executive|chief financial officer|chief operating officer",
        "sergeant|lieutenant|captain|lieutenant colonel|colonel|major|corporal",
        "sergeant|inspector|constable|superintendent",
        "attorney general|solicitor general",
        "governor|lieutenant governor",
        "chief of staff|press secretary|secretary|attorney general|national security adviser"
        "|counsel",
    )
)
"""Offices of which each page gives a person one, the one in office, throughout."""

DEPARTMENTS = frozenset(
    """state defense treasury interior agriculture commerce labor health housing
    transportation transport energy education homeland justice finance foreign economy environment
    press home trade culture""".split()
)
"""Words that tell one secretary or minister from another."""

SPELLINGS = {"defence": "defense", "labour": "labor", "centre": "center"}

CURRENT = frozenset(("minister", "prime minister", "chief", "chief executive", "superintendent"))
"""Offices whose former holders do not keep the title: a capital is no courtesy here."""

QUALIFIERS = frozenset(
    """republican democratic democrat conservative liberal labour gop independent tory u.s us
    united states american british state federal house senate city county national local regional
    white campaign party top senior veteran freshman rookie longtime sen rep the
    texas""".split()
)
"""Words before an office that do not make it another one."""

NOT_PERSONS = frozenset(
    """department committee house senate party university college county court council board
    commission agency bureau office ministry association union foundation institute center centre
    company corporation inc corp group news times post journal press church school hospital bank
    street avenue road city state states kingdom republic islands island river lake mountain bay
    north south east west new white supreme national congress parliament assembly army navy force
    police guard act amendment league club team stadium airport tower hotel park bridge caucus
    administration campaign coalition network channel fund trust society federation conference
    convention hall hill wall war day week america american americans britain british democrats
    republicans democrat republican democratic gop europe european russian chinese english french
    german facebook twitter youtube google reuters associated medicare medicaid internet affairs
    security intelligence oversight services budget judiciary finance justice defense treasury
    transportation homeland pentagon kremlin twitter christmas thanksgiving monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december""".split()
)
"""Words that a person's name does not have, though written with a capital."""
