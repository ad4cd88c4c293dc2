"""Start tags with thousands of attributes are cut before a parser reads them; no other is."""

import pytest

from sourcecompare.parse import cut_attributes, parse
from sourcecompare.parse.attributes import CUT_NOTE, MOST

MANY = " ".join(f'a{number}="x"' for number in range(10 * MOST))


def test_cuts_the_attributes_of_one_element_and_nothing_else() -> None:
    page = f"<body><p>Before.</p><div {MANY}><p>Inside.</p></div><p>After.</p></body>"
    parsed = parse(page)
    assert [block.text for block in parsed.blocks] == ["Before.", "Inside.", "After."]
    assert parsed.notes == (CUT_NOTE,)
    assert f'a{MOST - 1}="x"' in cut_attributes(page)
    assert f'a{MOST}="x"' not in cut_attributes(page)


@pytest.mark.parametrize(
    "page",
    [
        '<img src="data:image/png;base64,' + "A" * 100_000 + '" alt="x y"><p>Text.</p>',
        "<div data-state='" + '{"a": "b", "c": [1, 2]} ' * 5_000 + "'>Text.</div>",
        "<script>if (a <b) {" + "x = y; " * 5_000 + "}</script><p>Text.</p>",
        "<p>" + "a < b and c = d, " * 5_000 + "</p>",
        "<p class=a>Text.</p>",
        "<" * 100_000,
        "<a " * 30_000,
        '<a b="' * 10_000,
    ],
    ids=["picture", "state", "script", "text", "plain", "open", "unclosed", "quotes"],
)
def test_leaves_other_pages_as_they_are(page: str) -> None:
    assert cut_attributes(page) == page
