"""A judge that the user wrote in Python, by the file that defines it."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from sourcecompare.errors import SettingError
from sourcecompare.store import read_program

ONE, MANY = "judge", "judge_many"
"""What such a file defines: one of these, or both."""
NAME = "judge_name"
"""What it may say of itself: the model that it asks."""

MODULE = "sourcecompare_written_judge"
"""What it is called while it runs; not `__main__`, so that it may be a program as well."""


class Written:
    """What a file defines, as `compare` takes it."""

    def __init__(self, one: Callable[..., Any] | None, many: Callable[..., Any] | None) -> None:
        """Take at least one of both."""
        self._one = one
        if many is not None:
            self.many = many

    def __call__(self, left: str, right: str) -> Any:
        """The three chances of two sentences, as `compare` checks them."""
        if self._one is not None:
            return self._one(left, right)
        (answer,) = self.many([(left, right)])
        return answer


def written_judge(path: Path) -> tuple[Written, bytes, str]:
    """The judge that a Python file defines, the file's bytes, and its `judge_name` or nothing.

    The file is run, as `python FILE` would run it, but under another name.

    It defines `judge(left, right)`, or `judge_many(pairs)` for a list of such pairs, or both.

    Raises:
        SettingError: there is no such file, it cannot be run, or it defines neither.
        InputError: the file cannot be read.
    """
    program = read_program(path)
    module = ModuleType(MODULE)
    module.__file__ = str(path.absolute())
    sys.modules[MODULE] = module  # where its dataclasses look for it
    sys.path.insert(0, str(path.absolute().parent))  # as if it were run: it may have helpers there
    try:
        # The user named the file to have it run.
        exec(compile(program, str(path), "exec"), module.__dict__)  # noqa: S102
    except (Exception, SystemExit) as error:
        said = " ".join(str(error).split())
        raise SettingError(
            f"{path} cannot be run: {type(error).__name__}{said and ': '}{said.rstrip('.')}; "
            "mend it, or leave out --judge."
        ) from error
    finally:
        with suppress(ValueError):  # the program may have changed it as well
            sys.path.remove(str(path.absolute().parent))
    one, many = (getattr(module, known, None) for known in (ONE, MANY))
    name = " ".join(str(getattr(module, NAME, "")).split())
    if not any(map(callable, (one, many))):
        raise SettingError(
            f"{path} defines neither {ONE}(left, right) nor {MANY}(pairs); "
            "one of them has to say how likely two sentences contradict each other."
        )
    return Written(one if callable(one) else None, many if callable(many) else None), program, name
