"""Dateline: geopolitical events from articles, validated, on a map and a timeline."""

import os
from importlib.metadata import version

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Else numpy starts a thread for each core as it is imported, and a process of several threads cannot be copied."""

__version__ = version("dateline")
