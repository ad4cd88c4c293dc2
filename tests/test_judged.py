"""Sentences that no rule compares, and a judge that is asked about them."""

import json
import re
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

import sourcecompare as sc
from sourcecompare.conflicts import Judge
from sourcecompare.model import Article, Comparison, Finding
from sourcecompare.report.excerpts import excerpt
from sourcecompare.report.view import Piece

from .small import STORY, lay, report

CHECKS = (*sc.CHECKS, sc.JUDGED)
Chances = tuple[float, float, float]
NEUTRAL, CONTRADICTED, ENTAILED = (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)

VOTED = "The harbour council voted for the new ferry terminal after a long debate."
THREW_OUT = "Plans for a ferry terminal were thrown out by the harbour council, its chair said."
LIBRARY = "The library reopens in spring with a garden."
SWIMMERS = "Swimmers crossed the bay at dawn."


def article(name: str, *paragraphs: str, published: str | None = None) -> Article:
    return sc.article_from_paragraphs(
        paragraphs, id=name, outlet=name.upper(), language="en", published=published
    )


def both() -> list[Article]:
    return [article("a", VOTED, LIBRARY), article("b", SWIMMERS, THREW_OUT)]


def compare(articles: Sequence[Article], judge: Judge) -> Comparison:
    return sc.compare(articles, checks=CHECKS, judge=judge)


def judged(comparison: Comparison) -> list[Finding]:
    return [one for one in comparison.findings if one.check == "judged"]


def holding(*words: str, chances: Chances = CONTRADICTED) -> Judge:
    """A judge that answers so where each word stands in one of the two, and else is neutral."""

    def judge(left: str, right: str) -> Chances:
        return chances if all(word in left + right for word in words) else NEUTRAL

    return judge


class Asked:
    """Neutral, and keeps what it was asked."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []

    def __call__(self, left: str, right: str) -> Chances:
        self.pairs.append((left, right))
        return NEUTRAL


class Many(Asked):
    """Answers lists too."""

    def __init__(self, answers: Any = None) -> None:
        super().__init__()
        self.lists: list[list[tuple[str, str]]] = []
        self.answers = answers

    def many(self, pairs: list[tuple[str, str]]) -> Any:
        self.lists.append(list(pairs))
        return [NEUTRAL] * len(pairs) if self.answers is None else self.answers(pairs)


# ------------------------------------------------------------------ what is found


def test_what_no_rule_compares_is_a_conflict_if_the_judge_holds_that_both_cannot_be_true() -> None:
    assert not [one for one in sc.compare(both()).findings if one.kind is sc.FindingKind.CONFLICT]
    (found,) = judged(compare(both(), holding("voted", "thrown")))
    assert found.kind is sc.FindingKind.CONFLICT
    assert sorted((one.ref.article, one.ref.block, one.position) for one in found.evidence) in (
        [("a", 0, 0), ("b", 1, 1)],
        [("a", 0, 1), ("b", 1, 0)],
    )
    assert found.reason == (
        "B against A in sentences that share “ferry terminal” and “harbour council”: "
        "the program asked to judge holds that both cannot be true."
    )
    texts = {"a": VOTED, "b": THREW_OUT}
    for one in found.evidence:
        assert (one.span.start, one.span.end) == (0, len(texts[one.ref.article]))


def test_nothing_is_told_where_it_sees_none_or_hardly_one() -> None:
    for answer in (NEUTRAL, ENTAILED, (0.0, 0.7, 0.3)):
        assert judged(compare(both(), holding("voted", "thrown", chances=answer))) == []


def test_the_surer_the_judge_the_surer_the_finding_but_never_surer_than_fairly() -> None:
    stated = []
    for chance in (0.4, 0.7, 1.0):
        answer = (0.0, 1.0 - chance, chance)
        (found,) = judged(compare(both(), holding("voted", "thrown", chances=answer)))
        stated.append(found.confidence)
    assert 0.6 == stated[0] < stated[1] < stated[2] <= 0.75


def test_both_orders_count_and_the_second_is_asked_only_where_the_first_contradicts() -> None:
    asked = Asked()
    compare(both(), asked)
    assert len(asked.pairs) == len({frozenset(pair) for pair in asked.pairs}) > 0

    def one_way(left: str, right: str) -> Chances:
        contradicts = "voted" in right and "thrown" in left
        return (0.0, 0.3, 0.7) if contradicts else NEUTRAL

    assert judged(compare(both(), one_way)) == []


def test_a_rule_comes_first_and_what_it_disputes_is_not_asked_about_again() -> None:
    twelve = "The fire killed 12 people in the harbour on Tuesday night."
    fifteen = "The fire killed 15 people in the harbour on Tuesday night."
    found = compare([article("a", twelve), article("b", fifteen)], holding("fire"))
    assert [one.check for one in found.findings if one.kind is sc.FindingKind.CONFLICT] == [
        "number"
    ]


def test_what_tells_a_dispute_again_is_evidence_of_it_and_no_finding_of_its_own() -> None:
    told = {
        "a": "The fire killed 12 people in the harbour on Tuesday night.",
        "b": "The fire killed 15 people in the harbour on Tuesday night.",
        "c": "A dozen people were killed, three of them sailors whose ship had moored at night.",
    }
    articles = [article(name, text) for name, text in told.items()]
    found = compare(articles, holding("15 people", "dozen"))
    (conflict,) = [one for one in found.findings if one.kind is sc.FindingKind.CONFLICT]
    assert conflict.check == "number"
    sides = {one.ref.article: one.position for one in conflict.evidence}
    assert sides["a"] == sides["c"] != sides["b"]


def test_a_dispute_in_the_sentences_before_is_no_context() -> None:
    asked = Asked()
    counts = [f"The fire killed {n} people in the harbour on Tuesday night." for n in (12, 15)]
    compare(
        [
            article(name, f"{count} {told}")
            for name, count, told in zip("ab", counts, (VOTED, THREW_OUT), strict=True)
        ],
        asked,
    )
    assert {VOTED, THREW_OUT} in map(set, asked.pairs)


def against_the_vote(left: str, right: str) -> Chances:
    texts = left + right
    against = any(words in texts for words in ("thrown", "rather", "asked"))
    return CONTRADICTED if "voted" in texts and against else NEUTRAL


def test_one_thing_disputed_by_three_is_one_finding_if_alignment_links_two_of_them() -> None:
    likewise = "Plans for a ferry terminal were thrown out by the council rather fast."
    (found,) = judged(compare([*both(), article("c", likewise, LIBRARY)], against_the_vote))
    by_page = {one.ref.article: one.position for one in found.evidence}
    assert by_page["b"] == by_page["c"] != by_page["a"]


def test_what_nothing_but_a_sentence_ties_are_two_findings() -> None:
    apart = "Nobody asked for the long debate, which ended without anything new."
    found = judged(compare([*both(), article("c", apart, SWIMMERS)], against_the_vote))
    pages = [sorted(one.ref.article for one in finding.evidence) for finding in found]
    assert sorted(pages) == [["a", "b"], ["a", "c"]]
    assert len({one.id for one in found}) == 2


def test_dates_and_sums_that_differ_make_it_grave() -> None:
    for left, right, severity in (
        ("in May", "in June", sc.Severity.HIGH),
        ("in the hall", "in the square", sc.Severity.MEDIUM),
    ):
        one = f"Gardeners saw the old mill of Merrin burn {left} while nobody was inside."
        other = f"It was {right} that flames took Merrin's mill, an old one, gardeners say."
        found = judged(compare([article("a", one), article("b", other)], holding("mill")))
        assert [finding.severity for finding in found] == [severity]


# ------------------------------------------------------------------ what is asked


def test_without_the_check_a_judge_is_asked_about_possible_conflicts_alone() -> None:
    asked = Asked()
    sc.compare(both(), judge=asked)
    assert asked.pairs == []


def test_the_check_needs_a_judge() -> None:
    with pytest.raises(sc.SettingError, match=r"check 'judged' leaves it to a judge.*hand in"):
        sc.compare(both(), checks=CHECKS)


def test_a_judge_is_told_when_a_page_appeared_and_what_stands_before() -> None:
    asked = Asked()
    later = article("b", SWIMMERS, f"It rained. {THREW_OUT}", published="2026-05-04T07:30:00Z")
    compare([article("a", VOTED), later], asked)
    told = f"[published 2026-05-04; after: It rained.] {THREW_OUT}"
    assert {told, VOTED} in map(set, asked.pairs)


def test_copies_are_never_asked_about_and_contradict_each_other_in_nothing() -> None:
    paragraphs = (VOTED, LIBRARY, THREW_OUT)
    asked = Asked()
    compare([article("a", VOTED), article("b", VOTED)], asked)
    assert asked.pairs == []
    one, other = article("a", *paragraphs), article("b", *paragraphs)
    alone = judged(compare([one], holding("voted", "thrown")))
    assert len(alone) == 1  # a page may contradict itself
    for found in judged(compare([one, other], holding("harbour"))):
        texts = {paragraphs[e.ref.block]: e.position for e in found.evidence}
        assert len(texts) == len(set(texts.values()))  # each copy takes one side


def test_two_wordings_are_one_question_on_however_many_pages_they_stand() -> None:
    told = [article(name, f"{name.upper()} tells. {VOTED}") for name in "abc"]
    told += [article(name, f"{name.upper()} writes. {THREW_OUT}") for name in "def"]
    asked = Asked()
    compare(told, asked)
    assert (
        sum(VOTED in left + right and THREW_OUT in left + right for left, right in asked.pairs) == 1
    )
    (found,) = judged(compare(told, holding("voted", "thrown")))
    sides = {one.ref.article: one.position for one in found.evidence}
    assert [sides[name] for name in "abc"] in ([0, 0, 0], [1, 1, 1])
    assert [sides[name] for name in "def"] == [1 - sides["a"]] * 3


def test_names_and_order_of_articles_change_neither_questions_nor_findings() -> None:
    def told(articles: Sequence[Article]) -> tuple[set[tuple[str, str]], list[Any]]:
        asked = Asked()
        compare(articles, asked)
        found = judged(compare(articles, holding("voted", "thrown")))
        return set(asked.pairs), [(one.confidence, one.kind, one.severity) for one in found]

    a, b = both()
    renamed = [article("z", VOTED, LIBRARY), article("b", SWIMMERS, THREW_OUT)]
    assert told([a, b]) == told([b, a]) == told(renamed)


def many_sentences(names: str, size: int) -> list[Article]:
    """Each outlet tells of every ship, in words of its own."""
    ships = [f"Ship{number}" for number in range(size)]
    return [
        article(name, *(f"{ship} of the harbour left quay{name} at noon{name}." for ship in ships))
        for name in names
    ]


def test_questions_grow_with_the_sentences_and_are_bounded() -> None:
    asked = Asked()
    compare(many_sentences("abc", 40), asked)
    assert 120 <= len(asked.pairs) <= 120 * 2.25
    asked = Asked()
    compare(many_sentences("abcdef", 250), asked)
    assert 2000 <= len(asked.pairs) <= 2500


def test_the_most_promising_are_asked_about() -> None:
    asked = Asked()
    compare(many_sentences("ab", 60), asked)
    ships = [{text.split()[0] for text in pair} for pair in asked.pairs]
    assert sum(len(pair) == 1 for pair in ships) == 60  # each with its own ship


# ------------------------------------------------------------------ many at once


def test_a_judge_that_can_is_asked_for_all_at_once() -> None:
    one_by_one, at_once = Asked(), Many()
    compare(both(), one_by_one)
    compare(both(), at_once)
    assert at_once.lists == [one_by_one.pairs]
    assert at_once.pairs == []


def test_possible_conflicts_are_put_to_it_in_one_list_too() -> None:
    counts = ("injured 12 people", "injured 15 people"), ("cost 3 million", "cost 4 million")
    told = [
        article(name, *(f"The fire at the old mill {counts[n][side]} on Tuesday." for n in (0, 1)))
        for side, name in enumerate("ab")
    ]
    one_by_one, at_once = Asked(), Many()
    plain = sc.compare(told, judge=one_by_one)
    assert sc.compare(told, judge=at_once) == plain
    assert len(one_by_one.pairs) == 4
    assert list(map(set, at_once.lists)) == [set(one_by_one.pairs)]
    assert at_once.pairs == []


def test_it_is_asked_again_in_one_list_about_the_other_order() -> None:
    def answers(pairs: list[tuple[str, str]]) -> list[Chances]:
        return [holding("voted", "thrown")(*pair) for pair in pairs]

    judge = Many(answers)
    assert len(judged(compare(both(), judge))) == 1
    assert judge.lists[1:] == [[(THREW_OUT, VOTED) if THREW_OUT > VOTED else (VOTED, THREW_OUT)]]
    assert judge.pairs == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (lambda pairs: [NEUTRAL] * (len(pairs) - 1), r"gives \d+ answers to \d+ pairs"),
        (lambda pairs: [0.5] * len(pairs), "has to give three numbers"),
        (lambda pairs: 1 / 0, "raised ZeroDivisionError.* at .* pairs of sentences"),
        (lambda pairs: 7, "raised TypeError"),
    ],
    ids=["too few", "no chances", "an error", "no list"],
)
def test_what_is_wrong_with_a_list_of_answers_is_told(answers: Any, told: str) -> None:
    with pytest.raises(sc.SettingError, match=told):
        compare(both(), Many(answers))


# ------------------------------------------------------------------ a file that defines one


def settled(folder: Path, program: str) -> sc.Run:
    lay(folder, {**{f"in/{name}": text for name, text in STORY.items()}, "desk.py": program})
    return sc.run(folder / "in", settings=sc.Settings(judge=str(folder / "desk.py")))


def checks_of(run: sc.Run) -> list[str]:
    (comparison,) = run.comparisons
    return [one.check for one in comparison.findings if one.kind is sc.FindingKind.CONFLICT]


def test_a_python_file_may_define_the_judge_of_a_run(tmp_path: Path) -> None:
    asked = tmp_path / "asked.txt"
    program = f"""
from pathlib import Path

def judge(left, right):
    with Path({str(asked)!r}).open("a") as file:
        file.write(left + " / " + right + chr(10))
    return 0.0, 1.0, 0.0
"""
    run = settled(tmp_path, program)
    assert "judged" not in checks_of(run)
    lines = asked.read_text(encoding="utf-8").splitlines()
    pair = next(line for line in lines if "harbour" in line).split(" / ")
    always = f"""
def judge(left, right):
    found = {sorted(pair)!r} == sorted((left, right))
    return 0.0, float(not found), float(found)
"""
    assert "judged" in checks_of(settled(tmp_path, always))
    at_once = f"""
def judge_many(pairs):
    found = [{sorted(pair)!r} == sorted(one) for one in pairs]
    return [(0.0, float(not one), float(one)) for one in found]
"""
    assert checks_of(settled(tmp_path, at_once)) == checks_of(settled(tmp_path, always))


def test_a_report_says_which_judge_was_asked(tmp_path: Path) -> None:
    program = """
from __future__ import annotations
from dataclasses import dataclass

@dataclass
class Answer:
    contradiction: float = 0.0

def judge(left, right):
    return 0.0, 1.0 - Answer().contradiction, Answer().contradiction
"""
    lay(tmp_path, {**{f"in/{name}": text for name, text in STORY.items()}, "desk.py": program})
    done = report(tmp_path / "in", tmp_path / "out", "--judge", tmp_path / "desk.py")
    assert done.returncode == 0, done.stderr
    recorded = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    name, digest = recorded["settings"]["judge"].split()
    assert name == "desk.py"
    assert len(digest) == 12
    assert "desk.py" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert sc.load(tmp_path / "out").settings.judge == f"desk.py {digest}"


def test_a_judge_may_have_helpers_beside_it(tmp_path: Path) -> None:
    lay(tmp_path, {"aide.py": "def judge(left, right): return 0.0, 1.0, 0.0"})
    assert checks_of(settled(tmp_path, "from aide import judge")) == ["number"]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (None, "There is no file"),
        ("def judge(left, right:", "cannot be run: SyntaxError"),
        ("import no_such_library_here", "cannot be run: ModuleNotFoundError"),
        ("judge = 'me'", r"defines neither judge\(left, right\) nor judge_many\(pairs\)"),
        ("def judge(left): return 0, 1, 0", "judge raised TypeError"),
        ("def judge(left, right): return 2", "has to give three numbers"),
        ("import sys; sys.exit()", "cannot be run: SystemExit"),
        ("import sys\ndef judge(left, right): sys.exit(0)", "judge raised SystemExit"),
    ],
    ids=[
        "missing",
        "no Python",
        "no library",
        "no judge",
        "one sentence",
        "no chances",
        "gives up",
        "gives up later",
    ],
)
def test_a_file_that_cannot_be_used_ends_a_run_with_one_line(
    tmp_path: Path, program: str | None, told: str
) -> None:
    lay(tmp_path, {f"in/{name}": text for name, text in STORY.items()})
    if program is not None:
        lay(tmp_path, {"desk.py": program})
    with pytest.raises(sc.SettingError, match=told) as refused:
        sc.run(tmp_path / "in", settings=sc.Settings(judge=str(tmp_path / "desk.py")))
    assert "\n" not in str(refused.value)


def test_two_judges_are_one_too_many(tmp_path: Path) -> None:
    done = report(
        lay(tmp_path / "in", STORY), tmp_path / "out", "--nli", tmp_path, "--judge", tmp_path / "x"
    )
    assert done.returncode == 2
    assert "--nli and --judge name a judge each" in done.stderr


# ------------------------------------------------------------------ the example in the documents

EXAMPLE = Path(__file__).parents[1] / "docs" / "judge" / "language_model.py"


class Model(BaseHTTPRequestHandler):
    """A language model that takes two words in one pair for a contradiction."""

    words = ("hotels", "brought")
    chance: ClassVar[Any] = 90
    written = "<think>Pair [1] may [be] one.</think>Here you are:\n```json\n{}\n```"
    status = 200
    requests: ClassVar[list[Any]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.requests.append((self.path, self.headers["Authorization"], body))
        pairs = body["messages"][1]["content"].split("\n\n")
        rows = [
            {"pair": int(pair.split("\n")[0]), "chance": self.chance}
            for pair in pairs
            if all(word in pair for word in self.words)
        ]
        content = self.written.replace("{}", json.dumps(rows))
        data = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Model.requests.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Model) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_address[1]}/v1/"
        found.shutdown()


ECHO = """Smoke over the harbour

Smoke from the ferry terminal drifted over the harbour on Tuesday evening. Firefighters kept people
away from the quay until the flames were out.

The harbour office wants the ferries to use the old quay for two months. Its director said that the
islands must not be cut off.

Passengers slept on benches in the town hall. Police looked for a witness who saw the smoke first.
"""


def asked_of(server: str, model: str = "small") -> dict[str, str]:
    return {"JUDGE_URL": server, "JUDGE_MODEL": model, "JUDGE_KEY": " secret\n"}


def test_the_judge_in_the_documents_asks_a_language_model_and_keeps_its_answers(
    tmp_path: Path, server: str
) -> None:
    inputs = lay(tmp_path / "in", {**STORY, "fire/echo.txt": ECHO})
    out = tmp_path / "out"
    done = report(inputs, out, "--judge", EXAMPLE, **asked_of(server))
    assert done.returncode == 0, done.stderr
    found = checks_of(sc.load(out))
    assert "judged" in found
    path, key, body = Model.requests[0]
    assert (path, key, body["model"]) == ("/v1/chat/completions", "Bearer secret", "small")
    asked = [one["messages"][1]["content"].count("\nA: ") for _, _, one in Model.requests]
    assert max(asked) <= 40 < sum(asked)
    texts = [one["messages"][1]["content"].split("\n\n") for _, _, one in Model.requests]
    pairs = [frozenset(re.split(r"\n[AB]: ", text)[1:]) for some in texts for text in some]
    assert len(pairs) == len(set(pairs))  # nobody pays twice for one pair
    assert sc.load(out).settings.judge.endswith("(small)")
    kept = tmp_path / "judge-answers.jsonl"
    kept.write_text(kept.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    Model.requests.clear()
    again = report(inputs, out, "--judge", EXAMPLE, **asked_of(server))
    assert again.returncode == 0, again.stderr
    assert sum(one["messages"][1]["content"].count("\nA: ") for _, _, one in Model.requests) == 1
    assert checks_of(sc.load(out)) == found
    Model.requests.clear()
    report(inputs, out, "--judge", EXAMPLE, **asked_of(server, "another"))
    assert len(Model.requests) == len(asked)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"written": "I cannot say."}, "does not answer with a list of chances"),
        ({"chance": 0.9}, "a chance of 0.9 where 0 to 100 was asked for"),
        ({"chance": 950}, "a chance of 950 where 0 to 100 was asked for"),
        ({"status": 500}, "/v1/chat/completions answers 500"),
    ],
    ids=["no list", "a share", "too much", "a server's error"],
)
def test_a_language_model_that_answers_otherwise_ends_the_run_with_what_it_said(
    tmp_path: Path,
    server: str,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, Any],
    told: str,
) -> None:
    for name, value in changed.items():
        monkeypatch.setattr(Model, name, value)
    done = report(
        lay(tmp_path / "in", STORY), tmp_path / "out", "--judge", EXAMPLE, **asked_of(server)
    )
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert not (tmp_path / "out").exists()


def test_a_chance_in_words_of_per_cent_is_read(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Model, "chance", "90%")
    out = tmp_path / "out"
    report(lay(tmp_path / "in", STORY), out, "--judge", EXAMPLE, **asked_of(server))
    assert "judged" in checks_of(sc.load(out))


def test_where_no_language_model_answers_a_run_ends_with_one_line(tmp_path: Path) -> None:
    inputs, out = lay(tmp_path / "in", STORY), tmp_path / "out"
    done = report(inputs, out, "--judge", EXAMPLE, **asked_of("http://127.0.0.1:9"))
    assert done.returncode == 2
    assert "http://127.0.0.1:9/chat/completions does not answer" in " ".join(done.stderr.split())
    done = report(inputs, out, "--judge", EXAMPLE, JUDGE_MODEL="small")
    assert done.returncode == 2
    assert "JUDGE_URL is not set" in " ".join(done.stderr.split())
    assert not out.exists()


# ------------------------------------------------------------------ the report

LONG = " ".join(f"word{number}" for number in range(40))


def test_a_report_shows_both_sentences_once_and_says_what_was_asked(tmp_path: Path) -> None:
    always = """
def judge(left, right):
    found = float("hotels" in left + right and "brought" in left + right)
    return 0.0, 1.0 - found, found
judge_name = "by two words"
"""
    pages = sc.render(settled(tmp_path, always))
    (story,) = (text for name, text in pages.items() if name.startswith("story-"))
    assert "the program asked to judge holds that both cannot be true" in story
    conflicts = story.split('<h2 id="conflicts">')[1].split("</section>")[0]
    assert conflicts.count("buses took them to the hotels") == 1
    assert "statements" in conflicts
    assert "what these say was compared by rules only with" in conflicts
    assert re.search(r"desk\.py [0-9a-f]{12} \(by two words\)</bdi> was asked about the", story)


def test_an_excerpt_of_a_disputed_sentence_is_as_long_as_of_a_particular() -> None:
    runs = (Piece(text=LONG),)
    plain, disputed = excerpt(runs), excerpt(runs, disputed=True)
    assert len(plain[0].text.split()) == 10 < len(disputed[0].text.split()) == 25
