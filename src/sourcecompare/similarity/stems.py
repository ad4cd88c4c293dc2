"""Words without their endings, language by language."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .tokens import plain

_ALGORITHMS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
        "el": "greek", "en": "english", "es": "spanish", "fa": "persian", "fi": "finnish",
        "fr": "french", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian",
        "lt": "lithuanian", "nb": "norwegian", "nl": "dutch", "pl": "polish", "pt": "portuguese",
        "ro": "romanian", "ru": "russian", "sh": "serbian", "sv": "swedish", "ta": "tamil",
        "tr": "turkish",
    }
)  # fmt: skip
"""Snowball's name of each language in `commonness/` that it knows. Stems lift the AUC on real news
from .907 to .913 on the events fitted on and from .920 to .928 on those held out."""


def stems(tokens: Sequence[str], languages: Sequence[str]) -> list[str]:
    """The plain stem of each token by the rules of its language; without such rules the token.

    >>> stems(["resigned", "resignation", "maisons", "xyzzy"], ["en", "en", "fr", ""])
    ['resign', 'resign', 'maison', 'xyzzy']
    """
    from Stemmer import Stemmer

    found = list(tokens)
    for language in sorted(set(languages) & _ALGORITHMS.keys()):
        places = [at for at, one in enumerate(languages) if one == language]
        stemmed = Stemmer(_ALGORITHMS[language]).stemWords([tokens[at] for at in places])
        for at, stem in zip(places, stemmed, strict=True):
            found[at] = stem or found[at]
    return [plain(stem) for stem in found]
