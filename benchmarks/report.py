"""How large and how fast the report is, beside what it is meant to keep to.

    python benchmarks/report.py [--outlets 2,10,50] [--paragraphs 40] [--rounds 3] [--no-browser]
    python benchmarks/report.py --inputs FOLDER

Two kinds of invented stories (`invented.py`): passages that all outlets tell, most of them in the
wire's words, as the bars mean them; and articles of which nearly every paragraph is like some of
every other outlet, which are harder than news. `--inputs` takes the stories of a folder instead.
Sizes are of the files; rendering is in processor seconds. What a browser does is measured in a
headless Chromium, on pages opened from disk, each in a context of its own: medians of the rounds.
A line that misses its bar ends in "over".
"""

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from invented import articles, retellings  # noqa: E402 - the benchmarks are no installed package
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402 - the same
from tests.browser.find_chromium import arguments, on_path  # noqa: E402 - the same

import sourcecompare as sc  # noqa: E402 - the same
from sourcecompare.model import Run, Settings  # noqa: E402 - the same

KINDS = {"passages told by all": retellings, "dense articles": articles}
PAGE_BARS = {2: 150_000, 10: 500_000, 50: 2_000_000}
"""bytes of a story's page, by its outlets"""
CODE_BAR = 60_000
"""bytes of CSS and JavaScript"""
PAINT_BAR, LOAD_BAR, FILTER_BAR = 500, 1_000, 50
"""milliseconds"""
REQUESTS_BAR, ERRORS_BAR = 1, 0

_CODE = re.compile(r"<style[^>]*>(.*?)</style>|<script(?![^>]*json)[^>]*>(.*?)</script>", re.S)
_DATA = re.compile(r"<script[^>]*json[^>]*>(.*?)</script>", re.S)

FIELD = "#filter input[type=search], input#filter[type=search]"
_FILTER = """([selector, words]) => new Promise(done => {
    const field = document.querySelector(selector);
    const start = performance.now();
    const none = setTimeout(() => { seen.disconnect(); done(null); }, 2000);
    const seen = new MutationObserver(() => {
        seen.disconnect();
        clearTimeout(none);
        // The message comes after the frame that the callback belongs to has been laid out.
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => done(performance.now() - start);
            after.port2.postMessage(null);
        });
    });
    seen.observe(document.body, { attributes: true, childList: true, characterData: true,
        subtree: true });
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
"""Milliseconds from typing until the frame after the page has changed; null where it does not."""

_PAINT = """() => new Promise(done => {
    new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").forEach(
        one => done(one.startTime))).observe({ type: "paint", buffered: true });
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A figure beside its bar."""

    what: str
    found: float
    bar: float | None
    unit: str
    note: str = ""

    def __str__(self) -> str:
        """A row of the table."""
        bar = "" if self.bar is None else f"{self.bar:,}"
        over = "over" if self.bar is not None and self.found > self.bar else ""
        said = ", ".join(filter(None, (self.note, over)))
        shown = f"{self.found:,.2f}" if self.unit == "s" else f"{self.found:,.0f}"
        return f"| {self.what} | {shown} | {bar} | {self.unit} | {said} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--outlets", default="2,10,50")
    parser.add_argument("--paragraphs", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--inputs", type=Path)
    parser.add_argument("--no-browser", action="store_true")
    options = parser.parse_args()
    many = tuple(map(int, options.outlets.split(",")))
    runs = _given(options.inputs) if options.inputs else _invented(many, options.paragraphs)
    with _chromium(wanted=not options.no_browser) as browser:
        for name, run in runs:
            print(f"\n{name}\n\n| what | found | bar | unit | |\n|---|---|---|---|---|")
            for line in measured(run, browser, options.rounds):
                print(line, flush=True)


def _invented(outlets: Sequence[int], paragraphs: int) -> Iterator[tuple[str, Run]]:
    for kind, make in KINDS.items():
        for many in outlets:
            told = make(many, paragraphs)
            run = Run(
                results=tuple(told),
                comparisons=(sc.compare(told),),
                errors=(),
                ignored=(),
                settings=Settings(),
                version=sc.__version__,
            )
            yield f"{many} outlets, {paragraphs} paragraphs, {kind}", run


def _given(inputs: Path) -> Iterator[tuple[str, Run]]:
    yield str(inputs), sc.run(inputs)


@contextmanager
def _chromium(*, wanted: bool) -> Iterator[Browser | None]:
    if not wanted:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=on_path(), args=arguments())
        yield browser
        browser.close()


def measured(run: Run, browser: Browser | None, rounds: int) -> Iterator[Line]:
    """The figures of each story of the run."""
    start = time.process_time()
    files = sc.render(run)
    seconds = time.process_time() - start
    yield Line(what="render", found=seconds, bar=None, unit="s")
    yield Line(what="index", found=_size(files["index.html"]), bar=None, unit="bytes")
    for comparison in run.comparisons:
        outlets = len(comparison.story.articles)
        mine = _pages_of(files, comparison.story.id, alone=len(run.comparisons) == 1)
        yield from _sizes(mine, outlets)
        if browser:
            yield from _visits(browser, files, mine, rounds)


def _pages_of(files: dict[str, str], story: str, *, alone: bool) -> dict[str, str]:
    found = {name: text for name, text in files.items() if name.startswith("story-")}
    return found if alone else {n: t for n, t in found.items() if n.startswith(f"story-{story}")}


def _size(text: str) -> int:
    return len(text.encode())


def _sizes(pages: dict[str, str], outlets: int) -> Iterator[Line]:
    whole = sum(map(_size, pages.values()))
    bar = next((PAGE_BARS[most] for most in sorted(PAGE_BARS) if outlets <= most), None)
    note = f"{outlets} outlets, {len(pages)} page{'s' * (len(pages) > 1)}"
    yield Line(what="story", found=whole, bar=bar, unit="bytes", note=note)
    first = next(iter(pages.values()))
    code = sum(_size("".join(texts)) for texts in _CODE.findall(first))
    yield Line(what="CSS and JavaScript", found=code, bar=CODE_BAR, unit="bytes")
    data = sum(map(_size, _DATA.findall(first)))
    if data:
        yield Line(what="data in the page", found=data, bar=None, unit="bytes")


def _visits(
    browser: Browser, files: dict[str, str], mine: dict[str, str], rounds: int
) -> Iterator[Line]:
    """What a browser does with the story's first page, and how long the largest takes to load."""
    first, largest = next(iter(mine)), max(mine, key=lambda name: _size(mine[name]))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        visits = [_visit(browser, Path(folder) / first) for _ in range(rounds)]
        if largest != first:
            others = [_visit(browser, Path(folder) / largest) for _ in range(rounds)]
            yield _median(others, "load", LOAD_BAR, of=f" of the largest page, {largest}")
    yield _median(visits, "first paint", PAINT_BAR)
    yield _median(visits, "load", LOAD_BAR)
    if any(one["filter"] is None for one in visits):
        print(f"| filter | | {FILTER_BAR} | ms | {visits[0]['no filter']} |")
    else:
        yield _median(visits, "filter", FILTER_BAR)
    requests = max(one["requests"] for one in visits)
    yield Line(what="requests", found=requests, bar=REQUESTS_BAR, unit="")
    errors = [said for one in visits for said in one["errors"]]
    note = "; ".join(dict.fromkeys(errors))
    yield Line(what="console errors", found=len(errors), bar=ERRORS_BAR, unit="", note=note)


def _median(visits: Sequence[dict[str, Any]], what: str, bar: float, *, of: str = "") -> Line:
    found = [one[what] for one in visits]
    note = f"{min(found):.0f} to {max(found):.0f}"
    return Line(what=what + of, found=statistics.median(found), bar=bar, unit="ms", note=note)


def _visit(browser: Browser, file: Path) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
    page.goto(file.as_uri())
    paint = page.evaluate(_PAINT)  # not wait_for_function: the page's policy forbids its eval
    took, why = filtered(page)
    found = {
        "first paint": paint,
        "load": page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"),
        "filter": took,
        "no filter": why,
        "requests": len(requests),
        "errors": errors,
    }
    context.close()
    return found


def filtered(page: Page) -> tuple[float | None, str]:
    """The slower of filtering by a word and of showing all again, or why there is neither."""
    if not page.locator(FIELD).count():
        return None, f"not measured: the page has no {FIELD}"
    word = page.locator("main p").last.evaluate("one => one.textContent.trim().split(/\\s+/).pop()")
    times = [page.evaluate(_FILTER, [FIELD, typed]) for typed in (word, "")]
    if None in times:
        return None, f"not measured: typing {word!r} and nothing again changed nothing"
    return max(times), ""


if __name__ == "__main__":
    main()
