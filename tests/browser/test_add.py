"""Adding an event in the browser: words are selected, said to be what they are, and are an event on the map."""

import hashlib
import re
import time
from pathlib import Path

import pytest
from fingers import phone
from playwright.sync_api import expect

from dashboard.checks.validation import validate
from dashboard.model.problem import Severity
from dashboard.store.loading import load
from tests.browser.adding import PATIENT_MS, SELECT, STRAIT, STRAIT_EVENTS, Adding, mark
from tests.copying import write

MORE = Path(__file__).parents[3] / "shared" / "article" / "more"
STRAIT_ID = "taiwan-strait"
HARBOUR = """Harbour News, 4 September 2025

The port of Guayaquil closed on Tuesday after a strike, the mayor of the city said.

About 300 dock workers marched to the port. “We will not go back,” said Ana Ruiz, who leads the union.

The government set aside $2.5 million for repairs.

👩‍👩‍👧‍👦 أغلق الميناء يوم الثلاثاء. The café at the port stayed open.
"""
SAVE_AND_GO_ON = f"""(steps) => {{
    const press = (key, ctrlKey) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', {{key, ctrlKey, bubbles: true}}));
    press('Enter', true);
    for (const [words, key] of steps) {{
        ({SELECT})(words);
        press(key);
    }}
}}"""
"""Presses all of it before the server can have answered any."""
PROPOSED = """\
On 3 May 2021, Peru signed a treaty with Chile in Lima.

Peru condemned Chile in 2022.

In 2023, Peru attacked Chile.
"""
DESCRIPTION = """\
kind: article
language: en
text: {{sha256: {sha256}, characters: {characters}}}
title: {{reported: Harbour News}}
published: {{reported: "2025-09-04"}}
"""


@pytest.fixture
def harbour(changed):
    """The served workspace with a stored text that nobody has read events from."""
    write(changed, "seeds/harbour.txt", HARBOUR)
    sha256 = hashlib.sha256(HARBOUR.encode()).hexdigest()
    write(changed, "seeds/harbour.yaml", DESCRIPTION.format(sha256=sha256, characters=len(HARBOUR)))
    yield changed
    for each in (*changed.glob("seeds/harbour.*"), *draft_files(changed)):
        each.unlink()


def draft_files(workspace):
    """The files that keep drafts, also those in folders."""
    return [each for each in workspace.glob(".dateline/*/**/*") if each.is_file()]


def opened(visit, path="/?page=add&source=harbour", **options):
    """The text, beside the form."""
    page = visit(path, figures=False, **options)
    page.wait_for_selector(".dl-add-foot")
    expect(page.locator(".dl-selectable").first).to_be_visible()
    return page


def test_an_unread_text_becomes_an_event_on_the_map_within_twelve_presses(visit, harbour):
    """By keys, once words are selected: claim, date, place, save; and the mark stands on Situation."""
    page = opened(visit)
    started, presses = time.monotonic(), 0
    for words, key, said in (
        ("The port of Guayaquil closed on Tuesday after a strike", "c", "Claim port-guayaquil added"),
        ("on Tuesday", "w", "Date: 2 September 2025"),
        ("Guayaquil", "l", "Choose the place"),
    ):
        mark(page, words, key, said)
        presses += 2
    offer = page.get_by_role("button", name=re.compile(r"Add this place: Guayaquil, Ecuador"))
    expect(offer.locator("xpath=ancestor::li").locator("svg.dl-locator .dl-locator-point")).to_be_visible()
    offer.click()
    presses += 1
    expect(page.locator("[data-at='where/reported'] select")).to_have_value("guayaquil", timeout=PATIENT_MS)
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("2025-09-02")
    expect(page.locator("[data-spoken='when/reported']")).to_have_text("2 September 2025", timeout=PATIENT_MS)
    expect(page.locator(".dl-problem-count")).to_have_text("Ready. No problems found", timeout=PATIENT_MS)
    page.keyboard.press("Control+Enter")
    presses += 1
    expect(page.locator(".dl-compose-notice")).to_contain_text("Saved as events/", timeout=PATIENT_MS)
    page.get_by_role("link", name="Show the event").click()
    presses += 1
    expect(page.locator(".dl-card h2")).to_contain_text("The port of Guayaquil closed", timeout=PATIENT_MS)
    assert presses <= 12
    assert time.monotonic() - started < 60
    here = load(harbour)
    (made,) = [
        each
        for each in here.events.values()
        if any(q.source == "harbour" for c in each.claims.values() for q in c.quotes)
    ]
    assert (str(made.when.reported), made.where.reported) == ("2025-09-02", "guayaquil")
    assert [each for each in here.problems if made.id in each.file] == []


@pytest.mark.proof
@pytest.mark.skipif(not MORE.is_dir(), reason="the texts of others are not here")
def test_five_events_of_one_text_are_made_without_leaving_it(visit, changed):
    """Each is valid and has its date; those with a place are on the map; no more than twelve presses each."""
    store_text(changed, STRAIT)
    try:
        adding = Adding(opened(visit, f"/?page=add&source={STRAIT_ID}"))
        for number, steps in enumerate(STRAIT_EVENTS, 1):
            before = adding.presses
            adding.add(steps)
            assert adding.presses - before <= 12
            expect(adding.page.locator(".dl-made-count")).to_have_text(f"Events from this text {number}")
        assert adding.seconds < 300
        adding.show()
        here = validate(changed)
        made = [each for each in here.workspace.events.values() if quotes(each, STRAIT_ID)]
        assert {str(each.when.reported): each.where.reported for each in made} == {
            "1950-06": None,
            "1954-09": None,
            "1955-01": None,
            "1955-04": "bandung",
            "1955-09": "geneva",
        }
        files = {here.workspace.files[each.id] for each in made}
        assert [each for each in here.problems if each.file in files and each.severity is Severity.ERROR] == []
    finally:
        for each in draft_files(changed):
            each.unlink()


def store_text(workspace, name):
    """Store a text of others as a source."""
    text = (MORE / f"{name}.txt").read_text(encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    write(workspace, f"seeds/{STRAIT_ID}.txt", text)
    write(workspace, f"seeds/{STRAIT_ID}.yaml", DESCRIPTION.format(sha256=sha256, characters=len(text)))


def quotes(event, source):
    """Whether an event quotes a source."""
    return any(quote.source == source for claim in event.claims.values() for quote in claim.quotes)


@pytest.mark.proof
def test_a_draft_survives_reload_and_another_page(visit, harbour):
    """Of what was marked and typed nothing is lost; discarded, nothing of it comes again."""
    page = opened(visit)
    mark(page, "The government set aside $2.5 million for repairs", "c", "Claim")
    mark(page, "$2.5 million", "m", "Amount money added")
    page.get_by_label("A headline in your own words").fill("Repairs")
    page.reload()
    page.wait_for_selector(".dl-draft-quote")
    expect(page.get_by_label("A headline in your own words")).to_have_value("Repairs")
    expect(page.get_by_label("Number", exact=True)).to_have_value("2500000")
    page.get_by_role("link", name="Threads", exact=True).first.click()
    page.wait_for_selector(".dl-thread-head")
    page.go_back()
    page.wait_for_selector(".dl-draft-quote")
    expect(page.get_by_label("A headline in your own words")).to_have_value("Repairs")
    page.get_by_role("button", name="Discard the draft").click()
    expect(page.locator(".dl-draft-quote")).to_have_count(0, timeout=PATIENT_MS)
    page.reload()
    page.wait_for_selector(".dl-add-foot")
    expect(page.locator(".dl-draft-quote")).to_have_count(0)


@pytest.mark.proof
def test_keys_pressed_faster_than_the_server_answers_are_all_heard(visit, harbour):
    """Each is of what the one before has made of the draft: no claim is lost."""
    page = opened(visit)
    for words, key in (("The port of Guayaquil closed", "c"), ("$2.5 million", "m"), ("About 300 dock workers", "m")):
        page.evaluate(SELECT, words)
        page.keyboard.press(key)
    expect(page.get_by_label("Number", exact=True)).to_have_count(2, timeout=PATIENT_MS)
    expect(page.locator(".dl-draft-quote")).to_have_count(3)


@pytest.mark.proof
def test_words_marked_before_a_save_is_answered_begin_the_next_event(visit, harbour):
    """And a quote of them goes to the claim that they make: the hand need not wait for the server."""
    page = opened(visit)
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim")
    expect(page.locator(".dl-problem-count")).to_have_text("Ready. No problems found", timeout=PATIENT_MS)
    steps = [["About 300 dock workers marched", "c"], ["who leads the union", "q"], ["$2.5 million", "m"]]
    page.evaluate(SAVE_AND_GO_ON, steps)
    expect(page.get_by_label("Number", exact=True)).to_have_count(1, timeout=PATIENT_MS)
    expect(page.locator(".dl-compose-notice")).to_contain_text("Saved as events/")
    first = page.locator(".dl-add-section[aria-label=Claims] li.dl-row").first
    expect(first.locator(".dl-draft-quote")).to_have_text(["About 300 dock workers marched", "who leads the union"])
    (made,) = [each for each in load(harbour).events.values() if quotes(each, "harbour")]
    assert [len(each.quotes) for each in made.claims.values()] == [1]


@pytest.mark.proof
def test_a_place_and_actors_wait_for_a_choice_while_other_words_are_marked(visit, harbour):
    """What is offered for some words is there until it is chosen: no mark is lost by the next one."""
    page = opened(visit)
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim")
    mark(page, "Guayaquil", "l", "Choose the place")
    mark(page, "Ana Ruiz", "a", "no such actor")
    mark(page, "on Tuesday", "w", "Date: 2 September 2025")
    expect(page.locator(".dl-add-offer")).to_have_count(2)
    page.get_by_role("button", name="Add this actor").click()
    expect(page.locator("[data-at='who/0/actor'] select")).to_have_value("ana-ruiz", timeout=PATIENT_MS)
    page.get_by_role("button", name=re.compile("Add this place: Guayaquil, Ecuador")).click()
    expect(page.locator("[data-at='where/reported'] select")).to_have_value("guayaquil", timeout=PATIENT_MS)
    expect(page.locator(".dl-add-offer")).to_have_count(0)


@pytest.mark.proof
def test_a_double_press_does_everything_once(visit, harbour):
    """A place is added once, an event is saved once, and what is said is that it was saved."""
    page = opened(visit)
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim")
    mark(page, "Guayaquil", "l", "Choose the place")
    page.get_by_role("button", name=re.compile("Add this place: Guayaquil, Ecuador")).dblclick()
    expect(page.locator("[data-at='where/reported'] select")).to_have_value("guayaquil", timeout=PATIENT_MS)
    expect(page.get_by_role("button", name="Save event")).to_be_enabled(timeout=PATIENT_MS)
    page.get_by_role("button", name="Save event").dblclick()
    expect(page.locator(".dl-compose-notice")).to_contain_text("Saved as events/", timeout=PATIENT_MS)
    expect(page.get_by_role("link", name="Show the event")).to_be_visible()
    here = load(harbour)
    assert [id_ for id_ in here.places if id_.startswith("guayaquil")] == ["guayaquil"]
    assert sum(each.startswith("the-port-of-guayaquil") for each in here.events) == 1


@pytest.mark.proof
def test_what_is_wrong_stands_beside_its_field_as_it_is_typed(visit, harbour):
    """In a real browser, of a few fields: all of them are tried in `tests/app/pages/test_every_input.py`."""
    page = opened(visit)
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim")
    mark(page, "$2.5 million", "m", "Amount")
    wrong = {
        "A headline in your own words": ("title", "x" * 2001),
        "Date as reported": ("when/reported", "2025-02-30"),
        "Number": ("amounts/money/reported/value", "-5"),
        "Folder": ("folder", "CON"),
        "Name": ("id", "../../x"),
    }
    for label, (at, typed) in wrong.items():
        page.get_by_label(label, exact=True).fill(typed)
        expect(page.locator(f"[data-at='{at}'] > .dl-error").first).to_be_visible(timeout=PATIENT_MS)
    page.reload()
    page.wait_for_selector(".dl-draft-quote")
    for label, (_, typed) in wrong.items():
        expect(page.get_by_label(label, exact=True)).to_have_value(typed)
    expect(page.locator(".stException")).to_have_count(0)


@pytest.mark.proof
def test_what_keeps_an_event_from_being_saved_is_in_sight(visit, harbour):
    """Wherever the form stands: in words at its foot, and beside the field, where the keyboard is then."""
    page = opened(visit, height=500)
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim")
    page.get_by_label("A headline in your own words").fill("")
    page.locator(".dl-add-yaml").scroll_into_view_if_needed()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".dl-compose-notice")).to_contain_text("Not saved: fix 1 field first", timeout=PATIENT_MS)
    expect(page.locator(".dl-add-state")).to_contain_text("Not saved: fix 1 field first")
    expect(page.locator(".dl-add-state")).to_be_in_viewport()
    expect(page.locator("[data-at=title] .dl-error")).to_be_in_viewport()
    expect(page.get_by_label("A headline in your own words")).to_be_focused()


@pytest.mark.proof
def test_words_behind_signs_of_many_code_units_are_quoted_as_they_stand(visit, harbour):
    """A browser counts a family of four as eleven; the quote is of the words that were selected."""
    page = opened(visit)
    mark(page, "أغلق الميناء يوم الثلاثاء", "c", "added")
    expect(page.locator(".dl-draft-quote")).to_have_text("أغلق الميناء يوم الثلاثاء")
    mark(page, "café at the port", "c", "Claim")
    expect(page.locator(".dl-draft-quote").last).to_have_text("café at the port")


@pytest.mark.proof
def test_a_name_of_the_registry_is_proposed_wherever_it_stands(visit, harbour):
    """N or a press selects it, the bar says what it is; what a claim quotes and no field has is one press away."""
    file = harbour / "events/registry/places.yaml"
    before = file.read_bytes()
    file.write_bytes(
        before + b"guayaquil: {name: Guayaquil, country: EC, precision: city, latitude: -2.2, longitude: -79.89}\n"
    )
    try:
        page = opened(visit)
        bar = page.locator(".dl-selection-bar")
        page.wait_for_function("CSS.highlights.get('dateline-name')?.size === 1")
        page.keyboard.press("n")
        expect(bar.get_by_role("status")).to_have_text("Guayaquil: place of the registry")
        expect(bar.locator(".dl-is-proposed")).to_have_attribute("data-as", "where")
        page.keyboard.press("Escape")
        expect(bar).to_be_hidden()
        mark(page, "The port of Guayaquil closed on Tuesday after a strike", "c", "Claim port-guayaquil added")
        page.get_by_role("button", name="Add Guayaquil", exact=True).click()
        expect(page.locator("[data-at='where/reported'] select")).to_have_value("guayaquil", timeout=PATIENT_MS)
        expect(page.locator(".dl-names-to-add")).to_have_count(0)
        point = page.evaluate(
            "(() => { const [range] = CSS.highlights.get('dateline-name'); const box = range.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        page.mouse.click(*point)
        assert page.evaluate("getSelection().toString()") == "Guayaquil"
        expect(bar).to_be_visible()
    finally:
        file.write_bytes(before)


def test_words_are_selected_and_marked_with_the_keyboard_alone(visit, harbour):
    """Arrows go from word to word, Shift takes more, Escape lets go."""
    page = opened(visit)
    page.locator(".dl-to-select").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".dl-selection-bar")).to_be_visible()
    words = page.evaluate("() => getSelection().toString().trim()")
    assert len(words.split()) >= 2
    page.keyboard.press("c")
    expect(page.locator(".dl-draft-quote")).to_have_count(1, timeout=PATIENT_MS)
    page.locator(".dl-to-select").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-selection-bar")).to_be_hidden()


@pytest.mark.proof
@pytest.mark.parametrize("width", [390, 1024, 1920])
def test_the_page_fits_and_its_bar_stays_in_the_window(visit, harbour, width):
    """The bar over the selected words lies in the window, wherever they stand."""
    page = opened(visit, width=width, height=800)
    for words in ("The port of Guayaquil", "who leads the union", "stayed open"):
        page.evaluate(SELECT, words)
        bar = page.locator(".dl-selection-bar")
        expect(bar).to_be_visible()
        box = bar.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= 800 - box["height"]
    assert page.evaluate("() => document.querySelector('.stMain').scrollWidth") <= width
    form = page.locator(".st-key-add-event")
    assert form.evaluate("(form) => form.scrollWidth - form.clientWidth") <= 0


@pytest.mark.proof
def test_on_a_phone_the_text_stays_in_sight(visit, harbour):
    """The form stands below it; the foot in the window says what was done, and saves."""
    page = opened(visit, width=390, height=844)
    page.evaluate(SELECT, "The port of Guayaquil closed on Tuesday")
    before = page.locator(".dl-selectable").nth(1).bounding_box()["y"]
    mark(page, "The port of Guayaquil closed on Tuesday", "c", "Claim ")
    expect(page.locator(".dl-add-foot")).to_contain_text("added")
    expect(page.locator(".dl-add-foot .dl-save")).to_be_in_viewport()
    page.wait_for_timeout(300)
    assert abs(page.locator(".dl-selectable").nth(1).bounding_box()["y"] - before) < 5


@pytest.mark.proof
def test_fingers_mark_words_with_buttons_clear_of_the_handles(browser, server, harbour):
    """The buttons stand above the foot, not where the handles hang; the foot leads to the form and back."""
    with phone(browser) as context:
        page = context.new_page()
        page.goto(f"{server.url}/?page=add&source=harbour")
        expect(page.locator(".dl-selectable").first).to_be_visible()
        bar, foot, jump = page.locator(".dl-selection-bar"), page.locator(".dl-add-foot"), page.locator(".dl-add-jump")
        page.evaluate(SELECT, "The port of Guayaquil closed")
        expect(bar).to_be_visible()
        page.evaluate("() => [1, 2].forEach(() => getSelection().modify('extend', 'forward', 'word'))")  # by a handle
        page.wait_for_function("() => getSelection().toString().endsWith('on Tuesday')")
        box = bar.bounding_box()
        words = page.evaluate("() => getSelection().getRangeAt(0).getBoundingClientRect().bottom")
        assert words + 24 <= box["y"]
        assert box["y"] + box["height"] <= foot.bounding_box()["y"]
        assert min(each.bounding_box()["height"] for each in bar.locator("button:visible").all()) >= 24
        bar.get_by_role("button", name="Claim").tap()
        expect(page.locator(".dl-add + p")).to_contain_text("Claim ", timeout=PATIENT_MS)
        jump.tap()
        expect(jump).to_have_text("To the text")
        expect(page.get_by_label("A headline in your own words")).to_be_in_viewport()
        jump.tap()
        expect(jump).to_have_text("To the form")
        expect(page.locator(".dl-selectable").first).to_be_in_viewport()


@pytest.mark.proof
def test_a_bar_of_two_lines_leaves_the_foot_in_the_window(visit, harbour):
    """However much stands above the text, what saves the event is seen."""
    page = opened(visit, width=1024, height=700)
    page.evaluate("() => { document.querySelector('.dl-add-bar').style.paddingBottom = '60px'; }")
    page.wait_for_timeout(300)
    assert page.evaluate("() => document.querySelector('.dl-add-foot').getBoundingClientRect().bottom") <= 700


@pytest.mark.proof
def test_an_actor_is_made_of_a_name_and_a_duplicate_is_told(visit, harbour):
    """The kind is chosen; the claim of an event that is there already can go to that event."""
    page = opened(visit)
    mark(page, "“We will not go back,” said Ana Ruiz", "c", "Claim")
    mark(page, "Ana Ruiz", "a", "no such actor")
    page.get_by_role("button", name="Add this actor").click()
    expect(page.locator("[data-at='who/0/actor'] select")).to_have_value("ana-ruiz", timeout=PATIENT_MS)
    assert load(harbour).actors["ana-ruiz"].kind == "person"


@pytest.mark.proof
def test_a_place_that_nobody_knows_is_made_by_keyboard_alone(visit, harbour):
    """What was typed stays if it is refused; the keyboard goes back to the words, and the arrows go on there."""
    page = opened(visit)
    selected = "getSelection().toString()"
    page.locator(".dl-to-select").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("getSelection().anchorNode.textContent").startswith("About 300 dock workers")
    mark(page, "About 300 dock workers marched to the port", "c", "Claim")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(selected).strip() == "About"
    mark(page, "dock workers marched", "l", "describe it")
    name = page.get_by_label("Name of the new place")
    expect(name).to_be_focused()
    name.fill("Quay of the dock workers")
    page.get_by_label("Latitude").fill("-2.2")
    page.keyboard.press("Tab")
    page.keyboard.type("far")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-compose-notice")).to_contain_text("`longitude` is text", timeout=PATIENT_MS)
    expect(page.get_by_label("Longitude")).to_be_focused()
    assert [name.input_value(), page.get_by_label("Longitude").input_value()] == ["Quay of the dock workers", "far"]
    page.get_by_label("Source of the point").select_option("harbour")
    page.get_by_label("Longitude").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("-79.9")
    page.keyboard.press("Enter")
    expect(page.locator("[data-at='where/reported'] select")).to_have_value(
        "quay-of-the-dock-workers", timeout=PATIENT_MS
    )
    expect(page.locator(".dl-to-select")).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(selected).strip() == "dock"
    made = load(harbour).places["quay-of-the-dock-workers"]
    assert (made.precision, made.latitude, made.longitude, made.sources) == ("site", -2.2, -79.9, ("harbour",))
    mark(page, "Ana Ruiz", "a", "no such actor")
    page.keyboard.press("Escape")
    expect(page.locator(".dl-add-offer")).to_have_count(0)
    expect(page.locator(".dl-to-select")).to_be_focused()


@pytest.mark.proof
def test_with_read_only_the_page_is_not_offered(visit, served_anew):
    """Neither in the bar nor by its address."""
    with served_anew(DATELINE_READ_ONLY="1") as url:
        page = visit("/", url=url)
        expect(page.locator(".dl-bar nav").get_by_role("link", name="Add")).to_have_count(0)
        other = visit("/?page=add", url=url, figures=False)
        expect(other.locator(".dl-first-steps")).to_contain_text("--read-only")
        for each in (page, other):
            each.close()


@pytest.mark.proof
def test_proposals_are_accepted_changed_and_refused_by_one_key_each(visit, harbour):
    """They are dotted in the text, and none is an event before its key; after a reload, what was refused stays away."""
    write(harbour, "seeds/harbour.txt", f"{HARBOUR}\n{PROPOSED}")
    whole = f"{HARBOUR}\n{PROPOSED}"
    sha256 = hashlib.sha256(whole.encode()).hexdigest()
    write(harbour, "seeds/harbour.yaml", DESCRIPTION.format(sha256=sha256, characters=len(whole)))
    before = set(load(harbour).events)
    page = opened(visit)
    expect(page.locator(".dl-proposal")).to_have_count(0)
    page.keyboard.press("p")
    for left in (5, 4, 3):
        expect(page.locator(".dl-proposal")).to_have_count(left, timeout=PATIENT_MS)
        if left > 3:
            page.keyboard.press("x")
    dotted = "[...CSS.highlights.get('dateline-proposal-current')].map(String)"
    assert page.evaluate(dotted) == ["On 3 May 2021, Peru signed a treaty with Chile in Lima."]
    assert set(load(harbour).events) == before
    page.keyboard.press("Enter")
    expect(page.locator(".dl-add + p")).to_contain_text("not reviewed yet", timeout=PATIENT_MS)
    expect(page.locator(".dl-proposal")).to_have_count(2, timeout=PATIENT_MS)
    (made,) = set(load(harbour).events) - before
    assert "nobody has reviewed" in (load(harbour).events[made].review.note or "")
    page.keyboard.press("x")
    expect(page.locator(".dl-proposal")).to_have_count(1, timeout=PATIENT_MS)
    page.keyboard.press("e")
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("2023", timeout=PATIENT_MS)
    expect(page.locator(".dl-proposal")).to_have_count(0, timeout=PATIENT_MS)
    assert set(load(harbour).events) == before | {made}
    page.reload()
    page.wait_for_selector(".dl-add-foot")
    page.locator(".dl-proposal-ask").click()
    expect(page.locator(".dl-proposals-head")).to_contain_text("4 decided before", timeout=PATIENT_MS)


YEARS = """The port opened in 1981.

In April 1983, it closed again. On December 4, two ships of the Israeli Navy came back.

Nothing more is known.
"""


@pytest.mark.proof
def test_a_day_has_the_year_that_the_text_names_and_the_text_stays_in_its_place(visit, harbour):
    """Enter takes it; the claim quotes both; the new actor has its kind; the page does not scroll meanwhile."""
    write(harbour, "seeds/harbour.txt", YEARS)
    sha256 = hashlib.sha256(YEARS.encode()).hexdigest()
    write(harbour, "seeds/harbour.yaml", f"kind: article\ntext: {{sha256: {sha256}, characters: {len(YEARS)}}}\n")
    page = opened(visit)
    page.set_viewport_size({"width": 1366, "height": 700})
    mark(page, "On December 4, two ships of the Israeli Navy came back", "c", "Claim ")
    before = page.evaluate("scrollY")
    mark(page, "December 4", "w", "These words have no year")
    expect(page.locator(".dl-selection-bar")).to_be_hidden()
    expect(page.get_by_role("button", name="Use 4 December 1983")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-at='when/reported'] input")).to_have_value("1983-12-04", timeout=PATIENT_MS)
    expect(page.locator(".dl-draft-quote").nth(1)).to_have_text("In April 1983")
    mark(page, "Israeli Navy", "a", "The registry has no such actor")
    expect(page.get_by_label("Kind of actor")).to_have_value("armed-force")
    assert page.evaluate("scrollY") == before


@pytest.mark.proof
def test_claims_are_added_to_an_event_that_is_found_by_words_of_its_title(visit, harbour):
    """It need not look the same. Words that several events have name none."""
    kept = harbour / "events/ecuador/us-base-closed.yaml"
    before = kept.read_bytes()
    page = opened(visit)
    expect(page.get_by_placeholder("Words of its title")).to_have_count(0)
    mark(page, "About 300 dock workers marched to the port", "c", "Claim ")
    field = page.get_by_placeholder("Words of its title")
    field.fill("Ecuador")
    field.press("Enter")
    expect(page.locator(".dl-add-state")).to_contain_text("choose one")
    field.fill("base ecuador closes")
    page.get_by_role("button", name="Add as claims of that event").click()
    expect(page.locator(".dl-compose-notice")).to_contain_text("Added to events/ecuador/us-base-closed.yaml")
    try:
        assert any(
            "harbour" in {q.source for q in c.quotes} for c in load(harbour).events["us-base-closed"].claims.values()
        )
    finally:
        kept.write_bytes(before)
