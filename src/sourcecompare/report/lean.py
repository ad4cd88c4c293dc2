"""Styles and scripts without what only their writers need: a page travels by mail.

No compression: names and words stay as they are. What is taken out are comments, indentation and
blanks beside signs, where they change nothing; strings, templates and regular expressions are
passed over as they stand.
"""

import re

SCRIPT = re.compile(
    r"""
    (?P<kept> "(?:[^"\\\n]|\\.)*" | `(?:[^`\\]|\\.)*`
    # A slash after one of these signs begins a regular expression; after a word it divides.
    | (?: (?<=[(,=:!&|?\[]) | (?<=[(,=:!&|?\[][ ]) )
      /(?![/*]) (?:[^/\\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+ / )
    | [ ]*(?: //[^\n]* | /\*(?:[^*]|\*(?!/))*\*/[ ]* )
    | [ ]*(?P<opening>[({\[,;])(?: \s | //[^\n]*\n )*  # a statement goes on, or a new one begins
    | [ ]*(?P<sign>[)}\]:=<>?&|])[ ]*
    | (?<![+])[ ](?P<plus>\+)[ ](?![+])
    | (?P<end>\n)(?: \s | //[^\n]*\n | /\*(?:[^*]|\*(?!/))*\*/ )*
    """,
    re.VERBOSE,
)

STYLE = re.compile(
    r"""
    (?P<kept> "(?:[^"\\\n]|\\.)*" )
    | /\*(?:[^*]|\*(?!/))*\*/
    | \s*(?P<sign>[{},>]|;(?!\s*\}))\s*
    | ;\s*(?=\})
    | (?<![\w.\#])0(?P<fraction>\.\d)
    | (?P<colon>:)[ ]+  # before a colon, a blank means "inside"
    | (?P<end>\n)\s*
    """,
    re.VERBOSE,
)


def lean_script(text: str) -> str:
    r"""The script, doing the same; no template in it may hold another template.

    >>> lean_script('// why\nif (a === "x  = y") {\n  say(`${ b } c`, /[ /] = /u);\n}\n')
    'if(a==="x  = y"){say(`${ b } c`,/[ /] = /u);}\n'
    """
    return SCRIPT.sub(_rest, text).lstrip()


def lean_style(text: str) -> str:
    r"""The style sheet, meaning the same.

    >>> lean_style('/* why */\na :is(b, i) > u {\n  margin: 0.5rem; content: " , ";\n}\n')
    'a :is(b,i)>u{margin:.5rem;content:" , "}'
    """
    return STYLE.sub(_rest, text).strip()


def _rest(found: re.Match[str]) -> str:
    return found[found.lastgroup] if found.lastgroup else ""
