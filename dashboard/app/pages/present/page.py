"""Present page: a briefing, or the events that are shown, on the wall."""

from dashboard.app.pages.present.presented import presentation_of
from dashboard.app.pages.present.presenter import presenter
from dashboard.app.parts import page_link, show
from dashboard.app.shell import PageContext, state
from dashboard.text.markup import element, words


def draw(page: PageContext) -> None:
    """The presenter alone; where there is nothing to present, why."""
    asked = state.address_value("briefing")
    made = presentation_of(asked, page, state.until())
    if made is not None:
        presenter(made)
        return
    told = "No events match the filters." if page.all_readings else "This workspace has no events yet."
    if asked:
        told = f"This workspace has no briefing {asked} that can be read."
    back = page_link("brief" if asked else "", "Back", class_="dl-text-button")
    text = element("p", words(told))
    show(
        element("section", element("h1", "Nothing to present"), text, back, class_="dl-first-steps"),
        "nothing",
        themes=True,
    )
