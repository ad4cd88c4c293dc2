"""The command line as a user meets it: exit codes, what is printed where, formats."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sourcecompare import __version__

from .small import GAZETTE, HERALD, POST, STORY, WALL, lay
from .torture import digest

needs_modes = pytest.mark.skipif(
    os.name != "posix" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="permissions do not bind this user",
)


def ours(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sourcecompare", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        timeout=120,
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {**STORY, "fire/wall.html": WALL, "notes.md": "mine"}
    folder = tmp_path_factory.mktemp("cli")
    (folder / "empty").mkdir()
    return lay(folder / "inputs", files)


@pytest.fixture(scope="module")
def out(inputs: Path) -> Path:
    """A finished run with everything on."""
    folder = inputs.parent / "out"
    done = ours("report", inputs, "--out", folder, "--quiet", "--jobs", "2", "--profile")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_says_its_version_and_what_it_can_do() -> None:
    assert ours("--version").stdout == f"sourcecompare {__version__}\n"
    for arguments in ((), ("--help",), ("-h",)):
        said = ours(*arguments).stdout
        assert all(f" {name} " in said for name in ("report", "clean", "compare", "export"))
    assert "--jobs" in ours("report", "--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("report",),
        ("report", "inputs", "--jobs", "0"),
        ("report", "inputs", "--jobs", "many"),
        ("report", "inputs", "--max-mb", "-1"),
        ("report", "inputs", "--keep", "footer"),
        ("report", "nothing"),
        ("report", "inputs", "--out", "inputs/out"),
        ("report", "inputs", "--out", "."),
        ("clean", "nothing.html"),
        ("clean", "empty"),
        ("clean", "inputs/notes.md"),
        ("clean", "inputs/fire/post.html", "--keep", "bylines"),
        ("clean", "inputs/fire/post.html", "--explain", "--format", "jsonl"),
        ("clean", "inputs/fire/post.html", "--full"),
        ("compare", "inputs/fire/wall.html"),
        ("export", "inputs", "findings"),
    ],
    ids=" ".join,
)
def test_wrong_usage_and_missing_inputs_exit_with_2_and_say_why(
    inputs: Path, arguments: tuple[str, ...]
) -> None:
    before = digest(inputs)
    done = ours(*arguments, cwd=inputs.parent)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert digest(inputs) == before


def test_an_unknown_table_is_refused_with_the_known_ones(out: Path) -> None:
    done = ours("export", out, "finding")
    assert done.returncode == 2
    assert "findings" in done.stderr


def test_a_rejected_page_is_a_result_and_the_summary_names_it(inputs: Path, tmp_path: Path) -> None:
    done = ours("report", inputs, "--out", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert "4 read, 3 articles, 1 rejected" in done.stderr
    assert "fire/wall.html" in done.stderr
    assert "Fire: 3 outlets" in done.stderr
    assert str(tmp_path / "out" / "index.html") in done.stderr.replace("\n", "")


def test_the_output_folder_holds_what_the_manifest_lists(out: Path) -> None:
    files = digest(out).keys()
    assert set(json.loads((out / "run.json").read_text(encoding="utf-8"))["files"]) == files
    assert {"index.html", "story-fire.html", "timings.json", "data/findings.parquet"} <= files
    seconds = json.loads((out / "timings.json").read_text(encoding="utf-8"))["seconds"]
    assert seconds.keys() == {"read", "clean", "compare", "write"}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_an_input_that_cannot_be_read_exits_with_1_and_the_rest_is_done(tmp_path: Path) -> None:
    folder = lay(tmp_path / "inputs", STORY)
    try:
        (folder / "fire" / "gone.html").symlink_to("nowhere")
    except OSError:
        pytest.skip("links need a privilege here")
    done = ours("report", folder, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "fire/gone.html" in done.stderr
    assert "3 articles" in done.stderr
    assert "fire/gone.html" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_folder_of_somebody_else_exits_with_3_and_is_untouched(
    inputs: Path, tmp_path: Path
) -> None:
    mine = lay(tmp_path / "mine", {"thesis.txt": "years of work"})
    done = ours("report", inputs, "--out", mine)
    assert done.returncode == 3
    assert "thesis.txt" in done.stderr or "did not write" in done.stderr
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]
    assert ours("report", inputs, "--out", mine / "thesis.txt").returncode == 3


@needs_modes
def test_a_place_that_cannot_be_written_exits_with_3(inputs: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert ours("report", inputs, "--out", tmp_path / "out").returncode == 3
    finally:
        tmp_path.chmod(0o700)


def test_clean_prints_the_article_and_notes_a_rejection_elsewhere(inputs: Path) -> None:
    fire = inputs / "fire"
    done = ours("clean", fire / "post.html", fire / "wall.html")
    assert done.returncode == 0
    assert done.stdout.startswith("Terminal fire under investigation\n\nInvestigators looked")
    assert "Copyright" not in done.stdout
    assert "wall.html: rejected (" in done.stderr


def test_clean_as_json_lines_accounts_for_every_page(inputs: Path) -> None:
    pages = [inputs / "fire" / name for name in ("post.html", "wall.html")]
    done = ours("clean", *pages, "--format", "jsonl")
    post, wall = lines(done.stdout)
    assert (post["page"], post["outlet"]) == (pages[0].as_posix(), "Morning Post")
    assert (post["status"], wall["status"], wall["text"]) == ("article", "rejected", "")
    assert isinstance(post["removals"], list)
    assert any("Copyright" in removal["text"] for removal in post["removals"])
    assert {"rule", "reason", "span"} <= post["removals"][0].keys()


def test_clean_shows_a_terminal_no_command_of_a_page(tmp_path: Path) -> None:
    text = GAZETTE.replace("police said", "police \x1b[2Jsaid\x9b31m")
    lay(tmp_path, {"a.txt": text})
    done = ours("clean", tmp_path / "a.txt")
    assert "police \ufffd[2Jsaid" in done.stdout
    assert not {"\x1b", "\x9b"} & set(done.stdout)


def test_compare_prints_findings_with_their_evidence(inputs: Path) -> None:
    pages = [inputs / "fire" / name for name in STORY_NAMES]
    said = ours("compare", *pages).stdout
    assert "CONFLICT (" in said and "SHARED (" in said
    assert "gazette.txt, block 2:" in said
    found = lines(ours("compare", *pages, "-f", "jsonl").stdout)
    assert {one["kind"] for one in found} == {"conflict", "shared", "unique"}
    assert all(isinstance(one["evidence"], list) and one["evidence"] for one in found)


STORY_NAMES = ("gazette.txt", "herald.txt")


def test_compare_leaves_out_what_is_rejected_and_says_so(inputs: Path) -> None:
    fire = inputs / "fire"
    done = ours("compare", fire / "gazette.txt", fire / "herald.txt", fire / "wall.html")
    assert done.returncode == 0
    assert "wall.html: not compared." in done.stderr


def test_export_prints_a_table_as_it_is_stored(out: Path) -> None:
    done = ours("export", out, "documents")
    assert done.stdout == (out / "data" / "documents.jsonl").read_text(encoding="utf-8")
    assert len(lines(done.stdout)) == 4
    assert ours("export", out, "errors").stdout == ""


def test_one_page_may_be_named_instead_of_a_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": GAZETTE, "b.txt": HERALD})
    assert ours("report", tmp_path / "a.txt", "--out", tmp_path / "out", "-q").returncode in {0, 2}
    assert ours("report", tmp_path / "a.txt", "--out", tmp_path.parent / "o1", "-q").returncode == 0


def test_captions_are_kept_when_asked_for(tmp_path: Path) -> None:
    figure = "<figure><img alt=''><figcaption>The terminal by daylight.</figcaption></figure>"
    lay(tmp_path, {"a.html": POST.replace("<p>Forty", f"{figure}<p>Forty")})
    assert "daylight" not in ours("clean", tmp_path / "a.html").stdout
    assert "daylight" in ours("clean", tmp_path / "a.html", "--keep", "captions").stdout
    assert "daylight" in ours("clean", tmp_path / "a.html", "--keep", "caption").stdout
    out = tmp_path / "out"
    assert ours("report", tmp_path / "a.html", "-o", out, "--keep", "captions").returncode == 0
    (row,) = lines(ours("export", out, "documents").stdout)
    assert "daylight" in str(row["text"])


def test_what_cannot_be_kept_is_refused_with_what_can(inputs: Path) -> None:
    said = ours("clean", inputs / "fire" / "post.html", "--keep", "footers").stderr
    assert "'footers' cannot be kept" in said
    assert "captions" in said


def test_a_folder_stands_for_its_pages(inputs: Path) -> None:
    rows = lines(ours("clean", inputs / "fire", "--format", "jsonl").stdout)
    names = ("gazette.txt", "herald.txt", "post.html", "wall.html")
    assert [row["page"] for row in rows] == [f"{inputs.as_posix()}/fire/{name}" for name in names]
    assert "CONFLICT (" in ours("compare", inputs / "fire").stdout


def test_explain_shows_every_page_under_its_name(inputs: Path) -> None:
    done = ours("clean", inputs / "fire", "--explain")
    assert (done.returncode, done.stderr) == (0, "")
    heads = [line for line in done.stdout.splitlines() if line.startswith("== ")]
    assert [Path(head[3:]).name for head in heads] == [
        "gazette.txt",
        "herald.txt",
        "post.html",
        "wall.html",
    ]
    assert "\n- Copyright 2025 Morning Post. All rights reserved.\n" in done.stdout
    assert re.search(r"^Rejected    \w.* \([a-z-]+\): \w", done.stdout, re.MULTILINE)
    assert "\n- Checking if you are human. Enable cookies.\n" in done.stdout


def test_explain_is_coloured_on_a_terminal_only(inputs: Path) -> None:
    def shown(**said: str) -> str:
        kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
        page = str(inputs / "fire" / "post.html")
        return subprocess.run(
            [sys.executable, "-m", "sourcecompare", "clean", page, "--explain", "--full"],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**kept, "COLUMNS": "500", **said},
            timeout=120,
        ).stdout

    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    coloured, plain = shown(**terminal), shown()
    assert "\x1b[31m" in coloured
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert shown(**terminal, NO_COLOR="1") == plain


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX systems do it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_broken_off_exits_as_shells_expect(tmp_path: Path, number: int) -> None:
    page = POST.replace("</body>", "<p>And so on.</p>" * 100_000 + "</body>")
    folder = lay(tmp_path / "inputs", {f"fire/{name}.html": page for name in "abcdef"})
    with subprocess.Popen(
        [sys.executable, "-m", "sourcecompare", "report", folder, "--out", tmp_path / "out"],
        stderr=subprocess.PIPE,
    ) as process:
        tasks = Path(f"/proc/{process.pid}/task")
        while process.poll() is None and tasks.is_dir() and not any(children(tasks)):
            time.sleep(0.01)  # until it has a worker, and so handles signals
        # Python may lose an exception that a signal raises inside a destructor: press again.
        for _ in range(20):
            process.send_signal(number)
            try:
                _, said = process.communicate(timeout=5)
                break
            except subprocess.TimeoutExpired:
                continue
        else:
            process.kill()
            pytest.fail("the run went on for 100 seconds after it was told to stop")
    assert process.returncode == 128 + number
    assert b"Traceback" not in said
    assert not (tmp_path / "out").exists()


def children(tasks: Path) -> Iterator[str]:
    """The processes that a process's threads have begun."""
    for path in tasks.glob("*/children"):
        with suppress(OSError):
            yield from path.read_text(encoding="ascii").split()
