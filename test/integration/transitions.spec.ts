import { TRANSITION_STYLES } from '../../src/core/project/types/transition-styles.js';
import { type Rgb, Studio, toneLevel } from '../support/studio.js';

const COLORS = ['#C01010', '#1010C0'];
const near = (found: Rgb, red: number, green: number, blue: number) =>
  [red, green, blue].every((value, index) => Math.abs(found[index]! - value) < 24);
const isRed = (found: Rgb) => near(found, 0xc0, 0x10, 0x10);
const isBlue = (found: Rgb) => near(found, 0x10, 0x10, 0xc0);

describe('transitions, in decoded frames and samples', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('transitions');
  });
  afterAll(() => studio.close());

  it('show one scene before and the other after, in each style of this ffmpeg', async () => {
    const { transitions } = studio.engines.ffmpeg.tools.abilities;
    const styles = TRANSITION_STYLES.filter((style) => style === 'fade' || transitions.has(style));
    const pictures = await studio.pictures({
      width: 64,
      height: 48,
      fps: 20,
      draft: true,
      scenes: [0, ...styles.map((_, index) => index + 1)].map((index) => ({
        duration: 1.2,
        'background-color': COLORS[index % 2],
        elements: [],
        ...(index === 0 ? {} : { transition: { style: styles[index - 1], duration: 0.4 } }),
      })),
    });
    // Scenes of 24 frames that share 8 frames with the next scene.
    const wrong = styles.filter((_, index) => {
      const [before, after] = index % 2 === 0 ? [isRed, isBlue] : [isBlue, isRed];
      const begins = 16 * (index + 1);
      const points = [
        [8, 8],
        [32, 24],
        [56, 40],
      ] as const;
      const all = (frame: number, is: (found: Rgb) => boolean) =>
        points.every(([x, y]) => is(pictures.at(frame, x, y)));
      const changes = points.some(([x, y]) =>
        [2, 3, 4, 5, 6].some((offset) => !before(pictures.at(begins + offset, x, y))),
      );
      return !all(begins - 1, before) || !all(begins + 8, after) || !changes;
    });
    expect(wrong).toEqual([]);
    expect(pictures.count).toBe(24 + 16 * styles.length);
  }, 120_000);

  it('have all their frames if a layer has another time base than the video', async () => {
    const { transitions } = studio.engines.ffmpeg.tools.abilities;
    if (!transitions.has('slideleft')) return;
    const shape = { type: 'shape', shape: 'circle', width: 40, height: 40, fill: '#10C010' };
    const scene = { duration: 1, elements: [] };
    const { count } = await studio.pictures({
      width: 64,
      height: 48,
      fps: 30,
      draft: true,
      scenes: [
        scene,
        { ...scene, elements: [shape], transition: { style: 'slideleft', duration: 0.5 } },
        { ...scene, transition: { style: 'wipeup', duration: 0.5 } },
      ],
    });
    expect(count).toBe(60);
  }, 90_000);

  it('are rejected by name if this ffmpeg lacks the style', async () => {
    const { transitions } = studio.engines.ffmpeg.tools.abilities;
    const lacking = TRANSITION_STYLES.filter(
      (style) => style !== 'fade' && !transitions.has(style),
    );
    for (const style of lacking) {
      const scene = { duration: 1, elements: [] };
      const scenes = [scene, { ...scene, transition: { style } }];
      await expect(studio.render({ width: 64, height: 48, scenes })).rejects.toMatchObject({
        code: 'RENDER_FAILED',
        pointer: '/scenes/1/transition',
        message: expect.stringContaining(`"${style}"`),
      });
    }
    expect(lacking.length + transitions.size).toBeGreaterThanOrEqual(TRANSITION_STYLES.length - 1);
  });

  it('keep words and audio in sync before, inside, and after the overlap', async () => {
    const tone = (hz: number) =>
      studio.make(`${hz}.wav`, '-f', 'lavfi', '-i', `sine=f=${hz}:r=48000:d=2`);
    const [low, high] = [await tone(400), await tone(1500)];
    const word = (text: string, start: number) => ({ word: text, start, end: start + 0.3 });
    const input = {
      width: 320,
      height: 180,
      fps: 30,
      scenes: [
        {
          'background-color': COLORS[0],
          elements: [{ type: 'audio', src: low, words: [word('WM', 0.5), word('MW', 1.5)] }],
        },
        {
          'background-color': COLORS[1],
          transition: { style: 'crossfade', duration: 1 },
          elements: [{ type: 'audio', src: high, words: [word('WMW', 0.6), word('MWM', 1.5)] }],
        },
      ],
      elements: [
        {
          type: 'subtitles',
          settings: {
            'font-size': 60,
            'word-color': '#00FF00',
            'line-color': '#FFFFFF',
            'outline-width': 0,
            'max-words-per-line': 1,
            position: 'center',
          },
        },
      ],
    };
    const { video, frames } = await studio.render(input);
    expect(frames).toBe(90);
    const bytes = await studio.decode(video, ['-f', 'rawvideo', '-pix_fmt', 'rgb24']);
    const size = 320 * 180 * 3;
    const green = Array.from({ length: frames }, (_, frame) => {
      let count = 0;
      for (let at = frame * size; at < (frame + 1) * size; at += 3) {
        if (bytes[at + 1]! > 170 && bytes[at]! < 110 && bytes[at + 2]! < 110) count++;
      }
      return count > 100;
    });
    const starts = green.flatMap((shown, frame) => (shown && !green[frame - 1] ? [frame] : []));
    // Scene two starts at 1 s with words at 1.6 and 2.5 s. Scene one has words at 0.5 and 1.5 s.
    expect(starts[0]).toBe(15);
    expect(green[44]).toBe(false);
    expect(green[45]).toBe(true);
    expect(green[48]).toBe(true);
    expect(green[74]).toBe(false);
    expect(green[75]).toBe(true);

    const { left } = await studio.soundOf(video);
    const alone = { 400: [0.1, 0.9], 1500: [2.1, 2.9] } as const;
    const level = (hz: 400 | 1500, from: number, to: number): number =>
      toneLevel(left, hz, Math.round(from * 48_000), Math.round(to * 48_000));
    const gain = (hz: 400 | 1500, at: number) =>
      level(hz, at - 0.025, at + 0.025) / level(hz, alone[hz][0], alone[hz][1]);
    const truth = [
      [400, 1.25, 0.75],
      [400, 1.75, 0.25],
      [1500, 1.25, 0.25],
      [1500, 1.75, 0.75],
    ] as const;
    for (const [hz, at, expected] of truth) expect(gain(hz, at)).toBeCloseTo(expected, 1);
  }, 60_000);
});
