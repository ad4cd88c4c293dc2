"""What editors decide: read strictly, united in any order, never lost, visibly stale."""

import json
import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcecompare as sc
from sourcecompare.decisions import (
    Change,
    Fate,
    Status,
    as_record,
    changes,
    find_gone,
    judges_of,
    locate_passage,
    lost_stories,
    merge,
    read_decisions,
    review,
    standings,
)
from sourcecompare.errors import InputError, SettingError, SourceCompareError
from sourcecompare.model import (
    BlockRef,
    Comparison,
    Decisions,
    Finding,
    FindingKind,
    MarkedPassage,
    Run,
    TextSpan,
    Verdict,
)

from .builders import ALPHA, BETA, GAMMA, make_alpha, make_beta, make_comparison, make_run
from .deciding import decision_file, passage, said, wanted

CONFIRMED, DISMISSED, NOTHING = Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.NONE
COMPARISON = make_comparison(make_alpha(), make_beta())
CONFLICT, DIFFERS, *_ = COMPARISON.findings
DEEP = b'{"format":"sourcecompare-decisions","version":1,"findings":'


def read(*entries: dict[str, Any], name: str = "decisions.json") -> Decisions:
    return read_decisions(decision_file(findings=list(entries)), name)


def status(*entries: dict[str, Any]) -> Status:
    """Where the conflict stands by these entries, each in a file of its own."""
    decisions = merge(read(entry, name=f"{n}.json") for n, entry in enumerate(entries))
    return standings(decisions, COMPARISON)[CONFLICT.id].status


# Reading


def test_a_file_says_what_was_decided_by_whom_and_when() -> None:
    (decision,) = read(said(CONFLICT, note=" Ask the police. ")).findings
    assert (decision.id, decision.digest) == (CONFLICT.id, CONFLICT.digest)
    assert (decision.verdict, decision.note, decision.by) == (CONFIRMED, "Ask the police.", "Ann")
    assert decision.says == CONFLICT.reason


def test_a_file_that_names_no_editor_stands_for_one() -> None:
    assert read(said(CONFLICT, by="  "), name="night desk.json").findings[0].by == "night desk"


def test_an_empty_file_and_one_with_a_byte_order_mark_are_read() -> None:
    assert read().findings == ()
    assert read_decisions(b"\xef\xbb\xbf" + decision_file(), "a.json").missed == ()


ENTRY = said(CONFLICT)
RESTORED = {"page": "p", "rule": "share", "start": 0, "end": 1, "text": "x"}
SIDES = [passage("a", 0, 0, "x"), passage("b", 0, 0, "y")]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no JSON"),
        (b"PK\x03\x04\xff", "UTF-8"),
        (b"[]", '"format"'),
        (b'{"format": "other", "version": 1}', '"format"'),
        (b'{"format": "sourcecompare-decisions"}', "no version"),
        (b'{"format": "sourcecompare-decisions", "version": 2}', "version 2"),
        (b'{"format": "sourcecompare-decisions", "version": true}', "version, not true"),
        (b'{"format": "sourcecompare-decisions", "version": NaN}', "NaN"),
        (b'{"format": "sourcecompare-decisions", "version": 1' + b"0" * 9_999 + b"}", "10,000"),
        (b'{"format": "sourcecompare-decisions", "version": 1, "version": 1}', '"version" twice'),
        (DEEP + b"[" * 200_000, "nested"),
        (DEEP + b'{"a":' * 200_000, "nested"),
        (decision_file(finding=[]), 'unknown key "finding" (allowed: format'),
        (decision_file(findings={}), "a list as findings"),  # type: ignore[arg-type] # hostile
        (decision_file(findings=[[]]), "entry 1 of findings is a list"),  # type: ignore[list-item]
        (decision_file(findings=[ENTRY, {**ENTRY, "verdict": "maybe"}]), "entry 2 of findings"),
        (decision_file(findings=[{**ENTRY, "verdict": ["confirmed"]}]), "verdict, not a list"),
        (decision_file(findings=[{**ENTRY, "colour": "red"}]), 'unknown key "colour"'),
        (decision_file(findings=[{**ENTRY, "note": 7}]), "a text as note, not 7"),
        (decision_file(findings=[{**ENTRY, "note": "x" * 10_001}]), "10,001 characters in note"),
        (decision_file(findings=[{**ENTRY, "by": "\ud800"}]), "half a character"),
        (decision_file(findings=[{**ENTRY, "id": " "}]), "not empty"),
        (decision_file(findings=[{**ENTRY, "at": "yesterday"}]), "2026-11-26T10:00:00Z"),
        (decision_file(findings=[{"id": "x"}]), "no story"),
        (decision_file(findings=[{}] * 20_001), "20,001 entries in findings"),
        (decision_file(restored=[{**RESTORED, "rule": "nav"}]), '"navigation"'),
        (decision_file(restored=[{**RESTORED, "start": -1}]), "whole number from 0 as start"),
        (decision_file(restored=[{**RESTORED, "start": 0.5}]), "not 0.5"),
        (decision_file(restored=[{**RESTORED, "end": False}]), "not false"),
        (decision_file(restored=[{**RESTORED, "end": 0}]), "ends (0) before"),
        (decision_file(missed=[{"story": "s", "passages": SIDES[:1] * 2}]), "1 different passages"),
        (decision_file(missed=[{"story": "s", "passages": [*SIDES, 1]}]), "entry 3 of passages"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_what_cannot_be_meant_is_refused_with_file_entry_key_and_what_to_do(
    data: bytes, told: str
) -> None:
    with pytest.raises(SettingError) as error:
        read_decisions(data, "ann.json")
    message = str(error.value)
    assert told in message
    assert message.startswith("ann.json")
    assert message.count("; ") == 1
    assert message.endswith(".")


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(("findings", "restored", "missed", "x")), JSON), st.data())
def test_whatever_the_json_it_is_read_or_refused(top: dict[str, Any], data: st.DataObject) -> None:
    for key in ("findings", "restored", "missed"):
        samples = {"findings": ENTRY, "restored": RESTORED, "missed": {"passages": SIDES}}
        if data.draw(st.booleans()):
            key_drawn = data.draw(st.sampled_from(sorted(samples[key])))
            top[key] = [{**samples[key], key_drawn: data.draw(JSON)}]
    written = json.dumps({"format": "sourcecompare-decisions", "version": 1, **top})
    try:
        read_decisions(written.encode(), "a.json")
    except SourceCompareError as error:
        str(error).encode("utf-8")


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(SettingError):
        read_decisions(data, "a.json")


DOCUMENT = (Path(__file__).parents[1] / "docs" / "DECISIONS.md").read_text(encoding="utf-8")


def test_the_documented_file_is_one_and_its_places_are_as_long_as_their_words() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    decisions = read_decisions(example.encode(), "ann.json")
    sides = [one for mark in decisions.missed for one in mark.passages]
    lengths = [one.span.end - one.span.start for one in sides]
    lengths += [one.span.end - one.span.start for one in decisions.restored]
    assert lengths == [len(one.text) for one in sides] + [
        len(one.text) for one in decisions.restored
    ]
    assert len(decisions.findings) == len(decisions.restored) == 1


@pytest.mark.parametrize("name", [*Status, *Fate, *Change])
def test_all_that_can_become_of_an_entry_is_documented(name: str) -> None:
    assert re.search(rf"^\| `?{name}`? \|", DOCUMENT, re.MULTILINE)


# Uniting

ENTRIES = st.lists(
    st.builds(
        said,
        st.sampled_from((CONFLICT, DIFFERS)),
        st.sampled_from(Verdict),
        note=st.sampled_from(("", "Call back.")),
        by=st.sampled_from(("Ann", "Bob", "")),
        at=st.sampled_from(("", "2026-11-26T10:00:00Z", "2026-11-26T12:30:00+02:00", "2026-11-27")),
        digest=st.sampled_from((None, "older")),
    ),
    max_size=4,
)


@given(st.lists(ENTRIES, min_size=1, max_size=3))
def test_the_order_of_files_and_how_they_are_united_change_nothing(
    several: list[list[dict[str, Any]]],
) -> None:
    files = [read(*entries, name=f"{number}.json") for number, entries in enumerate(several)]
    whole = merge(files)
    assert merge([whole, *files]) == whole
    for order in permutations(files):
        step = Decisions()
        for one in order:
            step = merge([one, step])
        assert step == whole
        assert standings(step, COMPARISON) == standings(whole, COMPARISON)


@given(ENTRIES)
def test_a_report_hands_on_what_it_was_given(entries: list[dict[str, Any]]) -> None:
    sides = {"story": "harbour", "passages": SIDES}
    told = decision_file(findings=entries, restored=[RESTORED], missed=[sides])
    decisions = read_decisions(told, "ann.json")
    again = read_decisions(json.dumps(as_record(decisions)).encode(), "copy.json")
    assert replace(again, files=()) == replace(decisions, files=())


def test_of_one_editor_the_latest_word_counts_by_the_clock_and_not_by_the_letters() -> None:
    early = said(CONFLICT, CONFIRMED, at="2026-11-26T23:00:00+05:00")
    late = said(CONFLICT, DISMISSED, at="2026-11-26T20:00:00Z")
    assert status(early, late) is status(late, early) is Status.DISMISSED
    assert status(said(CONFLICT, CONFIRMED, at=""), late) is Status.DISMISSED


def test_what_an_editor_took_back_is_open_again_and_does_not_count_as_gone() -> None:
    taken_back = said(CONFLICT, NOTHING, at="2026-11-27T10:00:00Z")
    assert status(said(CONFLICT), taken_back) is Status.OPEN
    lost = read({**taken_back, "id": "no-more"})
    assert find_gone(lost, [COMPARISON]) == ()


def test_editors_who_differ_make_a_dispute_and_both_are_named() -> None:
    decisions = merge(
        [
            read(said(CONFLICT, CONFIRMED, by="Ann")),
            read(said(CONFLICT, DISMISSED, by="Bob", note="Two counts.")),
        ]
    )
    standing = standings(decisions, COMPARISON)[CONFLICT.id]
    assert standing.status is Status.DISPUTED
    assert (standing.confirmed, standing.dismissed) == (("Ann",), ("Bob",))
    assert [note.note for note in standing.notes] == ["Two counts."]


def test_files_of_one_name_in_two_folders_are_two_editors(tmp_path: Path) -> None:
    paths = []
    for folder, verdict in (("ann", CONFIRMED), ("bob", DISMISSED)):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "decisions.json"
        path.write_bytes(decision_file(findings=[said(CONFLICT, verdict, by="")]))
        paths.append(path)
    decisions = sc.read_decisions(*paths)
    standing = standings(decisions, COMPARISON)[CONFLICT.id]
    assert (standing.confirmed, standing.dismissed) == (("ann/decisions",), ("bob/decisions",))
    assert {file.name for file in decisions.files} == {"decisions.json"}
    assert sc.read_decisions(*paths[::-1], paths[0]) == decisions


def test_a_copy_of_a_file_is_no_second_editor(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.json", "b.json")]
    for path in paths:
        path.write_bytes(decision_file(findings=[said(CONFLICT, by="")]))
    assert len(sc.read_decisions(*paths).findings) == 1


def test_a_missing_file_is_an_input_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.json"):
        sc.read_decisions(tmp_path / "nothing.json")
    with pytest.raises(InputError, match="cannot be read"):
        sc.read_decisions(tmp_path)


# Standing


def test_without_a_word_everything_is_open() -> None:
    found = standings(Decisions(), COMPARISON)
    assert list(found) == [finding.id for finding in COMPARISON.findings]
    assert {one.status for one in found.values()} == {Status.OPEN}


def test_a_note_alone_decides_nothing_and_is_shown() -> None:
    standing = standings(read(said(CONFLICT, NOTHING, note="?")), COMPARISON)[CONFLICT.id]
    assert standing.status is Status.OPEN
    assert len(standing.notes) == 1


def test_a_verdict_on_other_evidence_is_stale_and_a_fresh_one_goes_before_it() -> None:
    old = said(CONFLICT, DISMISSED, by="Bob", digest="older")
    assert status(old) is Status.STALE
    assert status(old, said(CONFLICT, CONFIRMED)) is Status.CONFIRMED
    decisions = merge([read(old), read(said(CONFLICT))])
    assert [one.by for one in standings(decisions, COMPARISON)[CONFLICT.id].outdated] == ["Bob"]


def test_a_finding_is_known_again_in_a_story_that_was_renamed() -> None:
    decisions = read(said(CONFLICT, story="bridge"))
    assert standings(decisions, COMPARISON)[CONFLICT.id].status is Status.CONFIRMED
    assert find_gone(decisions, [COMPARISON]) == ()


def test_what_is_gone_is_listed_with_what_it_said() -> None:
    decisions = read({**said(CONFLICT), "id": "no-more"}, said(DIFFERS))
    (gone,) = find_gone(decisions, [COMPARISON])
    assert (gone.id, gone.says) == ("no-more", CONFLICT.reason)


# Places


def marked(block: int, start: int, text: str) -> MarkedPassage:
    span = TextSpan(start, start + len(text))
    return MarkedPassage(ref=BlockRef(ALPHA, block), span=span, text=text)


def test_a_marked_passage_is_found_at_its_place_or_at_the_one_other() -> None:
    page = make_alpha().page
    here = marked(3, 2, "fire injured 12 people")
    assert locate_passage(here, page) == here
    assert locate_passage(marked(5, 0, here.text), page) == here
    assert locate_passage(marked(99, 7, here.text), page) == here


def test_a_marked_passage_that_has_no_place_or_several_is_not_guessed() -> None:
    page = make_alpha().page
    assert locate_passage(marked(3, 0, "nobody was hurt"), page) is None
    assert locate_passage(marked(3, 0, "bridge"), page) is None
    assert locate_passage(marked(9, 0, "ee"), replace(page, blocks=page.blocks[:3])) is not None


def test_a_headline_that_stands_on_no_block_can_be_marked() -> None:
    page = replace(make_alpha().page, blocks=(), visible="")
    here = marked(-1, 0, "Fire")
    assert locate_passage(here, page) is None
    assert locate_passage(here, page, title="Fire closes bridge") == here


# Earlier runs


def with_findings(*findings: Finding) -> Comparison:
    return replace(COMPARISON, findings=findings)


def old_run(*comparisons: Comparison) -> Run:
    return replace(make_run(), comparisons=comparisons)


def test_new_changed_same_and_resolved_are_told_apart() -> None:
    moved = replace(DIFFERS, id="was-there")
    old = old_run(with_findings(replace(CONFLICT, digest="older"), moved))
    told = changes(COMPARISON, make_run(), old)
    assert told.told_before
    assert told.findings == {CONFLICT.id: Change.CHANGED, DIFFERS.id: Change.NEW}
    assert told.before[CONFLICT.id].digest == "older"
    assert told.resolved == (moved,)
    again = changes(COMPARISON, make_run(), old_run(COMPARISON))
    assert set(again.findings.values()) == {Change.SAME}
    assert not again.resolved


def test_that_another_judge_was_asked_is_told() -> None:
    plain, asked = make_run(), old_run(COMPARISON)
    asked = replace(asked, settings=replace(asked.settings, judge="desk.py 0123456789ab (small)"))
    told = judges_of(changes(COMPARISON, plain, asked))
    assert "then desk.py 0123456789ab (small), now none" in told
    assert "now desk.py" in judges_of(changes(COMPARISON, asked, plain))
    assert judges_of(changes(COMPARISON, asked, asked)) == "" == judges_of(None)


def test_another_kind_is_a_change_too() -> None:
    old = old_run(with_findings(replace(CONFLICT, kind=FindingKind.DIFFERS)))
    assert changes(COMPARISON, make_run(), old).findings[CONFLICT.id] is Change.CHANGED


def test_a_story_that_is_new_or_lost_is_called_so() -> None:
    other = replace(COMPARISON, story=replace(COMPARISON.story, id="library"))
    told = changes(COMPARISON, make_run(), old_run(other))
    assert not told.told_before
    assert set(told.findings.values()) == {Change.NEW}
    assert lost_stories(make_run(), old_run(other)) == (other,)


# A whole run


def test_every_entry_is_somewhere_in_the_review() -> None:
    alpha = make_alpha()
    menu, *_, share = alpha.removals
    decisions = read_decisions(
        decision_file(
            findings=[
                said(CONFLICT),
                said(DIFFERS, digest="older"),
                {**said(CONFLICT), "id": "no-more"},
                {**said(CONFLICT, story="flood"), "id": "nor-this"},
                {**said(CONFLICT, NOTHING), "id": "taken-back"},
            ],
            restored=[
                wanted(ALPHA, share, "Share this story"),
                wanted(ALPHA, menu, "Home page"),
                wanted(GAMMA, menu, "We value your privacy."),
                wanted("gone.html", menu, "Home"),
            ],
            missed=[
                {
                    "story": "harbour",
                    "passages": [
                        passage(ALPHA, 5, 0, "Ferries carry commuters"),
                        passage(BETA, 3, 0, "The police look"),
                    ],
                },
                {
                    "story": "harbour",
                    "passages": [
                        passage(ALPHA, 5, 0, "Ferries carry commuters"),
                        passage(BETA, 3, 0, "The army looks"),
                    ],
                },
                {"story": "flood", "passages": SIDES},
            ],
        ),
        "ann.json",
    )
    told = review(make_run(), decisions, old_run())
    story = told.stories["harbour"]
    assert story.standings[CONFLICT.id].status is Status.CONFIRMED
    assert story.standings[DIFFERS.id].status is Status.STALE
    assert [one.id for one in story.gone] == ["no-more"]
    assert [one.id for one in told.gone] == ["nor-this"]
    assert [mark.stale for mark in story.marks] == [True, False]
    assert [mark.story for mark in told.gone_marks] == ["flood"]
    fates = [one.fate for one in (*story.restorations, *told.restorations)]
    assert fates == [Fate.STALE, Fate.PENDING, Fate.GONE, Fate.REJECTED]
    assert story.changes is not None
    assert not story.changes.told_before
    tally = told.tally
    assert (tally.applied, tally.stale, tally.gone, tally.pending) == (2, 4, 4, 1)


def test_without_decisions_and_an_earlier_run_a_review_is_all_open() -> None:
    told = review(make_run())
    assert told.stories["harbour"].changes is None
    assert told.tally.applied == told.tally.stale == told.tally.gone == 0
