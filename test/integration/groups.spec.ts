import { BLEND_MODES, type BlendMode } from '../../src/core/project/types/index.js';
import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const WIDTH = 160;
const HEIGHT = 90;
const RED: Color = [200, 40, 40];
const GREEN: Color = [40, 160, 60];
const BLUE: Color = [40, 60, 200];
const GRAY: Color = [180, 180, 180];
const MAGENTA: Color = [255, 0, 255];
const BELOW: Color = [90, 150, 210];
const hex = (color: Color) => color.map((part) => part.toString(16).padStart(2, '0')).join('');
const mixed = (a: Color, b: Color, share = 0.5) =>
  a.map((part, index) => part + (b[index]! - part) * share) as unknown as Color;

type Place = readonly [x: number, y: number];
type Seen = readonly (readonly [place: Place, color: Color, within?: number])[];

const shape = (color: Color, x: number, y: number, width: number, height: number, more = {}) => ({
  type: 'shape',
  fill: `#${hex(color)}`,
  ...{ x, y, width, height },
  ...more,
});
const whole = (color: Color, more = {}) => ({ type: 'shape', fill: `#${hex(color)}`, ...more });

/** By name: the elements of a scene in magenta, and the colors at places of its last frame. */
const SCENES: Readonly<
  Record<string, { readonly elements: readonly object[]; readonly seen: Seen }>
> = {
  'a group places its elements': {
    elements: [
      {
        type: 'group',
        ...{ x: 40, y: 20, width: 80, height: 40 },
        elements: [
          shape(RED, 0, 0, 20, 20),
          shape(BLUE, 70, 30, 40, 40),
          whole(GREEN, { width: '25%', height: '50%', position: 'left-bottom' }),
        ],
      },
    ],
    seen: [
      [[36, 16], MAGENTA],
      [[50, 30], RED],
      [[80, 40], MAGENTA],
      [[116, 56], BLUE],
      // What is outside of the group is cut.
      [[126, 56], MAGENTA],
      [[116, 64], MAGENTA],
      [[50, 50], GREEN],
    ],
  },
  'a group is as opaque as a whole': {
    elements: [
      {
        type: 'group',
        opacity: 0.5,
        elements: [shape(RED, 0, 0, 80, 90), shape(BLUE, 40, 0, 80, 90)],
      },
    ],
    seen: [
      [[20, 45], mixed(MAGENTA, RED)],
      [[60, 45], mixed(MAGENTA, BLUE)],
      [[140, 45], MAGENTA],
    ],
  },
  'a group has a background, round corners, and a turn': {
    elements: [
      {
        type: 'group',
        ...{ x: 40, y: 25, width: 80, height: 40, 'background-color': `#${hex(GRAY)}` },
        'corner-radius': 20,
        rotate: 90,
        elements: [shape(RED, 50, 10, 20, 20)],
      },
    ],
    seen: [
      [[80, 20], GRAY],
      [[80, 64], RED],
      [[61, 6], MAGENTA],
      [[50, 45], MAGENTA],
    ],
  },
  'a half transparent background, and a group in a group': {
    elements: [
      {
        type: 'group',
        'background-color': `#${hex(GRAY)}80`,
        elements: [
          {
            type: 'group',
            ...{ x: 20, y: 20, width: 100, height: 50, opacity: 0.5 },
            elements: [
              { type: 'group', x: 20, y: 10, width: 40, height: 20, elements: [whole(BLUE)] },
            ],
          },
        ],
      },
    ],
    seen: [
      [[10, 10], mixed(MAGENTA, GRAY, 128 / 255)],
      // Over half of gray, half of blue: three quarters are covered.
      [[60, 40], mixed(MAGENTA, mixed(GRAY, BLUE, 0.5 / 0.75), 0.75), 3],
      [[30, 30], mixed(MAGENTA, GRAY, 128 / 255)],
    ],
  },
  'a mask in an ellipse': {
    elements: [whole(RED, { mask: { shape: 'ellipse', x: 40, width: 80 } })],
    seen: [
      [[80, 45], RED],
      [[44, 45], RED, 6],
      [[36, 45], MAGENTA, 6],
      [[80, 4], RED, 6],
      [[50, 6], MAGENTA],
    ],
  },
  'a mask with a soft edge': {
    elements: [whole(RED, { mask: { shape: 'rectangle', feather: 40 } })],
    seen: [
      [[80, 45], RED],
      [[20, 45], mixed(MAGENTA, RED, 20 / 40), 4],
      [[10, 45], mixed(MAGENTA, RED, 10 / 40), 4],
      [[80, 80], mixed(MAGENTA, RED, 10 / 40), 4],
    ],
  },
  'an inverted mask': {
    elements: [whole(RED, { mask: { shape: 'circle', width: '50%', invert: true } })],
    seen: [
      [[40, 45], MAGENTA],
      [[120, 45], RED],
      [[4, 4], RED],
    ],
  },
  'an alpha matte': {
    elements: [
      whole(RED, {
        matte: { element: { ...shape(BLUE, 20, 20, 40, 40), opacity: 0.5 } },
      }),
    ],
    seen: [
      [[40, 40], mixed(MAGENTA, RED)],
      [[80, 40], MAGENTA],
    ],
  },
  'an inverted alpha matte of a part': {
    elements: [
      shape(RED, -20, 10, 100, 60, {
        matte: { type: 'alpha-inverted', element: shape(BLUE, 20, 20, 40, 40) },
      }),
    ],
    seen: [
      [[40, 40], MAGENTA],
      [[70, 40], RED],
      [[10, 40], RED],
      [[90, 40], MAGENTA],
      [[70, 4], MAGENTA],
    ],
  },
  'a luma matte': {
    elements: [
      whole(RED, {
        matte: {
          type: 'luma',
          element: {
            type: 'group',
            elements: [
              shape([255, 255, 255], 0, 0, 40, 90),
              shape([128, 128, 128], 40, 0, 40, 90),
              shape([0, 0, 0], 80, 0, 40, 90),
            ],
          },
        },
      }),
    ],
    seen: [
      [[20, 45], RED],
      [[60, 45], mixed(MAGENTA, RED, 128 / 255)],
      [[100, 45], MAGENTA],
      [[140, 45], MAGENTA],
    ],
  },
  'an inverted luma matte': {
    elements: [
      whole(RED, {
        matte: { type: 'luma-inverted', element: shape([255, 255, 255], 0, 0, 40, 90) },
      }),
    ],
    seen: [
      [[20, 45], MAGENTA],
      [[100, 45], RED],
    ],
  },
  'a matte in a group': {
    elements: [
      {
        type: 'group',
        ...{ x: 80, y: 0, width: 80, height: 90 },
        elements: [whole(RED, { matte: { element: shape(BLUE, 0, 0, 40, 90) } })],
      },
    ],
    seen: [
      [[40, 45], MAGENTA],
      [[100, 45], RED],
      [[140, 45], MAGENTA],
    ],
  },
  'a text is seen where its matte is': {
    elements: [
      {
        type: 'text',
        text: '█████████',
        ...{ x: 0, y: 0, width: 160 },
        settings: { 'font-size': 90, color: '#FFFFFF' },
        matte: { element: shape(BLUE, 60, 30, 40, 20) },
      },
    ],
    seen: [
      [[70, 40], [255, 255, 255], 3],
      [[20, 40], MAGENTA],
      [[70, 70], MAGENTA],
    ],
  },
  'a blend where nothing is below keeps its colors': {
    elements: [
      {
        type: 'group',
        elements: [shape(BELOW, 0, 0, 80, 90), whole(GRAY, { blend: 'multiply' })],
      },
    ],
    seen: [
      [[40, 45], BELOW.map((part) => (part * 180) / 255) as never, 3],
      [[120, 45], GRAY, 3],
    ],
  },
  'a blend of a half transparent part': {
    elements: [whole(BELOW), shape(GRAY, -40, 30, 100, 80, { blend: 'multiply', opacity: 0.5 })],
    seen: [
      [[40, 60], mixed(BELOW, BELOW.map((part) => (part * 180) / 255) as never), 3],
      [[80, 60], BELOW],
      [[40, 20], BELOW],
    ],
  },
  'a shadow has the form of a group': {
    elements: [
      {
        type: 'group',
        elements: [shape(RED, 20, 20, 40, 20)],
        'shadow-x': 20,
        'shadow-y': 30,
        'shadow-color': '#000000',
      },
    ],
    seen: [
      [[40, 30], RED],
      [[60, 60], [0, 0, 0], 3],
      [[30, 60], MAGENTA],
      [[100, 30], MAGENTA],
    ],
  },
};

describe('groups, masks, mattes, and blends', () => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    video = await renders.renderAndDecode({
      width: WIDTH,
      height: HEIGHT,
      fps: 10,
      scenes: Object.values(SCENES).map(({ elements }) => ({
        duration: 0.5,
        'background-color': `#${hex(MAGENTA)}`,
        elements,
      })),
    });
  }, 240_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(SCENES).map((name, index) => [name, index] as const))('%s', (name, index) => {
    const colors = SCENES[name]!.seen.map(([[x, y], color, within = 2]) => {
      const seen = video.at(index * 5 + 4, x, y);
      return {
        at: [x, y],
        seen: seen.map(Math.round),
        color,
        close: distance(seen, color) <= within,
      };
    });
    expect(colors.filter(({ close }) => !close)).toEqual([]);
  });
});

const luminosity = ([r, g, b]: Color) => 0.3 * r + 0.59 * g + 0.11 * b;
const saturation = (color: Color) => Math.max(...color) - Math.min(...color);

/** `SetLum` of the specification, for colors from 0 to 1. */
function setLuminosity(color: Color, light: number): Color {
  const lift = light - luminosity(color);
  const lifted = color.map((part) => part + lift);
  const [low, high] = [Math.min(...lifted), Math.max(...lifted)];
  return lifted.map((part) => {
    if (low < 0) return light + ((part - light) * light) / (light - low);
    if (high > 1) return light + ((part - light) * (1 - light)) / (high - light);
    return part;
  }) as unknown as Color;
}

function setSaturation(color: Color, strength: number): Color {
  const [low, range] = [Math.min(...color), saturation(color)];
  return color.map((part) => (range === 0 ? 0 : ((part - low) * strength) / range)) as never;
}

const hardLight = (s: number, b: number) => (s <= 0.5 ? 2 * s * b : 1 - 2 * (1 - s) * (1 - b));

/** The functions of W3C Compositing and Blending 10.1, for an element `s` and what is below, `b`. */
const SEPARABLE: Partial<Record<BlendMode, (s: number, b: number) => number>> = {
  normal: (s) => s,
  multiply: (s, b) => s * b,
  screen: (s, b) => s + b - s * b,
  overlay: (s, b) => hardLight(b, s),
  darken: Math.min,
  lighten: Math.max,
  'color-dodge': (s, b) => (b === 0 ? 0 : s === 1 ? 1 : Math.min(1, b / (1 - s))),
  'color-burn': (s, b) => (b === 1 ? 1 : s === 0 ? 0 : 1 - Math.min(1, (1 - b) / s)),
  'hard-light': hardLight,
  'soft-light': (s, b) => {
    if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b);
    const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    return b + (2 * s - 1) * (d - b);
  },
  difference: (s, b) => Math.abs(s - b),
  exclusion: (s, b) => s + b - 2 * s * b,
  add: (s, b) => Math.min(1, s + b),
  subtract: (s, b) => Math.max(0, b - s),
};
const NON_SEPARABLE: Partial<Record<BlendMode, (s: Color, b: Color) => Color>> = {
  hue: (s, b) => setLuminosity(setSaturation(s, saturation(b)), luminosity(b)),
  saturation: (s, b) => setLuminosity(setSaturation(b, saturation(s)), luminosity(b)),
  color: (s, b) => setLuminosity(s, luminosity(b)),
  luminosity: (s, b) => setLuminosity(b, luminosity(s)),
};

function blended(mode: BlendMode, element: Color, below: Color): Color {
  const s = element.map((part) => part / 255) as unknown as Color;
  const b = below.map((part) => part / 255) as unknown as Color;
  const together = NON_SEPARABLE[mode];
  const mix = SEPARABLE[mode];
  const color = together
    ? together(s, b)
    : (s.map((part, index) => mix!(part, b[index]!)) as unknown as Color);
  return color.map((part) => 255 * part) as unknown as Color;
}

/** Pairs of an element and what is below it. */
const PAIRS: readonly (readonly [Color, Color])[] = [
  [RED, BELOW],
  [GREEN, GRAY],
  [BLUE, RED],
  [GRAY, [30, 20, 60]],
  [
    [255, 255, 255],
    [250, 120, 20],
  ],
  [[20, 220, 240], MAGENTA],
];

describe('a text in a group', () => {
  let renders: Renders;
  let videos: readonly DecodedVideo[];

  beforeAll(async () => {
    renders = await Renders.start();
    const text = {
      type: 'text',
      text: 'Sphinx',
      ...{ x: 4, y: 4, width: 150 },
      settings: {
        'font-size': 40,
        color: '#FFE060C0',
        'outline-width': 3,
        'outline-color': '#102040',
        'shadow-offset': 4,
        'box-color': '#20A06080',
      },
    };
    const render = (elements: readonly object[]) =>
      renders.renderAndDecode({
        width: WIDTH,
        height: HEIGHT,
        fps: 10,
        scenes: [{ duration: 0.2, 'background-color': `#${hex(BELOW)}`, elements }],
      });
    const group = { type: 'group', elements: [text] };
    const inner = { type: 'group', x: 0, y: 0, width: 160, height: 80, elements: [group] };
    videos = [await render([text]), await render([group]), await render([inner])];
  }, 120_000);

  afterAll(() => renders.stop());

  it.each([1, 2])('looks as without %i groups', (index) => {
    let [most, sum] = [0, 0];
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const far = distance(videos[index]!.at(1, x, y), videos[0]!.at(1, x, y));
        most = Math.max(most, far);
        sum += far;
      }
    }
    // Half transparent letters over half transparent boxes are rounded twice.
    expect(most).toBeLessThan(32);
    expect(sum / (WIDTH * HEIGHT)).toBeLessThan(2);
  });
});

describe('blend modes', () => {
  let renders: Renders;
  let video: DecodedVideo;
  const side = 20;

  beforeAll(async () => {
    renders = await Renders.start();
    const patches = (colors: readonly Color[], more = {}) =>
      colors.map((color, index) => shape(color, index * side, 0, side, side, more));
    video = await renders.renderAndDecode({
      width: side * PAIRS.length,
      height: side,
      fps: 10,
      scenes: BLEND_MODES.map((blend) => ({
        duration: 0.2,
        elements: [
          ...patches(PAIRS.map(([, below]) => below)),
          ...patches(
            PAIRS.map(([element]) => element),
            { blend },
          ),
        ],
      })),
    });
  }, 240_000);

  afterAll(() => renders.stop());

  it.each(BLEND_MODES.map((mode, index) => [mode, index] as const))('%s', (mode, index) => {
    const far = PAIRS.map(([element, below], at) => {
      const seen = video.at(index * 2, at * side + side / 2, side / 2);
      return distance(seen, blended(mode, element, below));
    });
    // Both divide by a color, so a level of a dark one is several levels of the result.
    const within = mode === 'color-dodge' || mode === 'color-burn' ? 12 : 4;
    expect(Math.max(...far)).toBeLessThan(within);
  });
});
