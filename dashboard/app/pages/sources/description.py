"""A source's description: what the document gives, what the team holds, its grade, its text, what rests on it."""

from typing import Final

from dashboard.app.pages.sources.words import STATES, TOLD_BY_NOTICE, held_mark, language_name, state_mark
from dashboard.app.parts import evidence_link, help_link, page_link, place_link, source_name, strength_of_sources
from dashboard.app.shell import PageContext
from dashboard.checks.sources import UNKNOWN_GRADE
from dashboard.evidence.corroboration import origin_of
from dashboard.evidence.verdicts import VERDICTS
from dashboard.model import vocabularies
from dashboard.model.assessed import AssessedDate, AssessedText
from dashboard.model.dates import EventDate
from dashboard.model.problem import KINDS
from dashboard.model.source import DescribedDate, DescribedText, Source, shown_text
from dashboard.query.citations import Citation
from dashboard.query.sources import SourceEntry, Sources, TextState
from dashboard.query.wording import without_hyphens
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, problem_mark, reliability_line

_GIVEN_BY_DOCUMENTS: Final = ("title", "outlet", "author", "published")


def heading(entry: SourceEntry, page: PageContext) -> Markup:
    """Its name, and what the document does not give."""
    source = entry.source
    name = (shown_text(source.title) if source else None) or source_name(page, entry.id)
    return element("header", element("p", "Source", class_="dl-muted"), element("h1", words(name)), _not_given(source))


def description(entry: SourceEntry, sources: Sources, page: PageContext, coverage: Markup) -> Markup:
    """Everything but the text itself; `coverage` says how much of that is used."""
    source = entry.source
    return join(
        _troubles(entry),
        element("table", element("tbody", *_rows(entry, sources, page)), class_="dl-source-facts"),
        coverage,
        _grades(source),
        _resting(entry),
        join(element("h2", "Note"), element("p", words(source.note))) if source and source.note else NOTHING,
    )


def _not_given(source: Source | None) -> Markup:
    """A line that says which of the usual four fields the document itself does not give."""
    if source is None:
        return element("p", "There is no description of this text.", class_="dl-muted")
    missing = [
        "date" if name == "published" else name
        for name in _GIVEN_BY_DOCUMENTS
        if (value := getattr(source, name)) is None
        or (isinstance(value, DescribedText | DescribedDate) and value.reported is None)
    ]
    told = " or ".join(filter(None, (", ".join(missing[:-1]), *missing[-1:])))
    return element("p", f"The document gives no {told}", class_="dl-muted") if missing else NOTHING


def _troubles(entry: SourceEntry) -> Markup:
    """The problems of a source; those that the notice beside the text explains are named only."""
    told = [KINDS[each.code].title if each.code in TOLD_BY_NOTICE else each.message for each in entry.problems]
    lines = [
        element("p", problem_mark(each.severity), " ", words(line), ", ", page_link("data", f"line {each.line}"))
        for each, line in zip(entry.problems, told, strict=True)
    ]
    return element("div", *lines, class_="dl-trouble") if lines else NOTHING


def _rows(entry: SourceEntry, sources: Sources, page: PageContext) -> list[Markup]:
    source = entry.source
    rows = [_row("Text", _text(entry, page), about="text-states")]
    if source is None:
        return rows
    url = element("a", words(source.url), href=source.url, target="_blank", rel="noreferrer") if source.url else None
    return [
        *(_row(name.capitalize(), _described_value(getattr(source, name), page)) for name in _GIVEN_BY_DOCUMENTS[1:]),
        _row("Accessed", words(source.accessed.words()) if source.accessed else None),
        _row("Language", words(language_name(source.language)) if source.language else None),
        _row("Kind", without_hyphens(source.kind).capitalize()),
        _row("Address", url),
        _row("Origin", _origin(source, sources, page), about="words-origin"),
        *rows,
        _row("Rights", words(source.rights) if source.rights else None),
    ]


def _row(label: str, value: Content, about: str | None = None) -> Markup:
    if value is None or (isinstance(value, Markup) and not value.html):
        return NOTHING
    asked = help_link(about, label.lower()) if about else None
    return element("tr", element("th", label, asked, scope="row"), element("td", value))


def _described_value(value: str | EventDate | DescribedText | DescribedDate | None, page: PageContext) -> Markup | None:
    """A value as the document gives it, or as the team assesses it with mark and note; both if there are both."""
    if value is None:
        return None
    if not isinstance(value, DescribedText | DescribedDate):
        return words(_text_of(value))
    reported = words(_text_of(value.reported)) if value.reported else None
    if value.assessed is None:
        return reported
    held = _assessed_value(value.assessed, page)
    behind = element("small", "The document says ", reported) if reported else None
    note = element("small", words(value.assessed.note)) if value.assessed.note else None
    return join(held, behind, note)


def _assessed_value(assessed: AssessedText | AssessedDate, page: PageContext) -> Markup:
    value = assessed.value if isinstance(assessed, AssessedText) else assessed.date
    text = _text_of(value) if value else "not known"
    ground = Citation(assessed.sources[0]) if assessed.sources else None
    return element("span", evidence_link(held_mark(assessed), ground, page), " ", words(text), class_="dl-signed")


def _text_of(value: str | EventDate) -> str:
    return value if isinstance(value, str) else value.words()


def _origin(source: Source, sources: Sources, page: PageContext) -> Markup:
    """The original report that the source repeats, and the other sources that repeat it: they count once."""
    origin = origin_of(sources.as_counted[source.id])
    sharing = sources.by_origin.get(origin, (source.id,))
    if len(sharing) < 2:
        return words(source.origin) if source.origin else element("span", "its own", class_="dl-muted")
    name = place_link("sources", words(origin), mode=page.mode, source=origin) if origin in sources.entries else None
    others = join_all(
        (
            place_link("sources", words(source_name(page, id_)), mode=page.mode, source=id_)
            for id_ in sharing
            if id_ != source.id
        ),
        by=", ",
    )
    strength = strength_of_sources(page, sharing)
    if sources.as_counted[source.id].origin != source.origin:
        told = element("small", "Nearly the same text as others: ", strength, ". They count once. ", others)
        return join(element("span", "not named", class_="dl-muted"), told)
    return join(name or words(origin), element("small", strength, ": they count once. Also ", others))


def _text(entry: SourceEntry, page: PageContext) -> Markup:
    text, sha256 = page.workspace.texts.get(entry.id), page.workspace.hashes.get(entry.id)
    held = f", {len(text):,} characters" if text is not None else ""
    state = element("span", state_mark(entry.state), " ", STATES[entry.state], held, class_="dl-signed")
    shortened = element("small", f"SHA-256 {sha256[:8]}…{sha256[-4:]}", title=sha256) if sha256 else None
    described = entry.source.text.sha256 if entry.source and entry.source.text else ""
    differs = entry.state is TextState.CHANGED
    before = element("small", f"described as {described[:8]}…{described[-4:]}", title=described) if differs else None
    return join(state, shortened, before)


def _grades(source: Source | None) -> Markup:
    """A strip from A to E, and F beside it: unknown, not worse."""
    grade = source.reliability.grade if source and source.reliability else None
    reason = source.reliability.reason if source and source.reliability else None
    cells = [
        element(
            "li",
            letter,
            class_="dl-unknown-grade" if letter == UNKNOWN_GRADE else None,
            title=f"{letter}: {meaning}",
            aria_current="true" if letter == grade else None,
        )
        for letter, meaning in vocabularies.RELIABILITY.items()
    ]
    unknown = grade == UNKNOWN_GRADE
    meaning = element("p", reliability_line(source), ". F means unknown, not bad." if unknown else None)
    return element(
        "section",
        element("h2", "Reliability", help_link("reliability", "reliability")),
        element("ol", *cells, class_="dl-grades"),
        meaning,
        element("p", words(reason), class_="dl-muted") if reason else None,
    )


def _resting(entry: SourceEntry) -> Markup:
    """Counts: of quotes, of claims by verdict (they add up), of events and of values."""
    resting = entry.resting
    standing, quotes = len(resting.standing), len(resting.quotes)
    unheld = sum(each.found.finding is None for each in resting.quotes)
    of_quotes = {
        "found once": standing,
        "text not held": unheld,
        "not found, or found more than once": quotes - standing - unheld,
    }
    rows = [
        _count("Quotes", quotes, strong=True),
        *(_count(label, number) for label, number in of_quotes.items() if number),
        _count("Claims", len(resting.claims), strong=True),
        *(_count(verdict, resting.count(verdict), mark=True) for verdict in VERDICTS if resting.claims),
        _count("Events", len(resting.events), strong=True),
        _count("Values, reported or assessed", resting.values, strong=True),
    ]
    if resting.entries:
        rows.append(_count("Places and actors", len(resting.entries), strong=True))
    head = element("h2", "Used by", help_link("verdicts", "a verdict"))
    return element("section", head, element("table", element("tbody", *rows), class_="dl-counts"))


def _count(label: str, number: int, *, mark: bool = False, strong: bool = False) -> Markup:
    sign = join(evidence_mark(label), " ") if mark else None
    return element("tr", element("th" if strong else "td", sign, label), element("td", f"{number:,}"))
