"""The Add page: what it offers, what a press makes of the draft, and what saving writes."""

import json
import subprocess
from dataclasses import replace
from hashlib import sha256
from itertools import count

import pytest

from dashboard.app.pages.add import answers, options
from dashboard.app.pages.add import page as add_page
from dashboard.app.pages.add.draft import Draft, folder_of, id_of, read_kept
from dashboard.app.pages.add.names_in_text import names_in_text
from dashboard.app.pages.add.options import choices_for, found_options
from dashboard.app.pages.add.pieces import FormChoices, choices_to_send
from dashboard.app.pages.add.proposals import proposals_shown
from dashboard.app.pages.add.review import review_draft
from dashboard.app.pages.add.text import _as_shown
from dashboard.app.shell import PageContext, cache_of_workspace, state
from dashboard.checks.context import RegistryNames
from dashboard.checks.drafts import prepare_ties, surroundings
from dashboard.checks.drafts.surroundings import workspace_around
from dashboard.checks.validation import validate
from dashboard.drafting import alike
from dashboard.drafting.alike import alike_events, prepare_alike
from dashboard.store.authoring import read_draft, read_proposals
from dashboard.store.loading import load
from dashboard.store.yaml import read_document
from tests.copying import edit, write
from tests.drafting.models.lying import lists, serving

SOURCE = "us-troops-ecuador"
WORDS = "the U.S. has announced a $13.5 million initiative to bolster Ecuador’s security infrastructure"


@pytest.fixture
def press(workspace, monkeypatch):
    """Presses something on the page of the article; what became of the draft, and what was said."""
    kept, told = {}, []
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.delenv("DATELINE_READ_ONLY", raising=False)
    monkeypatch.setattr(state, "flash", told.append)
    monkeypatch.setattr(state, "flash_message", lambda: told[-1])
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(state, "recall", kept.get)
    presses = count(1)
    text = load(workspace).texts[SOURCE]

    def run(what, fields=None, words=None, **more):
        if words:
            start = text.index(words)
            more |= {"start": start, "end": start + len(words)}
        pressed = {
            "what": what,
            "press": next(presses),
            "source": SOURCE,
            "fields": fields or {},
            "id": "",
            "folder": "",
            "number": 3,
        }
        monkeypatch.setattr(state, "pressed_of", lambda _key: {**pressed, **more})
        answers.answer()
        return kept[answers.ANSWER], told[-1]

    return run


@pytest.fixture
def repository(workspace, monkeypatch, tmp_path_factory):
    """The workspace is a git repository without a commit; runs git in it."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))

    def git(*arguments):
        run = ["git", "-C", str(workspace), *arguments]
        return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()

    git("init", "-q")
    git("config", "--global", "user.name", "Ana")
    git("config", "--global", "user.email", "ana@example.org")
    return git


def test_texts_without_events_come_first(page, root):
    """Each with what it is, and how many events it has; a source without a text is none of them."""
    told = page(root, page="add").text("add-head")
    assert "U.S." in told or "metroreport.news" in told
    assert "us-troops-ecuador" in told
    assert "voa" not in told


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("no-such", "There is no source no-such. It may have been renamed."),
        ("voa", "Of voa, only the description is stored, not the text."),
    ],
)
def test_a_text_that_there_is_not_is_said(source, said, page, root):
    """With those that there are."""
    told = page(root, page="add", source=source).text("add-head")
    assert said in told
    assert "us-troops-ecuador" in told


def test_a_described_text_whose_file_is_gone_is_missed(page, workspace):
    """Its file can be put back; the others can be read."""
    (workspace / f"seeds/{SOURCE}.txt").unlink()
    told = page(workspace, page="add", source=SOURCE).text("add-head")
    assert f"The file seeds/{SOURCE}.txt is missing. Put it back" in told


def test_every_character_of_the_text_stands_on_the_page(page, root, read):
    """What is selected is counted in it: a character too many or too few would move every quote."""
    html = page(root, page="add", source=SOURCE).data("add-text")["html"]
    text = load(root).texts[SOURCE]
    paragraphs = html.split('class="dl-line"')[1:]
    assert len(paragraphs) > 10
    for each in paragraphs:
        start = int(each.split('data-start="')[1].split('"')[0])
        body = each.split('class="dl-selectable"')[1]
        shown = "".join(read("<p" + body.split("</p>")[0] + "</p>").pieces[1:-1])
        assert shown == text[start : start + len(shown)].replace("\n", " ")


def test_words_are_marked_beside_signs_of_any_plane(press):
    """An emoji in the draft is one character, and not two halves that YAML refuses."""
    fields = {"title": "🎉 𝒟 a party", "claims": {"party": {"text": "🇪🇨 They danced.", "quotes": []}}}
    answer, told = press("mark", fields, words=WORDS, **{"as": "claim"})
    assert (len(answer["fields"]["claims"]), told) == (2, "")


def test_a_file_is_not_named_by_a_number_alone(workspace):
    """Of a title in another script the digits may be all that a name can have: they say nothing."""
    assert id_of(Draft(SOURCE, {"title": "مساعدات بقيمة 5 ملايين دولار"}), {}) == "event"
    assert id_of(Draft(SOURCE, {"title": "G7 in 2024"}), {}) == "g7-in-2024"


def test_what_the_whole_workspace_says_is_made_once(workspace):
    """Options and names of registries: ten thousand events are not gone through at each pause in typing."""
    here = PageContext(validate(workspace))
    assert choices_for("event", here) is choices_for("event", PageContext(here.validation))
    assert RegistryNames.of(here.validation.corpus) is RegistryNames.of(here.validation.corpus)
    assert choices_for("event", PageContext(validate(workspace))) is not choices_for("event", here)


def test_of_many_records_none_is_sent_to_be_chosen(workspace, monkeypatch):
    """The form asks for those that have the words that are typed: what is just that comes first, and never many."""
    monkeypatch.setattr(options, "MOST_SENT", 5)
    here = PageContext(validate(workspace))
    lists = lists_in(choices_to_send("add", choices_for("event", here)))
    assert "events" in lists["many"]
    assert "events" not in lists
    assert len(lists["threads"]) == 2
    found = found_options("events", "Base ecuador", here.workspace)
    assert found
    assert all("base" in f"{id_} {title}".lower() for id_, title, _ in found)
    (one, *_others) = found_options("events", "us-base-closed", here.workspace)
    assert one[0] == "us-base-closed"
    monkeypatch.setattr(options, "MOST_FOUND", 2)
    assert len(found_options("events", "", here.workspace)) == 2
    assert found_options("nothing", "", here.workspace) == []


def test_of_many_events_of_one_text_the_first_are_listed(page, root, monkeypatch):
    """The others are counted, with the way to them: the list is drawn at each change of the draft."""
    monkeypatch.setattr(add_page, "MOST_LISTED", 2)
    html = page(root, page="add", source=SOURCE).data("add-head")["html"]
    assert html.split('class="dl-made"')[1].count("<li>") == 2
    assert " more</a>" in html


def test_a_text_is_made_ready_for_the_page_once():
    """Every run of the page draws it: five million characters are not written anew, and keep their paragraphs."""
    text = "Line\r\nwith\0all\fof them"
    assert _as_shown(text) == "Line \nwith\ufffdall of them"
    assert _as_shown(text) is _as_shown(text)
    plain = "Nothing of it"
    assert _as_shown(plain) is plain


def lists_in(choices, before=None):
    """What a browser makes of what is sent, with the pieces that it has from `before`."""
    pieces = {**(before or {}).get("pieces", {}), **choices["pieces"]}
    return {name: [row for each in made for row in pieces[each]] for name, made in choices["lists"].items()}


@pytest.mark.parametrize("component", ["add", "edit"])
def test_what_there_is_to_choose_from_is_sent_once(component, workspace, monkeypatch):
    """A browser says what it has; a new event among many sends few others again, whatever its name."""
    kept, reported = {}, {}
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(state, "recall", kept.get)
    monkeypatch.setattr(state, "reported_by", lambda _key: reported)
    names = [[f"event-{number}", f"Event {number}", ""] for number in range(3000)]
    first = choices_to_send(component, FormChoices.of({"events": names, "places": []}))
    assert lists_in(first) == {"events": names, "places": []}
    again = choices_to_send(component, FormChoices.of({"events": names, "places": []}))
    assert again == first
    reported["draft"] = {"has": first["fingerprint"]}
    assert choices_to_send(component, FormChoices.of({"events": names, "places": []})) == {
        "fingerprint": first["fingerprint"]
    }
    more = [*names[:1500], ["new", "New", ""], *names[1500:]]
    third = choices_to_send(component, FormChoices.of({"events": more, "places": []}))
    assert lists_in(third, first) == {"events": more, "places": []}
    assert sum(map(len, third["pieces"].values())) < 1000
    reported["lacks"] = f"{third['fingerprint']} 1"
    assert lists_in(choices_to_send(component, FormChoices.of({"events": more, "places": []})))["events"] == more
    reported["draft"] = {"has": ["no", "fingerprint"]}
    assert lists_in(choices_to_send(component, FormChoices.of({"events": more}))) == {"events": more}


def test_the_form_is_made_from_the_model(page, root):
    """Its schema, with the ids of the registries to choose from."""
    given = page(root, page="add", source=SOURCE).data("add")
    lists = lists_in(given["choices"])
    assert list(lists["schema"][0]["properties"])[:2] == ["title", "what"]
    assert ["quito", "Quito", "Ecuador"] in lists["places"]
    assert {"us-ecuador-basing"} <= {each[0] for each in lists["threads"]}
    assert [(path, message) for path, _, message, _ in given["problems"]] == [
        (["title"], "required"),
        (["claims"], "required"),
    ]


def test_a_press_marks_words_and_the_draft_is_kept_as_a_file(press, workspace):
    """It is there again for whoever opens the page anew, on another server as well."""
    answer, told = press("mark", words=WORDS, **{"as": "claim"})
    assert told == ""
    assert answer["said"] == "Claim announced-million added"
    assert read_draft(workspace, SOURCE).fields == answer["fields"]
    assert read_draft(workspace, SOURCE).number == 4
    answer, _ = press("mark", answer["fields"], "$13.5 million", **{"as": "how-much"})
    assert answer["fields"]["amounts"]["money"]["reported"] == {"value": 13500000, "currency": "USD"}


def test_files_are_looked_at_only_before_what_writes_them(press, workspace, monkeypatch):
    """Where the system tells of changes: of ten thousand files, that is felt at each mark."""
    press("mark", words=WORDS, **{"as": "claim"})
    cache, looks = cache_of_workspace(workspace.resolve()), []
    monkeypatch.setattr(cache, "watch", object())
    monkeypatch.setattr(cache, "look", lambda: looks.append(True))
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    press("quote", fields, "security infrastructure", claim="announced-million")
    assert looks == []
    press("save", fields)
    assert looks


def test_what_cannot_be_marked_leaves_the_draft_as_it_is(press):
    """And is said with what to do."""
    fields = {"title": "Mine"}
    for more, told in (
        ({"as": "claim", "start": 5, "end": 5}, "Select some words"),
        ({"as": "nothing", "start": 1, "end": 9}, "Choose what the words are"),
    ):
        answer, said = press("mark", fields, **more)
        assert told in said
        assert answer["fields"] == fields


def test_a_place_that_is_new_is_added_to_the_registry_and_to_the_event(press, workspace):
    """With one press; its file keeps every byte that it had."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    answer, _ = press("mark", fields, "China", **{"as": "where"})
    assert [each["label"] for each in answer["places"]] == ["China"]
    before = (workspace / "events/registry/places.yaml").read_bytes()
    entry = answer["places"][0]["fields"]
    answer, told = press("choose", fields, "China", registry="places", entry=entry)
    assert told == ""
    assert answer["fields"]["where"]["reported"] == "china"
    assert (workspace / "events/registry/places.yaml").read_bytes().startswith(before)
    assert load(workspace).places["china"].country == "CN"


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"name": "Camp X", "precision": "site"}, "precision site, but has no point"),
        ({"name": "Camp X", "precision": "site", "latitude": 1.5}, "only a latitude"),
        ({"name": "Camp X", "precision": "region", "country": "UK"}, "Did you mean `GB`?"),
    ],
)
def test_a_place_that_validation_would_object_to_is_not_added(entry, says, press, workspace):
    """What it would say is said at once; mended, the place is added."""
    before = (workspace / "events/registry/places.yaml").read_bytes()
    assert says in press("choose", {}, "China", registry="places", entry=entry)[1]
    assert (workspace / "events/registry/places.yaml").read_bytes() == before
    right = {"name": "Camp X", "precision": "region", "country": "GB"}
    assert press("choose", {}, "China", registry="places", entry=right)[1] == ""
    assert load(workspace).places["camp-x"].country == "GB"


@pytest.fixture
def proposals(press, workspace):
    """The proposals that the page shows now."""

    def shown():
        press("propose")
        page = PageContext(validate(workspace))
        return proposals_shown(Draft(SOURCE), page)["open"]

    return shown


def test_proposals_are_shown_once_somebody_asks(press, workspace):
    """Until then the page has none of them, and asking writes nothing but what the draft had."""
    assert proposals_shown(Draft(SOURCE), PageContext(validate(workspace))) is None
    before = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
    answer, told = press("propose", {"title": "Mine"})
    assert (told, answer["fields"]) == ("", {"title": "Mine"})
    assert answer["said"].endswith("events proposed")
    assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == before


def test_a_proposal_says_its_words_and_what_is_open(proposals):
    """Each value stands with the words that give it; likely duplicates are told."""
    closed = next(each for each in proposals() if each["title"].startswith("The facility was closed"))
    assert [each[:3] for each in closed["filled"]] == [
        ["When", "2009", "2009"],
        ["Who", "Rafael Correa, initiator", "then-President Rafael Correa"],
    ]
    assert [each[0] for each in closed["open"]] == ["Where", "Who"]
    package = next(each for each in proposals() if "$13.5 million" in each["title"])
    assert [each[:2] for each in package["filled"]][:2] == [
        ["Who", "United States, initiator"],
        ["Who", "Ecuador, recipient"],
    ]


def test_an_accepted_proposal_is_saved_and_the_draft_stays(press, proposals, workspace):
    """The event says that nobody has reviewed it, and is proposed no more."""
    first = next(each for each in proposals() if each["types"])
    answer, told = press("accept-proposal", {"title": "Mine"}, key=first["key"], type=first["types"][0])
    assert (told, answer["fields"]) == ("", {"title": "Mine"})
    (made,) = [each for each in load(workspace).events.values() if "nobody has reviewed" in (each.review.note or "")]
    assert (made.what.type, made.review.status) == (first["types"][0], "draft")
    assert first["key"] not in [each["key"] for each in proposals()]
    _, told = press("accept-proposal", {}, key=first["key"])
    assert "not there any more" in told


def test_a_refused_proposal_is_remembered(press, proposals, workspace):
    """No event is made of it, and another server does not show it either."""
    before = set(load(workspace).events)
    first = proposals()[0]
    press("refuse-proposal", {}, key=first["key"])
    assert first["key"] not in [each["key"] for each in proposals()]
    assert set(load(workspace).events) == before
    assert read_proposals(workspace, SOURCE).decided == {first["key"]: "refused"}


def test_a_changed_proposal_is_a_draft_in_the_form(press, proposals, workspace):
    """It can be saved as any other; discarded, it is proposed again; a draft that is being written is not lost."""
    first = proposals()[2]
    answer, told = press("change-proposal", {"title": "Mine"}, key=first["key"])
    assert "Save or discard the draft first" in told
    assert answer["fields"] == {"title": "Mine"}
    answer, told = press("change-proposal", {}, key=first["key"])
    assert told == ""
    assert answer["fields"]["claims"]
    press("discard", answer["fields"])
    assert first["key"] in [each["key"] for each in proposals()]
    answer, _ = press("change-proposal", {}, key=first["key"])
    _, told = press("save", answer["fields"])
    assert told.startswith("Saved as events/")
    assert load(workspace).problems == ()
    assert first["key"] not in [each["key"] for each in proposals()]


def test_what_a_discarded_proposal_needed_leaves_the_registries(press, workspace):
    """Byte for byte, and it is said; but what another event names by now stays."""
    text = "On 3 May 2021, Peru signed a treaty with Bolivia in Lima.\n"
    digest = f"{{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
    write(workspace, "seeds/treaty.txt", text)
    write(workspace, "seeds/treaty.yaml", f"kind: article\nlanguage: en\ntext: {digest}\n")
    files = [workspace / "events" / "registry" / f"{each}.yaml" for each in ("places", "actors")]
    before = [each.read_bytes() for each in files]
    press("propose", source="treaty")
    (proposal,) = proposals_shown(Draft("treaty"), PageContext(validate(workspace)))["open"]
    answer, _ = press("change-proposal", {}, key=proposal["key"], source="treaty")
    assert {"peru", "bolivia"} <= set(load(workspace).actors)
    assert "lima" in load(workspace).places
    _, told = press("discard", answer["fields"], source="treaty")
    assert told == "Discarded. Removed from the registries again: lima, peru, bolivia."
    assert [each.read_bytes() for each in files] == before
    answer, _ = press("change-proposal", {}, key=proposal["key"], source="treaty")
    edit(workspace, "events/ecuador/us-base-closed.yaml", "{actor: rafael-correa,", "{actor: peru,")
    press("discard", answer["fields"], source="treaty")
    here = load(workspace)
    assert ("peru" in here.actors, "bolivia" in here.actors, "lima" in here.places) == (True, False, False)


def test_a_model_is_asked_only_by_the_press_that_names_its_host(press, workspace, monkeypatch):
    """Without one that is set up there is no such button; what it answers is kept, and lies of it are not shown."""
    press("propose")
    page = PageContext(validate(workspace))
    assert proposals_shown(Draft(SOURCE), page)["model"] is None
    lie = {"quote": "Ecuador attacked Peru.", "verb": "attacked"}
    with serving(lists(lie)) as (address, requests):
        monkeypatch.setenv("DATELINE_LLM_ADDRESS", address)
        monkeypatch.setenv("DATELINE_LLM_MODEL", "liar")
        before = proposals_shown(Draft(SOURCE), page)
        host = before["model"]["host"]
        assert address.startswith(f"http://{host}/")
        _, told = press("ask-model", {}, host="elsewhere.example")
        assert ("Nothing was sent" in told, requests) == (True, [])
        answer, told = press("ask-model", {}, host=host)
        assert told == ""
        assert answer["said"].startswith("liar named 1 sentence, new proposals: 0. They do not stand in the text")
        assert len(requests) == 1
    assert read_proposals(workspace, SOURCE).answers == (lie,)
    assert proposals_shown(Draft(SOURCE), page)["open"] == before["open"]


def test_an_actor_is_made_in_one_line_and_one_that_is_wrong_is_refused(press, workspace):
    """A country is two capitals."""
    entry = {"name": "China", "kind": "government", "country": "CHN"}
    assert "country" in press("choose", {}, "China", registry="actors", entry=entry)[1]
    answer, told = press("choose", {}, "China", registry="actors", entry={**entry, "country": "CN"})
    assert (told, answer["fields"]["who"][0]["actor"]) == ("", "china")
    assert load(workspace).actors["china"].kind == "government"


def test_a_draft_is_saved_as_a_file_that_validates_and_is_let_go(press, workspace):
    """Under a name made of its title, in the folder where events of its source are."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    fields = press("mark", fields, "$13.5 million", **{"as": "how-much"})[0]["fields"]
    answer, told = press("save", {**fields, "title": "Money for Ecuador", "tags": [], "what": {}})
    assert told == "Saved as events/ecuador/money-for-ecuador.yaml."
    assert (answer["saved"], answer["fields"]) == (True, {})
    assert read_draft(workspace, SOURCE) is None
    here = load(workspace)
    assert here.events["money-for-ecuador"].amounts["money"].reported.value == 13500000
    assert [each for each in here.problems if "money" in each.file] == []


def test_what_was_saved_is_committed_where_that_was_ticked(press, repository):
    """The event with the registry that it needs, and nothing else that is staged."""
    git = repository
    git("add", "seeds")
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    entry = {"name": "The Initiative", "kind": "company"}
    fields = press("choose", fields, "$13.5 million initiative", registry="actors", entry=entry)[0]["fields"]
    _, told = press("save", {**fields, "title": "Money for Ecuador"}, commit=True)
    assert told.startswith("Saved as events/ecuador/money-for-ecuador.yaml")
    assert "Committed as " in told
    shown = git("show", "--name-only", "--format=%an %s").splitlines()
    assert shown[0] == "Ana Add event money-for-ecuador: Money for Ecuador"
    assert shown[2:] == ["events/ecuador/money-for-ecuador.yaml", "events/registry/actors.yaml"]
    assert git("diff", "--cached", "--name-only").startswith("seeds/")


def test_what_an_event_needs_is_committed_with_it_after_a_restart(press, workspace, monkeypatch, repository):
    """Git is asked which entries it lacks: a server that knows nothing of their making commits them, too."""
    place = {"name": "Guayaquil", "country": "EC", "precision": "city", "latitude": -2.2, "longitude": -79.9}
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    (workspace / "seeds/geonames.yaml").unlink()
    repository("add", "-A")
    repository("commit", "-q", "-m", "All")
    entry = {**place, "sources": ["geonames"]}
    fields = press("choose", fields, "Ecuador", registry="places", entry=entry)[0]["fields"]
    press("choose", fields, "Ecuador", registry="actors", entry={"name": "Nobody", "kind": "person"})
    monkeypatch.setattr(state, "recall", lambda _name: None)
    fields["who"] = [{"actor": "ecuador", "role": "mentioned", "claims": list(fields["claims"])}]
    _, told = press("save", {**fields, "title": "Money for Ecuador"}, commit=True)
    assert "Committed as " in told
    assert repository("show", "--name-only", "--format=").splitlines() == [
        "events/ecuador/money-for-ecuador.yaml",
        "events/registry/places.yaml",
        "seeds/geonames.yaml",
    ]
    assert repository("status", "--porcelain").splitlines() == ["M events/registry/actors.yaml"]


@pytest.fixture
def undated(workspace):
    """A source without a day, whose text has days without a year."""
    text = "Harbour News, 1 August 2021\n\nThe port of Quito closed on July 28.\n"
    held = f"{{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
    write(workspace, "seeds/harbour.txt", text)
    write(workspace, "seeds/harbour.yaml", f"# Ours.\nkind: article\nlanguage: en\ntext: {held}\nnote: Mine.\n")
    start = text.index("on July 28")
    return {"source": "harbour", "start": start, "end": start + len("on July 28")}


def test_a_day_without_its_year_can_have_the_one_that_the_text_names_before_it(press, undated):
    """The page is told the date and the words; one press takes it, and the claim quotes both."""
    answer, _ = press("mark", **undated, **{"as": "when"})
    assert answer["year_before"] == ["28 July 2021", "Harbour News, 1 August 2021"]
    answer, told = press("year", answer["fields"], **undated)
    assert (told, answer["year_before"], answer["fields"]["when"]["reported"]) == ("", None, "2021-07-28")
    (claim,) = answer["fields"]["claims"].values()
    assert [each["exact"] for each in claim["quotes"]][1] == "Harbour News, 1 August 2021"


def test_a_commit_tells_which_text_git_does_not_have(press, undated, repository):
    """It is left to whoever decides about texts, but nobody else can check the quotes without it."""
    repository("add", "events")
    repository("commit", "-q", "-m", "All")
    answer, _ = press("mark", **undated, **{"as": "claim"})
    _, told = press("save", answer["fields"], source="harbour", commit=True)
    assert "Git does not have the text of harbour" in told


def test_a_day_without_its_year_says_that_the_day_of_the_source_is_missing(press, undated, workspace, repository):
    """One press gives it: the source is described by it from then on, and the words are a date."""
    repository("add", "-A")
    repository("commit", "-q", "-m", "All")
    answer, told = press("mark", **undated, **{"as": "when"})
    assert (answer["lacks_day"], told) == (True, "")
    assert answer["fields"]["when"]["as_reported"] == "on July 28"
    for wrong in ("", "July", "2021", "../../x", "the 30th of May"):
        assert "such as 2021-07-28" in press("day", answer["fields"], **undated, day=wrong)[1]
    answer, told = press("day", answer["fields"], **undated, day="2021-08-02")
    assert (told, answer["lacks_day"], answer["fields"]["when"]["reported"]) == ("", False, "2021-07-28")
    source = load(workspace).sources["harbour"]
    assert str(source.published.assessed.date) == "2021-08-02"
    written = (workspace / "seeds/harbour.yaml").read_text(encoding="utf-8")
    assert written.startswith("# Ours.\nkind: article\n")
    press("save", {**answer["fields"], "title": "Closed"}, source="harbour", commit=True)
    assert "seeds/harbour.yaml" in repository("show", "--name-only", "--format=").splitlines()


def test_the_day_that_the_text_has_at_its_top_is_reported(press, undated, workspace):
    """Any other is the team's own, with a note."""
    fields = press("mark", **undated, **{"as": "when"})[0]["fields"]
    press("day", fields, **undated, day="1 August 2021")
    published = load(workspace).sources["harbour"].published
    assert (str(published.reported), published.assessed) == ("2021-08-01", None)


def test_a_proposal_is_committed_with_what_it_added_to_the_registries(press, workspace, monkeypatch, repository):
    """Otherwise a clone would have an event without its actor."""
    committed = []
    monkeypatch.setattr(answers, "commit_saved", lambda files, _message: committed.extend(files) or "Committed.")
    text = "Foreign Minister Ana Ruiz condemned Peru in May 2021."
    held = f"{{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
    write(workspace, "seeds/peru.txt", text)
    write(workspace, "seeds/peru.yaml", f"kind: article\nlanguage: en\ntext: {held}\n")
    press("propose", source="peru")
    page = PageContext(validate(workspace))
    (proposal,) = proposals_shown(Draft("peru"), page)["open"]
    repository("add", "-A")
    repository("commit", "-q", "-m", "All")
    answer, told = press("change-proposal", source="peru", key=proposal["key"])
    assert told == ""
    press("save", answer["fields"], source="peru", commit=True)
    assert committed[1:] == ["events/registry/actors.yaml"]


def test_that_an_event_was_saved_is_told_beside_what_the_next_one_begins_with(press, workspace):
    """Words may be marked before the save is answered: they are of the next event, and the message stays."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    saved = press("save", {**fields, "title": "Money for Ecuador"})[1]
    assert saved == "Saved as events/ecuador/money-for-ecuador.yaml."
    answer, told = press("mark", words="$13.5 million", follows_save=True, **{"as": "how-much"})
    assert (told, list(answer["fields"]["amounts"])) == (saved, ["money"])
    _, told = press("mark", words="U.S.", follows_save=True, **{"as": "no-such"})
    assert told.startswith(f"{saved} Choose what the words are")
    _, told = press("save", {**answer["fields"], "title": "More"}, follows_save=True)
    assert told.startswith(f"{saved} Choose what")
    assert told.endswith("Saved as events/ecuador/more.yaml.")
    assert press("mark", words="$13.5 million", **{"as": "how-much"})[1] == ""


def test_a_second_press_saves_nothing_twice(press, workspace):
    """The very same is there already; another event under its name is refused; an empty draft is no event."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    press("save", fields, id="money")
    assert press("save", fields, id="money")[1] == "Saved as events/ecuador/money.yaml."
    assert "exists already" in press("save", {**fields, "title": "Another"}, id="money")[1]
    assert "Not saved: fix" in press("save")[1]
    assert sum(path.stem == "money" for path in (workspace / "events").rglob("*.yaml")) == 1


def test_a_claim_goes_to_an_event_that_is_there(press, workspace):
    """Behind its others; the draft is let go."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    _, told = press("join", fields, event="us-security-package")
    assert told == "Added to events/ecuador/us-security-package.yaml: announced-million."
    assert "announced-million" in load(workspace).events["us-security-package"].claims
    assert "gone" in press("join", fields, event="no-such")[1]
    _, told = press("join", fields, event="us-security-package")
    assert told == "events/ecuador/us-security-package.yaml has these claims already."


def test_a_claim_takes_its_values_along_to_the_event(press, workspace):
    """Nothing that was written is lost: what the event has not is added, and what differs stands beside."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    fields = press("mark", fields, "$13.5 million", **{"as": "how-much"})[0]["fields"]
    key = next(iter(fields["claims"]))
    fields |= {"when": {"reported": "2025-09-04", "claims": [key]}, "commitment": {"level": "floated", "claims": [key]}}
    _, told = press("join", fields, event="us-security-package")
    assert told == (
        f"Added to events/ecuador/us-security-package.yaml, with 1 error: {key}. The event keeps its own commitment."
    )
    event = load(workspace).events["us-security-package"]
    assert (str(event.when.reported), event.when.claims) == ("2025-09-04", (key,))
    assert (event.amounts["package"].claims, len(event.amounts)) == (("announced", "earmarked", key), 1)
    assert event.commitment.level == "pledged"


def test_a_claim_that_is_added_to_an_event_is_committed_where_that_was_ticked(press, workspace, monkeypatch):
    """With a message of its own, and the registry that it needs."""
    committed = []
    monkeypatch.setattr(answers, "commit_saved", lambda *args: committed.append(args) or "Committed as abc.")
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    _, told = press("join", fields, event="us-security-package", commit=True)
    assert told.endswith("announced-million. Committed as abc.")
    (files, message) = committed.pop()
    assert files[0] == "events/ecuador/us-security-package.yaml"
    assert message == "Add announced-million to event us-security-package"
    press("join", {**fields, "title": "B"}, event="us-security-package")
    assert committed == []


def test_yaml_written_by_hand_is_taken_or_refused_with_its_line(press):
    """Both ways: the form shows what it says."""
    answer, _ = press("yaml", {"title": "Mine"}, text='title: Yours\nwhen: {reported: "2009"}\n')
    assert answer["fields"] == {"title": "Yours", "when": {"reported": "2009"}}
    answer, told = press("yaml", {"title": "Mine"}, text="title: a\ntitle: b\n")
    assert "Line 2, column 1" in told
    assert answer["fields"] == {"title": "Mine"}


@pytest.mark.parametrize(
    ("setting", "says"), [("1", "with --read-only"), ("open to others", "without --allow-writing")]
)
def test_nothing_is_written_where_pages_only_read(setting, says, press, workspace, page, monkeypatch):
    """The page is not offered, says so where its address is opened, and a press from elsewhere does nothing."""
    monkeypatch.setenv("DATELINE_READ_ONLY", setting)
    before = sorted(workspace.rglob("*"))
    answers.answer()
    assert sorted(workspace.rglob("*")) == before
    shown = page(workspace, page="add", source=SOURCE)
    assert says in shown.text("add-head")
    assert "add" not in shown.keys
    assert 'data-value="page=add"' not in shown.data("bar")["html"]


def test_problems_stand_beside_their_fields_in_the_words_of_validate(shown, root):
    """A date that the quotes do not give, a word of no vocabulary, and what is required."""
    claim = {"text": "It closed.", "quotes": [{"source": SOURCE, "exact": "the facility was closed in 2009"}]}
    fields = {"title": "Closed", "claims": {"closed": claim}, "when": {"reported": "2010", "claims": ["closed"]}}
    seen = review_draft(Draft(SOURCE, fields), shown(root))
    assert [(path, severity) for path, severity, *_ in seen.problems] == [(["when", "reported"], "error")]
    assert dict(seen.spoken) == {"when/reported": "2010"}
    assert seen.spans_in(SOURCE) != []
    seen = review_draft(Draft(SOURCE, {**fields, "who": [{"actor": "ecuador"}], "weight": "huge"}), shown(root))
    assert {tuple(path) for path, *_ in seen.problems} == {("who", 0, "role"), ("weight",)}
    assert (seen.event, seen.spans_in(SOURCE)) == (None, [])


def test_the_yaml_that_is_shown_is_the_file_that_would_be_written(shown, root):
    """In the order of the model, whatever the order in which fields were filled."""
    claim = {"text": "It closed.", "quotes": [{"source": SOURCE, "exact": "the facility was closed in 2009"}]}
    seen = review_draft(Draft(SOURCE, {"claims": {"closed": claim}, "title": "Closed"}), shown(root))
    assert list(read_document(seen.yaml.encode()).data) == ["title", "claims"]


def test_the_name_is_made_of_the_title_and_is_nobody_elses(shown, root):
    """A title that no name can be made of, and one that is taken."""
    here = shown(root)
    taken = here.workspace.events
    assert id_of(Draft(SOURCE, {"title": "Über Häfen, 2009"}), taken) == "uber-hafen-2009"
    assert id_of(Draft(SOURCE, {"title": "港"}), taken) == "event"
    assert id_of(Draft(SOURCE, {"title": "US base closed"}), taken) == "us-base-closed-2"
    assert len(id_of(Draft(SOURCE, {"title": "word " * 100}), taken)) <= 60
    assert folder_of(Draft("nobody"), here) == "ecuador"
    assert folder_of(Draft(SOURCE, folder="mine"), here) == "mine"


def test_a_draft_that_was_kept_is_on_the_page_again(page, press, workspace):
    """After a restart: nothing but the file is left of it."""
    press("mark", words=WORDS, **{"as": "claim"})
    given = page(workspace, page="add", source=SOURCE).data("add")
    assert list(given["kept"]["fields"]["claims"]) == ["announced-million"]
    assert given["kept"]["number"] == 4
    edit(workspace, ".dateline/drafts/us-troops-ecuador.json", "{", "")
    assert read_kept(SOURCE) == Draft(SOURCE)


def test_a_press_that_is_said_twice_is_answered_once(press, workspace):
    """A browser says it again where the answer is slow: no second event is made of it."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    press("save", fields, press=77)
    answer, _ = press("save", fields, press=77)
    assert answer["saved"]
    assert sum(path.stem.startswith("the-u-s-has") for path in (workspace / "events").rglob("*.yaml")) == 1


def test_lines_that_end_with_two_signs_are_counted_as_they_are(workspace, page, read):
    """A text that another program stored: every character of the page is still one of the text."""
    text = "One line of it,\r\nbroken by hand.\r\n\r\nPaid 1,000 dollars\r\nin cash."
    (workspace / "seeds" / "dos.txt").write_bytes(text.encode())
    html = page(workspace, page="add", source="dos").data("add-text")["html"]
    for each in html.split('class="dl-line"')[1:]:
        start = int(each.split('data-start="')[1].split('"')[0])
        body = each.split('class="dl-selectable"')[1].split("</p>")[0]
        shown = "".join(read("<p" + body + "</p>").pieces[1:-1])
        assert shown == text[start : start + len(shown)].replace("\n", " ").replace("\r", " ")


@pytest.mark.parametrize("fields", [{"who": "text"}, {"claims": {"a": {"text": "x", "quotes": "y"}}}, {"when": "soon"}])
def test_a_field_of_another_shape_is_refused_before_it_is_kept(press, workspace, fields):
    """By hand, or by a draft that somebody else wrote: the form could not be drawn with it."""
    text = json.dumps(fields)
    answer, told = press("yaml", {"title": "Mine"}, text=text)
    assert ("takes" in told, answer["fields"]) == (True, {"title": "Mine"})
    answer, told = press("mark", fields, WORDS, **{"as": "claim"})
    assert ("Correct it in the YAML" in told, answer["fields"]) == (True, fields)


def test_the_same_entry_is_added_once(press, workspace):
    """However often it is pressed; its source is described if it was not."""
    (workspace / "seeds/geonames.yaml").unlink()
    entry = {"name": "Istanbul", "country": "TR", "precision": "city", "latitude": 41.01, "longitude": 28.95}
    for _ in range(3):
        press("choose", {}, "China", registry="places", entry={**entry, "sources": ["geonames"]})
    here = load(workspace)
    assert [id_ for id_ in here.places if id_.startswith("istanbul")] == ["istanbul"]
    assert here.sources["geonames"].rights == "CC BY 4.0"


def test_a_draft_that_cannot_be_kept_is_told_and_nothing_is_undone(press, workspace):
    """The words are marked all the same, and an event that is saved is saved."""
    (workspace / ".dateline").write_text("in the way", encoding="utf-8")
    answer, told = press("mark", words=WORDS, **{"as": "claim"})
    assert "Only this browser keeps the draft" in told
    assert "announced-million" in answer["fields"]["claims"]
    press("save", answer["fields"], id="money")
    assert "money" in load(workspace).events


def test_why_nothing_was_saved_is_told_before_that_the_draft_is_not_kept(press, workspace):
    """A full disk hinders both, and whoever pressed Save asks about the event."""
    (workspace / ".dateline").write_text("in the way", encoding="utf-8")
    answer, _ = press("mark", words=WORDS, **{"as": "claim"})
    _, told = press("save", answer["fields"], id="../x")
    assert told.startswith("Not saved: ") or "is not an id" in told.split(". ")[0]
    assert "Only this browser keeps the draft" in told


def test_another_tab_on_the_same_text_is_told_of(press):
    """Only the last change of both is kept."""
    press("mark", words=WORDS, writer="one", **{"as": "claim"})
    assert "Another tab" in press("mark", words=WORDS, writer="two", **{"as": "claim"})[1]
    assert press("mark", words=WORDS, writer="two", **{"as": "claim"})[1] == ""


def test_claims_that_break_the_model_go_to_no_event(press, workspace):
    """The event that is there stays as it is."""
    before = (workspace / "events/ecuador/us-security-package.yaml").read_bytes()
    _, told = press("join", {"claims": {"a": {"text": "x", "credibility": 9}}}, event="us-security-package")
    assert told.startswith("Not added:")
    assert (workspace / "events/ecuador/us-security-package.yaml").read_bytes() == before


def test_an_event_that_is_saved_by_a_server_that_then_ends_is_not_saved_twice(press, workspace, monkeypatch):
    """The press is said once more to the next server, which knows nothing of it."""
    fields = press("mark", words=WORDS, **{"as": "claim"})[0]["fields"]
    press("save", fields)
    monkeypatch.setattr(state, "recall", lambda _name: None)
    _, told = press("save", fields)
    assert told.startswith("Saved as events/ecuador/the-u-s-has")
    assert sum(path.stem.startswith("the-u-s-has") for path in (workspace / "events").rglob("*.yaml")) == 1


@pytest.mark.parametrize(
    ("draft", "path"),
    [
        (Draft(SOURCE, id="us-base-closed"), "id"),
        (Draft(SOURCE, id="../../x"), "id"),
        (Draft(SOURCE, id="con"), "id"),
        (Draft(SOURCE, folder="registry"), "folder"),
        (Draft(SOURCE, folder="../../x"), "folder"),
    ],
)
def test_a_name_that_cannot_be_is_told_while_it_is_typed(shown, root, monkeypatch, draft, path):
    """Beside its field, and not only when the event is saved."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(root))
    seen = review_draft(draft, shown(root))
    assert [each[0] for each in seen.problems if each[0] in (["id"], ["folder"])] == [[path]]


@pytest.mark.parametrize("registry", ["threads", "briefings", "../x", ""])
def test_nothing_is_added_to_another_registry(press, registry):
    """A press that no button of ours makes."""
    answer, told = press("choose", {"title": "Mine"}, "China", registry=registry, entry={"title": "T", "name": "N"})
    assert (told, answer["fields"]) == ("Choose a place or an actor.", {"title": "Mine"})


def test_names_of_the_registry_stand_with_the_text_and_the_quotes(press, workspace):
    """Each at its place in code points; in the quotes, those alone that no field of their kind has."""
    made, _ = press("mark", words=WORDS, **{"as": "claim"})
    page = PageContext(validate(workspace))
    draft = Draft(SOURCE, made["fields"], number=1)
    text = page.workspace.texts[SOURCE]
    found = names_in_text(draft, review_draft(draft, page), (0, 400), page)
    assert ["actors", "united-states", "United States"] in [row[:3] for row in found["in_sight"]]
    assert all(0 <= start < end <= 400 for *_, start, end in found["in_sight"])
    assert {text[start:end] for *_, start, end in found["in_quotes"]} == {"U.S.", "Ecuador"}
    assert {(registry, id_) for registry, id_, *_ in found["in_quotes"]} == {
        ("actors", "united-states"),
        ("actors", "ecuador"),
        ("places", "ecuador"),
    }
    named = Draft(SOURCE, {**made["fields"], "where": {"reported": "ecuador"}}, number=2)
    left = names_in_text(named, review_draft(named, page), (0, 400), page)["in_quotes"]
    assert {(registry, id_) for registry, id_, *_ in left} == {("actors", "united-states"), ("actors", "ecuador")}


def test_what_the_first_press_would_read_is_read_behind_the_page(page, root, monkeypatch):
    """Where a text is opened, what is compared of thousands of events is read once all of the page is there."""
    read = []
    monkeypatch.setattr(add_page, "prepare_ties", lambda _workspace: read.append("ties"))
    monkeypatch.setattr(add_page, "prepare_alike", lambda _workspace: read.append("traits"))
    page(root, page="add")
    assert not read
    page(root, page="add", source=SOURCE)
    assert read == ["ties", "traits"]


def test_what_is_read_of_all_events_holds_when_a_place_comes(workspace, monkeypatch):
    """Thousands of titles are not read again for a place that is added beside them."""
    here, read = load(workspace), []
    prepare_alike(here)
    prepare_ties(here)
    monkeypatch.setattr(alike, "_traits_in", read.append)
    monkeypatch.setattr(surroundings, "_ties_in", read.append)
    another = replace(here, places={**here.places})
    event = next(iter(here.events.values()))
    assert isinstance(alike_events(event, another), tuple)
    assert event.id in workspace_around(event, another).events
    assert not read
