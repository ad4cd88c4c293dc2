"""The benchmark of cleaning: its figures on pages small enough to reckon by hand."""

import gzip
import importlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]

STORY = (
    "The old ferry sails again from Monday, the harbour office said on Friday evening.",
    "Its engine had failed in March, and two repairs since then had cost the town dearly.",
    "Children travel free of charge until the end of the summer, the mayor promised.",
)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather"))


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        "<!DOCTYPE html><html lang=en><head><title>Ferry</title></head><body>"
        f"<nav><ul>{MENU}</ul></nav><main><article>{body}</article></main></body></html>"
    )


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Two pages: on one all paragraphs are marked, on the other the first only."""
    folder = tmp_path / "sets" / "ferry"
    folder.mkdir(parents=True)
    rows = [
        {"id": "whole", "text": "\n".join(STORY)},
        {"id": "part", "text": STORY[0]},
    ]
    for row in rows:
        (folder / f"{row['id']}.html").write_text(page(*STORY), encoding="utf-8")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "gold.jsonl").write_text(lines, encoding="utf-8")
    return folder.parent


def bench(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "benchmarks/cleaning.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )


def test_the_benchmark_of_reuse_counts_copies_and_says_what_it_needs(tmp_path: Path) -> None:
    def measured(folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, ROOT / "benchmarks/reuse.py", folder],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        )

    missing = measured(tmp_path)
    assert missing.returncode == 1
    assert "holds no news/*.jsonl" in missing.stderr
    reports = [
        {"outlet": name, "title": name, "paragraphs": list(text)}
        for name, text in (("Alpha", (*STORY, *STORY[:1])), ("Beta", ("Rain fell all day.",)))
    ]
    (tmp_path / "news").mkdir()
    row = json.dumps({"id": "ferry", "articles": reports})
    (tmp_path / "news" / "events.jsonl").write_text(row, encoding="utf-8")
    done = measured(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "0 of 1 pairs of own reports are taken for one voice" in done.stdout
    assert "| verbatim | 1.00 | 1.00 | 0 |" in done.stdout


def stored(path: Path, tool: str) -> dict[str, dict[str, Any]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    pages = found["sets"]["ferry"]["tools"][tool]["pages"]
    return {i: dict(zip(found["columns"], row, strict=False)) for i, row in pages.items()}


def test_the_figures_are_those_reckoned_by_hand(sets: Path, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    done = bench("--data", sets, "--tools", "sourcecompare,trafilatura", "--json", kept)
    assert done.returncode == 0, done.stderr
    # 14 + 16 + 14 words are kept of either page: 41 runs of four; 11 of them stand in 14 words.
    words, runs, marked = 44, 41, 14
    for tool in ("sourcecompare", "trafilatura"):
        pages = stored(kept, tool)
        assert pages["whole"]["precision"] == pages["whole"]["recall"] == 1.0
        assert pages["whole"]["token_f1"] == 1.0
        assert pages["part"]["precision"] == pytest.approx((marked - 3) / runs, abs=1e-4)
        assert pages["part"]["recall"] == 1.0
        # Both bags hold "the" as often as the shorter text has it.
        assert pages["part"]["token_f1"] == pytest.approx(2 * marked / (words + marked), abs=1e-4)
        assert not pages["part"]["empty"]
        assert pages["part"]["beside"] > 0
    # Mean precision (1 + 11/41) / 2 = .634, mean recall 1: F1 .776.
    assert "| .776 | .634 | 1.000 |" in done.stdout
    assert "| trafilatura | +0.000 [+0.000, +0.000]" in done.stdout


def test_stored_figures_stand_in_for_tools_that_are_not_run_again(
    sets: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "figures.json"
    assert bench("--data", sets, "--tools", "all text", "--json", kept).returncode == 0
    document = tmp_path / "README.md"
    frame = "Before.\n<!-- figures: html -->\n{}<!-- end of figures: html -->\nAfter.\n"
    document.write_text(frame.format("old\n"), encoding="utf-8")
    tools = ("--tools", "sourcecompare", "--stored", kept)
    done = bench("--data", sets, *tools, "--into", document)
    assert "| all text * | " in done.stdout
    assert document.read_text(encoding="utf-8") == frame.format(f"\n{done.stdout}")
    with (sets / "ferry/whole.html").open("a", encoding="utf-8") as changed:
        changed.write("<!-- another page now -->")
    done = bench("--data", sets, *tools)
    assert "all text" not in done.stdout
    assert "holds no figures for these pages of ferry" in done.stderr


def test_lines_of_plain_text_are_scored(sets: Path, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    done = bench("--data", sets, "--media", "text", "--tools", "all text", "--json", kept)
    assert done.returncode == 0, done.stderr
    pages = stored(kept, "all text")
    # Three lines of menu and three of story, all kept; three of them, or one, are content.
    assert pages["whole"]["line_precision"] == pytest.approx(0.5)
    assert pages["part"]["line_precision"] == pytest.approx(1 / 6, abs=1e-4)
    assert pages["part"]["line_recall"] == 1.0


def test_a_missing_set_says_how_to_get_one(tmp_path: Path) -> None:
    done = bench("--data", tmp_path)
    assert done.returncode == 1
    assert f"no page sets in {tmp_path}" in done.stderr
    assert "web-content-extraction-benchmark" in done.stderr


def collection(folder: Path, name: str) -> Path:
    """A public collection of one page, laid out as its repository is."""
    marked = {"page_type": {"primary": "article"}}
    truth = {"main_content": STORY[0]}
    body = {"summary": [], "sections": [{"headline": [], "paragraphs": [STORY[0]]}]}
    texts = {
        "wcxb": ("dev/ground-truth/1.json", {"_internal": marked, "ground_truth": truth}),
        "fundus": ("tests/resources/parser/test_data/xx/Ferry.json", {"V1": {"body": body}}),
        "cleanportaleval": ("GoldStandard/1.txt", f"\nURL: http://a.example/\n<p>{STORY[0]}\n"),
    }
    pages = {
        "wcxb": "dev/html/1.html.gz",
        "fundus": "tests/resources/parser/test_data/xx/Ferry_2024_01_31.html.gz",
        "cleanportaleval": "input/1.html",
    }
    path, text = texts[name]
    content = page(*STORY).encode()
    for file, data in (
        (path, (text if isinstance(text, str) else json.dumps(text)).encode()),
        (pages[name], gzip.compress(content) if pages[name].endswith(".gz") else content),
    ):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["wcxb", "fundus", "cleanportaleval"])
def test_a_public_collection_becomes_a_set(tmp_path: Path, name: str) -> None:
    made = tmp_path / "sets" / name
    repository = collection(tmp_path / "repository", name)
    script = ROOT / "benchmarks/collect.py"
    subprocess.run([sys.executable, script, name, repository, made], check=True)
    (row,) = map(json.loads, (made / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["text"] == STORY[0]
    assert (made / f"{row['id']}.html").read_text(encoding="utf-8") == page(*STORY)


def test_a_tool_that_dies_or_dawdles_has_kept_nothing_and_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    turns = importlib.import_module("extraction.turns")
    tools = importlib.import_module("extraction.tools")
    markup = page(*STORY)
    with turns.Worker(tools.find("html", "all text"), "html", 30) as worker:
        os.kill(worker.process.pid, signal.SIGSTOP)  # so that it is killed at work
        threading.Timer(0.2, worker.process.kill).start()
        died = worker.take(markup)
        assert died.error == "the process ended with code -9"
        worker.limit = 0
        late = worker.take(markup * 10_000)
        assert late.error == "no result within 0 s"
        worker.limit = 30
        back = worker.take(markup)
    assert died.kept.text == late.kept.text == ""
    assert back.error is None
    assert STORY[0] in back.kept.text


def test_stories_are_scored_as_reckoned_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    stories = importlib.import_module("stories")
    gold = {"a": "x", "b": "x", "c": "x", "d": "y"}
    found = {"a": "1", "b": "1", "c": "2", "d": "2"}
    # Precision (1 + 1 + 1/2 + 1/2) / 4, recall (2/3 + 2/3 + 1/3 + 1) / 4.
    expected = (3 / 4, 2 / 3, 12 / 17)
    assert stories.b_cubed(gold, found) == pytest.approx(expected)
    assert stories.b_cubed(gold, gold) == (1.0, 1.0, 1.0)


def test_missing_events_are_said_in_a_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks/stories.py"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "SOURCECOMPARE_SHARED": str(tmp_path)},
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no file of events at ")
    assert done.stderr.count("\n") == 1


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Two events that two outlets tell, of which the first halves are marked as the same."""
    menace = ("A mast fell on the quay at noon.", "The owner blames the storm of Sunday night.")
    told = {
        "fog": (STORY, (STORY[1], "Nobody was hurt.", STORY[0])),
        "mast": (menace, ("The weather stays dry.", menace[0])),
    }
    rows = [
        {
            "id": name,
            "articles": [
                {"outlet": outlet, "title": None, "paragraphs": list(paragraphs)}
                for outlet, paragraphs in zip(("fox", "nyt"), both, strict=True)
            ],
        }
        for name, both in told.items()
    ]
    news = tmp_path / "news"
    news.mkdir()
    with gzip.open(news / "basil_dev.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write("".join(json.dumps(row) + "\n" for row in rows))
    marked = {
        "fog": [["fox", 0, "nyt", 2, "same"], ["fox", 1, "nyt", 0, "same"]],
        "mast": [["fox", 0, "nyt", 1, "partial"], ["fox", 1, "nyt", 0, "related"]],
    }
    (news / "pairs.json").write_text(json.dumps(marked), encoding="utf-8")
    (news / "key.json").write_text(json.dumps(dict.fromkeys(marked)), encoding="utf-8")
    (tmp_path / "marks.json").write_text("{}", encoding="utf-8")
    return tmp_path


def of_events(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / script, "--data", folder, "--marks", folder / "marks.json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )


def test_the_benchmark_of_alignment_sets_what_is_found_against_the_marks(events: Path) -> None:
    done = of_events("benchmarks/alignment.py", events)
    assert done.returncode == 0, done.stderr
    fitted, held_out = done.stdout.split("real news, held out: 1 events")
    for said in ("AUC                1.000", "pairs F1           1.000 (P 1.00, R 1.00)"):
        assert said in fitted
        assert said in held_out
    assert "same found         1.000" in fitted
    assert "unique right       1.000 of 2" in fitted
    assert "unique right       1.000 of 2" in held_out


def test_the_constants_of_a_score_can_be_fitted_again(events: Path) -> None:
    done = of_events("training/fit_pairs.py", events)
    assert "fitted: 9 pairs, 2 tell a fact in common" in done.stdout, done.stderr


@pytest.mark.parametrize("script", ["benchmarks/alignment.py", "training/fit_pairs.py"])
def test_missing_marks_are_said_in_a_line(script: str, tmp_path: Path) -> None:
    done = of_events(script, tmp_path)
    assert done.returncode == 2
    assert "holds no news/pairs.json" in done.stdout
    assert not done.stderr


def test_the_keys_of_the_invented_events_name_passages_that_are_there() -> None:
    files = sorted((ROOT / "benchmarks").glob("events/*.json"))
    files += sorted((ROOT / "benchmarks").glob("held/*.json"))
    assert files
    for file in files:
        event = json.loads(file.read_text(encoding="utf-8"))
        articles = {one["outlet"]: one for one in event["articles"]}
        for entry in (entry for entries in event["key"].values() for entry in entries):
            for outlet, block, words in (entry["left"], entry["right"]):
                told = articles[outlet]
                text = told["title"] if block < 0 else told["paragraphs"][block]
                assert text.count(words) == 1, (file.name, words)


def test_conflicts_are_measured_against_a_key(tmp_path: Path) -> None:
    text = "The fire at the mill in Holm killed {} people on Tuesday, the mayor's office found."
    event = {
        "id": "x1",
        "articles": [
            {
                "outlet": name,
                "title": f"Fire of {name}",
                "date": "2025-09-03",
                "paragraphs": [text.format(n)],
            }
            for name, n in (("alpha", 12), ("beta", 15))
        ],
        "key": {
            "conflict": [
                {
                    "type": "number",
                    "visible": "typed",
                    "left": ["alpha", 0, "12 people"],
                    "right": ["beta", 0, "15 people"],
                }
            ],
            "update": [],
            "differs": [],
            "trap": [],
        },
    }
    (tmp_path / "x1.json").write_text(json.dumps(event), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks/conflicts.py", "--events", tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "found all                1 of 1" in done.stdout
    assert "right all                    1.000 of 1" in done.stdout


def test_the_size_of_a_report_stands_beside_its_bar() -> None:
    options = ("--no-browser", "--outlets", "2", "--paragraphs", "3")
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks/report.py", *options],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    for kind in ("passages told by all", "dense articles"):
        assert f"2 outlets, 3 paragraphs, {kind}" in done.stdout
    stories = [line for line in done.stdout.splitlines() if line.startswith("| story |")]
    assert len(stories) == 2
    for story in stories:
        assert "| 150,000 | bytes | 2 outlets, 1 page |" in story


def test_told_passages_are_told_by_all_or_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    made = importlib.import_module("invented").retellings(4, 40)
    bodies = [[block.text for block in one.blocks] for one in made]
    # Every tenth passage of 40 is in one article only.
    assert sum(map(len, bodies)) == 36 * 4 + 4
    assert all(len(body) >= 36 for body in bodies)
    wire = set(bodies[0]) & set(bodies[3])  # both customers of the agency
    assert 20 < len(wire) < 36
