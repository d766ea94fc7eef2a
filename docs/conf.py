"""The documentation's site: ``make docs``. Nothing of it loads anything from the net."""

import sys
from importlib.util import find_spec
from pathlib import Path

from gofteh.version import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "gofteh"
author = "the gofteh authors"
copyright = "the gofteh authors, Apache-2.0"  # noqa: A001 - Sphinx wants this name
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "reference", "persian_pages"]
exclude_patterns = ["_*"]
default_role = "code"  # docstrings put code between single backticks
nitpicky = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# The documents are read on their own, too: in a checkout links lead to folders and sources.
suppress_warnings = ["myst.xref_missing"]

# Half a gigabyte, of which nothing is shown.
autodoc_mock_imports = [] if find_spec("pyspark") else ["pyspark"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"

html_theme = "furo"
html_title = f"gofteh {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
# A search that runs in the reader's browser, over an index that is part of the site.
html_search_language = "en"
