"""Dateline: geopolitical events from articles, validated, on a map and a timeline."""

from importlib.metadata import version

__version__ = version("dateline")
