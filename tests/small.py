"""Small inputs for whole runs: a fire told by three outlets, and pages that hold no article."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

GAZETTE = """Twelve hurt as ferry terminal burns

A fire broke out in the ferry terminal on Tuesday night and injured 12 people, police said. Smoke
hung over the harbour until the morning, and passengers were brought to the town hall.

The fire brigade sent 40 engines, and the flames were put out before midnight, its chief said.

The terminal opened in 1974 and serves the islands of Arra and Brand, where 9,000 people live.

Ferries will leave from the old quay until the end of October, the harbour office announced.
"""
HERALD = """Fire at the ferry terminal injures 15

Police said that a fire injured 15 people in the ferry terminal late on Tuesday. Passengers waited
in the town hall until buses took them to the hotels along the beach.

The chief of the fire brigade said that 40 engines were sent; before midnight the fire was out.

Until the end of October, ferries will use the old quay, according to the harbour office.

The mayor called it the worst night that the harbour has seen since the storm of 1987.
"""
POST = """<!DOCTYPE html><html lang="en"><head><title>Terminal fire under investigation</title>
<meta property="og:site_name" content="Morning Post">
<meta property="article:published_time" content="2025-09-03T08:00:00Z">
<link rel="canonical" href="https://post.example/terminal-fire"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<h1>Terminal fire under investigation</h1>
<p>Investigators looked on Wednesday for the cause of the fire that destroyed much of the ferry
terminal and injured 12 people on Tuesday night.</p>
<p>Forty engines of the fire brigade fought the flames until shortly before midnight.</p>
<p>A witness said that she saw smoke rise from the ticket hall at about nine in the evening.</p>
<p>The harbour office said that ferries leave from the old quay until the end of October.</p>
<footer>Copyright 2025 Morning Post. All rights reserved.</footer></body></html>
"""
LIBRARY = """New library opens its doors

The new city library opened on Saturday with 80,000 books, a reading room for children and a hall
in which a hundred people can hear a concert or a reading.

Hundreds of visitors queued round the block before the doors opened at ten in the morning.

The building by the park cost 21 million euros, two million more than the council had planned.
"""
WALL = "<html><title>Just a moment</title><p>Checking if you are human. Enable cookies.</p></html>"

STORY = {"fire/gazette.txt": GAZETTE, "fire/herald.txt": HERALD, "fire/post.html": POST}


def lay(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write the files below the folder, which is made; None takes one away."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def report(
    inputs: Path, out: Path, *options: str | Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """A run in a folder and home of its own; not as a CI runs it, where nothing is reported."""
    out.parent.mkdir(exist_ok=True)
    silenced = {"CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "XDG_CACHE_HOME"}
    kept = {name: value for name, value in os.environ.items() if name not in silenced}
    return subprocess.run(
        [sys.executable, "-m", "sourcecompare", "report", inputs, "--out", out, *options],
        capture_output=True,
        check=False,
        cwd=out.parent,
        encoding="utf-8",
        env={**kept, "HOME": str(out.parent), **environment},
        timeout=120,
    )
