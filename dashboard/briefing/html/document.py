"""A briefing as one HTML file: it works offline, with its map and timeline, and nothing is fetched or sent."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final

from dashboard.briefing.figures import Figures
from dashboard.briefing.html.appearance import html_looks, style_sheet
from dashboard.briefing.html.blocks import section
from dashboard.briefing.html.drawing import DrawnFigure
from dashboard.briefing.html.figures import colors, drawn_figures
from dashboard.briefing.html.sentences import Sentences, back_links, mark
from dashboard.briefing.manifest import (
    Looks,
    Manifest,
    as_json,
    body_hash,
    complete_manifest,
    find_manifest,
)
from dashboard.briefing.office import ANNEX
from dashboard.briefing.outline import CARRIED, AnnexEntry, AnnexQuote, Outline
from dashboard.text.markup import Markup, element, join, join_all, line

_BACK: Final = "Used in"
_CARRIED: Final = re.compile(
    r'<script type="application/json" id="dateline-briefing">(\{[^<>]*\})</script>\n</body>\n</html>\s*\Z'
)
_NONE: Final = "'none'"


def annex(entries: Iterable[AnnexEntry], sentences: Sentences) -> Markup:
    """All entries, by number."""
    heading = element("h2", ANNEX, id="annex-heading")
    listed = [_entry(entry, sentences) for entry in entries]
    return element("section", heading, *listed, class_="annex", id="annex", aria_labelledby="annex-heading")


def _entry(entry: AnnexEntry, sentences: Sentences) -> Markup:
    number = element("span", f"{entry.number}", class_="number")
    text = element("p", line(entry.text or entry.claim), class_="claim")
    verdict = element("p", mark(entry.verdict), " ", line(f"{entry.verdict}: {entry.means}"), class_="verdict")
    quotes = [_quote(quote, sentences) for quote in entry.quotes]
    said = [
        element("div", element("dt", name), element("dd", value), class_="back" if name == _BACK else None)
        for name, value in _meta(entry, sentences)
    ]
    body = element("div", text, verdict, *quotes, element("dl", *said))
    return element("article", number, body, class_="entry", id=f"R{entry.number}", aria_label=f"Claim {entry.number}")


def _quote(quote: AnnexQuote, sentences: Sentences) -> Markup:
    source = element("p", sentences.source(quote.source_id, quote.source), ", ", line(quote.where), class_="source")
    return element("blockquote", element("p", "“", line(quote.words), "”"), source)


def _meta(entry: AnnexEntry, sentences: Sentences) -> Iterator[tuple[str, Markup]]:
    named = zip(entry.source_ids, entry.sources, strict=True)
    carried = join_all([sentences.source(*each) for each in named], "; ")
    yield from ((name, carried if name == CARRIED else line(text)) for name, text in entry.about)
    if anchors := sentences.mentions.get(entry.number):
        yield _BACK, join(back_links(anchors))


def html(outline: Outline, seal: Manifest, figures: Figures) -> str:
    """The whole file. Of the same outline, seal and drawings the same text; it carries the seal at its end."""
    drawn = drawn_figures(outline, figures)
    of_figures = ["html_page.js"] if any(each.drawings.html for each in drawn.values()) else []
    scripts = [_script(each) for each in (*of_figures, *(["html_words.js"] if outline.annex else []))]
    shown = [Markup("<body>"), page(outline, drawn), *(Markup(f"<script>{script}</script>") for script in scripts)]
    parts = [_head(outline, scripts, figures), *shown]
    body = "\n".join(["<!doctype html>", '<html lang="en">', *(part.html for part in parts), ""])
    whole = complete_manifest(seal, body_hash(body), html_looks(body))
    carried = f'<script type="application/json" id="dateline-briefing">{as_json(whole)}</script>'
    return f"{body}{carried}\n</body>\n</html>\n"


def read_manifest(written: str, name: str) -> tuple[Manifest, bool]:
    """What a file carries, and whether all of it is as it was written. Raises `ManifestNotReadable`."""
    return find_manifest(written, name, _CARRIED)


def looks_of(written: str) -> Looks:
    """How what stands before the seal looks."""
    text = written.replace("\r\n", "\n")
    found = _CARRIED.search(text)
    return html_looks(text[: found.start()] if found else text)


def page(outline: Outline, figures: Mapping[str, DrawnFigure] | None = None) -> Markup:
    """What people read: the marking first and last. `figures`: what is drawn, by name; without it, the words alone."""
    sentences = Sentences(outline, figures=figures or {})
    sections = [section(part, sentences) for part in outline.sections]
    main = element("main", *sections, annex(outline.annex, sentences))
    credits_ = [element("p", line(credit)) for credit in outline.credits]
    return join_all([_header(outline), main, element("footer", *credits_, _marking(outline))], "\n")


def _header(outline: Outline) -> Markup:
    about = [element("div", element("dt", name), element("dd", line(text))) for name, text in outline.head]
    key = [element("li", mark(word), " ", element("b", word), f": {means}") for word, means in outline.verdicts]
    parts = [
        _marking(outline),
        element("h1", line(outline.title)),
        element("dl", *about, class_="about"),
        element("p", line(outline.review), " ", line(outline.counts), class_="counts"),
        element("ul", *key, class_="key", role="list", aria_label="What the marks mean") if key else None,
    ]
    targets = [*((part.key, part.title) for part in outline.sections), ("annex", ANNEX)]
    links = [element("li", element("a", title, href=f"#{key}")) for key, title in targets]
    contents = element("nav", element("ul", *links, role="list"), aria_label="Contents")
    return element("header", *parts, contents)


def _marking(outline: Outline) -> Markup:
    marking = outline.marking
    colors = f"color:{marking.color};background:{marking.ground}" if marking.color else None
    label = element("strong", line(marking.text), class_="label" if colors else "label own", style=colors)
    return element("p", label, " ", line(marking.meaning, "meaning") if marking.meaning else None, class_="marking")


def _head(outline: Outline, scripts: list[str], figures: Figures) -> Markup:
    parts = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(scripts)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("link", rel="icon", href="data:,"),
        element("title", f"{outline.marking.text} {outline.title}"),
        Markup(f"<style>\n{style_sheet(outline, colors(figures))}\n</style>"),
    ]
    return element("head", join_all(parts, "\n"))


def _policy(scripts: list[str]) -> str:
    """Nothing is fetched or sent, and only these scripts run. Shapes and the marking have styles of their own."""
    hashes = [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts]
    allowed = f"script-src {' '.join(hashes) or _NONE}; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _script(name: str) -> str:
    """What zooms and tells what a mark is, or shows words: without it all is seen, and leads to the text as well."""
    return (files("dashboard.briefing") / name).read_text(encoding="utf-8")
