"""What stands above the composer: the way back, what is composed, and the way to the wall."""

from dashboard.app.brief.draft import NEW, Draft
from dashboard.app.brief.looked_at import LookedAt
from dashboard.app.parts.links import place_link
from dashboard.app.shown import Shown
from dashboard.query.reading import Mode
from dashboard.text.markup import Markup, element, words

AS_HELD = (
    "A briefing tells what the team holds, and under “What is disputed” where that is reported otherwise. The switch "
    "“As reported” is for the events that the filters show."
)


def brief_head(draft: Draft, seen: LookedAt, shown: Shown) -> Markup:
    """The briefing's title as it is typed; of a new one without any, that it is new."""
    back = place_link("brief", "All briefings", mode=shown.mode)
    title = str(draft.fields.get("title") or "") or ("A new briefing" if draft.key == NEW else draft.id)
    counts = seen.made.outline.counts if seen.made else "It cannot be written out before its problems are mended."
    present = None
    if draft.key != NEW and draft.key in shown.workspace.briefings:
        link = place_link("present", "Present", mode=shown.mode, briefing=draft.key)
        present = element("span", " ", link)
    told = element("p", words(counts), present, class_="dl-muted")
    parts = (element("p", back), element("h1", words(title)), as_held(shown), told)
    return element("header", *parts, class_="dl-brief-title")


def as_held(shown: Shown) -> Markup | None:
    """That a briefing does not go by the switch, where that is not as the team holds it."""
    return element("p", AS_HELD, class_="dl-muted") if shown.mode is Mode.REPORTED else None
