"""Processor time of the main job, stage by stage, after imports; and what importing costs.

    python benchmarks/stages.py [INPUTS] [--rounds 3]

Every round runs in this process, one after the other; the figures are medians. The last line sets
cleaning beside trafilatura's plain extraction of the same pages, as a ratio measured in this run.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]

IMPORTS = {
    "import sourcecompare": "import sourcecompare",
    "with all that a report needs": (
        "import sourcecompare.cli, sourcecompare.report, sourcecompare.tables, trafilatura, bs4,"
        "scipy.sparse, scipy.cluster.hierarchy, pandas, pyarrow.parquet, jinja2"
    ),
}


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def import_time(code: str) -> float:
    """Processor seconds of importing in a fresh interpreter."""
    timed = f"import time; start = time.process_time(); {code}; print(time.process_time() - start)"
    done = subprocess.run([sys.executable, "-c", timed], capture_output=True, check=True, text=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="?", type=Path, default=ROOT / "inputs")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for name, code in IMPORTS.items():
        print(f"{name:32} {statistics.median(import_time(code) for _ in range(3)):6.2f} s")

    import trafilatura

    import sourcecompare as sc
    from sourcecompare import pipeline

    run = sc.run(options.inputs)
    pipeline.output_files(run)  # the first round imports and compiles; it is not counted
    pages = sorted(p for p in options.inputs.rglob("*") if p.suffix in {".html", ".htm"})
    markup = [(path.name, path.read_bytes()) for path in pages]

    def clean_all() -> None:
        for name, data in markup:
            sc.clean(sc.page_from_html(data, id=name, outlet=name))

    def extract_all() -> None:
        for _, data in markup:
            trafilatura.extract(data, include_comments=False)

    stages: dict[str, Callable[[], object]] = {
        "whole report, after imports": lambda: pipeline.output_files(sc.run(options.inputs)),
        "  read and clean the HTML pages": clean_all,
        "  compare": lambda: [
            pipeline.compare_story(comparison.story) for comparison in run.comparisons
        ],
        "  render": lambda: sc.render(run),
        "  tabulate, as files": lambda: __import__("sourcecompare.tables").tables.table_files(run),
        "trafilatura on the HTML pages": extract_all,
    }
    figures = {
        name: statistics.median(spent(work) for _ in range(options.rounds))
        for name, work in stages.items()
    }
    for name, seconds in figures.items():
        print(f"{name:32} {seconds:6.2f} s")
    ratio = figures["  read and clean the HTML pages"] / figures["trafilatura on the HTML pages"]
    print(f"{'cleaning / trafilatura':32} {ratio:6.2f}")


if __name__ == "__main__":
    main()
