"""Hostile inputs, the quick ones: `benchmarks/torture.py` runs them all."""

from pathlib import Path

import pytest

from . import torture

pytestmark = pytest.mark.skipif(
    not torture.MAKER.is_file(),
    reason=f"{torture.MAKER} is missing; SOURCECOMPARE_SHARED names the folder it is in",
)

QUICK = ("nothing", "binary", "entities", "unicode", "encodings", "files")
SLOW = 1_000_000  # bytes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    torture.make(folder, "--special", "--only", ",".join(QUICK))
    return folder


@pytest.mark.parametrize("group", QUICK)
def test_every_input_comes_out_as_its_manifest_allows(
    made: Path, tmp_path: Path, group: str
) -> None:
    cases = [case for case in torture.read_manifest(made) if case.group == group]
    inputs, out = made / group, tmp_path / "out"
    if not inputs.is_dir():
        cases = [case for case in cases if case.path.stat().st_size < SLOW]
        inputs = tmp_path / group
        torture.gather(cases, inputs)
    process = torture.report(inputs, out)
    said, _ = process.communicate(timeout=120)
    assert process.returncode in {0, 1}, said.decode()
    found = torture.outcomes(out)
    wrong = [
        f"{case.path.name} ({case.threat}): {problem}"
        for case in cases
        for problem in torture.failures(case, inputs, found)
    ]
    assert [*wrong, *torture.wrong_in_files(out, cases, found)] == []
