import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const WIDTH = 160;
const HEIGHT = 90;
const RED: Color = [200, 40, 40];
const GREEN: Color = [40, 160, 60];
const BLUE: Color = [40, 60, 200];
const GRAY: Color = [180, 180, 180];
const MAGENTA: Color = [255, 0, 255];
const hex = (color: Color) => color.map((part) => part.toString(16).padStart(2, '0')).join('');
const each = (color: Color, change: (part: number) => number) =>
  color.map(change) as unknown as Color;
const luma = ([red, green, blue]: Color) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const toward = (color: Color, gray: number, share: number) =>
  each(color, (part) => part + (gray - part) * share);
const toGray = (color: Color) => toward(color, luma(color), 1);
const mixed = (a: Color, b: Color) =>
  a.map((part, index) => (part + b[index]!) / 2) as unknown as Color;
const corrected = (change: (color: Color) => Color) => [RED, GREEN, BLUE, GRAY].map(change);

/** What a vignette of 0.5 leaves of the light at a point of the frame. */
const vignetteAt = (x: number, y: number) =>
  Math.cos(((Math.PI / 4) * Math.hypot(x - 80, y - 45)) / Math.hypot(80, 45)) ** 4;

type Place = readonly [x: number, y: number];
/** The centers of the four quarters of the frame, which are red, green, blue, and gray. */
const QUARTERS: readonly Place[] = [
  [40, 22],
  [120, 22],
  [40, 67],
  [120, 67],
];

interface Case {
  readonly fields: object;
  readonly places?: readonly Place[];
  readonly colors: readonly Color[];
  readonly within?: number;
}

/** By name: the fields of an element and the expected colors at some positions. */
const CASES: Readonly<Record<string, Case>> = {
  'as it is': { fields: {}, colors: [RED, GREEN, BLUE, GRAY] },
  'flipped left to right': { fields: { flip: 'horizontal' }, colors: [GREEN, RED, GRAY, BLUE] },
  'flipped top to bottom': { fields: { flip: 'vertical' }, colors: [BLUE, GRAY, RED, GREEN] },
  'flipped both ways': { fields: { flip: 'both' }, colors: [GRAY, BLUE, GREEN, RED] },
  'a part in pixels and per cent': {
    fields: { crop: { x: 80, width: '50%' }, resize: 'fill' },
    colors: [GREEN, GREEN, GRAY, GRAY],
  },
  'a part below': {
    fields: { crop: { x: '25%', y: 46, width: 80 }, resize: 'fill' },
    colors: [BLUE, GRAY, BLUE, GRAY],
  },
  'a box in per cent of the frame': {
    fields: { x: '50%', y: '-10%', width: '25%', height: '60%', resize: 'fill' },
    places: [
      ...([
        [76, 20],
        [124, 20],
        [100, 48],
      ] as const),
      ...([
        [86, 8],
        [112, 8],
        [86, 32],
        [112, 32],
      ] as const),
    ],
    colors: [MAGENTA, MAGENTA, MAGENTA, RED, GREEN, BLUE, GRAY],
  },
  'a chroma key': {
    fields: { 'chroma-key': { color: `#${hex(GREEN)}` } },
    colors: [RED, MAGENTA, BLUE, GRAY],
  },
  'a blurred cover, and the picture on it': {
    fields: { resize: 'blur', crop: { width: '40%' } },
    // The picture is 62 pixels wide and starts at 50.
    places: [
      [60, 20],
      [100, 20],
      [60, 70],
      [10, 4],
      [150, 4],
      [10, 86],
    ],
    colors: [RED, RED, BLUE, RED, RED, BLUE],
  },
  brightness: {
    fields: { correction: { brightness: 0.1 } },
    colors: corrected((color) => each(color, (part) => part + 25.5)),
  },
  saturation: {
    fields: { correction: { saturation: 0.5 } },
    colors: corrected((color) => toward(color, luma(color), 0.5)),
  },
  'black and white': { fields: { correction: { grayscale: 1 } }, colors: corrected(toGray) },
  contrast: {
    fields: { correction: { contrast: 0.5, grayscale: 1 } },
    colors: corrected((color) => each(toGray(color), (part) => 127.5 + (part - 127.5) / 2)),
  },
  gamma: {
    fields: { correction: { gamma: 2, grayscale: 1 } },
    colors: corrected((color) => each(toGray(color), (part) => 255 * Math.sqrt(part / 255))),
  },
  sepia: {
    fields: { correction: { sepia: 1 } },
    colors: corrected(
      ([red, green, blue]) =>
        [
          0.393 * red + 0.769 * green + 0.189 * blue,
          0.349 * red + 0.686 * green + 0.168 * blue,
          0.272 * red + 0.534 * green + 0.131 * blue,
        ].map((part) => Math.min(255, part)) as unknown as Color,
    ),
    // Converted to RGB and back.
    within: 3,
  },
  blur: {
    fields: { correction: { blur: 8 } },
    places: [
      [80, 8],
      [20, 8],
      [140, 8],
    ],
    colors: [mixed(RED, GREEN), RED, GREEN],
    within: 8,
  },
  'a moving view that is mirrored, a part and paler': {
    fields: {
      zoom: -1,
      pan: 'left',
      flip: 'both',
      crop: { x: 4 },
      correction: { saturation: 0.5 },
    },
    colors: [GRAY, BLUE, GREEN, RED].map((color) => toward(color, luma(color), 0.5)),
  },
  'a moving view over a chroma key': {
    fields: { zoom: 1, 'chroma-key': { color: `#${hex(GREEN)}` } },
    colors: [RED, MAGENTA, BLUE, GRAY],
  },
  'a moving view over a blurred cover': {
    fields: { zoom: 1, resize: 'blur', crop: { width: '40%' } },
    places: [
      [60, 20],
      [100, 20],
      [60, 70],
      [10, 4],
      [150, 4],
      [10, 86],
    ],
    colors: [RED, RED, BLUE, RED, RED, BLUE],
  },
  'round corners': {
    // Next to edges, because encoding blurs them.
    within: 8,
    fields: { width: 100, height: 60, x: 30, y: 16, resize: 'fill', 'corner-radius': 20 },
    places: [
      [31, 17],
      [128, 17],
      [31, 74],
      [128, 74],
      [52, 18],
      [126, 40],
      [36, 68],
      [116, 68],
    ],
    colors: [MAGENTA, MAGENTA, MAGENTA, MAGENTA, RED, GREEN, BLUE, GRAY],
  },
  'a round part whose key lets through': {
    fields: {
      width: 80,
      height: 80,
      resize: 'fill',
      'corner-radius': '50%',
      'chroma-key': { color: `#${hex(GREEN)}` },
    },
    places: [
      [46, 10],
      [114, 80],
      [60, 25],
      [100, 25],
      [60, 65],
      [100, 65],
    ],
    colors: [MAGENTA, MAGENTA, RED, MAGENTA, BLUE, GRAY],
  },
  'turned by a quarter': {
    fields: { width: 80, height: 40, resize: 'fill', rotate: 90 },
    // Two pixels next to its edge, because colors are stored at half the size.
    within: 6,
    places: [
      [56, 40],
      [104, 40],
      [66, 10],
      [94, 10],
      [66, 80],
      [94, 80],
      [80, 1],
      [80, 88],
    ],
    colors: [MAGENTA, MAGENTA, BLUE, RED, GRAY, GREEN, MAGENTA, MAGENTA],
  },
  'turned, with round corners, while its view moves': {
    // Next to edges, because encoding blurs them.
    within: 8,
    fields: {
      width: 60,
      height: 60,
      resize: 'fill',
      rotate: 45,
      'corner-radius': 6,
      zoom: 1,
    },
    places: [
      [80, 14],
      [112, 45],
      [80, 76],
      [48, 45],
      [52, 16],
      [108, 74],
      [80, 3],
    ],
    colors: [RED, GREEN, GRAY, BLUE, MAGENTA, MAGENTA, MAGENTA],
  },
  'turning a quarter in the time of the scene': {
    fields: {
      width: 60,
      height: 60,
      resize: 'fill',
      rotate: { angle: -36, speed: 90 },
    },
    places: [
      [66, 30],
      [94, 30],
      [66, 60],
      [94, 60],
    ],
    colors: [RED, GREEN, BLUE, GRAY],
  },
  negative: {
    fields: { correction: { negative: 1 } },
    colors: corrected((color) => each(color, (part) => 255 - part)),
  },
  'half of the negative': {
    fields: { correction: { negative: 0.5 } },
    colors: corrected((color) => each(color, () => 127.5)),
  },
  'a tint': {
    fields: { correction: { tint: '#4080FF' } },
    colors: corrected(
      (color) => [0x40, 0x80, 0xff].map((part) => (part * luma(color)) / 255) as never,
    ),
    // Converted to RGB and back.
    within: 3,
  },
  'half a tint, where a key lets through': {
    fields: { 'chroma-key': { color: `#${hex(GREEN)}` }, correction: { tint: '#FFFFFF80' } },
    colors: [RED, MAGENTA, BLUE, GRAY].map((color) =>
      color === MAGENTA ? color : toward(color, luma(color), 128 / 255),
    ),
    within: 3,
  },
  'a color over the picture': {
    fields: { correction: { 'overlay-color': '#FF00FF80' } },
    colors: corrected(
      (color) => color.map((part, at) => part + (MAGENTA[at]! - part) * (128 / 255)) as never,
    ),
  },
  'a vignette': {
    fields: { correction: { vignette: 0.5 } },
    places: [
      [8, 8],
      [152, 80],
      [100, 60],
    ],
    colors: [
      each(RED, (part) => part * vignetteAt(8, 8)),
      each(GRAY, (part) => part * vignetteAt(152, 80)),
      each(GRAY, (part) => part * vignetteAt(100, 60)),
    ],
    within: 4,
  },
  'a vignette, where a key lets through': {
    fields: { 'chroma-key': { color: `#${hex(GREEN)}` }, correction: { vignette: 1, sharpen: 1 } },
    places: [
      [120, 22],
      [2, 2],
      [157, 87],
    ],
    colors: [MAGENTA, [0, 0, 0], [0, 0, 0]],
    within: 4,
  },
  'sharpened areas': { fields: { correction: { sharpen: 3 } }, colors: [RED, GREEN, BLUE, GRAY] },
  'a border with round corners, a padding, and a shadow': {
    fields: {
      x: 30,
      y: 10,
      width: 100,
      height: 60,
      padding: 4,
      resize: 'fill',
      'border-width': 6,
      'border-color': '#FFFFFF',
      'corner-radius': 10,
      'shadow-x': 10,
      'shadow-y': 12,
      'shadow-color': '#000000',
    },
    places: [
      [32, 30],
      [34, 14],
      [37, 40],
      [46, 30],
      [110, 30],
      [120, 40],
      [132, 50],
      [80, 74],
      [140, 40],
      [80, 80],
    ],
    colors: [
      MAGENTA,
      MAGENTA,
      [255, 255, 255],
      RED,
      GREEN,
      [255, 255, 255],
      [0, 0, 0],
      [0, 0, 0],
      MAGENTA,
      MAGENTA,
    ],
    within: 8,
  },
  'a soft shadow of a turned picture': {
    fields: {
      x: 60,
      y: 25,
      width: 40,
      height: 40,
      resize: 'fill',
      rotate: 45,
      'shadow-blur': 8,
      'shadow-color': '#000000',
    },
    // 2.8 pixels from the edge, which is 0.7 standard deviations.
    places: [
      [80, 20],
      [64, 29],
      [30, 45],
    ],
    colors: [RED, each(MAGENTA, (part) => part * 0.76), MAGENTA],
    within: 12,
  },
  'half opaque, after a fade': {
    fields: { opacity: 0.5, flip: 'horizontal', 'fade-in': 0.2 },
    colors: [GREEN, RED, GRAY, BLUE].map((color) => mixed(color, MAGENTA)),
  },
};

const SCENE_FRAMES = 5;

/** The look of elements in the decoded frames of a video with one scene per case. */
describe.each(['image', 'video'] as const)('the look of an %s', (type) => {
  let renders: Renders;
  let video: DecodedVideo;

  beforeAll(async () => {
    renders = await Renders.start();
    const quarter = (color: Color) => `color=c=0x${hex(color)}:s=80x46:r=10:d=1,format=rgb24`;
    const quarters =
      `${quarter(RED)}[a];${quarter(GREEN)}[b];${quarter(BLUE)}[c];${quarter(GRAY)}[d];` +
      '[a][b]hstack[e];[c][d]hstack[f];[e][f]vstack';
    const src =
      type === 'image'
        ? await renders.source('quarters.png', quarters)
        : await renders.source(
            'quarters.mp4',
            `${quarters},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1`,
          );
    video = await renders.renderAndDecode({
      width: WIDTH,
      height: HEIGHT,
      fps: 10,
      scenes: Object.values(CASES).map(({ fields }) => ({
        duration: SCENE_FRAMES / 10,
        'background-color': '#FF00FF',
        elements: [{ type, src, ...fields }],
      })),
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it.each(Object.keys(CASES))('%s', (name) => {
    const { places = QUARTERS, colors, within = 2 } = CASES[name]!;
    const last = (Object.keys(CASES).indexOf(name) + 1) * SCENE_FRAMES - 1;
    const seen = places.map(([x, y]) => video.at(last, x, y));
    const far = seen.map((color, index) => distance(color, colors[index]!));
    expect({ seen, close: Math.max(...far) <= within }).toEqual({ seen, close: true });
  });

  it('is rejected if the part is outside the source', async () => {
    const crop = { x: 160 };
    const elements = [
      { type, src: `${renders.dir}/quarters.${type === 'image' ? 'png' : 'mp4'}`, crop },
    ];
    await expect(
      renders.renderAndDecode({
        width: WIDTH,
        height: HEIGHT,
        scenes: [{ duration: 1, elements }],
      }),
    ).rejects.toMatchObject({ code: 'MEDIA_INVALID', pointer: '/scenes/0/elements/0/crop' });
  });
});
