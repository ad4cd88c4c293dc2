"""How property tests run: the same examples every time, and no clock.

`pytest --hypothesis-profile search` looks for new counter-examples instead.
"""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("steady")
