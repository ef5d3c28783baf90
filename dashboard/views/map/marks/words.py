"""What stands beside marks: towns, and of a count of more of them its country, its countries or their region."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.model.geography import continent, country_name, regions_of
from dashboard.query.wording import count_words
from dashboard.views.map.marks.group import Group

NAMED: Final = 2
"""So many towns or countries are named; of more, what they are in."""

_MAJORITY: Final = 2 / 3
"""A count has the name of a region with more of its events than this."""

_SHARE: Final = 0.5
"""A count has the name of a country alone only with more of its events than this."""


def mark_words(groups: Sequence[Group], *, is_far: bool) -> dict[int, tuple[str, ...]]:
    """What may stand beside each mark, the best first, by the `id` of the mark.

    Seen from far (`is_far`), a count of more than two towns has the name of the country in which they are, and says
    how many places it is of if others have half of the country's events or more; of two countries it has both names; of
    more that of the region with most of its events and how many countries lie elsewhere. A region's name is that of the
    largest of its counts alone. From near, the first towns are named.
    """
    words = {id(group): group.labels for group in groups}
    if not is_far:
        return words
    of_country: Counter[str] = Counter()
    for group in groups:
        of_country.update(_countries(group))
    taken: set[str] = set()
    for group in sorted(groups, key=lambda each: -each.count):
        found = _countries(group)
        if group.role != "mark" or len({spot.label for spot in group.spots}) <= NAMED or "" in found:
            continue
        if len(found) == 1:
            (country,) = found
            name, towns = country_name(country), len({spot.place.id for spot in group.spots})
            has_most = found[country] > _SHARE * of_country[country]
            words[id(group)] = (name if has_most else f"{name}, {towns} places",)
            continue
        words[id(group)] = _of_several(found, taken)
    return words


def region_of(countries: Mapping[str, int]) -> tuple[str, int]:
    """The region of most events of a count, and how many of its countries lie elsewhere; empty where none has them.

    `countries`: the number of events by country (alpha-2). A region has to have more than two thirds of the events; or
    else a continent has.
    """
    for wholes in (regions_of, _continents_of):
        events: Counter[str] = Counter()
        members: Counter[str] = Counter()
        for country, number in countries.items():
            events.update(dict.fromkeys(wholes(country), number))
            members.update(wholes(country))
        region = min(events, key=lambda name: (-events[name], -members[name], name), default="")
        if events[region] > _MAJORITY * sum(countries.values()):
            return region, len(countries) - members[region]
    return "", 0


def _continents_of(country: str) -> tuple[str, ...]:
    return tuple(filter(None, [continent(country)]))


def _countries(group: Group) -> Mapping[str, int]:
    """Number of events by country (alpha-2; empty for none), the one of most first."""
    count: Counter[str] = Counter()
    for spot in group.spots:
        count[spot.place.country or ""] += len(spot.readings)
    return dict(sorted(count.items(), key=lambda each: (-each[1], each[0])))


def _of_several(countries: Mapping[str, int], taken: set[str]) -> tuple[str, ...]:
    """Both countries; of more their region, unless it is `taken`, or the first of them and how many more."""
    region, elsewhere = region_of(countries) if len(countries) > NAMED else ("", 0)
    if region and region not in taken:
        taken.add(region)
        if not elsewhere:
            return f"{region}, {len(countries)} countries", region
        return f"{region} + {count_words(elsewhere, 'country', 'countries')}", f"{region} +{elsewhere}"
    names = [country_name(country) for country in countries]
    more = len(names) - NAMED
    long = ", ".join(names[:NAMED]) + (f" +{more}" if more > 0 else "")
    return long, f"{names[0]} +{len(names) - 1}"
