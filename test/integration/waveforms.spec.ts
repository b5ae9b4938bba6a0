import { type Color, type DecodedVideo, distance, Renders } from '../support/renders.js';

const WIDTH = 160;
const HEIGHT = 90;
const FPS = 10;
const SCENE_FRAMES = 20;
const BACKGROUND: Color = [32, 64, 96];
const ORANGE: Color = [255, 128, 0];
const BLUE: Color = [0, 0, 255];

type Seen = readonly [frame: number, x: number, y: number, color: Color];
const box = { x: 20, y: 20, width: 120, height: 40 };
const look = { color: '#FF8000', 'off-color': '#0000FF', bars: 4, gap: 50, roundness: 0 };

/** By name: the elements of a scene of two seconds, and the colors at places of its frames. */
type Case = (tone: string) => readonly [elements: object[], ...seen: Seen[]];

/** A tone sounds for a second, and then nothing for a second. */
const CASES: Readonly<Record<string, Case>> = {
  'a waveform that moves with the sound': (src) => [
    [
      { type: 'audio', src },
      { type: 'waveform', span: 0.4, ...look, ...box },
    ],
    [5, 35, 24, ORANGE],
    [5, 50, 24, BACKGROUND],
    [5, 125, 24, ORANGE],
    // The sound ends in the middle, and later on the left.
    [10, 35, 24, ORANGE],
    [10, 125, 24, BACKGROUND],
    [15, 35, 24, BACKGROUND],
    [15, 125, 24, BACKGROUND],
  ],
  'a waveform that shows what was played': (src) => [
    [
      { type: 'audio', src },
      { type: 'waveform', mode: 'progress', style: 'bars', ...look, ...box },
    ],
    [0, 35, 40, BLUE],
    [10, 35, 40, ORANGE],
    [10, 65, 24, ORANGE],
    [10, 95, 40, BACKGROUND],
    [19, 65, 40, ORANGE],
  ],
  'the sound of a source that is not heard, which cuts another element': (src) => [
    [
      {
        ...{ type: 'shape', fill: '#FF8000', ...box },
        matte: { element: { type: 'waveform', src, span: 0.4, ...look, ...box } },
      },
    ],
    [5, 35, 24, ORANGE],
    [5, 50, 24, BACKGROUND],
    [15, 35, 24, BACKGROUND],
  ],
  'the loudness with the volume of the sound, and its own fade': (src) => [
    [
      {
        type: 'audio',
        src,
        keyframes: {
          volume: [
            { time: 0.5, value: 1 },
            { time: 0.501, value: 0.1 },
          ],
        },
      },
      { type: 'waveform', span: 0.2, 'fade-in': 0.2, ...look, ...box },
    ],
    [0, 35, 24, BACKGROUND],
    [3, 35, 24, ORANGE],
    [8, 35, 24, BACKGROUND],
    [8, 35, 40, ORANGE],
  ],
  'nothing without a sound of its kind': (src) => [
    [
      { type: 'audio', src, speech: false },
      { type: 'waveform', sound: 'speech', ...look, ...box },
    ],
    [5, 35, 40, BACKGROUND],
  ],
};
const NAMES = Object.keys(CASES);

describe('waveforms', () => {
  let renders: Renders;
  let video: DecodedVideo;
  let tone: string;

  beforeAll(async () => {
    renders = await Renders.start();
    tone = await renders.source('tone.wav', 'aevalsrc=0.3*sin(2*PI*440*t)*lt(t\\,1):d=2:s=48000');
    video = await renders.renderAndDecode({
      ...{ width: WIDTH, height: HEIGHT, fps: FPS },
      scenes: Object.values(CASES).map((build) => ({
        duration: SCENE_FRAMES / FPS,
        'background-color': '#204060',
        elements: build(tone)[0],
      })),
    });
  }, 120_000);

  afterAll(() => renders.stop());

  it.each(NAMES)('show %s', (name) => {
    const first = NAMES.indexOf(name) * SCENE_FRAMES;
    const [, ...wanted] = CASES[name]!(tone);
    const seen = wanted.map(([frame, x, y]) => video.at(first + frame, x, y));
    const far = seen.map((color, index) => distance(color, wanted[index]![3]));
    // Next to edges, because encoding blurs them.
    expect({ seen, close: Math.max(...far) <= 12 }).toEqual({ seen, close: true });
  });

  it('that show silence cause a warning', () => {
    expect(renders.warnings).toEqual([
      'The waveform is empty, because its sound is silent (/scenes/4/elements/1).',
    ]);
  });
});
