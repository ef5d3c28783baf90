"""A row becomes a draft that invents nothing: every value is the publisher's, assessed from outside."""

import datetime as dt

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.imports import promotion_of, write_promotion
from dashboard.exchange.imports.promotion import REPORT, NotPromoted
from dashboard.store.authoring import WrittenFiles, take_back
from dashboard.store.authoring.taking_back import NotTakenBack
from dashboard.store.draft_files import DraftsNotWritten
from dashboard.store.loading import load
from tests.datasets import row, write_rows
from tests.killing import kills
from tests.worlds import build

EMPTY = dict.fromkeys(
    ("first_day", "place", "country", "country_name", "latitude", "longitude", "actor1", "actor2", "event_type", "text",
     "count_of", "count_best", "type_code", "source_name", "source_date", "revised", "place_precision", "date")
)  # fmt: skip


@pytest.fixture
def here(tmp_path):
    """An empty workspace with a dataset."""
    root = build("empty", tmp_path / "here")
    return root, write_rows(root, [row(1)])


def draft(here, **given):
    """The draft of a row with these values."""
    root, dataset = here
    return promotion_of({**row(1, **given), "dataset": "ged"}, dataset, load(root))


def test_a_draft_is_valid_and_quotes_nothing(here):
    """It passes the checks; its values are external, and it is a draft."""
    root, _ = here
    file = write_promotion(root, draft(here, actor1="Government of Mali"))
    validation = validate(root)
    assert [str(each) for each in validation.problems if each.severity == "error"] == []
    (event,) = validation.workspace.events.values()
    assert file == f"events/imported/{event.id}.yaml"
    assert event.when.reported is None
    assert event.when.assessed.basis == event.where.assessed.basis == "external"
    assert event.review.status == "draft"
    assert "review: {status: draft}" in (root / file).read_text()
    assert all(not claim.quotes for claim in event.claims.values())
    (source,) = validation.workspace.sources.values()
    assert source.origin == "imports/ged#row-1"
    assert source.text is None
    assert source.kind == "data-set"


def test_what_a_row_does_not_say_is_absent(here):
    """No date, place, actor, type or amount is made up."""
    made = draft(here, **EMPTY)
    assert made.event.when.assessed is None
    assert made.event.where.assessed is None
    assert not made.event.who
    assert not made.event.amounts
    assert made.event.what.type is None
    assert not made.places
    assert made.source.note is None
    assert made.source.url is None


def test_known_names_are_found_and_others_told(here):
    """An actor of the registry is named by its id; one that it lacks stands in the claim alone."""
    root, dataset = here
    (root / "events/registry").mkdir()
    (root / "events/registry/actors.yaml").write_text("jnim: {name: JNIM, kind: armed-group, country: ML}\n")
    made = promotion_of({**row(1), "dataset": "ged"}, dataset, load(root))
    assert [(part.actor, part.role) for part in made.event.who] == [("jnim", "recipient")]
    assert any("Government of Mali is no actor" in remark for remark in made.remarks)


def test_a_place_of_the_registry_is_used_again(here):
    """By its name, country and point; a place far from it with the same name is another one."""
    root, dataset = here
    write_promotion(root, draft(here))
    again = promotion_of({**row(2), "dataset": "ged"}, dataset, load(root))
    assert not again.places
    assert again.event.where.assessed.place == "gao"
    far = promotion_of({**row(3, latitude=10.0), "dataset": "ged"}, dataset, load(root))
    assert list(far.places) == ["gao-2"]


def test_a_row_that_is_known_to_its_country_is_placed_there(here):
    """Its point, which is the middle of the country, is not written."""
    made = draft(here, place="Mali", place_precision="country")
    assert made.places == {"mali": {"name": "Mali", "precision": "country", "country": "ML"}}


def test_a_report_is_told_to_be_one(here):
    """In the command's words, and in the source for good."""
    made = draft(here, kind="report", count_of="mentions", source_url="https://news.example/1")
    assert REPORT in made.remarks
    assert REPORT in made.source.note
    assert not made.event.amounts
    assert made.source.url == "https://news.example/1"


def test_a_row_is_promoted_once(here):
    """The second time, the source that it became is named."""
    root, _ = here
    write_promotion(root, draft(here))
    with pytest.raises(NotPromoted, match="is the source ged-row-1 already, of events/imported/"):
        draft(here)


def test_nothing_is_written_over(here):
    """A file that came to be in the meantime stays, and nothing else is written."""
    root, _ = here
    made = draft(here)
    (root / "seeds/ged-row-1.yaml").write_text("kind: other\n")
    with pytest.raises(DraftsNotWritten, match="exists already"):
        write_promotion(root, made)
    assert (root / "seeds/ged-row-1.yaml").read_text() == "kind: other\n"
    assert not list(root.glob("events/*/*.yaml"))


@pytest.mark.parametrize(
    "text", ["<b>x</b> & {a: 1}\n# no\x00\x1b comment", "“quoted”: 'it'", "x" * 9_000, "🙂 \u202e Ω", "- item: *anchor"]
)
def test_whatever_a_publisher_writes_is_text(here, text):
    """Its words are read back as they were written, and break no file."""
    root, _ = here
    write_promotion(root, draft(here, text=text, title=text, place=text[:200], source_name=text, revised=text[:50]))
    validation = validate(root)
    assert len(validation.workspace.events) == 1
    assert not validation.workspace.set_aside


def test_a_draft_can_be_taken_back(here):
    """As long as nobody has changed it."""
    root, _ = here
    made = draft(here, first_day=dt.date(2024, 1, 1))
    file = write_promotion(root, made)
    written = WrittenFiles.now(root, (file, f"seeds/{made.source.id}.yaml"))
    (root / file).write_text((root / file).read_text() + "# mine\n")
    with pytest.raises(NotTakenBack):
        take_back(root, written)
    assert (root / file).exists()
    written = WrittenFiles.now(root, (file, f"seeds/{made.source.id}.yaml"))
    take_back(root, written)
    assert not (root / file).exists()
    assert not (root / f"seeds/{made.source.id}.yaml").exists()


PROMOTES = """
from dashboard.exchange.imports import promotion_of, write_promotion
from dashboard.store.imports import datasets_in
from dashboard.store.loading import load
from tests.datasets import row
(dataset,) = datasets_in(root)
loaded = load(root)
READY
for number in itertools.count(sum(1 for _ in root.glob("seeds/*.yaml")) + 1):
    made = promotion_of({**row(number, place=f"Town {number}"), "dataset": "ged"}, dataset, load(root))
    write_promotion(root, made)
"""


@pytest.mark.proof
def test_whoever_is_killed_leaves_whole_drafts(here):
    """An event never stands without its source and its place; what was begun is finished by the next."""
    from dashboard.store.authoring import finish_interrupted_event

    root, _ = here
    for _count in kills(PROMOTES, root, 25, seed=18, longest_seconds=0.3):
        finish_interrupted_event(root)
        loaded = load(root)
        assert not loaded.set_aside
        for event in loaded.events.values():
            assert event.where.assessed.place in loaded.places
            assert set(event.claims["row"].sources) <= set(loaded.sources)
    assert len(load(root).events) > 3
