"""Surnames that so many people have that two of one story may be two persons."""

COMMON_SURNAMES = frozenset(
    """adams ahmed ali allen anderson bailey baker bell bennett brooks brown campbell carter chen
    clark collins cook cooper cox davis diaz edwards evans flores garcia gomez gonzalez gray green
    hall harris hernandez hill howard hughes jackson james johnson jones kelly khan kim king lee
    lewis li long lopez martin martinez miller mitchell moore morgan morris murphy myers nelson
    nguyen park parker patel perez perry peterson phillips powell price ramirez reed reyes
    richardson rivera roberts robinson rodriguez rogers ross russell sanchez sanders scott singh
    smith stewart sullivan taylor thomas thompson torres turner walker wang ward watson white
    williams wilson wood wright young""".split()
)
"""Folded; the most frequent ones where English is spoken."""
