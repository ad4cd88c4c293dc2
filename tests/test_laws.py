"""The laws that only a whole run can keep: same bytes, no network, no name, no half outputs."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

import sourcecompare as sc
from sourcecompare.model import Article, Finding, FindingKind
from sourcecompare.pipeline import output_files

from .small import GAZETTE, HERALD, LIBRARY, POST, STORY, WALL, lay
from .torture import digest, report

MIXED = {**STORY, "fire/wall.html": WALL, "library.txt": LIBRARY, "empty.html": "", "notes.md": ""}
LARGE = POST.replace("</body>", "<!--" + "x" * 1_000_000 + "--></body>")


def finish(process: subprocess.Popen[bytes], *codes: int) -> None:
    said, _ = process.communicate(timeout=120)
    assert process.returncode in (codes or (0,)), said.decode()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Inputs, one of them for a worker of its own, and the hashes of what one run makes of them."""
    folder = tmp_path_factory.mktemp("laws")
    inputs = lay(folder / "inputs", {**MIXED, "fire/large.html": LARGE})
    finish(report(inputs, folder / "out"))
    return inputs, digest(folder / "out")


@pytest.mark.parametrize(
    ("seed", "options"), [("1", ()), ("2", ("--jobs", "2")), ("3", ("--jobs", "5"))]
)
def test_2_hash_seed_and_number_of_workers_change_no_byte(
    tmp_path: Path, first: tuple[Path, dict[str, str]], seed: str, options: tuple[str, ...]
) -> None:
    inputs, expected = first
    finish(report(inputs, tmp_path / "out", *options, seed=seed))
    assert digest(tmp_path / "out") == expected


def test_2_the_order_in_which_files_are_listed_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = sc.run(lay(tmp_path, MIXED))
    listed = os.scandir

    class Backwards:
        def __init__(self, folder: str | Path) -> None:
            with listed(folder) as entries:
                self.entries = sorted(entries, key=lambda one: one.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            return

    monkeypatch.setattr(os, "scandir", Backwards)
    assert output_files(sc.run(tmp_path)) == output_files(run)


def test_3_nothing_is_remembered_between_runs(tmp_path: Path) -> None:
    fire, other = lay(tmp_path / "a", STORY), lay(tmp_path / "b", {"x/library.txt": LIBRARY})
    before = output_files(sc.run(fire))
    for _ in range(3):
        output_files(sc.run(other))
    assert output_files(sc.run(fire)) == before


# A socket that is only made and bound is urllib3's look at what the machine can do, on import.
NETWORK = {"connect", "getaddrinfo", "gethostbyname", "gethostbyaddr", "sendto", "sendmsg"}

_WATCHED = """
import json, sys
seen = []
def watch(event, arguments):
    if event.startswith("socket.") or event == "open":
        seen.append((event, str(arguments[0])))
sys.addaudithook(watch)
sys.argv = ["sourcecompare", "report", sys.argv[1], "--out", sys.argv[2], "--quiet"]
from sourcecompare.cli import main
try:
    main()
except SystemExit:
    print(json.dumps(seen))
"""


def test_3_no_network_and_nothing_read_that_was_not_named(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    inputs, out = lay(folder / "inputs", MIXED), folder / "out"
    lay(folder, {"sources.toml": "broken [", "other/page.html": POST, "inputs.toml": "broken ["})
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(inputs), str(out)],
        capture_output=True,
        check=True,
        cwd=folder,
        timeout=120,
    )
    seen = json.loads(done.stdout)
    assert (out / "index.html").is_file()
    assert [name for name, _ in seen if name.removeprefix("socket.") in NETWORK] == []
    opened = {Path(name) for _, name in seen if name.startswith(str(folder))}
    pages = {path for path in inputs.rglob("*") if path.suffix in {".html", ".txt"}}
    assert pages <= opened
    # The folder itself is synced, so that the renames in it last.
    assert [path for path in opened - {folder} if not _named(path.relative_to(folder))] == []


def _named(path: Path) -> bool:
    first = path.parts[0]
    return first in {"inputs", "out"} or first.startswith(".sourcecompare-")


def story(*texts: str) -> list[Article]:
    found = []
    for number, text in enumerate(texts):
        name = "abcdef"[number]
        result = sc.clean(sc.page_from_text(text, id=name, outlet=f"Outlet {name}"))
        assert isinstance(result, Article)
        found.append(result)
    return found


def told(finding: Finding) -> object:
    """What a finding says, without the reason, in which outlets are named."""
    return replace(finding, reason="")


def test_5_an_article_and_its_copy_share_all_and_contradict_each_other_in_nothing() -> None:
    for text in (GAZETTE, HERALD, LIBRARY):
        found = sc.compare(story(text, text)).findings
        kinds = {finding.kind for finding in found}
        assert FindingKind.SHARED in kinds
        assert FindingKind.UNIQUE not in kinds
        alone = sc.compare(story(text)).findings
        conflicts = [one for one in found if one.kind is FindingKind.CONFLICT]
        assert len(conflicts) == sum(one.kind is FindingKind.CONFLICT for one in alone)


def test_5_order_and_names_of_outlets_change_nothing_but_the_names() -> None:
    articles = story(GAZETTE, HERALD, LIBRARY)
    renamed = [
        replace(article, page=replace(article.page, outlet=f"Z{9 - number}"))
        for number, article in enumerate(articles)
    ]
    found = sc.compare(articles)
    assert sc.compare(articles[::-1]) == found
    again = sc.compare(renamed)
    assert [told(one) for one in again.findings] == [told(one) for one in found.findings]
    assert (again.groups, again.alignments) == (found.groups, found.alignments)


def test_6_a_page_reaches_the_report_as_text_and_its_address_only_if_it_is_one(
    tmp_path: Path,
) -> None:
    script = '<script>alert("x")</script>'
    text = GAZETTE.replace("police said", f"police said {script}")
    page = POST.replace("https://post.example/terminal-fire", "javascript:alert(1)")
    run = sc.run(lay(tmp_path, {"fire/a.txt": text, "fire/b.html": page}))
    html = sc.render(run)["story-fire.html"]
    assert script not in html
    assert "&lt;script&gt;alert(" in html
    assert 'href="javascript:' not in html


def test_7_previous_outputs_survive_a_failed_run(tmp_path: Path) -> None:
    inputs, out = lay(tmp_path / "inputs", STORY), tmp_path / "out"
    finish(report(inputs, out))
    before = digest(out)
    lay(inputs, {"sources.toml": "broken ["})
    finish(report(inputs, out), 2)
    assert digest(out) == before
    (inputs / "sources.toml").unlink()
    (out / "data" / "mine.csv").write_text("mine", encoding="utf-8")
    finish(report(inputs, out))
    assert digest(out).keys() - before.keys() == {"data/mine.csv"}


@pytest.mark.skipif(os.name != "posix", reason="a process is killed as POSIX systems do it")
def test_7_a_run_killed_while_it_writes_ends_in_the_same_bytes_when_started_again(
    tmp_path: Path,
) -> None:
    inputs, out = lay(tmp_path / "inputs", STORY), tmp_path / "out"
    finish(report(inputs, out))
    lay(inputs, {"fire/library.txt": LIBRARY})
    finish(report(inputs, tmp_path / "other"))
    with report(inputs, out) as process:
        while process.poll() is None and not list(tmp_path.glob(".sourcecompare-*")):
            time.sleep(0.001)
        process.kill()
    finish(report(inputs, out))
    assert digest(out) == digest(tmp_path / "other")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inputs", "other", "out"]
