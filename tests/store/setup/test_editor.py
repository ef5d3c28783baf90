"""What an editor completes, marks and explains in a new workspace: asked of the real yaml-language-server."""

import os
from pathlib import Path

import pytest

from dashboard.model import vocabularies
from dashboard.model.schema import schemas
from dashboard.store.loading import load
from dashboard.store.setup import create_workspace, example_files, write_schemas
from dashboard.store.setup.editor_files import SCHEMAS_BY_FILES
from tests.store.setup.language_server import PROGRAM, LanguageServer

ROOT = Path(__file__).resolve().parents[3]
MODULES = ROOT / ".venv" / "javascript" / "node_modules"
EVENT = "events/harbour/other.yaml"
EXAMPLE = example_files()["events/harbour/port-closes.yaml"]
REGISTRIES = {
    "actors": "authority: {name: The port authority, kind: government}\nana-ruiz: {name: Ana Ruiz, kind: person}\n",
    "threads": (
        "strikes:\n  title: Strikes in ports\n  questions:\n    longer: {text: Will it last longer than a week?}\n"
    ),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A new workspace, with actors and a thread beside the example."""
    root = create_workspace(tmp_path_factory.mktemp("editor") / "our-events").root
    for name, text in REGISTRIES.items():
        (root / "events" / "registry" / f"{name}.yaml").write_text(text, encoding="utf-8")
    write_schemas(load(root))
    return root


@pytest.fixture(scope="module")
def editor(workspace, tool):
    """The language server, as an editor starts it for the workspace."""
    if not (MODULES / PROGRAM).exists():
        missing = "there is no yaml-language-server in .venv/javascript: `make scripts` installs it"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with LanguageServer(tool("node", "nodejs"), MODULES, workspace) as server:
        yield server


def test_every_kind_of_file_has_its_schema(workspace):
    """None is left without, and each schema that the settings name is there."""
    assert {*SCHEMAS_BY_FILES} == {*schemas()}
    assert {path.stem for path in (workspace / ".dateline" / "schemas").iterdir()} == {*schemas()}


def test_what_validates_has_no_mark(editor, workspace):
    """Every file of the workspace, as it stands."""
    for path in [*workspace.glob("events/**/*.yaml"), *workspace.glob("seeds/*.yaml")]:
        assert editor.marks(str(path.relative_to(workspace)), path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    ("file", "text", "mark"),
    [
        (EVENT, EXAMPLE.replace('"2026-03-03"', "2026"), "2:18 A date is EDTF, always in quotes"),
        (EVENT, EXAMPLE.replace("reported: ecuador", "reported: Peru"), "3:19 No place in events/registry/places.yaml"),
        (EVENT, EXAMPLE.replace("harbour-news", "harbor-news"), "8:17 No source in seeds/ has this id."),
        (EVENT, f"{EXAMPLE}threads: [strike]\n", "10:11 No thread in events/registry/threads.yaml"),
        (EVENT, f"{EXAMPLE}who: [{{actor: ana, role: initiator}}]\n", "10:15 No actor in events/registry/actors.yaml"),
        (EVENT, f"{EXAMPLE}relations: [{{type: repeats, event: port}}]\n", "10:36 No event in events/ has this id."),
        (
            EVENT,
            f"{EXAMPLE}what: {{type: retreat, modes: [visit]}}\n",
            '10:31 Value is not accepted. Valid values: "wi',
        ),
        (EVENT, EXAMPLE.replace("where:", "were:"), "3:1 Property were is not allowed."),
        (
            EVENT,
            EXAMPLE.replace("claims: [closed]}  ", "claims: [Closed]}  "),
            "An id has lower-case letters and digits",
        ),
        ("seeds/a.yaml", "kind: article\nlanguage: English\n", "2:11 A tag of BCP 47: `en`, `pt-BR`."),
        ("seeds/a.yaml", "kind: article\nurl: www.example.org\n", "2:6 An address with its `https://`."),
        ("events/registry/places.yaml", "Quito: {name: Quito, precision: city}\n", "1:1 An id has lower-case letters"),
        ("events/registry/places.yaml", "quito: {name: Q, precision: city, country: Ecuador}\n", "Two capital letters"),
        ("events/briefings/b.yaml", "title: B\nmarking: TLP:GREEN\nselection: {}\n", 'Missing property "as_of"'),
        ("events/workspace.yaml", "name: Ports\n", "Property name is not allowed."),
    ],
)
def test_what_is_wrong_is_marked_in_words(editor, file, text, mark):
    """The line and column, and what is to be written instead; in each kind of file by its own schema."""
    marks = editor.marks(file, text)
    assert any(mark in each for each in marks), marks


@pytest.mark.parametrize(
    ("text", "label", "explained"),
    [
        ("where: {reported: |}\n", "ecuador", "Ecuador"),
        ("toward:\n  - place: |\n", "ecuador", "Ecuador"),
        ("who:\n  - actor: |\n", "ana-ruiz", "Ana Ruiz"),
        ("threads: [|]\n", "strikes", "Strikes in ports"),
        ("threads:\n  - |\n", "strikes", "Strikes in ports"),
        ("relations:\n  - event: |\n", "port-closes", "Ecuador’s largest fishing port closes"),
        ("answers:\n  - question: |\n", "strikes/longer", "Will it last longer than a week?"),
        ("claims:\n  said:\n    text: It is so.\n    by: |\n", "authority", "The port authority"),
        ("claims:\n  said:\n    text: It is so.\n    quotes:\n      - source: |\n", "harbour-news", "harbour-news"),
        ("claims:\n  said:\n    text: It is so.\n    sources: [|]\n", "harbour-news", "harbour-news"),
        ("what:\n  type: |\n", "retreat", vocabularies.EVENT_TYPES["retreat"]["meaning"]),
        ("commitment:\n  level: |\n", "floated", vocabularies.COMMITMENT["floated"]),
    ],
)
def test_each_kind_of_id_and_word_is_completed_with_its_meaning(editor, text, label, explained):
    """In flow and in block style, from the first letter on."""
    assert editor.completions(EVENT, f"title: Another\n{text}").get(label) == explained


@pytest.mark.parametrize(
    "text",
    [
        "when:\n  claims: [|]\n",
        "when:\n  claims:\n    - |\n",
        "who:\n  - actor: ana-ruiz\n    role: initiator\n    claims: [|]\n",
        "amounts:\n  boats:\n    claims: [|]\n",
        "where:\n  assessed: {basis: quoted, claims: [|]}\n",
    ],
)
def test_claims_of_the_same_file_are_completed(editor, workspace, text):
    """And no others: not those of other events."""
    claims = "claims:\n  begun:\n    text: It began.\n  ended:\n    text: It ended.\n"
    other = workspace / "events" / "harbour" / "begins.yaml"
    other.write_text(f"title: It begins\n{claims}", encoding="utf-8")
    write_schemas(load(workspace))
    other.unlink()
    editor.tell_changed(".dateline/schemas/event.json")
    offered = editor.completions(EVENT, f"title: Another\n{claims}{text}")
    assert {"begun", "ended"} <= {*offered}
    assert "closed" not in offered


def test_modes_are_those_of_the_type(editor):
    """Only what goes with the type that is written beside them."""
    offered = editor.completions(EVENT, "title: Another\nwhat: {type: retreat, modes: [|]}\n")
    assert {*offered} == {*vocabularies.modes_of("retreat")}


def test_a_briefing_is_offered_events_and_their_claims(editor):
    """Each claim with its text."""
    head = 'title: B\nmarking: TLP:GREEN\nas_of: "2026"\n'
    offered = editor.completions("events/briefings/b.yaml", f"{head}bottom_line:\n  - text: So.\n    claims: [|]\n")
    assert offered["port-closes/closed"] == "Ecuador closed its largest fishing port on 3 March 2026."
    assert "port-closes" in editor.completions("events/briefings/b.yaml", f"{head}selection: {{events: [|]}}\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EXAMPLE.replace("when:", "|when:"), "The date. May be absent"),
        (EXAMPLE.replace("reported: ecuador", "reported: |ecuador"), "`ecuador`: Ecuador"),
        (f"{EXAMPLE}what: {{type: |retreat}}\n", f"`retreat`: {vocabularies.EVENT_TYPES['retreat']['meaning']}"),
        (EXAMPLE.replace("quotes:", "|quotes:"), "The words that support it."),
    ],
)
def test_a_field_and_a_value_are_explained(editor, text, words):
    """What the record format says of them, where the pointer rests."""
    assert words in editor.hover(EVENT, text)


def test_a_new_id_is_known_as_soon_as_the_schemas_are_renewed(editor, workspace):
    """What was marked is no longer, in an editor that has been open all the time."""
    places = workspace / "events" / "registry" / "places.yaml"
    text = EXAMPLE.replace("reported: ecuador", "reported: peru")
    assert any("No place" in mark for mark in editor.marks(EVENT, text))
    before = places.read_text(encoding="utf-8")
    places.write_text(f"{before}peru: {{name: Peru, country: PE, precision: country}}\n", encoding="utf-8")
    assert ".dateline/schemas/event.json" in write_schemas(load(workspace))
    editor.tell_changed(".dateline/schemas/event.json")
    assert editor.marks(EVENT, text) == []
