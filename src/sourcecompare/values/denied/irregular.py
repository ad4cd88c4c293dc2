"""English verbs and nouns whose forms no rule makes, each line a base form and what it becomes."""

_FORMS = """
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bet betted
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do does did done doing
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go goes went gone
grind ground
grow grew grown
hang hung
have has had having
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid laying
lead led
lean leant
leap leapt
learn learnt
leave left leaving leaves
lend lent
lie lay lain lying lied
light lit
lose lost
make made
mean meant
meet met
overcome overcame
overtake overtook overtaken
pay paid
prove proven
quit quitting
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spill spilt
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stride strode
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
die dying
undergo underwent undergone
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
write wrote written
man men
woman women
child children
person people persons
foot feet
tooth teeth
mouse mice
goose geese
life lives
wife wives
knife knives
leaf leafs
wolf wolves
half halves
thief thieves
shelf shelves
police
"""

BASES = {
    form: base
    for base, *forms in (line.split() for line in _FORMS.split("\n") if line)
    for form in forms
}
"""Irregular form to base form. Of two verbs with one form the commoner one has it."""

PAST = frozenset(
    """arose awoke bore beat became began bent bit bled blew broke brought built bought caught
    chose came dealt dug did drew drank drove ate fell fed felt fought found fled flew forbade
    forgot forgave froze got gave went grew hung had heard hid held kept knew laid led left lent
    lit lost made meant met paid rode rang rose ran said saw sought sold sent shook shone shot
    shrank sang sank sat slept slid spoke sped spent spun sprang stood stole stuck struck swore
    swept swam took taught tore told thought threw underwent understood woke wore won withdrew
    withheld wrote was were""".split()
)
"""Forms that tell of the past, where no auxiliary stands before them."""

UNCUT = frozenset(
    """news series species this his its thus plus bus gas yes us as is was has does always perhaps
    politics physics business process access press mass class loss less unless across pass miss
    boss cross dress glass grass guess kiss mess toss stress success address witness fitness illness
    progress congress express discuss possess assess wireless speed need feed seed indeed proceed
    exceed succeed agreed breed red bed shed sled hundred sacred bring thing king ring sing spring
    string swing wing sting evening morning nothing something anything everything during ceiling
    wedding lens texas paris virus status focus bonus census campus crisis basis analysis bias
    chaos canvas tennis""".split()
)
"""Words that only look as if they had an ending."""
