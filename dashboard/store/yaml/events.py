"""libyaml's event stream, and the budgets within which it is followed."""

from collections.abc import Iterator
from typing import Any

import yaml

from dashboard.errors import YamlParserMissing
from dashboard.store.yaml_problem import Position

MAX_DEPTH = 20
"""Mappings and lists inside one another, the outermost included."""
MAX_EVENTS = 200_000
"""Scalars and aliases count once, mappings and lists twice: as they begin and as they end.

A registry at the limit of size (some 6,000 places) stays below; what exceeds it is made to exhaust a reader.
"""


def events(text: str) -> Iterator[yaml.Event]:
    """The stream of `text`. Iterating raises `yaml.YAMLError` where it breaks the grammar.

    Raises `YamlParserMissing` without libyaml: PyYAML's own parser accepts other texts.
    """
    if not yaml.__with_libyaml__:
        raise YamlParserMissing
    return iter(yaml.CLoader(text).get_event, None)


def begin(event: yaml.Event) -> Position:
    """The position at which `event` begins; libyaml gives every event a mark."""
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1
