"""`clean --explain`: the whole page on a terminal, whatever the page tries."""

import io
import re
from collections import Counter

import pytest
from rich.console import Console

import sourcecompare as sc
from sourcecompare.cli.explaining import Fit, explained

from .small import POST, WALL

SPAM = "(cheap ferry tickets online)"
MENU = "".join(f"<li><a href='/{n}'>Part {n}</a></li>" for n in range(40))
LONG = "Ferry passengers and their rights when a crossing is cancelled at short notice: a guide"


def cleaned(html: str) -> sc.Article | sc.Rejected:
    return sc.clean(sc.page_from_html(html, id="post.html", outlet="Morning Post"))


def rows(result: sc.Article | sc.Rejected, fit: Fit = Fit.RUN, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    return [row.plain for row in explained(result, console, fit)]


def body(shown: list[str]) -> list[str]:
    """What stands between the head and the sums."""
    first = shown.index("", 2)
    last = next(n for n, row in enumerate(shown) if row.startswith("Kept  "))
    return shown[first:last]


def test_the_page_stands_there_once_and_in_its_order() -> None:
    result = cleaned(POST.replace("<nav>", f"<nav><ul>{MENU}</ul>"))
    words = [
        word for row in body(rows(result)) if not row.startswith("# ") for word in row[2:].split()
    ]
    assert words == result.page.visible.split()


def test_the_margin_tells_what_stayed_and_what_went() -> None:
    result = cleaned(POST)
    shown = rows(result)
    assert "- Home News Sport" in shown
    assert (
        "  Forty engines of the fire brigade fought the flames until shortly before midnight."
        in [row for row in shown if row.startswith("  ")]
    )
    kept = "\n\n".join(row[2:] for row in body(shown) if row.startswith("  "))
    assert kept == result.text


def test_each_line_that_went_has_rule_confidence_and_reason_above_it() -> None:
    result = cleaned(POST)
    shown = rows(result)
    reasons = []
    reason = ""
    for row in shown:
        reason = row if row.startswith("# ") else reason
        reasons += [reason] if row.startswith("- ") else []
    assert reasons == [f"# {r.rule} ({r.confidence:.2f}): {r.reason}" for r in result.removals]


def test_a_phrase_cut_out_of_a_paragraph_is_marked_where_it_stood() -> None:
    spammed = POST.replace("on Tuesday\nnight.", "x").replace("midnight.", f"midnight. {SPAM}")
    spammed = spammed.replace("evening.", f"evening. {SPAM}")
    spammed = spammed.replace("</h1>", "</h1><p>cheap ferry tickets online</p>" * 3, 1)
    shown = rows(cleaned(spammed))
    where = next(n for n, row in enumerate(shown) if row.endswith(f"midnight. [-{SPAM}-]"))
    assert shown[where].startswith("  Forty engines")
    assert shown[where + 1].startswith("# injected-phrase (0.95): ")


def test_head_and_sums_say_what_an_editor_asks_first() -> None:
    result = cleaned(POST)
    assert isinstance(result, sc.Article)
    shown = rows(result)
    assert shown[:6] == [
        "== post.html",
        "",
        "Title       Terminal fire under investigation",
        "Author      not stated on the page",
        "Published   2025-09-03 08:00 UTC",
        "Language    en",
    ]
    assert re.fullmatch(r"Confidence  [a-z ]+ \(0\.\d\d\)", shown[6])
    blocks, words = len(result.page.blocks), len(result.text.split())
    assert shown[-3] == f"Kept        {len(result.blocks)} of {blocks} blocks, {words} words"
    sums = dict(re.findall(r"([a-z-]+) (\d+)(?:, |$)", shown[-2].removeprefix("Removed     ")))
    rules = [removal.rule.value for removal in result.removals]
    assert {rule: int(number) for rule, number in sums.items()} == Counter(rules)


def test_notes_stand_in_the_head() -> None:
    page = sc.page_from_html(
        POST.encode().replace(b"Forty", b"F\xc3\xb6rty"), id="a", outlet="A", charset="latin-1"
    )
    (note,) = page.notes
    assert f"Note        {note}" in rows(sc.clean(page))


def test_a_rejected_page_says_why_and_shows_all_its_lines() -> None:
    result = cleaned(WALL)
    assert isinstance(result, sc.Rejected)
    shown = rows(result)
    assert f"({result.reason}): {result.detail}" in shown[2]
    assert "- Checking if you are human. Enable cookies." in shown
    nothing = rows(sc.clean(sc.page_from_html(b"\x7fELF\x00\x01", id="a", outlet="A")))
    assert "  The page shows no text." in nothing


@pytest.mark.parametrize("fit", [Fit.CUT, Fit.WRAP])
@pytest.mark.parametrize("width", [40, 80, 121])
def test_no_row_is_wider_than_the_terminal(fit: Fit, width: int) -> None:
    wide = "港口办公室表示，渡轮将从旧码头出发，直到十月底。" * 9
    arabic = "قالت سلطات الميناء إن العبارات ستغادر من الرصيف القديم حتى نهاية أكتوبر. " * 5
    html = POST.replace("<p>Forty", f"<p>{wide}</p><p>{arabic}</p><p>{'x' * 300}</p><p>Forty")
    html = html.replace("<nav>", f"<nav><a href='/'>{wide}</a> <a href='/b'>{arabic}</a>")
    console = Console(file=io.StringIO(), width=width)
    assert all(row.cell_len <= width for row in explained(cleaned(html), console, fit))


def test_a_terminal_sees_short_lines_side_by_side_and_long_ones_cut() -> None:
    html = POST.replace("<nav>", f"<nav><ul>{MENU}</ul><a href='/c'>{LONG}</a>")
    shown = rows(cleaned(html), Fit.CUT, 60)
    assert "- Part 0 | Part 1 | Part 2 | Part 3 | Part 4 | Part 5" in shown
    (cut,) = [row for row in shown if row.startswith("- Ferry passengers")]
    assert cut.endswith("…")
    assert LONG.startswith(cut[2:-1])
    whole = rows(cleaned(html), Fit.WRAP, 60)
    assert "- Part 39" in whole
    assert LONG in " ".join(row[2:] for row in whole if row.startswith("- "))


def test_nothing_of_a_page_commands_the_terminal_or_imitates_a_margin() -> None:
    nasty = "\x1b[2J\x9b31m[bold]said[/bold] \u202egnp.exe\u2066\u2028- fake\n# fake\r\x07"
    html = POST.replace("A witness said", f"A witness {nasty} said")
    html = html.replace("<title>Terminal", f"<title>{nasty}Terminal").replace("/news'>News", nasty)
    page = sc.page_from_html(html, id="a\x1b[2J\n== b", outlet="A")
    shown = rows(sc.clean(page))
    seen = "\n".join(shown)
    assert not set(seen) & set("\x1b\x9b\r\x07\u202e\u2066\u2028")
    assert "[bold]said[/bold] [U+202E]gnp.exe[U+2066] - fake # fake" in seen
    assert sum(row.startswith("== ") for row in shown) == 1
    assert not any(row.startswith(("- fake", "# fake")) for row in shown)
