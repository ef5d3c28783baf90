// The part of a map that the reader has moved to: `Viewport` in Python, as the address has it.
import { turned } from "../plotly/base_map_paths.js";

const POLE = 90;
const DIGITS = 4; // that the address has of each number

const onEarth = (longitude) => (Math.abs(longitude) > 180 ? turned(longitude) : longitude);

// What Plotly shows of a map. It counts longitudes on, beyond 180, as a map is dragged across the seam.
export const viewportOf = ({ projection, center }) => ({
  longitude: onEarth(projection.rotation.lon),
  latitude: center.lat,
  scale: projection.scale,
});

// While a map is moved, what Plotly tells of the change is newer.
export const asMoved = ({ projection, center }, change) =>
  viewportOf({
    projection: {
      scale: change["geo.projection.scale"] ?? projection.scale,
      rotation: { lon: change["geo.projection.rotation.lon"] ?? projection.rotation.lon },
    },
    center: { lat: change["geo.center.lat"] ?? center.lat },
  });

// The nearest to a viewport that the map can show: its middle on the earth, its scale between the least and the most.
export function hold({ projection: { minscale, maxscale } }, { longitude, latitude, scale }) {
  return {
    longitude: onEarth(longitude),
    latitude: Math.min(Math.max(latitude, -POLE), POLE),
    scale: Math.min(Math.max(scale, minscale), maxscale),
  };
}

// The pole that was dragged over the middle of the map; 0 for none. Beyond it Plotly finds latitudes that lie elsewhere.
export function poleBefore(projection, { longitude }) {
  const [[, top], [, bottom]] = projection.clipExtent();
  const below = (latitude) => projection([longitude, latitude])[1] - (top + bottom) / 2;
  return below(POLE) > 1 ? POLE : below(-POLE) < -1 ? -POLE : 0;
}

export const asText = ({ longitude, latitude, scale }) =>
  [longitude, latitude, scale].map((number) => number.toFixed(DIGITS)).join();

export const isSame = (one, other) => asText(one) === asText(other);

// With the map, what it shows at scale 1 is turned: Plotly fits that into the figure, and cuts off what lies beyond.
export function viewOf({ projection, lonaxis }, { longitude, latitude, scale }) {
  const turn = longitude - projection.rotation.lon;
  return {
    projection: { ...projection, scale, rotation: { ...projection.rotation, lon: longitude } },
    center: { lon: longitude, lat: latitude },
    lonaxis: { ...lonaxis, range: lonaxis.range.map((each) => each + turn) },
  };
}
