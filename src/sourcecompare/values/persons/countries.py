"""Countries and other wide places: a town inside one is no other place."""

WIDE = frozenset(
    """afghanistan africa albania algeria america angola antarctica argentina armenia asia
    australia austria azerbaijan bahrain balkans bangladesh belarus belgium bolivia bosnia
    botswana brazil britain bulgaria burma burundi cambodia cameroon canada chad chile china
    colombia congo crimea croatia cuba cyprus denmark ecuador egypt england eritrea estonia
    ethiopia europe fiji finland france gabon gambia gaza georgia germany ghana greece guatemala
    guinea guyana haiti holland honduras hungary iceland india indonesia iran iraq ireland
    israel italy jamaica japan jordan kazakhstan kenya kosovo kurdistan kuwait kyrgyzstan laos
    latvia lebanon lesotho liberia libya lithuania luxembourg macedonia madagascar malawi
    malaysia mali malta mauritania mauritius mexico moldova mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
    scandinavia scotland senegal serbia siberia singapore slovakia slovenia somalia spain sudan
    suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey
    turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
    zimbabwe""".split()
)
"""Folded names of one word."""
