"""Nouns and adjectives that outlets exchange freely for one thing that is counted."""

ALIKE = {
    **dict.fromkeys("foreign global international overseas".split(), "world"),
    **dict.fromkeys("straight successiv consecutiv".split(), "consecutiv"),
}
"""Stems of words before a noun that outlets exchange freely: "26 foreign leaders" are "26 world
leaders", a second straight term a second consecutive one."""

EXCHANGED = """
lawmaker legislator parliamentarian
car automobile vehicle
email message
worker employee staffer
child kid youngster
soldier troop serviceman
house home household
plane aircraft airplane aeroplane jet
lawyer attorney
student pupil
doctor physician
country nation
film movie
earthquake quake tremor temblor
protester demonstrator protestor
prisoner inmate
firefighter fireman
policeman cop
truck lorry
shop store
ship vessel
photo photograph picture
firm company
apartment flat
shot gunshot
murder homicide
donation contribution
attempt effort
comment remark
donor contributor
attack assault
helicopter chopper
holidaymaker vacationer
aid assistance
count charge
strike walkout stoppage
poll survey
truce ceasefire
bill measure legislation
pay wage
budget spending
inquiry investigation probe
talk negotiation
layoff redundancy
fine penalty
blaze fire
boss chief
mistake error
purchase acquisition
passenger traveler traveller
refugee migrant
voter elector
village hamlet
resident inhabitant
win victory triumph
term mandate
street road
bullet round
reward bounty
grant subsidy
vote ballot
loan credit
subscriber customer
delegate representative
"""

CANONICAL = {
    word: words[0]
    for words in (line.split() for line in EXCHANGED.strip().splitlines())
    for word in words[1:]
}
"""A noun to the one that stands for all that are said in its place, in news of one event."""

LOOSE = tuple(
    frozenset(words.split())
    for words in (
        "person resident",
        "person passenger",
        "person worker",
        "person protester",
        "person customer",
        "person patient",
        "person spectator",
        "person guest",
        "child student",
        "seat lawmaker",
        "seat delegate",
        "ticket spectator",
        "job worker",
        "flight plane",
        "flight trip",
        "flight departure",
        "expedition trip",
        "person case",
        "night stay",
        "box carton",
        "ban exclusion",
        "seat deputy",
        "arrest arrested",
        "arrest protester",
        "attempt try",
        "bonus payment",
        "bid bidding",
    )
)
"""Each two such nouns may count the same in sentences that tell the same."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two nouns, as `CANONICAL` has them, may count the same thing."""
    return one == other or frozenset((one, other)) in LOOSE
