"""A quote with words left out, on the card and in the reader: several spans, one mark, one note."""

import pytest

from dashboard.app.card.card import event_card
from dashboard.app.pages.sources.page import source_page
from dashboard.app.pages.sources.place import TextPlace
from dashboard.query.sources import Sources
from dashboard.store.source_description import description
from tests.copying import write

TEXT = "The harbour of Lorne, which is old, was opened on 4 May 2021.\nMuch was said.\nIt was closed in 2023.\n"
EVENT = """title: Open for two years
threads: [us-ecuador-basing]
claims:
  closed:
    text: The harbour of Lorne was opened on 4 May 2021 and closed in 2023.
    quotes:
      - {source: report, exact: "The harbour of Lorne … was opened on 4 May 2021 … closed in 2023"}
"""


@pytest.fixture
def told(workspace):
    """The seed workspace with one more source and one more event."""
    write(workspace, "seeds/report.txt", TEXT)
    write(workspace, "seeds/report.yaml", description({"kind": "article", "language": "en"}, TEXT))
    write(workspace, "events/ecuador/open-two-years.yaml", EVENT)
    return workspace


def test_the_reader_marks_each_part_and_has_one_note(told, shown, read):
    """Every part leads to the event; ids are unique, and the note stands beside the first part."""
    what = shown(told)
    sources = Sources(what.validation)
    assert [quote.spans for quote in sources.entries["report"].resting.standing] == [((0, 20), (36, 60), (84, 98))]
    html = read(
        source_page(sources.entries["report"], sources, what, TextPlace(quote="open-two-years/closed/0"), "here")
    )
    ids = [value for name, value in html.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    notes = [value for name, value in html.attributes if name == "class" and value and "dl-note" in value.split()]
    assert len(notes) == 1
    marked = [value for name, value in html.attributes if name == "class" and value and "dl-quoted" in value.split()]
    assert len(marked) == 3


def test_the_card_says_where_every_part_stands(told, shown, read):
    """In the order of the text."""
    what = shown(told)
    html = read(event_card(what.workspace.events["open-two-years"], what))
    assert "at 0–20 and 36–60 and 84–98" in html.text
