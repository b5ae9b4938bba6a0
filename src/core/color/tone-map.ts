/** Colors that SDR cannot show: HDR with its transfer function, or the gamut of BT.2020. */
export const WIDE_LIGHTS = ['pq', 'hlg', 'bt2020'] as const;
export type WideColor = (typeof WIDE_LIGHTS)[number];

type Rgb = readonly [number, number, number];

/** Points along each side of the table. PQ and gamma are smooth enough between them. */
const POINTS = 33;
/** Peak luminance of the content in cd/m2. Most content is mastered to it, and HLG is defined by it. */
const CONTENT_PEAK = 1000;
/** HDR reference white (ITU-R BT.2408), which becomes SDR white. */
const WHITE = 203;
/** Gamma of the reference display (ITU-R BT.1886). */
const SDR_GAMMA = 2.4;

/**
 * A lookup table (.cube) from R'G'B' in BT.2020 with the given transfer function to SDR R'G'B' in BT.709.
 *
 * HDR is compressed by the curve of ITU-R BT.2390 (5.4.1): unchanged below a knee, and rolled off above it.
 * The largest of the three components sets the factor, so hues stay. A table works with every version of
 * ffmpeg, and gives the same picture in each.
 */
export function toneMapCube(light: WideColor): string {
  const lines = [`LUT_3D_SIZE ${POINTS}`];
  const at = (index: number) => index / (POINTS - 1);
  for (let blue = 0; blue < POINTS; blue++) {
    for (let green = 0; green < POINTS; green++) {
      for (let red = 0; red < POINTS; red++) {
        const mapped = toSdr([at(red), at(green), at(blue)], light);
        lines.push(mapped.map((value) => value.toFixed(6)).join(' '));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Converts one color from non-linear BT.2020 to non-linear SDR in BT.709, with components from 0 to 1. */
export function toSdr(color: Rgb, light: WideColor): Rgb {
  const narrow = toBt709(LINEAR[light](color));
  const peak = Math.max(...narrow);
  const factor = light === 'bt2020' || peak <= 0 ? 1 : rollOff(peak) / peak;
  const shown = (value: number) => clamp((value * factor) / WHITE) ** (1 / SDR_GAMMA);
  return [shown(narrow[0]), shown(narrow[1]), shown(narrow[2])];
}

/** Linear light in cd/m2. */
const LINEAR: Readonly<Record<WideColor, (color: Rgb) => Rgb>> = {
  pq: ([red, green, blue]) => [pqToLight(red), pqToLight(green), pqToLight(blue)],
  hlg: (color) => {
    const [red, green, blue] = color.map(hlgToScene) as unknown as Rgb;
    // The system gamma of a display with 1000 cd/m2 (ITU-R BT.2100, table 5).
    const luminance = 0.2627 * red + 0.678 * green + 0.0593 * blue;
    const gain = CONTENT_PEAK * luminance ** 0.2;
    return [red * gain, green * gain, blue * gain];
  },
  bt2020: ([red, green, blue]) => [
    WHITE * red ** SDR_GAMMA,
    WHITE * green ** SDR_GAMMA,
    WHITE * blue ** SDR_GAMMA,
  ],
};

/** SMPTE ST 2084. */
const M1 = 2610 / 16_384;
const M2 = (2523 / 4096) * 128;
const C1 = 3424 / 4096;
const C2 = (2413 / 4096) * 32;
const C3 = (2392 / 4096) * 32;

function pqToLight(signal: number): number {
  const root = signal ** (1 / M2);
  return 10_000 * (Math.max(0, root - C1) / (C2 - C3 * root)) ** (1 / M1);
}

function lightToPq(light: number): number {
  const part = (Math.max(0, light) / 10_000) ** M1;
  return ((C1 + C2 * part) / (1 + C3 * part)) ** M2;
}

/** ITU-R BT.2100, table 5: the inverse of the opto-electronic transfer function. */
function hlgToScene(signal: number): number {
  const [a, b, c] = [0.17883277, 0.28466892, 0.55991073];
  return signal <= 0.5 ? signal ** 2 / 3 : (Math.exp((signal - c) / a) + b) / 12;
}

function rollOff(light: number): number {
  const peak = lightToPq(CONTENT_PEAK);
  const most = lightToPq(WHITE) / peak;
  const knee = 1.5 * most - 0.5;
  const given = Math.min(1, lightToPq(light) / peak);
  if (given < knee) return light;
  const t = (given - knee) / (1 - knee);
  const rolled =
    (2 * t ** 3 - 3 * t ** 2 + 1) * knee +
    (t ** 3 - 2 * t ** 2 + t) * (1 - knee) +
    (-2 * t ** 3 + 3 * t ** 2) * most;
  return pqToLight(rolled * peak);
}

/** The inverse of ITU-R BT.2087. Colors outside BT.709 are clipped later. */
function toBt709([red, green, blue]: Rgb): Rgb {
  return [
    1.6605 * red - 0.5876 * green - 0.0728 * blue,
    -0.1246 * red + 1.1329 * green - 0.0083 * blue,
    -0.0182 * red - 0.1006 * green + 1.1187 * blue,
  ];
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
