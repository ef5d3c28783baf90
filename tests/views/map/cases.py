"""Readings to map: the article's events by hand, one of every kind of place, and as many as you like."""

from random import Random

from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.reading import ResolvedEvent, SecondPlace, Support, SupportedValue
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.map import MapInput, event_map
from dashboard.views.map.density import density_map

ECUADOR, KOREA = "us-ecuador-basing", "korea-costs"
THREADS = (ECUADOR, KOREA)


def place(id_, latitude=None, longitude=None, *, name=None, country=None, precision="city", radius_km=None):
    """A place; a country where it has no point."""
    precision = precision if latitude is not None or precision == "region" else "country"
    point = {"latitude": latitude, "longitude": longitude, "radius_km": radius_km}
    return Place(id=id_, name=name or id_.title(), country=country, precision=precision, **point)


PALACE = place("palace", -0.2197, -78.5125, name="Carondelet Palace, Quito", country="EC", precision="site")
MANTA = place(
    "manta", -0.9461, -80.6788, name="Eloy Alfaro air base, Manta", country="EC", precision="site", radius_km=2
)
WASHINGTON = place("washington", 38.89511, -77.03637, name="Washington, D.C.", country="US")
SEOUL = place("seoul", 37.566, 126.9784, country="KR")
SUVA, APIA = place("suva", -18.14, 178.44, country="FJ"), place("apia", -13.83, -171.77, country="WS")
IN_ECUADOR, IN_KOREA = place("ecuador", country="EC"), place("south-korea", name="South Korea", country="KR")


def reading(id_, where, *, title=None, carried=Support.EXTERNAL, thread=ECUADOR, about=()):
    """An event at a place, with lines to what it is about."""
    claim = Claim(text="It happened.", sources=("somebody",))
    event = Event(id=id_, title=title or f"Event {id_}", threads=(thread,) if thread else (), claims={"it": claim})
    lines = tuple(SecondPlace(target, "about", Support.QUOTED) for target in about)
    return ResolvedEvent(
        event,
        SupportedValue(None, Support.UNKNOWN),
        SupportedValue(where, carried if where else Support.UNKNOWN),
        lines,
    )


def article():
    """17 events: five in Quito, four in Manta, two somewhere in Ecuador, three in Washington, three in Seoul."""
    ecuador = [(f"quito-{n}", PALACE) for n in range(5)] + [(f"manta-{n}", MANTA) for n in range(4)]
    ecuador += [(f"ecuador-{n}", IN_ECUADOR) for n in range(2)]
    korea = [reading(f"washington-{n}", WASHINGTON, thread=KOREA, about=(IN_KOREA,)) for n in range(3)]
    korea += [reading(f"seoul-{n}", SEOUL, thread=KOREA) for n in range(3)]
    return [reading(id_, where) for id_, where in ecuador] + korea


def many(events, places):
    """Events at places anywhere, carried in any way."""
    random = Random(1)
    where = [place(f"p-{n}", random.uniform(-50, 70), random.uniform(-180, 180)) for n in range(places)]
    kinds = list(Support)[:4]
    return [
        reading(f"e-{n}", random.choice(where), carried=random.choice(kinds), thread=random.choice(THREADS))
        for n in range(events)
    ]


def draw(readings, *, palette=LIGHT, by_weight=False, **options):
    """The map of these events, at the size that it has on the page where the `options` give no other."""
    return event_map(_made(readings, options), palette, by_weight=by_weight)


def draw_cells(readings, layer, *, palette=LIGHT, **options):
    """The map of these events by cells."""
    return density_map(_made(readings, options), palette, layer=layer)


def _made(readings, options):
    return MapInput(readings, **{"threads": THREADS, "width": 912, "height": 458, **options})
