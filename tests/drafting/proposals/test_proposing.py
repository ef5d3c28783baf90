"""Events proposed from a text: all of them pass the checks, and nothing is an event until somebody accepts it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.checks.drafts import check_event_draft
from dashboard.checks.validation import validate
from dashboard.drafting.proposals import accept_proposal, propose_events
from dashboard.drafting.proposals.proposing import with_entries

ROOT = Path(__file__).resolve().parents[3]
PIECES = st.sampled_from(
    """
    Israel|Iran|the United States|Peru’s government|officials from Peru|attacked|condemned|signed|met|announced|would
    |not|in Lebanon|in Georgia|on 2 March|on May 3, 2021|yesterday|$5 million|3 soldiers|killing|,|which|that
    |“we will go”
    |with|to|the treaty|Washington, DC|said|🚢|дом|。|according to
    """.replace("\n", "").split("|")
)


def test_the_article_is_read(seed_proposals):
    """The base that closed and the package that was announced are among the proposals."""
    found = {each.title: each for each in seed_proposals}
    closed = next(each for title, each in found.items() if title.startswith("The facility was closed in 2009"))
    assert [(each.field, each.value) for each in closed.filled] == [
        ("when", {"reported": "2009"}),
        ("who", "rafael-correa"),
    ]
    package = next(each for title, each in found.items() if "$13.5 million" in title)
    assert [(each.field, each.value) for each in package.filled] == [
        ("who", "united-states"),
        ("who", "ecuador"),
        ("amounts", {"value": 13500000, "currency": "USD"}),
    ]


def test_every_proposal_passes_every_check(seed_proposals):
    """As it is, with each of its types, and as a person accepts it; at most three types are proposed."""
    seed = validate(ROOT)
    for proposal in seed_proposals:
        assert len(proposal.types) <= 3
        for type_ in (None, *proposal.types):
            fields = proposal.accepted_fields(type_)
            assert check_event_draft("events/x/x.yaml", fields, with_entries(seed, proposal.entries)).problems == ()


def test_each_value_stands_at_its_words(seed_proposals):
    """The span of a value is that of its words in the text."""
    text = validate(ROOT).workspace.texts["us-troops-ecuador"]
    for proposal in seed_proposals:
        for each in proposal.filled:
            assert " ".join(text[slice(*each.span)].split()) == each.words
            assert proposal.span[0] <= each.span[0] < each.span[1] <= proposal.span[1]


def test_a_proposal_has_the_same_key_in_every_run(seed_proposals):
    """And no other has it."""
    again = propose_events("us-troops-ecuador", validate(ROOT)).proposals
    keys = [each.key for each in seed_proposals]
    assert [each.key for each in again] == keys
    assert len(set(keys)) == len(keys)


def test_whom_the_registry_lacks_is_added_by_the_name_that_the_text_gives(propose):
    """Governments of countries, and persons behind an office; the kind of others is not made up."""
    (only,) = propose("Foreign Minister Ana Ruiz condemned Peru in May 2021.")
    assert [(each.value, each.words) for each in only.filled if each.field == "who"] == [
        ("ana-ruiz", "Foreign Minister Ana Ruiz"),
        ("peru", "Peru"),
    ]
    assert only.entries == {
        "actors": {
            "ana-ruiz": {"name": "Ana Ruiz", "kind": "person"},
            "peru": {"name": "Peru", "kind": "government", "country": "PE"},
        }
    }


def test_an_actor_of_an_unknown_kind_says_so(propose):
    """The words do not say what “Frelimo” is: its entry has a note, and words that are nobody's name stay open."""
    (only,) = propose("On 3 May 2021, the Frelimo Front condemned Peru.")
    entry = only.entries["actors"]["frelimo-front"]
    assert entry["kind"] == "other"
    assert "do not say what kind" in entry["note"]
    (other,) = propose("The harbour workers condemned Peru in May 2021.")
    assert [each.words for each in other.open if each.field == "who"] == ["The harbour workers"]


def test_an_id_that_is_taken_by_another_is_not_taken_for_it(propose):
    """The registry's Peru is a ship."""
    registry = "peru: {name: The good ship, kind: other}\n"
    (only,) = propose("Iran condemned Peru in May 2021.", registries={"actors": registry})
    assert [each.value for each in only.filled if each.field == "who"] == ["iran", "peru-2"]


def test_an_accepted_proposal_is_an_unreviewed_event(workspace):
    """Its places and actors are added, the workspace has no problems, and the file says that nobody has reviewed it."""
    root = workspace("On May 3, 2021, Iran signed the treaty with Peru in Quito.")
    before = validate(root)
    (only,) = propose_events("text", before).proposals
    file = accept_proposal(root, only, before, "base", type_=only.types[0])
    after = validate(root)
    assert after.problems == ()
    (event,) = after.workspace.events.values()
    assert file == f"events/base/{event.id}.yaml"
    assert event.review.status == "draft"
    assert "nobody has reviewed it" in (event.review.note or "")
    assert sorted(after.workspace.places) == ["quito"]
    assert sorted(after.workspace.actors) == ["iran", "peru"]


@pytest.mark.parametrize("text", ["", "\n\n", "No events here.", "\ufeffIran attacked Peru.\r\n", "🚢" * 900])
def test_any_text_can_be_read(propose, text):
    """Nothing is proposed of what says nothing, and nothing fails."""
    assert len(propose(text)) <= 1


def test_lines_and_marks_of_other_systems_are_no_hindrance(propose):
    """A byte order mark and line ends with two signs; a name without end has its title cut."""
    text = "\ufeffOn 3 May 2021, Peru signed\r\nthe treaty with Chile in Lima.\r\n"
    (only,) = propose(text)
    assert [each.field for each in only.filled] == ["when", "where", "who", "who"]
    assert only.words == "On 3 May 2021, Peru signed the treaty with Chile in Lima."
    (long,) = propose(f"X{'y' * 299} condemned Peru in May 2021.\n")
    assert long.title.startswith("… condemned Peru")
    assert [each.reason for each in long.open if each.field == "where"] == ["The words do not say where it happened"]


@given(st.lists(PIECES, min_size=2, max_size=14))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_make_a_proposal_that_a_check_objects_to(workspace, pieces):
    """Whatever stands in the text, each proposal passes as it is, and its amounts and days are in its words."""
    text = f"{' '.join(pieces)}.\n"
    validation = validate(workspace(text, "2025-06-01"))
    for proposal in propose_events("text", validation).proposals:
        extended = with_entries(validation, proposal.entries)
        assert check_event_draft("events/x/x.yaml", proposal.accepted_fields(), extended).problems == ()
        for each in proposal.filled:
            assert each.words in " ".join(text.split())


def test_a_long_text_is_read_as_far_as_is_told(workspace):
    """An event behind that is not proposed, and the cut is told."""
    text = f"Iran condemned Peru in May 2021. {'Nothing was said. ' * 9000}Iran condemned Chile in May 2022.\n"
    found = propose_events("text", validate(workspace(text)))
    assert [each.words for each in found.proposals] == ["Iran condemned Peru in May 2021."]
    assert found.is_cut
