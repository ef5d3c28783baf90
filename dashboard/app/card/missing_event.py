"""The card's place where the address names an event that is not drawn."""

from dashboard.app.parts.links import button
from dashboard.app.parts.problem_lines import problem_lines
from dashboard.app.shown import Shown
from dashboard.text.markup import Markup, element, joined, words


def missing_event(id_: str, shown: Shown) -> Markup:
    """There is no such event, or its file is set aside: then why."""
    aside = next((file for file in shown.workspace.set_aside if file.endswith(f"/{id_}.yaml")), None)
    title = "This event is set aside" if aside else "No such event"
    told = _set_aside(aside, shown) if aside else _unknown(id_)
    clear = button("clear", "", "Show the overview", class_="dl-text-button")
    body = element("div", element("h2", title), told, clear, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card", aria_label=title)


def _unknown(id_: str) -> Markup:
    return element("p", "This workspace has no event ", element("code", words(id_)), ". It may have been renamed.")


def _set_aside(file: str, shown: Shown) -> Markup:
    wrong = problem_lines(each for each in shown.validation.problems if each.file == file)
    return joined(element("p", "Its file cannot be used as it is: ", element("code", words(file))), wrong)
