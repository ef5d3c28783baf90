"""Every button of Add, in each of its states, pressed twice at once: nothing is saved twice, and nothing is lost."""

import hashlib
import json
import shutil

import pytest
from playwright.sync_api import expect

from dashboard.store.authoring import KeptDraft, keep_draft, read_draft
from dashboard.store.loading import load
from tests.browser.adding import PATIENT_MS
from tests.browser.test_add import DESCRIPTION, HARBOUR, PROPOSED
from tests.copying import write

TEXT = f"{HARBOUR}\n{PROPOSED}"
QUOTE = "The port of Guayaquil closed on Tuesday after a strike"
TITLE = "The port of Guayaquil closes"
CLAIM = {"text": f"{QUOTE}.", "quotes": [{"source": "harbour", "exact": QUOTE}]}
SECOND = {
    "text": "About 300 dock workers marched.",
    "quotes": [{"source": "harbour", "exact": "About 300 dock workers"}],
}
DRAFT = {
    "title": TITLE,
    "claims": {"closed": CLAIM, "marched": SECOND},
    "when": {"reported": "2025-09-02", "as_reported": "on Tuesday", "claims": ["closed"]},
    "who": [{"actor": "ecuador", "role": "mentioned", "claims": ["closed"]}],
    "amounts": {"workers": {"reported": {"value": 300, "unit": "people"}, "claims": ["marched"]}},
    "tags": ["strike"],
}
STATES = {"empty": {}, "draft": DRAFT, "problems": {**DRAFT, "when": {"reported": "2025-13-45"}}}
ENDS_THE_DRAFT = ("Save event", "Discard the draft", "Add as a claim")
BUTTONS = """() => [...document.querySelectorAll('.dl-add button')]
    .filter((each) => each.checkVisibility() && !each.disabled)
    .map((each) => each.getAttribute('aria-label') ?? each.textContent)"""
TWICE = """(index) => {
    const found = [...document.querySelectorAll('.dl-add button')]
        .filter((each) => each.checkVisibility() && !each.disabled)[index];
    found.click();
    found.click();
}"""


def forget_drafts(workspace):
    """Remove whatever is kept for this machine."""
    for folder in workspace.glob(".dateline/*/"):
        shutil.rmtree(folder)


@pytest.fixture
def served(changed):
    """The served workspace with a text, and an event that the draft looks like."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    write(changed, "seeds/harbour.txt", TEXT)
    write(changed, "seeds/harbour.yaml", DESCRIPTION.format(sha256=sha256, characters=len(TEXT)))
    yield changed
    for each in changed.glob("seeds/harbour.*"):
        each.unlink()
    forget_drafts(changed)


@pytest.mark.proof
@pytest.mark.parametrize("state", STATES)
def test_every_button_pressed_twice(visit, served, state):
    """Each is pressed in the state as it was, after a reload; what a press is for is done once."""
    alike = "title: The port of Guayaquil closed\nwhen: {reported: '2025-09-02', claims: [shut]}\nclaims:\n  shut:\n"
    alike += f"    text: {QUOTE}.\n    quotes: [{{source: harbour, exact: {QUOTE}}}]\n"
    page = visit("/?page=add&source=harbour", figures=False)

    def begin(number):
        for each in served.glob("events/*/the-port-of-guayaquil*.yaml"):
            each.unlink()
        write(served, "events/ecuador/the-port-of-guayaquil-closed.yaml", alike)
        forget_drafts(served)
        keep_draft(served, "harbour", KeptDraft(STATES[state], "", "", number * 1000, "tab"))
        page.reload()
        page.wait_for_selector(".dl-add-foot")
        expect(page.locator(".dl-selectable").first).to_be_visible()
        if state != "empty":
            expect(page.get_by_label("A headline in your own words")).to_have_value(TITLE, timeout=PATIENT_MS)
            expect(page.locator(".dl-problem-count")).not_to_have_text("Checking …", timeout=PATIENT_MS)
        if state == "draft":
            expect(page.get_by_role("button", name="Add as a claim")).to_be_visible(timeout=PATIENT_MS)
        page.keyboard.press("p")
        expect(page.locator(".dl-proposal").first).to_be_visible(timeout=PATIENT_MS)

    begin(1)
    names = page.evaluate(BUTTONS)
    assert len(names) > (8 if state == "empty" else 14)
    for index, name in enumerate(names):
        if index:
            begin(index + 1)
        before = load(served)
        page.evaluate(TWICE, index)
        page.wait_for_timeout(700)
        expect(page.locator(".dl-add form")).not_to_have_attribute("inert", "", timeout=PATIENT_MS)
        expect(page.locator(".stException")).to_have_count(0)
        after = load(served)
        made = after.events.keys() - before.events.keys()
        assert len(made) <= 1, name
        assert [each.message for each in after.problems if each not in before.problems] == [], name
        if any(name.startswith(each) for each in ENDS_THE_DRAFT):
            if name.startswith("Add as"):
                assert len(after.events["the-port-of-guayaquil-closed"].claims) == 2, name
            continue
        if state != "empty":
            kept = read_draft(served, "harbour")
            assert kept, name
            assert json.loads(json.dumps(kept.fields))["title"] == TITLE, name
            expect(page.get_by_label("A headline in your own words")).to_have_value(TITLE)
