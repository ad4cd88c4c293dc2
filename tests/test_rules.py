"""What rules may be relied on for; their examples stand in docs/RULES.md and are tested there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcecompare as sc
from sourcecompare.rules import Context, find_title, lexicon, read_context
from sourcecompare.rules.context import MAX_SPEAKING
from sourcecompare.text import fold, words

PROSE = "The council said that the old bridge will stay closed until its piers have been looked at."


def context_of(
    lines: Sequence[str], *, title: str = "", repeated: Sequence[str] = ()
) -> tuple[sc.Page, Context]:
    markup = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    page = sc.page_from_html(f"<body>{markup}</body>", id="a", outlet="A")
    return page, read_context(page, title, -1, repeated)


def verdicts(lines: Sequence[str], **more: Any) -> list[str | None]:
    """The rule that speaks first against each block."""
    page, context = context_of(lines, **more)
    return [
        next((rule.rule.value for rule in sc.RULES if rule.find(block, context)), None)
        for block in page.blocks
    ]


# The lexicon


def phrases() -> list[tuple[str, str]]:
    return sorted(
        {(name, phrase) for name, table in lexicon().items() for phrase in table.phrases}
        | {(name, phrase) for name, table in lexicon().items() for phrase in table.whole}
    )


def test_every_table_of_the_lexicon_is_a_rule_or_a_reason() -> None:
    assert set(lexicon()) <= {*sc.Rule, *sc.Reason}


def test_a_phrase_may_be_written_as_it_is_spelled() -> None:
    assert verdicts(["Schließen", "SCHLIESSEN"]) == ["navigation", "navigation"]


def test_no_phrase_is_longer_than_the_blocks_it_is_looked_for_in() -> None:
    for name, phrase in phrases():
        assert len(words(phrase)) <= lexicon()[name].words <= MAX_SPEAKING


@given(
    st.sampled_from(phrases()),
    st.sampled_from(["", "“", "x ", "l’", "¡", "(", "9. "]),
    st.sampled_from(["", "’s", "!", " x", ".", "’", " 12"]),
)
def test_no_block_is_passed_over_that_a_phrase_gives_away(
    named: tuple[str, str], before: str, after: str
) -> None:
    name, phrase = named
    _, context = context_of([f"{before}{phrase.upper()}{after}"])
    found = lexicon()[name].find(context.folded[0], context.bare[0], context.counts[0])
    assert context.speaking[0] or found is None


@given(st.sampled_from(phrases()))
def test_a_phrase_is_found_in_any_case_and_typography(named: tuple[str, str]) -> None:
    name, phrase = named
    text = fold(phrase.title().replace("'", "’"))
    assert lexicon()[name].find(text + " ", text, len(words(text)))


def test_a_phrase_is_found_at_the_bounds_of_words_only() -> None:
    share = lexicon()["share"]
    assert share.find("share on facebook", "share on facebook", 3) == "share on"
    assert share.find("timeshare on facebook", "timeshare on facebook", 3) is None
    assert share.find("share ontology", "share ontology", 2) is None


def test_a_block_longer_than_the_rule_allows_is_no_furniture() -> None:
    share = lexicon()["share"]
    text = "share on " + "word " * share.words
    assert share.find(text, text, len(words(text))) is None


# Single rules, where an example in the documentation does not show the edge


@pytest.mark.parametrize("mark", ["»", "›", ">", "→", "/", "|", "::"])
def test_breadcrumbs_are_known_by_any_of_their_marks(mark: str) -> None:
    assert verdicts([f"Home {mark} News {mark} Coast"]) == ["breadcrumb"]


def test_the_label_of_an_advertisement_reaches_as_far_as_its_element() -> None:
    ad = "<div>Advertisement<br><br>New boats from the yard.</div>"
    assert verdicts([ad, "The fire burned on."]) == ["advertisement", "advertisement", None]


def test_a_second_print_of_a_block_is_removed_and_the_first_stays() -> None:
    assert verdicts([PROSE, "A word.", PROSE, "A word."]) == [None, None, "duplicate-block", None]
    page, context = context_of([PROSE, PROSE])
    (reason,) = {rule.find(page.blocks[1], context) for rule in sc.RULES} - {None}
    assert reason == "The same words stand on this page before, in block 1."


def test_a_site_names_its_template() -> None:
    assert verdicts([PROSE, "Since 1921"], repeated=["since 1921"]) == [None, "template"]


def test_a_long_reminder_of_the_title_stays() -> None:
    title = "Fire closes the old bridge"
    lines = [title, f"{title} | Courier", f"{title} and the people of two towns have to swim"]
    assert verdicts(lines, title=title) == ["repeated-title", "repeated-title", None]


SPAM = [
    ("bridge fire bridge fire bridge fire", True),
    ("Never, never, never", False),
    ("No more, no more, no more!", True),
    ("bridge, fire, bridge fire, fire bridge, bridge fire today", True),
    ("Ann Lee, Tom Marsh, Kim Fry, Jo Hill and Al Brook were there.", False),
    ("#bridgefire #merrin bridge #bridge #merrin #fire", True),
]


@pytest.mark.parametrize(("line", "spam"), SPAM)
def test_spam_is_told_from_lists(line: str, spam: bool) -> None:
    assert (verdicts([line]) == ["keyword-spam"]) is spam


def cuts(lines: Sequence[str], title: str = "") -> list[list[str]]:
    page, context = context_of(lines, title=title)
    return [
        [
            block.text[span.start : span.end]
            for rule in sc.CUTS
            for span, _ in rule.find(block, context)
        ]
        for block in page.blocks
    ]


def test_a_phrase_in_brackets_is_cut_where_it_ends_two_blocks() -> None:
    lines = ["One (old bridge fire).", "Two [Old Bridge Fire]", "Three (old bridge)."]
    assert cuts(lines) == [["(old bridge fire)"], ["[Old Bridge Fire]"], []]


def test_credits_figures_and_short_forms_in_brackets_stay() -> None:
    lines = ["One (source: DPA).", "Two (source: DPA).", "A (see page 4)", "B (see page 4)"]
    assert cuts([*lines, "C (NATO EU)", "D (NATO EU)"], title="Fire on the bridge") == [[]] * 6


def test_hidden_runs_are_cut_at_the_bounds_of_words() -> None:
    lines = [
        "<p>Seen <i hidden>not seen</i> seen.</p>",
        "<p>half<i hidden>way, all hidden</i> seen</p>",
        "<p>split<i hidden>word</i>here</p>",
        "<p>Seen<i hidden> (x) </i>seen.</p>",
    ]
    assert cuts(lines) == [["not seen"], [", all hidden"], [], ["(x)"]]


def test_two_rules_may_cut_the_very_same_run() -> None:
    lines = [f"{PROSE} <i hidden>(old bridge)</i>", f"{PROSE[4:]} (old bridge)", PROSE[14:]]
    markup = "".join(f"<p>{line}</p>" for line in lines)
    result = sc.clean(sc.page_from_html(markup, id="a", outlet="A"))
    assert isinstance(result, sc.Article)
    assert "(" not in result.text


# The title


def test_a_page_that_knows_its_title_keeps_it() -> None:
    page, _ = context_of(["<h1>Fire closes the old bridge</h1>", PROSE])
    assert find_title(page) == ("Fire closes the old bridge", 0)
    assert find_title(replace(page, markup=sc.Markup())) == ("Fire closes the old bridge", 0)


def test_a_title_that_stands_nowhere_is_stated_without_the_outlets_name() -> None:
    page = sc.page_from_html(
        f"<title>Fire closes the old bridge | Courier</title><p>{PROSE}</p>", id="a", outlet="A"
    )
    assert find_title(page) == ("Fire closes the old bridge", -1)


def test_a_link_about_the_outlet_is_no_legal_notice() -> None:
    for word in ("About", "Advertise", "Sitemap"):
        _, context = context_of([word, PROSE])
        found = {
            name
            for name, table in lexicon().items()
            if table.find(context.folded[0], context.bare[0], context.counts[0])
        }
        assert found == {sc.Rule.NAVIGATION}
