"""Events made of a text with page Add: what a person presses, counted, and each press waits for what it brought."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

PATIENT_MS = 20_000
"""For what a run of the server has to bring, while others use the machine."""
SELECT = """(words) => {
    for (const paragraph of document.querySelectorAll('.dl-selectable')) {
        const at = paragraph.textContent.indexOf(words);
        if (at < 0) continue;
        const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let before = 0, begun = false;
        for (let node = nodes.nextNode(); node; before += node.length, node = nodes.nextNode()) {
            if (!begun && at < before + node.length) { range.setStart(node, at - before); begun = true; }
            if (begun && at + words.length <= before + node.length) {
                range.setEnd(node, at + words.length - before);
                break;
            }
        }
        paragraph.scrollIntoView({block: 'center'});
        paragraph.closest('[tabindex]')?.focus({preventScroll: true});  // as a press of the mouse does
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return;
    }
    throw new Error(`no such words: ${words}`);
}"""


@dataclass(frozen=True)
class ToMark:
    """Words of a text, the key that says what they are, and what the page says then."""

    words: str
    key: str
    said: str
    offer: str = ""
    """The place that is chosen of those offered, where the registry lacks it."""


@dataclass
class Adding:
    """Page Add in a browser, with all that was pressed on it."""

    page: Page
    presses: int = 0
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Since the first press."""
        return time.monotonic() - self.started

    def mark(self, step: ToMark) -> None:
        """Select words, which is one press, and say with a key what they are."""
        mark(self.page, step.words, step.key, step.said)
        self.presses += 2
        if step.offer:
            self.page.get_by_role("button", name=re.compile(f"Add this place: {step.offer}")).first.click()
            self.presses += 1
            expect(self.page.locator(".dl-add + p")).to_contain_text("Place: ", timeout=PATIENT_MS)

    def save(self) -> None:
        """Save the event, once no problem is found."""
        expect(self.page.locator(".dl-problem-count")).to_have_text("Ready. No problems found", timeout=PATIENT_MS)
        self.page.keyboard.press("Control+Enter")
        self.presses += 1
        expect(self.page.locator(".dl-compose-notice")).to_contain_text("Saved as events/", timeout=PATIENT_MS)

    def show(self) -> None:
        """Go to the event on Situation."""
        self.page.get_by_role("link", name="Show the event").click()
        self.presses += 1
        expect(self.page.locator(".dl-card h2")).to_be_visible(timeout=PATIENT_MS)

    def add(self, steps: Sequence[ToMark]) -> None:
        """Make one event, and save it."""
        for step in steps:
            self.mark(step)
        self.save()


def mark(page: Page, words: str, key: str, said: str) -> None:
    """Select words, and say with one key what they are; what was done is said aloud."""
    page.evaluate(SELECT, words)
    expect(page.locator(".dl-selection-bar")).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(".dl-add + p")).to_contain_text(said, timeout=PATIENT_MS)


README_EVENT = (
    ToMark("Ecuador closed its largest fishing port on 3 March 2026", "c", "Claim "),
    ToMark("on 3 March 2026", "w", "Date: 3 March 2026"),
    ToMark("Ecuador", "l", "Place: ecuador"),
)
"""The README's example, of the text that `dateline init` stores."""
STRAIT = "milestones_1953-1960_taiwan-strait-crises"
STRAIT_EVENTS = (
    (
        ToMark("in June 1950, the United States sent its Seventh Fleet into the Taiwan Strait", "c", "Claim "),
        ToMark("June 1950", "w", "Date: June 1950"),
    ),
    (
        ToMark("the PRC began to bombard Jinmen in September 1954", "c", "Claim "),
        ToMark("September 1954", "w", "Date: September 1954"),
    ),
    (
        ToMark("In January 1955, the U.S. Congress passed the “Formosa Resolution,”", "c", "Claim "),
        ToMark("January 1955", "w", "Date: January 1955"),
    ),
    (
        ToMark(
            "at the Afro-Asian Conference in April 1955 in Bandung PRC Foreign Minister Zhou Enlai announced a desire "
            "to negotiate with the United States",
            "c",
            "Claim ",
        ),
        ToMark("April 1955", "w", "Date: April 1955"),
        ToMark("Bandung", "l", "Choose the place", "Bandung, Indonesia"),
    ),
    (
        ToMark("In September, 1955, the PRC and the United States began talks at Geneva", "c", "Claim "),
        ToMark("September, 1955", "w", "Date: September 1955"),
        ToMark("Geneva", "l", "Choose the place", "Geneva, Switzerland"),
    ),
)
"""Five events of one text of others, which nobody had in mind who built the page."""
