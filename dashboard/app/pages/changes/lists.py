"""What changed, in the sections of `dateline since`: each event a link that opens its card."""

from collections.abc import Callable, Iterator
from typing import Final

from dashboard.app.pages.changes.before_and_after import BeforeAndAfter
from dashboard.app.parts import claims_mark, evidence_link, level_words, place_link, recorded_mark, source_name
from dashboard.app.shell import PageContext
from dashboard.briefing.since import StateComparison
from dashboard.evidence.verdicts import Verdict
from dashboard.model.problem import Problem
from dashboard.query.changes import (
    LEFT,
    NOT_COMPARED,
    ChangeLine,
    ChangeSection,
    EventChange,
    NewEvent,
    QuestionChange,
    doubt_words,
    question_words,
)
from dashboard.query.citations import Citation
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, with_code, words
from dashboard.views.card import evidence_mark

MOST_LINES: Final = 100
"""The most lines that a section shows; `dateline since --all` has the others."""


def question_line(changed: QuestionChange, to_event: Callable[[str], Markup], page: PageContext) -> Markup:
    """The question leads to its thread, and the answer to its event."""
    now = changed.after or changed.before
    text, said = now.text if now else changed.reference, question_words(changed)
    by = (now and now.by) if changed.kind in ("answered", "answer changed") else ""
    thread = changed.reference.partition("/")[0]
    registered = page.workspace.threads.get(thread)
    asked: Content = words(text)
    if registered is not None:
        asked = place_link("threads", words(text), mode=page.mode, thread=thread)
    answered = join(", by ", to_event(by), doubt_words(changed)) if by else None
    mark = _mark(changed.reference, by, page) if by else None
    where = element("span", " · ", words(registered.title), class_="dl-muted") if registered else None
    return join(asked, " ", mark, element("b", f"{said[:1].upper()}{said[1:]}"), answered, where)


def _mark(question: str, by: str, page: PageContext) -> Markup:
    """The evidence mark of the claims by which the event answers the question now; nothing if it does not."""
    event = page.workspace.events.get(by)
    claims = [key for each in event.answers if each.question == question for key in each.claims] if event else []
    return join(claims_mark(event, claims, page), " ") if event and claims else NOTHING


def lists(found: StateComparison, since: str, page: PageContext) -> Markup:
    """Every section that has something; of events, those that the filters let through."""
    told = _ChangeLists(found, since, page)
    return element("div", join_all(told.section(each) for each in told.let_through()), class_="dl-listed dl-changes")


class _ChangeLists:
    """What a line of a section stands for, by its id."""

    def __init__(self, found: StateComparison, since: str, page: PageContext) -> None:
        changes = found.changes
        self._sections, self._since, self._shown = found.sections, since, page
        self._new = {each.event.id: each for each in changes.new}
        self._questions = {each.reference: each for each in changes.questions}
        self._changed = {each.after.id: each for each in changes.changed}
        self._problems = {str(each): each for each in (*(changes.new_problems or ()), *(changes.fixed_problems or ()))}
        self._titles = {file: page.title_of(id_) for id_, file in page.workspace.files.items()}
        self._values = BeforeAndAfter(changes, since, page)

    def let_through(self) -> Iterator[ChangeSection]:
        """The sections without the events that the filters leave out; none that is empty then."""
        if not self._shown.asked.filters.are_set:
            yield from self._sections
            return
        seen = {reading.id for reading in self._shown.matching_events}
        for section in self._sections:
            left = tuple(line for line in section.lines if line.id in seen or not self._is_here(line))
            if left:
                yield ChangeSection(section.title, left)

    def section(self, section: ChangeSection) -> Markup:
        """A section with its count; lines beyond the most that a page lists are only counted."""
        head = element("h2", section.title, " ", element("span", f"{len(section.lines):,}", class_="dl-count"))
        tell = {NOT_COMPARED: self._plain, LEFT: self._other_line}.get(section.title, self._line)
        rows = join_all(tell(line) for line in section.lines[:MOST_LINES])
        more, where = len(section.lines) - MOST_LINES, element("code", "dateline since --all")
        left = element("p", f"{more:,} more; ", where, " lists them.", class_="dl-meta") if more > 0 else None
        return element("section", head, element("ol", rows, class_="dl-rows dl-story-rows"), left)

    def _is_here(self, line: ChangeLine) -> bool:
        return line.kind == "event" and line.id in self._shown.workspace.events

    def _plain(self, line: ChangeLine) -> Markup:
        return element("li", element("div", with_code(line.text)), class_="dl-change-line")

    def _line(self, line: ChangeLine) -> Markup:
        if line.kind == "event" and line.id in self._new:
            return self._new_event(self._new[line.id])
        if line.kind == "event" and line.id in self._changed:
            return self._changed_event(self._changed[line.id])
        return self._other_line(line)

    def _other_line(self, line: ChangeLine) -> Markup:
        name: Content
        if line.kind == "problem" and line.text in self._problems:
            name = self._problem(self._problems[line.text])
        elif line.kind == "question" and line.id in self._questions:
            name = question_line(self._questions[line.id], self._to_event, self._shown)
        else:
            name = self._to_event(line.id) if self._is_here(line) else self._page_link(line)
        return element("li", element("div", name, _details(line)), class_="dl-change-line")

    def _problem(self, problem: Problem) -> Markup:
        """What is wrong as a sentence; behind it what it is called, and where it stands."""
        title = self._titles.get(problem.file)
        where = element("b", words(title), ": ") if title else None
        told = with_code(f"{problem.message[:1].upper()}{problem.message[1:]}.")
        behind = f"{problem.severity} {problem.code}, {problem.file}, line {problem.line}"
        link = place_link("data", join(told), mode=self._shown.mode)
        return join(where, link, " ", element("span", words(behind), class_="dl-muted"))

    def _event(self, id_: str, title: str) -> Markup:
        if id_ not in self._shown.workspace.events:
            return words(title)
        return place_link("changes", words(title), mode=self._shown.mode, since=self._since, event=id_)

    def _to_event(self, id_: str) -> Markup:
        return self._event(id_, self._shown.title_of(id_))

    def _page_link(self, line: ChangeLine) -> Content:
        """The line's text, linked to its page if it has one."""
        workspace, mode, text = self._shown.workspace, self._shown.mode, with_code(line.text)
        if line.kind == "source" and line.id in workspace.sources:
            return place_link("sources", text, mode=mode, source=line.id)
        if line.kind == "actor" and line.id in workspace.actors:
            return place_link("actors", text, mode=mode, actor=line.id)
        if line.kind == "thread" and line.id in workspace.threads:
            return place_link("threads", text, mode=mode, thread=line.id)
        if line.kind == "place" and line.id in workspace.places:
            return join(text, *(join(" ", self._source(each)) for each in workspace.places[line.id].sources))
        return place_link("data", text, mode=mode) if line.kind == "problem" else text

    def _source(self, id_: str) -> Markup:
        """The mark of an outside source that says where a place is."""
        return evidence_link("from another source", Citation(id_), self._shown, of=source_name(self._shown, id_))

    def _new_event(self, new: NewEvent) -> Markup:
        event = new.event
        is_known = new.date is not None or event.when.as_reported is not None
        mark = recorded_mark(event, event.when, self._shown, Mode.ASSESSED) if is_known else evidence_mark("unknown")
        tags = (element("b", tag) for tag in _tags(new))
        what = element("span", join(self._event(event.id, event.title), *tags, by=" "), class_="dl-what")
        level = join(" ", level_words(event, self._shown, Mode.ASSESSED))
        dated = words(new.date.short_words() if new.date else "undated")
        when = element("span", mark, " ", dated, class_="dl-when")
        current = "true" if event.id == self._shown.selected else None
        return element("li", when, " ", what, level, aria_current=current)

    def _changed_event(self, change: EventChange) -> Markup:
        title = element("h3", self._event(change.after.id, change.after.title))
        old = change.before.id if change.was_renamed and change.before else ""
        was = element("p", "Renamed from ", words(old), ".", class_="dl-meta") if old else None
        current = "true" if change.after.id == self._shown.selected else None
        told = element("article", title, was, self._values.in_words(change))
        return element("li", told, class_="dl-changed", aria_current=current)


def _tags(new: NewEvent) -> Iterator[str]:
    failed = new.verdicts[Verdict.NOT_FOUND]
    if new.ahead:
        yield "ahead"
    if failed:
        yield f"{failed:,} of {count_words(sum(new.verdicts.values()), 'claim')} with a quote not found"
    if new.event.review.status == "retracted":
        yield "retracted"


def _details(line: ChangeLine) -> Markup | None:
    if not line.details:
        return None
    return element("ul", join_all(element("li", words(each)) for each in line.details), class_="dl-meta dl-details")
