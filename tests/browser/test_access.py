"""That everybody can read the report: what axe says, what it does not see, and no script."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.browser.axe import Trouble, troubles, troubles_of_dialogs, unfold
from tests.browser.checks import (
    ALWAYS,
    Check,
    dead_controls,
    dead_ends,
    headings,
    landmarks,
    motion,
    repeated_ids,
    said,
    sideways,
    small_targets,
    tongue,
    unseen_focus,
)
from tests.browser.conftest import Open, Reports, Visit

pytestmark = pytest.mark.browser

PAGES = (
    ("ferry", "index.html"),
    ("ferry", "story-ferry.html"),
    ("example", "index.html"),
    ("example", "story-beijing-parade-2025.html"),
    ("example", "story-harbour-bridge-fire.html"),
)

pages = pytest.mark.parametrize(("report", "name"), PAGES)
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
widths = pytest.mark.parametrize("width", [1280, 320])

Show = Callable[..., Visit]


@pytest.fixture
def show(visit: Open, reports: Reports) -> Show:
    """Opens a page of one of the reports as a reader has it set."""

    def shown(report: str, name: str, scheme: str = "light", width: int = 1280) -> Visit:
        return visit(
            reports[report], name, width=width, color_scheme=scheme, reduced_motion="reduce"
        )

    return shown


def told(found: list[Trouble]) -> str:
    return "\n".join(map(str, found))


@pages
@schemes
@widths
def test_axe_finds_nothing_and_leaves_nothing_undecided(
    show: Show, report: str, name: str, scheme: str, width: int
) -> None:
    found = show(report, name, scheme, width)
    assert told(troubles(found.page)) == ""
    assert told(troubles_of_dialogs(found.page)) == ""


@pages
@schemes
@widths
def test_what_axe_does_not_see_is_right_too(
    show: Show, report: str, name: str, scheme: str, width: int
) -> None:
    found = show(report, name, scheme, width)
    unfold(found.page)
    wrong = {check.__name__: check(found.page) for check in ALWAYS}
    assert {check: complaints for check, complaints in wrong.items() if complaints} == {}


@pages
def test_without_scripts_all_can_be_read_and_nothing_is_dead(
    visit: Open, reports: Reports, report: str, name: str
) -> None:
    with_script = visit(reports[report], name)
    without = visit(reports[report], name, java_script_enabled=False)
    for found in (with_script, without):
        unfold(found.page)
    missing = Counter(said(with_script.page)) - Counter(said(without.page))
    assert sorted(missing) == []
    assert said(without.page)
    assert dead_controls(without.page) == []


@pages
def test_the_tab_key_goes_through_all_of_a_page_and_out_of_it(
    show: Show, report: str, name: str
) -> None:
    page = show(report, name).page
    # Numbered in the order of the page; of the buttons of one radio group, one stands for all.
    expected = page.evaluate(
        """() => {
            const groups = new Set();
            const reached = [...document.querySelectorAll("*")].filter(one => one.tabIndex >= 0
                && !one.disabled && one.checkVisibility({ visibilityProperty: true })
                && !(one.type === "radio" && groups.has(one.name) || !groups.add(one.name || one)));
            reached.forEach((one, at) => { one.tabPlace = at; });
            return reached.length;
        }"""
    )
    places = []
    for _ in range(expected + 1):
        page.keyboard.press("Tab")
        places.append(page.evaluate("document.activeElement.tabPlace ?? null"))
    assert places == [*range(expected), None]


def bad(body: str, *, head: str = "", html: str = '<html lang="en">') -> dict[str, str]:
    """A page in which all is right but what is planted in it."""
    return {
        "bad.html": f"<!doctype html>{html}<head><meta charset='utf-8'><title>Bad</title>"
        f"<style>body {{ color: #111; background: #fff; overflow-x: visible }}</style>{head}</head>"
        f"<body><header><h1>Ferry</h1></header><main>{body}</main><footer>Foot</footer></body></html>"
    }


DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="

FOR_AXE = {
    "image-alt": f'<img src="{DOT}">',
    "color-contrast": '<p style="color: #999">Faint words on white ground</p>',
    "label": '<input type="text">',
    "tabindex": '<a href="#" tabindex="3">First of all</a>',
    "label-content-name-mismatch": '<button aria-label="Close">Confirm</button>',
    "target-size": '<button style="width: 9px; height: 9px; padding: 0; font-size: 5px">a</button>'
    '<button style="width: 9px; height: 9px; padding: 0; font-size: 5px">b</button>',
}


def test_the_page_that_nothing_is_planted_in_is_right(visit: Open) -> None:
    page = visit(bad("<p>Words</p>"), "bad.html", reduced_motion="reduce").page
    assert told(troubles(page)) == ""
    assert [complaint for check in ALWAYS for complaint in check(page)] == []


def test_axe_catches_each_fault_of_a_bad_page(visit: Open) -> None:
    undecided = f"<p style=\"background: url('{DOT}')\">Words over a picture</p>"
    page = visit(bad("".join(FOR_AXE.values()) + undecided), "bad.html").page
    found = troubles(page)
    assert {one.rule for one in found if one.sure} >= set(FOR_AXE)
    (open_question,) = (one for one in found if not one.sure and one.rule == "color-contrast")
    assert "background image" in " ".join(open_question.why)


def test_axe_looks_into_what_is_folded_and_into_dialogs(visit: Open) -> None:
    faint = FOR_AXE["color-contrast"]
    folded = (
        f"<details><summary>More</summary>{faint}</details>"
        '<div style="height: 9000px"></div>'
        f'<div style="content-visibility: auto; contain-intrinsic-size: 9px">{faint}</div>'
        f'<dialog aria-label="Help">{faint}</dialog>'
    )
    page = visit(bad(folded), "bad.html").page
    (contrast,) = (one for one in troubles(page) if one.rule == "color-contrast")
    assert contrast.sure
    assert len(contrast.nodes) == 2
    assert [one.rule for one in troubles_of_dialogs(page) if one.sure] == ["color-contrast"]


PLANTED: tuple[tuple[Check, str, str], ...] = (
    (sideways, '<p style="width: 2000px">wide</p>', "p “wide”"),
    (small_targets, '<button style="height: 20px">x</button>', "x 20.0"),
    (small_targets, '<nav style="display: flex"><a href="#a" id="a">a</a></nav>', "a#a"),
    (unseen_focus, '<a href="https://a.example" style="outline: none">x</a>', "has no outline"),
    (unseen_focus, '<button style="outline: 3px solid #eee">x</button>', "an outline of 1."),
    (motion, '<p style="transition: color 1s">x</p>', "has a transition"),
    (motion, "<style>p { animation: a 1s } @keyframes a {}</style><p>x</p>", "is animated"),
    (headings, "<h3>Deep</h3>", "h3 “Deep” comes after a level 1"),
    (headings, "<h1>Two</h1>", "there is not one h1"),
    (landmarks, "<main>inner</main>", "2 of main"),
    (landmarks, "<nav>a</nav><nav>b</nav>", "names of nav"),
    (repeated_ids, '<i id="a">1</i><i id="a">2</i>', "a"),
    (dead_ends, '<a href="#nowhere">x</a>', "#nowhere"),
    (dead_ends, '<label for="nowhere">x</label>', "for=nowhere"),
    (tongue, '<p lang="">x</p>', "has the language “”"),
    (dead_controls, "<button>Confirm</button>", "button “Confirm”"),
)


@pytest.mark.parametrize(("check", "planted", "complaint"), PLANTED)
def test_a_check_catches_its_fault(visit: Open, check: Check, planted: str, complaint: str) -> None:
    page = visit(bad(planted), "bad.html").page
    assert complaint in " ".join(check(page))


def test_a_page_without_language_or_title_is_caught(visit: Open) -> None:
    files = {"bad.html": bad("", html="<html>")["bad.html"].replace("<title>Bad</title>", "")}
    found = tongue(visit(files, "bad.html").page)
    assert len(found) == 2


def test_text_that_a_script_writes_is_missed_without_it(visit: Open) -> None:
    files = bad('<p id="p"></p><script>p.textContent = "written"</script>')
    assert "written" in said(visit(files, "bad.html").page)
    assert "written" not in said(visit(files, "bad.html", java_script_enabled=False).page)
