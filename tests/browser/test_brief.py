"""A briefing is composed with the keyboard or the mouse, saved, and kept from being lost."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.store.loading import load

SEED = "us-troops-in-ecuador"
NEW = "/?page=brief&briefing=%2B&begin=events&show=thread:us-forces-korea-costs"
TITLES = ".dl-chosen-event .dl-event-title"
PATIENT_MS = 20_000
"""For what a run of the server has to bring, while others use the machine."""
TWICE = """(all) => {
    const names = all.map((each) => each.dataset.focus);
    return names.filter((name, at) => names.indexOf(name) < at);
}"""
"""Fields and buttons of one name: which of them is typed in would be anybody's guess."""
SAVED = re.compile("Saved as events/briefings/")


def opened(visit, path=NEW, **options):
    """The composer, with what it found of the draft."""
    page = visit(path, figures=False, **options)
    page.wait_for_selector(".dl-compose-form h2")
    expect(page.locator(".dl-problem-count")).not_to_be_empty(timeout=PATIENT_MS)
    return page


def titles(page):
    """Of the chosen events, in their order."""
    return page.locator(TITLES).all_text_contents()


@pytest.mark.proof
def test_a_new_briefing_begins_without_a_reproach(visit):
    """What is required says so quietly, and aloud once it was typed and emptied, or Save is pressed."""
    page = opened(visit)
    assert page.locator(".dl-required").all_text_contents() == ["Required", "Required"]
    assert page.locator(".dl-field-problem.dl-error, .dl-failed, [aria-invalid=true]").count() == 0
    expect(page.locator(".dl-problem-count")).to_have_text("2 fields to fill in")
    title = page.get_by_role("textbox", name="Title")
    title.fill("Who pays")
    expect(page.locator(".dl-required")).to_have_count(1, timeout=PATIENT_MS)
    title.fill("")
    expect(page.locator(".dl-field-problem.dl-error")).to_have_count(1, timeout=PATIENT_MS)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".dl-field-problem.dl-error")).to_have_count(2, timeout=PATIENT_MS)


@pytest.mark.proof
def test_a_judgement_is_added_with_its_question_and_a_reason(visit):
    """Each field of it has its label; removed, nothing of it is left."""
    page = opened(visit)
    page.get_by_role("button", name="Add a judgement").click()
    judgement = page.locator("[data-at='judgements/0']")
    for label in ("Question", "Likelihood of a yes", "Confidence", "Initials"):
        expect(judgement.get_by_label(label)).to_be_visible()
    judgement.get_by_role("button", name="Add a reason").click()
    judgement.locator("[data-at='judgements/0/reasons/0']").get_by_label("Text").fill("They said so")
    page.get_by_role("button", name="Remove: Judgement 1").click()
    expect(judgement).to_have_count(0)
    expect(page.get_by_role("button", name="Add a judgement")).to_be_focused()


@pytest.mark.proof
def test_initials_are_typed_once_and_offered_wherever_they_are_asked(visit):
    """A judgement and a review are signed by whoever makes them; a sentence only if its writer says so."""
    page = opened(visit)
    page.get_by_role("button", name="Add a judgement").click()
    first = page.locator("[data-at='judgements/0']").get_by_label("Initials")
    expect(first).to_have_value("")
    first.fill("AR")
    page.get_by_role("button", name="Add a judgement").click()
    expect(page.locator("[data-at='judgements/1']").get_by_label("Initials")).to_have_value("AR")
    page.get_by_role("button", name="Add a sentence").first.click()
    sentence = page.locator("[data-at='bottom_line/0']").get_by_label("Initials")
    expect(sentence).to_have_value("")
    assert sentence.evaluate("(field) => field.list.options[0].value") == "AR"
    page.get_by_label("Review", exact=True).select_option("reviewed")
    expect(page.locator("[data-at='review/by'] input")).to_have_value("AR")


def test_a_briefing_is_composed_with_the_keyboard_saved_and_written_out(visit, changed):
    """Order, a sentence with its problem beside it, the claim that fixes it, the preview, the file, the download."""
    page = opened(visit)
    expect(page.locator(".dl-preview")).to_contain_text("The preview appears")
    page.get_by_role("textbox", name="Title").fill("Who pays in Korea")
    page.get_by_label("Marking").select_option("AMBER")
    assert page.locator("[data-focus]").evaluate_all(TWICE) == []
    first, second, *rest = titles(page)
    down = page.get_by_role("button", name=f"Move down: {first}")
    down.focus()
    page.keyboard.press("Enter")
    assert titles(page) == [second, first, *rest]
    expect(down).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    assert titles(page) == [first, second, *rest]
    page.get_by_role("button", name="Add a sentence").press("Enter")
    page.keyboard.type("Trump said that Korea should pay.")
    sentence = page.locator('[data-at="bottom_line/0"]')
    expect(sentence.locator(".dl-field-problem")).to_contain_text("neither initials nor claims", timeout=PATIENT_MS)
    expect(sentence.locator(".dl-field-problem")).to_contain_text("Add a claim, or initials")
    expect(page.locator("[data-testid=stDownloadButton] button").first).to_be_disabled()
    page.get_by_role("combobox", name="Add a claim").fill("cabinet paying")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(sentence.locator(".dl-claims code")).to_have_text(re.compile("trump-korea-own-military/"))
    expect(page.locator(".dl-problem-count")).to_have_text("Ready. No problems found", timeout=PATIENT_MS)
    preview = page.frame_locator(".dl-preview iframe")
    expect(preview.locator("#bottom-line li")).to_contain_text("Trump said that Korea should pay.", timeout=PATIENT_MS)
    expect(preview.locator("figure img").first).to_be_attached()
    expect(page.locator(".dl-no-preview")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.locator(".dl-notices")).to_contain_text(SAVED, timeout=PATIENT_MS)
    expect(page).to_have_url(re.compile("briefing=who-pays-in-korea"))
    saved = load(changed).briefings["who-pays-in-korea"]
    assert len(saved.selection.events) == 6
    with page.expect_download() as told:
        page.get_by_role("button", name="Markdown").click()
    assert told.value.suggested_filename == "who-pays-in-korea.md"
    assert "Who pays in Korea" in told.value.path().read_text(encoding="utf-8")


@pytest.mark.proof
def test_events_are_dragged_taken_out_and_added(visit):
    """With the mouse; what the filters show and is not chosen is offered."""
    page = opened(visit)
    first, second, third, *rest = titles(page)
    rows = page.locator(".dl-chosen-event")
    rows.nth(0).locator(".dl-handle").drag_to(rows.nth(2))
    assert titles(page) == [second, third, first, *rest]
    page.get_by_role("button", name=f"Remove: {third}").click()
    assert titles(page) == [second, first, *rest]
    page.get_by_role("button", name=f"Add: {third}").click()
    assert titles(page) == [second, first, *rest, third]
    page.get_by_label("Events matching a filter").check()
    expect(page.locator(".dl-by-filter")).to_contain_text("Thread: Who pays for U.S. forces in South Korea")
    expect(page.locator(".dl-by-filter")).to_contain_text("6 events match", timeout=PATIENT_MS)


@pytest.mark.proof
def test_unsaved_work_outlives_a_reload_and_another_ones_change(visit, changed):
    """It is said; neither side is lost without a press."""
    page = opened(visit, f"/?page=brief&briefing={SEED}")
    page.get_by_role("textbox", name="For whom").fill("The minister")
    expect(page.locator(".dl-compose-head")).to_contain_text("Kept in this browser")
    page.reload()
    page.wait_for_selector(".dl-compose-form h2")
    expect(page.get_by_role("textbox", name="For whom")).to_have_value("The minister")
    expect(page.locator(".dl-notices")).to_contain_text("Your unsaved changes of")
    file = changed / "events" / "briefings" / f"{SEED}.yaml"
    theirs = file.read_text(encoding="utf-8") + "# theirs\n"
    file.write_text(theirs, encoding="utf-8")
    expect(page.locator(".dl-notices")).to_contain_text("was changed by somebody else", timeout=PATIENT_MS)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".dl-notices")).to_contain_text("Nothing was written")
    assert file.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Keep mine").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".dl-notices")).to_contain_text(SAVED, timeout=PATIENT_MS)
    after = file.read_text(encoding="utf-8")
    assert 'for: "The minister"\n' in after
    assert after.endswith("# theirs\n")


@pytest.mark.proof
def test_a_file_that_is_broken_or_gone_while_it_is_open_empties_no_field(visit, changed):
    """What happened is said, and no more once it is as it was; what is here can be written anew."""
    page = opened(visit, f"/?page=brief&briefing={SEED}")
    title, notices = page.get_by_role("textbox", name="Title"), page.locator(".dl-notices")
    page.get_by_role("textbox", name="For whom").fill("The minister")
    expect(page.frame_locator(".dl-preview iframe").locator("body")).to_contain_text("The minister", timeout=PATIENT_MS)
    file = changed / "events" / "briefings" / f"{SEED}.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("bottom_line:", "bottom_line: ["), encoding="utf-8")
    expect(notices).to_contain_text("It cannot be read now", timeout=PATIENT_MS)
    file.write_text(text, encoding="utf-8")
    expect(notices).to_be_empty(timeout=PATIENT_MS)
    file.unlink()
    expect(notices).to_contain_text("is gone: somebody renamed or deleted it", timeout=PATIENT_MS)
    expect(title).to_have_value("U.S. troops in Ecuador: a base, a vote and a deployment")
    page.get_by_role("button", name="Keep mine").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(notices).to_contain_text(SAVED, timeout=PATIENT_MS)
    assert load(changed).briefings[SEED].bottom_line


@pytest.mark.proof
def test_what_the_server_finds_meanwhile_ends_no_drag_and_takes_no_word(visit):
    """The form is drawn anew when the row has arrived; a claim that is sought is sought on."""
    page = opened(visit)
    first, second, third, *rest = titles(page)
    page.get_by_role("button", name=f"Move down: {first}").click()
    page.get_by_role("button", name=f"Move up: {first}").click()  # and now the server is at it
    start = page.locator(".dl-chosen-event").nth(0).bounding_box()
    page.mouse.move(start["x"] + 6, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, start["y"] + 24, steps=4)
    page.wait_for_timeout(4000)
    end = page.locator(".dl-chosen-event").nth(2).bounding_box()  # what it found stands above the rows, too
    page.mouse.move(end["x"] + 90, end["y"] + 10, steps=6)
    page.mouse.up()
    assert titles(page) == [second, third, first, *rest]
    page.get_by_role("button", name="Add a sentence").click()
    sought = page.get_by_role("combobox", name="Add a claim")
    sought.press_sequentially("cabinet", delay=400)
    expect(page.locator(".dl-problem-count")).to_contain_text("to fill in", timeout=PATIENT_MS)
    expect(sought).to_have_value("cabinet")
    expect(sought).to_be_focused()


@pytest.mark.proof
def test_a_file_that_changes_while_nothing_is_typed_is_shown_as_it_is(visit, changed):
    """Nobody is asked."""
    page = opened(visit, f"/?page=brief&briefing={SEED}")
    file = changed / "events" / "briefings" / f"{SEED}.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("a base, a vote and a deployment", "a base and a vote"), encoding="utf-8")
    title = page.get_by_role("textbox", name="Title")
    expect(title).to_have_value("U.S. troops in Ecuador: a base and a vote", timeout=PATIENT_MS)
    expect(page.locator(".dl-notices")).to_be_empty()


@pytest.mark.proof
def test_read_only_composes_and_saves_nothing(visit, served_anew):
    """The button says so by not working, and a line says why."""
    with served_anew(DATELINE_READ_ONLY="1") as url:
        page = opened(visit, f"/?page=brief&briefing={SEED}", url=url)
        page.get_by_role("textbox", name="For whom").fill("The minister")
        expect(page.locator(".dl-compose-head")).to_contain_text("Read-only: nothing can be saved")
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
        page.close()


@pytest.mark.proof
@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_words_are_text_in_the_composer(visit, hostile, width):
    """Nothing of them runs, nothing is wider than the page, and the preview shows them as they are."""
    page = opened(visit, "/?page=brief&briefing=%2B&begin=events", url=hostile, width=width)
    page.get_by_role("textbox", name="Title").fill("<img src=x onerror=window.hacked=9>")
    page.get_by_label("Marking").select_option("RED")
    shown = page.frame_locator(".dl-preview iframe").locator("h1")
    expect(shown).to_have_text("<img src=x onerror=window.hacked=9>", timeout=PATIENT_MS)
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= width
