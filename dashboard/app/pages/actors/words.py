"""Actors in words and signs: kind, links, the lines of PLOVER's quadrants."""

from typing import Final

from dashboard.app.parts import place_link, source_name
from dashboard.app.shell import PageContext
from dashboard.query.actors import Dossier
from dashboard.query.interactions import Quad
from dashboard.query.wording import source_date, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, words
from dashboard.views.network import STROKES

NOT_REGISTERED: Final = "not in the registry"
_SAMPLE: Final = 26


def kind_words(dossier: Dossier) -> str:
    """`armed force`; that there is no such actor in the registry, where that is so."""
    return without_hyphens(dossier.actor.kind) if dossier.actor else NOT_REGISTERED


def actor_link(id_: str, name: str, page: PageContext) -> Markup:
    """Leads to the actor's own page."""
    return place_link("actors", words(name), mode=page.mode, actor=id_)


def actor_sign(dossier: Dossier) -> Markup:
    """The sign of the network: round for a person; the kind stands beside it in words."""
    is_person = dossier.actor is not None and dossier.actor.kind == "person"
    shape = "M5 1A4 4 0 1 0 5 9 4 4 0 1 0 5 1Z" if is_person else "M1.2 1.2H8.8V8.8H1.2Z"
    path = element("path", d=shape, fill="currentColor")
    return element("svg", path, viewBox="0 0 10 10", class_="dl-actor-sign", aria_hidden="true")


def quad_line(quad: Quad) -> Markup:
    """The line of the network; the quadrant's name stands beside it."""
    stroke = STROKES[quad]
    color = "var(--dl-muted)" if stroke.color_index is None else f"var(--dl-thread-{stroke.color_index + 1})"
    line = element(
        "path",
        d=f"M0 4H{_SAMPLE}",
        fill="none",
        stroke=color,
        stroke_width=f"{stroke.width:g}",
        stroke_dasharray=" ".join(f"{length:g}" for length in stroke.dashes) or None,
    )
    return element("svg", line, viewBox=f"0 0 {_SAMPLE} 8", class_="dl-quad-line", aria_hidden="true")


def source_link(id_: str, page: PageContext) -> Markup:
    """The source's name and date, leading to its page where it is described."""
    source = page.workspace.sources.get(id_)
    if source is None:
        return words(id_)
    dated = ", ".join(filter(None, (source_name(page, id_), source_date(source))))
    return place_link("sources", words(dated), mode=page.mode, source=id_)


def behind(text: str) -> Markup:
    """A count or remark in the second voice, after a heading."""
    return element("span", text, class_="dl-count") if text else NOTHING
