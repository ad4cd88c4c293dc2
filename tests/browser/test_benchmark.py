"""How the benchmark of the report takes the time of filtering."""

import importlib
from typing import Any

import pytest

from tests.browser.conftest import ROOT, Open

pytestmark = pytest.mark.browser

FILTER = """<!doctype html><title>A</title><form id="filter"><input type="search"></form>
<main><p>Fog at sea</p></main><script>
document.querySelector("input").addEventListener("input", event => {
    CHANGE;
});
</script>"""
HIDES = "document.querySelector('p').hidden = event.target.value !== ''"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("report")


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        (FILTER.replace("CHANGE", HIDES), ""),
        (FILTER.replace("CHANGE", ""), "not measured: typing 'sea'"),
        (
            "<!doctype html><title>A</title><main><p>Fog at sea</p></main>",
            "the page has no #filter",
        ),
    ],
)
def test_filtering_is_timed_or_a_reason_given(
    visit: Open, benchmark: Any, markup: str, why: str
) -> None:
    took, said = benchmark.filtered(visit({"a.html": markup}, "a.html").page)
    assert why in said
    assert (took is None) == bool(why)
    assert took is None or took > 0
