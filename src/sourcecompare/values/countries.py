"""Countries and other wide places: a town inside one is no other place."""

WIDE = frozenset(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia
    cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england
    eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece guatemala
    guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
    liberia libya lithuania luxembourg macedonia madagascar malawi malaysia mali malta mauritania
    mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
    nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda samoa scotland senegal serbia singapore slovakia slovenia
    somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo
    tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen
    zambia zimbabwe holland africa asia europe america antarctica scandinavia balkans crimea siberia
    kurdistan gaza england""".split()
)
"""Folded names of one word."""
