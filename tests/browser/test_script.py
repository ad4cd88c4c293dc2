"""What an editor does on the page, in a real browser."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sourcecompare.decisions import Fate, Status, read_decisions, review
from sourcecompare.errors import SettingError
from sourcecompare.model import PageSpan, Quoting, TextSpan, Verdict
from sourcecompare.report import render
from tests.browser.by_hand import HEADLINES, NOTHING, page_by_hand
from tests.browser.conftest import Open, Visit
from tests.browser.ferry import ferry_run

pytestmark = pytest.mark.browser

STORY = "story-hand.html"


@pytest.fixture
def desk(visit: Open) -> Visit:
    return visit(page_by_hand(), STORY)


def exported(page: Page) -> dict[str, Any]:
    """What the page's own export holds."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export decisions.json").click()
    assert waiting.value.suggested_filename == "decisions.json"
    data: dict[str, Any] = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    return data


def saved_copy(page: Page, folder: Path) -> dict[str, str]:
    """The page's copy of itself, as files by name."""
    open_more(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save a copy with my decisions").click()
    return {waiting.value.suggested_filename: Path(waiting.value.path()).read_text("utf-8")}


def open_more(page: Page) -> None:
    if not page.locator(".hand details").evaluate("one => one.open"):
        page.locator(".hand summary").click()


def load(page: Page, path: Path) -> None:
    open_more(page)
    page.locator(".hand [type=file]").set_input_files(path)
    expect(page.locator("#told")).not_to_be_empty()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.closest('[id]').id"))


def file_of(folder: Path, name: str, **lists: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(NOTHING | lists), "utf-8")
    return path


def verdict(
    finding: str, verdict: str, by: str, *, digest: str = "", at: str = "2026-01-02T10:00:00Z"
) -> dict[str, str]:
    said = {"id": finding, "digest": digest or finding.replace("c", "d"), "verdict": verdict}
    return {"story": "hand", **said, "note": "", "by": by, "at": at, "says": "Count"}


# keys


def test_the_worst_conflict_is_one_key_away_and_a_decision_one_more(desk: Visit) -> None:
    page = desk.page
    page.keyboard.press("j")
    assert focused(page) == "f-c0"
    page.keyboard.press("c")
    assert focused(page) == "f-c1"
    page.keyboard.press("d")
    assert focused(page) == "f-c2"
    expect(page.locator("#f-c0 .called")).to_have_text("Conflict")
    expect(page.locator("#f-c0 .standing")).to_have_text("Confirmed by you.")
    expect(page.locator("#f-c1")).to_have_attribute("data-status", "dismissed")
    expect(page.locator("#needs")).to_have_text(
        "1 possible conflict needs you. 1 confirmed, 1 dismissed."
    )
    expect(page.locator("#say")).to_have_text("Dismissed. 1 possible conflict left.")
    page.keyboard.press("c")
    expect(page.locator("#needs")).to_contain_text("Every possible conflict is decided.")
    page.keyboard.press("u")
    assert focused(page) == "f-c2"
    expect(page.locator("#f-c2")).to_have_attribute("data-status", "open")
    assert desk.complaints == []
    assert len(desk.requests) == 1


def test_keys_pass_fields_and_modifiers_by_and_can_be_switched_off(desk: Visit) -> None:
    page = desk.page
    page.keyboard.press("/")
    assert focused(page) == "filter"
    page.keyboard.type("jc")
    assert focused(page) == "filter"
    page.locator("#filter").fill("")
    page.locator("#filter").blur()
    page.keyboard.press("Control+j")
    page.keyboard.press("c")
    expect(page.locator("[data-status=confirmed]")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("j")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.locator("body").press("j")
    assert page.locator(".card:focus").count() == 0
    page.wait_for_function("localStorage.getItem('sourcecompare-editor').includes('false')")
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single-key shortcuts").check()
    page.keyboard.press("Escape")
    page.locator("body").press("j")
    assert focused(page) == "f-c0"


# cards


def test_a_button_stays_where_one_works_and_takes_back_what_it_did(desk: Visit) -> None:
    page = desk.page
    confirm = page.locator("#f-c1").get_by_role("button", name="Confirm")
    confirm.click()
    expect(confirm).to_be_focused()
    expect(confirm).to_have_attribute("aria-pressed", "true")
    confirm.press("Enter")
    expect(confirm).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#f-c1")).to_have_attribute("data-status", "open")
    expect(page.locator("#f-c1 .standing")).to_have_count(0)
    expect(page.locator("#number")).to_have_text("No decisions yet")


def test_a_dismissed_card_folds_to_a_line_and_comes_back(desk: Visit) -> None:
    page = desk.page
    card = page.locator("#f-c0")
    card.get_by_role("button", name="Dismiss").click()
    expect(card.locator(".positions")).not_to_be_visible()
    expect(card).to_contain_text("Dismissed by you.")
    expect(card.get_by_role("button", name="Undo")).to_be_focused()
    card.get_by_role("button", name="Show").click()
    expect(card.locator(".positions")).to_be_visible()
    page.reload()
    card.get_by_role("button", name="Undo").click()
    expect(card).to_have_attribute("data-status", "open")
    expect(card.locator(".positions")).to_be_visible()
    for number in range(3):
        page.locator(f"#f-c{number}").get_by_role("button", name="Dismiss").click()
    expect(page.locator("#done")).to_contain_text("Every possible conflict was dismissed.")


def test_a_note_is_kept_when_it_is_left(desk: Visit) -> None:
    page = desk.page
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("Ask the harbour.\nTwice <b>.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#f-c0 textarea")).to_have_count(0)
    expect(page.locator("#f-c0 .standing")).to_have_text("Note by you: Ask the harbour. Twice <b>.")
    expect(page.locator("#f-c0").get_by_role("button", name="Change note")).to_be_focused()
    page.reload()
    page.locator("#f-c0").get_by_role("button", name="Change note").click()
    assert page.locator("#f-c0 textarea").input_value() == "Ask the harbour.\nTwice <b>."
    page.keyboard.press("Escape")
    (entry,) = exported(page)["findings"]
    assert (entry["verdict"], entry["note"]) == ("", "Ask the harbour.\nTwice <b>.")


def test_a_press_elsewhere_keeps_the_note_and_is_not_lost(desk: Visit) -> None:
    page = desk.page
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("Ask.")
    page.locator("#f-c1").get_by_role("button", name="Confirm").click()
    expect(page.locator("#f-c1")).to_have_attribute("data-status", "confirmed")
    expect(page.locator("#f-c0 .standing")).to_have_text("Note by you: Ask.")


def test_evidence_that_changed_makes_a_decision_stale_and_one_more_decides(visit: Open) -> None:
    old = [verdict(name, "dismissed", "KL", digest="old") for name in ("c0", "c1")]
    old[1]["at"] = ""
    page = visit(page_by_hand(decided=NOTHING | {"findings": old}), STORY).page
    expect(page.locator("#f-c1 .standing")).to_have_text(
        "KL dismissed it, but its evidence has changed since."
    )
    card = page.locator("#f-c0")
    expect(card).to_have_attribute("data-status", "stale")
    expect(card).to_contain_text(
        "KL dismissed it on 2026-01-02, but its evidence has changed since."
    )
    card.get_by_role("button", name="Confirm").click()
    expect(card).to_have_attribute("data-status", "confirmed")


# handing over


def test_what_is_exported_is_read_by_the_command_line(desk: Visit) -> None:
    page = desk.page
    open_more(page)
    page.get_by_label("Your initials").fill("AB")
    for key in ("j", "c", "d"):
        page.keyboard.press("Tab")
        page.locator("body").press(key)
    page.locator("#removed + article summary, #removed ~ article summary").first.click()
    page.locator("#r-o0-0").get_by_role("button", name="Restore").click()
    expect(page.locator("#number")).to_have_text("3 decisions, not yet exported")
    data = exported(page)
    expect(page.locator("#number")).to_have_text("3 decisions, all exported")
    read = read_decisions(json.dumps(data).encode(), "decisions.json")
    assert [(one.id, one.verdict, one.by, one.digest) for one in read.findings] == [
        ("c0", Verdict.CONFIRMED, "AB", "d0"),
        ("c1", Verdict.DISMISSED, "AB", "d1"),
    ]
    assert read.findings[0].says == "Count 0: 10 or 20 boats."
    (restored,) = read.restored
    assert (restored.page, restored.text, restored.span) == (
        "hand/o0.html",
        HEADLINES,
        PageSpan(10, 30),
    )


@pytest.mark.parametrize("script", [True, False])
def test_a_saved_copy_shows_what_was_decided(visit: Open, tmp_path: Path, *, script: bool) -> None:
    page = visit(page_by_hand(), STORY).page
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("#f-c1").get_by_role("button", name="Dismiss").click()
    page.locator("#f-c2").get_by_role("button", name="Note").click()
    page.keyboard.type("</script><script>alert(1)</script>")
    page.keyboard.press("Escape")
    page.locator("#filter").fill("boats")
    copy = saved_copy(page, tmp_path)
    (name,) = copy
    assert name == "story-hand-decided.html"
    page.evaluate("localStorage.clear()")
    found = visit(copy, name, java_script_enabled=script)
    opened = found.page
    expect(opened.locator("#f-c0 .called")).to_have_text("Conflict")
    expect(opened.locator("#f-c0 .standing")).to_contain_text("Confirmed by ")
    expect(opened.locator("#f-c1")).to_have_attribute("data-status", "dismissed")
    expect(opened.locator("#f-c2 .standing")).to_contain_text("</script><script>alert(1)</script>")
    expect(opened.locator("#needs")).to_contain_text("1 possible conflict needs you.")
    assert opened.locator("[data-kind][hidden]").count() == 0
    assert found.complaints == []
    if script:
        expect(opened.locator("#number")).to_have_text("3 decisions, all exported")
        opened.keyboard.press("j")
        opened.keyboard.press("d")
        expect(opened.locator("#f-c0")).to_have_attribute("data-status", "dismissed")
        again = saved_copy(opened, tmp_path)
        assert list(again) == [name]
    else:
        assert opened.locator("button").count() == 0


def test_a_colleague_who_differs_makes_a_finding_disputed(desk: Visit, tmp_path: Path) -> None:
    page = desk.page
    page.keyboard.press("j")
    page.keyboard.press("c")
    theirs = file_of(
        tmp_path,
        "kl.json",
        findings=[verdict("c0", "dismissed", "KL"), verdict("zz", "confirmed", "KL")],
        restored=[],
    )
    load(page, theirs)
    card = page.locator("#f-c0")
    expect(card).to_have_attribute("data-status", "disputed")
    expect(page.locator("#needs")).to_contain_text(" you: editors differ on 1.")
    expect(card.locator(".standing")).to_have_text(
        "Editors differ: you confirmed it, KL dismissed it."
    )
    expect(page.locator("#told")).to_contain_text("2 decisions of kl.json taken over.")
    expect(page.locator("#gone-here")).to_contain_text("1 decision on findings that are no more")
    card.get_by_role("button", name="Dismiss").click()
    expect(card.locator(".standing")).to_have_text("Dismissed by KL and you.")
    assert {one["by"] for one in exported(page)["findings"]} == {"", "KL"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "it is no file of decisions"),
        ("[]", "it is no file of decisions"),
        ("<p>no page of ours</p>", "it is no file of decisions"),
        (json.dumps(NOTHING | {"version": 9}), "it is of version 9"),
        (json.dumps(NOTHING | {"findings": [{"id": 3}]}), "an entry of it cannot be read"),
    ],
)
def test_a_file_that_is_none_changes_nothing(
    desk: Visit, tmp_path: Path, text: str, why: str
) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    load(desk.page, path)
    expect(desk.page.locator("#told")).to_contain_text(f"other.json was not taken over: {why}")
    expect(desk.page.locator("#number")).to_have_text("No decisions yet")
    assert desk.complaints == []


def test_decisions_are_forgotten_only_when_asked(desk: Visit) -> None:
    page = desk.page
    page.keyboard.press("j")
    page.keyboard.press("c")
    open_more(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Forget my decisions").click()
    expect(page.locator("#number")).to_have_text("1 decision, not yet exported")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Forget my decisions").click()
    expect(page.locator("#number")).to_have_text("No decisions yet")
    expect(page.locator("#f-c0")).to_have_attribute("data-status", "open")


def test_two_pages_of_a_story_share_what_is_decided(desk: Visit) -> None:
    other = desk.page.context.new_page()
    other.goto(desk.page.url)
    desk.page.keyboard.press("j")
    desk.page.keyboard.press("c")
    expect(desk.page.locator("#f-c0")).to_have_attribute("data-status", "confirmed")
    other.evaluate("dispatchEvent(new Event('focus'))")  # Playwright's pages all have the focus
    expect(other.locator("#f-c0")).to_have_attribute("data-status", "confirmed")
    other.locator("#f-c1").get_by_role("button", name="Dismiss").click()
    desk.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(desk.page.locator("#number")).to_have_text("2 decisions, not yet exported")


def test_a_browser_that_keeps_nothing_is_worked_in_and_said_so(visit: Open) -> None:
    found = visit(page_by_hand(), STORY)
    page = found.page
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#f-c0")).to_have_attribute("data-status", "confirmed")
    expect(page.locator("#number")).to_contain_text("This browser keeps nothing")
    assert len(exported(page)["findings"]) == 1
    assert found.complaints == []


# removals


def test_a_removed_line_is_wanted_back_and_not(desk: Visit) -> None:
    page = desk.page
    page.locator("#removed ~ article summary").first.click()
    restore = page.locator("#r-o0-0").get_by_role("button")
    restore.click()
    expect(page.locator("#r-o0-0")).to_contain_text("Will be put back on the next run")
    expect(restore).to_have_text("Undo")
    restore.click()
    expect(page.locator("#r-o0-0")).not_to_contain_text("next run")
    expect(page.locator("#number")).to_have_text("No decisions yet")


# what was missed


def test_a_missed_conflict_is_marked_with_the_keyboard(desk: Visit) -> None:
    page = desk.page
    page.locator("#p-o0-0 h3 a").focus()
    page.keyboard.press("m")
    expect(page.locator("#say")).to_have_text("Arrow keys choose a paragraph, m marks it.")
    page.keyboard.press("m")
    expect(page.locator("#marking")).to_contain_text("Now choose the passage that contradicts it")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("m")
    page.keyboard.type("They cannot both be right.")
    page.keyboard.press("Control+Enter")
    card = page.locator(".card.marked")
    expect(card.locator("h3")).to_have_text("They cannot both be right.")
    expect(card).to_contain_text("Marked by you.")
    assert str(card.get_attribute("id")).startswith("m-")
    data = exported(page)
    (mark,) = read_decisions(json.dumps(data).encode(), "decisions.json").missed
    first, second = mark.passages
    whole = "The 🚢 crew of ship 0 left Málaga at 5 o'clock. Nobody saw why."
    assert (first.ref.article, first.ref.block, first.text) == ("hand/o0.html", 0, whole)
    assert first.span == TextSpan(0, len(whole))
    # Only a run of words that stand together is marked: a removal stood between.
    assert second.text == "The 🚢 crew of ship 1 left Málaga at 6 o'clock."
    page.reload()
    card.get_by_role("button", name="Remove").click()
    expect(card).to_have_count(0)
    assert exported(page)["missed"] == []


def test_selected_words_are_marked_with_their_place(desk: Visit) -> None:
    page = desk.page
    page.locator("#p-o0-0 .paragraph").first.evaluate(
        """host => {
          const text = host.querySelector("p").firstChild;
          const [start, end] = ["crew", "left"].map((word) => text.data.indexOf(word));
          getSelection().setBaseAndExtent(text, start, text, end);
        }"""
    )
    page.locator("#p-o0-0 .paragraph").first.hover()
    page.locator(".tray").get_by_role("button", name="Mark as contradicting…").click()
    page.locator("#o-o2 [data-at]").hover()
    page.locator(".tray").get_by_role("button", name="Contradicts the marked one").click()
    page.keyboard.press("Escape")
    (mark,) = exported(page)["missed"]
    words, whole = sorted(mark["passages"], key=lambda one: str(one["page"]))
    assert (words["text"], words["start"], words["end"]) == ("crew of ship 0", 6, 20)
    assert (whole["page"], whole["block"]) == ("hand/o2.html", 7)


# finding one's way


def test_a_filter_stands_in_the_address_and_comes_back_with_it(visit: Open) -> None:
    desk = visit(page_by_hand(cuts=2), STORY)
    page = desk.page
    page.locator("#filter").fill("malaga at 7")
    expect(page.locator("#left")).to_have_text(
        "0 of 3 possible conflicts, 0 of 1 updates, 2 of 2 aligned passages, "
        "0 of 3 unique passages, 0 of 6 removed lines"
    )
    expect(page.locator("#say")).to_contain_text("2 of 2 aligned passages")
    assert "?q=malaga+at+7" in page.url
    page.get_by_text("More filters").click()
    page.get_by_role("combobox", name="Status").select_option("Needs you")
    page.locator("#filter").fill("")
    expect(page.locator(".row:visible")).to_have_count(0)
    page.locator("#f-c0").get_by_role("button", name="Confirm").click()
    expect(page.locator("#f-c0")).not_to_be_visible()
    assert focused(page) == "f-c1"
    page.reload()
    expect(page.locator(".card:visible")).to_have_count(2)
    page.get_by_role("combobox", name="Kind").select_option("Removed lines")
    expect(page.locator("#nothing")).to_be_visible()
    page.locator("#nothing").get_by_role("button", name="Show everything").click()
    expect(page.locator("#nothing")).not_to_be_visible()
    assert "?" not in page.url
    page.get_by_role("combobox", name="Outlet").select_option("Sound Gazette")
    expect(page.locator("#o-o0")).not_to_be_visible()
    expect(page.locator("#o-o2")).to_be_visible()
    expect(page.locator("section[aria-labelledby=conflicts] .none")).to_be_visible()
    page.get_by_role("combobox", name="Rule of removal").select_option("cookie-consent")
    expect(page.locator("#r-o2-0")).to_be_visible()
    assert desk.complaints == []


def test_a_deep_link_opens_whatever_hides_its_target(desk: Visit) -> None:
    page = desk.page
    page.goto(f"{page.url}?kind=conflict#r-o1-0")
    expect(page.locator("#r-o1-0")).to_be_visible()
    expect(page.locator("#say")).to_have_text("The filter was cleared to show this.")
    assert "kind" not in page.url
    page.locator("#f-c0").get_by_role("button", name="Dismiss").click()
    page.evaluate("location.hash = 'f-c0'")
    expect(page.locator("#f-c0 .positions")).to_be_visible()
    assert focused(page) == "f-c0"
    page.evaluate("location.hash = 'f-u0'")
    expect(page.locator("#f-u0 .kicker")).to_be_visible()


def test_copies_come_with_their_source(visit: Open) -> None:
    page = visit(page_by_hand(), STORY, permissions=["clipboard-read", "clipboard-write"]).page

    def copied(item: str) -> str:
        page.keyboard.press("j")
        page.locator("#f-c0").get_by_text("Copy", exact=True).click()
        page.locator("#f-c0").get_by_role("button", name=item).click()
        expect(page.locator("#say")).to_have_text("Copied.")
        page.evaluate("document.getElementById('say').textContent = ''")
        return str(page.evaluate("navigator.clipboard.readText()"))

    assert copied("Quotation").splitlines() == [
        "“They counted 10 boats.” — Coast Herald, paragraph 1",
        "“They counted 20 boats.” — Island Observer, paragraph 1",
    ]
    assert copied("Markdown citation").endswith(
        "> They counted 20 boats.\n>\n> — [Island Observer](<https://o1.example/a-b>), "
        r"Boats \[all\], paragraph 1, 2025-03-14, accessed 2025-03-15"
    )
    assert copied("Link to this place") == f"{page.url.split('?')[0]}#f-c0"
    page.locator("#p-o0-1 .paragraph").nth(1).hover()
    page.locator(".tray").get_by_text("Copy", exact=True).click()
    page.locator(".tray").get_by_role("button", name="Link to the original").click()
    expect(page.locator("#say")).to_have_text("Copied.")
    link = str(page.evaluate("navigator.clipboard.readText()"))
    assert link.startswith("https://o1.example/a-b#:~:text=The%20%F0%9F%9A%A2%20crew")


def test_the_report_as_it_is_rendered_is_worked_in(visit: Open) -> None:
    found = visit(render(ferry_run()), "story-ferry.html")
    page = found.page
    for key in ("j", "c", "d", "j", "c"):
        page.keyboard.press(key)
    expect(page.locator("#needs")).to_have_text(
        "Every possible conflict is decided. 1 confirmed, 1 dismissed."
    )
    page.locator(".cuts > summary").last.click()
    page.locator(".cuts").last.get_by_role("button", name="Restore").first.click()
    rows = page.locator(".row > .columns .paragraph")
    for number, name in enumerate(("Mark as contradicting…", "Contradicts the marked one")):
        rows.nth(number).hover()
        page.locator(".tray").get_by_role("button", name=name).click()
    page.keyboard.press("Escape")
    read = read_decisions(json.dumps(exported(page)).encode(), "decisions.json")
    laid = review(ferry_run(), read).stories["ferry"]
    decided = [one.status for one in laid.standings.values() if one.status is not Status.OPEN]
    assert sorted(decided) == [Status.CONFIRMED, Status.CONFIRMED, Status.DISMISSED]
    assert [one.fate for one in laid.restorations] == [Fate.PENDING]
    assert [one.places for one in laid.marks] == [one.mark.passages for one in laid.marks]
    copy = saved_copy(page, Path())
    again = visit(copy, next(iter(copy)))
    expect(again.page.locator("#needs")).to_contain_text("Every possible conflict is decided.")
    assert found.complaints == again.complaints == []


# what others wrote: addresses, files, what the browser kept


@pytest.mark.parametrize("tail", ["#%", "#%E0%A4%A", "?__proto__=1&constructor=1", '?rule="]&q=('])
def test_any_address_is_taken(visit: Open, tail: str) -> None:
    found = visit(page_by_hand(), STORY)
    page = found.page
    address = page.url
    page.goto("about:blank")
    page.goto(address + tail)
    expect(page.locator("#number")).to_have_text("No decisions yet")
    assert page.evaluate("[typeof {}.value, typeof Object.value]") == ["undefined", "undefined"]
    assert found.complaints == []


SAID = verdict("c0", "confirmed", "KL")
SIDE = {"page": "hand/o0.html", "block": 0, "start": 0, "end": 3, "text": "The"}
WANTED = {"page": "hand/o0.html", "rule": "share", "start": 1, "end": 9, "text": "x", "by": "KL"}


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        ("findings", SAID | {"at": 5}),
        ("findings", SAID | {"digest": "old", "at": {}}),
        ("findings", SAID | {"at": ["2026-01-01"]}),
        ("findings", SAID | {"at": "yesterday"}),
        ("findings", SAID | {"note": {}}),
        ("findings", SAID | {"note": "\ud800"}),
        ("findings", SAID | {"by": "K" * 201}),
        ("findings", SAID | {"id": " "}),
        ("findings", SAID | {"constructor": 1}),
        ("restored", WANTED | {"start": -1}),
        ("restored", WANTED | {"end": 1}),
        ("restored", WANTED | {"end": 10**12}),
        ("restored", {key: value for key, value in WANTED.items() if key != "rule"}),
        ("restored", WANTED | {"rule": "zz"}),
        ("missed", {"story": "hand", "passages": [SIDE, SIDE]}),
        ("missed", {"story": "hand", "passages": [SIDE, SIDE | {"block": '"]'}]}),
        ("missed", {"story": "hand", "passages": "two"}),
    ],
)
def test_what_the_command_line_refuses_the_page_refuses_and_never_keeps(
    desk: Visit, tmp_path: Path, key: str, entry: dict[str, Any]
) -> None:
    path = file_of(tmp_path, "kl.json", **{key: [entry]})
    with pytest.raises(SettingError):
        read_decisions(path.read_bytes(), "kl.json")
    load(desk.page, path)
    expect(desk.page.locator("#told")).to_contain_text("not taken over: an entry of it")
    desk.page.reload()
    expect(desk.page.locator("#number")).to_have_text("No decisions yet")
    assert desk.complaints == []


KEPT = "sourcecompare-decisions-1:hand"


@pytest.mark.parametrize(
    ("home", "told"),
    [
        (KEPT, '{"mine": 5, "unsaved": {"length": 3}, "dropped": 1}'),
        (KEPT, '{"mine": {"findings": [null, {"id": "c0"}], "missed": [{}]}, "others": null}'),
        (KEPT, '{"others": {"restored": [{"page": "hand/o0.html", "start": "\\"]", "end": 1}]}}'),
        (KEPT, "{"),
        ("sourcecompare-editor", '{"by": {}, "keys": "x"}'),
        ("sourcecompare-editor", '{"by": null}'),
    ],
)
def test_what_the_browser_kept_may_be_anything(
    desk: Visit, tmp_path: Path, home: str, told: str
) -> None:
    page = desk.page
    page.evaluate("([home, told]) => localStorage.setItem(home, told)", [home, told])
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#number")).to_have_text("1 decision, not yet exported")
    assert list(saved_copy(page, tmp_path)) == ["story-hand-decided.html"]
    assert desk.complaints == []


def test_a_page_that_spells_signs_out_itself_can_be_marked(visit: Open) -> None:
    files = page_by_hand(rows=1)
    html = files[STORY].replace("Nobody saw why.", "It said [U+FFFFFF], [U+D800], [U+0041]. Oh.")
    found = visit({STORY: html}, STORY)
    for host in found.page.locator(".row .paragraph").all()[::2]:
        host.evaluate("host => { host.tabIndex = -1; host.focus(); }")
        found.page.keyboard.press("m")
    data = exported(found.page)
    (mark,) = read_decisions(json.dumps(data).encode(), "a.json").missed
    assert all("[U+FFFFFF], [U+D800], [U+0041]" in one.text for one in mark.passages)
    assert found.complaints == []


def test_what_the_filter_hides_is_not_called_decided(desk: Visit) -> None:
    page = desk.page
    first = page.locator(".card[data-kind=conflict]").first
    words = first.locator("h3").inner_text()
    page.locator("#filter").fill(words)
    expect(page.locator(".card[data-kind=conflict]:not([hidden])")).to_have_count(1)
    page.keyboard.press("Escape")
    first.get_by_role("button", name="Confirm").click()
    expect(page.locator("#say")).to_contain_text("possible conflict")
    expect(page.locator("#say")).not_to_contain_text("Every")


def test_another_project_s_story_of_the_same_name_keeps_its_own_decisions(
    desk: Visit, tmp_path: Path
) -> None:
    page = desk.page
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator(".card").first).to_have_attribute("data-status", "confirmed")
    other = tmp_path / "other"
    other.mkdir()
    (other / STORY).write_bytes((tmp_path / STORY).read_bytes())
    page.goto((other / STORY).as_uri())
    expect(page.locator(".card").first).to_have_attribute("data-status", "open")


def test_the_focus_comes_back_where_the_clipboard_is_refused(desk: Visit) -> None:
    page = desk.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error('no')); }")
    page.locator("#f-c0").get_by_text("Copy", exact=True).click()
    page.locator("#f-c0").get_by_role("button", name="Quotation").click()
    expect(page.locator("#say")).not_to_be_empty()
    assert page.evaluate("document.activeElement.textContent") == "Copy"


def test_a_saved_copy_says_whose_the_texts_are(visit: Open, tmp_path: Path) -> None:
    page = visit(render(ferry_run()), "story-ferry.html").page
    (html,) = saved_copy(page, tmp_path).values()
    assert "All quoted texts belong to their publishers." in html


def test_what_excerpts_cut_short_can_be_put_back(visit: Open) -> None:
    run = ferry_run()
    run = replace(run, settings=replace(run.settings, quoting=Quoting.EXCERPTS))
    page = visit(render(run), "story-ferry.html").page
    page.evaluate("document.querySelectorAll('.cuts').forEach(one => { one.open = true; })")
    buttons = page.get_by_role("button", name="Restore")
    while buttons.count():
        buttons.first.click()
    decisions = read_decisions(json.dumps(exported(page)).encode(), "a.json")
    assert any(one.text.endswith(" […]") for one in decisions.restored)
    laid = review(run, decisions).stories["ferry"].restorations
    assert [one.restoration.text for one in laid if one.fate is not Fate.PENDING] == []
