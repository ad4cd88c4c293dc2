"""The only room that opens users' files.

- `inputs`   what pages an input folder holds, and their bytes
- `sources`  what a user says about them in `sources.toml` and sidecars
- `entries`  tables of such a file, with complaints that help
- `outputs`  writing an output folder as a whole, or not at all
- `models`   files of a model, and programs, that the user named
- `manifest` what tells our files in it from the user's
"""

from .inputs import ENDINGS, Input, Inputs, list_inputs, read_file, read_input
from .manifest import GENERATOR, MANIFEST
from .models import read_model, read_program
from .outputs import check_output, publish, read_output
from .sources import ArticleSource, Outlet, Sources, read_sources

__all__ = [
    "ENDINGS",
    "GENERATOR",
    "MANIFEST",
    "ArticleSource",
    "Input",
    "Inputs",
    "Outlet",
    "Sources",
    "check_output",
    "list_inputs",
    "publish",
    "read_file",
    "read_input",
    "read_model",
    "read_output",
    "read_program",
    "read_sources",
]
