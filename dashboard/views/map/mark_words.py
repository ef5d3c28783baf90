"""What stands beside marks: towns, and of a count of more of them its country, its countries or their region."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.model.geography import continent, country_name, subregion
from dashboard.views.map.spots import Group

NAMED: Final = 2
"""So many towns or countries are named; of more, what they are in."""

_SHARE: Final = 0.5
"""A count has the name of a country alone only with more of its events than this."""


def mark_words(groups: Sequence[Group], *, is_far: bool) -> dict[int, tuple[str, ...]]:
    """What may stand beside each mark, the best first, by the `id` of the mark.

    Seen from far (`is_far`), a count of more than two towns has the name of the country in which they are, and says
    how many places it is of if others have half of the country's events or more; of two countries it has both names; of
    more that of their region, which the largest of them has alone. From near, its first towns are named.
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
        words[id(group)] = _of_several(list(found), taken)
    return words


def region_of(countries: Iterable[str]) -> str:
    """The sub-region that has all of these countries (alpha-2), or else their continent, or two; empty for more."""
    known = list(countries)
    for wholes in (dict.fromkeys(map(subregion, known)), dict.fromkeys(map(continent, known))):
        names = [name for name in wholes if name]
        if len(wholes) == 1 and names:
            return names[0]
    return " and ".join(sorted(names)) if len(names) == NAMED else ""


def _countries(group: Group) -> Mapping[str, int]:
    """Number of events by country (alpha-2; empty for none), the one of most first."""
    count: Counter[str] = Counter()
    for spot in group.spots:
        count[spot.place.country or ""] += len(spot.readings)
    return dict(sorted(count.items(), key=lambda each: (-each[1], each[0])))


def _of_several(countries: Sequence[str], taken: set[str]) -> tuple[str, ...]:
    """Both countries; of more their region, unless it is `taken`, or the first of them and how many more."""
    region = region_of(countries)
    is_free = bool(region) and region not in taken
    if len(countries) > NAMED and is_free:
        taken.add(region)
        return f"{region}, {len(countries)} countries", region
    names = [country_name(country) for country in countries]
    more = len(names) - NAMED
    long = ", ".join(names[:NAMED]) + (f" +{more}" if more > 0 else "")
    return long, f"{names[0]} +{len(names) - 1}"
