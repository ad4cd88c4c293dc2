"""Networks that the user names, read and run; the only door to ONNX Runtime and tokenizers.

- `folder`   what a model's folder holds, whatever its network is for
- `network`  the network, run on one input at a time, and what went wrong told to the user

What the numbers mean that a network answers with is for the rooms above.
"""

from .folder import NETWORK_FILES, Parts, json_of, parts
from .network import Network, open_network, plain, usable

__all__ = [
    "NETWORK_FILES",
    "Network",
    "Parts",
    "json_of",
    "open_network",
    "parts",
    "plain",
    "usable",
]
