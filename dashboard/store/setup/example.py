"""The example that a new workspace begins with: one source, its place, and one event."""

from typing import Final

from dashboard.store.source_description import description

TEXT: Final = (
    "Ecuador closed its largest fishing port on 3 March 2026, the port authority said. A strike had begun there.\n"
)
PLACES: Final = "ecuador: {name: Ecuador, country: EC, precision: country}\n"
EVENT: Final = """\
title: Ecuador’s largest fishing port closes
when: {reported: "2026-03-03", claims: [closed]}        # always in quotes
where: {reported: ecuador, claims: [closed]}            # a place of the registry
claims:
  closed:
    text: Ecuador closed its largest fishing port on 3 March 2026.
    quotes:
      - source: harbour-news
        exact: Ecuador closed its largest fishing port on 3 March 2026
"""
_KNOWN: Final = {
    "kind": "article",
    "language": "en",
    "note": "An invented example. Remove it, its event and its place when you have sources of your own.",
}


def example_files() -> dict[str, str]:
    """The files of the example by name, relative to the workspace, in the order in which somebody would write them."""
    return {
        "seeds/harbour-news.txt": TEXT,
        "seeds/harbour-news.yaml": description(_KNOWN, TEXT),
        "events/registry/places.yaml": PLACES,
        "events/harbour/port-closes.yaml": EVENT,
    }
