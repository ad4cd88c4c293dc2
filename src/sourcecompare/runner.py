"""Work spread over processes, with limits on the time and memory that one piece of it may take.

Light pieces run here, one after the other. Heavy ones, and all of them where several jobs are
asked for, run in worker processes: fresh interpreters that take pickled calls on standard input,
so that a caller's script is never run again in them. A worker that outlives its limit is killed
and replaced; the piece's result is then a `Fault`, as it is where the work fails in any other way:
one page never costs the others theirs. Results come in the order of the items, whatever the number
of workers. When the run is broken off, the workers go first.
"""

import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO, Any, TypeVar

from .errors import SourceCompareError
from .model import Fault, Reason

Item = TypeVar("Item")
Result = TypeVar("Result")

BACKSTOP = 4  # times the limit in wall-clock time: for code that no signal interrupts
_START = 30.0  # seconds more, in which even a loaded machine starts a worker
_AGAIN = 1.0  # seconds after which time's up is said again: C code may swallow an exception
_SHOWN = 200  # characters of an exception's message that a fault repeats
_LENGTH = 8  # bytes of a message's length

_SERVE = (
    "import sys, pickle; sys.path[:] = pickle.loads(bytes.fromhex(sys.argv[1])); "
    "from sourcecompare.runner import serve; serve(float(sys.argv[2]), int(sys.argv[3]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one piece of work may take."""

    seconds: float
    """of processor time"""
    memory: int
    """bytes of address space; only where the system can limit it"""


class _TimeUpError(BaseException):
    """Not an Exception: no handler on the way may take it for a fault of the page."""


def spread(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    jobs: int,
    limits: Limits,
    heavy: Callable[[Item], bool],
    done: Callable[[int], None] = lambda _: None,
) -> list[Result | Fault]:
    """`function` of each item, in the items' order; a `Fault` where one ran into a limit or failed.

    `function`, items and results must be picklable, the function by its name. `heavy` names the
    items that need a process of their own even with one job. `done` is called with the number of
    items finished so far.

    Raises:
        SourceCompareError: `function` raised it.
    """
    results: list[Any] = [None] * len(items)
    apart = [i for i, item in enumerate(items) if jobs > 1 or heavy(item)]
    finished = 0
    for index in sorted(set(range(len(items))) - set(apart)):
        results[index] = _call_here(function, items[index], limits)
        finished += 1
        done(finished)
    if apart:
        with ThreadPoolExecutor(jobs) as threads, _crew(min(jobs, len(apart)), limits) as crew:

            def work(index: int) -> int:
                worker = crew.get()
                try:
                    results[index] = worker.call(function, items[index])
                finally:
                    crew.put(worker)
                return index

            try:
                for future in as_completed([threads.submit(work, index) for index in apart]):
                    future.result()
                    finished += 1
                    done(finished)
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                raise
    for result in results:
        if isinstance(result, _Raised):
            raise result.error
    return results


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a worker's function raised for the person at the keyboard."""

    error: SourceCompareError


def _call_here(function: Callable[[Item], Result], item: Item, limits: Limits) -> Result | Fault:
    try:
        with _alarm(limits.seconds):
            return function(item)
    except _TimeUpError:
        return time_fault(limits)
    except MemoryError:
        return memory_fault(limits)
    except SourceCompareError:
        raise
    except Exception as error:  # noqa: BLE001 - no page may cost the others theirs
        return failure_fault(error)


def failure_fault(error: Exception) -> Fault:
    """A piece of work that failed on something nobody thought of."""
    said = " ".join(str(error).split())[:_SHOWN]
    return Fault(
        reason=Reason.PARSER_FAILED,
        detail=f"Reading it failed ({type(error).__name__}{': ' if said else ''}{said}), which is "
        "a mistake in sourcecompare; please report it with this page.",
    )


def time_fault(limits: Limits) -> Fault:
    """A piece of work that took too long."""
    return Fault(
        reason=Reason.TIME_LIMIT,
        detail=f"Reading it took more than {limits.seconds:g} seconds of processor time; "
        "cut the page down or raise the limit.",
    )


def memory_fault(limits: Limits) -> Fault:
    """A piece of work that took too much memory."""
    return Fault(
        reason=Reason.MEMORY_LIMIT,
        detail=f"Reading it took more than {limits.memory / 1e9:.3g} GB of memory or ended the "
        "process that read it; cut the page down or raise the limit.",
    )


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_TimeUpError` after so much processor time, where the system has such a timer."""
    usable = threading.current_thread() is threading.main_thread()
    if not hasattr(signal, "ITIMER_PROF") or not usable:
        yield
        return

    def time_up(*_: object) -> None:
        raise _TimeUpError

    before = signal.signal(signal.SIGPROF, time_up)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# ------------------------------------------------------------------ in the parent


@contextmanager
def _crew(size: int, limits: Limits) -> Iterator["SimpleQueue[_Worker]"]:
    """Workers waiting for work; all are gone afterwards."""
    workers = [_Worker(limits) for _ in range(size)]
    crew: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        crew.put(worker)
    try:
        yield crew
    finally:
        for worker in workers:
            worker.dismiss()


class _Worker:
    """A process that takes one call at a time; started when the first one comes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process: subprocess.Popen[bytes] | None = None
        self._dismissed = False
        self._lock = threading.Lock()

    def call(self, function: Callable[[Any], Any], item: object) -> Any:
        """The call's result, a `Fault`, or what it raised as `_Raised`."""
        process = self.process or self._start()
        if process is None:
            return memory_fault(self.limits)  # the run is being broken off: nobody will see it
        # A pipe's two ends exist: they were asked for when the process was started.
        assert process.stdin and process.stdout  # noqa: S101 - tells the type checker so
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(_START + BACKSTOP * self.limits.seconds, stop)
        clock.daemon = True
        clock.start()
        try:
            _send(process.stdin, (function, item))
            return _receive(process.stdout)
        except (EOFError, OSError):
            self.stop()
            return time_fault(self.limits) if late.is_set() else memory_fault(self.limits)
        finally:
            clock.cancel()

    def dismiss(self) -> None:
        """End the process, and never start another."""
        with self._lock:
            self._dismissed = True
        self.stop()

    def stop(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was not sent yet is lost with the process, as it should be
        process.wait()

    def _start(self) -> subprocess.Popen[bytes] | None:
        limits = (str(self.limits.seconds), str(self.limits.memory))
        with self._lock:
            if self._dismissed:
                return None
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own code
                [sys.executable, "-c", _SERVE, pickle.dumps(sys.path).hex(), *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            return self.process


# ------------------------------------------------------------------ in the worker


def serve(seconds: float, memory: int) -> None:
    """Answer calls from standard input on standard output until there are no more."""
    limits = Limits(seconds=seconds, memory=memory)
    calls, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not stand between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too; our parent decides
    _limit_memory(memory)
    while True:
        try:
            function, item = _receive(calls)
        except EOFError:
            return
        try:
            answer = _call_here(function, item, limits)
        except SourceCompareError as error:
            answer = _Raised(error)
        _send(answers, answer)


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows: the time limit alone has to do
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or memory < hard:
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


# ------------------------------------------------------------------ messages


def _send(pipe: IO[bytes], message: object) -> None:
    data = pickle.dumps(message)
    pipe.write(len(data).to_bytes(_LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        raise EOFError
    size = int.from_bytes(head, "big")
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from our own process over its own pipe
