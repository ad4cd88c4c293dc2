"""The example in inputs/: what is planted there is found, what is furniture there is gone."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sourcecompare as sc

ROOT = Path(__file__).parents[1]
EXPECTED: dict[str, Any] = tomllib.loads(
    (ROOT / "tests/cases/example_expected.toml").read_text(encoding="utf-8")
)


@cache
def example() -> sc.Run:
    return sc.run(ROOT / "inputs")


def result_of(page: str) -> sc.Article | sc.Rejected:
    return next(result for result in example().results if result.page.id == page)


def flat(text: str) -> str:
    return " ".join(text.split())


def phrases(kind: str) -> list[Any]:
    return [
        pytest.param(page, entry, id=f"{page.split('/')[-1]}-{number}")
        for page, lists in EXPECTED["pages"].items()
        for number, entry in enumerate(lists[kind])
    ]


@pytest.mark.parametrize(("page", "phrase"), phrases("keep"))
def test_keeps_what_the_article_says(page: str, phrase: str) -> None:
    article = result_of(page)
    assert isinstance(article, sc.Article)
    assert flat(phrase) in flat(article.text)


@pytest.mark.parametrize(("page", "entry"), phrases("remove"))
def test_removes_furniture_by_the_rule_that_an_editor_expects(
    page: str, entry: dict[str, str]
) -> None:
    article = result_of(page)
    assert isinstance(article, sc.Article)
    assert flat(entry["phrase"]) not in flat(article.text)
    visible = article.page.visible
    rules = {
        removal.rule.value
        for removal in article.removals
        if flat(entry["phrase"]) in flat(visible[removal.span.start : removal.span.end])
    }
    assert rules == {entry["rule"]}


@pytest.mark.parametrize("entry", EXPECTED["rejected"], ids=lambda entry: entry["page"])
def test_rejects_what_holds_no_article(entry: dict[str, str]) -> None:
    rejected = result_of(entry["page"])
    assert isinstance(rejected, sc.Rejected)
    assert rejected.reason == entry["reason"]


def findings_at(entry: dict[str, Any]) -> list[sc.Finding]:
    """Conflicts and updates that set the two places against each other."""
    return [
        finding
        for comparison in example().comparisons
        for finding in comparison.findings
        if finding.kind in {"conflict", "update"}
        and any(
            left != right
            for left in positions(finding, entry["left"])
            for right in positions(finding, entry["right"])
        )
    ]


def positions(finding: sc.Finding, place: dict[str, str]) -> set[int]:
    """The positions that a finding's evidence at a place takes."""
    found = set()
    for evidence in finding.evidence:
        if evidence.ref.article != place["page"]:
            continue
        page = result_of(place["page"]).page
        block = next(b for b in page.blocks if b.index == evidence.ref.block)
        phrase = flat(place["phrase"])
        if phrase not in flat(block.text):
            continue
        start = flat(block.text).index(phrase)
        offset = len(flat(block.text[: evidence.span.start]))
        if start - 20 <= offset <= start + len(phrase) + 20:
            found.add(evidence.position)
    return found


LATER = pytest.mark.skip(reason="words of quotations are not compared yet")
CONFLICTS = [
    pytest.param(entry, id=entry["about"][:60], marks=[LATER] if entry.get("later") else [])
    for entry in EXPECTED["conflicts"]
]
TRAPS = [pytest.param(entry, id=entry["about"][:60]) for entry in EXPECTED["traps"]]


@pytest.mark.parametrize("entry", CONFLICTS)
def test_finds_planted_conflicts(entry: dict[str, Any]) -> None:
    assert findings_at(entry)


@pytest.mark.parametrize("entry", TRAPS)
def test_is_not_taken_in_by_traps(entry: dict[str, Any]) -> None:
    assert not [finding for finding in findings_at(entry) if finding.kind == "conflict"]


def test_the_report_heads_a_position_with_its_modifier() -> None:
    page = sc.render(example())["story-harbour-bridge-fire.html"]
    heading = re.search(r"(\w+) five hours</", page)
    assert heading
    assert heading.group(1) == "almost"
