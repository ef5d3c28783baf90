"""What one more press would show, told to the page while nobody presses: then the press is drawn at once."""

import secrets
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice
from typing import Any, Final

from dashboard.app.filters.asked import asked, shows_of
from dashboard.app.parts.hosted import Hosted
from dashboard.app.shown import Shown

FOLDER: Final = "dateline-ahead"
"""Where the server tells it, below whatever path it is served at."""
MOST_EVENTS: Final = 60
"""Of more, a figure takes so long to draw that whoever asks meanwhile would have to wait for it."""
MOST_PRESSES: Final = 100
"""Of a page; the browser keeps the figures of twice as many."""
_MOST_PAGES: Final = 32
_AT_ONCE_S: Final = 0.15
_AT_ONCE: Final = 16
"""So many figures are told in one answer, or those that so many seconds suffice for."""


@dataclass(frozen=True, slots=True)
class Press:
    """As the page reports it."""

    what: str
    value: str


Answer = tuple[Press, tuple[Hosted, ...]]


class Ahead:
    """What each of the last pages may be asked for next."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Callable[[], Iterable[Answer]]] = OrderedDict()
        self._making: set[object] = set()

    @contextmanager
    def waits(self) -> Iterator[None]:
        """While a page is made that somebody has asked for, nothing is drawn ahead."""
        one = object()
        self._making.add(one)
        try:
            yield
        finally:
            self._making.discard(one)

    def offer(self, answers: Callable[[], Iterable[Answer]]) -> str:
        """The key under which a page may ask for these. Nobody else can guess it."""
        key = secrets.token_urlsafe(16)
        self._answers[key] = answers
        while len(self._answers) > _MOST_PAGES:
            self._answers.popitem(last=False)
        return key

    def told(self, key: str, start: int, known: Collection[int]) -> dict[str, Any]:
        """Some of the figures under that key, from the one at `start`; where to go on, or None at the end.

        A drawing that is `known`, by its number, is left out. Few at a time, and none while a page is made: whoever
        presses is not to wait for what nobody has asked for.
        """
        until, told = time.monotonic() + _AT_ONCE_S, set(known)
        answers: list[dict[str, Any]] = []
        figures = ((press, figure) for press, shown in self._answers.get(key, tuple)() for figure in shown)
        for place, (press, figure) in enumerate(figures):
            if place < start:
                continue
            is_enough = bool(answers) and (len(answers) == _AT_ONCE or time.monotonic() > until)
            if is_enough or self._making:
                return {"answers": answers, "next": place}
            stand = figure.told_of_stand
            drawing = None if stand["drawn"] in told else figure.told_of_drawing
            told.add(stand["drawn"])
            answers.append({"press": asdict(press), "stand": stand, "drawing": drawing})
        return {"answers": answers, "next": None}


ahead: Final = Ahead()
"""The one of this server."""


def is_foretold(shown: Shown) -> bool:
    """Whether that is worth while: of many events it takes too long, and while time is played the next step comes."""
    return len(shown.all_readings) <= MOST_EVENTS and shown.until is None


def likely(shown: Shown) -> Iterator[tuple[Press, Shown]]:
    """The presses that are likely, each with what it would show: events first, then values that most events have."""
    return islice(_likely(shown), MOST_PRESSES)


def _likely(shown: Shown) -> Iterator[tuple[Press, Shown]]:
    for reading in shown.readings:
        if reading.id != shown.selected:
            yield Press("event", reading.id), replace(shown, selected=reading.id)
    if shown.selected is not None:
        nothing = replace(shown, selected=None)
        yield Press("clear", ""), nothing
        yield Press("event", shown.selected), nothing
        return
    here, shows = shown.asked, shows_of(shown.asked.filters)
    if here.filters.are_set:
        yield Press("unfilter", ""), replace(shown, asked=asked([], "", "", ""))
    for facet, by_event in shown.catalogue.values.items():
        for value, _events in Counter(chain.from_iterable(by_event.values())).most_common():
            show = f"{facet}:{value}"
            turned = [each for each in shows if each != show] if show in shows else [*shows, show]
            then = asked(turned, here.start, here.end, here.filters.words)
            yield Press("filter", show), replace(shown, asked=then)
