/**
 * Draws the pictures of the film, always the same: `node examples/film/draw-art.mjs`.
 *
 * A picture is a function from a point to a color (red, green, blue, opacity, each up to 255).
 */
import { writeFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';

const CLEAR = [0, 0, 0, 0];
/** Samples of a pixel in each direction, which make edges smooth. */
const SAMPLES = 3;

const clamp = (value) => Math.min(1, Math.max(0, value));
const smooth = (value) => value * value * (3 - 2 * value);
const mix = (a, b, part) => a.map((value, index) => value + (b[index] - value) * part);
const color = (hex, alpha = 1) => [
  ...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
  255 * alpha,
];
/** A number from 0 to 1 that looks random. */
const chance = (seed) => {
  const value = Math.sin(seed * 127.1 + 311.7) * 43_758.5453;
  return value - Math.floor(value);
};

/** A smooth curve through chances, from 0 to 1. */
function wave(x, seed) {
  const at = Math.floor(x);
  return mix([chance(at + seed)], [chance(at + 1 + seed)], smooth(x - at))[0];
}

/** A mountain range: the ridge of each octave is where its wave turns. */
function ridge(x, { step, seed, octaves }) {
  let height = 0;
  let share = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const part = 2 ** -octave;
    const turned = 1 - Math.abs(2 * wave(x / step / part, seed + 57 * octave) - 1);
    height += part * turned;
    share += part;
  }
  return height / share;
}

const TREE_STEP = 11;
/** Pines on a slope, as a function that tells whether a point is in one of them. */
function forest(ground) {
  const treeAt = (index) => ({
    x: index * TREE_STEP + 9 * chance(index),
    height: 26 + 44 * chance(index + 900) * wave(index / 9, 40),
  });
  return (x, y) =>
    [-2, -1, 0, 1].some((offset) => {
      const tree = treeAt(Math.floor(x / TREE_STEP) + offset);
      const up = (ground(tree.x) + 3 - y) / tree.height;
      if (up < 0 || up > 1) return false;
      const branch = 0.6 + 0.4 * (1 - ((up * 5) % 1));
      return Math.abs(x - tree.x) < tree.height * 0.21 * (1 - up) * branch;
    });
}

/** A range of mountains or hills with a vertical gradient. */
function range({ width, height, base, rise, colors, trees = false, ...shape }) {
  const ground = (x) => height - base - rise * ridge(x, shape);
  const grounds = Array.from({ length: width * SAMPLES }, (_, at) => ground((at + 0.5) / SAMPLES));
  const isTree = trees ? forest(ground) : () => false;
  const [top, bottom] = colors.map((hex) => color(hex));
  const peak = Math.min(...grounds);
  return (x, y) => {
    const edge = grounds[Math.floor(x * SAMPLES)] ?? height;
    if (y < edge && !(y > edge - 80 && isTree(x, y))) return CLEAR;
    return mix(top, bottom, smooth(clamp((y - peak) / (height - peak))));
  };
}

const SKY = ['#2A1F5C', '#6A3585', '#D9527A', '#FF9A62', '#FFD798'].map((hex) => color(hex));
const sky = (part) => {
  const at = clamp(part) * (SKY.length - 1.001);
  return mix(SKY[Math.floor(at)], SKY[Math.floor(at) + 1], at % 1);
};

/** The sun with its glow, in the lower part of a picture whose view moves down. */
function sun(x, y) {
  const distance = Math.hypot(x - 500, y - 650);
  const glow = color('#FFD9A0', 0.55 * (1 - clamp(distance / 345)) ** 2.2);
  return distance < 78 ? color('#FFF1CF') : glow;
}

/** Stars and a moon on nothing, denser toward the top. */
function stars(width, height) {
  const all = Array.from({ length: 240 }, (_, index) => ({
    x: width * chance(index),
    y: height * chance(index + 500) ** 1.4,
    size: 0.7 + 1.5 * chance(index + 900) ** 3,
  }));
  const rows = Array.from({ length: height }, (_, row) =>
    all.filter(({ y, size }) => Math.abs(y - row) < size + 2),
  );
  const moon = (x, y) => Math.hypot(x - 1170, y - 96) < 40 && Math.hypot(x - 1188, y - 84) >= 36;
  return (x, y) => {
    if (moon(x, y)) return color('#FFF1CF');
    const near = rows[Math.floor(y)].some((star) => Math.hypot(star.x - x, star.y - y) < star.size);
    return near ? color('#FFF3DE', 0.9) : CLEAR;
  };
}

/** A bar that fills the left half. A view that moves left shows it growing. */
const bar = (hex) => (x) => (x < 700 ? color(hex) : CLEAR);

/** Whether a point is in a rectangle with round corners, given by its center and its size. */
function inBox(x, y, [left, top, width, height, radius]) {
  const dx = Math.abs(x - left - width / 2) - width / 2 + radius;
  const dy = Math.abs(y - top - height / 2) - height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) < radius;
}

/** A monitor and a phone on a plain wall. Their screens are holes, behind which a landscape moves. */
function screens(x, y) {
  const wall = color('#2A1F5C');
  const frame = color('#FFF3DE');
  if (inBox(x, y, [452, 92, 178, 318, 26])) return CLEAR;
  if (inBox(x, y, [440, 80, 202, 342, 36])) return frame;
  if (inBox(x, y, [428, 68, 226, 366, 46])) return wall;
  if (inBox(x, y, [32, 42, 470, 264, 10])) return CLEAR;
  if (inBox(x, y, [20, 30, 494, 288, 20])) return frame;
  const isStand = inBox(x, y, [230, 310, 74, 60, 2]) || inBox(x, y, [180, 364, 174, 14, 7]);
  return isStand ? color('#C9BFE0') : wall;
}

const RANGES = {
  back: { width: 1800, height: 560, base: 190, rise: 350, step: 230, seed: 12, octaves: 6 },
  middle: { width: 1800, height: 400, base: 90, rise: 270, step: 290, seed: 31, octaves: 6 },
  front: { width: 1800, height: 300, base: 90, rise: 110, step: 520, seed: 77, octaves: 2 },
};
const back = range({ ...RANGES.back, colors: ['#7E4690', '#F09A8E'] });
const middle = range({ ...RANGES.middle, colors: ['#54307A', '#B0548A'] });
const front = range({ ...RANGES.front, colors: ['#1D1540', '#2A1F5C'], trees: true });

/** The whole view at dawn: sky, sun, and ranges, one over another. */
function landscape(x, y) {
  const layers = [
    front(x + 300, y - 340),
    middle(x + 520, y - 240),
    back(x + 200, y - 80),
    sun(x + 120, y + 380),
    sky(y / 460),
  ];
  return layers.reduceRight((below, [red, green, blue, alpha]) =>
    mix(below, [red, green, blue, 255], alpha / 255),
  );
}

/** Width, height, and the colors of the points of each picture. */
const PICTURES = {
  'ridge-back': [1800, 560, back],
  'ridge-middle': [1800, 400, middle],
  'ridge-front': [1800, 300, front],
  sun: [1000, 1000, sun],
  stars: [1800, 900, stars(1800, 900)],
  'bar-plain': [1400, 16, bar('#B7A9D6')],
  'bar-videocraft': [1400, 16, bar('#F2545B')],
  screens: [680, 480, screens],
  landscape: [850, 600, landscape],
};

for (const [name, picture] of Object.entries(PICTURES)) {
  writeFileSync(new URL(`media/${name}.png`, import.meta.url), encodePng(...picture));
}

/** The color of a pixel: the mean of its samples, weighted by their opacity. */
function pixel(x, y, colorAt) {
  const sum = [0, 0, 0, 0];
  for (let at = 0; at < SAMPLES ** 2; at++) {
    const right = ((at % SAMPLES) + 0.5) / SAMPLES;
    const down = (Math.floor(at / SAMPLES) + 0.5) / SAMPLES;
    const [red, green, blue, alpha] = colorAt(x + right, y + down);
    [red * alpha, green * alpha, blue * alpha, alpha].forEach(
      (part, index) => (sum[index] += part),
    );
  }
  const [red, green, blue, alpha] = sum;
  return [red / (alpha || 1), green / (alpha || 1), blue / (alpha || 1), alpha / SAMPLES ** 2];
}

/** A PNG file. Each row is stored as its difference to the row above, which suits vertical gradients. */
function encodePng(width, height, colorAt) {
  const difference = 2;
  let above = Array.from({ length: width * 4 }, () => 0);
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Array.from({ length: width }, (_, x) =>
      pixel(x, y, colorAt).map(Math.round),
    ).flat();
    const stored = row.map((value, index) => (value - above[index]) & 255);
    above = row;
    return Buffer.from([difference, ...stored]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
