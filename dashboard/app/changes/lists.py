"""What changed, in the sections of `dateline since`: each event a link that opens its card."""

from collections.abc import Iterator
from typing import Final

from dashboard.app.changes.before_and_after import BeforeAndAfter
from dashboard.app.changes.compared import Compared
from dashboard.app.changes.questions import question_line, questions_of
from dashboard.app.parts.links import place_link
from dashboard.app.parts.marked import level_words, mark_leading, recorded_mark
from dashboard.app.parts.problem_lines import with_code
from dashboard.app.parts.signs import evidence_mark
from dashboard.app.parts.source_words import source_name
from dashboard.app.shown import Shown
from dashboard.briefing.stored import StoredChanges
from dashboard.evidence.verdicts import Verdict
from dashboard.query.changes.change import EventChange, NewEvent
from dashboard.query.changes.sections import NOT_COMPARED, Line, Section
from dashboard.query.grounds import Ground
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.text.markup import Content, Markup, element, every, joined, words

MOST_LINES: Final = 100
"""Of a section; `dateline since --all` has the others."""


def lists(found: Compared, since: str, shown: Shown) -> Markup:
    """Every section that has something; of events, those that the filters let through."""
    told = _Telling(found, since, shown)
    return element("div", every(told.section(each) for each in told.let_through()), class_="dl-listed dl-changes")


class _Telling:
    """What a line of a section stands for, by its id."""

    def __init__(self, found: Compared, since: str, shown: Shown) -> None:
        changes = found.changes
        self._sections, self._since, self._shown = found.sections, since, shown
        self._new = {each.event.id: each for each in changes.new}
        self._questions = questions_of(changes)
        self._changes = None if isinstance(changes, StoredChanges) else changes
        self._changed = {each.after.id: each for each in self._changes.changed} if self._changes else {}

    def let_through(self) -> Iterator[Section]:
        """The sections without the events that the filters leave out; none that is empty then."""
        if not self._shown.asked.filters.are_set:
            yield from self._sections
            return
        seen = {reading.id for reading in self._shown.found}
        for section in self._sections:
            left = tuple(line for line in section.lines if line.id in seen or not self._is_here(line))
            if left:
                yield Section(section.title, left)

    def section(self, section: Section) -> Markup:
        """With its count; what is too much for a page is counted."""
        head = element("h2", section.title, " ", element("span", f"{len(section.lines):,}", class_="dl-count"))
        tell = self._plain if section.title == NOT_COMPARED else self._line
        rows = every(tell(line) for line in section.lines[:MOST_LINES])
        more, where = len(section.lines) - MOST_LINES, element("code", "dateline since --all")
        left = element("p", f"{more:,} more; ", where, " lists them.", class_="dl-meta") if more > 0 else None
        return element("section", head, element("ol", rows, class_="dl-rows dl-story-rows"), left)

    def _is_here(self, line: Line) -> bool:
        return line.kind == "event" and line.id in self._shown.workspace.events

    def _plain(self, line: Line) -> Markup:
        return element("li", element("div", with_code(line.text)), class_="dl-change-line")

    def _line(self, line: Line) -> Markup:
        if line.kind == "event" and line.id in self._new:
            return self._new_event(self._new[line.id])
        if line.kind == "event" and line.id in self._changed:
            return self._changed_event(self._changed[line.id])
        name: Content
        if line.kind == "question" and line.id in self._questions:
            name = question_line(self._questions[line.id], self._to_event, self._shown)
        else:
            name = self._event(line.id, self._shown.title_of(line.id)) if self._is_here(line) else self._linked(line)
        return element("li", element("div", name, _details(line)), class_="dl-change-line")

    def _event(self, id_: str, title: str) -> Markup:
        if id_ not in self._shown.workspace.events:
            return words(title)
        return place_link("changes", words(title), mode=self._shown.mode, since=self._since, event=id_)

    def _to_event(self, id_: str) -> Markup:
        return self._event(id_, self._shown.title_of(id_))

    def _linked(self, line: Line) -> Content:
        """What has a page of its own leads there."""
        workspace, mode, text = self._shown.workspace, self._shown.mode, with_code(line.text)
        if line.kind == "source" and line.id in workspace.sources:
            return place_link("sources", text, mode=mode, source=line.id)
        if line.kind == "actor" and line.id in workspace.actors:
            return place_link("actors", text, mode=mode, actor=line.id)
        if line.kind == "thread" and line.id in workspace.threads:
            return place_link("threads", text, mode=mode, thread=line.id)
        if line.kind == "place" and line.id in workspace.places:
            return joined(text, *(joined(" ", self._source(each)) for each in workspace.places[line.id].sources))
        return place_link("data", text, mode=mode) if line.kind == "problem" else text

    def _source(self, id_: str) -> Markup:
        """The mark of an outside source that says where a place is."""
        return mark_leading("external", Ground(id_), self._shown, of=source_name(self._shown, id_))

    def _new_event(self, new: NewEvent) -> Markup:
        event = new.event
        is_known = new.date is not None or event.when.as_reported is not None
        mark = recorded_mark(event, event.when, self._shown, Mode.ASSESSED) if is_known else evidence_mark("unknown")
        tags = (element("b", tag) for tag in _tags(new))
        what = element("span", joined(self._event(event.id, event.title), *tags, by=" "), class_="dl-what")
        level = joined(" ", level_words(event, self._shown, Mode.ASSESSED))
        dated = words(new.date.short_words() if new.date else "undated")
        when = element("span", mark, " ", dated, class_="dl-when")
        current = "true" if event.id == self._shown.selected else None
        return element("li", when, " ", what, level, aria_current=current)

    def _changed_event(self, change: EventChange) -> Markup:
        title = element("h3", self._event(change.after.id, change.after.title))
        was = (
            element("p", "It went by the id ", words(change.before.id), ".", class_="dl-meta")
            if change.was_renamed
            else None
        )
        table = BeforeAndAfter(self._changes, self._since, self._shown).table(change) if self._changes else None
        current = "true" if change.after.id == self._shown.selected else None
        return element("li", element("article", title, was, table), class_="dl-changed", aria_current=current)


def _tags(new: NewEvent) -> Iterator[str]:
    failed = new.verdicts[Verdict.FAILED]
    if new.ahead:
        yield "ahead"
    if failed:
        yield f"{failed:,} of {counted(sum(new.verdicts.values()), 'claim')} failed"
    if new.event.review.status == "retracted":
        yield "retracted"


def _details(line: Line) -> Markup | None:
    if not line.details:
        return None
    return element("ul", every(element("li", words(each)) for each in line.details), class_="dl-meta dl-details")
