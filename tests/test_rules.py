"""What rules may be relied on for; their examples stand in docs/RULES.md and are tested there."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcecompare as sc
from sourcecompare.rules import Context, find_title, lexicon, read_context
from sourcecompare.rules.finder import Phrase, Place, bare
from sourcecompare.rules.lexicon import WORDS, all_phrases, finder, languages, limits
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


ASKED = ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "zh"]
NEEDED = [
    sc.Rule.SHARE,
    sc.Rule.NEWSLETTER,
    sc.Rule.COOKIE_CONSENT,
    sc.Rule.COMMENT_FORM,
    sc.Rule.RELATED,
    sc.Rule.ADVERTISEMENT,
    sc.Rule.LEGAL_NOTICE,
    sc.Rule.POST_META,
    sc.Rule.PAYWALL,
]
CODES = [language.code for language in languages()]
MEANT_TWICE = {"we value your privacy", "we care about your privacy"}
"""A notice on an article's page, a wall where it is all there is."""


@pytest.mark.parametrize("code", ASKED)
@pytest.mark.parametrize("rule", NEEDED)
def test_the_commonest_furniture_is_known_in_each_language(code: str, rule: sc.Rule) -> None:
    (language,) = (each for each in languages() if each.code == code)
    assert sum(map(len, language.phrases[rule.value].values())) >= 3


@pytest.mark.parametrize("code", CODES)
def test_a_file_of_the_lexicon_is_well_formed(code: str) -> None:
    (language,) = (each for each in languages() if each.code == code)
    assert set(language.phrases) <= set(limits()) <= {*sc.Rule, *sc.Reason}
    kinds = {"sentence", "linking", "months", "weekdays", "dates", "bylines", "homes"}
    assert kinds <= set(language.words) <= kinds | {"closers", "staff"}
    for table in language.phrases.values():
        assert set(table) <= set(Place)
    for name, texts in [
        *language.words.items(),
        *((place, texts) for table in language.phrases.values() for place, texts in table.items()),
    ]:
        assert sorted(texts) == sorted(set(texts)), f"{code}: twice under {name}"
        assert all(texts), f"{code}: an empty entry under {name}"
    assert len(language.words["sentence"] + language.words["linking"]) >= 50


@pytest.mark.parametrize("place", Place)
def test_no_phrase_speaks_for_two_rules(place: Place) -> None:
    rules: dict[str, set[str]] = {}
    for phrase in all_phrases():
        if phrase.place is place:
            rules.setdefault(phrase.text, set()).add(phrase.rule)
    assert {text for text, those in rules.items() if len(those) > 1} <= MEANT_TWICE


def test_the_table_of_single_words_is_named_like_no_rule() -> None:
    assert WORDS not in {*sc.Rule, *sc.Reason}


def test_a_phrase_may_be_written_as_it_is_spelled() -> None:
    assert verdicts(["Schließen", "SCHLIESSEN"]) == ["navigation", "navigation"]


def test_no_phrase_is_longer_than_the_blocks_it_is_looked_for_in() -> None:
    for phrase in all_phrases():
        _, context = context_of([phrase.text])
        found = finder().find(phrase.text, phrase.text, context.counts[0])
        assert phrase.rule in found


@given(
    st.sampled_from(all_phrases()),
    st.sampled_from(["", "“", "» ", "» 9. ", "👉 ", "(", "9. "]),
    st.sampled_from(["", "!", ".", "’", " 12", " »"]),
)
def test_a_phrase_is_found_in_any_case_and_typography(
    phrase: Phrase, before: str, after: str
) -> None:
    marked = phrase.place is Place.START and before in {"“", "(", "» 9. ", "9. "}
    text = fold(f"{before}{phrase.text.title().replace(chr(39), '’')}{after}")
    found = finder().find(text, bare(text), len(words(text)))
    if phrase.place is not Place.WHOLE or phrase.text == bare(phrase.text):
        assert marked or len(words(text)) > phrase.words or phrase.rule in found


def test_a_phrase_is_found_at_the_bounds_of_words_only() -> None:
    share = lexicon()["share"]
    assert share.find("share on facebook", "share on facebook", 3) == "share on"
    assert share.find("timeshare on facebook", "timeshare on facebook", 3) is None
    assert share.find("share ontology", "share ontology", 2) is None
    legal = lexicon()["legal-notice"]
    assert legal.find("x all rights reserved.", "x all rights reserved", 4)
    assert legal.find("small rights reserved", "small rights reserved", 3) is None


UNSPACED = [
    ("share", "微信扫一扫分享给好友"),
    ("legal-notice", "本报讯未经授权不得转载。"),
    ("related", "相关阅读：大桥起火，交通中断"),
    ("cookie-consent", "当サイトでは、Cookieを使用しています。"),
    ("paywall", "この記事は有料会員限定です。残り1200文字"),
    ("comment-form", "댓글을 남기려면 로그인하세요."),
    ("newsletter", "뉴스레터를 구독하시면 매일 아침 소식을 받습니다."),
    ("legal-notice", "<저작권자 © 강변일보, 무단전재 및 재배포를 금지합니다>"),
    ("newsletter", "للاشتراك بالنشرة البريدية أدخل بريدك"),
    ("related", "اقرأ أيضًا: حريق يغلق الجسر القديم"),
    ("newsletter", "سجل في نشرتنا الإخبارية"),
]


@pytest.mark.parametrize(("rule", "line"), UNSPACED)
def test_phrases_are_found_where_words_are_written_as_one(rule: str, line: str) -> None:
    text = fold(line)
    assert rule in finder().find(text, bare(text), len(words(text)))


PROSE_UNSPACED = [
    "警方表示，大桥将继续关闭，直到工程师检查完桥墩为止。",
    "消防当局によると、けが人はなく、橋は当面通行止めとなる。",
    "시의회는 다리를 점검할 때까지 통행을 막기로 했다고 수요일 밝혔다.",
    "وقال رئيس البلدية إن الجسر سيبقى مغلقا حتى يفحص المهندسون دعاماته.",
]


@pytest.mark.parametrize("line", PROSE_UNSPACED)
def test_sentences_of_unspaced_scripts_stay(line: str) -> None:
    assert verdicts([line]) == [None]


def test_a_block_longer_than_the_rule_allows_is_no_furniture() -> None:
    share = lexicon()["share"]
    text = "share on " + "word " * share.words
    assert share.find(text, text, len(words(text))) is None
    text = "分享到" + "桥" * 2 * share.words
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
    ("Services: bridge repair, bridge design, bridge tests, bridge paint, bridge sale", False),
    ("bridge (old), bridge (new), bridge (rail), bridge (road), bridge (foot)", False),
    ("#bridgefire #merrin bridge #bridge #merrin #fire", True),
]


@pytest.mark.parametrize(("line", "spam"), SPAM)
def test_spam_is_told_from_lists(line: str, spam: bool) -> None:
    assert (verdicts([line]) == ["keyword-spam"]) is spam


BYLINES = [
    ("By Ann Lee", True),
    ("Von Peter Müller", True),
    ("Par Anne Dupont et Luc Martin", True),
    ("Por María García, enviada especial", True),
    ("Text: Anna Schmidt", True),
    ("Автор: Иван Петров", True),
    ("作者：王小明", True),
    ("文＝山田太郎", True),
    ("홍길동 기자", True),
    ("By our staff reporter", True),
    ("By the Courier news team", True),
    ("By the old bridge", False),
    ("Von Montag bis Freitag", False),
    ("By March the bridge was open", False),
    ("By the river", False),
    ("Por la mañana", False),
    ("Di Maio", False),
    ("Av Karin Lindström", True),
    ("Γράφει ο Νίκος Παππάς", True),
    ("<h2>By Category</h2>", False),
]


@pytest.mark.parametrize(("line", "byline"), BYLINES)
def test_bylines_are_told_from_other_lines_with_their_openers(line: str, byline: bool) -> None:
    assert (verdicts([line]) == ["byline"]) is byline


DATES = [
    ("Wednesday, 3 September 2025, 10:42 am BST", True),
    ("Veröffentlicht am 3. September 2025 um 10:42 Uhr", True),
    ("Publié le 3 septembre 2025 à 10h42", True),
    ("3 de septiembre de 2025", True),
    ("Aggiornato il 03/09/2025 alle 10:42", True),
    ("3 сентября 2025 г., 10:42", True),
    ("发布时间：2025年9月3日 10:42", True),
    ("2025년 9월 3일 오전 10:42", True),
    ("3 سبتمبر 2025", True),
    ("9.5/10", False),
    ("192.168.1.10", False),
    ("1/1/2013 +13.1%", False),
    ("3 September 2025: the bridge burns", False),
    ("<li>3 September 2025</li>", False),
    ("<h2>3 September 2025</h2>", False),
]


@pytest.mark.parametrize(("line", "date"), DATES)
def test_date_lines_are_told_from_figures_and_entries(line: str, date: bool) -> None:
    assert (verdicts([line]) == ["date"]) is date


def test_what_may_rightly_come_again_is_no_duplicate() -> None:
    entry = "Ten kilometres at an easy pace and then four short runs up the hill"
    assert verdicts([f"<li>{entry}</li>"] * 2) == [None, None]
    assert verdicts([f"<h2>{entry}</h2>"] * 2) == [None, None]
    assert verdicts([f"<p>{entry}</p>"] * 2) == [None, "duplicate-block"]


def test_a_quotation_is_a_copy_only_where_the_markup_calls_it_a_pull_quote() -> None:
    quote = f"<blockquote>{PROSE[:60]}</blockquote>"
    assert verdicts([PROSE, quote]) == [None, None]
    assert verdicts([PROSE, f'<div class="pullquote">{quote}</div>'])[1] == "duplicate-block"


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


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_of_several_phrases_the_longest_is_named_in_every_run(seed: str) -> None:
    line = "Bitte deaktivieren Sie den Ad-Blocker: Sie haben einen Ad-Blocker aktiviert"
    script = (
        "from sourcecompare.rules.finder import bare\n"
        "from sourcecompare.rules.lexicon import finder\n"
        "from sourcecompare.text import fold, words\n"
        f"text = fold({line!r})\n"
        "print(finder().find(text, bare(text), len(words(text)))['ad-block'])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == "deaktivieren sie den ad-blocker"
