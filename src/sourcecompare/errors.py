"""Exceptions for the person at the keyboard; what is wrong with data is a value instead.

    SourceCompareError
    ├── InputError     an input that was named does not exist or cannot be listed
    ├── SettingError   a setting, option or sources.toml entry that cannot be meant
    └── OutputError    the outputs could not be written; the previous ones are untouched

Every message is one sentence that says what, where and what to do.
"""


class SourceCompareError(Exception):
    """Anything that a user can put right."""


class InputError(SourceCompareError):
    """An input that was named does not exist or cannot be listed."""


class SettingError(SourceCompareError):
    """A setting, option or ``sources.toml`` entry that cannot be meant."""


class OutputError(SourceCompareError):
    """The outputs could not be written; the previous ones are untouched."""
