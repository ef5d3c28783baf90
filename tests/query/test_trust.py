"""Trust: verdicts by thread and source, origins, reviews and guards set aside, each adding up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.evidence.corroboration import Corroboration, Strength, strength_of
from dashboard.evidence.verdicts import VERDICTS, Verdict
from dashboard.model.allowance import Allowance
from dashboard.model.source import Source
from dashboard.query.fields import table_of
from dashboard.query.reading import Mode, resolve_events
from dashboard.query.tally import SuppressedCheck
from dashboard.query.trust import trust_of
from dashboard.store.source_description import figures

SOURCES = {
    id_: Source.model_validate({"id": id_, "kind": "article", **fields})
    for id_, fields in {
        "agency": {"outlet": "Agency", "origin": "wire"},
        "paper": {"outlet": "Paper", "origin": "wire"},
        "paper-later": {"outlet": "Paper"},
        "radio": {"outlet": "Radio"},
        "leaflet": {},
    }.items()
}
FILES = {
    "seeds/held.txt": "It was closed. It was sold.",
    "seeds/held.yaml": "kind: article\norigin: wire\n",
    "seeds/agency.yaml": "kind: article\norigin: wire\n",
    "seeds/radio.yaml": "kind: broadcast\norigin: own desk\n",
    "events/registry/places.yaml": """
quay: {name: Q, precision: region, allow: {coordinates-outside-country: {words: "1, 2", reason: Odd.}}}
""",
    "events/registry/threads.yaml": "one: {title: One}\ntwo: {title: Two}\nempty: {title: Empty}\n",
    "events/a/both.yaml": """
title: Both
threads: [one, two]
claims:
  closed: {text: It was closed., quotes: [{source: held, exact: It was closed.}], sources: [radio]}
  lost: {text: It was lost., quotes: [{source: held, exact: It was lost.}]}
  outside: {text: It is so., sources: [agency], allow: {number-not-quoted: {words: ["15", "16"], reason: Because.}}}
""",
    "events/a/none.yaml": """
title: None
claims: {thought: {text: We think so., basis: inferred, note: From the dates.}}
review: {status: retracted, note: It was another one.}
relations:
  - {type: responds-to, event: both, note: Ours.,
     allow: {effect-before-cause: {words: "2009", reason: It was expected.}}}
""",
    "events/a/named.yaml": "title: Named\nthreads: [two]\nclaims: {said: {text: It is so., sources: [gone]}}\n",
}


@pytest.fixture
def counted(tmp_path):
    """The trust of a small workspace in a mode."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.lstrip("\n"), encoding="utf-8")
    found = validate(tmp_path)

    def count(mode=Mode.ASSESSED):
        workspace = found.workspace
        read = resolve_events(workspace.events.values(), workspace.places, found.evidence, mode)
        places = workspace.places.values()
        return trust_of(read, workspace.threads, table_of(found, mode), places)

    return count


def numbers(verdicts):
    return tuple(verdicts.claims[verdict] for verdict in VERDICTS)


def test_verdicts_are_counted_by_thread_and_by_source(counted):
    """A claim of two threads or sources is in both rows, and once in the sum; rows without claims are left out."""
    trust = counted()
    assert numbers(trust.all) == (1, 0, 1, 3)
    assert {key: numbers(each) for key, each in trust.by_thread.items()} == {
        "one": (1, 0, 1, 1),
        "two": (1, 0, 1, 2),
        "none": (0, 0, 0, 1),
    }
    assert {key: numbers(each) for key, each in trust.by_source.items()} == {
        "held": (1, 0, 1, 0),
        "agency": (0, 0, 0, 1),
        "gone": (0, 0, 0, 1),
        "radio": (1, 0, 0, 0),
        "none": (0, 0, 0, 1),
    }
    assert list(trust.by_source)[-1] == list(trust.by_thread)[-1] == "none"
    assert list(trust.by_thread["two"].events[Verdict.NOT_CHECKABLE]) == ["both", "named"]


def test_sources_of_one_report_are_one_row(counted):
    """Each claim once, however many of them carry it; the row names them, most claims first."""
    trust = counted()
    assert {key: numbers(each) for key, each in trust.by_report.items()} == {
        "wire": (1, 0, 1, 1),
        "gone": (0, 0, 0, 1),
        "radio": (1, 0, 0, 0),
        "none": (0, 0, 0, 1),
    }
    assert trust.outlets == {"wire": ("held", "agency")}
    assert list(trust.by_report["wire"].events[Verdict.NOT_CHECKABLE]) == ["both"]


def test_ten_outlets_of_one_dispatch_are_one_row_though_nobody_names_its_origin(tmp_path):
    """Their texts are nearly the same: a claim that all of them carry is counted once, and has one origin."""
    dispatch = "".join(f"On day {number} ship {number * 7} lay off Port Adair and waited. " for number in range(20))
    ids = [f"outlet-{number}" for number in range(10)]
    for id_ in ids:
        text = f"{id_.upper()}: {dispatch}Read more of {id_}.\n"
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "seeds" / f"{id_}.txt").write_text(text, encoding="utf-8")
        (tmp_path / "seeds" / f"{id_}.yaml").write_text(f"kind: article\ntext: {figures(text)}\n", encoding="utf-8")
    (tmp_path / "events" / "a").mkdir(parents=True)
    quotes = ", ".join(f"{{source: {id_}, exact: ship 7 lay off Port Adair}}" for id_ in ids)
    event = f"title: Ships\nclaims: {{lay: {{text: Ship 7 lay off Port Adair., quotes: [{quotes}]}}}}\n"
    (tmp_path / "events" / "a" / "ships.yaml").write_text(event, encoding="utf-8")
    found = validate(tmp_path)
    read = resolve_events(found.workspace.events.values(), {}, found.evidence, Mode.ASSESSED)
    trust = trust_of(read, (), table_of(found, Mode.ASSESSED))
    assert {key: numbers(each) for key, each in trust.by_report.items()} == {"outlet-0": (1, 0, 0, 0)}
    assert trust.outlets == {"outlet-0": tuple(ids)}
    assert trust.origins[Corroboration.ONE] == 1


def test_origins_are_counted_of_claims_whose_quotes_are_found(counted):
    """In either mode; what is named without its words, or quoted with words that are not there, is not counted."""
    assessed, reported = counted(), counted(Mode.REPORTED)
    assert [assessed.origins[each] for each in Corroboration] == [1, 0, 0, 1, 3]
    assert assessed.origins == reported.origins
    assert assessed.resting[Corroboration.UNCOUNTED] == ("both", "named")
    assert sum(assessed.origins.values()) == assessed.all.total


def test_reviews_and_guards_are_listed(counted):
    """Every event has one status; every guard that is set aside its claim, relation or place, and its reason."""
    trust = counted()
    assert trust.reviews == {"draft": ("both", "named"), "reviewed": (), "retracted": ("none",)}
    because = Allowance(words=("15", "16"), reason="Because.")
    expected = Allowance(words=("2009",), reason="It was expected.")
    assert list(trust.allowed) == [
        SuppressedCheck("number-not-quoted", because, event="both", claim="outside"),
        SuppressedCheck("effect-before-cause", expected, event="none", relation="both"),
        SuppressedCheck("coordinates-outside-country", Allowance(words=("1, 2",), reason="Odd."), place="quay"),
    ]


@pytest.mark.parametrize(
    ("ids", "strength", "corroboration"),
    [
        ((), Strength(0, 0), "none"),
        (("agency", "paper"), Strength(1, 2, 0, 2), "one"),
        (("agency", "paper", "radio"), Strength(2, 3, 0, 3), "several"),
        (("paper", "paper-later"), Strength(2, 2, 0, 1), "several"),
        (("leaflet",), Strength(1, 1, 0, None), "one"),
        (("gone",), Strength(0, 1, 1, None), "unknown"),
        (("radio", "gone"), Strength(1, 2, 1, 1), "unknown"),
        (("radio", "agency", "gone"), Strength(2, 3, 1, 2), "several"),
    ],
)
def test_strength_is_counted_in_independent_origins(ids, strength, corroboration):
    """Sources of one origin count once; of a source that is not described the origin is not known."""
    found = strength_of(ids, SOURCES)
    if strength.outlets is None and not found.origins:
        assert found.outlets is None
    assert (found, found.corroboration) == (strength, corroboration)


@given(st.lists(st.sampled_from([*SOURCES, "gone", "lost"])))
def test_no_source_is_counted_twice(ids):
    """Whatever is named, however often: origins and the undescribed are no more than the sources."""
    found = strength_of(ids, SOURCES)
    assert found == strength_of(set(ids), SOURCES)
    assert found.origins + found.undescribed <= found.sources == len(set(ids))
    assert found.outlets is None or found.outlets <= found.sources
