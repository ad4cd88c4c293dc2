"""Strategies for pages: HTML soup, text of any kind, and furniture round prose."""

from hypothesis import strategies as st

FURNITURE = (
    "Home » News » World",
    "Advertisement",
    "Share on Facebook",
    "Read more: Five things to know about ferries",
    "© 2025 Harbour Gazette. All rights reserved.",
    "By Ann Lee",
    "3 September 2025",
    "harbour fire, harbour fire today, harbour fire news, harbour fire live, harbour fire update",
    "harbour fire harbour fire harbour fire harbour fire",
    "Leave a reply",
    "Please disable your ad blocker to go on reading.",
    "Subscribe to our newsletter and never miss a story.",
)
PROSE = (
    "The ferry left the old harbour at noon with forty passengers and a cargo of timber on board.",
    "“We saw the smoke from the hill,” said the harbour master, who had been on duty since dawn.",
    "Nobody was hurt, but the bridge will stay closed until the engineers have looked at it.",
    "The council voted to repair the pier, and it asked the region for a part of the money.",
    "Crews worked through the night, because the wind had turned (harbour fire today).",
    "The mill has stood empty for years, and nobody has seen its owner there (harbour fire today)",
    "老桥昨夜起火，没有人受伤。市政府说，大桥将关闭三天。",
)
ODD = st.text(
    st.characters(
        codec="utf-8",
        categories=("L", "M", "N", "P", "S", "Z", "Cc", "Cf"),
        include_characters="\u00a0\u200b\u2028\u0085\x1c\ufeff’_",
    ),
    max_size=20,
)
LINE = st.one_of(st.sampled_from(FURNITURE), st.sampled_from(PROSE), ODD)

TAGS = (
    "p div span b i a ul li table tr td th h1 h2 br hr img wbr source embed param button select "
    "option blockquote figure figcaption section article nav aside footer form pre time label "
    "my-card o:p x_y svg title noscript script style template textarea xmp body html head center"
)
ATTRIBUTES = (
    "",
    "",
    "",
    " hidden",
    ' style="display:none"',
    ' class="caption"',
    ' class="byline author"',
    ' class="share"',
    " id=comments",
    " href=/x",
    ' datetime="2025-09-03"',
    " class",
)
_TAG = st.sampled_from(TAGS.split())
_PIECE = st.one_of(
    st.builds("<{}{}>".format, _TAG, st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, _TAG),
    st.sampled_from(("<br><br>", "<!-- x -->", "<![CDATA[y]]>", "&nbsp;", "&amp;", "&#0;", "\n\n")),
    st.builds("<p>{}</p>\n".format, LINE),
    LINE,
)
soups = st.lists(_PIECE, max_size=40).map("".join)
"""Markup that no validator would pass."""

_WRAPPED = st.builds("<{0}{1}>{2}</{0}>".format, _TAG, st.sampled_from(ATTRIBUTES), LINE)
_PARAGRAPH = st.builds(
    "<p>{}{}{}</p>".format, st.sampled_from(PROSE), st.one_of(st.just(""), _WRAPPED), LINE
)
pages = st.builds(
    "<html><head><title>{}</title></head><body><h1>{}</h1>{}</body></html>{}".format,
    LINE,
    LINE,
    st.lists(st.one_of(_PARAGRAPH, _PARAGRAPH, _WRAPPED), max_size=15).map("\n".join),
    st.one_of(st.just(""), _WRAPPED),
)
"""Pages that look like an outlet's: prose with furniture in and round it."""

markups = st.one_of(soups, pages)

_BREAK = st.sampled_from(("\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2028", "\x0b", " ", "\t"))
texts = st.lists(st.tuples(LINE, _BREAK), max_size=25).map(
    lambda pairs: "".join(line + gap for line, gap in pairs)
)
"""Plain text as people paste it."""
