// How large what the map shows is, at its middle, and where the pointer is: for the line at its foot.
const EARTH_KM = 6371.0088; // mean radius (IUGG)
const KM_OF_A_MILE = 1.609344;
const LONGEST_PX = 128;
const RADIAN = Math.PI / 180;
const STEPS = [5, 3, 2, 1]; // of round numbers, with a power of ten: no bar is so short that its words do not fit

// The kilometres between two places, on the sphere.
export function kmBetween([west, south], [east, north]) {
  const half = (degrees) => Math.sin((degrees * RADIAN) / 2) ** 2;
  const root = half(north - south) + Math.cos(south * RADIAN) * Math.cos(north * RADIAN) * half(east - west);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(root)));
}

// The kilometres of one pixel, from west to east, in the middle of what is seen; nothing where there is no earth.
export function kmOfPixel(projection) {
  const [[left, top], [right, bottom]] = projection.clipExtent();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [one, other] = [projection.invert([x - 1, y]), projection.invert([x + 1, y])];
  const found = one && other ? kmBetween(one, other) / 2 : NaN;
  return Number.isFinite(found) && found > 0 ? found : null;
}

// The longest round number of a unit that fits, and how many pixels it is.
const roundLength = (unitsOfPixel) => {
  const most = unitsOfPixel * LONGEST_PX;
  const power = 10 ** Math.floor(Math.log10(most));
  const number = (STEPS.find((each) => each * power <= most) ?? 1) * power;
  return { number, pixels: Math.round(number / unitsOfPixel) };
};

export function scaleOf(kmOfOne) {
  return { km: roundLength(kmOfOne), miles: roundLength(kmOfOne / KM_OF_A_MILE) };
}

export const lengthInWords = (number, unit) => `${Number(number.toPrecision(2)).toLocaleString("en")} ${unit}`;

// Degrees with their side, as fine as a pixel is.
export function inDegrees(longitude, latitude, degreesOfPixel) {
  const digits = Math.min(Math.max(Math.ceil(-Math.log10(degreesOfPixel)), 0), 4);
  const side = (number, [positive, negative]) => {
    const text = Math.abs(number).toFixed(digits);
    return Number(text) ? `${text}° ${number > 0 ? positive : negative}` : `${text}°`;
  };
  const turned = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return `${side(latitude, "NS")}, ${side(turned, "EW")}`;
}
