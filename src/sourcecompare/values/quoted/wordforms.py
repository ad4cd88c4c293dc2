"""The plain form of a spoken word: what two reporters who took down one speech may write apart.

Contractions are parted, numbers are digits, and tense, number and the spelling of one side of the
Atlantic make no difference.
"""

import re

from sourcecompare.values.nouns import stem

_CONTRACTED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("will", "not"),
    "ain't": ("be", "not"),
    "dont": ("do", "not"),
    "cant": ("can", "not"),
    "let's": ("let",),
    "gonna": ("go", "to"),
    "wanna": ("want", "to"),
    "gotta": ("have", "to"),
    "kinda": ("kind", "of"),
    "y'all": ("you",),
    "'em": ("them",),
    "em": ("them",),
    "'cause": ("because",),
    "cos": ("because",),
    "'til": ("until",),
    "till": ("until",),
    "okay": ("ok",),
    "yeah": ("yes",),
    "yep": ("yes",),
    "nope": ("no",),
    "worldwide": ("world",),
    "shall": ("will",),
    "upon": ("on",),
    "toward": ("towards",),
}
_BARE_DENIALS = {
    f"{verb}nt": (verb, "not")
    for verb in "is was are were did does has had have would could should".split()
}
"""As hurried reporters write them."""
_ENDINGS = {
    "n't": ("not",),
    "'m": ("be",),
    "'re": ("be",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would",),
    "'s": (),
}
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
} | {
    word: str(10 * number)
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

_IRREGULAR = {
    word: line.split()[0]
    for line in """be is are was were been being am
have has had having
do does did done doing
go goes went gone going
say says said saying
make makes made making
take takes took taken taking
get gets got gotten getting
give gives gave given giving
know knows knew known
think thinks thought thinking
come comes came coming
see sees saw seen seeing
tell tells told telling
find finds found
keep kept
lose loses lost losing
win won winning
pay paid
sell sold
buy bought
bring brought
build built
send sent
spend spent
hold held
stand stood
leave leaves left leaving
feel felt
meet met
lead led
fight fought
speak spoke spoken
break broke broken
choose chose chosen
write wrote written writing
run ran running
begin began begun
rise rose risen
fall fell fallen
grow grew grown
draw drew drawn
drive drove driven
teach taught
catch caught
hear heard
mean meant
understand understood
forget forgot forgotten
wear wore worn
die dies died dying
lie lies lied lying
use uses used using
will
would
need needs needed
this these
that those
a an
who whom""".splitlines()
    for word in line.split()
}

_SPELLINGS = (
    (re.compile(r"ise\Z|yze\Z|yse\Z"), "ize"),
    (re.compile(r"is(ing|ed|es|ation|ations)\Z"), r"iz\1"),
    (re.compile(r"(?<=[bdlmnpv])our"), "or"),
    (re.compile(r"(?<=[bt])re\Z"), "er"),
    (re.compile(r"ogue\Z"), "og"),
    (re.compile(r"ence\Z"), "ense"),
    (re.compile(r"ll(?=ed\Z|ing\Z|er\Z)"), "l"),
    (re.compile(r"amme\Z"), "am"),
)
_SHORTEST_SPELT = 5
"""Letters from which a word has a spelling of each side: not "rise", "wise", "our"."""


def form(word: str) -> str:
    """A folded word without what differs between two takings down of one word.

    >>> form("organised") == form("organizes"), form("had") == form("has"), form("twelve")
    (True, True, '12')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NUMBERS:
        return _NUMBERS[word]
    if len(word) >= _SHORTEST_SPELT:
        for pattern, spelt in _SPELLINGS:
            word = pattern.sub(spelt, word)
    return stem(word)


def forms(word: str) -> tuple[str, ...]:
    """The plain forms that a folded word stands for: two for a contraction, none for "'s".

    >>> forms("won't"), forms("they're"), forms("mayor's")
    (('will', 'not'), ('they', 'be'), ('mayor',))
    """
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word in _BARE_DENIALS:
        verb, denial = _BARE_DENIALS[word]
        return form(verb), denial
    if "'" in word:
        for ending, rest in _ENDINGS.items():
            if word.endswith(ending) and word != ending:
                return (form(word.removesuffix(ending)), *rest)
        word = word.strip("'")
    return (form(word),)
