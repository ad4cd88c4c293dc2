"""Law: nothing of a page can end an element of the report or start one."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from sourcecompare.report import render
from tests.browser.hostile import hostile_run

PAYLOADS = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</style>",
            "</title>",
            "<!--",
            "-->",
            "]]>",
            "<![CDATA[",
            "<img src=x onerror=alert(1)>",
            '" onmouseover="alert(1)',
            "' autofocus onfocus='alert(1)",
            "{{ 7*7 }}",
            "{% include 'x' %}",
            "&lt;b&gt;",
            "javascript:alert(1)",
            "data:text/html,<p>",
            "https://a.example/",
            "https://user@a.example",
            "\u202e",
            "\x00",
            "\x1b",
            "\n",
        ]
    )
    | st.text(max_size=5),
    min_size=1,
    max_size=4,
).map("".join)

ALLOWED = frozenset(
    "a article b bdi blockquote body br caption circle code dd defs details div dl dt footer g h1 "
    "h2 h3 h4 head header html i input label li line link main mark meta nav ol p path pattern q "
    "rect script section span strong style summary svg table tbody td th thead time title tr u ul "
    "use".split()
)
# Elements that do not depend on what a text says.
FRAME = frozenset(
    "article section h1 h2 h3 h4 table dl svg nav title main script style input".split()
)


def frame(page: str) -> Counter[str]:
    return Counter(element.tag for element in html.fromstring(page).iter() if element.tag in FRAME)


@settings(max_examples=60, deadline=None)
@given(PAYLOADS)
def test_page_text_ends_and_starts_no_element(payload: str) -> None:
    hostile = list(render(hostile_run(f"x{payload}x")).values())
    harmless = list(render(hostile_run("x")).values())
    assert [frame(page) for page in hostile] == [frame(page) for page in harmless]
    for page in hostile:
        page.encode("utf-8")
        for element in html.fromstring(page).iter():
            assert element.tag in ALLOWED
            assert not any(name.startswith("on") or name == "style" for name in element.attrib)


@settings(max_examples=60, deadline=None)
@given(PAYLOADS)
def test_only_web_addresses_and_our_own_places_are_links(payload: str) -> None:
    files = render(hostile_run(payload))
    for page in files.values():
        root = html.fromstring(page)
        for link in root.iter("a"):
            target = link.get("href", "")
            local = target.partition("#")[0]
            assert target.startswith(("http://", "https://")) or local in ("", *files)
            if target.startswith("http"):
                assert link.get("rel") == "noopener noreferrer"
                assert "@" not in target.split("/")[2]
        assert [link.get("href") for link in root.iter("link")] == ["data:,"]
