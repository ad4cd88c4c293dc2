"""The documentation names what there is, and its examples do what it says."""

import re
import shlex
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import typer.main

import sourcecompare as sc
from sourcecompare.clean.cleaning import EASY, UNVEILED, signals_of
from sourcecompare.cli import app
from sourcecompare.content import features_of, passages_of, shipped_models
from sourcecompare.content.judgement import VOTE
from sourcecompare.rules import NAMES

ROOT = Path(__file__).parents[1]
RULES_MD = (ROOT / "docs" / "RULES.md").read_text(encoding="utf-8")
CLEANING_MD = (ROOT / "docs" / "CLEANING.md").read_text(encoding="utf-8")
COURIER = "The Merrin Courier"
TEMPLATE = ("Reporting from the coast since 1921", "Our reporters live where you live")
DECIDING = {
    *(rule.rule for rule in sc.RULES),
    *(cut.rule for cut in sc.CUTS),
    sc.Rule.CAPTION,
}
"""Rules that remove a block wherever it stands; the others name what was dropped below the text."""

_EXAMPLE = re.compile(r"^- (removes|keeps): `(.+)`$", re.MULTILINE)
_PAGE = re.compile(r"```html\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^(?:\$ )?(sourcecompare .+)$", re.MULTILINE)
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SHELLS = {"", "sh", "bash", "console", "shell"}


def section(rule: sc.Rule) -> str:
    return RULES_MD.split(f"\n### `{rule}`\n")[1].split("\n#")[0]


def examples(verb: str) -> list[tuple[sc.Rule, str]]:
    return [
        (rule, text)
        for rule in sc.Rule
        for found, text in _EXAMPLE.findall(section(rule))
        if found == verb
    ]


def flat(text: str) -> str:
    return " ".join(text.split())


@cache
def site() -> sc.Site:
    lines = "".join(f"<p>{line}</p>" for line in TEMPLATE)
    pages = [
        sc.page_from_html(f"<p>Page {number}</p>{lines}", id=number, outlet=COURIER)
        for number in "12"
    ]
    return sc.learn_site(pages)


def cleaned(example: str, rule: sc.Rule, *, below: bool) -> sc.Article | sc.Rejected:
    """The result for the page of the documentation with the example on it."""
    block = example if example.startswith("<") else f"<p>{example}</p>"
    (page,) = _PAGE.findall(RULES_MD)
    if rule is sc.Rule.REJECTED_PAGE:
        markup = f"<html><body>{block}</body></html>"
    elif block.startswith("<h1>"):
        markup = re.sub(r"<h1>.*?</h1>", lambda _: block, page)
    elif below:
        markup = page.replace("</body>", f"{block}</body>")
    else:
        markup = page.replace("<!-- example -->", block)
    return sc.clean(sc.page_from_html(markup, id="page", outlet=COURIER), site=site())


def lines_of(example: str) -> list[str]:
    """What a browser shows of an example, block by block."""
    return [block.text for block in sc.page_from_html(example, id="a", outlet="A").blocks]


@pytest.mark.parametrize(("rule", "example"), examples("removes"))
def test_what_the_rules_page_removes_is_removed_by_that_rule(rule: sc.Rule, example: str) -> None:
    result = cleaned(example, rule, below=rule not in DECIDING)
    visible = result.page.visible
    removed = {
        visible[removal.span.start : removal.span.end]
        for removal in result.removals
        if removal.rule is rule
    }
    if rule is sc.Rule.INJECTED_PHRASE:
        assert len(removed) == 1
        (phrase,) = removed
        assert phrase in example
        assert phrase not in result.text
    else:
        assert set(lines_of(example)) <= removed


@pytest.mark.parametrize(("rule", "example"), examples("keeps"))
def test_what_the_rules_page_keeps_is_kept(rule: sc.Rule, example: str) -> None:
    result = cleaned(example, rule, below=False)
    title = result.title if isinstance(result, sc.Article) else None
    for line in lines_of(example):
        assert flat(line) in result.text or flat(line) == title


@pytest.mark.parametrize("rule", sc.Rule)
def test_every_rule_has_a_section_with_two_examples_of_each(rule: sc.Rule) -> None:
    verbs = [verb for verb, _ in _EXAMPLE.findall(section(rule))]
    assert verbs.count("removes") >= 2
    assert verbs.count("keeps") >= 2


@pytest.mark.parametrize("rule", sc.Rule)
def test_the_confidence_of_every_rule_is_documented(rule: sc.Rule) -> None:
    stated = {float(number) for number in re.findall(r"(?<!\d)\.\d+", section(rule))}
    used = {each.confidence for each in (*sc.RULES, *NAMES) if each.rule is rule}
    used |= {cut.confidence for cut in sc.CUTS if cut.rule is rule}
    assert used <= stated


def test_the_order_of_the_rules_is_documented() -> None:
    row = next(line for line in RULES_MD.splitlines() if line.startswith("| `hidden`"))
    decides, cuts, names = (re.findall(r"`([a-z-]+)`", cell) for cell in row.split("|")[1:4])
    assert decides == list(dict.fromkeys(rule.rule.value for rule in sc.RULES))
    assert cuts == list(dict.fromkeys(rule.rule.value for rule in sc.CUTS))
    assert {rule.rule.value for rule in NAMES} <= set(names)
    listed = {*decides, *cuts, *names, sc.Rule.REJECTED_PAGE}
    assert listed == set(sc.Rule)


@pytest.mark.parametrize("reason", sc.Reason)
def test_every_reason_for_a_rejection_is_documented(reason: sc.Reason) -> None:
    assert f"| `{reason}` |" in RULES_MD


def test_the_python_of_the_rules_page_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", RULES_MD, re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(code, "docs/RULES.md", "exec"), names)  # noqa: S102 - our own documentation
    assert isinstance(names["result"], sc.Article | sc.Rejected)


# Cleaning

FIRST_LOOK = ("The block by itself", "The page", "The place")
FEATURES = {
    "html": (*FIRST_LOOK, "The markup"),
    "text": FIRST_LOOK,
    "passages": (*FIRST_LOOK, "The second look"),
}
"""forest -> the sections of docs/CLEANING.md that name its features"""


def documented(title: str) -> list[str]:
    """The names in the first column of a section's table."""
    rows = CLEANING_MD.split(f"\n### {title}\n")[1].split("\n#")[0].splitlines()
    return [
        name
        for row in rows
        if row.startswith("| `")
        for name in re.findall(r"`(\S+?)`", row.split("|")[1])
    ]


def made(forest: str) -> set[str]:
    line = "The bridge is closed."
    make = sc.page_from_html if forest == "html" else sc.page_from_text
    page = make(line, id="a", outlet="A")
    signals = signals_of(page)
    features = features_of(page, signals)
    if forest == "passages":
        features = passages_of(features, np.array([0.5]), signals)
    return set(features)


@pytest.mark.parametrize(("forest", "titles"), FEATURES.items())
def test_every_feature_is_documented_once(forest: str, titles: tuple[str, ...]) -> None:
    names = [name for title in titles for name in documented(title)]
    assert sorted(names) == sorted(made(forest))


@pytest.mark.parametrize("forest", FEATURES)
def test_the_size_of_each_forest_is_documented(forest: str) -> None:
    trees, depth = getattr(shipped_models(), forest).columns.shape
    assert f"| `{forest}` | {trees} | {depth} | {len(made(forest))} |" in CLEANING_MD


def test_the_limits_of_asking_and_unveiling_are_documented() -> None:
    assert f"below {EASY:.2f}".replace("0.", ".") in CLEANING_MD
    assert f"by up to {VOTE} (`VOTE`)" in CLEANING_MD
    assert f"more than {UNVEILED} words (`UNVEILED`)" in CLEANING_MD


# Commands


def commands() -> list[tuple[str, str]]:
    """Every `sourcecompare ...` line in the fenced blocks of README and docs."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [
        (page.name, command.split(" #")[0].strip())
        for page in pages
        if page.exists()
        for language, fenced in _FENCED.findall(page.read_text(encoding="utf-8"))
        if language in _SHELLS
        for command in _COMMAND.findall(fenced)
    ]


@pytest.mark.parametrize(("page", "command"), commands())
def test_every_documented_command_exists_with_its_options(page: str, command: str) -> None:
    group = typer.main.get_command(app)
    context = group.make_context("sourcecompare", [], resilient_parsing=True)
    _, *words = shlex.split(re.split(r"[|>&;]", command)[0])
    known = {option for parameter in group.params for option in parameter.opts}
    if words and not words[0].startswith("-"):
        found = group.get_command(context, words[0])  # type: ignore[attr-defined] # a group
        assert found is not None, f"{page}: no command {words[0]!r}"
        known = {option for parameter in found.params for option in parameter.opts}
    known |= {"--help", "-h"}
    for word in words:
        if word.startswith("-"):
            assert word.split("=")[0] in known, f"{page}: {command}"
