"""Strict YAML: what may be written, where each value stands, and how a value is written."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.yaml.edit import with_texts, written_span
    from dashboard.store.yaml.strict_yaml import Document, read_document, read_file
    from dashboard.store.yaml.text import double_quoted, event_text, scalar, yaml_text
    from dashboard.store.yaml.walk import Path, YamlNode, events, scalar_nodes
else:
    __getattr__ = lazy(__name__, __file__)
