"""Words that say one thing in the place of each other, and words for persons of any sort."""

from .roots import root

_GROUPS = """
cut slice chop
big large huge
small little tiny
speak talk
child kid
woman lady
look watch
start begin
end finish conclude
dispute quarrel row
strike walkout
deal agreement accord
buy purchase acquire
sell divest
resign quit
visit tour
back support
attempt try
jump leap hop
shout scream yell
street road
stone rock
sofa couch
car automobile
bicycle bike
photo photograph picture
film movie
doctor physician
lawyer attorney
choose pick select
near beside
fix repair mend
close shut
tool instrument device implement
ceasefire truce
plan proposal scheme
probe inquiry investigation
firm company
job post position
bill measure legislation
suit lawsuit
gun firearm weapon
jail prison
flat apartment
blaze fire
crash collision
wage pay salary
vow promise pledge
attack assault
ship vessel
plane aircraft jet
shop store
autumn fall
"""

ALIKE = {
    root(word): number for number, line in enumerate(_GROUPS.split("\n")) for word in line.split()
}
"""Root to its group."""


def same_word(one: str, other: str) -> bool:
    """Whether two roots are one word or of one group."""
    return one == other or (one in ALIKE and ALIKE.get(one) == ALIKE.get(other))
