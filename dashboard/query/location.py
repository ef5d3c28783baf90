"""Where events are on the earth, as maps draw them."""

from dashboard.model.geography import alpha_3, label_point
from dashboard.model.registry import Place


def anchor(place: Place) -> tuple[float, float] | None:
    """Longitude and latitude where a place's mark stands: its own, or its country's label point; None without."""
    if place.latitude is not None and place.longitude is not None:
        return place.longitude, place.latitude
    point = label_point(alpha_3(place.country) or "") if place.country else None
    return (point[1], point[0]) if point else None
