import { Studio } from '../support/studio.js';

const FPS = 20;
const PASS = 50;
const FRAMES = 135;
/** The brightness of each frame of the source, which counts them. */
const LEVELS = `nullsrc=s=160x90:r=${FPS}:d=${PASS / FPS},format=yuv420p,geq=lum='40+N*3':cb=128:cr=128`;

describe('a video that repeats under captions', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('loops');
  });
  afterAll(() => studio.close());

  it.each(['low', 'medium', 'high'])(
    'shows the same frames in each pass, and its own captions, in quality %s',
    async (quality) => {
      const src = await studio.make(
        'levels.mp4',
        ...['-f', 'lavfi', '-i', LEVELS, '-c:v', 'libx264', '-crf', '4', '-bf', '2'],
      );
      const pictures = await studio.pictures({
        ...{ width: 160, height: 90, fps: FPS, quality },
        scenes: [{ duration: FRAMES / FPS, elements: [{ type: 'video', src, loop: true }] }],
        elements: [
          {
            type: 'subtitles',
            settings: { 'font-size': 30, 'word-color': '#FF0000', style: 'classic' },
            // In the second pass, and in the third one, which ends early. Captions stay for half a second.
            words: [
              { word: 'MMM', start: 3, end: 4 },
              { word: 'MMM', start: 6, end: 6.75 },
            ],
          },
        ],
      });
      expect(pictures.count).toBe(FRAMES);
      const frames = Array.from({ length: FRAMES }, (_, frame) => frame);
      const levels = frames.map((frame) => pictures.at(frame, 80, 10)[1]);
      for (const frame of frames) {
        const wanted = ((40 + (frame % PASS) * 3 - 16) * 255) / 219;
        expect(Math.abs(levels[frame]! - wanted)).toBeLessThan(4);
      }
      const rows = Array.from({ length: 160 }, (_, x) => x);
      const isCaptioned = (frame: number) =>
        rows.some((x) => {
          const [red, , blue] = pictures.at(frame, x, 70);
          return Math.abs(red - blue) > 60 || Math.abs(red - levels[frame]!) > 60;
        });
      expect(frames.filter(isCaptioned)).toEqual(
        frames.filter((frame) => (frame >= 60 && frame < 90) || frame >= 120),
      );
    },
    60_000,
  );
});
