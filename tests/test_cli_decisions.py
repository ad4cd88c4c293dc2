"""`report --decisions` and `--since`: what a user types, and what a run makes of it."""

import json
from pathlib import Path

import pytest

import sourcecompare as sc
from sourcecompare.model import FindingKind, Removal, Run, Verdict

from .deciding import decision_file, said, wanted
from .small import STORY, lay
from .test_cli import ours
from .torture import digest

FOOTER = "Copyright 2025 Morning Post. All rights reserved."
POST_PAGE = "fire/post.html"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("decided") / "inputs", STORY)


@pytest.fixture(scope="module")
def run(inputs: Path) -> Run:
    return sc.run(inputs)


def footer_of(run: Run) -> Removal:
    (post,) = (result for result in run.results if result.page.id == POST_PAGE)
    return next(
        removal
        for removal in post.removals
        if post.page.visible[removal.span.start : removal.span.end] == FOOTER
    )


@pytest.fixture(scope="module")
def decided(run: Run, inputs: Path) -> Path:
    """One verdict that holds, one on other evidence, one on a finding that is no more, a line."""
    first, second, *_ = run.comparisons[0].findings
    path = inputs.parent / "ann.json"
    path.write_bytes(
        decision_file(
            findings=[
                said(first, story="fire"),
                said(second, Verdict.DISMISSED, story="fire", digest="older"),
                {**said(first, story="fire"), "id": "no-more"},
            ],
            restored=[wanted(POST_PAGE, footer_of(run), FOOTER)],
        )
    )
    return path


def test_the_summary_says_where_editors_differ(
    inputs: Path, run: Run, decided: Path, tmp_path: Path
) -> None:
    first = run.comparisons[0].findings[0]
    other = tmp_path / "bob.json"
    other.write_bytes(decision_file(findings=[said(first, Verdict.DISMISSED, by="Bob")]))
    done = ours(
        "report", inputs, "--out", tmp_path / "out", "--decisions", decided, "--decisions", other
    )
    assert "3 applied, 1 stale, 1 gone; editors differ on 1 finding" in " ".join(
        done.stderr.split()
    )


def test_restored_lines_are_part_of_the_run_and_of_its_tables(
    inputs: Path, run: Run, decided: Path, tmp_path: Path
) -> None:
    done = ours("report", inputs, "--out", tmp_path / "out", "--decisions", decided)
    assert done.returncode == 0, done.stderr
    assert "2 applied, 1 stale, 1 gone" in done.stderr
    loaded = sc.load(tmp_path / "out")
    post = next(result for result in loaded.results if result.page.id == POST_PAGE)
    assert isinstance(post, sc.Article)
    assert post.text.endswith(FOOTER)
    assert footer_of(run) not in post.removals
    assert "Put back by Ann" in post.notes[-1]
    told = ours("export", tmp_path / "out", "sentences").stdout
    assert FOOTER.split(". ")[0] in told


def test_the_record_names_each_file_with_its_hash_and_is_read_back(
    inputs: Path, decided: Path, tmp_path: Path
) -> None:
    assert ours("report", inputs, "-o", tmp_path / "out", "--decisions", decided).returncode == 0
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    decisions = sc.read_decisions(decided)
    (file,) = decisions.files
    assert record["decisions"] == [{"name": "ann.json", "sha256": file.sha256}]
    assert str(decided.parent) not in json.dumps(record)
    assert sc.load(tmp_path / "out").decisions == decisions.files


def test_same_inputs_and_decisions_are_the_same_bytes_in_whatever_order(
    inputs: Path, run: Run, decided: Path, tmp_path: Path
) -> None:
    other = tmp_path / "bob.json"
    other.write_bytes(decision_file(findings=[said(run.comparisons[0].findings[0], by="Bob")]))
    outs = []
    for name, files in (("one", (decided, other)), ("two", (other, decided))):
        options = [part for file in files for part in ("--decisions", file)]
        done = ours("report", inputs, "--out", tmp_path / name, "--quiet", *options)
        assert (done.returncode, done.stderr) == (0, "")
        outs.append(digest(tmp_path / name))
    assert outs[0] == outs[1]


def test_decisions_that_restore_nothing_change_no_table(inputs: Path, run: Run) -> None:
    assert sc.run(inputs, decisions=sc.Decisions()) == run


def test_without_decisions_and_an_earlier_run_nothing_is_said_of_them(
    inputs: Path, tmp_path: Path
) -> None:
    done = ours("report", inputs, "--out", tmp_path / "out")
    assert "Decisions" not in done.stderr
    assert "Changes" not in done.stderr


def test_since_tells_what_changed_even_into_the_same_folder(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pages = lay(tmp_path / "pages", STORY)
    assert ours("report", pages, "--out", out, "--quiet").returncode == 0
    same = ours("report", pages, "--out", out, "--since", out)
    assert "Fire: 0 new, 0 changed, 0 resolved" in same.stderr
    lay(pages, {"fire/herald.txt": STORY["fire/herald.txt"].replace("15", "12")})
    found = [
        one
        for one in sc.load(out).comparisons[0].findings
        if one.kind in {FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS}
    ]
    resolved = ours("report", pages, "--out", out, "--since", out)
    assert f"Fire: 0 new, 0 changed, {len(found)} resolved" in resolved.stderr
    assert found


def test_since_says_plainly_which_stories_are_new_or_lost(inputs: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    assert ours("report", inputs, "--out", old, "--quiet").returncode == 0
    pages = lay(tmp_path / "pages", {name.replace("fire", "blaze"): STORY[name] for name in STORY})
    done = ours("report", pages, "--out", tmp_path / "out", "--since", old)
    assert "Blaze: not in the earlier outputs" in done.stderr
    assert "Fire: in the earlier outputs only" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--decisions", "nothing.json"), "nothing.json cannot be read"),
        (("--decisions", "mine.json"), "no decision file"),
        (("--decisions", "newer.json"), "install a newer one"),
        (("--decisions", "ann.json", "--decisions", "torn.json"), "torn.json is no JSON"),
        (("--decisions", "inputs"), "cannot be read"),
        (("--since", "nothing"), "holds no outputs"),
        (("--since", "inputs"), "holds no outputs"),
    ],
)
def test_what_is_missing_or_not_ours_exits_with_2_before_anything_is_written(
    inputs: Path, decided: Path, options: tuple[str, ...], told: str
) -> None:
    folder = decided.parent
    lay(
        folder,
        {
            "mine.json": "{}",
            "newer.json": '{"format": "sourcecompare-decisions", "version": 2}',
            "torn.json": decided.read_bytes()[:-9],
        },
    )
    done = ours("report", inputs, "--out", "out", *options, cwd=folder)
    assert done.returncode == 2
    said_in_one_line = " ".join(done.stderr.split())
    assert told in said_in_one_line
    assert "Traceback" not in done.stderr
    assert not (folder / "out").exists()


def test_what_is_wanted_back_on_a_page_that_is_no_more_changes_nothing_and_is_said(
    inputs: Path, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "gone.json"
    path.write_bytes(decision_file(restored=[wanted("gone.html", footer_of(run), FOOTER)]))
    done = ours("report", inputs, "--out", tmp_path / "out", "--decisions", path)
    assert done.returncode == 0
    assert "0 applied, 0 stale, 1 gone" in done.stderr
    loaded = sc.load(tmp_path / "out")
    assert [one.text for one in loaded.results] == [one.text for one in run.results]
