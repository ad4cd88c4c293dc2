"""Dates and times: what is read of them, which days they mean, and what they are tied to."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcecompare.model import Sentence, SentenceRef, TextSpan, ValueKind
from sourcecompare.values import Claim, When, read_claims
from sourcecompare.values.dates.calendar import WEEKDAY_NUMBERS, published_day, resolve
from sourcecompare.values.dates.event_words import EVENTS, NOUNS

TABLE = (Path(__file__).parent / "cases" / "dates.txt").read_text(encoding="utf-8")
THURSDAY = "2025-09-04"

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def read(text: str, published: str = THURSDAY, before: str = "") -> tuple[Claim, ...]:
    """The dates and times of a sentence."""
    sentence = Sentence(ref=SentenceRef("alpha", 0, 0), span=TextSpan(0, len(text)), text=text)
    found = read_claims(sentence, published=published, before=before)
    return tuple(c for c in found if c.value.kind in (ValueKind.DATE, ValueKind.TIME))


def when(text: str, *, before: str = "") -> When:
    """What the first date of a sentence is tied to."""
    found = read(text, before=before)[0].when
    assert found is not None
    return found


def cases() -> list[tuple[str, list[str]]]:
    parts = (part.strip().splitlines() for part in TABLE.split("\n\n"))
    return [(first[2:], rest) for first, *rest in parts if first.startswith("> ")]


def shown(claim: Claim, text: str) -> list[str]:
    value, found = claim.value, claim.when.days if claim.when else ()
    stretches = [f"{a}" if a == b else f"{a}..{b}" for a, b in found]
    words = text[value.span.start : value.span.end]
    return [words, value.normal, value.unit, value.modifier, ", ".join(stretches) or "?"]


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda case: str(case)[:40])
def test_the_table_of_dates(text: str, expected: list[str]) -> None:
    rows = [shown(claim, text) for claim in read(text)]
    assert rows == [[cell.strip() for cell in line.split("|")] for line in expected]


@pytest.mark.parametrize(
    ("text", "event", "role"),
    [
        ("Ana Gray resigned on Tuesday.", "resignation", "at"),
        ("On Tuesday, after a long night, Ana Gray resigned.", "", "at"),
        ("On Tuesday, Ana Gray resigned.", "resignation", "at"),
        ("Ana Gray said on Tuesday that she had resigned.", "", "at"),
        ("The vote took place on Tuesday.", "vote", "at"),
        ("Thursday’s vote was close.", "vote", "at"),
        ("Gray has led the party since 2002.", "post", "start"),
        ("Gray took over the party in 2002.", "post", "start"),
        ("Gray was mayor of Holm until 2013.", "post", "end"),
        ("Ruiz was sent to prison on Tuesday.", "sentencing", "at"),
        ("They voted to shut it in 2030.", "closing", "at"),
        ("They voted to dredge it in 2030.", "", "at"),
        ("The two trains met at 7:40 a.m. near Holm.", "collision", "at"),
    ],
)
def test_a_date_belongs_to_the_action_of_its_clause(text: str, event: str, role: str) -> None:
    found = when(text)
    assert (found.event, found.role) == (event, role)


def test_who_acts_is_the_nearest_name_or_the_one_a_pronoun_stands_for() -> None:
    assert when("Ana Gray, 68, resigned on Tuesday.").actor == {"ana", "gray"}
    assert when("Ana Gray, a niece of Paul Ruiz, resigned on Tuesday.").actor == {"ana", "gray"}
    assert when("She resigned on Tuesday.", before="The mayor is Ana Gray.").actor == {
        "ana",
        "gray",
    }
    assert when("She resigned on Tuesday.").actor == frozenset()
    assert when("Andrés Peña resigned on Tuesday.").actor == {"andres", "pena"}


def test_a_stay_of_stated_length_has_an_end() -> None:
    text = "Gray said Tuesday that she would remain in office for more than two months."
    sentence = Sentence(ref=SentenceRef("alpha", 0, 0), span=TextSpan(0, len(text)), text=text)
    (stay,) = (
        claim
        for claim in read_claims(sentence, published=THURSDAY)
        if claim.value.kind is ValueKind.DURATION
    )
    assert stay.when is not None
    assert (stay.when.event, stay.when.role) == ("post", "end")
    assert stay.when.days[0][0] > date(2025, 10, 1)


def test_every_noun_that_names_an_event_is_known_as_one() -> None:
    assert set(EVENTS) >= NOUNS


@given(days, st.sampled_from(sorted(WEEKDAY_NUMBERS)), st.sampled_from(["past", "coming", ""]))
def test_a_weekday_is_that_weekday_and_within_a_week(today: date, name: str, tense: str) -> None:
    found = resolve(name, "weekday", "", today, tense=tense)
    assert found
    for first, last in found:
        assert first == last
        assert first.weekday() == WEEKDAY_NUMBERS[name]
        assert abs(first - today) <= timedelta(7)
    # Never off by a week in silence: the nearest one on the right side is always among them.
    nearest = min((day for day, _ in found), key=lambda day: abs(day - today))
    assert abs(nearest - today) <= timedelta(6)


@given(days, st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_full_date_means_itself_on_every_page(today: date, day: date) -> None:
    for text in (f"It fell on {day.isoformat()}.", f"It fell on {day.day} {day:%B} {day.year}."):
        (claim,) = read(text, today.isoformat())
        assert claim.when is not None
        assert claim.when.days == ((day, day),)


@given(days, st.integers(0, 400))
def test_days_ago_are_counted_from_the_day_of_the_page(today: date, count: int) -> None:
    ((first, last),) = resolve(f"{-count:+d} day", "ago", "", today)
    assert first <= today - timedelta(count) <= last
    assert last - first <= timedelta(8)


@given(
    st.sampled_from(
        [
            "last week",
            "this weekend",
            "tonight",
            "a century ago",
            "900 decades ago",
            "on 29 February",
        ]
    ),
    st.one_of(
        st.text(max_size=30),
        st.dates(date.min, date.max).map(date.isoformat),
        st.sampled_from(["0001-01-01", "9999-12-31", "2025", "2025-09", "2025-09-04T23:59:60Z"]),
    ),
)
def test_no_day_of_publication_stops_the_reader(words: str, published: str) -> None:
    for claim in read(f"It was shut {words} by Gray.", published):
        assert claim.when is not None
        assert all(first <= last for first, last in claim.when.days)
    assert published_day(published) is None or published_day(published)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The call came at ten past three in the morning.", "03:10"),
        ("They left at a quarter to six on Tuesday evening.", "17:45"),
        ("They left at half past six that evening.", "18:30"),
        ("It touched down at 7.05 in the morning.", "07:05"),
        ("It touched down at 7 in the evening.", "19:00"),
    ],
)
def test_times_are_told_by_the_part_of_the_day(text: str, normal: str) -> None:
    assert read(text)[0].value.normal == normal


@pytest.mark.parametrize(
    "text",
    [
        "The council voted ten to five on Tuesday night.",
        "Gray won 7 to 5 in the evening.",
        "The rate was 3.75 in the afternoon.",
        "It came at ten past three.",
    ],
)
def test_counts_and_half_told_hours_are_no_times(text: str) -> None:
    assert not any(one.value.unit == "clock" for one in read(text))


@pytest.mark.parametrize(
    ("text", "event", "role"),
    [
        ("The fire has been burning since Thursday.", "fire", "at"),
        ("A boy has been missing since Tuesday.", "disappearance", "at"),
        ("Crews were still battling the fire on Sunday.", "", "during"),
        ("Witnesses to the assault on Saturday called the police.", "attack", "at"),
        ("Footage of the crash on Monday was shown by Gray.", "collision", "at"),
        ("The strike has been on since Monday.", "strike", "start"),
    ],
)
def test_what_goes_on_is_dated_by_its_first_day(text: str, event: str, role: str) -> None:
    found = when(text)
    assert (found.event, found.role) == (event, role)
