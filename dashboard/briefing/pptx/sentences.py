"""Sentences on slides: each with its numbers, what was found, and whose words it is, in small print behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.briefing.office import notes_of, numbers_of, sources_of
from dashboard.briefing.outline import AnnexEntry, Statement, sentence_pieces
from dashboard.briefing.pptx.design import BOTTOM, SMALL_PT
from dashboard.briefing.pptx.fit import heights, largest_fitting, split_into_slides
from dashboard.briefing.pptx.slides import Slides, numbered_title
from dashboard.briefing.pptx.text import Para, Run


@dataclass(frozen=True, slots=True)
class SlideText:
    """What one slide says."""

    title: str
    paras: list[Para]
    statements: list[Statement]
    """The statements that the slide shows, in full or in part."""


def sentence(statement: Statement, *, of: int = 0, bullet: str = "", before: float = 8, lead: str = "") -> Para:
    """A paragraph; the size is for who knows how much room there is. `lead` stands before it."""
    runs = [Run(text, muted=True) for text in (lead, f"{statement.said}: " if statement.said else "") if text]
    sources = {id_: 0 for value in statement.held for id_, _ in value.sources}
    runs += [Run(each.text, link=each.source) for each in sentence_pieces(statement, sources)]
    runs += small(statement)
    return Para(tuple(runs), before=before, bullet=bullet, direction=statement.text, of=of)


def small(statement: Statement, *, space: bool = True) -> Iterator[Run]:
    """`[19] verified; disputed`."""
    carried = " ".join(each for each in (numbers_of(statement.references), notes_of(statement)) if each)
    if carried:
        yield Run(f"{' ' if space else ''}{carried}", muted=True, size=SMALL_PT)


def with_sources(paras: Sequence[Para], said: Sequence[Statement], entries: Mapping[int, AnnexEntry]) -> list[Para]:
    """The small print of each in a line of its own, with the sources of its sentence."""
    found: list[Para] = []
    for para in paras:
        statement = said[para.of]
        carried = tuple(small(statement, space=False))
        if para.is_fixed or not carried:
            found.append(para)
            continue
        named = dict.fromkeys(sources_of(entries[number]) for number in statement.references)
        text = " · ".join(each for each in (carried[0].text, "; ".join(filter(None, named))) if each)
        below = Para((Run(text, muted=True),), SMALL_PT, 1, para.bullet and " ", of=para.of, is_fixed=True)
        words = tuple(run for run in para.runs if run.size != SMALL_PT)
        found += [replace(para, runs=words, keep=True), below]
    return found


def fits(paras: Sequence[Para], room: float, height: float, least: float) -> bool:
    """Whether they take one slide in letters of `least`."""
    return heights([each.with_size(least) for each in paras], room) <= height


def pages(
    paras: Sequence[Para],
    said: Sequence[Statement],
    title: str,
    room: float,
    slides: Slides,
    sizes: Sequence[float],
    *,
    below: float = 0,
) -> list[SlideText]:
    """Paragraphs slide by slide, in the largest size in which one holds all, else in the smallest."""
    height = BOTTOM - slides.room(title, below)
    sized = largest_fitting(paras, room, height, sizes)
    parts = split_into_slides(sized, room, height)
    if len(parts) > 1:
        parts = split_into_slides(
            sized, room, BOTTOM - slides.room(numbered_title(title, len(parts), len(parts)), below)
        )
    names = [numbered_title(title, number, len(parts)) for number in range(1, len(parts) + 1)]
    about = [[said[each] for each in dict.fromkeys(para.of for para in part)] for part in parts]
    return [SlideText(*each) for each in zip(names, parts, about, strict=True)]
