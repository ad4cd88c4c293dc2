"""Workers: results in order, limits that end one piece of work and no other, no process left."""

import os
import re
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from sourcecompare import runner
from sourcecompare.errors import SettingError
from sourcecompare.model import Fault, Reason
from sourcecompare.runner import Limits, spread

LIMITS = Limits(seconds=30.0, memory=3_000_000_000)
QUICK = Limits(seconds=0.3, memory=3_000_000_000)
NARROW = Limits(seconds=30.0, memory=500_000_000)


def never(_: object) -> bool:
    return False


def is_even(number: int) -> bool:
    return number % 2 == 0


def always(_: object) -> bool:
    return True


def spin(steps: int) -> int:
    """Work without end where steps are below 0."""
    while steps < 0:
        pass
    return steps


def deaf(steps: int) -> int:
    """A library that takes the first exception for its own, whatever it is."""
    if steps < 0:
        with suppress(BaseException):
            spin(steps)
    return spin(steps)


def swell(size: int) -> int:
    return len(bytearray(size))


def leave(code: int) -> int:
    if code:
        os._exit(code)
    return code


def stumble(number: int) -> int:
    return 1 // number


def complain(name: str) -> str:
    if name == "bad":
        raise SettingError("nobody can mean this.")
    return name


def chatter(text: str) -> str:
    print("between the answers")
    return text


def reason(result: object) -> Reason:
    assert isinstance(result, Fault)
    return result.reason


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    finished: list[int] = []
    results = spread(
        abs,
        range(-9, 0),
        jobs=jobs,
        limits=LIMITS,
        heavy=lambda n: n % 2 == 0,
        done=finished.append,
    )
    assert results == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert finished == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_nothing_to_do_is_done() -> None:
    assert spread(abs, [], jobs=3, limits=LIMITS, heavy=always) == []


@pytest.mark.parametrize(("jobs", "heavy"), [(1, never), (1, always), (2, never)])
@pytest.mark.parametrize("work", [spin, deaf])
def test_work_that_does_not_end_is_ended_and_its_neighbours_are_done(
    jobs: int, heavy: object, work: object
) -> None:
    assert callable(heavy) and callable(work)
    results = spread(work, [1, -1, 2], jobs=jobs, limits=QUICK, heavy=heavy)
    assert [results[0], results[2]] == [1, 2]
    assert reason(results[1]) is Reason.TIME_LIMIT


def test_work_that_no_signal_reaches_is_ended_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runner, "_START", 0.0)
    limits = Limits(seconds=0.2, memory=LIMITS.memory)
    results = spread(time.sleep, [100.0], jobs=1, limits=limits, heavy=always)
    assert reason(results[0]) is Reason.TIME_LIMIT


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory for us")
def test_work_that_swells_is_ended_and_its_neighbours_are_done() -> None:
    results = spread(swell, [1, 900_000_000, 2], jobs=1, limits=NARROW, heavy=always)
    assert [results[0], results[2]] == [1, 2]
    assert reason(results[1]) is Reason.MEMORY_LIMIT


def test_a_worker_that_dies_is_replaced() -> None:
    results = spread(leave, [0, 11, 0, 12, 0], jobs=1, limits=LIMITS, heavy=always)
    assert results[::2] == [0, 0, 0]
    assert reason(results[1]) is reason(results[3]) is Reason.MEMORY_LIMIT


@pytest.mark.parametrize("heavy", [never, always])
def test_work_that_fails_is_a_fault_and_says_on_what(heavy: object) -> None:
    assert callable(heavy)
    results = spread(stumble, [1, 0], jobs=1, limits=LIMITS, heavy=heavy)
    assert results[0] == 1
    assert reason(results[1]) is Reason.PARSER_FAILED
    assert isinstance(results[1], Fault)
    assert "ZeroDivisionError" in results[1].detail


@pytest.mark.parametrize("heavy", [never, always])
def test_what_a_user_can_put_right_is_raised(heavy: object) -> None:
    assert callable(heavy)
    with pytest.raises(SettingError, match="nobody can mean this"):
        spread(complain, ["good", "bad"], jobs=1, limits=LIMITS, heavy=heavy)


def test_what_work_prints_does_not_stand_between_the_answers() -> None:
    assert spread(chatter, ["a", "b"], jobs=2, limits=LIMITS, heavy=always) == ["a", "b"]


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="processes are looked for in /proc")  # noqa: PTH112
def test_a_run_that_is_broken_off_leaves_no_process() -> None:
    script = (
        "from tests.test_runner import LIMITS, always, spin\n"
        "from sourcecompare.runner import spread\n"
        "print('begun', flush=True)\n"
        "spread(spin, [-1] * 4, jobs=2, limits=LIMITS, heavy=always)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        assert process.stdout and process.stdout.readline() == b"begun\n"
        while len(workers(process.pid)) < 2:
            time.sleep(0.05)
        os.kill(process.pid, 2)
        process.wait(timeout=20)
    assert workers(process.pid) == []


def workers(session: int) -> list[int]:
    """The other processes of a session, those that only wait to be collected left out."""
    found = []
    for name in os.listdir("/proc"):  # noqa: PTH208 - names are all that is wanted
        if not name.isdigit() or int(name) == session:
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="latin-1") as file:  # noqa: PTH123
                state = re.sub(r".*\) ", "", file.read(), flags=re.DOTALL).split()
        except OSError:
            continue
        if int(state[3]) == session and state[0] != "Z":
            found.append(int(name))
    return found
