"""Which elements of HTML are shown, break lines, and mean what: data only."""

from sourcecompare.model import Kind

UNSEEN = frozenset(
    "script style noscript template title head iframe noframes noembed datalist object "
    "applet audio video canvas annotation annotation-xml".split()
)
"""Never part of the visible text (what stands inside is for machines or for other browsers)."""

VOID = frozenset("area base br col hr img input link meta param".split())
"""Hold nothing: they are counted among their siblings, but no block stands in them. Newer ones
(source, wbr, track) are not known to libxml2, which lets what follows stand inside them."""

BREAKING = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div "
    "dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup "
    "hr html label legend li listing main menu nav ol optgroup option p plaintext pre "
    "search section select summary table tbody td textarea tfoot th thead tr ul xmp".split()
)
"""Begin and end a block; so does every custom element (with a hyphen in its name)."""

PREFORMATTED = frozenset({"pre", "plaintext", "listing", "xmp"})
"""Blank lines in their text part paragraphs."""

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("tr", "td", "th"), Kind.TABLE_ROW),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(
        ("button", "label", "legend", "option", "optgroup", "select", "textarea"), Kind.CONTROL
    ),
    "blockquote": Kind.QUOTE,
}

CONTAINERS = frozenset(
    "address article aside blockquote body center details dialog div dl fieldset figure "
    "footer form header main nav ol section table td th ul".split()
)
"""Hold blocks: paragraphs with the same nearest one are siblings."""

INHERITED = frozenset({"blockquote", "figcaption", "figure", "button", "select"})
"""Give their kind to blocks at any depth; other elements only to their own text and children."""

HEAD_TAGS = frozenset({"html", "link", "meta", "script", "time", "title"})
"""May say something of the page as a whole."""

HEAD, EMPTY, CELL, BREAKS, HIDES = 1, 2, 4, 8, 16
_KNOWN = HEAD_TAGS | VOID | BREAKING | UNSEEN | {"td", "th"}
_ROLES = {
    tag: HEAD * (tag in HEAD_TAGS)
    | EMPTY * (tag in VOID)
    | CELL * (tag in {"td", "th"})
    | BREAKS * (tag in BREAKING)
    | HIDES * (tag in UNSEEN)
    for tag in _KNOWN
}


def roles(tag: str) -> int:
    """What the sets above say of an element's name, in one number: it is asked for every tag.

    >>> roles("p") == BREAKS, roles("my-card") == BREAKS, roles("span")
    (True, True, 0)
    """
    known = _ROLES.get(tag)
    if known is None:
        return BREAKS if "-" in tag else 0
    return known
