"""That page text starts nothing, fetches nothing and closes nothing in the report."""

import json
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser, Page

from sourcecompare.report import render, spelt_out
from tests.browser.conftest import Open, Reports, Visit
from tests.browser.hostile import hostile_run
from tests.browser.safety import KINDS_OF_DATA, breaches, policy_of, scripts_of, shapes
from tests.browser.test_access import pages

pytestmark = pytest.mark.browser

PAYLOADS = {
    "script": "<script>window.hit = 1</script>",
    "closing": "</title></style></textarea></noscript><script>window.hit = 1</script>",
    "handler": "<img src=x onerror=window.hit=1>",
    "svg": "\"'><svg onload=window.hit=1>",
    "cdata": "]]><!--<script>window.hit = 1</script>",
    "template": "{{ 7 * 7 }}{% raw %}{# #}",
    "end of data": '"}]</script><script>window.hit = 1</script>',
    "end of data in capitals": "</SCRIPT\t><ScRiPt>window.hit = 1</sCrIpT>",
    "data in a comment": "<!--<script>",
    "comment in data": "--></script><!--><script>window.hit=1//",
    "line ends of old scripts": "\u2028window.hit = 1\u2029window.hit = 1",
    "escaped end": "\\u003c/script\\u003e\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e",
    "end of cdata": "]]>]]]]><![CDATA[>",
    "template literal": "${window.hit = 1}`${window.hit = 1}`",
    "lone surrogate": "\ud800</script><script>window.hit = 1</script>\udfff",
    "prototype": '__proto__","constructor":{"prototype":"',
    "handler in quotes": '" onfocus="window.hit=1" autofocus tabindex="1" x="',
    "handler in single quotes": "' onfocus='window.hit=1' autofocus tabindex='1' x='",
    "handler without quotes": "x onfocus=window.hit=1 autofocus onmouseover=window.hit=1",
    "style": '" style="background:url(https://tracker.example/p.gif)',
    "sheet": "</style><style>@import 'https://tracker.example/a.css';",
    "javascript": "javascript:window.hit=1",
    "javascript after blanks": " \tjavascript:window.hit=1",
    "javascript after a control": "\x01javascript:window.hit=1",
    "javascript in pieces": "java\tscr\nipt:window.hit=1",
    "javascript in capitals": "JaVaScRiPt:window.hit=1//https://a.example/",
    "javascript in entities": "javascript&colon;window.hit=1&lt;script&gt;",
    "data address": "data:text/html,<script>window.hit=1</script>",
    "address with a handler": 'https://a.example/" onfocus="window.hit=1" x="',
    "address with a tag": "https://a.example/?<script>window.hit=1</script>",
    "address with a fragment": "https://a.example/#:~:text=</script><script>window.hit=1</script>",
    "refresh": '<meta http-equiv="refresh" content="0;url=https://tracker.example/">',
    "base": '<base href="https://tracker.example/"><a href=x target=_self>',
    "form": '<form action="https://tracker.example/"><input name=q autofocus onfocus=window.hit=1>',
    "clobbering": '<a id="decisions"><a id="filter" name="filter"><img name="body">',
}
hostile = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)

KEYS = ("j", "k", "j", "c", "d", "n", "Escape", "/", "Escape", "?", "Escape")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a page holds whose texts could do nothing."""

    shapes: frozenset[str]
    policy: str
    scripts: list[str]
    islands: int


@pytest.fixture(scope="module")
def known(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Known, ...]:
    """Of the index and of the story, where all that comes from outside is words or an address."""
    folder, found = tmp_path_factory.mktemp("known"), []
    page = browser.new_page()
    for words in ("harmless words", "https://a.example/harmless"):
        files = render(hostile_run(words))
        for name in sorted(files):
            (folder / name).write_text(files[name], encoding="utf-8")
            page.goto((folder / name).as_uri())
            found.append(known_of(page))
    page.close()
    half = len(found) // 2
    return tuple(
        replace(one, shapes=one.shapes | other.shapes)
        for one, other in zip(found[:half], found[half:], strict=True)
    )


def known_of(page: Page) -> Known:
    return Known(
        shapes=frozenset(shapes(page)),
        policy=policy_of(page),
        scripts=scripts_of(page),
        islands=len(islands(page)),
    )


def islands(page: Page) -> list[str]:
    found = [page.locator(f"script[type='{kind}']").all_text_contents() for kind in KINDS_OF_DATA]
    return [text for texts in found for text in texts]


def tried(found: Visit) -> Visit:
    """The visit, after all of the page was opened, pointed at, gone through and typed into."""
    found.page.on("dialog", lambda dialog: found.complaints.append(dialog.message))
    found.page.evaluate(
        """() => {
            for (const one of document.querySelectorAll("details")) one.open = true;
            for (const one of document.querySelectorAll("*")) {
                one.focus?.();
                one.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
            }
            document.activeElement?.blur();
        }"""
    )
    for key in KEYS:
        found.page.keyboard.press(key)
    found.page.wait_for_timeout(20)
    return found


@pages
def test_a_page_asks_for_itself_alone_and_complains_of_nothing(
    visit: Open, reports: Reports, report: str, name: str
) -> None:
    found = tried(visit(reports[report], name))
    assert found.requests == [found.page.url.partition("#")[0].partition("?")[0]]
    assert found.complaints == []


@pages
def test_a_page_holds_only_what_it_may(
    visit: Open, reports: Reports, report: str, name: str
) -> None:
    files = reports[report]
    for script in (True, False):
        page = visit(files, name, java_script_enabled=script).page
        assert breaches(page, frozenset(files)) == []


@hostile
def test_page_text_starts_nothing_and_ends_nothing(
    visit: Open, known: tuple[Known, ...], payload: str
) -> None:
    files = render(hostile_run(payload))
    for name, harmless in zip(sorted(files), known, strict=True):
        found = visit(files, name)
        page, here = found.page, known_of(found.page)
        # No element, attribute, script or permission that a harmless text does not get.
        assert here.shapes <= harmless.shapes
        assert replace(here, shapes=harmless.shapes) == harmless
        assert breaches(page, frozenset(files)) == []
        for text in islands(page):
            json.loads(text)
        shown = page.evaluate("document.body.textContent")
        assert " ".join(str(spelt_out(payload)).split()) in " ".join(shown.split())
        tried(found)
        assert found.complaints == []
        assert len(found.requests) == 1
        assert page.evaluate("window.hit === undefined")


@pytest.mark.parametrize("is_index", [True, False])
def test_all_pages_of_a_kind_have_one_policy(visit: Open, reports: Reports, is_index: bool) -> None:
    # The same script and style sheet in all reports: no text of a page has a part in what may run.
    named = [(files, name) for files in reports.values() for name in files]
    chosen = [(files, name) for files, name in named if (name == "index.html") is is_index]
    assert len({policy_of(visit(files, name).page) for files, name in chosen}) == 1


FAULTS = {
    "a script": ("<script>1</script>", "script: '1'"),
    "a module": ("<script type=module>1</script>", "script: '1'"),
    "a map of imports": ('<script type="importmap">{}</script>', "script: '{}'"),
    "a script of a page": ('<script src="x.js"></script>', "attribute src"),
    "a script in a picture": ("<svg><script>1</script></svg>", "element: script"),
    "a handler": ('<p onclick="1">x</p>', "attribute onclick"),
    "a style": ('<p style="color: red">x</p>', "attribute style"),
    "a sheet": ("<style>p { color: red }</style>", "not those that the policy names"),
    "a sheet that fetches": ("<style>@import 'a.css'</style>", "style fetches"),
    "a picture": ('<img src="https://a.example/a.gif" alt="">', "element: img"),
    "a pattern": ('<svg><rect fill="url(https://a.example/#p)"/></svg>', "attribute fill"),
    "a frame": ("<iframe></iframe>", "element: iframe"),
    "a base": ('<base href="https://a.example/">', "element: base"),
    "a refresh": ('<meta http-equiv="refresh" content="9;url=a">', "not one policy"),
    "a form": ('<form action="https://a.example"></form>', "attribute action"),
    "a link that says from where": ('<a href="https://a.example">x</a>', "says where from"),
    "a link that runs": ('<a href="java&#9;script:1">x</a>', "leads to javascript:"),
    "a link in a picture": (
        '<svg><a xlink:href="javascript:1">x</a></svg>',
        "leads to javascript:",
    ),
    "a link to a file": ('<a href="file:///etc/passwd">x</a>', "leads to file:"),
    "a link to a neighbour": ('<a href="../other.html">x</a>', "leads to file:"),
    "a resource": ('<link rel="stylesheet" href="a.css">', "loads: link"),
}


@pytest.mark.parametrize(("planted", "complaint"), FAULTS.values(), ids=FAULTS)
def test_each_breach_is_caught(visit: Open, reports: Reports, planted: str, complaint: str) -> None:
    files = dict(reports["ferry"])
    files["index.html"] = files["index.html"].replace("</main>", f"{planted}</main>")
    assert complaint in " ".join(breaches(visit(files, "index.html").page, frozenset(files)))


@pytest.mark.parametrize(
    ("ours", "theirs", "complaint"),
    [
        ("default-src 'none'", "default-src 'self'", "default-src allows 'self'"),
        ("style-src 'sha256-", "style-src 'unsafe-inline' 'sha256-", "allows 'unsafe-inline'"),
        ("default-src 'none';", "default-src 'none'; connect-src *;", "connect-src allows *"),
        ("form-action 'none'", "", "form-action is missing"),
        ("Content-Security-Policy", "Refresh", "not one policy"),
    ],
)
def test_each_hole_in_the_policy_is_caught(
    visit: Open, reports: Reports, ours: str, theirs: str, complaint: str
) -> None:
    files = dict(reports["ferry"])
    assert ours in files["index.html"]
    files["index.html"] = files["index.html"].replace(ours, theirs, 1)
    assert complaint in " ".join(breaches(visit(files, "index.html").page, frozenset(files)))
