"""One search over everything that a workspace has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.query.search.entries import NamedEntry, SearchKind, passages_of
from dashboard.query.search.index import SearchIndex
from dashboard.query.search.results import ROOM, search
from dashboard.query.search.table import MOST_RANKED
from dashboard.store.loading import load
from dashboard.store.workspace import Workspace

HELP = NamedEntry(SearchKind.PAGE, "help", "Help", "words of this dashboard")


def event(id_, title="Talks", *, text="T", exact=None, **fields):
    quotes = {"quotes": [{"source": "held", "exact": exact}]} if exact else {"sources": ["held"]}
    return Event.model_validate({"id": id_, "title": title, "claims": {"c": {"text": text, **quotes}}, **fields})


def workspace(*events, **parts):
    return Workspace(Path(), {each.id: each for each in events}, **parts)


def indexed(found):
    index = SearchIndex([HELP])
    index.update(found)
    return index


def ids(index, typed, kind=SearchKind.EVENT):
    return [hit.id for group in search(index, typed).groups if group.kind is kind for hit in group.hits]


@pytest.fixture(scope="module")
def seed():
    return indexed(load(Path(__file__).parents[3]))


@pytest.mark.parametrize(
    ("typed", "kind", "hits"),
    [
        ("Rubio Quito", SearchKind.EVENT, 4),
        ("noboá", SearchKind.ACTOR, 1),
        ('"long-term basis"', SearchKind.QUOTE, 1),
        ("TASS", SearchKind.SOURCE, 4),
        ("2025-09-04", SearchKind.EVENT, 5),
        ("4 september 2025", SearchKind.EVENT, 5),
        ("13.5 million", SearchKind.CLAIM, 2),
        ("pays korea", SearchKind.THREAD, 1),
        ("help", SearchKind.PAGE, 1),
    ],
)
def test_the_sample_is_found_in_all_that_it_has(seed, typed, kind, hits):
    """Words of a name, a claim, a quote, an outlet or a date, in any order and without their accents."""
    found = [group for group in search(seed, typed).groups if group.kind is kind]
    assert sum(group.total for group in found) == hits


@pytest.mark.parametrize(
    ("typed", "meant"), [("ecuadr", "Ecuador"), ("somerville", "sommerville"), ("Rubbio Qiuto", "Rubio Quito")]
)
def test_a_slip_of_the_pen_is_told_with_what_was_meant(seed, typed, meant):
    """With how many events have it."""
    found = search(seed, typed)
    assert found.groups == ()
    assert found.suggestion is not None
    assert found.suggestion.words == meant
    assert found.suggestion.events == len(ids(seed, meant)) or found.suggestion.events > 5


@pytest.mark.parametrize("typed", ["xyzzyqwert", "99999999", "qx", "", '"', "-quito", "quito -quito"])
def test_nothing_is_suggested_where_nothing_is_like_it(seed, typed):
    """Nor where nothing was asked for."""
    assert search(seed, typed).suggestion is None
    assert search(seed, typed).groups == ()


SCRIPTS = {
    "arabic": ("وصل الرئيس إلى القاهرة يوم الأحد", ["القاهرة", "الرئيس", "القاهره", "وصل الأحد"]),
    "persian": ("نیروها به تهران رسیدند", ["تهران", "نیروها"]),
    "hebrew": ("הַנָּשִׂיא הגיע לירושלים", ["הנשיא", "לירושלים"]),
    "russian": ("Войска вошли в Киёв", ["войска", "Киев", "киёв"]),
    "greek": ("Οι δυνάμεις έφτασαν στην Αθήνα", ["δυναμεις", "ΑΘΗΝΑ"]),
    "chinese": ("美国宣布在厄瓜多尔长期驻军", ["驻军", "厄瓜多尔", "美国 驻军", "长期驻军"]),
    "japanese": ("自衛隊はフィリピンで訓練した", ["フィリピン", "訓練", "自衛隊"]),
    "korean": ("미국은 한국 정부와 협의했다", ["정부", "한국", "협의"]),
    "thai": ("กองทัพสหรัฐเข้าสู่ประเทศไทย", ["สหรัฐ", "ประเทศไทย"]),
    "hindi": ("प्रधानमंत्री दिल्ली पहुंचे", ["दिल्ली", "प्रधान"]),
    "vietnamese": ("Quân đội đến Đà Nẵng", ["da nang", "Đà Nẵng", "quan doi"]),
    "polish": ("Wojska stacjonują w Łodzi", ["lodzi", "Łodzi", "stacjonuja"]),
    "turkish": ("Askerler İzmir’e geldi", ["izmir", "İzmir"]),
}


@pytest.mark.parametrize(
    ("script", "typed"), [(script, typed) for script, (_, words) in SCRIPTS.items() for typed in words[:4]]
)
def test_a_text_in_any_script_is_found_by_its_words(script, typed):
    """Where a script has no spaces, by any of its characters that stand together; without accents and vowel signs."""
    text, _ = SCRIPTS[script]
    index = indexed(workspace(event("other", "Something else"), event("this", "Talks", exact=text)))
    assert ids(index, typed) == ["this"]
    (hit,) = next(group.hits for group in search(index, typed).groups if group.kind is SearchKind.QUOTE)
    assert hit.excerpt.spans


def test_names_in_other_letters_are_found_by_latin_ones_and_the_other_way_round():
    """`Putin` finds Путин, and Путин finds Putin."""
    actors = {"putin": Actor(id="putin", name="Владимир Путин", kind="person")}
    index = indexed(
        workspace(event("a", who=[{"actor": "putin", "role": "initiator"}]), event("b", "Putin speaks"), actors=actors)
    )
    assert set(ids(index, "putin")) == set(ids(index, "путин")) == {"a", "b"}
    assert ids(index, "vladimir", SearchKind.ACTOR) == ["putin"]


def test_a_longer_text_is_cut_around_what_was_found():
    """Between words; what was found is in it, and lit."""
    text = " ".join(f"word{n}" for n in range(200)) + " needle " + " ".join(f"more{n}" for n in range(200))
    index = indexed(workspace(event("e", text=text)))
    (hit,) = search(index, "needle").groups[0].hits
    excerpt = hit.excerpt
    (span,) = excerpt.spans
    assert excerpt.text[slice(*span)] == "needle"
    assert excerpt.text.startswith("… word")
    assert excerpt.text.endswith(" …")
    assert len(excerpt.text) <= ROOM + 4


def test_what_is_found_by_a_name_alone_says_by_which():
    """An actor by an alias, an event by an outlet."""
    sources = {"held": Source(id="held", kind="article", outlet="Reuters")}
    actors = {"who": Actor(id="who", name="World Health Organization", kind="company", aliases=("WHO",))}
    index = indexed(workspace(event("e"), sources=sources, actors=actors))
    (actor,) = search(index, "who").groups[0].hits
    assert (actor.title.text, actor.excerpt.text) == ("World Health Organization", "WHO")
    (found,) = next(group.hits for group in search(index, "reuters").groups if group.kind is SearchKind.EVENT)
    assert found.excerpt.text == "Reuters"


def test_of_many_hits_the_newest_come_first():
    """They are counted all the same."""
    days = [
        f"{year}-{month:02}-{day:02}" for year in range(2000, 2012) for month in range(1, 13) for day in range(1, 26)
    ]
    events = [event(f"e{day}", when={"reported": day, "claims": ["c"]}) for day in days]
    assert len(events) > MOST_RANKED
    index = indexed(workspace(*events))
    group = next(group for group in search(index, "talks").groups if group.kind is SearchKind.EVENT)
    assert group.total == len(events)
    assert [hit.id for hit in group.hits] == [f"e{day}" for day in reversed(days[-len(group.hits) :])]


CHANGES = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["quay", "harbour", "ferry"]), min_size=1),
        st.dictionaries(st.sampled_from(["s", "t"]), st.sampled_from(["The quay. " * 90, "A ferry."])),
        st.sampled_from(["Quay Board", "Ferry Line"]),
    ),
    min_size=1,
    max_size=6,
)


@given(CHANGES)
def test_an_index_that_is_kept_current_finds_what_a_new_one_finds(changes):
    """Whatever was added, changed or removed meanwhile."""
    kept = SearchIndex([HELP])
    for titles, texts, name in changes:
        actors = {"board": Actor(id="board", name=name, kind="company")}
        who = [{"actor": "board", "role": "initiator"}]
        found = workspace(*(event(id_, title, who=who) for id_, title in titles.items()), texts=texts, actors=actors)
        kept.update(found)
    new = indexed(found)
    for typed in ("quay", "harbour", "ferry", "board", "ferry line", "help"):
        one, other = (
            {
                (group.kind, group.total, frozenset((hit.id, hit.where) for hit in group.hits))
                for group in search(index, typed).groups
            }
            for index in (kept, new)
        )
        assert one == other


def test_a_workspace_that_has_not_changed_is_not_read_again(monkeypatch):
    """Nor are events whose own file and names are the same."""
    events = [event(f"e{number}", f"Talks {number}") for number in range(5)]
    index = indexed(workspace(*events))
    read = []
    monkeypatch.setattr(
        "dashboard.query.search.index.texts_of_event", lambda each, _: read.append(each.id) or pytest.fail(each.id)
    )
    index.update(workspace(*events))
    assert read == []
    with pytest.raises(pytest.fail.Exception):
        index.update(workspace(*events[:-1], replace_title(events[-1])))
    assert read == ["e4"]


def replace_title(changed):
    return changed.model_copy(update={"title": "Other"})


def test_registries_and_threads_are_found():
    """Places by their country, threads by their summary, questions by their text."""
    index = indexed(
        workspace(
            places={
                "manta": Place(id="manta", name="Manta", precision="city", country="EC", latitude=-1, longitude=-80)
            },
            threads={
                "bases": Thread.model_validate(
                    {
                        "id": "bases",
                        "title": "Bases",
                        "summary": "Who may stay",
                        "questions": {"stay": {"text": "Will they leave?"}},
                    }
                )
            },
        )
    )
    assert ids(index, "ecuador", SearchKind.PLACE) == ["manta"]
    assert ids(index, "who stay", SearchKind.THREAD) == ["bases"]
    assert ids(index, "leave", SearchKind.QUESTION) == ["bases/stay"]


@given(st.text(max_size=3000))
def test_passages_add_up_to_the_text(text):
    """Each character is in one."""
    spans = list(passages_of(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


HOSTILE = [
    "NEAR(a b)",
    "title:x",
    "a AND OR",
    "*",
    '"*',
    "^x",
    "a\0b",
    "(",
    "{title}:a",
    "x" * 5000,
    "- -a",
    "\ud800",
    "a + b",
    "'; DROP",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_the_language_of_the_index_cannot_be_spoken(seed, typed):
    """Whatever is typed is words, and never an error."""
    search(seed, typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_searched(seed, typed):
    """Spans lie inside their text."""
    for group in search(seed, typed).groups:
        for hit in group.hits:
            for lit in filter(None, (hit.title, hit.excerpt)):
                assert all(0 <= start < end <= len(lit.text) for start, end in lit.spans)
