"""Conflicts are tested on whole small stories; each must-flag has a must-not-flag next to it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sourcecompare.conflicts import CHECKS, VETOES, Judge, find_conflicts
from sourcecompare.model import (
    Alignment,
    Article,
    BlockRef,
    Finding,
    FindingKind,
    Label,
    Link,
    Severity,
    Shape,
    Story,
)
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences

DOCS = Path(__file__).parents[1] / "docs" / "CONFLICTS.md"


def page(name: str, *paragraphs: str, published: str | None = None) -> Article:
    return article_from_paragraphs(
        list(paragraphs), id=name, outlet=name.title(), published=published, language="en"
    )


def linked(left: Article, right: Article, *pairs: tuple[int, int]) -> tuple[Alignment, ...]:
    """Alignments of whole paragraphs; all sentences of the two are linked in order."""
    found = []
    for i, j in pairs:
        one, other = BlockRef(left.page.id, i), BlockRef(right.page.id, j)
        left_refs = [s.ref for s in sentences(left) if s.ref.block == i]
        right_refs = [s.ref for s in sentences(right) if s.ref.block == j]
        found.append(
            Alignment(
                left=one,
                right=other,
                score=0.5,
                links=tuple(
                    Link(left=a, right=b, score=0.5)
                    for a, b in zip(left_refs, right_refs, strict=False)
                ),
                label=Label.PARAPHRASE,
                shape=Shape.SAME,
                moved=False,
                sure=True,
            )
        )
    return tuple(found)


def conflicts(
    articles: Sequence[Article],
    alignments: Sequence[Alignment] = (),
    *,
    judge: Judge | None = None,
) -> tuple[Finding, ...]:
    story = Story(id="s", title="", articles=tuple(sorted(articles, key=lambda a: a.page.id)))
    told = {article.page.id: sentences(article) for article in articles}
    return find_conflicts(story, told, alignments, (), judge=judge)


def between(left: str, right: str, **dates: str) -> tuple[Finding, ...]:
    """The findings of two linked paragraphs of Alpha and Beta."""
    alpha = page("alpha", left, published=dates.get("alpha"))
    beta = page("beta", right, published=dates.get("beta"))
    return conflicts([alpha, beta], linked(alpha, beta, (0, 0)))


FLAGGED = [
    # check, what Alpha says, what Beta says
    (
        "money",
        "Mr. Gray is paying £61 million for the shares held by Ana Ruiz, and £40 million of debts.",
        "The price of Ana Ruiz's shares was £16 million, plus debts of £40 million, said Mr. Gray.",
    ),
    (
        "number",
        "About 1,400 homes in the valley were flooded, the county council found.",
        "More than 2,100 houses were inundated, by the county council's only count.",
    ),
    (
        "percent",
        "The bid is a premium of 35 percent over Friday's closing price, said Dock Holdings.",
        "Island Foods will pay $38 a share, 27% above the closing price on Friday.",
    ),
    (
        "percent",
        "Only 71 percent of this year's sailors in the Gull Cross district have had both shots.",
        "In the Gull Cross district, 81% of sailors had both doses this year, the clinic found.",
    ),
    ("percent", "In Gull Cross 44% chose Mr. Gray.", "In Gull Cross 56% chose Mr. Gray."),
    (
        "money",
        "The lamp, cast in 1911, is insured for $6.4 million, its keeper told reporters.",
        "The harbour's lamp, which came from a wreck, is insured for $4.6 million.",
    ),
    (
        "number",
        "The dock is used by up to 1.6 million visitors, and it leaks.",
        "Even the keeper doubts that as many as 1.5 million visitors will ever come.",
    ),
    ("number", "The fire killed 12 people at the mill.", "The fire killed 15 people at the mill."),
    ("number", "Police said 12 rowers were hurt in the race.", "In the race 21 rowers were hurt."),
    (
        "number",
        "The council received 55,000 pages of the mayor’s letters on Monday.",
        "Boxes with 50,000 pages of letters from Mayor Gray came to the council.",
    ),
    (
        "ordinal",
        "The town marks the 80th anniversary of the landing today.",
        "Today the town marks the 75th anniversary of the landing.",
    ),
    (
        "ordinal",
        "The strike at the docks entered its third day.",
        "The strike at the docks entered its fifth day.",
    ),
    (
        "number",
        "The mayor says that 26 foreign guests have accepted her invitation to the regatta.",
        "The mayor states that 24 world guests have accepted her invitation to the regatta.",
    ),
    (
        "percent",
        "The mainland supplies about 60% of the grain that Sorrel Island buys.",
        "The mainland supplies nearly 90% of Sorrel Island’s grain, buys of seed left out.",
    ),
    (
        "ordinal",
        "On Monday crowds filled the quay for the 75th anniversary of the end of the Island War.",
        "The regatta is held for the 80th anniversary of the conclusion of the Island War.",
    ),
    (
        "duration",
        "The 90-minute regatta puts the mayor beside two old rivals.",
        "If the wind holds, the regatta is set to run for 70 minutes.",
    ),
    (
        "money",
        "The council wants $5.7 million for the harbour bridge.",
        "The council wants $5.2 million for the harbour bridge.",
    ),
    (
        "percent",
        "The island buys 90% of its grain from the mainland.",
        "The island buys 70 per cent of its grain from the mainland.",
    ),
    (
        "duration",
        "The 70-minute parade drew crowds to the old square.",
        "The 90-minute parade drew crowds to the old square.",
    ),
    (
        "time",
        "The ferry struck the pier at 6:50 a.m., the harbour master said.",
        "The ferry collided with the pier at 7:40 a.m. in thick fog.",
    ),
    ("age", "Ana Ruiz, 68, won the race at Holm.", "Ana Ruiz, 66, won the race at Holm."),
    ("measure", "The new dam at Holm is 12 km long.", "The new dam at Holm is 9 miles long."),
    (
        "score",
        "The board backed the bridge by a vote of 9-4.",
        "The board backed the bridge by a vote of 8-5.",
    ),
    (
        "rank",
        "Holm is the third-largest port of the island.",
        "Holm is the second-largest port of the island.",
    ),
    ("date", "Gray has led the council since 2002.", "Gray has led the council since 2003."),
    (
        "date",
        "The bridge will close for repairs on Dec. 11.",
        "The bridge will close for repairs on Dec. 14.",
    ),
    (
        "role",
        "Senator Ana Ruiz opened the new market hall of Holm on Sunday with the town band.",
        "Governor Ana Ruiz opened the new market hall of Holm on Sunday with the town band.",
    ),
    (
        "name",
        "The alarm was raised by a ferryman, Ben Gray, who smelt the smoke.",
        "It was the night porter, Ana Ruiz, who raised the alarm.",
    ),
]

FLAGGED += [
    ("number", "Gray Brothers built 150 homes in Holm.", "In Holm Gray Brothers built 190 homes."),
    (
        "money",
        "In July the line agreed to buy the yard for about $1.2 billion.",
        "In July the line agreed to buy the yard for $1.3 billion.",
    ),
    (
        "quotation",
        "“We will not close the yard before the spring,” said Ana Ruiz.",
        'Ruiz told reporters: "We will close the yard before the spring."',
    ),
    (
        "speaker",
        "“We knew the old wall was weak before the storm,” said Ana Ruiz, the harbour master.",
        "“We knew the old wall was weak before the storm,” Deputy Mayor Omar Gray said.",
    ),
]
FLAGGED += [
    (
        "negation",
        "Mayor Gray will attend the regatta in Holm on Saturday.",
        "Mayor Gray will not attend the regatta in Holm.",
    ),
    (
        "antonym",
        "The council approved the plan for a new harbour.",
        "The plan for a new harbour was rejected by the council.",
    ),
]


PASSED = [
    (
        "aim",
        "The ride of Ana Ruiz raised $40,000 for the harbour hospital.",
        "The ride of Ana Ruiz had hoped to raise $25,000 for the harbour hospital.",
    ),
    (
        "room",
        "The prison of Holm holds 320 inmates.",
        "The prison of Holm was built for 150 inmates.",
    ),
    (
        "partner",
        "Trade of the island with Sorrel was worth $84 million.",
        "Trade of the island with Merrin was worth $58 million.",
    ),
    (
        "about",
        "In July the line agreed to buy the yard for about $1.5 billion.",
        "In July the line agreed to buy the yard for $1.6 billion.",
    ),
    # which veto or missing ground, what Alpha says, what Beta says
    ("rounded", "The fire drew 716 people to the mill.", "The fire drew 700 people to the mill."),
    ("nearly", "It buys 88% of its grain there.", "It buys nearly 90% of its grain there."),
    ("bound", "The fire drew 12,000 people.", "The fire drew more than 10,000 people."),
    ("range", "The fire drew 15 people.", "The fire drew between 10 and 20 people."),
    ("unit", "The dam is 12 km long.", "The dam is 7 miles long."),
    ("currency", "The bridge cost $12 million.", "The bridge cost 11 million euros."),
    ("rest", "The fire killed 12 people.", "The fire killed three other people."),
    ("additional", "The town sent 12 boats.", "The town sent another 20 boats."),
    (
        "complement",
        "They mark the 80th anniversary of the landing.",
        "They mark the 75th anniversary of the Dock Board.",
    ),
    ("kind", "The town sent 12 fishing boats.", "The town sent 20 police boats."),
    ("year", "In 2019 the island welcomed 300 guests.", "In 2024 the island welcomed 500 guests."),
    ("whole", "Of the voters 23% chose Gray.", "Of the voters 77% did not choose Gray."),
    (
        "both",
        "The fire killed 12 people in the mill.",
        "It killed 15 people, 12 of them in the mill.",
    ),
    (
        "market",
        "Shares of the mill closed at $21.51 on the stock exchange.",
        "Shares of the mill rose to $21.03 on the stock exchange.",
    ),
    ("reach", "The flu killed 343 people nationwide.", "The flu killed 790 people worldwide."),
    ("noun", "The fire destroyed 12 boats.", "The fire destroyed 20 houses."),
    ("list number", "2. The mill was sold.", "3. The mill was sold."),
    ("name", "The town opened Section 8 to cars.", "The town opened Section 9 to cars."),
    ("vaguer date", "It opens on 3 September 2025.", "It opens in 2025."),
    (
        "order",
        "The fire hurt 12 rowers and 20 divers.",
        "The fire hurt 20 divers and 12 rowers.",
    ),
    (
        "denied",
        "Gray was not the first mayor to lead the Dock Board.",
        "Gray was the second mayor to lead the Dock Board.",
    ),
    (
        "beginning and end",
        "They mark the 80th anniversary of the outbreak of the Island War.",
        "They mark the 75th anniversary of the end of the Island War.",
    ),
    (
        "another event of one war",
        "They mark the 80th anniversary of the first raid on Gull Cross in the Island War.",
        "They mark the 75th anniversary of the peace of Sorrel after the Island War.",
    ),
    (
        "size of a whole",
        "Sorrel ranks 7th in the 25-member Island League of harbour towns.",
        "12 members of the Island League paint their boats blue.",
    ),
    (
        "other count of it",
        "A tug near the reef took 60 sailors off the Gull, and 12 sailors had to swim to shore.",
        "The Gull, built in a yard at Holm long ago, had 105 sailors.",
    ),
    (
        "indefinite",
        "The crowd saw a 90-minute film.",
        "The film was long. The film lasts 70 minutes.",
    ),
    (
        "owners",
        "His 90-minute speech bored the regatta crowd.",
        "Her 70-minute speech pleased the sailors.",
    ),
    (
        "other part",
        "The 90-minute opening regatta drew many.",
        "The closing regatta lasts 70 minutes.",
    ),
    (
        "other values",
        "The 4 GB model with a 20-inch screen costs $699.",
        "The 8 GB model with a 24-inch screen costs $729.",
    ),
]


@pytest.mark.parametrize(("check", "left", "right"), FLAGGED)
def test_flags(check: str, left: str, right: str) -> None:
    (finding,) = between(left, right)
    assert (finding.kind, finding.check) == (FindingKind.CONFLICT, check)
    assert sorted(e.position for e in finding.evidence) == [0, 1]
    assert {e.ref.article for e in finding.evidence} == {"alpha", "beta"}
    for evidence in finding.evidence:
        text = left if evidence.ref.article == "alpha" else right
        assert evidence.value is not None
        assert text[evidence.span.start : evidence.span.end]
        assert evidence.span == evidence.value.span


@pytest.mark.parametrize(("ground", "left", "right"), PASSED)
def test_passes(ground: str, left: str, right: str) -> None:
    assert between(left, right) == (), ground


def test_every_check_has_a_case_and_a_word_in_the_docs() -> None:
    documented = DOCS.read_text(encoding="utf-8")
    for check in CHECKS:
        assert check.name in {name for name, _, _ in FLAGGED}
        assert f"### `{check.name}`" in documented
    for veto in VETOES:
        assert f"`{veto.__name__}`" in documented


def test_a_growing_toll_is_an_update() -> None:
    left, right = "The fire killed 12 people at the mill.", "The fire killed 15 people at the mill."
    (grown,) = between(left, right, alpha="2025-09-03", beta="2025-09-04")
    (shrunk,) = between(left, right, alpha="2025-09-04", beta="2025-09-03")
    (same_day,) = between(left, right, alpha="2025-09-03", beta="2025-09-03")
    assert grown.kind is FindingKind.UPDATE
    assert shrunk.kind is FindingKind.CONFLICT
    assert same_day.kind is FindingKind.CONFLICT


def test_different_speakers_only_differ() -> None:
    (finding,) = between(
        "Mayor Gray said the fire destroyed 12 boats in the harbour.",
        "The Dock Board said the fire destroyed 20 boats in the harbour.",
    )
    assert (finding.kind, finding.severity) == (FindingKind.DIFFERS, Severity.LOW)


def test_one_speaker_named_in_two_ways_is_one() -> None:
    (finding,) = between(
        "Its director, Ana Ruiz, said that one lane would reopen on Friday.",
        "Ana Ruiz, its director, told the Gazette that one lane would reopen on Monday.",
    )
    assert finding.kind is FindingKind.CONFLICT


def test_casualties_and_money_weigh_more_than_the_rest() -> None:
    (dead,) = between("The fire killed 12 people.", "The fire killed 15 people.")
    (boats,) = between("The fire destroyed 12 boats.", "The fire destroyed 15 boats.")
    (vague,) = between("The fire destroyed about 12 boats.", "The fire destroyed about 20 boats.")
    assert [f.severity for f in (dead, boats, vague)] == ["high", "medium", "low"]


DAY = "The parade on 3 September 2025 marks the 80th anniversary of the landing in the old harbour."
AGAIN = (
    "At the 75th anniversary parade on September 3 Mayor Gray will walk through the old harbour."
)
PARTY = "In October the Dock Board will hold the 80th anniversary of its first meeting."


def test_a_page_contradicts_itself_on_an_anniversary_without_a_day() -> None:
    early = "The regatta marks the 80th anniversary of the end of the Island War."
    late = "His speech on the 75th anniversary of the end of the Island War was short."
    (finding,) = conflicts([page("alpha", early, "Rain is expected.", late)])
    assert [(e.ref.block, e.position) for e in finding.evidence] == [(0, 1), (2, 0)]
    first, second = early.replace("anniversary", "round"), late.replace("anniversary", "round")
    assert conflicts([page("alpha", first, "Rain is expected.", second)]) == ()


def test_a_page_can_contradict_itself() -> None:
    (finding,) = conflicts([page("alpha", DAY, "Rain is expected.", PARTY, AGAIN)])
    assert finding.check == "ordinal"
    assert [(e.ref.block, e.position) for e in finding.evidence] == [(0, 1), (3, 0)]
    assert "3 September 2025" in finding.reason


def test_a_copy_adds_evidence_and_no_conflict() -> None:
    one = page("alpha", DAY, "Rain is expected.", AGAIN)
    two = page("beta", DAY, "Rain is expected.", AGAIN)
    (finding,) = conflicts([one, two], linked(one, two, (0, 0), (1, 1), (2, 2)))
    assert {e.ref.article for e in finding.evidence} == {"alpha", "beta"}
    assert len(finding.evidence) == 4
    quiet = page("alpha", DAY, "In 2019 came 300 guests.", "In 2024 came 500 guests.")
    twin = page("beta", DAY, "In 2019 came 300 guests.", "In 2024 came 500 guests.")
    assert conflicts([quiet, twin], linked(quiet, twin, (1, 2), (2, 1))) == ()


def test_one_finding_holds_all_positions() -> None:
    alpha = page("alpha", "The fire killed 12 people at the mill.")
    beta = page("beta", "The fire killed 15 people at the mill.")
    gamma = page("gamma", "The fire killed 12 people at the mill, police found.")
    links = (
        *linked(alpha, beta, (0, 0)),
        *linked(alpha, gamma, (0, 0)),
        *linked(beta, gamma, (0, 0)),
    )
    (finding,) = conflicts([alpha, beta, gamma], links)
    assert [(e.ref.article, e.position) for e in finding.evidence] == [
        ("alpha", 0),
        ("beta", 1),
        ("gamma", 0),
    ]
    assert finding.reason == (
        "Alpha and Gamma say 12 killed; Beta says 15: "
        "their sentences share “fire”, “people” and “mill”."
    )


def test_what_not_all_quotations_have_is_said_of_two() -> None:
    alpha = page("alpha", "Twelve people were injured when the mill at Gull Cross burned.")
    beta = page("beta", "21 people were injured when the mill at Gull Cross burned.")
    gamma = page("gamma", "A dozen have been injured, most of them by smoke.")
    (finding,) = conflicts([alpha, beta, gamma], linked(alpha, beta, (0, 0)))
    assert ": two of their sentences share “" in finding.reason


def test_values_that_can_both_be_true_take_one_position() -> None:
    alpha = page("alpha", "The mainland supplies 60% of the grain that the island buys.")
    beta = page("beta", "The mainland supplies 88% of the grain that the island buys.")
    gamma = page("gamma", "The mainland supplies nearly 90% of the grain that the island buys.")
    links = (
        *linked(alpha, beta, (0, 0)),
        *linked(alpha, gamma, (0, 0)),
        *linked(beta, gamma, (0, 0)),
    )
    (finding,) = conflicts([alpha, beta, gamma], links)
    assert [e.position for e in finding.evidence] == [0, 1, 1]
    assert "Beta and Gamma say 88% or nearly 90%" in finding.reason


def test_who_repeats_a_toll_in_other_words_is_evidence_too() -> None:
    alpha = page("alpha", "Twelve people were injured when the mill at Gull Cross burned.")
    beta = page("beta", "21 people were injured when the mill at Gull Cross burned.")
    gamma = page("gamma", "A dozen people have been injured, most of them by smoke.")
    (finding,) = conflicts([alpha, beta, gamma], linked(alpha, beta, (0, 0)))
    assert [(e.ref.article, e.position) for e in finding.evidence] == [
        ("alpha", 0),
        ("beta", 1),
        ("gamma", 0),
    ]


def test_a_reason_reads_like_a_sentence() -> None:
    (injured,) = between("Twelve people were hurt at the mill.", "21 people were hurt at the mill.")
    assert injured.reason == (
        "Alpha says twelve injured; Beta says 21: their sentences share “people” and “mill”."
    )
    war = "The regatta marks the {} anniversary of the end of the Island War on 3 September."
    (marks,) = between(war.format("75th"), war.format("80th"))
    assert marks.reason == (
        "Alpha says 75th anniversary; Beta says 80th: their sentences speak of 3 September "
        "and share “regatta marks”, “end” and “Island War”."
    )
    # "Marks" is not quoted as "marking": the words in common are those that both have.
    (year,) = between(
        "The regatta on 3 September, marking the 75th anniversary of the war's end, begins.",
        "The regatta on 3 September marks the 80th anniversary of the war's end.",
    )
    assert "“regatta”" in year.reason
    assert "mark" not in year.reason
    (day,) = between("The bridge reopens Friday at noon.", "The bridge reopens Monday at noon.")
    assert day.reason.startswith("Alpha says Friday; Beta says Monday: ")
    (hours,) = between(
        "It took firefighters three hours to bring the blaze under control.",
        "It took 85 firefighters almost five hours to bring the blaze under control.",
    )
    assert hours.reason.startswith("Alpha says three hours; Beta says almost five hours: ")


def test_a_reason_does_not_cut_a_noun_from_what_narrows_it() -> None:
    (finding,) = between(
        "The mainland supplies about 60% of the grain that the island buys.",
        "The mainland supplies 88% of the grain that the island buys.",
    )
    assert finding.reason.startswith("Alpha says about 60%; Beta says 88%: ")


def test_a_reason_tells_two_pages_of_one_outlet_apart_and_stays_short() -> None:
    text = "The fire killed {} people at the mill."
    pages = [
        article_from_paragraphs([text.format(n)], id=f"{name}.html", outlet=outlet, language="en")
        for n, name, outlet in (
            (12, "a/noon", "Gull Cross Gazette"),
            (15, "a/evening", "Gull Cross Gazette"),
            *((12, f"b/{n}", f"The Island Observer {n}") for n in range(9)),
        )
    ]
    links = [
        link
        for left in pages
        for right in pages
        if left.page.id < right.page.id
        for link in linked(left, right, (0, 0))
    ]
    (finding,) = conflicts(pages, links)
    assert "Gull Cross Gazette (evening.html) says 15" in finding.reason
    assert "Gull Cross Gazette (noon.html), The Island Observer 0" in finding.reason
    assert "and 7 more say 12 killed" in finding.reason
    assert len(finding.reason) <= 200


def test_plainly_parallel_sentences_make_a_sure_finding() -> None:
    (same,) = between(
        "The mill burned down on Monday, and 12 boats were lost in the harbour.",
        "The mill burned down on Monday, and 15 boats were lost in the harbour.",
    )
    (loose,) = between(
        "The mill burned down on Monday, and 12 boats were lost in the harbour.",
        "When the mill near the harbour burned down, smoke could be seen; 15 boats sank.",
    )
    assert same.confidence >= 0.75 > loose.confidence


def test_names_and_order_of_outlets_change_nothing_but_names() -> None:
    alpha = page("alpha", "The fire killed 12 people at the mill.")
    beta = page("beta", "The fire killed 15 people at the mill.")
    links = linked(alpha, beta, (0, 0))
    renamed = replace(alpha, page=replace(alpha.page, outlet="Zeta"))
    (first,), (second,) = conflicts([alpha, beta], links), conflicts([beta, renamed], links)
    assert second.reason == first.reason.replace("Alpha", "Zeta")
    assert replace(second, reason=first.reason) == first


def test_the_id_survives_a_new_figure_and_the_digest_does_not() -> None:
    (old,) = between("The fire killed 12 people here.", "The fire killed 15 people here.")
    (new,) = between("The fire killed 12 people here.", "The fire killed 17 people here.")
    assert old.id == new.id
    assert old.digest != new.digest


def test_a_judge_moves_the_confidence_and_nothing_else() -> None:
    alpha = page("alpha", "The fire killed 12 people here.", "All is well.")
    beta = page("beta", "The fire killed 15 people here.", "Rain is likely.")
    links = linked(alpha, beta, (0, 0), (1, 1))
    (plain,) = conflicts([alpha, beta], links)
    (agreed,) = conflicts([alpha, beta], links, judge=lambda _left, _right: (0.0, 0.0, 1.0))
    (denied,) = conflicts([alpha, beta], links, judge=lambda _left, _right: (1.0, 0.0, 0.0))
    assert denied.confidence < plain.confidence < agreed.confidence
    assert replace(denied, confidence=plain.confidence) == plain


def test_values_of_other_languages_are_not_compared() -> None:
    text = "Bei dem Brand in der Mühle starben am Montag {} Menschen, und die Polizei sucht."
    alpha, beta = (
        article_from_paragraphs([text.format(n)], id=name, outlet=name, language=language)
        for n, name, language in ((12, "alpha", "de"), (15, "beta", None))
    )
    assert conflicts([alpha, beta], linked(alpha, beta, (0, 0))) == ()


def test_without_checks_there_is_nothing() -> None:
    alpha = page("alpha", "The fire killed 12 people.")
    story = Story(id="s", title="", articles=(alpha,))
    assert find_conflicts(story, {"alpha": sentences(alpha)}, (), (), checks=()) == ()
