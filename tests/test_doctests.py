"""The examples in docstrings say what happens."""

import doctest
import importlib
import pkgutil

import pytest

import sourcecompare

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(sourcecompare.__path__, "sourcecompare.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    failures, _ = doctest.testmod(importlib.import_module(name))
    assert not failures
